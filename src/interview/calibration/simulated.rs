//! Raters whose habits are known by how they are made: each is called by its name.

use crate::interview::{
    calibration::{Agreement, LevelPair, tendency::Tendency},
    chance::Chance,
    scoring::level::Level,
};

/// The purpose of [`Chance`] that makes answers.
const ANSWERS: u64 = 1;
/// The purpose of [`Chance`] that rates at random.
const RATES: u64 = 2;

/// Sixty answers, rich in 1s and 2s, whose length says something of their level and not much: known level and words.
fn answers(seed: u64) -> Vec<(Level, usize)> {
    let mut chance = Chance::new(seed, ANSWERS);
    let levels = [1, 1, 2, 2, 2, 3, 3, 4, 4, 5];
    let mut answers: Vec<_> = (0..60)
        .map(|at| {
            let level: u8 = levels[at % levels.len()];
            (Level::new(level), 30 + 12 * usize::from(level) + chance.below(160))
        })
        .collect();
    chance.shuffle(&mut answers);
    answers
}

fn rated(seed: u64, mut rates: impl FnMut(Level, usize) -> u8) -> Agreement {
    let pair = |(known, words): (Level, usize)| LevelPair {
        known,
        given: Level::new(rates(known, words)),
        words,
    };
    let pairs: Vec<_> = answers(seed).into_iter().map(pair).collect();
    Agreement::of(&pairs, seed)
}

const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];

#[test]
fn a_perfect_rater_is_accurate() {
    for seed in SEEDS {
        let found = rated(seed, |known, _| known.number());
        assert_eq!(found.tendencies, [Tendency::Accurate]);
        assert_eq!((found.exact, found.bias), (60, 0.0));
        assert!((found.kappa.expect("sixty").low - 1.0).abs() < 1e-12);
    }
}

#[test]
fn a_rater_who_is_lenient_by_one_is_lenient() {
    for seed in SEEDS {
        let found = rated(seed, |known, _| known.number() + 1);
        assert_eq!(found.tendencies, [Tendency::Lenient]);
        assert_eq!(found.within_one, 60);
        assert!(found.bias > 0.8 && !found.kappa.expect("sixty").holds_chance());
    }
}

#[test]
fn a_rater_who_is_severe_by_one_is_severe() {
    for seed in SEEDS {
        let found = rated(seed, |known, _| known.number().saturating_sub(1));
        assert_eq!(found.tendencies, [Tendency::Severe]);
    }
}

/// A rater who draws each level.
fn at_random(seed: u64) -> Agreement {
    let mut chance = Chance::new(seed, RATES);
    rated(seed, |_, _| u8::try_from(chance.below(5)).expect("below five") + 1)
}

#[test]
fn a_random_rater_is_random() {
    for seed in SEEDS {
        assert_eq!(at_random(seed).tendencies, [Tendency::Random]);
    }
}

#[test]
fn the_interval_of_a_random_rater_holds_nothing_as_often_as_it_says() {
    let holds = |seed: &u64| {
        let kappa = at_random(*seed).kappa.expect("sixty");
        kappa.low <= 0.0 && kappa.high >= 0.0
    };
    // 95 of a hundred are to be expected.
    let held = (1..=60).filter(holds).count();
    assert!((53..=60).contains(&held), "{held} of 60");
}

#[test]
fn a_rater_who_goes_by_length_has_a_halo() {
    for seed in SEEDS {
        let found = rated(seed, |_, words| u8::try_from((words - 30) / 45).expect("small") + 1);
        assert_eq!(found.tendencies, [Tendency::Halo], "{:?}", found.spread);
    }
}

#[test]
fn a_rater_who_keeps_to_the_middle_is_central() {
    for seed in SEEDS {
        let middle = |known: Level, _| match known.number() {
            1 => 2,
            5 => 4,
            _ => 3,
        };
        let found = rated(seed, middle);
        assert!(found.tendencies.contains(&Tendency::Central), "{:?}", found.spread);
        assert!(rated(seed, |_, _| 3).tendencies.contains(&Tendency::Central));
    }
}

#[test]
fn the_last_ten_are_set_against_the_first() {
    let pairs: Vec<_> = (0..40_u8)
        .map(|at| {
            let known = Level::new(at % 4 + 1);
            let given = Level::new(known.number() + u8::from(at < 20));
            LevelPair { known, given, words: 50 }
        })
        .collect();
    let growth = Agreement::of(&pairs, 1).growth.expect("forty ratings");
    assert_eq!((growth.first_exact, growth.last_exact), (0, 10));
    assert!(growth.in_words().contains("closer than at first"));
    assert_eq!(Agreement::of(&pairs[..19], 1).growth, None);
}

#[test]
fn what_is_said_of_few_ratings_is_modest() {
    let pair = LevelPair { known: Level::new(2), given: Level::new(4), words: 20 };
    let few = Agreement::of(&[pair; 3], 1);
    assert_eq!((few.kappa, few.tendencies.len()), (None, 0));
    assert!(few.in_words().iter().any(|line| line.contains("Ten ratings")));
    assert_eq!(Agreement::of(&[], 1).in_words(), ["Nothing was rated."]);
}
