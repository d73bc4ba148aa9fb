//! Own contribution: what "I" did, against what "we" did.

use crate::interview::scoring::{
    assessment::{Assessment, Finding},
    closeness::reference::Asks,
    context::Context,
    criteria::{
        Criterion, Heard, Kind, count,
        gap::{Gap, Opening},
        quoting::{ended, quote},
    },
    criterion_id::CriterionId,
    roles::deeds,
    telling::kind::{TellingKind, Told},
};

impl CriterionId {
    /// The criterion of this file.
    pub const OWN_CONTRIBUTION: Self = Self::new("own-contribution");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::OWN_CONTRIBUTION,
    name: "Own contribution",
    about: "Looks for what you did yourself: a panel promotes a person, not a team.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: true,
    heard: Heard::OwnPart,
    openings: &[Opening { gap: Gap::OwnPart, is_open }],
    mendable: false,
};

fn assess(context: &Context) -> Finding {
    let chosen = &context.numbers.qualities.own_contribution;
    let mut own = Vec::new();
    let mut shared = Vec::new();
    // Who one is, or what one thinks, is nothing that one did.
    let is_view = |s: usize| context.telling.kind.sentences[s] == Some(Told::View);
    for s in context.counting().filter(|s| !is_view(*s)) {
        match deeds::count(context.answer.words_of(s)) {
            (0, 0) => {}
            (0, _) => shared.push(context.sentence(s)),
            _ => own.push(context.sentence(s)),
        }
    }
    let amount = own.len().min(chosen.enough) as f32 / chosen.enough as f32;
    let all = own.len() + shared.len();
    let share = if all > 0 { own.len() as f32 / all as f32 } else { 0.0 };
    // Up to two sentences in three may tell what the team did.
    let score = amount * (share * chosen.of_all).min(1.0);
    let would = context.telling.kind.kind == TellingKind::Plan;
    let yours = if would { "what you would do yourself" } else { "what you did yourself" };
    let finding = |sentence: String| Finding::new(CRITERION.id, score, sentence);
    match (own.len(), shared.len()) {
        (0, 0) if context.reference.asks() == Asks::Plan => {
            finding("What you would do yourself is still missing.".to_owned())
        }
        (0, 0) => finding("What you did yourself is still missing.".to_owned()),
        (0, _) if would => {
            finding("It says what we would do, not what you would do yourself.".to_owned())
                .shown(shared)
        }
        (0, _) => {
            finding("It says what we did, not what you did yourself.".to_owned()).shown(shared)
        }
        (n, _) if n < chosen.enough => {
            finding(format!("{} {yours}; a second would make it plain.", verb(n))).shown(own)
        }
        (n, _) if score < chosen.mostly_ours => {
            finding(format!("{} your own steps; most of it is told as “we”.", verb(n))).shown(own)
        }
        (n, _) => finding(format!("{} {yours}.", verb(n))).shown(own),
    }
}

fn verb(sentences: usize) -> String {
    let verb = if sentences == 1 { "tells" } else { "tell" };
    format!("{} {verb}", count(sentences, "sentence"))
}

/// In the words of the first sentence that says what "we" did and not what "I" did.
fn step(context: &Context, _: &Finding) -> String {
    let shared = context.counting().find(|s| {
        let (own, shared) = deeds::count(context.answer.words_of(*s));
        shared > 0 && own == 0
    });
    match shared {
        Some(s) => {
            let part = quote(context.sentence(s).of(context.answer.text()));
            ended(format!("Say which part was yours in {part}"))
        }
        None => "Say what you did yourself: two sentences that start with “I”.".to_owned(),
    }
}

/// It is told, but as what "we" did.
fn is_open(assessment: &Assessment) -> bool {
    let finding = assessment.finding(CRITERION.id);
    finding.is_some_and(|f| f.score == Some(0.0) && !f.evidence.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: std::ops::RangeInclusive<f32>) {
        let score = trial::score(CriterionId::OWN_CONTRIBUTION, answer, Story::Own);
        assert!(expected.contains(&score), "{score}");
    }

    #[test]
    fn i_counts_and_we_does_not() {
        check("I rewired the greenhouse. I trained the gardeners on the valves.", 1.0..=1.0);
        check("We rewired the greenhouse. We trained the gardeners on the valves.", 0.0..=0.0);
        check("I was in Kent. I rewired the greenhouse.", 0.4..=0.6);
    }

    #[test]
    fn what_one_would_do_is_not_said_to_be_done() {
        let plan = "If it slipped, I would ring the depot in Leith. I'd ask for two vans. I would tell the council.";
        let finding = trial::finding(CriterionId::OWN_CONTRIBUTION, plan, Story::Own);
        assert!(finding.sentence.contains("would do yourself"), "{}", finding.sentence);
    }
}
