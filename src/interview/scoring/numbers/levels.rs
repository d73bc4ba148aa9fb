//! What every criterion counts in a level: `assets/levels.ron` by `examples/fit_levels`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::interview::scoring::{Story, criterion_id::CriterionId, level::Level};

/// Both kinds of story, with where the numbers come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelFits {
    /// What was fitted on, how, and how well it did.
    pub provenance: Vec<String>,
    /// How *this story* is rated.
    pub this: LevelFit,
    /// How *my own story* is rated.
    pub own: LevelFit,
}

/// How answers to one kind of story are rated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelFit {
    /// The means of what is reached, from 0 to 1, from which on an answer is a 2, a 3, a 4 and a 5.
    pub borders: [f32; 4],
    /// What each criterion counts, in levels where all are asked for; a criterion that is not here does not count. A mean is
    /// taken over those that are asked for.
    pub weights: BTreeMap<CriterionId, f32>,
    /// What a criterion's score is worth, from 0 to 1, at scores evenly spaced from 0 to 1, never less for more; between
    /// two of them on a straight line. A criterion that is not here is worth its score.
    pub worth: BTreeMap<CriterionId, Vec<f32>>,
    /// How near to a border between two levels a place is, in levels, where either may be meant.
    pub doubt: f32,
}

impl LevelFits {
    /// How this kind of story is rated.
    pub fn of(&self, story: Story) -> &LevelFit {
        match story {
            Story::This => &self.this,
            Story::Own => &self.own,
        }
    }
}

impl LevelFit {
    /// The place on the scale, from 1 to 5, of a mean of what is reached: on straight lines from border to border, each of
    /// which lies halfway between two levels.
    pub fn place(&self, mean: f32) -> f32 {
        let passed = self.borders.iter().filter(|border| mean >= **border).count();
        let last = self.borders.len();
        let border = |at: usize| (self.borders[at], at as f32 + 1.0 + 0.5);
        let (from, low) = if passed == 0 { (0.0, 1.0) } else { border(passed - 1) };
        let (to, high) = if passed == last { (1.0, last as f32 + 1.0) } else { border(passed) };
        let part = if to > from { (mean - from) / (to - from) } else { 1.0 };
        low + (high - low) * part.clamp(0.0, 1.0)
    }

    /// The mean from which on an answer reaches this level, a 2 or more.
    pub fn border(&self, level: Level) -> f32 {
        self.borders[usize::from(level.number().max(2) - 2)]
    }

    /// What a criterion counts; nothing where it has no share in the level.
    pub fn weight(&self, criterion: CriterionId) -> f32 {
        self.weights.get(&criterion).copied().unwrap_or(0.0)
    }

    /// What a score of a criterion is worth, from 0 to 1.
    pub fn worth(&self, criterion: CriterionId, score: f32) -> f32 {
        let score = score.clamp(0.0, 1.0);
        match self.worth.get(&criterion).map(Vec::as_slice) {
            None | Some([] | [_]) => score,
            Some(at) => {
                let place = score * (at.len() - 1) as f32;
                let below = (place as usize).min(at.len() - 2);
                at[below] + (at[below + 1] - at[below]) * (place - below as f32)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Level;
    use crate::interview::scoring::{
        Story, criteria::Criteria, criterion_id::CriterionId, numbers::Numbers,
    };

    #[test]
    fn more_of_a_criterion_is_never_worth_less() {
        let fits = &Numbers::shipped().levels;
        for fit in [fits.of(Story::This), fits.of(Story::Own)] {
            for criterion in Criteria::SHIPPED.all() {
                let worth: Vec<f32> =
                    (0..=40).map(|s| fit.worth(criterion.id, s as f32 / 40.0)).collect();
                assert!(worth.is_sorted(), "{}: {worth:?}", criterion.id);
                assert!(worth.iter().all(|w| (0.0..=1.0).contains(w)), "{}", criterion.id);
            }
            assert!(fit.weights.values().all(|weight| *weight >= 0.0));
            assert!((0.0..0.5).contains(&fit.doubt));
            assert!(fit.borders.is_sorted_by(|a, b| a < b), "{:?}", fit.borders);
            assert!(fit.borders.iter().all(|border| (0.0..=1.0).contains(border)));
            assert_eq!((fit.place(0.0), fit.place(1.0)), (1.0, 5.0));
            assert!(
                (0..40).all(|m| fit.place(m as f32 / 40.0) <= fit.place((m + 1) as f32 / 40.0))
            );
            for level in 2..=5 {
                let border = fit.border(Level::new(level));
                assert!((fit.place(border) - f32::from(level) + 0.5).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn a_worth_lies_between_its_neighbours() {
        let mut fit = Numbers::shipped().levels.own.clone();
        fit.worth.insert(CriterionId::LENGTH, vec![0.0, 0.8, 1.0]);
        assert_eq!(fit.worth(CriterionId::LENGTH, 0.25), 0.4);
        assert_eq!(fit.worth(CriterionId::LENGTH, 1.0), 1.0);
        fit.worth.remove(&CriterionId::LENGTH);
        assert_eq!(fit.worth(CriterionId::LENGTH, 0.3), 0.3);
    }
}
