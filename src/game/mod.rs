//! The window: Bevy draws the stage, egui everything that is read or written.

pub mod answer;
pub mod bringing;
pub mod can_open;
pub mod demonstration;
pub mod dialogue;
mod drawn;
pub mod engine;
pub mod facts;
pub mod feedback;
pub mod gym;
pub mod icon;
mod in_turn;
pub mod keyboard;
pub mod letters;
pub mod memory;
pub mod mishap;
pub mod mock_panel;
pub mod notice;
pub mod pace;
pub mod practice;
mod saving;
pub mod screen;
pub mod screens;
pub mod second_window;
pub mod section_card;
pub mod session;
pub mod settings;
pub mod settling;
pub mod stage;
pub mod theme;
pub mod view;
pub mod window;

use bevy::{prelude::*, state::app::StatesPlugin};
use bevy_egui::EguiPlugin;

use crate::{
    game::{
        screen::Screen,
        screens::briefing::choices::Choices,
        session::{Intent, Library, SaveFolder, WallClock},
        settings::Presentation,
    },
    interview::{scoring::Story, session::Settings},
    storage::{clock::Clock, scenarios::Loaded},
};

/// The order of a frame: what was asked for is done to the session, then what came of it is shown.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppSystems {
    /// Takes what has come from beside the frames.
    Input,
    /// Carries out what the screens asked for in the frame before.
    Session,
    /// Shows what came of it.
    Present,
}

/// The game without the window it is shown in.
pub struct GamePlugin {
    /// The scenario that is chosen at the start.
    pub scenario: Loaded,
    /// What the briefing begins with, the seed aside.
    pub settings: Settings,
    /// Whose story was chosen before; none where the briefing is to ask.
    pub story: Option<Story>,
    /// The seed that the player set; without one every interview has its own.
    pub seed: Option<u64>,
    /// Whether to go on with the unfinished interview at once.
    pub take_up: bool,
    /// How things are shown.
    pub presentation: Presentation,
    /// Where sessions are kept.
    pub save_folder: SaveFolder,
    /// The clock by which they are.
    pub clock: Clock,
}

impl GamePlugin {
    /// What the game is without anything to see it by: the library, the session, the screen that is on.
    pub fn rules(&self, app: &mut App) {
        if !app.is_plugin_added::<StatesPlugin>() {
            app.add_plugins(StatesPlugin);
        }
        app.insert_resource(Library::new(self.scenario.clone()))
            .insert_resource(self.save_folder.clone())
            .insert_resource(WallClock(self.clock.clone()))
            .insert_resource(Choices {
                story: self.story,
                ..Choices::with_seed(self.settings, self.seed)
            })
            .insert_resource(self.presentation)
            .init_state::<Screen>()
            .configure_sets(
                Update,
                (AppSystems::Input, AppSystems::Session, AppSystems::Present).chain(),
            )
            .add_plugins((
                mishap::plugin,
                notice::plugin,
                engine::plugin,
                session::plugin,
                dialogue::plugin,
                answer::plugin,
                section_card::plugin,
                practice::plugin,
                demonstration::rules,
                bringing::rules,
                mock_panel::plugin,
                gym::plugin,
                screens::follow_session,
            ));
        if self.take_up {
            app.world_mut().write_message(Intent::TakeUp);
        }
    }
}

impl Plugin for GamePlugin {
    fn build(&self, app: &mut App) {
        self.rules(app);
        app.add_plugins(EguiPlugin::default()).add_plugins((
            stage::plugin,
            window::plugin,
            keyboard::plugin,
            letters::plugin,
            pace::plugin,
            settling::plugin,
            view::plugin,
            memory::plugin,
            demonstration::plugin,
            second_window::plugin,
            bringing::plugin,
            screens::plugin,
        ));
    }

    fn finish(&self, app: &mut App) {
        window::replace_shader(app);
        stage::room::backdrop::watch_pipelines(app);
        in_turn::run_systems_in_turn(app);
    }
}
