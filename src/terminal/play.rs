//! The interview in a terminal, at a prompt or from a script.

use std::{
    io::{self, BufRead, IsTerminal, StdinLock, Write},
    process::ExitCode,
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use crate::{
    interview::{
        debrief::{Debrief, report::card_lines},
        probing::Remark,
        scoring::{Scorer, assessment::Level},
        session::{AnswerKind, Command, Event, Session, Settings, Turn},
    },
    storage::{
        journal::{self, Draft, Journal},
        scenarios,
    },
    terminal::{PlayArguments, PlayFormat, encoder, fail, finish, plain, words},
};

/// The seed of a script that names none: a script plays the same every time.
const SCRIPT_SEED: u64 = 1;

/// The line of a script that opens an addition; without it a probe is left unanswered, so that no answer meant for the
/// next question is taken for one.
const ADD: &str = "/add";

/// Plays the interview that the arguments ask for.
pub(super) fn run(arguments: &PlayArguments) -> ExitCode {
    let at_prompt = io::stdin().is_terminal();
    let opened = if arguments.take_up { take_up() } else { open(arguments, at_prompt) };
    let (session, journal) = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let mut out: Box<dyn Write> = match arguments.format {
        PlayFormat::Text => Box::new(io::stdout().lock()),
        PlayFormat::Json => Box::new(io::sink()),
    };
    let lines = Lines { input: io::stdin().lock(), peeked: None };
    let mut table = Table { session, journal, lines, at_prompt };
    if let Err(error) = table.play(&mut out) {
        return finish(Err(error), ExitCode::SUCCESS);
    }
    drop(out);
    let debrief = Debrief::of(&table.session);
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        // The votes come last, where they are still on the screen.
        PlayFormat::Text => words::report(&mut out, &debrief.question_by_question())
            .and_then(|()| words::report(&mut out, &debrief.summary())),
        PlayFormat::Json => serde_json::to_writer_pretty(&mut out, &debrief)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn open(
    arguments: &PlayArguments,
    at_prompt: bool,
) -> Result<(Session, Option<Journal>), ExitCode> {
    let loaded = scenarios::load(arguments.scene.as_deref()).map_err(|error| {
        eprintln!("{}", error.report());
        ExitCode::FAILURE
    })?;
    let settings = arguments.settings(if at_prompt { drawn_seed() } else { SCRIPT_SEED });
    let scenario = Arc::new(loaded.scenario);
    if settings.answers == AnswerKind::Picked
        && let Some(question) = scenario.questions().iter().find(|q| q.cards.is_empty())
    {
        let error =
            format!("question `{}` has no cards to pick from: answer by typing", question.id);
        return Err(fail(&error));
    }
    let journal =
        if at_prompt { begin_journal(&loaded.name, &loaded.text, settings) } else { None };
    let scorer = Arc::new(Scorer::of(&scenario));
    if let Some(meaning) = encoder() {
        scorer.learn(meaning);
    }
    Ok((Session::new(scenario, scorer, settings), journal))
}

fn begin_journal(name: &str, text: &str, settings: Settings) -> Option<Journal> {
    let folder = journal::data_folder()?;
    Journal::begin(&folder, name, text, settings).inspect_err(not_kept).ok()
}

fn take_up() -> Result<(Session, Option<Journal>), ExitCode> {
    let folder = journal::data_folder();
    let unfinished = folder.as_deref().and_then(journal::unfinished);
    let (Some(folder), Some(unfinished)) = (folder, unfinished) else {
        return Err(fail(&"there is no unfinished interview: start one with `hotseat play`"));
    };
    let session = unfinished
        .replay()
        .map_err(|why| fail(&format!("the unfinished interview cannot be taken up: {why}")))?;
    if unfinished.draft.answers(&session) && !unfinished.draft.text.trim().is_empty() {
        println!("You had begun to say:");
        let _ = plain::wrapped(&mut io::stdout(), "  ", &unfinished.draft.text);
    }
    Ok((session, Journal::reopen(&folder).inspect_err(not_kept).ok()))
}

fn not_kept(error: &crate::storage::files::FileError) {
    eprintln!("hotseat: your words cannot be saved: {error}; set HOTSEAT_DATA to another folder");
}

fn drawn_seed() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(SCRIPT_SEED, |t| t.as_millis() as u64 % 10_000)
}

/// Lines of standard input, one of which can be looked at before it is taken.
struct Lines<'a> {
    input: StdinLock<'a>,
    peeked: Option<String>,
}

impl Lines<'_> {
    fn next(&mut self) -> io::Result<Option<String>> {
        if let Some(line) = self.peeked.take() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        if self.input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
        Ok(Some(line))
    }

    /// Takes the next line only if it is a command.
    fn next_command(&mut self) -> io::Result<Option<String>> {
        let next = self.next()?;
        match next {
            Some(line) if line.starts_with('/') => Ok(Some(line)),
            other => {
                self.peeked = other;
                Ok(None)
            }
        }
    }
}

