//! How far a quality is reached: `assets/qualities.ron`.

use crate::interview::scoring::numbers::{Scale, group};

group! {
    /// The qualities.
    Qualities {
        /// Fillers and hedges.
        density: Density,
        /// Whether it can be said in the time a panel listens.
        length: Length,
        /// Whether what came of it has a figure.
        measured_result: MeasuredResult,
        /// What "I" did.
        own_contribution: OwnContribution,
        /// The four parts.
        parts: PartsTold,
        /// Figures, names and things.
        specificity: Specificity,
        /// How much was done, one thing after the other.
        steps: Steps,
        /// How much of it stands beside the story.
        focus: Focus,
        /// Whether it is said what was learned.
        reflection: Reflection,
        /// Whether the model answer's claims are denied.
        consistency: Consistency,
        /// Whether the answer is of the kind that was asked for.
        kind: KindAsked,
        /// What a panel asks back about.
        gaps: Gaps,
    }
}

group! {
    /// Fillers and hedges.
    Density {
        /// So many in a hundred words that carry something pass.
        allowed: f32,
        /// So many more leave nothing of the score.
        too_many: f32,
        /// Shorter answers are looked at as if they had so many words that carry something.
        words: usize,
        /// From this score on they are few.
        few: f32,
        /// Fewer are not called many.
        many: usize,
    }
}

group! {
    /// Whether it can be said in the time a panel listens.
    Length {
        /// So many words that carry something are a full answer; in *this story* as many as the model answer has, where these
        /// are fewer.
        full: usize,
        /// More words than these are too many.
        longest: usize,
        /// Below this share of a full answer's words there is time for clearly more.
        short: f32,
        /// From this share on it has a good length.
        nearly: f32,
    }
}

group! {
    /// Whether what came of it has a figure.
    MeasuredResult {
        /// A sentence that tells a result at least so clearly is looked at for figures.
        tells_a_result: f32,
        /// The score of figures elsewhere, of a date, of one measure, and of more.
        scores: (f32, f32, f32, f32),
    }
}

group! {
    /// What "I" did.
    OwnContribution {
        /// So many sentences of one's own doing are enough.
        enough: usize,
        /// For each of them so many sentences may be told in all, the rest of them as what "we" did.
        of_all: f32,
        /// The score of somebody who speaks of themselves and of nothing that they surely did.
        in_doubt: f32,
        /// Below this score most of it is told as "we".
        mostly_ours: f32,
    }
}

group! {
    /// The four parts of a story.
    PartsTold {
        /// Below this score a part is missing, unless a sentence is read as that part.
        missing: f32,
        /// Between these means of its two strongest sentences a part goes from missing to told, where the encoder reads
        /// the parts, in the order of `Role::ALL`.
        by_meaning: [Scale; 4],
        /// A sentence that tells what came of it less likely than this ends no story, by meaning.
        ends: f32,
        /// By meaning a part can be said not to be heard where no sentence tells it so likely.
        unheard: f32,
        /// From this score on a part is there.
        there: f32,
        /// The score of an end that is one by its place alone.
        by_place: f32,
        /// A part that a sentence does so strongly by its own words can be quoted.
        quoted: f32,
        /// A model answer that does a part so much asks for it.
        in_model: f32,
        /// From this probability on a sentence surely tells what came of it.
        surely_ends: f32,
        /// So many names, moments and amounts, or deeds, tell a part so surely that it can be praised, and is not asked for.
        surely: usize,
        /// From this probability on a sentence is shown with the letter of its part.
        lettered: f32,
        /// By meaning: what makes of how sure the reader is how often it is right (temperature scaling, Guo and others 2017).
        temperature: f32,
    }
}

group! {
    /// Figures, names and things.
    Specificity {
        /// So many things, names and amounts leave a part of 1/e to be had by more of them.
        most_of_it: f32,
        /// From this score on one can picture it.
        clear: f32,
        /// So many names, dates and amounts are worth praise.
        surely: usize,
    }
}

group! {
    /// How much was done, one thing after the other.
    Steps {
        /// So many sentences that tell what was done are a whole way; half of one counts for half.
        full: f32,
        /// What a step of a plan counts that has no order, reason or case.
        vague: f32,
        /// From this score on there are many.
        many: f32,
        /// So many sentences that surely tell a deed are worth praise.
        surely: usize,
    }
}

group! {
    /// What stands beside a story.
    Focus {
        /// So much of the words costs nothing, and so much all.
        beside: (f32, f32),
        /// Nothing is said from this score on.
        told: f32,
        /// A sentence stands surely beside the story where that is so likely.
        surely: f32,
        /// Fewer of them are nothing to speak of.
        several: usize,
    }
}

group! {
    /// Whether it is said what was learned.
    Reflection {
        /// From this probability on a sentence tells a lesson.
        told: f32,
        /// And so surely that it can be praised.
        surely: f32,
        /// So many words of its own, none of which is in every lesson, make one of this story.
        own_words: usize,
    }
}

group! {
    /// Whether the model answer's claims are denied.
    Consistency {
        /// So many places that seem to deny something are a way of speaking.
        allowed: usize,
        /// So many more leave nothing of the score.
        too_many: f32,
    }
}

group! {
    /// Whether the answer is of the kind that was asked for.
    KindAsked {
        /// So many sentences that tell what happened are a whole story.
        enough: f32,
        /// What a story has that is only begun.
        begun: f32,
        /// The most where what happened is told in an answer of another kind.
        other: f32,
        /// The share of the sentences that say what one would do in a full plan.
        looks_ahead: f32,
        /// The share of the sentences that say how one is or what one wants in a full answer about oneself; the rest may
        /// tell what happened.
        of_oneself: f32,
    }
}

group! {
    /// What a panel asks back about.
    Gaps {
        /// Below this score less than half of something is there.
        half: f32,
        /// A gate that allows no more than this level says that there is no answer to ask back about.
        no_answer: u8,
        /// From this probability on a sentence tells its part.
        told: f32,
    }
}
