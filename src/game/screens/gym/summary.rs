//! How a round went: in words, and as a table of the levels that were given over those that are known.

use bevy_egui::egui::{self, Align2, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        screens::gym::{GymAction, buttons_ui, leaves},
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, DISPLAY, HEADING, LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::calibration::round::RatedExample,
    play::calibrating::Calibrating,
};

/// Draws how the round went; `more` says whether another can follow.
pub(super) fn summary_ui(
    ui: &mut Ui,
    page: Rect,
    round: &Calibrating,
    more: bool,
) -> Option<GymAction> {
    text::overline(ui, page.left_top(), "Calibrate", NOTE, palette::TEAL_TEXT);
    let title = "How your levels lie";
    let on = reading::saying(ui, Reads::Opening, title);
    let at = page.left_top() + vec2(0.0, 42.0);
    text::line(&on, at, title, bold(HEADING), palette::INK);
    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 68.0),
        page.max - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let side = body.height().min(body.width() * 0.42);
    let grid = Rect::from_min_size(body.min, vec2(side, body.height()));
    let words = body.with_min_x(grid.right() + 16.0);
    grid_ui(ui, grid, round.round().rated());
    words_ui(ui, words, round);
    let label = if more { "Another round" } else { "Back to the feedback" };
    let pressed = buttons_ui(ui, page, &[(Pill::Primary, label, "⏎")]);
    let on = if more { GymAction::Again } else { GymAction::Leave };
    let goes_on = pressed == Some(0) || keys::enter(ui);
    goes_on.then_some(on).or_else(|| leaves(ui, page))
}

fn words_ui(ui: &mut Ui, rect: Rect, round: &Calibrating) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(26.0, 22.0));
    let parts =
        [("This round", Some(round.agreement())), ("All your rounds", round.agreement_so_far())];
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("words"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            for (heading, agreement) in parts {
                let Some(agreement) = agreement else { continue };
                text::heading(ui, 2, heading, semibold(LABEL), palette::CORAL_TEXT);
                for line in agreement.in_words() {
                    text::label(ui, &line, regular(BODY), palette::INK);
                }
                ui.add_space(8.0);
            }
        });
    });
}

/// The levels that were given, over those that are known: what lies on the diagonal was the same.
fn grid_ui(ui: &Ui, rect: Rect, rated: &[RatedExample]) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 22.0));
    text::caption(
        ui.painter(),
        inner.left_top() + vec2(0.0, 8.0),
        "What you gave, over the known level",
    );
    let area = Rect::from_min_max(inner.min + vec2(28.0, 30.0), inner.max - vec2(0.0, 70.0));
    let cell = (area.width() / 5.0).min(area.height() / 5.0);
    let left = area.center().x - cell * 2.5;
    let top = area.center().y - cell * 2.5;
    let count = |given: u8, known: u8| {
        let same = |one: &&RatedExample| one.given.number() == given && one.known.number() == known;
        rated.iter().filter(same).count()
    };
    for given in 1..=5u8 {
        for known in 1..=5u8 {
            let at = pos2(left + f32::from(known - 1) * cell, top + f32::from(5 - given) * cell);
            let place = Rect::from_min_size(at, vec2(cell, cell)).shrink(3.0);
            let same = given == known;
            let ground = if same { palette::TEAL_WASH } else { palette::CREAM };
            ui.painter().rect_filled(place, 8, ground);
            let number = count(given, known);
            if number == 0 {
                continue;
            }
            let disc = if same { palette::TEAL } else { palette::CORAL };
            ui.painter().circle_filled(place.center(), cell * 0.3, disc);
            let size = (cell * 0.34).min(DISPLAY);
            text::line_centred(
                ui.painter(),
                place.center(),
                &number.to_string(),
                bold(size),
                palette::INK,
            );
            let s = if number == 1 { "answer" } else { "answers" };
            let says = format!("{number} {s} of level {known} given a {given}.");
            reading::say(ui, place, Reads::Text, &says);
        }
        let middle = top + (f32::from(5 - given) + 0.5) * cell;
        let name = given.to_string();
        text::line_centred(
            ui.painter(),
            pos2(left - 14.0, middle),
            &name,
            semibold(LABEL),
            palette::MUTED,
        );
        let across = left + (f32::from(given) - 0.5) * cell;
        let below = pos2(across, top + 5.0 * cell + 14.0);
        text::line_centred(ui.painter(), below, &name, semibold(LABEL), palette::MUTED);
    }
    let foot = Rect::from_min_max(pos2(inner.left(), top + 5.0 * cell + 26.0), inner.max);
    let says =
        "On the diagonal you gave the known level; above it you were kinder, below it harder.";
    text::fitted(ui, foot, Align2::CENTER_TOP, says, regular(NOTE), palette::MUTED);
}
