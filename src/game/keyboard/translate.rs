//! From what the window hears to what egui is told, for the keyboards of all systems.

use bevy::{
    input::keyboard::{Key as Logical, KeyCode, KeyboardInput},
    window::{Ime, WindowEvent},
};
use bevy_egui::{
    egui::{Event, ImeEvent, Key, Modifiers},
    helpers::{bevy_to_egui_key, bevy_to_egui_physical_key},
};

/// Whose keyboard it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// Commands are given with ⌘; Option writes.
    Mac,
    /// Ctrl and Alt together may write, as AltGr does.
    Windows,
    /// X11, Wayland and the rest: Alt writes nothing.
    Other,
}

impl Platform {
    /// The system that the game was built for.
    pub const HERE: Self = if cfg!(target_os = "macos") {
        Self::Mac
    } else if cfg!(windows) {
        Self::Windows
    } else {
        Self::Other
    };
}

/// A key that changes what the others do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Modifier {
    Shift,
    Ctrl,
    Alt,
    AltGr,
    Super,
}

/// A keyboard: which modifiers are down, and what an input method is composing on it.
#[derive(Debug)]
pub struct Keyboard {
    platform: Platform,
    /// By place, so that the left one of a pair can be let go while the right one is held.
    held: Vec<(KeyCode, Modifier)>,
    /// What is being composed; nothing where this is empty.
    composed: String,
}

impl Default for Keyboard {
    fn default() -> Self {
        Self::of(Platform::HERE)
    }
}

impl Keyboard {
    /// A keyboard on which nothing is held.
    pub fn of(platform: Platform) -> Self {
        Self { platform, held: Vec::new(), composed: String::new() }
    }

    fn holds(&self, modifier: Modifier) -> bool {
        self.held.iter().any(|(_, held)| *held == modifier)
    }

    /// The modifiers that are down.
    pub fn modifiers(&self) -> Modifiers {
        let mac = self.platform == Platform::Mac;
        let ctrl = self.holds(Modifier::Ctrl);
        let mac_cmd = mac && self.holds(Modifier::Super);
        Modifiers {
            alt: self.holds(Modifier::Alt),
            ctrl,
            shift: self.holds(Modifier::Shift),
            mac_cmd,
            command: if mac { mac_cmd } else { ctrl },
        }
    }

    /// Takes what the window heard; gives what egui is told of it. The clipboard is asked when something is pasted.
    pub fn hear(
        &mut self,
        event: &WindowEvent,
        clipboard: &mut dyn FnMut() -> Option<String>,
    ) -> Vec<Event> {
        match event {
            WindowEvent::KeyboardInput(key) => self.key(key, clipboard),
            WindowEvent::Ime(ime) => self.compose(ime),
            // Whatever is let go elsewhere is not heard here. What was being composed stays with its input method.
            WindowEvent::KeyboardFocusLost(_) => {
                self.forget();
                self.composed.clear();
                vec![Event::WindowFocused(false)]
            }
            WindowEvent::WindowFocused(focused) => {
                if !focused.focused {
                    self.forget();
                    self.composed.clear();
                }
                vec![Event::WindowFocused(focused.focused)]
            }
            _ => Vec::new(),
        }
    }

    fn forget(&mut self) {
        self.held.clear();
    }

    fn key(
        &mut self,
        key: &KeyboardInput,
        clipboard: &mut dyn FnMut() -> Option<String>,
    ) -> Vec<Event> {
        let pressed = key.state.is_pressed();
        if !pressed {
            self.held.retain(|(place, _)| *place != key.key_code);
        } else if let Some(modifier) = modifier(key) {
            if !self.held.iter().any(|(place, _)| *place == key.key_code) {
                self.held.push((key.key_code, modifier));
            }
            return Vec::new();
        }
        // What is pressed while something is composed is the input method's, and so is what it says it has taken.
        let taken = matches!(key.logical_key, Logical::Process) || !self.composed.is_empty();
        if pressed && taken {
            return Vec::new();
        }
        let modifiers = self.modifiers();
        let text = self.text(key).filter(|_| pressed);
        let mut events = Vec::new();
        let writes = text.is_some();
        events.extend(text.map(Event::Text));
        let Some(meant) = self.meant(key, writes) else { return events };
        events.push(Event::Key {
            key: meant,
            physical_key: bevy_to_egui_physical_key(&key.key_code),
            pressed,
            repeat: key.repeat,
            modifiers,
        });
        if pressed && modifiers.command && !modifiers.alt {
            match meant {
                Key::C => events.push(Event::Copy),
                Key::X => events.push(Event::Cut),
                Key::V => events.extend(pasted(clipboard)),
                _ => {}
            }
        } else if pressed {
            match meant {
                Key::Copy => events.push(Event::Copy),
                Key::Cut => events.push(Event::Cut),
                Key::Paste => events.extend(pasted(clipboard)),
                _ => {}
            }
        }
        events
    }

