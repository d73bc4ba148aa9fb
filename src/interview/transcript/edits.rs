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

    /// Calls somebody otherwise, by the name that is shown now; the name of the file takes the new one back.
    pub fn rename(&mut self, shown: &str, to: &str) {
        let to = to.trim();
        if !to.contains(char::is_alphanumeric) {
            return;
        }
        let from = self.in_the_file(shown).to_owned();
        self.renamed.retain(|renamed| renamed.from != from);
        if from != to {
            self.renamed.push(Renamed { from, to: to.to_owned() });
        }
    }

    /// Leaves out what somebody says, by the name that is shown now.
    pub fn leave_out(&mut self, shown: &str) {
        let name = self.in_the_file(shown).to_owned();
        if self.candidate.as_ref() == Some(&name) {
            self.candidate = None;
        }
        if !self.left_out.contains(&name) {
            self.left_out.push(name);
        }
    }

    /// Takes somebody in again who was left out.
    pub fn take_in(&mut self, name: &str) {
        self.left_out.retain(|out| out != name);
    }

    /// Makes somebody the candidate, by the name that is shown now.
    pub fn make_candidate(&mut self, shown: &str) {
        let name = self.in_the_file(shown).to_owned();
        self.take_in(&name);
        self.candidate = Some(name);
    }

    /// What somebody is called in the file, by the name that is shown now.
    fn in_the_file<'a>(&'a self, shown: &'a str) -> &'a str {
        let renamed = self.renamed.iter().find(|renamed| renamed.to == shown);
        renamed.map_or(shown, |renamed| &renamed.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_renamed_again_is_still_who_they_are_in_the_file() {
        let mut edits = Edits::default();
        edits.rename("Speaker 1", "Dana");
        edits.rename("Dana", " Dana Okafor ");
        edits.rename("Dana Okafor", "…");
        let named = |to: &str| vec![Renamed { from: "Speaker 1".to_owned(), to: to.to_owned() }];
        assert_eq!(edits.renamed, named("Dana Okafor"));
        edits.make_candidate("Dana Okafor");
        assert_eq!(edits.candidate.as_deref(), Some("Speaker 1"));
        edits.leave_out("Dana Okafor");
        assert_eq!(
            (edits.candidate.clone(), edits.left_out.clone()),
            (None, vec!["Speaker 1".to_owned()])
        );
        edits.take_in("Speaker 1");
        edits.rename("Dana Okafor", "Speaker 1");
        assert_eq!(edits, Edits::default());
    }
}
