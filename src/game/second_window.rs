//! A second window of the game: a trainer's notes that the room does not see, or the panel as a candidate sees it, without
//! the raters' sheets.

use bevy::{
    camera::{RenderTarget, ScalingMode, visibility::RenderLayers},
    ecs::schedule::ScheduleLabel,
    prelude::*,
    render::error_handler::{ErrorType, RenderError, RenderErrorHandler, RenderErrorPolicy},
    window::{Monitor, PrimaryWindow, WindowDestroyed, WindowRef, WindowResolution},
};
use bevy_egui::EguiSchedule;

use crate::game::{
    AppSystems,
    demonstration::{Demonstration, Purpose},
    mock_panel::table::PanelTable,
    screen::Screen,
};

/// When the second window is drawn.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
pub struct SecondPass;

/// The second window, by what it shows.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondWindow {
    /// The trainer's notes.
    Notes,
    /// The panel that asks.
    Panel,
}

/// What that window is drawn through.
#[derive(Component)]
pub struct SecondCamera;

/// A camera that sees the stage as the game's window does, larger or smaller as a whole.
#[derive(Component)]
pub struct MirrorsGame;

/// A layer that nothing is on.
const BARE: usize = 2;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Demonstration), want_where_there_are_two_screens)
        .add_message::<WindowDestroyed>()
        .add_systems(
            Update,
            (follow_destroyed, open_or_close, mirror).chain().in_set(AppSystems::Present),
        )
        .add_observer(follow_closing)
        .insert_resource(RenderErrorHandler(blame_second));
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

/// A window that the system took away is closed.
fn follow_destroyed(
    mut commands: Commands,
    mut destroyed: MessageReader<WindowDestroyed>,
    open: Query<(), With<SecondWindow>>,
) {
    for message in destroyed.read() {
        if open.contains(message.window) {
            commands.entity(message.window).despawn();
        }
    }
}

/// What was drawn wrong while the second window was open is blamed on that window: the system may take it away in the
/// middle of a frame. It is closed and the game goes on. Without one the game ends, as Bevy has it.
fn blame_second(error: &RenderError, game: &mut World, renderer: &mut World) -> RenderErrorPolicy {
    let open = game.query_filtered::<Entity, With<SecondWindow>>().iter(game).collect::<Vec<_>>();
    if open.is_empty() || error.ty != ErrorType::Validation {
        return (RenderErrorHandler::default().0)(error, game, renderer);
    }
    for window in open {
        game.despawn(window);
    }
    RenderErrorPolicy::Ignore
}

/// Opens the window or closes it, as it is wanted.
fn open_or_close(
    mut commands: Commands,
    (shown, table): (Option<Res<Demonstration>>, Option<Res<PanelTable>>),
    monitors: Query<(Entity, &Monitor)>,
    primary: Query<&Window, With<PrimaryWindow>>,
    open: Query<(Entity, &SecondWindow)>,
) {
    let notes = shown.is_some_and(|shown| shown.own_window).then_some(SecondWindow::Notes);
    let panel = table.is_some_and(|table| table.desk.mirrored).then_some(SecondWindow::Panel);
    let wanted = notes.or(panel);
    if open.iter().next().map(|(_, shows)| *shows) == wanted {
        return;
    }
    open.iter().for_each(|(window, _)| commands.entity(window).despawn());
    let Some(shows) = wanted.filter(|_| open.is_empty()) else { return };
    let other = primary.single().ok().and_then(|game| other_screen(game, &monitors));
    let position = other.map_or(WindowPosition::Automatic, |screen| {
        WindowPosition::Centered(MonitorSelection::Entity(screen))
    });
    let title = match shows {
        SecondWindow::Notes => "Hot Seat: notes",
        SecondWindow::Panel => "Hot Seat: the panel",
    };
    let window = Window {
        title: title.to_owned(),
        name: Some("hotseat".to_owned()),
        resolution: WindowResolution::new(1100, 700),
        position,
        // The keys stay with the game's own window.
        focused: false,
        ..default()
    };
    let window = commands.spawn((shows, window)).id();
    let mut camera = commands.spawn((
        Name::new("Second camera"),
        SecondCamera,
        Camera2d,
        Msaa::Off,
        RenderTarget::Window(WindowRef::Entity(window)),
        EguiSchedule::new(SecondPass),
    ));
    match shows {
        SecondWindow::Notes => camera.insert(RenderLayers::layer(BARE)),
        SecondWindow::Panel => camera.insert(MirrorsGame),
    };
}

/// Lets the second window see as much of the stage as the game's window shows.
fn mirror(
    primary: Query<&Window, With<PrimaryWindow>>,
    mut cameras: Query<&mut Projection, With<MirrorsGame>>,
) {
    let Ok(game) = primary.single() else { return };
    let (width, height) = (game.width(), game.height());
    for mut projection in &mut cameras {
        let Projection::Orthographic(seen) = &*projection else { continue };
        let fits = matches!(
            seen.scaling_mode,
            ScalingMode::AutoMin { min_width, min_height } if (min_width, min_height) == (width, height)
        );
        if !fits {
            let scaling_mode = ScalingMode::AutoMin { min_width: width, min_height: height };
            *projection = Projection::Orthographic(OrthographicProjection {
                scaling_mode,
                ..OrthographicProjection::default_2d()
            });
        }
    }
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
    _: On<Remove, SecondWindow>,
    mut commands: Commands,
    (shown, table): (Option<ResMut<Demonstration>>, Option<ResMut<PanelTable>>),
    cameras: Query<Entity, With<SecondCamera>>,
) {
    cameras.iter().for_each(|camera| commands.entity(camera).despawn());
    if let Some(mut shown) = shown {
        shown.own_window = false;
    }
    if let Some(mut table) = table {
        table.bypass_change_detection().desk.mirrored = false;
    }
}
