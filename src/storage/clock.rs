//! The clock: the only place that reads what time it is, and where on earth.

use std::time::{SystemTime, UNIX_EPOCH};

use jiff::{
    Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use thiserror::Error;

use crate::interview::{practice::day::Day, session::UnixMillis};

/// A day ends so many hours after midnight: whoever practises late has not begun another.
const DAY_ENDS_AT: i64 = 4;
/// The hour of a time that is given as a date alone.
const NOON: i8 = 12;

/// What time it is; 1970 on a machine whose clock stands before that.
pub fn now() -> UnixMillis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    UnixMillis(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}

/// What sets another time than the system's for the window.
const VARIABLE: &str = "HOTSEAT_NOW";

/// A clock on a wall somewhere: the system's, or one that stands still, for scripts that play the same every time.
#[derive(Clone, Debug)]
pub struct Clock {
    hands: Hands,
    zone: TimeZone,
}

/// How a clock goes.
#[derive(Clone, Copy, Debug)]
enum Hands {
    /// With the system's, by so many milliseconds ahead of it.
    Ahead(i64),
    /// Not at all.
    StandAt(UnixMillis),
}

/// Why a text is no time.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{0}` is no time: write it as 2026-11-14, 2026-11-14T19:30 or 2026-11-14T19:30+01:00")]
pub struct NotATime(String);

impl Default for Clock {
    fn default() -> Self {
        Self::system()
    }
}

impl Clock {
    /// The system's clock, where the system says it is.
    pub fn system() -> Self {
        Self { hands: Hands::Ahead(0), zone: TimeZone::system() }
    }

    /// The system's clock, or one that goes on from the time in the variable `HOTSEAT_NOW` where that is set.
    ///
    /// # Errors
    /// What stands in the variable is no time.
    pub fn of_the_environment() -> Result<Self, NotATime> {
        match std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
            Some(value) => Ok(Self::at(&value.to_string_lossy())?.going_on()),
            None => Ok(Self::system()),
        }
    }

    /// A clock that goes on from the time at which this one stands.
    #[must_use]
    pub fn going_on(self) -> Self {
        let ahead =
            |at: UnixMillis| i64::try_from(i128::from(at.0) - i128::from(now().0)).unwrap_or(0);
        match self.hands {
            Hands::StandAt(at) => Self { hands: Hands::Ahead(ahead(at)), ..self },
            Hands::Ahead(_) => self,
        }
    }

    /// A clock that stands at a time: a date with hours and how far they are from Greenwich, the same without that, or a
    /// date alone, whose noon is meant.
    ///
    /// # Errors
    /// A text that is none of these, or a time before 1970.
    pub fn at(text: &str) -> Result<Self, NotATime> {
        let wrong = || NotATime(text.to_owned());
        let text = text.trim();
        let system = TimeZone::system();
        let (at, zone) = if let Ok(pieces) =
            jiff::fmt::temporal::DateTimeParser::new().parse_pieces(text)
            && let Some(offset) = pieces.to_numeric_offset()
        {
            let at: Timestamp = text.parse().map_err(|_| wrong())?;
            (at, TimeZone::fixed(offset))
        } else if let Ok(date) = text.parse::<Date>()
            && !text.contains(['T', 't', ' '])
        {
            (at_in(date.at(NOON, 0, 0, 0), &system).ok_or_else(wrong)?, system)
        } else {
            let civil: DateTime = text.parse().map_err(|_| wrong())?;
            (at_in(civil, &system).ok_or_else(wrong)?, system)
        };
        let at = u64::try_from(at.as_millisecond()).map_err(|_| wrong())?;
        Ok(Self { hands: Hands::StandAt(UnixMillis(at)), zone })
    }

    /// What time it is.
    pub fn now(&self) -> UnixMillis {
        match self.hands {
            Hands::StandAt(at) => at,
            Hands::Ahead(millis) => UnixMillis(now().0.saturating_add_signed(millis)),
        }
    }

    /// Which day it is.
    pub fn today(&self) -> Day {
        self.day_of(self.now())
    }

    /// The day that a moment belongs to, here.
    pub fn day_of(&self, at: UnixMillis) -> Day {
        let millis = i64::try_from(at.0).unwrap_or(i64::MAX);
        let moment = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX);
        let civil = moment.to_zoned(self.zone.clone()).datetime();
        Day::of(civil.checked_sub(DAY_ENDS_AT.hours()).unwrap_or(civil).date())
    }
}

fn at_in(civil: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(civil).compatible().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(time: &str, day: &str) {
        assert_eq!(Clock::at(time).map(|clock| clock.today().to_string()), Ok(day.to_owned()));
    }

    #[test]
    fn a_day_ends_at_four_in_the_morning() {
        check_day("2026-11-14", "2026-11-14");
        check_day("2026-11-14T19:30", "2026-11-14");
        check_day("2026-11-15T03:59:59", "2026-11-14");
        check_day("2026-11-15T04:00", "2026-11-15");
        check_day("2026-11-15T03:30+09:00", "2026-11-14");
        check_day("2026-11-15T03:30Z", "2026-11-14");
    }

    #[test]
    fn an_hour_that_comes_twice_or_never_does_no_harm() {
        let berlin = TimeZone::get("Europe/Berlin").expect("it is bundled");
        let clock = Clock { hands: Hands::Ahead(0), zone: berlin.clone() };
        let day = |civil: &str| {
            let civil: DateTime = civil.parse().expect("a time");
            let at = at_in(civil, &berlin).expect("a moment").as_millisecond();
            clock.day_of(UnixMillis(at.unsigned_abs())).to_string()
        };
        // Clocks go forward on 29 March at 2 and back on 25 October at 3.
        assert_eq!(day("2026-03-29T02:30"), "2026-03-28");
        assert_eq!(day("2026-03-29T04:00"), "2026-03-29");
        assert_eq!(day("2026-10-25T02:30"), "2026-10-24");
        assert_eq!(day("2026-10-25T04:30"), "2026-10-25");
        assert_eq!(day("2026-10-26T03:59"), "2026-10-25");
    }

    #[test]
    fn a_clock_goes_on_from_where_it_stood() {
        let stood = Clock::at("2026-11-14T19:30").expect("a time");
        let (then, goes) = (stood.now(), stood.going_on());
        assert!(goes.now() >= then && goes.now().0 - then.0 < 3_600_000);
        assert_eq!(goes.today().to_string(), "2026-11-14");
    }

    #[test]
    fn what_is_no_time_is_refused_and_no_moment_is_without_a_day() {
        for text in
            ["", "soon", "2026-13-01", "2026-11-14T25:00", "1960-01-01", "2026-11-14T19:30+99"]
        {
            assert!(Clock::at(text).is_err(), "{text}");
        }
        for at in [0, u64::MAX] {
            let day = Clock::system().day_of(UnixMillis(at));
            assert_eq!(Day::parse(&day.to_string()), Ok(day));
        }
    }
}
