//! The mock panel: its pages by key and by what is read of them, its seals, and that it comes back.

use std::{cell::RefCell, fs, path::Path};

use bevy::{prelude::*, state::state::State};
use bevy_egui::egui::{Event, Key, Modifiers, Ui};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT, Queryable},
};
use hotseat::{
    game::{
        dialogue::Caption,
        mock_panel::{
            PanelShelf, PanelWish,
            choices::PanelChoices,
            desk::TableTurn,
            table::{PanelTable, TableAction},
        },
        notice::Notice,
        practice::PracticeDesk,
        screen::Screen,
        screens::mock_panel::{
            AtTable, TableView, asking,
            candidate::candidate_ui,
            set_up::{SetUpAction, set_up_ui},
            still_lenses, table_ui,
        },
    },
    interview::{
        ratings::{AnswerFlag, EvidenceNote, PanelSetup},
        scoring::{assessment::Level, engine::Engine},
        star::Role,
    },
    play::{Keeping, mock_panel::PanelPlay},
    storage::{clock::Clock, scenarios},
};

use crate::{
    panels::panel,
    reading::{check_all_is_read, check_heading, check_in_order, check_tab_order, painted, read},
    rules::game_at,
};

/// What nobody but its writer may see before all ratings are in: a sentence of evidence, a note, and another's sentence.
const EVIDENCE: &str = "zebra crossings prove nothing";
const NOTE: &str = "xylophone moved to Tuesday";
const OTHER: &str = "quokka named no figure";
const TYPED: &str = "When two nurses fell ill I moved the handover to seven, called three colleagues myself and told the \
    doctor on duty. As a result nobody waited longer than 20 minutes, and the falls went from nine to three.";

/// Two candidates, two raters, the first questions.
pub fn setup(questions: usize) -> PanelSetup {
    let scenario = scenarios::load(None).expect("it ships").scenario;
    let ids = scenario.questions()[..questions].iter().map(|question| question.id.clone());
    PanelSetup {
        candidates: vec!["Ana Lima".to_owned(), "Ben Otte".to_owned()],
        raters: vec!["Mara".to_owned(), "Tom".to_owned()],
        questions: ids.collect(),
        minutes: 45,
        hides_names: false,
        seed: 7,
    }
}

/// A table at which nobody sits yet.
pub fn table(folder: Option<&Path>, questions: usize, spoken: bool) -> PanelTable {
    let loaded = scenarios::load(None).expect("it ships");
    let keeping = folder.map(|folder| Keeping::from(folder.to_owned()));
    let play = PanelPlay::open(loaded, setup(questions), &Engine::default(), keeping);
    PanelTable::open(play.expect("it can be held"), spoken)
}

pub fn take(table: &mut PanelTable, action: TableAction) {
    let done = table.take(action).expect("it makes sense now");
    done.saved.expect("it can be written");
}

/// Draws what is on at a table, and does there what is done.
pub fn draw(ui: &mut Ui, table: &mut PanelTable) -> Option<AtTable> {
    let (panel, desk) = table.parts();
    let asked = panel.current().map_or("", |(_, question)| question.text.as_str()).to_owned();
    let layout = asking::layout(ui, panel, desk, &asked);
    let view = TableView {
        layout,
        lenses: still_lenses(),
        speaker: panel.current().map_or(0, |(_, question)| question.asked_by),
        question: &asked,
        caption: &asked,
        typing: false,
    };
    let did = table_ui(ui, panel, desk, &view);
    if let Some(AtTable::Do(action)) = did {
        // What is refused changes nothing.
        let _ = table.take(action);
    }
    did
}

/// Draws what the candidate sees of a table.
pub fn draw_candidate(ui: &mut Ui, table: &mut PanelTable) -> Option<AtTable> {
    let (panel, desk) = table.parts();
    let asked = panel.current().map_or("", |(_, question)| question.text.as_str()).to_owned();
    let view = TableView {
        layout: asking::layout(ui, panel, desk, &asked),
        lenses: still_lenses(),
        speaker: panel.current().map_or(0, |(_, question)| question.asked_by),
        question: &asked,
        caption: &asked,
        typing: false,
    };
    candidate_ui(ui, panel, desk, &view);
    None
}

