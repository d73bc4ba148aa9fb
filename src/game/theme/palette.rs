//! The colours. Action is coral; a colour never carries a meaning alone.

use bevy_egui::egui::Color32;

use crate::interview::{scoring::assessment::Coverage, star::Role};

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Running text on light.
pub const INK: Color32 = rgb(0x1F2A44);
/// Secondary text on light: at least 4.9 to 1 on every light ground here.
pub const MUTED: Color32 = rgb(0x5B6784);
/// The room at night.
pub const NIGHT: Color32 = rgb(0x1A2340);
/// Quiet fills on paper.
pub const CREAM: Color32 = rgb(0xFFF6E9);
/// Cards.
pub const PAPER: Color32 = rgb(0xFFFDF8);
/// What cards lie on.
pub const PAGE: Color32 = rgb(0xF6F1E7);
/// Edges and empty tracks.
pub const LINE: Color32 = rgb(0xE6DCCB);
/// What to do, and who speaks.
pub const CORAL: Color32 = rgb(0xFF7A59);
/// Coral for text on light: at least 5.1 to 1 on every light ground here.
pub const CORAL_TEXT: Color32 = rgb(0xB5381A);
/// Coral as a ground.
pub const CORAL_WASH: Color32 = rgb(0xFFECE5);
/// Hit; Situation.
pub const TEAL: Color32 = rgb(0x2FB7A3);
/// Teal for text on light: at least 4.5 to 1 on every light ground here.
pub const TEAL_TEXT: Color32 = rgb(0x1B7A6C);
/// Teal as a ground.
pub const TEAL_WASH: Color32 = rgb(0xE3F5F1);
/// Partly; Task.
pub const GOLD: Color32 = rgb(0xF4B740);
/// Result.
pub const VIOLET: Color32 = rgb(0x8C7BD8);

/// The colour of a part of the answer.
pub fn role(role: Role) -> Color32 {
    match role {
        Role::Situation => TEAL,
        Role::Task => GOLD,
        Role::Action => CORAL,
        Role::Result => VIOLET,
    }
}

/// The colour behind a part of the answer in running text.
pub fn role_wash(of: Role) -> Color32 {
    blend(PAPER, role(of), 0.24)
}

/// The colour, and the mark that says the same, of how far a key point was covered.
pub fn coverage(coverage: Coverage) -> Color32 {
    match coverage {
        Coverage::Hit => TEAL,
        Coverage::Partly => GOLD,
        Coverage::Missed => CORAL,
    }
}

/// A mix of two opaque colours: `amount` 0 is the first, 1 the second.
pub fn blend(from: Color32, to: Color32, amount: f32) -> Color32 {
    let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * amount).round() as u8;
    Color32::from_rgb(mix(from.r(), to.r()), mix(from.g(), to.g()), mix(from.b(), to.b()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let light = |c: Color32| {
            0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b())
        };
        let (a, b) = (light(a) + 0.05, light(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_on_light_can_be_read() {
        for text in [INK, MUTED, CORAL_TEXT, TEAL_TEXT] {
            for ground in [PAPER, PAGE, CREAM] {
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
            }
        }
        assert!(contrast(CORAL_TEXT, CORAL_WASH) >= 4.5);
        assert!(contrast(TEAL_TEXT, TEAL_WASH) >= 4.5);
    }

    #[test]
    fn ink_can_be_read_on_every_part_of_an_answer() {
        for part in Role::ALL {
            assert!(contrast(INK, role_wash(part)) >= 4.5, "{part:?}");
        }
    }
}
