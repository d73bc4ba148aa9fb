//! How long answers took, read off the log.

use crate::interview::session::{Command, Session, UnixMillis};

impl Session {
    /// For each of [`Session::attempts`], the seconds from the question to the answer, with those of its additions; breaks
    /// are left out, and nothing is known of what was given without a clock or after watching the model answer.
    pub fn seconds(&self) -> Vec<Option<u32>> {
        let mut took: Vec<Option<u64>> = Vec::new();
        let mut since = None;
        let mut paused_at: Option<UnixMillis> = None;
        let mut probing = false;
        for step in self.log() {
            let spent = since
                .zip(step.at)
                .map(|(from, to): (UnixMillis, UnixMillis)| to.0.saturating_sub(from.0));
            match &step.command {
                Command::Answer(_) if probing => {
                    if let Some(last) = took.last_mut() {
                        *last = last.zip(spent).map(|(before, more)| before + more);
                    }
                }
                Command::Answer(_) | Command::Pick(_) => took.push(spent),
                Command::Pause => {
                    paused_at = step.at;
                    continue;
                }
                Command::Resume => {
                    // The break is cut out: what was spent before it counts on.
                    since = since.zip(paused_at).zip(step.at).map(|((from, paused), to)| {
                        UnixMillis(to.0.saturating_sub(paused.0.saturating_sub(from.0)))
                    });
                    continue;
                }
                // How long the model answer was watched is not known.
                Command::Watch => {
                    since = None;
                    continue;
                }
                Command::Hint | Command::TakeEngine(_) => continue,
                Command::Begin
                | Command::Rate(_)
                | Command::Skip
                | Command::SetAside(_)
                | Command::Return(_)
                | Command::Retry
                | Command::Continue
                | Command::Finish => {}
            }
            probing = step.asked_back.is_some();
            since = step.at;
        }
        let seconds = |spent: u64| u32::try_from(spent / 1000).unwrap_or(u32::MAX);
        took.into_iter().map(|spent| spent.map(seconds)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::interview::{
        scenario::Scenario,
        scoring::Scorer,
        session::{Probes, Settings},
    };

    const WARD: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron"));

    /// Plays commands at these seconds; gives what the answers took.
    #[track_caller]
    fn check(probes: Probes, commands: &[(Option<u64>, Command)], expected: &[Option<u32>]) {
        let scenario = Arc::new(Scenario::from_ron(WARD).expect("it ships"));
        let scorer = Arc::new(Scorer::of(&scenario));
        let mut session =
            Session::new(scenario, scorer, Settings { probes, ..Settings::default() });
        for (at, command) in commands {
            let done = match at {
                Some(at) => session.apply_at(command.clone(), UnixMillis(at * 1000)),
                None => session.apply(command.clone()),
            };
            done.unwrap_or_else(|rejected| panic!("{command:?}: {rejected}"));
        }
        assert_eq!(session.seconds(), expected);
    }

    fn say(text: &str) -> Command {
        Command::Answer(text.to_owned())
    }

    #[test]
    fn an_answer_takes_the_time_from_its_question_without_the_breaks() {
        check(
            Probes::Off,
            &[
                (Some(100), Command::Begin),
                (Some(110), Command::Hint),
                (Some(130), Command::Pause),
                (Some(930), Command::Resume),
                (Some(960), say("I called the doctor.")),
                (Some(1000), Command::Rate(None)),
                (Some(1010), Command::Retry),
                (Some(1030), say("I called the doctor at once.")),
            ],
            &[Some(60), Some(20)],
        );
    }

    #[test]
    fn an_addition_counts_with_its_answer() {
        check(
            Probes::One,
            &[
                (Some(0), Command::Begin),
                (
                    Some(40),
                    say("In March I was alone on the ward at night, and I called the doctor."),
                ),
                (Some(70), say("She was well again after 2 days.")),
            ],
            &[Some(70)],
        );
    }

    #[test]
    fn where_nobody_looked_at_a_clock_nothing_is_known() {
        check(Probes::Off, &[(None, Command::Begin), (None, say("I called."))], &[None]);
    }
}
