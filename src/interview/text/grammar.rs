//! Whether function words stand where English puts them, and how many there are.
//!
//! Content words can stand almost anywhere; function words cannot: "the of", "we my", a sentence that ends in "and".
//! A list of keywords has few of them, shuffled words have many in odd places, prose of any quality has neither.

use std::collections::BTreeSet;

use crate::interview::text::{Span, Text, Word, lexicon};

/// What the function words of a text look like.
#[derive(Clone, Debug)]
pub struct Grammar {
    /// The share of words that are function words other than "and", "or" and "but"; about .45 in prose.
    pub function_share: f32,
    /// Odd places a hundred words; below 2 in prose.
    pub oddness: f32,
    /// The odd pairs, first ones first, eight at most.
    pub odd: Vec<Span>,
    /// The share of words written in Latin letters.
    pub latin: f32,
}

/// Reads a text's function words.
pub fn read(answer: &Text) -> Grammar {
    let words = answer.words();
    if words.is_empty() {
        return Grammar { function_share: 0.0, oddness: 0.0, odd: Vec::new(), latin: 0.0 };
    }
    let mut odd = Vec::new();
    let mut sum = 0.0;
    let mut function = 0;
    let mut latin = 0;
    for (i, word) in words.iter().enumerate() {
        let class = class(answer, word);
        function += usize::from(!matches!(class, b'o' | b'n' | b'V' | b'C'));
        latin += usize::from(word.lower.is_ascii());
        let next = words.get(i + 1);
        let gap_end = next.map_or(answer.text().len(), |n| n.span.start);
        let gap = &answer.text()[word.span.end..gap_end];
        let broken =
            gap.contains([',', ';', ':', '(', ')', '"', '“', '”', '-', '–', '—', '\n', '/']);
        let ends = next.is_none_or(|n| n.sentence != word.sentence);
        let follower =
            if ends { b'e' } else { next.map_or(b'e', |next| self::class(answer, next)) };
        // "I'm a" has its verb within.
        let has_verb = class == b'S' && word.lower.contains(['\'', '’']);
        // A mark between two words excuses most pairs, but not an article before the mark.
        let excused = broken && !(matches!(class, b'D' | b'P') && gap.starts_with([',', '.']));
        let oddness = lexicon::UNLIKELY_PAIRS.get(&(class, follower)).copied().unwrap_or(0.0);
        if oddness > 0.0
            && !has_verb
            && (ends || !excused)
            && !gap.contains("...")
            && !gap.contains('…')
        {
            sum += oddness;
            if odd.len() < 8 {
                let end = next.filter(|_| !ends).map_or(word.span.end, |n| n.span.end);
                odd.push(Span { start: word.span.start, end });
            }
        }
    }
    let n = words.len() as f32;
    Grammar {
        function_share: function as f32 / n,
        oddness: (sum / f64::from(n) * 100.0) as f32,
        odd,
        latin: latin as f32 / n,
    }
}

/// The letter of a word's class: from the list, `n` by a noun's ending, else `o`.
fn class(answer: &Text, word: &Word) -> u8 {
    // "In May" is a month.
    if word.lower == "may" && word.span.of(answer.text()).starts_with('M') {
        return b'o';
    }
    if let Some(class) = lexicon::CLOSED_CLASS.get(word.lower.as_str()) {
        return *class;
    }
    let noun = word.lower.len() > 6
        && ["tion", "sion", "ness", "ships", "ities"].iter().any(|end| word.lower.ends_with(end));
    if noun { b'n' } else { b'o' }
}

/// The share of the words' neighbour pairs that the model answer has too, among pairs whose words both are in it.
///
/// A retelling keeps some of the model's pairs; its words in another order keep hardly any.
pub fn kept_pairs(answer: &Text, model: &Text) -> (f32, usize) {
    let known: BTreeSet<&str> = model.words().iter().map(|w| w.lower.as_str()).collect();
    let pairs: BTreeSet<(&str, &str)> =
        model.words().windows(2).map(|w| (w[0].lower.as_str(), w[1].lower.as_str())).collect();
    let mut both = 0;
    let mut kept = 0;
    for pair in answer.words().windows(2) {
        let (a, b) = (pair[0].lower.as_str(), pair[1].lower.as_str());
        if known.contains(a) && known.contains(b) {
            both += 1;
            kept += usize::from(pairs.contains(&(a, b)));
        }
    }
    (if both > 0 { kept as f32 / both as f32 } else { 1.0 }, both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_has_hardly_any_odd_pairs() {
        let prose = "When the boiler broke I called the plumber, who told me that it would take two days. \
                     So I moved the class to the gym and asked the parents to bring warm clothes.";
        assert!(read(&Text::read(prose)).oddness < 1.0);
    }

    #[test]
    fn a_month_and_a_short_form_are_not_odd() {
        let prose = "I'm a lifeguard. What bores you in May is all you have in July.";
        assert!(read(&Text::read(prose)).odd.is_empty());
    }

    #[test]
    fn shuffled_words_have_many() {
        let shuffled = "the the two told boiler days who I broke plumber it called, when me the would that take.";
        assert!(read(&Text::read(shuffled)).oddness > 8.0);
    }
}
