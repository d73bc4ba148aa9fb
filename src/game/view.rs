//! What the player does to the window as a whole: full screen, and everything larger or smaller.

use bevy::{
    prelude::*,
    window::{MonitorSelection, PrimaryWindow, WindowMode},
};
use bevy_egui::{
    EguiInput, EguiPreUpdateSet, PrimaryEguiContext,
    egui::{Event, Key, Modifiers},
};

use crate::{game::settling::Settling, storage::settings::Remembered};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<View>()
        .init_resource::<Settling>()
        .add_systems(
            PreUpdate,
            take_keys.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(Update, carry_out.run_if(resource_exists_and_changed::<View>));
}

/// How the window is looked at.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// How much larger everything is than it would be by the window's size alone.
    pub zoom: f32,
    /// Whether the window fills the screen.
    pub full_screen: bool,
}

impl Default for View {
    fn default() -> Self {
        Self { zoom: 1.0, full_screen: false }
    }
}

/// What a key does to the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewKey {
    /// Everything larger.
    Larger,
    /// Everything smaller.
    Smaller,
    /// As large as the window's size makes it.
    AsItWas,
    /// Fills the screen, or no longer.
    FullScreen,
}

impl ViewKey {
    /// What a key means, if it is one of these. On a Mac full screen is Ctrl, ⌘ and F as well, since F11 shows the desktop.
    pub fn of(key: Key, modifiers: Modifiers) -> Option<Self> {
        let mac_full_screen = modifiers.mac_cmd && modifiers.ctrl && key == Key::F;
        if mac_full_screen || (key == Key::F11 && modifiers.is_none()) {
            return Some(Self::FullScreen);
        }
        if !modifiers.command || modifiers.alt {
            return None;
        }
        match key {
            Key::Plus | Key::Equals => Some(Self::Larger),
            Key::Minus => Some(Self::Smaller),
            Key::Num0 => Some(Self::AsItWas),
            _ => None,
        }
    }
}

impl View {
    /// The view after a key.
    pub fn after(self, key: ViewKey) -> Self {
        let to = |zoom: f32| {
            // Tenths, so that as many steps back lead to where it began.
            let zoom = (zoom * 10.0).round() / 10.0;
            let bounds = Remembered { zoom, ..Remembered::default() }.within_bounds();
            Self { zoom: bounds.zoom, ..self }
        };
        match key {
            ViewKey::Larger => to(self.zoom + 0.1),
            ViewKey::Smaller => to(self.zoom - 0.1),
            ViewKey::AsItWas => to(1.0),
            ViewKey::FullScreen => Self { full_screen: !self.full_screen, ..self },
        }
    }
}

/// Takes the keys that are meant for the window, so that nothing else acts on them.
fn take_keys(mut view: ResMut<View>, mut inputs: Query<&mut EguiInput, With<PrimaryEguiContext>>) {
    for mut input in &mut inputs {
        input.events.retain(|event| {
            let Event::Key { key, pressed, modifiers, .. } = event else { return true };
            let Some(meant) = ViewKey::of(*key, *modifiers) else { return true };
            if *pressed {
                let after = view.after(meant);
                view.set_if_neq(after);
            }
            false
        });
    }
}

/// Carries out what changed; letters of another size are there a frame later.
fn carry_out(
    view: Res<View>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
    mut settling: ResMut<Settling>,
) {
    settling.begin();
    for mut window in &mut windows {
        let fills = window.mode != WindowMode::Windowed;
        if fills != view.full_screen {
            window.mode = mode(view.full_screen);
        }
    }
}

/// How a window fills the screen, or does not.
pub fn mode(full_screen: bool) -> WindowMode {
    if full_screen {
        WindowMode::BorderlessFullscreen(MonitorSelection::Current)
    } else {
        WindowMode::Windowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_view_are_the_systems() {
        let mac = Modifiers { mac_cmd: true, command: true, ..Modifiers::NONE };
        let other = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };
        for command in [mac, other, other | Modifiers::SHIFT] {
            assert_eq!(ViewKey::of(Key::Plus, command), Some(ViewKey::Larger));
            assert_eq!(ViewKey::of(Key::Equals, command), Some(ViewKey::Larger));
            assert_eq!(ViewKey::of(Key::Minus, command), Some(ViewKey::Smaller));
            assert_eq!(ViewKey::of(Key::Num0, command), Some(ViewKey::AsItWas));
        }
        assert_eq!(ViewKey::of(Key::F11, Modifiers::NONE), Some(ViewKey::FullScreen));
        assert_eq!(ViewKey::of(Key::F, mac | Modifiers::CTRL), Some(ViewKey::FullScreen));
        for (key, modifiers) in [
            (Key::Minus, Modifiers::NONE),
            (Key::F, other),
            (Key::Num0, other | Modifiers::ALT),
            (Key::F11, Modifiers::ALT),
        ] {
            assert_eq!(ViewKey::of(key, modifiers), None, "{key:?} {modifiers:?}");
        }
    }

    #[test]
    fn zoom_has_bounds_and_leads_back() {
        let mut view = View::default();
        for _ in 0..50 {
            view = view.after(ViewKey::Larger);
        }
        assert_eq!(view.zoom, 1.2);
        for _ in 0..50 {
            view = view.after(ViewKey::Smaller);
        }
        assert_eq!(view.zoom, 0.8);
        assert_eq!(view.after(ViewKey::Larger).after(ViewKey::Larger).zoom, 1.0);
        assert_eq!(view.after(ViewKey::AsItWas).zoom, 1.0);
        assert_eq!(view.after(ViewKey::FullScreen).after(ViewKey::FullScreen), view);
    }

    #[test]
    fn a_key_of_the_view_reaches_nothing_else() {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins).init_resource::<View>().add_systems(PreUpdate, take_keys);
        let mut input = EguiInput::default();
        let key = |key, modifiers| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        input.events.push(key(Key::F11, Modifiers::NONE));
        input.events.push(key(Key::Plus, Modifiers::COMMAND));
        input.events.push(key(Key::Enter, Modifiers::NONE));
        let context = app.world_mut().spawn((input, PrimaryEguiContext)).id();
        app.update();
        let left = &app.world().get::<EguiInput>(context).expect("the input").events;
        assert_eq!(*left, [key(Key::Enter, Modifiers::NONE)]);
        assert_eq!(*app.world().resource::<View>(), View { zoom: 1.1, full_screen: true });
    }
}
