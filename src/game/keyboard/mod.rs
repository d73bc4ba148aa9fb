//! The keyboard: what the window hears becomes what egui is told, each key with the modifiers of its own moment.
//!
//! bevy_egui reads keys and the input method's words from two lists and gives every key the modifiers of the frame's
//! end. Here they are read from the one list that has them in their order, so that a quick Ctrl+Enter keeps its Ctrl
//! and an Enter that ends a composition hands nothing in.

pub mod composition;
pub mod labels;
pub mod translate;

use bevy::{prelude::*, window::WindowEvent};
use bevy_egui::{
    EguiClipboard, EguiGlobalSettings, EguiInput, EguiInputSet, EguiPreUpdateSet,
    PrimaryEguiContext,
    egui::{self, Modifiers},
    input::{EguiInputEvent, ModifierKeysState},
};

use crate::game::keyboard::translate::Keyboard;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<LettersHeard>()
        .init_resource::<ModifierKeysState>()
        .add_systems(Startup, take_over)
        .add_systems(PreUpdate, hear.in_set(EguiInputSet::ReadBevyMessages))
        .add_systems(
            PreUpdate,
            drop_what_is_known
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_plugins(composition::plugin);
}

/// The keyboard as it was heard last.
#[derive(Resource, Default)]
struct LettersHeard(Keyboard);

/// Stops bevy_egui from reading what is read here.
fn take_over(mut settings: ResMut<EguiGlobalSettings>) {
    settings.enable_ime = false;
    let systems = &mut settings.input_system_settings;
    systems.run_write_modifiers_keys_state_system = false;
    systems.run_write_keyboard_input_messages_system = false;
    systems.run_write_ime_messages_system = false;
}

fn hear(
    mut heard: ResMut<LettersHeard>,
    mut window: MessageReader<WindowEvent>,
    mut clipboard: Option<ResMut<EguiClipboard>>,
    mut modifiers: ResMut<ModifierKeysState>,
    contexts: Query<Entity, With<PrimaryEguiContext>>,
    mut events: MessageWriter<EguiInputEvent>,
) {
    for message in window.read() {
        let mut pasted = || clipboard.as_mut().and_then(|clipboard| clipboard.get_text());
        for event in heard.0.hear(message, &mut pasted) {
            for context in &contexts {
                events.write(EguiInputEvent { context, event: event.clone() });
            }
        }
    }
    // The mouse gets its modifiers from here.
    let held = heard.0.modifiers();
    modifiers.shift = held.shift;
    modifiers.ctrl = held.ctrl;
    modifiers.alt = held.alt;
    modifiers.win = held.mac_cmd;
}

/// Takes out what says nothing new.
///
/// bevy_egui says every frame which modifiers are down, and egui answers each time with a repaint: with that the game
/// would never sleep.
fn drop_what_is_known(mut inputs: Query<&mut EguiInput>, mut last: Local<Modifiers>) {
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
