//! A rater's sheet: notes with the part of the answer that each tells, key points to tick, and what stood out.

use bevy_egui::egui::{
    self, CornerRadius, Id, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo, WidgetType,
    pos2, vec2,
};

use crate::{
    game::{
        mock_panel::desk::PanelDesk,
        screens::mock_panel::fields::{line_field, tick_height, tick_ui},
        theme::{
            keys, palette, text,
            type_scale::{BODY, NOTE, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::{
            AnswerFlag, EvidenceNote,
            note_sheet::{MAX_NOTE, MAX_NOTES},
        },
        scenario::Question,
        star::Role,
    },
};

/// The keys that mark the line being written, in the order of [`Role::ALL`], as they are shown.
const MARKS: [(Key, &str); 4] = if cfg!(target_os = "macos") {
    [(Key::Num1, "⌘ 1"), (Key::Num2, "⌘ 2"), (Key::Num3, "⌘ 3"), (Key::Num4, "⌘ 4")]
} else {
    [(Key::Num1, "Ctrl 1"), (Key::Num2, "Ctrl 2"), (Key::Num3, "Ctrl 3"), (Key::Num4, "Ctrl 4")]
};
/// The keys of the flags, in the order of [`AnswerFlag::ALL`].
const FLAGS: [(Key, &str); AnswerFlag::ALL.len()] =
    [(Key::F6, "F6"), (Key::F7, "F7"), (Key::F8, "F8"), (Key::F9, "F9")];
/// The field of the note being written.
const LINE: &str = "note";
/// The height of that field.
const FIELD: f32 = 38.0;
/// The height of a flag, and the room between two.
const FLAG: f32 = 32.0;
const GAP: f32 = 8.0;

/// The width from which everything has its place beside the lists.
const WIDE: f32 = 700.0;

/// What a rater's sheet is of.
#[derive(Clone, Copy, Debug)]
pub(super) struct NotesView<'a> {
    /// The question.
    pub(super) question: &'a Question,
    /// Whose sheet it is.
    pub(super) by: &'a str,
    /// Whether what is typed is a note as long as nothing else has the keyboard.
    pub(super) writes: bool,
}

/// Draws the sheet of whoever has the keyboard.
pub(super) fn notes_ui(ui: &mut Ui, rect: Rect, view: NotesView<'_>, desk: &mut PanelDesk) {
    let flags = 2.0 * FLAG + GAP;
    let column = |share: f32, room: f32| {
        let left = Rect::from_min_size(rect.min, vec2(rect.width() * share, rect.height() - room));
        (
            left,
            Rect::from_min_max(
                pos2(left.right() + 20.0, rect.top()),
                pos2(rect.right(), left.bottom()),
            ),
        )
    };
    let foot =
        |of: Rect, height: f32| Rect::from_min_max(pos2(of.left(), of.bottom() - height), of.max);
    let above = |of: Rect, height: f32| of.with_max_y(of.bottom() - height - GAP);
    if rect.width() < WIDE {
        // Where there is little room, what is pressed and written goes below the two lists.
        let (left, right) = column(0.5, FIELD + flags + 2.0 * GAP);
        list_ui(ui, left, view.by, desk);
        line_ui(ui, foot(above(rect, flags), FIELD), view.writes, desk);
        points_ui(ui, right, view.question, desk);
        flags_ui(ui, foot(rect, flags), desk);
    } else {
        let (left, right) = column(0.55, 0.0);
        list_ui(ui, above(left, FIELD), view.by, desk);
        line_ui(ui, foot(left, FIELD), view.writes, desk);
        points_ui(ui, above(right, flags), view.question, desk);
        flags_ui(ui, foot(right, flags), desk);
    }
}

/// The notes that were taken; one that is pressed is written on.
fn list_ui(ui: &mut Ui, rect: Rect, by: &str, desk: &mut PanelDesk) {
    let caption = format!("What was said and done, noted by {by}");
    let at = rect.min + vec2(0.0, 8.0);
    text::line_within(ui, at, rect.width(), &caption, semibold(NOTE), palette::MUTED);
    let inner = Rect::from_min_max(rect.min + vec2(0.0, 22.0), rect.max);
    let mut again = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("notes"), |ui| {
        let area = egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (place, note) in desk.sheet.notes.iter().enumerate() {
                if note_ui(ui, place, note).clicked() {
                    again = Some(place);
                }
            }
        });
    });
    if let Some(place) = again {
        desk.add_line();
        desk.line = desk.sheet.notes.remove(place);
        ui.memory_mut(|memory| memory.request_focus(Id::new(LINE)));
    }
}

