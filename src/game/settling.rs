//! The frames that are drawn after the window changed, though nothing else moves.

use bevy::{
    prelude::*,
    window::{
        RequestRedraw, WindowFocused, WindowOccluded, WindowResized, WindowScaleFactorChanged,
    },
};

use crate::game::AppSystems;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Settling>()
        .add_message::<RequestRedraw>()
        .add_message::<WindowResized>()
        .add_message::<WindowScaleFactorChanged>()
        .add_message::<WindowOccluded>()
        .add_message::<WindowFocused>()
        .add_systems(Update, settle.in_set(AppSystems::Present));
}

/// How many frames are drawn after the window changed: one reaches the screen behind the next, and the last must be
/// of the window as it is.
const SETTLING: u8 = 4;

/// How many frames are still to be drawn because the window changed.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settling(u8);

impl Settling {
    /// Draws on, because what is on the screen is about to change as a whole.
    pub fn begin(&mut self) {
        self.0 = SETTLING;
    }

    /// Whether the window has kept still for some frames.
    pub fn is_over(self) -> bool {
        self.0 == 0
    }
}

/// Draws on for some frames after the window changed, though nothing else moves.
fn settle(
    mut settling: ResMut<Settling>,
    mut resized: MessageReader<WindowResized>,
    mut scaled: MessageReader<WindowScaleFactorChanged>,
    mut occluded: MessageReader<WindowOccluded>,
    mut focused: MessageReader<WindowFocused>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let changes = resized.read().count()
        + scaled.read().count()
        + occluded.read().count()
        + focused.read().count();
    if changes > 0 {
        settling.begin();
    } else if settling.0 > 0 {
        settling.0 -= 1;
    }
    if settling.0 > 0 {
        redraw.write(RequestRedraw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::message::Messages;

    fn redraws(app: &mut App) -> Vec<bool> {
        let mut asked = Vec::new();
        for _ in 0..8 {
            app.update();
            let mut redraws = app.world_mut().resource_mut::<Messages<RequestRedraw>>();
            asked.push(redraws.drain().count() > 0);
        }
        asked
    }

    #[test]
    fn a_window_that_changed_is_drawn_until_the_last_picture_is_of_it() {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins)
            .init_resource::<Settling>()
            .add_message::<RequestRedraw>()
            .add_message::<WindowResized>()
            .add_message::<WindowScaleFactorChanged>()
            .add_message::<WindowOccluded>()
            .add_message::<WindowFocused>()
            .add_systems(Update, settle);
        assert!(!redraws(&mut app).contains(&true), "at rest nothing is drawn");
        let window = Entity::PLACEHOLDER;
        app.world_mut().write_message(WindowResized { window, width: 800.0, height: 600.0 });
        assert_eq!(redraws(&mut app), [true, true, true, true, false, false, false, false]);
        assert!(app.world().resource::<Settling>().is_over());
    }
}
