//! What each panelist makes of an interview: ratings, a vote, and the words that decided it.

use crate::interview::{
    debrief::{LONGEST_QUOTE, PanelistVerdict, Vote, latest, mean},
    scenario::Panelist,
    scoring::{
        assessment::{Assessment, Finding, Level},
        criteria::quoting,
        criterion_id::CriterionId,
        presence::Presence,
    },
    session::{Attempt, Session},
    star::Role,
};

/// A panelist's verdict; at least one of the answers was judged.
pub(super) fn verdict(
    session: &Session,
    panelist: &Panelist,
    order: &[usize],
    asked: &[usize],
) -> PanelistVerdict {
    let scenario = session.scenario();
    let judged: Vec<&Attempt> = judged(session, asked).collect();
    let rate = |of: &mut dyn Iterator<Item = &&Attempt>| {
        let ratings: Vec<f32> = of
            .map(|attempt| session.scorer().rating(&attempt.assessment, &panelist.looks_for))
            .collect();
        mean(&ratings)
    };
    let ratings = order
        .iter()
        .map(|section| {
            let of =
                |attempt: &&&Attempt| scenario.questions()[attempt.question].section == *section;
            rate(&mut judged.iter().filter(of)).map(Level::nearest)
        })
        .collect();
    let mean = rate(&mut judged.iter()).unwrap_or(1.0);
    let vote = Vote::of(mean);
    let (quote, sentence) = deciding(session, panelist, &judged, vote);
    PanelistVerdict {
        title: panelist.title.clone(),
        cares_about: panelist.cares_about.clone(),
        ratings,
        mean,
        vote,
        quote,
        sentence,
    }
}

/// The latest answers that were judged.
fn judged<'a>(session: &'a Session, asked: &'a [usize]) -> impl Iterator<Item = &'a Attempt> {
    latest(session, asked).filter(|attempt| attempt.assessment.unjudged.is_none())
}

/// The words that decided a vote: a strength where it is a yes, what the weakest answer lacks where it is a no.
///
/// What the panelist looks for comes first, then whatever stands out most.
fn deciding(
    session: &Session,
    panelist: &Panelist,
    judged: &[&Attempt],
    vote: Vote,
) -> (Option<(String, String)>, String) {
    let id = |attempt: &Attempt| session.scenario().questions()[attempt.question].id.clone();
    let looked_for = |criterion: CriterionId| panelist.looks_for.contains(&criterion);
    if vote >= Vote::Yes {
        let best = judged
            .iter()
            .flat_map(|attempt| attempt.assessment.strengths.iter().map(move |s| (attempt, s)))
            .max_by_key(|(attempt, strength)| {
                let later = std::cmp::Reverse(attempt.question);
                (looked_for(strength.criterion), attempt.assessment.level, later)
            });
        if let Some((attempt, strength)) = best {
            let words = quoting::folded(strength.quote.of(&attempt.text), LONGEST_QUOTE);
            return (Some((id(attempt), words)), strength.sentence.clone());
        }
    }
    let weakest = judged
        .iter()
        .flat_map(|attempt| attempt.assessment.findings.iter().map(move |f| (attempt, f)))
        .filter(|(attempt, finding)| attempt.assessment.holds_back(finding))
        .min_by(|(a, x), (b, y)| {
            let key = |attempt: &Attempt, criterion: CriterionId| {
                (!looked_for(criterion), attempt.assessment.level, attempt.question)
            };
            let score = |finding: &Finding| finding.score.unwrap_or(1.0);
            key(a, x.criterion).cmp(&key(b, y.criterion)).then(score(x).total_cmp(&score(y)))
        });
    match weakest {
        Some((attempt, finding)) => {
            let words = shown(&attempt.text, &attempt.assessment, finding);
            (words.map(|words| (id(attempt), words)), finding.sentence.clone())
        }
        None => (None, "Nothing stood out either way.".to_owned()),
    }
}

/// The clause that shows what a finding says; none where it says that something is missing.
fn shown(text: &str, assessment: &Assessment, finding: &Finding) -> Option<String> {
    if Role::ALL.iter().any(|role| CriterionId::from(*role) == finding.criterion)
        && finding.score.is_some_and(|score| Presence::of(score) == Presence::Missing)
    {
        return None;
    }
    let sentences = || assessment.sentences.iter().map(|reading| reading.span);
    let clause = finding.passages().find_map(|words| quoting::telling(text, sentences(), words))?;
    Some(quoting::folded(clause.of(text), LONGEST_QUOTE))
}
