//! How well a rater's levels agree with the known ones.

use serde::Serialize;

use crate::interview::{
    calibration::{
        kappa::WeightedKappa, level_pair::LevelPair, level_spread::LevelSpread, ranks::mean,
        tendency::Tendency,
    },
    scoring::level::Level,
};

/// So many ratings are set against each other at the beginning and at the end.
pub const STRETCH: usize = 10;

/// How a rater did on the answers of one known level.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LevelAgreement {
    /// The known level.
    pub level: Level,
    /// How many answers of it were rated.
    pub ratings: usize,
    /// How many of them were given that level.
    pub exact: usize,
    /// How far above it they were on average; below where that is negative.
    pub bias: f64,
}

/// The last ratings against the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatingGrowth {
    /// How many of the first [`STRETCH`] were exact.
    pub first_exact: usize,
    /// How many of the last were.
    pub last_exact: usize,
    /// How many levels the first were off on average.
    pub first_off: f64,
    /// How many levels the last were off on average.
    pub last_off: f64,
}

/// How well a rater's levels agree with the known ones.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// How many answers were rated.
    pub ratings: usize,
    /// How many were given the known level.
    pub exact: usize,
    /// How many were given it or one beside it.
    pub within_one: usize,
    /// How far above the known level the rater was on average; below where that is negative.
    pub bias: f64,
    /// How the levels are spread.
    pub spread: LevelSpread,
    /// Level by level, the lowest first; only those of which there are answers.
    pub by_level: Vec<LevelAgreement>,
    /// Agreement beyond chance, from ten ratings on.
    pub kappa: Option<WeightedKappa>,
    /// What the rater's habits are called, from ten ratings on.
    pub tendencies: Vec<Tendency>,
    /// The last ten against the first, from twenty ratings on.
    pub growth: Option<RatingGrowth>,
}

impl Agreement {
    /// The agreement of ratings in the order in which they were given; the seed draws the interval's samples.
    pub fn of(pairs: &[LevelPair], seed: u64) -> Self {
        let aboves = |pairs: &[LevelPair]| -> Vec<f64> {
            pairs.iter().map(|pair| f64::from(pair.above())).collect()
        };
        let exact = |pairs: &[LevelPair]| pairs.iter().filter(|pair| pair.above() == 0).count();
        let off = |pairs: &[LevelPair]| -> f64 {
            mean(&aboves(pairs).iter().map(|above| above.abs()).collect::<Vec<_>>())
        };
        let by_level = (1..=5).map(Level::new).filter_map(|level| {
            let of: Vec<_> = pairs.iter().copied().filter(|pair| pair.known == level).collect();
            let bias = mean(&aboves(&of));
            let found = LevelAgreement { level, ratings: of.len(), exact: exact(&of), bias };
            (!of.is_empty()).then_some(found)
        });
        let both: Vec<_> = pairs.iter().map(|pair| (pair.known, pair.given)).collect();
        let mut agreement = Self {
            ratings: pairs.len(),
            exact: exact(pairs),
            within_one: pairs.iter().filter(|pair| pair.above().abs() <= 1).count(),
            bias: mean(&aboves(pairs)),
            spread: LevelSpread::of(pairs),
            by_level: by_level.collect(),
            kappa: WeightedKappa::of(&both, seed),
            tendencies: Vec::new(),
            growth: (pairs.len() >= 2 * STRETCH).then(|| {
                let (first, last) = (&pairs[..STRETCH], &pairs[pairs.len() - STRETCH..]);
                RatingGrowth {
                    first_exact: exact(first),
                    last_exact: exact(last),
                    first_off: off(first),
                    last_off: off(last),
                }
            }),
        };
        let Self { ratings, exact, bias, spread, kappa, .. } = &agreement;
        agreement.tendencies = Tendency::all_of((*ratings, *exact), *bias, spread, *kappa);
        agreement
    }

    /// What it shows, a sentence a line, with what to do about it.
    pub fn in_words(&self) -> Vec<String> {
        let mut lines = self.figures_in_words();
        lines.extend(self.tendencies.iter().map(|tendency| tendency.in_words().to_owned()));
        lines.extend(self.growth.as_ref().map(RatingGrowth::in_words));
        lines
    }

    /// The figures alone, a sentence a line.
    pub fn figures_in_words(&self) -> Vec<String> {
        if self.ratings == 0 {
            return vec!["Nothing was rated.".to_owned()];
        }
        let share = |part: usize| 100.0 * part as f64 / self.ratings as f64;
        let mut lines = vec![
            format!(
                "{} of {} levels exact ({:.0} %), {} within one ({:.0} %).",
                self.exact,
                self.ratings,
                share(self.exact),
                self.within_one,
                share(self.within_one)
            ),
            match self.bias {
                bias if bias.abs() < 0.05 => {
                    "On average neither above nor below the known level.".to_owned()
                }
                bias if bias > 0.0 => format!("On average {bias:.1} levels above the known one."),
                bias => format!("On average {:.1} levels below the known one.", -bias),
            },
        ];
        let levels = self.by_level.iter().map(|of| {
            let lies = match of.bias {
                bias if bias.abs() < 0.05 => String::new(),
                bias if bias > 0.0 => format!(", {bias:.1} above"),
                bias => format!(", {:.1} below", -bias),
            };
            format!("level {}: {} of {}{lies}", of.level.number(), of.exact, of.ratings)
        });
        lines.push(format!(
            "Exact by known level, and how far off on average: {}.",
            levels.collect::<Vec<_>>().join("; ")
        ));
        match &self.kappa {
            Some(kappa) => lines.push(format!("{}.", kappa.in_words())),
            None => {
                lines.push("Ten ratings of different levels are needed to say more.".to_owned());
            }
        }
        lines
    }
}

impl RatingGrowth {
    /// The change in a sentence.
    pub fn in_words(&self) -> String {
        let Self { first_exact, last_exact, first_off, last_off } = self;
        let says = match last_off - first_off {
            less if less < -0.15 => "closer than at first",
            more if more > 0.15 => "further off than at first",
            _ => "about as at first",
        };
        format!(
            "Of the last {STRETCH} {last_exact} were exact, of the first {first_exact}; {last_off:.1} levels off on \
             average against {first_off:.1}: {says}."
        )
    }
}
