//! The keyboard as the window hears it: modifiers, input methods and what is pasted, on every system.

use bevy::{
    input::{
        ButtonState,
        keyboard::{Key as Logical, KeyCode, KeyboardFocusLost, KeyboardInput},
    },
    prelude::Entity,
    window::{Ime, WindowEvent, WindowFocused},
};
use bevy_egui::egui::{self, Event, ImeEvent, Key, Modifiers};
use egui_kittest::Harness;
use hotseat::{
    game::{
        answer::sheet::Sheet,
        answer::typed::EDITOR,
        keyboard::{
            composition::{Composing, composing},
            translate::{Keyboard, Platform},
        },
        screens::interview::{InterviewAction, interview_ui},
        stage::layout::InterviewLayout,
        theme,
    },
    interview::{scoring::assessment::Level, session::Command},
};

use crate::panels::interview_view;

const WINDOW: Entity = Entity::PLACEHOLDER;
const PLATFORMS: [Platform; 3] = [Platform::Mac, Platform::Windows, Platform::Other];

fn key(place: KeyCode, logical: Logical, state: ButtonState) -> WindowEvent {
    let text = match &logical {
        Logical::Character(text) => Some(text.clone()),
        Logical::Space => Some(" ".into()),
        Logical::Enter => Some("\r".into()),
        _ => None,
    };
    WindowEvent::KeyboardInput(KeyboardInput {
        key_code: place,
        logical_key: logical,
        state,
        text: text.filter(|_| state.is_pressed()),
        repeat: false,
        window: WINDOW,
    })
}

fn down(place: KeyCode, logical: Logical) -> WindowEvent {
    key(place, logical, ButtonState::Pressed)
}

fn up(place: KeyCode, logical: Logical) -> WindowEvent {
    key(place, logical, ButtonState::Released)
}

fn letter(text: &str) -> Logical {
    Logical::Character(text.into())
}

fn preedit(text: &str) -> WindowEvent {
    let cursor = (!text.is_empty()).then_some((text.len(), text.len()));
    WindowEvent::Ime(Ime::Preedit { window: WINDOW, value: text.to_owned(), cursor })
}

fn commit(text: &str) -> WindowEvent {
    WindowEvent::Ime(Ime::Commit { window: WINDOW, value: text.to_owned() })
}

fn enabled() -> WindowEvent {
    WindowEvent::Ime(Ime::Enabled { window: WINDOW })
}

fn disabled() -> WindowEvent {
    WindowEvent::Ime(Ime::Disabled { window: WINDOW })
}

fn hear(keyboard: &mut Keyboard, events: &[WindowEvent]) -> Vec<Event> {
    events.iter().flat_map(|event| keyboard.hear(event, &mut || None)).collect()
}

fn written(events: &[Event]) -> String {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The presses among events, with their modifiers.
fn presses(events: &[Event]) -> Vec<(Key, Modifiers)> {
    events
        .iter()
        .filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            _ => None,
        })
        .collect()
}

#[test]
fn alt_with_a_digit_writes_nothing_but_option_does() {
    let chord = [
        down(KeyCode::AltLeft, Logical::Alt),
        down(KeyCode::Digit1, letter("1")),
        up(KeyCode::Digit1, letter("1")),
    ];
    for platform in [Platform::Windows, Platform::Other] {
        let heard = hear(&mut Keyboard::of(platform), &chord);
        assert_eq!(written(&heard), "", "{platform:?}");
        assert_eq!(presses(&heard), [(Key::Num1, Modifiers::ALT)]);
    }
    let option = [down(KeyCode::AltLeft, Logical::Alt), down(KeyCode::Digit2, letter("™"))];
    let heard = hear(&mut Keyboard::of(Platform::Mac), &option);
    assert_eq!((written(&heard).as_str(), presses(&heard)), ("™", Vec::new()));
}

#[test]
fn the_third_layer_writes_and_presses_no_key() {
    let at = [down(KeyCode::AltRight, Logical::AltGraph), down(KeyCode::KeyQ, letter("@"))];
    for platform in [Platform::Windows, Platform::Other] {
        let heard = hear(&mut Keyboard::of(platform), &at);
        assert_eq!((written(&heard).as_str(), presses(&heard)), ("@", Vec::new()));
    }
    let both = |text| {
        [
            down(KeyCode::ControlLeft, Logical::Control),
            down(KeyCode::AltLeft, Logical::Alt),
            down(KeyCode::KeyE, letter(text)),
        ]
    };
    assert_eq!(written(&hear(&mut Keyboard::of(Platform::Windows), &both("€"))), "€");
    assert_eq!(written(&hear(&mut Keyboard::of(Platform::Windows), &both("e"))), "");
    assert_eq!(written(&hear(&mut Keyboard::of(Platform::Other), &both("€"))), "");
}

