//! How an answer is told: `assets/telling.ron`.

use crate::interview::scoring::numbers::group;

group! {
    /// How an answer is told.
    TellingBorders {
        /// What kind of answer it is.
        kind: KindBorders,
        /// What belongs to one story and no other.
        specifics: SpecificsBorders,
    }
}

group! {
    /// What kind of answer it is.
    KindBorders {
        /// From this share of the sentences on, an answer is of their kind.
        most: f32,
        /// A story has at least this share of sentences that tell what happened.
        events: f32,
        /// And at least so many.
        events_at_least: usize,
        /// So many are a story, whatever else is said.
        events_plenty: f32,
        /// A sentence of so many words is told for one, of twice as many for two.
        long_sentence: usize,
        /// Whoever says that they know no answer, in at most so many words, gives none.
        no_answer_words: usize,
        /// And with at most so many specifics.
        no_answer_specifics: usize,
        /// A sentence of at most so many words may have no verb.
        fragment: usize,
    }
}

group! {
    /// What belongs to one story and no other.
    SpecificsBorders {
        /// From this rank on a word is rare enough to be no part of any story.
        rare: usize,
        /// A quotation of so many words or more is speech, and no single word set off.
        speech: usize,
    }
}
