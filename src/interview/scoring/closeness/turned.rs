//! Where an answer says a sentence of the model answer word for word, but for a "not" or an opposite that turns it round.
//!
//! In other words a "not" may be a way of telling the same. Where nothing else is changed, nothing else can be meant.

use crate::interview::{
    scoring::{
        closeness::polarity::{ends_clause, is_negator, negators, opposes},
        numbers::{Numbers, WordForWord},
    },
    text::{Span, Text, Word, content::carries_content, lexicon},
};

fn chosen() -> &'static WordForWord {
    &Numbers::shipped().comparing.word_for_word
}

/// A sentence of the model answer that is said the other way round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turned {
    /// The words that turn it round.
    pub by: Span,
    /// The sentence in the model answer.
    pub meant: Span,
}

/// Every sentence of the answer that counts and turns one of the model answer's round.
pub(super) fn read(model: &Text, answer: &Text, counted: &[bool]) -> Vec<Turned> {
    let (meant, said) = (sentences(model), sentences(answer));
    let texts = [model.text(), answer.text()];
    let places = said.iter().enumerate().filter(|(s, _)| {
        counted[*s] && !answer.sentences()[*s].span.of(answer.text()).trim_end().ends_with('?')
    });
    let turned = places.filter_map(|(_, said)| {
        let all = meant.iter().enumerate();
        let alike: Vec<_> =
            all.filter_map(|(m, meant)| Some((m, compare(meant, said, texts)?))).collect();
        // What the model answer says as well as denies, may be said of either.
        let (m, by) = match alike.as_slice() {
            [(m, Some(by)), rest @ ..] if rest.iter().all(|(_, by)| by.is_some()) => (*m, *by),
            _ => return None,
        };
        Some(Turned { by, meant: model.sentences()[m].span })
    });
    turned.collect()
}

/// The sentences of a text as they are compared.
fn sentences(text: &Text) -> Vec<Vec<Token<'_>>> {
    let excused = excused(text);
    (0..text.sentences().len()).map(|s| tokens(text, s, &excused)).collect()
}

/// A word as it is compared.
struct Token<'a> {
    word: &'a Word,
    /// What it says: its stem, or what is left of "couldn't" without its "not".
    key: &'a str,
    denies: bool,
}

/// The words of "not" that are excused, by where they start.
fn excused(text: &Text) -> Vec<usize> {
    let words = text.words();
    let phrases = lexicon::NO_DENIALS.find(words).flat_map(|phrase| phrase.first..phrase.end);
    phrases.map(|at| words[at].span.start).collect()
}

/// The words of a sentence without those that only carry a "not".
fn tokens<'a>(text: &'a Text, sentence: usize, excused: &[usize]) -> Vec<Token<'a>> {
    let mut all = Vec::new();
    let deny = negators(text.words_of(sentence), text.text());
    for (at, word) in text.words_of(sentence).iter().enumerate() {
        let lower = word.lower.as_str();
        let key = match lower.strip_suffix("n't").unwrap_or(lower) {
            "ca" | "cannot" | "cant" => "can",
            "wo" => "will",
            _ if lower.ends_with("n't") => lower.trim_end_matches("n't"),
            _ => word.stem.as_str(),
        };
        let denies = deny.contains(&at) && !excused.contains(&word.span.start);
        let is_plain = !is_negator(lower) || lower.ends_with("n't") || key == "can";
        if is_plain && !matches!(key, "do" | "doe" | "does" | "did") {
            all.push(Token { word, key, denies: false });
        }
        if denies {
            all.push(Token { word, key: "", denies });
        }
    }
    all
}

