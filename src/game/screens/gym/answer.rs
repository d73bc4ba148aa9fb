//! The answer that is rated: its passages, marked by pointer or by keyboard.

use bevy_egui::egui::{
    self, Color32, Galley, Id, Key, Rect, Sense, Stroke, TextFormat, Ui, Vec2, WidgetInfo,
    WidgetType, pos2, text::CCursor, vec2,
};

use crate::{
    game::{
        screens::gym::GymAction,
        theme::{
            keys,
            marked_text::{MarkedJob, MarkedText},
            palette, text,
            type_scale::{NOTE, SPEECH, format, regular},
            widgets,
        },
    },
    interview::text::Span,
};

/// How a part of an answer looks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct PassageLook {
    /// What lies behind its words.
    pub(super) ground: Color32,
    /// The line under them.
    pub(super) line: Stroke,
}

/// An answer of which parts look otherwise; `looks` are in order and do not overlap.
pub(super) fn laid_out(
    ui: &Ui,
    width: f32,
    words: &str,
    looks: &[(Span, PassageLook)],
) -> MarkedText {
    let mut job = MarkedJob::new(width);
    let mut append = |span: Span, look: PassageLook| {
        let plain = format(regular(SPEECH), palette::INK);
        job.append(span.of(words), TextFormat { background: look.ground, ..plain }, look.line);
    };
    let mut from = 0;
    for (span, look) in looks {
        append(Span { start: from, end: span.start }, PassageLook::default());
        append(*span, *look);
        from = span.end;
    }
    append(Span { start: from, end: words.len() }, PassageLook::default());
    job.lay(ui.painter())
}

/// Draws the answer; what was marked, or where the keyboard went.
pub(super) fn answer_ui(
    ui: &mut Ui,
    rect: Rect,
    words: &str,
    passages: &[(Span, bool)],
    at: usize,
) -> Option<GymAction> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(26.0, 22.0));
    text::note(ui, inner.left_top(), inner.width(), HOW);
    let body = inner.with_min_y(inner.top() + 30.0);
    let looks: Vec<_> = passages
        .iter()
        .enumerate()
        .map(|(number, (span, marked))| {
            let ground = if *marked { palette::CORAL_WASH } else { Color32::TRANSPARENT };
            let line = match (*marked, number == at) {
                (_, true) => Stroke::new(2.0, palette::INK),
                (true, _) => Stroke::new(2.0, palette::CORAL),
                _ => Stroke::NONE,
            };
            (*span, PassageLook { ground, line })
        })
        .collect();
    let mut action = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(body).id_salt("answer"), |ui| {
        egui::ScrollArea::vertical().id_salt(words).auto_shrink(false).show(ui, |ui| {
            let laid = laid_out(ui, body.width() - 14.0, words, &looks);
            let (place, whole) = ui.allocate_exact_size(laid.size(), Sense::click());
            laid.paint(ui.painter(), place.min);
            if let Some(at) = whole.interact_pointer_pos().filter(|_| whole.clicked()) {
                action =
                    passage_at(laid.words(), at - place.min, words, passages).map(GymAction::Mark);
            }
            for (number, (span, marked)) in passages.iter().enumerate() {
                // A screen reader and the Tab key meet each passage where it begins.
                let row = first_row(laid.words(), words, *span).translate(place.min.to_vec2());
                let id = Id::new(("passage", number)).with(ui.id());
                let response = ui.interact(row, id, Sense::click());
                let said = span.of(words);
                response.widget_info(|| {
                    WidgetInfo::selected(WidgetType::Checkbox, true, *marked, said)
                });
                if response.clicked() {
                    action = Some(GymAction::Mark(number));
                }
                if number == at && ui.memory(|memory| memory.focused().is_none()) {
                    let rows = row.expand(8.0);
                    if !ui.clip_rect().contains_rect(rows) {
                        ui.scroll_to_rect(rows, None);
                    }
                }
            }
        });
    });
    action.or_else(|| keyed(ui, at))
}

/// How passages are marked.
const HOW: &str = "Mark what decides the level: click a passage, or ↑ ↓ and Space.";

fn keyed(ui: &Ui, at: usize) -> Option<GymAction> {
    let steps =
        [(Key::ArrowDown, 1), (Key::ArrowRight, 1), (Key::ArrowUp, -1), (Key::ArrowLeft, -1)];
    let step = steps.iter().find(|(key, _)| keys::pressed(ui, *key));
    let free = ui.memory(|memory| memory.focused().is_none());
    let marks = free && keys::pressed(ui, Key::Space);
    step.map(|(_, way)| GymAction::Step(*way)).or(marks.then_some(GymAction::Mark(at)))
}

/// The passage under a point of the galley.
fn passage_at(galley: &Galley, at: Vec2, words: &str, passages: &[(Span, bool)]) -> Option<usize> {
    let letter = galley.cursor_from_pos(at).index;
    let byte = words.char_indices().nth(letter.0).map_or(words.len(), |(byte, _)| byte);
    passages.iter().position(|(span, _)| span.start <= byte && byte < span.end)
}

/// The part of a passage that stands on its first row.
fn first_row(galley: &Galley, words: &str, span: Span) -> Rect {
    let cursor = |byte: usize| CCursor::new(words[..byte].chars().count());
    let from = galley.pos_from_cursor(cursor(span.start));
    let to = galley.pos_from_cursor(cursor(span.end));
    let right = if to.top() > from.top() { galley.size().x } else { to.left() };
    Rect::from_min_max(from.min, pos2(right.max(from.left() + 1.0), from.bottom()))
}

/// The words of what the colours mean, in a line.
pub(super) fn legend_ui(ui: &Ui, at: egui::Pos2, entries: &[(Color32, &str)]) {
    let mut x = at.x;
    for (colour, says) in entries {
        let line = Rect::from_min_size(pos2(x, at.y + 5.0), vec2(18.0, 3.0));
        ui.painter().rect_filled(line, 1, *colour);
        x +=
            24.0 + text::line(ui, pos2(x + 24.0, at.y), says, regular(NOTE), palette::MUTED) + 22.0;
    }
}
