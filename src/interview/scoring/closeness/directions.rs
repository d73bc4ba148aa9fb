//! Which way amounts went: "revenue fell by 31%" where the model answer has it rise by as much.

use crate::interview::{
    scoring::closeness::polarity::{ends_clause, is_negator},
    text::{Figure, Span, Text, Word, lexicon},
};

/// So many words behind a direction stands its amount.
const REACH: usize = 5;

/// An amount that went one way.
struct Move<'a> {
    /// The word that says which way.
    word: &'a Word,
    way: &'static str,
    /// Whether it went to the amount, or else by it.
    to: bool,
    figure: &'a Figure,
}

/// Where the answer has an amount go the other way than the model answer: the words from the direction to the amount.
pub(super) fn turned(model: &Text, answer: &Text, counted: &[bool]) -> Vec<Span> {
    let meant = moves(model);
    let is_turned = |said: &&Move| {
        let alike = |m: &&Move| m.figure.agrees(said.figure);
        counted[said.word.sentence]
            && meant.iter().filter(alike).any(|m| m.way != said.way && m.to == said.to)
            && !meant.iter().filter(alike).any(|m| m.way == said.way)
    };
    let said = moves(answer);
    said.iter()
        .filter(is_turned)
        .map(|said| Span { start: said.word.span.start, end: said.figure.span.end })
        .collect()
}

/// Every amount that goes up or down, but for those that are denied and those that it went from.
fn moves(text: &Text) -> Vec<Move<'_>> {
    let words = text.words();
    let moved = (0..words.len()).filter_map(|at| {
        let way = lexicon::DIRECTIONS.get(words[at].lower.as_str())?;
        let denied = words[at.saturating_sub(REACH)..at].iter().any(|w| is_negator(&w.lower));
        let (to, figure) = amount(text, at).filter(|_| !denied)?;
        Some(Move { word: &words[at], way, to, figure })
    });
    moved.collect()
}

/// The amount behind a direction, in its clause, and whether "to" leads to it.
fn amount(text: &Text, at: usize) -> Option<(bool, &Figure)> {
    let words = text.words();
    let (mut to, mut from) = (false, false);
    for next in at + 1..words.len().min(at + 1 + REACH) {
        let word = words[next].lower.as_str();
        if ends_clause(text.text(), &words[next - 1], &words[next])
            || words[next].sentence != words[at].sentence
            || lexicon::DIRECTIONS.contains_key(word)
            || matches!(word, "but" | "and" | "while" | "whereas")
        {
            return None;
        }
        match word {
            "to" => (to, from) = (true, false),
            "from" => from = true,
            _ => {}
        }
        if let Some(figure) = text.figures().iter().find(|f| f.word == next && !from) {
            return Some((to, figure));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "The new prices increased revenue by 31% but dropped conversion to 10%. Firms converted at 15% \
                         (up from 12%). Errors never rose by 4 in a week.";

    #[track_caller]
    fn check(answer: &str, expected: &[&str]) {
        let read = Text::read(answer);
        let found = turned(&Text::read(MODEL), &read, &vec![true; read.sentences().len()]);
        assert_eq!(found.iter().map(|span| span.of(answer)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn an_amount_that_goes_the_other_way_is_found() {
        check(
            "Revenue per customer fell by 31%, while conversion climbed to 10%.",
            &["fell by 31%", "climbed to 10%"],
        );
    }

    #[test]
    fn the_same_way_in_other_words_is_left_alone() {
        check("We were up 31% in revenue, yet conversion slid to one in ten.", &[]);
        check("Conversion fell from 12 to 10 percent. Errors fell by 4 in a week.", &[]);
        check("It didn't fall by 31%.", &[]);
    }
}
