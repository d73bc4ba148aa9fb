//! A mock panel at the terminal: the keyboard goes round, and what one rater enters is cleared before the next sits there.

use std::io::{self, Write};

use crate::{
    interview::{
        ratings::{PanelCommand, PanelEvent, PanelTurn, RaterRating, of_candidate::anchor},
        scoring::level::Level,
    },
    play::{
        documents::comparing,
        mock_panel::{PanelDone, PanelPlay},
    },
    storage::panel_journal::PanelDraft,
    terminal::{
        line_reader::LineReader,
        panel::showing,
        sanitize::{one_line, plain, wrapped},
        table::not_kept,
    },
};

/// A panel at the terminal.
pub(super) struct Sitting<'a> {
    pub(super) play: Option<PanelPlay>,
    pub(super) lines: LineReader<'a>,
    pub(super) at_prompt: bool,
    /// Whether the screen can be cleared.
    pub(super) clears: bool,
    /// Whether the input is at its end.
    pub(super) is_left: bool,
}

impl<'a> Sitting<'a> {
    pub(super) fn new(
        play: PanelPlay,
        lines: LineReader<'a>,
        at_prompt: bool,
        clears: bool,
    ) -> Self {
        Self { play: Some(play), lines, at_prompt, clears, is_left: false }
    }

    /// Holds the panel from where it stands to its end, or to the end of the input, from where it can be taken up.
    pub(super) fn hold(&mut self, out: &mut impl Write, draft: PanelDraft) -> io::Result<()> {
        self.welcome(out)?;
        let mut begun = draft.words;
        while let Some(turn) = self.play.as_ref().map(|play| play.panel().turn()) {
            match turn {
                PanelTurn::Ready { candidate } => self.seat(out, candidate)?,
                PanelTurn::Answer { candidate, .. } => {
                    let begun = std::mem::take(&mut begun);
                    self.hear(out, candidate, begun)?;
                }
                PanelTurn::Rate { answer, rater } => self.rate(out, answer, rater)?,
                PanelTurn::Compare { answer } => self.compare(out, answer)?,
                PanelTurn::Over => return self.end(out),
            }
            if self.is_left {
                self.prompt(
                    out,
                    "\nThe panel is kept: `hotseat panel --continue` goes on with it.\n",
                )?;
                return Ok(());
            }
        }
        Ok(())
    }

    fn welcome(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(play) = &self.play else { return Ok(()) };
        let panel = play.panel();
        writeln!(out, "Mock panel: {}", one_line(panel.scenario().title()))?;
        writeln!(out, "Candidates: {}", one_line(&panel.setup().candidates.join(", ")))?;
        writeln!(out, "Raters: {}", one_line(&panel.setup().raters.join(", ")))?;
        writeln!(
            out,
            "{} questions, the same for everybody, in the same order.",
            panel.plan().len()
        )?;
        writeln!(out, "\nWhat the levels sound like:")?;
        for level in (1..=5).map(Level::new) {
            wrapped(out, "  ", &format!("{}. {}", level.number(), anchor(level)))?;
        }
        Ok(())
    }

    pub(super) fn prompt(&self, out: &mut impl Write, text: &str) -> io::Result<()> {
        if self.at_prompt {
            write!(out, "{text}")?;
            out.flush()?;
        }
        Ok(())
    }

    /// The next line; at the end of the input the panel is left.
    pub(super) fn line(&mut self) -> io::Result<Option<String>> {
        let line = self.lines.next()?;
        self.is_left |= line.is_none();
        Ok(line)
    }

    pub(super) fn apply(&mut self, out: &mut impl Write, command: PanelCommand) -> io::Result<()> {
        let Some(play) = &mut self.play else { return Ok(()) };
        match play.apply(command) {
            Err(rejected) => writeln!(out, "\nNot done: {rejected}."),
            Ok(PanelDone { events, saved, notice }) => {
                if let Err(error) = saved {
                    not_kept(&error);
                }
                if let Some(notice) = notice {
                    eprintln!("note: {}", plain(&notice));
                }
                events.iter().try_for_each(|event| self.say(out, *event))
            }
        }
    }

    fn say(&self, out: &mut impl Write, event: PanelEvent) -> io::Result<()> {
        let Some(play) = &self.play else { return Ok(()) };
        let panel = play.panel();
        match event {
            PanelEvent::PanelAsked(index) => {
                let question = &panel.scenario().questions()[index];
                let asker = one_line(&panel.scenario().asker(index).title);
                let number = panel.current().map_or(0, |(number, _)| number);
                writeln!(out, "\nQuestion {number} of {}. {asker}:", panel.plan().len())?;
                wrapped(out, "  ", &question.text)
            }
            PanelEvent::CandidateSatDown(candidate) => {
                writeln!(out, "\n{} sits down.", one_line(&panel.setup().candidates[candidate]))
            }
            PanelEvent::Passed => writeln!(out, "\nPassed."),
            PanelEvent::CandidateDone(candidate) => {
                writeln!(out, "\n{} has answered.", one_line(&panel.setup().candidates[candidate]))
            }
            PanelEvent::AnswerHeard(_)
            | PanelEvent::NoteTaken
            | PanelEvent::RatingIn(_)
            | PanelEvent::Revealed(_)
            | PanelEvent::Corrected(_)
            | PanelEvent::JudgeChanged
            | PanelEvent::PanelOver => Ok(()),
        }
    }

