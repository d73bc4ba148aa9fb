//! Kind: whether the answer is of the kind that was asked for: a story, a plan, or something about oneself.

use crate::interview::{
    scoring::{
        Story,
        assessment::Finding,
        closeness::reference::Asks,
        context::Context,
        criteria::{Criterion, Heard, Kind, as_found},
        criterion_id::CriterionId,
        numbers::Numbers,
        telling::kind::{KindReading, TellingKind, Told},
    },
    text::{Span, Text},
};

impl CriterionId {
    /// The criterion of this file.
    pub const KIND: Self = Self::new("kind");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::KIND,
    name: "Kind of answer",
    about: "Checks whether the answer is of the kind that was asked for: what happened, what you would do, or who you are and want to be.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: false,
    heard: Heard::Nothing,
    openings: &[],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    if context.grammar.latin < context.numbers.gates.latin {
        return Finding::not_asked(CRITERION.id, "This language is not read for it.");
    }
    match (context.reference.asks(), context.story) {
        (Asks::Story, Story::Own) => of_story(context, told(context)),
        // As much of a story as the model answer is enough.
        (Asks::Story, Story::This) if context.model.telling.kind.kind == TellingKind::Story => {
            let model = score(&context.model.telling.kind, &context.model.answer);
            of_story(context, told(context) / model)
        }
        (Asks::Plan, Story::Own) => of_plan(context),
        (Asks::Oneself, Story::Own) => of_oneself(context),
        _ => Finding::not_asked(CRITERION.id, "The question asks for no story."),
    }
}

fn told(context: &Context) -> f32 {
    score(&context.telling.kind, context.answer)
}

fn of_story(context: &Context, score: f32) -> Finding {
    let told = &context.telling.kind;
    let (sentence, of) = match told.kind {
        TellingKind::Story => {
            let all = score >= 1.0 - f32::EPSILON;
            let said = if all {
                "It tells what happened."
            } else {
                "It tells what happened, in a few sentences."
            };
            let finding = Finding::new(CRITERION.id, score, said);
            // A template has the verbs of a story, and nothing that happened in it.
            return if is_plain(context) { finding.praise() } else { finding.unsaid() };
        }
        TellingKind::Plan => {
            ("You say what you would do; they asked for a time you did it.", Some(Told::Plan))
        }
        TellingKind::Practice => {
            ("You say how it usually is; they asked for one time you did it.", Some(Told::Practice))
        }
        TellingKind::View => {
            ("You say what you think; they asked for a time you did it.", Some(Told::View))
        }
        TellingKind::Nothing => ("No occasion was heard yet.", None),
    };
    let shown = of.map(|of| told.spans(context.answer, of)).unwrap_or_default();
    Finding::new(CRITERION.id, score, sentence).fault().shown(shown.into_iter().take(3))
}

/// Whether names, moments or amounts show that it happened.
fn is_plain(context: &Context) -> bool {
    let surely = context.numbers.qualities.specificity.surely;
    context.telling.specifics.sure.len() >= surely
}

fn of_plan(context: &Context) -> Finding {
    let plan = context.telling.kind.share(Told::Plan);
    let score = plan / context.numbers.qualities.kind.looks_ahead;
    let finding = |sentence: &str| Finding::new(CRITERION.id, score, sentence);
    let finding = match context.telling.kind.kind {
        _ if score >= 1.0 => finding("It says what you would do.").praise(),
        TellingKind::Story => {
            finding("You tell what happened; they asked what you would do.").fault()
        }
        _ => finding("They asked what you would do; say it step by step.").fault(),
    };
    finding.shown(spans(context, &[Told::Plan]))
}

fn of_oneself(context: &Context) -> Finding {
    // "Why did you choose nursing?" is answered by what happened as well.
    let question = context.reference.read_question().words();
    if question.iter().any(|word| matches!(word.lower.as_str(), "did" | "drew" | "made")) {
        return Finding::not_asked(CRITERION.id, "The question asks for reasons, told in any way.");
    }
    let own = [Told::Practice, Told::Plan, Told::View];
    let share: f32 = own.iter().map(|of| context.telling.kind.share(*of)).sum();
    let score = share / context.numbers.qualities.kind.of_oneself;
    let finding = |sentence: &str| Finding::new(CRITERION.id, score, sentence);
    let finding = match context.telling.kind.kind {
        _ if score >= 1.0 => finding("It tells them about you, as they asked.").praise(),
        TellingKind::Story => {
            finding("You tell what happened; they asked about you. Say what it shows about you.")
                .fault()
        }
        _ => finding("Say more about yourself, which is what they asked for.").fault(),
    };
    finding.shown(spans(context, &own))
}

