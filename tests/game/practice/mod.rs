//! Practice in the window: what today is spent on, the day of the panel, and what of earlier days can be opened.

mod evenings;
mod pages;
mod planning;
mod shown;

use std::{error::Error, path::Path};

use hotseat::{
    game::practice::pages::{OpenPage, PracticePage, read},
    interview::{
        practice::day::Day,
        scoring::{assessment::Level, engine::Engine},
        session::{Command, Probes, Settings},
    },
    play::{Keeping, Play},
    storage::{clock::Clock, history::History, scenarios},
};
use rusqlite::Connection;

type Tested = Result<(), Box<dyn Error>>;

/// The evenings of these tests.
const EVENINGS: [&str; 3] =
    ["2026-11-16T19:30+01:00", "2026-11-19T19:30+01:00", "2026-11-25T20:00+01:00"];
const WEAK: &str = "We talked about it and in the end it was fine for everybody.";
const BETTER: &str = "About eight months ago our enterprise customers were churning at 15% a year. I dug into the data and found \
    that we sold to IT while Operations used it.";
const STRONG: &str = "About eight months ago our enterprise customers were churning at 15% a year although they loved the product. \
    I dug into the data and found that we sold to IT while Operations used it. I proposed we target Operations instead, ran a \
    90-day pilot with ten prospects, and rewrote the pitch deck myself. We closed 7 of 10 deals.";

/// The questions of the scenario that comes with the game.
fn ids() -> Vec<String> {
    let loaded = scenarios::load(None).expect("it ships");
    loaded.scenario.questions().iter().map(|question| question.id.clone()).collect()
}

/// Plays these questions of a scenario, each with its answer and own rating, at a time.
fn play(folder: &Path, now: &str, scenario: Option<&str>, answers: &[(&str, &str, u8)]) -> Tested {
    let loaded = scenarios::load(scenario).map_err(|error| error.report())?;
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    let only = answers.iter().map(|(id, ..)| (*id).to_owned()).collect();
    let keeping = Keeping { folder: folder.to_owned(), clock: Clock::at(now)? };
    let mut play = Play::open_only(loaded, settings, only, &Engine::by_words(), Some(keeping));
    play.apply(Command::Begin)?.saved?;
    for (_, answer, own) in answers {
        play.apply(Command::Answer((*answer).to_owned()))?.saved?;
        play.apply(Command::Rate(Some(Level::new(*own))))?.saved?;
        play.apply(Command::Continue)?.saved?;
    }
    Ok(())
}

/// Three evenings on which the first question grew and others were asked beside it.
fn three_evenings(folder: &Path) -> Tested {
    let ids = ids();
    let [one, two, three] = [&ids[0], &ids[1], &ids[4]].map(String::as_str);
    play(folder, EVENINGS[0], None, &[(one, WEAK, 4), (two, WEAK, 3)])?;
    play(folder, EVENINGS[1], None, &[(one, BETTER, 3), (three, BETTER, 2)])?;
    play(folder, EVENINGS[2], None, &[(one, STRONG, 4)])?;
    // A clock that stands still measures nothing.
    let connection = Connection::open(folder.join("history.sqlite"))?;
    connection.execute("UPDATE attempts SET seconds = 50 + 40 * number", [])?;
    Ok(())
}

/// A page of the history of a folder, as it is on the last of the evenings.
fn page(folder: &Path, page: PracticePage) -> Result<OpenPage, Box<dyn Error>> {
    let (history, _) = History::open(folder)?;
    let today: Day = Clock::at(EVENINGS[2])?.today();
    Ok(read(page, &history, today, &Engine::by_words())?)
}

/// Every page that there is, each with a name.
fn every_page(folder: &Path) -> Result<Vec<(&'static str, OpenPage)>, Box<dyn Error>> {
    let (mut history, _) = History::open(folder)?;
    for attempt in [4, 5] {
        history.keep(attempt, Clock::at(EVENINGS[2])?.now())?;
    }
    [
        ("progress", PracticePage::Progress),
        ("answers", PracticePage::Answers),
        ("the interviews", PracticePage::Interviews),
        ("answer", PracticePage::Attempt(3)),
        ("comparison", PracticePage::Comparison(1, 5)),
        ("an interview", PracticePage::Interview(2)),
    ]
    .into_iter()
    .map(|(name, wanted)| Ok((name, page(folder, wanted)?)))
    .collect()
}
