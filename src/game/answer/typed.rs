//! The sheet on which an answer is written, with what it holds so far.

use bevy_egui::egui::{
    self, Align2, Id, Key, Modifiers, Painter, Rect, TextEdit, Ui, pos2, text::CCursorRange,
    text_edit::TextEditState, vec2,
};

use crate::{
    game::{
        answer::{hint::hint_ui, said::said_ui},
        keyboard::labels,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{LEADING, NOTE, SPEECH, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        scoring::{assessment::Assessment, presence::Presence},
        session::Command,
        star::Role,
        text::{MAX_ANSWER, Text},
    },
};

/// The answer sheet's id as a text editor.
pub const EDITOR: &str = "answer";

/// What a sheet for words is high without them: its margins, and the row of buttons with what lies free above it.
pub const AROUND: f32 = 2.0 * MARGIN + widgets::PILL_HEIGHT + ABOVE_BUTTONS;
/// The margin above and below.
const MARGIN: f32 = 14.0;
/// What lies free between the words and the buttons.
const ABOVE_BUTTONS: f32 = 10.0;
/// The room for the bar that scrolls.
const SCROLL_BAR: f32 = 12.0;
/// The margins left and right, and that room.
const BESIDE: f32 = 2.0 * 24.0 + SCROLL_BAR;

/// The height that these words take on a sheet of this width.
pub fn written_height(painter: &Painter, width: f32, text: &str) -> f32 {
    let width = (width - BESIDE).max(0.0);
    painter.layout(text.to_owned(), regular(SPEECH), palette::INK, width).size().y
}

/// What the sheet for words shows.
#[derive(Clone, Copy, Debug)]
pub struct WriteView<'a> {
    /// The hint, once it was asked for.
    pub hint: Option<&'a str>,
    /// The answer that something is added to, where a panelist asked back.
    pub said: Option<&'a str>,
    /// What the words hold so far, where it is shown.
    pub lamps: Option<Lamps<'a>>,
    /// Whether the model answer can be seen told before.
    pub watch: bool,
}

/// What the words hold so far, and what they are to hold.
#[derive(Clone, Copy, Debug)]
pub struct Lamps<'a> {
    /// The parts of an answer that the question asks for, in the order of `Role::ALL`.
    pub asked: [bool; 4],
    /// What was found; nothing while there is nothing to find it in.
    pub found: Option<&'a Assessment>,
}

/// Draws the sheet; gives what the player did with it.
pub fn write_ui(
    ui: &mut Ui,
    rect: Rect,
    view: WriteView<'_>,
    text: &mut String,
) -> Option<Command> {
    widgets::card(ui.painter(), rect);
    let inner = hint_ui(ui, view.hint, rect.shrink2(vec2(24.0, MARGIN)));
    let inner = said_ui(ui, view.said, inner);
    let adds = view.said.is_some();
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let hint = keys::pressed(ui, Key::F1);
    let skip = keys::pressed(ui, Key::F2);
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let page = Rect::from_min_max(inner.min, pos2(inner.right(), foot - ABOVE_BUTTONS));
    let asks =
        if adds { "Add what was asked for." } else { "Type your answer as you would say it." };
    editor_ui(ui, page, asks, text);
    let watch = view.watch && text.is_empty() && watch_ui(ui, page);
    let buttons = [
        (Pill::Secondary, if adds { "Leave it" } else { "Skip" }, labels::SKIP),
        (Pill::Secondary, "Hint", labels::HINT),
        (Pill::Primary, if adds { "Add" } else { "Answer" }, labels::HAND_IN),
    ];
    let free = inner.right() - widgets::pills_width(ui, &buttons) - 16.0;
    let left = Rect::from_min_max(pos2(inner.left(), foot), pos2(free, inner.bottom()));
    match view.lamps {
        Some(lamps) => {
            let said = view.said.map_or(0, Text::count_words);
            lamps_ui(ui, left, lamps, said + Text::count_words(text));
        }
        None => live_ui(ui, left),
    }
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &buttons);
    if submit || responses[2].clicked() {
        Some(Command::Answer(text.clone()))
    } else if hint || responses[1].clicked() {
        Some(Command::Hint)
    } else if skip || responses[0].clicked() {
        Some(Command::Skip)
    } else if watch {
        Some(Command::Watch)
    } else {
        None
    }
}

/// Draws the place for the words, where nothing is written yet with what is asked for.
pub fn editor_ui(ui: &mut Ui, page: Rect, asks: &str, text: &mut String) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(page).id_salt("sheet"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(false).show(ui, |ui| {
            let asks = egui::RichText::new(asks).font(regular(SPEECH)).color(palette::MUTED);
            let editor = TextEdit::multiline(text)
                .id(Id::new(EDITOR))
                .frame(egui::Frame::NONE)
                .margin(egui::Margin::ZERO)
                .font(regular(SPEECH))
                .hint_text(asks)
                .char_limit(MAX_ANSWER)
                .desired_width((page.width() - SCROLL_BAR).max(0.0))
                .desired_rows(((page.height() / (SPEECH * LEADING)) as usize).max(2));
            let begins = caret(ui).is_none();
            let output = editor.show(ui);
            let response = output.response.response;
            if begins && let Some(range) = caret(ui) {
                // Words that were put on the sheet are gone on with at their end.
                let at = output.galley.pos_from_cursor(range.primary);
                ui.scroll_to_rect(at.translate(output.galley_pos.to_vec2()), None);
            }
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });
    });
}

