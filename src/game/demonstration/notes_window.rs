//! The trainer's own window: notes and what comes next, on a screen that the room does not see.

use bevy::{
    camera::{RenderTarget, visibility::RenderLayers},
    ecs::schedule::ScheduleLabel,
    prelude::*,
    window::{Monitor, PrimaryWindow, WindowRef, WindowResolution},
};
use bevy_egui::EguiSchedule;

use crate::game::{
    AppSystems,
    demonstration::{Demonstration, Purpose},
    screen::Screen,
};

/// When the notes are drawn.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
pub struct NotesPass;

/// The window that shows the notes.
#[derive(Component)]
pub struct NotesWindow;

/// What that window is drawn through.
#[derive(Component)]
pub struct NotesCamera;

/// The layer that nothing of the stage is on.
const NOTES_LAYER: usize = 1;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Demonstration), want_where_there_are_two_screens)
        .add_systems(Update, open_or_close.in_set(AppSystems::Present))
        .add_observer(follow_closing);
}

/// A trainer with two screens has the notes on one of them from the beginning.
fn want_where_there_are_two_screens(
    shown: Option<ResMut<Demonstration>>,
    monitors: Query<&Monitor>,
) {
    if let Some(mut shown) = shown {
        shown.own_window = shown.purpose == Purpose::Room && monitors.iter().len() > 1;
    }
}

/// Opens the window or closes it, as the trainer wants.
fn open_or_close(
    mut commands: Commands,
    shown: Option<Res<Demonstration>>,
    monitors: Query<(Entity, &Monitor)>,
    primary: Query<&Window, With<PrimaryWindow>>,
    open: Query<Entity, With<NotesWindow>>,
) {
    let wanted = shown.is_some_and(|shown| shown.own_window);
    if wanted != open.is_empty() {
        return;
    }
    if !wanted {
        open.iter().for_each(|window| commands.entity(window).despawn());
        return;
    }
    let other = primary.single().ok().and_then(|game| other_screen(game, &monitors));
    let position = other.map_or(WindowPosition::Automatic, |screen| {
        WindowPosition::Centered(MonitorSelection::Entity(screen))
    });
    let window = Window {
        title: "Hot Seat: notes".to_owned(),
        name: Some("hotseat".to_owned()),
        resolution: WindowResolution::new(1100, 700),
        position,
        ..default()
    };
    let window = commands.spawn((NotesWindow, window)).id();
    commands.spawn((
        Name::new("Notes camera"),
        NotesCamera,
        Camera2d,
        Msaa::Off,
        RenderLayers::layer(NOTES_LAYER),
        RenderTarget::Window(WindowRef::Entity(window)),
        EguiSchedule::new(NotesPass),
    ));
}

/// A screen on which the game's window is not, where it is known where that is.
fn other_screen(game: &Window, monitors: &Query<(Entity, &Monitor)>) -> Option<Entity> {
    let WindowPosition::At(corner) = game.position else { return None };
    let middle = corner + game.physical_size().as_ivec2() / 2;
    let holds = |monitor: &Monitor| {
        let size = IVec2::new(monitor.physical_width as i32, monitor.physical_height as i32);
        IRect::from_corners(monitor.physical_position, monitor.physical_position + size)
            .contains(middle)
    };
    monitors.iter().find(|(_, monitor)| !holds(monitor)).map(|(screen, _)| screen)
}

/// Whoever closes the window does not want it; what it was drawn through goes with it.
fn follow_closing(
    _: On<Remove, NotesWindow>,
    mut commands: Commands,
    shown: Option<ResMut<Demonstration>>,
    cameras: Query<Entity, With<NotesCamera>>,
) {
    cameras.iter().for_each(|camera| commands.entity(camera).despawn());
    if let Some(mut shown) = shown {
        shown.own_window = false;
    }
}
