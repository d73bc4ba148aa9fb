//! The boxes of the title in which one of several is chosen: a scenario, and an interview to go on with.

use bevy_egui::egui::{Align2, Key, Rect, Ui, pos2, vec2};

use crate::game::{
    screens::title::{TitleAction, TitleView},
    theme::{
        keys, palette, text,
        type_scale::{LABEL, NOTE, SMALL, regular, semibold},
        widgets::{self, Pill},
    },
};

/// Two lines of text in a box: what something is called, and more of it.
fn two_lines(ui: &Ui, rect: Rect, width: f32, title: &str, more: &str) {
    let left = rect.left() + 18.0;
    let place =
        Rect::from_min_max(pos2(left, rect.top() + 4.0), pos2(left + width, rect.top() + 42.0));
    text::fitted(ui, place, Align2::LEFT_CENTER, title, semibold(LABEL), palette::INK);
    let at = pos2(left, rect.top() + 54.0);
    text::line_within(ui, at, width, more, regular(NOTE), palette::MUTED);
}

/// A way from one of several to another: where it stands, what it is called, the key on it, and how far it leads.
type Arrow<'a> = (Rect, &'a str, (&'a str, Key), usize);

/// The arrows from one of several to the next; the place that they lead to.
fn arrows(ui: &mut Ui, arrows: [Arrow<'_>; 2], at: usize, count: usize) -> Option<usize> {
    let mut chosen = None;
    for (rect, name, (shown, key), on) in arrows {
        if widgets::key_pill(ui, rect, shown, name).clicked() || keys::pressed(ui, key) {
            chosen = Some((at + on) % count);
        }
    }
    chosen
}

/// The chosen scenario, with arrows where there is more than one.
pub(super) fn scenario_chooser(
    ui: &mut Ui,
    rect: Rect,
    view: &TitleView<'_>,
) -> Option<TitleAction> {
    ui.painter().rect_filled(rect, 14, palette::CREAM);
    let count = view.scenarios.len();
    let width = rect.width() - 36.0 - if count > 1 { 76.0 } else { 0.0 };
    match view.fault {
        Some(_) => {
            let name = view.scenarios.get(view.chosen).copied().unwrap_or_default();
            two_lines(ui, rect, width, name, "✕ Has faults: cannot be played");
        }
        None => {
            let (panel, questions) = (view.scenario.panel().len(), view.scenario.questions().len());
            let detail = format!("{panel} on the panel · {questions} questions");
            two_lines(ui, rect, width, view.scenario.title(), &detail);
        }
    }
    if count < 2 {
        return None;
    }
    let of = format!("{} of {count}", view.chosen + 1);
    let above = pos2(rect.right() - 50.0, rect.top() + 16.0);
    text::line_centred(ui, above, &of, regular(SMALL), palette::MUTED);
    let button =
        |x: f32| Rect::from_min_size(pos2(rect.right() - x, rect.top() + 28.0), vec2(34.0, 34.0));
    let ways = [
        (button(88.0), "Previous interview", ("←", Key::ArrowLeft), count - 1),
        (button(48.0), "Next interview", ("→", Key::ArrowRight), 1),
    ];
    arrows(ui, ways, view.chosen, count).map(TitleAction::Choose)
}

/// The interview to go on with, with arrows where there is more than one.
pub(super) fn kept_chooser(ui: &mut Ui, rect: Rect, view: &TitleView<'_>) -> Option<TitleAction> {
    let (title, place) = view.kept.get(view.looked_at)?;
    ui.painter().rect_filled(rect, 14, palette::CREAM);
    two_lines(ui, rect, rect.width() - 36.0, title, place);
    let (top, height) = (rect.top() + 68.0, 34.0);
    let count = view.kept.len();
    let mut looks = None;
    if count > 1 {
        let button = |x: f32| Rect::from_min_size(pos2(rect.left() + x, top), vec2(34.0, height));
        let ways = [
            (button(14.0), "Previous one left unfinished", ("↑", Key::ArrowUp), count - 1),
            (button(54.0), "Next one left unfinished", ("↓", Key::ArrowDown), 1),
        ];
        looks = arrows(ui, ways, view.looked_at, count).map(TitleAction::Look);
        let of = format!("{} of {count}", view.looked_at + 1);
        let at = pos2(rect.left() + 98.0, top + height / 2.0);
        text::line(ui, at, &of, regular(SMALL), palette::MUTED);
    }
    let width = 130.0;
    let go_on = Rect::from_min_size(pos2(rect.right() - 12.0 - width, top), vec2(width, height));
    let clicked = widgets::pill(ui, go_on, Pill::Secondary, "Go on", "C").clicked();
    if clicked || keys::pressed(ui, Key::C) {
        return Some(TitleAction::TakeUp);
    }
    looks
}
