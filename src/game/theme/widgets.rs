//! The few widgets that the screens are made of.

use bevy_egui::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Response, Sense, Shadow, Shape, Stroke, StrokeKind,
    Ui, WidgetInfo, WidgetType, epaint::CircleShape, pos2, vec2,
};

use crate::{
    game::theme::{
        fitting::narrowed,
        keys, palette,
        reading::{self, Surface},
        text,
        type_scale::{LABEL, NOTE, SMALL, bold, semibold},
    },
    interview::{
        scoring::assessment::{Coverage, Level},
        star::Role,
    },
};

/// The height of a pill.
pub const PILL_HEIGHT: f32 = 46.0;
/// The room between two pills of a row.
const PILL_GAP: f32 = 12.0;

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
    let response = pill_as(ui, rect, kind, label);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    keys::name(&response, key);
    let ink = if kind == Pill::Choice(true) { palette::PAPER } else { palette::INK };
    let painter = ui.painter();
    let key_ink = match kind {
        Pill::Primary | Pill::Choice(true) => ink,
        Pill::Secondary | Pill::Choice(false) => palette::MUTED,
    };
    let key = painter.layout_no_wrap(key.to_owned(), semibold(NOTE), key_ink);
    let gap = if key.text().is_empty() { 0.0 } else { 8.0 };
    let room = rect.width() - gap - key.size().x - 16.0;
    let shown = narrowed(painter, room, label, semibold(LABEL), ink);
    if shown.elided {
        reading::whole_on_demand(ui, &response, label);
    }
    let left = rect.center().x - (shown.size().x + gap + key.size().x) / 2.0;
    let middle = rect.center().y;
    let key_at = pos2(left + shown.size().x + gap, middle - key.size().y / 2.0);
    painter.galley(pos2(left, middle - shown.size().y / 2.0), shown, ink);
    painter.galley(key_at, key, key_ink);
    response
}

/// A small round button that shows nothing but its key.
pub fn key_pill(ui: &mut Ui, rect: Rect, key: &str, name: &str) -> Response {
    let response = pill_as(ui, rect, Pill::Secondary, name);
    keys::name(&response, key);
    text::line_centred(ui.painter(), rect.center(), key, semibold(LABEL), palette::INK);
    response
}

/// The ground of a pill, and its node.
fn pill_as(ui: &mut Ui, rect: Rect, kind: Pill, name: &str) -> Response {
    let response = ui.allocate_rect(rect, Sense::click());
    response.widget_info(|| match kind {
        Pill::Choice(chosen) => {
            WidgetInfo::selected(WidgetType::RadioButton, ui.is_enabled(), chosen, name)
        }
        _ => WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), name),
    });
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let lift = ui.animate_bool(response.id.with("hover"), response.hovered() && ui.is_enabled());
    let (fill, edge) = match kind {
        Pill::Primary => (palette::CORAL, Color32::TRANSPARENT),
        Pill::Secondary | Pill::Choice(false) => (palette::PAPER, palette::LINE),
        Pill::Choice(true) => (palette::INK, palette::INK),
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
    keys::focus_ring(ui, &response, rect, radius);
    response
}

/// The width that a pill with this label and key wants.
pub fn pill_width(ui: &Ui, label: &str, key: &str) -> f32 {
    let painter = ui.painter();
    let label = painter.layout_no_wrap(label.to_owned(), semibold(LABEL), palette::INK).size().x;
    let key = painter.layout_no_wrap(key.to_owned(), semibold(NOTE), palette::INK).size().x;
    label + key + if key > 0.0 { 8.0 } else { 0.0 } + 48.0
}

/// Pills in a row that ends at the right edge, the last one primary; they are gone through from left to right.
pub fn pills_from_right(ui: &mut Ui, right: Pos2, pills: &[(Pill, &str, &str)]) -> Vec<Response> {
    let mut x = right.x - pills_width(ui, pills);
    pills
        .iter()
        .map(|(kind, label, key)| {
            let width = pill_width(ui, label, key);
            let rect = Rect::from_min_size(pos2(x, right.y), vec2(width, PILL_HEIGHT));
            x += width + PILL_GAP;
            pill(ui, rect, *kind, label, key)
        })
        .collect()
}

/// The width of pills in a row.
pub fn pills_width(ui: &Ui, pills: &[(Pill, &str, &str)]) -> f32 {
    let widths: f32 = pills.iter().map(|(_, label, key)| pill_width(ui, label, key)).sum();
    widths + PILL_GAP * (pills.len().max(1) - 1) as f32
}

/// A sheet of paper with a soft low shadow.
pub fn card(painter: &Painter, rect: Rect) {
    let radius = CornerRadius::same(18);
    let shadow =
        Shadow { offset: [0, 4], blur: 16, spread: 0, color: palette::NIGHT.gamma_multiply(0.16) };
    painter.add(shadow.as_shape(rect, radius));
    painter.rect(rect, radius, palette::PAPER, Stroke::new(1.0, palette::LINE), StrokeKind::Inside);
}

/// Gives a region this width, or none where there is none.
pub fn set_width(ui: &mut Ui, width: f32) {
    ui.set_width(width.max(0.0));
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
    lamp_of(painter, (centre, 15.0), role, presence);
}

/// A lamp of any radius around a point.
pub fn lamp_of(painter: &Painter, (centre, radius): (Pos2, f32), role: Role, presence: f32) {
    let colour = palette::role(role);
    let lit = presence.clamp(0.0, 1.0);
    painter.circle_filled(centre, radius, palette::blend(palette::LINE, colour, 0.15 + 0.85 * lit));
    let ink = if role == Role::Task || lit < 0.5 { palette::INK } else { Color32::WHITE };
    text::line_centred(painter, centre, &role.letter().to_string(), bold(radius), ink);
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
#[track_caller]
pub fn pointer(on: &impl Surface, tip: Pos2, caption: &str) {
    on.brush().add(Shape::convex_polygon(
        vec![tip, tip + vec2(-7.0, -9.0), tip + vec2(7.0, -9.0)],
        palette::INK,
        Stroke::NONE,
    ));
    text::line_centred(on, tip + vec2(0.0, -19.0), caption, semibold(SMALL), palette::INK);
}

/// A small filled circle for progress.
pub fn dot(painter: &Painter, centre: Pos2, filled: bool) {
    let colour = if filled { palette::CORAL } else { palette::LINE };
    painter.add(Shape::Circle(CircleShape::filled(centre, 5.0, colour)));
}

/// A round number key on a card.
pub fn number_key(painter: &Painter, centre: Pos2, number: usize, chosen: bool) {
    let (fill, ink) =
        if chosen { (palette::CORAL, palette::INK) } else { (palette::CREAM, palette::INK) };
    painter.circle(centre, 13.0, fill, Stroke::new(1.0, palette::LINE));
    text::line_centred(painter, centre, &number.to_string(), bold(NOTE), ink);
}
