//! The screens as a screen reader goes through them: everything that is to be seen, in order, and nothing below a card.

use bevy_egui::egui::{
    self, Key, Modifiers, PointerButton, Rect, Shape, Vec2,
    accesskit::{Live, Role},
};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT, Queryable},
};
use hotseat::{
    game::{
        answer::sheet::Sheet,
        bringing::BringPage,
        screens::{
            briefing::{briefing_ui, choices::Choices},
            bringing::{understood::understood_ui, ways::ways_ui},
            debrief::{DebriefView, Page, debrief_ui, opened::opened_ui},
            feedback::{FeedbackView, feedback_ui},
            interview::{InterviewView, clock::ClockView, interview_ui},
            read_first::{ReadingPlace, read_first_ui},
            title::title_ui,
        },
        settings::Presentation,
        stage::layout::InterviewLayout,
        theme,
    },
    interview::{
        debrief::Debrief,
        scenario::Scenario,
        scoring::{Scorer, assessment::Level},
        session::{AnswerKind, Command, Pace, Probes, Session, Settings},
        transcript::edits::Edits,
    },
    storage::scenarios,
};
use std::sync::Arc;

use crate::bringing::{LIST, TALK, TWO, WAYS, understood, view};
use crate::panels::{interview_view, panel, panel_at, title_view};

/// A node as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    role: Role,
    text: String,
    key: String,
    live: Live,
    focused: bool,
    /// What stands in a field that has a name, and what is asked for where nothing does.
    written: String,
}

/// What is read of a screen, in reading order.
pub fn read<A>(harness: &Harness<'_, A>) -> Vec<Said> {
    let mut said = Vec::new();
    read_below(&harness.root(), &mut said);
    said
}

fn read_below(node: &Node<'_>, said: &mut Vec<Said>) {
    let reads = node.accesskit_node();
    if reads.is_hidden() {
        return;
    }
    let text = reads.label().or_else(|| reads.value()).unwrap_or_default();
    let role = reads.role();
    if !matches!(role, Role::GenericContainer | Role::Window | Role::TextRun)
        && (!text.is_empty() || reads.is_focused())
    {
        let key = reads.data().keyboard_shortcut().unwrap_or_default().to_owned();
        let data = reads.data();
        let written = data.label().and(data.value().filter(|value| !value.is_empty()));
        let written = written.or(data.placeholder()).unwrap_or_default().to_owned();
        let (live, focused) = (reads.live(), reads.is_focused());
        said.push(Said { role, text, key, live, focused, written });
    }
    node.children().for_each(|child| read_below(&child, said));
}

fn texts(said: &[Said]) -> Vec<&str> {
    said.iter().map(|said| said.text.as_str()).collect()
}

/// Asserts that these texts are read one after the other, whatever stands between.
#[track_caller]
pub fn check_in_order(said: &[Said], wanted: &[&str]) {
    let mut rest = said.iter();
    for wanted in wanted {
        assert!(
            rest.any(|said| said.text.contains(wanted)),
            "`{wanted}` is not read, or not in its place: {:#?}",
            texts(said)
        );
    }
}

#[track_caller]
pub fn check_heading(said: &[Said], heading: &str) {
    let found = said.iter().find(|said| said.text == heading);
    assert_eq!(found.map(|said| said.role), Some(Role::Heading), "{heading}");
}

/// A text that is to be seen.
#[derive(Debug)]
pub struct Painted {
    pub text: String,
    /// Whether it ends with an ellipsis for want of room.
    pub cut: bool,
    /// Whether it goes beyond what shows it.
    pub clipped: bool,
}

