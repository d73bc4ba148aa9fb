//! The panels by their labels, as a screen reader finds them.

use bevy_egui::egui::{self, Key, Modifiers, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use hotseat::{
    game::{
        answer::{sheet::Sheet, typed::Lamps},
        screens::{
            briefing::{BriefingAction, briefing_ui, choices::Choices},
            feedback::{FeedbackView, feedback_ui},
            interview::{
                InterviewAction, InterviewView, clock::ClockView, interview_ui, plates::PlateView,
                section::SectionView,
            },
            title::{TitleAction, TitleView, title_ui},
        },
        section_card::SectionCard,
        session::Intent,
        settings::Presentation,
        stage::{
            layout::InterviewLayout,
            room::RoomView,
            shot::{self, Shot},
        },
        theme,
    },
    interview::{
        scenario::Scenario,
        scoring::{Scorer, assessment::Level},
        session::{AnswerKind, Command, Pace, Probes, Session, Settings},
    },
    storage::scenarios,
};
use std::sync::Arc;

pub fn scenario() -> Scenario {
    scenarios::load(None).expect("the built-in scenario loads").scenario
}

/// A panel on a screen of the design's size, and what it last gave back.
pub fn panel<'a, A: 'a>(draw: impl FnMut(&mut Ui) -> Option<A> + 'a) -> Harness<'a, Option<A>> {
    panel_at(theme::DESIGN, draw)
}

/// A panel on a screen of this size in points, and what it last gave back.
pub fn panel_at<'a, A: 'a>(
    size: egui::Vec2,
    mut draw: impl FnMut(&mut Ui) -> Option<A> + 'a,
) -> Harness<'a, Option<A>> {
    let mut dressed = false;
    let mut harness = Harness::builder().with_size(size).build_ui_state(
        move |ui, last: &mut Option<A>| {
            // Fonts are there from the frame after they were given.
            if !dressed {
                theme::install(ui.ctx());
                dressed = true;
                return;
            }
            let mut screen = ui.new_child(
                egui::UiBuilder::new().max_rect(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
            );
            if let Some(action) = draw(&mut screen) {
                *last = Some(action);
            }
        },
        None,
    );
    harness.step();
    harness.step();
    harness
}

#[test]
fn the_title_begins_by_mouse_and_by_key() {
    let scenario = scenario();
    let view = TitleView {
        scenarios: vec!["one", "two"],
        chosen: 0,
        scenario: &scenario,
        fault: None,
        kept: vec![
            ("Senior PM", "question 3 of 12".to_owned()),
            ("Ward manager", "question 1 of 6".to_owned()),
        ],
        looked_at: 0,
        today: None,
    };
    let mut harness = panel(|ui| title_ui(ui, &view));
    harness.get_by_label("Take a seat").click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(TitleAction::Enter));
    harness.key_press(Key::C);
    harness.step();
    assert_eq!(harness.state(), &Some(TitleAction::TakeUp));
    harness.key_press(Key::ArrowRight);
    harness.step();
    assert_eq!(harness.state(), &Some(TitleAction::Choose(1)));
    harness.key_press(Key::ArrowDown);
    harness.step();
    assert_eq!(harness.state(), &Some(TitleAction::Look(1)));
}

#[test]
fn the_briefing_keeps_what_is_chosen() {
    let scenario = scenario();
    let choices =
        std::cell::RefCell::new(Choices::new(Settings { seed: 7, ..Settings::default() }));
    let presentation = std::cell::RefCell::new(Presentation::default());
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut presentation.borrow_mut(), None)
    });
    harness.get_by_label("Live").click();
    harness.step();
    harness.step();
    harness.key_press(Key::A);
    harness.step();
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(harness.state(), &Some(BriefingAction::Back));
    let settings = choices.borrow().settings;
    assert_eq!((settings.pace, settings.answers), (Pace::Live, AnswerKind::Picked));
    assert_eq!(settings.seed, 7);
    harness.key_press(Key::E);
    harness.step();
    harness.get_by_label("Less motion").click();
    harness.step();
    harness.step();
    let kept = Presentation { exam_face: true, reduced_motion: true, parts_in_live: false };
    assert_eq!(*presentation.borrow(), kept);
}

fn room(layout: &InterviewLayout) -> RoomView {
    RoomView {
        width: layout.size.x,
        height: layout.size.y,
        table_top: layout.table_top,
        table_bottom: layout.table_bottom,
        reach: 0.0,
        progress: 0.0,
    }
}

/// The title with one of two scenarios chosen, and an interview of each left unfinished, the chosen one's at this place.
pub fn title_view<'a>(scenario: &'a Scenario, at: &str) -> TitleView<'a> {
    TitleView {
        scenarios: vec!["one", "two"],
        chosen: 0,
        scenario,
        fault: None,
        kept: vec![
            (scenario.title(), at.to_owned()),
            ("Ward manager panel", "question 1 of 6".to_owned()),
        ],
        looked_at: 0,
        today: None,
    }
}

pub fn interview_view<'a>(layout: &'a InterviewLayout, sheet: Sheet<'a>) -> InterviewView<'a> {
    InterviewView {
        layout,
        section: SectionView { number: (1, 6, "Execution"), progress: vec![true, false] },
        speaker: 0,
        lenses: [shot::ROOM, shot::PANEL].map(|depth| Shot::default().lens(&room(layout), depth)),
        card: SectionCard::default(),
        question: "What did you change?",
        caption: "What did you change?",
        plates: vec![
            PlateView { title: "VP Product", cares_about: "impact" },
            PlateView { title: "CTO", cares_about: "depth" },
        ],
        sheet,
        lamps: Some(Lamps { asked: [true; 4], found: None }),
        clock: ClockView { spoken: 0, aim: 90 },
        hint: None,
        watch: false,
        paused: false,
    }
}