/// The first sentences that do one of these.
fn spans(context: &Context, of: &[Told]) -> Vec<Span> {
    let told = &context.telling.kind;
    let mut spans: Vec<Span> = of.iter().flat_map(|of| told.spans(context.answer, *of)).collect();
    spans.sort_unstable();
    spans.truncate(3);
    spans
}

fn step(context: &Context, finding: &Finding) -> String {
    match (context.reference.asks(), context.telling.kind.kind) {
        (Asks::Story, TellingKind::Story) => "Tell it as it happened, one thing after the other.".to_owned(),
        (Asks::Story, _) => {
            "Tell one time when you did it: when and where it was, what you did, and what came of it.".to_owned()
        }
        _ => as_found(context, finding),
    }
}

/// How far an answer is a story, from 0 to 1: how much of it tells what happened. Lessons, background and what somebody said
/// stand beside that and cost nothing.
fn score(told: &KindReading, text: &Text) -> f32 {
    let chosen = &Numbers::shipped().qualities.kind;
    let events = (told.amount(text, Told::Event) / chosen.enough).min(1.0);
    match told.kind {
        TellingKind::Story => chosen.begun + (1.0 - chosen.begun) * events,
        _ => chosen.other * events,
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::{
        Scorer, Story, closeness::reference::Reference, criteria::trial, criterion_id::CriterionId,
    };

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>, says: &str) {
        let finding = trial::finding(CriterionId::KIND, answer, Story::Own);
        let score = finding.score.expect("the question asks for a story");
        assert!(expected.contains(&score), "{score}");
        assert!(finding.sentence.contains(says), "{}", finding.sentence);
    }

    #[test]
    fn a_story_is_what_was_asked_for() {
        check(&trial::model_text(), 0.9..=1.0, "what happened");
    }

    #[test]
    fn what_is_told_without_a_name_or_a_figure_is_not_said_to_have_happened() {
        let template = "A customer was dissatisfied with the service. I listened to their concerns and took ownership of them. \
                        I identified a solution and followed it up. The customer was delighted.";
        check(template, 0.5..=1.0, "");
        assert_eq!(trial::finding(CriterionId::KIND, template, Story::Own).sentence, "");
    }

    #[test]
    fn lessons_background_and_speech_cost_nothing() {
        let story = "Last May the bell of our church in Kent cracked. I rang the foundry in Loughborough and drove there. \
                     They cast it anew in August. We hung it with two tractors from Deal.";
        let led = format!(
            "I'm a verger. {story} \"You are mad,\" says the vicar. I have every bell tapped once a year now. I believe in \
             tapping bells. What I'd do today is ring the foundry in Loughborough first."
        );
        check(&led, 1.0..=1.0, "It tells what happened.");
    }

    #[test]
    fn what_one_would_do_is_not() {
        check(
            "If a project of mine were late, I would sit down with the carpenters in Leith and list what is missing. \
             Then I'd cut the foyer from the plan, and I would write to the council every Friday.",
            0.0..=0.3,
            "would do",
        );
    }

    #[test]
    fn nor_is_what_one_thinks() {
        check(
            "I believe in clear plans. In my opinion a late project is a matter of honesty. I'm very diligent.",
            0.0..=0.5,
            "what you think",
        );
    }

    #[track_caller]
    fn check_asked(question: &str, answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]);
        let found = scorer.assess(0, answer, Story::Own).expect("the answer is short enough");
        let score = found.score(CriterionId::KIND).expect("the question asks for a kind");
        assert!(expected.contains(&score), "{score}");
    }

    const STORY: &str = "The bell cracked in May. I rang the foundry in Loughborough. They cast it anew, and it rang at Easter.";

    #[test]
    fn a_plan_is_asked_for_by_what_would_you() {
        let plan = "I'd ride along on every round first. Then I would mend the list. We tried that once in Hull.";
        check_asked("What would you do in your first month?", plan, 1.0..=1.0);
        check_asked("What would you do in your first month?", STORY, 0.0..=0.0);
    }

    #[test]
    fn who_one_is_takes_a_sentence_in_the_present() {
        let question = "Tell me about yourself.";
        let self_told = "I trained as a cook in Leeds. I ran a kitchen for nine years. Now I want to keep the books of a boatyard in Hull.";
        check_asked(question, self_told, 1.0..=1.0);
        check_asked(question, STORY, 0.0..=0.0);
    }
}
