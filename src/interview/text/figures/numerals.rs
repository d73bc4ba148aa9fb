//! Single numbers: in digits, in words, and what scales them.

use crate::interview::text::{
    Word,
    figures::{Unit, time},
    lexicon,
};

const DOZEN: f64 = 12.0;
/// From here on a number of four digits is a year; before, it may as well count something.
const FIRST_DATE: f64 = 1900.0;
/// Two weeks in minutes.
const FORTNIGHT: f64 = 14.0 * 24.0 * 60.0;

/// The number that starts at a word: its value, what it counts, and its last word.
pub(super) fn number(words: &[Word], i: usize) -> Option<(f64, Unit, usize)> {
    let lower = words[i].lower.as_str();
    if lower.starts_with(|c: char| c.is_ascii_digit()) {
        let (value, unit) = digits(lower)?;
        return Some((value, unit, i));
    }
    let next = words.get(i + 1).map(|w| w.lower.as_str());
    if let Some(value) = lexicon::RATIO_WORDS.get(lower) {
        let noun = matches!(lower, "third" | "quarter") && next != Some("of");
        return (!noun).then_some((*value, Unit::Factor, i));
    }
    if lower == "one" && (time::and_a_half(words, i).is_some() || time::is_one(next)) {
        return Some((1.0, Unit::Count, i));
    }
    // "A couple of weeks" are two, "a month and a half" is one and a half.
    let of_time = |at: usize| {
        words.get(at).is_some_and(|word| lexicon::UNITS_OF_TIME.contains_key(word.lower.as_str()))
    };
    let of_many = |at: usize| words.get(at).is_some_and(|word| scale(&word.lower).is_some());
    if lower == "couple" && next == Some("of") && (of_time(i + 2) || of_many(i + 2)) {
        return Some((2.0, Unit::Count, i + 1));
    }
    if let Some(minutes) = time::and_a_half_of_one(words, i) {
        return Some((1.5 * minutes, Unit::Time, i + 3));
    }
    if let Some((minutes, last)) = time::parts_of_a_unit(words, i) {
        return Some((minutes, Unit::Time, last));
    }
    // A fortnight is its own number.
    if lower == "fortnight" {
        return Some((FORTNIGHT, Unit::Time, i));
    }
    let (value, last) = spoken(words, i)?;
    if let Some((year, last)) = year(words, value, last) {
        let unit = if year >= FIRST_DATE { Unit::Date } else { Unit::Count };
        return Some((year, unit, last));
    }
    let (value, last) = decimals(words, value, last).unwrap_or((value, last));
    Some((value, Unit::Count, last))
}

/// Whether nothing but a blank or a hyphen stands between a word and the next.
fn beside(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.span.start <= words[at].span.end + 1)
}

/// A year whose century was read: "fifteen eighty-seven", "twenty twenty-one".
fn year(words: &[Word], century: f64, at: usize) -> Option<(f64, usize)> {
    let is_century = (13.0..=20.0).contains(&century);
    let next = words.get(at + 1).filter(|_| is_century && beside(words, at))?;
    let tens = lexicon::NUMBER_WORDS.get(next.lower.as_str())?;
    if !(10.0..100.0).contains(tens) || next.lower == "dozen" {
        return None;
    }
    let (of_century, last) = spoken(words, at + 1)?;
    (of_century < 100.0).then_some((century * 100.0 + of_century, last))
}

/// A number with the decimals that are said behind it: "four point six".
fn decimals(words: &[Word], whole: f64, at: usize) -> Option<(f64, usize)> {
    words.get(at + 1).filter(|word| word.lower == "point")?;
    let digit = |at: usize| {
        let word = words.get(at)?.lower.as_str();
        let value = if word == "one" { 1.0 } else { *lexicon::NUMBER_WORDS.get(word)? };
        (value < 10.0).then_some(value)
    };
    let (mut value, mut last, mut share) = (whole, None, 0.1);
    while let Some(digit) = digit(last.unwrap_or(at + 1) + 1) {
        value += digit * share;
        share /= 10.0;
        last = Some(last.unwrap_or(at + 1) + 1);
    }
    Some((value, last?))
}

