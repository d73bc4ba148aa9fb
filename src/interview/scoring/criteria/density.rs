//! Words that stand too thickly in what an answer tells: fillers, "um" and "you know"; hedges, "maybe" and "I think".

use std::sync::LazyLock;

use crate::interview::{
    scoring::{
        assessment::Finding,
        context::Context,
        criteria::{Criterion, Heard, Kind, as_found, count},
        criterion_id::CriterionId,
    },
    text::lexicon::{self, Phrases},
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
    noun: &'static str,
    /// What is said where there are none, behind the count of a few, and behind that of many.
    none: &'static str,
    few: &'static str,
    many: &'static str,
}

const COUNTED: [Counted; 2] = [
    Counted {
        id: CriterionId::FILLERS,
        name: "Fillers",
        about: "Counts words that only fill time: a few are human, many hide the story.",
        words: &lexicon::FILLERS,
        noun: "filler",
        none: "No fillers.",
        few: ", which nobody notices.",
        many: ": a pause does better.",
    },
    Counted {
        id: CriterionId::HEDGES,
        name: "Hedges",
        about: "Counts words that take the edge off a claim: what you did, you can say plainly.",
        words: &lexicon::HEDGES,
        noun: "hedge",
        none: "Claims are made plainly.",
        few: ": so much caution is honest.",
        many: ": say plainly what you know.",
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
    let found = counted.words.find(context.answer.words());
    let spans: Vec<_> = found.map(|m| context.words(m.first, m.end)).collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(chosen.words) as f32;
    let score = 1.0 - (share - chosen.allowed).max(0.0) / chosen.too_many;
    let sentence = match spans.len() {
        0 => counted.none.to_owned(),
        n if score >= chosen.few => count(n, counted.noun) + counted.few,
        n => count(n, counted.noun) + counted.many,
    };
    Finding::new(counted.id, score, sentence).shown(spans)
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
