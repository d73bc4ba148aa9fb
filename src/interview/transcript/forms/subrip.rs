//! SubRip and the subtitles that YouTube gives out: numbers, times and lines, in a form that many programs bend.

use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::cues::{self, Cue, CueLine};
use crate::interview::transcript::forms::html;
use crate::interview::transcript::forms::{FormText, Written};
use crate::interview::transcript::lines::Line;

/// How many lines are looked at for the first time.
const LOOKED_AT: usize = 60;

/// Whether there are times with an arrow near the beginning.
pub fn fits(source: &FormText) -> bool {
    source.lines.iter().take(LOOKED_AT).any(|line| cues::timing(line.text).is_some())
}

/// What is said in the cues.
pub fn read(source: &FormText, _: &mut Faults) -> Option<Written> {
    Some(read_by(source.lines, cues::timing))
}

/// Whether the first thing is a pair of times with a comma: `0:00:01.000,0:00:02.000`.
pub fn fits_sbv(source: &FormText) -> bool {
    let first = source.lines.iter().find(|line| !line.is_blank());
    first.is_some_and(|line| pair(line.text).is_some())
}

/// What is said in the cues of YouTube.
pub fn read_sbv(source: &FormText, _: &mut Faults) -> Option<Written> {
    Some(read_by(source.lines, pair))
}

fn pair(line: &str) -> Option<(u64, u64)> {
    let (start, end) = line.split_once(',')?;
    (start.contains('.') && end.contains('.')).then_some((cues::time(start)?, cues::time(end)?))
}

fn read_by(lines: &[Line], timing: fn(&str) -> Option<(u64, u64)>) -> Written {
    let mut found: Vec<Cue> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if let Some((start, end)) = timing(line.text) {
            found.push(Cue { start, end, lines: Vec::new() });
            continue;
        }
        // The number of a cue stands right above its time.
        let number = line.text.bytes().all(|byte| byte.is_ascii_digit())
            && lines.get(at + 1).is_some_and(|next| timing(next.text).is_some());
        if line.is_blank() || number {
            continue;
        }
        if let Some(cue) = found.last_mut() {
            let text = html::without_entities(&without_marks(line.text));
            cue.lines.push(CueLine { voice: None, text, at: line.at() });
        }
    }
    Written::Talk(cues::talk(found))
}

/// A line without `<i>`, `<font …>` and `{\an8}`.
fn without_marks(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(['<', '{']) {
        left.push_str(&rest[..open]);
        let tag = rest[open..].starts_with('<');
        let inside = &rest[open + 1..];
        let is_mark = if tag {
            inside.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/')
        } else {
            inside.starts_with('\\')
        };
        if !is_mark {
            left.push_str(&rest[open..=open]);
            rest = inside;
            continue;
        }
        let Some(close) = inside.find(if tag { '>' } else { '}' }) else {
            rest = &rest[open..];
            break;
        };
        rest = &inside[close + 1..];
    }
    left.push_str(rest);
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_left_out_and_signs_stay() {
        for (text, left) in [
            ("{\\an8}<i>So</i> we", "So we"),
            ("a < b and {c}", "a < b and {c}"),
            ("<font color=\"red\">Go</font>", "Go"),
        ] {
            assert_eq!(without_marks(text), left);
        }
    }
}
