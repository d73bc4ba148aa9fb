//! An answer that was given, with what was added to it.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::interview::{
    fingerprint::Fingerprint,
    probing::Probe,
    scoring::assessment::{Assessment, Level},
    session::UnixMillis,
    text::Span,
};

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attempt {
    /// The scenario's id.
    pub scenario: String,
    /// The question, as an index into [`Scenario::questions`](crate::interview::scenario::Scenario::questions).
    pub question: usize,
    /// What tells the question's words from others: a question that was rewritten is another one.
    pub fingerprint: Fingerprint,
    /// When it was given; nothing where whoever gave it had no clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<UnixMillis>,
    /// The words of the answer; what was added to it when the panel asked back stands behind an empty line.
    pub text: String,
    /// The card that was picked, as an index into [`Question::cards`](crate::interview::scenario::Question::cards).
    pub card: Option<usize>,
    /// Whether the hint was given before.
    pub hinted: bool,
    /// Whether the model answer was seen told before: it is not to be compared as if it had not been.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub watched: bool,
    /// What the player said of it before seeing the level.
    pub own_rating: Option<Level>,
    /// What the panel asked back, in order.
    pub probes: Vec<Probed>,
    /// What the scoring engine found in the whole of it.
    pub assessment: Assessment,
}

/// A probe that was asked, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Probed {
    /// The probe.
    pub probe: Probe,
    /// The level of what was said before.
    pub level_before: Level,
    /// What was added, as a passage of the attempt's text; nothing where the probe was left unanswered.
    pub addition: Option<Span>,
    /// The words that were begun on it and left out.
    pub set_aside: Option<String>,
}

impl Probed {
    /// What the additions did to the level, in one sentence; nothing where none was made or the whole is not judged.
    pub fn gain(probes: &[Self], assessment: &Assessment) -> Option<String> {
        let first = probes.iter().find(|probed| probed.addition.is_some())?;
        let (before, after) = (first.level_before, assessment.judged_level()?);
        let (from, to) = (before.number(), after.number());
        Some(match after.cmp(&before) {
            Ordering::Greater => {
                format!("What you added when asked lifted it from {from} to {to}.")
            }
            Ordering::Equal => format!("What you added when asked leaves it at {to}."),
            Ordering::Less => format!("What you added when asked took it from {from} to {to}."),
        })
    }
}

impl Attempt {
    /// The words to answer again from: those of the answer, then those that were begun on its probes and left out.
    pub fn draft(&self) -> String {
        let left_out = self.probes.iter().filter_map(|probed| probed.set_aside.as_deref());
        left_out.fold(self.text.clone(), |draft, words| {
            format!("{}\n\n{}", draft.trim_end(), words.trim())
        })
    }

    /// The words that were said before the panel asked back.
    pub fn unasked(&self) -> &str {
        match self.probes.iter().find_map(|probed| probed.addition) {
            Some(addition) => self.text.get(..addition.start).unwrap_or_default().trim_end(),
            None => &self.text,
        }
    }

    /// For each probe, the words that were said before it was asked.
    pub(super) fn said_before_each(&self) -> Vec<String> {
        let ends = self.probes.iter().map(|p| p.addition.map_or(self.text.len(), |a| a.start));
        ends.map(|end| self.text.get(..end).unwrap_or_default().trim_end().to_owned()).collect()
    }

    /// The whole text were this added to it, and where the addition stands in it.
    pub(super) fn with(&self, addition: &str) -> (String, Span) {
        let said = self.text.trim_end();
        let whole = format!("{said}\n\n{}", addition.trim());
        let span = Span { start: said.len() + 2, end: whole.len() };
        (whole, span)
    }
}
