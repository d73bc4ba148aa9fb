//! What judges the answers: an engine is taken, an answer is judged and kept with what tells it from every other.

use std::sync::Arc;

use crate::interview::{
    fingerprint::Fingerprint,
    scoring::{Story, engine::Engine, judged_by::JudgedBy},
    session::{Attempt, Rejected, Session, UnixMillis},
};

impl Session {
    /// Lays an engine ready for [`Command::TakeEngine`](crate::interview::session::Command::TakeEngine); until then what
    /// judges is the same as before.
    pub fn lay_ready(&mut self, engine: Engine) {
        self.engines.retain(|other| other.basis() != engine.basis());
        self.engines.push(engine);
    }

    /// The same session, with another engine laid ready.
    #[must_use]
    pub fn with_ready(mut self, engine: Engine) -> Self {
        self.lay_ready(engine);
        self
    }

    /// Judges by the engine of a description from now on.
    ///
    /// There is one version of each engine in a program: a log of another version is judged by this one's. Where the
    /// engine is not there, as in a build without the encoder, words alone are compared. What is judged says by what.
    pub(super) fn take_engine(&mut self, wanted: &JudgedBy) {
        let ready = self.engines.iter().find(|engine| engine.basis() == wanted.basis);
        let engine = ready.cloned().unwrap_or_default();
        self.scorer = Arc::new(self.scorer.with(engine));
    }

    /// Whose story is asked for: an own one is compared with the player's own model answer, where they kept one.
    fn story_of(&self, question: usize) -> Story {
        if self.scenario.questions()[question].is_kept { Story::This } else { self.settings.story }
    }

    /// Judges an answer to the current question and keeps it.
    pub(super) fn record(
        &mut self,
        text: String,
        card: Option<usize>,
        at: Option<UnixMillis>,
    ) -> Result<(), Rejected> {
        let question = self.question();
        let assessment = self.scorer.assess(question, &text, self.story_of(question))?;
        self.course.answer();
        self.begun.remove(&question);
        self.attempts.push(Attempt {
            scenario: self.scenario.id().to_owned(),
            question,
            fingerprint: Fingerprint::of_words(&self.scenario.questions()[question].text),
            at,
            text,
            card,
            hinted: self.hinted,
            watched: self.watched,
            own_rating: None,
            probes: Vec::new(),
            assessment,
        });
        Ok(())
    }

    /// Judges the last answer again with what was added to it.
    ///
    /// Where another engine was taken since, what was said before is judged by it too, so that what the addition did to
    /// the level is told by one measure.
    pub(super) fn judge_with(&mut self, addition: &str) -> Result<(), Rejected> {
        let story = self.story_of(self.question());
        let scorer = &self.scorer;
        let Some(attempt) = self.attempts.last_mut() else { return Ok(()) };
        let (whole, span) = attempt.with(addition);
        let level = |text: &str| {
            let judged = scorer.assess(attempt.question, text, story);
            judged.map_err(Rejected::AdditionRefused)
        };
        let assessment = level(&whole)?;
        if attempt.assessment.judged_by != assessment.judged_by {
            let said = attempt.said_before_each();
            for (probed, said) in attempt.probes.iter_mut().zip(said) {
                probed.level_before = level(&said)?.level;
            }
        }
        attempt.assessment = assessment;
        attempt.text = whole;
        if let Some(probed) = attempt.probes.last_mut() {
            probed.addition = Some(span);
        }
        Ok(())
    }
}
