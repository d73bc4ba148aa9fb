//! What each sentence does: Situation, Task, Action or Result, by its phrases, its place and its neighbours.
//!
//! The probabilities shown for a sentence are smoothed along the answer; whether a part is present at all is read from
//! the phrases alone, so that a sentence more or less elsewhere does not change it.

use crate::interview::{
    answer::{Answer, Unit, Word},
    lexicon,
    scoring::assessment::RoleReading,
    star::Role,
};

/// What comes after what: rows from, columns to, in the order of `Role::ALL`.
const TRANSITIONS: [[f64; 4]; 4] = [
    [0.46, 0.22, 0.26, 0.06],
    [0.10, 0.30, 0.52, 0.08],
    [0.05, 0.06, 0.64, 0.25],
    [0.05, 0.05, 0.22, 0.68],
];
/// What the first sentence does.
const FIRST: [f64; 4] = [0.58, 0.16, 0.20, 0.06];
/// The mean of the two strongest sentences from which on a part counts as fully present.
const FULL: f32 = 0.45;

/// The parts of every sentence, as probabilities.
pub(super) fn read(answer: &Answer) -> Vec<RoleReading> {
    let n = answer.sentences().len();
    let likely: Vec<[f64; 4]> = (0..n).map(|s| placed(cues(answer, s), s, n)).collect();
    let mut forward = vec![[0.0; 4]; n];
    let mut backward = vec![[1.0; 4]; n];
    for s in 0..n {
        for to in 0..4 {
            let before = if s == 0 {
                FIRST[to]
            } else {
                (0..4).map(|from| forward[s - 1][from] * TRANSITIONS[from][to]).sum()
            };
            forward[s][to] = before * likely[s][to];
        }
        forward[s] = normal(forward[s]);
    }
    for s in (0..n.saturating_sub(1)).rev() {
        for from in 0..4 {
            backward[s][from] = (0..4)
                .map(|to| TRANSITIONS[from][to] * likely[s + 1][to] * backward[s + 1][to])
                .sum();
        }
        backward[s] = normal(backward[s]);
    }
    (0..n)
        .map(|s| {
            let joint = std::array::from_fn(|r| forward[s][r] * backward[s][r]);
            RoleReading {
                span: answer.sentences()[s].span,
                probabilities: normal(joint).map(|p| p as f32),
            }
        })
        .collect()
}

/// How present each part is, from 0 to 1: the mean of its two strongest sentences among those that count.
pub(super) fn presence(answer: &Answer, counts: &[bool]) -> [f32; 4] {
    let mut best = [[0.0_f32; 2]; 4];
    for s in (0..answer.sentences().len()).filter(|s| counts[*s]) {
        let strengths = strength(answer, s);
        for (two, strength) in best.iter_mut().zip(strengths) {
            if strength > two[0] {
                *two = [strength, two[0]];
            } else if strength > two[1] {
                two[1] = strength;
            }
        }
    }
    best.map(|two| ((two[0] + two[1]) / 2.0 / FULL).min(1.0))
}

/// How strongly a sentence does each part by its own words, from 0 to 1.
pub(super) fn strength(answer: &Answer, sentence: usize) -> [f32; 4] {
    let cues = cues(answer, sentence);
    let shares = normal(cues.map(doubled));
    std::array::from_fn(|r| {
        let own = cues[r] / (cues[r] + 0.8);
        (own * (0.6 + 0.4 * shares[r])) as f32
    })
}

/// Phrases and figures of a sentence, weighed for each part.
fn cues(answer: &Answer, sentence: usize) -> [f64; 4] {
    let words = answer.words_of(sentence);
    let mut score = [0.0; 4];
    for (part, phrases) in score.iter_mut().zip(lexicon::CUES.iter()) {
        *part = phrases.find(words).map(|found| found.weight).sum();
    }
    let (own, shared) = deeds(words);
    score[Role::Action as usize] += 1.3 * own.min(2) as f64 + 0.5 * shared.min(2) as f64;
    for figure in answer.figures_of(sentence) {
        match figure.unit {
            Unit::Percent | Unit::Money | Unit::Factor => score[Role::Result as usize] += 0.4,
            Unit::Count => score[Role::Result as usize] += 0.15,
            Unit::Time | Unit::Date => {}
        }
    }
    // What could or would come of it has not come of it yet.
    if words
        .iter()
        .any(|w| matches!(w.lower.as_str(), "could" | "would" | "we'd" | "i'd" | "might"))
    {
        score[Role::Result as usize] *= 0.4;
    }
    score.map(|s| s.min(6.0))
}

