//! Too short: nothing is said, or that nothing is known.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Assessment, Finding},
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{self, Gap, Opening},
        },
        criterion_id::CriterionId,
        relevance::substance::is_language,
        telling::kind::{self, TellingKind},
    },
    text::{Span, lexicon},
};

impl CriterionId {
    /// The criterion of this file.
    pub const TOO_SHORT: Self = Self::new("too-short");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::TOO_SHORT,
    name: "Too short",
    about: "Recognises an answer that says nothing yet.",
    kind: Kind::Gate,
    assess,
    step: Some(|_, _| "Tell one thing you did and what came of it, in three sentences.".to_owned()),
    praised: false,
    heard: Heard::Nothing,
    openings: &[Opening { gap: Gap::Telling, is_open }],
    mendable: true,
};

fn assess(context: &Context) -> Finding {
    let gate = &context.numbers.gates.too_short;
    let (none, short) = gate.caps;
    let words = context.answer.words();
    let whole: Vec<Span> = context.answer.sentences().iter().map(|s| s.span).collect();
    if words.is_empty() {
        return Finding::new(CRITERION.id, 0.0, "There is no answer yet.").capped(none);
    }
    // A story of one's own is compared with no model answer: it is judged alike beside any.
    let own = context.story == Story::Own && context.reference.asks() == Asks::Story;
    let model = if own {
        context.numbers.qualities.length.full
    } else {
        context.model.answer.words().len()
    };
    let is_close = !own && context.reading.closeness >= gate.close;
    let unknown = lexicon::NOT_KNOWING.find(words).next().filter(|found| {
        words.len() <= gate.only_not_knowing && (found.first == 0 || found.end == words.len())
    });
    let unknown = unknown.map(|found| context.words(found.first, found.end));
    let declined = || match context.telling.kind.kind {
        TellingKind::Nothing => kind::declining(context.answer),
        _ => None,
    };
    if !is_close && let Some(span) = unknown.or_else(declined) {
        return Finding::new(CRITERION.id, 0.0, "It says that you have no answer.")
            .shown([span])
            .capped(none);
    }
    if !is_close && is_untold(context) {
        let sentence = "Nothing is told yet of what happened or of what you did.";
        return Finding::new(CRITERION.id, gate.score, sentence).shown(whole).capped(none);
    }
    let needed = (model as f32 * gate.of_model) as usize;
    // Only what carries something counts, so that idle talk lifts no answer out of this gate.
    // What is vague at length is no short answer.
    let vague = (own || context.story == Story::This) && words.len() >= gate.enough_to_ask;
    let carried = context.substance.words;
    if words.len() < needed || (0 < carried && carried < needed && !vague) {
        let told = words.len() >= gate.a_word_or_two && is_language(words);
        let cap = if told { short } else { none };
        return Finding::new(
            CRITERION.id,
            gate.score,
            "This is very short: a panel hears next to nothing in it to judge.",
        )
        .shown(whole)
        .capped(cap);
    }
    let no_story = is_no_story_where_one_is_asked_for(context);
    if context.substance.words == 0
        && !is_close
        && model >= gate.telling_model
        && (own || context.model.is_told())
        && (no_story || words.len() < gate.enough_to_ask)
    {
        let cap = if is_language(words) { short } else { none };
        return Finding::new(
            CRITERION.id,
            gate.score,
            "There are words, but nothing yet that a panel could ask about.",
        )
        .shown(whole)
        .capped(cap);
    }
    Finding::new(CRITERION.id, 1.0, "There is enough to judge.")
}

/// Whether nothing that happened is told, in whatever vague words, although that was asked for.
fn is_no_story_where_one_is_asked_for(context: &Context) -> bool {
    let kind = context.telling.kind.kind;
    kind == TellingKind::Nothing
        || context.reference.asks() == Asks::Story && kind != TellingKind::Story
}

/// Whether a story was asked for and no sentence may tell a deed or an outcome, were it hypothetical: the question is turned away,
/// waved off or answered by a claim.
fn is_untold(context: &Context) -> bool {
    context.reference.asks() == Asks::Story
        && context.telling.kind.kind != TellingKind::Plan
        && !context.parts.may_tell_a_deed
        && !context.substance.deeds.contains(&true)
}

