//! The window and what it is drawn through: opening it, its camera, and its zoom.

use std::process::ExitCode;

use bevy::{
    a11y::ActionRequest,
    app::AppExit,
    asset::{AssetEventSystems, load_internal_asset},
    prelude::*,
    render::RenderPlugin,
    shader::Shader,
    window::{ExitCondition, PresentMode, WindowResolution},
    winit::WinitSettings,
};
use bevy_egui::{
    EguiContext, EguiGlobalSettings, EguiInput, EguiInputSet, EguiPostUpdateSet, EguiPreUpdateSet,
    PrimaryEguiContext, egui, input::EguiInputEvent, render::EGUI_SHADER_HANDLE,
};

use crate::{
    game::{
        GamePlugin,
        engine::start_engine,
        icon,
        letters::HasFonts,
        memory, mishap,
        second_window::MirrorsGame,
        theme,
        view::{self, View},
    },
    storage::settings::Remembered,
};

pub(super) fn plugin(app: &mut App) {
    app.insert_resource(EguiGlobalSettings { auto_create_primary_context: false, ..default() })
        .insert_resource(ClearColor(Color::srgb_u8(0x1A, 0x23, 0x40)))
        .add_systems(
            PreUpdate,
            fit_to_window
                .after(EguiPreUpdateSet::InitContexts)
                .before(EguiPreUpdateSet::ProcessInput),
        )
        .add_systems(
            PreUpdate,
            install_theme.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .add_message::<ActionRequest>()
        // A letter that is drawn for the first time is on the card in the same frame: at rest the next one may be seconds away.
        .configure_sets(PostUpdate, AssetEventSystems.after(EguiPostUpdateSet::PostProcessOutput))
        .add_systems(PreUpdate, forward_actions.in_set(EguiInputSet::ReadBevyMessages));
}

/// Opens the window and plays until it is closed.
///
/// # Errors
/// A sentence, where the display that is named takes no window.
pub fn open(game: GamePlugin) -> Result<ExitCode, &'static str> {
    // What connects to the display panics where nobody answers there.
    let mut app = mishap::quietly(|| app(game)).ok_or(NO_ANSWER)?;
    mishap::report_panics_once();
    Ok(match app.add_systems(Startup, start_engine).run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    })
}

/// What is said of a display that does not answer.
const NO_ANSWER: &str = "the display that DISPLAY or WAYLAND_DISPLAY names does not answer, so no window can be shown; start it from \
     a desktop session";

/// The game in its window, ready to run; words alone are compared until the encoder is started.
pub fn app(game: GamePlugin) -> App {
    let left = game.save_folder.0.as_deref().map(Remembered::read).unwrap_or_default().window;
    let window = Window {
        title: "Hot Seat".to_owned(),
        name: Some("hotseat".to_owned()),
        resolution: WindowResolution::new(left.width.round() as u32, left.height.round() as u32),
        mode: view::mode(left.full_screen),
        resize_constraints: WindowResizeConstraints {
            min_width: theme::SMALLEST.x,
            min_height: theme::SMALLEST.y,
            ..default()
        },
        present_mode: PresentMode::AutoVsync,
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin {
                primary_window: Some(window),
                exit_condition: ExitCondition::OnPrimaryClosed,
                ..default()
            })
            .set(bevy::log::LogPlugin {
                level: bevy::log::Level::ERROR,
                filter: String::new(),
                ..default()
            }),
    )
    .insert_resource(WinitSettings::desktop_app())
    .add_plugins(game)
    .add_systems(Startup, (spawn_camera, memory::maximise))
    .add_systems(Update, icon::set_icon);
    app
}

fn spawn_camera(mut commands: Commands) {
    commands.spawn((Name::new("Camera"), Camera2d, Msaa::Off, PrimaryEguiContext));
}

/// Puts our way of drawing egui in the place of bevy_egui's own, once that is there.
pub(super) fn replace_shader(app: &mut App) {
    if app.is_plugin_added::<RenderPlugin>() {
        load_internal_asset!(app, EGUI_SHADER_HANDLE, "theme/egui.wgsl", Shader::from_wgsl);
    }
}

/// Gives a new context its fonts, before its first frame.
fn install_theme(
    mut commands: Commands,
    mut contexts: Query<(Entity, &mut EguiContext), Added<EguiContext>>,
) {
    for (entity, mut context) in &mut contexts {
        theme::install(context.get_mut());
        commands.entity(entity).insert(HasFonts);
    }
}

/// Scales egui so that the design fits what is drawn to, larger or smaller where the player wants it.
///
/// Zoom and size are set together: a zoom that egui is told by its own call holds from the next pass on, which it then
/// lays out for the size of the last one, so that a window enlarged in one step had a frame of a quarter of its size.
fn fit_to_window(
    view: Res<View>,
    game: Query<&Camera, With<PrimaryEguiContext>>,
    mut contexts: Query<(&mut EguiContext, &mut EguiInput, &Camera, Has<MirrorsGame>)>,
) {
    let game = game.single().ok().and_then(Camera::logical_target_size);
    for (mut context, mut input, camera, mirrors) in &mut contexts {
        let (Some(size), Some(pixels)) =
            (camera.logical_target_size(), camera.physical_viewport_rect())
        else {
            continue;
        };
        if pixels.is_empty() {
            continue;
        }
        let zoom = match game.filter(|_| mirrors) {
            // What is written keeps its place on the stage.
            Some(game) => theme::zoom_for(game) * (size / game).min_element(),
            None => theme::zoom_for(size),
        } * view.zoom;
        context.get_mut().options_mut(|options| options.zoom_factor = zoom);
        let point = zoom * camera.target_scaling_factor().unwrap_or(1.0);
        let corner = |pixel: UVec2| (pixel.as_vec2() / point).to_array().into();
        input.screen_rect = Some(egui::Rect::from_min_max(corner(pixels.min), corner(pixels.max)));
    }
}

/// Hands what a screen reader asks for on to egui, which bevy_egui tells about everything else.
fn forward_actions(
    mut requests: MessageReader<ActionRequest>,
    contexts: Query<Entity, With<PrimaryEguiContext>>,
    mut events: MessageWriter<EguiInputEvent>,
) {
    for request in requests.read() {
        for context in &contexts {
            let event = egui::Event::AccessKitActionRequest(request.0.clone());
            events.write(EguiInputEvent { context, event });
        }
    }
}
