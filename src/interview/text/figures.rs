//! Figures in a text: shares, money, counts, factors and durations, in digits or in words.

mod numerals;
mod ranges;
mod shares;
mod time;

use serde::Serialize;

use crate::interview::text::{
    Span, Word,
    figures::numerals::{number, scale},
    lexicon,
};

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// A share in percent.
    Percent,
    /// An amount of money.
    Money,
    /// A factor: doubled, half, 3x.
    Factor,
    /// How many of something.
    Count,
    /// A length of time, in minutes.
    Time,
    /// A year or another date, or a place in a row: nothing that was measured.
    Date,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Where it stands, with its sign and unit.
    pub span: Span,
    /// Its value: percent as written, money and counts in ones, time in minutes.
    pub value: f64,
    /// Its number without the unit of time: the 2 of "2 hours".
    #[serde(skip)]
    pub number: f64,
    /// What it counts.
    pub unit: Unit,
    /// So far from it another figure may lie and say the same, in parts of the greater.
    #[serde(skip)]
    pub within: f64,
    /// The index of its (first) word.
    #[serde(skip)]
    pub word: usize,
    /// Whether it is a figure of speech: "a million things".
    #[serde(skip)]
    pub of_speech: bool,
}

impl Figure {
    /// Whether it measures something, and is no date, no duration and no figure of speech.
    pub fn measures(&self) -> bool {
        !self.of_speech && !matches!(self.unit, Unit::Time | Unit::Date)
    }

    /// Whether two figures say the same, as people round when they retell: within five in a hundred, or ten where it is
    /// said to be rounded or is a share in words; lengths of time by their value, whatever their units.
    pub fn agrees(&self, other: &Self) -> bool {
        if self.unit == Unit::Time && other.unit == Unit::Time {
            return time::agree(self, other);
        }
        if let (Some(share), Some(theirs)) = (self.share(), other.share())
            && self.unit != other.unit
        {
            return near(share, theirs, ROUGH);
        }
        let loose = self.unit.is_loose() || other.unit.is_loose();
        (self.unit == other.unit || loose) && near(self.number, other.number, self.reach(other))
    }

    /// The share of a whole that it is, where it is one: 60 percent, half.
    fn share(&self) -> Option<f64> {
        match self.unit {
            Unit::Percent => Some(self.number / 100.0),
            Unit::Factor if self.number < 1.0 => Some(self.number),
            _ => None,
        }
    }

    /// Whether it is the length of one such unit of time.
    pub fn is_one(&self, unit: &str) -> bool {
        let minutes = lexicon::UNITS_OF_TIME.get(unit);
        self.unit == Unit::Time
            && minutes.is_some_and(|minutes| near(self.value, *minutes, ROUNDED))
    }

    /// Whether it is said to be about so much, or is a share in words.
    pub fn is_rough(&self) -> bool {
        self.within > ROUNDED
    }

    /// How far apart the two may be.
    fn reach(&self, other: &Self) -> f64 {
        self.within.max(other.within)
    }

    /// Whether the two could be meant as the same figure.
    pub fn comparable(&self, other: &Self) -> bool {
        self.unit == other.unit && !self.of_speech && !other.of_speech
    }
}

impl Unit {
    /// A bare number may stand for a share or an amount whose sign was left out.
    fn is_loose(self) -> bool {
        matches!(self, Self::Count | Self::Date)
    }
}

/// A thousand pounds or dollars, as people say it.
const GRAND: f64 = 1000.0;
/// As far apart two figures may be and say the same, in parts of the greater.
const ROUNDED: f64 = 0.05;
/// The same where a figure is said to be rounded, or is a share in words.
const ROUGH: f64 = 0.1;

/// Whether two values are the same but for so large a part of the greater.
fn near(a: f64, b: f64, part: f64) -> bool {
    (a - b).abs() <= part * a.abs().max(b.abs()) + 1e-9
}

