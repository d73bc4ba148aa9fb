//! Whose story is told, reading it first, and what is shown while one types in the live pace.

use std::cell::RefCell;

use bevy_egui::egui::{self, Key, Shape};
use egui_kittest::{Harness, kittest::Queryable};
use hotseat::{
    game::{
        answer::{sheet::Sheet, typed::Lamps},
        screens::{
            briefing::{BriefingAction, briefing_ui, choices::Choices},
            interview::{InterviewView, interview_ui},
            read_first::{ReadEnough, ReadingPlace, read_first_ui},
        },
        settings::Presentation,
        stage::layout::InterviewLayout,
        theme,
    },
    interview::{
        scoring::Story,
        session::{Pace, Settings},
    },
};

use crate::panels::{interview_view, panel, scenario};

const REHEARSE: &str =
    "Rehearse this story. Scored by this story's key points, and by how you tell it.";
const MY_OWN: &str = "Tell my own. Scored by how you tell it; the facts are yours.";

#[test]
fn nothing_begins_before_it_is_chosen_whose_story_is_told() {
    let scenario = scenario();
    let choices = RefCell::new(Choices::new(Settings { seed: 7, ..Settings::default() }));
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut Presentation::default(), None)
    });
    assert_eq!(choices.borrow().story, None);
    harness.get_by_label("Choose whose story first").click();
    harness.step();
    harness.step();
    assert_eq!(harness.state(), &None);
    assert!(harness.get_by_label(REHEARSE).is_focused(), "it leads to the choice");
    harness.get_by_label(MY_OWN).click();
    harness.step();
    harness.step();
    assert_eq!(choices.borrow().story, Some(Story::Own));
    harness.key_press(Key::Enter);
    harness.step();
    let settings = Settings { seed: 7, story: Story::Own, ..Settings::default() };
    assert_eq!(harness.state(), &Some(BriefingAction::Begin(settings)));
}

#[test]
fn the_story_is_chosen_by_keys_and_can_be_read_first() {
    let scenario = scenario();
    let choices = RefCell::new(Choices::new(Settings::default()));
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut Presentation::default(), None)
    });
    harness.key_press(Key::R);
    harness.step();
    assert_eq!(harness.state(), &Some(BriefingAction::Read));
    assert_eq!(choices.borrow().story, None, "reading chooses nothing");
    harness.get_by_label("Read it first").click();
    harness.step();
    harness.step();
    assert_eq!(choices.borrow().story, None, "the button is not its card");
    for story in [Story::This, Story::Own, Story::This] {
        harness.key_press(Key::S);
        harness.step();
        assert_eq!(choices.borrow().story, Some(story));
    }
}

#[test]
fn the_whole_story_is_read_section_by_section() {
    let scenario = scenario();
    let place = RefCell::new(ReadingPlace::default());
    let mut harness = panel(|ui| read_first_ui(ui, &scenario, &mut place.borrow_mut()));
    for (index, section) in scenario.sections().iter().enumerate() {
        assert_eq!(place.borrow().section, index);
        for question in &scenario.questions()[section.questions.clone()] {
            harness.get_by_label(&question.text);
            for paragraph in question.model.paragraph_texts() {
                harness.get_by_label(&paragraph);
            }
        }
        assert_eq!(harness.state(), &None);
        harness.key_press(Key::Enter);
        harness.step();
        harness.step();
    }
    assert_eq!(harness.state(), &Some(ReadEnough), "the last section leads back");
}

#[test]
fn a_section_is_opened_by_name_and_the_way_back_is_escape() {
    let scenario = scenario();
    let place = RefCell::new(ReadingPlace::default());
    let mut harness = panel(|ui| read_first_ui(ui, &scenario, &mut place.borrow_mut()));
    let title = scenario.sections()[2].title.as_str();
    harness.get_by_role_and_label(egui::accesskit::Role::Button, title).click();
    harness.step();
    harness.step();
    assert_eq!(place.borrow().section, 2);
    harness.key_press(Key::ArrowLeft);
    harness.step();
    assert_eq!(place.borrow().section, 1);
    harness.key_press(Key::Escape);
    harness.step();
    assert_eq!(harness.state(), &Some(ReadEnough));
}

/// Every text that was painted in the last frame.
fn painted<A>(harness: &Harness<'_, A>) -> Vec<String> {
    fn gather(shape: &Shape, texts: &mut Vec<String>) {
        match shape {
            Shape::Text(text) => texts.push(text.galley.text().to_owned()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    harness.output().shapes.iter().for_each(|shape| gather(&shape.shape, &mut texts));
    texts
}

#[test]
fn the_live_pace_shows_the_clock_and_no_part_of_the_answer() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    for parts in [true, false] {
        let view = InterviewView {
            lamps: parts.then_some(Lamps { asked: [true; 4], found: None }),
            ..interview_view(&layout, Sheet::Write)
        };
        let mut text = "We carried the maps and it went well, two of them were lost.".to_owned();
        let mut harness = panel(move |ui| interview_ui(ui, &view, &mut text, false));
        harness.step();
        let painted = painted(&harness);
        let shows = |what: &str| painted.iter().any(|text| text.contains(what));
        assert!(shows("0:00") && shows("spoken time"), "{painted:?}");
        for part in ["Situation", "Task", "Action", "Result", "figures"] {
            assert_eq!(shows(part), parts, "{part} in {painted:?}");
        }
    }
}

#[test]
fn parts_are_off_in_the_live_pace_until_they_are_asked_for() {
    let scenario = scenario();
    let choices = RefCell::new(Choices::new(Settings::default()));
    let presentation = RefCell::new(Presentation::default());
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices.borrow_mut(), &mut presentation.borrow_mut(), None)
    });
    assert!(presentation.borrow().shows_parts(Pace::Coach));
    assert!(!presentation.borrow().shows_parts(Pace::Live));
    assert!(harness.query_by_label("Show parts while I type").is_none(), "the coach shows them");
    harness.key_press(Key::P);
    harness.step();
    harness.step();
    harness.get_by_label("Show parts while I type").click();
    harness.step();
    harness.step();
    assert!(presentation.borrow().shows_parts(Pace::Live));
    harness.key_press(Key::T);
    harness.step();
    assert!(!presentation.borrow().shows_parts(Pace::Live));
}
