//! How likely a key point is said, by what was compared: the fitted numbers of `assets/closeness.ron`.
//!
//! `examples/fit_closeness.rs` fits them on graded answers and writes the file. There is one fit with the sentence
//! encoder and one without.

use crate::interview::scoring::{
    closeness::match_features::{MatchFeatures, TRAITS, Trait},
    numbers::{Fits, MatchFit},
};

impl Fits {
    /// The numbers for a model answer that somebody tells of themselves or not, one of so many.
    pub fn of(&self, is_told: bool, references: usize) -> &MatchFit {
        match (is_told, references) {
            (true, _) => &self.story,
            (false, 0 | 1) => &self.one,
            (false, _) => &self.several,
        }
    }
}

impl MatchFit {
    /// How far a key point is said, from 0 to 1: how likely it is, beside how likely it is for the model answer itself.
    pub fn score(&self, traits: &MatchFeatures) -> f32 {
        self.probability(traits) / self.probability(&MatchFeatures::WHOLLY)
    }

    fn probability(&self, traits: &MatchFeatures) -> f32 {
        let mut sum = self.intercept;
        for known in &TRAITS {
            if let Some(slopes) = self.slopes.get(known.id) {
                let terms = known.stretches(traits);
                sum += slopes.iter().zip(terms).map(|(slope, term)| slope * term).sum::<f64>();
            }
        }
        (1.0 / (1.0 + (-sum).exp())) as f32
    }
}

impl Trait {
    /// How far the trait's value reaches into each of its stretches.
    pub fn stretches(&self, traits: &MatchFeatures) -> Vec<f64> {
        let (value, knots) = (f64::from(traits.0[self.index]), self.knots());
        let starts = std::iter::once(0.0).chain(knots.iter().copied());
        let ends = knots.iter().copied().chain([f64::INFINITY]);
        starts.zip(ends).map(|(start, end)| (value.min(end) - start).max(0.0)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::numbers::{Fitted, Numbers};

    #[test]
    fn the_shipped_numbers_belong_to_known_traits() {
        let Fitted { words, meaning, .. } = &Numbers::shipped().closeness;
        for fit in [words, meaning].map(|fits| [&fits.one, &fits.several, &fits.story]).concat() {
            for (id, slopes) in &fit.slopes {
                let known = TRAITS.iter().find(|t| t.id == id);
                assert_eq!(known.map(|t| t.knots().len() + 1), Some(slopes.len()), "{id}");
                assert!(slopes.iter().all(|slope| *slope >= 0.0), "{id}: more of it never lowers");
            }
        }
    }
}
