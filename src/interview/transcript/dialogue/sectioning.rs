//! The questions of a talk in the sections of the file, or by competency where it has none.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Place;
use crate::interview::transcript::dialogue::drafted;
use crate::interview::transcript::dialogue::outline::UNTITLED;
use crate::interview::transcript::dialogue::pairing::{self, Register};
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::{Interviewer, SpokenTurn, Tally, TranscriptSection};

/// The turns paired into questions, by the titles of the file, or by competency where it has none.
pub fn in_sections(
    mut turns: Vec<SpokenTurn>,
    titles: &[(String, Place)],
    position: Option<&str>,
    panel: &[Interviewer],
    tally: &mut Tally,
    faults: &mut Faults,
) -> (Vec<TranscriptSection>, Vec<SpokenTurn>, bool) {
    let names: Vec<&str> = panel.iter().map(|one| one.title.as_str()).collect();
    let mut sections: Vec<TranscriptSection> = Vec::new();
    let mut index: BTreeMap<usize, usize> = BTreeMap::new();
    let mut from = 0;
    while from < turns.len() {
        let part = turns[from].section;
        let until = from + turns[from..].iter().take_while(|turn| turn.section == part).count();
        let read = pairing::read(&turns[from..until], &names, Register::Spoken, faults);
        tally.remarks += read.remarks;
        if !read.questions.is_empty() {
            let (title, at) = match part.checked_sub(1).and_then(|part| titles.get(part)) {
                Some((title, at)) => (title.clone(), *at),
                None => (UNTITLED.to_owned(), (turns[from].line, turns[from].column)),
            };
            index.insert(part, sections.len());
            sections.push(TranscriptSection { title, line: at.0, questions: read.questions });
        }
        from = until;
    }
    let Some(last) = sections.len().checked_sub(1) else { return (sections, Vec::new(), false) };
    for turn in &mut turns {
        let next = index.range(turn.section..).next().map(|(_, section)| *section);
        turn.section = next.unwrap_or(last);
    }
    // The title over the whole file is no section's.
    let untitled = |title: &str| title == UNTITLED || Some(title) == position;
    let untitled = sections.len() <= 1 && sections.iter().all(|section| untitled(&section.title));
    if !untitled {
        return (sections, turns, false);
    }
    let questions: Vec<_> = sections.into_iter().flat_map(|section| section.questions).collect();
    let sections = drafted::sections(questions, faults);
    turns.iter_mut().for_each(|turn| turn.section = section_at(&sections, turn.line));
    (sections, turns, true)
}

/// The section of the last question at or above a line.
fn section_at(sections: &[TranscriptSection], line: usize) -> usize {
    let lines = sections.iter().enumerate().flat_map(|(at, section)| {
        section.questions.iter().map(move |question| (question.line, at))
    });
    lines.filter(|(of, _)| *of <= line).max_by_key(|(of, _)| *of).map_or(0, |(_, at)| at)
}
