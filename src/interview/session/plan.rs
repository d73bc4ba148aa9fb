//! The order of the questions.

use crate::interview::{
    chance::Chance,
    scenario::Scenario,
    scoring::Story,
    session::settings::{Order, Settings},
};

/// The purpose of [`Chance`] that orders questions.
const ORDER: u64 = 1;

/// Whether the follow-ups of the scenario are asked in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FollowUps {
    /// Only behind an answer to their question, and only where they fit the story that is told.
    WhereTheyFit,
    /// All of them, as before version 3 of the journal.
    All,
}

/// The order of the questions under these settings.
///
/// A follow-up asks about the story of the transcript: whoever tells their own is only asked what stands alone.
pub(super) fn plan(scenario: &Scenario, settings: Settings, follow_ups: FollowUps) -> Vec<usize> {
    let every = follow_ups == FollowUps::All || settings.story == Story::This;
    let mut plan = in_order(scenario, settings);
    plan.retain(|question| {
        let question = &scenario.questions()[*question];
        every || !question.follow_up || question.stands_alone
    });
    plan
}

fn in_order(scenario: &Scenario, settings: Settings) -> Vec<usize> {
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
