//! The sentence encoder, which starts beside the first frames.

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, TaskPool, block_on, poll_once},
};

use crate::interview::scoring::closeness::encoder::{Encoder, NoMeaning};

/// The sentence encoder, from its start on.
#[derive(Resource, Default)]
pub struct StartingEncoder {
    starting: Option<Task<Result<Encoder, NoMeaning>>>,
    ready: Option<Encoder>,
}

impl StartingEncoder {
    /// An encoder that is being started in the background.
    pub fn starting(
        start: impl Future<Output = Result<Encoder, NoMeaning>> + Send + 'static,
    ) -> Self {
        let pool = AsyncComputeTaskPool::get_or_init(TaskPool::new);
        Self { starting: Some(pool.spawn(start)), ready: None }
    }

    /// Whether it is not known yet whether it starts.
    pub fn is_starting(&self) -> bool {
        self.starting.is_some()
    }

    /// The encoder, once it has started.
    pub fn started(&self) -> Option<Encoder> {
        self.ready.clone()
    }

    /// Looks whether it has started.
    ///
    /// # Errors
    ///
    /// Once, where it does not start, with the reason.
    pub fn look(&mut self) -> Result<(), NoMeaning> {
        let Some(started) = self.starting.as_mut().and_then(|task| block_on(poll_once(task)))
        else {
            return Ok(());
        };
        self.starting = None;
        self.ready = Some(started?);
        Ok(())
    }
}

/// Starts the encoder beside the first frames.
pub fn start_encoder(mut encoder: ResMut<StartingEncoder>) {
    if Encoder::is_built_in() {
        *encoder = StartingEncoder::starting(async { Encoder::load() });
    }
}
