//! Measures what a frame of the interview costs at 1280×720 while the question is said and while the panel listens.
//!
//! `cargo run --example frame_time` measures the build that `cargo run` plays; `--release` the optimised one. It draws
//! without a window, so nothing waits for a screen; the picture taken at the end waits for every frame to be drawn.

#[path = "../tests/game/stagehand.rs"]
mod stagehand;

use std::time::Instant;

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{game::driver, interview::session::Settings, storage::scenarios};

use crate::stagehand::Stagehand;

const FRAMES: usize = 150;

fn main() {
    if !driver::graphics_driver() {
        eprintln!("There is no Vulkan driver to draw with.");
        return;
    }
    let scenario = scenarios::load(None).expect("the built-in scenario loads");
    let mut hand =
        Stagehand::open(scenario, Settings { seed: 7, ..Settings::default() }, (1280, 720));
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::NONE);
    hand.picture("warm-up");
    for name in ["while the question is said", "while the panel listens"] {
        let start = Instant::now();
        hand.frames(FRAMES);
        hand.picture("measured");
        let each = start.elapsed().as_secs_f32() * 1000.0 / FRAMES as f32;
        println!("{name}: {each:.1} ms a frame, mean of {FRAMES}");
        hand.write("I ran a pilot with ten prospects.");
    }
}
