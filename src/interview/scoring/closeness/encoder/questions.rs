//! Whether an answer tells what a question asks for, read beside it by layers that are trained on which answers people take for one to
//! which questions: `examples/reader`.

use ndarray::{Array1, Axis};

use crate::interview::scoring::closeness::encoder::{
    beside::BesideReader, passage::WholeAnswer, weighing::Weighing, weights::PackedWeights,
};

/// The layers that read questions beside an answer.
pub(super) struct QuestionReader {
    layers: BesideReader,
    weighing: Weighing,
}

impl QuestionReader {
    /// Unpacks the weights.
    pub(super) fn read(weights: &PackedWeights) -> Result<Self, String> {
        Ok(Self {
            layers: BesideReader::read(weights, "asked")?,
            weighing: Weighing::read(weights, "asked_hidden", "asked_out")?,
        })
    }

    /// How likely an answer tells what a question asks for, from 0 to 1; nothing where either is empty. A question is what the encoder's
    /// first layers made of it.
    pub(super) fn answers(&self, question: &[f32], answer: &WholeAnswer) -> Option<f32> {
        let states = self.layers.of(&[question], answer)?;
        let both: Array1<f32> =
            states.row(0).iter().chain(&states.mean_axis(Axis(0))?).copied().collect();
        let [_, yes] = self.weighing.shares(&both);
        Some(yes)
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::{scoring::closeness::encoder::Encoder, text::Text};

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
}
