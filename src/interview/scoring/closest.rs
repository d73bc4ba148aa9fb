//! Which of a question's model answers an answer comes closest to, and what of the answer counts beside it.

use crate::interview::{
    scoring::{
        Story,
        closeness::{self, Comparison, reference::Reference, targets::Target},
        numbers::Numbers,
        relevance::{
            echo,
            substance::{self, Substance},
        },
    },
    text::Text,
};

/// The alternative reference that the answer comes closest to, with what was read on the way.
pub(super) fn closest(
    answer: &Text,
    reference: &Reference,
    targets: &[Vec<Target>],
    means: Comparison,
    story: Story,
) -> (usize, Substance, closeness::Alignment) {
    let everything = vec![true; answer.sentences().len()];
    let mut first: Vec<_> = reference
        .models()
        .iter()
        .zip(targets)
        .map(|(model, targets)| closeness::read(answer, model, targets, &everything, means))
        .collect();
    let mut best = 0;
    for (i, reading) in first.iter().enumerate() {
        if reading.closeness > first[best].closeness {
            best = i;
        }
    }
    let aligned = &first[best].aligned;
    // A model answer has words of its question too: what says a key point in them is no echo.
    let says_a_point = Numbers::shipped().relevance.substance.aligned;
    let senses = means.meaning.map(|(_, senses)| senses);
    let mut echoes = echo::read(answer, reference.read_question(), senses);
    for (echoes, aligned) in echoes.iter_mut().zip(aligned) {
        *echoes &= story == Story::Own || *aligned < says_a_point;
    }
    let substance = substance::read(answer, aligned, &echoes);
    let model = &reference.models()[best];
    let points = &Numbers::shipped().comparing.points;
    // A short reference is said in short sentences, which carry too little to count elsewhere.
    let counted: Vec<bool> = if model.answer.words().len() < points.short_model {
        substance.repeats.iter().map(|repeated| !repeated).collect()
    } else {
        substance.counted.clone()
    };
    // What is told of a story of one's own is not compared.
    let reads_claims = means.meaning.is_some() && model.is_told() && story == Story::This;
    let reading = if counted == everything && !reads_claims {
        first.swap_remove(best)
    } else {
        let means = Comparison { reads_claims, ..means };
        closeness::read(answer, model, &targets[best], &counted, means)
    };
    (best, substance, reading)
}
