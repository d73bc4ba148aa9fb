//! The words that were typed, and where they must be found.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

/// How long a word may take to reach the disk before it counts as typed into nothing.
const AWAITED: Duration = Duration::from_millis(900);

/// Words of which no two are alike.
pub struct Words {
    folder: PathBuf,
    coined: usize,
    seen: Vec<String>,
}

impl Words {
    /// Words that the game keeps in this folder.
    pub fn kept_in(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), coined: 0, seen: Vec::new() }
    }

    /// How many there are.
    pub fn coined(&self) -> usize {
        self.coined
    }

    /// How many of them reached the disk.
    pub fn seen(&self) -> usize {
        self.seen.len()
    }

    /// A new word: letters alone, so that it presses no number, and closed by an `x`, so that none begins another.
    pub fn coin(&mut self) -> String {
        let mut rest = self.coined;
        self.coined += 1;
        let mut word = "zu".to_owned();
        for _ in 0..4 {
            word.push(char::from(b"bdfghklmnp"[rest % 10]));
            word.push('a');
            rest /= 10;
        }
        word + "x"
    }

    /// Waits for the last of these words to reach the disk and notes which did; gives whether any did.
    pub fn await_any(&mut self, words: &[String]) -> bool {
        let until = Instant::now() + AWAITED;
        loop {
            let kept = self.kept();
            let all = words.last().is_none_or(|word| kept.contains(word.as_str()));
            if all || Instant::now() > until {
                let before = self.seen.len();
                self.seen.extend(words.iter().filter(|word| kept.contains(word.as_str())).cloned());
                return self.seen.len() > before;
            }
            thread::sleep(Duration::from_millis(40));
        }
    }

    /// Whether every word that reached the disk is there.
    pub fn check(&self) -> Result<(), String> {
        let kept = self.kept();
        let lost: Vec<_> = self
            .seen
            .iter()
            .filter(|word| !kept.contains(word.as_str()))
            .map(String::as_str)
            .collect();
        if lost.is_empty() {
            return Ok(());
        }
        Err(format!("{} words are lost: {}", lost.len(), lost.join(" ")))
    }

    /// Everything that is on disk, as one text.
    fn kept(&self) -> String {
        let mut text = String::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|it| it == "json" || it == "jsonl") {
                    // A file may be replaced while it is read; it is there at the next look.
                    text.push_str(&fs::read_to_string(path).unwrap_or_default());
                }
            }
        }
        text
    }
}
