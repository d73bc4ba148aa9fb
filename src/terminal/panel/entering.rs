//! What a rater enters when the keyboard is theirs: notes, a level, what it rests on; cleared before the next sits there.

use std::io::{self, Write};

use crate::{
    interview::{
        ratings::{AnswerFlag, EvidenceNote, NoteSheet, PanelCommand, RaterRating},
        scoring::level::Level,
        star::Role,
    },
    terminal::{panel::sitting::Sitting, sanitize::one_line},
};

/// Clears the screen and what can be scrolled back to (ECMA-48, and xterm's addition).
const CLEAR: &str = "\u{1b}[H\u{1b}[2J\u{1b}[3J";

impl Sitting<'_> {
    /// A rater's turn: notes, a level, a sentence of evidence; before the first of them the candidate's own level.
    pub(super) fn rate(
        &mut self,
        out: &mut impl Write,
        answer: usize,
        rater: usize,
    ) -> io::Result<()> {
        let Some(play) = &self.play else { return Ok(()) };
        let panel = play.panel();
        let name = one_line(&panel.setup().raters[rater]);
        let is_first = panel.answers()[answer].waiting().len() == panel.setup().raters.len();
        if is_first && !panel.answers()[answer].has_own_level() {
            self.rate_oneself(out)?;
        }
        if self.is_left {
            return Ok(());
        }
        self.prompt(out, &format!("\n{name} rates; nobody else looks.\n"))?;
        let sheet = self.notes(out, rater)?;
        let Some(level) = self.level(out, &format!("{name}, your level, 1 to 5: "))? else {
            return Ok(());
        };
        self.prompt(out, "What it rests on, in a sentence (Enter to leave it out): ")?;
        let evidence = self.line()?.unwrap_or_default();
        let Some(play) = &self.play else { return Ok(()) };
        let noted = (!sheet.is_empty()).then(|| play.panel().seal(&sheet));
        if let Some(sheet) = noted {
            self.apply(out, PanelCommand::Note { rater, sheet })?;
        }
        let Some(play) = &self.play else { return Ok(()) };
        let rating = play.panel().seal(&RaterRating { level, evidence });
        self.apply(out, PanelCommand::Rate { rater, rating })?;
        // Whoever sits there next sees nothing of it.
        if self.clears {
            write!(out, "{CLEAR}")?;
        }
        writeln!(out, "\n{name} has rated.")
    }

    fn rate_oneself(&mut self, out: &mut impl Write) -> io::Result<()> {
        let line = if self.at_prompt {
            self.prompt(out, "\nThe candidate's own level, 1 to 5 (Enter to pass): ")?;
            self.line()?
        } else {
            self.lines.next_if(|line| line.starts_with("/own"))?
        };
        let said = line.unwrap_or_default().replace("/own", "");
        let Some(level) = said.trim().parse::<u8>().ok().filter(|level| (1..=5).contains(level))
        else {
            return Ok(());
        };
        let Some(play) = &self.play else { return Ok(()) };
        let own = play.panel().seal(&Level::new(level));
        self.apply(out, PanelCommand::RateOneself(own))?;
        if self.clears {
            write!(out, "{CLEAR}")?;
        }
        Ok(())
    }

    /// A rater's notes: lines that may begin with the letter of a part, ticks and flags; none in a script that has none.
    fn notes(&mut self, out: &mut impl Write, rater: usize) -> io::Result<NoteSheet> {
        let Some(play) = &self.play else { return Ok(NoteSheet::default()) };
        let mut sheet = play.panel().notes_of(rater);
        let flags = AnswerFlag::ALL.iter().enumerate();
        let flags: Vec<_> = flags.map(|(at, flag)| format!("{} {}", at + 1, flag.name())).collect();
        self.prompt(
            out,
            &format!(
                "Notes, one a line, with S:, T:, A: or R: before the part it tells; /point N ticks a key point; /flag N: {}. Enter goes on.\n",
                flags.join(", ")
            ),
        )?;
        loop {
            self.prompt(out, "note> ")?;
            let meant =
                |line: &str| ["/note", "/point", "/flag"].iter().any(|w| line.starts_with(w));
            let line = if self.at_prompt {
                self.line()?.filter(|line| !line.trim().is_empty())
            } else {
                self.lines.next_if(meant)?
            };
            let Some(line) = line else { return Ok(sheet) };
            let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
            let number = rest.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            match (word, number) {
                ("/point", Some(point)) => sheet.tick(point),
                ("/flag", Some(at)) if at < AnswerFlag::ALL.len() => {
                    sheet.flag(AnswerFlag::ALL[at]);
                }
                ("/point" | "/flag", _) => writeln!(out, "Not noted: there is no such number.")?,
                ("/note", _) => sheet.notes.push(note(rest)),
                _ => sheet.notes.push(note(&line)),
            }
        }
    }

    /// A level; nothing where the input ends.
    fn level(&mut self, out: &mut impl Write, asks: &str) -> io::Result<Option<Level>> {
        loop {
            self.prompt(out, asks)?;
            let Some(line) = self.line()? else { return Ok(None) };
            match line.trim().replace("/rate", "").trim().parse::<u8>() {
                Ok(level) if (1..=5).contains(&level) => return Ok(Some(Level::new(level))),
                _ => writeln!(out, "Not taken: `{}` is no level of 1 to 5.", one_line(&line))?,
            }
        }
    }
}

/// A note, with its part where it begins with the letter of one and a colon.
fn note(words: &str) -> EvidenceNote {
    let words = words.trim();
    let marked = words.split_once(':').and_then(|(mark, rest)| {
        let of = |role: &Role| mark.trim().eq_ignore_ascii_case(&role.letter().to_string());
        Some((Role::ALL.into_iter().find(of)?, rest))
    });
    match marked {
        Some((part, rest)) => EvidenceNote { part: Some(part), text: rest.trim().to_owned() },
        None => EvidenceNote { part: None, text: words.to_owned() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_marked_by_the_letter_of_its_part() {
        let read = |words| (note(words).part, note(words).text);
        assert_eq!(
            read("a: moved two nurses"),
            (Some(Role::Action), "moved two nurses".to_owned())
        );
        assert_eq!(read("R:nine to three"), (Some(Role::Result), "nine to three".to_owned()));
        assert_eq!(read("A nurse was ill: so"), (None, "A nurse was ill: so".to_owned()));
    }
}
