//! The few widgets that the screens are made of.

use bevy_egui::egui::{
    Color32, CornerRadius, FontId, Galley, Key, Painter, Pos2, Rect, Response, Sense, Shadow,
    Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, epaint::CircleShape, pos2, vec2,
};
use std::sync::Arc;

use crate::{
    game::theme::{
        palette,
        type_scale::{self, LABEL, NOTE, SMALL, bold, regular, semibold},
    },
    interview::{
        scoring::assessment::{Coverage, Level, NextStep},
        star::Role,
    },
};

/// The height of a pill.
pub const PILL_HEIGHT: f32 = 46.0;

/// What a pill is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pill {
    /// The one thing to do next.
    Primary,
    /// Anything else.
    Secondary,
    /// One of several to choose from, chosen or not.
    Choice(bool),
}

/// A button in the form of a pill, its key named beside its label.
pub fn pill(ui: &mut Ui, rect: Rect, kind: Pill, label: &str, key: &str) -> Response {
    let response = ui.allocate_rect(rect, Sense::click());
    response.widget_info(|| match kind {
        Pill::Choice(chosen) => {
            WidgetInfo::selected(WidgetType::RadioButton, ui.is_enabled(), chosen, label)
        }
        _ => WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), label),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let lift = ui.animate_bool(response.id.with("hover"), response.hovered() && ui.is_enabled());
    let (fill, edge, ink) = match kind {
        Pill::Primary => (palette::CORAL, Color32::TRANSPARENT, palette::INK),
        Pill::Secondary | Pill::Choice(false) => (palette::PAPER, palette::LINE, palette::INK),
        Pill::Choice(true) => (palette::INK, palette::INK, palette::PAPER),
    };
    let towards = if fill == palette::INK { palette::MUTED } else { palette::INK };
    let fill = palette::blend(fill, towards, 0.06 * lift);
    let painter = ui.painter();
    let radius = CornerRadius::same((rect.height() / 2.0).min(23.0) as u8);
    if kind == Pill::Primary {
        let shadow = Shadow {
            offset: [0, 3],
            blur: 8,
            spread: 0,
            color: palette::CORAL.gamma_multiply(0.35),
        };
        painter.add(shadow.as_shape(rect, radius));
    }
    painter.rect(rect, radius, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    focus_ring(ui, &response, rect, radius);
    let label = painter.layout_no_wrap(label.to_owned(), semibold(LABEL), ink);
    let key_ink = if kind == Pill::Primary { ink } else { palette::MUTED };
    let key = painter.layout_no_wrap(key.to_owned(), semibold(NOTE), key_ink);
    let gap = if key.text().is_empty() { 0.0 } else { 8.0 };
    let left = rect.center().x - (label.size().x + gap + key.size().x) / 2.0;
    let middle = rect.center().y;
    painter.galley(pos2(left, middle - label.size().y / 2.0), Arc::clone(&label), ink);
    painter.galley(pos2(left + label.size().x + gap, middle - key.size().y / 2.0), key, key_ink);
    response
}

/// The width that a pill with this label and key wants.
pub fn pill_width(ui: &Ui, label: &str, key: &str) -> f32 {
    let painter = ui.painter();
    let label = painter.layout_no_wrap(label.to_owned(), semibold(LABEL), palette::INK).size().x;
    let key = painter.layout_no_wrap(key.to_owned(), semibold(NOTE), palette::INK).size().x;
    label + key + if key > 0.0 { 8.0 } else { 0.0 } + 48.0
}

/// Pills in a row that ends at the right edge, the last one primary.
pub fn pills_from_right(ui: &mut Ui, right: Pos2, pills: &[(Pill, &str, &str)]) -> Vec<Response> {
    let mut x = right.x;
    let mut responses: Vec<_> = pills
        .iter()
        .rev()
        .map(|(kind, label, key)| {
            let width = pill_width(ui, label, key);
            x -= width;
            let rect = Rect::from_min_size(pos2(x, right.y), vec2(width, PILL_HEIGHT));
            x -= 12.0;
            pill(ui, rect, *kind, label, key)
        })
        .collect();
    responses.reverse();
    responses
}

/// The ring around what the keyboard is on.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: CornerRadius) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand(3.0),
            CornerRadius::same(radius.nw.saturating_add(3)),
            Stroke::new(2.0, palette::INK),
            StrokeKind::Outside,
        );
    }
}

