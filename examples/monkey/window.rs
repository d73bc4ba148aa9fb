//! The game in its window, driven from outside by xdotool.

use std::{
    fs::File,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How long the window may take to appear.
const APPEARS: Duration = Duration::from_secs(60);
/// How long after a key or a click the game is given before it is looked at.
const MOMENT: Duration = Duration::from_millis(60);

/// How the game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was told to quit.
    ByItself,
    /// It was killed.
    Killed,
}

/// The game under way.
pub struct Window {
    game: Child,
    id: String,
    log: PathBuf,
    killed: bool,
}

impl Window {
    /// Starts the game and waits for its window.
    pub fn open(program: &Path, folder: &Path) -> Result<Self, String> {
        let log = folder.join("log.txt");
        let said = |error: std::io::Error| format!("the game does not start: {error}");
        let output = File::create(&log).map_err(said)?;
        let game = Command::new(program)
            // Words are typed on most starts, whatever was pressed in the briefing before.
            .args(["play", "--answer", "type"])
            .env("HOTSEAT_DATA", folder)
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(output.try_clone().map_err(said)?)
            .stderr(output)
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        let mut window = Self { game, id: String::new(), log, killed: false };
        let until = Instant::now() + APPEARS;
        while Instant::now() < until {
            if window.ended()?.is_some() {
                return Err(format!("the game ended at once: {}", window.complaint()));
            }
            let found = xdotool(&["search", "--name", "^Hot Seat$"])?;
            if let Some(id) = found.lines().last() {
                window.id = id.to_owned();
                xdotool(&["windowfocus", "--sync", &window.id])?;
                return Ok(window);
            }
            thread::sleep(Duration::from_millis(100));
        }
        window.kill();
        Err("no window appeared".to_owned())
    }

    /// Presses a key or a chord.
    pub fn key(&mut self, key: &str) -> Result<(), String> {
        self.then(&["key", "--clearmodifiers", key])
    }

    /// Types a text.
    pub fn say(&mut self, text: &str) -> Result<(), String> {
        self.then(&["type", "--delay", "4", text])
    }

    /// Clicks at a place of the window.
    pub fn click(&mut self, x: u32, y: u32) -> Result<(), String> {
        let (x, y) = (x.to_string(), y.to_string());
        self.then(&["mousemove", "--window", &self.id.clone(), &x, &y, "click", "1"])
    }

    /// Turns the wheel.
    pub fn scroll(&mut self, up: bool) -> Result<(), String> {
        self.then(&["click", "--repeat", "3", if up { "4" } else { "5" }])
    }

    /// Gives the window another size in one step.
    pub fn resize(&mut self, width: u32, height: u32) -> Result<(), String> {
        let (width, height) = (width.to_string(), height.to_string());
        self.then(&["windowsize", &self.id.clone(), &width, &height])
    }

    fn then(&mut self, arguments: &[&str]) -> Result<(), String> {
        xdotool(arguments)?;
        thread::sleep(MOMENT);
        Ok(())
    }

    /// Ends the game as a power cut would.
    pub fn kill(&mut self) {
        self.killed = true;
        // It may have ended by itself in the meantime, which `ended` tells.
        let _ = self.game.kill();
        let _ = self.game.wait();
    }

    /// How the game ended, if it did.
    ///
    /// # Errors
    /// What it said, where it ended badly or complained.
    pub fn ended(&mut self) -> Result<Option<Ended>, String> {
        let status = self.game.try_wait().map_err(|error| error.to_string())?;
        let complaint = self.complaint();
        if !complaint.is_empty() {
            return Err(format!("the game complained: {complaint}"));
        }
        match status {
            None => Ok(None),
            Some(_) if self.killed => Ok(Some(Ended::Killed)),
            Some(status) if status.success() => Ok(Some(Ended::ByItself)),
            Some(status) => Err(format!("the game died: {status}")),
        }
    }

    /// The lines of its log that speak of a fault.
    fn complaint(&self) -> String {
        let log = std::fs::read_to_string(&self.log).unwrap_or_default();
        let bad = |line: &&str| line.contains("ERROR") || line.contains("panicked");
        log.lines().filter(bad).collect::<Vec<_>>().join("\n")
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.kill();
    }
}

/// What xdotool says; a window that is gone is no fault of the call.
fn xdotool(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("xdotool")
        .args(arguments)
        .output()
        .map_err(|error| format!("xdotool cannot be run: {error}; install it"))?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
