//! The trainer's stage: an answer told to a room, its twin beside it, and the room's own.

mod arrange;
mod besides;
mod differs;
mod marked;
mod notes;
mod principle;
mod room;
mod telling;

use bevy::prelude::*;
use bevy_egui::{
    EguiContext, EguiContexts, EguiPrimaryContextPass,
    egui::{Color32, Rect, Ui, vec2},
};

use crate::{
    game::{
        AppSystems,
        demonstration::{
            self, Demonstration, Overlay, Purpose,
            clicker::{self, Clicker},
            faded_in,
        },
        dialogue,
        letters::HasFonts,
        mishap::caught,
        notice::Notice,
        screen::Screen,
        screens::{
            self,
            demonstration::{
                arrange::{ArrangeAction, arrange_ui},
                besides::{Side, besides_ui},
                differs::differs_ui,
                notes::{keys_ui, notes_page_ui, notes_ui},
                principle::principle_ui,
                room::{RoomAction, compared_ui, judged_ui, writing_ui},
                telling::{TellingView, telling_ui},
            },
        },
        second_window::{SecondCamera, SecondPass},
        settings::Presentation,
        stage::{
            Scene, Stage, StagePanelist, StageTeller, StageView,
            acting::Moment,
            layout::TellingLayout,
            room::RoomView,
            shot::{self, Lens},
        },
        theme::{palette, reading, reading::Reads},
    },
    interview::{
        demonstration::steps::{MarksShown, Shows},
        scenario::{Scenario, look::Look},
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Demonstration)),
    )
    .add_systems(SecondPass, caught(show_notes));
}

/// Draws the trainer's own window.
fn show_notes(
    mut contexts: Query<&mut EguiContext, (With<SecondCamera>, With<HasFonts>)>,
    shown: Option<Res<Demonstration>>,
) -> Result {
    let Some(shown) = shown else { return Ok(()) };
    for mut context in &mut contexts {
        notes_page_ui(&mut screens::root(context.get_mut()), &shown);
    }
    Ok(())
}

/// The smallest text that the back row reads, as a part of the height: 28 of 1080 lines.
const LEAST: f32 = 28.0 / 1080.0;
/// What is told, as a part of the height.
const TOLD: f32 = 0.05;
/// How high the card with what is told is, as a part of the height.
const CAPTION: f32 = 0.31;
/// How high it is while the room writes.
const WRITING: f32 = 0.47;
/// The hour outside.
const HOUR: f32 = 0.3;

