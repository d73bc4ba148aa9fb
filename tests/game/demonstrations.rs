//! The trainer's stage: gone through by a clicker's keys, with a picture of every step.

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::{
        demonstration::{Demonstration, Overlay},
        screen::Screen,
        settings::Presentation,
        stage::StageView,
    },
    interview::{
        demonstration::steps::{MarksShown, Shows},
        session::Settings,
    },
};
use image::{RgbImage, imageops::FilterType};

use crate::{
    pictures::{built_in, can_draw, check_stage},
    stagehand::{Stagehand, panel_of},
};

const NONE: Modifiers = Modifiers::NONE;
const WRITTEN: &str = "Engineering, Sales and Marketing each wanted the next three months. I brought them into one \
    session and we agreed on a plan.";
const CHANGED: &str = "Engineering, Sales and Marketing each wanted the next three months. I brought them into one \
    two-hour session, showed that our NPS had fallen from 45 to 38, and proposed six weeks of performance, four of SSO and \
    two for a demo. All three agreed, and we closed the $500K deal.";

fn opened(size: (u32, u32)) -> Stagehand {
    Stagehand::open(built_in(), Settings { seed: 7, ..Settings::default() }, size)
}

fn shows(hand: &Stagehand) -> Shows {
    hand.look_at::<Demonstration>().run().shows()
}

/// A step stands until everything has come to rest.
fn settle(hand: &mut Stagehand) {
    hand.pass(0.8);
}

/// The name of a step in the name of its picture.
fn named(shows: Shows) -> String {
    match shows {
        Shows::Asked => "asked".to_owned(),
        Shows::Telling { answer, to, .. } => format!("telling-{answer}-{to}"),
        Shows::Marked(answer) => format!("marked-{answer}"),
        Shows::Beside { twin, marked } => format!("beside-{twin}-{marked}"),
        Shows::Principle(twin) => format!("principle-{twin}"),
        Shows::Room => "room".to_owned(),
        Shows::RoomJudged => "room-judged".to_owned(),
        Shows::RoomCompared => "room-compared".to_owned(),
    }
}

/// The share of dark letters in a picture that was scaled to a quarter, as the back row sees it.
fn ink_from_the_back(picture: &RgbImage) -> f64 {
    let (width, height) = (picture.width() / 4, picture.height() / 4);
    let small = image::imageops::resize(picture, width, height, FilterType::Triangle);
    let dark = small.pixels().filter(|p| p[0] < 170 && p[1] < 175 && p[2] < 190).count();
    dark as f64 / f64::from(width * height)
}

#[test]
fn two_presses_lead_from_the_title_to_the_first_sentence() {
    if !can_draw() {
        return;
    }
    let mut hand = opened((1280, 720));
    hand.key(Key::A, NONE);
    assert_eq!(shows(&hand), Shows::Asked);
    settle(&mut hand);
    check_stage(&hand.picture("stage-asked-first"));
    hand.key(Key::Space, NONE);
    assert_eq!(shows(&hand), Shows::Telling { answer: 0, from: 0, to: 1 });
    settle(&mut hand);
    check_stage(&hand.picture("stage-first-sentence"));
    hand.key(Key::PageUp, NONE);
    assert_eq!(shows(&hand), Shows::Asked);
    hand.key(Key::Escape, NONE);
    hand.frames(4);
    assert_eq!(hand.screen(), Screen::Title);
}

