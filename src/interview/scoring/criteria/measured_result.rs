//! Measured result: whether what came of it has a figure.

use crate::interview::{
    scoring::{
        Story,
        assessment::{Assessment, Finding},
        closeness::reference::Asks,
        context::Context,
        criteria::{
            Criterion, Heard, Kind,
            gap::{self, Gap, Opening},
            outcome,
            quoting::{ended, quote},
        },
        criterion_id::CriterionId,
        tone::FindingTone,
    },
    star::Role,
    text::{Span, Unit},
};

impl CriterionId {
    /// The criterion of this file.
    pub const MEASURED_RESULT: Self = Self::new("measured-result");
}

pub(super) const CRITERION: Criterion = Criterion {
    id: CriterionId::MEASURED_RESULT,
    name: "Measured result",
    about: "Looks for a figure in the result: an outcome that was measured is easier to believe.",
    kind: Kind::Quality,
    assess,
    step: Some(step),
    praised: true,
    heard: Heard::Quality,
    openings: &[Opening { gap: Gap::Measure, is_open }],
    mendable: false,
};

/// What is said of a result without a figure, with figures elsewhere, with a date, and with a measure.
const TOLD: [&str; 4] = [
    "There is no figure for what came of it.",
    "If a figure came of it, say it beside the outcome.",
    "What came of it has a date, but no measure.",
    "What came of it is measured.",
];
/// The same where one is asked what one would do.
const PLANNED: [&str; 4] = [
    "There is no figure for what should come of it.",
    "If a figure should come of it, say it beside the outcome.",
    "What should come of it has a date, but no measure.",
    "What should come of it has a measure.",
];

fn assess(context: &Context) -> Finding {
    let chosen = &context.numbers.qualities.measured_result;
    let (elsewhere_only, dated, once, often) = chosen.scores;
    let in_model = context.model.presence[Role::Result as usize]
        >= context.numbers.qualities.parts.in_model
        && context.model.answer.figures().iter().any(|figure| figure.measures());
    let asked = match context.story {
        Story::This => in_model && measured_in_model(context),
        Story::Own => in_model || context.reference.asks() == Asks::Story,
    };
    if !asked {
        return Finding::not_asked(CRITERION.id, "This question can be answered without figures.");
    }
    let mut measured = Vec::new();
    let mut timed = Vec::new();
    let mut elsewhere = Vec::new();
    // Nothing is measured where nothing is told to have come of it.
    let likely = context.parts.likeliest_end(&context.substance.counted);
    let is_ended = likely.is_none_or(|likely| likely >= context.numbers.qualities.parts.ends);
    for s in context.counting() {
        let reads_so = context.parts.strengths[s][Role::Result as usize] >= chosen.tells_a_result;
        let result = reads_so && is_ended && context.may_end(s);
        for figure in context.answer.figures_of(s) {
            match (result, figure.measures()) {
                (true, true) => measured.push(figure.span),
                (true, false) => timed.push((figure.unit, figure.span)),
                (false, true) => elsewhere.push(figure.span),
                (false, false) => {}
            }
        }
    }
    // An action's figure measures nothing that came of it, and a number beside it may count something else: what is said of the
    // result is said of what surely tells it, in a phrase of what came of something.
    let mine = context.sentences_of_deeds(false);
    let ends: Vec<Span> = outcome::sentences(context)
        .into_iter()
        .filter_map(|s| {
            let (from, sentence) = (outcome::says_so_from(context, s)?, context.sentence(s));
            // "I labelled the 300 trees, and it was a success" tells a deed up to the phrase.
            Some(if mine.contains(&s) { Span { start: from, ..sentence } } else { sentence })
        })
        .collect();
    let is_end = |span: &Span| ends.iter().any(|s| s.holds(*span));
    let sure: Vec<Span> = measured.iter().copied().filter(is_end).collect();
    let doubtful = outcome::doubtful(context);
    let is_doubtful = doubtful.iter().any(|s| context.answer.figures_of(*s).next().is_some());
    let has_figures = !context.answer.figures().is_empty();
    let is_plan = context.reference.asks() == Asks::Plan;
    let [none, unclear, date, measure] = if is_plan { PLANNED } else { TOLD };
    match (measured.len(), timed.len(), elsewhere.len()) {
        // What may be the measure is not asked for, nor is a figure said to be missing that any sentence has.
        (0, 0, 0) if is_doubtful || has_figures => Finding::new(CRITERION.id, 0.0, ""),
        (0, 0, 0) => Finding::new(CRITERION.id, 0.0, none).fault(),
        (0, 0, _) if is_doubtful => Finding::new(CRITERION.id, elsewhere_only, "").shown(elsewhere),
        (0, 0, _) => Finding::new(CRITERION.id, elsewhere_only, unclear).fault().shown(elsewhere),
        // "Ten minutes late" is no date.
        (0, ..) if timed.iter().all(|(unit, span)| *unit == Unit::Date && is_end(span)) => {
            let dates = timed.into_iter().map(|(_, span)| span);
            Finding::new(CRITERION.id, dated, date).fault().shown(dates)
        }
        (0, ..) => {
            let times = timed.into_iter().map(|(_, span)| span);
            let finding = Finding::new(CRITERION.id, dated, unclear).fault().shown(times);
            if is_doubtful { finding.unsaid() } else { finding }
        }
        (figures, ..) => {
            let score = if figures == 1 { once } else { often };
            if sure.is_empty() {
                Finding::new(CRITERION.id, score, "").shown(measured)
            } else {
                Finding::new(CRITERION.id, score, measure).praise().shown(sure)
            }
        }
    }
}

