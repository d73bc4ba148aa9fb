//! A picture of every screen, drawn without a window where there is a driver to draw with.

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::can_open,
    interview::session::{AnswerKind, Command, Probes, Settings, Turn},
    storage::{
        journal::Journal,
        scenarios::{self, Loaded},
        unfinished::JournalHeader,
    },
};
use image::{Rgb, RgbImage};

use crate::stagehand::{Stagehand, panel_of};

const NONE: Modifiers = Modifiers::NONE;
const ANSWER: &str = "About eight months ago our enterprise customers were churning at 15% a year although they \
    loved the product. I dug into the data and found that we sold to IT while Operations used it. I proposed we target \
    Operations instead, ran a 90-day pilot with ten prospects, and rewrote the pitch deck myself. We closed 7 of 10 deals.";

/// Whether pictures can be drawn here; says so where they cannot.
pub fn can_draw() -> bool {
    let can = can_open::graphics_driver();
    if !can {
        eprintln!(
            "skipped: no Vulkan driver to draw with (on Debian: apt-get install mesa-vulkan-drivers)"
        );
    }
    can
}

pub fn built_in() -> Loaded {
    scenarios::load(None).expect("the built-in scenario loads")
}

fn near(pixel: &Rgb<u8>, wanted: (u8, u8, u8)) -> bool {
    let far = |a: u8, b: u8| a.abs_diff(b) > 6;
    !(far(pixel[0], wanted.0) || far(pixel[1], wanted.1) || far(pixel[2], wanted.2))
}

/// The share of the picture in a colour.
fn share(picture: &RgbImage, colour: (u8, u8, u8)) -> f64 {
    let found = picture.pixels().filter(|pixel| near(pixel, colour)).count();
    found as f64 / (picture.width() * picture.height()) as f64
}

const CORAL: (u8, u8, u8) = (0xFF, 0x7A, 0x59);
const PAPER: (u8, u8, u8) = (0xFF, 0xFD, 0xF8);
const PAGE: (u8, u8, u8) = (0xF6, 0xF1, 0xE7);
const INK: (u8, u8, u8) = (0x1F, 0x2A, 0x44);
const NIGHT: (u8, u8, u8) = (0x1A, 0x23, 0x40);

/// What every finished screen shows: one thing to do in coral, paper to read from, and ink on it.
#[track_caller]
pub fn check_screen(picture: &RgbImage, paper: std::ops::Range<f64>) {
    let (coral, white, ink) = (share(picture, CORAL), share(picture, PAPER), share(picture, INK));
    assert!((0.002..0.08).contains(&coral), "coral {coral}");
    assert!(paper.contains(&white), "paper {white}");
    assert!(ink > 0.002, "ink {ink}");
}

/// The wood of the table, the blue of the wall: the stage is there.
#[track_caller]
pub fn check_stage(picture: &RgbImage) {
    let wood = picture
        .pixels()
        .filter(|p| p[0] > 150 && p[0] < 215 && p[1] > 95 && p[1] < 150 && p[2] > 55 && p[2] < 105)
        .count() as f64;
    let blue = picture.pixels().filter(|p| p[2] > p[0] && p[2] > 60 && p[2] < 140).count() as f64;
    let all = f64::from(picture.width() * picture.height());
    assert!(wood / all > 0.02, "wood {}", wood / all);
    assert!(blue / all > 0.1, "wall {}", blue / all);
}

fn every_screen(size: (u32, u32)) {
    let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, size);
    hand.frames(30);
    let title = hand.picture("title");
    check_screen(&title, 0.1..0.4);
    check_stage(&title);

    hand.key(Key::Enter, NONE);
    let briefing = hand.picture("briefing");
    check_screen(&briefing, 0.4..0.8);
    assert!(share(&briefing, PAGE) > 0.1);

    hand.key(Key::Enter, NONE);
    // Enter takes the title card away.
    hand.key(Key::Enter, NONE);
    hand.frames(20);
    let asking = hand.picture("asking");
    check_stage(&asking);
    hand.write(ANSWER);
    hand.frames(40);
    let interview = hand.picture("interview");
    check_screen(&interview, 0.15..0.5);
    check_stage(&interview);
    assert!(share(&asking, INK) < share(&interview, INK), "the words are not on the sheet");

    hand.key(Key::F1, NONE);
    hand.picture("hint");
    hand.key(Key::Escape, NONE);
    check_screen(&hand.picture("pause"), 0.08..0.5);
    hand.key(Key::Escape, NONE);

    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    hand.frames(30);
    check_stage(&hand.picture("rating"));
    hand.key(Key::Num4, NONE);
    let feedback = hand.picture("feedback");
    check_screen(&feedback, 0.4..0.8);

    hand.key(Key::Escape, NONE);
    hand.key(Key::F, NONE);
    let debrief = hand.picture("debrief");
    check_screen(&debrief, 0.4..0.8);
}

