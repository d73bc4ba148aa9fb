//! That words cannot be written down: the player is told as long as it is so.

use std::time::Duration;

use bevy::prelude::*;

use crate::storage::files::FileError;

/// The longest time between two drafts that are written down to the disk.
pub(super) const SETTLE_EVERY: Duration = Duration::from_secs(2);

/// That words cannot be saved, as long as it is so.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Unsaved(Option<String>);

impl Unsaved {
    /// Takes note of whether something could be saved.
    pub(super) fn follow(&mut self, saved: &Result<(), FileError>) {
        self.0 = saved.as_ref().err().map(|error| {
            format!(
                "Your words cannot be saved: {error}. Free the disk or set HOTSEAT_DATA to another folder."
            )
        });
    }

    /// What to tell the player.
    pub(super) fn sentence(&self) -> Option<&String> {
        self.0.as_ref()
    }
}
