//! The player's turn: the sheets on which an answer is given, and what the words hold so far, read while they are typed.

pub mod hint;
pub mod live;
pub mod picked;
pub mod rated;
pub mod returning;
pub mod said;
pub mod sheet;
pub mod typed;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext,
    egui::{Id, Key, text_edit::TextEditState},
};

use crate::game::facts::{ProbeAsked, QuestionAsked};

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
    app.add_plugins(live::plugin)
        .add_observer(begin_at_the_end::<QuestionAsked>)
        .add_observer(begin_at_the_end::<ProbeAsked>);
}

/// Lets writing go on behind the last word that was put on the sheet, and undoing end at this sheet's words.
fn begin_at_the_end<E: Event>(_: On<E>, mut contexts: Query<&mut EguiContext>) {
    for mut context in &mut contexts {
        TextEditState::default().store(context.get_mut(), Id::new(typed::EDITOR));
    }
}