/// An answer to the first question that leaves its result open, and what is added when the panel asks back.
const UNFINISHED: &str = "About eight months ago I noticed that our enterprise customers were churning at 15% a year \
    although they loved the product. I dug into the data and found that we sold to IT while Operations used it. I \
    proposed we target Operations leaders instead, and I built a business case for it.";
const ADDED: &str = "As a result we closed 7 of 10 deals at $85K on average, and the pilot became our standard approach.";

#[test]
fn a_probe_is_asked_answered_and_told_apart_in_the_feedback() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, (1280, 720));
    hand.key(Key::Enter, NONE);
    hand.key(Key::Enter, NONE);
    hand.write(UNFINISHED);
    hand.frames(20);
    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    hand.frames(90);
    let asked = hand.picture("probe-asked");
    check_stage(&asked);
    hand.write(ADDED);
    hand.frames(40);
    let added = hand.picture("probe-addition");
    check_stage(&added);
    assert!(share(&asked, INK) < share(&added, INK), "the addition is not on the sheet");
    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    hand.frames(10);
    hand.key(Key::Num3, NONE);
    let feedback = hand.picture("probe-feedback");
    check_screen(&feedback, 0.4..0.8);
    assert!(share(&feedback, PAGE) > 0.05);
}

#[test]
fn the_word_is_passed_on_in_a_picture() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, (1280, 720));
    hand.key(Key::Enter, NONE);
    hand.key(Key::Enter, NONE);
    for _ in 0..2 {
        hand.key(Key::F2, NONE);
    }
    hand.frames(50);
    let passing = hand.picture("handing-over");
    check_stage(&passing);
    hand.frames(120);
    assert!(hand.picture("handed-over") != passing, "the question does not follow");
}

#[test]
fn skipping_asks_once_and_what_is_open_waits_at_the_end() {
    if !can_draw() {
        return;
    }
    for size in [(1280, 720), (960, 600)] {
        let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
        let mut hand = Stagehand::open(built_in(), settings, size);
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.write("About eight months ago");
        hand.key(Key::F2, NONE);
        assert!(share(&hand.picture("skip-asked"), PAPER) > 0.03, "nothing is asked");
        assert_eq!(hand.session().skipped(), [] as [usize; 0]);
        hand.key(Key::Escape, NONE);
        hand.write(" our enterprise");
        hand.key(Key::F2, NONE);
        hand.key(Key::F2, NONE);
        assert_eq!(hand.session().skipped(), [0]);
        while hand.session().turn() == Turn::Answer {
            hand.key(Key::F2, NONE);
        }
        assert_eq!(hand.session().turn(), Turn::Closing);
        hand.frames(60);
        check_stage(&hand.picture("open-questions"));
        hand.key(Key::Enter, NONE);
        hand.frames(60);
        assert_eq!(hand.session().begun(), "About eight months ago our enterprise");
        hand.picture("returned");
        hand.key(Key::F2, NONE);
        assert_eq!(hand.session().turn(), Turn::Closing, "nothing new was written");
        hand.key(Key::F, NONE);
        assert_eq!(hand.session().turn(), Turn::Over);
        hand.key(Key::R, NONE);
        hand.picture("again-asked");
        assert_eq!(hand.session().turn(), Turn::Over);
        hand.key(Key::Escape, NONE);
        hand.key(Key::R, NONE);
        hand.key(Key::R, NONE);
        hand.frames(4);
        assert_eq!(hand.session().turn(), Turn::Answer);
    }
}

