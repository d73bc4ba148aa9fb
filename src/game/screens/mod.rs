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
    stage::StageView,
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
    region(context, context.viewport_rect())
}

/// The screen as one egui region where nothing stands behind it: what the notice takes of it lies below.
fn page(context: &egui::Context) -> Ui {
    let mut rect = context.viewport_rect();
    rect.max.y -= context.data(|data| data.get_temp(notice_id())).unwrap_or(0.0);
    region(context, rect)
}

fn region(context: &egui::Context, rect: Rect) -> Ui {
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(rect);
    Ui::new(context.clone(), Id::new("screen"), builder)
}

/// The one sentence the player must be told, on any screen, whatever became of that screen; a click on it takes it away
/// until there is something else to tell. On a stage it lies above the sheet, and a page makes room for it, so that it
/// never lies over what can be chosen.
fn show_notice(
    mut contexts: EguiContexts,
    notice: Res<Notice>,
    stage: Res<StageView>,
    mut read: Local<Option<String>>,
) -> Result {
    if notice.0 != *read {
        *read = None;
    }
    let sentence = notice.0.as_deref().filter(|_| read.is_none());
    let sheet = stage.scene.as_ref().map(|scene| scene.room.table_bottom);
    if place_notice(contexts.ctx_mut()?, sentence, sheet) {
        read.clone_from(&notice.0);
    }
    Ok(())
}

/// Draws the sentence above where the sheet begins or, where there is none, on the room that pages leave it; whether it was
/// clicked away.
fn place_notice(context: &egui::Context, sentence: Option<&str>, sheet: Option<f32>) -> bool {
    let screen = context.viewport_rect().bottom();
    let (mut taken, mut clicked) = (0.0, false);
    if let Some(sentence) = sentence {
        let top;
        (top, clicked) = notice_ui(context, sentence, sheet.unwrap_or(screen) - NOTICE_GAP);
        if sheet.is_none() && !clicked {
            taken = screen - top + NOTICE_GAP;
        }
    }
    let before = context.data_mut(|data| {
        std::mem::replace(data.get_temp_mut_or_default::<f32>(notice_id()), taken)
    });
    if before != taken {
        // The page of this frame was laid out before.
        context.request_repaint();
    }
    clicked
}

/// What lies free around the notice.
const NOTICE_GAP: f32 = 14.0;

fn notice_id() -> Id {
    Id::new("notice")
}

/// Draws the sentence down to `bottom`; where it begins, and whether it was clicked away.
fn notice_ui(context: &egui::Context, sentence: &str, bottom: f32) -> (f32, bool) {
    let screen = context.viewport_rect();
    let cross = 34.0;
    let width = 760.0_f32.min(screen.width() - 60.0 - cross).max(0.0);
    let layer = LayerId::new(egui::Order::Foreground, notice_id());
    let painter = context.layer_painter(layer);
    let galley = text::galley(&painter, sentence, semibold(NOTE), palette::PAPER, width);
    let size = galley.size() + egui::vec2(36.0 + cross, 18.0);
    let corner = pos2(screen.center().x - size.x / 2.0, (bottom - size.y).max(screen.top()));
    let rect = Rect::from_min_size(corner, size);
    let area = egui::Area::new(notice_id()).order(egui::Order::Foreground);
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
    (rect.top(), area.inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::theme;
    use bevy_egui::egui::RawInput;

    /// The page as it is laid out in the second of two frames, and where the notice lies in it.
    fn laid_out(sentence: Option<&str>, sheet: Option<f32>) -> (Rect, Rect) {
        let context = egui::Context::default();
        theme::install(&context);
        let screen = Rect::from_min_size(pos2(0.0, 0.0), egui::vec2(960.0, 600.0));
        let mut laid = screen;
        for _ in 0..2 {
            let input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
            let mut output = context.run_ui(input, |_| {
                laid = page(&context).max_rect();
                place_notice(&context, sentence, sheet);
            });
            output.textures_delta.clear();
        }
        let notice = context.memory(|memory| memory.area_rect(notice_id()));
        (laid, notice.unwrap_or(Rect::NOTHING))
    }

    #[test]
    fn a_page_makes_room_for_the_notice_and_a_stage_has_it_above_the_sheet() {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), egui::vec2(960.0, 600.0));
        let long = "The addition is empty: write what you would add, or leave it. ".repeat(4);
        for sentence in ["The answer is empty.", &long] {
            let (page, notice) = laid_out(Some(sentence), None);
            assert!(page.bottom() < notice.top() && screen.contains_rect(notice), "{notice:?}");
            let (page, notice) = laid_out(Some(sentence), Some(380.0));
            assert_eq!(page, screen, "behind a stage's sheet nothing is laid out anew");
            assert!(notice.bottom() < 380.0 && notice.top() > 200.0, "{notice:?}");
        }
        assert_eq!(laid_out(None, None).0, screen);
    }
}