/// Every text that is to be seen.
pub fn painted<A>(harness: &Harness<'_, A>) -> Vec<Painted> {
    fn collect(shape: &Shape, clip: Rect, into: &mut Vec<Painted>) {
        match shape {
            Shape::Text(shape) => {
                let place = shape.galley.rect.translate(shape.pos.to_vec2());
                into.push(Painted {
                    text: shape.galley.job.text.clone(),
                    cut: shape.galley.elided,
                    clipped: !clip.expand(1.0).contains_rect(place),
                });
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, clip, into)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for clipped in &harness.output().shapes {
        collect(&clipped.shape, clipped.clip_rect, &mut texts);
    }
    texts
}

/// A text without what stands for a word in it: the letters behind the sentences of an answer.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !["S", "T", "A", "R"].contains(word));
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Asserts that what is seen is read: letters and numbers that stand for a word beside them left out.
#[track_caller]
pub fn check_all_is_read<A>(harness: &Harness<'_, A>) {
    let said = read(harness);
    let heard: Vec<_> = said
        .iter()
        .flat_map(|said| {
            let text = said.text.replace('⏎', "Enter");
            [plain(&text), plain(&said.key), plain(&said.written)]
        })
        .collect();
    for Painted { text, .. } in painted(harness) {
        let seen = plain(&text.replace("Ctrl ", "Ctrl+").replace('⏎', "Enter"));
        let a_word = seen.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let is_heard = heard.iter().any(|heard| heard.contains(&seen));
        assert!(!a_word || is_heard, "`{text}` is seen and not read: {:#?}", texts(&said));
    }
}

/// Asserts that Tab goes through what can be pressed in the order in which it is read.
#[track_caller]
pub fn check_tab_order<A>(harness: &mut Harness<'_, A>) {
    let pressed = |said: &Said| {
        matches!(
            said.role,
            Role::Button
                | Role::CheckBox
                | Role::RadioButton
                | Role::TextInput
                | Role::MultilineTextInput
        )
    };
    let in_order: Vec<_> = read(harness).into_iter().filter(pressed).map(|s| s.text).collect();
    let start = read(harness).into_iter().filter(pressed).position(|said| said.focused);
    let start = start.map_or(0, |at| at + 1);
    for step in 0..in_order.len() {
        harness.key_press(Key::Tab);
        harness.step();
        harness.step();
        let on = read(harness).into_iter().find(|said| said.focused).map(|said| said.text);
        let wanted = &in_order[(start + step) % in_order.len()];
        assert_eq!(on.as_ref(), Some(wanted), "after {step} steps through {in_order:?}");
    }
}

pub fn scenario() -> Scenario {
    scenarios::load(None).expect("the built-in scenario loads").scenario
}

const ANSWER: &str =
    "I noticed our enterprise customers were churning at 15% and proposed we target Operations.";

pub const WHOLE: &str = "About eight months ago we lost customers at 15% a year. I dug into the data, found that we \
    sold to IT while Operations used it, and proposed another segment. I ran a pilot with ten of them for 90 days. As a \
    result we closed 7 of 10 deals.";

/// A session whose first question was answered and rated.
pub fn played(scenario: Scenario, answer: &str) -> Session {
    let scenario = Arc::new(scenario);
    let scorer = Arc::new(Scorer::of(&scenario));
    let log =
        [Command::Begin, Command::Answer(answer.to_owned()), Command::Rate(Some(Level::new(3)))];
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    Session::replay(scenario, scorer, settings, log).expect("a play that fits")
}

pub fn feedback_view(session: &Session, paused: bool) -> FeedbackView<'_> {
    let attempt = session.attempts().last().expect("an answer");
    FeedbackView { paused, ..FeedbackView::of(session, attempt, 1) }
}

#[test]
fn the_title_is_read_in_order() {
    let scenario = scenario();
    let view = title_view(&scenario, "question 3 of 12");
    let mut harness = panel(|ui| title_ui(ui, &view));
    let said = read(&harness);
    check_in_order(
        &said,
        &["Hot Seat", scenario.title(), "Next interview", "question 3 of 12", "Take a seat"],
    );
    check_heading(&said, "Hot Seat");
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn the_briefing_is_read_in_order() {
    let scenario = scenario();
    let mut choices = Choices::new(Settings { seed: 7, pace: Pace::Live, ..Settings::default() });
    let mut presentation = Presentation::default();
    let mut harness = panel(|ui| briefing_ui(ui, &scenario, &mut choices, &mut presentation, None));
    let said = read(&harness);
    check_in_order(
        &said,
        &[
            "Briefing",
            scenario.title(),
            "Across the table",
            "VP Product",
            "cares about impact",
            "What they ask",
            "Strategic Thinking & Vision: 2 questions",
            "Whose story will you tell? Choose one.",
            "Rehearse this story. Scored by this story's key points",
            "Read it first",
            "Tell my own. Scored by how you tell it",
            "Pace",
            "Coach",
            "Show parts while I type",
            "Seed",
            "Back",
            "Choose whose story first",
        ],
    );
    check_heading(&said, scenario.title());
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn the_interview_is_read_in_order_and_a_question_is_announced() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = InterviewView {
        question: "What did you change in the end?",
        caption: "What did you",
        hint: Some("Name one number."),
        clock: ClockView { spoken: 65, aim: 90 },
        ..interview_view(&layout, Sheet::Write)
    };
    let mut text = "I did it".to_owned();
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text, false));
    let said = read(&harness);
    check_in_order(
        &said,
        &[
            "Section 1 of 6: Execution",
            "VP Product",
            "What did you change in the end?",
            "1:05 spoken time of your answer · aim 1:30",
            "Break",
            "VP Product",
            "cares about impact",
            "CTO",
            "cares about depth",
            "Name one number.",
            "Situation: not yet",
            "Task: not yet",
            "3 words",
            "Skip",
            "Hint",
            "Answer",
        ],
    );
    check_heading(&said, "Section 1 of 6: Execution");
    let question = said.iter().find(|said| said.text == view.question).expect("the question");
    assert_eq!(question.live, Live::Polite);
    assert!(said.iter().any(|said| said.text == "Break" && said.key == "Esc"));
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn one_s_own_rating_and_the_cards_are_read_in_order() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 318.0, 92.0);
    for sheet in [
        Sheet::Rate,
        Sheet::Pick(vec!["First.", "Second.", "Third."]),
        Sheet::Return(vec![(0, "Why did you?"), (3, "And then?")]),
    ] {
        let view = interview_view(&layout, sheet);
        let mut text = String::new();
        let mut harness = panel(|ui| interview_ui(ui, &view, &mut text, false));
        check_all_is_read(&harness);
        check_tab_order(&mut harness);
    }
}

