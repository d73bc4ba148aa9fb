//! The session: a command in, events out, nothing else touched.
//!
//! Whoever holds a session can read all of it and change none of it but by [`Session::apply`]. The commands it accepted
//! are its log; applied again to the same scenario and settings they give the same session.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::interview::{
    chance::Chance,
    scenario::{Card, Question, Scenario},
    scoring::{
        Refused, Scorer, Story,
        assessment::{Assessment, Level},
    },
};

/// The order in which questions are asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    /// As in the scenario.
    #[default]
    Scripted,
    /// Sections, and questions within them, drawn by the seed; a follow-up stays behind its question.
    Shuffled,
}

/// How the player answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AnswerKind {
    /// In their own words.
    #[default]
    Typed,
    /// By choosing a card.
    Picked,
}

/// When the player hears how it went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    /// After each answer, with the chance to answer again.
    #[default]
    Coach,
    /// At the end, as on the day.
    Live,
}

/// What the player chose before the interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// What chance is drawn from: the order of questions and of cards.
    pub seed: u64,
    /// The order of the questions.
    pub order: Order,
    /// Typed or picked.
    pub answers: AnswerKind,
    /// Coach or live.
    pub pace: Pace,
    /// Whose story the answers tell.
    pub story: Story,
}

/// What the player wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Open the interview.
    Begin,
    /// Give this answer.
    Answer(String),
    /// Give the card at this place among those dealt, from 0.
    Pick(usize),
    /// Say one's own level, or pass.
    Rate(Option<Level>),
    /// Ask for the hint.
    Hint,
    /// Leave the question unanswered.
    Skip,
    /// Answer the same question again.
    Retry,
    /// Go on to the next question.
    Continue,
    /// Stop the interview for a while.
    Pause,
    /// Take it up again.
    Resume,
    /// End the interview here.
    Finish,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// A section begins; an index into [`Scenario::sections`].
    SectionOpened(usize),
    /// A question is asked, for the first time or again; an index into [`Scenario::questions`].
    QuestionAsked(usize),
    /// The hint to the current question was given.
    HintGiven,
    /// The current question was answered; its attempt is the last of [`Session::attempts`].
    AnswerGiven,
    /// The player may now see how the last attempt went.
    AnswerAssessed,
    /// The question was left unanswered.
    QuestionSkipped(usize),
    /// The interview rests.
    Paused,
    /// The interview goes on.
    Resumed,
    /// The interview is over.
    SessionFinished,
}

/// Why a command was not carried out.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Rejected {
    /// The command fits another phase.
    #[error("{command} is not possible {when}")]
    NotNow {
        /// What was asked for.
        command: &'static str,
        /// The phase, as the end of a sentence.
        when: &'static str,
    },
    /// An answer without a word.
    #[error("the answer is empty: write at least a sentence, or skip the question")]
    EmptyAnswer,
    /// An answer beyond the bound.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A card that was not dealt.
    #[error("there is no card {0}: {1} were dealt")]
    NoSuchCard(usize, usize),
    /// Cards where words are asked for, or the other way round.
    #[error("in this session answers are {0}")]
    OtherAnswerKind(&'static str),
    /// A retry in the live pace.
    #[error("in the live pace an answer stands: answering again belongs to the coach pace")]
    LiveAnswerStands,
}

/// An answer that was given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Attempt {
    /// The question, as an index into [`Scenario::questions`].
    pub question: usize,
    /// The words of the answer.
    pub text: String,
    /// The card that was picked, as an index into [`Question::cards`].
    pub card: Option<usize>,
    /// Whether the hint was given before.
    pub hinted: bool,
    /// What the player said of it before seeing the level.
    pub own_rating: Option<Level>,
    /// What the scoring engine found.
    pub assessment: Assessment,
}

/// Where in the interview the session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Ready,
    Asking,
    Rating,
    Feedback,
    Finished,
}

impl Phase {
    fn when(self) -> &'static str {
        match self {
            Self::Ready => "before the interview begins",
            Self::Asking => "while a question waits for its answer",
            Self::Rating => "before you have rated your answer",
            Self::Feedback => "after the answer",
            Self::Finished => "after the interview",
        }
    }
}

/// What the player can be shown or asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing was asked yet.
    Ready,
    /// The question waits for an answer.
    Answer,
    /// The player is asked for their own level.
    Rate,
    /// The feedback can be read.
    Feedback,
    /// The interview is over.
    Over,
}

