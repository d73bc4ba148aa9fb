//! One answer large, or two side by side, with their marks or without.

use bevy_egui::egui::{self, Rect, Ui, vec2};

use crate::{
    game::{
        screens::demonstration::{
            cut,
            marked::{laid_out, lamps_ui, missing_height, missing_ui, plain_card, said},
        },
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::bold,
        },
    },
    interview::{
        demonstration::told::{Missing, ToldAnswer},
        star::Role,
    },
};

/// One answer on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side<'a> {
    /// What it is called.
    pub(super) heading: &'a str,
    /// The answer.
    pub(super) told: &'a ToldAnswer,
    /// Whether its marks are shown.
    pub(super) marked: bool,
}

/// Draws answers side by side under a title, all in the largest size in which they fit.
pub(super) fn besides_ui(
    ui: &mut Ui,
    page: Rect,
    title: &str,
    sides: &[Side<'_>],
    (least, most): (f32, f32),
) {
    let (top, body) = cut(page, most * 1.75);
    let on = reading::saying(ui, Reads::Heading(1), title);
    text::line(
        &on,
        top.left_center() - vec2(0.0, most * 0.3),
        title,
        bold(most * 1.15),
        palette::INK,
    );
    let gap = page.width() * 0.018;
    let free = body.width() - gap * (sides.len().max(1) - 1) as f32;
    let mut left = body.left();
    let cards = sides.iter().map(|side| {
        let width = free * share(side, sides);
        let card = Rect::from_min_size(egui::pos2(left, body.top()), vec2(width, body.height()));
        left += width + gap;
        card
    });
    let cards: Vec<Rect> = cards.collect();
    let pad = vec2(least * 1.1, least * 0.9);
    let head = least * 2.1;
    let room = |card: &Rect| cut(card.shrink2(pad), head).1;
    let size = fitting(ui, &cards.iter().map(room).zip(sides).collect::<Vec<_>>(), least, most);
    for (card, side) in cards.iter().zip(sides) {
        plain_card(ui.painter(), *card);
        let (header, words) = cut(card.shrink2(pad), head);
        header_ui(ui, header, side, least);
        side_ui(ui, words, side, size, least);
    }
}

/// How much of the width a side has: of two, the longer one has more.
fn share(side: &Side<'_>, sides: &[Side<'_>]) -> f32 {
    if sides.len() < 2 {
        return 1.0;
    }
    let length = |side: &Side<'_>| {
        let missing = side.told.missing.iter().filter(|_| side.marked);
        (side.told.text.len() + missing.map(|lack| lack.words().len()).sum::<usize>()) as f32
    };
    let all: f32 = sides.iter().map(length).sum();
    (length(side) / all.max(1.0)).clamp(0.42, 0.58)
}

/// The largest size in which every side fits its room, and at least the smallest.
fn fitting(ui: &Ui, sides: &[(Rect, &Side<'_>)], least: f32, most: f32) -> f32 {
    let fits = |size: f32| {
        sides.iter().all(|(room, side)| {
            let sentences = 0..side.told.sentences.len();
            let galley =
                laid_out(ui.painter(), side.told, sentences, side.marked, size, room.width());
            let missing = if side.marked { &side.told.missing[..] } else { &[] };
            let below = missing_height(ui.painter(), room.width(), missing, least);
            galley.size().y + below + least * 0.5 <= room.height()
        })
    };
    let steps = ((most - least).max(0.0) / 1.5).ceil() as usize;
    let sizes = (0..=steps).map(|step| (most - step as f32 * 1.5).max(least));
    sizes.into_iter().find(|size| fits(*size)).unwrap_or(least)
}

fn header_ui(ui: &Ui, rect: Rect, side: &Side<'_>, least: f32) {
    let on = reading::heading(ui, 2);
    let at = rect.left_center() - vec2(0.0, least * 0.25);
    let width = text::line(&on, at, side.heading, bold(least), palette::MUTED);
    if !side.marked {
        return;
    }
    let height = least * 1.5;
    let from = (rect.left() + width + least * 1.5).max(rect.right() - least * 24.0);
    let lamps = Rect::from_min_max(
        egui::pos2(from, at.y - height / 2.0),
        egui::pos2(rect.right(), at.y + height / 2.0),
    );
    let missing = |role: Role| side.told.missing.contains(&Missing::Part(role));
    let told = side.told.parts_told(side.told.sentences.len());
    lamps_ui(ui, lamps, told, missing);
}

fn side_ui(ui: &mut Ui, rect: Rect, side: &Side<'_>, size: f32, least: f32) {
    let sentences = 0..side.told.sentences.len();
    let galley = laid_out(ui.painter(), side.told, sentences, side.marked, size, rect.width());
    let height = galley.size().y;
    let missing = if side.marked { &side.told.missing[..] } else { &[] };
    // Longer than any page: read by scrolling, with the pointer or by a screen reader.
    if height > rect.height() {
        ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt(side.heading), |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let (place, _) =
                    ui.allocate_exact_size(vec2(rect.width(), height), egui::Sense::hover());
                galley.paint(ui.painter(), place.min);
                reading::say(ui, place, Reads::Text, &said(side.told, side.marked));
                for lack in missing {
                    text::label(ui, &lack.words(), bold(least), palette::CORAL_TEXT);
                }
            });
        });
        return;
    }
    galley.paint(ui.painter(), rect.min);
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    reading::say(ui, place, Reads::Text, &said(side.told, side.marked));
    let below = cut(rect, height + least * 0.6).1;
    missing_ui(ui, below, missing, least);
}
