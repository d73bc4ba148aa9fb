//! What the words hold so far, read while they are typed, beside the frames.
//!
//! The sentence encoder starts in the background with the window; until it has, words alone are compared, which takes
//! a few milliseconds and is done at once. From then on a reading is a task of its own: it encodes the sentence that was
//! changed, since the scorer remembers the others, and no frame waits for it.

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
};

use crate::{
    game::{
        AppSystems,
        screen::Screen,
        session::{ActiveSession, Words},
    },
    interview::{
        scoring::{
            assessment::Assessment,
            closeness::meaning::{Meaning, NoMeaning},
        },
        session::Turn,
    },
};

/// The shortest time between two readings of the words, in seconds.
const READ_EVERY: f32 = 0.15;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LiveReading>().init_resource::<Encoder>().add_systems(
        Update,
        (await_encoder, read_words.run_if(in_state(Screen::Interview)))
            .chain()
            .in_set(AppSystems::Present),
    );
}

/// The sentence encoder, from its start on.
#[derive(Resource, Default)]
pub struct Encoder {
    starting: Option<Task<Result<Meaning, NoMeaning>>>,
    ready: Option<Meaning>,
}

/// Starts the encoder beside the first frames.
pub fn start_encoder(mut encoder: ResMut<Encoder>) {
    if Meaning::is_built_in() {
        encoder.starting = Some(AsyncComputeTaskPool::get().spawn(async { Meaning::load() }));
    }
}

/// Takes the encoder when it is ready, and gives it to the session's scorer.
fn await_encoder(mut encoder: ResMut<Encoder>, active: Option<Res<ActiveSession>>) -> Result {
    if let Some(starting) = &mut encoder.starting
        && let Some(started) = block_on(poll_once(starting))
    {
        encoder.starting = None;
        encoder.ready = Some(started?);
    }
    if let (Some(meaning), Some(active)) = (&encoder.ready, active) {
        let scorer = active.get().scorer();
        if !scorer.knows_meaning() {
            scorer.learn(meaning.clone());
        }
    }
    Ok(())
}

/// What the scoring engine finds in the words so far; none while there are none.
#[derive(Resource, Debug, Default)]
pub struct LiveReading {
    /// The findings.
    pub assessment: Option<Assessment>,
    of: String,
    wait: f32,
    under_way: Option<Task<Option<Assessment>>>,
}

fn read_words(
    time: Res<Time>,
    active: Option<Res<ActiveSession>>,
    words: Res<Words>,
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
    if text == live.of {
        return;
    }
    live.wait = READ_EVERY;
    live.of.clone_from(&text);
    let current = session.current().filter(|_| text.chars().any(char::is_alphanumeric));
    let Some((question, _)) = current else {
        live.assessment = None;
        return;
    };
    let scorer = session.scorer().clone();
    let story = session.settings().story;
    if scorer.knows_meaning() {
        let reading = async move { scorer.assess(question, &text, story).ok() };
        live.under_way = Some(AsyncComputeTaskPool::get().spawn(reading));
    } else {
        live.assessment = scorer.assess(question, &text, story).ok();
    }
}