/// An interview under way.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Arc<Scenario>,
    scorer: Arc<Scorer>,
    settings: Settings,
    /// Questions in the order in which they are asked.
    plan: Vec<usize>,
    /// How many of the plan were asked.
    asked: usize,
    phase: Phase,
    paused: bool,
    hinted: bool,
    attempts: Vec<Attempt>,
    skipped: Vec<usize>,
    log: Vec<Command>,
}

impl Session {
    /// A session that waits for [`Command::Begin`].
    pub fn new(scenario: Arc<Scenario>, scorer: Arc<Scorer>, settings: Settings) -> Self {
        let plan = plan(&scenario, settings);
        Self {
            scenario,
            scorer,
            settings,
            plan,
            asked: 0,
            phase: Phase::Ready,
            paused: false,
            hinted: false,
            attempts: Vec::new(),
            skipped: Vec::new(),
            log: Vec::new(),
        }
    }

    /// The session that a log leads to.
    ///
    /// # Errors
    /// The first command that does not fit, as when the log belongs to another scenario.
    pub fn replay(
        scenario: Arc<Scenario>,
        scorer: Arc<Scorer>,
        settings: Settings,
        log: impl IntoIterator<Item = Command>,
    ) -> Result<Self, Rejected> {
        let mut session = Self::new(scenario, scorer, settings);
        for command in log {
            session.apply(command)?;
        }
        Ok(session)
    }

    /// Carries a command out.
    ///
    /// # Errors
    /// Why it makes no sense now; the session is then as it was.
    pub fn apply(&mut self, command: Command) -> Result<Vec<Event>, Rejected> {
        if self.paused && !matches!(command, Command::Resume | Command::Finish) {
            return Err(Rejected::NotNow { command: name(&command), when: "while it is paused" });
        }
        let events = match (&command, self.phase) {
            (Command::Begin, Phase::Ready) => self.ask_next(),
            (Command::Answer(text), Phase::Asking) => self.answer_typed(text)?,
            (Command::Pick(place), Phase::Asking) => self.answer_picked(*place)?,
            (Command::Rate(own), Phase::Rating) => {
                if let Some(attempt) = self.attempts.last_mut() {
                    attempt.own_rating = *own;
                }
                self.phase = Phase::Feedback;
                vec![Event::AnswerAssessed]
            }
            (Command::Hint, Phase::Asking) => {
                self.hinted = true;
                vec![Event::HintGiven]
            }
            (Command::Skip, Phase::Asking) => {
                let question = self.plan[self.asked - 1];
                if !self.attempts.iter().any(|attempt| attempt.question == question) {
                    self.skipped.push(question);
                }
                let mut events = vec![Event::QuestionSkipped(question)];
                events.extend(self.ask_next());
                events
            }
            (Command::Retry, Phase::Asking | Phase::Rating | Phase::Feedback)
                if self.settings.pace == Pace::Live =>
            {
                return Err(Rejected::LiveAnswerStands);
            }
            (Command::Retry, Phase::Feedback) => {
                self.phase = Phase::Asking;
                vec![Event::QuestionAsked(self.plan[self.asked - 1])]
            }
            (Command::Continue, Phase::Feedback) => self.ask_next(),
            (Command::Pause, Phase::Asking | Phase::Rating | Phase::Feedback) => {
                self.paused = true;
                vec![Event::Paused]
            }
            (Command::Resume, _) if self.paused => {
                self.paused = false;
                vec![Event::Resumed]
            }
            (Command::Finish, Phase::Asking | Phase::Rating | Phase::Feedback) => {
                self.paused = false;
                self.phase = Phase::Finished;
                vec![Event::SessionFinished]
            }
            (command, phase) => {
                return Err(Rejected::NotNow { command: name(command), when: phase.when() });
            }
        };
        self.log.push(command);
        Ok(events)
    }

    fn ask_next(&mut self) -> Vec<Event> {
        self.hinted = false;
        let Some(&question) = self.plan.get(self.asked) else {
            self.phase = Phase::Finished;
            return vec![Event::SessionFinished];
        };
        let section = self.scenario.questions()[question].section;
        let opens = self.asked == 0
            || self.scenario.questions()[self.plan[self.asked - 1]].section != section;
        self.asked += 1;
        self.phase = Phase::Asking;
        opens
            .then_some(Event::SectionOpened(section))
            .into_iter()
            .chain([Event::QuestionAsked(question)])
            .collect()
    }

