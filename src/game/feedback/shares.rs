//! What every criterion gives to the level, as small bars.

use bevy_egui::egui::{self, Rect, Ui, vec2};

use crate::{
    game::theme::{
        palette, text,
        type_scale::{NOTE, SMALL, bold, regular},
        widgets,
    },
    interview::scoring::assessment::{Assessment, Share},
};

/// The height of one share.
const ROW: f32 = 22.0;
/// Where the bars start, behind the names.
const NAMES: f32 = 148.0;
/// The room for the numbers behind the bars.
const NUMBERS: f32 = 80.0;

/// Draws the shares, the weightiest first: a bar as full as what it gives, and its points of a hundred.
pub(super) fn shares_ui(ui: &mut Ui, assessment: &Assessment) {
    if assessment.unjudged.is_some() {
        return;
    }
    let title = "What the level is made of, in points of 100";
    text::heading(ui, 3, title, bold(NOTE), palette::MUTED);
    for share in &assessment.shares {
        share_ui(ui, share);
    }
}

fn share_ui(ui: &mut Ui, share: &Share) {
    let name = share.criterion.name();
    let points = share.points();
    let number = format!("{:.1} of {:.1}", points.gives, points.of);
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), ROW), egui::Sense::hover());
    response.widget_info(|| {
        let said = format!("{name}: {number} points");
        egui::WidgetInfo::labeled(egui::WidgetType::Label, true, said)
    });
    let painter = ui.painter();
    let middle = vec2(0.0, ROW / 2.0);
    text::line(painter, rect.left_top() + middle, name, regular(SMALL), palette::INK);
    text::line_right(painter, rect.right_top() + middle, &number, regular(SMALL), palette::MUTED);
    let bar = Rect::from_min_size(
        rect.left_top() + vec2(NAMES, ROW / 2.0 - 3.0),
        vec2((rect.width() - NAMES - NUMBERS).max(24.0), 6.0),
    );
    widgets::bar(painter, bar, points.fullness(), palette::TEAL);
}
