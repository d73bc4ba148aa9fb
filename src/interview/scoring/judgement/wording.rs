//! What is said of a criterion never stands against its points: no fault is found where next to nothing can be gained by it,
//! and nothing is praised that earned little. Between the two the points speak for themselves.

use crate::interview::scoring::{
    assessment::Finding, criterion_id::CriterionId, judgement::rating::Rating, numbers::Numbers,
    tone::FindingTone,
};

/// What is missed in a story, or in a plan, only where one is told.
const OF_A_STORY: [CriterionId; 8] = [
    CriterionId::SITUATION,
    CriterionId::TASK,
    CriterionId::ACTION,
    CriterionId::RESULT,
    CriterionId::MEASURED_RESULT,
    CriterionId::OWN_CONTRIBUTION,
    CriterionId::REFLECTION,
    CriterionId::STEPS,
];

/// The findings, each with its sentence where that agrees with its points. Where another kind of answer was asked for, that says
/// all there is to say of what it lacks.
pub fn fitted(findings: Vec<Finding>, rating: &Rating) -> Vec<Finding> {
    let at_fault =
        |finding: &Finding| finding.tone == FindingTone::Fault && agrees(finding, rating);
    let is_other =
        findings.iter().any(|found| found.criterion == CriterionId::KIND && at_fault(found));
    let is_said = |finding: &Finding| {
        let is_missed =
            finding.tone == FindingTone::Fault && OF_A_STORY.contains(&finding.criterion);
        agrees(finding, rating) && !(is_other && is_missed)
    };
    let fit = |finding: Finding| if is_said(&finding) { finding } else { finding.unsaid() };
    findings.into_iter().map(fit).collect()
}

fn agrees(finding: &Finding, rating: &Rating) -> bool {
    let chosen = &Numbers::shipped().judging.wording;
    let Some(score) = finding.score else { return true };
    let worth = rating.worth(finding.criterion, score);
    match finding.tone {
        FindingTone::Plain => true,
        FindingTone::Praise => worth >= chosen.praised,
        FindingTone::Fault => worth < chosen.at_fault && rating.weight(finding.criterion) > 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str) {
        let chosen = &Numbers::shipped().judging.wording;
        for story in [Story::This, Story::Own] {
            let found = trial::assess(answer, story);
            for finding in found.findings.iter().filter(|finding| finding.is_asked()) {
                let share = found.shares.iter().find(|share| share.criterion == finding.criterion);
                let full = share.map(|share| share.gives / share.weight);
                match finding.tone {
                    FindingTone::Plain => {}
                    FindingTone::Praise => assert!(full.is_none_or(|full| full >= chosen.praised)),
                    FindingTone::Fault => assert!(full.is_some_and(|full| full < chosen.at_fault)),
                }
                assert!(finding.tone == FindingTone::Plain || !finding.sentence.is_empty());
            }
        }
    }

    #[test]
    fn who_was_asked_for_a_story_and_has_a_view_is_told_that_alone() {
        let view = "I believe in clear plans. In my opinion a late project is a matter of honesty. I'm very diligent.";
        let found = trial::assess(view, Story::Own);
        let missed =
            found.findings.iter().filter(|finding| OF_A_STORY.contains(&finding.criterion));
        for finding in missed {
            assert_ne!(finding.tone, FindingTone::Fault, "{}", finding.sentence);
        }
        let kind = found.finding(CriterionId::KIND).expect("it is in the table");
        assert_eq!(kind.tone, FindingTone::Fault, "{}", kind.sentence);
    }

    #[test]
    fn no_sentence_stands_against_its_points() {
        check(&trial::model_text());
        check("I timed each step with a stopwatch and wrote a small script.");
        check("We had a hard time. I think it was perhaps a bit slow, and in the end it was fine.");
        check(
            "My manager has told me lots of times that I'm proactive. That's what matters to me.",
        );
        check("");
    }
}