/// Whether a sentence of the model answer that tells a result has a figure.
fn measured_in_model(context: &Context) -> bool {
    let chosen = &context.numbers.qualities.measured_result;
    let model = &context.model.answer;
    (0..model.sentences().len()).any(|s| {
        context.model.strengths[s][Role::Result as usize] >= chosen.tells_a_result
            && model.figures_of(s).any(|figure| figure.measures())
    })
}

/// In the words of the answer, where it surely tells a result, in a phrase that speaks of one.
fn step(context: &Context, finding: &Finding) -> String {
    let told = outcome::sentences(context).into_iter().rfind(|s| outcome::says_so(context, *s));
    match told.map(|s| quote(context.sentence(s).of(context.answer.text()))) {
        _ if finding.tone != FindingTone::Fault => String::new(),
        Some(result) => ended(format!("Put a number on {result}")),
        None if context.reference.asks() == Asks::Plan => {
            "Put a number on what should come of it.".to_owned()
        }
        None => "Put a number on what came of it.".to_owned(),
    }
}

/// Nobody asks for the measure of what there is nothing of.
fn is_open(assessment: &Assessment) -> bool {
    gap::is_half_missing(assessment, CRITERION.id) && !gap::is_part_open(assessment, Role::Result)
}

#[cfg(test)]
mod tests {
    use crate::interview::scoring::criterion_id::CriterionId;
    use crate::interview::scoring::{Story, criteria::trial};

    #[track_caller]
    fn check(answer: &str, expected: f32) {
        let score = trial::score(CriterionId::MEASURED_RESULT, answer, Story::Own);
        assert!((score - expected).abs() < 0.01, "{score}");
    }

    #[test]
    fn figures_count_in_the_result() {
        check("As a result, losses fell from 20% to 4% in the orchard.", 1.0);
        check("I planted 40 trees behind the greenhouse in Kent.", 0.35);
        check("As a result, the orchard bloomed again.", 0.0);
    }

    #[track_caller]
    fn check_said(answer: &str, expected: &str) {
        let finding = trial::finding(CriterionId::MEASURED_RESULT, answer, Story::Own);
        assert_eq!(finding.sentence, expected, "{finding:?}");
    }

    #[test]
    fn the_figure_of_a_deed_is_not_said_to_measure_the_result() {
        let story = "I planted 40 trees behind the greenhouse in Kent.";
        check_said(
            &format!("{story} As a result, losses fell from 20% to 4% in the orchard."),
            "What came of it is measured.",
        );
        check_said(
            &format!("{story} So I labelled the 300 trees with her, and it was a success."),
            "",
        );
        check_said(
            &format!(
                "{story} She was 84 and had two grandchildren. She had to see nine patients before eleven."
            ),
            "If a figure came of it, say it beside the outcome.",
        );
        check_said(
            "Customers in Kent waited an hour. I put the wheels beside the lift, and since then it takes 25 minutes.",
            "",
        );
    }

    #[test]
    fn minutes_are_no_date() {
        let story = "I planted trees behind the greenhouse. As a result, the buses were only ten minutes late.";
        check_said(story, "");
    }
}