#[test]
fn one_of_a_pair_let_go_leaves_the_other_held() {
    for (left, right, logical, held) in [
        (KeyCode::ShiftLeft, KeyCode::ShiftRight, Logical::Shift, Modifiers::SHIFT),
        (KeyCode::AltLeft, KeyCode::AltRight, Logical::Alt, Modifiers::ALT),
    ] {
        let mut keyboard = Keyboard::of(Platform::Other);
        hear(&mut keyboard, &[down(left, logical.clone()), down(right, logical.clone())]);
        hear(&mut keyboard, &[up(left, logical.clone())]);
        assert_eq!(keyboard.modifiers(), held);
        hear(&mut keyboard, &[up(right, logical)]);
        assert_eq!(keyboard.modifiers(), Modifiers::NONE);
    }
    // With Shift held, X11 calls Alt Meta; let go alone it is Alt again.
    let mut keyboard = Keyboard::of(Platform::Other);
    hear(
        &mut keyboard,
        &[
            down(KeyCode::ShiftLeft, Logical::Shift),
            down(KeyCode::AltLeft, Logical::Meta),
            up(KeyCode::ShiftLeft, Logical::Shift),
        ],
    );
    assert_eq!(keyboard.modifiers(), Modifiers::ALT);
    hear(&mut keyboard, &[up(KeyCode::AltLeft, Logical::Alt)]);
    assert_eq!(keyboard.modifiers(), Modifiers::NONE);
}

#[test]
fn a_modifier_held_while_leaving_is_not_held_on_return() {
    let left = WindowEvent::WindowFocused(WindowFocused { window: WINDOW, focused: false });
    for leaving in [left, WindowEvent::KeyboardFocusLost(KeyboardFocusLost)] {
        let mut keyboard = Keyboard::of(Platform::Other);
        hear(&mut keyboard, &[down(KeyCode::ControlLeft, Logical::Control), leaving]);
        assert_eq!(keyboard.modifiers(), Modifiers::NONE);
        let heard = hear(&mut keyboard, &[down(KeyCode::KeyA, letter("a"))]);
        assert_eq!(
            (written(&heard).as_str(), presses(&heard)),
            ("a", vec![(Key::A, Modifiers::NONE)])
        );
    }
}

#[test]
fn a_quick_chord_keeps_its_modifier_and_commands_are_the_systems() {
    for (platform, place, logical) in [
        (Platform::Mac, KeyCode::SuperLeft, Logical::Super),
        (Platform::Windows, KeyCode::ControlLeft, Logical::Control),
        (Platform::Other, KeyCode::ControlRight, Logical::Control),
    ] {
        let chord = [
            down(place, logical.clone()),
            down(KeyCode::Enter, Logical::Enter),
            up(place, logical),
            up(KeyCode::Enter, Logical::Enter),
        ];
        let heard = hear(&mut Keyboard::of(platform), &chord);
        let [(Key::Enter, modifiers)] = presses(&heard)[..] else { panic!("{heard:?}") };
        assert!(modifiers.command, "{platform:?}");
    }
    let ctrl = [down(KeyCode::ControlLeft, Logical::Control), down(KeyCode::Enter, Logical::Enter)];
    let heard = hear(&mut Keyboard::of(Platform::Mac), &ctrl);
    assert!(!presses(&heard)[0].1.command, "Ctrl commands nothing on a Mac");
}

#[test]
fn what_is_pasted_has_lines_as_everywhere() {
    for (platform, place, logical) in [
        (Platform::Mac, KeyCode::SuperLeft, Logical::Super),
        (Platform::Windows, KeyCode::ControlLeft, Logical::Control),
    ] {
        let mut keyboard = Keyboard::of(platform);
        hear(&mut keyboard, &[down(place, logical)]);
        let paste = down(KeyCode::KeyV, letter("v"));
        let heard = keyboard.hear(&paste, &mut || Some("one\r\ntwo".to_owned()));
        assert!(heard.contains(&Event::Paste("one\ntwo".to_owned())), "{heard:?}");
        assert_eq!(written(&heard), "");
    }
}

#[test]
fn a_layout_of_other_letters_keeps_its_shortcuts() {
    let mut keyboard = Keyboard::of(Platform::Other);
    let heard = hear(&mut keyboard, &[down(KeyCode::KeyQ, letter("й"))]);
    assert_eq!((written(&heard).as_str(), presses(&heard)), ("й", vec![(Key::Q, Modifiers::NONE)]));
}

