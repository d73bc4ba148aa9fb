//! An interview is brought to the window: dropped, named, pasted; understood, put right, played and kept.

use std::{cell::RefCell, fs, path::Path};

use bevy::{prelude::*, state::state::State, window::FileDragAndDrop};
use bevy_egui::egui::{self, Key};
use egui_kittest::kittest::Queryable;
use hotseat::{
    game::{
        bringing::{
            Bring, BringPage, Bringing,
            reading::{self, AskedOfUser, BroughtFile, CameOf, Understood},
        },
        notice::Notice,
        screen::Screen,
        screens::{
            briefing::{briefing_ui, choices::Choices},
            bringing::{
                understood::{UnderstoodView, understood_ui},
                ways::{WaysView, ways_ui},
            },
            read_first::{ReadingPlace, read_first_ui},
        },
        session::{ActiveSession, Intent, Library},
        settings::Presentation,
    },
    interview::{
        scenario::Scenario,
        scoring::Story,
        session::{Command, Pace, Settings, Turn},
        transcript::edits::Edits,
    },
    storage::{
        clock::Clock,
        scenarios::{self, Source},
    },
};

use crate::{
    panels::panel,
    pictures::{built_in, can_draw, check_screen},
    rules::game_at,
    stagehand::Stagehand,
};

/// A short interview with somebody who only says hello, and a cue that is no speech.
pub const TALK: &str = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nDana Whitfield: Tell me about a time when you had to change a plan late.\n\n\
    2\n00:00:03.000 --> 00:00:09.000\nTomas Berg: In March our supplier left us two weeks before the launch. I called three others on the same day and chose one. We lost two days instead of twenty.\n\n\
    3\n00:00:10.000 --> 00:00:12.000\nPriya Nair: What would you do differently today, and why?\n\n\
    4\n00:00:13.000 --> 00:00:19.000\nTomas Berg: I would keep a second supplier under contract. I have done so since, and we have not missed a date for a year.\n\n\
    5\n00:00:20.000 --> 00:00:21.000\n[laughter]\n";

/// A list as somebody writes it the evening before.
pub const LIST: &str = "# Questions for the depot panel\n\n\
    - Tell me about a time when you had to decide with little information.\n\
    - What did you do when a colleague did not keep a promise?\n\
    - How did you win over somebody who was against your plan?\n";

/// Two who answer what a third asks.
pub const TWO: &str = "Ada: How did you open the depot in March?\nBen: I rented a hall and two vans for it.\n\
    Ada: What did it cost you in the end?\nCem: We paid 300 a month for all of it.\n";

fn brought(text: &str) -> BroughtFile {
    BroughtFile { name: "talk.vtt".to_owned(), path: None, bytes: text.as_bytes().into() }
}

/// What is understood of a text.
#[track_caller]
pub fn understood(text: &str, edits: &Edits) -> Understood {
    match reading::read(&brought(text), edits) {
        CameOf::Understood(understood) => *understood,
        other => panic!("{other:?}"),
    }
}

pub fn view<'a>(understood: &'a Understood, edits: &'a Edits) -> UnderstoodView<'a> {
    UnderstoodView { understood, edits, reading: false, kept: None, refused: None }
}

/// The ways to bring an interview, with what went wrong the last time.
pub const WAYS: WaysView<'static> = WaysView {
    refused: Some("talk.xlsx: an Excel file. Save it as CSV."),
    reading: false,
    choosing: false,
    can_drop: true,
};

fn game(folder: &Path) -> App {
    game_at(Some(folder), false, Clock::system())
}

/// Lets a wish be carried out, and what is read be read.
fn wish(app: &mut App, wish: impl Message) {
    app.world_mut().write_message(wish);
    app.update();
    while app.world().resource::<Bringing>().is_reading() {
        app.update();
    }
    app.update();
}

fn on(app: &App) -> Screen {
    *app.world().resource::<State<Screen>>().get()
}

fn dropped(path: &Path) -> FileDragAndDrop {
    FileDragAndDrop::DroppedFile { window: Entity::PLACEHOLDER, path_buf: path.to_owned() }
}

fn file(folder: &Path, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("it can be written");
    path
}