    /// Waits for a candidate to sit down.
    fn seat(&mut self, out: &mut impl Write, candidate: usize) -> io::Result<()> {
        if self.at_prompt {
            let name =
                self.play.as_ref().map(|play| play.panel().setup().candidate(candidate, false));
            let name = one_line(&name.unwrap_or_default());
            self.prompt(out, &format!("\nEnter when {name} sits there, /finish to end: "))?;
            match self.line()?.as_deref().map(str::trim) {
                None => return Ok(()),
                Some("/finish") => return self.apply(out, PanelCommand::Finish),
                Some(_) => {}
            }
        }
        self.apply(out, PanelCommand::Begin)
    }

    /// An answer: typed up to a lone dot, or spoken while a rater notes.
    fn hear(&mut self, out: &mut impl Write, candidate: usize, begun: String) -> io::Result<()> {
        let mut block: Vec<String> = begun.lines().map(str::to_owned).collect();
        if !block.is_empty() {
            writeln!(out, "\nBegun before:")?;
            wrapped(out, "  ", &begun)?;
        }
        let who = self.play.as_ref().map(|play| play.panel().setup().candidate(candidate, false));
        self.prompt(
            out,
            &format!(
                "\n{}: type the answer, a lone . ends it. /spoken SECONDS after a spoken one, /pass, /finish.\n",
                one_line(&who.unwrap_or_default())
            ),
        )?;
        loop {
            self.prompt(out, "> ")?;
            let Some(line) = self.line()? else { return Ok(()) };
            let word = line.trim();
            if word == "." {
                let words = Some(block.join("\n"));
                return self.apply(out, PanelCommand::Answer { words, seconds: None });
            }
            if block.is_empty() {
                if word.is_empty() {
                    continue;
                }
                if word == "/pass" {
                    return self.apply(out, PanelCommand::Pass);
                }
                if word == "/finish" {
                    return self.apply(out, PanelCommand::Finish);
                }
                if let Some(seconds) = word.strip_prefix("/spoken") {
                    let seconds = seconds.trim().parse().ok();
                    return self.apply(out, PanelCommand::Answer { words: None, seconds });
                }
            }
            block.push(line);
            if let Some(Err(error)) = self.play.as_ref().map(|play| {
                let steps = play.panel().log().len();
                play.keep(&PanelDraft { steps, words: block.join("\n"), ..PanelDraft::default() })
            }) {
                not_kept(&error);
            }
        }
    }

    /// All ratings side by side; whoever wants to may change theirs, and says why.
    fn compare(&mut self, out: &mut impl Write, answer: usize) -> io::Result<()> {
        let Some(play) = &self.play else { return Ok(()) };
        showing::side_by_side(out, play.panel(), &play.panel().answers()[answer])?;
        loop {
            self.prompt(out, "\nEnter to go on, /change RATER LEVEL REASON, /finish: ")?;
            let line = if self.at_prompt {
                let Some(line) = self.line()? else { return Ok(()) };
                line
            } else {
                let meant = |line: &str| line.starts_with("/change") || line == "/finish";
                self.lines.next_if(meant)?.unwrap_or_default()
            };
            if line.trim() == "/finish" {
                return self.apply(out, PanelCommand::Finish);
            }
            let Some(change) = line.trim().strip_prefix("/change") else {
                return self.apply(out, PanelCommand::Continue);
            };
            match self.change(answer, change) {
                Some(command) => self.apply(out, command)?,
                None => writeln!(
                    out,
                    "Not done: say /change, the rater's number or name, a level, and why."
                )?,
            }
        }
    }

    fn change(&self, answer: usize, said: &str) -> Option<PanelCommand> {
        let raters = &self.play.as_ref()?.panel().setup().raters;
        let said = said.trim();
        let named = raters.iter().enumerate().find_map(|(rater, name)| {
            Some((rater, said.strip_prefix(name.as_str())?.strip_prefix(' ')?))
        });
        let numbered = || {
            let (number, rest) = said.split_once(' ')?;
            let rater = number.parse::<usize>().ok()?.checked_sub(1)?;
            Some((rater, rest))
        };
        let (rater, rest) = named.or_else(numbered)?;
        let (level, reason) = rest.trim().split_once(' ')?;
        let level = level.parse::<u8>().ok().filter(|level| (1..=5).contains(level))?;
        let rating = RaterRating { level: Level::new(level), evidence: String::new() };
        Some(PanelCommand::Correct { answer, rater, rating, reason: reason.to_owned() })
    }

    /// The comparison, and how to take it along.
    fn end(&mut self, out: &mut impl Write) -> io::Result<()> {
        let Some(play) = self.play.take() else { return Ok(()) };
        writeln!(out, "\nThe panel is over.")?;
        let hidden = play.panel().setup().hides_names;
        showing::document(out, &comparing::document(play.panel(), hidden))?;
        if let Err(error) = play.close() {
            not_kept(&error);
        }
        self.prompt(out, "\nScorecards: hotseat scorecard --into FOLDER\n")
    }
}
