//! The interview at the table: what is asked and what happens is printed, what is said is kept.

use std::io::{self, Write};

use crate::{
    interview::{
        debrief::report::card_lines,
        probing::Remark,
        session::{AnswerKind, Command, Event, Session, Turn},
    },
    play::{Done, Play},
    storage::{files::FileError, shelf::Kept},
    terminal::{line_reader::LineReader, report, sanitize},
};

/// Says that what is said is not written down.
pub(super) fn not_kept(error: &FileError) {
    eprintln!("hotseat: your words cannot be saved: {error}; set HOTSEAT_DATA to another folder");
}

/// A session with the lines it is played by.
pub(super) struct Table<'a> {
    play: Play,
    pub(super) lines: LineReader<'a>,
    pub(super) at_prompt: bool,
    /// The words that were begun on what is asked, and wait to be gone on with.
    pub(super) begun: String,
    /// The interview that beginning this one leaves behind.
    pub(super) left: Option<Kept>,
    /// Whether the player was told that nothing can be written down, and nothing was since.
    unsaved: bool,
}

impl<'a> Table<'a> {
    pub(super) fn new(play: Play, lines: LineReader<'a>, at_prompt: bool) -> Self {
        Self { play, lines, at_prompt, begun: String::new(), left: None, unsaved: false }
    }

    /// The session as it stands.
    pub(super) fn session(&self) -> &Session {
        self.play.session()
    }

    /// What the history calls the interview, where it is kept.
    pub(super) fn name_in_history(&self) -> Option<String> {
        self.play.name_in_history().map(str::to_owned)
    }

    /// Plays from where the session stands to its end, with the words that were begun there.
    pub(super) fn play(&mut self, out: &mut impl Write, begun: String) -> io::Result<()> {
        if self.session().turn() == Turn::Ready {
            self.welcome(out)?;
            self.apply(out, Command::Begin)?;
            if let Some(left) = self.left.take().filter(|_| !self.unsaved) {
                eprintln!(
                    "note: your interview “{}” at {} is kept: `--continue=2` goes on with it",
                    left.title,
                    left.place()
                );
            }
        } else {
            self.ask(out)?;
            self.ask_back(out)?;
            self.begin_with(out, begun)?;
        }
        loop {
            let command = match self.session().turn() {
                Turn::Ready | Turn::Over => break,
                Turn::Answer => self.read_answer(out)?,
                Turn::Probe => self.read_addition(out)?,
                Turn::Rate => self.read_rating(out)?,
                Turn::Feedback => self.read_next(out)?,
                Turn::Closing => self.read_return(out)?,
            };
            self.apply(out, command)?;
        }
        Ok(())
    }

