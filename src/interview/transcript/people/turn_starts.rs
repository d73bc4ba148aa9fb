//! The lines of a transcript at which somebody may begin to speak.

use crate::interview::transcript::Speaker;
use crate::interview::transcript::asking::asks;
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::{Label, is_written_like_a_name};
use crate::interview::transcript::people::cast::Cast;

/// How many bytes of a paragraph are looked at for a question.
const MOST_BYTES: usize = 4000;
/// Who stands before the colon of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KnownAs {
    /// The candidate.
    Candidate,
    /// One of the panel.
    Panel,
    /// Words that are written like a name, and nobody's.
    Unknown,
    /// Nobody: a section rule.
    Rule,
}

/// A line that opens a turn, or may.
pub struct TurnStart<'a> {
    /// Who opens it.
    pub who: KnownAs,
    /// The label; empty for a rule.
    pub label: &'a str,
    /// Where it stands.
    pub at: (usize, usize),
    /// Whether its paragraph asks; looked at for unknown labels alone.
    pub asks: bool,
    /// Whether it begins a paragraph.
    pub opens: bool,
    /// Which turn of a known speaker it stands in.
    pub turn: usize,
}

/// The lines that open a turn, or may, and the rules between them; titles are no turns.
pub fn cues<'a>(cast: &Cast, body: &[Line<'a>]) -> Vec<TurnStart<'a>> {
    let mut cues: Vec<TurnStart> = Vec::new();
    let (mut turn, mut opens) = (0, true);
    for (index, line) in body.iter().enumerate() {
        let known = cast.speaker_of(line);
        let cue = if line.is_rule() {
            Some((KnownAs::Rule, ""))
        } else if let Some((speaker, label)) = known {
            turn += 1;
            Some((
                if speaker == Speaker::Candidate { KnownAs::Candidate } else { KnownAs::Panel },
                label.name,
            ))
        } else {
            let label = unlisted_label(line).filter(|_| !is_title(&body[..index], &body[index..]));
            label.map(|label| (KnownAs::Unknown, label.name))
        };
        if let Some((who, label)) = cue {
            let asks = who == KnownAs::Unknown && asks(&paragraph(cast, &body[index..]));
            cues.push(TurnStart { who, label, at: line.at(), asks, opens, turn });
        }
        opens = line.is_blank() || line.is_rule() || known.is_some();
    }
    cues
}

/// Whether a line stands between two section rules: `PART ONE: VISION`.
fn is_title(above: &[Line], below: &[Line]) -> bool {
    let written = |line: &&Line| !line.is_blank();
    above.iter().rev().find(written).is_some_and(Line::is_rule)
        && below.iter().skip(1).find(written).is_some_and(Line::is_rule)
}

/// The paragraph that begins with the first of the lines, without its label, up to the next label.
fn paragraph(cast: &Cast, lines: &[Line]) -> String {
    let mut text = lines.first().and_then(Label::of).map_or("", |label| label.text).to_owned();
    for line in &lines[1..] {
        let ends = line.is_blank() || line.is_rule() || text.len() > MOST_BYTES;
        if ends || cast.speaker_of(line).is_some() || unlisted_label(line).is_some() {
            break;
        }
        text.push(' ');
        text.push_str(line.text);
    }
    text
}

fn unlisted_label<'a>(line: &Line<'a>) -> Option<Label<'a>> {
    Label::of(line).filter(|label| is_written_like_a_name(label.name))
}