#[test]
fn a_dropped_file_is_read_and_played_without_being_kept() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    let path = file(folder.path(), "talk.vtt", TALK);
    wish(&mut app, dropped(&path));
    assert_eq!(on(&app), Screen::Bringing);
    let bringing = app.world().resource::<Bringing>();
    let read = bringing.understood().expect("it is understood");
    assert_eq!((read.name.as_str(), read.summary.questions), ("talk.vtt", 2));
    wish(&mut app, Bring::Play);
    assert_eq!(on(&app), Screen::Briefing);
    let library = app.world().resource::<Library>();
    assert_eq!(library.loaded.scenario.candidate(), "Tomas Berg");
    assert!(matches!(library.loaded.source, Source::Memory(_)));
    assert!(!folder.path().join("scenes").exists(), "nobody asked for it to be kept");
    // It stays on the title's list for as long as the game runs.
    let (chosen, count) = (library.chosen, library.entries.len());
    for place in [(chosen + 1) % count, chosen] {
        wish(&mut app, Intent::Choose(place));
        assert_eq!(app.world().resource::<Library>().fault, None);
    }
    assert_eq!(app.world().resource::<Library>().loaded.scenario.candidate(), "Tomas Berg");
}

#[test]
fn what_is_kept_is_on_the_list_and_writes_over_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    let path = file(folder.path(), "talk.vtt", TALK);
    let mut names = Vec::new();
    for _ in 0..2 {
        wish(&mut app, Bring::File(path.clone()));
        wish(&mut app, Bring::Keep);
        wish(&mut app, Bring::Keep);
        let bringing = app.world().resource::<Bringing>();
        assert_eq!(bringing.refused(), None);
        names.push(bringing.kept().expect("it is kept").to_owned());
        wish(&mut app, Bring::Play);
        let library = app.world().resource::<Library>();
        assert_eq!(library.loaded.scenario.id(), names[names.len() - 1]);
    }
    assert_ne!(names[0], names[1]);
    let count = fs::read_dir(folder.path().join("scenes")).expect("the folder is there").count();
    assert_eq!(count, 2, "keeping twice is keeping once");
    let library = app.world().resource::<Library>();
    for name in &names {
        let entry = library.entries.iter().find(|entry| entry.name == *name).expect("it is listed");
        let again = scenarios::load_entry(entry).expect("it has no faults");
        assert_eq!((again.scenario.id(), again.scenario.questions().len()), (name.as_str(), 2));
    }
}

#[test]
fn a_bad_file_leaves_the_page_with_one_sentence_and_the_next_is_read() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, dropped(&file(folder.path(), "shot.png", "\u{89}PNG\r\n\0\0\0")));
    let why = app.world().resource::<Bringing>().refused().expect("a sentence").to_owned();
    assert!(why.starts_with("shot.png") && why.ends_with('.'), "{why}");
    wish(&mut app, Bring::Path(" /no/such/file.vtt ".to_owned()));
    let why = app.world().resource::<Bringing>().refused().expect("a sentence").to_owned();
    assert!(why.starts_with("There is no file at /no/such/file.vtt"), "{why}");
    wish(&mut app, Bring::File(folder.path().to_owned()));
    let why = app.world().resource::<Bringing>().refused().expect("a sentence").to_owned();
    assert!(why.contains("is a folder"), "{why}");
    wish(&mut app, Bring::Text("  ".to_owned()));
    assert!(app.world().resource::<Bringing>().refused().is_some());
    assert_eq!(on(&app), Screen::Bringing);
    wish(&mut app, Bring::Text(TALK.to_owned()));
    let bringing = app.world().resource::<Bringing>();
    assert!(bringing.understood().is_some() && bringing.refused().is_none());
    wish(&mut app, Bring::Another);
    assert!(app.world().resource::<Bringing>().understood().is_none());
    wish(&mut app, Bring::Leave);
    assert_eq!(on(&app), Screen::Title);
}

#[test]
fn a_path_is_a_path_wherever_it_is_pasted_and_a_scenario_is_opened_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    let path = file(folder.path(), "my talk.vtt", TALK);
    let address = format!("file://{}", path.display().to_string().replace(' ', "%20"));
    wish(&mut app, Bring::Text(address));
    let name = |app: &App| app.world().resource::<Bringing>().understood().map(|u| u.name.clone());
    assert_eq!(name(&app).as_deref(), Some("my talk.vtt"));
    let ward = file(folder.path(), "mine.scenario.ron", scenarios::BUILT_IN[1].1);
    wish(&mut app, dropped(&ward));
    assert_eq!(on(&app), Screen::Briefing);
    let library = app.world().resource::<Library>();
    assert_eq!(
        (library.loaded.name.as_str(), &library.loaded.source),
        ("mine", &Source::File(ward))
    );
    assert!(app.world().resource::<Notice>().0.as_ref().is_some_and(|n| n.contains("already")));
}

