//! What goes wrong in the game itself: it is told in one sentence, and the game goes on.
//!
//! A system that draws is run by [`caught`]: it may panic or give an error without taking the game along. What was
//! written stays in the session and its draft, which other systems write to disk. An error of any other system comes
//! to [`note`] instead of ending the game.

use std::{
    collections::HashSet,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::{
        LazyLock, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use bevy::{
    ecs::{
        error::{BevyError, ErrorContext, Severity},
        system::RunSystemError,
    },
    prelude::*,
};

use crate::game::{AppSystems, notice::Notice};

pub(super) fn plugin(app: &mut App) {
    // A second game in one app keeps the handler of the first.
    if app.get_error_handler().is_none() {
        app.set_error_handler(note);
    }
    app.add_systems(Update, tell_noted.in_set(AppSystems::Present));
}

/// What the player is told.
pub const SENTENCE: &str = "Something went wrong in the game while it drew this. Your words are kept. If this stays, make the window larger or \
     smaller, or close the game and take the interview up again.";

/// Whether a system that was not caught gave an error that the player was not told of.
static NOTED: AtomicBool = AtomicBool::new(false);

/// A system that draws, run so that neither a panic nor an error of it ends the game.
pub fn caught<M>(
    system: impl IntoSystem<(), Result, M>,
) -> impl FnMut(&mut World) + Send + Sync + 'static {
    let mut system = IntoSystem::into_system(system);
    let mut known = false;
    move |world: &mut World| {
        if !known {
            system.initialize(world);
            known = true;
        }
        let run = panic::catch_unwind(AssertUnwindSafe(|| system.run((), world)));
        let went_wrong = match run {
            Ok(Ok(Ok(())) | Err(RunSystemError::Skipped(_))) => return,
            Ok(Ok(Err(error)) | Err(RunSystemError::Failed(error))) => error.to_string(),
            // The panic itself was reported by its hook.
            Err(_) => format!("`{}` panicked", system.name()),
        };
        report(&went_wrong);
        tell(world.get_resource_mut::<Notice>());
    }
}

/// Takes an error that nobody else takes.
pub fn note(error: BevyError, context: ErrorContext) {
    report(&format!("`{}`: {error}", context.name()));
    if error.severity() >= Severity::Error {
        NOTED.store(true, Ordering::Relaxed);
    }
}

/// What comes of something that may panic, and says nothing of it then.
pub fn quietly<T>(run: impl FnOnce() -> T) -> Option<T> {
    let before = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let came = panic::catch_unwind(AssertUnwindSafe(run));
    panic::set_hook(before);
    came.ok()
}

/// Reports every panic once, by its place: what goes wrong in every frame would be reported in every frame.
pub fn report_panics_once() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic: &PanicHookInfo<'_>| {
        let place = panic.location().map_or_else(String::new, ToString::to_string);
        if is_first(&place) {
            before(panic);
        }
    }));
}

fn tell_noted(notice: Option<ResMut<Notice>>) {
    if NOTED.swap(false, Ordering::Relaxed) {
        tell(notice.map(Mut::from));
    }
}

fn tell(notice: Option<Mut<'_, Notice>>) {
    if let Some(mut notice) = notice {
        notice.set_if_neq(Notice(Some(SENTENCE.to_owned())));
    }
}

/// Writes to the log what went wrong, once.
fn report(what: &str) {
    if is_first(what) {
        error!("{what}");
    }
}

/// Whether something is said for the first time since the game was started.
fn is_first(what: &str) -> bool {
    static SAID: LazyLock<Mutex<HashSet<String>>> = LazyLock::new(Mutex::default);
    SAID.lock().unwrap_or_else(PoisonError::into_inner).insert(what.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> App {
        let mut app = App::new();
        app.init_resource::<Notice>();
        app
    }

    fn notice(app: &App) -> Option<&str> {
        app.world().resource::<Notice>().0.as_deref()
    }

    #[derive(Resource, Default)]
    struct Runs(usize);

    #[test]
    fn a_system_that_panics_once_is_told_of_and_runs_again() {
        let mut app = app();
        let draw = |mut runs: ResMut<Runs>| -> Result {
            runs.0 += 1;
            assert_ne!(runs.0, 1, "the first time goes wrong");
            Ok(())
        };
        app.init_resource::<Runs>().add_systems(Update, caught(draw));
        app.update();
        assert_eq!(notice(&app), Some(SENTENCE));
        app.world_mut().resource_mut::<Notice>().0 = None;
        app.update();
        assert_eq!((app.world().resource::<Runs>().0, notice(&app)), (2, None));
    }

    #[test]
    fn a_system_that_is_caught_keeps_its_commands_and_its_locals() {
        let mut app = app();
        let draw = |mut commands: Commands, mut count: Local<usize>| -> Result {
            *count += 1;
            commands.insert_resource(Runs(*count));
            Ok(())
        };
        app.add_systems(Update, caught(draw));
        app.update();
        app.update();
        assert_eq!((app.world().resource::<Runs>().0, notice(&app)), (2, None));
    }

    #[test]
    fn an_error_of_any_system_is_told_and_ends_nothing() {
        let mut app = app();
        let wrong = |mut runs: ResMut<Runs>| -> Result {
            runs.0 += 1;
            Err("nothing can be done".into())
        };
        app.add_plugins(plugin).init_resource::<Runs>().add_systems(First, wrong);
        app.update();
        app.update();
        assert_eq!((app.world().resource::<Runs>().0, notice(&app)), (2, Some(SENTENCE)));
    }
}
