//! Moments and ranks of small samples.

/// The mean; 0 of nothing.
pub(super) fn mean(values: &[f64]) -> f64 {
    if values.is_empty() { 0.0 } else { values.iter().sum::<f64>() / values.len() as f64 }
}

/// The standard deviation of a sample; 0 of fewer than two values.
pub(super) fn deviation(values: &[f64]) -> f64 {
    if values.len() < 2 {
        return 0.0;
    }
    let middle = mean(values);
    let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
    (squares / (values.len() - 1) as f64).sqrt()
}

/// Spearman's rank correlation, ties at their mean rank; 0 where one of the two never varies.
pub(super) fn rank_correlation(one: &[f64], other: &[f64]) -> f64 {
    let (one, other) = (ranks(one), ranks(other));
    let (middle_one, middle_other) = (mean(&one), mean(&other));
    let together: f64 =
        one.iter().zip(&other).map(|(a, b)| (a - middle_one) * (b - middle_other)).sum();
    let count = one.len().saturating_sub(1) as f64;
    let apart = deviation(&one) * deviation(&other) * count;
    if apart > 0.0 { together / apart } else { 0.0 }
}

fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count() as f64;
        let same = values.iter().filter(|other| *other == value).count() as f64;
        below + (same + 1.0) / 2.0
    };
    values.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_correlate_by_order_and_not_by_distance() {
        assert!(
            (rank_correlation(&[1.0, 2.0, 3.0, 4.0], &[10.0, 11.0, 50.0, 900.0]) - 1.0).abs()
                < 1e-12
        );
        assert!((rank_correlation(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]) + 1.0).abs() < 1e-12);
        assert_eq!(rank_correlation(&[1.0, 1.0], &[1.0, 2.0]), 0.0);
        assert_eq!(rank_correlation(&[], &[]), 0.0);
    }
}