#[test]
fn an_interview_under_way_is_not_left_for_a_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, Intent::Begin(Settings::default()));
    wish(&mut app, dropped(&file(folder.path(), "talk.vtt", TALK)));
    assert_eq!(on(&app), Screen::Interview);
    assert!(app.world().resource::<Notice>().0.as_ref().is_some_and(|n| n.contains("dropped")));
    assert!(app.world().resource::<Bringing>().understood().is_none());
}

#[test]
fn who_the_candidate_is_is_answered_and_the_file_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, Bring::Text(TWO.to_owned()));
    let question = |app: &App| {
        let bringing = app.world().resource::<Bringing>();
        bringing.understood().and_then(|understood| understood.question.clone())
    };
    assert!(matches!(question(&app), Some(AskedOfUser::Candidate(_))));
    wish(&mut app, Bring::Play);
    wish(&mut app, Bring::Keep);
    assert_eq!(app.world().resource::<Bringing>().kept(), None, "there is nothing to keep yet");
    let mut edits = Edits::default();
    edits.make_candidate("Ben");
    edits.leave_out("Cem");
    wish(&mut app, Bring::Edit(edits.clone()));
    assert_eq!(question(&app), None);
    edits.rename("Ben", "Benjamin Adler");
    wish(&mut app, Bring::Edit(edits));
    wish(&mut app, Bring::Play);
    assert_eq!(app.world().resource::<Library>().loaded.scenario.candidate(), "Benjamin Adler");
}

#[test]
fn a_list_without_answers_is_played_as_own_stories_and_shows_no_empty_answer() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, Bring::Text(LIST.to_owned()));
    wish(&mut app, Bring::Play);
    let scenario = app.world().resource::<Library>().loaded.scenario.clone();
    assert!(scenario.is_own_story());
    let settings = Settings { pace: Pace::Coach, story: Story::This, ..Settings::default() };
    let asked = Choices::new(settings).complete(&scenario).expect("there is nothing to choose");
    assert_eq!(asked.story, Story::Own);

    let choices = RefCell::new(Choices::new(settings));
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut Presentation::default(), None)
    });
    harness.get_by_label_contains("you tell your own stories");
    assert!(harness.query_by_label("Read it first").is_none());
    harness.key_press(Key::S);
    harness.step();
    assert_eq!(choices.borrow().story, None, "there is nothing to choose");

    let place = RefCell::new(ReadingPlace::default());
    let harness = panel(|ui| read_first_ui(ui, &scenario, &mut place.borrow_mut()));
    assert!(harness.get_all_by_label_contains("No model answer").count() > 0);

    wish(&mut app, Intent::Begin(asked));
    let answer = "In March I moved the depot in two weeks because the roof leaked, and we lost one day of sales.";
    wish(&mut app, Intent::Do(Command::Answer(answer.to_owned())));
    while app.world().resource::<ActiveSession>().get().turn() == Turn::Probe {
        wish(&mut app, Intent::Do(Command::Skip));
    }
    let session = app.world().resource::<ActiveSession>().get();
    let assessment = &session.attempts()[0].assessment;
    assert_eq!((assessment.story, assessment.key_points.len()), (Story::Own, 0));
    assert!(assessment.judged_level().is_some());
}

