//! What an answer leaves open that a panel would ask about, read off its findings.

use serde::{Deserialize, Serialize};

use crate::interview::{
    scoring::{
        Story,
        assessment::{Assessment, Coverage, Finding, Level, RoleReading},
        criteria::{Criteria, Criterion, Kind},
        criterion_id::CriterionId,
        numbers::{Gaps, Numbers},
    },
    star::Role,
};

/// Something that an answer leaves open; what a panel would ask about first in front.
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

/// When a criterion makes a panel ask about a gap: who looks for the criterion asks.
#[derive(Clone, Copy)]
pub struct Opening {
    /// What is asked about.
    pub gap: Gap,
    /// Whether an answer leaves it open. A gate is asked only where it fired.
    pub is_open: fn(&Assessment) -> bool,
}

/// When something is open.
fn chosen() -> &'static Gaps {
    &Numbers::shipped().qualities.gaps
}

impl Criteria {
    /// The gaps of an answer, the first to ask about in front; none where there is no answer to ask back about, and none
    /// at the highest level, whose anchor says that nothing is left to ask.
    pub fn gaps(self, assessment: &Assessment) -> Vec<Gap> {
        if assessment.judged_level().is_none_or(|level| level == Level::HIGHEST) {
            return Vec::new();
        }
        let no_answer = |f: &&Finding| f.cap.is_some_and(|cap| cap <= chosen().no_answer);
        let fired: Vec<&Criterion> = assessment
            .findings
            .iter()
            .filter(no_answer)
            .filter_map(|finding| self.find(finding.criterion))
            .collect();
        let asking: Vec<&Criterion> = if fired.is_empty() {
            let qualities = self.all().iter().filter(|criterion| criterion.kind != Kind::Gate);
            qualities.filter(|_| tells_something(assessment)).collect()
        } else if fired.iter().all(|gate| gate.mendable) && !says_nothing(assessment) {
            fired
        } else {
            Vec::new()
        };
        let openings = asking.iter().flat_map(|criterion| criterion.openings);
        let open = openings.filter(|opening| (opening.is_open)(assessment));
        let mut gaps: Vec<Gap> = open.map(|opening| opening.gap).collect();
        gaps.sort_unstable();
        gaps.dedup();
        gaps
    }

    /// The criteria that a gap is a matter of: who looks for one of them asks about it.
    pub fn asking_about(self, gap: Gap) -> impl Iterator<Item = CriterionId> {
        let asks = move |criterion: &&Criterion| criterion.openings.iter().any(|o| o.gap == gap);
        self.all().iter().filter(asks).map(|criterion| criterion.id)
    }
}

/// Whether less than half of what a criterion looks for is there, though the question asks for it.
pub(super) fn is_half_missing(assessment: &Assessment, criterion: CriterionId) -> bool {
    assessment.finding(criterion).is_some_and(|finding| finding.is_below(chosen().half))
}

/// Whether a part is missing: its criterion is not met by half, and no sentence tells it.
pub(super) fn is_part_open(assessment: &Assessment, role: Role) -> bool {
    is_half_missing(assessment, role.into()) && !is_told(assessment, role)
}

/// Whether more than half of a part's key points are missed, in a story whose key points count, though some of it is
/// there: nobody asks for more of what there is nothing of.
pub(super) fn is_more_open(assessment: &Assessment, role: Role) -> bool {
    let of_role = assessment.key_points.iter().filter(|point| point.role == role);
    let (missed, all) = of_role.fold((0, 0), |(missed, all), point| {
        (missed + usize::from(point.coverage == Coverage::Missed), all + 1)
    });
    assessment.story == Story::This && missed * 2 > all && !is_part_open(assessment, role)
}

/// Whether a gate fired that allows no more than an answer which is none.
pub(super) fn is_no_answer_by(assessment: &Assessment, gate: CriterionId) -> bool {
    assessment
        .finding(gate)
        .is_some_and(|finding| finding.cap.is_some_and(|cap| cap <= chosen().no_answer))
}

/// Whether it has no more than a word or two, or says that there is no answer.
fn says_nothing(assessment: &Assessment) -> bool {
    let finding = assessment.finding(CriterionId::TOO_SHORT);
    finding.is_some_and(|finding| finding.cap.is_some_and(|cap| cap < chosen().no_answer))
}

/// Whether anybody does anything in it.
fn tells_a_deed(assessment: &Assessment) -> bool {
    let own = assessment.finding(CriterionId::OWN_CONTRIBUTION);
    own.is_some_and(|finding| {
        !finding.evidence.is_empty() || finding.score.is_some_and(|score| score > 0.0)
    }) || is_told(assessment, Role::Action)
        || is_told(assessment, Role::Result)
}

/// Whether a sentence tells a part by its own words, or a key point of it is said.
fn is_told(assessment: &Assessment, role: Role) -> bool {
    let by_words = |sentence: &RoleReading| sentence.probabilities[role as usize] >= chosen().told;
    assessment.sentences.iter().any(by_words)
        || assessment
            .key_points
            .iter()
            .any(|point| point.role == role && point.coverage == Coverage::Hit)
}

/// Whether it tells a deed or says anything of the model answer.
pub(super) fn tells_something(assessment: &Assessment) -> bool {
    tells_a_deed(assessment)
        || assessment.key_points.iter().any(|point| point.coverage > Coverage::Missed)
}