/// The whole program by a clicker's keys; pictures of the steps of its first piece and of the room's.
fn run_the_program(size: (u32, u32)) {
    let mut hand = opened(size);
    hand.key(Key::A, NONE);
    hand.key(Key::P, NONE);
    let mut seen = Vec::new();
    let mut pictured = std::collections::BTreeSet::new();
    for _ in 0..200 {
        let now = shows(&hand);
        let piece = hand.look_at::<Demonstration>().run().piece();
        seen.push((piece, now));
        let worth = match now {
            Shows::Telling { from, .. } => from == 1,
            Shows::Beside { twin, .. } | Shows::Principle(twin) => twin == 1,
            _ => true,
        };
        if worth && piece != 3 && pictured.insert((piece, named(now))) {
            settle(&mut hand);
            let picture = hand.picture(&format!("stage-{piece}-{}", named(now)));
            let on_stage = hand.look_at::<StageView>().scene.is_some();
            assert_eq!(on_stage, matches!(now, Shows::Asked | Shows::Telling { .. } | Shows::Room));
            assert!(ink_from_the_back(&picture) > 0.004, "{now:?}");
        }
        if now == Shows::Room {
            break;
        }
        hand.key(Key::PageDown, NONE);
    }
    assert_eq!(seen.last(), Some(&(4, Shows::Room)), "the program ends with the room");
    hand.write(WRITTEN);
    settle(&mut hand);
    hand.picture("stage-4-room-written");
    hand.key(Key::Enter, Modifiers::COMMAND);
    assert_eq!(shows(&hand), Shows::RoomJudged);
    settle(&mut hand);
    hand.picture("stage-4-room-judged");
    hand.key(Key::R, NONE);
    assert_eq!(shows(&hand), Shows::Room);
    hand.key(Key::A, Modifiers::COMMAND);
    hand.write(CHANGED);
    hand.key(Key::PageDown, NONE);
    assert_eq!(shows(&hand), Shows::RoomJudged, "what is written counts when the trainer goes on");
    hand.key(Key::PageDown, NONE);
    assert_eq!(shows(&hand), Shows::RoomCompared);
    settle(&mut hand);
    hand.picture("stage-4-room-compared");
    let run = hand.look_at::<Demonstration>().run();
    assert_eq!(run.written(), [WRITTEN, CHANGED]);
    hand.key(Key::PageDown, NONE);
    assert_eq!(shows(&hand), Shows::RoomCompared, "the end is the end");
}

#[test]
fn a_clicker_runs_the_program_and_the_room_answers_at_1280_by_720() {
    if can_draw() {
        run_the_program((1280, 720));
    }
}

#[test]
fn a_clicker_runs_the_program_and_the_room_answers_at_1920_by_1080() {
    if can_draw() {
        run_the_program((1920, 1080));
    }
}

/// The steps that hold most, on a stage of this size with this many on the panel.
fn fullest_steps(size: (u32, u32), panel: usize) {
    let mut scene = built_in();
    if panel != 2 {
        let five = panel_of(panel);
        let text = scene.text.replace("asked_by: \"vp-product\"", "asked_by: \"p0\"");
        let text = text.replace("asked_by: \"director-of-engineering\"", "asked_by: \"p4\"");
        let (head, tail) = text.split_once("  panel: [").expect("a panel");
        let (_, tail) = tail.split_once("  sections: [").expect("sections");
        let (_, people) = five.text.split_once("panel: [").expect("a panel");
        let (people, _) = people.split_once("], sections").expect("its end");
        scene.text = format!("{head}  panel: [{people}],\n  sections: [{tail}");
        scene.scenario = hotseat::interview::scenario::Scenario::from_ron(&scene.text)
            .expect("the same questions by another panel");
    }
    let mut hand = Stagehand::open(scene, Settings { seed: 7, ..Settings::default() }, size);
    hand.key(Key::A, NONE);
    hand.key(Key::M, NONE);
    hand.key(Key::M, NONE);
    assert_eq!(hand.look_at::<Demonstration>().run().program().marks, MarksShown::On);
    hand.key(Key::S, NONE);
    hand.key(Key::S, NONE);
    // The longest question and its longest answer, a paragraph at a time.
    hand.key(Key::Num3, NONE);
    settle(&mut hand);
    hand.picture(&format!("stage-full-{panel}-asked"));
    hand.key(Key::ArrowRight, NONE);
    settle(&mut hand);
    hand.picture(&format!("stage-full-{panel}-telling"));
    for _ in 0..40 {
        if matches!(shows(&hand), Shows::Beside { marked: true, .. }) {
            break;
        }
        hand.key(Key::ArrowRight, NONE);
    }
    settle(&mut hand);
    hand.picture(&format!("stage-full-{panel}-beside"));
    hand.key(Key::W, NONE);
    hand.write(CHANGED);
    settle(&mut hand);
    hand.picture(&format!("stage-full-{panel}-room"));
}

#[test]
fn the_fullest_steps_are_drawn_at_every_size() {
    if can_draw() {
        for (size, panel) in [((960, 600), 5), ((1280, 720), 5), ((2560, 1440), 5), ((960, 600), 2)]
        {
            fullest_steps(size, panel);
        }
    }
}

