//! The player's own ratings beside the levels.

use serde::Serialize;

/// How many of the player's own ratings lie above the level, below it and on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OwnRatings {
    /// Above the level.
    pub above: usize,
    /// Below the level.
    pub below: usize,
    /// On the level.
    pub same: usize,
}

impl OwnRatings {
    /// Counts the gaps between own ratings and levels; nothing where there are none.
    pub(super) fn of(gaps: &[i8]) -> Option<Self> {
        let count = |holds: fn(&i8) -> bool| gaps.iter().filter(|gap| holds(gap)).count();
        (!gaps.is_empty()).then(|| Self {
            above: count(|gap| *gap > 0),
            below: count(|gap| *gap < 0),
            same: count(|gap| *gap == 0),
        })
    }

    /// The counts in words: "2 above the level, 1 the same".
    pub fn in_words(self) -> String {
        let counts = [(self.above, "above"), (self.below, "below"), (self.same, "the same")];
        let said: Vec<_> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .enumerate()
            .map(|(place, (count, how))| match (place, how) {
                (0, "the same") => format!("{count} the same as the level"),
                (0, _) => format!("{count} {how} the level"),
                _ => format!("{count} {how}"),
            })
            .collect();
        said.join(", ")
    }
}

/// The mean gap, to a tenth.
pub(super) fn mean(gaps: &[i8]) -> Option<f32> {
    super::mean(&gaps.iter().map(|gap| f32::from(*gap)).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(gaps: &[i8], expected: &str) {
        assert_eq!(OwnRatings::of(gaps).map(OwnRatings::in_words).as_deref(), Some(expected));
    }

    #[test]
    fn ratings_two_above_and_two_below_are_not_called_right() {
        check(&[2, -2], "1 above the level, 1 below");
        check(&[0, 0, 1], "1 above the level, 2 the same");
        check(&[-1, 0], "1 below the level, 1 the same");
        check(&[0, 0], "2 the same as the level");
        assert_eq!(OwnRatings::of(&[]), None);
    }
}
