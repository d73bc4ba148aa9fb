//! The calibration gym: a round by the keyboard alone, with a picture of every screen.

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::{
        gym::{GymRound, ReadableExamples},
        screen::Screen,
    },
    interview::{
        scoring::{Story, level::Level},
        session::{Probes, Settings, Turn},
    },
    storage::history::History,
};

use crate::{
    pictures::{built_in, can_draw},
    stagehand::Stagehand,
};

const NONE: Modifiers = Modifiers::NONE;

fn gym(hand: &Stagehand) -> &GymRound {
    hand.look_at::<GymRound>()
}

/// Goes through a round: a 3 for everything, with the first two passages marked.
fn go_through(size: (u32, u32)) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let settings = Settings { seed: 7, ..Settings::default() };
    let mut hand = Stagehand::open_in(Some(folder.path()), built_in(), settings, size);
    hand.key(Key::K, NONE);
    assert_eq!(hand.screen(), Screen::Gym);
    let of = gym(&hand).of();
    assert_eq!(of, 10, "a round has ten answers");
    for number in 1..=of {
        let shown = gym(&hand).current().expect("an answer to rate").number;
        assert_eq!(shown, number);
        hand.key(Key::Enter, NONE);
        assert!(gym(&hand).current().is_some(), "nothing is given before it is chosen");
        hand.key(Key::Space, NONE);
        hand.key(Key::ArrowDown, NONE);
        hand.key(Key::Space, NONE);
        let marked = gym(&hand).passages().iter().filter(|(_, marked)| *marked).count();
        // Of an answer that is one passage the second press takes the mark away.
        assert_eq!(marked, if gym(&hand).passages().len() == 1 { 0 } else { 2 });
        hand.key(Key::Num3, NONE);
        if number == 1 {
            hand.picture("gym-rating");
        }
        hand.key(Key::Enter, NONE);
        let (known_number, known) = gym(&hand).known().expect("what is known is shown");
        assert_eq!((known_number, known.rated.given), (number, Level::new(3)));
        if number == 1 {
            hand.picture("gym-known");
        }
        hand.key(Key::Enter, NONE);
    }
    assert!(gym(&hand).current().is_none() && gym(&hand).known().is_none());
    let agreement = gym(&hand).calibrating().agreement();
    assert_eq!(agreement.ratings, of);
    hand.picture("gym-summary");
    hand.key(Key::Enter, NONE);
    hand.frames(4);
    assert_eq!(gym(&hand).current().map(|example| example.number), Some(1), "another round");
    hand.key(Key::Escape, NONE);
    hand.frames(4);
    assert_eq!(hand.screen(), Screen::Title);
    let (history, _) = History::open(folder.path()).expect("the history opens");
    assert_eq!(history.calibrations("you").expect("what was rated").len(), of);
}

#[test]
fn a_round_of_calibration_is_gone_through_by_keyboard_alone() {
    if can_draw() {
        for size in [(1280, 720), (1920, 1080), (960, 600)] {
            go_through(size);
        }
    }
}

#[test]
fn after_a_weak_answer_others_answers_to_the_same_question_are_offered() {
    if !can_draw() {
        return;
    }
    let settings =
        Settings { seed: 7, story: Story::Own, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, (1280, 720));
    hand.meet(built_in(), settings);
    hand.key(Key::Enter, NONE);
    hand.key(Key::Enter, NONE);
    hand.pass(0.6);
    hand.write("We looked into it.");
    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    hand.frames(4);
    assert_eq!(hand.session().turn(), Turn::Rate);
    hand.key(Key::Num2, NONE);
    hand.frames(8);
    assert_eq!(hand.screen(), Screen::Feedback);
    hand.frames(4);
    assert!(hand.look_at::<ReadableExamples>().0);
    hand.picture("feedback-offers-examples");
    let asked = hand.session().attempts()[0].question;
    let asked = hand.session().scenario().questions()[asked].text.clone();
    hand.key(Key::E, NONE);
    hand.frames(4);
    assert_eq!(hand.screen(), Screen::Gym);
    assert_eq!(gym(&hand).current().map(|example| example.question.to_owned()), Some(asked));
    hand.key(Key::Escape, NONE);
    hand.frames(4);
    assert_eq!(hand.screen(), Screen::Feedback);
}
