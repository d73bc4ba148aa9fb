//! Lengths of time: how they are written, and when two of them are the same.

use crate::interview::text::{
    Word,
    figures::{Figure, ROUNDED, near, stands_apart},
    lexicon,
};

/// Two lengths in different units are rounded more freely: a month for four weeks.
const ROUNDED_TO_A_UNIT: f64 = 0.1;
/// The hours on the face of a clock.
const HOURS: f64 = 12.0;
/// A day in minutes.
const DAY: f64 = 24.0 * 60.0;
/// The share of a week that is worked: "a week" may be five days.
const WORKING_WEEK: f64 = 5.0 / 7.0;
/// The share of a day that is worked: "a day" may be eight hours.
const WORKING_DAY: f64 = 8.0 / 24.0;

/// Whether two lengths of time say the same, were it as working time.
pub(super) fn agree(a: &Figure, b: &Figure) -> bool {
    let (long, short) = if unit(a) >= unit(b) { (a, b) } else { (b, a) };
    if near(unit(long), unit(short), ROUNDED) {
        return near(long.value, short.value, a.reach(b));
    }
    let reach = a.reach(b).max(ROUNDED_TO_A_UNIT);
    let worked = |share: f64| near(long.value * share, short.value, reach);
    let in_days = near(unit(short), DAY, ROUNDED) && unit(long) > DAY;
    let in_hours = unit(short) < DAY && near(unit(long), DAY, ROUNDED);
    worked(1.0) || in_days && worked(WORKING_WEEK) || in_hours && worked(WORKING_DAY)
}

/// The unit that a length is given in, in minutes.
fn unit(figure: &Figure) -> f64 {
    if figure.number > 0.0 { figure.value / figure.number } else { 1.0 }
}

/// Whether one of what follows is a length of time: "one week"; "one day" and "one second" seldom are.
pub(super) fn is_one(next: Option<&str>) -> bool {
    next.is_some_and(|unit| {
        !matches!(unit, "day" | "second" | "night") && lexicon::UNITS_OF_TIME.contains_key(unit)
    })
}

/// The last word of "and a half" behind a number, where a unit of time follows.
pub(super) fn and_a_half(words: &[Word], number: usize) -> Option<usize> {
    let behind = |n: usize| words.get(number + n).map(|word| word.lower.as_str());
    let said = behind(1) == Some("and") && behind(2) == Some("a") && behind(3) == Some("half");
    (said && lexicon::UNITS_OF_TIME.contains_key(behind(4)?)).then_some(number + 3)
}

/// A unit, in minutes, that "and a half" follows, where one of it is meant: "a month and a half".
pub(super) fn and_a_half_of_one(words: &[Word], unit: usize) -> Option<f64> {
    let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let one = unit
        .checked_sub(1)
        .is_some_and(|before| matches!(word(before), "a" | "an" | "each" | "every" | "one"));
    let half = word(unit + 1) == "and" && word(unit + 2) == "a" && word(unit + 3) == "half";
    (one && half).then(|| lexicon::UNITS_OF_TIME.get(word(unit)).copied()).flatten()
}

/// The last word of a time of day: "half past six", "half five", "at twelve"; it is no length and measures nothing.
pub(super) fn of_day(words: &[Word], first: usize, last: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).map_or("", |word| word.lower.as_str());
    let hour = |at: usize| {
        let value = lexicon::NUMBER_WORDS.get(word(at)).copied();
        let digits = || word(at).parse::<f64>().ok();
        let is_hour = |of: f64| of <= HOURS && of.fract() <= 0.0;
        word(at) == "one" || value.or_else(digits).is_some_and(is_hour)
    };
    let past = |at: usize| matches!(word(at), "past" | "to") && hour(at + 1);
    if matches!(word(first), "half" | "quarter") {
        return if past(first + 1) && word(first + 1) == "past" {
            Some(first + 2)
        } else {
            (word(first) == "half" && hour(first + 1)).then_some(first + 1)
        };
    }
    if word(last + 1) == "past" && hour(last + 2) {
        return Some(last + 2);
    }
    let is_at = first > 0 && word(first - 1) == "at";
    let is_clock = |at: usize| {
        let (hour, minutes) = word(at).split_once(['.', ':']).unwrap_or_default();
        let is_hour = hour.parse::<u8>().is_ok_and(|hour| hour <= 24);
        is_hour && minutes.len() == 2 && minutes.parse::<u8>().is_ok_and(|minutes| minutes < 60)
    };
    let is_told = |at: usize| hour(at) || is_clock(at);
    let plain = first == last && is_at && stands_apart(words, last) && is_told(first);
    (plain && !matches!(word(last + 1), "of" | "per" | "percent" | "to")).then_some(last)
}

