//! The debrief question by question, and the cards after the pick, as a screen reader finds them.

use std::{cell::RefCell, sync::Arc};

use bevy_egui::egui::{self, Key, OutputCommand};
use egui_kittest::{Harness, kittest::Queryable};
use hotseat::{
    game::screens::{
        debrief::{
            DebriefAction, DebriefView, Page, debrief_ui,
            opened::{OpenedAction, opened_ui},
        },
        feedback::{FeedbackView, feedback_ui},
    },
    interview::{
        debrief::Debrief,
        scoring::Scorer,
        session::{AnswerKind, Command, Pace, Session, Settings},
    },
};

use crate::panels::{panel, played, scenario};

const ANSWER: &str =
    "I noticed our enterprise customers were churning at 15% and proposed we target Operations.";

fn session(settings: Settings, commands: impl IntoIterator<Item = Command>) -> Session {
    let scenario = Arc::new(scenario());
    let scorer = Arc::new(Scorer::of(&scenario));
    Session::replay(scenario, scorer, settings, commands).expect("a play that fits")
}

/// A live play of one answer and one question skipped.
fn live() -> Session {
    let settings = Settings { pace: Pace::Live, probes: Default::default(), ..Settings::default() };
    let log = [Command::Begin, Command::Answer(ANSWER.to_owned()), Command::Skip];
    let mut session = session(settings, log);
    while session.asked() < 3 {
        session.apply(Command::Skip).expect("a question or a probe waits");
    }
    session.apply(Command::Finish).expect("a question waits");
    session
}

/// What was copied in the last frame.
fn copied<A>(harness: &Harness<'_, A>) -> Vec<String> {
    let commands = &harness.output().platform_output.commands;
    let texts = commands.iter().filter_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn the_debrief_says_what_was_not_asked() {
    let session = played();
    let debrief = Debrief::of(&session);
    let mut page = Page::default();
    let mut harness = panel(|ui| {
        debrief_ui(ui, &DebriefView::of(&debrief, session.scenario().panel()), &mut page)
    });
    harness.get_by_label("Closing Questions: not asked");
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(DebriefAction::Leave));
}

#[test]
fn every_question_of_a_live_play_is_listed_and_opens_by_mouse_and_by_keys() {
    let session = live();
    let debrief = Debrief::of(&session);
    let mut page = Page::default();
    let mut harness = panel(|ui| {
        debrief_ui(ui, &DebriefView::of(&debrief, session.scenario().panel()), &mut page)
    });
    let questions: Vec<_> = debrief.questions().collect();
    let went: Vec<_> = questions[1..].iter().map(|question| question.in_words()).collect();
    assert_eq!(went, ["skipped", "not answered"]);
    let label = |place: usize| {
        let question = questions[place];
        let note = question.level_note().map_or(String::new(), |note| format!(", {note}"));
        format!("Question {}: {} {}{note}", place + 1, question.text, question.in_words())
    };
    harness.get_by_label(&label(0)).click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(DebriefAction::Open(0)));
    for place in 0..2 {
        harness.key_press(Key::ArrowDown);
        harness.step();
        harness.step();
        assert!(harness.get_by_label(&label(place)).is_focused(), "place {place}");
    }
    harness.key_press(Key::Enter);
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &Some(DebriefAction::Open(1)));
    harness.key_press(Key::Escape);
    harness.step();
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(DebriefAction::Leave));
}

#[test]
fn the_debrief_is_copied_whole_by_keys_and_by_button() {
    let session = live();
    let debrief = Debrief::of(&session);
    let mut page = Page::default();
    let mut harness = panel(|ui| {
        debrief_ui(ui, &DebriefView::of(&debrief, session.scenario().panel()), &mut page)
    });
    harness.event(egui::Event::Copy);
    harness.step();
    assert_eq!(copied(&harness), [debrief.text()]);
    assert!(debrief.text().contains(ANSWER));
    harness.step();
    harness.get_by_label("Copied").click();
    let mut by_button = Vec::new();
    for _ in 0..3 {
        harness.step();
        by_button.extend(copied(&harness));
    }
    assert_eq!(by_button, [debrief.text()]);
}

#[test]
fn an_opened_question_shows_the_model_answer_and_is_copied_alone() {
    let session = live();
    let debrief = Debrief::of(&session);
    let said = RefCell::new(false);
    let mut harness = panel(|ui| opened_ui(ui, &debrief, &session, 0, &mut said.borrow_mut()));
    for paragraph in session.scenario().questions()[0].model.paragraph_texts() {
        harness.get_by_label(&paragraph);
    }
    harness.get_by_label(ANSWER);
    harness.event(egui::Event::Copy);
    harness.step();
    let alone = debrief.question_text(0).expect("it was answered");
    assert_eq!(copied(&harness), std::slice::from_ref(&alone));
    assert!(
        alone.contains(ANSWER)
            && !alone.contains(&debrief.questions().nth(1).expect("skipped").text)
    );
    harness.key_press(Key::ArrowRight);
    harness.step();
    assert_eq!(harness.state(), &Some(OpenedAction::Open(1)));
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(harness.state(), &Some(OpenedAction::Back));
}

#[test]
fn an_opened_question_that_was_skipped_says_so_beside_the_model_answer() {
    let session = live();
    let debrief = Debrief::of(&session);
    let (mut said, mut again) = (false, false);
    let mut harness = panel(|ui| opened_ui(ui, &debrief, &session, 1, &mut said));
    harness.get_by_label("You skipped this question, so there is nothing to judge.");
    for paragraph in session.scenario().questions()[1].model.paragraph_texts() {
        harness.get_by_label(&paragraph);
    }
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(OpenedAction::Open(2)));
    let mut harness = panel(|ui| opened_ui(ui, &debrief, &session, 2, &mut again));
    harness.get_by_label("The interview ended before you answered, so there is nothing to judge.");
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(OpenedAction::Back), "it is the last one");
}

#[test]
fn after_a_pick_the_strongest_card_and_every_reason_are_shown() {
    let settings = Settings { seed: 7, answers: AnswerKind::Picked, ..Settings::default() };
    let log = [Command::Begin, Command::Pick(0), Command::Rate(None)];
    let session = session(settings, log);
    let attempt = &session.attempts()[0];
    let view = FeedbackView::of(&session, attempt, 1);
    let harness = panel(|ui| feedback_ui(ui, &view));
    let cards = session.dealt(attempt);
    assert!(cards.len() > 2);
    for card in &cards {
        harness.get_by_label(&format!("Card {}: {}", card.number, card.place()));
        if let Some(because) = &card.weaker_because {
            harness.get_by_label(because);
        }
    }
    assert_eq!(cards.iter().filter(|card| card.is_strongest()).count(), 1);
    assert!(cards[0].picked && cards[0].place().ends_with("your pick"));
}
