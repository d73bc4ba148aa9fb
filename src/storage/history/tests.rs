//! The history from outside: what is noted comes back, whatever happens to the file.

use std::{error::Error, fs, path::Path, thread};

use rusqlite::Connection;

use super::{History, HistoryError, answers, attempts, calibrations, days, import, kept_answers};
use super::{
    migrations, mock_panels, opening, panels, path_in, scenarios as scenario_rows, sessions,
};
use crate::{
    interview::{
        fingerprint::Fingerprint,
        practice::day::Day,
        scenario::Scenario,
        scoring::{Scorer, Story, assessment::Level},
        session::{Command, Probes, Session, Settings, UnixMillis},
    },
    storage::{clock::Clock, history::SessionRecord, scenarios, unfinished::JournalHeader},
};

type Tested = Result<(), Box<dyn Error>>;

/// The time at which the sessions of these tests begin.
const BEGUN: UnixMillis = UnixMillis(1_795_000_000_000);
const ANSWER: &str = "In March I was alone on the ward at night. I called the doctor at once and stayed with \
                      the family. She was well again after 2 days.";

/// A session of the ward's panel with its header.
struct Played {
    header: JournalHeader,
    session: Session,
}

fn scene() -> (String, Scenario) {
    let loaded = scenarios::load(Some("ward-manager")).expect("it ships");
    (loaded.text, loaded.scenario)
}

fn play(commands: &[Command]) -> Played {
    let (text, scenario) = scene();
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    let header = JournalHeader::new("ward-manager", scenario.id(), &text, settings, Some(BEGUN));
    let scenario = std::sync::Arc::new(scenario);
    let scorer = std::sync::Arc::new(Scorer::of(&scenario));
    let mut session = Session::new(scenario, scorer, settings);
    for (place, command) in commands.iter().enumerate() {
        let at = UnixMillis(BEGUN.0 + 60_000 * place as u64);
        session.apply_at(command.clone(), at).expect("each of them fits");
    }
    Played { header, session }
}

fn answered() -> Played {
    play(&[
        Command::Begin,
        Command::Answer(ANSWER.to_owned()),
        Command::Rate(Some(Level::new(4))),
        Command::Continue,
        Command::Answer("I called the doctor.".to_owned()),
        Command::Rate(None),
    ])
}

fn note(history: &mut History, played: &Played, uid: &str) -> Result<(), HistoryError> {
    let clock = Clock::at("2026-11-18T12:00Z").expect("a time");
    let Played { header, session } = played;
    let record =
        SessionRecord { header, uid, session, begun: BEGUN, clock: &clock, from: 0, journal: None };
    history.note(&record)
}

fn open(folder: &Path) -> Result<History, HistoryError> {
    let (history, set_aside) = History::open(folder)?;
    assert_eq!(set_aside, None);
    Ok(history)
}

#[test]
fn what_is_noted_comes_back() -> Tested {
    let folder = tempfile::tempdir()?;
    let played = answered();
    let mut history = open(folder.path())?;
    let name = history.begin_session(&played.header, &played.session, BEGUN, Day::new(0))?;
    note(&mut history, &played, &name)?;
    drop(history);
    let history = open(folder.path())?;
    let by_question = history.by_question(10)?;
    assert_eq!(by_question.len(), 2);
    let past = &by_question[0].attempts[0];
    let given = &played.session.attempts()[0];
    assert_eq!((past.number, past.level), (1, given.assessment.judged_level()));
    assert_eq!((past.own, past.seconds), (Some(Level::new(4)), Some(60)));
    assert_eq!(past.day.to_string(), "2026-11-18");
    assert_eq!((past.kind, past.story, past.helped), (given.assessment.kind, Story::This, false));
    assert_eq!(past.judged_by, given.assessment.judged_by);
    let whole = history.attempt(1)?;
    assert_eq!((whole.text.as_str(), &whole.asked), (ANSWER, &by_question[0].asked));
    let written = |found| serde_json::to_string(found).ok();
    assert_eq!(whole.assessment.as_ref().and_then(written), written(&given.assessment));
    assert_eq!(history.newest(1)?[0].1.number, 2);
    assert_eq!(history.newest_of(&whole.asked.id, 9)?.len(), 1);
    let days = history.days_since(Day::new(0))?;
    assert_eq!((days.len(), days[0].attempts, days[0].seconds), (1, 2, 120));
    assert!(matches!(history.attempt(3), Err(HistoryError::NoSuchAttempt(3))));
    Ok(())
}

#[test]
fn what_is_noted_again_keeps_its_number_and_counts_once() -> Tested {
    let folder = tempfile::tempdir()?;
    let mut history = open(folder.path())?;
    let first = play(&[Command::Begin, Command::Answer(ANSWER.to_owned())]);
    note(&mut history, &first, "one")?;
    assert_eq!(history.newest(9)?[0].1.own, None);
    note(&mut history, &answered(), "one")?;
    note(&mut history, &answered(), "one")?;
    note(&mut history, &answered(), "two")?;
    let numbers: Vec<_> = history.newest(9)?.iter().map(|(_, past)| past.number).collect();
    // Both sessions began at once; of what was said at one time the later number is the newer.
    assert_eq!(numbers, [4, 2, 3, 1]);
    assert_eq!(history.attempt(1)?.past.own, Some(Level::new(4)));
    assert_eq!(history.days_since(Day::new(0))?[0].attempts, 4);
    Ok(())
}

