//! Cards: the gist of a model answer, and twins of it that lack one thing each, all in the answer's own words.
//!
//! Nothing is put in place of a word to make it vague: a twin leaves sentences out, is told by a group, or answers another
//! question. Each is judged by the engine and stays only where it comes out below the gist for the reason it names.

use crate::interview::{
    drafting::{
        as_we::told_as_we,
        gist::{self, DraftSentence},
    },
    scenario::{CardFile, TwinKind},
    scoring::{Scorer, Story, assessment::Assessment, criterion_id::CriterionId},
    star::Role,
};

/// The fewest twins beside a gist that are worth choosing among.
const FEWEST_TWINS: usize = 2;
/// A twin that differs in fewer words than this is hardly told apart.
const FEWEST_APART: usize = 5;

/// Why a twin is weaker, and what the judgement must show for it.
struct Weakening {
    kind: TwinKind,
    because: &'static str,
    /// Whether a judgement shows it, beside that of the gist.
    shows: fn(&Assessment, &Assessment) -> bool,
}

const NO_RESULT: Weakening = Weakening {
    kind: TwinKind::NoResult,
    because: "It stops before what came of it.",
    shows: |twin, gist| lower(twin, gist, Role::Result.into()),
};
const NO_FIGURES: Weakening = Weakening {
    kind: TwinKind::NoFigures,
    because: "It has no figure: the panel has to take its word for everything.",
    shows: |twin, gist| twin.figures < gist.figures,
};
const AS_WE: Weakening = Weakening {
    kind: TwinKind::OnlyWe,
    because: "Everything is “we”: what you did yourself cannot be seen.",
    shows: |twin, gist| lower(twin, gist, CriterionId::OWN_CONTRIBUTION),
};
const ANOTHER: Weakening = Weakening {
    kind: TwinKind::AnotherQuestion,
    because: "It answers another question than the one that was asked.",
    shows: |twin, gist| twin.closeness < gist.closeness,
};
const NO_ACTION: Weakening = Weakening {
    kind: TwinKind::Other,
    because: "It tells what happened and not what you did.",
    shows: |twin, gist| lower(twin, gist, Role::Action.into()),
};

fn lower(twin: &Assessment, gist: &Assessment, criterion: CriterionId) -> bool {
    match (twin.score(criterion), gist.score(criterion)) {
        (Some(twin), Some(gist)) => twin < gist,
        _ => false,
    }
}

/// The cards of a question; none where fewer than two twins come out right. `others` are the answers to other questions,
/// the most foreign first.
pub fn cards(
    scorer: &Scorer,
    question: usize,
    told: &[DraftSentence],
    others: &[&[DraftSentence]],
) -> Vec<CardFile> {
    let chosen = gist::choose(told, |_| true);
    if chosen.is_empty() {
        return Vec::new();
    }
    let text = gist::text(told, &chosen);
    let Ok(judged) = scorer.assess(question, &text, Story::This) else { return Vec::new() };
    let mut cards = vec![CardFile { text, ..CardFile::default() }];
    for (twin, weakening) in twins(told, &chosen, others) {
        let apart = cards.iter().all(|card| differ(&card.text, &twin));
        let weaker = || {
            scorer.assess(question, &twin, Story::This).is_ok_and(|found| {
                worth(&found) < worth(&judged) && (weakening.shows)(&found, &judged)
            })
        };
        if apart && weaker() {
            cards.push(CardFile {
                text: twin,
                weaker_because: Some(weakening.because.to_owned()),
                twin: weakening.kind,
            });
        }
    }
    if cards.len() > FEWEST_TWINS { cards } else { Vec::new() }
}

/// What a judgement comes to: its level, then what its criteria give.
fn worth(judged: &Assessment) -> (u8, i64) {
    let gives: f32 = judged.shares.iter().map(|share| share.gives).sum();
    (judged.level.number(), (gives * 1000.0).round() as i64)
}

/// Whether two texts differ in so many words that one sees it.
fn differ(one: &str, other: &str) -> bool {
    let words =
        |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let (one, other) = (words(one), words(other));
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = one.len().max(other.len()) - same;
    rest >= FEWEST_APART || one.len().abs_diff(other.len()) >= FEWEST_APART
}

fn twins(
    told: &[DraftSentence],
    chosen: &[usize],
    others: &[&[DraftSentence]],
) -> Vec<(String, &'static Weakening)> {
    let mut twins = Vec::new();
    let without = |allowed: &dyn Fn(&DraftSentence) -> bool| {
        let left = gist::choose(told, allowed);
        (!left.is_empty() && left != chosen).then(|| gist::text(told, &left))
    };
    if chosen.iter().any(|at| told[*at].role == Role::Result) {
        twins.extend(without(&|one| one.role != Role::Result).map(|text| (text, &NO_RESULT)));
    }
    if chosen.iter().any(|at| told[*at].measures > 0) {
        twins.extend(without(&|one| !one.counts).map(|text| (text, &NO_FIGURES)));
    }
    twins.extend(told_as_we(&gist::text(told, chosen)).map(|text| (text, &AS_WE)));
    if chosen.iter().any(|at| told[*at].role == Role::Action) {
        twins.extend(
            without(&|one| one.role != Role::Action && !one.own).map(|text| (text, &NO_ACTION)),
        );
    }
    let foreign = others.iter().find_map(|other| {
        let chosen = gist::choose(other, |_| true);
        (!chosen.is_empty()).then(|| gist::text(other, &chosen))
    });
    twins.extend(foreign.map(|text| (text, &ANOTHER)));
    twins
}
