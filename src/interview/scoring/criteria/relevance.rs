//! Relevance: whether an answer of one's own tells what was asked.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    context::Context,
    criteria::{
        Criterion, Heard, Kind,
        quoting::{ended, quote},
    },
    criterion_id::CriterionId,
    telling::kind::TellingKind,
    tone::FindingTone,
};

impl CriterionId {
    /// The criterion of this file.
    pub const RELEVANCE: Self = Self::new("relevance");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::RELEVANCE,
    name: "Relevance",
    about: "Checks whether the story tells what was asked; where that is in doubt, you are asked.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.story == Story::This {
        return Finding::not_asked(CRITERION.id, "Its key points say what it tells.");
    }
    // What was not read beside the question earns nothing and loses nothing.
    let Some(likely) = context.answers else {
        return Finding::not_asked(CRITERION.id, "What it is about, you know best.");
    };
    // What says the model answer's key points is on the question, whoever's story was asked for.
    let asked = &context.numbers.relevance.asked;
    let likely =
        if context.reading.closeness > asked.by_chance { asked.unlikely.1 } else { likely };
    // Whether it is twice as likely weighs the same wherever it lies.
    let (surely, unlikely) = asked.unlikely;
    let elsewhere = ((unlikely / likely).ln() / (unlikely / surely).ln()).clamp(0.0, 1.0);
    let finding = |sentence: &str| Finding::new(CRITERION.id, 1.0 - elsewhere, sentence);
    if elsewhere >= asked.surely {
        finding("It seems to be about something other than they asked. Is there a time that answers it?")
            .fault()
    } else if likely < asked.doubtful && context.telling.kind.kind == TellingKind::Story {
        finding("Is this a time such as they asked for? If so, say in the first sentence why.")
    } else {
        finding("")
    }
}

/// Another story: what is added to one that tells of something else does not change what it tells.
fn step(context: &Context, finding: &Finding) -> String {
    if finding.tone != FindingTone::Fault {
        return String::new();
    }
    ended(format!("Tell a time that answers the question: {}", quote(context.reference.question())))
}

#[cfg(all(test, feature = "meaning"))]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, assessment::Finding, closeness::reference::Reference, criteria::trial,
        criterion_id::CriterionId, level::Level, tone::FindingTone,
    };

    #[track_caller]
    fn check_costs_nothing(question: &str, answer: &str) {
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]).with(trial::engine());
        let found = scorer.assess(0, answer, Story::Own).expect("the answer is short enough");
        let score = found.score(CriterionId::RELEVANCE).expect("it is asked for");
        assert!(score >= 1.0, "{score}");
    }

    const STOCK: &str = "When I took over the tram workshop's spare parts, a third of the shelves were for trams we'd scrapped in \
                         1998. I listed 4,100 parts over six weekends and sold the copper to a dealer in Essen. We got a \
                         second workbench for the money, and a brake part is now found in four minutes.";

    #[track_caller]
    fn told_to(question: &str) -> (Level, Finding) {
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]).with(trial::engine());
        let found = scorer.assess(0, STOCK, Story::Own).expect("the answer is short enough");
        (found.level, found.finding(CriterionId::RELEVANCE).expect("it is in the table").clone())
    }

    #[test]
    fn what_may_answer_another_question_is_asked_about() {
        let (level, finding) = told_to("Tell me about a time you led a team.");
        assert!(finding.sentence.ends_with("why.") && !finding.fired(), "{finding:?}");
        assert!(level.number() > 2, "what is asked bounds nothing");
    }

    #[test]
    fn what_surely_answers_another_question_is_said() {
        let (level, finding) =
            told_to("Tell me about a time you had to deliver hard feedback to someone.");
        assert_eq!(finding.tone, FindingTone::Fault, "{finding:?}");
        assert_eq!(level.number(), 2);
    }

    #[test]
    fn what_a_broad_question_may_mean_costs_nothing() {
        check_costs_nothing("Tell me about your biggest achievement at work.", STOCK);
        check_costs_nothing("Give me an example of a process you improved.", STOCK);
    }
}
