//! The player's turn: the sheets on which an answer is given, and what the words hold so far, read while they are typed.

pub mod hint;
pub mod live;
pub mod picked;
pub mod rated;
pub mod said;
pub mod typed;

use bevy::prelude::*;
use bevy_egui::egui::Key;

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

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(live::plugin);
}
