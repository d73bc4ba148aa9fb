//! The card that names the section, with a dot for each of its questions.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use crate::game::theme::{
    palette,
    reading::{self, Reads},
    text,
    type_scale::{LABEL, SMALL, bold, tracked},
    widgets,
};

/// The section that is under way.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionView<'a> {
    /// Its number from 1, how many there are, and its heading.
    pub number: (usize, usize, &'a str),
    /// One for each of its questions: whether it was asked.
    pub progress: Vec<bool>,
}

/// Draws the card of the section; it comes out from under the title card that goes to its place, by `shown` of 1.
pub(in crate::game::screens) fn section_ui(
    ui: &Ui,
    rect: Rect,
    view: &SectionView<'_>,
    shown: f32,
) {
    let mut painter = ui.painter().clone();
    painter.multiply_opacity(shown);
    let painter = &painter;
    let (number, of, title) = view.number;
    let width = rect.width() - 40.0;
    let title_height = text::block_height(painter, width, title, bold(LABEL));
    let rect = rect.with_max_y(rect.max.y.max(rect.top() + 32.0 + title_height + 11.0));
    let said = format!("Section {number} of {of}: {title}");
    reading::say(ui, rect, Reads::Heading(1), &said);
    widgets::card(painter, rect);
    let line = painter.layout_job(tracked(
        &format!("Section {number} of {of}"),
        SMALL,
        palette::TEAL_TEXT,
    ));
    let heading = line.size().x;
    painter.galley(rect.left_top() + vec2(20.0, 12.0), line, palette::TEAL_TEXT);
    let dots = view.progress.len().min(8) as f32;
    let beside = rect.width() - 20.0 - heading - 22.0;
    let step = (beside / dots).min(17.0);
    if step > 11.0 {
        for (index, asked) in view.progress.iter().take(8).enumerate() {
            let x = rect.right() - 22.0 - (dots - 1.0 - index as f32) * step;
            widgets::dot(painter, pos2(x, rect.top() + 21.0), *asked);
        }
    }
    let at = rect.left_top() + vec2(20.0, 33.0);
    text::block(painter, at, width, title, bold(LABEL), palette::INK);
}
