//! Where writing goes on when words are put on the sheet.

use bevy::prelude::*;
use bevy_egui::{
    EguiContext,
    egui::{
        self, Id, TextEdit,
        text::{CCursor, CCursorRange},
        text_edit::TextEditState,
    },
};
use hotseat::{
    game::{
        GamePlugin,
        answer::typed::EDITOR,
        session::{DraftWords, Intent, SaveFolder},
        settings::Presentation,
    },
    interview::session::{Command, Settings},
    storage::{clock::Clock, scenarios},
};

const ANSWER: &str = "Eight months ago I noticed that our enterprise customers were churning at 15% a year although \
    they liked the product. I found that we were selling to IT while the users were in Operations.";

fn game(folder: Option<&std::path::Path>) -> App {
    let mut app = App::new();
    app.add_plugins(MinimalPlugins);
    GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings: Settings::default(),
        story: None,
        seed: None,
        take_up: false,
        presentation: Presentation::default(),
        save_folder: SaveFolder(folder.map(Into::into)),
        clock: Clock::system(),
    }
    .rules(&mut app);
    app.world_mut().spawn(EguiContext::default());
    app.update();
    app
}

fn wish(app: &mut App, intent: Intent) {
    app.world_mut().write_message(intent);
    app.update();
    app.update();
}

fn context(app: &mut App) -> egui::Context {
    let mut contexts = app.world_mut().query::<&mut EguiContext>();
    let mut context = contexts.single_mut(app.world_mut()).expect("one context");
    context.get_mut().clone()
}

/// Writes a letter on the sheet; gives what then stands there.
fn write(app: &mut App, letter: &str) -> String {
    let context = context(app);
    let mut text = app.world().resource::<DraftWords>().text.clone();
    for events in [vec![], vec![egui::Event::Text(letter.to_owned())]] {
        let input = egui::RawInput { events, focused: true, ..Default::default() };
        let mut output = context.run_ui(input, |ui| {
            ui.add(TextEdit::multiline(&mut text).id(Id::new(EDITOR))).request_focus();
        });
        output.textures_delta.clear();
    }
    text
}

/// Leaves the caret in the middle of the first word.
fn wander(app: &mut App) {
    let context = context(app);
    let mut state = TextEditState::load(&context, Id::new(EDITOR)).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(3))));
    state.store(&context, Id::new(EDITOR));
}

fn answer(app: &mut App) {
    app.world_mut().resource_mut::<DraftWords>().text = ANSWER.to_owned();
    write(app, "");
    wander(app);
    wish(app, Intent::Do(Command::Answer(ANSWER.to_owned())));
}

#[test]
fn an_answer_that_is_given_again_goes_on_behind_its_last_word() {
    for added in [None, Some("It fell to 9%.")] {
        let mut app = game(None);
        wish(&mut app, Intent::Begin(Settings::default()));
        answer(&mut app);
        let probe = added.map_or(Command::Skip, |words| Command::Answer(words.to_owned()));
        write(&mut app, "x");
        wander(&mut app);
        wish(&mut app, Intent::Do(probe));
        wish(&mut app, Intent::Do(Command::Rate(None)));
        wish(&mut app, Intent::Do(Command::Retry));
        let whole = app.world().resource::<DraftWords>().text.clone();
        assert!(whole.starts_with(ANSWER), "{whole}");
        assert_eq!(write(&mut app, "!"), format!("{whole}!"));
    }
}

#[test]
fn words_that_are_taken_up_go_on_behind_the_last() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = game(Some(folder.path()));
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<DraftWords>().text = ANSWER.to_owned();
    app.update();
    write(&mut app, "");
    wander(&mut app);
    wish(&mut app, Intent::Leave);
    wish(&mut app, Intent::TakeUp);
    assert_eq!(app.world().resource::<DraftWords>().text, ANSWER);
    assert_eq!(write(&mut app, "!"), format!("{ANSWER}!"));
}

#[test]
fn undoing_does_not_bring_another_questions_words_back() {
    let mut app = game(None);
    wish(&mut app, Intent::Begin(Settings::default()));
    app.world_mut().resource_mut::<DraftWords>().text = ANSWER.to_owned();
    write(&mut app, "");
    wish(&mut app, Intent::Do(Command::Skip));
    let context = context(&mut app);
    let state = TextEditState::load(&context, Id::new(EDITOR)).unwrap_or_default();
    let now = (CCursorRange::default(), String::new());
    assert!(!state.undoer().has_undo(&now));
}
