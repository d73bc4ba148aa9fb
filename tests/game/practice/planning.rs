//! The briefing: when the panel is, and which questions are asked this time.

use std::cell::RefCell;

use bevy_egui::egui::{Key, accesskit::Role};
use egui_kittest::{Harness, kittest::Queryable};
use hotseat::{
    game::{
        screens::briefing::{
            BriefingAction, PlanView, briefing_ui,
            choices::Choices,
            when::{PanelDecision, PanelEntry, panel_entry_ui},
        },
        settings::Presentation,
    },
    interview::{practice::day::Day, scoring::Story, session::Settings},
};

use crate::panels::{panel, scenario};

fn day(text: &str) -> Day {
    Day::parse(text).expect("a date")
}

fn steps<A>(harness: &mut Harness<'_, A>) {
    (0..3).for_each(|_| harness.step());
}

fn plan(panel: Option<&str>, weak: &[&str]) -> PlanView {
    PlanView {
        today: day("2026-11-16"),
        panel: panel.map(day),
        minutes: 20,
        weak: weak.iter().map(|id| (*id).to_owned()).collect(),
    }
}

#[test]
fn the_briefing_asks_for_the_day_of_the_panel_and_says_it() {
    let scenario = scenario();
    for (view, said) in [
        (plan(None, &[]), "When is your panel?"),
        (plan(Some("2026-11-16"), &[]), "Your panel is today"),
        (plan(Some("2026-11-17"), &[]), "Your panel is tomorrow · 20 min a day"),
        (plan(Some("2026-12-04"), &[]), "4 December 2026, in 18 days · 20 min a day"),
    ] {
        let mut choices = Choices::new(Settings::default());
        let mut harness = panel(|ui| {
            briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&view))
        });
        harness.get_by_label(said).click();
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(BriefingAction::When), "{said}");
    }
    let view = plan(None, &[]);
    let mut choices = Choices::new(Settings::default());
    let mut harness = panel(|ui| {
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&view))
    });
    harness.key_press(Key::D);
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(BriefingAction::When));
}

fn entry(day_of_panel: Option<&str>) -> RefCell<PanelEntry> {
    RefCell::new(PanelEntry::new(day_of_panel.map(day), 20, day("2026-11-16")))
}

#[test]
fn a_day_is_typed_and_kept_by_enter() {
    let entry = entry(None);
    let mut harness = panel(|ui| panel_entry_ui(ui, &mut entry.borrow_mut()));
    steps(&mut harness);
    harness.get_by_role(Role::TextInput).type_text("2026-12-04");
    steps(&mut harness);
    harness.get_by_label("In 18 days.");
    harness.get_by_label("December 2026");
    harness.key_press(Key::Enter);
    steps(&mut harness);
    let kept = PanelDecision::Keep(Some(day("2026-12-04")), 20);
    assert_eq!(harness.state(), &Some(kept));
}

#[test]
fn a_day_is_picked_from_the_calendar_and_minutes_beside_it() {
    let entry = entry(None);
    let mut harness = panel(|ui| panel_entry_ui(ui, &mut entry.borrow_mut()));
    harness.get_by_label("Month after").click();
    steps(&mut harness);
    harness.get_by_label("4 December 2026").click();
    steps(&mut harness);
    harness.get_by_label("45").click();
    steps(&mut harness);
    harness.get_by_label("Keep").click();
    steps(&mut harness);
    let kept = PanelDecision::Keep(Some(day("2026-12-04")), 45);
    assert_eq!(harness.state(), &Some(kept));
}

#[test]
fn a_day_that_has_passed_or_is_none_is_not_kept() {
    for (written, said) in [
        ("2026-11-15", "15 November 2026 has passed."),
        ("4.12.2026", "Write it as 2026-11-30, or pick a day."),
    ] {
        let entry = entry(None);
        let mut harness = panel(|ui| panel_entry_ui(ui, &mut entry.borrow_mut()));
        steps(&mut harness);
        harness.get_by_role(Role::TextInput).type_text(written);
        steps(&mut harness);
        harness.get_by_label(said);
        harness.key_press(Key::Enter);
        steps(&mut harness);
        assert_eq!(harness.state(), &None, "{written}");
        harness.key_press(Key::Escape);
        steps(&mut harness);
        assert_eq!(harness.state(), &Some(PanelDecision::Leave));
    }
}

#[test]
fn a_panel_can_be_without_a_date() {
    let entry = entry(Some("2026-12-04"));
    let mut harness = panel(|ui| panel_entry_ui(ui, &mut entry.borrow_mut()));
    harness.get_by_label("No date").click();
    steps(&mut harness);
    assert_eq!(harness.state(), &Some(PanelDecision::Keep(None, 20)));
}

#[test]
fn sections_and_single_questions_are_left_out_and_none_at_all_begins_nothing() {
    let scenario = scenario();
    let choices = RefCell::new(Choices::new(Settings { seed: 7, ..Settings::default() }));
    choices.borrow_mut().story = Some(Story::This);
    let mut harness = panel(|ui| {
        let mut choices = choices.borrow_mut();
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), None)
    });
    let section = &scenario.sections()[0];
    let count = section.questions.len();
    harness.get_by_label(&format!("{}: {count} questions", section.title)).click();
    steps(&mut harness);
    let of = scenario.questions().len();
    harness.get_by_label(&format!("Begin with {} questions", of - count));
    assert!(harness.query_by_label(&scenario.questions()[0].text).is_none(), "sections come first");
    harness.key_press(Key::Q);
    steps(&mut harness);
    harness.get_by_label(&scenario.questions()[0].text).click();
    steps(&mut harness);
    let only = choices.borrow().only(&scenario).expect("one is left out");
    assert_eq!((only.len(), only.contains(&scenario.questions()[0].id)), (of - count + 1, true));
    assert!(!only.contains(&scenario.questions()[1].id));
    for question in scenario.questions() {
        choices.borrow_mut().ask(&scenario, &question.id, false);
    }
    steps(&mut harness);
    harness.get_by_label("Choose a question first");
    harness.key_press(Key::Enter);
    steps(&mut harness);
    assert_eq!(harness.state(), &None);
    harness.get_by_label("All").click();
    steps(&mut harness);
    assert_eq!(choices.borrow().only(&scenario), None);
}

#[test]
fn only_the_weak_ones_are_asked_for_at_a_key() {
    let scenario = scenario();
    let weak = [scenario.questions()[2].id.as_str(), scenario.questions()[5].id.as_str()];
    let view = plan(None, &weak);
    let choices = RefCell::new(Choices::new(Settings::default()));
    choices.borrow_mut().story = Some(Story::This);
    let mut harness = panel(|ui| {
        let mut choices = choices.borrow_mut();
        briefing_ui(ui, &scenario, &mut choices, &mut Presentation::default(), Some(&view))
    });
    harness.key_press(Key::W);
    steps(&mut harness);
    assert_eq!(choices.borrow().only(&scenario).as_deref(), Some(&weak.map(str::to_owned)[..]));
    harness.key_press(Key::W);
    steps(&mut harness);
    assert_eq!(choices.borrow().only(&scenario), None, "the key leads back");
    harness.get_by_label("Only weak").click();
    steps(&mut harness);
    harness.get_by_label("Begin with 2 questions");
}