/// Nothing where a sentence is not the other's word for word; else the words that turn it round, if any do.
fn compare(meant: &[Token], said: &[Token], [model, answer]: [&str; 2]) -> Option<Option<Span>> {
    let plain = meant.iter().filter(|token| !token.denies).count();
    let shared =
        meant.iter().filter(|token| !token.denies && said.iter().any(|s| s.key == token.key));
    let needed = (plain as f32 * chosen().kept).ceil() as usize;
    if plain < chosen().fewest || shared.count() < needed {
        return None;
    }
    let pairs = in_order(meant, said);
    let (Some(first), Some(last)) = (pairs.first(), pairs.last()) else { return None };
    let (mut more, mut fewer, mut opposed) = (Vec::new(), Vec::new(), Vec::new());
    let leading = leading(said, first.1, answer);
    let mut gaps = vec![(&meant[..first.0], &said[leading..first.1])];
    gaps.extend(pairs.windows(2).map(|w| (&meant[w[0].0 + 1..w[1].0], &said[w[0].1 + 1..w[1].1])));
    gaps.push((&meant[last.0 + 1..], &said[last.1 + 1..said.len().min(last.1 + 2)]));
    let ends = gaps.len() - 1;
    for (at, (lost, new)) in gaps.iter().enumerate() {
        let denials = |of: &[Token]| of.iter().filter(|token| token.denies).count();
        let content = |of: &&Token| !of.denies && carries_content(of.word);
        let foreign: Vec<&Token> = new.iter().filter(content).collect();
        let left_out: Vec<&Token> = lost.iter().filter(content).collect();
        match (foreign.as_slice(), left_out.as_slice()) {
            ([], _) => {}
            ([other], [own]) if opposes(own.word, other.word) => {
                opposed.push(other.word.span);
            }
            // Behind its end another clause may follow.
            _ if at == ends => continue,
            _ => return None,
        }
        if at == ends && foreign.is_empty() {
            continue;
        }
        // "That wasn't his, it was hers" denies nothing of what follows.
        let (lost, new) = pairs.get(at).map_or((*lost, *new), |(m, s)| {
            (within_clause(lost, &meant[*m], model), within_clause(new, &said[*s], answer))
        });
        let place = new.iter().find(|token| token.denies).map(|token| token.word.span);
        match denials(new) as isize - denials(lost) as isize {
            odd if odd % 2 == 0 => {}
            odd if odd > 0 => more.extend(place),
            _ => fewer.push(around(&pairs, at, said)),
        }
    }
    if pairs.len() + opposed.len() < needed {
        return None;
    }
    // A "not" that stands elsewhere, or beside an opposite, may say the same.
    Some(match (more.first(), fewer.first(), opposed.first()) {
        (Some(by), None, None) | (None, Some(by), None) | (None, None, Some(by)) => Some(*by),
        _ => None,
    })
}

/// The last words of a gap, from where the clause begins that goes on with the next word.
fn within_clause<'a, 'text>(
    gap: &'a [Token<'text>],
    next: &Token,
    text: &str,
) -> &'a [Token<'text>] {
    let ends = |at: &usize| are_apart(&gap[*at], gap.get(at + 1).unwrap_or(next), text);
    let from = (0..gap.len()).rfind(ends).map_or(0, |at| at + 1);
    &gap[from..]
}

/// Whether a clause ends between two tokens; two may be of one word.
fn are_apart(before: &Token, behind: &Token, answer: &str) -> bool {
    before.word.span.start != behind.word.span.start
        && ends_clause(answer, before.word, behind.word)
}

/// The words between which a "not" was left out.
fn around(pairs: &[(usize, usize)], gap: usize, said: &[Token]) -> Span {
    let place = |pair: usize| said[pairs[pair.min(pairs.len() - 1)].1].word.span;
    Span { start: place(gap.saturating_sub(1)).start, end: place(gap).end }
}

/// Where the words of "not" begin that stand right before a word in its clause.
fn leading(said: &[Token], first: usize, answer: &str) -> usize {
    let mut from = first;
    while from > 0 {
        let (before, behind) = (&said[from - 1], &said[from]);
        if are_apart(before, behind, answer) || carries_content(before.word) && !before.denies {
            break;
        }
        from -= 1;
    }
    from
}

