//! A day of the player's, wherever they were: it has a date and no hours.

use std::fmt;

use jiff::{ToSpan, civil::Date};
use thiserror::Error;

/// A day, as the number of days since 1 January 1970.
///
/// Which day a moment belongs to is settled where the clock is read, and kept: no later change of time zone moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A month of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarMonth {
    /// Its name: "December 2026".
    pub name: String,
    /// Its first day.
    pub first: Day,
    /// How many days of its first week belong to the month before; weeks begin on Monday.
    pub lead: i32,
    /// How many days it has.
    pub days: i32,
}

impl CalendarMonth {
    /// The month before this one.
    #[must_use]
    pub fn before(&self) -> Self {
        self.first.plus(-1).month()
    }

    /// The month after this one.
    #[must_use]
    pub fn after(&self) -> Self {
        self.first.plus(self.days).month()
    }
}

/// The first day of the count.
const FIRST: Date = Date::constant(1970, 1, 1);
/// The days that have a date of four digits.
const BOUNDS: (i32, i32) = (-719_162, 2_932_896);

/// Why a text is no day.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("`{0}` is no date: write it as 2026-11-14")]
pub struct NotADay(String);

impl Day {
    /// The day with this number; one that has no date of four digits is the nearest that has.
    pub fn new(number: i32) -> Self {
        Self(number.clamp(-719_162, 2_932_896))
    }

    /// The day of a date.
    pub fn of(date: Date) -> Self {
        Self::new(FIRST.until(date).map_or(0, |span| span.get_days()))
    }

    /// Reads a date such as 2026-11-14.
    ///
    /// # Errors
    /// A text that is none.
    pub fn parse(text: &str) -> Result<Self, NotADay> {
        let date: Date = text.trim().parse().map_err(|_| NotADay(text.to_owned()))?;
        let number = FIRST.until(date).map_or(i32::MAX, |span| span.get_days());
        if (BOUNDS.0..=BOUNDS.1).contains(&number) {
            Ok(Self(number))
        } else {
            Err(NotADay(text.to_owned()))
        }
    }

    /// Its number: days since 1 January 1970.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day so many days later.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::new(self.0.saturating_add(days))
    }

    /// How many days lie from an earlier one to this; none where it is not earlier, as after a clock went back.
    pub fn since(self, earlier: Self) -> u32 {
        u32::try_from(self.0 - earlier.0).unwrap_or(0)
    }

    fn date(self) -> Date {
        FIRST.checked_add(self.0.days()).unwrap_or(FIRST)
    }

    /// The day as the end of a sentence that is read on another: "today", "yesterday", "on Monday", "on 3 November",
    /// "on 3 November 2025".
    pub fn seen_from(self, today: Self) -> String {
        let date = self.date();
        match self.0 - today.0 {
            0 => "today".to_owned(),
            -1 => "yesterday".to_owned(),
            1 => "tomorrow".to_owned(),
            -6..=-2 => format!("on {}", date.strftime("%A")),
            _ if date.year() == today.date().year() => format!("on {}", date.strftime("%-d %B")),
            _ => format!("on {}", date.strftime("%-d %B %Y")),
        }
    }

    /// The month it lies in.
    pub fn month(self) -> CalendarMonth {
        let first = self.date().first_of_month();
        CalendarMonth {
            name: first.strftime("%B %Y").to_string(),
            first: Self::of(first),
            lead: i32::from(first.weekday().to_monday_zero_offset()),
            days: i32::from(first.days_in_month()),
        }
    }

    /// Its number in its month, from 1.
    pub fn of_month(self) -> u32 {
        u32::from(self.date().day().unsigned_abs())
    }

    /// The date in words: "14 November 2026".
    pub fn in_words(self) -> String {
        self.date().strftime("%-d %B %Y").to_string()
    }
}

/// As 2026-11-14.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a date")
    }

    #[test]
    fn a_date_is_read_and_written_alike() {
        for text in ["1970-01-01", "2026-11-14", "2028-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(day(text).to_string(), text);
        }
        assert_eq!(day("1970-01-02").number(), 1);
        for text in ["", "14.11.2026", "2026-02-30", "2026-13-01", "tomorrow", "-009999-01-01"] {
            assert!(Day::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_is_told_as_one_would_say_it() {
        let today = day("2026-11-14");
        for (date, told) in [
            ("2026-11-14", "today"),
            ("2026-11-13", "yesterday"),
            ("2026-11-15", "tomorrow"),
            ("2026-11-09", "on Monday"),
            ("2026-11-07", "on 7 November"),
            ("2026-12-01", "on 1 December"),
            ("2025-11-14", "on 14 November 2025"),
        ] {
            assert_eq!(day(date).seen_from(today), told);
        }
    }

    #[test]
    fn a_month_has_its_days_in_weeks() {
        let month = day("2028-02-17").month();
        assert_eq!((month.name.as_str(), month.first), ("February 2028", day("2028-02-01")));
        // The first was a Tuesday, and the year has a day more.
        assert_eq!((month.lead, month.days), (1, 29));
        assert_eq!(month.after().name, "March 2028");
        assert_eq!(month.before().first, day("2028-01-01"));
        assert_eq!(day("2028-02-29").of_month(), 29);
    }

    #[test]
    fn no_days_lie_between_a_day_and_one_before_it() {
        assert_eq!(day("2026-11-14").since(day("2026-11-10")), 4);
        assert_eq!(day("2026-11-10").since(day("2026-11-14")), 0);
        assert_eq!(Day::new(i32::MAX).plus(i32::MAX).to_string(), "9999-12-31");
    }
}
