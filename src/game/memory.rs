//! What the game remembers from one start to the next: the briefing's choices, how things are shown, and the window.

use std::path::PathBuf;

use bevy::{
    app::AppExit,
    ecs::system::NonSendMarker,
    prelude::*,
    window::{PrimaryWindow, WindowMode},
    winit::WINIT_WINDOWS,
};

use crate::{
    game::{
        notice::Notice, screens::briefing::choices::Choices, session::SaveFolder,
        settings::Presentation, settling::Settling, view::View,
    },
    storage::settings::{Remembered, RememberedWindow},
};

/// How long the choices must have stood before they are written, in seconds.
const STOOD: f32 = 1.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Settling>()
        .init_resource::<View>()
        .add_message::<AppExit>()
        .add_systems(PreStartup, recall)
        .add_systems(Last, (watch_window, remember).chain());
}

/// What is remembered, and what it is compared with.
#[derive(Resource, Debug)]
pub struct Memory {
    folder: Option<PathBuf>,
    /// What is on disk.
    kept: Remembered,
    /// What the game was started with: command line and environment may differ from what is remembered.
    began: Remembered,
    /// What is to be written, and for how long it has stood.
    next: (Remembered, f32),
    window: RememberedWindow,
}

fn recall(
    mut commands: Commands,
    folder: Res<SaveFolder>,
    choices: Res<Choices>,
    presentation: Res<Presentation>,
) {
    let kept = folder.0.as_deref().map(Remembered::read).unwrap_or_default();
    let view = View { zoom: kept.zoom, full_screen: kept.window.full_screen };
    commands.insert_resource(view);
    commands.insert_resource(Memory {
        folder: folder.0.clone(),
        kept,
        began: now(&choices, *presentation, view, kept.window),
        next: (kept, 0.0),
        window: kept.window,
    });
}

/// What the game would remember if it ended now.
fn now(
    choices: &Choices,
    presentation: Presentation,
    view: View,
    window: RememberedWindow,
) -> Remembered {
    Remembered {
        settings: choices.settings,
        story: choices.story,
        exam_face: presentation.exam_face,
        reduced_motion: presentation.reduced_motion,
        parts_in_live: presentation.parts_in_live,
        zoom: view.zoom,
        window: RememberedWindow { full_screen: view.full_screen, ..window },
    }
    .within_bounds()
}

/// What is to be remembered: what was changed since the start; of the rest, what was remembered before.
fn chosen(kept: &Remembered, began: &Remembered, now: &Remembered) -> Remembered {
    fn one<T: PartialEq + Copy>(kept: T, began: T, now: T) -> T {
        if now == began { kept } else { now }
    }
    let mut settings = now.settings;
    settings.order = one(kept.settings.order, began.settings.order, now.settings.order);
    settings.answers = one(kept.settings.answers, began.settings.answers, now.settings.answers);
    settings.pace = one(kept.settings.pace, began.settings.pace, now.settings.pace);
    settings.probes = one(kept.settings.probes, began.settings.probes, now.settings.probes);
    Remembered {
        settings,
        story: one(kept.story, began.story, now.story),
        exam_face: one(kept.exam_face, began.exam_face, now.exam_face),
        reduced_motion: one(kept.reduced_motion, began.reduced_motion, now.reduced_motion),
        parts_in_live: one(kept.parts_in_live, began.parts_in_live, now.parts_in_live),
        zoom: now.zoom,
        window: now.window,
    }
}

/// Notes the window's size once it has come to rest.
fn watch_window(
    mut memory: ResMut<Memory>,
    settling: Res<Settling>,
    windows: Query<(Entity, Ref<Window>), With<PrimaryWindow>>,
    mut rests: Local<bool>,
    _main_thread: NonSendMarker,
) {
    let came_to_rest = settling.is_over() && !*rests;
    *rests = settling.is_over();
    let Ok((entity, window)) = windows.single() else { return };
    if !came_to_rest || window.mode != WindowMode::Windowed {
        return;
    }
    let maximised = WINIT_WINDOWS.with_borrow(|windows| {
        windows.get_window(entity).is_some_and(|window| window.is_maximized())
    });
    memory.window.maximised = maximised;
    if !maximised {
        memory.window.width = window.width();
        memory.window.height = window.height();
    }
}

