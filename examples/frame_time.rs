//! Measures what a frame costs at 1280×720: of the interview while the question is said and while the panel listens, for
//! two and for five panelists; of the trainer's stage with five panelists while an answer is told; and what a window
//! costs that nobody touches.
//!
//! `cargo run --release --example frame_time` measures the optimised build, without `--release` the one that `cargo run`
//! plays. Frames are drawn without a window, so nothing waits for a screen, each 16 ms of play after the last; the
//! picture taken at the end waits for every frame to be drawn. With a display (`xvfb-run` will do) a window is opened
//! last, and what it costs at rest is read from the process's own time, which Linux alone tells.

#[allow(dead_code, reason = "pictures need more of it than measuring does")]
#[path = "../tests/game/stagehand.rs"]
mod stagehand;

use std::{
    fs,
    time::{Duration, Instant},
};

use bevy::{app::AppExit, prelude::*, window::PrimaryWindow};
use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::{
        GamePlugin, can_open,
        session::{Intent, SaveFolder},
        settings::Presentation,
        window,
    },
    interview::session::Settings,
    storage::{
        clock::Clock,
        scenarios::{self, Loaded},
    },
};

use crate::stagehand::{Stagehand, panel_of};

const FRAMES: u32 = 150;

fn settings() -> Settings {
    Settings { seed: 7, ..Settings::default() }
}

fn main() {
    if !can_open::graphics_driver() {
        eprintln!("There is no Vulkan driver to draw with.");
        return;
    }
    let build = if cfg!(debug_assertions) { "dev" } else { "release" };
    println!("build: {build}; 1280×720; driver: {}", can_open::drivers().join(", "));
    let two = measure("two panelists", scenarios::load(None).expect("the built-in scenario loads"));
    let five = measure("five panelists", panel_of(5));
    let times = |of: fn(&Cost) -> f32| of(&five) / of(&two);
    println!(
        "five panelists beside two: {:.2} times the time, {:.2} times the processor time",
        times(|cost| cost.wall),
        times(|cost| cost.processor)
    );
    measure_telling();
    if std::env::var_os("DISPLAY").is_some() {
        rest();
    } else {
        println!("at rest: not measured, there is no display");
    }
}

/// What a frame costs, in milliseconds.
struct Cost {
    wall: f32,
    processor: f32,
}

/// Measures a panel; gives what a frame costs while the question is said.
fn measure(who: &str, scenario: Loaded) -> Cost {
    let mut hand = Stagehand::open(scenario, settings(), (1280, 720));
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::NONE);
    // The title card goes first.
    hand.pass(2.6);
    hand.picture("warm-up");
    let costs = ["while the question is said", "while the panel listens"].map(|what| {
        let cost = frames_cost(&mut hand, &format!("{who}, {what}"));
        hand.write("I ran a pilot with ten prospects.");
        cost
    });
    let [said, _] = costs;
    said
}

/// Measures the trainer's stage while somebody in the hot seat tells an answer to five.
fn measure_telling() {
    let mut hand = Stagehand::open(panel_of(5), settings(), (1280, 720));
    hand.key(Key::A, Modifiers::NONE);
    hand.key(Key::Space, Modifiers::NONE);
    hand.picture("warm-up");
    frames_cost(&mut hand, "five panelists, while an answer is told to them");
}

/// Prints and gives what a frame costs from here on.
fn frames_cost(hand: &mut Stagehand, what: &str) -> Cost {
    let (start, before) = (Instant::now(), processor_seconds());
    hand.frames(FRAMES as usize);
    hand.picture("measured");
    let each = |seconds: f32| seconds * 1000.0 / FRAMES as f32;
    let wall = each(start.elapsed().as_secs_f32());
    let processor = before.zip(processor_seconds()).map_or(f32::NAN, |(from, to)| each(to - from));
    println!("{what}: {wall:.1} ms a frame, {processor:.1} ms of processor time, mean of {FRAMES}");
    Cost { wall, processor }
}

/// The processor time that this process used so far, over all cores.
fn processor_seconds() -> Option<f32> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?;
    // Linux counts in hundredths of a second for programs, whatever the kernel's own clock.
    Some(ticks as f32 / 100.0)
}

/// How long the window is left alone before and while it is measured.
const SETTLES: Duration = Duration::from_secs(8);
const MEASURED: Duration = Duration::from_secs(20);

/// The window is measured with reduced motion first, then with all of it.
#[derive(Resource)]
struct Watch {
    since: Instant,
    from: Option<(Instant, f32)>,
}

/// Opens a window on the first question and measures it while nobody touches it.
fn rest() {
    let mut app = window::app(GamePlugin {
        scenario: scenarios::load(None).expect("the built-in scenario loads"),
        settings: settings(),
        story: None,
        seed: Some(settings().seed),
        take_up: false,
        presentation: Presentation { reduced_motion: true, ..Presentation::default() },
        save_folder: SaveFolder(None),
        clock: Clock::system(),
    });
    app.world_mut().write_message(Intent::Begin(settings()));
    app.insert_resource(Watch { since: Instant::now(), from: None })
        .add_systems(Update, (hold_focus, read_watch))
        .run();
}

/// Without a window manager nobody else gives a window the focus.
fn hold_focus(mut window: Single<&mut Window, With<PrimaryWindow>>) {
    if !window.focused {
        window.focused = true;
    }
}

fn read_watch(
    mut watch: ResMut<Watch>,
    mut presentation: ResMut<Presentation>,
    mut exit: MessageWriter<AppExit>,
) {
    let now = Instant::now();
    let Some(used) = processor_seconds() else {
        println!("at rest: not measured, this system does not tell a process its time");
        exit.write(AppExit::Success);
        return;
    };
    match watch.from {
        None if now - watch.since > SETTLES => watch.from = Some((now, used)),
        Some((from, before)) if now - from > MEASURED => {
            let share = (used - before) / (now - from).as_secs_f32() * 100.0;
            let motion = if presentation.reduced_motion { "reduced" } else { "full" };
            println!("a window at rest, {motion} motion: {share:.1} % of one core");
            if !presentation.reduced_motion {
                exit.write(AppExit::Success);
            }
            presentation.reduced_motion = false;
            *watch = Watch { since: now, from: None };
        }
        _ => {}
    }
}
