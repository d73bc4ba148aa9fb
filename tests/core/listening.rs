//! How a panel listens, whatever it hears: faces stay, gestures end before the next begins, the same seed is the same.

use std::collections::BTreeSet;

use hotseat::interview::{
    listening::{
        Audience,
        answer_so_far::AnswerSoFar,
        listener::{Gesture, Mood, STAY, Showing},
    },
    scenario::Scenario,
    scoring::{Story, criteria::Criteria, criterion_id::CriterionId},
    star::Role,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::seed;

fn trials() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(7),
        ..ProptestConfig::default()
    }
}

/// An answer as it stands at some moment, good or bad, and how long it stands so, in hundredths of a second.
fn moments() -> impl Strategy<Value = Vec<(AnswerSoFar, u16)>> {
    let qualities = proptest::sample::subsequence(Role::ALL.map(CriterionId::from).to_vec(), 0..4);
    let heard = (
        proptest::collection::btree_set(0_usize..6, 0..6),
        0_usize..5,
        qualities,
        (0.0_f32..1.0, any::<bool>(), any::<bool>()),
        0_usize..300,
        0.0_f32..2.0,
    );
    let heard =
        heard.prop_map(|(points, figures, qualities, (own, padded, doubtful), words, length)| {
            let qualities = qualities.into_iter().collect();
            AnswerSoFar { points, figures, qualities, own, padded, doubtful, words, length }
        });
    proptest::collection::vec((heard, 1_u16..300), 1..40)
}

/// What everybody shows at each step of hearing these moments.
fn listen(
    scenario: &Scenario,
    seed: u64,
    moments: &[(AnswerSoFar, u16)],
) -> Vec<(f32, Vec<Showing>)> {
    let mut audience = Audience::new(scenario.panel(), seed);
    audience.attend(0);
    let (mut hundredths, mut shown) = (0_u32, Vec::new());
    for (heard, stands) in moments {
        for step in 0..stands.div_ceil(10) {
            let now = hundredths as f32 / 100.0;
            if step == 0 {
                audience.hear(heard, now);
            }
            audience.wait(now);
            let seats = 0..scenario.panel().len();
            shown.push((now, seats.map(|seat| audience.showing(seat)).collect()));
            hundredths += 10;
        }
    }
    shown
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn no_face_changes_twice_within_its_shortest_stay(moments in moments(), seed in 0_u64..50) {
        let scenario = seed::scenario();
        let shown = listen(&scenario, seed, &moments);
        for seat in 0..scenario.panel().len() {
            let mut changed = f32::NEG_INFINITY;
            for pair in shown.windows(2) {
                let (before, (now, after)) = (&pair[0].1[seat], (pair[1].0, &pair[1].1[seat]));
                if before.mood != after.mood {
                    prop_assert!(now - changed > STAY - 1e-3, "at {now}, {} after the last", now - changed);
                    changed = now;
                }
                prop_assert!(before.mood != after.mood || before.strength == after.strength);
            }
        }
    }

    #[test]
    fn no_gesture_begins_before_the_last_has_ended(moments in moments(), seed in 0_u64..50) {
        let scenario = seed::scenario();
        let shown = listen(&scenario, seed, &moments);
        for seat in 0..scenario.panel().len() {
            let mut free_from = f32::NEG_INFINITY;
            let mut last = f32::NEG_INFINITY;
            for performed in shown.iter().filter_map(|(_, all)| all[seat].gesture) {
                if performed.began != last {
                    prop_assert!(performed.began > free_from - 1e-3);
                    last = performed.began;
                    free_from = last + performed.gesture.seconds();
                }
                if let Gesture::Look(other) = performed.gesture {
                    prop_assert!(other != seat && other < scenario.panel().len());
                }
            }
        }
    }

    #[test]
    fn the_same_seed_listens_the_same_way(moments in moments(), seed in 0_u64..50) {
        let scenario = seed::scenario();
        prop_assert!(listen(&scenario, seed, &moments) == listen(&scenario, seed, &moments));
    }
}

/// What the asker of the first question does while an answer to it is said word by word, three a second.
fn hear_out(text: &str) -> (BTreeSet<u32>, Vec<Mood>) {
    let (scenario, scorer) = (seed::scenario(), seed::scorer());
    let asker = scenario.questions()[0].asked_by;
    let aim = scorer.aim_seconds(0, Story::This);
    let mut audience = Audience::new(scenario.panel(), 7);
    audience.attend(asker);
    let words: Vec<_> = text.split_whitespace().collect();
    let (mut approved, mut moods) = (BTreeSet::new(), Vec::new());
    for (count, _) in words.iter().enumerate() {
        let now = count as f32 / 3.0;
        if let Ok(assessment) = scorer.assess(0, &words[..=count].join(" "), Story::This) {
            audience.hear(&AnswerSoFar::of(Criteria::SHIPPED, &assessment, aim), now);
        }
        audience.wait(now);
        let showing = audience.showing(asker);
        moods.push(showing.mood);
        let nods = showing.gesture.filter(|g| matches!(g.gesture, Gesture::Nod | Gesture::Note));
        approved.extend(nods.map(|performed| performed.began.to_bits()));
    }
    (approved, moods)
}

#[test]
fn a_model_answer_is_nodded_at_again_and_again() {
    let (approved, moods) = hear_out(&seed::scenario().questions()[0].model.text());
    assert!(approved.len() >= 3, "{}", approved.len());
    assert!(moods.iter().any(|mood| matches!(mood, Mood::Interested | Mood::Impressed)));
}

#[test]
fn talk_that_goes_nowhere_is_never_nodded_at_and_leaves_the_asker_at_a_loss() {
    let talk = "There are many sides to this, and it depends on how one looks at it, as these things always do. \
        And so on and so forth, as one does, and that was that, and then it went on with whatever came next. \
        It is always like that, one way or another, and everybody knows that these things take the time they take. \
        At the end of the day it is what it is, and more could be said about it, but that is how it goes.";
    let (approved, moods) = hear_out(talk);
    assert!(approved.len() <= 1, "{}", approved.len());
    assert!(moods.iter().any(|mood| matches!(mood, Mood::Puzzled | Mood::Sceptical)), "{moods:?}");
}
