//! Subtitles: cues with a time and lines, of which speech is made.
//!
//! A cue that goes on says only what is new in it, where captions roll; a name stands in each cue, or where the speaker
//! changes. Which words before a colon are names is told as in a text.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Place;
use crate::interview::transcript::asking::asks;
use crate::interview::transcript::forms::noise::is_filler;
use crate::interview::transcript::forms::speakers::{self, SeenLabel};
use crate::interview::transcript::forms::{Talk, Utterance};
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::{Label, in_brackets};
use crate::interview::transcript::words::fold;

/// So long a silence, in milliseconds, is seen as the end of a turn where nothing else shows one.
const SILENCE: u64 = 1_500;
/// How many words a line has that rolls on from one cue into the next.
const FEWEST_ROLLING: usize = 2;

/// One line of a cue.
#[derive(Clone, Debug)]
pub struct CueLine {
    /// Who says it, where its own mark tells.
    pub voice: Option<String>,
    /// Its words, without marks.
    pub text: String,
    /// Where it stands.
    pub at: Place,
}

/// A cue.
#[derive(Clone, Debug, Default)]
pub struct Cue {
    /// When it begins, in milliseconds.
    pub start: u64,
    /// When it ends.
    pub end: u64,
    /// What it says.
    pub lines: Vec<CueLine>,
}

/// The time of a cue: `00:00:03.120`, `00:03,120`, in milliseconds.
pub fn time(text: &str) -> Option<u64> {
    let text = text.trim();
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    if fraction.is_empty()
        || fraction.len() > 9
        || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let mut seconds: u64 = 0;
    let mut parts = 0;
    for part in whole.split(':') {
        if part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        seconds = seconds * 60 + part.parse::<u64>().ok()?;
        parts += 1;
    }
    let thousandths = format!("{fraction:0<3}").get(..3)?.parse::<u64>().ok()?;
    (2..=3).contains(&parts).then_some(seconds * 1_000 + thousandths)
}

/// A line of the form `00:00:01.000 --> 00:00:02.000`, perhaps with settings behind.
pub fn timing(line: &str) -> Option<(u64, u64)> {
    let (start, rest) = line.split_once("-->")?;
    let end = rest.split_whitespace().next()?;
    Some((time(start)?, time(end)?))
}

/// The talk that cues hold.
pub fn talk(cues: Vec<Cue>) -> Talk {
    let mut talk = Talk::default();
    let cues = unrolled(cues);
    let voices = cues.iter().flat_map(|cue| &cue.lines).any(|line| line.voice.is_some());
    let speak = if voices { BTreeMap::new() } else { named_in(&cues) };
    // A dash at the head of a line is a sentence's own where names tell who speaks.
    let named = voices || !speak.is_empty();
    let mut last_end = None;
    for cue in &cues {
        let silence = last_end.is_none_or(|end: u64| cue.start >= end.saturating_add(SILENCE));
        last_end = Some(cue.end.max(cue.start));
        for (number, line) in cue.lines.iter().enumerate() {
            let (turned, text) = if named {
                (false, line.text.trim_start_matches(">>").trim())
            } else {
                without_turn_mark(&line.text)
            };
            if text.is_empty() {
                continue;
            }
            if let Some(voice) = &line.voice {
                if is_filler(text) {
                    talk.fillers += 1;
                    continue;
                }
                talk.utterances.push(Utterance::of(voice, text, line.at));
                continue;
            }
            let spoken = Line::new(line.at.0, text);
            let label = Label::of(&spoken).or_else(|| in_brackets(&spoken)).filter(|label| {
                speak.get(label.name).is_some_and(|bare| !bare || label.text.is_empty())
            });
            if label.is_none() && is_filler(text) {
                talk.fillers += 1;
                continue;
            }
            match (label, talk.utterances.last_mut()) {
                (Some(label), _) => {
                    talk.utterances.push(Utterance::of(label.name, label.text, line.at));
                }
                (None, Some(last))
                    if !(turned || silence && number == 0 && last.label.is_none()) =>
                {
                    match last.paragraphs.last_mut() {
                        Some(paragraph) => {
                            paragraph.push(' ');
                            paragraph.push_str(text);
                        }
                        None => last.paragraphs.push(text.to_owned()),
                    }
                }
                _ => talk.utterances.push(Utterance::unlabelled(text, turned || silence, line.at)),
            }
        }
    }
    talk
}

/// A line without the mark that somebody else speaks: `>> `, `- `.
fn without_turn_mark(text: &str) -> (bool, &str) {
    let text = text.trim();
    for mark in [">>>", ">>", "- ", "– ", "— "] {
        if let Some(rest) = text.strip_prefix(mark)
            && rest.trim_start().starts_with(char::is_alphanumeric)
            && (mark.starts_with('>') || rest.starts_with(char::is_uppercase))
        {
            return (true, rest.trim_start());
        }
    }
    (false, text)
}