/// What is general is asked about as such; what is short is seldom on the question, but what is off it in full has another
/// answer's gaps.
fn is_open(assessment: &Assessment) -> bool {
    !gap::is_no_answer_by(assessment, CriterionId::GENERIC)
        && (!gap::is_no_answer_by(assessment, CriterionId::OFF_QUESTION)
            || gap::tells_something(assessment))
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
    };

    #[track_caller]
    fn check(answer: &str, expected: bool) {
        assert_eq!(trial::fires(CriterionId::TOO_SHORT, answer), expected);
    }

    #[test]
    fn silence_and_not_knowing_are_too_short() {
        check("", true);
        check("…", true);
        check("Sorry, no idea.", true);
        check(
            "Honestly, I can't think of one right now. I've always got on with my managers. Can we come back to it?",
            true,
        );
        check("Books.", true);
    }

    #[test]
    fn an_own_story_is_judged_alike_beside_any_model_answer() {
        for answer in [
            "Sorry, no idea.",
            "I fixed it.",
            "It was bad, and then we did what we could about it, and it was all right.",
            "I don't miss deadlines, to be honest. If I saw that I was going to miss one, I'd say so early, that is the \
             main thing, and I'd ask for more days. Nobody minds as long as you tell them.",
            "I rang four engineers in Leith. The oldest drew the boiler, and I ordered a valve from Kiel. It held.",
        ] {
            let alone = Scorer::new(vec![Reference::from_texts(trial::QUESTION, &[])]);
            let alone = alone.assess(0, answer, Story::Own).expect("the answer is short enough");
            let beside = trial::assess(answer, Story::Own);
            for gate in [CriterionId::TOO_SHORT, CriterionId::GENERIC] {
                assert_eq!(alone.finding(gate), beside.finding(gate), "{answer}");
            }
        }
    }

    #[test]
    fn what_is_vague_at_length_is_not_called_short() {
        let vague = "If somebody told me that I was wrong, I would hear them out, and I would go off and sleep on it. Then \
                     I would come back and ask for more. If they were right I would change, and if not, I would say so.";
        let finding = trial::finding(CriterionId::TOO_SHORT, vague, Story::Own);
        assert!(!finding.sentence.contains("short"), "{finding:?}");
    }

    #[test]
    fn a_short_answer_of_substance_is_not() {
        check(
            "I couldn't think of anything better, so I took the ladder from the boathouse and climbed in through the attic.",
            false,
        );
        check(
            "I wrote a script that copied the labels from the old catalogue, and we reopened four days early.",
            false,
        );
        check(
            "I don't know who broke it, but I borrowed three scanners from the museum and timed each step.",
            false,
        );
    }
}

#[cfg(all(test, feature = "meaning"))]
mod tests_by_meaning {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, level::Level,
    };

    #[track_caller]
    fn check(question: &str, answer: &str, expected: u8) {
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]).with(trial::engine());
        let found = scorer.assess(0, answer, Story::Own).expect("the answer is short enough");
        assert_eq!(found.level, Level::new(expected), "{answer}");
    }

    #[test]
    fn what_turns_a_question_away_is_no_answer() {
        for answer in [
            "Oh, loads of times. Honestly, people love dealing with me, they always have, so it's never been a problem.",
            "That's a horrible one. Nobody likes that, do they? It's just part of the job, I suppose.",
            "There's so many, I wouldn't know where to start. I'm always leading something, it's what I'm known for.",
        ] {
            check("Tell me about a time when you led a team.", answer, 1);
        }
    }

    #[test]
    fn a_deed_told_in_a_line_is_the_start_of_one() {
        for answer in [
            "I ran the night shift for a bit when the boss was away. Nobody got hurt and the work went out.",
            "We fell out about who does the cleaning. We made a list and then it was okay.",
        ] {
            check("Tell me about a time when you led a team.", answer, 2);
        }
    }

    #[test]
    fn a_plan_is_more_than_nothing() {
        let plan = "I'd sit down with each of them and ask what they need. Then I would make one list of it.";
        check("Tell me about a time when you led a team.", plan, 2);
    }
}
