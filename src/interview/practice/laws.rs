//! Laws of practice: whoever practises, and whenever.

use proptest::prelude::*;

use crate::interview::{
    fingerprint::Fingerprint,
    practice::{
        day::Day,
        grade::Outing,
        plan::plan,
        question::{PanelDay, PracticeQuestion, QuestionKey, Sighting},
        simulation::{Simulated, simulate},
    },
    scoring::level::Level,
};

/// By so many thousandths the plan may leave a single player less than another spacing with the same answers: the others
/// know nothing of it, and now and then it falls out well.
const BY_CHANCE: u32 = 40;
/// So many players in a thousand may be left less at all.
const MOST_LEFT_LESS: usize = 60;

#[test]
fn planned_practice_leaves_more_than_even_and_massed_practice_of_the_same_cost() {
    let all: Vec<Simulated> = (0..1_000).map(simulate).collect();
    for evenings in [3..=6, 7..=13, 14..=20, 21..=31, 32..=45] {
        let group = || all.iter().filter(|one| evenings.contains(&one.evenings));
        let sum = |of: fn(&Simulated) -> u32| group().map(of).sum::<u32>();
        assert!(group().count() > 50, "{evenings:?}");
        let planned = sum(|one| one.planned);
        assert!(planned > sum(|one| one.even), "{evenings:?}");
        assert!(planned > sum(|one| one.massed), "{evenings:?}");
    }
    let less: Vec<_> = all.iter().filter(|one| one.planned < one.even.max(one.massed)).collect();
    assert!(less.len() <= MOST_LEFT_LESS, "{}", less.len());
    assert!(less.iter().all(|one| one.planned + BY_CHANCE > one.even.max(one.massed)), "{less:?}");
    assert!(all.iter().all(|one| one.over == 0), "an evening was longer than was asked for");
}

fn sighting() -> impl Strategy<Value = (i32, Option<u8>, Option<u8>, bool, Option<u32>)> {
    let level = || proptest::option::of(1..=5_u8);
    (0..60_i32, level(), level(), any::<bool>(), proptest::option::of(0..10_000_u32))
}

fn question() -> impl Strategy<Value = PracticeQuestion> {
    let panel = proptest::option::of((0..90_i32, 0..60_i32));
    (any::<u32>(), proptest::collection::vec(sighting(), 0..12), panel).prop_map(
        |(number, mut seen, panel)| {
            seen.sort_unstable();
            let sightings: Vec<_> = seen
                .into_iter()
                .map(|(day, level, own, helped, seconds)| {
                    let (level, own) = (level.map(Level::new), own.map(Level::new));
                    Sighting { day: Day::new(day), outing: Outing { level, own, helped }, seconds }
                })
                .collect();
            let id = format!("q{number}");
            let fingerprint = Fingerprint::of_words(&id);
            let key = QuestionKey { scenario: "any".to_owned(), fingerprint };
            let panel =
                panel.map(|(day, since)| PanelDay { day: Day::new(day), since: Day::new(since) });
            PracticeQuestion::new(key, &id, &id, panel, &sightings)
        },
    )
}

proptest! {
    #[test]
    fn an_evening_is_never_longer_than_was_asked_for_and_asks_nothing_twice(
        questions in proptest::collection::vec(question(), 0..20),
        today in -5..120_i32,
        minutes in 0..400_u32,
    ) {
        let today = Day::new(today);
        let planned = plan(&questions, today, minutes);
        let seconds: u32 = planned.picks.iter().map(|pick| pick.seconds).sum();
        prop_assert!(seconds <= minutes * 60);
        let mut picked: Vec<_> = planned.picks.iter().map(|pick| pick.question).collect();
        picked.sort_unstable();
        picked.dedup();
        prop_assert_eq!(picked.len(), planned.picks.len());
        prop_assert!(picked.iter().all(|index| !questions[*index].was_seen_on(today)));
        prop_assert!(planned.out_of_reach <= questions.len());
        prop_assert!(!planned.headline().is_empty());
        prop_assert_eq!(plan(&questions, today, minutes), planned);
    }

    #[test]
    fn what_was_missed_is_no_debt(
        questions in proptest::collection::vec(question(), 1..20),
        missed in 1..60_i32,
    ) {
        let late = plan(&questions, Day::new(60 + missed), 20);
        prop_assert!(late.takes() <= 20);
    }
}