#[test]
fn the_feedback_is_read_in_order() {
    let session = played(scenario(), ANSWER);
    let view = feedback_view(&session, false);
    let mut harness = panel_at(theme::DESIGN, |ui| feedback_ui(ui, &view));
    let said = read(&harness);
    let assessment = &view.attempt.assessment;
    let level = assessment.judged_level().expect("a level").number();
    let level = format!("Level {level} of 5, by words alone");
    let step = assessment.next_step.as_ref().expect("one change");
    let mut wanted = vec![
        "asked by VP Product",
        &view.question.text,
        &level,
        "you said 3",
        &assessment.anchor,
        "One change",
        &step.sentence,
        "Your answer",
        ANSWER,
        "of 100",
        "Model response",
    ];
    let points: Vec<_> = assessment
        .key_points
        .iter()
        .map(|point| format!("{}: {}", point.coverage.in_words(), point.text))
        .collect();
    wanted.extend(points.iter().map(String::as_str));
    wanted.extend(["Answer again", "Break", "Next question"]);
    check_in_order(&said, &wanted);
    check_heading(&said, &view.question.text);
    check_heading(&said, "Your answer");
    check_heading(&said, "Model response");
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn the_debrief_is_read_in_order() {
    let scenario = scenario();
    let strong = scenario.questions()[0].cards.iter().find(|card| card.weaker_because.is_none());
    let strong = strong.expect("there are cards").text.clone();
    let session = played(scenario, &strong);
    let debrief = Debrief::of(&session);
    let panelists = session.scenario().panel();
    let mut page = Page::default();
    let mut harness = panel(|ui| debrief_ui(ui, &DebriefView::of(&debrief, panelists), &mut page));
    let said = read(&harness);
    let next = debrief.next.as_ref().expect("a next step");
    let mut wanted = vec!["questions answered", "Question by question"];
    wanted.extend(debrief.sections.iter().map(|section| section.title.as_str()));
    wanted.extend(["Your next step", next.step.sentence.as_str(), next.text.as_str()]);
    let votes: Vec<_> = debrief
        .panel
        .iter()
        .map(|verdict| {
            let quote = verdict.quote.as_ref().map(|(_, quote)| quote.as_str());
            (format!("{}: {}", verdict.title, verdict.vote.name()), quote, &verdict.sentence)
        })
        .collect();
    assert!(votes.iter().any(|(_, quote, _)| quote.is_some()), "nobody quotes");
    for (vote, quote, sentence) in &votes {
        wanted.push(vote);
        wanted.extend(quote);
        wanted.push(sentence);
    }
    wanted.extend(["Play it again", "Copy", "Done"]);
    check_in_order(&said, &wanted);
    assert!(said.iter().any(|said| said.role == Role::Heading), "no heading");
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn the_story_is_read_in_order_before_it_is_rehearsed() {
    let scenario = scenario();
    let mut place = ReadingPlace::default();
    let mut harness = panel(|ui| read_first_ui(ui, &scenario, &mut place));
    let said = read(&harness);
    let mut wanted = vec!["Read it first", scenario.title()];
    wanted.extend(scenario.sections().iter().map(|section| section.title.as_str()));
    let section = &scenario.sections()[0];
    wanted.push(&section.title);
    let questions = &scenario.questions()[section.questions.clone()];
    let paragraphs: Vec<_> =
        questions.iter().map(|question| question.model.paragraph_texts()).collect();
    for (question, paragraphs) in questions.iter().zip(&paragraphs) {
        wanted.push(&question.text);
        wanted.extend(paragraphs.iter().map(String::as_str));
    }
    wanted.extend(["Back", "Next section"]);
    check_in_order(&said, &wanted);
    check_heading(&said, scenario.title());
    check_heading(&said, &questions[0].text);
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn the_ways_to_bring_an_interview_are_read_in_order() {
    let mut page = BringPage::default();
    let mut harness = panel(|ui| ways_ui(ui, &WAYS, &mut page));
    let said = read(&harness);
    check_in_order(
        &said,
        &[
            "Bring an interview",
            "Bring what you have",
            "an Excel file",
            "A file",
            "Drop it anywhere on this window",
            "Choose a file",
            "Path of the file",
            "Read it",
            "Its text",
            "Text of the interview",
            "Paste",
            "Read the text",
            "Back",
        ],
    );
    check_heading(&said, "Bring what you have");
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn what_was_understood_is_read_in_order() {
    let edits = Edits::default();
    for (text, wanted) in [
        (
            TALK,
            vec![
                "What was understood",
                "talk.vtt, read as a WebVTT file in English",
                "Who sits there",
                "Tomas Berg, the candidate: answers",
                "Dana Whitfield, asks 1 question",
                "Rename",
                "What they ask",
                "2 questions, each with its model answer",
                "Tell me about a time when you had to change a plan late.",
                "Dana Whitfield · model answer of",
                "Keep",
                "Play",
            ],
        ),
        (
            LIST,
            vec![
                "3 questions, all for your own story",
                "What did you do when a colleague did not keep a promise?",
            ],
        ),
        (TWO, vec!["Ben, asks 0 times · answers 1", "Who is the candidate?", "Ada", "Ben", "Cem"]),
    ] {
        let read_of = understood(text, &edits);
        let mut page = BringPage::default();
        let mut harness = panel(|ui| understood_ui(ui, &view(&read_of, &edits), &mut page));
        let said = read(&harness);
        check_in_order(&said, &wanted);
        check_heading(&said, "Who sits there");
        check_all_is_read(&harness);
        // What cannot be done is read, and passed over by the keyboard.
        if read_of.playable.is_some() {
            check_tab_order(&mut harness);
        }
    }
}

#[test]
fn an_opened_question_is_read_in_order() {
    let mut session = played(scenario(), ANSWER);
    session.apply(Command::Continue).expect("the next question");
    session.apply(Command::Skip).expect("it can be skipped");
    let debrief = Debrief::of(&session);
    for place in 0..2 {
        let mut copied = false;
        let mut harness = panel(|ui| opened_ui(ui, &debrief, &session, place, &mut copied));
        let said = read(&harness);
        let question = debrief.questions().nth(place).expect("two questions");
        let answer = question.answer.as_deref().unwrap_or("You skipped this question");
        let first = question.model_answer.split("\n\n").next().unwrap_or_default();
        let wanted =
            [&question.text, "Your answer", answer, "Model response", first, "Back", "Copy"];
        check_in_order(&said, &wanted);
        check_heading(&said, &question.text);
        check_all_is_read(&harness);
        check_tab_order(&mut harness);
    }
}

#[test]
fn the_cards_after_the_pick_are_read_in_order() {
    let scenario = Arc::new(scenario());
    let scorer = Arc::new(Scorer::of(&scenario));
    let settings = Settings { answers: AnswerKind::Picked, seed: 7, ..Settings::default() };
    let log = [Command::Begin, Command::Pick(0), Command::Rate(None)];
    let session = Session::replay(scenario, scorer, settings, log).expect("a play that fits");
    let view = feedback_view(&session, false);
    let mut harness = panel(|ui| feedback_ui(ui, &view));
    let said = read(&harness);
    check_in_order(&said, &["The answer you picked", "The cards", ": the strongest", ": weaker"]);
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

/// Asserts that nothing but the break's card can be read, tabbed to or clicked; gives back what was done.
#[track_caller]
fn check_only_the_break<A: Clone>(
    harness: &mut Harness<'_, Option<A>>,
    below: egui::Pos2,
) -> Option<A> {
    let said = read(harness);
    assert_eq!(
        texts(&said),
        [
            "A short break",
            "A short break",
            "Your words are kept.",
            "Go on",
            "Finish here and read the debrief",
            "Leave for the title"
        ]
    );
    assert_eq!(said[0].role, Role::Dialog);
    assert!(said[3].focused, "the keyboard is not on the card");
    check_tab_order(harness);
    for pressed in [true, false] {
        harness.hover_at(below);
        harness.event(egui::Event::PointerButton {
            pos: below,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        harness.step();
    }
    harness.step();
    harness.state().clone()
}

#[test]
fn under_a_break_in_the_feedback_nothing_can_be_reached() {
    let session = played(scenario(), ANSWER);
    let open = feedback_view(&session, false);
    let next = {
        let harness = panel(|ui| feedback_ui(ui, &open));
        harness.get_by_label("Next question").rect().center()
    };
    let view = feedback_view(&session, true);
    let mut harness = panel(|ui| feedback_ui(ui, &view));
    harness.step();
    assert_eq!(check_only_the_break(&mut harness, next), None);
    harness.key_press(Key::R);
    harness.step();
    assert_eq!(harness.state(), &None, "a key went through the card");
}

#[test]
fn under_a_break_in_the_interview_nothing_can_be_reached() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let open = interview_view(&layout, Sheet::Write);
    let mut words = String::new();
    let rest = {
        let harness = panel(|ui| interview_ui(ui, &open, &mut words, false));
        harness.get_by_label("Break").rect().center()
    };
    let view = InterviewView { paused: true, ..interview_view(&layout, Sheet::Write) };
    let mut text = String::new();
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text, false));
    harness.step();
    assert_eq!(check_only_the_break(&mut harness, rest), None);
}

#[test]
fn enter_in_a_break_is_the_choice_s_that_has_the_keyboard() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = InterviewView { paused: true, ..interview_view(&layout, Sheet::Write) };
    let mut text = String::new();
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text, false));
    for key in [Key::Tab, Key::Enter] {
        harness.step();
        harness.key_press(key);
        harness.step();
    }
    use hotseat::game::screens::interview::InterviewAction;
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Finish)));
}

