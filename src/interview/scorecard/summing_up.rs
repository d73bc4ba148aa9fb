//! What a card says of all its questions together.

use crate::interview::{
    debrief::Vote,
    ratings::table::in_tenths,
    scenario::Scenario,
    scorecard::{CardAttribute, CardQuestion, KeyTakeaways},
    scoring::criteria::quoting,
};

/// The most strengths on a card.
const STRENGTHS: usize = 3;
/// A mean from here on is a strength.
const STRONG: f64 = 3.5;
/// The longest quote of a question, in characters.
const LONGEST: usize = 90;

/// To two decimals, as it is written.
pub(super) fn rounded(mean: f32) -> f64 {
    (f64::from(mean) * 100.0).round() / 100.0
}

/// The mean of the questions that were rated.
pub(super) fn mean<'a>(questions: impl Iterator<Item = &'a CardQuestion>) -> Option<f64> {
    let means: Vec<f64> = questions.filter_map(|question| question.mean).collect();
    let mean = means.iter().sum::<f64>() / means.len() as f64;
    (!means.is_empty()).then(|| (mean * 100.0).round() / 100.0)
}

/// A mean in the words of hiring tools.
pub(super) fn recommendation(mean: f64) -> String {
    Vote::of(mean as f32).name().to_owned()
}

/// The sections with their means.
pub(super) fn attributes(scenario: &Scenario, questions: &[CardQuestion]) -> Vec<CardAttribute> {
    let titles = scenario.sections().iter().map(|section| section.title.as_str());
    let asked = titles.filter(|title| questions.iter().any(|q| q.section == *title));
    let attribute = |title: &str| CardAttribute {
        name: title.to_owned(),
        mean: mean(questions.iter().filter(|question| question.section == title)),
    };
    asked.map(attribute).collect()
}

/// The strongest answers with what shows it, and what is to be done about the weakest: the game's next step for it, or
/// what its lowest rating rests on.
pub(super) fn takeaways(questions: &[CardQuestion], next_step: Option<String>) -> KeyTakeaways {
    let mut rated: Vec<_> =
        questions.iter().filter_map(|question| Some((question.mean?, question))).collect();
    rated.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let strong = rated.iter().filter(|(mean, _)| *mean >= STRONG).take(STRENGTHS);
    let strengths = strong.map(|(mean, question)| {
        let shown = shown(question, true).map(|shown| format!(": {shown}")).unwrap_or_default();
        format!("{} ({}){shown}", named(question), in_tenths(*mean))
    });
    let weakest = rated.last().filter(|(mean, _)| *mean < STRONG).map(|(mean, question)| {
        let shown = shown(question, false).map(|shown| format!(": {shown}")).unwrap_or_default();
        format!("Work on {} ({}) first{shown}", named(question), in_tenths(*mean))
    });
    KeyTakeaways { strengths: strengths.collect(), next_step: next_step.or(weakest) }
}

/// A question in a few of its words.
pub(super) fn named(question: &CardQuestion) -> String {
    let line = question.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return format!("“{line}”");
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("“{} …”", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// What the highest rating rests on, or the lowest; what the game rests on where no rater wrote anything.
fn shown(question: &CardQuestion, highest: bool) -> Option<String> {
    let mut ratings: Vec<_> =
        question.ratings.iter().filter(|rating| !rating.evidence.is_empty()).collect();
    ratings.sort_by_key(|rating| rating.level);
    let chosen = if highest { ratings.last() } else { ratings.first() };
    let game = question.game.as_ref().map(|game| &game.rests_on);
    let rests_on = game.and_then(|rests| if highest { rests.last() } else { rests.first() });
    let said = chosen.map(|rating| rating.evidence.clone()).or_else(|| rests_on.cloned());
    said.map(quoting::ended)
}
