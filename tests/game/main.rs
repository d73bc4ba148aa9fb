//! The game without a window: its rules, its panels by their labels, and a picture of every screen.

mod bringing;
mod caret;
mod debriefs;
mod demonstrations;
mod gym;
mod keyboard;
mod mock_panels;
mod panel;
mod panels;
mod pictures;
mod practice;
mod reading;
mod rules;
mod sized;
mod sizes;
mod stagehand;
mod stories;
