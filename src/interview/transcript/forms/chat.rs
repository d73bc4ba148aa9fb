//! The chat of a meeting, which is none of what was said in it.

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::stamp::Stamped;
use crate::interview::transcript::forms::{FormText, Written};
use crate::interview::transcript::lines::Line;

/// Whether the lines are the chat of a meeting: `10:03:21 From Dana to Everyone:`.
pub fn fits(source: &FormText) -> bool {
    let written = || source.lines.iter().filter(|line| !line.is_blank());
    let chat = written().take(60).filter(|line| is_chat_line(line)).count();
    chat >= 1 && is_chat_line(written().next().unwrap_or(&Line::new(1, "")))
}

fn is_chat_line(line: &Line) -> bool {
    let Some(Stamped::Leading(rest)) = Stamped::of(line) else { return false };
    let Some(rest) = rest.strip_prefix("From ").or_else(|| rest.strip_prefix("from ")) else {
        return false;
    };
    rest.contains(':') || rest.contains(" to ") || rest.contains(" To ")
}

/// Says that a chat is none of what was spoken.
pub fn refuse(_: &FormText, faults: &mut Faults) -> Option<Written> {
    faults.error(
        Code::ForeignFormat,
        (1, 1),
        "the file is a chat log: what was typed beside the meeting, not what was said in it",
        "bring the meeting's transcript, which Zoom saves as `….transcript.vtt`",
    );
    None
}
