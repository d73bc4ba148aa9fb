//! Which of a question's model answers an answer comes closest to, and what of the answer counts beside it.

use crate::interview::{
    scoring::{
        Story,
        closeness::{
            self, Comparison,
            reference::{Model, Reference},
            targets::Target,
        },
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
    // What is told of a story of one's own is not compared.
    let claims = |model: &Model| means.meaning.is_some() && model.is_told() && story == Story::This;
    let read = |of: usize, counted: &[bool], reads_claims: bool| {
        let means = Comparison { reads_claims, ..means };
        closeness::read(answer, &reference.models()[of], &targets[of], counted, means)
    };
    // One of several model answers is picked at a first look, which does without claims.
    let best = match reference.models() {
        [_] => 0,
        several => {
            let looks = (0..several.len()).map(|of| read(of, &everything, false).closeness);
            let mut best = (0, f32::MIN);
            for (of, closeness) in looks.enumerate().filter(|(_, looked)| !looked.is_nan()) {
                if closeness > best.1 {
                    best = (of, closeness);
                }
            }
            best.0
        }
    };
    let model = &reference.models()[best];
    let looked = read(best, &everything, claims(model));
    let says_a_point: Vec<bool> =
        (0..answer.sentences().len()).map(|s| looked.says_a_point(s)).collect();
    // A model answer has words of its question too: what says a key point in them is no echo.
    let senses = means.meaning.map(|(_, senses)| senses);
    let mut echoes = echo::read(answer, reference.read_question(), senses);
    for (echoes, says_a_point) in echoes.iter_mut().zip(&says_a_point) {
        *echoes &= story == Story::Own || !says_a_point;
    }
    let substance = substance::read(answer, &says_a_point, &echoes);
    let points = &Numbers::shipped().comparing.points;
    // A short reference is said in short sentences, which carry too little to count elsewhere.
    let counted: Vec<bool> = if model.answer.words().len() < points.short_model {
        substance.repeats.iter().map(|repeated| !repeated).collect()
    } else {
        substance.counted.clone()
    };
    let reading =
        if counted == everything { looked } else { read(best, &counted, claims(model)) };
    (best, substance, reading)
}
