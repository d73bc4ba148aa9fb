//! Whether an answer is about what was asked: `assets/relevance.ron`.

use crate::interview::scoring::numbers::group;

group! {
    /// What relevance is read by.
    Relevance {
        /// Whether a story tells what was asked.
        asked: Asked,
        /// Which sentences carry something.
        substance: Carrying,
        /// Which sentences only say the question again.
        echo: Echo,
    }
}

group! {
    /// Whether a story tells what was asked, as a reader of questions says.
    Asked {
        /// The closeness that any story may come to by chance; what is beyond it is of the model answer, and so to the
        /// point.
        by_chance: f32,
        /// Where it is no likelier that a story answers the question, it surely tells of something else, and from where on it
        /// loses nothing.
        unlikely: (f32, f32),
        /// Where it is no likelier than this, the player is asked whether it answers the question, which bounds nothing.
        doubtful: f32,
        /// From so far between the two on it is said.
        surely: f32,
    }
}

group! {
    /// Which sentences carry something.
    Carrying {
        /// At least one specific in so many words, or the sentence is talk.
        words_a_specific: usize,
        /// From this share of a key point on, a sentence belongs to the model's story.
        aligned: f32,
        /// A sentence on which a key point rests that is so likely told, wholly or in part, belongs to it as well.
        claimed: f32,
        /// A part's phrases this strong make a short sentence count: "My task was to decide."
        clear_part: f32,
        /// A short sentence has at most so many words.
        short: usize,
    }
}

group! {
    /// Which sentences only say the question again.
    Echo {
        /// At least so many words of the question are in it.
        words: usize,
        /// And so many of them to each word that is not.
        to_each_own: usize,
        /// A word that stands in for one of the question's so nearly is that word.
        same: f32,
        /// Without a word of its own, a sentence so near in meaning says the question again.
        near: f32,
    }
}
