//! The player's turn: the sheets on which an answer is given, and what the words hold so far, read while they are typed.

pub mod hint;
pub mod picked;
pub mod rated;
pub mod typed;

use bevy::prelude::*;
use bevy_egui::egui::Key;

use crate::{
    game::{
        AppSystems,
        screens::Screen,
        session::{ActiveSession, Words},
    },
    interview::{scoring::assessment::Assessment, session::Turn},
};

/// The number keys, for cards and ratings.
pub const NUMBERS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The shortest time between two readings of the words, in seconds.
const READ_EVERY: f32 = 0.15;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LiveReading>().add_systems(
        Update,
        read_words.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
    );
}

/// What the scoring engine finds in the words so far; none while there are none.
#[derive(Resource, Clone, Debug, Default)]
pub struct LiveReading {
    /// The findings.
    pub assessment: Option<Assessment>,
    of: String,
    wait: f32,
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
    if session.turn() != Turn::Answer || words.text == live.of || live.wait > 0.0 {
        return;
    }
    live.wait = READ_EVERY;
    live.of.clone_from(&words.text);
    live.assessment = session
        .current()
        .filter(|_| words.text.chars().any(char::is_alphanumeric))
        .and_then(|(question, _)| {
            session.scorer().assess(question, &words.text, session.settings().story).ok()
        });
}
