//! The rules of the game in an app that draws nothing.

use bevy::{prelude::*, state::state::State};
use hotseat::{
    game::{
        GamePlugin,
        dialogue::Caption,
        engine::start_engine,
        notice::Notice,
        screen::Screen,
        screens::briefing::choices::{Choices, SeedDraw},
        session::{ActiveSession, DraftWords, Intent, Library, SaveFolder, Shelf},
        settings::Presentation,
    },
    interview::{
        debrief::Debrief,
        scoring::{Story, assessment::Level, engine::Engine, judged_by::Basis},
        session::{AnswerKind, Command, Pace, Probes, Settings, Turn},
    },
    storage::{
        clock::Clock,
        journal::Journal,
        scenarios,
        seed::Seeds,
        shelf,
        unfinished::{JournalHeader, Unfinished},
    },
};

fn game(folder: Option<&std::path::Path>, take_up: bool) -> App {
    game_at(folder, take_up, Clock::system())
}

pub fn game_at(folder: Option<&std::path::Path>, take_up: bool, clock: Clock) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings: Settings::default(),
        story: None,
        seed: None,
        take_up,
        presentation: Presentation::default(),
        save_folder: SaveFolder(folder.map(Into::into)),
        clock,
    }
    .rules(&mut app);
    app.update();
    app
}

/// Lets a wish be carried out and the screen follow.
pub fn wish(app: &mut App, intent: Intent) {
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
    assert_eq!(app.world().resource::<DraftWords>().text, "I moved the launch and told everybody.");
    wish(&mut app, Intent::Do(Command::Skip));
    assert_eq!(app.world().resource::<DraftWords>().text, "");
    assert!(app.world().resource::<Caption>().text.starts_with("How did you get Engineering"));
}

/// An answer to the first question that leaves its result open.
const UNFINISHED: &str = "Eight months ago I noticed that our enterprise customers were churning at 15% a year although \
    they liked the product. I found that we were selling to IT while the users were in Operations.";

#[test]
fn a_probe_is_asked_on_an_empty_sheet_and_the_addition_goes_on_to_the_rating() {
    let mut app = game(None, false);
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<DraftWords>().text = UNFINISHED.to_owned();
    wish(&mut app, Intent::Do(Command::Answer(UNFINISHED.to_owned())));
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Probe));
    assert_eq!(app.world().resource::<DraftWords>().text, "");
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
    app.world_mut().resource_mut::<DraftWords>().text = UNFINISHED.to_owned();
    app.update();
    wish(&mut app, Intent::Do(Command::Answer(UNFINISHED.to_owned())));
    app.world_mut().resource_mut::<DraftWords>().text = "In the end we cl".to_owned();
    app.update();
    let asked = app.world().resource::<Caption>().text.clone();
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Probe));
    assert_eq!(app.world().resource::<DraftWords>().text, "In the end we cl");
    assert_eq!(app.world().resource::<Caption>().text, asked);
}

#[test]
fn the_word_is_handed_over_before_the_next_asker_speaks() {
    let mut app = game(None, false);
    wish(&mut app, Intent::Begin(Settings::default()));
    wish(&mut app, Intent::Do(Command::Skip));
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
    app.world_mut().resource_mut::<DraftWords>().text = "I asked them which three".to_owned();
    app.update();
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!(screen(&app), Screen::Interview);
    assert_eq!(app.world().resource::<DraftWords>().text, "I asked them which three");
    let session = app.world().resource::<ActiveSession>().get();
    assert_eq!((session.asked(), session.skipped().len()), (2, 1));
}

#[test]
fn a_finished_interview_is_kept_and_not_offered_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    assert!(Unfinished::find(folder.path()).is_some());
    wish(&mut app, Intent::Do(Command::Finish));
    assert_eq!(screen(&app), Screen::Debrief);
    assert!(Unfinished::find(folder.path()).is_none());
    let kept = std::fs::read_dir(folder.path().join("sessions")).expect("kept sessions").count();
    assert_eq!(kept, 1);
}