/// The labels at the head of lines that speak, and whether they count only where nothing stands behind them.
fn named_in(cues: &[Cue]) -> BTreeMap<String, bool> {
    let all: Vec<&CueLine> = cues.iter().flat_map(|cue| &cue.lines).collect();
    let spoken: Vec<Line> =
        all.iter().map(|line| Line::new(line.at.0, without_turn_mark(&line.text).1)).collect();
    let labelled: Vec<(usize, Label)> = spoken
        .iter()
        .enumerate()
        .filter_map(|(at, line)| {
            Label::of(line).or_else(|| in_brackets(line)).map(|label| (at, label))
        })
        .collect();
    let mut turns: Vec<(Label, String)> = Vec::with_capacity(labelled.len());
    for (index, (at, label)) in labelled.iter().enumerate() {
        let end = labelled.get(index + 1).map_or(spoken.len(), |(next, _)| *next);
        match turns.last_mut().filter(|(last, _)| last.name == label.name) {
            Some((_, said)) => add(said, std::iter::once(label.text)),
            None => turns.push((*label, label.text.to_owned())),
        }
        if let Some((_, said)) = turns.last_mut() {
            add(said, spoken[at + 1..end].iter().map(|line| line.text));
        }
    }
    let seen: Vec<SeenLabel> = turns
        .iter()
        .map(|(label, said)| SeenLabel {
            label: label.name,
            asks: said.len() < 600 && asks(said),
            opens: true,
        })
        .collect();
    let speak = speakers::among(&seen, &[]);
    let heard = || labelled.iter().filter(|(_, label)| speak.contains(&fold(label.name)));
    let bare = heard().filter(|(_, label)| label.text.is_empty()).count();
    let bare = bare >= 2 && bare * 10 >= heard().count() * 7;
    heard().map(|(_, label)| (label.name.to_owned(), bare)).collect()
}

/// Adds lines to what was said, as far as it is looked at.
fn add<'a>(said: &mut String, lines: impl Iterator<Item = &'a str>) {
    for line in lines {
        if said.len() > 600 {
            return;
        }
        said.push(' ');
        said.push_str(line);
    }
}

/// The cues with what they repeat of the one before left out: captions that roll show each line twice.
fn unrolled(cues: Vec<Cue>) -> Vec<Cue> {
    let mut shown: Vec<String> = Vec::new();
    let mut whole = String::new();
    let mut unrolled: Vec<Cue> = Vec::with_capacity(cues.len());
    for mut cue in cues {
        let texts: Vec<String> = cue.lines.iter().map(|line| line.text.trim().to_owned()).collect();
        let long = |text: &str| text.split_whitespace().count() >= FEWEST_ROLLING;
        // The first lines of this cue that are the last ones of the cue before.
        let again = (1..=texts.len().min(shown.len()))
            .rev()
            .find(|&count| {
                shown[shown.len() - count..] == texts[..count] && long(&texts[..count].join(" "))
            })
            .unwrap_or(0);
        cue.lines.drain(..again);
        if again == 0
            && let Some(first) = cue.lines.first_mut()
            && long(&whole)
            && first.text.trim().len() > whole.len()
            && let Some(rest) = first.text.trim().strip_prefix(whole.as_str())
            && rest.starts_with(char::is_whitespace)
        {
            first.text = rest.trim().to_owned();
        }
        whole = texts.join(" ");
        shown = texts;
        if !cue.lines.is_empty() {
            unrolled.push(cue);
        }
    }
    unrolled
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cues: &[&[&str]]) -> Vec<(Option<String>, String)> {
        let cue = |(at, lines): (usize, &&[&str])| Cue {
            start: at as u64 * 1_000,
            end: at as u64 * 1_000 + 900,
            lines: lines
                .iter()
                .map(|text| CueLine { voice: None, text: (*text).to_owned(), at: (at + 1, 1) })
                .collect(),
        };
        let talk = talk(cues.iter().enumerate().map(cue).collect());
        talk.utterances.into_iter().map(|one| (one.label, one.paragraphs.join("|"))).collect()
    }

    #[test]
    fn captions_that_roll_are_said_once() {
        let rolling: &[&[&str]] =
            &[&["so tell me"], &["so tell me", "about a time"], &["about a time", "you failed"]];
        assert_eq!(said(rolling), [(None, "so tell me about a time you failed".to_owned())]);
        let growing: &[&[&str]] = &[&["so tell"], &["so tell me about"], &["a time"]];
        assert_eq!(said(growing), [(None, "so tell me about a time".to_owned())]);
    }

    #[test]
    fn a_name_is_heard_where_the_speaker_changes() {
        let cues: &[&[&str]] = &[
            &["Dana Ruiz: Why did"],
            &["you leave?"],
            &["Tom: I had"],
            &["a plan: this one."],
            &["Dana Ruiz: And then?"],
            &["Tom: Nothing."],
        ];
        let turn = |label: &str, text: &str| (Some(label.to_owned()), text.to_owned());
        let expected = [
            turn("Dana Ruiz", "Why did you leave?"),
            turn("Tom", "I had a plan: this one."),
            turn("Dana Ruiz", "And then?"),
            turn("Tom", "Nothing."),
        ];
        assert_eq!(said(cues), expected);
    }

    #[test]
    fn times_have_hours_or_not() {
        assert_eq!(time("01:02:03.5"), Some(3_723_500));
        assert_eq!(time("02:03,250"), Some(123_250));
        for text in ["3", "a:b", "1:2:3:4", "1:99999", ""] {
            assert_eq!(time(text), None, "{text}");
        }
    }
}
