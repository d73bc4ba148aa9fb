//! When a gate fires, and the highest level that it allows then: `assets/gates.ron`.

use crate::interview::scoring::numbers::group;

group! {
    /// The gates.
    Gates {
        /// From this share of letters in Latin script on, English grammar and phrases are looked for.
        latin: f32,
        /// The answer to another question of the interview.
        another_answer: AnotherAnswer,
        /// Figures that differ from the model answer's.
        figures_changed: FiguresChanged,
        /// A template that fits any story.
        generic: Generic,
        /// Words that ask for a score.
        instruction: Instruction,
        /// Key points said the other way round.
        negated: Negated,
        /// Keywords, or words in no order.
        not_sentences: NotSentences,
        /// The question over again.
        nothing_new: NothingNew,
        /// An answer to what was not asked.
        off_question: OffQuestion,
        /// Talk around the story.
        padding: Padding,
        /// The same over and over.
        repetition: Repetition,
        /// Nothing is said yet.
        too_short: TooShort,
        /// The model answer's own wording.
        word_for_word: WordForWord,
    }
}

group! {
    /// The answer to another question of the interview.
    AnotherAnswer {
        /// The share of content words that the other model answer has.
        held: f32,
        /// By how much that is more than this question's model answer has.
        margin: f32,
        /// Fewer words tell nothing.
        fewest: usize,
        /// The highest level that is left.
        cap: u8,
    }
}

group! {
    /// Figures that differ from the model answer's.
    FiguresChanged {
        /// The share of a key point that is lost when all of its figures are others.
        costs: f32,
        /// The share of a key point's words in a sentence from which on its figures stand for the key point's.
        alike: f32,
        /// A figure is another one only where so many words around it are looked at and one of them is the model's.
        around: usize,
        /// The score, and the highest level that is left, where one figure differs, where two do, and where more do.
        by_count: [(f32, u8); 3],
    }
}

group! {
    /// A template that fits any story.
    Generic {
        /// So many stock phrases in a hundred words are a template, where little else is said.
        stock: f32,
        /// Below this specificity little else is said.
        little: f32,
        /// Below this nothing else is said.
        nothing: f32,
        /// An answer of so many words or more is shaped as a whole one.
        shaped: usize,
        /// A model answer with fewer words is no story, and what is compared with it need not be one.
        short_model: usize,
        /// Fewer words tell nothing.
        fewest: usize,
        /// With so much closeness it is no template.
        close: f32,
        /// The highest level that is left.
        cap: u8,
    }
}

group! {
    /// Words that ask for a score.
    Instruction {
        /// With less closeness there is no answer beside them.
        close: f32,
        /// The highest level that is left without an answer, and with one.
        caps: (u8, u8),
    }
}

group! {
    /// Key points said the other way round.
    Negated {
        /// The share of a key point that is lost when it is said the other way round.
        costs: f32,
        /// The share of the key points reached that are reversed, from which on the story is another one.
        another_story: f32,
        /// From so many reversals on, all of them are believed; with fewer, those that can mean nothing else.
        several: usize,
        /// A whole story that is read as turned round.
        story: TurnedStory,
        /// The highest level that is left where several are reversed, and where the story is another one.
        caps: (u8, u8),
    }
}

group! {
    /// A whole story that is read as turned round.
    TurnedStory {
        /// So many words that count has a story that is told whole.
        fewest: usize,
        /// The key points of one told whole are so likely turned round, on average.
        turned: f32,
        /// And of any story from here on where something in it denies the model answer as well; without that they may be.
        doubted: f32,
        /// The share of consistency that such a doubt costs at most.
        doubt_costs: f32,
        /// Below this they are told as they were, and whatever seems to deny is a way of telling the same.
        told: f32,
        /// And up to there so many places that deny are.
        allowed: usize,
        /// With so many that are left a story of any length denies the model answer as a whole.
        many: usize,
        /// What came of it may be turned round where one of its key points so likely is, in a sentence that tells an end; a doubt that
        /// grows up to the second and bounds nothing.
        ends: (f32, f32),
        /// A sentence tells an end where that is so likely.
        tells_end: f32,
    }
}