#[test]
fn what_was_left_and_what_has_faults_stand_on_the_title() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    for name in ["senior-pm-promotion", "ward-manager"] {
        let left = scenarios::load(Some(name)).expect("it ships");
        let header = JournalHeader::new(name, name, &left.text, Settings::default(), None);
        let mut journal = Journal::begin(folder.path(), &header).expect("a journal can be begun");
        for command in [Command::Begin, Command::SetAside("I was".to_owned())] {
            journal.note(&command.into()).expect("it can be written");
        }
    }
    let bad = folder.path().join("bad.scenario.ron");
    std::fs::write(&bad, built_in().text.replace("version: 1", "version: 7")).expect("written");
    for size in [(1280, 720), (960, 600)] {
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut hand = Stagehand::open_in(Some(folder.path()), built_in(), settings, size);
        hand.frames(30);
        hand.picture("title-left");
        hand.add_scenario(1, &bad);
        hand.key(Key::ArrowRight, NONE);
        hand.picture("title-faults");
        hand.key(Key::Enter, NONE);
        hand.picture("title-faults-entered");
        hand.key(Key::ArrowLeft, NONE);
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.picture("begin-asked");
        hand.key(Key::Escape, NONE);
        hand.key(Key::Escape, NONE);
        hand.key(Key::ArrowDown, NONE);
        hand.picture("title-left-second");
    }
}

#[test]
fn every_screen_can_be_shown_on_a_laptop() {
    if can_draw() {
        every_screen((1280, 720));
    }
}

#[test]
fn every_screen_can_be_shown_on_a_large_monitor() {
    if can_draw() {
        every_screen((1920, 1080));
    }
}

#[test]
fn cards_are_shown_at_the_smallest_and_the_widest_size() {
    if !can_draw() {
        return;
    }
    for size in [(960, 600), (2560, 1080), (2560, 1440)] {
        let settings = Settings { seed: 7, answers: AnswerKind::Picked, ..Settings::default() };
        let mut hand = Stagehand::open(built_in(), settings, size);
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.frames(60);
        let cards = hand.picture("cards");
        check_stage(&cards);
        assert!(share(&cards, (0xFF, 0xF6, 0xE9)) > 0.1, "the cards are not there");
        hand.key(Key::Num1, NONE);
        hand.key(Key::Enter, NONE);
        check_screen(&hand.picture("picked"), 0.25..0.8);
    }
}

#[test]
fn briefings_of_one_and_five_have_their_places() {
    if !can_draw() {
        return;
    }
    for count in [1, 5] {
        let mut hand = Stagehand::open(panel_of(count), Settings::default(), (1280, 720));
        hand.key(Key::Enter, NONE);
        assert!(share(&hand.picture(&format!("briefing-of-{count}")), PAPER) > 0.3);
    }
}

#[test]
fn what_must_be_told_has_its_own_place_on_the_stage_and_on_a_page() {
    if !can_draw() {
        return;
    }
    for size in [(960, 600), (1280, 720)] {
        // Nothing can be kept in a folder that is a file.
        let file = tempfile::NamedTempFile::new().expect("a file");
        let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
        let mut hand = Stagehand::open_in(Some(file.path()), built_in(), settings, size);
        for _ in 0..3 {
            hand.key(Key::Enter, NONE);
        }
        hand.write(ANSWER);
        hand.frames(40);
        check_stage(&hand.picture("told-interview"));
        hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
        hand.frames(30);
        hand.key(Key::Num4, NONE);
        let page = hand.picture("told-feedback");
        let at = |up: u32| page.get_pixel(4, size.1 - up);
        assert!(near(at(5), NIGHT), "the page leaves room for what is told");
        assert!(near(at(size.1 / 3), PAGE), "above it is the page");
    }
}

#[test]
fn the_same_seed_gives_the_same_picture() {
    if !can_draw() {
        return;
    }
    let play = || {
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut hand = Stagehand::open(built_in(), settings, (960, 600));
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.frames(30);
        hand.picture("again")
    };
    assert!(play() == play(), "two plays of one seed look different");
}

#[test]
fn a_live_play_can_be_read_first_and_opened_question_by_question() {
    if !can_draw() {
        return;
    }
    for size in [(960, 600), (1920, 1080)] {
        let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
        let mut hand = Stagehand::open(built_in(), settings, size);
        hand.undecided();
        hand.key(Key::Enter, NONE);
        let undecided = hand.picture("story-open");
        assert!(share(&undecided, PAGE) > 0.1);
        hand.key(Key::R, NONE);
        hand.key(Key::Enter, NONE);
        check_screen(&hand.picture("reading"), 0.4..0.9);
        hand.key(Key::Escape, NONE);
        hand.key(Key::S, NONE);
        hand.key(Key::P, NONE);
        let decided = hand.picture("story-chosen");
        assert!(share(&decided, INK) > share(&undecided, INK), "the choice does not show");
        hand.key(Key::Enter, NONE);
        hand.key(Key::Enter, NONE);
        hand.write(ANSWER);
        hand.frames(30);
        hand.picture("live");
        hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
        for _ in 0..3 {
            hand.key(Key::F2, NONE);
        }
        hand.key(Key::Escape, NONE);
        hand.key(Key::F, NONE);
        hand.key(Key::ArrowDown, NONE);
        let list = hand.picture("debrief-list");
        check_screen(&list, 0.4..0.8);
        hand.key(Key::Enter, NONE);
        let opened = hand.picture("debrief-opened");
        check_screen(&opened, 0.4..0.8);
        assert!(opened != list, "the question does not open");
        hand.key(Key::ArrowRight, NONE);
        check_screen(&hand.picture("debrief-skipped"), 0.4..0.85);
    }
}

