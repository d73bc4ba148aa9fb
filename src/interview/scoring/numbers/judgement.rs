//! What is made of the findings: `assets/rubric.ron` and `assets/judging.ron`.

use std::collections::BTreeMap;

use crate::interview::scoring::{criterion_id::CriterionId, numbers::group};

group! {
    /// What each level sounds like.
    Rubric {
        /// How *this story* is rated.
        this: StoryRubric,
        /// How *my own story* is rated.
        own: StoryRubric,
        /// What an answer of the highest level sounds like that leaves out a point of the model answer, or whose end is not sure.
        nearly: String,
        /// What an answer sounds like whose level a gate bounds, whatever of the story it tells.
        held: String,
        /// What each quality counts in `Assessment::star`.
        star: BTreeMap<CriterionId, f32>,
        /// The closeness that a gate leaves in any case when it fires, from 0 to 1: it leaves as much as its own score
        /// where that is more. A gate that is not here leaves all of it.
        closeness_left: BTreeMap<CriterionId, f32>,
    }
}

group! {
    /// How answers to one kind of story are rated.
    StoryRubric {
        /// How much of the model answer an answer of level 2, 3, 4 and 5 tells at least, from 0 to 1: what the anchors
        /// say is then true.
        told: [f32; 4],
        /// The specificity of an answer of level 2, 3, 4 and 5 at least; of a plan, its steps.
        specific: [f32; 4],
        /// How far an answer of level 2, 3, 4 and 5 is a story at least, where one was asked for.
        kind: [f32; 4],
        /// The highest level of an answer with nothing of the kind that was asked for, where that was no story.
        without_kind: u8,
        /// How surely an answer of level 2, 3, 4 and 5 tells at least what was asked, where that was a story.
        about: [f32; 4],
        /// How plainly an answer of level 2, 3, 4 and 5 tells what came of it at least, where it should.
        end: [f32; 4],
        /// How little may go against the model answer from each level on.
        consistent: [f32; 4],
        /// The highest level of a story that should tell what its teller did and does not.
        without_own_part: u8,
        /// What an answer of level 1 to 5 sounds like.
        anchors: [String; 5],
    }
}

group! {
    /// What is made of the findings.
    Judging {
        /// The one change.
        next_step: NextSteps,
        /// What is praised.
        strengths: Strengths,
        /// Which sentences agree with the points they stand beside.
        wording: Wording,
        /// What a panelist makes of it.
        panel: PanelRating,
        /// In which language an answer is.
        language: Language,
    }
}

group! {
    /// The one change.
    NextSteps {
        /// What a criterion is taken to reach when the player works on it.
        done_well: f32,
        /// Gains below this are not worth a sentence.
        worth_saying: f32,
        /// Below this score a quality keeps the level down.
        held_back: f32,
    }
}

group! {
    /// What is praised.
    Strengths {
        /// A criterion's score from which on it is a strength.
        earned: f32,
        /// The most strengths that are named.
        most: usize,
    }
}

group! {
    /// Which sentences agree with the points they stand beside.
    Wording {
        /// A sentence that finds fault needs less of its criterion's worth than this.
        at_fault: f32,
        /// A sentence that praises needs so much of it.
        praised: f32,
    }
}

group! {
    /// What a panelist makes of an answer.
    PanelRating {
        /// How long an answer of one's own should take, in seconds.
        own_story_aim: u32,
        /// The shortest aim, in seconds, however short the model answer is.
        shortest_aim: u32,
        /// From this closeness on all of the model answer is told, so that no other level may be meant than the highest.
        all_told: f32,
        /// How far above the level whose anchor is true a rating may lean, so that it rounds to no other.
        leans: f32,
    }
}

group! {
    /// In which language an answer is.
    Language {
        /// Fewer letters of another script tell no language.
        fewest_letters: usize,
        /// Fewer words in Latin letters tell no language.
        fewest_words: usize,
        /// English prose has above .35 of English function words; other languages share a few of them.
        english: f32,
        /// Prose has above .3 of its language's commonest words.
        own_words: f32,
        /// From this share of its words on, an answer speaks the language of the model answer.
        of_model: f32,
    }
}
