//! WebVTT: cues with their settings, voices (`<v Dana Ruiz>`), notes, styles and entities.

use crate::interview::diagnostic::Place;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::cues::{self, Cue, CueLine};
use crate::interview::transcript::forms::html;
use crate::interview::transcript::forms::{FormText, Written};
use crate::interview::transcript::lines::Line;

/// Whether a text begins as WebVTT does, or has its cues and voices.
pub fn fits(source: &FormText) -> bool {
    let first = source.lines.iter().find(|line| !line.is_blank());
    first.is_some_and(|line| line.text.starts_with("WEBVTT"))
}

/// What is said in the cues.
pub fn read(source: &FormText, _: &mut Faults) -> Option<Written> {
    let lines = source.lines;
    let mut cues: Vec<Cue> = Vec::new();
    let mut at = 0;
    // The voice of a cue goes on over its lines.
    while at < lines.len() {
        let block = lines[at].text;
        if ["NOTE", "STYLE", "REGION"].iter().any(|word| {
            block
                .strip_prefix(word)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
        }) {
            while at < lines.len() && !lines[at].is_blank() {
                at += 1;
            }
            continue;
        }
        let Some((start, end)) = cues::timing(block) else {
            at += 1;
            continue;
        };
        let mut cue = Cue { start, end, lines: Vec::new() };
        let mut voice = None;
        at += 1;
        while let Some(line) = lines.get(at).filter(|line| goes_on(line, lines.get(at + 1))) {
            voice = read_line(line.text, line.at(), voice, &mut cue.lines);
            at += 1;
        }
        cues.push(cue);
    }
    Some(Written::Talk(cues::talk(cues)))
}

/// A cue ends at an empty line, or at the next timing and its number.
fn goes_on(line: &Line, next: Option<&Line>) -> bool {
    let id = !line.text.contains(' ') && line.text.bytes().any(|byte| byte.is_ascii_digit());
    let ends = line.is_blank() || line.text.contains("-->");
    let begins_the_next = id && next.is_some_and(|next| next.text.contains("-->"));
    !ends && !begins_the_next
}

/// Reads one line of a cue into passages, each with its voice; gives the voice that goes on.
fn read_line(
    text: &str,
    at: Place,
    voice: Option<String>,
    into: &mut Vec<CueLine>,
) -> Option<String> {
    let mut voice = voice;
    let mut said = String::new();
    let mut rest = text;
    let mut end = |voice: &Option<String>, said: &mut String| {
        let words = html::without_entities(said).trim().to_owned();
        if !words.is_empty() {
            into.push(CueLine { voice: voice.clone(), text: words, at });
        }
        said.clear();
    };
    while let Some(open) = rest.find('<') {
        said.push_str(&rest[..open]);
        let Some(close) = rest[open..].find('>').map(|close| open + close) else {
            rest = &rest[open..];
            break;
        };
        let tag = &rest[open + 1..close];
        if tag == "v" || tag.starts_with("v ") || tag.starts_with("v.") || tag.starts_with("v\t") {
            end(&voice, &mut said);
            let name = tag.split_once([' ', '\t']).map_or("", |(_, name)| name.trim());
            voice = (!name.is_empty()).then(|| html::without_entities(name));
        } else if tag == "/v" {
            end(&voice, &mut said);
            voice = None;
        }
        rest = &rest[close + 1..];
    }
    said.push_str(rest);
    end(&voice, &mut said);
    voice
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript::lines;

    #[track_caller]
    fn check(cues: &str, expected: &[(&str, &str)]) {
        let text = format!("WEBVTT - a talk\nKind: captions\n\n{cues}");
        let lines = lines::read(&text, &mut Faults::default()).expect("few lines");
        let source = FormText { text: &text, lines: &lines };
        let Some(Written::Talk(talk)) = read(&source, &mut Faults::default()) else {
            panic!("{cues}")
        };
        let found: Vec<_> = talk
            .utterances
            .iter()
            .map(|one| (one.label.clone().unwrap_or_default(), one.paragraphs.join("|")))
            .collect();
        let expected: Vec<_> = expected
            .iter()
            .map(|(label, text)| ((*label).to_owned(), (*text).to_owned()))
            .collect();
        assert_eq!(found, expected, "{cues}");
    }

    #[test]
    fn voices_notes_settings_and_entities_are_read() {
        check(
            "NOTE made by\na program\n\nSTYLE\n::cue { color: red }\n\n7f-1\n00:01.000 --> 00:02.000 align:start\n\
             <v.loud Dana Ruiz>R&amp;D first:\nwhy?</v>\n\n00:00:03.000 --> 00:00:04.000\n<v Tom><i>So</i>.</v><v Dana Ruiz>Go on.",
            &[
                ("Dana Ruiz", "R&D first:"),
                ("Dana Ruiz", "why?"),
                ("Tom", "So."),
                ("Dana Ruiz", "Go on."),
            ],
        );
    }

    #[test]
    fn a_cue_without_a_voice_is_nobodys() {
        check(
            "00:01.000 --> 00:02.000\nWe met <00:01.500><c>again</c>.\n",
            &[("", "We met again.")],
        );
    }
}
