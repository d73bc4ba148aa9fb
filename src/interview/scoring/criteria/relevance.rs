//! Relevance: whether an own story surely tells of something else than was asked.

use crate::interview::scoring::{
    Story,
    assessment::Finding,
    closeness::reference::Asks,
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
    about: "Checks whether the story is surely about something other than was asked; what is not sure costs nothing.",
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
    if matches!(context.reference.asks(), Asks::Plan | Asks::Oneself) {
        return Finding::not_asked(CRITERION.id, "What it is about, you know best.");
    }
    // What says the model answer's key points is on the question, whoever's story was asked for.
    let asked = &context.numbers.relevance.asked;
    let answers = context.answers.filter(|_| context.reading.closeness <= asked.by_chance);
    // Whether it is twice as likely weighs the same wherever it lies.
    let (surely, unlikely) = asked.unlikely;
    let elsewhere =
        answers.map_or(0.0, |likely| (unlikely / likely).ln() / (unlikely / surely).ln());
    let elsewhere = elsewhere.clamp(0.0, 1.0);
    let finding = |sentence: &str| Finding::new(CRITERION.id, 1.0 - elsewhere, sentence);
    if elsewhere >= asked.surely {
        finding("It seems to be about something other than they asked. Is there a time that answers it?")
            .fault()
    } else if answers.is_some_and(|likely| likely < asked.doubtful)
        && context.telling.kind.kind == TellingKind::Story
    {
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
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
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

    #[test]
    fn what_may_answer_another_question_is_asked_about() {
        let question = "Tell me about a time you had to deliver hard feedback to someone.";
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]).with(trial::engine());
        let found = scorer.assess(0, STOCK, Story::Own).expect("the answer is short enough");
        let finding = found.finding(CriterionId::RELEVANCE).expect("it is in the table");
        assert!(finding.sentence.ends_with('.') && !finding.sentence.is_empty(), "{finding:?}");
        assert!(found.level.number() > 2, "what is asked bounds nothing");
    }

    #[test]
    fn what_a_broad_question_may_mean_costs_nothing() {
        check_costs_nothing("Tell me about your biggest achievement at work.", STOCK);
        check_costs_nothing("Give me an example of a process you improved.", STOCK);
    }
}
