//! Bringing an interview: the ways to bring one, then a page of what was understood of it.

mod doubts;
mod people;
mod questions;
pub mod understood;
pub mod ways;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Id, LayerId, Rect, Ui, pos2, vec2},
};

use crate::game::{
    AppSystems,
    bringing::{Bring, Bringing, dialog},
    mishap::caught,
    screen::Screen,
    screens::{
        self,
        bringing::{
            understood::{UnderstoodView, understood_ui},
            ways::{WaysView, ways_ui},
        },
    },
    stage::StageView,
    theme::{
        palette,
        reading::{self, Reads},
        text,
        type_scale::{BODY, HEADING, bold, regular, semibold},
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        (
            caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Bringing)),
            show_hovered.after(AppSystems::Present),
        ),
    );
}

fn show(
    mut contexts: EguiContexts,
    mut bringing: ResMut<Bringing>,
    mut stage: ResMut<StageView>,
    mut wishes: MessageWriter<Bring>,
) -> Result {
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let bringing = bringing.bypass_change_detection();
    let mut page = std::mem::take(&mut bringing.page);
    let wish = match bringing.understood() {
        Some(understood) => {
            let view = UnderstoodView {
                understood,
                edits: &bringing.edits,
                reading: bringing.is_reading(),
                kept: bringing.kept(),
                refused: bringing.refused(),
            };
            understood_ui(&mut ui, &view, &mut page)
        }
        None => {
            let view = WaysView {
                refused: bringing.refused(),
                reading: bringing.is_reading(),
                choosing: bringing.is_choosing(),
                can_drop: dialog::files_can_be_dropped(),
            };
            ways_ui(&mut ui, &view, &mut page)
        }
    };
    bringing.page = page;
    wishes.write_batch(wish);
    Ok(())
}

/// Says over any screen that a file which is held over the window can be let go.
fn show_hovered(mut contexts: EguiContexts, bringing: Res<Bringing>) -> Result {
    if !bringing.is_hovered() {
        return Ok(());
    }
    let context = contexts.ctx_mut()?;
    let painter =
        context.layer_painter(LayerId::new(egui::Order::Foreground, Id::new("file held over")));
    let screen = context.viewport_rect();
    painter.rect_filled(screen, 0, palette::NIGHT.gamma_multiply(0.59));
    let card = Rect::from_center_size(screen.center(), vec2(420.0, 120.0));
    painter.rect_filled(card, 18, palette::PAPER);
    let at = card.center();
    text::line_centred(&painter, at - vec2(0.0, 14.0), "Let it go", bold(HEADING), palette::INK);
    let said = "The interview in it is read, on this machine.";
    text::line_centred(&painter, at + vec2(0.0, 18.0), said, regular(BODY), palette::MUTED);
    Ok(())
}

/// The page's heading, with what is said under it; gives where it ends.
fn heading_ui(ui: &Ui, page: Rect, over: &str, title: &str, under: &str) -> f32 {
    text::overline(ui, page.left_top(), over, 13.0, palette::TEAL_TEXT);
    let at = page.left_top() + vec2(0.0, 38.0);
    let on = reading::saying(ui, Reads::Opening, title);
    text::line_within(&on, at, page.width(), title, bold(HEADING), palette::INK);
    let at = page.left_top() + vec2(0.0, 56.0);
    at.y + text::block(ui, at, page.width(), under, regular(BODY), palette::MUTED) + 14.0
}

/// What went wrong, on its ground; gives where it ends.
fn refused_ui(ui: &Ui, left_top: egui::Pos2, width: f32, sentence: &str) -> f32 {
    let font = semibold(BODY);
    let height = text::block_height(ui.painter(), width - 40.0, sentence, font.clone()) + 24.0;
    let ground = Rect::from_min_size(left_top, vec2(width, height));
    ui.painter().rect_filled(ground, 14, palette::CORAL_WASH);
    let on = reading::saying(ui, Reads::Alarm, sentence);
    let at = pos2(ground.left() + 20.0, ground.top() + 12.0);
    text::block(&on, at, width - 40.0, sentence, font, palette::CORAL_TEXT);
    ground.bottom() + 14.0
}
