//! The course of an interview: which question comes next, which were left out, and which were skipped.
//!
//! It knows nothing of what answers are worth, so that a log tells where its interview stands without a judgement.

use crate::interview::{
    scenario::Scenario,
    session::{
        command::Command,
        plan::{self, FollowUps},
        settings::{Pace, Settings},
        step::Step,
    },
};

/// Which questions are asked, and what became of them.
#[derive(Clone, Debug)]
pub(super) struct Course {
    /// Every question that may be asked, in order.
    whole: Vec<usize>,
    /// Each of them: whether it follows up the one before it.
    follows: Vec<bool>,
    /// Those that are asked as things stand.
    plan: Vec<usize>,
    current: Option<usize>,
    answered: Vec<usize>,
    skipped: Vec<usize>,
    follow_ups: FollowUps,
}

impl Course {
    pub(super) fn new(scenario: &Scenario, settings: Settings, follow_ups: FollowUps) -> Self {
        let whole = plan::plan(scenario, settings, follow_ups);
        let follows = whole.iter().map(|at| scenario.questions()[*at].follow_up).collect();
        Self {
            plan: whole.clone(),
            whole,
            follows,
            current: None,
            answered: Vec::new(),
            skipped: Vec::new(),
            follow_ups,
        }
    }

    /// The same where only these questions are asked; a follow-up whose question is not among them stands by itself.
    pub(super) fn only(mut self, questions: &[usize]) -> Self {
        let before = self.whole.iter().map(|at| at.checked_sub(1));
        let asked = |at: &usize| questions.contains(at);
        let follows = before.zip(&self.follows);
        let follows = follows.map(|(at, follows)| *follows && at.as_ref().is_some_and(asked));
        let kept = self.whole.iter().copied().zip(follows).filter(|(at, _)| asked(at));
        (self.whole, self.follows) = kept.unzip();
        self.plan.clone_from(&self.whole);
        self
    }

    /// The questions that are asked as things stand, in order.
    pub(super) fn plan(&self) -> &[usize] {
        &self.plan
    }

    /// The question that was asked last.
    pub(super) fn current(&self) -> Option<usize> {
        self.current
    }

    /// The place of the current question in the plan, from 1; 0 before the first.
    pub(super) fn number(&self) -> usize {
        let place = self.plan.iter().position(|at| Some(*at) == self.current);
        place.map_or(0, |place| place + 1)
    }

    /// How many questions were asked.
    pub(super) fn asked(&self) -> usize {
        self.plan.iter().filter(|question| self.was_asked(**question)).count()
    }

    /// Whether a question was asked.
    pub(super) fn was_asked(&self, question: usize) -> bool {
        self.current == Some(question) || self.is_done(question)
    }

    /// The questions left unanswered, in the order in which they were skipped.
    pub(super) fn skipped(&self) -> &[usize] {
        &self.skipped
    }

    fn is_done(&self, question: usize) -> bool {
        self.answered.contains(&question) || self.skipped.contains(&question)
    }

    /// Goes on to the next question that was not asked yet, if there is one.
    pub(super) fn go_on(&mut self) -> Option<usize> {
        let next = self.plan.iter().copied().find(|question| !self.was_asked(*question))?;
        self.current = Some(next);
        self.current
    }

    /// Goes back to a question.
    pub(super) fn go_to(&mut self, question: usize) {
        self.current = Some(question);
    }

    /// The current question was answered; what follows it up is asked from now on.
    pub(super) fn answer(&mut self) {
        let Some(question) = self.current else { return };
        if !self.answered.contains(&question) {
            self.answered.push(question);
        }
        if self.skipped.contains(&question) {
            self.skipped.retain(|other| *other != question);
            let back = self.following_up(question);
            let planned = |at: &usize| self.plan.contains(at) || back.contains(at);
            self.plan = self.whole.iter().copied().filter(planned).collect();
        }
    }

    /// The current question was left unanswered, and what follows it up is not asked.
    pub(super) fn skip(&mut self) {
        let Some(question) = self.current else { return };
        if self.is_done(question) {
            return;
        }
        self.skipped.push(question);
        if self.follow_ups == FollowUps::WhereTheyFit {
            let left_out = self.following_up(question);
            self.plan.retain(|at| !left_out.contains(at));
        }
    }

    /// The run of questions that follow a question up.
    fn following_up(&self, question: usize) -> Vec<usize> {
        let places = self.whole.iter().zip(&self.follows);
        let behind = places.skip_while(|(at, _)| **at != question).skip(1);
        behind.take_while(|(_, follows)| **follows).map(|(at, _)| *at).collect()
    }

    /// How far a log leads, and nothing else of it.
    fn follow(&mut self, pace: Pace, log: impl IntoIterator<Item = Step>) {
        let mut probing = false;
        for step in log {
            let Step { command, asked_back, .. } = step;
            let live = pace == Pace::Live;
            match command {
                Command::Begin | Command::Continue => {
                    self.go_on();
                }
                Command::Answer(_) | Command::Pick(_) => {
                    if !probing {
                        self.answer();
                    }
                    probing = asked_back.is_some();
                    if live && !probing {
                        self.go_on();
                    }
                }
                Command::Skip | Command::SetAside(_) => {
                    if !probing {
                        self.skip();
                    }
                    if live || !probing {
                        self.go_on();
                    }
                    probing = false;
                }
                Command::Retry => probing = false,
                Command::Return(question) => self.go_to(question),
                Command::Rate(_)
                | Command::Hint
                | Command::Watch
                | Command::Pause
                | Command::Resume
                | Command::Finish
                | Command::TakeEngine(_) => {}
            }
        }
    }
}

/// Where an interview stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The number of the current question, from 1; 0 before the first.
    pub number: usize,
    /// How many questions there are.
    pub of: usize,
}

impl Progress {
    /// Where a log leads that was kept of a session; nothing is judged for it.
    ///
    /// `every_follow_up` is for the logs of sessions that asked all of them in any case; `only` names the questions of one
    /// that asked not all, and is empty for others.
    pub fn of(
        scenario: &Scenario,
        settings: Settings,
        every_follow_up: bool,
        only: &[usize],
        log: impl IntoIterator<Item = Step>,
    ) -> Self {
        let follow_ups = if every_follow_up { FollowUps::All } else { FollowUps::WhereTheyFit };
        let mut course = Course::new(scenario, settings, follow_ups);
        if !only.is_empty() {
            course = course.only(only);
        }
        course.follow(settings.pace, log);
        Self { number: course.number(), of: course.plan().len() }
    }
}
