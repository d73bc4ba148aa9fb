//! What is handed over of a mock panel as files: the cards of everybody with their comparison, or the briefing to print.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    game::mock_panel::table::PanelTable,
    interview::{practice::day::Day, ratings::PanelSetup, scenario::Scenario},
    play::{
        cards,
        documents::{DocumentForm, briefing, comparing, file_name::file_name, write_card},
    },
    storage::{clock::Clock, files},
};

/// The forms for reading.
const READ: [DocumentForm; 3] = [DocumentForm::Markdown, DocumentForm::Html, DocumentForm::Pdf];
/// The folder for cards in the player's own, and the one for briefings.
const CARDS: &str = "scorecards";
const BRIEFINGS: &str = "briefings";

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedFiles {
    /// Where the files lie.
    pub folder: PathBuf,
    /// How many there are.
    pub count: usize,
    /// Why some form could not be written; it is left out then.
    pub left_out: Option<String>,
}

/// Writes the cards of all candidates in every form, and their comparison, into a folder of the player's.
///
/// # Errors
/// A sentence, where the folder cannot be written.
pub fn write_cards(
    folder: &Path,
    clock: &Clock,
    table: &PanelTable,
) -> Result<HandedFiles, String> {
    let (panel, hidden) = (table.panel(), table.desk.hides_names);
    let day: Option<Day> = table.header().at.map(|at| clock.day_of(at));
    let when = day.map(|day| day.to_string()).unwrap_or_default();
    let comparison = comparing::document(panel, hidden);
    let mut files = Vec::new();
    let mut left_out = None;
    let mut keep = |name: String, written: Result<Vec<u8>, String>| match written {
        Ok(bytes) => files.push((name, bytes)),
        Err(why) => left_out = Some(why),
    };
    for candidate in 0..panel.setup().candidates.len() {
        let card = cards::of_candidate(panel, table.header(), candidate, day, hidden);
        for form in DocumentForm::ALL {
            let name = file_name("scorecard", &card.candidate, &card.date, form.ending());
            keep(name, write_card(&card, form));
        }
    }
    for form in READ {
        let name = file_name("comparison", panel.scenario().id(), &when, form.ending());
        keep(name, comparison.write(form));
    }
    write_all(folder.join(CARDS), files, left_out)
}

/// Writes the briefing to print: who, the questions, the anchors, room for notes.
///
/// # Errors
/// A sentence, where the setup cannot be or the folder cannot be written.
pub fn write_briefing(
    folder: &Path,
    clock: &Clock,
    scenario: &Scenario,
    setup: &PanelSetup,
) -> Result<HandedFiles, String> {
    let document = briefing::document(scenario, setup).map_err(|fault| fault.to_string())?;
    let when = clock.today().to_string();
    let mut files = Vec::new();
    let mut left_out = None;
    for form in READ {
        let name = file_name("briefing", scenario.id(), &when, form.ending());
        match document.write(form) {
            Ok(bytes) => files.push((name, bytes)),
            Err(why) => left_out = Some(why),
        }
    }
    write_all(folder.join(BRIEFINGS), files, left_out)
}

fn write_all(
    folder: PathBuf,
    files: Vec<(String, Vec<u8>)>,
    left_out: Option<String>,
) -> Result<HandedFiles, String> {
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in &files {
        files::write_whole(&folder.join(name), bytes).map_err(|error| error.to_string())?;
    }
    Ok(HandedFiles { folder, count: files.len(), left_out })
}

impl HandedFiles {
    /// What was written, in a sentence.
    pub fn sentence(&self) -> String {
        let folder = self.folder.display();
        match &self.left_out {
            None => format!("{} files are in {folder}.", self.count),
            Some(why) => {
                format!("{} files are in {folder}; one form is left out: {why}.", self.count)
            }
        }
    }
}
