//! The session: a command in, events out, nothing else touched.
//!
//! Whoever holds a session can read all of it and change none of it but by [`Session::apply`]. The commands it accepted
//! are its log, with what the panel asked back; replayed with the same scenario and settings they give the same session.

mod asking_back;
mod attempt;
mod command;
mod course;
mod dealt;
mod judging;
mod open;
mod phase;
mod plan;
mod settings;
mod step;
mod timing;

pub use attempt::{Attempt, Probed};
pub use command::{Command, Event, Rejected};
pub use course::Progress;
pub use dealt::DealtCard;
pub use phase::Turn;
pub use settings::{AnswerKind, Order, Pace, Probes, Settings};
pub use step::{Step, UnixMillis};

use std::{collections::BTreeMap, sync::Arc};

use crate::interview::{
    chance::Chance,
    probing,
    scenario::{Card, Question, Scenario},
    scoring::{Scorer, engine::Engine},
    session::{asking_back::AsksBack, course::Course, phase::Phase, plan::FollowUps},
};

/// The purpose of [`Chance`] that deals the cards of the first question.
const CARDS: u64 = 1_000;

/// An interview under way.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    scorer: Arc<Scorer>,
    /// The engines that may be taken, beside the one by words alone, which always may.
    engines: Vec<Engine>,
    settings: Settings,
    course: Course,
    phase: Phase,
    paused: bool,
    hinted: bool,
    watched: bool,
    attempts: Vec<Attempt>,
    /// The words that were begun on a question and set aside with it.
    begun: BTreeMap<usize, String>,
    /// How often the word went from one panelist to another between two questions.
    hand_overs: usize,
    log: Vec<Step>,
}

impl Session {
    /// A session that waits for [`Command::Begin`].
    pub fn new(scenario: Arc<Scenario>, scorer: Arc<Scorer>, settings: Settings) -> Self {
        let course = Course::new(&scenario, settings, FollowUps::WhereTheyFit);
        Self {
            scenario,
            engines: vec![scorer.engine().clone()],
            scorer,
            settings,
            course,
            phase: Phase::Ready,
            paused: false,
            hinted: false,
            watched: false,
            attempts: Vec::new(),
            begun: BTreeMap::new(),
            hand_overs: 0,
            log: Vec::new(),
        }
    }

    /// The same session, not yet begun, with every follow-up of the scenario asked in any case, as it once was.
    #[must_use]
    pub fn with_every_follow_up(mut self) -> Self {
        self.course = Course::new(&self.scenario, self.settings, FollowUps::All);
        self
    }

    /// The same session, not yet begun, in which only these questions are asked.
    #[must_use]
    pub fn asking_only(mut self, questions: &[usize]) -> Self {
        self.course = self.course.only(questions);
        self
    }

    /// The session that a log leads to.
    ///
    /// # Errors
    /// The first command that does not fit, as when the log belongs to another scenario.
    pub fn replay(
        scenario: Arc<Scenario>,
        scorer: Arc<Scorer>,
        settings: Settings,
        log: impl IntoIterator<Item = impl Into<Step>>,
    ) -> Result<Self, Rejected> {
        Self::new(scenario, scorer, settings).replayed(log)
    }

    /// This session with a log carried out.
    ///
    /// # Errors
    /// The first command that does not fit, as when the log belongs to another scenario.
    pub fn replayed(
        mut self,
        log: impl IntoIterator<Item = impl Into<Step>>,
    ) -> Result<Self, Rejected> {
        for step in log {
            let Step { at, command, asked_back } = step.into();
            self.carry_out(command, at, AsksBack::AsLogged(asked_back))?;
        }
        Ok(self)
    }

    /// Carries a command out that was given at no time in particular, as by a script.
    ///
    /// # Errors
    /// Why it makes no sense now; the session is then as it was.
    pub fn apply(&mut self, command: Command) -> Result<Vec<Event>, Rejected> {
        self.carry_out(command, None, AsksBack::AsItFinds)
    }

    /// Carries a command out that was given at this time.
    ///
    /// # Errors
    /// As [`Self::apply`].
    pub fn apply_at(&mut self, command: Command, at: UnixMillis) -> Result<Vec<Event>, Rejected> {
        self.carry_out(command, Some(at), AsksBack::AsItFinds)
    }