struct Table<'a> {
    session: Session,
    journal: Option<Journal>,
    lines: Lines<'a>,
    at_prompt: bool,
}

impl Table<'_> {
    fn play(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.session.turn() == Turn::Ready {
            self.welcome(out)?;
            self.apply(out, Command::Begin)?;
        } else {
            self.ask(out)?;
            self.ask_back(out)?;
        }
        loop {
            let command = match self.session.turn() {
                Turn::Ready | Turn::Over => break,
                Turn::Answer => self.read_answer(out)?,
                Turn::Probe => self.read_addition(out)?,
                Turn::Rate => self.read_rating(out)?,
                Turn::Feedback => self.read_next(out)?,
            };
            self.apply(out, command)?;
        }
        if let Some(journal) = self.journal.take()
            && let Err(error) = journal.close()
        {
            not_kept(&error);
        }
        Ok(())
    }

    fn welcome(&self, out: &mut impl Write) -> io::Result<()> {
        let scenario = self.session.scenario();
        writeln!(out, "{}", plain::plain(scenario.title()))?;
        writeln!(
            out,
            "Seed {}: the same seed plays the same again.",
            self.session.settings().seed
        )?;
        writeln!(out, "\nAcross the table:")?;
        for panelist in scenario.panel() {
            let cares = match panelist.cares_about.as_str() {
                "" => String::new(),
                what => format!(", cares about {what}"),
            };
            writeln!(out, "  {}{}", plain::plain(&panelist.title), plain::plain(&cares))?;
        }
        if self.at_prompt {
            let how = match self.session.settings().answers {
                AnswerKind::Typed => {
                    "Type an answer over as many lines as you like; a lone . ends it."
                }
                AnswerKind::Picked => "Type the number of the strongest answer.",
            };
            writeln!(out, "\n{how}\nAlso: /hint, /skip, /finish. Everything you say is kept.")?;
        }
        Ok(())
    }

    /// Carries a command out and says what happened.
    fn apply(&mut self, out: &mut impl Write, command: Command) -> io::Result<()> {
        let events = match self.session.apply(command) {
            Ok(events) => events,
            Err(rejected) => return writeln!(out, "\nNot done: {rejected}."),
        };
        if let (Some(journal), Some(step)) = (&mut self.journal, self.session.log().last())
            && let Err(error) = journal.note(step)
        {
            not_kept(&error);
            self.journal = None;
        }
        for event in events {
            match event {
                Event::SectionOpened(section) => {
                    let title = &self.session.scenario().sections()[section].title;
                    writeln!(out, "\n== {} ==", plain::plain(title))?;
                }
                Event::QuestionAsked(_) => self.ask(out)?,
                Event::HandedOver(remark) => self.say(out, &remark)?,
                Event::ProbeAsked(_) => self.ask_back(out)?,
                Event::HintGiven => {
                    let hint = match self.session.hint() {
                        None | Some("") => "There is no hint to this question.",
                        Some(hint) => hint,
                    };
                    writeln!(out, "\nHint:")?;
                    plain::wrapped(out, "  ", hint)?;
                }
                Event::AnswerAssessed => self.show_feedback(out)?,
                Event::QuestionSkipped(_) | Event::ProbeSkipped => writeln!(out, "\nSkipped.")?,
                Event::SessionFinished => writeln!(out, "\nThe interview is over.")?,
                Event::AnswerGiven | Event::AdditionGiven | Event::Paused | Event::Resumed => {}
            }
        }
        Ok(())
    }

    fn ask(&self, out: &mut impl Write) -> io::Result<()> {
        let Some((index, question)) = self.session.current() else { return Ok(()) };
        let asker = &self.session.scenario().asker(index).title;
        writeln!(
            out,
            "\nQuestion {} of {}. {}:",
            self.session.asked(),
            self.session.plan().len(),
            plain::plain(asker)
        )?;
        plain::wrapped(out, "  ", &question.text)?;
        if self.session.settings().answers == AnswerKind::Picked {
            for (place, card) in self.session.cards().iter().enumerate() {
                writeln!(out, "\n{}.", place + 1)?;
                plain::wrapped(out, "   ", &card.text)?;
            }
        }
        Ok(())
    }

    /// What a panelist says to hand the word on or to take it.
    fn say(&self, out: &mut impl Write, remark: &Remark) -> io::Result<()> {
        let title = &self.session.scenario().panel()[remark.said_by].title;
        writeln!(out)?;
        plain::wrapped(out, "", &format!("{}: {}", plain::one_line(title), remark.text))
    }

    /// The probe, where one is asked.
    fn ask_back(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(probe) = self.session.probe() else { return Ok(()) };
        let title = &self.session.scenario().panel()[probe.asked_by].title;
        writeln!(out, "\n{} asks back:", plain::plain(title))?;
        plain::wrapped(out, "  ", &probe.text)?;
        self.prompt(out, "\nAdd to your answer, or /skip to leave it as it is.\n")
    }

    fn show_feedback(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(attempt) = self.session.attempts().last() else { return Ok(()) };
        let question = &self.session.scenario().questions()[attempt.question];
        let cards = card_lines(&self.session.dealt(attempt));
        if !cards.is_empty() {
            words::report(out, &cards)?;
        }
        words::feedback(out, question, &attempt.text, &attempt.probes, &attempt.assessment)
    }

    fn prompt(&self, out: &mut impl Write, text: &str) -> io::Result<()> {
        if self.at_prompt {
            write!(out, "{text}")?;
            out.flush()?;
        }
        Ok(())
    }

    fn read_answer(&mut self, out: &mut impl Write) -> io::Result<Command> {
        let picked = self.session.settings().answers == AnswerKind::Picked;
        let mut block: Vec<String> = Vec::new();
        loop {
            self.prompt(out, if block.is_empty() { "\n> " } else { "> " })?;
            let Some(line) = self.lines.next()? else {
                return Ok(if block.is_empty() { Command::Finish } else { answer(&block) });
            };
            if block.is_empty() {
                match line.trim() {
                    "/hint" => return Ok(Command::Hint),
                    "/skip" => return Ok(Command::Skip),
                    "/finish" => return Ok(Command::Finish),
                    "/retry" => return Ok(Command::Retry),
                    ADD if self.session.turn() == Turn::Probe => continue,
                    ADD => {
                        self.read_block(out)?;
                        writeln!(out, "\nNot done: nothing was asked back, so nothing is added.")?;
                        continue;
                    }
                    "" => continue,
                    "." if picked => continue,
                    _ => {}
                }
                if picked {
                    match line.trim().parse::<usize>() {
                        Ok(number) if number > 0 => return Ok(Command::Pick(number - 1)),
                        _ => {
                            writeln!(
                                out,
                                "\nNot done: `{}` is not the number of a card.",
                                plain::plain(&line)
                            )?;
                            continue;
                        }
                    }
                }
            }
            if line.trim() == "." {
                return Ok(answer(&block));
            }
            block.push(line);
            self.keep(&block);
        }
    }

    /// What is added to an answer: typed at a prompt, a block behind a line `/add` in a script.
    fn read_addition(&mut self, out: &mut impl Write) -> io::Result<Command> {
        if self.at_prompt {
            return self.read_answer(out);
        }
        match self.lines.next_command()? {
            Some(line) if line.trim() == ADD => Ok(answer(&self.read_block(out)?)),
            // Every other line is meant for what comes after.
            other => {
                self.lines.peeked = other.or(self.lines.peeked.take());
                Ok(Command::Skip)
            }
        }
    }

    /// The lines up to a lone dot or the end of the input.
    fn read_block(&mut self, out: &mut impl Write) -> io::Result<Vec<String>> {
        let mut block = Vec::new();
        while let Some(line) = self.lines.next()?
            && line.trim() != "."
        {
            block.push(line);
            self.keep(&block);
            self.prompt(out, "> ")?;
        }
        Ok(block)
    }

    /// Keeps the lines typed so far.
    fn keep(&self, block: &[String]) {
        let Some(journal) = &self.journal else { return };
        let Some(draft) = Draft::of(&self.session, block.join("\n")) else { return };
        if let Err(error) = journal.keep_draft(&draft) {
            not_kept(&error);
        }
    }

    /// The player's own level: asked for at a prompt, a line `/rate N` in a script.
    fn read_rating(&mut self, out: &mut impl Write) -> io::Result<Command> {
        self.prompt(out, "\nYour own level before you see it, 1 to 5 (Enter to pass): ")?;
        let line = if self.at_prompt {
            self.lines.next()?
        } else {
            match self.lines.next_command()? {
                Some(line) if line.starts_with("/rate") => Some(line),
                other => {
                    self.lines.peeked = other.or(self.lines.peeked.take());
                    None
                }
            }
        };
        let said = line.unwrap_or_default().replace("/rate", "");
        let own = said.trim().parse::<u8>().ok().filter(|level| (1..=5).contains(level));
        Ok(Command::Rate(own.map(Level::new)))
    }

    fn read_next(&mut self, out: &mut impl Write) -> io::Result<Command> {
        self.prompt(
            out,
            "\nEnter for the next question, /retry to answer again, /finish to end: ",
        )?;
        let line = if self.at_prompt {
            match self.lines.next()? {
                Some(line) => line,
                None => return Ok(Command::Finish),
            }
        } else {
            match self.lines.next_command()? {
                Some(line) if matches!(line.trim(), "/retry" | "/finish" | "/next") => line,
                other => {
                    self.lines.peeked = other.or(self.lines.peeked.take());
                    String::new()
                }
            }
        };
        Ok(match line.trim() {
            "/retry" => Command::Retry,
            "/finish" => Command::Finish,
            _ => Command::Continue,
        })
    }
}

fn answer(block: &[String]) -> Command {
    Command::Answer(block.join("\n").trim().to_owned())
}