/// Writes what is to be remembered once it has stood for a moment, and before the game ends.
fn remember(
    mut memory: ResMut<Memory>,
    choices: Res<Choices>,
    presentation: Res<Presentation>,
    view: Res<View>,
    time: Res<Time<Real>>,
    mut ends: MessageReader<AppExit>,
    mut notice: ResMut<Notice>,
) {
    let memory = memory.bypass_change_detection();
    let now = now(&choices, *presentation, *view, memory.window);
    let chosen = chosen(&memory.kept, &memory.began, &now);
    let stood = if chosen == memory.next.0 { memory.next.1 + time.delta_secs() } else { 0.0 };
    memory.next = (chosen, stood);
    let ends = ends.read().count() > 0;
    if chosen == memory.kept || !(ends || stood >= STOOD) {
        return;
    }
    let Some(folder) = &memory.folder else { return };
    let written = chosen.write(folder);
    // Tried once: a folder that cannot be written is said for the words that are in danger, and here only if free.
    memory.kept = chosen;
    memory.began = now;
    if let Err(error) = written
        && notice.0.is_none()
    {
        notice.0 = Some(format!("What you chose cannot be remembered: {error}."));
    }
}

/// Makes the window as large as it was left.
pub fn maximise(memory: Res<Memory>, mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    if memory.window.maximised {
        for mut window in &mut windows {
            window.set_maximized(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{path::Path, time::Duration};

    use bevy::time::TimeUpdateStrategy;

    use super::*;
    use crate::interview::session::{Pace, Probes, Settings};

    fn started(folder: &Path, settings: Settings, presentation: Presentation) -> App {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins)
            .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(200)))
            .insert_resource(SaveFolder(Some(folder.into())))
            .insert_resource(Choices::new(settings))
            .insert_resource(presentation)
            .init_resource::<Notice>();
        plugin(&mut app);
        app.update();
        app
    }

    #[test]
    fn what_is_chosen_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = started(folder.path(), Settings::default(), Presentation::default());
        let mut choices = app.world_mut().resource_mut::<Choices>();
        choices.settings.pace = Pace::Live;
        choices.settings.probes = Probes::Two;
        choices.settings.seed = 77;
        app.world_mut().resource_mut::<Presentation>().exam_face = true;
        app.world_mut().resource_mut::<View>().zoom = 1.2;
        app.world_mut().resource_mut::<View>().full_screen = true;
        app.world_mut().write_message(AppExit::Success);
        app.update();
        let read = Remembered::read(folder.path());
        let wanted = Settings { pace: Pace::Live, probes: Probes::Two, ..Settings::default() };
        assert_eq!((read.settings, read.exam_face, read.zoom), (wanted, true, 1.2));
        assert!(read.window.full_screen);
    }

    #[test]
    fn choices_that_have_stood_are_written_before_the_game_ends() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = started(folder.path(), Settings::default(), Presentation::default());
        app.world_mut().resource_mut::<Presentation>().reduced_motion = true;
        app.update();
        assert!(!Remembered::read(folder.path()).reduced_motion);
        for _ in 0..8 {
            app.update();
        }
        assert!(Remembered::read(folder.path()).reduced_motion);
    }

    #[test]
    fn what_was_asked_for_once_is_not_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let live = Settings { pace: Pace::Live, ..Settings::default() };
        let still = Presentation { reduced_motion: true, ..Presentation::default() };
        let mut app = started(folder.path(), live, still);
        app.world_mut().resource_mut::<Choices>().settings.probes = Probes::Off;
        app.world_mut().write_message(AppExit::Success);
        app.update();
        let read = Remembered::read(folder.path());
        assert_eq!((read.settings.pace, read.reduced_motion), (Pace::Coach, false));
        assert_eq!(read.settings.probes, Probes::Off);
    }

    #[test]
    fn nothing_is_written_where_nothing_was_chosen_and_a_folder_that_refuses_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let mut app = started(folder.path(), Settings::default(), Presentation::default());
        app.world_mut().write_message(AppExit::Success);
        app.update();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let taken = folder.path().join("taken");
        std::fs::write(&taken, "a file").unwrap();
        let mut app = started(&taken, Settings::default(), Presentation::default());
        app.world_mut().resource_mut::<Presentation>().exam_face = true;
        for _ in 0..9 {
            app.update();
        }
        let said = app.world().resource::<Notice>().0.clone().unwrap();
        assert!(said.starts_with("What you chose cannot be remembered"), "{said}");
    }
}
