//! The screens of practice at every size, as they are read, and in pictures.

use std::cell::RefCell;

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::{
        screens::{
            briefing::{
                PlanView, briefing_ui,
                choices::Choices,
                when::{PanelEntry, panel_entry_ui},
            },
            feedback::{FeedbackView, feedback_ui},
            practice::{PracticePlace, ProgressPart, practice_ui},
            title::title_ui,
            today::TodayView,
        },
        settings::Presentation,
        theme,
    },
    interview::{
        practice::day::Day,
        scoring::Story,
        session::{Probes, Settings, Turn},
    },
    play::Today,
    storage::{clock::Clock, history::History},
};

use super::{BETTER, EVENINGS, STRONG, Tested, every_page, three_evenings};
use crate::{
    panels::{panel_at, title_view},
    pictures::{built_in, can_draw, check_screen, check_stage},
    reading::{check_all_is_read, check_tab_order},
    sized::check_whole,
    sizes::{self, walk},
    stagehand::Stagehand,
};

const NONE: Modifiers = Modifiers::NONE;
const PARTS: [ProgressPart; 4] = [
    ProgressPart::Questions,
    ProgressPart::Sections,
    ProgressPart::Competencies,
    ProgressPart::Days,
];

fn place(part: ProgressPart) -> PracticePlace {
    PracticePlace { part, ..PracticePlace::default() }
}

/// What the title may say of today.
fn todays(folder: &std::path::Path) -> Result<Vec<TodayView>, Box<dyn std::error::Error>> {
    let empty = tempfile::tempdir()?;
    let of = |folder: &std::path::Path, minutes: u32| {
        let (mut history, _) = History::open(folder)?;
        history.set_minutes(minutes)?;
        let today = Today::of(&history, Clock::at("2026-11-26T19:00+01:00")?.today(), Story::This)?;
        Ok::<_, Box<dyn std::error::Error>>(TodayView::of(&today, today.next().as_ref()))
    };
    Ok(vec![of(empty.path(), 20)?, of(folder, 8)?, of(folder, 90)?, of(folder, 1)?])
}

#[test]
fn the_pages_of_practice_fit_every_size() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let mut faults = Vec::new();
    for (name, open) in every_page(folder.path())? {
        for part in PARTS.into_iter().take(if name == "progress" { 4 } else { 1 }) {
            faults.extend(walk(&format!("{name}, {part:?}"), |ui| {
                practice_ui(ui, &open, &mut place(part));
            }));
        }
    }
    for today in todays(folder.path())? {
        let scenario = built_in().scenario;
        let mut title = title_view(&scenario, "question 3 of 12");
        title.today = Some(today.clone());
        faults.extend(walk(&format!("the title, {}", today.headline), |ui| {
            title_ui(ui, &title);
        }));
    }
    let scenario = built_in().scenario;
    let weak = vec![scenario.questions()[0].id.clone()];
    let day = |text| Day::parse(text).expect("a date");
    let plan =
        PlanView { today: day("2026-11-16"), panel: Some(day("2026-12-24")), minutes: 20, weak };
    let mut choices = Choices::new(Settings::default());
    choices.ask(&scenario, &scenario.questions()[3].id, false);
    faults.extend(walk("the briefing with its plan", |ui| {
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&plan));
    }));
    choices.by_question = true;
    faults.extend(walk("the briefing question by question", |ui| {
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&plan));
    }));
    let mut entry = PanelEntry::new(plan.panel, 25, plan.today);
    faults.extend(walk("the day of the panel", |ui| {
        panel_entry_ui(ui, &mut entry);
    }));
    let session = sizes::played(scenario.clone());
    let attempt = &session.attempts()[0];
    let feedback = FeedbackView { kept: Some(false), ..FeedbackView::of(&session, attempt, 1) };
    faults.extend(walk("the feedback that can be kept", |ui| {
        feedback_ui(ui, &feedback);
    }));
    sizes::check(faults);
    Ok(())
}

#[test]
fn nothing_is_cut_on_the_pages_of_practice() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    for (name, open) in every_page(folder.path())? {
        for part in PARTS.into_iter().take(if name == "progress" { 4 } else { 1 }) {
            check_whole(name, |ui| practice_ui(ui, &open, &mut place(part)));
        }
    }
    let scenario = built_in().scenario;
    for today in todays(folder.path())? {
        let mut title = title_view(&scenario, "question 3 of 12");
        title.today = Some(today);
        check_whole("title", |ui| title_ui(ui, &title));
    }
    let plan = PlanView {
        today: Day::parse("2026-11-16")?,
        panel: Some(Day::parse("2026-12-24")?),
        minutes: 20,
        weak: vec![scenario.questions()[0].id.clone()],
    };
    let mut choices = Choices::new(Settings::default());
    check_whole("briefing", |ui| {
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&plan))
    });
    Ok(())
}

#[test]
fn what_is_seen_of_practice_is_read_and_gone_through_in_order() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    for (name, open) in every_page(folder.path())? {
        for part in PARTS.into_iter().take(if name == "progress" { 4 } else { 1 }) {
            let place = RefCell::new(place(part));
            let mut harness =
                panel_at(theme::DESIGN, |ui| practice_ui(ui, &open, &mut place.borrow_mut()));
            harness.step();
            check_all_is_read(&harness);
            if name != "an interview" {
                check_tab_order(&mut harness);
            }
        }
    }
    let scenario = built_in().scenario;
    let mut title = title_view(&scenario, "question 3 of 12");
    title.today = todays(folder.path())?.pop();
    let mut harness = panel_at(theme::DESIGN, |ui| title_ui(ui, &title));
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
    let mut entry = PanelEntry::new(None, 20, Day::parse("2026-11-16")?);
    let harness = panel_at(theme::DESIGN, |ui| panel_entry_ui(ui, &mut entry));
    check_all_is_read(&harness);
    Ok(())
}