/// Whether a number in digits is the day of a month: "9 January", "May 1".
pub(super) fn is_date(text: &str, words: &[Word], at: usize) -> bool {
    let is_month = |word: &Word| {
        word.span.of(text).starts_with(char::is_uppercase)
            && lexicon::MONTHS.contains(word.lower.as_str())
    };
    let before = at.checked_sub(1).map(|before| &words[before]);
    let mut beside = [before, words.get(at + 1)].into_iter().flatten();
    words[at].lower.starts_with(|c: char| c.is_ascii_digit()) && beside.any(is_month)
}

/// The unit, in minutes, of which "half" or "quarter" is a part, as in "half an hour" and "half a working day", and where it
/// stands.
pub(super) fn part_of_a_unit(words: &[Word], part: usize) -> Option<(f64, usize)> {
    let of = usize::from(words.get(part + 1).is_some_and(|word| word.lower == "of"));
    let article = part + of + 1;
    words.get(article).filter(|word| matches!(word.lower.as_str(), "a" | "an"))?;
    let is_working = words.get(article + 1).is_some_and(|word| word.lower == "working");
    let at = article + 1 + usize::from(is_working);
    Some((*lexicon::UNITS_OF_TIME.get(words.get(at)?.lower.as_str())?, at))
}

/// Several parts of a unit of time, in minutes, and their last word: "three quarters of an hour".
pub(super) fn parts_of_a_unit(words: &[Word], count: usize) -> Option<(f64, usize)> {
    let parts = lexicon::NUMBER_WORDS.get(words[count].lower.as_str())?;
    let share = lexicon::FRACTIONS.get(words.get(count + 1)?.lower.as_str())?;
    let (minutes, last) = part_of_a_unit(words, count + 1)?;
    Some((parts * share * minutes, last))
}

/// A unit that is written to its number, in minutes: the "min" of "90min".
pub(super) fn written_unit(word: &str) -> f64 {
    match word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        "h" | "hr" | "hrs" => 60.0,
        "s" | "sec" => 1.0 / 60.0,
        "ms" => 1.0 / 60_000.0,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::text::Text;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let (a, b) = (Text::read(a), Text::read(b));
        let (a, b) = (&a.figures()[0], &b.figures()[0]);
        assert_eq!((a.agrees(b), b.agrees(a)), (expected, expected), "{a:?} {b:?}");
    }

    #[test]
    fn lengths_of_time_are_compared_by_their_value() {
        check("2 hours", "2 days", false);
        check("90 minutes", "1.5 hours", true);
        check("90 minutes", "1 and a half hours", true);
        check("90min", "one and a half hours", true);
        check("a quarter of an hour", "15 minutes", true);
        check("half an hour", "30 minutes", true);
        check("90 seconds", "1.5 minutes", true);
        check("two weeks", "14 days", true);
        check("three months", "a 90-day trial", true);
        check("a fortnight", "2 weeks", true);
        check("three quarters of an hour", "45 minutes", true);
        check("every month and a half", "six weeks", true);
        check("one month", "four weeks", true);
        check("about 50 minutes", "45 minutes", true);
        check("12 months", "2 years", false);
        check("45 minutes", "45 seconds", false);
    }

    #[test]
    fn working_time_and_rounded_units_are_no_other_figures() {
        check("2 weeks", "ten days", true);
        check("3 days", "24 hours", true);
        check("3 days", "72 hours", true);
        check("6 weeks", "1.5 months", true);
        check("2 weeks", "7 days", false);
        check("half a working day", "4 hours", true);
        check("half a working day", "9 hours", false);
    }

    #[test]
    fn a_bare_number_may_leave_its_unit_out() {
        check("2 hours", "it took 2", true);
        check("2 weeks", "it took 2", true);
        check("2 weeks", "it took 3", false);
    }
}
