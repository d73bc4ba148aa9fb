//! Two answers to a question side by side: what came, what went, and why the level changed.

use serde::Serialize;

use crate::interview::{
    progress::past::WholeAttempt,
    scoring::{
        assessment::{Assessment, Coverage, KeyPointMatch},
        criteria::quoting::{ended, quote},
        criterion_id::CriterionId,
    },
    star::Role,
    text::Text,
};

/// Shares of the level that change by less than so many points of a hundred explain nothing.
const LEAST_POINTS: f32 = 2.0;
/// The most that is said of why a level changed.
const MOST_REASONS: usize = 3;

/// What came or went between two answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What, in a few words: "key point: we lost 2 maps of 300".
    pub what: String,
    /// The player's words for it.
    pub words: Option<String>,
}

/// Two answers to the same question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttemptComparison {
    /// The earlier one.
    pub from: i64,
    /// The later one.
    pub to: i64,
    /// What the later one has and the earlier one had not.
    pub came: Vec<Difference>,
    /// What the earlier one had and the later one has not.
    pub went: Vec<Difference>,
    /// How the length changed.
    pub length: String,
    /// How the level changed and by what, a sentence each.
    pub level: Vec<String>,
}

/// Why two attempts cannot be compared.
#[derive(Clone, Copy, Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotComparable {
    /// They answer different questions.
    #[error("they answer different questions")]
    OtherQuestion,
    /// What was found in one of them is written in a way that this version cannot read.
    #[error("what was found in one of them was written by another version and cannot be read")]
    Unreadable,
}

impl AttemptComparison {
    /// Compares an earlier attempt with a later one.
    ///
    /// # Errors
    /// Why there is nothing to compare.
    pub fn of(from: &WholeAttempt, to: &WholeAttempt) -> Result<Self, NotComparable> {
        if from.asked.key() != to.asked.key() {
            return Err(NotComparable::OtherQuestion);
        }
        let (Some(before), Some(after)) = (&from.assessment, &to.assessment) else {
            return Err(NotComparable::Unreadable);
        };
        Ok(Self {
            from: from.past.number,
            to: to.past.number,
            came: gained((before, &from.text), (after, &to.text)),
            went: gained((after, &to.text), (before, &from.text)),
            length: length(from, to),
            level: level(before, after).into_iter().chain(help(from, to)).collect(),
        })
    }
}

/// What an answer has that another has not: parts, key points, figures.
fn gained(
    (without, other_text): (&Assessment, &str),
    (with, text): (&Assessment, &str),
) -> Vec<Difference> {
    let mut found: Vec<Difference> = Vec::new();
    for role in Role::ALL {
        let reads = |of: &Assessment| of.sentences.iter().any(|read| read.role() == Some(role));
        let surely = with.sentences.iter().find(|read| read.lettered() == Some(role));
        let first = surely.filter(|_| with.has_parts());
        if let Some(first) = first
            && !(without.has_parts() && reads(without))
        {
            found.push(Difference {
                what: format!("part: {}", role.name()),
                words: Some(quote(first.span.of(text))),
            });
        }
    }
    for point in with.key_points.iter().filter(|point| point.coverage > Coverage::Missed) {
        // Which key point it is, its words say: a model answer may have been another then.
        let same = |other: &&KeyPointMatch| other.text == point.text;
        let before = without.key_points.iter().find(same).map(|other| other.coverage);
        let Some(before) = before.filter(|before| *before < point.coverage) else { continue };
        let how = match before {
            Coverage::Missed if point.coverage == Coverage::Partly => "key point, partly",
            Coverage::Missed => "key point",
            Coverage::Partly | Coverage::Hit => "key point, now whole",
        };
        found.push(Difference {
            what: format!("{how}: {}", point.text),
            words: point.evidence.map(|span| quote(span.of(text))),
        });
    }
    let other = Text::read(other_text);
    let read = Text::read(text);
    for figure in read.figures() {
        let same = other
            .figures()
            .iter()
            .find(|known| known.unit == figure.unit && known.value == figure.value);
        if same.is_none() {
            let sentence =
                read.sentences().iter().find(|sentence| sentence.span.holds(figure.span));
            found.push(Difference {
                what: format!("figure: {}", figure.span.of(text)),
                words: sentence.map(|sentence| quote(sentence.span.of(text))),
            });
        }
    }
    found
}

fn length(from: &WholeAttempt, to: &WholeAttempt) -> String {
    let (before, after) = (from.past.words, to.past.words);
    let spoken = format!(
        "{} → {} spoken",
        Text::clock(from.past.spoken_seconds),
        Text::clock(to.past.spoken_seconds)
    );
    match after.cmp(&before) {
        std::cmp::Ordering::Greater => format!("{} words longer ({spoken})", after - before),
        std::cmp::Ordering::Less => format!("{} words shorter ({spoken})", before - after),
        std::cmp::Ordering::Equal => format!("as long as before ({spoken})"),
    }
}

/// What is to be known where one of the two was given with help.
fn help(from: &WholeAttempt, to: &WholeAttempt) -> Option<String> {
    let which = match (from.past.helped, to.past.helped) {
        (true, false) => "The earlier",
        (false, true) => "The later",
        _ => return None,
    };
    Some(format!(
        "{which} was given with help: a hint, cards to pick from, or the model answer told before it."
    ))
}

