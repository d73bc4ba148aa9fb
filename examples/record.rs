//! Records a whole question as pictures of the real window: asked, typed, reacted to, probed, judged.
//!
//! `xvfb-run -s '-screen 0 1280x720x24' cargo run --example record` leaves the frames under `target/record/`; another
//! seed may be given behind `--`. Time goes by in equal steps and words alone are compared, so a seed gives the same
//! performance every time, however fast the machine is.

use std::{collections::VecDeque, fs, path::PathBuf, time::Duration};

use bevy::{
    app::AppExit,
    prelude::*,
    render::view::screenshot::{Screenshot, save_to_disk},
    time::TimeUpdateStrategy,
    window::PrimaryWindow,
};
use bevy_egui::{PrimaryEguiContext, egui, input::EguiInputEvent};
use hotseat::{
    game::{
        GamePlugin, can_open,
        dialogue::Caption,
        session::{ActiveSession, Intent, SaveFolder},
        settings::Presentation,
        window,
    },
    interview::session::{Settings, Turn},
    storage::{clock::Clock, scenarios},
};

/// Steps of time a second.
const STEPS: f64 = 30.0;
/// A picture is kept of each of so many steps.
const EVERY: usize = 5;
/// The letters that are typed in one step.
const LETTERS: usize = 1;

const ANSWER: &str = "About eight months ago our enterprise customers were churning at 15% a year although they loved \
    the product. We sold to IT while Operations used it. I proposed we target Operations instead, ran a 90-day pilot \
    with ten prospects and rewrote the pitch deck myself.";
const ADDITION: &str =
    "We closed 7 of 10 deals at $85K instead of $60K, and the pilot became our standard approach.";

/// What is done next.
#[derive(Clone, Copy, Debug)]
enum Cue {
    /// Lets so many steps go by.
    Wait(usize),
    /// Sits down.
    Begin,
    /// Lets the panel finish what it says.
    Listen,
    /// Types a text, letter by letter.
    Type(&'static str),
    /// Presses a key.
    Press(egui::Key, egui::Modifiers),
    /// Goes on with the cues up to the next wait only if the panel asks for more.
    IfAsked(usize),
    /// Closes the window.
    Close,
}

#[derive(Resource)]
struct Script {
    cues: VecDeque<Cue>,
    settings: Settings,
    step: usize,
    folder: PathBuf,
}

fn main() {
    if let Err(why) = can_open::window_possible() {
        eprintln!("{why}");
        return;
    }
    let seed = std::env::args().nth(1).and_then(|seed| seed.parse().ok()).unwrap_or(7);
    let settings = Settings { seed, ..Settings::default() };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/record");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("the last record can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder for the frames");
    let submit = Cue::Press(egui::Key::Enter, egui::Modifiers::COMMAND | egui::Modifiers::CTRL);
    let cues = VecDeque::from([
        Cue::Wait(40),
        Cue::Begin,
        Cue::Wait(90),
        Cue::Listen,
        Cue::Wait(20),
        Cue::Type(ANSWER),
        Cue::Wait(90),
        submit,
        Cue::Wait(30),
        Cue::IfAsked(4),
        Cue::Listen,
        Cue::Type(ADDITION),
        Cue::Wait(60),
        submit,
        Cue::Wait(40),
        Cue::Press(egui::Key::Num4, egui::Modifiers::NONE),
        Cue::Wait(60),
        Cue::Close,
    ]);
    window::app(GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings,
        story: None,
        seed: Some(settings.seed),
        take_up: false,
        presentation: Presentation::default(),
        save_folder: SaveFolder(None),
        clock: Clock::system(),
    })
    .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_secs_f64(1.0 / STEPS)))
    .insert_resource(Script { cues, settings, step: 0, folder: folder.clone() })
    .add_systems(First, (hold_focus, perform, keep_picture).chain())
    .run();
    let frames = fs::read_dir(&folder).map_or(0, Iterator::count);
    println!("{frames} frames in {}", folder.display());
}

/// Without a window manager nobody else gives a window the focus, and a window without it sleeps.
fn hold_focus(mut window: Single<&mut Window, With<PrimaryWindow>>) {
    if !window.focused {
        window.focused = true;
    }
}

fn perform(
    mut script: ResMut<Script>,
    context: Option<Single<Entity, With<PrimaryEguiContext>>>,
    active: Option<Res<ActiveSession>>,
    caption: Res<Caption>,
    mut typed: Local<usize>,
    mut waited: Local<usize>,
    mut inputs: MessageWriter<EguiInputEvent>,
    mut intents: MessageWriter<Intent>,
    mut exit: MessageWriter<AppExit>,
) {
    let Some(context) = context.map(|context| *context) else { return };
    let Some(cue) = script.cues.front().copied() else { return };
    let done = match cue {
        Cue::Wait(steps) => {
            *waited += 1;
            *waited >= steps
        }
        Cue::Begin => {
            intents.write(Intent::Begin(script.settings));
            true
        }
        Cue::Listen => !caption.is_typing(),
        Cue::Type(text) => {
            let letters: String = text.chars().skip(*typed).take(LETTERS).collect();
            *typed += LETTERS;
            inputs.write(EguiInputEvent { context, event: egui::Event::Text(letters) });
            *typed >= text.chars().count()
        }
        Cue::Press(key, modifiers) => {
            for pressed in [true, false] {
                let event =
                    egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
                inputs.write(EguiInputEvent { context, event });
            }
            true
        }
        Cue::IfAsked(cues) => {
            let asked = active.is_some_and(|active| active.get().turn() == Turn::Probe);
            if !asked {
                script.cues.drain(1..=cues);
            }
            true
        }
        Cue::Close => {
            exit.write(AppExit::Success);
            true
        }
    };
    if done {
        (*typed, *waited) = (0, 0);
        script.cues.pop_front();
    }
}

fn keep_picture(mut script: ResMut<Script>, mut commands: Commands) {
    if script.step.is_multiple_of(EVERY) {
        let path = script.folder.join(format!("frame-{:04}.png", script.step / EVERY));
        commands.spawn(Screenshot::primary_window()).observe(save_to_disk(path));
    }
    script.step += 1;
}
