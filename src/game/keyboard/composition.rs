//! Where an input method shows what it composes: at the caret, and only while there is a text to write in.

use bevy::{
    prelude::*,
    window::{PrimaryWindow, RequestRedraw},
};
use bevy_egui::{
    EguiContext, EguiOutput, EguiPostUpdateSet, PrimaryEguiContext, egui::output::IMEOutput,
};

pub(super) fn plugin(app: &mut App) {
    app.add_message::<RequestRedraw>()
        .add_systems(PostUpdate, place.after(EguiPostUpdateSet::ProcessOutput));
}

/// What the window is told about the input method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Composing {
    /// Whether there is a text to write in.
    pub enabled: bool,
    /// The foot of the caret, in the window's logical pixels.
    pub caret: Option<Vec2>,
}

/// What follows from what egui says, at this many logical pixels a point.
pub fn composing(output: Option<&IMEOutput>, zoom: f32) -> Composing {
    let Some(output) = output else { return Composing { enabled: false, caret: None } };
    let foot = output.cursor_rect.left_bottom() * zoom;
    let caret = foot.is_finite().then(|| Vec2::new(foot.x.round(), foot.y.round()));
    // Off for a frame, so that the method lets go of what a click elsewhere has ended.
    Composing { enabled: !output.should_interrupt_composition, caret }
}

fn place(
    mut contexts: Query<(&mut EguiContext, &EguiOutput), With<PrimaryEguiContext>>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let (Ok((mut context, output)), Ok(mut window)) = (contexts.single_mut(), windows.single_mut())
    else {
        return;
    };
    let output = output.platform_output.ime.as_ref();
    let composing = composing(output, context.get_mut().zoom_factor());
    if window.ime_enabled != composing.enabled {
        window.ime_enabled = composing.enabled;
        if output.is_some() && !composing.enabled {
            redraw.write(RequestRedraw);
        }
    }
    if let Some(caret) = composing.caret.filter(|caret| *caret != window.ime_position) {
        window.ime_position = caret;
    }
}
