//! Shares in words: one in seven, nine out of the ten, two thirds, a fifth of them.

use crate::interview::text::{
    Word,
    figures::{Unit, numerals::number, time},
    lexicon,
};

/// Of so many and of more nobody says a share in words.
const MOST: f64 = 100.0;
/// Of what a share is said with "of" alone: "two of the three" are people, "seven of ten" is a share.
const ROUND: [f64; 2] = [10.0, 100.0];

/// The share that begins at a word, in percent, and its last word.
pub(super) fn read(words: &[Word], first: usize) -> Option<(f64, usize)> {
    let at = |i: usize| words.get(i).map(|word| word.lower.as_str());
    let part = if matches!(at(first)?, "a" | "one") { 1.0 } else { counted(words, first)? };
    if time::parts_of_a_unit(words, first).is_some() {
        return None;
    }
    if let Some(fraction) = lexicon::FRACTIONS.get(at(first + 1)?) {
        // "A fifth of them" is a share, "a fifth visit" is none, and neither are "two third" and "one fifths".
        let is_one = part <= 1.0;
        let is_share = if is_one { at(first + 2) == Some("of") } else { part * fraction <= 1.0 };
        let is_singular = !at(first + 1)?.ends_with('s');
        let is_share = is_share && is_one == is_singular;
        return is_share.then_some((100.0 * part * fraction, first + 1));
    }
    if at(first)? == "a" {
        return None;
    }
    let (by_of, whole) = match (at(first + 1)?, at(first + 2)?) {
        ("out", "of") => (false, first + 3),
        ("in", _) => (false, first + 2),
        ("of", _) => (true, first + 2),
        _ => return None,
    };
    // "Seven of the ten" and "seven out of those ten" are a share, "one of the ten" is somebody.
    let of_them = |word: &str| part > 1.0 && lexicon::CLOSED_CLASS.contains_key(word);
    let named = at(whole - 1) == Some("of") && counted(words, whole).is_none();
    let whole = whole + usize::from(named && at(whole).is_some_and(of_them));
    let all = counted(words, whole)?;
    // "Three in ten days" is no share.
    let of_time = at(whole + 1).is_some_and(|next| lexicon::UNITS_OF_TIME.contains_key(next));
    let is_share = part < all && all <= MOST && !of_time && (!by_of || ROUND.contains(&all));
    is_share.then_some((100.0 * part / all, whole))
}

/// A count of one word.
fn counted(words: &[Word], at: usize) -> Option<f64> {
    words.get(at)?;
    let (value, unit, last) = number(words, at)?;
    (unit == Unit::Count && last == at).then_some(value)
}

#[cfg(test)]
mod tests {
    use crate::interview::text::{Text, Unit};

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        let read = Text::read(text);
        let shares: Vec<_> = read.figures().iter().filter(|f| f.unit == Unit::Percent).collect();
        assert_eq!(shares.first().map(|share| share.value.round()), expected, "{text}");
    }

    #[test]
    fn shares_are_said_in_words() {
        check("one in seven accounts left", Some(14.0));
        check("nine out of ten agreed", Some(90.0));
        check("we lost 7 of 10 deals", Some(70.0));
        check("two thirds of them stayed", Some(67.0));
        check("three quarters of the budget", Some(75.0));
        check("we won seven of the ten deals", Some(70.0));
        check("7 out of those 10 signed", Some(70.0));
        check("a fifth of the traffic", Some(20.0));
        check("one fifth of it", Some(20.0));
    }

    #[test]
    fn what_is_no_share_is_left_alone() {
        check("we shipped three in ten days", None);
        check("two of the three stakeholders", None);
        check("six quarters in a row", None);
        check("two of three pilots", None);
        check("three quarters of an hour", None);
        check("one in the morning", None);
        check("one in the ten years that followed", None);
        check("a fifth visit, a third try, one third party", None);
        check("a man of ten, one of the ten", None);
    }
}
