//! The room's own answer: written in large letters while the panel listens, judged with one change, and compared.

use bevy_egui::egui::{
    self, Align2, Id, Key, Margin, Modifiers, Rect, RichText, TextEdit, Ui, pos2, vec2,
};

use crate::{
    game::{
        keyboard::labels,
        screens::demonstration::{
            LEAST,
            besides::{Side, besides_ui},
            cut,
            marked::{lamps_ui, plain_card},
            principle::anchor_ui,
        },
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{LEADING, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        demonstration::told::ToldAnswer,
        scoring::assessment::Assessment,
        star::Role,
        text::{MAX_ANSWER, Text},
    },
};

/// What the room does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RoomAction {
    /// Hands its answer in.
    HandIn,
    /// Changes it.
    WriteAgain,
}

/// Draws the sheet on which the room writes.
pub(super) fn writing_ui(
    ui: &mut Ui,
    rect: Rect,
    words: &mut String,
    heard: Option<&Assessment>,
    large: f32,
) -> Option<RoomAction> {
    widgets::card(ui.painter(), rect);
    let least = ui.max_rect().height() * LEAST;
    let size = least * 1.15 * large;
    let inner = rect.shrink2(vec2(least * 1.2, least * 0.7));
    let (page, foot) = cut(inner, inner.height() - widgets::PILL_HEIGHT - least * 0.4);
    let hands_in = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    ui.scope_builder(egui::UiBuilder::new().max_rect(page).id_salt("room"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            let hint = RichText::new("The room’s answer: type or paste it.");
            let editor = TextEdit::multiline(words)
                .id(Id::new("room's answer"))
                .frame(egui::Frame::NONE)
                .margin(Margin::ZERO)
                .font(regular(size))
                .hint_text(hint.font(regular(size)).color(palette::MUTED))
                .char_limit(MAX_ANSWER)
                .desired_width(page.width() - 12.0)
                .desired_rows(((page.height() / (size * LEADING)) as usize).max(2));
            let response = editor.show(ui).response.response;
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });
    });
    let buttons = [(Pill::Primary, "Judge it", labels::HAND_IN)];
    let right = pos2(foot.right(), foot.bottom() - widgets::PILL_HEIGHT);
    let free = foot.right() - widgets::pills_width(ui, &buttons) - 16.0;
    let height = least * 1.5;
    let middle = foot.bottom() - widgets::PILL_HEIGHT / 2.0;
    let lamps = Rect::from_min_max(
        pos2(foot.left(), middle - height / 2.0),
        pos2(free - least * 8.0, middle + height / 2.0),
    );
    let told = Role::ALL.map(|role| heard.and_then(|heard| heard.part(role)).unwrap_or(0.0));
    lamps_ui(ui, lamps, told, |_| false);
    let count = Text::count_words(words);
    let figures = heard.map_or(0, |heard| heard.figures);
    let s = |count: usize| if count == 1 { "" } else { "s" };
    let counted = format!("{count} word{} · {figures} figure{}", s(count), s(figures));
    let at = pos2(lamps.right() + least * 0.5, middle);
    text::line_within(ui, at, free - at.x, &counted, regular(least * 0.8), palette::MUTED);
    let pressed = widgets::pills_from_right(ui, right, &buttons)[0].clicked();
    (hands_in || pressed).then_some(RoomAction::HandIn)
}

/// Draws the room's answer with its marks, its level and its one change.
pub(super) fn judged_ui(
    ui: &mut Ui,
    page: Rect,
    told: &ToldAnswer,
    (least, most): (f32, f32),
) -> Option<RoomAction> {
    let gap = page.width() * 0.018;
    let (left, right) = page.split_left_right_at_x(page.left() + page.width() * 0.6);
    let left = left.with_max_x(left.right() - gap / 2.0);
    let right = right.with_min_x(right.left() + gap / 2.0);
    let side = Side { heading: "", told, marked: true };
    besides_ui(ui, left, "The room’s answer", &[side], (least, most));
    let verdict = told.verdict.as_ref()?;
    let (above, below) = cut(right, right.height() * 0.46);
    anchor_ui(ui, above.with_max_y(above.bottom() - gap / 2.0), verdict, least);
    let card = below.with_min_y(below.top() + gap / 2.0);
    plain_card(ui.painter(), card);
    let inner = card.shrink2(vec2(least, least * 0.8));
    let (head, rest) = cut(inner, least * 2.0);
    let unchanged = ("Nothing holds it back".to_owned(), String::new());
    let (heading, change) = verdict.change.as_ref().unwrap_or(&unchanged);
    let at = head.left_top() + vec2(0.0, least * 0.6);
    let on = reading::heading(ui, 2);
    text::line_within(&on, at, head.width(), heading, bold(least), palette::CORAL_TEXT);
    let (words, foot) = cut(rest, rest.height() - widgets::PILL_HEIGHT - least * 0.4);
    let on = reading::saying(ui, Reads::News, change);
    text::fitted(&on, words, Align2::LEFT_TOP, change, semibold(least * 1.1), palette::INK);
    let at = pos2(foot.right(), foot.bottom() - widgets::PILL_HEIGHT);
    let again = widgets::pills_from_right(ui, at, &[(Pill::Primary, "Change it", "R")]);
    again[0].clicked().then_some(RoomAction::WriteAgain)
}

/// Draws the room's first answer beside its last.
pub(super) fn compared_ui(
    ui: &mut Ui,
    page: Rect,
    before: &ToldAnswer,
    after: &ToldAnswer,
    sizes: (f32, f32),
) {
    let level = |told: &ToldAnswer, when: &str| match told.verdict.as_ref().and_then(|v| v.level) {
        Some(level) => format!("{when}: {} of 5", level.number()),
        None => when.to_owned(),
    };
    let (first, last) = (level(before, "Before"), level(after, "After"));
    let sides = [
        Side { heading: &first, told: before, marked: true },
        Side { heading: &last, told: after, marked: true },
    ];
    besides_ui(ui, page, "Before and after", &sides, sizes);
}