/// Draws, on a sheet with nothing on it, the way to the model answer; whether it was taken.
fn watch_ui(ui: &mut Ui, page: Rect) -> bool {
    let width = widgets::pill_width(ui, "Watch it first", "F3") - 16.0;
    let rect = Rect::from_min_size(page.right_top() - vec2(width, 0.0), vec2(width, 34.0));
    widgets::pill(ui, rect, Pill::Secondary, "Watch it first", "F3").clicked()
        || keys::pressed(ui, Key::F3)
}

/// Where the caret stands; nowhere on a sheet that was not written on yet.
fn caret(ui: &Ui) -> Option<CCursorRange> {
    TextEditState::load(ui, Id::new(EDITOR))?.cursor.char_range()
}

/// What stands in the place of the lamps where nothing is said until the end.
fn live_ui(ui: &Ui, rect: Rect) {
    let sentence = "As on the day: how it went is said at the end.";
    let colour = palette::MUTED;
    text::fitted(ui, rect, Align2::LEFT_CENTER, sentence, regular(NOTE), colour);
}

/// The room for a lamp with its name.
const LAMP: f32 = 116.0;
/// The room for a lamp alone.
const BARE_LAMP: f32 = 40.0;
/// The room for what was counted, behind the lamps.
const COUNTED: f32 = 124.0;

/// The fewest words that tell a part of a story: what is read into less is chance.
const TELLS_A_PART: usize = 6;

/// S, T, A and R as lamps, as far as they are asked for, then what was written in numbers.
fn lamps_ui(ui: &Ui, rect: Rect, view: Lamps<'_>, words: usize) {
    let painter = ui.painter();
    let middle = rect.center().y;
    let live = view.found.filter(|_| words >= TELLS_A_PART);
    let asked = Role::ALL.into_iter().filter(|role| view.asked[*role as usize]);
    let lamps = asked.clone().count() as f32;
    // Where there is little room the names and bars go; the letters stay, and their lamps fill all the same.
    let named = rect.width() >= lamps * LAMP + COUNTED;
    let step = if named { LAMP } else { BARE_LAMP };
    for (index, role) in asked.enumerate() {
        // What is no story has no parts.
        let told = live.filter(|live| live.has_parts());
        let presence = told.and_then(|live| live.part(role)).unwrap_or(0.0);
        let x = rect.left() + index as f32 * step;
        widgets::lamp(painter, pos2(x + 15.0, middle), role, presence);
        if named {
            let name = pos2(x + 38.0, middle - 8.0);
            text::line(painter, name, role.name(), semibold(NOTE), palette::INK);
            let track = Rect::from_min_size(pos2(x + 38.0, middle + 5.0), vec2(64.0, 6.0));
            widgets::bar(painter, track, presence, palette::role(role));
        }
        let lamp = Rect::from_min_max(pos2(x, rect.top()), pos2(x + step - 10.0, rect.bottom()));
        let said = format!("{}: {}", role.name(), in_words(presence));
        reading::say(ui, lamp, Reads::Text, &said);
    }
    let x = rect.left() + lamps * step + 8.0;
    let width = (rect.right() - x).max(0.0);
    let figures = view.found.map_or(0, |live| live.figures);
    let counts = format!(
        "{words} word{} · {figures} figure{}",
        if words == 1 { "" } else { "s" },
        if figures == 1 { "" } else { "s" }
    );
    text::line_within(ui, pos2(x, middle - 9.0), width, &counts, regular(NOTE), palette::MUTED);
    let missing = view.found.and_then(still_missing).unwrap_or_default();
    text::line_within(ui, pos2(x, middle + 10.0), width, missing, regular(NOTE), palette::MUTED);
}

/// How far a part of the answer is there, as its lamp is read out.
fn in_words(presence: f32) -> &'static str {
    match Presence::of(presence) {
        Presence::Missing => "not yet",
        Presence::Partly => "partly",
        Presence::There => "there",
    }
}

/// The part that an answer of this length should have by now and has not.
fn still_missing(live: &Assessment) -> Option<&'static str> {
    if live.words < 25 || !live.has_parts() {
        return None;
    }
    [
        (Role::Action, "what you did was not heard yet"),
        (Role::Result, "what came of it was not heard yet"),
        (Role::Situation, "where this happened was not heard yet"),
    ]
    .into_iter()
    .find(|(role, _)| live.is_missing(*role))
    .map(|(_, words)| words)
}
