//! What an answer says of a claim: whether it tells it, tells it in part, turns it round, or does not speak of it; and whether it
//! answers a question.
//!
//! The encoder knows what a sentence is about, not whether it says the same or the opposite. So a claim is read by the
//! encoder's first layers and then by layers of its own that see, beside the claim, the answer read as a whole. They
//! are trained on claims that people told, told in part and turned round in their own words: `examples/reader`.

use ndarray::{Array1, Array2, ArrayView1, Axis, Slice};

use crate::interview::scoring::closeness::encoder::{
    bert::{EncoderLayer, LAYERS, WIDTH, attend},
    linear::{Linear, Product},
    passage::{ClaimReading, WholeAnswer},
    weighing::Weighing,
    weights::PackedWeights,
    whole::FIRST,
};

struct ClaimLayer {
    own: EncoderLayer,
    /// Keys and values of what the answer has.
    beside: Linear,
}

/// The layers that read claims and questions beside an answer.
pub(super) struct ClaimReader {
    layers: Vec<ClaimLayer>,
    weighing: Weighing,
    /// How likely what was read is a question that the answer answers.
    asked: Weighing,
    /// What says which sentence a claim rests on: of the claim, and of each sentence.
    pointing: [Array2<f32>; 2],
}

impl ClaimReader {
    /// Unpacks the weights.
    pub(super) fn read(weights: &PackedWeights) -> Result<Self, String> {
        let product = Product::new();
        let mark = weights.vector("answer_mark")?;
        let layer = |number: usize| {
            let name = |part: &str| format!("encoder.layer.{number}.attention.self.{part}");
            let beside = Linear::read(&product, weights, &[name("key"), name("value")])?;
            Ok(ClaimLayer {
                own: EncoderLayer::read(&product, weights, &format!("encoder.layer.{number}"))?,
                beside: beside.with_added(&product, &mark),
            })
        };
        Ok(Self {
            layers: (FIRST..LAYERS).map(layer).collect::<Result<_, String>>()?,
            weighing: Weighing::read(weights, "hidden", "out")?,
            asked: Weighing::read(weights, "asked_hidden", "asked_out")?,
            pointing: [weights.matrix("point_q.weight")?, weights.matrix("point_k.weight")?],
        })
    }

    /// What an answer says of each claim; a claim is what the encoder's first layers made of it.
    pub(super) fn claims(&self, claims: &[&[f32]], answer: &WholeAnswer) -> Vec<ClaimReading> {
        let Some(states) = self.beside(claims, answer) else {
            return vec![ClaimReading::default(); claims.len()];
        };
        let places: Vec<Array1<f32>> =
            answer.means.iter().map(|mean| self.pointing[1].dot(mean)).collect();
        let mut start = 0;
        let mut readings = Vec::with_capacity(claims.len());
        for length in claims.iter().map(|claim| claim.len() / WIDTH) {
            let rows = states.slice_axis(Axis(0), Slice::from(start..start + length));
            start += length;
            readings.push(rows.mean_axis(Axis(0)).map_or_else(ClaimReading::default, |mean| {
                self.weigh(rows.row(0), &mean, &places)
            }));
        }
        readings
    }

    /// How likely an answer tells what a question asks for, from 0 to 1; nothing where either is empty.
    pub(super) fn answers(&self, question: &[f32], answer: &WholeAnswer) -> Option<f32> {
        let states = self.beside(&[question], answer)?;
        let both: Array1<f32> =
            states.row(0).iter().chain(&states.mean_axis(Axis(0))?).copied().collect();
        let [_, yes] = self.asked.shares(&both);
        Some(yes)
    }

    /// What the layers make of claims beside an answer; nothing where either is empty.
    fn beside(&self, claims: &[&[f32]], answer: &WholeAnswer) -> Option<Array2<f32>> {
        let lengths: Vec<usize> = claims.iter().map(|claim| claim.len() / WIDTH).collect();
        let rows = lengths.iter().sum();
        if rows == 0 || answer.means.is_empty() {
            return None;
        }
        let mut states = Array2::from_shape_vec((rows, WIDTH), claims.concat()).ok()?;
        let product = Product::new();
        for (layer, seen) in self.layers.iter().zip(&answer.depths) {
            let beside = layer.beside.of(&product, seen);
            let attended = attend(&layer.own.asked(&product, &states), &lengths, Some(&beside));
            states = layer.own.of(&product, &states, &attended);
        }
        Some(states)
    }

    /// The shares of the four, by the first token of a claim and the mean of all.
    fn weigh(
        &self,
        first: ArrayView1<f32>,
        mean: &Array1<f32>,
        places: &[Array1<f32>],
    ) -> ClaimReading {
        let both: Array1<f32> = first.iter().chain(mean).copied().collect();
        let [told, in_part, turned, _absent] = self.weighing.shares(&both);
        let points = self.pointing[0].dot(&first);
        let near = places.iter().map(|place| place.dot(&points));
        let nearest = near
            .enumerate()
            .fold((None, f32::MIN), |most, (at, x)| if x > most.1 { (Some(at), x) } else { most });
        ClaimReading { told, in_part, turned, sentence: nearest.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{scoring::closeness::encoder::Encoder, text::Text};

    fn read(claim: &str, answer: &str) -> ClaimReading {
        let encoder = Encoder::load().expect("the encoder that ships with the game loads");
        let answer = Text::read(answer);
        let sentences = encoder.sentences(&answer);
        let whole = encoder.whole(&answer, &sentences, &vec![true; sentences.len()]);
        let point = encoder.point(&Text::read(claim));
        encoder.claims(&[point], &whole)[0]
    }

    const CLAIM: &str = "I told the ward sister within the hour.";

    #[test]
    fn what_is_told_in_other_words_is_told_and_its_sentence_found() {
        let told = read(
            CLAIM,
            "It was a long night. The sister in charge heard it from me in under an hour.",
        );
        assert!(told.told > told.turned && told.told > 0.5, "{told:?}");
        assert_eq!(told.sentence, Some(1));
    }

    #[test]
    fn what_is_turned_round_is_told_less() {
        let told = read(CLAIM, "The sister in charge heard it from me in under an hour.");
        let turned = read(
            CLAIM,
            "I kept it to myself, and the sister in charge only found out a week later.",
        );
        assert!(turned.turned > told.turned && turned.told < told.told, "{told:?} {turned:?}");
    }

    #[test]
    fn a_story_rather_answers_what_happens_in_it() {
        let encoder = Encoder::load().expect("the encoder that ships with the game loads");
        let story = Text::read(
            "When I took over the tram workshop's spare parts, a third of the shelves were for trams we'd scrapped. I listed \
             4,100 parts over six weekends. A brake part is now found in four minutes.",
        );
        let sentences = encoder.sentences(&story);
        let whole = encoder.whole(&story, &sentences, &vec![true; sentences.len()]);
        let answers = |question: &str| {
            encoder.answers(&Text::read(question), &whole).expect("neither of them is empty")
        };
        let improved = answers("Tell me about your biggest achievement at work.");
        let feedback = answers("Tell me about a time you had to give somebody hard feedback.");
        assert!(improved > 3.0 * feedback, "{improved} {feedback}");
    }

    #[test]
    fn what_is_not_spoken_of_is_neither() {
        let absent = read(CLAIM, "We have new curtains in the day room, blue ones.");
        assert!(absent.told + absent.in_part + absent.turned < 0.5, "{absent:?}");
        assert_eq!(read(CLAIM, ""), ClaimReading::default());
    }
}
