//! Whether an answer is about what was asked: `assets/relevance.ron`.

use crate::interview::scoring::numbers::group;

group! {
    /// What relevance is read by.
    Relevance {
        /// Whether a story tells of something else than was asked: by meaning.
        by_meaning: ByMeaning,
        /// Which sentences carry something.
        substance: Carrying,
        /// Which sentences only say the question again.
        echo: Echo,
    }
}

group! {
    /// What a story is about, by what is usually told.
    ByMeaning {
        /// On average so near to what is usually told, or it is no story that is told in interviews.
        usual: f32,
        /// How sharply the question nearest in meaning stands out.
        sharpness: f32,
        /// The share of what is asked for that a question's own phrases settle, where it has some.
        by_phrases: f32,
        /// So many sentences of a story, those nearest to a competency, tell what it is about.
        telling: usize,
        /// The closeness that any story may come to by chance; what is beyond it is of the model answer, and so to the
        /// point.
        by_chance: f32,
        /// So many standard deviations below the mean of all competencies a story may tell of something else than was asked, and
        /// surely does.
        below: (f32, f32),
        /// The same, so many behind the competency that it tells most of.
        behind: (f32, f32),
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
