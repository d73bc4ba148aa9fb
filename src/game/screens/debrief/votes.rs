//! The panel's votes: what each panelist says, and the words that decided it.

use bevy_egui::egui::{self, Align2, Rect, Sense, Ui, pos2, vec2};

use crate::{
    game::{
        stage::{acting::pose::Expression, figure::portrait},
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{LABEL, NOTE, bold, regular},
            widgets,
        },
    },
    interview::{
        debrief::{Debrief, PanelistVerdict, Vote},
        scenario::Panelist,
    },
};

/// The height of the line with a panelist's title and vote.
const HEAD: f32 = 34.0;
/// The size of a quotation.
const QUOTE: f32 = 14.0;

/// The least height of a row, which its portrait wants.
const ROW: f32 = 96.0;
/// The room around the rows.
const PADDING: egui::Vec2 = vec2(24.0, 14.0);
/// The room for the scroll bar.
const BAR: f32 = 10.0;

/// Where a panelist's words stand, and how wide: beside a portrait.
fn picture() -> egui::Vec2 {
    vec2(ROW - 26.0, ROW - 16.0)
}

/// The height of a panelist's row of this width.
fn row_height(ui: &Ui, width: f32, verdict: &PanelistVerdict) -> f32 {
    let words = width - picture().x - 20.0;
    let height = |text: &str, size| text::block_height(ui.painter(), words, text, regular(size));
    let quote = quote(verdict).map_or(0.0, |quote| height(&quote, QUOTE) + 3.0);
    (8.0 + HEAD + quote + height(&verdict.sentence, NOTE) + 10.0).max(ROW)
}

fn quote(verdict: &PanelistVerdict) -> Option<String> {
    verdict.quote.as_ref().map(|(_, quote)| format!("“{quote}”"))
}

/// The height that the card wants at this width.
pub(super) fn votes_height(ui: &Ui, width: f32, debrief: &Debrief) -> f32 {
    let width = width - 2.0 * PADDING.x - BAR;
    let rows = debrief.panel.iter().map(|verdict| row_height(ui, width, verdict) + 1.0);
    rows.sum::<f32>() + 2.0 * PADDING.y
}

/// Draws the card of the votes: a row for each panelist, as high as what they say.
pub(super) fn votes_ui(ui: &mut Ui, rect: Rect, debrief: &Debrief, panel: &[Panelist]) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(PADDING);
    let scope = egui::UiBuilder::new().max_rect(inner).id_salt("votes");
    ui.scope_builder(scope, |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            let width = (inner.width() - BAR).max(0.0);
            for (seat, (verdict, panelist)) in debrief.panel.iter().zip(panel).enumerate() {
                if seat > 0 {
                    let (line, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
                    ui.painter().rect_filled(line, 0, palette::LINE);
                }
                vote_ui(ui, width, verdict, panelist);
            }
        });
    });
}

fn vote_ui(ui: &mut Ui, width: f32, verdict: &PanelistVerdict, panelist: &Panelist) {
    let words = width - picture().x - 20.0;
    let size = vec2(width, row_height(ui, width, verdict));
    let quote = quote(verdict);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    let frame = Rect::from_min_size(row.min + vec2(0.0, 8.0), picture());
    portrait::paint(painter, frame, &panelist.look, &face(verdict.vote).pose());
    let left = frame.right() + 20.0;
    let middle = row.top() + 22.0;
    let mean = format!("{:.1} of 5", verdict.mean);
    let right = pos2(row.right(), middle);
    let taken = text::line_right(painter, right, &mean, regular(NOTE), palette::MUTED) + 16.0;
    let chip = pos2(row.right() - taken, middle);
    let taken = taken + vote_mark(painter, chip, verdict.vote) + 12.0;
    let said = format!("{}: {}, {mean}", verdict.title, verdict.vote.name());
    let name = Rect::from_min_size(pos2(left, row.top() + 4.0), vec2(words - taken, 36.0));
    let on = reading::saying(ui, Reads::Heading(2), &said);
    let align = Align2::LEFT_CENTER;
    text::fitted(&on, name, align, &verdict.title, bold(LABEL), palette::INK);
    let mut y = row.top() + 8.0 + HEAD;
    if let Some(quote) = &quote {
        let at = pos2(left, y);
        y += text::block(ui, at, words, quote, regular(QUOTE), palette::INK) + 3.0;
    }
    let muted = palette::MUTED;
    text::block(ui, pos2(left, y), words, &verdict.sentence, regular(NOTE), muted);
}

/// The vote as a chip that ends at a point: its words say it, its colour repeats it. Gives its width.
fn vote_mark(painter: &egui::Painter, right: egui::Pos2, vote: Vote) -> f32 {
    let (fill, ink) = match vote {
        Vote::StrongYes => (palette::TEAL, palette::INK),
        Vote::Yes => (palette::TEAL_WASH, palette::TEAL_TEXT),
        Vote::No => (palette::CORAL_WASH, palette::CORAL_TEXT),
        Vote::StrongNo => (palette::CORAL, palette::INK),
    };
    let width = text::line_size(painter, vote.name(), bold(NOTE)).x + 24.0;
    let rect = Rect::from_min_size(right - vec2(width, 13.0), vec2(width, 26.0));
    painter.rect_filled(rect, 13, fill);
    text::line_centred(painter, rect.center(), vote.name(), bold(NOTE), ink);
    width
}

/// How a panelist looks while they say their vote.
fn face(vote: Vote) -> Expression {
    match vote {
        Vote::StrongYes => Expression::Impressed,
        Vote::Yes => Expression::Warm,
        Vote::No => Expression::Attentive,
        Vote::StrongNo => Expression::Sceptical,
    }
}