/// A rater rates, from the hand-over on.
pub fn rate(table: &mut PanelTable, level: u8, evidence: &str) {
    if let TableTurn::HandingOver(_) = table.turn() {
        take(table, TableAction::Sit);
    }
    table.desk.level = Some(Level::new(level));
    table.desk.evidence = evidence.to_owned();
    take(table, TableAction::Seal);
}

/// An answer is given, typed or spoken with a note, and nobody says their own level.
pub fn answer(table: &mut PanelTable) {
    if table.desk.spoken {
        table.desk.spoken_for = 95.0;
        let note = EvidenceNote { part: Some(Role::Result), text: NOTE.to_owned() };
        table.desk.sheet.notes.push(note);
        table.desk.sheet.flag(AnswerFlag::OnlyWe);
        table.desk.sheet.tick(0);
        take(table, TableAction::Spoken);
    } else {
        table.desk.words = TYPED.to_owned();
        take(table, TableAction::HandIn);
    }
    take(table, TableAction::OwnLevel(Some(Level::new(5))));
}

/// A table whose first answer was rated two levels apart.
pub fn compared(spoken: bool) -> PanelTable {
    let mut table = table(None, 2, spoken);
    take(&mut table, TableAction::Begin);
    answer(&mut table);
    rate(&mut table, 2, EVIDENCE);
    rate(&mut table, 4, OTHER);
    table
}

/// A table at which everybody has answered everything.
pub fn over(questions: usize, spoken: bool) -> PanelTable {
    let mut table = table(None, questions, spoken);
    let mut levels = [2, 4, 3, 3, 5, 4].into_iter().cycle();
    while table.turn() != TableTurn::Over {
        match table.turn() {
            TableTurn::Ready(_) => take(&mut table, TableAction::Begin),
            TableTurn::Typing | TableTurn::Noting(_) => answer(&mut table),
            TableTurn::Comparing(_) => take(&mut table, TableAction::Continue),
            _ => rate(&mut table, levels.next().unwrap_or(3), "They named what they did."),
        }
    }
    table
}

/// Everything of a screen: what is painted, and every word of its accessibility tree.
fn everything<A>(harness: &Harness<'_, A>) -> String {
    fn below(node: &Node<'_>, all: &mut String) {
        let data = node.accesskit_node().data().clone();
        for text in [data.label(), data.value(), data.description(), data.placeholder()] {
            all.push_str(text.unwrap_or_default());
            all.push('\n');
        }
        node.children().for_each(|child| below(&child, all));
    }
    let mut all = String::new();
    below(&harness.root(), &mut all);
    for text in painted(harness) {
        all.push_str(&text.text);
        all.push('\n');
    }
    all
}

/// Every file below a folder, as text.
fn on_disk(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            all.push_str(&on_disk(&path));
        } else {
            all.push_str(&String::from_utf8_lossy(&fs::read(&path).expect("a file")));
        }
    }
    all
}

#[track_caller]
fn check_sealed(shown: &str, secrets: &[&str]) {
    for secret in secrets {
        assert!(!shown.contains(secret), "`{secret}` is seen: {shown}");
    }
}

const HAND_IN: Modifiers = Modifiers::COMMAND;

