//! The window and what it is drawn through: opening it, its camera, its zoom, and sleeping while nothing moves.

use std::{process::ExitCode, time::Duration};

use bevy::{
    a11y::ActionRequest,
    app::AppExit,
    asset::load_internal_asset,
    input::keyboard::{Key, KeyboardInput},
    prelude::*,
    render::RenderPlugin,
    shader::Shader,
    window::{PresentMode, WindowResolution},
    winit::{UpdateMode, WinitSettings},
};
use bevy_egui::{
    EguiContext, EguiGlobalSettings, EguiInput, EguiInputSet, EguiPreUpdateSet, PrimaryEguiContext,
    egui, helpers::bevy_to_egui_key, input::EguiInputEvent, render::EGUI_SHADER_HANDLE,
};

use crate::game::{
    AppSystems, GamePlugin,
    answer::live::start_encoder,
    dialogue::Caption,
    mishap,
    screens::section_card::SectionCard,
    settings::Presentation,
    stage::{Stage, StageView, acting::reactions::Reactions},
    theme,
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
            (install_theme, correct_modifiers)
                .chain()
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_message::<ActionRequest>()
        .add_systems(PreUpdate, forward_actions.in_set(EguiInputSet::ReadBevyMessages))
        .add_systems(Update, pace_updates.in_set(AppSystems::Present));
}

/// The longest time between two frames while nothing moves.
const AT_REST: Duration = Duration::from_secs(5);
/// The time between two frames while the panel only breathes and looks about.
const BREATHING: Duration = Duration::from_millis(33);
/// The time between two frames while somebody speaks or the picture moves.
const MOVING: Duration = Duration::from_millis(16);
/// The time between two looks at a panel that keeps still but is to change its face.
const LISTENING: Duration = Duration::from_millis(400);

/// Opens the window and plays until it is closed.
pub fn open(game: GamePlugin) -> ExitCode {
    mishap::report_panics_once();
    match app(game).add_systems(Startup, start_encoder).run() {
        AppExit::Success => ExitCode::SUCCESS,
        AppExit::Error(code) => ExitCode::from(code.get()),
    }
}

/// The game in its window, ready to run; words alone are compared until the encoder is started.
pub fn app(game: GamePlugin) -> App {
    let window = Window {
        title: "Hot Seat".to_owned(),
        name: Some("hotseat".to_owned()),
        resolution: WindowResolution::new(1280, 720),
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
        DefaultPlugins.set(WindowPlugin { primary_window: Some(window), ..default() }).set(
            bevy::log::LogPlugin {
                level: bevy::log::Level::ERROR,
                filter: String::new(),
                ..default()
            },
        ),
    )
    .insert_resource(WinitSettings::desktop_app())
    .add_plugins(game)
    .add_systems(Startup, spawn_camera);
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
fn install_theme(mut contexts: Query<&mut EguiContext, Added<EguiContext>>) {
    for mut context in &mut contexts {
        theme::install(context.get_mut());
    }
}

/// Scales egui so that the design fits what is drawn to.
///
/// Zoom and size are set together: a zoom that egui is told by its own call holds from the next pass on, which it then
/// lays out for the size of the last one, so that a window enlarged in one step had a frame of a quarter of its size.
fn fit_to_window(mut contexts: Query<(&mut EguiContext, &mut EguiInput, &Camera)>) {
    for (mut context, mut input, camera) in &mut contexts {
        let (Some(size), Some(pixels)) =
            (camera.logical_target_size(), camera.physical_viewport_rect())
        else {
            continue;
        };
        if pixels.is_empty() {
            continue;
        }
        let zoom = theme::zoom_for(size);
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

/// Wakes often while somebody moves, seldom while nobody does or nobody looks.
fn pace_updates(
    view: Res<StageView>,
    stage: Res<Stage>,
    reactions: Res<Reactions>,
    presentation: Res<Presentation>,
    caption: Res<Caption>,
    card: Res<SectionCard>,
    settings: Option<ResMut<WinitSettings>>,
) {
    let Some(mut settings) = settings else { return };
    let focused = if view.scene.is_none() {
        AT_REST
    } else if caption.is_typing() || card.is_on() || !stage.shot.rests() {
        MOVING
    } else if !presentation.reduced_motion || stage.moves {
        BREATHING
    } else if reactions.is_under_way() {
        LISTENING
    } else {
        AT_REST
    };
    *settings = WinitSettings {
        focused_mode: UpdateMode::reactive(focused),
        unfocused_mode: UpdateMode::reactive_low_power(AT_REST),
    };
}

/// Gives every key of a frame the modifiers that were down when it was pressed.
///
/// bevy_egui gives them all the modifiers of the frame's end, so that a quick Ctrl+Enter would lose its Ctrl. It also
/// says every frame which modifiers are down, and egui answers each time with a repaint: with that the game would
/// never sleep, so what has not changed is taken out.
fn correct_modifiers(
    mut keys: MessageReader<KeyboardInput>,
    mut inputs: Query<&mut EguiInput>,
    mut held: Local<egui::Modifiers>,
    mut last: Local<egui::Modifiers>,
) {
    let mut pressed = Vec::new();
    for message in keys.read() {
        let down = message.state.is_pressed();
        match message.logical_key {
            Key::Control => {
                held.ctrl = down;
                held.command = down;
            }
            Key::Shift => held.shift = down,
            Key::Alt => held.alt = down,
            _ => {
                if let Some(key) = bevy_to_egui_key(&message.logical_key) {
                    pressed.push((key, down, *held));
                }
            }
        }
    }
    for mut input in &mut inputs {
        let mut pressed = pressed.iter();
        input.events.retain_mut(|event| match event {
            egui::Event::ModifiersChanged(modifiers) => {
                let changed = *modifiers != *last;
                *last = *modifiers;
                changed
            }
            egui::Event::Key { key, pressed: down, modifiers, .. } => {
                let meant = pressed.find(|(other, state, _)| other == key && state == down);
                if let Some((_, _, held)) = meant {
                    modifiers.ctrl |= held.ctrl;
                    modifiers.command |= held.command;
                }
                true
            }
            _ => true,
        });
    }
}