    fn carry_out(
        &mut self,
        command: Command,
        at: Option<UnixMillis>,
        asks: AsksBack,
    ) -> Result<Vec<Event>, Rejected> {
        let goes_on_paused =
            matches!(command, Command::Resume | Command::Finish | Command::TakeEngine(_));
        if self.paused && !goes_on_paused {
            return Err(Rejected::NotNow {
                command: command::name(&command),
                when: "while it is paused",
            });
        }
        let events = match (&command, self.phase) {
            (Command::Begin, Phase::Ready) => self.ask_next(),
            (Command::Answer(text), Phase::Asking) => self.answer_typed(text, at, asks)?,
            (Command::Answer(text), Phase::Probing) => self.add(text, asks)?,
            (Command::Pick(place), Phase::Asking) => self.answer_picked(*place, at)?,
            (Command::Rate(own), Phase::Rating) => {
                if let Some(attempt) = self.attempts.last_mut() {
                    attempt.own_rating = *own;
                }
                self.phase = Phase::Feedback;
                vec![Event::AnswerAssessed]
            }
            (Command::Hint, Phase::Asking | Phase::Probing) => {
                self.hinted = true;
                if self.phase == Phase::Probing
                    && let Some(attempt) = self.attempts.last_mut()
                {
                    attempt.hinted = true;
                }
                vec![Event::HintGiven]
            }
            (Command::Watch, Phase::Asking) if self.settings.pace == Pace::Coach => {
                self.watched = true;
                vec![Event::AnswerShown]
            }
            (Command::Skip, Phase::Asking) => self.skip(None),
            (Command::SetAside(words), Phase::Asking) => self.skip(Some(words)),
            (Command::Skip, Phase::Probing) => self.go_on(Event::ProbeSkipped),
            (Command::SetAside(words), Phase::Probing) => {
                self.keep_addition(words);
                self.go_on(Event::ProbeSkipped)
            }
            (Command::Retry, Phase::Asking | Phase::Probing | Phase::Rating | Phase::Feedback)
                if self.settings.pace == Pace::Live =>
            {
                return Err(Rejected::LiveAnswerStands);
            }
            (Command::Retry, Phase::Probing | Phase::Feedback) => {
                self.phase = Phase::Asking;
                self.course.current().map(Event::QuestionAsked).into_iter().collect()
            }
            (Command::Continue, Phase::Feedback) => self.ask_next(),
            (Command::Return(question), Phase::Closing) => self.go_back(*question)?,
            (Command::TakeEngine(wanted), phase) if phase != Phase::Finished => {
                self.take_engine(wanted);
                vec![Event::EngineTaken]
            }
            (Command::Resume, _) if self.paused => {
                self.paused = false;
                vec![Event::Resumed]
            }
            (Command::Pause, phase) if phase.is_under_way() => {
                self.paused = true;
                vec![Event::Paused]
            }
            (Command::Finish, phase) if phase.is_under_way() => {
                self.paused = false;
                self.phase = Phase::Finished;
                vec![Event::SessionFinished]
            }
            (command, phase) => {
                return Err(Rejected::NotNow {
                    command: command::name(command),
                    when: phase.when(),
                });
            }
        };
        let asked_back = events.iter().find_map(|event| match event {
            Event::ProbeAsked(gap) => Some(*gap),
            _ => None,
        });
        self.log.push(Step { at, command, asked_back });
        Ok(events)
    }

    fn ask_next(&mut self) -> Vec<Event> {
        let last = self.course.current();
        match self.course.go_on() {
            Some(question) => self.ask(question, last),
            None => self.close(),
        }
    }

    /// Asks a question; who asked the one before hands the word over.
    fn ask(&mut self, question: usize, last: Option<usize>) -> Vec<Event> {
        (self.hinted, self.watched) = (false, false);
        self.phase = Phase::Asking;
        let questions = self.scenario.questions();
        let next = &questions[question];
        let opens = last.is_none_or(|last| questions[last].section != next.section);
        let from = last.map(|last| questions[last].asked_by);
        let remark = from.and_then(|from| {
            probing::hand_over(&self.scenario, from, question, self.hand_over_draw())
        });
        self.hand_overs += usize::from(from.is_some_and(|from| from != next.asked_by));
        let mut events = Vec::new();
        events.extend(opens.then_some(Event::SectionOpened(next.section)));
        events.extend(remark.map(Event::HandedOver));
        events.push(Event::QuestionAsked(question));
        events
    }

