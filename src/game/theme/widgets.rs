//! The few widgets that the screens are made of.

use bevy_egui::egui::{
    Align2, Color32, CornerRadius, Event, FontId, Galley, Key, Modifiers, Painter, Pos2, Rect,
    Response, Sense, Shadow, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
    epaint::CircleShape, pos2, vec2,
};
use std::sync::Arc;

use crate::{
    game::theme::{
        fitting::{fit, narrowed},
        palette,
        reading::{self, Reads, Surface},
        type_scale::{self, LABEL, NOTE, SMALL, bold, regular, semibold},
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
    name_key(&response, key);
    let ink = if kind == Pill::Choice(true) { palette::PAPER } else { palette::INK };
    let painter = ui.painter();
    let key_ink = if kind == Pill::Primary { ink } else { palette::MUTED };
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
    name_key(&response, key);
    line_centred(ui.painter(), rect.center(), key, semibold(LABEL), palette::INK);
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
    focus_ring(ui, &response, rect, radius);
    response
}

/// Tells a screen reader the key of a button.
pub fn name_key(response: &Response, key: &str) {
    if !key.is_empty() {
        let key = key.replace(' ', "+").replace('⏎', "Enter");
        response.ctx.accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key));
    }
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

/// Whether a key was pressed by itself, at most with Shift, and nobody else has taken it; never where a card lies over
/// what asks.
pub fn key(ui: &Ui, wanted: Key) -> bool {
    ui.is_enabled()
        && ui.input_mut(|input| {
            let before = input.events.len();
            input.events.retain(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => {
                    *key != wanted || modifiers.alt || !modifiers.matches_logically(Modifiers::NONE)
                }
                _ => true,
            });
            input.events.len() < before
        })
}

/// Whether Enter was pressed while no widget has the keyboard: the primary action.
pub fn enter(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none()) && key(ui, Key::Enter)
}

/// Lets the arrow and page keys scroll what is drawn into this region.
pub fn scroll_by_keys(ui: &Ui) {
    if !ui.is_enabled() {
        return;
    }
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

/// The height that wrapped text takes.
pub fn block_height(painter: &Painter, width: f32, text: &str, font: FontId) -> f32 {
    painter.layout_job(type_scale::paragraph(text, font, palette::INK, width)).size().y
}

/// Gives a region this width, or none where there is none.
pub fn set_width(ui: &mut Ui, width: f32) {
    ui.set_width(width.max(0.0));
}

/// Wrapped text as a widget that a screen reader finds.
pub fn text(ui: &mut Ui, text: &str, font: FontId, colour: Color32) -> Response {
    let width = ui.available_width();
    ui.label(type_scale::paragraph(text, font, colour, width))
}

/// Wrapped text as a widget that is a heading of this level to a screen reader.
pub fn heading(ui: &mut Ui, level: usize, words: &str, font: FontId, colour: Color32) -> Response {
    let response = text(ui, words, font, colour);
    reading::say_as(&response, Reads::Heading(level), words);
    response
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
#[track_caller]
pub fn pointer(on: &impl Surface, tip: Pos2, caption: &str) {
    on.brush().add(Shape::convex_polygon(
        vec![tip, tip + vec2(-7.0, -9.0), tip + vec2(7.0, -9.0)],
        palette::INK,
        Stroke::NONE,
    ));
    line_centred(on, tip + vec2(0.0, -19.0), caption, semibold(SMALL), palette::INK);
}

/// A small filled circle for progress.
pub fn dot(painter: &Painter, centre: Pos2, filled: bool) {
    let colour = if filled { palette::CORAL } else { palette::LINE };
    painter.add(Shape::Circle(CircleShape::filled(centre, 5.0, colour)));
}

/// A small heading over a value.
#[track_caller]
pub fn caption(on: &impl Surface, at: Pos2, text: &str) {
    line(on, at, text, semibold(NOTE), palette::MUTED);
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

/// The note under a control.
#[track_caller]
pub fn note(on: &impl Surface, at: Pos2, width: f32, text: &str) -> f32 {
    block(on, at, width, text, regular(NOTE), palette::MUTED)
}
