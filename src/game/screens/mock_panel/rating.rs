//! A rater's turn: what was said at the left, the anchors of the five levels and what the rating rests on at the right.

use bevy_egui::egui::{self, Event, Id, Key, Modifiers, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        answer::NUMBERS,
        keyboard::labels,
        mock_panel::{desk::PanelDesk, table::TableAction},
        screens::mock_panel::{
            AtTable,
            asking::place,
            fields::{anchor_ui, lines_field},
            notes::{NotesView, notes_ui},
        },
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, LABEL, NOTE, SPEECH, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::{MockPanel, PanelAnswer, of_candidate::anchor, rating::MAX_EVIDENCE},
        scoring::level::Level,
        text::Text,
    },
};

/// The field of what a rating rests on.
const EVIDENCE: &str = "evidence";

/// Draws the page of a rater.
pub(super) fn rating_ui(
    ui: &mut Ui,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    rater: usize,
) -> Option<AtTable> {
    let (_, question) = panel.current()?;
    let answer = panel.answers().last()?;
    let name = panel.setup().raters.get(rater).map_or("", String::as_str);
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let over = format!("{name} rates · {}", place(panel));
    let (page, body) = page_ui(ui, &over, &question.text);
    let left = Rect::from_min_size(body.min, vec2(body.width() * 0.54, body.height()));
    let right = Rect::from_min_max(pos2(left.right() + 16.0, body.top()), body.max);
    said_ui(ui, left, answer, |ui, rect| {
        notes_ui(ui, rect, NotesView { question, by: name, writes: false }, desk);
    });
    levels_ui(ui, right, desk);
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let width = widgets::pill_width(ui, "Break", "Esc");
    let rest = Rect::from_min_size(pos2(page.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let rest = widgets::pill(ui, rest, Pill::Secondary, "Break", "Esc").clicked();
    let pill = match desk.level {
        Some(_) => (Pill::Primary, "Seal my rating", labels::HAND_IN),
        None => (Pill::Secondary, "Choose a level first", "1 – 5"),
    };
    let seal = widgets::pills_from_right(ui, pos2(page.right(), y), &[pill]);
    let wanted = seal[0].clicked() || submit || keys::enter(ui);
    if rest {
        return Some(AtTable::Do(TableAction::Rest));
    }
    (wanted && desk.level.is_some()).then_some(AtTable::Do(TableAction::Seal))
}

/// Draws a page with a line over its heading; gives the page, and the place between heading and buttons.
pub(super) fn page_ui(ui: &Ui, over: &str, title: &str) -> (Rect, Rect) {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 26.0));
    text::overline(ui, page.left_top(), over, NOTE, palette::TEAL_TEXT);
    let heading = reading::saying(ui, Reads::Opening, title);
    let at = page.min + vec2(0.0, 22.0);
    let room = Rect::from_min_size(at, vec2(page.width(), 50.0));
    let align = egui::Align2::LEFT_CENTER;
    text::fitted(&heading, room, align, title, bold(SPEECH), palette::INK);
    let body = Rect::from_min_max(
        page.min + vec2(0.0, 82.0),
        page.max - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    (page, body)
}

/// What was typed, or that it was spoken, and a rater's sheet below it.
fn said_ui(ui: &mut Ui, rect: Rect, answer: &PanelAnswer, notes: impl FnOnce(&mut Ui, Rect)) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(22.0, 16.0));
    let time = answer.seconds().map(|seconds| format!(" · {}", Text::clock(seconds)));
    let heading = match answer.words() {
        Some(_) => "The answer, as it was typed".to_owned(),
        None => "The answer was spoken".to_owned(),
    };
    let heading = format!("{heading}{}", time.unwrap_or_default());
    let at = inner.min + vec2(0.0, 9.0);
    text::line(&reading::heading(ui, 2), at, &heading, bold(LABEL), palette::INK);
    let below = inner.top() + 26.0;
    let Some(words) = answer.words() else {
        notes(ui, Rect::from_min_max(pos2(inner.left(), below), inner.max));
        return;
    };
    let height = text::block_height(ui.painter(), inner.width() - 12.0, words, regular(BODY));
    let height = height.min(inner.height() * 0.36);
    let place = Rect::from_min_size(pos2(inner.left(), below), vec2(inner.width(), height));
    ui.scope_builder(egui::UiBuilder::new().max_rect(place).id_salt("said"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::set_width(ui, place.width() - 12.0);
            text::label(ui, words, regular(BODY), palette::INK);
        });
    });
    let line = place.bottom() + 8.0;
    let stroke = egui::Stroke::new(1.0, palette::LINE);
    ui.painter().hline(inner.x_range(), line, stroke);
    notes(ui, Rect::from_min_max(pos2(inner.left(), line + 8.0), inner.max));
}

/// The five levels, each with what it sounds like, and the sentence of evidence.
fn levels_ui(ui: &mut Ui, rect: Rect, desk: &mut PanelDesk) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(22.0, 16.0));
    let at = inner.min + vec2(0.0, 9.0);
    let heading = reading::heading(ui, 2);
    text::line(&heading, at, "Which of these did you hear?", bold(LABEL), palette::INK);
    let key = inner.right_top() + vec2(0.0, 9.0);
    text::line_right(ui, key, "1 – 5", regular(NOTE), palette::MUTED);
    let field = 84.0_f32.min(inner.height() * 0.24);
    let foot = Rect::from_min_max(pos2(inner.left(), inner.bottom() - field), inner.max);
    let caption = foot.top() - 26.0;
    let levels = Rect::from_min_max(inner.min + vec2(0.0, 26.0), pos2(inner.right(), caption));
    if let Some(level) = pick_level(ui, levels, "rating", desk.level) {
        desk.level = Some(level);
        ui.memory_mut(|memory| memory.request_focus(Id::new(EVIDENCE)));
    }
    let caption = pos2(inner.left(), caption + 12.0);
    text::caption(ui, caption, "In a sentence: what in the answer makes it that?");
    let asks = "Their words, or what was missing. May be left empty.";
    let words = &mut desk.evidence;
    lines_field(ui, foot, (EVIDENCE, "What it rests on"), asks, words, MAX_EVIDENCE);
}

/// Five levels to choose from; gives the one that was chosen now, by a press or by its number, which needs Ctrl or ⌘ where
/// something is being written.
pub(super) fn pick_level(
    ui: &mut Ui,
    rect: Rect,
    name: &str,
    chosen: Option<Level>,
) -> Option<Level> {
    let height = (rect.height() - 4.0 * 6.0) / 5.0;
    let writes = ui.ctx().text_edit_focused();
    let mut picked = None;
    for number in 1..=5u8 {
        let level = Level::new(number);
        let top = rect.top() + f32::from(number - 1) * (height + 6.0);
        let row = Rect::from_min_size(pos2(rect.left(), top), vec2(rect.width(), height));
        let id = Id::new((name, number));
        let response = anchor_ui(ui, row, id, level, anchor(level), chosen == Some(level));
        let key = NUMBERS[usize::from(number - 1)];
        let pressed = match writes {
            true => ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)),
            false => keys::pressed(ui, key),
        };
        if pressed {
            // The number is a key here and no letter of what is written next.
            ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
        }
        if response.clicked() || pressed {
            picked = Some(level);
        }
    }
    picked
}