#[test]
fn nobody_s_rating_is_seen_on_screen_read_out_or_written_before_all_are_in() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let table = RefCell::new(table(Some(folder.path()), 2, true));
    let mut harness = panel(|ui| draw(ui, &mut table.borrow_mut()));
    let press = |harness: &mut Harness<'_, _>, modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        (0..3).for_each(|_| harness.step());
    };
    let write = |harness: &mut Harness<'_, _>, text: &str| {
        harness.event(Event::Text(text.to_owned()));
        (0..2).for_each(|_| harness.step());
    };
    let keep = || table.borrow().keep().expect("it can be written");
    let turn = || table.borrow().turn();

    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(turn(), TableTurn::Noting(0));
    write(&mut harness, NOTE);
    press(&mut harness, Modifiers::COMMAND, Key::Num4);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::F7);
    assert!(everything(&harness).contains(NOTE), "whoever notes sees it");
    let sheet = table.borrow().desk.sheet.clone();
    assert_eq!(sheet.notes[0], EvidenceNote { part: Some(Role::Result), text: NOTE.to_owned() });
    assert_eq!(sheet.flags, [AnswerFlag::NoFigure]);
    keep();
    check_sealed(&on_disk(folder.path()), &[NOTE]);
    press(&mut harness, HAND_IN, Key::Enter);
    assert_eq!(turn(), TableTurn::OwnLevel);
    check_sealed(&everything(&harness), &[NOTE]);
    press(&mut harness, Modifiers::NONE, Key::Num5);
    assert_eq!(turn(), TableTurn::HandingOver(0));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(turn(), TableTurn::Rating(0));
    assert!(everything(&harness).contains(NOTE), "their own notes are there to rate by");
    // A keyboard sends the number as a key and as a letter, at once.
    let (key, modifiers) = (Key::Num2, Modifiers::NONE);
    let pressed = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    harness.input_mut().events.extend([pressed, Event::Text("2".to_owned())]);
    (0..3).for_each(|_| harness.step());
    write(&mut harness, EVIDENCE);
    assert_eq!(table.borrow().desk.evidence, EVIDENCE);
    assert!(everything(&harness).contains(EVIDENCE));
    keep();
    press(&mut harness, HAND_IN, Key::Enter);

    let secrets = [NOTE, EVIDENCE];
    assert_eq!(turn(), TableTurn::HandingOver(1));
    check_sealed(&everything(&harness), &secrets);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(turn(), TableTurn::Rating(1));
    check_sealed(&everything(&harness), &secrets);
    press(&mut harness, Modifiers::NONE, Key::Num4);
    write(&mut harness, OTHER);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    // The first one leaves the field.
    if !table.borrow().desk.rests {
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
    assert!(table.borrow().desk.rests);
    check_sealed(&everything(&harness), &[NOTE, EVIDENCE, OTHER]);
    check_sealed(&format!("{:?}", table.borrow()), &[NOTE, EVIDENCE, OTHER]);
    keep();
    check_sealed(&on_disk(folder.path()), &[NOTE, EVIDENCE, OTHER]);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!((turn(), table.borrow().desk.rests), (TableTurn::Rating(1), false));
    press(&mut harness, HAND_IN, Key::Enter);

    assert_eq!(turn(), TableTurn::Comparing(0));
    let shown = everything(&harness);
    for (what, name) in [(EVIDENCE, "Mara: 2 of 5"), (OTHER, "Tom: 4 of 5")] {
        assert!(shown.contains(what) && shown.contains(name), "{what}: {shown}");
    }
    assert!(
        shown.contains("Mean of the raters: 3.0 of 5, from 2 to 4. Ana Lima said 5."),
        "{shown}"
    );
    assert!(shown.contains("Two levels apart"), "{shown}");
    check_sealed(&on_disk(folder.path()), &[NOTE, EVIDENCE, OTHER]);
}

#[test]
fn a_panel_is_set_up_by_keyboard_alone() {
    let scenario = scenarios::load(None).expect("it ships").scenario;
    let choices = RefCell::new(PanelChoices::default());
    let mut harness = panel(|ui| set_up_ui(ui, &scenario, &mut choices.borrow_mut()));
    let press = |harness: &mut Harness<'_, _>, key| {
        harness.key_press(key);
        (0..3).for_each(|_| harness.step());
    };
    let write = |harness: &mut Harness<'_, _>, text: &str| {
        for (place, line) in text.lines().enumerate() {
            if place > 0 {
                press(harness, Key::Enter);
            }
            harness.event(Event::Text(line.to_owned()));
            (0..2).for_each(|_| harness.step());
        }
    };
    press(&mut harness, Key::T);
    press(&mut harness, Key::A);
    assert_eq!((choices.borrow().spoken, choices.borrow().asked(&scenario)), (true, 0));
    press(&mut harness, Key::A);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state(), &None, "nobody sits down yet");
    write(&mut harness, "Ana Lima\nBen Otte");
    press(&mut harness, Key::Tab);
    write(&mut harness, "Mara\nTom");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.step();
    assert_eq!(harness.state(), &Some(SetUpAction::Begin));
    let setup = choices.borrow().setup(&scenario, 1);
    assert_eq!(
        (setup.candidates.len(), setup.raters, setup.minutes),
        (2, vec!["Mara".into(), "Tom".into()], 45)
    );
    assert!(choices.borrow().spoken, "letters of a name are no keys");
}

