//! The one change that lifts an answer most, found by rating the answer as it would be with that change.

use crate::interview::{
    scoring::{
        assessment::{Finding, Level, NextStep},
        closeness::{self, targets::Target},
        context::Context,
        criteria::quoting::{ended, quote},
        judgement::rating::Rating,
        roles::deeds,
    },
    star::Role,
    text::Span,
};

/// What a criterion is taken to reach when the player works on it.
const DONE_WELL: f32 = 0.9;
/// Gains below this are not worth a sentence.
const WORTH_SAYING: f32 = 0.004;

struct Change {
    criterion: &'static str,
    sentence: String,
    level: u8,
    mean: f32,
}

/// The change that lifts the level most, then the mean; nothing where all is well.
pub fn find(
    context: &Context,
    targets: &[Target],
    findings: &[Finding],
    rating: &Rating,
) -> Option<NextStep> {
    let now = rating.level();
    let mean = rating.mean();
    let mut changes = Vec::new();
    for finding in findings.iter().filter(|f| f.fired()) {
        let lifted = rating.clone().without_gate(finding.criterion);
        changes.push(change(finding.criterion, gate_step(context, finding), &lifted));
    }
    for finding in findings.iter().filter(|f| !f.fired() && f.is_below(DONE_WELL)) {
        if rating.weight(finding.criterion) > 0.0
            && let Some(sentence) = step(context, finding)
        {
            let lifted = rating.clone().with(finding.criterion, DONE_WELL);
            changes.push(change(finding.criterion, sentence, &lifted));
        }
    }
    if rating.weight("key-points") > 0.0 {
        changes.extend(key_point_steps(context, targets, rating));
    }
    let best = changes
        .into_iter()
        .filter(|c| c.level > now.number() || c.mean > mean + WORTH_SAYING)
        .reduce(|best, c| if (c.level, c.mean) > (best.level, best.mean) { c } else { best })?;
    let to = Level::new(best.level);
    Some(NextStep { sentence: best.sentence, criterion: best.criterion, from: now, to })
}

fn change(criterion: &'static str, sentence: String, rating: &Rating) -> Change {
    Change { criterion, sentence, level: rating.level().number(), mean: rating.mean() }
}

/// What adding a missed key point would do, or two where one is not enough.
fn key_point_steps(context: &Context, targets: &[Target], rating: &Rating) -> Vec<Change> {
    let found = &context.reading.found;
    let open: Vec<usize> = (0..found.len()).filter(|i| found[*i].score < 0.6).collect();
    let rated = |said: &[usize]| {
        let scores =
            found.iter().enumerate().map(|(i, f)| if said.contains(&i) { 1.0 } else { f.score });
        let scores: Vec<f32> = scores.collect();
        let mut lifted = rating.clone().with("key-points", closeness::mean(&scores, targets));
        for role in Role::ALL {
            let id = role.criterion();
            if let Some(part) = part_mean(&scores, targets, role)
                && part > rating.score(id)
            {
                lifted = lifted.with(id, part);
            }
        }
        lifted
    };
    let text = |i: usize| quote(&context.model.key_points[i].text);
    let mut steps: Vec<(usize, Change)> = open
        .iter()
        .map(|i| {
            (*i, change("key-points", ended(format!("Say this too: {}", text(*i))), &rated(&[*i])))
        })
        .collect();
    steps.sort_by(|(_, a), (_, b)| b.level.cmp(&a.level).then(b.mean.total_cmp(&a.mean)));
    let mut all: Vec<Change> = Vec::new();
    if let [(a, first), (b, _), ..] = steps.as_slice()
        && first.level == rating.level().number()
    {
        let both = rated(&[*a, *b]);
        if both.level().number() > first.level {
            let (a, b) = (*a.min(b), *a.max(b));
            all.push(change(
                "key-points",
                ended(format!("Say these too: {} and {}", text(a), text(b))),
                &both,
            ));
        }
    }
    all.extend(steps.into_iter().next().map(|(_, step)| step));
    all
}

fn part_mean(scores: &[f32], targets: &[Target], role: Role) -> Option<f32> {
    let of_role: Vec<f32> =
        scores.iter().zip(targets).filter(|(_, t)| t.role == role).map(|(s, _)| *s).collect();
    let sum: f32 = of_role.iter().sum();
    (!of_role.is_empty()).then(|| sum / of_role.len() as f32)
}

/// How a quality is lifted, in the words of the answer.
fn step(context: &Context, finding: &Finding) -> Option<String> {
    let said = |role: Role| {
        let (s, strength) = context.best_sentence(role)?;
        (strength > 0.3).then(|| quote(context.sentence(s).of(context.answer.text())))
    };
    let sentence = match finding.criterion {
        "situation" => {
            "Open with where and when it was and why it mattered, in one sentence.".to_owned()
        }
        "task" => {
            "Say in one sentence what you had to reach, and what stood in the way.".to_owned()
        }
        "action" => match said(Role::Result) {
            Some(result) => ended(format!("Say what you did, step by step, to get to {result}")),
            None => "Say what you did, step by step.".to_owned(),
        },
        "result" => match said(Role::Action) {
            Some(action) => format!("Say what came of {action}, with its number."),
            None => "Say what came of it, with its number.".to_owned(),
        },
        "measured-result" => match said(Role::Result) {
            Some(result) => ended(format!("Put a number on {result}")),
            None => "Put a number on what came of it.".to_owned(),
        },
        "own-contribution" => match first_shared(context) {
            Some(span) => {
                let part = quote(span.of(context.answer.text()));
                ended(format!("Say which part was yours in {part}"))
            }
            None => "Say what you did yourself: two sentences that start with “I”.".to_owned(),
        },
        "specificity" => {
            "Name what it was: the system, the people by role, the dates, the amounts.".to_owned()
        }
        "reflection" => "Close with what you took from it, in one sentence.".to_owned(),
        "relevance" => ended(format!(
            "Say how this answers the question: {}",
            quote(context.reference.question())
        )),
        "length" | "hedges" | "fillers" => finding.sentence.clone(),
        _ => return None,
    };
    Some(sentence)
}

/// The first sentence that says what "we" did and not what "I" did.
fn first_shared(context: &Context) -> Option<Span> {
    context
        .counting()
        .find(|s| {
            let (own, shared) = deeds::count(context.answer.words_of(*s));
            shared > 0 && own == 0
        })
        .map(|s| context.sentence(s))
}

/// How a gate is opened.
fn gate_step(context: &Context, finding: &Finding) -> String {
    match finding.criterion {
        "too-short" => "Tell one thing you did and what came of it, in three sentences.".to_owned(),
        "nothing-new" => "Say something that the question does not say already.".to_owned(),
        "not-sentences" => "Tell it in whole sentences, as you would say it aloud.".to_owned(),
        "repetition" => {
            "Say each thing once, and use the time for what is still missing.".to_owned()
        }
        "off-question" | "another-answer" => {
            ended(format!("Answer this question: {}", quote(context.reference.question())))
        }
        "generic" => "Tell one real occasion: name what it was, when, and what you did.".to_owned(),
        "padding" => {
            "Leave out the sentences that carry nothing; the story stands without them.".to_owned()
        }
        _ => finding.sentence.clone(),
    }
}
