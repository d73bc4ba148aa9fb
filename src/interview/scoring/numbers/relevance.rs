//! Whether an answer is about what was asked: `assets/relevance.ron`.

use crate::interview::scoring::numbers::group;

group! {
    /// What relevance is read by.
    Relevance {
        /// Whether a story answers this question rather than another that panels usually ask: by meaning.
        by_meaning: ByMeaning,
        /// What phrases of competencies say.
        by_words: ByWords,
        /// Which sentences carry something.
        substance: Carrying,
    }
}

group! {
    /// What is made of the probability that a story answers its question (`assets/topics.ron`).
    ByMeaning {
        /// On average so near to what is usually told, or it is no story that is told in interviews.
        usual: f32,
        /// From this probability on, a story answers the question.
        border: f32,
        /// How relevant an answer at the border is.
        at_border: f32,
        /// How sharply the question nearest in meaning stands out.
        sharpness: f32,
        /// The share of what is asked for that a question's own phrases settle, where it has some.
        by_phrases: f32,
        /// So many sentences of a story, those nearest to a competency, tell what it is about.
        telling: usize,
        /// The closeness that any story may come to by chance; what is beyond it is of the model answer, and so to the
        /// point.
        by_chance: f32,
    }
}

group! {
    /// What phrases of competencies say.
    ByWords {
        /// So many phrases of any competency are believed by half.
        doubt: f32,
        /// So many different phrases of the competency asked for are plenty.
        full: f32,
        /// What phrases say of relevance where there are none.
        unknown: f32,
        /// What the share of the competency asked for weighs, and what the amount of its phrases does.
        share_and_amount: (f32, f32),
        /// What phrases weigh, and what the question's own words do.
        phrases_and_words: (f32, f32),
        /// The most where a plan is asked for and none is told.
        no_plan: f32,
    }
}

group! {
    /// Which sentences carry something.
    Carrying {
        /// At least one specific in so many words, or the sentence is talk.
        words_a_specific: usize,
        /// From this share of a key point on, a sentence belongs to the model's story.
        aligned: f32,
        /// A part's phrases this strong make a short sentence count: "My task was to decide."
        clear_part: f32,
        /// A short sentence has at most so many words.
        short: usize,
    }
}

impl ByMeaning {
    /// How relevant an answer is, from 0 to 1, whose story answers its question with this probability.
    pub fn degree(&self, probability: f32) -> f32 {
        let at_border = self.at_border;
        if probability < self.border {
            at_border * probability / self.border
        } else {
            at_border + (1.0 - at_border) * (probability - self.border) / (1.0 - self.border)
        }
    }
}