    fn welcome(&self, out: &mut impl Write) -> io::Result<()> {
        let scenario = self.session().scenario();
        writeln!(out, "{}", sanitize::plain(scenario.title()))?;
        writeln!(
            out,
            "Seed {}: the same seed plays the same again.",
            self.session().settings().seed
        )?;
        writeln!(out, "\nAcross the table:")?;
        for panelist in scenario.panel() {
            let cares = match panelist.cares_about.as_str() {
                "" => String::new(),
                what => format!(", cares about {what}"),
            };
            writeln!(out, "  {}{}", sanitize::plain(&panelist.title), sanitize::plain(&cares))?;
        }
        let unanswered = scenario.questions().iter().filter(|one| one.model.is_empty()).count();
        if unanswered > 0 {
            let all = scenario.questions().len();
            let note = match (unanswered, all) {
                (some, all) if some == all => "None of the questions has a model answer".to_owned(),
                (some, all) => format!("{some} of the {all} questions have no model answer"),
            };
            writeln!(out)?;
            let asked =
                "tell your own story there; its qualities are judged, and nothing is compared.";
            sanitize::wrapped(out, "", &format!("{note}: {asked}"))?;
        }
        if self.at_prompt {
            let how = match self.session().settings().answers {
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
        let Done { events, saved, notice } = match self.play.apply(command) {
            Ok(done) => done,
            Err(rejected) => return writeln!(out, "\nNot done: {rejected}."),
        };
        self.follow(&saved);
        if let Some(notice) = notice {
            eprintln!("note: {}", sanitize::plain(&notice));
        }
        for event in events {
            match event {
                Event::SectionOpened(section) => {
                    let title = &self.session().scenario().sections()[section].title;
                    writeln!(out, "\n== {} ==", sanitize::plain(title))?;
                }
                Event::QuestionAsked(question) => {
                    self.ask(out)?;
                    // Who answers again at a prompt writes anew; only what was never handed in is gone on with.
                    let begun = match self.session().latest(question) {
                        Some(answer) if answer.draft() == self.session().begun() => String::new(),
                        _ => self.session().begun(),
                    };
                    self.begin_with(out, begun)?;
                }
                Event::HandedOver(remark) => self.say(out, &remark)?,
                Event::ProbeAsked(_) => self.ask_back(out)?,
                // Only the window has a stage to show it on.
                Event::AnswerShown => {}
                Event::HintGiven => {
                    let hint = match self.session().hint() {
                        None | Some("") => "There is no hint to this question.",
                        Some(hint) => hint,
                    };
                    writeln!(out, "\nHint:")?;
                    sanitize::wrapped(out, "  ", hint)?;
                }
                Event::AnswerAssessed => self.show_feedback(out)?,
                Event::QuestionSkipped(_) => writeln!(out, "\nSkipped.")?,
                Event::ProbeSkipped => writeln!(out, "\nLeft open.")?,
                Event::SessionFinished => writeln!(out, "\nThe interview is over.")?,
                Event::EngineTaken
                | Event::AnswerGiven
                | Event::AdditionGiven
                | Event::EndReached
                | Event::Paused
                | Event::Resumed => {}
            }
        }
        Ok(())
    }

    /// Says when nothing can be written down any more, and when it can again.
    fn follow(&mut self, saved: &Result<(), FileError>) {
        match saved {
            Ok(()) if self.unsaved => {
                self.unsaved = false;
                eprintln!("hotseat: your words are saved again");
            }
            Err(error) if !self.unsaved => {
                self.unsaved = true;
                not_kept(error);
            }
            Ok(()) | Err(_) => {}
        }
    }

    fn ask(&self, out: &mut impl Write) -> io::Result<()> {
        let Some((index, question)) = self.session().current() else { return Ok(()) };
        let asker = &self.session().scenario().asker(index).title;
        writeln!(
            out,
            "\nQuestion {} of {}. {}:",
            self.session().number(),
            self.session().plan().len(),
            sanitize::plain(asker)
        )?;
        sanitize::wrapped(out, "  ", &question.text)?;
        if self.session().settings().answers == AnswerKind::Picked {
            for (place, card) in self.session().cards().iter().enumerate() {
                writeln!(out, "\n{}.", place + 1)?;
                sanitize::wrapped(out, "   ", &card.text)?;
            }
        }
        Ok(())
    }

    /// Shows the words that were begun; at a prompt they are gone on with.
    fn begin_with(&mut self, out: &mut impl Write, begun: String) -> io::Result<()> {
        if begun.trim().is_empty() {
            self.begun.clear();
            return Ok(());
        }
        writeln!(out, "\nYou had begun to say:")?;
        sanitize::wrapped(out, "  ", &begun)?;
        if self.at_prompt {
            self.begun = begun;
            self.prompt(out, "Go on from there, or /clear to start anew; a lone . ends it.\n")?;
        }
        Ok(())
    }

    /// What a panelist says to hand the word on or to take it.
    fn say(&self, out: &mut impl Write, remark: &Remark) -> io::Result<()> {
        let title = &self.session().scenario().panel()[remark.said_by].title;
        writeln!(out)?;
        sanitize::wrapped(out, "", &format!("{}: {}", sanitize::one_line(title), remark.text))
    }

    /// The probe, where one is asked.
    fn ask_back(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(probe) = self.session().probe() else { return Ok(()) };
        let title = &self.session().scenario().panel()[probe.asked_by].title;
        writeln!(out, "\n{} asks back:", sanitize::plain(title))?;
        sanitize::wrapped(out, "  ", &probe.text)?;
        self.prompt(out, "\nAdd to your answer, or /skip to leave it as it is.\n")
    }

    fn show_feedback(&self, out: &mut impl Write) -> io::Result<()> {
        let Some(attempt) = self.session().attempts().last() else { return Ok(()) };
        let question = &self.session().scenario().questions()[attempt.question];
        let cards = card_lines(&self.session().dealt(attempt));
        if !cards.is_empty() {
            report::report(out, &cards)?;
        }
        report::feedback(out, question, &attempt.text, &attempt.probes, &attempt.assessment)
    }

    /// Says something that is only meant for somebody at a prompt.
    pub(super) fn prompt(&self, out: &mut impl Write, text: &str) -> io::Result<()> {
        if self.at_prompt {
            write!(out, "{text}")?;
            out.flush()?;
        }
        Ok(())
    }

    /// Keeps the lines typed so far.
    pub(super) fn keep(&self, block: &[String]) {
        if let Err(error) = self.play.keep(&block.join("\n"), true) {
            not_kept(&error);
        }
    }
}
