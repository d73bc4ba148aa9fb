//! How likely a sentence is each of the four parts, by the signs it shows: the fitted numbers of `assets/roles.ron`.
//!
//! `examples/fit_roles.rs` fits them on labelled stories and writes the file.

use crate::interview::{
    scoring::{
        numbers::{Parts, RoleFit, Scale, Weights},
        roles::role_features::{self, Sign},
    },
    text::Text,
};

/// An answer of fewer sentences has no places: each of them is read alone.
const PLACED_FROM: usize = 3;

impl RoleFit {
    /// The parts of every sentence, as probabilities: by its words, its place and its neighbours.
    pub fn read(&self, answer: &Text) -> Vec<Parts> {
        self.read_alone(answer, &(0..answer.sentences().len()).collect::<Vec<_>>())
    }

    /// The parts of some sentences, as if the answer had no others.
    pub fn read_alone(&self, answer: &Text, sentences: &[usize]) -> Vec<Parts> {
        let n = sentences.len();
        let own = sentences.iter().map(|s| role_features::own(answer, *s));
        if n < PLACED_FROM {
            return own.map(|found| self.alone.probabilities(&found)).collect();
        }
        let placed = own.enumerate().map(|(place, mut found)| {
            found.extend(role_features::place(place, n));
            self.placed.probabilities(&found)
        });
        self.smoothed(&placed.collect::<Vec<_>>())
    }

    /// How strongly a sentence does each part by its own words alone: 1 where it is certain, 0 where nothing speaks for
    /// this part more than for others, whichever parts are frequent.
    pub fn strength(&self, answer: &Text, sentence: usize) -> Parts {
        let likely = self.alone.probabilities(&role_features::own(answer, sentence));
        let even = 1.0 / likely.len() as f64;
        normal(std::array::from_fn(|r| likely[r] / self.shares[r]))
            .map(|p| ((p - even) / (1.0 - even)).max(0.0))
    }

    /// Each sentence in the light of all others, forward and backward along the answer.
    fn smoothed(&self, likely: &[Parts]) -> Vec<Parts> {
        let n = likely.len();
        let next = &self.transitions;
        let mut forward = likely.to_vec();
        for s in 1..n {
            let before = forward[s - 1];
            forward[s] = normal(std::array::from_fn(|to| {
                likely[s][to] * (0..4).map(|from| before[from] * next[from][to]).sum::<f64>()
            }));
        }
        let mut backward = vec![[1.0; 4]; n];
        for s in (1..n).rev() {
            let after: Parts = std::array::from_fn(|to| likely[s][to] * backward[s][to]);
            backward[s - 1] = normal(std::array::from_fn(|from| {
                (0..4).map(|to| next[from][to] * after[to]).sum()
            }));
        }
        let both = forward.iter().zip(&backward);
        both.map(|(f, b)| normal(std::array::from_fn(|r| f[r] * b[r]))).collect()
    }
}

impl Weights {
    /// How likely each part is with these signs; they sum to 1.
    pub fn probabilities(&self, found: &[Sign]) -> Parts {
        let mut sums = self.intercepts;
        for (name, much) in found {
            if let Some(weights) = self.signs.get(*name) {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += weight * much;
                }
            }
        }
        let highest = sums.into_iter().fold(f64::NEG_INFINITY, f64::max);
        normal(sums.map(|sum| (sum - highest).exp()))
    }
}

impl Scale {
    /// How far a part is told, from 0 to 1.
    pub fn presence(self, mean_of_two: f64) -> f64 {
        ((mean_of_two - self.missing) / (self.told - self.missing)).clamp(0.0, 1.0)
    }
}

/// For each part the mean of the two sentences that do it most; a missing second one counts nothing.
pub fn mean_of_two(sentences: impl Iterator<Item = Parts>) -> Parts {
    let mut best = [[0.0_f64; 2]; 4];
    for parts in sentences {
        for (two, part) in best.iter_mut().zip(parts) {
            if part > two[0] {
                *two = [part, two[0]];
            } else if part > two[1] {
                two[1] = part;
            }
        }
    }
    best.map(|two| (two[0] + two[1]) / 2.0)
}

fn normal(values: Parts) -> Parts {
    let total: f64 = values.iter().sum();
    if total > 0.0 { values.map(|v| v / total) } else { [1.0 / 4.0; 4] }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::interview::scoring::numbers::Numbers;

    #[test]
    fn the_shipped_numbers_belong_to_known_signs_and_can_be_reckoned_with() {
        let fit = &Numbers::shipped().roles;
        let known: BTreeSet<&str> = role_features::names().collect();
        for name in fit.placed.signs.keys().chain(fit.alone.signs.keys()) {
            assert!(known.contains(name.as_str()), "{name}");
        }
        assert_eq!(fit.placed.signs.len(), known.len());
        assert!(fit.shares.iter().chain(fit.transitions.as_flattened()).all(|share| *share > 0.0));
        assert!(fit.presence.iter().all(|scale| scale.told > scale.missing));
    }
}
