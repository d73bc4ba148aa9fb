//! What an answer leaves open that a panel would ask about, read off its findings.

use serde::{Deserialize, Serialize};

use crate::interview::{
    scoring::{
        Story,
        assessment::{Assessment, Coverage, Finding, Level, RoleReading},
    },
    star::Role,
};

/// Something that an answer leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Gap {
    /// Hardly anything is told.
    Telling,
    /// It could be said of any occasion.
    Occasion,
    /// It says what "we" did and nothing that "I" did.
    OwnPart,
    /// What was done is missing.
    Action,
    /// What came of it is missing.
    Result,
    /// What came of it is told without a figure.
    Measure,
    /// Where and when it was is missing.
    Situation,
    /// What had to be reached is missing.
    Task,
    /// More than half of what the model answer says was done is missing.
    Steps,
    /// More than half of what the model answer says came of it is missing.
    Outcome,
    /// What the speaker took from their own story is missing.
    Lesson,
}

/// Below this score less than half of something is there.
const HALF: f32 = 0.5;
/// A gate that allows no more than this level says that there is no answer to ask back about.
const NO_ANSWER: u8 = 2;
/// From this probability on a sentence tells its part; without a word that speaks for one, none comes near it.
const TOLD: f32 = 0.6;

impl Gap {
    /// Every gap, what a panel would ask about first in front.
    pub const ALL: [Self; 11] = [
        Self::Telling,
        Self::Occasion,
        Self::OwnPart,
        Self::Action,
        Self::Result,
        Self::Measure,
        Self::Situation,
        Self::Task,
        Self::Steps,
        Self::Outcome,
        Self::Lesson,
    ];

    /// The id of the criterion that it is a matter of: who looks for that asks about it.
    pub fn criterion(self) -> &'static str {
        match self {
            Self::Telling => "too-short",
            Self::Occasion => "generic",
            Self::OwnPart => "own-contribution",
            Self::Action | Self::Steps => "action",
            Self::Result | Self::Outcome => "result",
            Self::Measure => "measured-result",
            Self::Situation => "situation",
            Self::Task => "task",
            Self::Lesson => "reflection",
        }
    }

    /// The gaps of an answer, in the order of [`Self::ALL`]; none where there is no answer to ask back about, and none
    /// at the highest level, whose anchor says that nothing is left to ask.
    pub fn of(assessment: &Assessment) -> Vec<Self> {
        if assessment.judged_level().is_none_or(|level| level == Level::HIGHEST) {
            return Vec::new();
        }
        let no_answer = |f: &&Finding| f.cap.is_some_and(|cap| cap <= NO_ANSWER);
        let gates: Vec<_> =
            assessment.findings.iter().filter(no_answer).map(|f| f.criterion).collect();
        let fired = |gate: &str| gates.contains(&gate);
        if gates.is_empty() {
            let open = |gap: &Self| tells_something(assessment) && gap.is_open(assessment);
            return Self::ALL.into_iter().filter(open).collect();
        }
        // What is general or short is seldom on the question; what is off it in full has another answer's gaps.
        let mendable = ["generic", "off-question", "too-short"];
        if !gates.iter().all(|gate| mendable.contains(gate)) || says_nothing(assessment) {
            Vec::new()
        } else if fired("generic") {
            vec![Self::Occasion]
        } else if fired("too-short") && (!fired("off-question") || tells_something(assessment)) {
            vec![Self::Telling]
        } else {
            Vec::new()
        }
    }

    /// Whether an answer that is one has this gap.
    fn is_open(self, assessment: &Assessment) -> bool {
        let finding = assessment.finding(self.criterion());
        let below = |limit: f32| finding.is_some_and(|finding| finding.is_below(limit));
        match self {
            Self::Telling | Self::Occasion => false,
            Self::OwnPart => {
                finding.is_some_and(|f| f.score == Some(0.0) && !f.evidence.is_empty())
            }
            Self::Action => below(HALF) && !is_told(assessment, Role::Action),
            Self::Result => below(HALF) && !is_told(assessment, Role::Result),
            Self::Situation => below(HALF) && !is_told(assessment, Role::Situation),
            Self::Task => below(HALF) && !is_told(assessment, Role::Task),
            Self::Measure => below(HALF) && !Self::Result.is_open(assessment),
            // Nobody asks for more of what there is nothing of.
            Self::Steps => {
                mostly_missed(assessment, Role::Action) && !Self::Action.is_open(assessment)
            }
            Self::Outcome => {
                mostly_missed(assessment, Role::Result) && !Self::Result.is_open(assessment)
            }
            Self::Lesson => {
                let story = assessment.part(Role::Result).is_some();
                assessment.story == Story::Own && story && below(HALF)
            }
        }
    }
}

/// Whether it has no more than a word or two, or says that there is no answer.
fn says_nothing(assessment: &Assessment) -> bool {
    assessment
        .finding("too-short")
        .is_some_and(|finding| finding.cap.is_some_and(|cap| cap < NO_ANSWER))
}

/// Whether anybody does anything in it.
fn tells_a_deed(assessment: &Assessment) -> bool {
    let own = assessment.finding("own-contribution");
    own.is_some_and(|finding| !finding.evidence.is_empty())
        || is_told(assessment, Role::Action)
        || is_told(assessment, Role::Result)
}

/// Whether a sentence tells a part by its own words, or a key point of it is said.
fn is_told(assessment: &Assessment, role: Role) -> bool {
    let by_words = |sentence: &RoleReading| sentence.probabilities[role as usize] >= TOLD;
    assessment.sentences.iter().any(by_words)
        || assessment
            .key_points
            .iter()
            .any(|point| point.role == role && point.coverage == Coverage::Hit)
}

/// Whether it tells a deed or says anything of the model answer.
fn tells_something(assessment: &Assessment) -> bool {
    tells_a_deed(assessment)
        || assessment.key_points.iter().any(|point| point.coverage > Coverage::Missed)
}

/// Whether more than half of a part's key points are missed, in a story whose key points count.
fn mostly_missed(assessment: &Assessment, role: Role) -> bool {
    let of_role = assessment.key_points.iter().filter(|point| point.role == role);
    let (missed, all) = of_role.fold((0, 0), |(missed, all), point| {
        (missed + usize::from(point.coverage == Coverage::Missed), all + 1)
    });
    assessment.story == Story::This && missed * 2 > all
}
