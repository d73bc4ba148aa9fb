//! A scenario of the game, in RON: its questions and answers are read as any other's.

use crate::interview::diagnostic::Code;
use crate::interview::scenario::ScenarioFile;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::{Bank, BankQuestion, FormText, Written};

/// Whether a text begins as a scenario does.
pub fn fits(source: &FormText) -> bool {
    let written =
        source.lines.iter().filter(|line| !line.is_blank() && !line.text.starts_with("//"));
    let beginning: String = written.take(6).map(|line| line.text).collect();
    beginning.starts_with('(') && beginning.contains("version:")
}

/// The questions of the scenario.
pub fn read(source: &FormText, faults: &mut Faults) -> Option<Written> {
    let file = match ScenarioFile::dialect().from_str::<ScenarioFile>(source.text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span.start.line.min(source.lines.len()).max(1);
            faults.error(
                Code::Unreadable,
                (line, error.span.start.col.max(1)),
                format!("the scenario cannot be read: {}", error.code),
                "`hotseat check` names each of its faults",
            );
            return None;
        }
    };
    faults.warning(
        Code::AlreadyAScenario,
        (1, 1),
        "the file is a scenario already",
        "`hotseat play` plays it as it is; a draft made of it has hints and cards of its own",
    );
    let title = |id: &str| file.panel.iter().find(|one| one.id == id).map(|one| one.title.clone());
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let mut bank = Bank {
        position: some(&file.position),
        date: some(&file.date),
        candidate: some(&file.candidate),
        panel: file.panel.iter().map(|one| one.title.clone()).collect(),
        questions: Vec::new(),
    };
    for section in &file.sections {
        for question in &section.questions {
            let paragraphs = question.model_answer.iter();
            let sentences = paragraphs.flatten().map(|(role, text)| (Some(*role), text.clone()));
            bank.questions.push(BankQuestion {
                section: Some((section.title.clone(), (1, 1))),
                asked_by: title(&question.asked_by),
                text: question.text.clone(),
                follow_up: Some(question.follow_up),
                answer: sentences.collect(),
                at: (1, 1),
            });
        }
    }
    Some(Written::Bank(bank))
}
