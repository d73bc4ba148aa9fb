//! Texts that fit their place: a point smaller at a time, down to what can still be read, and cut only below that.

use std::sync::Arc;

use bevy_egui::egui::{Color32, FontId, Galley, Painter, Vec2};

use crate::game::theme::type_scale::{self, SMALL};

/// Text on one line.
pub(super) fn narrowed(
    painter: &Painter,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) -> Arc<Galley> {
    let one_line = |size| {
        let font = FontId { size, ..font.clone() };
        painter.layout_no_wrap(text.to_owned(), font, colour)
    };
    let smaller = sizes(font.size).map(one_line).find(|galley| galley.size().x <= width);
    smaller.unwrap_or_else(|| {
        let font = FontId { size: font.size.min(SMALL), ..font.clone() };
        let mut job = type_scale::paragraph(text, font, colour, width);
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        painter.layout_job(job)
    })
}

/// Wrapped text.
pub(super) fn fit(
    painter: &Painter,
    room: Vec2,
    text: &str,
    font: FontId,
    colour: Color32,
) -> Arc<Galley> {
    let wrapped = |size| {
        let font = FontId { size, ..font.clone() };
        painter.layout_job(type_scale::paragraph(text, font, colour, room.x))
    };
    let smaller = sizes(font.size).map(wrapped).find(|galley| galley.size().y <= room.y + 0.5);
    smaller.unwrap_or_else(|| {
        let size = font.size.min(SMALL);
        let mut job = type_scale::paragraph(text, FontId { size, ..font.clone() }, colour, room.x);
        job.wrap.max_rows = ((room.y / (size * type_scale::LEADING).round()) as usize).max(1);
        painter.layout_job(job)
    })
}

/// A size and those below it that can still be read, a point apart.
fn sizes(size: f32) -> impl Iterator<Item = f32> {
    let steps = (size - SMALL).max(0.0).floor() as usize;
    (0..=steps).map(move |step| size - step as f32)
}
