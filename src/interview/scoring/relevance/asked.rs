//! Whether an own story tells what the question asks for.
//!
//! What a story is about cannot be told surely: one and the same shows several competencies, and honest stories of trades that
//! nobody thought of are like none that is known. So nothing is earned here, least of all by the question's own words. How likely a
//! story answers a question is read beside it (`encoder/claims.rs`), by layers that were trained on which stories people take for an
//! answer to which questions; only where that is unlikely does a story lose.

use crate::interview::{
    scoring::{
        closeness::{
            AnswerEmbeddings,
            encoder::Encoder,
            reference::{Asks, Reference},
        },
        relevance::substance::Substance,
    },
    text::{Text, Word},
};

/// How likely an answer tells what was asked, from 0 to 1; only sentences that count are looked at. Nothing where that cannot be said.
pub(in crate::interview::scoring) fn answers(
    answer: &Text,
    reference: &Reference,
    substance: &Substance,
    means: Option<(&Encoder, &AnswerEmbeddings)>,
) -> Option<f32> {
    // Where a plan or something of oneself is asked for, its kind says enough; and what is asked of a panel's own matters
    // (“How did you get Engineering to …”) a story of another trade answers in its own way.
    let is_general = matches!(reference.asks(), Asks::Story | Asks::Habit)
        && !names_something(reference.read_question());
    let (encoder, senses) = means.filter(|_| is_general)?;
    let whole = senses.read_as_whole(encoder, answer, &substance.counted);
    encoder.answers(reference.read_question(), &whole)
}

/// Whether a question names somebody or something.
fn names_something(question: &Text) -> bool {
    let is_name = |word: &Word| {
        let written = word.span.of(question.text());
        // “PMs” or “A&E” says of what trade somebody is.
        let is_short = written.chars().filter(|c| c.is_uppercase()).count() > 1;
        written.starts_with(char::is_uppercase)
            && !is_short
            && !matches!(word.lower.as_str(), "i" | "i'm" | "i've" | "i'd")
    };
    (0..question.sentences().len()).any(|s| question.words_of(s).iter().skip(1).any(is_name))
}
