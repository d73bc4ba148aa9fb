//! The printed briefing of a mock panel: who, the questions, the anchors, room for notes.

use crate::{
    interview::{
        ratings::{PanelSetup, of_candidate::anchor, setup::SetupFault},
        scenario::Scenario,
        scoring::level::Level,
    },
    play::documents::{
        DocumentPart::{Listed, Named, Said, Titled, ToWriteOn},
        PrintedDocument,
    },
};

/// The room below the anchors on one page, in tenths of a line to write on.
const ROOM: usize = 315;
/// What a question itself takes of it.
const ASKED: usize = 13;
/// At least so many lines are there for each question.
const LEAST: usize = 1;
/// At most so many.
const MOST: usize = 12;

/// The briefing of a panel.
///
/// # Errors
/// What of the setup cannot be.
pub fn document(scenario: &Scenario, setup: &PanelSetup) -> Result<PrintedDocument, SetupFault> {
    let plan = setup.check(scenario)?;
    let title = format!("Mock panel: {}", scenario.title());
    let mut parts = vec![Titled(1, title.clone())];
    let minutes = match setup.minutes {
        0 => String::new(),
        minutes => format!(", {minutes} minutes each"),
    };
    parts.push(Named("Candidates".to_owned(), format!("{}{minutes}", setup.candidates.join(", "))));
    parts.push(Named("Raters".to_owned(), setup.raters.join(", ")));
    parts.push(Said(
        "Ask every candidate the same questions in the same order. Note what was said, not what you make of it; rate each \
         answer before you talk about it."
            .to_owned(),
    ));
    parts.push(Titled(2, "What the levels sound like".to_owned()));
    let levels = (1..=5).map(Level::new);
    parts.push(Listed(levels.map(|l| format!("{}: {}", l.number(), anchor(l))).collect()));
    parts.push(Titled(2, "Questions".to_owned()));
    let lines = lines_for(plan.len());
    for (number, question) in plan.iter().enumerate() {
        let asked = &scenario.questions()[*question];
        let level = "Level:";
        parts.push(Named(format!("{}.", number + 1), format!("{}  {level}", asked.text)));
        parts.push(ToWriteOn(lines));
    }
    Ok(PrintedDocument { title, language: scenario.language().to_owned(), parts })
}

/// How many lines there are to each question, so that all of it is one page where that can be.
fn lines_for(questions: usize) -> usize {
    let room = ROOM.saturating_sub(ASKED * questions);
    (room / (10 * questions.max(1))).clamp(LEAST, MOST)
}
