//! What the words hold so far, read while they are typed, beside the frames.
//!
//! They are read by the session's engine. One that compares words alone takes a few milliseconds and is asked at once. One
//! that compares meaning is a task of its own: it encodes the sentence that was changed, since it remembers the others,
//! and no frame waits for it.

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
};

use crate::{
    game::{
        AppSystems,
        screen::Screen,
        session::{ActiveSession, DraftWords},
    },
    interview::{
        scoring::{assessment::Assessment, judged_by::Basis},
        session::Turn,
    },
};

/// The shortest time between two readings of the words, in seconds.
const READ_EVERY: f32 = 0.15;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LiveReading>().add_systems(
        Update,
        read_words.run_if(in_state(Screen::Interview)).in_set(AppSystems::Present),
    );
}

/// What the scoring engine finds in the words so far; none while there are none.
#[derive(Resource, Debug, Default)]
pub struct LiveReading {
    /// The findings.
    pub assessment: Option<Assessment>,
    of: String,
    by: Option<Basis>,
    wait: f32,
    under_way: Option<Task<Option<Assessment>>>,
}

fn read_words(
    time: Res<Time>,
    active: Option<Res<ActiveSession>>,
    words: Res<DraftWords>,
    mut live: ResMut<LiveReading>,
) {
    live.wait -= time.delta_secs();
    let Some(active) = active else { return };
    let session = active.get();
    if let Some(task) = &mut live.under_way {
        let Some(assessment) = block_on(poll_once(task)) else { return };
        live.under_way = None;
        live.assessment = assessment;
    }
    if !matches!(session.turn(), Turn::Answer | Turn::Probe) || live.wait > 0.0 {
        return;
    }
    let text = session.whole(&words.text);
    let basis = session.scorer().engine().basis();
    if text == live.of && live.by == Some(basis) {
        return;
    }
    live.wait = READ_EVERY;
    live.by = Some(basis);
    live.of.clone_from(&text);
    let current = session.current().filter(|_| text.chars().any(char::is_alphanumeric));
    let Some((question, _)) = current else {
        live.assessment = None;
        return;
    };
    let scorer = session.scorer().clone();
    let story = session.settings().story;
    if basis == Basis::Meaning {
        let reading = async move { scorer.assess(question, &text, story).ok() };
        live.under_way = Some(AsyncComputeTaskPool::get().spawn(reading));
    } else {
        live.assessment = scorer.assess(question, &text, story).ok();
    }
}
