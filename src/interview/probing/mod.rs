//! Probes and handing over: what the panel says beside the questions of the scenario.
//!
//! A probe is a panelist's follow-up question for a gap in the answer just given, and is never asked where there is no
//! such gap. Who looks for exactly what is missing may take the word for it. The words come from
//! `assets/panel_lines.ron`, by the manner of who says them; the same seed says the same.

mod lines;

pub use crate::interview::scoring::criteria::gap::Gap;
pub use lines::Draw;

use serde::{Deserialize, Serialize};

use crate::interview::{
    probing::lines::ProbeLines,
    scenario::{Panelist, Scenario},
    scoring::{assessment::Assessment, criteria::Criteria},
};

/// The language of the lines, and of the phrases by which gaps are told, as a primary subtag of BCP 47.
const LANGUAGE: &str = "en";

/// Whether a panel says anything beside its questions: only in a scenario of the lines' own language.
fn speaks(scenario: &Scenario) -> bool {
    let language = scenario.language().split('-').next();
    language.is_some_and(|language| language.eq_ignore_ascii_case(LANGUAGE))
}

/// Something that a panelist says to hand the word on or to take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Who says it, as an index into [`Scenario::panel`].
    pub said_by: usize,
    /// The words.
    pub text: String,
}

/// A follow-up question for a gap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// The gap.
    pub gap: Gap,
    /// Who asks, as an index into [`Scenario::panel`].
    pub asked_by: usize,
    /// The words.
    pub text: String,
}

/// The gap of an answer to a question that is asked about first: what the asker looks for comes before the rest. A gap
/// that was asked about before is not asked about again.
pub fn first_gap(
    scenario: &Scenario,
    criteria: Criteria,
    question: usize,
    assessment: &Assessment,
    before: &[Gap],
) -> Option<Gap> {
    if !speaks(scenario) {
        return None;
    }
    let asker = scenario.asker(question);
    let open = criteria.gaps(assessment).into_iter().filter(|gap| !before.contains(gap));
    // The first among equals stays in front.
    open.min_by_key(|gap| !looks_for(asker, criteria, *gap))
}

/// The probe for a gap in an answer to a question.
pub fn probe(
    scenario: &Scenario,
    criteria: Criteria,
    question: usize,
    gap: Gap,
    draw: Draw,
) -> Probe {
    let asked_by = prober(scenario, criteria, question, gap);
    let manner = scenario.panel()[asked_by].manner;
    Probe { gap, asked_by, text: ProbeLines::shipped().probe(gap, manner, draw).to_owned() }
}

/// Who asks about a gap: who asked the question, or the first of the others where only they look for it.
fn prober(scenario: &Scenario, criteria: Criteria, question: usize, gap: Gap) -> usize {
    let asker = scenario.questions()[question].asked_by;
    if looks_for(&scenario.panel()[asker], criteria, gap) {
        return asker;
    }
    scenario.panel().iter().position(|other| looks_for(other, criteria, gap)).unwrap_or(asker)
}

fn looks_for(panelist: &Panelist, criteria: Criteria, gap: Gap) -> bool {
    criteria.asking_about(gap).any(|criterion| panelist.looks_for.contains(&criterion))
}

/// What is said where the word goes from who asked last to who asks a question.
///
/// A follow-up is somebody's who comes in; to another question the word is passed on. Nothing where it stays.
pub fn hand_over(scenario: &Scenario, from: usize, question: usize, draw: Draw) -> Option<Remark> {
    let next = &scenario.questions()[question];
    if next.follow_up {
        return join(scenario, from, next.asked_by, draw);
    }
    (from != next.asked_by && speaks(scenario)).then(|| {
        let manner = scenario.panel()[from].manner;
        let title = &scenario.panel()[next.asked_by].title;
        Remark { said_by: from, text: ProbeLines::shipped().pass(manner, title, draw) }
    })
}

/// What somebody says who takes the word from another; nothing where they have it.
pub fn join(scenario: &Scenario, from: usize, to: usize, draw: Draw) -> Option<Remark> {
    let manner = scenario.panel()[to].manner;
    let text = || ProbeLines::shipped().join(manner, draw).to_owned();
    (from != to && speaks(scenario)).then(|| Remark { said_by: to, text: text() })
}