group! {
    /// Keywords, or words in no order.
    NotSentences {
        /// Fewer words are left alone: they may be an answer in a phrase.
        fewest: usize,
        /// Prose has about .45 of function words; below this it is a list, unless the model answer is one too.
        function_share: f32,
        /// So much more the model answer has at least, or it is a list too.
        model_above: f32,
        /// With fewer words between its marks a list is one of keywords; what is listed in phrases can be followed.
        in_a_row: f32,
        /// Below this share of function words it is a list of keywords, whatever its marks.
        hardly_any: f32,
        /// Where somebody does something in every so many words, dense prose is no list.
        words_a_person: usize,
        /// Above this share "and" holds together a list, not a story.
        and_share: f32,
        /// Odd places a hundred words from which on words were shuffled; prose has below 2.
        shuffled: f32,
        /// Fewer odd places may be slips.
        places: usize,
        /// The same where the words are the model answer's, but hardly any two stand together as there.
        shuffled_model: f32,
        /// The share of neighbours below which the model answer's words stand in another order.
        kept_pairs: f32,
        /// So many neighbours must both be the model answer's words for their order to tell anything.
        pairs: usize,
        /// The highest level that is left.
        cap: u8,
    }
}

group! {
    /// The question over again.
    NothingNew {
        /// At least this share of the different content words is the answer's own.
        own_words: f32,
        /// With this share of its runs of three words the question's, an answer is copied from it.
        copied: f32,
        /// Fewer different content words may well be the question's.
        fewest: usize,
        /// With so much closeness it is an answer.
        close: f32,
        /// The highest level that is left.
        cap: u8,
    }
}

group! {
    /// An answer to what was not asked.
    OffQuestion {
        /// In *this story*, an answer with less closeness, which has no key point even in part, tells another story.
        nothing_said: f32,
        /// With fewer names, amounts and things no other story is told.
        things: usize,
        /// Where the model answer is no story, an answer with less closeness may be off the question.
        explained: f32,
        /// And is, where it comes no nearer to the question by meaning.
        foreign: f32,
        /// The score, and the highest level that is left.
        left: (f32, u8),
    }
}

group! {
    /// Talk around the story.
    Padding {
        /// The share of words in sentences that carry nothing from which on an answer is padded.
        some: f32,
        /// The share from which on the story drowns in it.
        most: f32,
        /// Fewer words that carry nothing are left alone.
        fewest: usize,
        /// The highest level that is left of what is padded, and of what drowns in it.
        caps: (u8, u8),
    }
}

group! {
    /// The same over and over.
    Repetition {
        /// The share of words in runs of three that stood there before, from which on an answer repeats itself.
        repeated: f32,
        /// Fewer words are left alone.
        fewest: usize,
        /// The highest level that is left.
        cap: u8,
    }
}

group! {
    /// Nothing is said yet.
    TooShort {
        /// A statement of not knowing is the whole answer up to so many words.
        only_not_knowing: usize,
        /// An answer has at least this share of the model answer's words.
        of_model: f32,
        /// Fewer words are no answer at all.
        a_word_or_two: usize,
        /// With so much closeness something is said.
        close: f32,
        /// In so many words or more there is something one could ask about.
        enough_to_ask: usize,
        /// A model answer of so many words holds something one could ask about.
        telling_model: usize,
        /// What is no likelier to tell a deed or an outcome than this tells none, where a story was asked for,
        untold: f32,
        /// and in so many words at most; in more a view is told at least.
        enough_for_a_view: usize,
        /// The score of what is too short.
        score: f32,
        /// The highest level that is left of no answer, and of a short one.
        caps: (u8, u8),
    }
}

group! {
    /// The model answer's own wording.
    WordForWord {
        /// The length of the runs of words that are compared.
        run: usize,
        /// The share of runs from which on an answer is word for word.
        share: f32,
    }
}
