//! Text painted on a screen: on one line or wrapped, from a point or in a box, and measured before.

use std::sync::Arc;

use bevy_egui::egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Response, Ui, Vec2};

use crate::game::theme::{
    fitting::{fit, narrowed},
    palette,
    reading::{self, Reads, Surface},
    type_scale::{self, NOTE, regular, semibold},
};

/// Text on one line, its left edge and middle at a point; gives its width.
#[track_caller]
pub fn line(on: &impl Surface, at: Pos2, text: &str, font: FontId, colour: Color32) -> f32 {
    let galley = on.brush().layout_no_wrap(text.to_owned(), font, colour);
    put(on, at, Align2::LEFT_CENTER, text, galley, colour).x
}

/// Text on one line of this width at most: smaller where it would not fit.
#[track_caller]
pub fn line_within(
    on: &impl Surface,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let galley = narrowed(on.brush(), width, text, font, colour);
    put(on, at, Align2::LEFT_CENTER, text, galley, colour).x
}

/// Text on one line that ends at a point.
#[track_caller]
pub fn line_right(on: &impl Surface, at: Pos2, text: &str, font: FontId, colour: Color32) -> f32 {
    let galley = on.brush().layout_no_wrap(text.to_owned(), font, colour);
    put(on, at, Align2::RIGHT_CENTER, text, galley, colour).x
}

/// Text on one line, centred on a point.
#[track_caller]
pub fn line_centred(on: &impl Surface, at: Pos2, text: &str, font: FontId, colour: Color32) {
    let galley = on.brush().layout_no_wrap(text.to_owned(), font, colour);
    put(on, at, Align2::CENTER_CENTER, text, galley, colour);
}

/// Text on one line of this width at most, centred on a point: smaller where it would not fit.
#[track_caller]
pub fn line_centred_within(
    on: &impl Surface,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) {
    let galley = narrowed(on.brush(), width, text, font, colour);
    put(on, at, Align2::CENTER_CENTER, text, galley, colour);
}

/// Wrapped text from its top left corner; gives its height.
#[track_caller]
pub fn block(
    on: &impl Surface,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let galley = on.brush().layout_job(type_scale::paragraph(text, font, colour, width));
    put(on, at, Align2::LEFT_TOP, text, galley, colour).y
}

/// Wrapped text in a box: smaller where it would not fit; gives its height.
#[track_caller]
pub fn fitted(
    on: &impl Surface,
    rect: Rect,
    align: Align2,
    text: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let galley = fit(on.brush(), rect.size(), text, font, colour);
    put(on, align.pos_in_rect(&rect), align, text, galley, colour).y
}

/// A text in capitals over what it names.
#[track_caller]
pub fn overline(on: &impl Surface, at: Pos2, text: &str, size: f32, colour: Color32) -> f32 {
    let galley = on.brush().layout_job(type_scale::tracked(text, size, colour));
    put(on, at, Align2::LEFT_TOP, text, galley, colour).x
}

#[track_caller]
fn put(
    on: &impl Surface,
    at: Pos2,
    align: Align2,
    text: &str,
    galley: Arc<Galley>,
    colour: Color32,
) -> Vec2 {
    let rect = align.anchor_size(at, galley.size());
    on.tell(rect, text, galley.elided);
    let size = galley.size();
    on.brush().galley(rect.min, galley, colour);
    size
}

/// Wrapped text as a widget that a screen reader finds.
pub fn label(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    let width = ui.available_width();
    ui.label(type_scale::paragraph(text, font, colour, width))
}

/// Wrapped text as a widget that is a heading of this level to a screen reader.
pub fn heading(ui: &mut Ui, level: usize, words: &str, font: FontId, colour: Color32) -> Response {
    let response = label(ui, words, font, colour);
    reading::say_as(&response, Reads::Heading(level), words);
    response
}

/// A small heading over a value.
#[track_caller]
pub fn caption(on: &impl Surface, at: Pos2, text: &str) {
    line(on, at, text, semibold(NOTE), palette::MUTED);
}

/// The note under a control.
#[track_caller]
pub fn note(on: &impl Surface, at: Pos2, width: f32, text: &str) -> f32 {
    block(on, at, width, text, regular(NOTE), palette::MUTED)
}

/// The height that wrapped text takes.
pub fn block_height(painter: &Painter, width: f32, text: &str, font: FontId) -> f32 {
    painter.layout_job(type_scale::paragraph(text, font, palette::INK, width)).size().y
}

/// The size of a text on one line.
pub fn line_size(painter: &Painter, text: &str, font: FontId) -> Vec2 {
    painter.layout_no_wrap(text.to_owned(), font, palette::INK).size()
}

/// A laid-out paragraph, for those who need its height before they paint it.
pub fn galley(
    painter: &Painter,
    text: &str,
    font: FontId,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    painter.layout_job(type_scale::paragraph(text, font, colour, width))
}
