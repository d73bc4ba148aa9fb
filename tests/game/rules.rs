//! The rules of the game in an app that draws nothing.

use bevy::{prelude::*, state::state::State};
use hotseat::{
    game::{
        GamePlugin,
        dialogue::Caption,
        screen::Screen,
        session::{ActiveSession, Intent, Notice, SaveFolder, Words},
        settings::Presentation,
    },
    interview::{
        debrief::Debrief,
        scoring::assessment::Level,
        session::{AnswerKind, Command, Pace, Probes, Settings, Turn},
    },
    storage::{journal, scenarios},
};

fn game(folder: Option<&std::path::Path>, take_up: bool) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings: Settings::default(),
        story: None,
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
    wish(&mut app, Intent::Do(Command::Skip));
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

/// An answer to the first question that leaves its result open.
const UNFINISHED: &str = "Eight months ago I noticed that our enterprise customers were churning at 15% a year although \
    they liked the product. I found that we were selling to IT while the users were in Operations.";

#[test]
fn a_probe_is_asked_on_an_empty_sheet_and_the_addition_goes_on_to_the_rating() {
    let mut app = game(None, false);
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<Words>().text = UNFINISHED.to_owned();
    wish(&mut app, Intent::Do(Command::Answer(UNFINISHED.to_owned())));
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Probe));
    assert_eq!(app.world().resource::<Words>().text, "");
    let session = app.world().resource::<ActiveSession>().get();
    let probe = session.probe().expect("the result is missing");
    assert_eq!(app.world().resource::<Caption>().text, probe.text);
    let addition = "In the end we closed 7 of 10 deals.".to_owned();
    wish(&mut app, Intent::Do(Command::Answer(addition)));
    assert_eq!(turn(&app), Turn::Rate);
    let session = app.world().resource::<ActiveSession>().get();
    assert!(session.attempts()[0].text.ends_with("7 of 10 deals."));
}

#[test]
fn an_addition_is_back_after_the_game_was_closed_in_the_middle_of_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<Words>().text = UNFINISHED.to_owned();
    app.update();
    wish(&mut app, Intent::Do(Command::Answer(UNFINISHED.to_owned())));
    app.world_mut().resource_mut::<Words>().text = "In the end we cl".to_owned();
    app.update();
    let asked = app.world().resource::<Caption>().text.clone();
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Probe));
    assert_eq!(app.world().resource::<Words>().text, "In the end we cl");
    assert_eq!(app.world().resource::<Caption>().text, asked);
}

#[test]
fn the_word_is_handed_over_before_the_next_asker_speaks() {
    let mut app = game(None, false);
    wish(&mut app, Intent::Begin(Settings::default()));
    for _ in 0..3 {
        wish(&mut app, Intent::Do(Command::Skip));
    }
    let speaker = |app: &App| app.world().resource::<Caption>().speaker();
    assert_eq!(speaker(&app), 0);
    wish(&mut app, Intent::Do(Command::Skip));
    assert_eq!(speaker(&app), 0, "the VP Product passes the word on");
    app.world_mut().resource_mut::<Caption>().complete();
    assert_eq!(speaker(&app), 1);
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
    wish(&mut app, Intent::Begin(Settings { probes: Probes::Off, ..Settings::default() }));
    assert_eq!(screen(&app), Screen::Interview);
    let answer = "I asked them which three things would hurt least.".to_owned();
    wish(&mut app, Intent::Do(Command::Answer(answer)));
    assert_eq!(turn(&app), Turn::Rate);
}
