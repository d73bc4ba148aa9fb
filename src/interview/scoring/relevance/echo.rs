//! Which sentences of an answer only say the question again: that proves nothing, either way.

use crate::interview::{
    scoring::{
        closeness::{AnswerEmbeddings, word_similarity::WordKey},
        numbers::Numbers,
        relevance::substance::is_specific,
    },
    text::{Figure, Text, Word, content::carries_content},
};

/// Whether each sentence of an answer mostly repeats the question, in its words or, where there is an encoder, in others.
pub fn read(answer: &Text, question: &Text, meant: Option<&AnswerEmbeddings>) -> Vec<bool> {
    let chosen = &Numbers::shipped().relevance.echo;
    let asked: Vec<WordKey> = keys(question.words()).map(|(_, key)| key).collect();
    let is_asked = |key: &WordKey| asked.iter().any(|word| word.with(key) >= chosen.same);
    let echoes = |s: usize| {
        // A figure that the question does not have is the answer's own.
        let is_own = |figure: &Figure| !question.figures().iter().any(|asked| figure.agrees(asked));
        if answer.figures_of(s).any(is_own) {
            return false;
        }
        let (mut again, mut own, mut specific) = (0, 0, 0);
        for (word, key) in keys(answer.words_of(s)) {
            if is_asked(&key) {
                again += 1;
            } else {
                own += 1;
                specific += usize::from(is_specific(word));
            }
        }
        let near = meant.map_or(0.0, |meant| meant.sentences()[s].cosine(meant.question()));
        let in_words = again >= chosen.words && again >= own * chosen.to_each_own;
        in_words || specific == 0 && near >= chosen.near
    };
    (0..answer.sentences().len()).map(echoes).collect()
}

/// The words that carry content, with what each can stand for.
fn keys(words: &[Word]) -> impl Iterator<Item = (&Word, WordKey)> {
    words.iter().filter(|word| carries_content(word)).map(|word| (word, WordKey::of(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &str, answer: &str, expected: &[bool]) {
        assert_eq!(read(&Text::read(answer), &Text::read(question), None), expected);
    }

    #[test]
    fn the_question_said_again_is_an_echo() {
        check(
            "Tell me about a time you helped your team succeed.",
            "This is about a time I helped my team succeed. In May I rang the foundry in Loughborough.",
            &[true, false],
        );
        check(
            "What would you do differently in your first 90 days?",
            "What would I do differently in my first 90 days. I would walk the fields for 90 days.",
            &[true, false],
        );
    }

    #[test]
    fn what_answers_in_the_words_of_the_question_is_none() {
        check(
            "Tell me about a time you calmed an angry customer.",
            "I calmed an angry customer in Leith by mending his boiler at night. I calmed three customers.",
            &[false, false],
        );
    }
}
