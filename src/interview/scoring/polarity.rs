//! Whether a sentence turns a claim round: a "not" where the model has none, or the opposite word.

use crate::interview::{
    answer::{Answer, Span, Word},
    lexicon,
    scoring::reference::carries_content,
};

/// How many words after a "not" it still reaches.
const REACH: usize = 3;
/// The share of the key point's content words that the sentence has: with fewer it tells it in its own way, and its
/// "not" may well belong to that.
const SAME_WORDS: f32 = 0.55;
/// With this share the sentence is the key point itself, and a "not" more or less turns it round.
const SAME_SENTENCE: f32 = 0.9;

/// Where a sentence of the answer says the reverse of a key point, or nothing.
pub(super) fn reversal(point: &Answer, answer: &Answer, sentence: usize) -> Option<Span> {
    let said = answer.words_of(sentence);
    let claims: Vec<&Word> = point.words().iter().filter(|w| carries_content(w)).collect();
    let kept = claims.iter().filter(|c| said.iter().any(|w| w.stem == c.stem)).count();
    let share = kept as f32 / claims.len().max(1) as f32;
    if share < SAME_WORDS {
        return None;
    }
    let (meant, _) = negated(point.words(), point.text());
    let (denied, places) = negated(said, answer.text());
    if denied.iter().filter(|d| d.is_some()).count() == 0 && meant.iter().all(Option::is_none) {
        return opposite(&claims, said);
    }
    for (i, word) in point.words().iter().enumerate().filter(|(_, w)| carries_content(w)) {
        let mut same = said.iter().enumerate().filter(|(_, w)| w.stem == word.stem).peekable();
        if same.peek().is_none()
            || same.clone().any(|(k, _)| denied[k].is_some() == meant[i].is_some())
        {
            continue;
        }
        let (k, here) = same.next()?;
        return Some(denied[k].map_or(here.span, |n| places[n]));
    }
    let meant = point.words().iter().filter(|w| is_negator(&w.lower)).count();
    let longer = said.len() > point.words().len() + 3;
    (share >= SAME_SENTENCE && !longer && places.len() != meant)
        .then(|| places.first().copied().unwrap_or(answer.sentences()[sentence].span))
}

/// For each word the number of the negation that reaches it, and where the negations stand.
fn negated(words: &[Word], text: &str) -> (Vec<Option<usize>>, Vec<Span>) {
    let mut reached = vec![None; words.len()];
    let mut places = Vec::new();
    for (i, word) in words.iter().enumerate() {
        if !is_negator(&word.lower) {
            continue;
        }
        let number = places.len();
        places.push(word.span);
        for k in i + 1..words.len().min(i + 1 + REACH) {
            let gap = &text[words[k - 1].span.end..words[k].span.start];
            if gap.contains([',', ';', ':', '.', '—', '–']) {
                break;
            }
            reached[k] = Some(number);
        }
    }
    (reached, places)
}

fn is_negator(lower: &str) -> bool {
    lexicon::NEGATORS.contains(lower) || lower.ends_with("n't")
}

/// A word whose opposite the key point has, where the key point's own word is not said.
fn opposite(claims: &[&Word], said: &[Word]) -> Option<Span> {
    said.iter()
        .filter(|word| claims.iter().all(|claim| claim.stem != word.stem))
        .find(|word| {
            claims.iter().any(|claim| {
                lexicon::ANTONYMS.contains(&(claim.stem.clone(), word.stem.clone()))
                    && said.iter().all(|w| w.stem != claim.stem)
            })
        })
        .map(|word| word.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(point: &str, answer: &str, expected: Option<&str>) {
        let found = reversal(&Answer::read(point), &Answer::read(answer), 0);
        assert_eq!(found.map(|span| span.of(answer)), expected);
    }

    #[test]
    fn a_denied_claim_is_reversed() {
        check("The nurses trusted the rota.", "The nurses never trusted the rota.", Some("never"));
        check("We didn't close the ward.", "We closed the ward.", Some("closed"));
    }

    #[test]
    fn an_opposite_is_reversed() {
        check(
            "Waiting times decreased by 12%.",
            "Waiting times increased by 12%.",
            Some("increased"),
        );
    }

    #[test]
    fn the_same_claim_in_other_words_is_not() {
        check("I didn't tell them the price.", "I didn't tell them a price.", None);
        check("The nurses trusted the rota.", "The rota was trusted by the nurses.", None);
        check("Prices fell, not costs.", "Prices fell, not costs.", None);
    }
}
