//! Focus: how much of an answer tells what it is to tell.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Heard, Kind, quoting::quote},
        criterion_id::CriterionId,
        tone::FindingTone,
    },
    text::Span,
};

impl CriterionId {
    /// The criterion of this file.
    pub const FOCUS: Self = Self::new("focus");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::FOCUS,
    name: "Focus",
    about: "Looks for what stands beside the story, an aside or a view: it takes the time that the story has.",
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
        return Finding::not_asked(CRITERION.id, "Its key points say what belongs to it.");
    }
    if context.reference.asks() != Asks::Story || !context.parts.by_meaning {
        return Finding::not_asked(CRITERION.id, "A view may be what they asked for.");
    }
    let chosen = &context.numbers.qualities.focus;
    let words = |s: usize| context.answer.words_of(s).len() as f32;
    let sentences = 0..context.answer.sentences().len();
    let all: f32 = sentences.clone().map(words).sum();
    let beside: f32 = sentences.clone().map(|s| words(s) * context.parts.asides[s]).sum();
    let share = beside / all.max(1.0);
    let (some, much) = chosen.beside;
    let score = 1.0 - ((share - some) / (much - some)).clamp(0.0, 1.0);
    let surely: Vec<Span> = sentences
        .filter(|s| context.parts.asides[*s] >= chosen.surely)
        .map(|s| context.sentence(s))
        .collect();
    if score >= chosen.told || surely.len() < chosen.several {
        return Finding::new(CRITERION.id, score, "");
    }
    let sentence = "Some of it may stand beside the story: would the panel miss it?";
    Finding::new(CRITERION.id, score, sentence).fault().shown(surely)
}

/// Names what may be left out.
fn step(context: &Context, finding: &Finding) -> String {
    let first = finding.passages().next().filter(|_| finding.tone == FindingTone::Fault);
    first.map_or(String::new(), |first| {
        format!(
            "Leave out what the story does not need, such as {}.",
            quote(first.of(context.answer.text()))
        )
    })
}

#[cfg(all(test, feature = "meaning"))]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
    };

    const STORY: &str = "In March the glasshouse in Leith lost its heating in a frost. I borrowed forty heaters from the \
                         brewery and carried them over with two apprentices. We checked the beds every hour until four. \
                         Not one of the 900 orchids died.";

    fn score(answer: &str) -> f32 {
        let question = "Tell me about a time you had to act fast.";
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]).with(trial::engine());
        let found = scorer.assess(0, answer, Story::Own).expect("the answer is short enough");
        found.score(CriterionId::FOCUS).expect("it is asked for")
    }

    #[test]
    fn a_story_told_straight_keeps_to_it_and_an_aside_takes_its_time() {
        let straight = score(STORY);
        assert!(straight > 0.8, "{straight}");
        let around = score(&format!(
            "Where shall I begin, there is so much one could say. {STORY} Anyway, where was I, that reminds me of something \
             else. I think orchids are lovely, people should have more of them."
        ));
        assert!(around < 0.6, "{around}");
    }
}