/// Whether a key was pressed and nobody else has taken it.
pub fn key(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(bevy_egui::egui::Modifiers::NONE, key))
}

/// Whether Enter was pressed while no widget has the keyboard: the primary action.
pub fn enter(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none()) && key(ui, Key::Enter)
}

/// Lets the arrow and page keys scroll what is drawn into this region.
pub fn scroll_by_keys(ui: &Ui) {
    let down = ui.input(|input| {
        [
            (Key::ArrowDown, 48.0),
            (Key::ArrowUp, -48.0),
            (Key::PageDown, 240.0),
            (Key::PageUp, -240.0),
        ]
        .into_iter()
        .filter(|(key, _)| input.key_pressed(*key))
        .map(|(_, distance)| distance)
        .sum::<f32>()
    });
    if down != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -down));
    }
}

/// A sheet of paper with a soft low shadow.
pub fn card(painter: &Painter, rect: Rect) {
    let radius = CornerRadius::same(18);
    let shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette::NIGHT.gamma_multiply(0.16) };
    painter.add(shadow.as_shape(rect, radius));
    painter.rect(rect, radius, palette::PAPER, Stroke::new(1.0, palette::LINE), StrokeKind::Inside);
}

/// Text on one line, its left edge and middle at a point.
pub fn line(painter: &Painter, at: Pos2, text: &str, font: FontId, colour: Color32) -> f32 {
    let galley = painter.layout_no_wrap(text.to_owned(), font, colour);
    let size = galley.size();
    painter.galley(pos2(at.x, at.y - size.y / 2.0), galley, colour);
    size.x
}

