//! The screens, and what leads from one to the next.

pub mod briefing;
pub mod bringing;
pub mod confirm;
pub mod debrief;
pub mod demonstration;
pub mod feedback;
pub mod gym;
pub mod interview;
pub mod mock_panel;
pub mod pause;
pub mod practice;
pub mod read_first;
pub mod title;
pub mod today;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext, EguiContexts, EguiPrimaryContextPass,
    egui::{self, Id, LayerId, Rect, Ui, UiBuilder, pos2, scroll_area},
};

use crate::game::{
    AppSystems,
    facts::{
        AnswerAssessed, EndReached, ProbeAsked, QuestionAsked, SessionFinished, SessionLeft,
        SessionOpened,
    },
    notice::Notice,
    screen::Screen,
    theme::{
        palette,
        reading::{self, Reads},
        text,
        type_scale::{BODY, NOTE, semibold},
    },
};

/// Puts on the screen that belongs to what happened in the session.
pub(super) fn follow_session(app: &mut App) {
    app.add_observer(to_interview_on::<SessionOpened>)
        .add_observer(to_interview_on::<QuestionAsked>)
        .add_observer(to_interview_on::<ProbeAsked>)
        .add_observer(to_interview_on::<EndReached>)
        .add_observer(to_feedback)
        .add_observer(to_debrief)
        .add_observer(to_title);
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, forget_scrolling.run_if(state_changed::<Screen>))
        .add_plugins((
            title::plugin,
            briefing::plugin,
            bringing::plugin,
            read_first::plugin,
            interview::plugin,
            feedback::plugin,
            debrief::plugin,
            practice::plugin,
            mock_panel::plugin,
            demonstration::plugin,
            gym::plugin,
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

/// The one sentence the player must be told, over any screen, whatever became of that screen; a click on it takes it
/// away until there is something else to tell.
fn show_notice(
    mut contexts: EguiContexts,
    notice: Res<Notice>,
    mut read: Local<Option<String>>,
) -> Result {
    if notice.0 != *read {
        *read = None;
    }
    if let Some(sentence) = notice.0.as_ref().filter(|_| read.is_none())
        && notice_ui(contexts.ctx_mut()?, sentence)
    {
        read.clone_from(&notice.0);
    }
    Ok(())
}

/// Draws the sentence; whether it was clicked away.
fn notice_ui(context: &egui::Context, sentence: &str) -> bool {
    let screen = context.viewport_rect();
    let cross = 34.0;
    let width = 760.0_f32.min(screen.width() - 60.0 - cross).max(0.0);
    let layer = LayerId::new(egui::Order::Foreground, Id::new("notice"));
    let painter = context.layer_painter(layer);
    let galley = text::galley(&painter, sentence, semibold(NOTE), palette::PAPER, width);
    let size = galley.size() + egui::vec2(36.0 + cross, 18.0);
    let rect = Rect::from_min_size(
        pos2(screen.center().x - size.x / 2.0, screen.bottom() - size.y - 14.0),
        size,
    );
    let area = egui::Area::new(Id::new("notice")).order(egui::Order::Foreground);
    let area = area.fixed_pos(rect.min).constrain(false).fade_in(false).show(context, |ui| {
        ui.painter().rect_filled(rect, 14, palette::INK);
        reading::say(ui, rect, Reads::Alarm, sentence);
        ui.painter().galley(rect.min + egui::vec2(18.0, 9.0), galley, palette::PAPER);
        let button = Rect::from_center_size(
            pos2(rect.right() - 24.0, rect.center().y),
            egui::Vec2::splat(28.0),
        );
        let response = ui.allocate_rect(button, egui::Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::WidgetType::Button, true, "Take the notice away")
        });
        text::line_centred(ui.painter(), button.center(), "×", semibold(BODY), palette::PAPER);
        if response.has_focus() {
            let stroke = egui::Stroke::new(2.0, palette::PAPER);
            ui.painter().circle_stroke(button.center(), 14.0, stroke);
        }
        response.clicked()
    });
    area.inner
}