#[test]
fn the_keyboard_alone_brings_puts_right_keeps_and_plays() {
    let page = RefCell::new(BringPage::default());
    let mut harness = panel(|ui| ways_ui(ui, &WAYS, &mut page.borrow_mut()));
    harness.get_by_label(WAYS.refused.expect("a sentence"));
    for (key, wish) in
        [(Key::O, Bring::Choose), (Key::V, Bring::Clipboard), (Key::Escape, Bring::Leave)]
    {
        harness.key_press(key);
        harness.step();
        assert_eq!(harness.state(), &Some(wish));
    }
    harness.key_press(Key::P);
    harness.step();
    harness.step();
    harness.event(egui::Event::Text("~/talk.vtt".to_owned()));
    harness.step();
    harness.key_press(Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(Bring::Path("~/talk.vtt".to_owned())));
    harness.event(egui::Event::Text("o".to_owned()));
    harness.key_press(Key::O);
    harness.step();
    assert_eq!(harness.state(), &Some(Bring::Path("~/talk.vtt".to_owned())), "o is a letter here");
    harness.key_press(Key::Escape);
    harness.step();
    harness.step();
    harness.event(egui::Event::Paste(LIST.to_owned()));
    harness.step();
    assert_eq!(harness.state(), &Some(Bring::Text(LIST.to_owned())));

    let (read, edits) = (understood(TALK, &Edits::default()), RefCell::new(Edits::default()));
    let page = RefCell::new(BringPage::default());
    let mut harness = panel(|ui| {
        let edits = edits.borrow();
        understood_ui(ui, &view(&read, &edits), &mut page.borrow_mut())
    });
    let mut press = |key, expected: Option<Bring>| {
        harness.key_press(key);
        harness.step();
        harness.step();
        if expected.is_some() {
            assert_eq!(harness.state(), &expected, "{key:?}");
        }
    };
    press(Key::K, Some(Bring::Keep));
    press(Key::Enter, Some(Bring::Play));
    press(Key::ArrowDown, None);
    let mut out = Edits::default();
    out.leave_out("Dana Whitfield");
    press(Key::X, Some(Bring::Edit(out)));
    let mut other = Edits::default();
    other.make_candidate("Dana Whitfield");
    press(Key::C, Some(Bring::Edit(other)));
    press(Key::N, None);
    harness.event(egui::Event::Text(" Lee".to_owned()));
    harness.step();
    harness.key_press(Key::Enter);
    harness.step();
    let mut renamed = Edits::default();
    renamed.rename("Dana Whitfield", "Dana Whitfield Lee");
    assert_eq!(harness.state(), &Some(Bring::Edit(renamed.clone())));
    edits.replace(renamed);
    harness.step();
    harness.key_press(Key::U);
    harness.step();
    assert_eq!(harness.state(), &Some(Bring::Edit(Edits::default())));
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(harness.state(), &Some(Bring::Another));
}

#[test]
fn an_open_question_is_answered_by_its_key_and_nothing_else_can_be_played() {
    let (read, edits) = (understood(TWO, &Edits::default()), Edits::default());
    let page = RefCell::new(BringPage::default());
    let mut harness = panel(|ui| understood_ui(ui, &view(&read, &edits), &mut page.borrow_mut()));
    harness.get_by_label("Who is the candidate?");
    for key in [Key::Enter, Key::K] {
        harness.key_press(key);
        harness.step();
        assert_eq!(harness.state(), &None, "it cannot be played yet");
    }
    harness.key_press(Key::Num3);
    harness.step();
    let mut cem = Edits::default();
    cem.make_candidate("Cem");
    assert_eq!(harness.state(), &Some(Bring::Edit(cem)));
}

#[test]
fn bringing_an_interview_can_be_looked_at() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    for size in [(1280, 720), (1920, 1080), (960, 600)] {
        let mut hand =
            Stagehand::open_in(Some(folder.path()), built_in(), Settings::default(), size);
        hand.key(Key::B, egui::Modifiers::NONE);
        assert_eq!(hand.screen(), Screen::Bringing);
        check_screen(&hand.picture("bringing"), 0.15..0.9);
        for (name, text) in
            [("talk", TALK), ("list", LIST), ("two", TWO), ("refused", "Dear all.\n")]
        {
            hand.wish(Bring::Text(text.to_owned()));
            while hand.look_at::<Bringing>().is_reading() {
                hand.frames(1);
            }
            hand.frames(20);
            let picture = hand.picture(&format!("bringing-{name}"));
            assert!(picture.pixels().any(|pixel| pixel.0 != picture.get_pixel(0, 0).0));
            hand.wish(Bring::Another);
        }
        hand.wish(Bring::Text(LIST.to_owned()));
        while hand.look_at::<Bringing>().is_reading() {
            hand.frames(1);
        }
        hand.key(Key::Enter, egui::Modifiers::NONE);
        assert_eq!(hand.screen(), Screen::Briefing);
        hand.picture("briefing-own-story");
        let _: &Scenario = &hand.look_at::<Library>().loaded.scenario;
    }
}