#[test]
fn a_break_is_a_click_away_while_answering() {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = interview_view(&layout, Sheet::Write);
    let mut text = String::new();
    let mut harness = panel(|ui| interview_ui(ui, &view, &mut text, false));
    harness.get_by_label("Break").click();
    harness.step();
    harness.step();
    use hotseat::game::screens::interview::InterviewAction;
    assert_eq!(harness.state(), &Some(InterviewAction::Do(Command::Pause)));
}

#[test]
fn each_feedback_opens_at_its_top() {
    let scenario = scenario();
    let long = "I led the migration of the reporting pages for 14 customers because the old ones took 9 seconds. ";
    let answers = [format!("{}First.", long.repeat(12)), format!("{}Second.", long.repeat(12))];
    let sessions = answers.each_ref().map(|answer| played(scenario.clone(), answer));
    let shown = std::cell::Cell::new(0);
    let mut harness = panel_at(Vec2::new(1280.0, 720.0), |ui| {
        feedback_ui(ui, &feedback_view(&sessions[shown.get()], false))
    });
    let top =
        |harness: &Harness<'_, _>, answer: &str| harness.get_by_label(answer.trim()).rect().top();
    let opened = top(&harness, &answers[0]);
    for _ in 0..4 {
        harness.key_press(Key::PageDown);
        harness.step();
    }
    (0..60).for_each(|_| harness.step());
    assert!(top(&harness, &answers[0]) < opened - 100.0, "it does not scroll");
    shown.set(1);
    (0..4).for_each(|_| harness.step());
    assert_eq!(top(&harness, &answers[1]), opened);
}
