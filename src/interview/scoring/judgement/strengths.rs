//! What an answer does well: only what was earned, with the words that show it.

use crate::interview::scoring::{
    assessment::{Evidence, Finding, Strength},
    context::Context,
    criteria::{Criteria, quoting},
    judgement::rating::Rating,
    tone::FindingTone,
};

/// The strengths, the weightiest first.
pub fn find(
    context: &Context,
    criteria: Criteria,
    findings: &[Finding],
    rating: &Rating,
) -> Vec<Strength> {
    let chosen = &context.numbers.judging.strengths;
    if rating.caps().iter().any(|cap| cap.level <= 2) {
        return Vec::new();
    }
    let mut earned: Vec<(f32, Strength)> = findings
        .iter()
        .filter(|f| f.score.is_some_and(|score| score >= chosen.earned))
        .filter(|f| f.tone != FindingTone::Fault && !f.sentence.is_empty())
        .filter(|f| criteria.find(f.criterion).is_some_and(|criterion| criterion.praised))
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
    earned.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.criterion.cmp(&y.criterion)));
    earned.into_iter().map(|(_, strength)| strength).take(chosen.most).collect()
}