fn show(
    mut contexts: EguiContexts,
    shown: Option<ResMut<Demonstration>>,
    presentation: Res<Presentation>,
    presented: Res<Stage>,
    mut stage: ResMut<StageView>,
    mut notice: ResMut<Notice>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let Some(mut shown) = shown else { return Ok(()) };
    let shown = shown.bypass_change_detection();
    let mut ui = screens::root(contexts.ctx_mut()?);
    let still = presentation.reduced_motion;
    let fade = faded_in(shown.fading, still);
    let shows = shown.run().shows();
    let writes = shows == Shows::Room && shown.overlay.is_none();
    let on_stage = demonstration::on_stage(shows) && !matches!(shown.purpose, Purpose::Compare(_));
    let mut handed_in = false;
    if on_stage {
        let layout = layout(&ui, shown, shows);
        let scene = scene(shown, &layout, still);
        let lenses = [shot::ROOM, shot::PANEL].map(|depth| presented.shot.lens(&scene.room, depth));
        stage.set_if_neq(StageView { scene: Some(scene) });
        handed_in = stage_ui(&mut ui, shown, &layout, lenses[0], fade);
        // The page that was on goes as the room comes, which is drawn a frame later than what is read.
        if shown.from_page && fade < 1.0 {
            let veil = palette::PAGE.gamma_multiply(1.0 - fade);
            ui.painter().rect_filled(ui.max_rect(), 0, veil);
        }
    } else {
        // The stage stays behind the page until it has faded in.
        if fade >= 1.0 {
            stage.set_if_neq(StageView::default());
        }
        ui.multiply_opacity(fade);
        handed_in |= page_ui(&mut ui, shown, shows);
        ui.set_opacity(1.0);
    }
    if shown.dark {
        ui.painter().rect_filled(ui.max_rect(), 0, Color32::BLACK);
        reading::say(&ui, ui.max_rect(), Reads::News, "The screen is dark.");
    }
    let mut asked = None;
    match shown.overlay.filter(|_| !shown.dark) {
        Some(Overlay::Keys) => keys_ui(&mut ui),
        Some(Overlay::Notes) => notes_ui(&ui, shown),
        Some(Overlay::Arrange(looked_at)) => match arrange_ui(&mut ui, shown.run(), looked_at) {
            Some(ArrangeAction::Look(piece)) => shown.overlay = Some(Overlay::Arrange(piece)),
            Some(ArrangeAction::Shift(way)) => {
                let mut to = looked_at;
                shown.arrange(|run| to = run.shift(looked_at, way));
                shown.overlay = Some(Overlay::Arrange(to));
            }
            Some(ArrangeAction::LeaveOut) => shown.arrange(|run| run.leave_out(looked_at)),
            Some(ArrangeAction::Write) => notice.0 = Some(shown.write_program()),
            Some(ArrangeAction::Close) => asked = Some(Clicker::Leave),
            None => {}
        },
        None => {}
    }
    let arranging = matches!(shown.overlay, Some(Overlay::Arrange(_)));
    if handed_in {
        shown.hand_in();
    } else if let Some(key) = asked.or_else(|| {
        clicker::pressed(&ui, writes).filter(|key| !arranging || *key == Clicker::Leave)
    }) {
        let comparing = matches!(shown.purpose, Purpose::Compare(_));
        let leaves = match key {
            Clicker::GoOn | Clicker::Leave if comparing => true,
            _ if comparing => false,
            key => shown.press(key),
        };
        if leaves {
            next.set(match shown.purpose {
                Purpose::Room => Screen::Title,
                Purpose::Watch => Screen::Interview,
                Purpose::Compare(_) => Screen::Feedback,
            });
        }
    }
    Ok(())
}

/// Where things stand on the stage.
fn layout(ui: &Ui, shown: &Demonstration, shows: Shows) -> TellingLayout {
    let size = ui.max_rect().size();
    let caption = if shows == Shows::Room { WRITING } else { CAPTION };
    let width = size.x * 0.7;
    let question = telling::question_height(ui, width, size.y, &shown.run().question().1.text);
    TellingLayout::new(size, shown.scenario().panel().len(), size.y * caption, question)
}

/// The room, the panel, and who tells.
fn scene(shown: &Demonstration, layout: &TellingLayout, still: bool) -> Scene {
    let scenario = shown.scenario();
    let (_, question) = shown.run().question();
    let progress = shown.telling();
    let shows = shown.run().shows();
    let sound = |text: &str, progress: f32| {
        let at = (text.chars().count() as f32 * progress) as usize;
        dialogue::opening(text.chars().nth(at).unwrap_or(' '))
    };
    let voice = progress.filter(|_| shows == Shows::Asked).map(|at| sound(&question.text, at));
    let telling = match (shows, progress) {
        (Shows::Telling { answer, from, to }, Some(at)) => {
            let told = &shown.run().answers()[answer];
            let before = told.text_to(from).len();
            sound(told.text_to(to).get(before..).unwrap_or_default(), at)
        }
        _ => 0.0,
    };
    let people: Vec<_> = scenario
        .panel()
        .iter()
        .zip(&layout.seats)
        .map(|(panelist, seat)| StagePanelist {
            look: panelist.look.clone(),
            manner: panelist.manner,
            seat: *seat,
        })
        .collect();
    let middle = layout.size.x / 2.0;
    let (x, bottom, scale) = layout.teller;
    Scene {
        room: RoomView {
            width: layout.size.x,
            height: layout.size.y,
            table_top: layout.table_top,
            table_bottom: layout.table_bottom,
            reach: people.iter().map(|person| person.reach(middle)).fold(0.0, f32::max),
            progress: HOUR,
        },
        people,
        teller: Some(StageTeller { look: look_of_teller(scenario), x, bottom, scale }),
        plates: true,
        moment: Moment {
            speaker: Some(question.asked_by),
            voice,
            telling: Some(telling),
            writing: shows == Shows::Room,
            still,
            seed: 1,
            ..Moment::default()
        },
    }
}