#[test]
fn where_nothing_can_be_saved_the_game_says_so_and_goes_on() {
    let folder = tempfile::NamedTempFile::new().expect("a file where a folder is needed");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings { probes: Probes::Off, ..Settings::default() }));
    assert_eq!(screen(&app), Screen::Interview);
    let notice = |app: &App| app.world().resource::<Notice>().0.clone().unwrap_or_default();
    assert!(notice(&app).starts_with("Your words cannot be saved: "), "{}", notice(&app));
    wish(&mut app, Intent::Do(Command::Answer("  ".to_owned())));
    assert!(notice(&app).starts_with("The answer is empty"), "{}", notice(&app));
    let answer = "I asked them which three things would hurt least.".to_owned();
    wish(&mut app, Intent::Do(Command::Answer(answer)));
    assert_eq!(turn(&app), Turn::Rate);
    assert!(notice(&app).starts_with("Your words cannot be saved: "), "it is still true");

    // A folder where the file was: from the next step on all of it is kept.
    let path = folder.into_temp_path();
    let place = path.to_path_buf();
    path.close().expect("the file can be taken away");
    wish(&mut app, Intent::Do(Command::Rate(None)));
    assert_eq!(notice(&app), "");
    let log = app.world().resource::<ActiveSession>().get().log().to_vec();
    assert_eq!(Unfinished::find(&place).expect("it is kept").log, log);
    std::fs::remove_dir_all(&place).expect("the folder can be taken away");
}

#[test]
fn skipping_loses_no_word_and_one_can_come_back_to_them() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    wish(&mut app, Intent::Begin(settings));
    app.world_mut().resource_mut::<DraftWords>().text = "I noticed that our".to_owned();
    wish(&mut app, Intent::Do(Command::Skip));
    assert_eq!(app.world().resource::<DraftWords>().text, "");
    while turn(&app) == Turn::Answer {
        wish(&mut app, Intent::Do(Command::Skip));
    }
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Closing));
    assert_eq!(app.world().resource::<Caption>().text, "That was the last question.");
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!((screen(&app), turn(&app)), (Screen::Interview, Turn::Closing));
    wish(&mut app, Intent::Do(Command::Return(0)));
    assert_eq!(app.world().resource::<DraftWords>().text, "I noticed that our");
    assert!(app.world().resource::<Caption>().text.starts_with("Tell me about a time"));
    drop(app);

    let mut app = game(Some(folder.path()), true);
    app.update();
    assert_eq!(turn(&app), Turn::Answer);
    assert_eq!(app.world().resource::<DraftWords>().text, "I noticed that our");
}

#[test]
fn beginning_anew_leaves_what_was_left_on_the_shelf() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<DraftWords>().text = "I noticed".to_owned();
    app.update();
    wish(&mut app, Intent::Begin(Settings { story: Story::Own, ..Settings::default() }));
    app.world_mut().resource_mut::<DraftWords>().text = "My own".to_owned();
    app.update();
    let kept = shelf::kept(folder.path());
    let places: Vec<_> = kept.iter().map(|kept| (kept.place(), kept.is_under_way())).collect();
    let place = |of: usize| format!("question 1 of {of}");
    assert_eq!(places, [(place(9), true), (place(12), false)]);
    wish(&mut app, Intent::TakeUpKept(kept[1].clone()));
    assert_eq!(screen(&app), Screen::Interview);
    assert_eq!(app.world().resource::<DraftWords>().text, "I noticed");
    let again = shelf::kept(folder.path());
    assert_eq!(again.iter().map(|kept| kept.progress.of).collect::<Vec<_>>(), [12, 9]);
    let shelf = Shelf(again);
    assert!(shelf.left_by_beginning().is_some_and(|kept| kept.progress.of == 12));
}

#[test]
fn an_interview_that_was_taken_up_is_the_one_that_is_played_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let ward = scenarios::load(Some("ward-manager")).expect("it ships");
    let settings = Settings { seed: 41, ..Settings::default() };
    let header = JournalHeader::new(&ward.name, ward.scenario.id(), &ward.text, settings, None);
    let mut journal = Journal::begin(folder.path(), &header).expect("a journal can be begun");
    journal.note(&Command::Begin.into()).expect("it can be written");
    let mut app = game(Some(folder.path()), true);
    app.update();
    let title =
        |app: &App| app.world().resource::<ActiveSession>().get().scenario().title().to_owned();
    assert_eq!(title(&app), "Ward manager panel");
    wish(&mut app, Intent::Do(Command::Finish));
    assert_eq!(screen(&app), Screen::Debrief);
    wish(&mut app, Intent::Again(Settings { seed: 42, ..settings }));
    assert_eq!((title(&app).as_str(), screen(&app)), ("Ward manager panel", Screen::Interview));
    let session = app.world().resource::<ActiveSession>().get();
    assert_eq!((session.settings().seed, session.turn()), (42, Turn::Answer));
    let kept = Unfinished::find(folder.path()).expect("it is kept");
    assert_eq!(kept.header.text, ward.text);
}

