//! Own contribution: what "I" did, against what "we" did.

use crate::interview::{
    scoring::{
        assessment::{Assessment, Finding},
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{Gap, Opening},
            quoting::{ended, quote},
        },
        criterion_id::CriterionId,
        numbers::Numbers,
        relevance::lesson,
        roles::deeds,
        telling::kind::{self, TellingKind, Told},
        tone::FindingTone,
    },
    star::Role,
    text::{Span, lexicon},
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
    for s in telling(context).filter(|s| !is_view(*s)) {
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
    let deeds = amount * (share * chosen.of_all).min(1.0);
    // "I was the one on call": where somebody speaks of themselves, that they did nothing is not sure.
    let score = if own.is_empty() && speaks_of_oneself(context) { chosen.in_doubt } else { deeds };
    let asks = context.reference.asks();
    let finding = |sentence: &str| Finding::new(CRITERION.id, score, sentence);
    let sure = plainest(context);
    let mut every = context.answer.sentences().iter().enumerate();
    // What carries nothing earns nothing; that it is not there would be false.
    let any = every.any(|(s, _)| deeds::count(context.answer.words_of(s)).0 > 0);
    let deed = if asks == Asks::Plan { "would do" } else { "did" };
    let more = || finding(&format!("More on what you {deed} yourself would help the panel."));
    match (own.len(), shared.len()) {
        (0, 0) if any => more().fault(),
        (0, 0) => {
            finding(&format!("A sentence or two on what you {deed} yourself would help the panel."))
                .fault()
        }
        (0, _) if asks == Asks::Plan => {
            finding("It says what “we” would do; say which part would be yours.")
                .fault()
                .shown(shared)
        }
        (0, _) if any => {
            finding("Much of it is told as “we”; say which part was yours.").fault().shown(shared)
        }
        (0, _) => {
            finding("It says what “we” did, not what you did yourself.").fault().shown(shared)
        }
        (n, _) if n < chosen.enough => more().fault().shown(sure),
        _ if score < chosen.mostly_ours => {
            finding("Much of it is told as “we”; more of your own part would help the panel.")
                .fault()
                .shown(shared)
        }
        _ if sure.is_empty() => finding(""),
        // Deeds without a name, a moment or an amount are in every template.
        _ if asks == Asks::Story && context.telling.specifics.sure.is_empty() => finding(""),
        // What one would do is not what one did.
        _ if asks == Asks::Story && context.telling.kind.kind == TellingKind::Plan => finding(""),
        _ => finding(match asks {
            Asks::Plan => "It says what you would do yourself.",
            Asks::Habit if context.telling.kind.kind == TellingKind::Practice => {
                "It says what you do yourself."
            }
            Asks::Habit | Asks::Story | Asks::Oneself => "It says what you did yourself.",
        })
        .praise()
        .shown(sure),
    }
}

/// The sentences that surely tell what "I" did, those with a name, a moment or an amount in front; none that any story has.
fn plainest(context: &Context) -> Vec<Span> {
    let is_stock =
        |s: &usize| lexicon::BUZZWORDS.find(context.answer.words_of(*s)).next().is_some();
    // "What I took from it" is no deed.
    let is_lesson = |s: &usize| {
        let mut found = lexicon::REFLECTION.find(context.answer.words_of(*s));
        found.any(|found| lesson::is_sure(&found))
    };
    let told = context.sentences_of_deeds(false).into_iter();
    let told = told.filter(|s| !is_stock(s) && !is_lesson(s));
    let mut sure: Vec<Span> = told.map(|s| context.sentence(s)).collect();
    let is_specific = |of: &Span| {
        let mut things = context.telling.specifics.sure.iter();
        things.any(|thing| of.holds(*thing))
    };
    sure.sort_by_key(|span| !is_specific(span));
    sure
}

/// Whether a sentence that tells what happened has "I" in it.
fn speaks_of_oneself(context: &Context) -> bool {
    let of_oneself = |s: usize| {
        let words = context.answer.words_of(s);
        words.iter().any(|word| word.lower == "i" || word.lower.starts_with("i'"))
    };
    telling(context).any(|s| kind::told(context.answer.words_of(s)) == Told::Event && of_oneself(s))
}