/// How whoever tells looks: made of the candidate's name, unlike anybody on the panel.
fn look_of_teller(scenario: &Scenario) -> Look {
    let name = match scenario.candidate() {
        "" => "The candidate",
        name => name,
    };
    let panel: Vec<Look> = scenario.panel().iter().map(|person| person.look.clone()).collect();
    Look::beside(name, &panel)
}

/// Draws what stands on the stage; whether the room hands its answer in.
fn stage_ui(
    ui: &mut Ui,
    shown: &mut Demonstration,
    layout: &TellingLayout,
    lens: Lens,
    fade: f32,
) -> bool {
    let shows = shown.run().shows();
    let plates: Vec<_> =
        shown.scenario().panel().iter().map(screens::interview::plates::PlateView::of).collect();
    screens::interview::plates::plates_ui(ui, &layout.seats, &lens, &plates);
    if shows == Shows::Room {
        let heard = shown.heard().cloned();
        let question = shown.run().question().1.text.clone();
        telling::question_ui(ui, layout.question, &question);
        let action = writing_ui(ui, layout.caption, &mut shown.room, heard.as_ref(), shown.large);
        return action == Some(RoomAction::HandIn);
    }
    let (question, asked) = shown.run().question();
    let asker = &shown.scenario().asker(question).title;
    if shows != Shows::Asked {
        telling::question_ui(ui, layout.question, &asked.text);
    }
    let marks = shown.run().program().marks == MarksShown::On;
    let view = TellingView {
        number: shown.run().number(),
        asker,
        question: &asked.text,
        shows,
        answers: shown.answers(),
        marks,
        size: layout.size.y * TOLD * shown.large,
        least: layout.size.y * LEAST,
        fade,
        first: shown.changes() == 0 && shown.purpose == Purpose::Room,
        program: shown.program.as_ref().map(|program| program.title.as_str()),
        left: shown.left.is_some(),
    };
    telling_ui(ui, layout.caption, &view);
    false
}

/// Draws a page without the stage; whether the room hands its answer in.
fn page_ui(ui: &mut Ui, shown: &mut Demonstration, shows: Shows) -> bool {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(screen.width() * 0.03, screen.height() * 0.035));
    let sizes = (screen.height() * LEAST, screen.height() * 0.038 * shown.large);
    let answers = shown.answers();
    if let Purpose::Compare(mine) = &shown.purpose {
        differs_ui(ui, page, mine, &answers[0], sizes);
        return false;
    }
    match shows {
        Shows::Marked(answer) => {
            let side = Side { heading: heading(answer), told: &answers[answer], marked: true };
            besides_ui(ui, page, "What it holds", &[side], sizes);
        }
        Shows::Beside { twin, marked } => {
            let title =
                if marked { "What each holds, and what is missing" } else { "What differs?" };
            let sides = [0, twin].map(|answer| Side {
                heading: heading(answer),
                told: &answers[answer],
                marked,
            });
            besides_ui(ui, page, title, &sides, sizes);
        }
        Shows::Principle(twin) => principle_ui(ui, page, &answers[0], &answers[twin]),
        Shows::RoomJudged => {
            let answer = shown.room_answers().map(|(_, last)| last.clone());
            if let Some(told) = answer
                && judged_ui(ui, page, &told, sizes) == Some(RoomAction::WriteAgain)
            {
                shown.press(Clicker::WriteAgain);
            }
        }
        Shows::RoomCompared => {
            if let Some((before, after)) = shown.room_answers() {
                compared_ui(ui, page, before, after, sizes);
            }
        }
        Shows::Asked | Shows::Telling { .. } | Shows::Room => {}
    }
    false
}

/// What an answer is called before it is said what it lacks.
fn heading(answer: usize) -> &'static str {
    if answer == 0 { "The strong answer" } else { "Another answer" }
}

/// The part of a rectangle from its top on, and the rest.
fn cut(rect: Rect, height: f32) -> (Rect, Rect) {
    rect.split_top_bottom_at_y(rect.top() + height)
}
