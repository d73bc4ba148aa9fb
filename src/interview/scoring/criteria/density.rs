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
        Span, Text,
        lexicon::{self, Match, Phrases},
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
        // Whoever is careful in other words would read that they are not.
        none: "",
        many: |said| {
            format!("Words such as {said} soften what you say; what you know, say plainly.")
        },
    },
];

/// Words before "sort of" that make a sort of it.
const KINDS_OF: [&str; 12] =
    ["a", "all", "any", "every", "no", "one", "other", "some", "that", "the", "this", "what"];

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
    let is_one = |found: &Match| !is_asked_for(found.first) && !is_plain(context.answer, found);
    let found = counted.words.find(words).filter(is_one);
    let spans: Vec<_> = found.map(|m| context.words(m.first, m.end)).collect();
    let share = spans.len() as f32 * 100.0 / context.substance.words.max(chosen.words) as f32;
    let score = 1.0 - (share - chosen.allowed).max(0.0) / chosen.too_many;
    let finding = |sentence: &str| Finding::new(counted.id, score, sentence);
    let text = context.answer.text();
    let is_sure = |span: &&Span| !counted.doubtful.contains(&span.of(text).to_lowercase().as_str());
    let sure: Vec<Span> = spans.iter().filter(is_sure).copied().collect();
    match sure.first() {
        _ if spans.is_empty() && may_have_more(context.answer, counted.id) => finding(""),
        _ if spans.is_empty() && counted.none.is_empty() => finding(""),
        _ if spans.is_empty() => finding(counted.none).praise(),
        // One or two are not many, however short the answer is.
        Some(_) if counted.id == CriterionId::FILLERS && sure.len() < chosen.many => {
            finding("").shown(sure)
        }
        Some(first) if score < chosen.few => {
            finding(&(counted.many)(&quote(&in_lower_case(first.of(text))))).fault().shown(sure)
        }
        // One or two are human, and what may be none is not spoken of.
        _ => finding("").shown(sure),
    }
}

/// Whether a phrase takes nothing away where it stands: "more or less ten minutes" is about ten, "this sort of valve" a sort.
fn is_plain(answer: &Text, found: &Match) -> bool {
    let words = answer.words();
    let before = found.first.checked_sub(1).map_or("", |at| words[at].lower.as_str());
    match words[found.first].lower.as_str() {
        "kind" | "sort" => KINDS_OF.contains(&before),
        "more" => answer.figures().iter().any(|figure| {
            let end = words.partition_point(|word| word.span.start < figure.span.end);
            let behind = end <= found.first && found.first <= end + 1;
            behind || found.end <= figure.word && figure.word <= found.end + 1
        }),
        _ => false,
    }
}

/// Whether "so" or "well" opens a sentence or stands between commas: it may be a filler and is as often none.
fn may_have_more(answer: &Text, criterion: CriterionId) -> bool {
    let words = answer.words();
    let opens = |at: usize| at == 0 || words[at - 1].sentence != words[at].sentence;
    let is_apart = |at: usize| {
        let next = words.get(at + 1).map_or(answer.text().len(), |word| word.span.start);
        answer.text()[words[at].span.end..next].starts_with(',')
    };
    criterion == CriterionId::FILLERS
        && words.iter().enumerate().any(|(at, word)| match word.lower.as_str() {
            "so" | "well" => opens(at) || is_apart(at),
            "like" | "ok" | "okay" | "right" => is_apart(at),
            _ => false,
        })
}

/// Small letters, but for "I".
fn in_lower_case(said: &str) -> String {
    let lower = said.to_lowercase();
    match lower.strip_prefix('i') {
        Some(rest) if rest.starts_with([' ', '\'', '’']) => format!("I{rest}"),
        _ => lower,
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

    #[test]
    fn one_or_two_are_not_called_many() {
        let said = |answer: &str| trial::finding(CriterionId::FILLERS, answer, Story::Own).sentence;
        assert_eq!(said("Yeah, I rewired the greenhouse in Kent, you know."), "");
        let many = "So yeah, um, I basically, you know, rewired it, sort of.";
        assert!(said(many).contains("many"), "{}", said(many));
    }

    #[test]
    fn an_approximation_is_neither() {
        for criterion in [CriterionId::FILLERS, CriterionId::HEDGES] {
            for answer in [
                "The bus left ten minutes late, more or less.",
                "It was more or less 40 rolls.",
                "It took an hour or so with this kind of valve.",
            ] {
                let found = trial::finding(criterion, answer, Story::Own);
                assert!(found.evidence.is_empty(), "{answer} {found:?}");
            }
        }
        let hedged = trial::finding(CriterionId::HEDGES, "It more or less worked.", Story::Own);
        assert!(!hedged.evidence.is_empty());
    }

    #[test]
    fn what_may_be_a_filler_is_not_said_to_be_none() {
        let said = |answer: &str| trial::finding(CriterionId::FILLERS, answer, Story::Own).sentence;
        assert_eq!(said("And then, well, I rewired the greenhouse in Kent."), "");
        assert_eq!(said("I rewired the greenhouse in Kent."), "No filler words were heard.");
    }

    #[test]
    fn i_keeps_its_capital() {
        let story = "I think it was perhaps somewhat better, I guess, and hopefully it helped.";
        let said = trial::finding(CriterionId::HEDGES, story, Story::Own).sentence;
        assert!(said.contains("“I think”"), "{said}");
    }
}
