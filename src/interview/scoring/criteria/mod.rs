//! Every criterion, one a file, in one table.
//!
//! Whatever hangs on a criterion stands with it: what it finds, which change lifts it, whether it is praised, what a
//! listening panel makes of it, and what it makes a panel ask back. A new one is its file and its line in the table.

pub mod gap;
pub mod length;
pub mod quoting;

mod another_answer;
mod consistency;
mod density;
mod figures_changed;
mod focus;
mod generic;
mod instruction;
mod key_points;
mod kind;
mod measured_result;
mod negated;
mod not_sentences;
mod nothing_new;
mod off_question;
mod outcome;
mod own_contribution;
mod padding;
mod part;
mod reflection;
mod relevance;
mod repetition;
mod specificity;
mod steps;
mod too_short;
mod word_for_word;

#[cfg(test)]
pub(super) mod trial;

use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{
            gap::Opening,
            quoting::{ended, quote},
        },
        criterion_id::CriterionId,
    },
    star::Role,
};

pub(super) use word_for_word::is_word_for_word;

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

/// What a panel that listens makes of a criterion while the answer is under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Nothing.
    Nothing,
    /// Once it is reached, it lands.
    Quality,
    /// The teller's own part comes clear, as far as it is reached.
    OwnPart,
    /// A gate: while it fires, words stand in for content.
    Padding,
    /// A gate: while it fires, the panel doubts.
    Doubt,
}

/// One thing that is looked at, with all that hangs on it.
#[derive(Clone, Copy)]
pub struct Criterion {
    /// What data and findings call it.
    pub id: CriterionId,
    /// Its name as a heading.
    pub name: &'static str,
    /// What it looks at and why, for the player.
    pub about: &'static str,
    /// What it judges.
    pub kind: Kind,
    /// What it says of an answer.
    pub assess: fn(&Context) -> Finding,
    /// The change that lifts it, or that opens the gate, for the player; none where no single change does.
    pub step: Option<fn(&Context, &Finding) -> String>,
    /// Whether it is a strength when it is reached; the absence of a fault is none.
    pub praised: bool,
    /// What a listening panel makes of it.
    pub heard: Heard,
    /// What it makes a panel ask back.
    pub openings: &'static [Opening],
    /// Whether a panel asks back although this gate fired.
    pub mendable: bool,
}

/// A table of criteria, sorted by their ids.
#[derive(Clone, Copy)]
pub struct Criteria(&'static [Criterion]);

impl Criteria {
    /// The criteria of the game.
    pub const SHIPPED: Self = Self(ALL);

    /// These criteria, which stand in the order of their ids; nothing where they do not, or where one stands twice.
    pub fn new(table: &'static [Criterion]) -> Option<Self> {
        table.windows(2).all(|pair| pair[0].id < pair[1].id).then_some(Self(table))
    }

    /// Every criterion, by id.
    pub fn all(self) -> &'static [Criterion] {
        self.0
    }

    /// The criterion with this id.
    pub fn find(self, id: CriterionId) -> Option<&'static Criterion> {
        self.named(id.as_str())
    }

    /// The criterion whose id is written so.
    pub fn named(self, id: &str) -> Option<&'static Criterion> {
        self.0.binary_search_by(|criterion| criterion.id.as_str().cmp(id)).ok().map(|i| &self.0[i])
    }
}

impl std::fmt::Debug for Criteria {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|criterion| criterion.id.as_str())).finish()
    }
}

impl CriterionId {
    /// The name of the criterion as a heading.
    pub fn name(self) -> &'static str {
        Criteria::SHIPPED.find(self).map_or(self.as_str(), |criterion| criterion.name)
    }
}

impl<'de> Deserialize<'de> for CriterionId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        let known = Criteria::SHIPPED.named(&written).map(|criterion| criterion.id);
        known.ok_or_else(|| D::Error::custom(format!("there is no criterion `{written}`")))
    }
}

/// Every criterion of the game, by id.
const ALL: &[Criterion] = &[
    part::ACTION,
    another_answer::CRITERION,
    consistency::CRITERION,
    figures_changed::CRITERION,
    density::FILLERS,
    focus::CRITERION,
    generic::CRITERION,
    density::HEDGES,
    instruction::CRITERION,
    key_points::CRITERION,
    kind::CRITERION,
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
    part::RESULT,
    part::SITUATION,
    specificity::CRITERION,
    steps::CRITERION,
    part::TASK,
    too_short::CRITERION,
    word_for_word::CRITERION,
];

/// The words that tell a part best, quoted, where it is told by its own words at all.
fn quoted(context: &Context, role: Role) -> Option<String> {
    let (s, strength) = context.best_sentence(role)?;
    (strength > context.numbers.qualities.parts.quoted)
        .then(|| quote(context.sentence(s).of(context.answer.text())))
}

/// The change that the finding's own sentence asks for.
fn as_found(_: &Context, finding: &Finding) -> String {
    finding.sentence.clone()
}

/// The change where something else was answered.
fn answer_the_question(context: &Context, _: &Finding) -> String {
    ended(format!("Answer this question: {}", quote(context.reference.question())))
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
        assert!(Criteria::new(ALL).is_some());
    }

    #[test]
    fn every_criterion_is_found_by_its_id() {
        for criterion in ALL {
            let found = Criteria::SHIPPED.named(criterion.id.as_str());
            assert_eq!(found.map(|c| c.name), Some(criterion.name));
        }
        assert!(Criteria::SHIPPED.named("charm").is_none());
    }

    #[test]
    fn gates_alone_are_mendable_and_none_is_praised() {
        for criterion in ALL {
            let gate = criterion.kind == Kind::Gate;
            assert!(!(gate && criterion.praised), "{}", criterion.id);
            assert!(gate || !criterion.mendable, "{}", criterion.id);
        }
    }

    #[test]
    fn an_id_is_written_as_a_word_and_read_back() {
        let id: CriterionId = serde_json::from_str("\"length\"").unwrap();
        assert_eq!(id, CriterionId::LENGTH);
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"length\"");
        assert!(serde_json::from_str::<CriterionId>("\"charm\"").is_err());
    }
}