#[test]
fn an_input_methods_cursor_counts_letters() {
    let mut keyboard = Keyboard::of(Platform::Other);
    let heard = hear(&mut keyboard, &[preedit("日本")]);
    let whole = ImeEvent::Preedit { text: "日本".to_owned(), active_range_chars: Some(2..2) };
    assert_eq!(heard, [Event::Ime(whole)]);
}

/// What an input method sends, from the first letter to the committed word; its keys are told as each system tells them.
fn methods() -> Vec<(&'static str, Platform, Vec<WindowEvent>, &'static str)> {
    let process = || Logical::Process;
    vec![
        (
            // The server filters the keys; what it lets through while composing never arrives but as releases.
            "ibus and fcitx on X11: Enter commits the letters",
            Platform::Other,
            vec![
                enabled(),
                preedit(""),
                preedit("n"),
                preedit("ni"),
                up(KeyCode::KeyI, letter("i")),
                preedit(""),
                commit("ni"),
                up(KeyCode::Enter, Logical::Enter),
            ],
            "ni",
        ),
        (
            "ibus on X11 that lets the keys through while it composes",
            Platform::Other,
            vec![
                enabled(),
                preedit("に"),
                down(KeyCode::Enter, Logical::Enter),
                preedit(""),
                commit("に"),
                up(KeyCode::Enter, Logical::Enter),
            ],
            "に",
        ),
        (
            "fcitx on Wayland: a commit and the next preedit in one go",
            Platform::Other,
            vec![
                enabled(),
                preedit("ni"),
                preedit("nihao"),
                preedit(""),
                commit("你好"),
                preedit("m"),
                preedit(""),
                commit("吗"),
            ],
            "你好吗",
        ),
        (
            "Wayland: the method goes away in the middle of a word",
            Platform::Other,
            vec![enabled(), preedit("ni"), disabled()],
            "ni",
        ),
        (
            "macOS: Japanese, converted with Space, taken with Enter",
            Platform::Mac,
            vec![
                enabled(),
                preedit("n"),
                preedit("に"),
                preedit("日"),
                preedit(""),
                commit("日"),
                up(KeyCode::Enter, Logical::Enter),
            ],
            "日",
        ),
        (
            "macOS: a dead key",
            Platform::Mac,
            vec![
                down(KeyCode::AltLeft, Logical::Alt),
                enabled(),
                preedit("´"),
                up(KeyCode::AltLeft, Logical::Alt),
                preedit(""),
                commit("é"),
            ],
            "é",
        ),
        (
            "Windows: every key is the method's, Enter and Ctrl+Enter too",
            Platform::Windows,
            vec![
                down(KeyCode::KeyN, process()),
                enabled(),
                preedit("n"),
                up(KeyCode::KeyN, letter("n")),
                down(KeyCode::ControlLeft, Logical::Control),
                down(KeyCode::Enter, process()),
                up(KeyCode::ControlLeft, Logical::Control),
                preedit(""),
                commit("你"),
                disabled(),
                up(KeyCode::Enter, Logical::Enter),
            ],
            "你",
        ),
        (
            "Windows: Hangul commits a syllable while it begins the next",
            Platform::Windows,
            vec![
                down(KeyCode::KeyG, process()),
                enabled(),
                preedit("ㅎ"),
                preedit("하"),
                preedit(""),
                commit("하"),
                preedit("ㄴ"),
                preedit(""),
                commit("ㄴ"),
                disabled(),
            ],
            "하ㄴ",
        ),
        (
            "Windows: Esc gives the letters up",
            Platform::Windows,
            vec![
                down(KeyCode::KeyN, process()),
                enabled(),
                preedit("n"),
                down(KeyCode::Escape, process()),
                preedit(""),
                disabled(),
                up(KeyCode::Escape, Logical::Escape),
            ],
            "",
        ),
    ]
}

/// What a sheet of the interview makes of what a keyboard heard, all of it in one frame or each event in its own.
fn told(
    sheet: Sheet<'_>,
    keyboard: &mut Keyboard,
    events: &[WindowEvent],
    at_once: bool,
) -> (String, Vec<InterviewAction>) {
    let layout = InterviewLayout::new(theme::DESIGN, 2, 190.0, 92.0);
    let view = interview_view(&layout, sheet);
    let text = std::cell::RefCell::new(String::new());
    let done = std::cell::RefCell::new(Vec::new());
    let mut dressed = false;
    let mut harness = Harness::builder().with_size(theme::DESIGN).build_ui(|ui| {
        if !dressed {
            theme::install(ui.ctx());
            dressed = true;
            return;
        }
        let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, theme::DESIGN);
        let mut screen = ui.new_child(egui::UiBuilder::new().max_rect(whole));
        let action = interview_ui(&mut screen, &view, &mut text.borrow_mut(), false);
        done.borrow_mut().extend(action);
    });
    harness.step();
    harness.step();
    for event in events {
        for heard in keyboard.hear(event, &mut || None) {
            harness.event(heard);
        }
        if !at_once {
            harness.step();
        }
    }
    harness.step();
    harness.step();
    drop(harness);
    (text.into_inner(), done.into_inner())
}

