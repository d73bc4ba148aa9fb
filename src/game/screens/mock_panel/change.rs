//! A rating that is changed after the reveal: it stands beside the first, with its reason.

use bevy_egui::egui::{Key, Modifiers, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        answer::NUMBERS,
        keyboard::labels,
        mock_panel::{desk::PanelDesk, table::TableAction},
        screens::mock_panel::{AtTable, fields::line_field},
        theme::{
            cover, keys, palette, reading, text,
            type_scale::{HEADING, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::{MockPanel, of_candidate::anchor, rating::MAX_EVIDENCE},
        scoring::level::Level,
    },
};

/// What the card is called.
const NAME: &str = "Change a rating";

/// Draws the card over the ratings.
pub(super) fn change_ui(ui: &mut Ui, panel: &MockPanel, desk: &mut PanelDesk) -> Option<AtTable> {
    let screen = ui.max_rect();
    let size = vec2(640.0_f32.min(screen.width() - 40.0), 440.0_f32.min(screen.height() - 24.0));
    let card = Rect::from_center_size(screen.center(), size);
    cover::over(ui, card, NAME, |ui| card_ui(ui, card.shrink2(vec2(32.0, 26.0)), panel, desk))
}

fn card_ui(ui: &mut Ui, inner: Rect, panel: &MockPanel, desk: &mut PanelDesk) -> Option<AtTable> {
    let change = desk.change.as_mut()?;
    let shown = panel.answers().get(change.answer)?.side_by_side()?;
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let stays = keys::pressed(ui, Key::Escape);
    let writes = ui.ctx().text_edit_focused();
    let heading = reading::heading(ui, 1);
    text::line(&heading, inner.min + vec2(0.0, 14.0), NAME, bold(HEADING), palette::INK);
    let note = "The first rating and the mean stay. The change is kept beside them.";
    text::line(ui, inner.min + vec2(0.0, 40.0), note, regular(NOTE), palette::MUTED);
    let mut y = inner.top() + 62.0;
    let mut rater = change.rater;
    let raters = panel.setup().raters.len();
    let width = (inner.width() - 8.0 * (raters as f32 - 1.0)) / raters as f32;
    for (at, name) in panel.setup().raters.iter().enumerate() {
        let left = inner.left() + at as f32 * (width + 8.0);
        let pill = Rect::from_min_size(pos2(left, y), vec2(width, 36.0));
        let pill = widgets::pill(ui, pill, Pill::Choice(at == change.rater), name, "");
        if at == 0 {
            cover::hold_keyboard(&pill);
        }
        if pill.clicked() {
            rater = at;
        }
    }
    let aside = |key: Key| !writes && keys::pressed(ui, key);
    if aside(Key::ArrowRight) {
        rater = (change.rater + 1) % raters;
    } else if aside(Key::ArrowLeft) {
        rater = (change.rater + raters - 1) % raters;
    }
    y += 48.0;
    let step = (inner.width() - 4.0 * 8.0) / 5.0;
    for number in 1..=5u8 {
        let level = Level::new(number);
        let left = inner.left() + f32::from(number - 1) * (step + 8.0);
        let pill = Rect::from_min_size(pos2(left, y), vec2(step, 36.0));
        let pill = widgets::pill(
            ui,
            pill,
            Pill::Choice(level == change.level),
            &format!("Level {number}"),
            "",
        );
        let key = number.to_string();
        keys::name(&pill, &key);
        let pressed = !writes && keys::pressed(ui, NUMBERS[usize::from(number - 1)]);
        if pill.clicked() || pressed {
            change.level = level;
        }
    }
    y += 46.0;
    let anchor = anchor(change.level);
    let at = pos2(inner.left(), y);
    text::block(ui, at, inner.width(), anchor, regular(NOTE), palette::INK);
    y += 40.0;
    let fields = [
        ("change", "What it rests on now", "", &mut change.evidence),
        ("reason", "Why it is changed", "It has to be said.", &mut change.reason),
    ];
    for (name, caption, asks, words) in fields {
        text::caption(ui, pos2(inner.left(), y + 6.0), caption);
        let row = Rect::from_min_size(pos2(inner.left(), y + 22.0), vec2(inner.width(), 38.0));
        line_field(ui, row, (name, caption), asks, words, MAX_EVIDENCE);
        y += 66.0;
    }
    let has_reason = !change.reason.trim().is_empty();
    let (answer, before) = (change.answer, change.rater);
    let keep = if has_reason { Pill::Primary } else { Pill::Secondary };
    let pills = [
        (Pill::Secondary, "Leave it as it is", "Esc"),
        (keep, "Keep beside the first", labels::HAND_IN),
    ];
    let foot = pos2(inner.right(), inner.bottom() - widgets::PILL_HEIGHT);
    let responses = widgets::pills_from_right(ui, foot, &pills);
    if stays || responses[0].clicked() {
        desk.change = None;
        return None;
    }
    if rater != before {
        desk.begin_change(answer, rater, shown);
        return None;
    }
    let keeps = submit || responses[1].clicked();
    (keeps && has_reason).then_some(AtTable::Do(TableAction::Change))
}