#[test]
fn the_screen_goes_dark_and_keys_notes_and_program_lie_over_it() {
    if !can_draw() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder for the test");
    let mut hand = Stagehand::open_in(
        Some(folder.path()),
        built_in(),
        Settings { seed: 7, ..Settings::default() },
        (1280, 720),
    );
    hand.key(Key::A, NONE);
    hand.key(Key::Space, NONE);
    hand.key(Key::Period, NONE);
    settle(&mut hand);
    let dark = hand.picture("stage-dark");
    assert!(dark.pixels().all(|p| p.0 == [0, 0, 0]));
    hand.key(Key::Space, NONE);
    assert_eq!(shows(&hand), Shows::Telling { answer: 0, from: 0, to: 1 }, "light first");
    for (key, name) in [(Key::F1, "keys"), (Key::N, "notes"), (Key::O, "arrange")] {
        hand.key(key, NONE);
        settle(&mut hand);
        hand.picture(&format!("stage-{name}"));
        hand.key(Key::Escape, NONE);
        assert_eq!(hand.look_at::<Demonstration>().overlay, None);
    }
    hand.key(Key::O, NONE);
    hand.key(Key::ArrowDown, Modifiers::SHIFT);
    assert_eq!(hand.look_at::<Demonstration>().overlay, Some(Overlay::Arrange(1)));
    assert_eq!(hand.look_at::<Demonstration>().run().piece(), 1, "what is shown moves along");
    hand.key(Key::ArrowDown, NONE);
    hand.key(Key::X, NONE);
    assert!(hand.look_at::<Demonstration>().run().program().pieces[2].left_out);
    hand.key(Key::Escape, NONE);
    // Left and opened again, it can be gone on with where it stopped.
    hand.key(Key::Space, NONE);
    let stood = hand.look_at::<Demonstration>().run().saved();
    hand.key(Key::Escape, NONE);
    hand.frames(4);
    hand.key(Key::A, NONE);
    assert_eq!(hand.look_at::<Demonstration>().left.as_ref(), Some(&stood));
    hand.key(Key::R, NONE);
    assert_eq!(hand.look_at::<Demonstration>().run().saved(), stood);
}

/// What rounding may add to a colour.
const NOISE: u8 = 6;

/// The sheet on which the words stand, in a picture of 960 by 600.
fn sheet(picture: &RgbImage) -> Vec<u8> {
    image::imageops::crop_imm(picture, 40, 420, 880, 160).to_image().into_raw()
}

#[test]
fn with_less_motion_a_sentence_fades_in_where_it_stands() {
    if !can_draw() {
        return;
    }
    let mut hand = opened((960, 600));
    hand.present(Presentation { reduced_motion: true, ..Presentation::default() });
    hand.key(Key::A, NONE);
    for step in ["first", "second", "third"] {
        settle(&mut hand);
        hand.key(Key::Space, NONE);
        let coming = sheet(&hand.picture(&format!("less-motion-{step}-coming")));
        settle(&mut hand);
        let there = sheet(&hand.picture(&format!("less-motion-{step}-there")));
        assert!(coming != there, "the {step} sentence is seen as it comes");
        // Dark letters on paper that only fade are nowhere darker than they will be: none of them moves, and none is left
        // of those before them.
        let darker = coming.iter().zip(&there).filter(|(a, b)| a.saturating_add(NOISE) < **b);
        assert_eq!(darker.count(), 0, "the {step} sentence");
    }
}

#[test]
fn an_answer_goes_on_by_itself_at_its_pace_and_stops_where_the_room_has_the_word() {
    if !can_draw() {
        return;
    }
    let mut hand = opened((960, 600));
    hand.present(Presentation { reduced_motion: true, ..Presentation::default() });
    hand.key(Key::A, NONE);
    hand.key(Key::A, NONE);
    let takes = hand.look_at::<Demonstration>().run().takes().expect("a question takes its time");
    hand.pass(takes as f32 / 1000.0 + 0.6);
    assert_eq!(shows(&hand), Shows::Telling { answer: 0, from: 0, to: 1 });
    for _ in 0..400 {
        if shows(&hand) == Shows::Marked(0) {
            break;
        }
        hand.pass(0.5);
    }
    assert_eq!(shows(&hand), Shows::Marked(0));
    hand.pass(30.0);
    assert_eq!(shows(&hand), Shows::Marked(0), "the room has the word");
}
