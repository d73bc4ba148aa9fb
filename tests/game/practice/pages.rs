//! The pages of the practice by their labels, by mouse and by keys.

use std::cell::RefCell;

use bevy_egui::egui::{Key, Ui};
use egui_kittest::{Harness, kittest::Queryable};
use hotseat::{
    game::{
        practice::pages::{OpenPage, PracticePage},
        screens::{
            feedback::{FeedbackView, feedback_ui},
            practice::{PracticeAction, PracticePlace, ProgressPart, practice_ui},
            title::{TitleAction, title_ui},
            today::TodayView,
        },
        session::Intent,
    },
    interview::scoring::Story,
    play::Today,
    storage::{clock::Clock, history::History},
};

use super::{EVENINGS, Tested, page, three_evenings};
use crate::panels::{panel, played, scenario, title_view};

fn steps<A>(harness: &mut Harness<'_, A>) {
    (0..3).for_each(|_| harness.step());
}

fn shown<'a>(
    open: &'a OpenPage,
    place: &'a RefCell<PracticePlace>,
) -> Harness<'a, Option<PracticeAction>> {
    panel(move |ui: &mut Ui| practice_ui(ui, open, &mut place.borrow_mut()))
}

#[test]
fn the_progress_of_a_question_stands_in_a_table_whose_rows_open_its_answers() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let open = page(folder.path(), PracticePage::Progress)?;
    let place = RefCell::default();
    let mut harness = shown(&open, &place);
    harness.get_by_label_contains("Plot of the levels, answer by answer: ");
    harness.get_by_label_contains("Plot of the time each answer took: ");
    harness.get_by_label_contains("Answer 1 of 16 November: level ").click();
    steps(&mut harness);
    let opened = Some(PracticeAction::Open(PracticePage::Attempt(1)));
    assert_eq!(harness.state(), &opened);
    harness.key_press(Key::ArrowDown);
    steps(&mut harness);
    assert_eq!(place.borrow().question, 1);
    harness.get_by_label_contains("Answer 1 of 16 November: level ").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Open(PracticePage::Attempt(2))));
    Ok(())
}

#[test]
fn a_point_of_the_plot_opens_its_answer() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let open = page(folder.path(), PracticePage::Progress)?;
    let place = RefCell::default();
    let mut harness = shown(&open, &place);
    let plot = harness.get_by_label_contains("Plot of the levels").rect();
    // Wherever on the plot the points are: a click next to one of them opens an attempt of this question.
    let mut opened = std::collections::BTreeSet::new();
    for column in 0..24 {
        for row in 0..12 {
            let share = bevy_egui::egui::vec2(
                plot.width() * (column as f32 + 0.5) / 24.0,
                plot.height() * (row as f32 + 0.5) / 12.0,
            );
            let at = plot.min + share;
            for pressed in [true, false] {
                harness.event(bevy_egui::egui::Event::PointerMoved(at));
                harness.event(bevy_egui::egui::Event::PointerButton {
                    pos: at,
                    button: bevy_egui::egui::PointerButton::Primary,
                    pressed,
                    modifiers: Default::default(),
                });
                harness.step();
            }
            harness.step();
            if let Some(PracticeAction::Open(PracticePage::Attempt(number))) = harness.state() {
                opened.insert(*number);
            }
        }
    }
    assert_eq!(opened.into_iter().collect::<Vec<_>>(), [1, 3, 5]);
    Ok(())
}

#[test]
fn each_part_of_the_progress_has_its_key_and_its_table() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let open = page(folder.path(), PracticePage::Progress)?;
    let place = RefCell::default();
    let mut harness = shown(&open, &place);
    for (key, part, said) in [
        (Key::S, ProgressPart::Sections, "1. Senior PM promotion panel: "),
        (Key::C, ProgressPart::Competencies, "Plot of the mean levels. "),
        (Key::D, ProgressPart::Days, "Thursday: 2 answers, "),
        (Key::Q, ProgressPart::Questions, "Plot of the levels, answer by answer: "),
    ] {
        harness.key_press(key);
        steps(&mut harness);
        assert_eq!(place.borrow().part, part);
        assert!(harness.query_all_by_label_contains(said).next().is_some(), "{part:?}");
    }
    for (key, wanted) in [(Key::Num2, PracticePage::Answers), (Key::Num3, PracticePage::Interviews)]
    {
        harness.key_press(key);
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(PracticeAction::Instead(wanted)));
    }
    harness.key_press(Key::Escape);
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Back));
    Ok(())
}

#[test]
fn an_answer_of_an_earlier_day_is_kept_compared_and_turned_by_keys() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let open = page(folder.path(), PracticePage::Attempt(3))?;
    let place = RefCell::default();
    let mut harness = shown(&open, &place);
    harness.get_by_label("Thursday · answer 2 of 3");
    for (key, action) in [
        (Key::K, PracticeAction::Keep(3, true)),
        (Key::C, PracticeAction::Open(PracticePage::Comparison(1, 3))),
        (Key::ArrowLeft, PracticeAction::Instead(PracticePage::Attempt(1))),
        (Key::ArrowRight, PracticeAction::Instead(PracticePage::Attempt(5))),
        (Key::Escape, PracticeAction::Back),
    ] {
        harness.key_press(key);
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(action), "{key:?}");
    }
    Ok(())
}

