//! Weighted kappa: agreement beyond chance on an ordered scale, with an interval that says how sure it is.
//!
//! The weights are quadratic (Cohen 1968, Fleiss and Cohen 1973): to be two levels off counts four times as much as one.
//! The interval is a percentile bootstrap over the ratings (Efron and Tibshirani 1993), drawn from a seed. What the figure
//! is called follows Landis and Koch (1977), whose borders are a convention and no law.

use serde::Serialize;

use crate::interview::{chance::Chance, scoring::level::Level};

/// Fewer ratings than this say nothing that an interval could hold.
pub const FEWEST: usize = 10;
/// So many samples are drawn for an interval.
const SAMPLES: usize = 2_000;
/// So many of them lie below the interval, and as many above: one in forty, which leaves 95 % inside.
const OUTSIDE: usize = SAMPLES / 40;
/// The purpose of [`Chance`] that draws samples.
const BOOTSTRAP: u64 = 17;
/// How many levels the scale has.
const LEVELS: usize = 5;

/// Quadratic-weighted kappa with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct WeightedKappa {
    /// Agreement beyond chance: 1 is perfect, 0 is what chance gives, below is worse.
    pub kappa: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl WeightedKappa {
    /// The figure of pairs of levels, from [`FEWEST`] on; nothing where all are the same level, so that chance would agree
    /// as well.
    pub fn of(pairs: &[(Level, Level)], seed: u64) -> Option<Self> {
        if pairs.len() < FEWEST {
            return None;
        }
        let kappa = kappa(pairs)?;
        let mut chance = Chance::new(seed, BOOTSTRAP);
        let mut drawn: Vec<f64> = Vec::with_capacity(SAMPLES);
        let mut sample = Vec::with_capacity(pairs.len());
        for _ in 0..SAMPLES {
            sample.clear();
            sample.extend((0..pairs.len()).map(|_| pairs[chance.below(pairs.len())]));
            drawn.extend(self::kappa(&sample));
        }
        drawn.sort_by(f64::total_cmp);
        let outside = OUTSIDE.min(drawn.len().saturating_sub(1) / 2);
        let (low, high) = match drawn.as_slice() {
            [] => (kappa, kappa),
            drawn => (drawn[outside], drawn[drawn.len() - 1 - outside]),
        };
        Some(Self { kappa, low, high })
    }

    /// Whether it is no better than what chance alone could have given.
    pub fn holds_chance(&self) -> bool {
        self.low <= 0.0
    }

    /// What agreement of this size is called.
    pub fn name(&self) -> &'static str {
        match self.kappa {
            kappa if kappa > 0.8 => "almost perfect",
            kappa if kappa > 0.6 => "substantial",
            kappa if kappa > 0.4 => "moderate",
            kappa if kappa > 0.2 => "fair",
            kappa if kappa > 0.0 => "slight",
            _ => "no",
        }
    }

    /// What it means, in a sentence.
    pub fn in_words(&self) -> String {
        let Self { kappa, low, high } = self;
        let figure = format!(
            "Weighted kappa {kappa:.2}, with 95 % certainty between {low:.2} and {high:.2}: {} agreement",
            self.name()
        );
        if *high < 0.0 {
            format!("{figure}, worse than chance would give")
        } else if self.holds_chance() {
            format!("{figure}, which chance alone could have given (0 lies within)")
        } else {
            format!("{figure} beyond what chance would give (0 is chance, 1 perfect)")
        }
    }
}

/// One minus the weighted disagreement that was seen over that which chance would give.
fn kappa(pairs: &[(Level, Level)]) -> Option<f64> {
    let (mut ones, mut others) = ([0_u32; LEVELS], [0_u32; LEVELS]);
    let mut seen = 0.0;
    let count = pairs.len() as f64;
    for (one, other) in pairs {
        seen += weight(usize::from(one.number()), usize::from(other.number()));
        ones[usize::from(one.number()) - 1] += 1;
        others[usize::from(other.number()) - 1] += 1;
    }
    let mut by_chance = 0.0;
    for (at, one) in ones.iter().enumerate() {
        for (beside, other) in others.iter().enumerate() {
            by_chance += weight(at, beside) * f64::from(*one) * f64::from(*other) / count;
        }
    }
    (by_chance > 0.0).then(|| 1.0 - seen / by_chance)
}

fn weight(one: usize, other: usize) -> f64 {
    let apart = one.abs_diff(other) as f64;
    apart * apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(of: &[(u8, u8)]) -> Vec<(Level, Level)> {
        of.iter().map(|(one, other)| (Level::new(*one), Level::new(*other))).collect()
    }

    #[test]
    fn the_figure_is_that_of_the_definition() {
        // Ten pairs, reckoned by hand: seen 6, by chance 39.8.
        let of = [(1, 1), (1, 2), (2, 2), (2, 2), (3, 3), (3, 2), (4, 4), (4, 5), (5, 5), (2, 3)];
        let figure = WeightedKappa::of(&pairs(&of), 1).expect("ten pairs");
        let mean =
            |side: fn(&(u8, u8)) -> u8| of.iter().map(|p| f64::from(side(p))).sum::<f64>() / 10.0;
        // The same by moments: 1 − Σd² / (Σ(a−ā)² + Σ(b−b̄)² + n(ā−b̄)²).
        let (a, b) = (mean(|p| p.0), mean(|p| p.1));
        let square = |side: fn(&(u8, u8)) -> u8, m: f64| {
            of.iter().map(|p| (f64::from(side(p)) - m).powi(2)).sum::<f64>()
        };
        let seen: f64 = of.iter().map(|p| (f64::from(p.0) - f64::from(p.1)).powi(2)).sum();
        let by_chance = square(|p| p.0, a) + square(|p| p.1, b) + 10.0 * (a - b).powi(2);
        assert!((figure.kappa - (1.0 - seen / by_chance)).abs() < 1e-12, "{figure:?}");
        assert!(figure.low <= figure.kappa && figure.kappa <= figure.high);
    }

    #[test]
    fn nine_ratings_are_too_few_and_one_level_alone_says_nothing() {
        assert_eq!(WeightedKappa::of(&pairs(&[(1, 1); 9]), 1), None);
        assert_eq!(WeightedKappa::of(&pairs(&[(2, 2); 20]), 1), None);
    }

    #[test]
    fn who_always_says_three_agrees_as_much_as_chance() {
        let of: Vec<_> = (0..20).map(|n| (n % 5 + 1, 3)).collect();
        let figure = WeightedKappa::of(&pairs(&of), 1).expect("twenty pairs");
        assert!(figure.kappa.abs() < 1e-12 && figure.holds_chance());
        assert!(figure.in_words().contains("chance alone could have given"));
    }

    #[test]
    fn the_same_seed_gives_the_same_interval() {
        let of: Vec<_> = (0..20).map(|n| (n % 5 + 1, (n * 3) % 5 + 1)).collect();
        assert_eq!(WeightedKappa::of(&pairs(&of), 4), WeightedKappa::of(&pairs(&of), 4));
    }
}