    fn answer_typed(&mut self, text: &str) -> Result<Vec<Event>, Rejected> {
        if self.settings.answers == AnswerKind::Picked {
            return Err(Rejected::OtherAnswerKind("picked"));
        }
        if !text.chars().any(char::is_alphanumeric) {
            return Err(Rejected::EmptyAnswer);
        }
        self.record(text.to_owned(), None)
    }

    fn answer_picked(&mut self, place: usize) -> Result<Vec<Event>, Rejected> {
        if self.settings.answers == AnswerKind::Typed {
            return Err(Rejected::OtherAnswerKind("typed"));
        }
        let question = self.plan[self.asked - 1];
        let dealt = self.deal(question);
        let missing = || Rejected::NoSuchCard(place.saturating_add(1), dealt.len());
        let card = *dealt.get(place).ok_or_else(missing)?;
        self.record(self.scenario.questions()[question].cards[card].text.clone(), Some(card))
    }

    fn record(&mut self, text: String, card: Option<usize>) -> Result<Vec<Event>, Rejected> {
        let question = self.plan[self.asked - 1];
        let assessment = self.scorer.assess(question, &text, self.settings.story)?;
        self.attempts.push(Attempt {
            question,
            text,
            card,
            hinted: self.hinted,
            own_rating: None,
            assessment,
        });
        match self.settings.pace {
            Pace::Coach => {
                self.phase = Phase::Rating;
                Ok(vec![Event::AnswerGiven])
            }
            Pace::Live => {
                let mut events = vec![Event::AnswerGiven];
                events.extend(self.ask_next());
                Ok(events)
            }
        }
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

    /// The engine that judges.
    pub fn scorer(&self) -> &Arc<Scorer> {
        &self.scorer
    }

    /// What was chosen before.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// What is asked of the player now.
    pub fn turn(&self) -> Turn {
        match self.phase {
            Phase::Ready => Turn::Ready,
            Phase::Asking => Turn::Answer,
            Phase::Rating => Turn::Rate,
            Phase::Feedback => Turn::Feedback,
            Phase::Finished => Turn::Over,
        }
    }

    /// Whether the interview rests.
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// The current question, as an index and whole; none before the first.
    pub fn current(&self) -> Option<(usize, &Question)> {
        let question = *self.plan.get(self.asked.checked_sub(1)?)?;
        Some((question, &self.scenario.questions()[question]))
    }

    /// The questions in the order in which this session asks them.
    pub fn plan(&self) -> &[usize] {
        &self.plan
    }

    /// How many questions were asked.
    pub fn asked(&self) -> usize {
        self.asked
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
        &self.skipped
    }

    /// The commands that led here.
    pub fn log(&self) -> &[Command] {
        &self.log
    }
}

/// Purposes of [`Chance`]: one stream a use.
const ORDER: u64 = 1;
const CARDS: u64 = 1_000;

/// The order of the questions under these settings.
fn plan(scenario: &Scenario, settings: Settings) -> Vec<usize> {
    if settings.order == Order::Scripted {
        return (0..scenario.questions().len()).collect();
    }
    let mut chance = Chance::new(settings.seed, ORDER);
    let mut sections: Vec<_> = scenario.sections().iter().collect();
    chance.shuffle(&mut sections);
    let mut plan = Vec::new();
    for section in sections {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for question in section.questions.clone() {
            match groups.last_mut() {
                Some(group) if scenario.questions()[question].follow_up => group.push(question),
                _ => groups.push(vec![question]),
            }
        }
        chance.shuffle(&mut groups);
        plan.extend(groups.into_iter().flatten());
    }
    plan
}

/// The command as the subject of a sentence.
fn name(command: &Command) -> &'static str {
    match command {
        Command::Begin => "beginning",
        Command::Answer(_) | Command::Pick(_) => "answering",
        Command::Rate(_) => "rating your answer",
        Command::Hint => "a hint",
        Command::Skip => "skipping",
        Command::Retry => "answering again",
        Command::Continue => "going on",
        Command::Pause => "pausing",
        Command::Resume => "resuming",
        Command::Finish => "finishing",
    }
}
