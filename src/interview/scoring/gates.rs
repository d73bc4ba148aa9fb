//! Where the gates' borders lie: the numbers of `assets/gates.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

/// The borders of the gates that were set by looking at answers, with where they came from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gates {
    /// What the numbers were set on, and how to measure them again.
    pub(super) provenance: Vec<String>,
    pub(super) another_answer: AnotherAnswer,
    pub(super) figures_changed: FiguresChanged,
    pub(super) negated: Negated,
    pub(super) off_question: OffQuestion,
    pub(super) relevance: Relevance,
}

/// The answer to another question of the interview.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnotherAnswer {
    /// The share of content words that the other model answer has.
    pub(super) held: f32,
    /// By how much that is more than this question's model answer has.
    pub(super) margin: f32,
}

/// Figures that differ from the model answer's.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FiguresChanged {
    /// The share of a key point that is lost when all of its figures are others.
    pub(super) costs: f32,
    /// The share of a key point's words in a sentence from which on its figures stand for the key point's.
    pub(super) alike: f32,
}

/// Key points said the other way round.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Negated {
    /// The share of a key point that is lost when it is said the other way round.
    pub(super) costs: f32,
    /// The share of the key points reached that are reversed, from which on the story is another one.
    pub(super) another_story: f32,
    /// From so many reversals on, all of them are believed; with fewer, those that can mean nothing else.
    pub(super) several: usize,
}

/// Answers to what was not asked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OffQuestion {
    /// In *this story*, an answer with less closeness tells another story.
    pub(super) closeness: f32,
    /// With so much closeness it is this story, whatever else it says.
    pub(super) close: f32,
    /// Between the two, at least this share of what it tells is of the model answer.
    pub(super) of_model: f32,
    /// A sentence is of the model answer when it says so much of a key point.
    pub(super) aligned: f32,
    /// Where the model answer is no story, an answer with less closeness may be off the question.
    pub(super) explained: f32,
    /// And is, where it comes no nearer to the question by meaning.
    pub(super) foreign: f32,
    /// In *my own story*, an answer with less relevance answers something near the question.
    pub(super) near: f32,
    /// And with less than this something else.
    pub(super) relevance: f32,
    /// Without an encoder an answer with less relevance may be off the question: words alone cannot tell.
    pub(super) by_words: f32,
}

/// Whether a story answers this question rather than another that panels usually ask: a logistic regression.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Relevance {
    pub(super) intercept: f32,
    /// What it weighs that the story is like those told about the competency asked for, in standard deviations over all
    /// competencies.
    pub(super) told: f32,
    /// What the phrases of the competency asked for weigh.
    pub(super) words: f32,
    /// On average so near to what is usually told, or it is no story that is told in interviews.
    pub(super) usual: f32,
    /// From this probability on, a story answers the question.
    pub(super) border: f32,
    /// So many phrases of any competency are believed by half.
    pub(super) doubt: f32,
    /// How sharply the question nearest in meaning stands out.
    pub(super) sharpness: f32,
    /// The share of what is asked for that a question's own phrases settle, where it has some.
    pub(super) by_words: f32,
    /// The closeness that any story may come to by chance; what is beyond it is of the model answer, and so to the point.
    pub(super) by_chance: f32,
}

/// How relevant an answer is that just answers its question.
const ANSWERS: f32 = 0.7;

impl Relevance {
    /// How relevant an answer is, from 0 to 1, whose story answers its question with this probability.
    pub(super) fn degree(&self, probability: f32) -> f32 {
        if probability < self.border {
            ANSWERS * probability / self.border
        } else {
            ANSWERS + (1.0 - ANSWERS) * (probability - self.border) / (1.0 - self.border)
        }
    }
}

/// The numbers that ship with the game; a test reads them, so that they can be read.
static SHIPPED: LazyLock<Gates> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/gates.ron"));
    ron::from_str(text).expect("the gates' numbers that ship with the game can be read")
});

impl Gates {
    /// The numbers that ship with the game.
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }
}
