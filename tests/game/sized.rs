//! The texts of both scenes on screens of every size: nothing that is to be read is cut.

use bevy_egui::egui::{Key, Ui, Vec2, vec2};
use egui_kittest::kittest::Queryable;
use hotseat::{
    game::{
        answer::sheet::Sheet,
        screens::{
            briefing::{briefing_ui, choices::Choices},
            debrief::{DebriefView, Page, debrief_ui, opened::opened_ui},
            feedback::feedback_ui,
            interview::{
                InterviewView,
                fitting::{Content, fit},
                interview_ui,
                plates::PlateView,
                section::SectionView,
            },
            read_first::{ReadingPlace, read_first_ui},
            title::{TitleView, title_ui},
        },
        settings::Presentation,
        theme,
    },
    interview::{
        debrief::Debrief,
        scenario::Scenario,
        scoring::{Scorer, assessment::Level},
        session::{AnswerKind, Command, Pace, Probes, Session, Settings, Turn},
    },
    storage::scenarios,
};
use std::sync::Arc;

use crate::{
    panels::{interview_view, panel_at, title_view},
    reading::{Painted, WHOLE, feedback_view, painted},
};

const SIZES: [(f32, f32); 3] = [(960.0, 600.0), (1280.0, 720.0), (1920.0, 1080.0)];
const ANSWERS: [&str; 3] = [
    "I did it.",
    WHOLE,
    "We kind of talked about it and they were basically fine with it, and so we all agreed that it was good.",
];

fn scenes() -> [Scenario; 2] {
    let ward = concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron");
    [None, Some(ward)].map(|path| scenarios::load(path).expect("a scene that ships").scenario)
}

/// The size in points of a window of this size in pixels.
fn points((width, height): (f32, f32)) -> Vec2 {
    vec2(width, height) / theme::zoom_for(bevy::math::Vec2::new(width, height))
}

/// Asserts that no text of a screen is cut, at every size.
#[track_caller]
pub fn check_whole<A>(name: &str, draw: impl FnMut(&mut Ui) -> Option<A>) {
    check_whole_but(name, &[], draw);
}

/// The same, where these texts may be scrolled.
#[track_caller]
fn check_whole_but<A>(name: &str, scrolled: &[&str], mut draw: impl FnMut(&mut Ui) -> Option<A>) {
    for size in SIZES {
        let mut harness = panel_at(points(size), &mut draw);
        harness.step();
        for Painted { text, cut, clipped } in painted(&harness) {
            assert!(!cut, "{name} at {size:?}: `{text}` is cut");
            // What goes beyond its place elsewhere is scrolled.
            let may_be = !name.starts_with("interview") || scrolled.contains(&text.as_str());
            assert!(!clipped || may_be, "{name} at {size:?}: `{text}`");
        }
    }
}

#[test]
fn nothing_is_cut_before_the_interview() {
    for scenario in scenes() {
        let view = title_view(&scenario, "question 10 of 12");
        check_whole("title", |ui| title_ui(ui, &view));
        let mut choices = Choices::new(Settings { seed: 4711, ..Settings::default() });
        let mut presentation = Presentation::default();
        for pace in [Pace::Coach, Pace::Live] {
            choices.settings.pace = pace;
            check_whole("briefing", |ui| {
                briefing_ui(ui, &scenario, &mut choices, &mut presentation, None)
            });
        }
        for section in 0..scenario.sections().len() {
            let mut place = ReadingPlace::default();
            place.open(section);
            check_whole("the story", |ui| read_first_ui(ui, &scenario, &mut place));
        }
    }
}

