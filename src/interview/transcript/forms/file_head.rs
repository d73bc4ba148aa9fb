//! What stands above the first turn of a text: a title, a date, a list of people.

use std::collections::BTreeSet;

use crate::interview::transcript::forms::Talk;
use crate::interview::transcript::forms::noise::is_filler;
use crate::interview::transcript::forms::stamp::Stamped;
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::Label;
use crate::interview::transcript::people::named::{is_a_head, may_be_a_name};
use crate::interview::transcript::people::panel_line;
use crate::interview::transcript::words::{fold, is_one_of};

/// How many lines may stand above the first turn before they are no head any more.
pub const MOST_HEAD: usize = 40;

/// What stands above the first turn: a title, a date, a list of people.
pub fn read_head(
    lines: &[Line],
    titles: &BTreeSet<usize>,
    names: &BTreeSet<String>,
    talk: &mut Talk,
) {
    let written =
        || lines.iter().enumerate().filter(|(_, line)| !line.is_blank() && !line.is_rule());
    let last = written().next_back().map(|(at, _)| at);
    // What stands in capitals right above the first turn is the title of its section.
    let heads = |at: usize| Some(at) == last && !lines[at].text.contains(char::is_lowercase);
    for (at, line) in written().filter(|(at, _)| !heads(*at)) {
        let text = line.text.trim_matches(['#', '*', '_', '=', ' ']);
        let label = Label::of(line);
        if talk.date.is_none() && is_date(text) && text.len() <= 60 {
            talk.date = Some(label.map_or(text, |label| label.text).to_owned());
        } else if let Some(label) = label.filter(|label| names_the_job(label.name))
            && !label.text.is_empty()
        {
            talk.position = Some(label.text.trim_matches('*').trim().to_owned());
        } else if talk.position.is_none()
            && label.is_none()
            && text.len() <= 120
            && text.split_whitespace().count() <= 12
            && text.contains(char::is_alphabetic)
            && (titles.is_empty() || titles.contains(&at))
            && !is_filler(text)
            && !may_be_people(text, &talk.listed)
            && !is_a_head(text)
            && !names.contains(&fold(text))
            && Stamped::of(line).is_none()
        {
            talk.position = Some(without_recording(text).to_owned());
        }
    }
}

/// A title without what a recorder adds: `Panel-20241205_100312-Meeting Recording`.
fn without_recording(title: &str) -> &str {
    let recorded = title
        .strip_suffix("-Meeting Recording")
        .or_else(|| title.strip_suffix("-Meeting Transcript"));
    let Some(recorded) = recorded else { return title };
    match recorded.rsplit_once('-') {
        Some((name, when)) if when.bytes().all(|b| b.is_ascii_digit() || b == b'_') => name.trim(),
        _ => recorded.trim(),
    }
}

fn names_the_job(label: &str) -> bool {
    is_one_of(&fold(label), "interviewfor job jobtitle meeting position role subject title topic")
}

fn may_be_people(text: &str, listed: &[String]) -> bool {
    panel_line::divide(text).iter().any(|name| listed.contains(name))
}

/// Whether a text is a date: a month and a year, or figures with their marks between.
pub fn is_date(text: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_lowercase();
    let year = lower
        .split(|c: char| !c.is_ascii_digit())
        .any(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    let month = lower
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.len() >= 3 && MONTHS.iter().any(|month| word.starts_with(month)));
    let figures = lower.chars().all(|c| c.is_ascii_digit() || "-/. ,:".contains(c));
    year && (month || figures) && text.split_whitespace().count() <= 10
}

/// The people that a list above the turns names: `Attendees`, then their names.
pub fn listed(lines: &[Line]) -> Vec<String> {
    const HEADS: [&str; 6] =
        ["attendees", "invited", "participants", "present", "speakers", "people"];
    for (at, line) in lines.iter().take(MOST_HEAD).enumerate() {
        let text = line.text.trim_matches(['#', '*', ' ']);
        let (head, rest) = text.split_once(':').unwrap_or((text, ""));
        if !HEADS.contains(&fold(head).as_str()) {
            continue;
        }
        let below = lines[at + 1..].iter().take_while(|line| !line.is_blank()).take(16);
        let texts = std::iter::once(rest.trim()).chain(below.map(|line| line.text));
        return texts
            .flat_map(panel_line::divide)
            .map(|name| name.trim_start_matches(['-', '*', '•', ' ']).trim_matches('*').to_owned())
            .filter(|name| may_be_a_name(name))
            .collect();
    }
    Vec::new()
}
