//! Turns as lines of text: a name before what is said, with a time or without, on its line or above it.
//!
//! A file keeps to one habit, and the habit is found first: what looks like a label in another is text.

use std::collections::BTreeSet;

use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::file_head::{MOST_HEAD, listed, read_head};
use crate::interview::transcript::forms::habits::{Habit, marks};
use crate::interview::transcript::forms::noise::is_filler;
use crate::interview::transcript::forms::stamp::Stamped;
use crate::interview::transcript::forms::{FormText, Heading, Talk, Utterance, Written};
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::words::fold;

/// Whether the lines are a talk of at least two speakers.
pub fn fits(source: &FormText) -> bool {
    marks(source.lines, &listed(source.lines)).is_some()
}

/// What was said in the lines.
pub fn read(source: &FormText, _: &mut Faults) -> Option<Written> {
    talk(source.lines, &BTreeSet::new()).map(Written::Talk)
}

/// The talk in lines, some of which, by index, are titles.
pub fn talk(lines: &[Line], titles: &BTreeSet<usize>) -> Option<Talk> {
    let listed = listed(lines);
    let (habit, marks) = marks(lines, &listed)?;
    let names: BTreeSet<String> = marks.iter().map(|mark| fold(mark.label)).collect();
    let mut talk = Talk { listed, ..Talk::default() };
    let first = marks.first().map_or(0, |mark| mark.line);
    read_head(&lines[..first.min(MOST_HEAD)], titles, &names, &mut talk);
    let mut marks = marks.into_iter().peekable();
    let mut at = 0;
    let mut goes_on = false;
    while let Some(line) = lines.get(at) {
        if let Some(mark) = marks.next_if(|mark| mark.line == at) {
            talk.utterances.push(Utterance::of(mark.label, mark.text, line.at()));
            goes_on = !mark.text.is_empty();
            at += mark.takes;
            continue;
        }
        let next_mark = marks.peek().map(|mark| mark.line);
        if let Some(taken) = title_at(lines, at, next_mark, titles, &names) {
            let title = taken.1.trim_matches(['#', '=', '*', ' ']).to_owned();
            if !is_about_the_file(&title) {
                let before = talk.utterances.len();
                talk.headings.push(Heading { title, at: line.at(), before });
            }
            at += taken.0;
            continue;
        }
        at += 1;
        if line.is_blank() {
            goes_on = false;
        } else if line.is_rule() || is_bookkeeping(lines, at - 1, habit, &names) {
            continue;
        } else if is_filler(line.text) {
            talk.fillers += 1;
        } else if let Some(utterance) = talk.utterances.last_mut() {
            let said = match (habit, Stamped::of(line)) {
                (Habit::TimeBefore, Some(Stamped::Leading(rest))) => rest,
                _ => line.text,
            };
            match utterance.paragraphs.last_mut().filter(|_| goes_on) {
                Some(paragraph) => {
                    paragraph.push(' ');
                    paragraph.push_str(said);
                }
                None => utterance.paragraphs.push(said.to_owned()),
            }
            goes_on = true;
        }
    }
    Some(talk)
}

/// Whether a title is a time, or says what the file is and not what is spoken of.
fn is_about_the_file(title: &str) -> bool {
    const WORDS: [&str; 6] =
        ["transcript", "transcription", "notes", "summary", "attendees", "recording"];
    let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let time = Stamped::of(&Line::new(1, title)) == Some(Stamped::Time);
    time || is_filler(title) || words.into_iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether a line is a time of its own, or the name that Teams writes once more above one.
fn is_bookkeeping(lines: &[Line], at: usize, habit: Habit, names: &BTreeSet<String>) -> bool {
    let timed = matches!(Stamped::of(&lines[at]), Some(Stamped::Time));
    let name = || {
        let next = lines[at + 1..].iter().find(|line| !line.is_blank());
        names.contains(&fold(lines[at].text))
            && next.is_some_and(|next| matches!(Stamped::of(next), Some(Stamped::Time)))
    };
    timed || (habit == Habit::TimeBehind && name())
}

/// A title at a line: how many lines it takes, and its words. One stands between rules, is marked as one, or is all in
/// capitals right above a turn.
fn title_at<'a>(
    lines: &[Line<'a>],
    at: usize,
    next_mark: Option<usize>,
    titles: &BTreeSet<usize>,
    names: &BTreeSet<String>,
) -> Option<(usize, &'a str)> {
    let line = &lines[at];
    if titles.contains(&at) {
        return Some((1, line.text));
    }
    if line.is_rule() {
        let title = lines.get(at + 1).filter(|line| !line.is_blank() && !line.is_rule())?;
        return lines.get(at + 2).is_some_and(Line::is_rule).then_some((3, title.text));
    }
    let alone = at == 0 || lines[at - 1].is_blank();
    let above_a_turn = next_mark.is_some_and(|mark| {
        mark > at
            && mark <= at + 4
            && lines[at + 1..mark].iter().all(Line::is_blank)
            && mark > at + 1
    });
    let letters = line.text.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().count() >= 4 && letters.clone().all(|c| !c.is_lowercase());
    let title = alone && above_a_turn && capitals && !names.contains(&fold(line.text));
    (title && line.text.len() <= 120).then_some((1, line.text))
}
