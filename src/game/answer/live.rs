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
        encoder::StartingEncoder,
        screen::Screen,
        session::{ActiveSession, DraftWords, Notice},
    },
    interview::{scoring::assessment::Assessment, session::Turn},
};

/// The shortest time between two readings of the words, in seconds.
const READ_EVERY: f32 = 0.15;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LiveReading>().init_resource::<StartingEncoder>().add_systems(
        Update,
        (await_encoder, read_words.run_if(in_state(Screen::Interview)))
            .chain()
            .in_set(AppSystems::Present),
    );
}

/// Takes the encoder when it is ready, and gives it to the session's scorer; where it fails, words are compared, and the
/// player is told once.
fn await_encoder(
    mut encoder: ResMut<StartingEncoder>,
    mut notice: ResMut<Notice>,
    active: Option<Res<ActiveSession>>,
) {
    if let Err(why) = encoder.look() {
        notice.0 = Some(format!("Note: {why}."));
    }
    if let (Some(meaning), Some(active)) = (encoder.started(), active) {
        let scorer = active.get().scorer();
        if !scorer.knows_meaning() {
            scorer.learn(meaning);
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::closeness::encoder::NoMeaning;

    #[test]
    fn an_encoder_that_fails_is_said_once_and_words_are_compared() {
        let mut app = App::new();
        let failed = async { Err(NoMeaning::Failed("no room".to_owned())) };
        app.insert_resource(StartingEncoder::starting(failed))
            .init_resource::<Notice>()
            .add_systems(Update, await_encoder);
        while app.world().resource::<StartingEncoder>().is_starting() {
            app.update();
        }
        let notice = app.world_mut().resource_mut::<Notice>().0.take().unwrap_or_default();
        assert_eq!(
            notice,
            "Note: the sentence encoder did not start (no room); words alone are compared."
        );
        app.update();
        assert_eq!(app.world().resource::<Notice>().0, None);
        assert!(app.world().resource::<StartingEncoder>().started().is_none());
    }
}