    fn answer_typed(
        &mut self,
        text: &str,
        at: Option<UnixMillis>,
        asks: AsksBack,
    ) -> Result<Vec<Event>, Rejected> {
        if self.settings.answers == AnswerKind::Picked {
            return Err(Rejected::OtherAnswerKind("picked"));
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(Rejected::EmptyAnswer);
        }
        self.record(text.to_owned(), None, at)?;
        Ok(self.ask_back_or_go_on(Event::AnswerGiven, asks))
    }

    fn answer_picked(
        &mut self,
        place: usize,
        at: Option<UnixMillis>,
    ) -> Result<Vec<Event>, Rejected> {
        if self.settings.answers == AnswerKind::Typed {
            return Err(Rejected::OtherAnswerKind("typed"));
        }
        let question = self.question();
        let dealt = self.deal(question);
        let missing = || Rejected::NoSuchCard(place.saturating_add(1), dealt.len());
        let card = *dealt.get(place).ok_or_else(missing)?;
        let text = self.scenario.questions()[question].cards[card].text.clone();
        self.record(text, Some(card), at)?;
        // Who picks has no words of their own to add.
        Ok(self.go_on(Event::AnswerGiven))
    }

    /// The question that is being answered; there is one whenever an answer is taken.
    fn question(&self) -> usize {
        self.course.current().unwrap_or_default()
    }

    /// What comes behind an answer: the player's own rating, or the next question.
    fn go_on(&mut self, happened: Event) -> Vec<Event> {
        let mut events = vec![happened];
        match self.settings.pace {
            Pace::Coach => self.phase = Phase::Rating,
            Pace::Live => events.extend(self.ask_next()),
        }
        events
    }

    /// The cards of a question in the order in which this session deals them, as indices into [`Question::cards`].
    fn deal(&self, question: usize) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.scenario.questions()[question].cards.len()).collect();
        let purpose = CARDS + u64::try_from(question).unwrap_or(0);
        Chance::new(self.settings.seed, purpose).shuffle(&mut order);
        order
    }

    /// The scenario that is played.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// What judges the answer that is given next.
    pub fn scorer(&self) -> &Arc<Scorer> {
        &self.scorer
    }

    /// What was chosen before.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// What is asked of the player now.
    pub fn turn(&self) -> Turn {
        self.phase.turn()
    }

    /// Whether the interview rests.
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// The current question, as an index and whole; none before the first.
    pub fn current(&self) -> Option<(usize, &Question)> {
        let question = self.course.current()?;
        Some((question, &self.scenario.questions()[question]))
    }

    /// The questions in the order in which this session asks them; a follow-up leaves when its question is skipped, and
    /// comes back when that is answered after all.
    pub fn plan(&self) -> &[usize] {
        self.course.plan()
    }

    /// The number of the current question among [`Session::plan`], from 1; 0 before the first.
    pub fn number(&self) -> usize {
        self.course.number()
    }

    /// How many questions were asked.
    pub fn asked(&self) -> usize {
        self.course.asked()
    }

    /// Whether a question was asked.
    pub fn was_asked(&self, question: usize) -> bool {
        self.course.was_asked(question)
    }

    /// The cards dealt for the current question.
    pub fn cards(&self) -> Vec<&Card> {
        self.current().map_or_else(Vec::new, |(index, question)| {
            self.deal(index).into_iter().map(|card| &question.cards[card]).collect()
        })
    }

    /// The hint to the current question, once it was asked for.
    pub fn hint(&self) -> Option<&str> {
        self.current().filter(|_| self.hinted).map(|(_, question)| question.hint.as_str())
    }

    /// Every answer given, in order.
    pub fn attempts(&self) -> &[Attempt] {
        &self.attempts
    }

    /// The latest answer to a question.
    pub fn latest(&self, question: usize) -> Option<&Attempt> {
        self.attempts.iter().rev().find(|attempt| attempt.question == question)
    }

    /// The questions left unanswered, in the order in which they were skipped.
    pub fn skipped(&self) -> &[usize] {
        self.course.skipped()
    }

    /// The steps that led here.
    pub fn log(&self) -> &[Step] {
        &self.log
    }
}
