//! The window and what it is drawn through: opening it, its camera, its zoom, and sleeping while nothing moves.

use std::process::ExitCode;

use bevy::{
    app::AppExit,
    prelude::*,
    window::{PresentMode, WindowResolution},
    winit::WinitSettings,
};
use bevy_egui::{
    EguiContexts, EguiGlobalSettings, EguiInput, EguiPreUpdateSet, EguiPrimaryContextPass,
    PrimaryEguiContext, egui,
};

use crate::game::{AppSystems, GamePlugin, theme};

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
        .insert_resource(ClearColor(Color::srgb_u8(0x1A, 0x23, 0x40)))
        .add_systems(
            PreUpdate,
            drop_unchanged_modifiers
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(EguiPrimaryContextPass, fit_to_window.in_set(AppSystems::Input));
}

/// Opens the window and plays until it is closed.
pub fn open(game: GamePlugin) -> ExitCode {
    match play(game) {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    }
}

fn play(game: GamePlugin) -> AppExit {
    let window = Window {
        title: "Hot Seat".to_owned(),
        name: Some("hotseat".to_owned()),
        resolution: WindowResolution::new(1280, 720),
        resize_constraints: WindowResizeConstraints {
            min_width: 960.0,
            min_height: 600.0,
            ..default()
        },
        present_mode: PresentMode::AutoVsync,
        ..default()
    };
    App::new()
        .add_plugins(
            DefaultPlugins
                .set(WindowPlugin { primary_window: Some(window), ..default() })
                .set(bevy::log::LogPlugin {
                    level: bevy::log::Level::WARN,
                    filter: "wgpu=error,naga=error,bevy_winit=error,winit=error".to_owned(),
                    ..default()
                }),
        )
        .insert_resource(WinitSettings::desktop_app())
        .add_plugins(game)
        .add_systems(Startup, spawn_camera)
        .run()
}

fn spawn_camera(mut commands: Commands) {
    commands.spawn((Name::new("Camera"), Camera2d, Msaa::Off, PrimaryEguiContext));
}

/// Scales egui so that the design fits the window, and gives a new context its fonts.
fn fit_to_window(mut contexts: EguiContexts, mut installed: Local<bool>) -> Result {
    let context = contexts.ctx_mut()?;
    if !*installed {
        theme::install(context);
        *installed = true;
    }
    let points = context.viewport_rect().size() * context.zoom_factor();
    context.set_zoom_factor(theme::zoom_for(points));
    Ok(())
}

/// Takes out the events by which bevy_egui repeats every frame which modifier keys are down.
///
/// egui answers each with a repaint, so with them the game would never sleep.
fn drop_unchanged_modifiers(
    mut inputs: Query<&mut EguiInput>,
    mut last: Local<egui::Modifiers>,
) {
    for mut input in &mut inputs {
        input.events.retain(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => {
                let changed = *modifiers != *last;
                *last = *modifiers;
                changed
            }
            _ => true,
        });
    }
}
