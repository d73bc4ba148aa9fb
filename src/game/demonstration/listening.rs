//! The panel's ears in a demonstration: what is told or written reaches it as a player's words would.

use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};

use crate::interview::{
    listening::{Audience, answer_so_far::AnswerSoFar, listener::Showing},
    scenario::Scenario,
    scoring::{Scorer, Story, assessment::Assessment},
};

/// The shortest time between two readings, in seconds.
const EVERY: f32 = 0.15;
/// What a panel's reactions in a demonstration are drawn from: every room sees the same.
const SEED: u64 = 1;

/// A panel that hears answers told.
pub(super) struct PanelHears {
    audience: Audience,
    seats: usize,
    /// The piece and the answer of it that is heard.
    of: Option<(usize, usize)>,
    text: String,
    heard: Option<Assessment>,
    under_way: Option<Task<Option<Assessment>>>,
    read_at: f32,
}

impl PanelHears {
    pub(super) fn new(scenario: &Scenario) -> Self {
        Self {
            audience: Audience::new(scenario.panel(), SEED),
            seats: scenario.panel().len(),
            of: None,
            text: String::new(),
            heard: None,
            under_way: None,
            read_at: f32::NEG_INFINITY,
        }
    }

    /// What was made of the words so far.
    pub(super) fn heard(&self) -> Option<&Assessment> {
        self.heard.as_ref()
    }

    /// Hears an answer as far as it is told at a moment; gives what everybody shows.
    pub(super) fn hear(
        &mut self,
        scorer: &Scorer,
        of: (usize, usize),
        (question, asker): (usize, usize),
        text: &str,
        now: f32,
    ) -> Vec<Showing> {
        if self.of != Some(of) {
            self.of = Some(of);
            self.audience.attend(asker);
            self.text.clear();
            (self.heard, self.under_way) = (None, None);
        }
        if let Some(task) = &mut self.under_way
            && let Some(heard) = block_on(poll_once(task))
        {
            self.under_way = None;
            self.heard = heard;
        }
        if self.under_way.is_none() && text != self.text && now - self.read_at >= EVERY {
            self.read_at = now;
            text.clone_into(&mut self.text);
            if text.trim().is_empty() {
                self.heard = None;
            } else {
                let (scorer, text) = (scorer.clone(), text.to_owned());
                let reading = async move { scorer.assess(question, &text, Story::This).ok() };
                self.under_way = Some(AsyncComputeTaskPool::get().spawn(reading));
            }
        }
        if let Some(assessment) = &self.heard {
            let aim = scorer.aim_seconds(question, Story::This);
            self.audience.hear(&AnswerSoFar::of(scorer.criteria(), assessment, aim), now);
        }
        self.audience.wait(now);
        (0..self.seats).map(|seat| self.audience.showing(seat)).collect()
    }
}
