//! How well an answer came back, in the four grades that the memory model knows.

use crate::interview::{practice::chosen::chosen, scoring::level::Level};

/// How well an answer came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// It did not: a 1 or a 2.
    Again,
    /// Barely, or with help: a 3.
    Hard,
    /// Well: a 4.
    Good,
    /// With ease: a 5.
    Easy,
}

/// One time a question was answered, as far as practice looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outing {
    /// The level; none where the answer could not be judged, which says nothing of how well it came back.
    pub level: Option<Level>,
    /// What the player said of it before they saw the level.
    pub own: Option<Level>,
    /// Whether there was help: a hint, or cards to pick from.
    pub helped: bool,
}

impl Grade {
    /// The grade of an answer: that of its level, or of the player's own where they trusted it less; with help at most
    /// [`Grade::Hard`], since what is recognised was not recalled. An own rating above the level lifts nothing.
    pub fn of(outing: Outing) -> Option<Self> {
        let level = outing.level?;
        let felt = outing.own.map_or(level, |own| own.min(level));
        // Who doubts an answer that holds needs it back sooner, but did recall it.
        let floor = Self::by_level(level).min(Self::Hard);
        let grade = Self::by_level(felt).max(floor);
        Some(if outing.helped { grade.min(Self::Hard) } else { grade })
    }

    fn by_level(level: Level) -> Self {
        match level.number() {
            0..=2 => Self::Again,
            3 => Self::Hard,
            4 => Self::Good,
            _ => Self::Easy,
        }
    }
}

impl Outing {
    /// Whether the question was seen well: answered without help, at a level that holds.
    pub fn is_well(self) -> bool {
        !self.helped && self.level.is_some_and(|level| level.number() >= chosen().seen_well.level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(level: u8, own: Option<u8>, helped: bool, expected: Grade) {
        let outing = Outing { level: Some(Level::new(level)), own: own.map(Level::new), helped };
        assert_eq!(Grade::of(outing), Some(expected), "{outing:?}");
    }

    #[test]
    fn the_level_gives_the_grade() {
        check(1, None, false, Grade::Again);
        check(2, None, false, Grade::Again);
        check(3, None, false, Grade::Hard);
        check(4, Some(4), false, Grade::Good);
        check(5, None, false, Grade::Easy);
    }

    #[test]
    fn an_own_rating_below_the_level_lowers_it_and_one_above_lifts_nothing() {
        check(5, Some(4), false, Grade::Good);
        check(5, Some(1), false, Grade::Hard);
        check(4, Some(5), false, Grade::Good);
        check(2, Some(5), false, Grade::Again);
    }

    #[test]
    fn what_came_with_help_came_hard() {
        check(5, None, true, Grade::Hard);
        check(1, None, true, Grade::Again);
        let helped = Outing { level: Some(Level::new(5)), own: None, helped: true };
        assert!(!helped.is_well() && Outing { helped: false, ..helped }.is_well());
    }

    #[test]
    fn what_was_not_judged_has_no_grade() {
        let unjudged = Outing { level: None, own: Some(Level::new(4)), helped: false };
        assert_eq!((Grade::of(unjudged), unjudged.is_well()), (None, false));
    }
}
