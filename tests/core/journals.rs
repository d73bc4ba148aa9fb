//! Journals as they were written by earlier versions of the game, and as they are written now: none is lost.

use std::{error::Error, fs};

use hotseat::{
    interview::{
        scoring::{engine::Engine, judged_by::Basis},
        session::{Command, Session, Settings, Turn},
    },
    play::{self, Play},
    storage::{scenarios, shelf, unfinished::Unfinished},
};

type Tested = Result<(), Box<dyn Error>>;

/// A play of the small scene as version 3 wrote it: a probe that was answered, words set aside, an answer to the third
/// question, and a wish to see the fourth.
const VERSION_3: &str = include_str!("journals/version-3.jsonl");
/// The same as version 4 writes it, by words.
const VERSION_4: &str = include_str!("journals/version-4.jsonl");

/// The interview that a journal holds, replayed with this engine.
fn replayed(journal: &str, engine: &Engine) -> Result<Session, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("session.jsonl"), journal)?;
    let unfinished = Unfinished::find(folder.path()).ok_or("nothing can be read")?;
    assert_eq!(unfinished.log.len(), journal.lines().count() - 1);
    Ok(unfinished.replay(engine)?)
}

/// What the fixtures lead to.
#[track_caller]
fn check_play(session: &Session) {
    let answered: Vec<_> = session.attempts().iter().map(|attempt| attempt.question).collect();
    assert_eq!((session.turn(), answered), (Turn::Answer, vec![0, 2]));
    assert_eq!(session.skipped(), [1]);
    let first = &session.attempts()[0];
    assert!(first.probes[0].addition.is_some_and(|span| span.of(&first.text).contains("insurer")));
    assert_eq!(first.own_rating.map(|own| own.number()), Some(4));
    assert_eq!(
        session.attempts().iter().map(|a| a.assessment.level.number()).collect::<Vec<_>>(),
        [5, 2]
    );
    assert_eq!(first.scenario, "a-small-panel");
}

#[test]
fn a_journal_of_version_3_is_taken_up_by_the_best_engine_there_is() -> Tested {
    check_play(&replayed(VERSION_3, &Engine::by_words())?);
    if let Ok(engine) = Engine::load() {
        let session = replayed(VERSION_3, &engine)?;
        assert!(session.attempts().iter().all(|a| a.assessment.judged_by.basis == Basis::Meaning));
    }
    Ok(())
}

#[test]
fn a_journal_of_version_4_is_judged_as_it_was_judged() -> Tested {
    let engines = [Engine::by_words()].into_iter().chain(Engine::load());
    for engine in engines {
        let session = replayed(VERSION_4, &engine)?;
        check_play(&session);
        assert!(session.attempts().iter().all(|a| a.assessment.judged_by.basis == Basis::Words));
        assert!(session.attempts().iter().all(|a| a.at.is_some()));
    }
    Ok(())
}

/// A play of the ward's panel that is kept in a folder: an answer by words, then one by the best engine.
fn kept(folder: &std::path::Path, engine: &Engine) -> Result<Play, Box<dyn Error>> {
    let loaded = scenarios::load(Some("ward-manager")).map_err(|error| error.report())?;
    let folder = Some(folder.to_owned().into());
    let mut play = Play::open(loaded, Settings::default(), &Engine::by_words(), folder);
    let answer = |text: &str| Command::Answer(text.to_owned());
    for command in [Command::Begin, answer("I called the doctor."), Command::Skip] {
        play.apply(command)?.saved?;
    }
    play.apply(Command::Rate(None))?.saved?;
    play.take_engine(engine)?;
    play.take_engine(engine)?;
    for command in [Command::Continue, answer("I stayed with the family.")] {
        play.apply(command)?.saved?;
    }
    Ok(play)
}

#[test]
fn what_is_kept_is_taken_up_as_it_was_left() -> Tested {
    for engine in [Engine::by_words()].into_iter().chain(Engine::load()) {
        let folder = tempfile::tempdir()?;
        let play = kept(folder.path(), &engine)?;
        play.keep("And then", false)?;
        let left = play.session().clone();
        drop(play);
        let journal = fs::read_to_string(folder.path().join("session.jsonl"))?;
        let mut lines = journal.lines();
        let header: serde_json::Value = serde_json::from_str(lines.next().ok_or("empty")?)?;
        assert_eq!((&header["version"], &header["id"]), (&5.into(), &"ward-manager".into()));
        assert!(header["at"].as_u64().is_some_and(|at| at > 1_700_000_000_000), "{header}");
        let first: serde_json::Value = serde_json::from_str(lines.next().ok_or("no step")?)?;
        assert_eq!(first["command"]["TakeEngine"]["basis"], "words");
        let taken = journal.matches("TakeEngine").count();
        assert_eq!(taken, if engine.basis() == Basis::Meaning { 2 } else { 1 });

        let taken_up = play::take_up(folder.path().to_owned().into(), None, &engine)?;
        taken_up.saved?;
        let again = taken_up.play.session();
        assert_eq!(again.attempts(), left.attempts());
        assert_eq!((again.log(), again.turn()), (left.log(), left.turn()));
        assert_eq!(taken_up.words, "And then");
    }
    Ok(())
}

#[test]
fn where_the_disk_comes_back_every_step_is_written() -> Tested {
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("data");
    // A file where the folder should be: nothing can be written there.
    fs::write(&place, "")?;
    let loaded = scenarios::load(Some("ward-manager")).map_err(|error| error.report())?;
    let mut play =
        Play::open(loaded, Settings::default(), &Engine::by_words(), Some(place.clone().into()));
    assert!(play.apply(Command::Begin)?.saved.is_err());
    assert!(play.apply(Command::Hint)?.saved.is_err());
    fs::remove_file(&place)?;
    play.apply(Command::Skip)?.saved?;
    let found = Unfinished::find(&place).ok_or("nothing was written")?;
    assert_eq!(found.log, play.session().log());
    play.apply(Command::Finish)?.saved?;
    assert!(Unfinished::find(&place).is_none() && shelf::kept(&place).is_empty());
    Ok(())
}

#[test]
fn a_play_that_is_kept_nowhere_has_no_time() -> Tested {
    let loaded = scenarios::load(Some("ward-manager")).map_err(|error| error.report())?;
    let mut play = Play::open(loaded, Settings::default(), &Engine::by_words(), None);
    play.apply(Command::Begin)?.saved?;
    assert!(play.session().log().iter().all(|step| step.at.is_none()));
    Ok(())
}
