//! Krippendorff's α: how well any number of raters agree who need not all have rated everything.
//!
//! From Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011): 1 − observed over expected disagreement, from the
//! coincidences of values within each unit. 1 is perfect, 0 is chance. Krippendorff asks for .800 to rest a conclusion on it,
//! and for .667 to draw a tentative one.

use std::collections::BTreeMap;

/// What counts as how much disagreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metric {
    /// Values are the same or not.
    Nominal,
    /// Values have an order, and how many ratings lie between two says how far they are apart.
    Ordinal,
    /// Values are numbers, and their squared distance counts.
    Interval,
}

/// α of units, each with the values that its raters gave; nothing where no two values can be compared or all are the same.
pub fn alpha(units: &[Vec<Option<u8>>], metric: Metric) -> Option<f64> {
    let mut coincidences: BTreeMap<(u8, u8), f64> = BTreeMap::new();
    for unit in units {
        let values: Vec<u8> = unit.iter().flatten().copied().collect();
        for (at, one) in values.iter().enumerate() {
            for (beside, other) in values.iter().enumerate() {
                if at != beside {
                    let share = 1.0 / (values.len() - 1) as f64;
                    *coincidences.entry((*one, *other)).or_default() += share;
                }
            }
        }
    }
    let mut totals: BTreeMap<u8, f64> = BTreeMap::new();
    for ((one, _), share) in &coincidences {
        *totals.entry(*one).or_default() += share;
    }
    let all: f64 = totals.values().sum();
    let apart = |one: u8, other: u8| distance(metric, &totals, one, other);
    let seen: f64 =
        coincidences.iter().map(|((one, other), share)| share * apart(*one, *other)).sum();
    let pairs = totals.iter().flat_map(|one| totals.iter().map(move |other| (one, other)));
    let by_chance: f64 =
        pairs.map(|((one, n), (other, m))| n * m * apart(*one, *other)).sum::<f64>();
    (by_chance > 0.0).then(|| 1.0 - (all - 1.0) * seen / by_chance)
}

/// The squared distance of two values.
fn distance(metric: Metric, totals: &BTreeMap<u8, f64>, one: u8, other: u8) -> f64 {
    let (low, high) = (one.min(other), one.max(other));
    if low == high {
        return 0.0;
    }
    let of = |value: u8| totals.get(&value).copied().unwrap_or_default();
    match metric {
        Metric::Nominal => 1.0,
        Metric::Interval => f64::from(high - low).powi(2),
        Metric::Ordinal => {
            let between: f64 = totals.range(low..=high).map(|(_, count)| count).sum();
            (between - (of(low) + of(high)) / 2.0).powi(2)
        }
    }
}

/// What α of this size allows to say, in a sentence.
pub fn in_words(alpha: f64) -> String {
    let says = match alpha {
        alpha if alpha >= 0.8 => "reliable enough to rest a decision on",
        alpha if alpha >= 0.667 => "enough for a tentative conclusion, not for a firm one",
        alpha if alpha > 0.0 => "better than chance, too little to conclude from",
        _ => "no better than chance",
    };
    format!("Krippendorff's α {alpha:.2} (ordinal): {says}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of R's package irr, `kripp.alpha`: four raters, twelve units, a column each.
    const EXAMPLE: [[u8; 4]; 12] = [
        [1, 1, 0, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [0, 5, 5, 5],
        [0, 0, 1, 1],
        [0, 0, 3, 0],
    ];

    fn units() -> Vec<Vec<Option<u8>>> {
        EXAMPLE
            .iter()
            .map(|unit| unit.iter().map(|v| Some(*v).filter(|v| *v > 0)).collect())
            .collect()
    }

    #[track_caller]
    fn check(metric: Metric, published: f64) {
        let found = alpha(&units(), metric).expect("there are pairs");
        assert!((found - published).abs() < 0.000_5, "{metric:?}: {found}");
    }

    #[test]
    fn the_published_values_come_out() {
        check(Metric::Nominal, 0.743);
        check(Metric::Ordinal, 0.815);
        check(Metric::Interval, 0.849);
    }

    #[test]
    fn agreement_is_one_and_nothing_to_compare_is_nothing() {
        let same = vec![vec![Some(1), Some(1)], vec![Some(4), Some(4)]];
        assert_eq!(alpha(&same, Metric::Ordinal), Some(1.0));
        assert_eq!(alpha(&[vec![Some(3), None]], Metric::Ordinal), None);
        assert_eq!(alpha(&[vec![Some(3), Some(3)]], Metric::Ordinal), None);
        assert_eq!(alpha(&[], Metric::Nominal), None);
    }
}
