//! What is said at the table: an answer, an addition, a level, and where to go from here.

use std::io::{self, Write};

use crate::{
    interview::{
        scoring::assessment::Level,
        session::{AnswerKind, Command, Session, Turn},
        text::Text,
    },
    play::calibrating::contrast,
    terminal::{calibrate, sanitize, table::Table},
};

/// The line of a script that opens an addition; without it a probe is left unanswered, so that no answer meant for the
/// next question is taken for one.
const ADD: &str = "/add";

/// The line that goes back to a question that is open.
const RETURN: &str = "/return";

impl Table<'_> {
    /// An answer, or another command.
    pub(super) fn read_answer(&mut self, out: &mut impl Write) -> io::Result<Command> {
        let picked = self.session().settings().answers == AnswerKind::Picked;
        let mut block: Vec<String> =
            std::mem::take(&mut self.begun).lines().map(str::to_owned).collect();
        // Words that were set aside before are asked about only when there are more of them.
        let before = said(&block);
        loop {
            self.prompt(out, if block.is_empty() { "\n> " } else { "> " })?;
            let Some(line) = self.lines.next()? else {
                return Ok(if block.is_empty() || self.at_prompt && said(&block) == before {
                    Command::Finish
                } else {
                    answer(&block)
                });
            };
            if block.is_empty() {
                match line.trim() {
                    "/hint" => return Ok(Command::Hint),
                    "/skip" => return Ok(Command::Skip),
                    "/finish" => return Ok(Command::Finish),
                    "/retry" => return Ok(Command::Retry),
                    ADD if self.session().turn() == Turn::Probe => continue,
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
                                sanitize::plain(&line)
                            )?;
                            continue;
                        }
                    }
                }
            } else if self.at_prompt {
                // In a script every line up to the dot belongs to the answer.
                match line.trim() {
                    "/clear" => {
                        block.clear();
                        self.keep(&block);
                        continue;
                    }
                    "/hint" => {
                        self.begun = block.join("\n");
                        return Ok(Command::Hint);
                    }
                    "/skip" if self.skips(out, &block, &before)? => {
                        return Ok(Session::skipping(&said(&block)));
                    }
                    "/skip" => continue,
                    _ => {}
                }
            }
            if line.trim() == "." {
                return Ok(answer(&block));
            }
            block.push(line);
            self.keep(&block);
        }
    }

    /// Whether the player wants to skip what is asked although they wrote something; asked once.
    fn skips(&mut self, out: &mut impl Write, block: &[String], before: &str) -> io::Result<bool> {
        let words = said(block);
        if words == before {
            return Ok(true);
        }
        let count = Text::count_words(&words);
        let words = if count == 1 { "1 word" } else { &format!("{count} words") };
        let text =
            format!("\nYou wrote {words}. They are kept: skip? /skip again, or Enter to stay: ");
        self.prompt(out, &text)?;
        Ok(self.lines.next()?.is_none_or(|line| line.trim() == "/skip"))
    }

    /// What is added to an answer: typed at a prompt, a block behind a line `/add` in a script.
    pub(super) fn read_addition(&mut self, out: &mut impl Write) -> io::Result<Command> {
        if self.at_prompt {
            return self.read_answer(out);
        }
        match self.lines.next_if(|line| line == ADD)? {
            Some(_) => Ok(answer(&self.read_block(out)?)),
            None => Ok(Command::Skip),
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

    /// The player's own level: asked for at a prompt, a line `/rate N` in a script.
    pub(super) fn read_rating(&mut self, out: &mut impl Write) -> io::Result<Command> {
        self.prompt(out, "\nYour own level before you see it, 1 to 5 (Enter to pass): ")?;
        let line = if self.at_prompt {
            self.lines.next()?
        } else {
            self.lines.next_if(|line| line.starts_with("/rate"))?
        };
        let said = line.unwrap_or_default().replace("/rate", "");
        let own = said.trim().parse::<u8>().ok().filter(|level| (1..=5).contains(level));
        Ok(Command::Rate(own.map(Level::new)))
    }

    /// Where to go from the feedback; whoever stayed below a 3 may read a weak and a strong answer first.
    pub(super) fn read_next(&mut self, out: &mut impl Write) -> io::Result<Command> {
        let weak = self.session().attempts().last().filter(|attempt| {
            attempt.assessment.judged_level().is_some_and(|level| level < Level::new(3))
        });
        let contrast = weak.and_then(|weak| contrast(self.session().scenario(), weak.question));
        let reading = contrast.as_ref().map_or_else(String::new, |(weak, strong)| {
            let (weak, strong) = (weak.level.number(), strong.level.number());
            format!("/read a {weak} and a {strong} of this question, ")
        });
        let asks = format!(
            "\nEnter for the next question, /retry to answer again, {reading}/finish to end: "
        );
        loop {
            self.prompt(out, &asks)?;
            let line = if self.at_prompt {
                match self.lines.next()? {
                    Some(line) => line,
                    None => return Ok(Command::Finish),
                }
            } else {
                let meant = |line: &str| matches!(line, "/retry" | "/finish" | "/next" | "/read");
                self.lines.next_if(meant)?.unwrap_or_default()
            };
            return Ok(match (line.trim(), &contrast) {
                ("/retry", _) => Command::Retry,
                ("/finish", _) => Command::Finish,
                ("/read", Some((weak, strong))) => {
                    calibrate::read(out, weak)?;
                    calibrate::read(out, strong)?;
                    continue;
                }
                ("/read", None) => {
                    writeln!(out, "\nNot done: there is nothing to read beside this answer.")?;
                    continue;
                }
                _ => Command::Continue,
            });
        }
    }

    /// Whether to go back to a question that is open: asked at a prompt, a line `/return` or `/return N` in a script.
    pub(super) fn read_return(&mut self, out: &mut impl Write) -> io::Result<Command> {
        let open = self.session().open();
        if !self.at_prompt {
            let line = self.lines.next_if(|line| line.split(' ').next() == Some(RETURN))?;
            return Ok(line.map_or(Command::Finish, |line| return_to(&line, &open)));
        }
        writeln!(out, "\nThat was the last question. {}", words_for(open.len()))?;
        for (place, question) in open.iter().enumerate() {
            let text = &self.session().scenario().questions()[*question].text;
            sanitize::wrapped(out, "  ", &format!("{}. {}", place + 1, sanitize::one_line(text)))?;
        }
        self.prompt(out, "\nA number to answer it now (Enter for the first), /finish to end: ")?;
        Ok(match self.lines.next()? {
            Some(line) if line.trim() != "/finish" => return_to(&line, &open),
            _ => Command::Finish,
        })
    }
}

/// How many questions are open, in a sentence.
fn words_for(open: usize) -> String {
    match open {
        1 => "One is still open:".to_owned(),
        more => format!("{more} are still open:"),
    }
}

/// Going back to the open question whose number stands in a line, or to the first.
fn return_to(line: &str, open: &[usize]) -> Command {
    let number = line.replace(RETURN, "").trim().parse::<usize>().unwrap_or(1);
    let wanted = number.checked_sub(1).and_then(|place| open.get(place)).or(open.first());
    wanted.map_or(Command::Finish, |question| Command::Return(*question))
}

fn said(block: &[String]) -> String {
    block.join("\n").trim().to_owned()
}

fn answer(block: &[String]) -> Command {
    Command::Answer(said(block))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        interview::{
            scoring::engine::Engine,
            session::{Probes, Settings, Step},
        },
        play::Play,
        storage::scenarios,
        terminal::line_reader::LineReader,
    };

    /// Plays the shipped scenario at a prompt; gives what was printed, and the session.
    fn play(input: &str) -> (String, Session) {
        let loaded = scenarios::load(Some("ward-manager")).expect("it ships");
        let settings = Settings { probes: Probes::Off, ..Settings::default() };
        let play = Play::open(loaded, settings, &Engine::by_words(), None);
        let mut table = Table::new(play, LineReader::of(input.as_bytes()), true);
        let mut out = Vec::new();
        table.play(&mut out, String::new()).expect("a vector takes it all");
        (String::from_utf8(out).expect("text"), table.session().clone())
    }

    #[test]
    fn skipping_at_a_prompt_asks_once_and_keeps_the_words() {
        let (out, session) = play("I was on nights\n/skip\n/skip\n/finish\n");
        assert!(out.contains("You wrote 4 words. They are kept: skip?"), "{out}");
        let kept = Step::from(Command::SetAside("I was on nights".to_owned()));
        assert!(session.log().contains(&kept), "{:?}", session.log());
        let (_, session) = play("I was on nights\n/skip\n\nalone.\n.\n\n/finish\n");
        assert_eq!(session.attempts()[0].text, "I was on nights\nalone.");
    }

    #[test]
    fn whoever_stays_below_a_three_can_read_a_weak_and_a_strong_answer() {
        let (out, _) = play("I was there.\n.\n\n/read\n/finish\n");
        // Of its examples none is a 4, so that the nearest stands for it.
        assert!(out.contains("/read a 2 and a 5 of this question"), "{out}");
        assert!(out.contains("\nA 2:\n") && out.contains("\nA 5:\n"), "{out}");
    }

    #[test]
    fn at_the_end_a_skipped_question_is_gone_on_with_where_it_was_left() {
        let skips = "/skip\n".repeat(5);
        let (out, session) =
            play(&format!("I was on nights\n/skip\n/skip\n{skips}1\nalone.\n.\n\n\n/finish\n"));
        assert!(out.contains("That was the last question. 6 are still open:"), "{out}");
        assert!(out.contains("You had begun to say:\n  I was on nights"), "{out}");
        assert_eq!(session.attempts()[0].text, "I was on nights\nalone.");
        assert!(out.contains("That was the last question. 5 are still open:"), "{out}");
    }
}
