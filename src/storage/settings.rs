//! What the game remembers from one start to the next: how to play, how things are shown, and the window.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::{
    interview::{scoring::Story, session::Settings},
    storage::files::{self, FileError},
};

/// The largest settings file that is read, in bytes.
const LARGEST: usize = 64 << 10;
/// How far everything can be enlarged or made smaller.
const ZOOMS: (f32, f32) = (0.8, 1.2);
/// The sizes a window can have, in logical pixels.
const SIDES: (f32, f32) = (320.0, 16_384.0);

/// What is remembered. The seed is not: it belongs to one interview.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remembered {
    /// What was chosen in the briefing.
    pub settings: Settings,
    /// Whose story is told, once that was chosen.
    pub story: Option<Story>,
    /// Whether the panel keeps an exam face.
    pub exam_face: bool,
    /// Whether nothing moves but what must.
    pub reduced_motion: bool,
    /// Whether the parts of an answer show while it is typed in the live pace.
    pub parts_in_live: bool,
    /// How much larger everything is than it would be by the window's size alone.
    pub zoom: f32,
    /// The window.
    pub window: RememberedWindow,
}

impl Default for Remembered {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            story: None,
            exam_face: false,
            reduced_motion: false,
            parts_in_live: false,
            zoom: 1.0,
            window: RememberedWindow::default(),
        }
    }
}

/// The window as it was left.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedWindow {
    /// Its width where it is neither maximised nor fills the screen, in logical pixels.
    pub width: f32,
    /// Its height likewise.
    pub height: f32,
    /// Whether it is maximised.
    pub maximised: bool,
    /// Whether it fills the screen.
    pub full_screen: bool,
}

impl Default for RememberedWindow {
    fn default() -> Self {
        Self { width: 1280.0, height: 720.0, maximised: false, full_screen: false }
    }
}

impl Remembered {
    /// What is remembered in this folder; what the game begins with where nothing can be read.
    pub fn read(folder: &Path) -> Self {
        files::read_text(&path_in(folder), LARGEST)
            .ok()
            .and_then(|text| ron::from_str::<Self>(&text).ok())
            .unwrap_or_default()
            .within_bounds()
    }

    /// Remembers it in this folder.
    ///
    /// # Errors
    /// What the system says; what was remembered before is then untouched.
    pub fn write(&self, folder: &Path) -> Result<(), FileError> {
        let path = path_in(folder);
        let fail = |source| FileError::Io { path: path.clone(), source };
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(|error| fail(std::io::Error::other(error)))?;
        std::fs::create_dir_all(folder).map_err(fail)?;
        files::write_whole(&path, text.as_bytes())
    }

    /// The same with every number in its bounds, and without a seed.
    pub fn within_bounds(mut self) -> Self {
        self.settings.seed = 0;
        self.zoom = bounded(self.zoom, ZOOMS).unwrap_or(1.0);
        let usual = RememberedWindow::default();
        self.window.width = bounded(self.window.width, SIDES).unwrap_or(usual.width);
        self.window.height = bounded(self.window.height, SIDES).unwrap_or(usual.height);
        self
    }
}

fn bounded(number: f32, (least, most): (f32, f32)) -> Option<f32> {
    number.is_finite().then(|| number.max(least).min(most))
}

fn path_in(folder: &Path) -> PathBuf {
    folder.join("settings.ron")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::session::{Pace, Probes};

    #[test]
    fn what_is_written_is_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("new");
        let kept = Remembered {
            settings: Settings { pace: Pace::Live, probes: Probes::Two, ..Settings::default() },
            exam_face: true,
            zoom: 1.2,
            window: RememberedWindow { width: 1000.0, maximised: true, ..Default::default() },
            ..Remembered::default()
        };
        kept.write(&inner).unwrap();
        assert_eq!(Remembered::read(&inner), kept);
    }

    #[test]
    fn a_damaged_file_is_as_good_as_none() {
        let folder = tempfile::tempdir().unwrap();
        for damaged in ["", "(", "(zoom: \"large\")", "\u{0}\u{1}", "(settings: (pace: Fast))"] {
            std::fs::write(path_in(folder.path()), damaged).unwrap();
            assert_eq!(Remembered::read(folder.path()), Remembered::default(), "{damaged:?}");
        }
        std::fs::write(path_in(folder.path()), [0xFF, 0xFE, 0x28]).unwrap();
        assert_eq!(Remembered::read(folder.path()), Remembered::default());
        std::fs::write(path_in(folder.path()), " ".repeat(LARGEST + 1)).unwrap();
        assert_eq!(Remembered::read(folder.path()), Remembered::default());
    }

    #[test]
    fn numbers_out_of_bounds_are_brought_back_and_a_part_is_enough() {
        let folder = tempfile::tempdir().unwrap();
        let odd = "(zoom: 90.0, exam_face: true, later: 1, window: (width: NaN, height: -4.0))";
        std::fs::write(path_in(folder.path()), odd).unwrap();
        let read = Remembered::read(folder.path());
        assert_eq!((read.zoom, read.exam_face), (1.2, true));
        assert_eq!((read.window.width, read.window.height), (1280.0, 320.0));
    }

    #[test]
    fn a_seed_is_not_remembered() {
        let played = Remembered {
            settings: Settings { seed: 7, ..Default::default() },
            ..Default::default()
        };
        assert_eq!(played.within_bounds().settings.seed, 0);
    }
}
