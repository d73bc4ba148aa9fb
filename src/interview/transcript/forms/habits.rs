//! Where and how a text writes who speaks: a file keeps to one habit, and what looks like a label in another is text.

use std::collections::{BTreeMap, BTreeSet};

use crate::interview::transcript::asking::asks;
use crate::interview::transcript::forms::speakers::{self, SeenLabel};
use crate::interview::transcript::forms::stamp::Stamped;
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::{Label, in_brackets};
use crate::interview::transcript::people::named::may_be_a_name;
use crate::interview::transcript::words::fold;

/// How many bytes of a turn are looked at for a question.
const ASKED_WITHIN: usize = 600;
/// Where and how the speaker of a turn is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Habit {
    /// `Dana Ruiz  0:03`, `Dana Ruiz (00:03): Why?`
    TimeBehind,
    /// `[00:03] Dana Ruiz: Why?`, `0:03 Dana Ruiz`.
    TimeBefore,
    /// A name on a line, a time on the next.
    TimeBelow,
    /// A time on a line, a name on the next.
    TimeAbove,
    /// `Dana Ruiz: Why?`
    Colon,
    /// A name on a line of its own.
    Alone,
}

/// A line at which somebody begins to speak.
#[derive(Clone, Copy, Debug)]
pub struct Mark<'a> {
    /// The line, by index.
    pub line: usize,
    /// How many lines it takes.
    pub takes: usize,
    /// Who speaks.
    pub label: &'a str,
    /// What stands on the same line.
    pub text: &'a str,
}

/// The habit of the lines, and where somebody begins to speak by it; nothing where fewer than two do.
pub fn marks<'a>(lines: &[Line<'a>], listed: &[String]) -> Option<(Habit, Vec<Mark<'a>>)> {
    let mut by_habit: BTreeMap<Habit, Vec<Mark<'a>>> = BTreeMap::new();
    let next_written = |at: usize| {
        let next = (at + 1..lines.len().min(at + 4)).find(|at| !lines[*at].is_blank())?;
        Some((next, &lines[next]))
    };
    let mut known: BTreeMap<&str, bool> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if line.is_blank() {
            continue;
        }
        let mut may = |text: &'a str| *known.entry(text).or_insert_with(|| may_be_a_name(text));
        let mark = |label, text, takes| Mark { line: at, takes, label, text };
        let mut add = |habit, mark| by_habit.entry(habit).or_default().push(mark);
        match Stamped::of(line) {
            Some(Stamped::Behind(name, text)) if may(without_brackets(name)) => {
                add(Habit::TimeBehind, mark(without_brackets(name), text, 1));
            }
            Some(Stamped::Leading(rest)) => {
                let behind = Line::new(line.number, rest);
                let label = label_in(&behind);
                match label.filter(|label| may(label.name)) {
                    Some(label) => add(Habit::TimeBefore, mark(label.name, label.text, 1)),
                    None if may(rest.trim_end_matches([':', '：'])) => {
                        add(Habit::TimeBefore, mark(rest.trim_end_matches([':', '：']), "", 1));
                    }
                    None => {}
                }
            }
            Some(Stamped::Time) => {
                if let Some((next, name)) =
                    next_written(at).filter(|(_, next)| Label::of(next).is_none())
                    && may(name.text)
                {
                    add(Habit::TimeAbove, mark(name.text, "", next + 1 - at));
                }
            }
            _ => {}
        }
        if line.text.len() <= 80 && Label::of(line).is_none() && may(line.text) {
            if let Some((next, time)) = next_written(at)
                && Stamped::of(time) == Some(Stamped::Time)
            {
                add(Habit::TimeBelow, mark(line.text, "", next + 1 - at));
            }
            add(Habit::Alone, mark(line.text, "", 1));
        }
    }
    let colon = by_colon(lines, listed);
    let spoken = |marks: &[Mark]| {
        let names: BTreeSet<&str> = marks.iter().map(|mark| mark.label).collect();
        names.len() >= 2
    };
    let alone = by_habit.remove(&Habit::Alone).map(|marks| at_heads(lines, marks, listed));
    let most = by_habit
        .into_iter()
        .filter(|(_, marks)| spoken(marks))
        .min_by_key(|(habit, marks)| (std::cmp::Reverse(marks.len()), *habit));
    if let Some((habit, marks)) = most
        && marks.len() * 2 >= colon.len()
    {
        return Some((habit, marks));
    }
    if spoken(&colon) {
        return Some((Habit::Colon, colon));
    }
    alone.filter(|marks| spoken(marks) && marks.len() >= 4).map(|marks| (Habit::Alone, marks))
}