#[test]
fn a_change_is_kept_beside_the_first_rating_with_its_reason() {
    let table = RefCell::new(compared(false));
    let mut harness = panel(|ui| draw(ui, &mut table.borrow_mut()));
    let press = |harness: &mut Harness<'_, _>, modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        (0..3).for_each(|_| harness.step());
    };
    press(&mut harness, Modifiers::NONE, Key::C);
    press(&mut harness, Modifiers::NONE, Key::Num3);
    press(&mut harness, HAND_IN, Key::Enter);
    assert!(table.borrow().desk.change.is_some(), "a reason has to be said");
    harness.get_all_by_label("Why it is changed").last().expect("the field").focus();
    harness.step();
    harness.event(Event::Text("I had missed the figure.".to_owned()));
    (0..2).for_each(|_| harness.step());
    press(&mut harness, HAND_IN, Key::Enter);
    assert_eq!(table.borrow().desk.change, None);
    let shown = everything(&harness);
    assert!(shown.contains("Mara: 2 of 5, changed to 3"), "{shown}");
    assert!(shown.contains("Changed afterwards to 3: I had missed the figure."), "{shown}");
    assert!(shown.contains("Mean of the raters: 3.0 of 5"), "the mean stays");
}

#[test]
fn every_page_is_read_in_order() {
    let scenario = scenarios::load(None).expect("it ships").scenario;
    let mut choices = PanelChoices { candidates: "Ana".to_owned(), ..PanelChoices::default() };
    let mut harness = panel(|ui| set_up_ui(ui, &scenario, &mut choices));
    check_in_order(
        &read(&harness),
        &["Mock panel", scenario.title(), "Candidates", "Raters", "What is asked", "who rates"],
    );
    check_all_is_read(&harness);
    check_tab_order(&mut harness);

    let mut ready = table(None, 2, true);
    let mut harness = panel(|ui| draw(ui, &mut ready));
    check_heading(&read(&harness), "Ana Lima, please take a seat.");
    check_all_is_read(&harness);
    check_tab_order(&mut harness);

    let mut notes = table(None, 2, true);
    take(&mut notes, TableAction::Begin);
    notes.desk.sheet.notes.push(EvidenceNote { part: Some(Role::Action), text: NOTE.to_owned() });
    let harness = panel(|ui| draw(ui, &mut notes));
    check_in_order(
        &read(&harness),
        &["spoken so far", NOTE, "Situation", "key points", "“we” only", "Answered"],
    );
    check_all_is_read(&harness);

    let mut rating = table(None, 2, false);
    take(&mut rating, TableAction::Begin);
    answer(&mut rating);
    take(&mut rating, TableAction::Sit);
    let mut harness = panel(|ui| draw(ui, &mut rating));
    check_in_order(
        &read(&harness),
        &[
            "Mara rates · Ana Lima, question 1 of 2",
            TYPED,
            "Which of these",
            "1. There is",
            "5. A full answer",
        ],
    );
    check_all_is_read(&harness);
    check_tab_order(&mut harness);

    let mut side = compared(false);
    let mut harness = panel(|ui| draw(ui, &mut side));
    check_in_order(
        &read(&harness),
        &[
            "All ratings are in",
            "Mara: 2 of 5",
            EVIDENCE,
            "Tom: 4 of 5",
            OTHER,
            "Mean of the raters: 3.0",
            "The game, beside you",
        ],
    );
    check_all_is_read(&harness);
    check_tab_order(&mut harness);

    let mut done = over(2, true);
    let mut harness = panel(|ui| draw(ui, &mut done));
    check_in_order(
        &read(&harness),
        &["Mock panel", "Ana Lima", "Ben Otte", "Overall", "Write the scorecards"],
    );
    check_all_is_read(&harness);
    check_tab_order(&mut harness);
}

#[test]
fn candidates_are_compared_by_question_and_their_names_can_be_hidden() {
    let table = RefCell::new(over(2, false));
    let mut harness = panel(|ui| draw(ui, &mut table.borrow_mut()));
    let press = |harness: &mut Harness<'_, _>, key| {
        harness.key_press(key);
        (0..3).for_each(|_| harness.step());
    };
    press(&mut harness, Key::H);
    let shown = everything(&harness);
    assert!(shown.contains("Candidate A") && !shown.contains("Ana Lima"), "{shown}");
    let question = table.borrow().panel().scenario().questions()[1].text.clone();
    let row = format!("{question}: Candidate A 3.0, Candidate B 3.0 ↔, raters apart");
    harness.get_by_label(&row).click();
    (0..3).for_each(|_| harness.step());
    assert!(everything(&harness).contains("Candidate A · answer 3 of 4"));
    press(&mut harness, Key::ArrowRight);
    let shown = everything(&harness);
    assert!(
        shown.contains("Candidate B · answer 4 of 4") && !shown.contains("Ben Otte"),
        "{shown}"
    );
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state(), &Some(AtTable::Leave));
}

