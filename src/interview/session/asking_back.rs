//! Asking back: a probe about the gap of an answer, and the addition that answers it.

use crate::interview::{
    probing::{self, Draw, Gap, Probe},
    session::{Event, Phase, Probed, Rejected, Session},
};

/// Who decides whether the panel asks back.
#[derive(Clone, Copy, Debug)]
pub(super) enum AsksBack {
    /// The panel does, by what it finds in the answer.
    AsItFinds,
    /// The log does: it asked about this gap, or about none.
    AsLogged(Option<Gap>),
}

impl Session {
    /// The probe that waits for an addition to the last answer.
    pub fn probe(&self) -> Option<&Probe> {
        if self.phase != Phase::Probing {
            return None;
        }
        self.attempts.last()?.probes.last().map(|probed| &probed.probe)
    }

    /// What would be judged were these words handed in now: in a probe they come behind the answer.
    pub fn whole(&self, words: &str) -> String {
        match self.attempts.last().filter(|_| self.phase == Phase::Probing) {
            Some(attempt) => attempt.with(words).0,
            None => words.to_owned(),
        }
    }

    /// Adds to the last answer; the whole of it is judged as one.
    pub(super) fn add(&mut self, text: &str, asks: AsksBack) -> Result<Vec<Event>, Rejected> {
        if !text.chars().any(char::is_alphanumeric) {
            return Err(Rejected::EmptyAddition);
        }
        self.judge_with(text)?;
        Ok(self.ask_back_or_go_on(Event::AdditionGiven, asks))
    }

    /// Asks about a gap of the last answer where there is one and the settings allow it.
    pub(super) fn ask_back_or_go_on(&mut self, given: Event, asks: AsksBack) -> Vec<Event> {
        let Some(probe) = self.probe_for(asks) else { return self.go_on(given) };
        let mut events = vec![given];
        let spoke_last = self.probe_before().or(self.current().map(|(_, q)| q.asked_by));
        let joins = spoke_last.and_then(|from| {
            probing::join(&self.scenario, from, probe.asked_by, self.hand_over_draw())
        });
        events.extend(joins.map(Event::HandedOver));
        events.push(Event::ProbeAsked(probe.gap));
        if let Some(attempt) = self.attempts.last_mut() {
            let level_before = attempt.assessment.level;
            attempt.probes.push(Probed { probe, level_before, addition: None, set_aside: None });
        }
        self.phase = Phase::Probing;
        events
    }

    /// Who asked back last about the last answer.
    fn probe_before(&self) -> Option<usize> {
        Some(self.attempts.last()?.probes.last()?.probe.asked_by)
    }

    /// What is to be asked back about the last answer.
    fn probe_for(&self, asks: AsksBack) -> Option<Probe> {
        let attempt = self.attempts.last()?;
        if attempt.probes.len() >= self.settings.probes.most() {
            return None;
        }
        let criteria = self.scorer.criteria();
        let gap = match asks {
            AsksBack::AsLogged(gap) => gap?,
            AsksBack::AsItFinds => {
                let before: Vec<_> = attempt.probes.iter().map(|p| p.probe.gap).collect();
                let assessment = &attempt.assessment;
                probing::first_gap(&self.scenario, criteria, attempt.question, assessment, &before)?
            }
        };
        let said = self.probes().filter(|probe| probe.gap == gap).count();
        let draw = Draw { seed: self.settings.seed, said };
        Some(probing::probe(&self.scenario, criteria, attempt.question, gap, draw))
    }

    /// Which words are said when the word goes on.
    pub(super) fn hand_over_draw(&self) -> Draw {
        Draw { seed: self.settings.seed, said: self.hand_overs + self.probes().count() }
    }

    /// Every probe that was asked.
    fn probes(&self) -> impl Iterator<Item = &Probe> {
        self.attempts.iter().flat_map(|attempt| &attempt.probes).map(|probed| &probed.probe)
    }
}
