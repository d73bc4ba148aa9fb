//! The rules of the game in an app that draws nothing.

use bevy::{prelude::*, state::state::State};
use hotseat::{
    game::{
        GamePlugin,
        dialogue::Caption,
        screens::Screen,
        session::{ActiveSession, Intent, Notice, SaveFolder, Words},
        settings::Presentation,
    },
    interview::{
        debrief::Debrief,
        scoring::assessment::Level,
        session::{AnswerKind, Command, Pace, Settings, Turn},
    },
    storage::{journal, scenarios},
};

fn game(folder: Option<&std::path::Path>, take_up: bool) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings: Settings::default(),
        take_up,
        presentation: Presentation::default(),
        save_folder: SaveFolder(folder.map(Into::into)),
    }
    .rules(&mut app);
    app.update();
    app
}

/// Lets a wish be carried out and the screen follow.
fn wish(app: &mut App, intent: Intent) {
    app.world_mut().write_message(intent);
    app.update();
    app.update();
}

fn screen(app: &App) -> Screen {
    *app.world().resource::<State<Screen>>().get()
}

fn turn(app: &App) -> Turn {
    app.world().resource::<ActiveSession>().get().turn()
}

#[test]
fn a_coach_play_goes_from_question_to_feedback_to_the_next_question() {
    let mut app = game(None, false);
    assert_eq!(screen(&app), Screen::Title);
    wish(&mut app, Intent::Begin(Settings::default()));
    assert_eq!(screen(&app), Screen::Interview);
    assert!(app.world().resource::<Caption>().text.starts_with("Tell me about a time"));
    wish(
        &mut app,
        Intent::Do(Command::Answer("I moved the launch and told everybody.".to_owned())),
    );
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Rate));
    wish(&mut app, Intent::Do(Command::Rate(Some(Level::new(4)))));
    assert_eq!(screen(&app), Screen::Feedback);
    wish(&mut app, Intent::Do(Command::Retry));
    assert_eq!(screen(&app), Screen::Interview);
    assert_eq!(app.world().resource::<Words>().text, "I moved the launch and told everybody.");
    wish(&mut app, Intent::Do(Command::Skip));
    assert_eq!(app.world().resource::<Words>().text, "");
    assert!(app.world().resource::<Caption>().text.starts_with("How did you get Engineering"));
}

#[test]
fn a_live_play_by_cards_ends_in_the_debrief() {
    let mut app = game(None, false);
    let settings =
        Settings { seed: 7, answers: AnswerKind::Picked, pace: Pace::Live, ..Settings::default() };
    wish(&mut app, Intent::Begin(settings));
    for _ in 0..12 {
        assert_eq!(screen(&app), Screen::Interview);
        wish(&mut app, Intent::Do(Command::Pick(0)));
    }
    assert_eq!(screen(&app), Screen::Debrief);
    let debrief = Debrief::of(app.world().resource::<ActiveSession>().get());
    assert_eq!((debrief.answered, debrief.of), (12, 12));
}

#[test]
fn a_wish_that_makes_no_sense_is_answered_with_a_sentence() {
    let mut app = game(None, false);
    wish(&mut app, Intent::Begin(Settings::default()));
    wish(&mut app, Intent::Do(Command::Answer("  ".to_owned())));
    let notice = app.world().resource::<Notice>().0.clone();
    assert_eq!(
        notice.as_deref(),
        Some("The answer is empty: write at least a sentence, or skip the question.")
    );
    assert_eq!(turn(&app), Turn::Answer);
}

#[test]
fn words_are_back_after_the_game_was_closed_in_the_middle_of_an_answer() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    wish(&mut app, Intent::Do(Command::Skip));
    app.world_mut().resource_mut::<Words>().text = "I asked them which three".to_owned();
    app.update();
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!(screen(&app), Screen::Interview);
    assert_eq!(app.world().resource::<Words>().text, "I asked them which three");
    let session = app.world().resource::<ActiveSession>().get();
    assert_eq!((session.asked(), session.skipped().len()), (2, 1));
}

#[test]
fn a_finished_interview_is_kept_and_not_offered_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    assert!(journal::unfinished(folder.path()).is_some());
    wish(&mut app, Intent::Do(Command::Finish));
    assert_eq!(screen(&app), Screen::Debrief);
    assert!(journal::unfinished(folder.path()).is_none());
    let kept = std::fs::read_dir(folder.path().join("sessions")).expect("kept sessions").count();
    assert_eq!(kept, 1);
}

#[test]
fn where_nothing_can_be_saved_the_game_says_so_and_goes_on() {
    let folder = tempfile::NamedTempFile::new().expect("a file where a folder is needed");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    assert_eq!(screen(&app), Screen::Interview);
    let answer = "I asked them which three things would hurt least.".to_owned();
    wish(&mut app, Intent::Do(Command::Answer(answer)));
    assert_eq!(turn(&app), Turn::Rate);
}