/// The change of the level with what it rests on.
fn level(before: &Assessment, after: &Assessment) -> Vec<String> {
    let (Some(from), Some(to)) = (before.judged_level(), after.judged_level()) else {
        return vec![
            "One of the two could not be judged, so that no level can be compared.".to_owned(),
        ];
    };
    let mut told = vec![match to.cmp(&from) {
        std::cmp::Ordering::Equal => format!("Both are a {}.", to.number()),
        _ => format!("The level went from {} to {}.", from.number(), to.number()),
    }];
    if before.judged_by != after.judged_by {
        told.push(
            "They were judged by different versions or bases, which alone can change a level."
                .to_owned(),
        );
    }
    if before.story != after.story {
        told.push("One was judged as your own story, the other by its model answer.".to_owned());
    }
    for gate in after.findings.iter().filter(|finding| finding.fired()) {
        if !before.finding(gate.criterion).is_some_and(|finding| finding.fired()) {
            told.push(ended(format!("New, and it bounds the level: {}", gate.sentence)));
        }
    }
    for gate in before.findings.iter().filter(|finding| finding.fired()) {
        if !after.finding(gate.criterion).is_some_and(|finding| finding.fired()) {
            told.push(format!("No longer bounded by: {}.", gate.criterion.name().to_lowercase()));
        }
    }
    let points = |of: &Assessment, id: CriterionId| {
        of.shares.iter().find(|share| share.criterion == id).map(|share| share.points().gives)
    };
    let mut changes: Vec<(CriterionId, f32)> = after
        .shares
        .iter()
        .filter_map(|share| {
            let id = share.criterion;
            Some((id, points(after, id)? - points(before, id)?))
        })
        .filter(|(_, change)| change.abs() >= LEAST_POINTS)
        .collect();
    // The way the level went is explained first.
    let rises = if to < from { -1.0 } else { 1.0 };
    changes.sort_by(|a, b| (b.1 * rises).total_cmp(&(a.1 * rises)).then(a.0.cmp(&b.0)));
    for (id, change) in changes.into_iter().take(MOST_REASONS) {
        let sentence = after.finding(id).map_or("", |finding| finding.sentence.as_str());
        let name = id.name();
        told.push(ended(format!("{name}: {change:+.0} of 100. {sentence}").trim().to_owned()));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{progress::trial, scoring::judged_by::Basis};

    const WEAK: &str = "We talked about it and it was fine in the end.";

    fn compared(from: &str, to: &str) -> AttemptComparison {
        AttemptComparison::of(&trial::whole(1, from, None), &trial::whole(2, to, None))
            .expect("both answer one question")
    }

    #[test]
    fn what_came_is_told_in_the_player_s_words_and_what_went_the_other_way_round() {
        let model = trial::model();
        let grew = compared(WEAK, &model);
        assert!(grew.came.iter().any(|came| came.what.starts_with("key point")), "{grew:?}");
        assert!(grew.went.iter().all(|went| !went.what.starts_with("key point")), "{grew:?}");
        for words in grew.came.iter().filter_map(|came| came.words.as_deref()) {
            let words = words.trim_matches(['“', '”']).trim_end_matches(" …");
            let folded = model.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(folded.contains(words), "{words}");
        }
        let back = compared(&model, WEAK);
        assert_eq!((&back.came, &back.went), (&grew.went, &grew.came));
        assert!(
            grew.length.contains(" words longer (") && back.length.contains(" words shorter (")
        );
    }

    #[test]
    fn a_figure_that_was_said_differently_is_no_other_figure() {
        let told = compared("We lost 2 maps of 300.", "We lost two maps of 300 and 9 books.");
        let figures: Vec<_> =
            told.came.iter().filter(|came| came.what.starts_with("figure")).collect();
        assert!(figures.iter().all(|figure| figure.what.contains('9')), "{figures:?}");
        assert_eq!(figures.len(), 1, "{told:?}");
    }

    #[test]
    fn the_change_of_the_level_is_explained() {
        let grew = compared(WEAK, &trial::model());
        assert!(grew.level[0].starts_with("The level went from "), "{:?}", grew.level);
        assert!(grew.level.len() > 1, "{:?}", grew.level);
        let same = compared(WEAK, WEAK);
        assert_eq!((same.level.len(), same.came.len(), same.went.len()), (1, 0, 0));
        assert!(same.level[0].starts_with("Both are a "), "{:?}", same.level);
    }

    #[test]
    fn that_the_engines_differ_is_said() {
        let (from, mut to) = (trial::whole(1, WEAK, None), trial::whole(2, WEAK, None));
        if let Some(found) = &mut to.assessment {
            found.judged_by.basis = Basis::Meaning;
        }
        let told = AttemptComparison::of(&from, &to).expect("one question").level;
        assert!(told.iter().any(|sentence| sentence.contains("different versions")), "{told:?}");
    }

    #[test]
    fn that_one_was_given_with_help_is_said() {
        let (from, mut to) = (trial::whole(1, WEAK, None), trial::whole(2, WEAK, None));
        to.past.helped = true;
        let told = AttemptComparison::of(&from, &to).expect("one question").level;
        assert!(told.last().is_some_and(|last| last.starts_with("The later was given with help")));
        assert!(to.past.level_in_words().ends_with(", with help"), "{:?}", to.past);
    }

    #[test]
    fn answers_to_different_questions_are_not_compared() {
        let (from, mut to) = (trial::whole(1, WEAK, None), trial::whole(2, WEAK, None));
        to.asked = trial::asked("Why here?", "Ward");
        assert_eq!(AttemptComparison::of(&from, &to), Err(NotComparable::OtherQuestion));
        to.asked = from.asked.clone();
        to.assessment = None;
        assert_eq!(AttemptComparison::of(&from, &to), Err(NotComparable::Unreadable));
    }
}