#[test]
fn two_answers_stand_side_by_side_with_what_came_and_what_went() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let open = page(folder.path(), PracticePage::Comparison(1, 5))?;
    let place = RefCell::default();
    let mut harness = shown(&open, &place);
    harness.get_by_label("What came");
    harness.get_by_label_contains("The level went from ");
    harness.get_by_label(super::WEAK);
    harness.get_by_label(super::STRONG);
    harness.key_press(Key::ArrowRight);
    steps(&mut harness);
    let turned = Some(PracticeAction::Instead(PracticePage::Comparison(3, 5)));
    assert_eq!(harness.state(), &turned);
    harness.get_by_label("Right: earlier").click();
    steps(&mut harness);
    let turned = Some(PracticeAction::Instead(PracticePage::Comparison(1, 3)));
    assert_eq!(harness.state(), &turned);
    Ok(())
}

#[test]
fn kept_answers_make_a_book() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let empty = page(folder.path(), PracticePage::Answers)?;
    let place = RefCell::default();
    shown(&empty, &place).get_by_label("No answer is kept yet");
    let (mut history, _) = History::open(folder.path())?;
    history.keep(5, Clock::at(EVENINGS[2])?.now())?;
    let open = page(folder.path(), PracticePage::Answers)?;
    let mut harness = shown(&open, &place);
    harness.get_by_label("Your story book: 1 answer");
    harness.get_by_label_contains("We closed 7 of 10 deals.");
    harness.get_by_label("Keep no longer").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Keep(5, false)));
    harness.get_by_label("Open").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Open(PracticePage::Attempt(5))));
    Ok(())
}

#[test]
fn an_earlier_interview_is_opened_by_its_date() -> Tested {
    let folder = tempfile::tempdir()?;
    three_evenings(folder.path())?;
    let list = page(folder.path(), PracticePage::Interviews)?;
    let place = RefCell::default();
    let mut harness = shown(&list, &place);
    harness.get_by_label("Senior PM promotion panel, Thursday: 2 answers").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Open(PracticePage::Interview(2))));
    let open = page(folder.path(), PracticePage::Interview(2))?;
    let mut harness = shown(&open, &place);
    harness.get_by_label("Against last time");
    harness.get_by_label_contains("Question 1: ").click();
    steps(&mut harness);
    assert_eq!(place.borrow().debrief.open, Some(0));
    harness.key_press(Key::Escape);
    steps(&mut harness);
    harness.key_press(Key::Escape);
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PracticeAction::Back));
    Ok(())
}

/// Today's practice of a folder on a day, as the title shows it.
fn today(folder: &std::path::Path, now: &str) -> Result<TodayView, Box<dyn std::error::Error>> {
    let (history, _) = History::open(folder)?;
    let today = Today::of(&history, Clock::at(now)?.today(), Story::This)?;
    Ok(TodayView::of(&today, today.next().as_ref()))
}

#[test]
fn the_title_says_what_today_s_practice_is_and_why() -> Tested {
    let folder = tempfile::tempdir()?;
    let scenario = scenario();
    let first = today(folder.path(), EVENINGS[0])?;
    assert!(first.is_first && first.questions.is_empty(), "{first:?}");
    three_evenings(folder.path())?;
    let view = today(folder.path(), "2026-11-26T19:00+01:00")?;
    assert!(view.headline.contains(" questions, about "), "{view:?}");
    assert!(view.questions.iter().any(|(_, why)| why.starts_with("was a ")), "{view:?}");
    let mut title = title_view(&scenario, "question 3 of 12");
    title.today = Some(view.clone());
    let mut harness = panel(|ui| title_ui(ui, &title));
    harness.get_by_label(&view.headline);
    harness.get_by_label(&view.questions[0].0);
    for (key, action) in [
        (Key::T, TitleAction::Practise),
        (Key::P, TitleAction::Progress),
        (Key::Enter, TitleAction::Enter),
    ] {
        harness.key_press(key);
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(action), "{key:?}");
    }
    harness.get_by_label("Practise today").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(TitleAction::Practise));
    let mut before = title_view(&scenario, "question 3 of 12");
    before.today = Some(first);
    let mut harness = panel(|ui| title_ui(ui, &before));
    assert!(harness.query_by_label("Practise today").is_none());
    harness.key_press(Key::T);
    steps(&mut harness);
    assert_eq!(harness.state(), &None, "there is nothing to begin with yet");
    Ok(())
}

#[test]
fn the_feedback_keeps_an_answer_where_there_is_a_history() {
    let session = played();
    let view = FeedbackView::of(&session, &session.attempts()[0], 1);
    let mut harness = panel(|ui| feedback_ui(ui, &view));
    assert!(harness.query_by_label("Keep as mine").is_none(), "nowhere to keep it");
    harness.key_press(Key::K);
    steps(&mut harness);
    assert_eq!(harness.state(), &None);
    for (kept, label) in [(false, "Keep as mine"), (true, "✓ My answer")] {
        let view = FeedbackView {
            kept: Some(kept),
            ..FeedbackView::of(&session, &session.attempts()[0], 1)
        };
        let mut harness = panel(|ui| feedback_ui(ui, &view));
        harness.get_by_label(label).click();
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(Intent::Keep(!kept)));
        harness.key_press(Key::K);
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(Intent::Keep(!kept)));
    }
}
