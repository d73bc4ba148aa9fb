//! Files to hand over of a mock panel: the cards of everybody with their comparison, or the briefing to print.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    interview::{
        practice::day::Day,
        ratings::{MockPanel, PanelSetup, setup::SetupFault},
        scenario::Scenario,
        scorecard::Scorecard,
    },
    play::{
        cards,
        documents::{
            DocumentForm, PrintedDocument, briefing, comparing, file_name::file_name, write_card,
        },
    },
    storage::{files, panel_journal::PanelHeader},
};

/// The forms for reading.
const READ: [DocumentForm; 3] = [DocumentForm::Markdown, DocumentForm::Html, DocumentForm::Pdf];
/// The folder for cards in the player's own, and the one for briefings.
const CARDS: &str = "scorecards";
const BRIEFINGS: &str = "briefings";

/// What is to be written, and where: to set its pages takes a while, and needs nothing beside it.
#[derive(Clone, Debug)]
pub struct FilesToWrite {
    folder: PathBuf,
    cards: Vec<Scorecard>,
    document: PrintedDocument,
    /// What a file of the document is called: what it is, of what, and when.
    called: [String; 3],
}

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

impl FilesToWrite {
    /// The cards of all candidates in every form, and their comparison, for a folder of the player's; `hidden` calls the
    /// candidates by letters.
    pub fn cards(
        folder: &Path,
        (panel, header): (&MockPanel, &PanelHeader),
        day: Option<Day>,
        hidden: bool,
    ) -> Self {
        let candidates = 0..panel.setup().candidates.len();
        let card = |candidate| cards::of_candidate(panel, header, candidate, day, hidden);
        let when = day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            folder: folder.join(CARDS),
            cards: candidates.map(card).collect(),
            document: comparing::document(panel, hidden),
            called: ["comparison".to_owned(), panel.scenario().id().to_owned(), when],
        }
    }

    /// The briefing to print: who, the questions, the anchors, room for notes.
    ///
    /// # Errors
    /// What of the setup cannot be.
    pub fn briefing(
        folder: &Path,
        scenario: &Scenario,
        setup: &PanelSetup,
        day: Day,
    ) -> Result<Self, SetupFault> {
        Ok(Self {
            folder: folder.join(BRIEFINGS),
            cards: Vec::new(),
            document: briefing::document(scenario, setup)?,
            called: ["briefing".to_owned(), scenario.id().to_owned(), day.to_string()],
        })
    }

    /// Writes them.
    ///
    /// # Errors
    /// A sentence, where the folder cannot be written.
    pub fn write(&self) -> Result<HandedFiles, String> {
        let mut files = Vec::new();
        let mut left_out = None;
        let mut keep = |name: String, written: Result<Vec<u8>, String>| match written {
            Ok(bytes) => files.push((name, bytes)),
            Err(why) => left_out = Some(why),
        };
        for card in &self.cards {
            for form in DocumentForm::ALL {
                let name = file_name("scorecard", &card.candidate, &card.date, form.ending());
                keep(name, write_card(card, form));
            }
        }
        let [what, of, when] = &self.called;
        for form in READ {
            keep(file_name(what, of, when, form.ending()), self.document.write(form));
        }
        let folder = self.folder.clone();
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for (name, bytes) in &files {
            files::write_whole(&folder.join(name), bytes).map_err(|error| error.to_string())?;
        }
        Ok(HandedFiles { folder, count: files.len(), left_out })
    }
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