/// The game on an evening, with what lies in a folder.
fn evening(
    folder: &std::path::Path,
    now: &str,
    size: (u32, u32),
) -> Result<Stagehand, Box<dyn std::error::Error>> {
    let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open_at(Clock::at(now)?, Some(folder), built_in(), settings, size);
    hand.until_read();
    hand.pass(0.6);
    Ok(hand)
}

/// Answers the question that is asked, and says what it is worth.
fn answer(hand: &mut Stagehand, words: &str, own: Key) {
    hand.key(Key::Enter, NONE);
    hand.key(Key::Enter, NONE);
    hand.pass(0.6);
    hand.write(words);
    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    hand.frames(4);
    assert_eq!(hand.session().turn(), Turn::Rate);
    hand.key(own, NONE);
    hand.until_read();
}

#[test]
fn two_evenings_are_played_in_pictures() -> Tested {
    if !can_draw() {
        return Ok(());
    }
    let (folder, size) = (tempfile::tempdir()?, (1280, 720));
    let mut hand = evening(folder.path(), EVENINGS[0], size)?;
    let first = hand.picture("practice-title-first");
    check_screen(&first, 0.1..0.6);
    check_stage(&first);
    hand.key(Key::Enter, NONE);
    hand.key(Key::D, NONE);
    hand.write("2026-12-04");
    hand.key(Key::Enter, NONE);
    hand.until_read();
    hand.picture("practice-briefing-dated");
    hand.key(Key::Enter, NONE);
    for words in [BETTER, "We talked about it and it was fine."] {
        answer(&mut hand, words, Key::Num3);
    }
    hand.key(Key::K, NONE);
    hand.until_read();
    check_screen(&hand.picture("practice-kept"), 0.3..0.8);
    hand.key(Key::Escape, NONE);
    hand.key(Key::F, NONE);
    hand.until_read();
    check_screen(&hand.picture("practice-debrief"), 0.3..0.8);
    drop(hand);

    let mut hand = evening(folder.path(), EVENINGS[1], size)?;
    let due = hand.picture("practice-title-due");
    check_stage(&due);
    assert!(due != first, "nothing is due");
    hand.key(Key::T, NONE);
    hand.frames(4);
    assert_eq!(hand.session().turn(), Turn::Answer, "one key begins it");
    let asked = hand.session().plan().len();
    assert!((1..=5).contains(&asked), "{asked} questions");
    while hand.session().turn() == Turn::Answer {
        answer(&mut hand, STRONG, Key::Num4);
        hand.key(Key::Enter, NONE);
        hand.frames(4);
    }
    assert_eq!(hand.session().turn(), Turn::Over);
    hand.until_read();
    hand.key(Key::Enter, NONE);
    hand.until_read();
    let done = hand.picture("practice-title-done");
    hand.key(Key::P, NONE);
    hand.until_read();
    assert!(hand.picture("practice-progress") != done, "the progress does not open");
    Ok(())
}

#[test]
fn every_page_of_practice_is_shown_in_pictures() -> Tested {
    if !can_draw() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    every_page(folder.path())?;
    for size in [(1280, 720), (1920, 1080), (960, 600)] {
        let mut hand = evening(folder.path(), "2026-11-26T19:00+01:00", size)?;
        check_stage(&hand.picture("practice-title-many"));
        hand.key(Key::Enter, NONE);
        hand.key(Key::Q, NONE);
        hand.key(Key::W, NONE);
        hand.picture("practice-briefing-weak");
        hand.key(Key::D, NONE);
        check_screen(&hand.picture("practice-day"), 0.05..0.6);
        hand.key(Key::Escape, NONE);
        hand.key(Key::Escape, NONE);
        hand.until_read();
        hand.key(Key::P, NONE);
        hand.until_read();
        let mut last = hand.picture("practice-progress-many");
        for (key, name) in [
            (Key::S, "practice-sections"),
            (Key::C, "practice-competencies"),
            (Key::D, "practice-days"),
            (Key::Num2, "practice-answers"),
            (Key::Num3, "practice-interviews"),
        ] {
            hand.key(key, NONE);
            hand.until_read();
            let shown = hand.picture(name);
            assert!(shown != last, "{name} does not open");
            last = shown;
        }
    }
    Ok(())
}

#[test]
fn an_answer_and_two_of_them_are_shown_in_pictures() -> Tested {
    if !can_draw() {
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    for size in [(1280, 720), (1920, 1080), (960, 600)] {
        let clock = Clock::at(EVENINGS[2])?;
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut hand = Stagehand::open_at(clock, Some(folder.path()), built_in(), settings, size);
        hand.until_read();
        hand.key(Key::P, NONE);
        hand.until_read();
        hand.key(Key::Enter, NONE);
        hand.until_read();
        check_screen(&hand.picture("practice-answer"), 0.3..0.9);
        hand.key(Key::C, NONE);
        hand.until_read();
        hand.picture("practice-comparison");
        hand.key(Key::Escape, NONE);
        hand.until_read();
        hand.key(Key::Escape, NONE);
        hand.until_read();
    }
    Ok(())
}