/// Every figure of a text.
pub(super) fn read(text: &str, words: &[Word]) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let of_speech: Vec<_> = lexicon::FIGURES_OF_SPEECH.find(words).collect();
    let said = |at: usize| of_speech.iter().any(|of| of.first <= at && at < of.end);
    let mut i = 0;
    while i < words.len() {
        if let Some((value, last)) = shares::read(words, i) {
            let span = Span { start: words[i].span.start, end: words[last].span.end };
            let unit = Unit::Percent;
            let (number, of_speech) = (value, said(i));
            found.push(Figure { span, value, number, unit, within: ROUGH, word: i, of_speech });
            i = last + 1;
            continue;
        }
        let Some((mut value, mut unit, mut last)) = number(words, i) else {
            i += 1;
            continue;
        };
        let mut start = words[i].span.start;
        if is_mark(text, &words[i]) || is_label(words, i) {
            i = last + 1;
            continue;
        }
        let before = text[..start].chars().next_back();
        let is_sum = before.is_some_and(|c| matches!(c, '$' | '€' | '£' | '¥'));
        let is_bare = !is_sum && !text[words[last].span.end..].starts_with('%');
        if let Some(end) = time::of_day(words, i, last).filter(|_| is_bare) {
            i = end + 1;
            continue;
        }
        let sign = text[..start].chars().next_back();
        if let Some(c @ ('$' | '€' | '£' | '¥')) = sign {
            unit = Unit::Money;
            start -= c.len_utf8();
        }
        if unit == Unit::Count
            && (matches!(before, Some('\'' | '’')) || time::is_date(text, words, i))
        {
            unit = Unit::Date;
        }
        if unit == Unit::Factor && words.get(last + 1).is_some_and(|word| word.lower == "a") {
            // "Half a million".
            last +=
                usize::from(words.get(last + 2).is_some_and(|word| scale(&word.lower).is_some()));
        }
        while let Some(scale) =
            words.get(last + 1).and_then(|w| scale(&w.lower)).filter(|_| unit != Unit::Date)
        {
            if unit == Unit::Factor {
                unit = Unit::Count;
            }
            value *= scale;
            last += 1;
        }
        let is_grand = |word: &Word| word.lower == "grand" && stands_apart(words, last + 1);
        if unit == Unit::Count && words.get(last + 1).is_some_and(is_grand) {
            (value, unit, last) = (value * GRAND, Unit::Money, last + 1);
        }
        let halves = time::and_a_half(words, last).filter(|_| unit == Unit::Count);
        if let Some(at) = halves {
            value += 0.5;
            last = at;
        }
        let mut end = words[last].span.end;
        let mut number = value;
        let next = words.get(last + 1);
        if text[end..].starts_with('%') {
            unit = Unit::Percent;
            end += 1;
        } else if let Some(next) = next.filter(|n| n.span.start - end <= 2) {
            match next.lower.as_str() {
                "percent" | "pct" => (unit, end) = (Unit::Percent, next.span.end),
                "per" if words.get(last + 2).is_some_and(|word| word.lower == "cent") => {
                    (unit, end) = (Unit::Percent, words[last + 2].span.end);
                }
                "dollars" | "dollar" | "euros" | "euro" | "pounds" | "usd" | "eur" => {
                    (unit, end) = (Unit::Money, next.span.end);
                }
                "times" | "x" if unit == Unit::Count => (unit, end) = (Unit::Factor, next.span.end),
                word if unit == Unit::Count => {
                    if let Some(minutes) = lexicon::UNITS_OF_TIME.get(word) {
                        (unit, end) = (Unit::Time, next.span.end);
                        value *= minutes;
                    }
                }
                _ => {}
            }
        }
        if unit == Unit::Factor
            && let Some((minutes, at)) = time::part_of_a_unit(words, last)
        {
            (unit, end, last) = (Unit::Time, words[at].span.end, at);
            value *= minutes;
        } else if unit == Unit::Time && number == value {
            // The unit is written to the number: "90min".
            number = value / time::written_unit(&words[i].lower);
        }
        // "About eighty", "eighty-odd".
        let is_rough = i > 0 && lexicon::ROUNDINGS.contains(words[i - 1].lower.as_str())
            || words.get(last + 1).is_some_and(|next| next.lower == "odd");
        let within = if is_rough { ROUGH } else { ROUNDED };
        let (span, of_speech) = (Span { start, end }, said(i));
        found.push(Figure { span, value, number, unit, within, word: i, of_speech });
        i = last + 1;
    }
    ranges::joined(text, words, found)
}

/// Whether some words have this number, whatever it counts and whatever else it is part of: the "seven" of "seven of the twelve".
pub fn has_number(words: &[Word], wanted: f64) -> bool {
    let said = |at: usize| number(words, at).is_some_and(|(value, ..)| near(value, wanted, 0.0));
    (0..words.len()).any(said)
}

/// Whether a number names one of a row, as in "Sprint 7" and "Year Four", so that it counts nothing.
fn is_label(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words[before].lower.as_str());
    stands_apart(words, at) && lexicon::NUMBERED.contains(before)
}