#[test]
fn sessions_that_begin_at_once_have_names_of_their_own() -> Tested {
    let folder = tempfile::tempdir()?;
    let mut history = open(folder.path())?;
    let Played { header, session } = answered();
    let mut name = || history.begin_session(&header, &session, BEGUN, Day::new(0));
    let names = [name()?, name()?, name()?];
    assert_eq!(names, ["1795000000000", "1795000000000-2", "1795000000000-3"]);
    Ok(())
}

#[test]
fn two_programs_at_once_lose_nothing() -> Tested {
    let folder = tempfile::tempdir()?;
    let played = answered();
    thread::scope(|scope| {
        for program in 0..4 {
            let (played, folder) = (&played, folder.path());
            scope.spawn(move || {
                let mut history = open(folder).expect("opened");
                for turn in 0..25 {
                    note(&mut history, played, &format!("{program}-{turn}")).expect("noted");
                }
            });
        }
    });
    let history = open(folder.path())?;
    assert_eq!(history.newest(1_000)?.len(), 200);
    assert_eq!(history.days_since(Day::new(0))?[0].attempts, 200);
    Ok(())
}

/// Puts these bytes where a history should be; gives what is told when it is opened.
#[track_caller]
fn check_set_aside(bytes: &[u8], is_newer: bool) -> Tested {
    let folder = tempfile::tempdir()?;
    fs::write(path_in(folder.path()), bytes)?;
    let (mut history, set_aside) = History::open(folder.path())?;
    let set_aside = set_aside.ok_or("it was taken as it is")?;
    assert_eq!((set_aside.is_newer, fs::read(&set_aside.path)?.as_slice()), (is_newer, bytes));
    note(&mut history, &answered(), "one")?;
    drop(history);
    assert_eq!(open(folder.path())?.newest(9)?.len(), 2);
    Ok(())
}

/// The bytes of a history that holds something, all of it in one file.
fn written() -> Result<Vec<u8>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut history = open(folder.path())?;
    for turn in 0..20 {
        note(&mut history, &answered(), &turn.to_string())?;
    }
    drop(history);
    Connection::open(path_in(folder.path()))?.pragma_update(None, "journal_mode", "DELETE")?;
    Ok(fs::read(path_in(folder.path()))?)
}

#[test]
fn what_is_no_history_is_set_aside_untouched() -> Tested {
    check_set_aside(b"not a database, and long enough to be looked at as one", false)?;
    check_set_aside(&[0x7f; 70_000], false)?;
    let mut damaged = written()?;
    for byte in &mut damaged[30..4_000] {
        *byte ^= 0x5a;
    }
    check_set_aside(&damaged, false)
}

#[test]
fn a_history_of_a_newer_version_is_set_aside_untouched() -> Tested {
    let mut newer = written()?;
    // Where a database holds its user version, in the bytes from 60 on.
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    check_set_aside(&newer, true)
}

#[test]
fn a_history_whose_tables_are_others_is_set_aside() -> Tested {
    let folder = tempfile::tempdir()?;
    let other = Connection::open(path_in(folder.path()))?;
    other.execute_batch("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 2;")?;
    drop(other);
    let (_, set_aside) = History::open(folder.path())?;
    assert!(set_aside.is_some_and(|aside| !aside.is_newer && aside.sentence().contains("damaged")));
    Ok(())
}

#[test]
fn a_history_of_an_older_version_is_copied_before_it_is_changed() -> Tested {
    let folder = tempfile::tempdir()?;
    let old = Connection::open(path_in(folder.path()))?;
    old.execute_batch(migrations::MIGRATIONS[0])?;
    old.execute_batch(
        "PRAGMA user_version = 1;
         INSERT INTO scenarios (id, name, title, text) VALUES ('a', 'a', 'A panel', '()');",
    )?;
    drop(old);
    let history = open(folder.path())?;
    assert_eq!(history.scenarios()?[0].title, "A panel");
    assert_eq!(history.minutes()?, 20);
    drop(history);
    let copies: Vec<_> = fs::read_dir(folder.path())?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.starts_with("history.version-1."))
        .collect();
    let [copy] = copies.as_slice() else { return Err(format!("{copies:?}").into()) };
    let copy = Connection::open(folder.path().join(copy))?;
    assert_eq!(migrations::version(&copy)?, 1);
    copy.query_row("SELECT title FROM scenarios", [], |row| {
        assert_eq!(row.get::<_, String>(0)?, "A panel");
        Ok(())
    })?;
    Ok(())
}

