//! Every criterion, one a file, in one table.

pub mod quoting;

mod action;
mod another_answer;
mod density;
mod figures_changed;
mod fillers;
mod generic;
mod hedges;
mod instruction;
mod key_points;
mod length;
mod measured_result;
mod negated;
mod not_sentences;
mod nothing_new;
mod off_question;
mod own_contribution;
mod padding;
mod part;
mod reflection;
mod relevance;
mod repetition;
mod result;
mod situation;
mod specificity;
mod task;
mod too_short;
mod word_for_word;

#[cfg(test)]
pub(super) mod trial;

use serde::Serialize;

use crate::interview::scoring::{assessment::Finding, context::Context};

pub(super) use word_for_word::{WORD_FOR_WORD, share as word_for_word};

/// What a criterion judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// How the answer is built.
    Quality,
    /// How much of the model answer it holds.
    Closeness,
    /// Whether it is an answer at all.
    Gate,
}

/// One thing that is looked at.
#[derive(Clone, Copy)]
pub struct Criterion {
    /// What data and findings call it.
    pub id: &'static str,
    /// Its name as a heading.
    pub name: &'static str,
    /// What it looks at and why, for the player.
    pub about: &'static str,
    /// What it judges.
    pub kind: Kind,
    assess: fn(&Context) -> Finding,
}

impl Criterion {
    /// What it says of an answer.
    pub(super) fn assess(&self, context: &Context) -> Finding {
        (self.assess)(context)
    }
}

/// Every criterion, by id.
pub const ALL: &[Criterion] = &[
    action::CRITERION,
    another_answer::CRITERION,
    figures_changed::CRITERION,
    fillers::CRITERION,
    generic::CRITERION,
    hedges::CRITERION,
    instruction::CRITERION,
    key_points::CRITERION,
    length::CRITERION,
    measured_result::CRITERION,
    negated::CRITERION,
    not_sentences::CRITERION,
    nothing_new::CRITERION,
    off_question::CRITERION,
    own_contribution::CRITERION,
    padding::CRITERION,
    reflection::CRITERION,
    relevance::CRITERION,
    repetition::CRITERION,
    result::CRITERION,
    situation::CRITERION,
    specificity::CRITERION,
    task::CRITERION,
    too_short::CRITERION,
    word_for_word::CRITERION,
];

/// The criterion with this id.
pub fn find(id: &str) -> Option<&'static Criterion> {
    ALL.binary_search_by(|criterion| criterion.id.cmp(id)).ok().map(|i| &ALL[i])
}

/// Counts with their noun: "1 figure", "3 figures".
fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_by_id() {
        assert!(ALL.windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn every_criterion_is_found_by_its_id() {
        for criterion in ALL {
            assert_eq!(find(criterion.id).map(|c| c.name), Some(criterion.name));
        }
        assert!(find("charm").is_none());
    }
}