/// Whether no word with content follows in the sentence, so that a number counts nothing of what comes.
fn stands_apart(words: &[Word], last: usize) -> bool {
    words.get(last + 1).is_none_or(|next| {
        next.sentence != words[last].sentence
            || lexicon::CLOSED_CLASS.contains_key(next.lower.as_str())
    })
}

/// Whether a number only marks an item, `(1)` or `2)`, or is half of a `1:1`.
fn is_mark(text: &str, word: &Word) -> bool {
    let digits = word.lower.bytes().all(|b| b.is_ascii_digit());
    let short = digits && word.lower.len() <= 2;
    let before = text[..word.span.start].chars().next_back();
    let after = text[word.span.end..].chars().next();
    short
        && (after == Some(')') || after == Some(':') || before == Some(':') || before == Some('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::text::Text;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, f64, Unit)]) {
        let answer = Text::read(text);
        let found: Vec<_> =
            answer.figures().iter().map(|f| (f.span.of(text), f.value, f.unit)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn signs_and_scales_are_read() {
        check("$1.5M", &[("$1.5M", 1.5e6, Unit::Money)]);
        check("$85K of it", &[("$85K", 85e3, Unit::Money)]);
        check("12.5%", &[("12.5%", 12.5, Unit::Percent)]);
        check("1,200 orders", &[("1,200", 1200.0, Unit::Count)]);
        check("3x", &[("3x", 3.0, Unit::Factor)]);
        check("two million dollars", &[("two million dollars", 2e6, Unit::Money)]);
    }

    #[test]
    fn words_are_numbers_too() {
        check("forty-two percent", &[("forty-two percent", 42.0, Unit::Percent)]);
        check("half of them", &[("half", 0.5, Unit::Factor)]);
        check("a half-million", &[("half-million", 5e5, Unit::Count)]);
        check("it doubled", &[("doubled", 2.0, Unit::Factor)]);
        check("no one came", &[]);
        check("the third floor", &[]);
        check("eighty-one guests", &[("eighty-one", 81.0, Unit::Count)]);
        check("a hundred and thirty beds", &[("hundred and thirty", 130.0, Unit::Count)]);
        check("half a million dollars", &[("half a million dollars", 5e5, Unit::Money)]);
        check("a couple of weeks", &[("couple of weeks", 14.0 * 1440.0, Unit::Time)]);
    }

    #[test]
    fn a_figure_of_speech_measures_nothing() {
        let measures = |text: &str| Text::read(text).figures().iter().any(Figure::measures);
        for text in [
            "Nine times out of ten it is somebody's fault.",
            "I told them a hundred times, there were a million things to do.",
            "I agree 100 percent and I'm 100% sure, I gave it 110 percent.",
            "She's one in a million, on call 24/7.",
            "One of the nurses came, and one or two others.",
        ] {
            assert!(!measures(text), "{text}");
        }
        for text in ["Nine out of ten came back.", "A hundred guests came.", "We reached 100%."] {
            assert!(measures(text), "{text}");
        }
    }

    #[test]
    fn time_is_kept_apart() {
        check("90-day trial", &[("90-day", 90.0 * 1440.0, Unit::Time)]);
        check("three months", &[("three months", 90.0 * 1440.0, Unit::Time)]);
        check("90 minutes", &[("90 minutes", 90.0, Unit::Time)]);
        check("1.5 hours", &[("1.5 hours", 90.0, Unit::Time)]);
        check("two and a half hours", &[("two and a half hours", 150.0, Unit::Time)]);
        check("half an hour", &[("half an hour", 30.0, Unit::Time)]);
        check("in 45min", &[("45min", 45.0, Unit::Time)]);
        check("in the 1990s", &[("1990s", 1990.0, Unit::Date)]);
        check("in 2023", &[("2023", 2023.0, Unit::Date)]);
        check("a month and a half", &[("month and a half", 45.0 * 1440.0, Unit::Time)]);
        check("an hour and a half late", &[("hour and a half", 90.0, Unit::Time)]);
        check("at half past six, not half five, and back at twelve.", &[]);
        check("at 10%", &[("10%", 10.0, Unit::Percent)]);
        check("in Year Four, in Sprint 7 and in bay three", &[]);
        check("2FA", &[]);
        check("on 9 January", &[("9", 9.0, Unit::Date)]);
        check("on May 1", &[("1", 1.0, Unit::Date)]);
        check("back in '22", &[("22", 22.0, Unit::Date)]);
        check("we may 5 times", &[("5 times", 5.0, Unit::Factor)]);
        check("(1) ask, 2) listen in a 1:1", &[]);
    }
}
