//! The screens, and what leads from one to the next.

pub mod briefing;
pub mod debrief;
pub mod feedback;
pub mod fitting;
pub mod interview;
mod options;
pub mod pause;
pub mod read_first;
pub mod section_card;
mod story;
pub mod title;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext, EguiContexts, EguiPrimaryContextPass,
    egui::{self, Id, LayerId, Rect, Ui, UiBuilder, pos2, scroll_area},
};

use crate::game::{
    AppSystems,
    screen::Screen,
    session::{
        AnswerAssessed, Notice, ProbeAsked, QuestionAsked, SessionFinished, SessionLeft,
        SessionOpened,
    },
    theme::{
        palette,
        reading::{self, Reads},
        type_scale::{NOTE, semibold},
        widgets,
    },
};

/// Puts on the screen that belongs to what happened in the session.
pub(super) fn follow_session(app: &mut App) {
    app.add_plugins(section_card::plugin)
        .add_observer(to_interview_on::<SessionOpened>)
        .add_observer(to_interview_on::<QuestionAsked>)
        .add_observer(to_interview_on::<ProbeAsked>)
        .add_observer(to_feedback)
        .add_observer(to_debrief)
        .add_observer(to_title);
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, forget_scrolling.run_if(state_changed::<Screen>))
        .add_plugins((
            title::plugin,
            briefing::plugin,
            read_first::plugin,
            interview::plugin,
            feedback::plugin,
            debrief::plugin,
        ))
        .add_systems(EguiPrimaryContextPass, show_notice.after(AppSystems::Present));
}

fn to_interview_on<E: Event>(_: On<E>, mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Interview);
}

fn to_feedback(_: On<AnswerAssessed>, mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Feedback);
}

fn to_debrief(_: On<SessionFinished>, mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Debrief);
}

fn to_title(_: On<SessionLeft>, mut next: ResMut<NextState<Screen>>) {
    next.set(Screen::Title);
}

/// Every screen opens at its top, wherever the last one of its kind was left.
fn forget_scrolling(mut contexts: Query<&mut EguiContext>) {
    for mut context in &mut contexts {
        context.get_mut().memory_mut(|memory| memory.data.remove_by_type::<scroll_area::State>());
    }
}

/// The whole screen as one egui region.
fn root(context: &egui::Context) -> Ui {
    let rect = context.viewport_rect();
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(rect);
    Ui::new(context.clone(), Id::new("screen"), builder)
}

/// The one sentence the player must be told, over any screen, whatever became of that screen.
fn show_notice(mut contexts: EguiContexts, notice: Res<Notice>) -> Result {
    if let Some(sentence) = &notice.0 {
        notice_ui(contexts.ctx_mut()?, sentence);
    }
    Ok(())
}

fn notice_ui(context: &egui::Context, sentence: &str) {
    let screen = context.viewport_rect();
    let layer = LayerId::new(egui::Order::Foreground, Id::new("notice"));
    let builder = UiBuilder::new().layer_id(layer).max_rect(screen);
    let ui = &Ui::new(context.clone(), Id::new("notice"), builder);
    let painter = ui.painter();
    let width = 760.0_f32.min(screen.width() - 60.0).max(0.0);
    let galley = widgets::galley(painter, sentence, semibold(NOTE), palette::PAPER, width);
    let size = galley.size() + egui::vec2(36.0, 18.0);
    let rect = Rect::from_min_size(
        pos2(screen.center().x - size.x / 2.0, screen.bottom() - size.y - 14.0),
        size,
    );
    reading::say(ui, rect, Reads::Alarm, sentence);
    painter.rect_filled(rect, 14, palette::INK);
    painter.galley(rect.min + egui::vec2(18.0, 9.0), galley, palette::PAPER);
}
