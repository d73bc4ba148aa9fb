//! Words that stand too thickly in what an answer tells: fillers, "um" and "you know"; hedges, "maybe" and "I think".

use std::sync::LazyLock;

use crate::interview::{
    scoring::{
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Heard, Kind, as_found, quoting::quote},
        criterion_id::CriterionId,
    },
    text::{
        Span,
        lexicon::{self, Phrases},
    },
};

impl CriterionId {
    /// Words that only fill time.
    pub const FILLERS: Self = Self::new("fillers");
    /// Words that take the edge off a claim.
    pub const HEDGES: Self = Self::new("hedges");
}

/// What is particular to the criterion of one kind of words.
struct Counted {
    id: CriterionId,
    name: &'static str,
    about: &'static str,
    words: &'static LazyLock<Phrases>,
    /// What may count as one and is as often none: it is not shown.
    doubtful: &'static [&'static str],
    /// What is said where there are none, and where there are many.
    none: &'static str,
    many: fn(&str) -> String,
}

const COUNTED: [Counted; 2] = [
    Counted {
        id: CriterionId::FILLERS,
        name: "Fillers",
        about: "Counts words that only fill time: a few are human, many hide the story.",
        words: &lexicon::FILLERS,
        doubtful: &["and so", "anyway", "like", "of course", "so", "well", "you see"],
        none: "No filler words were heard.",
        many: |said| format!("There are many filler words, such as {said}; a pause sounds better."),
    },
    Counted {
        id: CriterionId::HEDGES,
        name: "Hedges",
        about: "Counts words that take the edge off a claim: what you did, you can say plainly.",
        words: &lexicon::HEDGES,
        doubtful: &[
            "a bit",
            "a little bit",
            "could have been",
            "i hope",
            "i tried to",
            "might have",
            "in general",
        ],
        none: "No hedging was heard.",
        many: |said| {
            format!("Words such as {said} soften what you say; what you know, say plainly.")
        },
    },
];

pub(super) const FILLERS: Criterion = criterion::<0>();
pub(super) const HEDGES: Criterion = criterion::<1>();

/// The criterion of the words that stand here in [`COUNTED`].
const fn criterion<const WORDS: usize>() -> Criterion {
    let counted = &COUNTED[WORDS];
    Criterion {
        id: counted.id,
        name: counted.name,
        about: counted.about,
        kind: Kind::Quality,
        assess: assess::<WORDS>,
        step: Some(as_found),
        praised: false,
        heard: Heard::Nothing,
        openings: &[],
        mendable: false,
    }
}

fn assess<const WORDS: usize>(context: &Context) -> Finding {
    let chosen = &context.numbers.qualities.density;
    let counted = &COUNTED[WORDS];
    // Who is asked what they think or want, or what they would do, says so with "I think".
    let words = context.answer.words();
    let is_asked_for = |first: usize| {
        counted.id == CriterionId::HEDGES
            && context.reference.asks() != Asks::Story
            && matches!(words[first].lower.as_str(), "i" | "i'd" | "i'm")
    };
    let found = counted.words.find(words).filter(|m| !is_asked_for(m.first));
    let spans: Vec<_> = found.map(|m| context.words(m.first, m.end)).collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(chosen.words) as f32;
    let score = 1.0 - (share - chosen.allowed).max(0.0) / chosen.too_many;
    let finding = |sentence: &str| Finding::new(counted.id, score, sentence);
    let text = context.answer.text();
    let is_sure = |span: &&Span| !counted.doubtful.contains(&span.of(text).to_lowercase().as_str());
    let sure: Vec<Span> = spans.iter().filter(is_sure).copied().collect();
    match sure.first() {
        _ if spans.is_empty() => finding(counted.none).praise(),
        Some(first) if score < chosen.few => {
            finding(&(counted.many)(&quote(&first.of(text).to_lowercase()))).fault().shown(sure)
        }
        // One or two are human, and what may be none is not spoken of.
        _ => finding("").shown(sure),
    }
}

#[cfg(test)]
mod tests {
    use std::ops::RangeInclusive;

    use super::*;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(criterion: CriterionId, answer: &str, expected: RangeInclusive<f32>) {
        let score = trial::score(criterion, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn many_fillers_weigh() {
        check(CriterionId::FILLERS, "I rewired the greenhouse in Kent.", 1.0..=1.0);
        let story = "So yeah, um, I basically, you know, rewired it, sort of.";
        check(CriterionId::FILLERS, story, 0.0..=0.3);
    }

    #[test]
    fn many_hedges_weigh() {
        check(CriterionId::HEDGES, "I rewired the greenhouse in Kent.", 1.0..=1.0);
        let story = "I think it was perhaps somewhat better, I guess, and hopefully it helped.";
        check(CriterionId::HEDGES, story, 0.0..=0.3);
    }
}
