//! The program as a list: pieces change their order, are left out, and the whole is written beside the scenario.

use bevy_egui::egui::{
    self, CornerRadius, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::{
    game::theme::{
        keys, palette, reading, text,
        type_scale::{BODY, HEADING, NOTE, bold, regular, semibold},
        widgets::{self, Pill},
    },
    interview::demonstration::run::StageRun,
};

/// What the trainer does with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ArrangeAction {
    /// Looks at a piece.
    Look(usize),
    /// Moves the piece that is looked at up (-1) or down (1).
    Shift(isize),
    /// Leaves it out, or takes it in again.
    LeaveOut,
    /// Writes the program.
    Write,
    /// Has done.
    Close,
}

/// The height of a piece in the list.
const ROW: f32 = 50.0;

/// Draws the program.
pub(super) fn arrange_ui(ui: &mut Ui, run: &StageRun, looked_at: usize) -> Option<ArrangeAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::NIGHT.gamma_multiply(0.5));
    let width = 760.0_f32.min(screen.width() - 60.0);
    let height = (screen.height() - 60.0).min(190.0 + ROW * run.program().pieces.len() as f32);
    let card = Rect::from_center_size(screen.center(), vec2(width, height));
    widgets::card(ui.painter(), card);
    let inner = card.shrink2(vec2(28.0, 24.0));
    let title = &run.program().title;
    let at = inner.left_top() + vec2(0.0, 14.0);
    text::line_within(
        &reading::heading(ui, 1),
        at,
        inner.width(),
        title,
        bold(HEADING),
        palette::INK,
    );
    let keys = "↑ ↓ look   ·   Shift+↑ ↓ move   ·   X leave out";
    let at = inner.left_top() + vec2(0.0, 44.0);
    text::line_within(ui, at, inner.width(), keys, regular(NOTE), palette::MUTED);
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let list =
        Rect::from_min_max(inner.left_top() + vec2(0.0, 64.0), pos2(inner.right(), foot - 12.0));
    let mut action = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("pieces"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            for piece in 0..run.program().pieces.len() {
                if piece_ui(ui, run, piece, piece == looked_at) {
                    action = Some(ArrangeAction::Look(piece));
                }
            }
        });
    });
    let pills = [(Pill::Secondary, "Close", "Esc"), (Pill::Primary, "Write it", "S")];
    let pressed = widgets::pills_from_right(ui, pos2(inner.right(), foot), &pills);
    let last = run.program().pieces.len() - 1;
    let shifted = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
    if shifted(Key::ArrowUp) {
        action = Some(ArrangeAction::Shift(-1));
    } else if shifted(Key::ArrowDown) {
        action = Some(ArrangeAction::Shift(1));
    } else if keys::pressed(ui, Key::ArrowUp) {
        action = Some(ArrangeAction::Look(looked_at.saturating_sub(1)));
    } else if keys::pressed(ui, Key::ArrowDown) {
        action = Some(ArrangeAction::Look((looked_at + 1).min(last)));
    } else if keys::pressed(ui, Key::X) {
        action = Some(ArrangeAction::LeaveOut);
    } else if pressed[1].clicked() || keys::pressed(ui, Key::S) {
        action = Some(ArrangeAction::Write);
    } else if pressed[0].clicked() || keys::pressed(ui, Key::O) {
        action = Some(ArrangeAction::Close);
    }
    action
}

/// Draws a piece; whether it was clicked.
fn piece_ui(ui: &mut Ui, run: &StageRun, piece: usize, looked_at: bool) -> bool {
    let shown = &run.program().pieces[piece];
    let question = &run.scenario().questions()[shown.question].text;
    let mut parts = Vec::new();
    if shown.tell {
        parts.push("strong answer".to_owned());
        parts.extend(shown.twins.iter().map(|kind| kind.name().to_lowercase()));
    }
    if shown.room {
        parts.push("the room’s answer".to_owned());
    }
    let parts = parts.join(" · ");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| {
        let left_out = if shown.left_out { ", left out" } else { "" };
        let said = format!("{question} {parts}{left_out}");
        WidgetInfo::selected(WidgetType::RadioButton, true, looked_at, said)
    });
    if looked_at {
        response.scroll_to_me(None);
    }
    let painter = ui.painter();
    let ground = if looked_at { palette::CORAL_WASH } else { palette::CREAM };
    painter.rect_filled(rect, CornerRadius::same(12), ground);
    let ink = if shown.left_out { palette::MUTED } else { palette::INK };
    let left = rect.left() + 16.0;
    let width = rect.width() - 130.0;
    text::line_within(painter, pos2(left, rect.top() + 17.0), width, question, semibold(BODY), ink);
    let at = pos2(left, rect.top() + 36.0);
    text::line_within(painter, at, width, &parts, regular(NOTE), palette::MUTED);
    if shown.left_out {
        let at = rect.right_center() - vec2(16.0, 0.0);
        text::line_right(painter, at, "✕ left out", bold(NOTE), palette::CORAL_TEXT);
    }
    keys::focus_ring(ui, &response, rect, CornerRadius::same(12));
    response.clicked()
}