/// A number in words, from its first to its last: "fourteen hundred", "a hundred and sixty thousand".
fn spoken(words: &[Word], first: usize) -> Option<(f64, usize)> {
    let is_dozen = |at: usize| words[at].lower == "dozen";
    let value_of = |at: usize| {
        let word = words.get(at)?.lower.as_str();
        // "One" is a number behind others, where it is elsewhere mostly a pronoun.
        let one = (word == "one" && at > first).then_some(1.0);
        one.or_else(|| lexicon::NUMBER_WORDS.get(word).copied())
    };
    // What is below a thousand is put together in a group, which a thousand or a million then multiplies.
    let (mut all, mut group, mut last) = (0.0, 0.0, None);
    let mut at = first;
    while let Some(value) = value_of(at) {
        let is_first = at == first;
        let room = group % 100.0;
        match value {
            _ if value < 10.0 && (room == 0.0 || room >= 20.0 && room % 10.0 == 0.0) => {
                group += value;
            }
            DOZEN if is_dozen(at) && all == 0.0 && group < 100.0 => {
                group = DOZEN * f64::max(group, 1.0);
            }
            _ if (10.0..100.0).contains(&value) && !is_dozen(at) && room == 0.0 => group += value,
            100.0 if is_first || group > 0.0 && group < 100.0 => {
                group = 100.0 * f64::max(group, 1.0);
            }
            _ if value >= 1000.0 && (is_first || group > 0.0) => {
                all += value * f64::max(group, 1.0);
                group = 0.0;
            }
            _ => break,
        }
        last = Some(at);
        let beside = |at: usize| beside(words, at);
        let is_round = group % 100.0 == 0.0 && all + group >= 100.0;
        let joined = is_round
            && beside(at)
            && beside(at + 1)
            && words[at + 1].lower == "and"
            && value_of(at + 2).is_some_and(|more| more < 100.0);
        at += match (joined, beside(at)) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => break,
        };
    }
    Some((all + group, last?))
}

/// Reads `1,200`, `85k`, `2.5m`, `3x`, `2024`, `3rd`; nothing for `2fa`.
fn digits(lower: &str) -> Option<(f64, Unit)> {
    let split = lower.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let (number, ending) = lower.split_at(split.unwrap_or(lower.len()));
    let value: f64 = number.replace(',', "").trim_end_matches('.').parse().ok()?;
    match ending {
        "" if number.len() == 4 && (FIRST_DATE..2100.0).contains(&value) => {
            Some((value, Unit::Date))
        }
        "" => Some((value, Unit::Count)),
        "k" => Some((value * 1e3, Unit::Count)),
        "m" | "mn" | "mio" => Some((value * 1e6, Unit::Count)),
        "b" | "bn" => Some((value * 1e9, Unit::Count)),
        "x" => Some((value, Unit::Factor)),
        "st" | "nd" | "rd" | "th" => Some((value, Unit::Date)),
        "am" | "pm" => Some((value, Unit::Date)),
        // "The 1990s" and "her 20s" are times, but no lengths.
        "s" if matches!(value as u32, 20 | 30 | 40 | 50 | 60 | 70 | 80 | 90) || value >= 1900.0 => {
            Some((value, Unit::Date))
        }
        "h" | "hr" | "hrs" | "min" | "mins" | "s" | "sec" | "ms" => {
            Some((value * time::written_unit(ending), Unit::Time))
        }
        _ => None,
    }
}

/// What a word multiplies the number before it by.
pub(super) fn scale(word: &str) -> Option<f64> {
    match word {
        "dozen" => Some(DOZEN),
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::text::Text;

    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let (a, b) = (Text::read(a), Text::read(b));
        assert_eq!(a.figures()[0].agrees(&b.figures()[0]), expected);
    }

    #[test]
    fn numbers_are_read_as_people_say_them() {
        check("fourteen hundred rolls", "1,400 rolls", true);
        check("half a dozen staff", "six staff", true);
        check("two dozen eggs", "24 eggs", true);
        check("eighty-odd people", "85 people", true);
        check("eighty people", "85 people", false);
        check("one thousand four hundred before", "1,400", true);
        check("a hundred and sixty thousand euros", "160,000 euros", true);
        check("two hundred twelve people", "212 people", true);
        check("three thousand one hundred and five", "3,105", true);
        check("two million three hundred thousand", "2.3 million", true);
        check("a couple of thousand in the bank", "two thousand", true);
        check("nine grand a week", "nine thousand pounds", true);
        check("forty per cent extra", "40%", true);
        check("two grand pianos", "2,000 pounds", false);
        check("the register of fifteen eighty-seven", "the register of 1587", true);
        check("in twenty twenty-one", "in 2021", true);
        check("at four point six degrees", "at 4.6 degrees", true);
        check("two point three five", "2.35", true);
    }

    #[test]
    fn numbers_beside_each_other_are_several() {
        let numbers = |text: &str| -> Vec<f64> {
            Text::read(text).figures().iter().map(|figure| figure.number).collect()
        };
        assert_eq!(numbers("we won two three four times"), [2.0, 3.0, 4.0]);
        assert_eq!(numbers("of twenty, two came"), [20.0, 2.0]);
        assert_eq!(numbers("a hundred and some of them"), [100.0]);
        assert_eq!(numbers("two thousand and forty jars"), [2040.0]);
        assert_eq!(numbers("nineteen of twenty-two"), [19.0, 22.0]);
    }
}