fn note_ui(ui: &mut Ui, place: usize, note: &EvidenceNote) -> Response {
    let width = ui.available_width() - 10.0;
    let words = width - 38.0;
    let height = text::block_height(ui.painter(), words, &note.text, regular(BODY));
    let size = vec2(width.max(0.0), height + 8.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let part = note.part.map_or("not marked", Role::name);
        let said = format!("Note {}, {part}: {}", place + 1, note.text);
        WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), said)
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(row, CornerRadius::same(8), palette::CREAM);
    }
    let middle = pos2(row.left() + 16.0, row.top() + 4.0 + BODY * 0.7);
    match note.part {
        Some(part) => widgets::lamp_of(painter, (middle, 13.0), part, 1.0),
        None => {
            painter.circle_filled(middle, 3.0, palette::MUTED);
        }
    }
    let at = row.min + vec2(38.0, 4.0);
    text::block(painter, at, words, &note.text, regular(BODY), palette::INK);
    keys::focus_ring(ui, &response, row.shrink(3.0), CornerRadius::same(8));
    response
}

/// The line being written, with the four marks before it.
fn line_ui(ui: &mut Ui, rect: Rect, writes: bool, desk: &mut PanelDesk) {
    let has_keyboard = ui.memory(|memory| memory.focused() == Some(Id::new(LINE)));
    for (place, (role, (key, shown))) in Role::ALL.into_iter().zip(MARKS).enumerate() {
        let left = rect.left() + place as f32 * 36.0;
        let place = Rect::from_min_size(pos2(left, rect.top() + 4.0), vec2(30.0, 30.0));
        let pressed =
            has_keyboard && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key));
        if mark_ui(ui, place, role, desk.line.part == Some(role), shown).clicked() || pressed {
            desk.line.part = Some(role).filter(|_| desk.line.part != Some(role));
            ui.memory_mut(|memory| memory.request_focus(Id::new(LINE)));
        }
    }
    let field = Rect::from_min_max(pos2(rect.left() + 4.0 * 36.0 + 8.0, rect.top()), rect.max);
    let full = desk.sheet.notes.len() >= MAX_NOTES;
    let asks = if full { "The sheet is full." } else { "A note; Enter keeps it" };
    let line = &mut desk.line.text;
    let response = line_field(ui, field, (LINE, "Note"), asks, line, MAX_NOTE);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if entered && !full {
        desk.add_line();
    }
    if entered || (writes && ui.memory(|memory| memory.focused().is_none())) {
        response.request_focus();
    }
}

/// A mark for a part of the answer.
fn mark_ui(ui: &mut Ui, rect: Rect, role: Role, on: bool, key: &str) -> Response {
    let response = ui.allocate_rect(rect, Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), on, role.name())
    });
    keys::name(&response, key);
    widgets::lamp(ui.painter(), rect.center(), role, if on { 1.0 } else { 0.0 });
    keys::focus_ring(ui, &response, rect, CornerRadius::same(15));
    response.on_hover_text(format!("{} ({key})", role.name()))
}

/// The key points of the model answer to tick.
fn points_ui(ui: &mut Ui, rect: Rect, question: &Question, desk: &mut PanelDesk) {
    let points = &question.model.key_points;
    if !points.is_empty() {
        text::caption(ui, rect.min + vec2(0.0, 8.0), "Model answer's key points");
        let list = rect.with_min_y(rect.top() + 22.0);
        ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("points"), |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let width = (ui.available_width() - 10.0).max(0.0);
                for (place, point) in points.iter().enumerate() {
                    let size = vec2(width, tick_height(ui, width, &point.text));
                    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
                    let on = desk.sheet.key_points.contains(&place);
                    let id = Id::new(("point", place));
                    if tick_ui(ui, row, id, on, &point.text).clicked() {
                        desk.sheet.tick(place);
                    }
                }
            });
        });
    }
}

/// What stands out at once.
fn flags_ui(ui: &mut Ui, flags: Rect, desk: &mut PanelDesk) {
    let size = vec2((flags.width() - GAP) / 2.0, FLAG);
    for (place, (flag, (key, shown))) in AnswerFlag::ALL.into_iter().zip(FLAGS).enumerate() {
        let (column, row) = ((place % 2) as f32, (place / 2) as f32);
        let at = flags.min + vec2(column * (size.x + GAP), row * (FLAG + GAP));
        let on = desk.sheet.flags.contains(&flag);
        let pill = Rect::from_min_size(at, size);
        let pill = widgets::pill(ui, pill, Pill::Choice(on), flag.name(), shown);
        if pill.clicked() || keys::pressed(ui, key) {
            desk.sheet.flag(flag);
        }
    }
}