#[test]
fn an_answer_is_typed_and_handed_in_with_keys_alone() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = interview_view(&layout, Sheet::Write);
    let text = std::cell::RefCell::new(String::new());
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text.borrow_mut(), false));
    harness.step();
    harness.get_by_role(egui::accesskit::Role::MultilineTextInput).type_text("I changed the plan.");
    harness.step();
    assert_eq!(*text.borrow(), "I changed the plan.");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.step();
    let handed_in = Command::Answer("I changed the plan.".to_owned());
    assert_eq!(harness.state(), &Some(InterviewAction::Do(handed_in)));
    harness.key_press(Key::F1);
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Hint)));
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Pause)));
}

#[test]
fn an_addition_is_written_below_what_was_said_or_left() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 264.0, 92.0);
    let view = interview_view(&layout, Sheet::Add("We carried the maps."));
    let text = std::cell::RefCell::new(String::new());
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text.borrow_mut(), false));
    harness.step();
    harness.get_by_label("We carried the maps.");
    harness.get_by_role(egui::accesskit::Role::MultilineTextInput).type_text("I carried 30.");
    harness.step();
    harness.get_by_label("Add").click();
    harness.step();
    harness.step();
    let added = Command::Answer("I carried 30.".to_owned());
    assert_eq!(harness.state(), &Some(InterviewAction::Do(added)));
    harness.get_by_label("Leave it").click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Skip)));
}

#[test]
fn how_often_the_panel_asks_back_is_chosen_in_the_briefing() {
    let scenario = scenario();
    let choices = std::cell::RefCell::new(Choices::new(Settings::default()));
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut Presentation::default(), None)
    });
    harness.get_by_label("Never").click();
    harness.step();
    harness.step();
    assert_eq!(choices.borrow().settings.probes, Probes::Off);
    harness.key_press(Key::B);
    harness.step();
    assert_eq!(choices.borrow().settings.probes, Probes::One);
}

#[test]
fn the_title_card_goes_at_a_keystroke_and_swallows_none() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let card = SectionCard::aged(std::time::Duration::from_millis(700));
    let view = InterviewView { card, ..interview_view(&layout, Sheet::Write) };
    let text = std::cell::RefCell::new(String::new());
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text.borrow_mut(), true));
    harness.step();
    harness.get_by_role(egui::accesskit::Role::MultilineTextInput).type_text("I");
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::WaveCardAway));
    assert_eq!(*text.borrow(), "I");
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(*text.borrow(), "I", "Enter is the card's own");
}

#[test]
fn a_card_is_picked_by_number_and_by_click() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 318.0, 92.0);
    let view = interview_view(&layout, Sheet::Pick(vec!["First.", "Second.", "Third."]));
    let mut text = String::new();
    let mut harness = panel(move |ui| interview_ui(ui, &view, &mut text, false));
    harness.key_press(Key::Num2);
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Pick(1))));
    harness.get_by_label("Answer 3: Third.").click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Pick(2))));
}

#[test]
fn a_key_completes_the_question_while_it_is_said() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = interview_view(&layout, Sheet::Write);
    let mut text = String::new();
    let mut harness = panel(move |ui| interview_ui(ui, &view, &mut text, true));
    harness.key_press(Key::Space);
    harness.step();
    assert_eq!(harness.state(), &Some(InterviewAction::CompleteCaption));
}

pub fn played() -> Session {
    let scenario = Arc::new(scenario());
    let scorer = Arc::new(Scorer::of(&scenario));
    let answer = "I noticed our enterprise customers were churning at 15% and proposed we target Operations.";
    let log =
        [Command::Begin, Command::Answer(answer.to_owned()), Command::Rate(Some(Level::new(3)))];
    Session::replay(scenario, scorer, Settings::default(), log).expect("a play that fits")
}

#[test]
fn the_feedback_names_every_key_point_and_goes_on() {
    let session = played();
    let attempt = &session.attempts()[0];
    let view = FeedbackView::of(&session, attempt, 1);
    let mut harness = panel(|ui| feedback_ui(ui, &view));
    for point in &attempt.assessment.key_points {
        harness.get_by_label(&format!("{}: {}", point.coverage.in_words(), point.text));
    }
    harness.get_by_label("Next question").click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(Intent::Do(Command::Continue)));
    harness.key_press(Key::R);
    harness.step();
    assert_eq!(harness.state(), &Some(Intent::Do(Command::Retry)));
}

#[test]
fn the_feedback_tells_an_addition_from_the_answer() {
    let scenario = Arc::new(scenario());
    let scorer = Arc::new(Scorer::of(&scenario));
    let mut session = Session::new(scenario, scorer, Settings::default());
    let answer = "I noticed our enterprise customers were churning at 15% and proposed we target Operations.";
    let addition = "As a result we closed 7 of 10 deals.";
    for command in [
        Command::Begin,
        Command::Answer(answer.to_owned()),
        Command::Answer(addition.to_owned()),
        Command::Rate(None),
    ] {
        session.apply(command).expect("the panel asks back");
    }
    let attempt = &session.attempts()[0];
    let view = FeedbackView::of(&session, attempt, 1);
    let harness = panel(|ui| feedback_ui(ui, &view));
    let probe = &attempt.probes[0].probe;
    let who = &session.scenario().panel()[probe.asked_by].title;
    harness.get_by_label(&format!("{answer}\n{who} asked back: {}\n{addition}", probe.text));
}
