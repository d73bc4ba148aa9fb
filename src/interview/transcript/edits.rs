//! What the user knows better than the file: values that a reading is done with, again and again until it is right.

use serde::{Deserialize, Serialize};

/// Changes to what a file says of its people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Edits {
    /// Who answers, by the name shown or a label of the file.
    pub candidate: Option<String>,
    /// People to be called otherwise, each by the name shown and the new one.
    pub renamed: Vec<Renamed>,
    /// People whose words are left out, by the name shown.
    pub left_out: Vec<String>,
    /// Whether turns that nobody is named for are a question and an answer by turns.
    pub alternate: bool,
}

/// Somebody who is called otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renamed {
    /// The name that is shown.
    pub from: String,
    /// The name to show.
    pub to: String,
}

impl Edits {
    /// Whether they change who speaks, and not only what somebody is called.
    pub fn change_the_cast(&self) -> bool {
        self.candidate.is_some() || !self.left_out.is_empty()
    }
}