#[test]
fn the_keys_of_an_input_method_are_its_own() {
    for (name, platform, events, word) in methods() {
        for at_once in [true, false] {
            let mut keyboard = Keyboard::of(platform);
            let (text, done) = told(Sheet::Write, &mut keyboard, &events, at_once);
            assert_eq!((text.as_str(), done), (word, Vec::new()), "{name}, at once: {at_once}");
            assert_eq!(keyboard.modifiers(), Modifiers::NONE, "{name}");
        }
    }
}

#[test]
fn while_something_is_composed_no_key_hands_in_pauses_or_skips() {
    let pressed = [
        (KeyCode::Enter, Logical::Enter),
        (KeyCode::Escape, Logical::Escape),
        (KeyCode::F1, Logical::F1),
        (KeyCode::F2, Logical::F2),
        (KeyCode::Digit1, letter("1")),
    ];
    for platform in PLATFORMS {
        for command in [false, true] {
            for (place, logical) in &pressed {
                let mut events = vec![enabled(), preedit("ni")];
                if command {
                    events.push(down(KeyCode::ControlLeft, Logical::Control));
                    events.push(down(KeyCode::SuperLeft, Logical::Super));
                }
                events.push(down(*place, logical.clone()));
                events.push(up(*place, logical.clone()));
                for at_once in [true, false] {
                    let (text, done) =
                        told(Sheet::Write, &mut Keyboard::of(platform), &events, at_once);
                    assert_eq!(
                        (text.as_str(), done),
                        ("ni", Vec::new()),
                        "{platform:?} {logical:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_digit_rates_by_itself_and_not_with_alt() {
    let three = [down(KeyCode::Digit3, letter("3")), up(KeyCode::Digit3, letter("3"))];
    let rated = vec![InterviewAction::Do(Command::Rate(Some(Level::new(3))))];
    for platform in PLATFORMS {
        for at_once in [true, false] {
            let mut keyboard = Keyboard::of(platform);
            let alone = told(Sheet::Rate, &mut keyboard, &three, at_once);
            assert_eq!(alone, (String::new(), rated.clone()), "{platform:?}");
            hear(&mut keyboard, &[down(KeyCode::AltLeft, Logical::Alt)]);
            let with_alt = told(Sheet::Rate, &mut keyboard, &three, at_once);
            assert_eq!(with_alt, (String::new(), Vec::new()), "{platform:?}");
        }
    }
}

#[test]
fn after_a_word_is_committed_the_keys_are_the_players_again() {
    let events = [
        enabled(),
        preedit("ni"),
        preedit(""),
        commit("你"),
        down(KeyCode::ControlLeft, Logical::Control),
        down(KeyCode::Enter, Logical::Enter),
        up(KeyCode::ControlLeft, Logical::Control),
    ];
    for at_once in [true, false] {
        let (_, done) = told(Sheet::Write, &mut Keyboard::of(Platform::Other), &events, at_once);
        assert_eq!(done, [InterviewAction::Do(Command::Answer("你".to_owned()))]);
    }
}

#[test]
fn candidates_are_shown_at_the_caret_and_only_where_text_is_written() {
    assert_eq!(composing(None, 1.0), Composing { enabled: false, caret: None });
    let context = egui::Context::default();
    let mut text = "One line.\nAnd another".to_owned();
    let mut last = None;
    for frame in 0..3 {
        let mut output = context.run_ui(egui::RawInput::default(), |ui| {
            let sheet = ui.add(egui::TextEdit::multiline(&mut text).id(egui::Id::new(EDITOR)));
            if frame == 0 {
                sheet.request_focus();
            }
        });
        output.textures_delta.clear();
        last = output.platform_output.ime;
    }
    let output = last.expect("an editor with the keyboard");
    let Composing { enabled, caret: Some(caret) } = composing(Some(&output), 2.0) else {
        panic!("{output:?}")
    };
    assert!(enabled);
    assert!(caret.y > output.rect.center().y * 2.0, "below the second line: {caret} {output:?}");
    assert!(
        caret.x > output.rect.left() * 2.0 + 40.0,
        "behind the last letter: {caret} {output:?}"
    );
    let ended = bevy_egui::egui::output::IMEOutput { should_interrupt_composition: true, ..output };
    assert!(!composing(Some(&ended), 1.0).enabled);
}
