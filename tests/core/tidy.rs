//! What of the crate's invariants can be read off its sources.

mod circles;
mod names;
mod numbers;

use std::{
    error::Error,
    fs, io,
    path::{Path, PathBuf},
};

use hotseat::interview::scoring;

/// A source file: its path from the root of the repository, with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The lines of code: comments left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_below(folder: &Path, ending: &str) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path, ending)?);
        } else if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The Rust sources below these folders.
fn sources(folders: &[&str]) -> Result<Vec<Source>, Box<dyn Error>> {
    let mut sources = Vec::new();
    for folder in folders {
        for path in files_below(&root().join(folder), "rs")? {
            let text = fs::read_to_string(&path)?;
            let parts: Vec<_> =
                path.strip_prefix(root())?.iter().map(|part| part.to_string_lossy()).collect();
            sources.push(Source { path: parts.join("/"), text });
        }
    }
    assert!(!sources.is_empty(), "nothing lies below {folders:?}");
    Ok(sources)
}

/// Whether a word stands in a line of code by itself.
fn names(line: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next())
    })
}

/// Asserts that the code below a folder names none of these words.
#[track_caller]
fn check_never_names(folder: &str, words: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for source in sources(&[folder])? {
        for (number, line) in source.code() {
            for word in words.iter().filter(|word| names(line, word)) {
                found.push(format!("{}:{number} names `{word}`", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn the_core_knows_no_window_no_disk_no_clock_and_no_chance_of_its_own() -> Result<(), Box<dyn Error>>
{
    let words = [
        "bevy",
        "bevy_egui",
        "egui",
        "wgpu",
        "std::fs",
        "fs",
        "std::env",
        "Instant",
        "SystemTime",
        "thread_rng",
        "rand::rng",
        "rand::random",
        "println",
        "eprintln",
    ];
    check_never_names("src/interview", &words)
}

#[test]
fn imports_flow_from_the_front_ends_to_the_disk_to_the_core() -> Result<(), Box<dyn Error>> {
    check_never_names(
        "src/interview",
        &["storage", "play", "terminal", "game"].map(import).each_ref().map(String::as_str),
    )?;
    check_never_names(
        "src/storage",
        &["play", "terminal", "game"].map(import).each_ref().map(String::as_str),
    )?;
    check_never_names(
        "src/play",
        &["terminal", "game"].map(import).each_ref().map(String::as_str),
    )?;
    check_never_names("src/terminal", &["game"].map(import).each_ref().map(String::as_str))?;
    check_never_names("src/game", &["terminal"].map(import).each_ref().map(String::as_str))
}

fn import(module: &str) -> String {
    format!("crate::{module}")
}

/// `use crate::{…}` over several lines names a module without its `crate::`.
#[test]
fn grouped_imports_flow_the_same_way() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    let folders = ["src/interview", "src/storage", "src/play", "src/terminal", "src/game"];
    for source in sources(&folders)? {
        let forbidden: &[&str] = match source.path.split('/').nth(1) {
            Some("interview") => &["storage", "play", "terminal", "game"],
            Some("storage") => &["play", "terminal", "game"],
            Some("play") => &["terminal", "game"],
            Some("terminal") => &["game"],
            _ => &["terminal"],
        };
        for group in source.text.split("use crate::{").skip(1) {
            let group = group.split("};").next().unwrap_or_default();
            let named = forbidden.iter().filter(|module| {
                group.split([',', '{', '\n']).any(|item| {
                    let item = item.trim();
                    item == **module || item.starts_with(&format!("{module}::"))
                })
            });
            found.extend(named.map(|module| format!("{} imports `{module}`", source.path)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// The files of numbers in `assets/` that a source holds, as it names them.
fn numbers_in(source: &Source) -> Vec<String> {
    let after = |mark: &str| -> Vec<String> {
        let rest = source.text.split(mark).skip(1);
        rest.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    let spelt = after("/assets/").into_iter();
    let spelt = spelt.filter_map(|name| name.strip_suffix(".ron").map(str::to_owned));
    spelt.chain(after("asset!(\"")).collect()
}

#[test]
fn the_engine_s_version_knows_every_file_of_numbers_that_a_level_rests_on()
-> Result<(), Box<dyn Error>> {
    let sources = sources(&["src/interview/scoring"])?;
    let engine = sources.iter().find(|source| source.path.ends_with("/engine.rs"));
    let engine = engine.ok_or("the engine is somewhere else")?;
    assert!(engine.text.contains("Fingerprint::of(numbers::FILES"), "the version counts no files");
    let counted: Vec<_> = scoring::numbers::FILES.iter().map(|(name, _)| *name).collect();
    let code = sources.iter().map(|source| Source {
        path: source.path.clone(),
        text: source.code().map(|(_, line)| format!("{line}\n")).collect(),
    });
    let held: Vec<_> = code.flat_map(|source| numbers_in(&source)).collect();
    assert!(held.len() > 3, "{held:?}");
    for name in held {
        let told = counted.contains(&name.as_str());
        assert!(told, "a change of assets/{name}.ron leaves the engine's version as it is");
    }
    Ok(())
}

#[test]
fn one_clock_is_read() -> Result<(), Box<dyn Error>> {
    let named = |source: &Source| source.code().any(|(_, line)| names(line, "SystemTime"));
    let found: Vec<_> =
        sources(&["src"])?.into_iter().filter(named).map(|source| source.path).collect();
    assert_eq!(found, ["src/storage/clock.rs"]);
    Ok(())
}

#[test]
fn one_file_of_the_window_writes_the_session() -> Result<(), Box<dyn Error>> {
    let writers: Vec<_> = sources(&["src"])?
        .into_iter()
        .filter(|source| source.code().any(|(_, line)| line.contains("ResMut<ActiveSession>")))
        .map(|source| source.path)
        .collect();
    assert_eq!(writers, ["src/game/session.rs"]);
    Ok(())
}

/// The arguments of a call that begins here.
fn arguments(text: &str) -> &str {
    let mut open = 0;
    let end = text.char_indices().find(|(_, letter)| {
        open += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        open < 0
    });
    &text[..end.map_or(text.len(), |(at, _)| at)]
}

/// `clamp` panics where the lower bound is above the upper one; bounds that are computed sooner or later are.
#[test]
fn bounds_of_a_clamp_are_written_out() -> Result<(), Box<dyn Error>> {
    let written = |bound: &str| {
        let bound = bound.trim().trim_start_matches('-');
        !bound.is_empty()
            && (bound.starts_with(|c: char| c.is_ascii_digit())
                || bound.chars().all(|c| c.is_ascii_uppercase() || "_.01".contains(c)))
    };
    let mut found = Vec::new();
    for source in sources(&["src"])? {
        for (at, call) in source.text.match_indices(".clamp(") {
            let bounds = arguments(&source.text[at + call.len()..]);
            if bounds.matches(',').count() != 1 || !bounds.split(',').all(written) {
                found.push(format!("{}: clamp({bounds})", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn every_file_says_what_it_is_for() -> Result<(), Box<dyn Error>> {
    for source in sources(&["src", "tests"])? {
        let first = source.text.lines().next().unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 12,
            "{} opens with `{first}`",
            source.path
        );
    }
    Ok(())
}

/// One idea a file: one that is longer than this holds a second one.
const MOST_LINES: usize = 400;

#[test]
fn no_file_is_longer_than_one_idea_takes() -> Result<(), Box<dyn Error>> {
    let sources = sources(&["src"])?;
    let lengths = sources.iter().map(|source| (source.text.lines().count(), &source.path));
    let long: Vec<_> = lengths.filter(|(lines, _)| *lines > MOST_LINES).collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines: {long:#?}");
    Ok(())
}

#[test]
fn nothing_is_left_for_later() -> Result<(), Box<dyn Error>> {
    // Written in two halves, so that this file does not name them itself.
    let marks = [
        ["todo", "!("],
        ["unimplemented", "!("],
        ["dbg", "!("],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["XX", "X"],
    ]
    .map(|halves| halves.concat());
    let mut found = Vec::new();
    for source in sources(&["src", "tests"])? {
        for (number, line) in source.lines() {
            for mark in marks.iter().filter(|mark| line.contains(mark.as_str())) {
                found.push(format!("{}:{number} holds `{mark}`", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

#[test]
fn names_are_imported_one_by_one() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for source in sources(&["src", "tests"])? {
        let code: Vec<_> = source.code().map(|(_, line)| line.trim()).collect();
        let tests = source.text.contains("#[cfg(test)]\nmod tests {");
        for import in code.join("\n").split('\n').scan(String::new(), statement).flatten() {
            let allowed = import == "use super::*;" && tests
                || ["use bevy::prelude::*;", "use proptest::prelude::*;"]
                    .contains(&import.as_str());
            let of_bevy = import.starts_with("use bevy::{") && import.matches('*').count() == 1;
            let allowed = allowed || of_bevy && import.contains("prelude::*");
            if import.contains('*') && !allowed {
                found.push(format!("{}: {import}", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    Ok(())
}

/// Gathers the lines of an import and gives it, blanks folded, once its last line is there.
#[allow(clippy::unnecessary_wraps, reason = "the form that `scan` asks for")]
fn statement(begun: &mut String, line: &str) -> Option<Option<String>> {
    if begun.is_empty() && !line.starts_with("use ") && !line.starts_with("pub use ") {
        return Some(None);
    }
    begun.push_str(line);
    let whole = begun.ends_with(';');
    Some(whole.then(|| std::mem::take(begun).replace("pub use ", "use ")))
}

#[test]
fn only_laws_import_the_prelude_of_proptest() -> Result<(), Box<dyn Error>> {
    for source in sources(&["src"])? {
        let imported = source.code().any(|(_, line)| line.contains("proptest::prelude::*"));
        assert!(!imported || source.path.ends_with("/laws.rs"), "{}", source.path);
    }
    Ok(())
}

#[test]
fn lexicons_are_sorted_and_name_nothing_twice() -> Result<(), Box<dyn Error>> {
    let lexicons = files_below(&root().join("assets/lexicons"), "txt")?;
    assert!(lexicons.len() > 10, "{lexicons:?}");
    for path in lexicons {
        let text = fs::read_to_string(&path)?;
        assert!(text.starts_with("# "), "{} does not say what it holds", path.display());
        let entries: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in entries.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{}: `{}` stands before `{}`",
                path.display(),
                pair[0],
                pair[1]
            );
        }
        assert!(entries.iter().all(|entry| !entry.is_empty() && entry.trim() == *entry));
    }
    Ok(())
}
