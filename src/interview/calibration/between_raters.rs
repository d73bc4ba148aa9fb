//! How well the raters of a mock panel agree with each other, and who differs where.

use serde::Serialize;

use crate::interview::{
    calibration::{
        krippendorff::{Metric, alpha},
        ranks::mean,
    },
    ratings::MockPanel,
};

/// How one rater's levels lie beside those of the others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RaterLeaning {
    /// The rater, as an index.
    pub rater: usize,
    /// How far above the mean of the others they are on average; below where that is negative.
    pub above_others: f64,
    /// The answers, as indices into [`MockPanel::answers`], where they are two levels or more from that mean.
    pub differs_at: Vec<usize>,
}

/// How the raters of a panel agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BetweenRaters {
    /// How many answers all have rated.
    pub answers: usize,
    /// Krippendorff's α, ordinal; nothing where there is nothing to compare.
    pub alpha: Option<f64>,
    /// Each rater beside the others; nobody where there is one rater alone.
    pub leanings: Vec<RaterLeaning>,
}

impl BetweenRaters {
    /// How the raters of a panel agree on what all have rated, as they rated apart.
    pub fn of(panel: &MockPanel) -> Self {
        let revealed = panel.answers().iter().enumerate();
        let revealed = revealed.filter_map(|(at, answer)| {
            let levels = answer.side_by_side()?.ratings.iter();
            Some((at, levels.map(|shown| shown.rating.level.number()).collect::<Vec<u8>>()))
        });
        let revealed: Vec<(usize, Vec<u8>)> = revealed.collect();
        let units: Vec<Vec<Option<u8>>> =
            revealed.iter().map(|(_, levels)| levels.iter().copied().map(Some).collect()).collect();
        let raters = panel.setup().raters.len();
        let leaning = |rater: usize| {
            let beside = revealed.iter().map(|(at, levels)| {
                let others = levels.iter().enumerate().filter(|(other, _)| *other != rater);
                let others: Vec<_> = others.map(|(_, level)| f64::from(*level)).collect();
                (*at, f64::from(levels[rater]) - mean(&others))
            });
            let beside: Vec<(usize, f64)> = beside.collect();
            let above: Vec<_> = beside.iter().map(|(_, above)| *above).collect();
            let far = beside.iter().filter(|(_, above)| above.abs() >= 2.0);
            RaterLeaning {
                rater,
                above_others: mean(&above),
                differs_at: far.map(|(at, _)| *at).collect(),
            }
        };
        let leanings = (0..raters).filter(|_| raters > 1 && !revealed.is_empty()).map(leaning);
        Self {
            answers: revealed.len(),
            alpha: alpha(&units, Metric::Ordinal),
            leanings: leanings.collect(),
        }
    }
}