/// How often a sentence says what "I" did and what "we" did.
pub(super) fn deeds(words: &[Word]) -> (usize, usize) {
    let mut own = 0;
    let mut shared = 0;
    for (i, word) in words.iter().enumerate() {
        let count = match word.lower.as_str() {
            "i" | "i've" | "i'd" | "i'll" => &mut own,
            "we" | "we've" | "we'd" | "we'll" => &mut shared,
            _ => continue,
        };
        let verb = words[i + 1..].iter().take(4).find(|w| {
            !matches!(
                w.lower.as_str(),
                "then"
                    | "also"
                    | "first"
                    | "personally"
                    | "immediately"
                    | "would"
                    | "will"
                    | "quickly"
                    | "therefore"
                    | "just"
                    | "have"
                    | "always"
                    | "finally"
                    | "usually"
                    | "myself"
                    | "never"
            )
        });
        *count += usize::from(verb.is_some_and(|verb| is_deed(&verb.lower)));
    }
    (own, shared)
}

/// Whether a word after "I" is something done.
fn is_deed(lower: &str) -> bool {
    !lexicon::STATIVE_VERBS.contains(lower)
        && !lexicon::CLOSED_CLASS.get(lower).is_some_and(|class| !matches!(class, b'V'))
        && !matches!(
            lower,
            "think"
                | "guess"
                | "know"
                | "feel"
                | "mean"
                | "want"
                | "like"
                | "love"
                | "believe"
                | "need"
                | "suppose"
                | "hope"
                | "agree"
                | "own"
                | "wish"
        )
}

/// Phrases and place together, as likelihoods.
fn placed(cues: [f64; 4], sentence: usize, of: usize) -> [f64; 4] {
    let place = if of > 1 { sentence as f64 / (of - 1) as f64 } else { 0.5 };
    let prior = [
        0.25 + 1.3 * (1.0 - place) * (1.0 - place),
        0.35 + 0.8 * (1.0 - place) * place,
        0.6 + 1.6 * place * (1.0 - place),
        0.15 + 1.2 * place * place,
    ];
    std::array::from_fn(|r| prior[r] * doubled(cues[r]))
}

/// A likelihood that doubles with every point of weight: 2^x by halving steps, with plain multiplication only.
fn doubled(x: f64) -> f64 {
    let mut value = 1.0 + x / 16.0 * core::f64::consts::LN_2;
    for _ in 0..4 {
        value *= value;
    }
    value
}

fn normal(values: [f64; 4]) -> [f64; 4] {
    let total: f64 = values.iter().sum();
    if total > 0.0 { values.map(|v| v / total) } else { [0.25; 4] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, letters: &str) {
        let found: String = read(&Answer::read(text)).iter().map(|r| r.role().letter()).collect();
        assert_eq!(found, letters);
    }

    #[test]
    fn a_plain_story_is_read() {
        check(
            "Two years ago our bakery lost its oven in the week before Easter. My task was to keep \
             the shops supplied. I rang three rival bakeries and rented night hours in one. I moved \
             the dough there by van. In the end we delivered 94% of the orders.",
            "STAAR",
        );
    }

    #[test]
    fn without_a_result_none_is_found() {
        let answer = Answer::read(
            "Last spring the choir had no venue. I was asked to find one. I called nine churches \
             and wrote to the school.",
        );
        let presence = presence(&answer, &[true; 3]);
        assert!(presence[Role::Result as usize] < 0.35, "{presence:?}");
        assert!(presence[Role::Action as usize] > 0.5, "{presence:?}");
    }

    #[test]
    fn probabilities_sum_to_one() {
        for reading in read(&Answer::read("We met. I spoke. It rose by 4%. Done!")) {
            let total: f32 = reading.probabilities.iter().sum();
            assert!((total - 1.0).abs() < 1e-4);
        }
    }
}