fn game(folder: &Path) -> App {
    game_at(Some(folder), false, Clock::system())
}

fn wish(app: &mut App, wish: PanelWish) {
    app.world_mut().write_message(wish);
    (0..3).for_each(|_| app.update());
}

fn at(app: &mut App) -> Mut<'_, PanelTable> {
    app.world_mut().resource_mut::<PanelTable>()
}

#[test]
fn an_interrupted_panel_is_offered_and_goes_on_with_every_word() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, PanelWish::Open(setup(2), false));
    assert_eq!(*app.world().resource::<State<Screen>>().get(), Screen::MockPanel);
    wish(&mut app, PanelWish::Do(TableAction::Begin));
    assert!(app.world().resource::<Caption>().text.starts_with("Tell me about a time"));
    at(&mut app).desk.words = "I moved the hand".to_owned();
    app.update();
    drop(app);

    let mut app = game(folder.path());
    let shelf = app.world().resource::<PanelShelf>().0.clone();
    let offered: Vec<_> =
        shelf.iter().map(|left| (left.title.as_str(), left.place.as_str())).collect();
    assert_eq!(
        offered,
        [("Mock panel: Ana Lima, Ben Otte", "0 answers given · Ana Lima in the seat")]
    );
    wish(&mut app, PanelWish::TakeUp(0));
    assert_eq!(at(&mut app).desk.words, "I moved the hand");
    wish(&mut app, PanelWish::Do(TableAction::HandIn));
    wish(&mut app, PanelWish::Do(TableAction::OwnLevel(None)));
    wish(&mut app, PanelWish::Do(TableAction::Sit));
    at(&mut app).desk.level = Some(Level::new(2));
    at(&mut app).desk.evidence = EVIDENCE.to_owned();
    wish(&mut app, PanelWish::Do(TableAction::Seal));
    wish(&mut app, PanelWish::Do(TableAction::Sit));
    at(&mut app).desk.line.text = NOTE.to_owned();
    at(&mut app).desk.level = Some(Level::new(3));
    at(&mut app).desk.evidence = OTHER.to_owned();
    app.update();
    check_sealed(&on_disk(folder.path()), &[EVIDENCE, NOTE, OTHER]);
    drop(app);

    let mut app = game(folder.path());
    wish(&mut app, PanelWish::TakeUp(0));
    assert_eq!(at(&mut app).turn(), TableTurn::HandingOver(1), "who was rating is asked for again");
    wish(&mut app, PanelWish::Do(TableAction::Sit));
    assert_eq!(at(&mut app).desk.sheet.notes[0].text, NOTE);
    let (level, evidence) = (at(&mut app).desk.level, at(&mut app).desk.evidence.clone());
    assert_eq!(
        (level, evidence.as_str()),
        (Some(Level::new(3)), OTHER),
        "half a rating comes back"
    );
    assert!(!at(&mut app).desk.spoken, "notes on a typed answer do not make it a spoken one");
    assert!(app.world().resource::<Caption>().visible().starts_with("Tell me about a time"));
    at(&mut app).desk.level = Some(Level::new(4));
    wish(&mut app, PanelWish::Do(TableAction::Seal));
    assert_eq!(at(&mut app).turn(), TableTurn::Comparing(0));
    let (panel, desk) = at(&mut app).into_inner().parts();
    desk.begin_change(0, 1, panel.answers()[0].side_by_side().expect("all are in"));
    desk.change.as_mut().expect("it was begun").reason = NOTE.to_owned();
    app.update();
    drop(app);

    let mut app = game(folder.path());
    wish(&mut app, PanelWish::TakeUp(0));
    let change = at(&mut app).desk.change.take().expect("half a change comes back");
    assert_eq!((change.rater, change.reason.as_str()), (1, NOTE));
    wish(&mut app, PanelWish::Do(TableAction::Finish));
    assert_eq!(at(&mut app).turn(), TableTurn::Over);
    wish(&mut app, PanelWish::Export);
    let said = written(&mut app);
    assert!(said.starts_with("13 files are in "), "{said}");
    let cards = on_disk(&folder.path().join("scorecards"));
    assert!(
        cards.contains(EVIDENCE) && cards.contains(NOTE),
        "what was revealed stands on the card"
    );
    wish(&mut app, PanelWish::Leave);
    assert_eq!(*app.world().resource::<State<Screen>>().get(), Screen::Title);
    assert!(
        app.world().resource::<PanelShelf>().0.is_empty(),
        "a panel that is over is offered no more"
    );
}

