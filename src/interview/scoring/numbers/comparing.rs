//! How words and figures of an answer are compared with a model answer's: `assets/comparing.ron`.

use std::collections::BTreeMap;

use crate::interview::scoring::numbers::group;

group! {
    /// What is chosen about the comparison; what is fitted stands in `assets/closeness.ron`.
    Comparing {
        /// How far one word stands for another.
        words: WordsAlike,
        /// What the words of a key point weigh.
        weights: TermWeights,
        /// How key points are found.
        points: Points,
        /// Key points in any words.
        said: Said,
        /// Key points read as claims.
        claims: ClaimsRead,
        /// Whether what came of it is told.
        ending: Ending,
        /// How reversals are found.
        polarity: Polarity,
        /// Sentences of the model answer that are said again.
        word_for_word: WordForWord,
        /// Where the stretches of each trait of a key point end; each stretch has a slope of its own.
        knots: Knots,
    }
}

group! {
    /// How far one word stands for another.
    WordsAlike {
        /// What a word of the same group is worth, beside 1 for the same stem.
        same_group: f32,
        /// What a word with most of the same letters is worth.
        same_letters: f32,
        /// The fewest first letters two words must share.
        first_letters: usize,
        /// What a word without content counts, beside 1 for one with content, where two passages are compared by meaning.
        little_content: f32,
    }
}

group! {
    /// What the words of a key point weigh, and what the key point does.
    TermWeights {
        /// What the second of two neighbouring sentences is worth.
        neighbour: f32,
        /// A key point with so many stems of its own weighs fully; with fewer it weighs less, down to the least.
        full: f32,
        /// What a key point weighs at least.
        least: f32,
        /// What the parts of an answer weigh, in the order of `Role::ALL`.
        parts: [f32; 4],
        /// With fewer references no word is told from another by how many have it.
        references: usize,
        /// A word that more than one in four references have, and one that fewer have but not this alone.
        widespread: f32,
        /// The same where at most one in four has it.
        shared: f32,
        /// A figure of time, and any other.
        figures: (f32, f32),
        /// What is left of the weight of an everyday word.
        everyday: f32,
        /// What is left of the weight of a word of the question.
        asked: f32,
        /// A word of a key point that has no other.
        only: f32,
    }
}

group! {
    /// How key points are found.
    Points {
        /// A key point is said from here on.
        hit: f32,
        /// A key point is partly said from here on.
        partly: f32,
        /// Below this a key point is surely not said, in any words.
        unsaid: f32,
        /// A sentence that has so much of a key point, by words or by meaning, can be shown for it.
        there: f32,
        /// But only where no other sentence is nearly as near: by words, by meaning, by pieces and as the claim is read, each at most 1.
        ahead: f32,
        /// What it counts that a claim rests on a sentence, where it is surely told.
        rests: f32,
        /// So near a sentence means what a key point does, where a figure of the key point in it is surely meant as the key
        /// point's.
        figure_near: f32,
        /// Fewer of something are said in many ways: "a couple", "the third".
        many: f64,
        /// What is left of a figure in a sentence that has no word of the key point and means something else.
        lone_figure: f32,
        /// A sentence with more words than this is cut at its semicolons and dashes into key points of its own.
        long_sentence: usize,
        /// A model answer with fewer words is no story told aloud, but a line or two to compare with.
        short_model: usize,
    }
}

group! {
    /// How far a key point is said in any words, by the encoder.
    Said {
        /// A key point with fewer words that carry content is looked for by its words alone.
        fewest: usize,
    }
}

group! {
    /// Key points read as claims, beside the whole answer.
    ClaimsRead {
        /// What a claim told in part counts, beside 1 for one that is told.
        in_part: f32,
        /// No word denies a claim that is so likely told.
        surely_told: f32,
        /// A claim that is so likely turned round may be, where another one is as well.
        turned: f32,
        /// And where it is so likely turned round, alone.
        surely_turned: f32,
        /// A sentence with so much of the words of a key point says it word for word.
        all_words: f32,
        /// What is so likely told is heard, at least in part.
        rather_told: f32,
        /// What is so likely told, and rather than turned round, is said where it is nearly said:
        nearly_told: f32,
        /// a key point is nearly said from this score on.
        nearly_said: f32,
    }
}

group! {
    /// Whether what came of it is told.
    Ending {
        /// From this score on a key point is said, whatever else its place says.
        sure: f32,
        /// So much of the other key points is told, from 0 to 1, where only the end can be missing.
        rest: f32,
        /// With less than this of what came of it the end is missing.
        ends: f32,
        /// A sentence of the model answer tells an end where that is so likely.
        surely: f32,
        /// By meaning: what it counts how far the key points of the end are told beyond the others, beside how likely a sentence
        /// tells an end;
        beyond: f32,
        /// with less than this of both the end is missing,
        least: f32,
        /// unless its key points are told so far on average.
        told: f32,
    }
}

group! {
    /// How reversals are found.
    Polarity {
        /// How many words after a "not" it surely reaches.
        reach: usize,
        /// How many words after a "not" it may still reach: so far it excuses a "not" of the other side.
        long_reach: usize,
        /// How many words after a "not" are looked at for what the model answer says.
        denies: usize,
        /// The share of the key point's content words that the sentence has: with fewer it tells it in its own way, and
        /// its "not" may well belong to that.
        same_words: f32,
        /// With this share the sentence is the key point itself, and a "not" more or less turns it round.
        same_sentence: f32,
        /// A sentence with so many more words says more than the key point.
        longer: usize,
        /// The fewest letters of a word that "un", "in" or "dis" makes its opposite.
        long_word: usize,
        /// The share of a key point's content words from which on a reversal needs no second one beside it.
        sure: f32,
    }
}

group! {
    /// When a sentence is the model answer's, so that one "not" in it can mean nothing else.
    WordForWord {
        /// The share of the model answer's words that are said in their order, with no others between them.
        kept: f32,
        /// A sentence with fewer words is like many others.
        fewest: usize,
    }
}

group! {
    /// Where the stretches of each trait end.
    Knots {
        /// By the trait's name.
        at: BTreeMap<String, Vec<f64>>,
    }
}
