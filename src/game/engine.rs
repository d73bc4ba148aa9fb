//! The engine that judges, from the start of the window on: by words alone until the encoder has started beside the frames.

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
};

use crate::{
    game::{AppSystems, notice::Notice},
    interview::scoring::{
        closeness::encoder::{Encoder, NoMeaning},
        engine::Engine,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<BestEngine>().add_systems(Update, await_engine.in_set(AppSystems::Input));
}

/// The best engine that has started.
#[derive(Resource, Default)]
pub struct BestEngine {
    ready: Engine,
    starting: Option<Task<Result<Engine, NoMeaning>>>,
    /// Why there is no better one, until the player was told.
    missing: Option<NoMeaning>,
}

impl BestEngine {
    /// The best one there is now.
    pub fn ready(&self) -> &Engine {
        &self.ready
    }

    /// Whether a better one is about to start.
    pub fn is_starting(&self) -> bool {
        self.starting.is_some()
    }

    /// The best one there is, waited for where it is about to start.
    pub fn started(&mut self) -> &Engine {
        if let Some(starting) = self.starting.take() {
            self.take(block_on(starting));
        }
        &self.ready
    }

    fn take(&mut self, started: Result<Engine, NoMeaning>) {
        match started {
            Ok(engine) => self.ready = engine,
            Err(why) => self.missing = Some(why),
        }
    }
}

/// Starts the encoder beside the first frames.
pub fn start_engine(mut engine: ResMut<BestEngine>) {
    if Encoder::is_built_in() {
        engine.starting = Some(AsyncComputeTaskPool::get().spawn(async { Engine::load() }));
    }
}

/// Takes the engine when it is ready; where it fails, words are compared, and the player is told once.
fn await_engine(mut engine: ResMut<BestEngine>, mut notice: ResMut<Notice>) {
    if let Some(starting) = &mut engine.starting
        && let Some(started) = block_on(poll_once(starting))
    {
        engine.starting = None;
        engine.take(started);
    }
    if let Some(why) = engine.missing.take() {
        notice.0 = Some(format!("Note: {why}."));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::judged_by::Basis;
    use bevy::tasks::TaskPool;

    #[test]
    fn an_encoder_that_fails_is_said_once_and_words_are_compared() {
        let mut app = App::new();
        let pool = AsyncComputeTaskPool::get_or_init(TaskPool::new);
        let starting = pool.spawn(async { Err(NoMeaning::Failed("no room".to_owned())) });
        app.insert_resource(BestEngine { starting: Some(starting), ..BestEngine::default() })
            .init_resource::<Notice>()
            .add_systems(Update, await_engine);
        while app.world().resource::<BestEngine>().starting.is_some() {
            app.update();
        }
        let notice = app.world_mut().resource_mut::<Notice>().0.take().unwrap_or_default();
        assert_eq!(
            notice,
            "Note: the sentence encoder did not start (no room); words alone are compared."
        );
        app.update();
        assert_eq!(app.world().resource::<Notice>().0, None);
        assert_eq!(app.world().resource::<BestEngine>().ready().basis(), Basis::Words);
    }

    #[test]
    fn whoever_needs_the_engine_waits_for_it() {
        let pool = AsyncComputeTaskPool::get_or_init(TaskPool::new);
        let starting = pool.spawn(async { Engine::load() });
        let mut engine = BestEngine { starting: Some(starting), ..BestEngine::default() };
        let expected = Engine::load().map_or(Basis::Words, |engine| engine.basis());
        assert_eq!(engine.started().basis(), expected);
        assert!(engine.starting.is_none());
    }
}
