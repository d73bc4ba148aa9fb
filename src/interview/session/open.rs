//! What is left open: questions that were skipped, with the words that were begun on them, and the way back to them.

use crate::interview::session::{Attempt, Command, Event, Phase, Rejected, Session};

impl Session {
    /// The questions that can be gone back to, in the order of the plan: those skipped, and those on which words wait.
    pub fn open(&self) -> Vec<usize> {
        let waits = |question: &usize| {
            self.skipped().contains(question) || self.begun.contains_key(question)
        };
        self.plan().iter().copied().filter(waits).collect()
    }

    /// The words with which the player begins on the current question: those set aside with it, else those of the
    /// latest answer, where it is answered again.
    pub fn begun(&self) -> String {
        let Some((question, _)) = self.current() else { return String::new() };
        match self.begun.get(&question) {
            Some(words) => words.clone(),
            None => self.latest(question).map(Attempt::draft).unwrap_or_default(),
        }
    }

    /// The command that leaves what is asked unanswered and loses none of these words.
    pub fn skipping(words: &str) -> Command {
        if words.trim().is_empty() { Command::Skip } else { Command::SetAside(words.to_owned()) }
    }

    /// Leaves the current question unanswered, with the words that were begun; without any, those set aside before stay.
    pub(super) fn skip(&mut self, words: Option<&str>) -> Vec<Event> {
        let Some((question, _)) = self.current() else { return Vec::new() };
        // An answer that was to be given again stands; its own words are nothing new.
        let words = words.filter(|words| {
            !words.trim().is_empty()
                && self.latest(question).is_none_or(|attempt| attempt.draft() != **words)
        });
        if let Some(words) = words {
            self.begun.insert(question, words.to_owned());
        }
        self.course.skip();
        let mut events = vec![Event::QuestionSkipped(question)];
        events.extend(self.ask_next());
        events
    }

    /// Keeps the words that were begun on a probe with the answer.
    pub(super) fn keep_addition(&mut self, words: &str) {
        let probed = self.attempts.last_mut().and_then(|attempt| attempt.probes.last_mut());
        if let Some(probed) = probed.filter(|_| !words.trim().is_empty()) {
            probed.set_aside = Some(words.to_owned());
        }
    }

    /// What comes when every question was asked.
    pub(super) fn close(&mut self) -> Vec<Event> {
        (self.hinted, self.watched) = (false, false);
        if self.open().is_empty() {
            self.phase = Phase::Finished;
            vec![Event::SessionFinished]
        } else {
            self.phase = Phase::Closing;
            vec![Event::EndReached]
        }
    }

    /// Asks a question again that was left open.
    pub(super) fn go_back(&mut self, question: usize) -> Result<Vec<Event>, Rejected> {
        if !self.open().contains(&question) {
            return Err(Rejected::NotOpen);
        }
        let last = self.current().map(|(last, _)| last);
        self.course.go_to(question);
        Ok(self.ask(question, last))
    }
}
