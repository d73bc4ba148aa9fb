//! Questions of a list become a transcript: asked by whom the list names, or by nobody in particular.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Code;
use crate::interview::star::Role;
use crate::interview::transcript::dialogue::outline::UNTITLED;
use crate::interview::transcript::dialogue::{drafted, follow_up};
use crate::interview::transcript::edits::Edits;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::{Bank, BankQuestion, part_of_an_answer};
use crate::interview::transcript::lines::named;
use crate::interview::transcript::people::seating;
use crate::interview::transcript::words::fold;
use crate::interview::transcript::{
    Interviewer, Transcript, TranscriptQuestion, TranscriptSection,
};

/// So many questions without an answer are named one by one.
const MOST_NAMED: usize = 5;

/// A question with the title it stands under and whether it is said to follow up.
struct ReadQuestion {
    section: Option<(String, usize)>,
    follows: Option<bool>,
    question: TranscriptQuestion,
}

impl ReadQuestion {
    /// The question, which follows up the one before where that is said, or shown by its words.
    fn behind(self, before: Option<&TranscriptQuestion>) -> TranscriptQuestion {
        let shown = |before| follow_up::follows_up(&self.question.text, before);
        let follow_up = before.is_some_and(|before| self.follows.unwrap_or_else(|| shown(before)));
        TranscriptQuestion { follow_up, ..self.question }
    }
}

/// The transcript of a list of questions.
pub fn read(bank: Bank, edits: &Edits, faults: &mut Faults) -> Transcript {
    let Bank { position, date, candidate, panel, questions } = bank;
    let mut names: Vec<String> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let called = |name: &str| edits.left_out.iter().any(|out| fold(out) == fold(name));
    let mut person = |name: &str| {
        *known.entry(fold(name)).or_insert_with(|| {
            names.push(name.trim().chars().take(100).collect());
            names.len() - 1
        })
    };
    for name in panel.iter().filter(|name| name.contains(char::is_alphanumeric) && !called(name)) {
        person(name);
    }
    let asked: Vec<(Option<usize>, BankQuestion)> = questions
        .into_iter()
        .filter(|question| !question.asked_by.as_deref().is_some_and(called))
        .map(|question| {
            let asker =
                question.asked_by.as_deref().filter(|name| name.contains(char::is_alphanumeric));
            (asker.map(&mut person), question)
        })
        .collect();
    for renamed in &edits.renamed {
        if let Some(name) = names.iter_mut().find(|name| fold(name) == fold(&renamed.from)) {
            name.clone_from(&renamed.to);
        }
    }
    let mut asks = vec![0; names.len()];
    asked.iter().filter_map(|(asker, _)| *asker).for_each(|asker| asks[asker] += 1);
    let people: Vec<usize> = (0..names.len()).collect();
    let at = asked.first().map_or((1, 1), |(_, question)| question.at);
    let seats = seating::seat(&people, &asks, |who| names[who].clone(), at, faults);
    let titled = asked.iter().any(|(_, question)| question.section.is_some());
    let read: Vec<ReadQuestion> = asked
        .into_iter()
        .map(|(asker, question)| {
            let section =
                question.section.as_ref().map(|(title, (line, _))| (title.clone(), *line));
            let seat = asker.and_then(|who| seats.seat_of.get(&who).copied());
            let follows = question.follow_up;
            ReadQuestion { section, follows, question: one(question, seat) }
        })
        .collect();
    say_what_lacks(&read, faults);
    let sections = if titled { by_title(read) } else { by_competency(read, faults) };
    let panel = seats
        .seated
        .iter()
        .map(|who| Interviewer { title: names[*who].clone(), aliases: Vec::new() });
    let candidate = edits.candidate.clone().or(candidate).unwrap_or_default();
    let called = edits.renamed.iter().find(|renamed| fold(&renamed.from) == fold(&candidate));
    Transcript {
        candidate: called.map_or(candidate.clone(), |renamed| renamed.to.clone()),
        position,
        date,
        panel: panel.collect(),
        sections,
        sections_drafted: !titled,
        ..Transcript::default()
    }
}

/// A question with the parts of its answer, some of which stand as words before a colon or on a line alone.
fn one(question: BankQuestion, asked_by: Option<usize>) -> TranscriptQuestion {
    let (mut model_answer, mut parts): (Vec<String>, Vec<Option<Role>>) = (Vec::new(), Vec::new());
    let mut part = None;
    let heads = question
        .answer
        .iter()
        .filter(|(_, text)| part_of_an_answer(text, Some(Role::Task)).0.is_some());
    // One such word alone may be a sentence's own.
    let headed = heads.count() >= 2;
    for (role, text) in question.answer {
        let (found, rest) = match role {
            None if headed => part_of_an_answer(&text, part),
            role => (role, text.as_str()),
        };
        part = found.or(part);
        if !rest.is_empty() {
            model_answer.push(rest.to_owned());
            parts.push(part);
        }
    }
    TranscriptQuestion {
        asked_by,
        text: question.text,
        follow_up: false,
        model_answer,
        parts,
        line: question.at.0,
    }
}

fn say_what_lacks(read: &[ReadQuestion], faults: &mut Faults) {
    let lacking: Vec<&TranscriptQuestion> = read
        .iter()
        .map(|one| &one.question)
        .filter(|question| question.model_answer.is_empty())
        .collect();
    let help = "write an answer below it to have it compared with yours";
    if lacking.len() > MOST_NAMED || (lacking.len() == read.len() && read.len() > 1) {
        let which = if lacking.len() == read.len() { "none" } else { "not each" };
        faults.warning(
            Code::AnswerMissing,
            (lacking.first().map_or(1, |question| question.line), 1),
            format!(
                "{which} of the {} questions has an answer; {} are asked for your own story",
                read.len(),
                if lacking.len() == read.len() {
                    "all".to_owned()
                } else {
                    lacking.len().to_string()
                }
            ),
            "write an answer below a question to have it compared with yours",
        );
        return;
    }
    for question in lacking {
        faults.warning(
            Code::AnswerMissing,
            (question.line, 1),
            format!(
                "the question {} has no answer; it is asked for your own story",
                named(&question.text)
            ),
            help,
        );
    }
}

/// Questions under their titles, in the order of these; what stands under none goes with the one before.
fn by_title(read: Vec<ReadQuestion>) -> Vec<TranscriptSection> {
    let mut sections: Vec<TranscriptSection> = Vec::new();
    let mut index: BTreeMap<String, usize> = BTreeMap::new();
    let mut last: Option<(String, usize)> = None;
    for mut one in read {
        let untitled = || (UNTITLED.to_owned(), one.question.line);
        let (title, line) = one.section.take().or_else(|| last.clone()).unwrap_or_else(untitled);
        last = Some((title.clone(), line));
        let at = *index.entry(title.clone()).or_insert_with(|| {
            sections.push(TranscriptSection { title, line, questions: Vec::new() });
            sections.len() - 1
        });
        let question = one.behind(sections[at].questions.last());
        sections[at].questions.push(question);
    }
    sections
}

fn by_competency(read: Vec<ReadQuestion>, faults: &mut Faults) -> Vec<TranscriptSection> {
    let mut questions: Vec<TranscriptQuestion> = Vec::with_capacity(read.len());
    for one in read {
        let question = one.behind(questions.last());
        questions.push(question);
    }
    drafted::sections(questions, faults)
}
