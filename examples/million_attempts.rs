//! How long the history takes where a million answers are in it: to open, and for the queries of every screen.
//!
//! One interview is played and noted as the game does it; its rows are then multiplied to 500 questions of 40 scenarios,
//! each answered 2,000 times over ten years. What was found stands whole with one answer of a hundred, as no list reads it.
//!
//! ```text
//! cargo run --release --no-default-features --example million_attempts
//! ```

use std::{
    error::Error,
    path::Path,
    time::{Duration, Instant},
};

use hotseat::{
    interview::{
        practice::day::Day,
        progress::{growth, standing},
        scoring::{Story, engine::Engine},
        session::{Command, Probes, Settings},
    },
    play::{Keeping, Play, ProgressPage, TELLING_ANSWERS, Today},
    storage::{clock::Clock, history::History, scenarios},
};
use rusqlite::Connection;

/// How often each query is asked.
const TURNS: usize = 15;
/// What multiplies the rows of one interview.
const MULTIPLY: &str = r#"
  WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
  INSERT INTO scenarios (id, name, title, text)
    SELECT 'panel-' || i, 'panel-' || i, 'Panel ' || i, replace(text, '"ward-manager"', '"panel-' || i || '"')
    FROM n, scenarios WHERE key = 1;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
  INSERT OR IGNORE INTO questions (key, scenario, fingerprint, id, section, text, place)
    SELECT 100 + i, 1 + i % 40, printf('%016x', i), 'question-' || i, 'Section ' || (i % 6),
      (SELECT text FROM questions WHERE key = 1 + i % 3), i FROM n;
  WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
  INSERT INTO sessions (key, uid, scenario, begun, day)
    SELECT 100 + i, 'copy-' || i, 1 + i % 40, 1450000000000 + i * 3000000, 16782 + i / 28 FROM n;
  WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
  INSERT INTO attempts (number, session, place, question, at, day, story, helped, kind, level, perhaps, seconds, words,
      spoken, basis, engine)
    SELECT 1000 + i, 101 + i / 10, i % 10, 101 + (i * 7919) % 500, 1450000000000 + i * 300000, 16782 + i / 288, 'this', 0,
      'story', 1 + (i * 31) % 5, NULL, 60 + i % 200, 150, 60, 'words', '0.1.0' FROM n;
  INSERT INTO answers (attempt, text, additions, assessment)
    SELECT a.number, w.text, '[]', CASE a.number % 100 WHEN 0 THEN w.assessment ELSE '{}' END
    FROM attempts a, answers w WHERE a.number >= 1000 AND w.attempt = 1;
  INSERT INTO ratings (attempt, rater, level, at)
    SELECT number, 'player', 1 + number % 5, at FROM attempts WHERE number >= 1000 AND number % 2 = 0;
  INSERT INTO kept_answers (question, attempt, at)
    SELECT question, number, at FROM attempts WHERE number >= 1000 AND number % 100 = 0 GROUP BY question;
"#;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("hotseat-million-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let measured = measure(&folder);
    std::fs::remove_dir_all(&folder)?;
    measured
}

fn measure(folder: &Path) -> Result<(), Box<dyn Error>> {
    play_one(folder)?;
    let path = folder.join("history.sqlite");
    let connection = Connection::open(&path)?;
    let begun = Instant::now();
    connection
        .execute_batch(&format!("BEGIN; {MULTIPLY} COMMIT; PRAGMA wal_checkpoint(TRUNCATE);"))?;
    drop(connection);
    let size = std::fs::metadata(&path)?.len() / (1 << 20);
    println!("{size} MiB, multiplied in {} s.\n", begun.elapsed().as_secs());
    println!("| what | fastest of {TURNS} | median |\n|---|---|---|");
    time("open", || Ok(History::open(folder)?))?;
    let (history, _) = History::open(folder)?;
    let today = Day::parse("2025-06-20")?;
    time("the newest 50 answers", || Ok(history.newest(50)?))?;
    time("500 answers to one question", || Ok(history.newest_of("question-7", 500)?))?;
    time("one answer, whole", || Ok(history.attempt(500_000)?))?;
    time("the practice days of a year", || Ok(history.days_since(today.plus(-365))?))?;
    time("the newest 12 answers to each of 500 questions", || {
        Ok(history.by_question(TELLING_ANSWERS)?)
    })?;
    time("progress by section and competency of these", || {
        let all = history.by_question(TELLING_ANSWERS)?;
        let growth = growth::improved_since_last_week(&all, today);
        Ok((growth, standing::by_section(&all, today), standing::by_competency(&all, today)))
    })?;
    time("today's plan over 40 scenarios", || Ok(Today::of(&history, today, Story::This)?))?;
    time("the newest 200 interviews", || Ok(history.newest_sessions(200)?))?;
    time("200 answers beside one", || Ok(history.beside(500_000, 200)?))?;
    time("the whole page of progress", || Ok(ProgressPage::of(&history, today, None)?))?;
    time("500 kept answers", || Ok(history.kept()?))?;
    Ok(())
}

fn time<T>(what: &str, run: impl Fn() -> Result<T, Box<dyn Error>>) -> Result<(), Box<dyn Error>> {
    let mut took: Vec<Duration> = Vec::new();
    for _ in 0..TURNS {
        let begun = Instant::now();
        run()?;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    let millis = |at: usize| took[at].as_secs_f64() * 1000.0;
    println!("| {what} | {:.1} ms | {:.1} ms |", millis(0), millis(TURNS / 2));
    Ok(())
}

/// An interview of three answers, noted as the game does it.
fn play_one(folder: &Path) -> Result<(), Box<dyn Error>> {
    let loaded = scenarios::load(Some("ward-manager")).map_err(|error| error.report())?;
    let answer = loaded.scenario.questions()[0].model.text();
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    let keeping = Keeping { folder: folder.to_owned(), clock: Clock::at("2015-12-13T10:00Z")? };
    let mut play = Play::open(loaded, settings, &Engine::by_words(), Some(keeping));
    play.apply(Command::Begin)?.saved?;
    for _ in 0..3 {
        play.apply(Command::Answer(answer.clone()))?.saved?;
        play.apply(Command::Rate(None))?.saved?;
        play.apply(Command::Continue)?.saved?;
    }
    play.apply(Command::Finish)?.saved?;
    Ok(())
}
