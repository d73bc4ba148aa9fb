//! The one change that lifts an answer most, found by rating the answer as it would be with that change.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Coverage, Finding, Level, NextStep},
        closeness::{self, reference::Asks, targets::Target},
        context::Context,
        criteria::{
            Criteria,
            length::is_short,
            quoting::{ended, quote},
        },
        criterion_id::CriterionId,
        judgement::rating::Rating,
        presence::Presence,
        telling::kind::TellingKind,
        tone::FindingTone,
    },
    star::Role,
    text::Span,
};

struct Change {
    criterion: CriterionId,
    sentence: String,
    level: u8,
    mean: f32,
}

/// The change that lifts the level most, then the mean; nothing where all is well.
pub fn find(
    context: &Context,
    criteria: Criteria,
    targets: &[Target],
    findings: &[Finding],
    rating: &Rating,
) -> Option<NextStep> {
    let chosen = &context.numbers.judging.next_step;
    let now = rating.level();
    let mean = rating.mean();
    let mut changes = Vec::new();
    let step = |finding: &Finding| {
        let step = criteria.find(finding.criterion)?.step?;
        Some(step(context, finding)).filter(|sentence| !sentence.is_empty())
    };
    for finding in findings.iter().filter(|f| f.fired()) {
        if let Some(sentence) = step(finding) {
            let lifted = rating.clone().without_gate(finding.criterion);
            changes.push(change(finding.criterion, sentence, &lifted));
        }
    }
    let added = if rating.weight(CriterionId::KEY_POINTS) > 0.0 {
        key_point_steps(context, targets, rating)
    } else {
        Vec::new()
    };
    // Nobody is told to do what they are praised for.
    let is_praised = |finding: &Finding| {
        let praised = context.numbers.judging.wording.praised;
        let worth = finding.score.map(|score| rating.worth(finding.criterion, score));
        finding.tone == FindingTone::Praise && worth.is_some_and(|worth| worth >= praised)
    };
    let below = |finding: &&Finding| {
        !finding.fired() && finding.is_below(chosen.done_well) && !is_praised(finding)
    };
    for finding in findings.iter().filter(below) {
        if rating.weight(finding.criterion) > 0.0
            && let Some(sentence) = step(finding)
        {
            let lifted = rating.clone().with(finding.criterion, chosen.done_well);
            changes.push(change(finding.criterion, sentence, &lifted));
        }
    }
    changes.extend(added);
    // A story without its end is what a panel misses most, however little the end weighs.
    let ends = |change: &Change| change.criterion == Role::Result.into();
    let is_ended = |change: &Change| !is_unended(context, findings) || !ends(change);
    changes
        .retain(|c| c.level > now.number() || c.mean > mean + chosen.worth_saying || !is_ended(c));
    // What is named makes the answer longer by itself: that there is room for more is said where nothing else is.
    let longer = |change: &Change| change.criterion == CriterionId::LENGTH && is_short(context);
    if !changes.iter().all(longer) {
        changes.retain(|change| !longer(change));
    }
    // Where a story was asked for and none is told, nothing else helps.
    let no_story = context.reference.asks() == Asks::Story
        && matches!(
            context.telling.kind.kind,
            TellingKind::Plan | TellingKind::Practice | TellingKind::View
        );
    if no_story && changes.iter().any(|change| change.criterion == CriterionId::KIND) {
        changes.retain(|change| change.criterion == CriterionId::KIND);
    }
    if changes.iter().any(|change| !is_ended(change)) && !findings.iter().any(Finding::fired) {
        changes.retain(ends);
    }
    let best = changes
        .into_iter()
        .reduce(|best, c| if (c.level, c.mean) > (best.level, best.mean) { c } else { best })?;
    let to = Level::new(best.level);
    Some(NextStep { sentence: best.sentence, criterion: best.criterion, from: now, to })
}

/// Whether a story of one's own is told and no sentence of it says what came of it.
fn is_unended(context: &Context, findings: &[Finding]) -> bool {
    let missing = |finding: &Finding| {
        finding.criterion == Role::Result.into()
            && finding.score.is_some_and(|score| Presence::of(score) == Presence::Missing)
    };
    context.story == Story::Own
        && context.reference.asks() == Asks::Story
        && context.telling.kind.kind == TellingKind::Story
        && findings.iter().any(missing)
        && !context.is_read(Role::Result)
}

fn change(criterion: CriterionId, sentence: String, rating: &Rating) -> Change {
    Change { criterion, sentence, level: rating.level().number(), mean: rating.mean() }
}

