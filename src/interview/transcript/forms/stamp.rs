//! Times in a transcript: `0:03`, `[00:00:03]`, `(00:03 - 00:08)`, `1 hour 2 minutes 14 seconds`.

use crate::interview::transcript::lines::Line;

/// How far into a line the time behind a name may stand, in bytes.
const MOST_BYTES: usize = 90;

/// A line that has a time at its head or behind a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stamped<'a> {
    /// Nothing but a time.
    Time,
    /// A time, and what stands behind it.
    Leading(&'a str),
    /// What stands before a time, and what stands behind it.
    Behind(&'a str, &'a str),
}

impl<'a> Stamped<'a> {
    /// Reads the time of a line, if it has one.
    pub fn of(line: &Line<'a>) -> Option<Self> {
        let text = line.text;
        if !text.as_bytes().iter().take(MOST_BYTES).any(u8::is_ascii_digit) {
            return None;
        }
        if let Some(length) = stamp(text) {
            let rest =
                text[length..].trim_start_matches([' ', '\t', '-', '–', '—', '|', ',', '\u{a0}']);
            return Some(if rest.is_empty() { Self::Time } else { Self::Leading(rest) });
        }
        let starts = text.char_indices().take_while(|(at, _)| *at <= MOST_BYTES);
        let mut before = 'x';
        for (at, c) in starts {
            let opens = (c.is_ascii_digit() && !before.is_alphanumeric() && before != '.')
                || matches!(c, '(' | '[' | '<');
            let apart =
                before.is_whitespace() || matches!(before, '(' | '[' | '|' | ',' | '-' | ':');
            before = c;
            if !opens || !apart {
                continue;
            }
            let Some(length) = stamp(&text[at..]) else { continue };
            let name =
                text[..at].trim_end_matches([' ', '\t', '-', '–', '—', '|', ',', ':', '\u{a0}']);
            let behind = &text[at + length..];
            let rest =
                behind.trim_start_matches([' ', '\t', ':', '：', '-', '–', '—', '|', '\u{a0}']);
            let bracketed = matches!(c, '(' | '[' | '<');
            // `We met at 10:30 with …` has a time inside a sentence.
            if !name.is_empty() && (rest.is_empty() || bracketed || behind.starts_with([':', '：']))
            {
                return Some(Self::Behind(name, rest));
            }
            return None;
        }
        None
    }
}

/// How many bytes the time at the head of a text takes, with its brackets and the range it may open.
pub fn stamp(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let open = bytes.first().copied().filter(|byte| matches!(byte, b'(' | b'[' | b'<'));
    let mut at = usize::from(open.is_some());
    at += blanks(&text[at..]);
    at += date(&text[at..]).unwrap_or(0);
    at += time(&text[at..])?;
    for between in ["-->", "->", "-", "–", "—", "to"] {
        let blank = blanks(&text[at..]);
        if let Some(rest) = text[at + blank..].strip_prefix(between) {
            let gap = blanks(rest);
            if let Some(length) = time(&rest[gap..]) {
                at += blank + between.len() + gap + length;
                break;
            }
        }
    }
    if let Some(open) = open {
        let close = match open {
            b'(' => b')',
            b'[' => b']',
            _ => b'>',
        };
        at += blanks(&text[at..]);
        if bytes.get(at) != Some(&close) {
            return None;
        }
        at += 1;
    } else if text[at..].starts_with(|c: char| c.is_alphanumeric() || c == '%') {
        return None;
    }
    Some(at)
}

fn blanks(text: &str) -> usize {
    text.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// A date before a time: `2024-12-05 ` or `2024-12-05T`.
fn date(text: &str) -> Option<usize> {
    let bytes = text.as_bytes().get(..11)?;
    let form = bytes.iter().enumerate().all(|(at, byte)| match at {
        4 | 7 => *byte == b'-',
        10 => matches!(byte, b' ' | b'T'),
        _ => byte.is_ascii_digit(),
    });
    form.then_some(11)
}

/// How many bytes a time takes: by the clock, in words, or both.
fn time(text: &str) -> Option<usize> {
    let spoken = in_words(text);
    let at = spoken.unwrap_or(0);
    match clock(&text[at..]) {
        Some(length) => Some(at + length),
        None => spoken,
    }
}

/// `0:03`, `00:00:03`, `00:00:03.120`, `10:03:21 AM`.
fn clock(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    if !(1..=3).contains(&first) {
        return None;
    }
    let mut at = first;
    let mut parts = 0;
    while parts < 2 && text[at..].starts_with(':') && digits(&text[at + 1..]) == 2 {
        at += 3;
        parts += 1;
    }
    if parts == 0 {
        return None;
    }
    if text[at..].starts_with(['.', ',', ':']) && (1..=6).contains(&digits(&text[at + 1..])) {
        at += 1 + digits(&text[at + 1..]);
    }
    let blank = blanks(&text[at..]);
    let half = text.get(at + blank..at + blank + 2).map(str::to_ascii_lowercase);
    if half.is_some_and(|half| half == "am" || half == "pm") {
        at += blank + 2;
    } else if text[at..].starts_with('Z') {
        at += 1;
    }
    Some(at)
}

/// `1 hour 2 minutes 14 seconds`, `2m 14s`.
fn in_words(text: &str) -> Option<usize> {
    const UNITS: [&str; 13] = [
        "hours", "hour", "minutes", "minute", "seconds", "second", "hrs", "mins", "min", "secs",
        "sec", "m", "s",
    ];
    let (mut at, mut end) = (0, None);
    for _ in 0..3 {
        let digits = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=4).contains(&digits) {
            break;
        }
        let unit = at + digits + blanks(&text[at + digits..]);
        let Some(length) =
            UNITS.iter().find(|word| text[unit..].starts_with(**word)).map(|w| w.len())
        else {
            break;
        };
        let behind = unit + length;
        if text[behind..].starts_with(char::is_alphabetic) {
            break;
        }
        end = Some(behind);
        at = behind + text[behind..].bytes().take_while(|byte| matches!(byte, b' ' | b',')).count();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<Stamped>) {
        assert_eq!(Stamped::of(&Line::new(1, line)), expected, "{line}");
    }

    #[test]
    fn a_time_stands_alone_or_at_the_head() {
        for line in
            ["0:03", "[00:00:03]", "00:00:03.120 --> 00:00:05.000", "0 minutes 3 seconds0:03"]
        {
            check(line, Some(Stamped::Time));
        }
        check("[00:00:03] Dana: Why?", Some(Stamped::Leading("Dana: Why?")));
        check("2024-12-05 10:00:03 Dana: Why?", Some(Stamped::Leading("Dana: Why?")));
        check("0:03 - Dana", Some(Stamped::Leading("Dana")));
    }

    #[test]
    fn a_time_stands_behind_a_name() {
        for line in [
            "Dana Ruiz  0:03  ",
            "Dana Ruiz (00:00:03):",
            "Dana Ruiz | 00:03",
            "Dana Ruiz 0 minutes 3 seconds",
        ] {
            check(line, Some(Stamped::Behind("Dana Ruiz", "")));
        }
        check("Dana Ruiz [00:03]: Why?", Some(Stamped::Behind("Dana Ruiz", "Why?")));
    }

    #[test]
    fn a_time_in_a_sentence_is_none() {
        for line in
            ["We met at 10:30 with the team.", "3:1 was the ratio", "Days 30-60: plans", "1. Why?"]
        {
            check(line, None);
        }
    }
}