    /// What a key writes.
    fn text(&self, key: &KeyboardInput) -> Option<String> {
        let text = match (&key.text, &key.logical_key) {
            (Some(text), _) | (None, Logical::Character(text)) => text.as_str(),
            (None, Logical::Space) => " ",
            _ => return None,
        };
        if text.is_empty() || text.chars().any(char::is_control) {
            return None;
        }
        let (ctrl, alt) = (self.holds(Modifier::Ctrl), self.holds(Modifier::Alt));
        let plain = match self.platform {
            Platform::Mac => !ctrl,
            // Together they stand for AltGr, which no letter or digit needs.
            Platform::Windows if ctrl && alt => {
                !text.chars().all(|letter| letter.is_ascii_alphanumeric())
            }
            _ => !ctrl && !alt,
        };
        let writes = !self.holds(Modifier::Super) && (plain || self.holds(Modifier::AltGr));
        writes.then(|| text.to_owned())
    }

    /// The key that is meant: by its name, and where a layout has other letters, by its place.
    fn meant(&self, key: &KeyboardInput, writes: bool) -> Option<Key> {
        if let Some(key) = bevy_to_egui_key(&key.logical_key) {
            return Some(key);
        }
        let third = self.holds(Modifier::AltGr)
            || (self.platform == Platform::Mac && self.holds(Modifier::Alt));
        match key.logical_key {
            // The @ on the Q of a German keyboard is no Q.
            Logical::Character(_) if third && writes => None,
            Logical::Character(_) | Logical::Unidentified(_) => {
                bevy_to_egui_physical_key(&key.key_code)
            }
            _ => None,
        }
    }

    fn compose(&mut self, ime: &Ime) -> Vec<Event> {
        match ime {
            Ime::Preedit { value, cursor, .. } => {
                // What is let go while something is composed is not always heard.
                if self.composed.is_empty() != value.is_empty() {
                    self.forget();
                }
                self.composed.clone_from(value);
                // The window counts bytes, egui letters.
                let letters = |bytes: usize| {
                    value.char_indices().take_while(|(start, _)| *start < bytes).count()
                };
                let active_range_chars = cursor.map(|(from, to)| letters(from)..letters(to));
                vec![Event::Ime(ImeEvent::Preedit { text: value.clone(), active_range_chars })]
            }
            Ime::Commit { value, .. } => {
                self.composed.clear();
                vec![Event::Ime(ImeEvent::Commit(value.clone()))]
            }
            // Whatever stands there when the method goes away is kept.
            Ime::Disabled { .. } if !self.composed.is_empty() => {
                vec![Event::Ime(ImeEvent::Commit(std::mem::take(&mut self.composed)))]
            }
            Ime::Disabled { .. } | Ime::Enabled { .. } => Vec::new(),
        }
    }
}

/// The modifier that a key is.
fn modifier(key: &KeyboardInput) -> Option<Modifier> {
    match key.logical_key {
        Logical::Shift => Some(Modifier::Shift),
        Logical::Control => Some(Modifier::Ctrl),
        Logical::Alt => Some(Modifier::Alt),
        Logical::AltGraph => Some(Modifier::AltGr),
        // With Shift held, X11 calls Alt by this name.
        Logical::Meta if matches!(key.key_code, KeyCode::AltLeft | KeyCode::AltRight) => {
            Some(Modifier::Alt)
        }
        Logical::Super | Logical::Meta => Some(Modifier::Super),
        _ => None,
    }
}

/// What the clipboard holds, its lines ended as everywhere else.
fn pasted(clipboard: &mut dyn FnMut() -> Option<String>) -> Option<Event> {
    let text = clipboard()?.replace("\r\n", "\n").replace('\r', "\n");
    (!text.is_empty()).then_some(Event::Paste(text))
}