/// A panel of two candidates and two raters through every one of its pages, typed first, then spoken.
fn every_page_of_a_panel(size: (u32, u32)) {
    let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, size);
    let hand_in = Modifiers::COMMAND | Modifiers::CTRL;
    hand.key(Key::M, NONE);
    hand.key(Key::Enter, NONE);
    for (place, line) in ["Ana Lima", "Ben Otte"].into_iter().enumerate() {
        if place > 0 {
            hand.key(Key::Enter, NONE);
        }
        hand.write(line);
    }
    let missing = hand.picture("panel-set-up-missing");
    hand.key(Key::Tab, NONE);
    hand.write("Mara");
    hand.key(Key::Enter, NONE);
    hand.write("Tom");
    let complete = hand.picture("panel-set-up");
    check_screen(&complete, 0.3..0.8);
    assert!(share(&missing, CORAL) < share(&complete, CORAL), "there is nothing to do next");
    hand.key(Key::Enter, hand_in);
    hand.frames(20);
    check_stage(&hand.picture("panel-ready"));
    hand.key(Key::Enter, NONE);
    hand.pass(3.0);
    hand.write(ANSWER);
    check_stage(&hand.picture("panel-typed"));
    hand.key(Key::Enter, hand_in);
    check_stage(&hand.picture("panel-own-level"));
    hand.key(Key::Num5, NONE);
    check_stage(&hand.picture("panel-hand-over"));
    hand.key(Key::Enter, NONE);
    hand.picture("panel-rating-open");
    hand.key(Key::Num2, NONE);
    hand.write("“We closed 7 of 10 deals”, and nothing of who did it.");
    check_screen(&hand.picture("panel-rating"), 0.3..0.8);
    hand.key(Key::Enter, hand_in);
    hand.key(Key::Enter, NONE);
    hand.key(Key::Num4, NONE);
    hand.write("They ran the pilot themselves and named the result.");
    hand.key(Key::Enter, hand_in);
    check_screen(&hand.picture("panel-side-by-side"), 0.3..0.8);
    hand.key(Key::C, NONE);
    hand.picture("panel-change");
    hand.key(Key::Escape, NONE);
    hand.key(Key::Enter, NONE);
    // From here on they speak.
    hand.key(Key::F3, NONE);
    hand.pass(3.0);
    hand.write("churn at 15 %, enterprise");
    hand.key(Key::Num1, hand_in);
    hand.key(Key::Enter, NONE);
    hand.write("dug into the data herself");
    hand.key(Key::Num3, hand_in);
    hand.key(Key::Enter, NONE);
    hand.write("no word of what came of it");
    hand.key(Key::F8, NONE);
    hand.pass(4.0);
    check_stage(&hand.picture("panel-notes"));
    hand.key(Key::Enter, hand_in);
    hand.key(Key::Enter, NONE);
    hand.key(Key::Enter, NONE);
    hand.key(Key::Num3, NONE);
    hand.picture("panel-rating-spoken");
    hand.key(Key::Enter, hand_in);
    hand.key(Key::Enter, NONE);
    hand.key(Key::Num3, NONE);
    hand.key(Key::Enter, hand_in);
    hand.picture("panel-side-by-side-spoken");
    hand.key(Key::Escape, NONE);
    hand.picture("panel-break");
    hand.key(Key::F, NONE);
    check_screen(&hand.picture("panel-end"), 0.3..0.85);
}

#[test]
fn every_page_of_a_mock_panel_has_its_picture() {
    if can_draw() {
        for size in [(960, 600), (1280, 720), (1920, 1080)] {
            every_page_of_a_panel(size);
        }
    }
}
