//! Single numbers: in digits, in words, and what scales them.

use crate::interview::text::{
    Word,
    figures::{Unit, time},
    lexicon,
};

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
    if lower == "couple" && next == Some("of") && of_time(i + 2) {
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
    let value = *lexicon::NUMBER_WORDS.get(lower)?;
    // "One" is a number behind tens, where it is elsewhere mostly a pronoun.
    let ones = |word: &str| {
        let value =
            if word == "one" { Some(1.0) } else { lexicon::NUMBER_WORDS.get(word).copied() };
        value.filter(|ones| *ones < 10.0)
    };
    if (20.0..100.0).contains(&value)
        && let Some(ones) = next.and_then(ones)
    {
        return Some((value + ones, Unit::Count, i + 1));
    }
    Some((value, Unit::Count, i))
}

/// Reads `1,200`, `85k`, `2.5m`, `3x`, `2024`, `3rd`; nothing for `2fa`.
fn digits(lower: &str) -> Option<(f64, Unit)> {
    let split = lower.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let (number, ending) = lower.split_at(split.unwrap_or(lower.len()));
    let value: f64 = number.replace(',', "").trim_end_matches('.').parse().ok()?;
    match ending {
        "" if number.len() == 4 && (1900.0..2100.0).contains(&value) => Some((value, Unit::Date)),
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
        "dozen" => Some(12.0),
        "hundred" => Some(1e2),
        "thousand" | "k" => Some(1e3),
        "million" | "m" => Some(1e6),
        "billion" | "bn" => Some(1e9),
        _ => None,
    }
}

/// What "and" adds to a number that ends with "hundred" or "thousand", and its last word: "a hundred and thirty".
pub(super) fn and_more(words: &[Word], last: usize) -> Option<(f64, usize)> {
    let is_round = matches!(words[last].lower.as_str(), "hundred" | "thousand");
    let joined = words.get(last + 1).is_some_and(|word| word.lower == "and");
    words.get(last + 2).filter(|_| is_round && joined)?;
    let (more, unit, at) = number(words, last + 2)?;
    let in_words = words[last + 2].lower.starts_with(char::is_alphabetic);
    (in_words && unit == Unit::Count && more < 100.0).then_some((more, at))
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
    }
}