#[test]
fn a_new_history_has_no_copies() -> Tested {
    let folder = tempfile::tempdir()?;
    drop(open(folder.path())?);
    let names: Vec<_> = fs::read_dir(folder.path())?
        .filter_map(|e| e.ok()?.file_name().into_string().ok())
        .collect();
    assert!(names.iter().all(|name| !name.contains("version")), "{names:?}");
    Ok(())
}

#[test]
fn the_day_of_a_panel_is_kept_with_the_day_it_was_set_on() -> Tested {
    let folder = tempfile::tempdir()?;
    let mut history = open(folder.path())?;
    let (text, scenario) = scene();
    let scene = ("ward-manager", text.as_str(), &scenario);
    let set = |history: &mut History, day: Option<i32>, today: i32| {
        history.set_panel(scene, day.map(Day::new), Day::new(today))
    };
    set(&mut history, Some(40), 10)?;
    // The same day once more does not begin anew, another one does.
    set(&mut history, Some(40), 20)?;
    let (id, panel) = history.panels()?.swap_remove(0);
    assert_eq!((id.as_str(), panel.day, panel.since), (scenario.id(), Day::new(40), Day::new(10)));
    set(&mut history, Some(50), 30)?;
    assert_eq!(history.panels()?[0].1.since, Day::new(30));
    set(&mut history, None, 31)?;
    assert_eq!(history.panels()?, []);
    history.set_minutes(12)?;
    history.set_minutes(15)?;
    assert_eq!(history.minutes()?, 15);
    Ok(())
}

#[test]
fn one_answer_to_a_question_is_kept_and_read_as_it_was() -> Tested {
    let folder = tempfile::tempdir()?;
    let mut history = open(folder.path())?;
    note(&mut history, &answered(), "one")?;
    note(&mut history, &answered(), "two")?;
    assert!(matches!(history.keep(9, BEGUN), Err(HistoryError::NoSuchAttempt(9))));
    history.keep(1, BEGUN)?;
    history.keep(3, BEGUN)?;
    let kept = history.kept()?;
    let numbers: Vec<_> = kept.iter().map(|kept| kept.attempt.past.number).collect();
    assert_eq!((numbers, kept[0].since), (vec![3], BEGUN));
    let (_, scenario) = scene();
    let answer = kept[0].attempt.for_scenario(&scenario).ok_or("it is still asked so")?;
    let layered = scenario.clone().with_kept_answers(std::slice::from_ref(&answer));
    let (index, question) = layered.question(&answer.question).ok_or("it is there")?;
    assert_eq!((question.model.text().as_str(), question.is_kept), (ANSWER, true));
    assert!(!question.model.key_points.is_empty() && !scenario.questions()[index].is_kept);
    assert_eq!(Fingerprint::of_words(&question.text), kept[0].attempt.asked.fingerprint);
    assert!(history.keep_no_longer(3)? && !history.keep_no_longer(3)?);
    Ok(())
}

#[test]
fn no_query_of_a_screen_reads_over_a_whole_table() -> Tested {
    let folder = tempfile::tempdir()?;
    let history = open(folder.path())?;
    // How many questions and scenarios there are hangs on the scenarios, not on how much is practised.
    let small = ["q", "s", "c", "p", "k"];
    let screens = [
        attempts::OF_QUESTION,
        attempts::BESIDE,
        attempts::AT_PLACE,
        attempts::NEWEST,
        attempts::QUESTIONS,
        answers::ONE,
        days::SINCE,
        import::WAS_READ,
        kept_answers::ALL,
        kept_answers::IS_KEPT,
        panels::ALL,
        panels::MINUTES,
        calibrations::OF,
        mock_panels::LIST,
        mock_panels::ONE,
        mock_panels::LAST,
        scenario_rows::KEY_OF,
        scenario_rows::KNOWN,
        scenario_rows::ASKABLE,
        sessions::IS_KNOWN,
        sessions::ONE,
        sessions::NUMBER,
        sessions::NEWEST,
    ];
    let sorted = [attempts::OF_QUESTION, attempts::BESIDE, sessions::NEWEST];
    for sql in screens.into_iter().chain(opening::LOOKS) {
        let mut plan = history.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
        let count = plan.parameter_count();
        let values = vec![1_i64; count];
        let lines = plan.query_map(rusqlite::params_from_iter(values), |row| row.get(3))?;
        for line in lines.collect::<Result<Vec<String>, _>>()? {
            let scanned =
                line.strip_prefix("SCAN ").map(|rest| rest.split(' ').next().unwrap_or(""));
            // The newest attempts come off an index that is read from its end.
            let by_index = line.contains("USING INDEX attempts_by_time");
            let derived = scanned == Some("a") && sql == attempts::NEWEST;
            let is_small = scanned.is_none_or(|table| small.contains(&table));
            assert!(is_small || by_index || derived, "{line} in {sql}");
            assert!(!line.contains("TEMP B-TREE") || !sorted.contains(&sql), "{line} in {sql}");
        }
    }
    Ok(())
}