/// Text on one line, cut with an ellipsis at a width.
pub fn line_within(
    painter: &Painter,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let mut job = type_scale::paragraph(text, font, colour, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = painter.layout_job(job);
    let size = galley.size();
    painter.galley(pos2(at.x, at.y - size.y / 2.0), galley, colour);
    size.x
}

/// Text on one line that ends at a point.
pub fn line_right(painter: &Painter, at: Pos2, text: &str, font: FontId, colour: Color32) -> f32 {
    let galley = painter.layout_no_wrap(text.to_owned(), font, colour);
    let size = galley.size();
    painter.galley(pos2(at.x - size.x, at.y - size.y / 2.0), galley, colour);
    size.x
}

/// Text on one line, centred on a point.
pub fn line_centred(painter: &Painter, at: Pos2, text: &str, font: FontId, colour: Color32) {
    let galley = painter.layout_no_wrap(text.to_owned(), font, colour);
    painter.galley(at - galley.size() / 2.0, galley, colour);
}

/// Text on one line, centred on a point and cut with an ellipsis at a width.
pub fn line_centred_within(
    painter: &Painter,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) {
    let mut job = type_scale::paragraph(text, font, colour, width);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let galley = painter.layout_job(job);
    painter.galley(at - galley.size() / 2.0, galley, colour);
}

/// Wrapped text from its top left corner; gives its height.
pub fn block(
    painter: &Painter,
    at: Pos2,
    width: f32,
    text: &str,
    font: FontId,
    colour: Color32,
) -> f32 {
    let galley = painter.layout_job(type_scale::paragraph(text, font, colour, width));
    let height = galley.size().y;
    painter.galley(at, galley, colour);
    height
}

/// The height that wrapped text takes.
pub fn block_height(painter: &Painter, width: f32, text: &str, font: FontId) -> f32 {
    painter.layout_job(type_scale::paragraph(text, font, palette::INK, width)).size().y
}

/// Wrapped text as a widget that a screen reader finds.
pub fn text(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    let width = ui.available_width();
    ui.label(type_scale::paragraph(text, font, colour, width))
}

/// A track filled from the left.
pub fn bar(painter: &Painter, rect: Rect, amount: f32, colour: Color32) {
    let radius = CornerRadius::same((rect.height() / 2.0) as u8);
    painter.rect_filled(rect, radius, palette::LINE);
    let amount = amount.clamp(0.0, 1.0);
    if amount > 0.01 {
        let width = (rect.width() * amount).max(rect.height());
        painter.rect_filled(
            Rect::from_min_size(rect.min, vec2(width, rect.height())),
            radius,
            colour,
        );
    }
}

/// A level as five segments.
pub fn level_bar(painter: &Painter, rect: Rect, level: Option<Level>, colour: Color32) {
    let gap = 6.0;
    let width = (rect.width() - 4.0 * gap) / 5.0;
    let radius = CornerRadius::same((rect.height() / 2.0) as u8);
    for step in 0..5u8 {
        let left = rect.left() + f32::from(step) * (width + gap);
        let segment = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let full = level.is_some_and(|level| level.number() > step);
        painter.rect_filled(segment, radius, if full { colour } else { palette::LINE });
    }
}

/// The middle of a segment of [`level_bar`].
pub fn level_at(rect: Rect, level: Level) -> Pos2 {
    let step = (rect.width() + 6.0) / 5.0;
    pos2(rect.left() + step * (f32::from(level.number()) - 0.5) - 3.0, rect.top())
}

/// A lamp with the letter of a part of the answer; it fills as the part appears.
pub fn lamp(painter: &Painter, centre: Pos2, role: Role, presence: f32) {
    let colour = palette::role(role);
    let lit = presence.clamp(0.0, 1.0);
    painter.circle_filled(centre, 15.0, palette::blend(palette::LINE, colour, 0.15 + 0.85 * lit));
    let ink = if role == Role::Task || lit < 0.5 { palette::INK } else { Color32::WHITE };
    line_centred(painter, centre, &role.letter().to_string(), bold(LABEL), ink);
}

/// The mark of a key point: a tick, a dash or a cross in its colour.
pub fn coverage_mark(painter: &Painter, centre: Pos2, coverage: Coverage) {
    painter.circle_filled(centre, 11.0, palette::coverage(coverage));
    let stroke =
        Stroke::new(2.2, if coverage == Coverage::Partly { palette::INK } else { Color32::WHITE });
    let at = |x: f32, y: f32| centre + vec2(x, y);
    match coverage {
        Coverage::Hit => {
            painter.line(vec![at(-4.5, 0.5), at(-1.5, 3.5), at(4.5, -3.5)], stroke);
        }
        Coverage::Partly => {
            painter.line_segment([at(-4.5, 0.0), at(4.5, 0.0)], stroke);
        }
        Coverage::Missed => {
            painter.line_segment([at(-3.5, -3.5), at(3.5, 3.5)], stroke);
            painter.line_segment([at(-3.5, 3.5), at(3.5, -3.5)], stroke);
        }
    }
}

/// A marker pointing down at a place, with a caption above it.
pub fn pointer(painter: &Painter, tip: Pos2, caption: &str) {
    painter.add(Shape::convex_polygon(
        vec![tip, tip + vec2(-7.0, -9.0), tip + vec2(7.0, -9.0)],
        palette::INK,
        Stroke::NONE,
    ));
    line_centred(painter, tip + vec2(0.0, -19.0), caption, semibold(SMALL), palette::INK);
}

/// A small filled circle for progress.
pub fn dot(painter: &Painter, centre: Pos2, filled: bool) {
    let colour = if filled { palette::CORAL } else { palette::LINE };
    painter.add(Shape::Circle(CircleShape::filled(centre, 5.0, colour)));
}

/// A small heading over a value.
pub fn caption(painter: &Painter, at: Pos2, text: &str) {
    line(painter, at, text, semibold(NOTE), palette::MUTED);
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

/// A round number key on a card.
pub fn number_key(painter: &Painter, centre: Pos2, number: usize, chosen: bool) {
    let (fill, ink) =
        if chosen { (palette::CORAL, palette::INK) } else { (palette::CREAM, palette::INK) };
    painter.circle(centre, 13.0, fill, Stroke::new(1.0, palette::LINE));
    line_centred(painter, centre, &number.to_string(), bold(NOTE), ink);
}

/// A heading with the levels between which a change leads, where it leads to another.
pub fn lift(heading: &str, step: &NextStep) -> String {
    if step.lifts() {
        format!("{heading}: {} → {}", step.from.number(), step.to.number())
    } else {
        heading.to_owned()
    }
}

/// The note under a control.
pub fn note(painter: &Painter, at: Pos2, width: f32, text: &str) -> f32 {
    block(painter, at, width, text, regular(NOTE), palette::MUTED)
}
