//! What a transcript holds that nobody said: what recorders note, and what listeners murmur.

use crate::interview::transcript::words::{is_one_of, spoken_words};

/// How many bytes a line may have that a recorder writes of itself.
const MOST_BYTES: usize = 160;
/// How many words somebody murmurs who only listens.
const MOST_MURMURED: usize = 4;

/// Beginnings of lines that recorders write.
const BEGINNINGS: &[&str] = &[
    "automatically transcribed",
    "end of transcript",
    "kind: captions",
    "language: en",
    "live transcription",
    "meeting ended",
    "meeting started",
    "recording paused",
    "recording resumed",
    "recording started",
    "recording stopped",
    "subtitles by",
    "this editable transcript was computer generated",
    "this transcript was exported",
    "this transcript was generated",
    "transcribed by",
    "transcript generated",
    "transcription ended",
    "transcription started",
    "transcription stopped",
    "view original transcript",
];

/// Endings of such lines.
const ENDINGS: &[&str] = &[
    "has joined",
    "has left",
    "joined the call",
    "joined the meeting",
    "left the call",
    "left the meeting",
    "started recording",
    "started transcription",
    "started the recording",
    "stopped recording",
    "stopped the recording",
    "stopped transcription",
];

/// Words of which a murmur is made.
const MURMURS: &str = "\
    absolutely ah aha alright awesome brilliant course cool definitely enough exactly excellent \
    fair fine fantastic go good got great ha hm hmm huh i indeed interesting it know lovely m \
    makes mhm mm mmm mhmm much nice no of oh ok okay on perfect really right see sense so sounds \
    super sure thank thanks that that's true uh uhhuh um understood very wonderful wow yeah yep \
    yes you";

/// Whether a line or a cue is no speech: all of it in brackets, music, or what a recorder notes.
pub fn is_filler(text: &str) -> bool {
    let text = text.trim();
    if text.is_empty() || text.len() > MOST_BYTES {
        return false;
    }
    let enclosed = |open: char, close: char| {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inside.is_some_and(|inside| !inside.contains([open, close]))
    };
    let stage =
        enclosed('[', ']') || enclosed('(', ')') || enclosed('*', '*') || enclosed('♪', '♪');
    if stage || !text.contains(char::is_alphanumeric) {
        return true;
    }
    let lower = text.to_lowercase();
    let lower = lower.trim_end_matches(['.', '!', ' ']);
    BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || ENDINGS.iter().any(|ending| lower.ends_with(ending) && lower.split(' ').count() <= 8)
}

/// What stands in brackets for a sound, in lower case.
const SOUNDS: &str = "\
    applause chuckles cough coughs cross-talk crosstalk inaudible laugh laughing laughs laughter \
    music noise pause pauses sigh sighs silence unintelligible";

/// Takes sounds in brackets and the marks of music out of a text; gives how many there were.
pub fn take_out(text: &mut String) -> usize {
    if !text.contains(['[', '(', '♪']) {
        return 0;
    }
    let (mut left, mut rest, mut out) = (String::with_capacity(text.len()), text.as_str(), 0);
    while let Some(open) = rest.find(['[', '(', '♪']) {
        left.push_str(&rest[..open]);
        let inside = &rest[open..];
        let end = match inside.chars().next() {
            Some('♪') => Some('♪'.len_utf8()),
            Some(c) => {
                let close = if c == '[' { ']' } else { ')' };
                let end = inside.bytes().take(40).position(|byte| byte == close as u8);
                end.filter(|end| is_sound(&inside[1..*end])).map(|end| end + 1)
            }
            None => None,
        };
        let taken = end.unwrap_or_else(|| inside.chars().next().map_or(1, char::len_utf8));
        if end.is_some() {
            out += 1;
            left.truncate(left.trim_end().len());
        } else {
            left.push_str(&inside[..taken]);
        }
        rest = &inside[taken..];
    }
    left.push_str(rest);
    if out > 0 {
        *text = left.trim().to_owned();
    }
    out
}

fn is_sound(inside: &str) -> bool {
    let word = inside.split([' ', ':']).next().unwrap_or("").to_lowercase();
    is_one_of(&word, SOUNDS)
}

/// Whether a text is what somebody murmurs who listens: `Mm-hm.`, `Right.`, `Okay, great.`
pub fn is_back_channel(text: &str) -> bool {
    if text.len() > 48 || text.contains(['?', '？']) {
        return false;
    }
    let words = spoken_words(text);
    (1..=MOST_MURMURED).contains(&words.len()) && words.iter().all(|word| is_one_of(word, MURMURS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_recorders_note_is_no_speech() {
        for text in [
            "[laughter]",
            "(crosstalk)",
            "♪ music ♪",
            "Recording started",
            "Dana Whitfield started transcription",
            "Transcribed by https://otter.ai",
            "Meeting ended after 00:21:40",
            "…",
            "*",
            "♪",
        ] {
            assert!(is_filler(text), "{text}");
        }
        for text in
            ["I started recording my hours, and we left the meeting early.", "(a) or (b)", ""]
        {
            assert!(!is_filler(text), "{text}");
        }
    }

    #[test]
    fn sounds_in_brackets_are_taken_out() {
        for (text, left, out) in [
            ("So [laughter] we went.", "So we went.", 1),
            ("(laughs) It held ♪ ♪ then.", "It held then.", 3),
            ("We (three) met [inaudible 00:03:12].", "We (three) met.", 1),
            ("We (three) met.", "We (three) met.", 0),
        ] {
            let mut said = text.to_owned();
            assert_eq!((take_out(&mut said), said.as_str()), (out, left), "{text}");
        }
    }

    #[test]
    fn who_listens_murmurs() {
        for text in
            ["Mm-hm.", "Right.", "Okay, great.", "I see.", "Makes sense.", "Thank you so much."]
        {
            assert!(is_back_channel(text), "{text}");
        }
        for text in ["Really?", "In March.", "Not yet.", "We won.", ""] {
            assert!(!is_back_channel(text), "{text}");
        }
    }
}
