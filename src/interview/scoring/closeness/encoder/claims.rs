//! What an answer says of a claim: whether it tells it, tells it in part, turns it round, or does not speak of it.
//!
//! The encoder knows what a sentence is about, not whether it says the same or the opposite. So a claim is read beside the answer, by
//! layers that are trained on claims that people told, told in part and turned round in their own words: `examples/reader`.

use ndarray::{Array1, Array2, ArrayView1, Axis, Slice};

use crate::interview::scoring::closeness::encoder::{
    bert::WIDTH,
    beside::BesideReader,
    passage::{ClaimReading, WholeAnswer},
    weighing::Weighing,
    weights::PackedWeights,
};

/// The layers that read claims beside an answer.
pub(super) struct ClaimReader {
    layers: BesideReader,
    weighing: Weighing,
    /// What says which sentence a claim rests on: of the claim, and of each sentence.
    pointing: [Array2<f32>; 2],
}

impl ClaimReader {
    /// Unpacks the weights.
    pub(super) fn read(weights: &PackedWeights) -> Result<Self, String> {
        Ok(Self {
            layers: BesideReader::read(weights, "claim")?,
            weighing: Weighing::read(weights, "claim_hidden", "claim_out")?,
            pointing: [weights.matrix("point_q.weight")?, weights.matrix("point_k.weight")?],
        })
    }

    /// What an answer says of each claim; a claim is what the encoder's first layers made of it.
    pub(super) fn claims(&self, claims: &[&[f32]], answer: &WholeAnswer) -> Vec<ClaimReading> {
        let Some(states) = self.layers.of(claims, answer) else {
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
    fn what_is_not_spoken_of_is_neither() {
        let absent = read(CLAIM, "We have new curtains in the day room, blue ones.");
        assert!(absent.told + absent.in_part + absent.turned < 0.5, "{absent:?}");
        assert_eq!(read(CLAIM, ""), ClaimReading::default());
    }
}