#[test]
fn a_scenario_with_faults_is_named_and_gone_past_both_ways() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let loaded = scenarios::load(None).expect("the built-in scenario loads");
    let path = folder.path().join("bad.scenario.ron");
    std::fs::write(&path, loaded.text.replace("version: 1", "version: 7")).expect("it is written");
    let mut app = game(None, false);
    let count = {
        let mut library = app.world_mut().resource_mut::<Library>();
        let source = scenarios::Source::File(path);
        library.entries.insert(1, scenarios::ScenarioEntry { name: "bad".to_owned(), source });
        library.entries.len()
    };
    let state = |app: &App| {
        let library = app.world().resource::<Library>();
        (library.chosen, library.fault.is_some(), app.world().resource::<Notice>().0.clone())
    };
    wish(&mut app, Intent::Choose(1));
    assert_eq!(state(&app), (1, true, None));
    let fault = app.world().resource::<Library>().fault.clone().expect("it has one");
    assert!(fault.starts_with("Line ") && fault.contains('7'), "{fault}");
    wish(&mut app, Intent::Begin(Settings::default()));
    assert_eq!(screen(&app), Screen::Title);
    assert!(app.world().get_resource::<ActiveSession>().is_none(), "what has faults is not played");
    for way in [2 % count, 0] {
        wish(&mut app, Intent::Choose(way));
        assert_eq!(state(&app), (way, false, None));
        wish(&mut app, Intent::Choose(1));
    }
}

#[test]
fn a_scenario_given_by_path_is_found_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let loaded = scenarios::load(None).expect("the built-in scenario loads");
    // Named like one that ships, and yet another.
    let path = folder.path().join("ward-manager.scenario.ron");
    let text = loaded.text.replace("Senior PM promotion panel", "By path");
    std::fs::write(&path, text).expect("it is written");
    let given = scenarios::load(path.to_str()).expect("it has no faults");
    let mut app = App::new();
    app.insert_resource(Library::new(given));
    let library = app.world().resource::<Library>();
    let chosen = library.chosen;
    assert_eq!(library.entries[chosen].source, scenarios::Source::File(path));
    let again = scenarios::load_entry(&library.entries[chosen]).expect("it is found again");
    assert_eq!(again.scenario.title(), "By path");
    assert!(library.entries.iter().filter(|entry| entry.name == "ward-manager").count() == 2);
}

#[test]
fn every_interview_has_its_own_seed_unless_one_was_set() {
    let mut draw = SeedDraw(Seeds::from(5));
    let settings = Settings::default();
    let choices = Choices::with_seed(settings, None);
    let first = choices.settle(settings, &mut draw);
    let second = choices.settle(first, &mut draw);
    assert_ne!(first.seed, second.seed);
    for set in [0, 7] {
        let choices = Choices::with_seed(Settings { seed: set, ..settings }, Some(set));
        assert_eq!(choices.seed, set.to_string());
        assert_eq!(choices.settle(choices.settings, &mut draw).seed, set);
    }
}

#[test]
fn an_encoder_that_starts_late_judges_what_comes_and_leaves_what_was() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(Some(folder.path()), false);
    let live = Settings { pace: Pace::Live, probes: Probes::Off, ..Settings::default() };
    wish(&mut app, Intent::Begin(live));
    let answer = || Intent::Do(Command::Answer("I moved the launch and told everybody.".into()));
    wish(&mut app, answer());
    let basis = |app: &App| app.world().resource::<ActiveSession>().get().scorer().engine().basis();
    assert_eq!(basis(&app), Basis::Words);
    app.world_mut().run_system_cached(start_engine).expect("it can be started");
    let best = Engine::load().map_or(Basis::Words, |engine| engine.basis());
    while basis(&app) != best {
        app.update();
    }
    wish(&mut app, answer());
    let attempts = app.world().resource::<ActiveSession>().get().attempts().to_vec();
    let bases = attempts.iter().map(|attempt| attempt.assessment.judged_by.basis);
    assert_eq!(bases.collect::<Vec<_>>(), [Basis::Words, best]);

    // Taken up again before the encoder has started anew, it is waited for.
    drop(app);
    let mut app = game(Some(folder.path()), false);
    app.world_mut().run_system_cached(start_engine).expect("it can be started");
    app.world_mut().write_message(Intent::TakeUp);
    app.update();
    assert_eq!(app.world().resource::<ActiveSession>().get().attempts(), attempts);
}