/// The longest run of words, with others between them, that two sentences have in the same order: the places of each.
fn in_order(meant: &[Token], said: &[Token]) -> Vec<(usize, usize)> {
    let same =
        |m: usize, s: usize| !meant[m].denies && !said[s].denies && meant[m].key == said[s].key;
    let mut longest = vec![vec![0_usize; said.len() + 1]; meant.len() + 1];
    for m in (0..meant.len()).rev() {
        for s in (0..said.len()).rev() {
            longest[m][s] = if same(m, s) {
                longest[m + 1][s + 1] + 1
            } else {
                longest[m + 1][s].max(longest[m][s + 1])
            };
        }
    }
    let (mut m, mut s) = (0, 0);
    let mut pairs = Vec::new();
    while m < meant.len() && s < said.len() {
        if same(m, s) {
            pairs.push((m, s));
            (m, s) = (m + 1, s + 1);
        } else if longest[m + 1][s] >= longest[m][s + 1] {
            m += 1;
        } else {
            s += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(model: &str, answer: &str, expected: &[&str]) {
        let read_answer = Text::read(answer);
        let counted = vec![true; read_answer.sentences().len()];
        let found = read(&Text::read(model), &read_answer, &counted);
        assert_eq!(found.iter().map(|turned| turned.by.of(answer)).collect::<Vec<_>>(), expected);
    }

    const MODEL: &str = "I told the ward sister within the hour and filed the report myself.";

    #[test]
    fn one_not_in_the_same_words_turns_a_sentence_round() {
        check(
            MODEL,
            "I never told the ward sister within the hour and filed the report myself.",
            &["never"],
        );
        check(
            MODEL,
            "I told the ward sister within the hour and didn't file the report myself.",
            &["didn't"],
        );
        check(
            "The key is I wouldn't come in with all the answers - I'd listen first, then act.",
            "The key is not I wouldn't come in with all the answers - I'd listen first, then act.",
            &["not"],
        );
    }

    #[test]
    fn a_not_at_the_end_of_a_clause_is_the_same_not() {
        let model = "Lost loans went from seven a year to none, and she now teaches the others.";
        check(model, model, &[]);
    }

    #[test]
    fn a_not_that_is_left_out_does_as_well() {
        check(
            "We did not wait for the council to answer our letter.",
            "We did wait for the council to answer our letter.",
            &["We did wait"],
        );
    }

    #[test]
    fn an_opposite_in_the_same_words_does_as_well() {
        check(
            "Waiting times at the desk decreased by 12% within the month.",
            "Waiting times at the desk increased by 12% within the month.",
            &["increased"],
        );
    }

    #[test]
    fn the_same_told_with_a_not_of_its_own_is_left_alone() {
        check(MODEL, MODEL, &[]);
        check(
            MODEL,
            "I not only told the ward sister within the hour but filed the report myself.",
            &[],
        );
        check(
            MODEL,
            "I couldn't wait: I told the ward sister within the hour and filed the report myself.",
            &[],
        );
        check(
            MODEL,
            "I told the one on duty who wasn't ours, the ward sister, within the hour and filed the report myself.",
            &[],
        );
        check(
            MODEL,
            "I told the ward sister, without hesitation, within the hour and filed the report myself.",
            &[],
        );
        check(
            MODEL,
            "I told the ward sister within the hour and filed the report myself, not the doctor.",
            &[],
        );
        check(
            MODEL,
            "No, I told the ward sister within the hour and filed the report myself.",
            &[],
        );
        check(
            MODEL,
            "Did I not tell the ward sister within the hour and file the report myself?",
            &[],
        );
    }

    #[test]
    fn the_same_denied_in_another_place_is_left_alone() {
        check(
            "After that no customer of the bakery left in the whole year.",
            "After that not one customer of the bakery left in the whole year.",
            &[],
        );
        check(
            "We finished two weeks late but with zero complaints from the customers.",
            "We finished two weeks late but without complaints from the customers.",
            &[],
        );
        check(
            "I didn't ask the team to change the roadmap at first.",
            "I asked the team not to change the roadmap at first.",
            &[],
        );
    }

    #[test]
    fn what_the_model_answer_says_and_denies_may_be_said_of_either() {
        check(
            "The night nurses trusted the new rota. The night nurses never trusted the new rota.",
            "The night nurses never trusted the new rota.",
            &[],
        );
    }
}
