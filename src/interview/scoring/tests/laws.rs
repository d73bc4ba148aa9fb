//! What holds for every answer, tried on many.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::interview::{
    scoring::{
        Refused, Story,
        assessment::{Assessment, Evidence},
        criteria::trial,
    },
    text::{MAX_ANSWER, Text},
};

/// Talk that carries nothing, in pieces.
const TALK: [&str; 6] = [
    "And so on and so forth, as one does.",
    "It was a good thing for everybody, I think, and we were all happy with it in the end.",
    "You know, there are many sides to this, and it depends on how you look at it.",
    "At the end of the day it is what it is.",
    "Well, what can I say, that was that, and then we went on with whatever came next.",
    "of the and to in that with for",
];

fn answers() -> impl Strategy<Value = String> {
    // Silence is a 1, and whoever says anything at all, were it only talk, may have a 2.
    proptest::sample::subsequence(trial::MODEL.to_vec(), 1..=trial::MODEL.len())
        .prop_map(|picked| picked.iter().map(|(_, s)| *s).collect::<Vec<_>>().join(" "))
}

fn stories() -> impl Strategy<Value = Story> {
    prop_oneof![Just(Story::This), Just(Story::Own)]
}

fn spans(assessment: &Assessment) -> Vec<crate::interview::text::Span> {
    let evidence = assessment.findings.iter().flat_map(|f| &f.evidence);
    let mut spans: Vec<_> = evidence
        .filter_map(|e| match e {
            Evidence::Answer(span) => Some(*span),
            Evidence::KeyPoint(_) => None,
        })
        .collect();
    spans.extend(assessment.sentences.iter().map(|s| s.span));
    spans.extend(assessment.key_points.iter().filter_map(|k| k.evidence));
    spans.extend(assessment.strengths.iter().map(|s| s.quote));
    spans
}

/// Asserts that saying one more key point, behind the first so many of an order, lowers nothing.
#[track_caller]
fn check_missed_key_point(order: &[usize], said: usize, story: Story) {
    let extra = order[said];
    let mut picked = order[..said].to_vec();
    picked.sort_unstable();
    let answer = picked.iter().map(|i| trial::MODEL[*i].1).collect::<Vec<_>>().join(" ");
    let before = trial::assess(&answer, story);
    let after = trial::assess(format!("{answer} {}", trial::MODEL[extra].1).trim(), story);
    for (b, a) in before.key_points.iter().zip(&after.key_points) {
        assert!(a.score >= b.score - 1e-5, "{} {} -> {}", b.text, b.score, a.score);
    }
    assert!(after.level >= before.level, "{:?} -> {:?}", before.level, after.level);
}

#[test]
fn a_key_point_of_the_middle_said_first_lowers_nothing() {
    check_missed_key_point(&[4, 6, 1, 7, 3, 0, 5, 2], 2, Story::This);
}

/// Many trials, the same every time.
fn trials() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn no_text_panics_and_spans_lie_on_character_borders(text in "\\PC{0,300}|.{0,200}|[a-zA-Z .,!?\n$%0-9’'\"-]{0,400}", story in stories()) {
        let assessment = trial::assess(&text, story);
        for span in spans(&assessment) {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
        let read = Text::read(&text);
        for quote in read.quotes() {
            prop_assert!(text.get(quote.start..quote.end).is_some());
        }
        for figure in read.figures() {
            prop_assert!(text.get(figure.span.start..figure.span.end).is_some());
        }
    }

    #[test]
    fn padding_never_raises_the_level(answer in answers(), talk in proptest::collection::vec(0..TALK.len(), 1..12), story in stories()) {
        let padding = talk.iter().map(|i| TALK[*i]).collect::<Vec<_>>().join(" ");
        let plain = trial::assess(&answer, story);
        let padded = trial::assess(&format!("{answer} {padding}"), story);
        prop_assert!(padded.level <= plain.level, "{:?} -> {:?}", plain.level, padded.level);
    }

    #[test]
    fn repeating_oneself_never_raises_the_level(answer in answers(), times in 1..9_usize, story in stories()) {
        let read = Text::read(&answer);
        if let Some(first) = read.sentences().first() {
            let again = format!(" {}", first.span.of(&answer)).repeat(times);
            let plain = trial::assess(&answer, story);
            let padded = trial::assess(&format!("{answer}{again}"), story);
            prop_assert!(padded.level <= plain.level);
        }
    }

    #[test]
    fn a_missed_key_point_never_lowers_anything(order in Just((0..trial::MODEL.len()).collect::<Vec<_>>()).prop_shuffle(), said in 0..trial::MODEL.len(), story in stories()) {
        check_missed_key_point(&order, said, story);
    }

    #[test]
    fn the_same_answer_gives_the_same_bytes(answer in answers(), story in stories()) {
        let bytes = |a: &Assessment| serde_json::to_vec(a).expect("an assessment can be written");
        prop_assert_eq!(bytes(&trial::assess(&answer, story)), bytes(&trial::assess(&answer, story)));
    }
}

#[test]
fn a_short_answer_in_a_phrase_keeps_its_level_with_talk_behind_it() {
    for story in [Story::This, Story::Own] {
        let plain = trial::assess("I wrote a script that copied the labels", story);
        for talk in TALK {
            let padded =
                trial::assess(&format!("I wrote a script that copied the labels. {talk}"), story);
            assert!(padded.level <= plain.level, "{talk}");
        }
    }
}

#[test]
fn threads_give_the_same_bytes() {
    let judge = || {
        serde_json::to_string(&trial::assess(&trial::model_text(), Story::This)).expect("written")
    };
    let here = judge();
    let there: Vec<_> = (0..2).map(|_| std::thread::spawn(judge)).collect();
    for thread in there {
        assert_eq!(thread.join().expect("the thread ends"), here);
    }
}

#[test]
fn a_text_over_the_bound_is_refused_and_one_at_the_bound_is_not() {
    let scorer = trial::scorer();
    let long = "é".repeat(MAX_ANSWER + 1);
    let refused = scorer.assess(0, &long, Story::This);
    assert_eq!(
        refused.err(),
        Some(Refused::TooLong { characters: MAX_ANSWER + 1, at_most: MAX_ANSWER })
    );
    assert!(scorer.assess(0, &"word ".repeat(MAX_ANSWER / 5), Story::This).is_ok());
    assert!(scorer.assess(0, &"x".repeat(MAX_ANSWER), Story::Own).is_ok());
    assert!(scorer.assess(9, "Hello.", Story::Own).is_err());
}