/// The label of a line, behind a number or in brackets too: `3. Dana: Why?`, `Q3. Dana: Why?`.
fn label_in<'a>(line: &Line<'a>) -> Option<Label<'a>> {
    let letter = line.text.strip_prefix(['Q', 'q']).unwrap_or(line.text);
    let digits = letter.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = letter[digits..].strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits));
    if let Some(rest) = numbered.filter(|rest| rest.starts_with(' ')) {
        return Label::of(&Line::new(line.number, rest.trim_start()));
    }
    Label::of(line).or_else(|| in_brackets(line))
}

/// A name without the brackets or stars around it.
fn without_brackets(name: &str) -> &str {
    let name = name.trim_matches('*').trim();
    let inside = [('[', ']'), ('(', ')'), ('<', '>')]
        .into_iter()
        .find_map(|(open, close)| name.strip_prefix(open)?.strip_suffix(close));
    inside.unwrap_or(name).trim()
}

/// Names on lines of their own at the head of a paragraph, of those who ask or answer.
fn at_heads<'a>(lines: &[Line], marks: Vec<Mark<'a>>, listed: &[String]) -> Vec<Mark<'a>> {
    let starts: BTreeSet<usize> = marks.iter().map(|mark| mark.line).collect();
    let heads = marks.into_iter().filter(|mark| {
        let below = mark.line + 1;
        let opens = mark.line == 0 || lines[mark.line - 1].is_blank();
        opens && lines.get(below).is_some_and(|next| !next.is_blank()) && !starts.contains(&below)
    });
    let heads: Vec<Mark> = heads.collect();
    let seen: Vec<SeenLabel> = heads
        .iter()
        .enumerate()
        .map(|(index, mark)| {
            let end = heads.get(index + 1).map_or(lines.len(), |next| next.line);
            let asks = asks_here("", &lines[mark.line + 1..end]);
            SeenLabel { label: mark.label, asks, opens: true }
        })
        .collect();
    let speak = speakers::among(&seen, listed);
    heads.into_iter().filter(|mark| speak.contains(&fold(mark.label))).collect()
}

/// The lines whose words before the colon speak.
fn by_colon<'a>(lines: &[Line<'a>], listed: &[String]) -> Vec<Mark<'a>> {
    let labelled: Vec<(usize, Label<'a>)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| label_in(line).map(|label| (at, label)))
        .collect();
    let mut seen: Vec<SeenLabel<'a>> = Vec::with_capacity(labelled.len());
    for (index, (at, label)) in labelled.iter().enumerate() {
        let end = labelled.get(index + 1).map_or(lines.len(), |(next, _)| *next);
        let opens = *at == 0
            || lines[at - 1].is_blank()
            || lines[at - 1].is_rule()
            || matches!(Stamped::of(&lines[at - 1]), Some(Stamped::Time));
        seen.push(SeenLabel {
            label: label.name,
            asks: asks_here(label.text, &lines[at + 1..end]),
            opens,
        });
    }
    let speak = speakers::among(&seen, listed);
    let mut folded: BTreeMap<&str, bool> = BTreeMap::new();
    let mut says =
        |label: &'a str| *folded.entry(label).or_insert_with(|| speak.contains(&fold(label)));
    let mut marks: Vec<Mark> = labelled
        .into_iter()
        .filter(|(_, label)| says(label.name))
        .map(|(line, label)| Mark { line, takes: 1, label: label.name, text: label.text })
        .collect();
    // Where names stand on lines of their own, a colon inside a line is a sentence's.
    let bare = marks.iter().filter(|mark| mark.text.is_empty()).count();
    if bare >= 2 && bare * 10 >= marks.len() * 7 {
        marks.retain(|mark| mark.text.is_empty());
    }
    marks
}

/// Whether a turn asks, by its first words and those of the lines below it.
fn asks_here(text: &str, below: &[Line]) -> bool {
    let mut said = text.get(..text.floor_char_boundary(ASKED_WITHIN)).unwrap_or(text).to_owned();
    let long = text.len() > ASKED_WITHIN;
    for line in below {
        if said.len() > ASKED_WITHIN || line.is_rule() {
            break;
        }
        said.push(' ');
        said.push_str(line.text);
    }
    !long && said.len() <= ASKED_WITHIN * 2 && asks(&said)
}
