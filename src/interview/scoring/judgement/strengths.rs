//! What an answer does well: only what was earned, with the words that show it.

use crate::interview::scoring::{
    assessment::{Evidence, Finding, Strength},
    context::Context,
    criteria::{self, Kind, quoting},
    judgement::rating::Rating,
};

/// A criterion's score from which on it is a strength.
const EARNED: f32 = 0.85;
/// The most strengths that are named.
const MOST: usize = 3;
/// Qualities whose absence of faults is nothing to praise.
const NO_PRAISE: [&str; 3] = ["fillers", "hedges", "length"];

/// The strengths, the weightiest first.
pub fn find(context: &Context, findings: &[Finding], rating: &Rating) -> Vec<Strength> {
    if rating.caps().iter().any(|cap| cap.level <= 2) {
        return Vec::new();
    }
    let mut earned: Vec<(f32, Strength)> = findings
        .iter()
        .filter(|f| {
            f.score.is_some_and(|score| score >= EARNED) && !NO_PRAISE.contains(&f.criterion)
        })
        .filter(|f| criteria::find(f.criterion).is_some_and(|c| c.kind != Kind::Gate))
        .filter_map(|finding| {
            let quote = finding.evidence.iter().find_map(|evidence| match evidence {
                Evidence::Answer(span) if !span.of(context.answer.text()).is_empty() => Some(*span),
                _ => None,
            })?;
            let sentence = finding.sentence.clone();
            let criterion = finding.criterion;
            let text = context.answer.text();
            let sentences = context.answer.sentences().iter().map(|sentence| sentence.span);
            let quote = quoting::telling(text, sentences, quote)?;
            Some((rating.weight(criterion), Strength { criterion, sentence, quote }))
        })
        .collect();
    earned.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.criterion.cmp(y.criterion)));
    earned.into_iter().map(|(_, strength)| strength).take(MOST).collect()
}