/// What adding a missed key point would do, or two where one is not enough.
fn key_point_steps(context: &Context, targets: &[Target], rating: &Rating) -> Vec<Change> {
    let found = &context.reading.found;
    // Nobody is asked to add what goes against what they say, nor what they may have said already.
    let hit = context.numbers.comparing.points.hit;
    let is_open = |i: &usize| found[*i].score < hit && found[*i].told() < Coverage::Hit;
    let open: Vec<usize> = (0..found.len()).filter(is_open).collect();
    let rated = |said: &[usize]| {
        let scores =
            found.iter().enumerate().map(|(i, f)| if said.contains(&i) { 1.0 } else { f.score });
        let scores: Vec<f32> = scores.collect();
        let mut lifted =
            rating.clone().with(CriterionId::KEY_POINTS, closeness::mean(&scores, targets));
        for role in Role::ALL {
            let id = role.into();
            // Where the end is missing, nothing else of its part tells it.
            let tells_end = said.iter().any(|i| found[*i].is_open_end);
            if role == Role::Result && context.reading.is_unended && !tells_end {
                continue;
            }
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
        .map(|i| (*i, change(CriterionId::KEY_POINTS, say_this(context, *i), &rated(&[*i]))))
        .collect();
    // A story without its end is what a panel misses most.
    let points = &context.model.key_points;
    let is_told = |i: usize| found[i].told() > Coverage::Missed;
    let told = (0..found.len()).any(|i| points[i].role == Role::Result && is_told(i));
    let ends = |i: usize| !told && points[i].role == Role::Result;
    steps.sort_by(|(i, a), (k, b)| {
        b.level.cmp(&a.level).then(ends(*k).cmp(&ends(*i))).then(b.mean.total_cmp(&a.mean))
    });
    let mut all: Vec<Change> = Vec::new();
    if let [(a, first), (b, _), ..] = steps.as_slice()
        && first.level == rating.level().number()
    {
        let both = rated(&[*a, *b]);
        if both.level().number() > first.level {
            let (a, b) = (*a.min(b), *a.max(b));
            all.push(change(
                CriterionId::KEY_POINTS,
                ended(format!("Say these too: {} and {}", text(a), text(b))),
                &both,
            ));
        }
    }
    all.extend(steps.into_iter().next().map(|(_, step)| step));
    all
}

/// Asks for a key point at its place among those that the answer tells.
fn say_this(context: &Context, point: usize) -> String {
    let (points, found) = (&context.model.key_points, &context.reading.found);
    let answer = context.answer.text();
    let (open, meant) = (&found[point], quote(&points[point].text));
    if let Some(against) = open.reversed.map(|reversal| reversal.span).or(open.denied) {
        let place = context.answer.sentences().iter().find(|s| s.span.holds(against));
        let said = quote(place.map_or(against, |s| s.span).of(answer));
        return format!("The model answer has {meant}, and you say {said}: which is it?");
    }
    match open.told() {
        Coverage::Missed if open.is_surely_unsaid() => {}
        Coverage::Missed => return ended(format!("Make sure that they hear this: {meant}")),
        _ if !open.missing.is_empty() => {
            return ended(format!("Say this with its number: {meant}"));
        }
        _ => return ended(format!("Make this plainer: {meant}")),
    }
    let place = |i: usize| points[i].span.start;
    let told = (0..found.len()).filter(|i| found[*i].told() > Coverage::Missed);
    // Only a place that is surely that of its point says where another one belongs.
    let told = told.filter(|i| found[*i].is_there);
    let told: Vec<(usize, Span)> =
        told.filter_map(|i| Some((place(i), context.sentence(found[i].sentence?)))).collect();
    let words = |(_, sentence): &(usize, Span)| quote(sentence.of(answer));
    let before = told.iter().filter(|(at, _)| *at < place(point)).max_by_key(|(at, _)| *at);
    let behind = told.iter().filter(|(at, _)| *at > place(point)).min_by_key(|(at, _)| *at);
    ended(match (before, behind) {
        // Whoever tells it in an order of their own knows best where it belongs.
        (Some(before), Some(behind)) if before.1 > behind.1 => format!("Say this too: {meant}"),
        (Some(before), _) => format!("After {}, say this too: {meant}", words(before)),
        (None, Some(behind)) => format!("Before {}, say this too: {meant}", words(behind)),
        (None, None) => format!("Say this too: {meant}"),
    })
}

fn part_mean(scores: &[f32], targets: &[Target], role: Role) -> Option<f32> {
    let of_role: Vec<f32> =
        scores.iter().zip(targets).filter(|(_, t)| t.role == role).map(|(s, _)| *s).collect();
    let sum: f32 = of_role.iter().sum();
    (!of_role.is_empty()).then(|| sum / of_role.len() as f32)
}
