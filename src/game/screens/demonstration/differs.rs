//! How a player's answer differs from the model answer: sentence against sentence, in rows.

use bevy_egui::egui::{self, Key, Modifiers, Rect, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        screens::demonstration::{
            cut,
            marked::{laid_out, missing_height, missing_ui, plain_card, said},
        },
        theme::{
            marked_text::MarkedText,
            palette,
            reading::{self, Reads},
            text,
            type_scale::{bold, regular},
        },
    },
    interview::demonstration::{
        side_by_side::{AlignedRow, rows},
        told::{Missing, ToldAnswer},
    },
};

/// The answers that are compared, each with what it is called.
const HEADINGS: [&str; 2] = ["Yours", "The model answer"];

/// Draws two answers in rows, in the largest size in which all of them fit the page.
pub(super) fn differs_ui(
    ui: &mut Ui,
    page: Rect,
    mine: &ToldAnswer,
    model: &ToldAnswer,
    (least, most): (f32, f32),
) {
    let (top, body) = cut(page, most * 1.75);
    let title = "How it differs from yours";
    let on = reading::saying(ui, Reads::Heading(1), title);
    let at = top.left_center() - vec2(0.0, most * 0.3);
    text::line(&on, at, title, bold(most * 1.15), palette::INK);
    plain_card(ui.painter(), body);
    let inner = body.shrink2(vec2(least * 1.1, least * 0.9));
    let (head, rest) = cut(inner, least * 1.8);
    let gap = least * 2.2;
    let width = (rest.width() - gap) / 2.0;
    let columns = [rest.left(), rest.left() + width + gap];
    for (heading, left) in HEADINGS.into_iter().zip(columns) {
        let at = pos2(left, head.top() + least * 0.55);
        text::line(&reading::heading(ui, 2), at, heading, bold(least), palette::MUTED);
    }
    let rows = rows(mine, model);
    // What a sentence of the model answer says is not said again as a thing that is missing.
    let lacks: Vec<Missing> = mine
        .missing
        .iter()
        .filter(|lack| !matches!(lack, Missing::KeyPoint(..)))
        .cloned()
        .collect();
    let below = missing_height(ui.painter(), rest.width(), &lacks, least);
    let lay = |ui: &Ui, size: f32| -> Vec<[MarkedText; 2]> {
        let row = |row: &AlignedRow| {
            [(mine, &row.mine), (model, &row.model)].map(|(told, sentences)| {
                laid_out(ui.painter(), told, sentences.iter().copied(), true, size, width)
            })
        };
        rows.iter().map(row).collect()
    };
    let steps = ((most - least).max(0.0) / 1.5).ceil() as usize;
    let sizes = (0..=steps).map(|step| (most - step as f32 * 1.5).max(least));
    let fits = |size: &f32| height(&lay(ui, *size), *size) + below <= rest.height();
    let size = sizes.into_iter().find(fits).unwrap_or(least * 0.85);
    let laid = lay(ui, size);
    let whole = height(&laid, size) + below;
    ui.scope_builder(egui::UiBuilder::new().max_rect(rest).id_salt("rows"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.scroll_with_delta(vec2(0.0, scrolled(ui, rest.height())));
            let room = vec2(rest.width(), whole);
            let (place, _) = ui.allocate_exact_size(room, egui::Sense::hover());
            let mut y = place.top();
            for (row, texts) in rows.iter().zip(&laid) {
                row_ui(ui, (columns, y, width), texts, size);
                for (told, sentences, left) in
                    [(mine, &row.mine, columns[0]), (model, &row.model, columns[1])]
                {
                    let part = told.only(sentences);
                    let at = Rect::from_min_size(pos2(left, y), vec2(width, row_height(texts)));
                    reading::say(ui, at, Reads::Text, &said(&part, true));
                }
                y += row_height(texts) + size * GAP;
            }
            let at = Rect::from_min_max(pos2(place.left(), y), place.max);
            missing_ui(ui, at, &lacks, least);
        });
    });
}

/// The room between two rows, as a part of the letters' size.
const GAP: f32 = 0.75;

fn row_height(texts: &[MarkedText; 2]) -> f32 {
    texts[0].size().y.max(texts[1].size().y)
}

fn height(laid: &[[MarkedText; 2]], size: f32) -> f32 {
    laid.iter().map(|texts| row_height(texts) + size * GAP).sum()
}

/// Draws one row: a side that has nothing beside the other is left open, with a short line.
fn row_ui(ui: &Ui, (columns, y, width): ([f32; 2], f32, f32), texts: &[MarkedText; 2], size: f32) {
    let empty = |text: &MarkedText| text.size().x <= 0.0;
    for (text, left) in texts.iter().zip(columns) {
        if empty(text) {
            let at = pos2(left, y + size * 0.55);
            text::line(ui.painter(), at, "–", regular(size), palette::MUTED);
        } else {
            text.paint(ui.painter(), pos2(left, y));
        }
    }
    let under = y + row_height(texts) + size * GAP / 2.0;
    let edge = Stroke::new(1.0, palette::LINE);
    ui.painter().hline(columns[0]..=columns[1] + width, under, edge);
}

/// How far the arrows have moved the rows.
fn scrolled(ui: &Ui, height: f32) -> f32 {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let step = height * 0.25;
    let down = if pressed(Key::ArrowDown) { -step } else { 0.0 };
    let up = if pressed(Key::ArrowUp) { step } else { 0.0 };
    down + up
}