/// What is said once everything that was sent for is there.
fn written(app: &mut App) -> String {
    while !app.world().resource::<PracticeDesk>().is_idle() {
        app.update();
    }
    app.world().resource::<Notice>().0.clone().unwrap_or_default()
}

#[test]
fn a_briefing_is_written_before_anybody_sits_down() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut app = game(folder.path());
    wish(&mut app, PanelWish::Brief(setup(2)));
    let said = written(&mut app);
    assert!(said.starts_with("3 files are in "), "{said}");
    let shown = on_disk(&folder.path().join("briefings"));
    assert!(shown.contains("Ana Lima") && shown.contains("A full answer"), "{shown}");
}

#[test]
fn the_candidate_s_own_window_shows_the_question_and_nothing_of_a_rater_s() {
    let mut table = table(None, 2, true);
    let question = table.panel().scenario().questions()[0].text.clone();
    let shown = |table: &mut PanelTable| {
        let harness = panel(|ui| draw_candidate(ui, table));
        check_all_is_read(&harness);
        everything(&harness)
    };
    assert!(shown(&mut table).contains("Ana Lima, please take a seat."));
    take(&mut table, TableAction::Begin);
    table.desk.line.text = NOTE.to_owned();
    table.desk.sheet.flag(AnswerFlag::OnlyWe);
    let secrets = [NOTE, EVIDENCE, OTHER, AnswerFlag::OnlyWe.name(), "of 5", "Mara", "Tom"];
    let asked = shown(&mut table);
    assert!(asked.contains(&question) && asked.contains("Ana Lima, it is your turn."), "{asked}");
    check_sealed(&asked, &secrets);
    take(&mut table, TableAction::PassNotes);
    assert!(shown(&mut table).contains("One moment, Ana Lima."));
    take(&mut table, TableAction::Sit);
    answer(&mut table);
    check_sealed(&shown(&mut table), &secrets);
    rate(&mut table, 2, EVIDENCE);
    check_sealed(&shown(&mut table), &secrets);
    take(&mut table, TableAction::Sit);
    table.desk.evidence = OTHER.to_owned();
    check_sealed(&shown(&mut table), &secrets);
    rate(&mut table, 4, OTHER);
    assert_eq!(table.turn(), TableTurn::Comparing(0));
    check_sealed(&shown(&mut table), &secrets);
    take(&mut table, TableAction::Rest);
    check_sealed(&shown(&mut table), &secrets);
}

#[test]
fn a_key_opens_the_candidate_s_own_window_even_while_somebody_writes() {
    let table = RefCell::new(table(None, 2, true));
    let mut harness = panel(|ui| draw(ui, &mut table.borrow_mut()));
    harness.get_by_label("Panel in a second window").click();
    (0..3).for_each(|_| harness.step());
    assert!(table.borrow().desk.mirrored);
    assert_eq!(harness.query_by_label("Panel in a second window").map(|_| ()), None, "it is told");
    harness.key_press(Key::Enter);
    (0..3).for_each(|_| harness.step());
    assert_eq!(table.borrow().turn(), TableTurn::Noting(0));
    for mirrored in [false, true] {
        harness.key_press(Key::F10);
        (0..3).for_each(|_| harness.step());
        assert_eq!(table.borrow().desk.mirrored, mirrored);
    }
}

#[test]
fn notes_go_round_and_each_rater_finds_their_own() {
    let mut table = table(None, 2, true);
    take(&mut table, TableAction::Begin);
    table.desk.line.text = NOTE.to_owned();
    take(&mut table, TableAction::PassNotes);
    assert_eq!(table.turn(), TableTurn::HandingOver(1));
    take(&mut table, TableAction::Sit);
    assert!(table.desk.sheet.is_empty(), "nobody gets another's notes");
    take(&mut table, TableAction::PassNotes);
    take(&mut table, TableAction::Sit);
    assert_eq!(table.desk.sheet.notes[0].text, NOTE);
}
