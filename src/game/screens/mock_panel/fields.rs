//! What the pages of a mock panel are written and marked with: fields, ticks, level chips.

use bevy_egui::egui::{
    self, CornerRadius, Id, Rect, Response, Sense, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use crate::{
    game::theme::{
        keys, palette,
        reading::Surface,
        text,
        type_scale::{BODY, LABEL, NOTE, bold, regular, semibold},
    },
    interview::scoring::level::Level,
};

/// The margin of a field.
const FIELD_MARGIN: egui::Vec2 = vec2(14.0, 8.0);

/// Draws the ground of a field.
fn ground(ui: &Ui, rect: Rect) {
    let edge = Stroke::new(1.0, palette::LINE);
    ui.painter().rect(rect, 12, palette::CREAM, edge, StrokeKind::Inside);
}

/// Tells a screen reader what a field is called and what is asked for in it.
fn name_field(response: &Response, label: &str, asks: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_label(label);
        node.set_placeholder(asks);
    });
}

/// A field of several lines, which scrolls where there are more.
pub fn lines_field(
    ui: &mut Ui,
    rect: Rect,
    (name, label): (&str, &str),
    asks: &str,
    words: &mut String,
    most: usize,
) -> Response {
    ground(ui, rect);
    let inner = rect.shrink2(FIELD_MARGIN);
    let id = Id::new(name);
    let builder = egui::UiBuilder::new().max_rect(inner).id_salt(name);
    let response = ui.scope_builder(builder, |ui| {
        let area = egui::ScrollArea::vertical().auto_shrink(false).id_salt(name);
        area.show(ui, |ui| {
            let edit = TextEdit::multiline(words)
                .id(id)
                .char_limit(most)
                .font(regular(BODY))
                .frame(egui::Frame::NONE)
                .margin(egui::Margin::ZERO)
                .hint_text(egui::RichText::new(asks).font(regular(BODY)).color(palette::MUTED))
                .desired_width((inner.width() - 10.0).max(0.0))
                .desired_rows(((inner.height() / (BODY * 1.35)) as usize).max(1));
            ui.add(edit)
        })
        .inner
    });
    let response = response.inner;
    name_field(&response, label, asks);
    keys::focus_ring(ui, &response, rect, CornerRadius::same(12));
    response
}

/// A field of one line; the response says when Enter left it.
pub fn line_field(
    ui: &mut Ui,
    rect: Rect,
    (name, label): (&str, &str),
    asks: &str,
    words: &mut String,
    most: usize,
) -> Response {
    ground(ui, rect);
    let edit = TextEdit::singleline(words)
        .id(Id::new(name))
        .char_limit(most)
        .font(regular(BODY))
        .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(14, 8)))
        .hint_text(egui::RichText::new(asks).font(regular(BODY)).color(palette::MUTED))
        .vertical_align(egui::Align::Center);
    let response = ui.put(rect, edit);
    name_field(&response, label, asks);
    keys::focus_ring(ui, &response, rect, CornerRadius::same(12));
    response
}

/// The height of a tick with these words beside it.
pub fn tick_height(ui: &Ui, width: f32, words: &str) -> f32 {
    (text::block_height(ui.painter(), width - TICK, words, regular(NOTE)) + 10.0).max(30.0)
}

/// The room for the mark of a tick.
const TICK: f32 = 34.0;

/// Something to tick, with its words beside it.
pub fn tick_ui(ui: &mut Ui, rect: Rect, id: Id, on: bool, words: &str) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), on, words));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let painter = ui.painter();
    let radius = CornerRadius::same(10);
    if response.hovered() {
        painter.rect_filled(rect, radius, palette::CREAM);
    }
    let mark =
        Rect::from_center_size(pos2(rect.left() + 17.0, rect.top() + 15.0), vec2(18.0, 18.0));
    let (fill, edge) =
        if on { (palette::TEAL, palette::TEAL) } else { (palette::PAPER, palette::MUTED) };
    painter.rect(mark, 5, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    if on {
        let at = |x: f32, y: f32| mark.center() + vec2(x, y);
        let stroke = Stroke::new(2.2, palette::INK);
        painter.line(vec![at(-4.5, 0.0), at(-1.5, 3.5), at(4.5, -3.5)], stroke);
    }
    let at = rect.min + vec2(TICK, 5.0);
    text::block(painter, at, rect.width() - TICK, words, regular(NOTE), palette::INK);
    keys::focus_ring(ui, &response, rect.shrink(3.0), radius);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A level to choose with what it sounds like; the colour repeats what the ring and the number say.
pub fn anchor_ui(
    ui: &mut Ui,
    rect: Rect,
    id: Id,
    level: Level,
    anchor: &str,
    chosen: bool,
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let said = format!("{}. {anchor}", level.number());
        WidgetInfo::selected(WidgetType::RadioButton, ui.is_enabled(), chosen, said)
    });
    keys::name(&response, &level.number().to_string());
    let lift = ui.animate_bool(id.with("hover"), response.hovered() || response.has_focus());
    let painter = ui.painter();
    let (fill, ink) = if chosen {
        (palette::INK, palette::PAPER)
    } else {
        (palette::blend(palette::CREAM, palette::CORAL_WASH, lift), palette::INK)
    };
    let edge = if chosen { palette::INK } else { palette::LINE };
    let radius = CornerRadius::same(12);
    painter.rect(rect, radius, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    let middle = pos2(rect.left() + 24.0, rect.center().y);
    level_disc(painter, middle, level, chosen);
    let words = Rect::from_min_max(
        pos2(rect.left() + 50.0, rect.top() + 3.0),
        pos2(rect.right() - 12.0, rect.bottom() - 3.0),
    );
    let align = egui::Align2::LEFT_CENTER;
    text::fitted(painter, words, align, anchor, regular(BODY), ink);
    keys::focus_ring(ui, &response, rect, radius);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A level as a number on a disc.
pub fn level_disc(painter: &egui::Painter, middle: egui::Pos2, level: Level, lit: bool) {
    let fill = if lit { palette::CORAL } else { palette::PAPER };
    painter.circle(middle, 14.0, fill, Stroke::new(1.0, palette::LINE));
    let number = level.number().to_string();
    text::line_centred(painter, middle, &number, bold(LABEL), palette::INK);
}

/// A few words on a ground of their own; gives its width.
#[track_caller]
pub fn chip(on: &impl Surface, left: egui::Pos2, words: &str, strong: bool) -> f32 {
    let (fill, ink) = if strong {
        (palette::CORAL_WASH, palette::CORAL_TEXT)
    } else {
        (palette::CREAM, palette::INK)
    };
    let width = text::line_size(on.brush(), words, semibold(NOTE)).x + 20.0;
    let rect = Rect::from_min_size(left - vec2(0.0, 12.0), vec2(width, 24.0));
    on.brush().rect_filled(rect, 12, fill);
    text::line(on, left + vec2(10.0, 0.0), words, semibold(NOTE), ink);
    width
}