/// The sentences that say something new, as indices: what somebody did is often said without a name or a figure.
fn telling<'a>(context: &'a Context<'_>) -> impl Iterator<Item = usize> + 'a {
    let tells = context.substance.tells.iter().enumerate();
    tells.filter(|(_, tells)| **tells).map(|(s, _)| s)
}

/// In the words of the sentence that tells best what "we" did, where no part of one's own is told. Who told one is asked for more
/// of it.
fn step(context: &Context, finding: &Finding) -> String {
    if finding.tone != FindingTone::Fault {
        return String::new();
    }
    let is_plan = context.reference.asks() == Asks::Plan;
    let deeds: Vec<(usize, (usize, usize))> =
        telling(context).map(|s| (s, deeds::count(context.answer.words_of(s)))).collect();
    let is_own = deeds.iter().any(|(_, (own, _))| *own > 0);
    let surely = context.sentences_of_deeds(true);
    let is_deed = |s: usize| {
        surely.contains(&s) && context.parts.counting_as(s).is_none_or(|part| part == Role::Action)
    };
    let shared = deeds.iter().filter(|(s, (own, shared))| *own == 0 && *shared > 0 && is_deed(*s));
    let likely = |s: usize| context.parts.counting[s][Role::Action as usize];
    let best = shared.max_by(|(a, _), (b, _)| likely(*a).total_cmp(&likely(*b)).then(b.cmp(a)));
    match best {
        _ if is_own && is_plan => "Say more of what you would do yourself.".to_owned(),
        _ if is_own => "Say more of what you did yourself.".to_owned(),
        Some((s, _)) => {
            let part = quote(context.sentence(*s).of(context.answer.text()));
            ended(format!("Say which part was yours in {part}"))
        }
        None if is_plan => {
            "Say what you would do yourself: two sentences that start with “I would”.".to_owned()
        }
        None => "Say what you did yourself: two sentences that start with “I”.".to_owned(),
    }
}

/// It is told, but as what "we" did.
fn is_open(assessment: &Assessment) -> bool {
    let in_doubt = Numbers::shipped().qualities.own_contribution.in_doubt;
    let finding = assessment.finding(CRITERION.id);
    finding.is_some_and(|f| f.score.is_some_and(|s| s <= in_doubt) && !f.evidence.is_empty())
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
        assert_eq!(finding.sentence, "");
    }

    #[test]
    fn what_others_did_is_not_shown_as_ones_own() {
        let story = "I asked the pupils in Dundee what put them off. I filmed myself for a fortnight. She wrote me a long text, \
                     and it said I sighed. Isla cried, I cried.";
        let finding = trial::finding(CriterionId::OWN_CONTRIBUTION, story, Story::Own);
        assert_eq!(finding.sentence, "It says what you did yourself.");
        let shown: Vec<&str> = finding.passages().map(|span| span.of(story)).collect();
        assert_eq!(
            shown,
            ["I asked the pupils in Dundee what put them off.", "I filmed myself for a fortnight."]
        );
        let story = "He was the one who rang Chippenham for the spare disc, and I stayed in the canteen. Colin took charge of \
                     the brakes, I mostly watched.";
        let finding = trial::finding(CriterionId::OWN_CONTRIBUTION, story, Story::Own);
        assert_ne!(finding.sentence, "It says what you did yourself.");
    }

    #[test]
    fn who_did_not_tell_their_part_is_asked_for_it_at_a_deed() {
        let story = "We produced a documentary series last year, six episodes in four countries. We had a budget of 90,000 \
                     euros, and a broadcaster who wanted the first episode by September. We hired local researchers in each \
                     country. In May our permit for Georgia was cancelled. We moved that episode to Armenia within nine days. \
                     We rewrote the script on the way. As a result, we stayed 4% under budget, and the series was nominated \
                     for a prize in Leipzig. I learned that you have to ask for two permits.";
        let step = |story: &str| {
            let found = trial::assess(story, Story::Own).next_step;
            found.filter(|step| step.criterion == CriterionId::OWN_CONTRIBUTION)
        };
        let asked = step(story).map(|step| step.sentence);
        assert_eq!(
            asked.as_deref(),
            Some(
                "Say which part was yours in “We moved that episode to Armenia within nine days”."
            )
        );
        let own = format!("{story} I planned the shooting with both crews in Batumi.");
        assert!(step(&own).is_none_or(|step| !step.sentence.contains("which part")));
    }
}
