//! Which words before a colon are speakers, where no header says so: told by what stands around them.
//!
//! A speaker asks, or speaks right behind somebody else's question. A word that heads a part of an answer does neither,
//! however often it comes. Somebody who is heard once must ask or answer between people who are heard again, at the
//! beginning of a paragraph, under no everyday word.

use std::collections::{BTreeMap, BTreeSet};

use crate::interview::transcript::people::misspelt::is_everyday;
use crate::interview::transcript::people::named::{is_numbered, may_be_a_name};
use crate::interview::transcript::words::{fold, is_one_of};

/// Labels that are a part in an interview.
const PARTS: &str = "\
    applicant candidate hiringmanager host interviewee interviewer interviewers me moderator panel \
    panelist panellist recruiter them";

/// A label where it stands.
#[derive(Clone, Copy, Debug)]
pub struct SeenLabel<'a> {
    /// The label.
    pub label: &'a str,
    /// Whether what is said behind it asks.
    pub asks: bool,
    /// Whether it begins a paragraph.
    pub opens: bool,
}

/// What was seen of one label.
#[derive(Default)]
struct LabelEvidence {
    count: usize,
    opens: usize,
    asks: usize,
    /// How often it comes right behind a question of somebody else.
    answers: usize,
    /// How often it stands between two others.
    between: usize,
    /// Whether somebody stands beside it who is heard again.
    among_others: bool,
}

/// The labels that speak, folded; some are known to.
pub fn among(seen: &[SeenLabel], listed: &[String]) -> BTreeSet<String> {
    let listed: BTreeSet<String> = listed
        .iter()
        .flat_map(|name| {
            let first = name.split_whitespace().next().map(fold);
            [Some(fold(name)), first].into_iter().flatten()
        })
        .collect();
    let known = |label: &str| {
        let folded = fold(label);
        listed.contains(&folded) || is_numbered(label) || is_one_of(&folded, PARTS)
    };
    let mut memory: BTreeMap<&str, (String, bool, bool)> = BTreeMap::new();
    for one in seen {
        memory.entry(one.label).or_insert_with(|| {
            (fold(one.label), known(one.label) || may_be_a_name(one.label), known(one.label))
        });
    }
    let mut speak: BTreeSet<&str> =
        memory.values().filter(|(_, may, _)| *may).map(|(folded, _, _)| folded.as_str()).collect();
    let paragraphs = seen.iter().filter(|one| one.opens).count() * 3 > seen.len();
    // Whoever falls away changes what stands around the others.
    for _ in 0..4 {
        let turns: Vec<(&str, &SeenLabel)> = seen
            .iter()
            .filter_map(|one| memory.get(one.label).map(|(folded, _, _)| (folded.as_str(), one)))
            .filter(|(folded, _)| speak.contains(folded))
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (folded, _) in &turns {
            *counts.entry(folded).or_default() += 1;
        }
        let again = |side: Option<&(&str, &SeenLabel)>| {
            side.is_some_and(|(who, _)| counts.get(who).is_some_and(|count| *count > 1))
        };
        let mut evidence: BTreeMap<&str, LabelEvidence> = BTreeMap::new();
        for (at, (folded, one)) in turns.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| turns.get(at));
            let after = turns.get(at + 1);
            let other =
                |side: Option<&(&str, &SeenLabel)>| side.is_none_or(|(who, _)| who != folded);
            let entry = evidence.entry(folded).or_default();
            entry.count += 1;
            entry.opens += usize::from(one.opens);
            entry.asks += usize::from(one.asks && after.is_some() && other(after));
            entry.answers +=
                usize::from(before.is_some_and(|(who, one)| one.asks && who != folded));
            entry.between += usize::from(other(before) && other(after));
            entry.among_others |= again(before) || again(after);
        }
        let stays = |label: &str, folded: &str, known: bool| {
            let Some(evidence) = evidence.get(folded) else { return false };
            let opens = !paragraphs || evidence.opens * 2 >= evidence.count;
            let takes_part = evidence.asks + evidence.answers;
            let often = evidence.count >= 2
                && takes_part >= 1
                && (takes_part >= 2 || !is_everyday(label))
                && takes_part * 4 >= evidence.count;
            let once = evidence.count == 1
                && takes_part >= 1
                && evidence.between == 1
                && (evidence.among_others || turns.len() <= 4)
                && !is_everyday(label);
            known || (opens && (often || once))
        };
        let left: BTreeSet<&str> = memory
            .iter()
            .filter(|(_, (folded, may, _))| *may && speak.contains(folded.as_str()))
            .filter(|(label, (folded, _, known))| stays(label, folded, *known))
            .map(|(_, (folded, _, _))| folded.as_str())
            .collect();
        if left == speak {
            break;
        }
        speak = left;
    }
    if speak.len() < 2 {
        return BTreeSet::new();
    }
    speak.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(turns: &[(&str, &str)], expected: &[&str]) {
        let seen: Vec<SeenLabel> = turns
            .iter()
            .map(|(label, text)| SeenLabel { label, asks: text.ends_with('?'), opens: true })
            .collect();
        let found = among(&seen, &[]);
        assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), expected, "{turns:?}");
    }

    #[test]
    fn speakers_ask_and_answer() {
        check(
            &[("Dana", "Why?"), ("Sarah", "So."), ("Dana", "How?"), ("Sarah", "Thus.")],
            &["dana", "sarah"],
        );
        check(
            &[("Marta Lindqvist", "Why?"), ("Tomas Berg", "So.")],
            &["martalindqvist", "tomasberg"],
        );
        check(
            &[("Dana", "Why?"), ("Sarah", "So."), ("Tom Lee", "How?"), ("Sarah", "Thus.")],
            &["dana", "sarah", "tomlee"],
        );
    }

    #[test]
    fn parts_of_an_answer_are_no_speakers() {
        check(
            &[
                ("Dana", "Why?"),
                ("Sarah", "So."),
                ("Engineering", "they wanted three."),
                ("Product", "we wanted two."),
                ("Owner", "no comment."),
                ("Situation", "churn."),
                ("Dana", "How?"),
                ("Sarah", "Thus."),
            ],
            &["dana", "sarah"],
        );
        check(&[("Situation", "churn."), ("Task", "stop it?"), ("Action", "I did.")], &[]);
    }
}