#[test]
fn nothing_is_cut_while_a_question_is_answered() {
    for scenario in scenes() {
        let scenario = Arc::new(scenario);
        let scorer = Arc::new(Scorer::of(&scenario));
        for answers in [AnswerKind::Typed, AnswerKind::Picked] {
            let settings = Settings { answers, probes: Probes::Off, ..Settings::default() };
            let mut session = Session::new(Arc::clone(&scenario), Arc::clone(&scorer), settings);
            session.apply(Command::Begin).expect("it begins");
            while session.turn() == Turn::Answer {
                session.apply(Command::Hint).expect("a hint is there at any question");
                let (index, question) = session.current().expect("a question");
                let sheet = match answers {
                    AnswerKind::Typed => Sheet::Write,
                    AnswerKind::Picked => Sheet::Pick(
                        session.cards().into_iter().map(|card| card.text.as_str()).collect(),
                    ),
                };
                let mut text = String::new();
                // In a small window the faces stay free, and the cards are scrolled.
                let cards = match &sheet {
                    Sheet::Pick(cards) => cards.clone(),
                    _ => Vec::new(),
                };
                check_whole_but(&format!("interview, question {index}"), &cards, |ui| {
                    let content = Content {
                        panel: scenario.panel().len(),
                        caption: &question.text,
                        sheet: &sheet,
                        hint: session.hint(),
                        written: "",
                        still: true,
                    };
                    let layout = fit(ui, content);
                    let view = InterviewView {
                        section: SectionView {
                            number: (1, 6, &scenario.sections()[question.section].title),
                            progress: vec![true, false],
                        },
                        speaker: question.asked_by,
                        question: &question.text,
                        caption: &question.text,
                        plates: scenario.panel().iter().map(PlateView::of).collect(),
                        hint: session.hint(),
                        ..interview_view(&layout, sheet.clone())
                    };
                    interview_ui(ui, &view, &mut text, false)
                });
                session.apply(Command::Skip).expect("it can be skipped");
            }
        }
    }
}

#[test]
fn nothing_is_cut_after_an_answer() {
    for scenario in scenes() {
        let scenario = Arc::new(scenario);
        let scorer = Arc::new(Scorer::of(&scenario));
        let settings = Settings { probes: Probes::Off, ..Settings::default() };
        let mut session = Session::new(Arc::clone(&scenario), scorer, settings);
        session.apply(Command::Begin).expect("it begins");
        let mut answers = ANSWERS.iter().cycle();
        while session.turn() == Turn::Answer {
            let answer = answers.next().map_or("", |answer| answer).to_owned();
            for command in [Command::Answer(answer), Command::Rate(Some(Level::new(5)))] {
                session.apply(command).expect("it can be answered and rated");
            }
            let view = feedback_view(&session, false);
            check_whole(&format!("feedback on {}", view.question.id), |ui| feedback_ui(ui, &view));
            session.apply(Command::Continue).expect("it goes on");
        }
        let debrief = Debrief::of(&session);
        let mut page = Page::default();
        check_whole("debrief", |ui| {
            debrief_ui(ui, &DebriefView::of(&debrief, scenario.panel()), &mut page)
        });
        for place in 0..debrief.questions().count() {
            let mut copied = true;
            check_whole(&format!("question {place}, opened"), |ui| {
                opened_ui(ui, &debrief, &session, place, &mut copied)
            });
        }
    }
}

#[test]
fn what_has_to_be_cut_is_read_whole_and_shown_whole_to_the_keyboard() {
    let title = "The panel that decides about the position of ".repeat(8);
    let text = format!(
        "(version: 1, title: \"{title}\", panel: [(id: \"p\", title: \"CEO\", manner: Neutral)], sections: [(title: \
         \"One\", questions: [(id: \"q\", asked_by: \"p\", text: \"What did you change?\", model_answer: [[(Action, \
         \"I changed it all.\")]])])])"
    );
    let scenario = Scenario::from_ron(&text).expect("a scenario without faults");
    let view = TitleView {
        scenarios: vec!["one"],
        chosen: 0,
        scenario: &scenario,
        fault: None,
        kept: Vec::new(),
        looked_at: 0,
        today: None,
    };
    let mut harness = panel_at(theme::DESIGN, |ui| title_ui(ui, &view));
    let whole = |painted: &[Painted]| painted.iter().any(|p| p.text == scenario.title() && !p.cut);
    assert!(!whole(&painted(&harness)), "it fits");
    harness.get_by_label(scenario.title());
    harness.key_press(Key::Tab);
    (0..4).for_each(|_| harness.step());
    assert!(whole(&painted(&harness)), "the keyboard does not show it");
}
