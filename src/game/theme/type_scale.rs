//! One family, three weights, and few sizes.

use bevy_egui::egui::{Align, Color32, FontFamily, FontId, TextFormat, text::LayoutJob};

/// The smallest text there is: captions and chips. The zoom of a small window keeps it readable.
pub const SMALL: f32 = 13.0;
/// Secondary text.
pub const NOTE: f32 = 13.0;
/// Labels and running text of cards.
pub const LABEL: f32 = 15.0;
/// Running text of cards.
pub const BODY: f32 = 15.0;
/// What the panel says and what the player writes.
pub const SPEECH: f32 = 18.0;
/// Headings.
pub const HEADING: f32 = 22.0;
/// The level, the clock, the name of the game.
pub const DISPLAY: f32 = 38.0;
/// Line height as a multiple of the size.
pub const LEADING: f32 = 1.35;

/// The family of the semibold face.
pub fn semibold_family() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// The family of the bold face.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Running text.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Labels.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, semibold_family())
}

/// Headings.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, bold_family())
}

/// A format with the line height of the scale.
pub fn format(font: FontId, colour: Color32) -> TextFormat {
    let line_height = Some((font.size * LEADING).round());
    TextFormat {
        font_id: font,
        color: colour,
        line_height,
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// A text of one format, wrapped at a width.
pub fn paragraph(text: &str, font: FontId, colour: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(text.to_owned(), format(font, colour));
    job.wrap.max_width = width;
    job
}

/// A text as the section line has it: capitals with tracking.
pub fn tracked(text: &str, size: f32, colour: Color32) -> LayoutJob {
    let format = TextFormat { extra_letter_spacing: size * 0.1, ..format(bold(size), colour) };
    LayoutJob::single_section(text.to_uppercase(), format)
}
