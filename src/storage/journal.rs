//! The session under way, kept so that nothing is lost when the window closes or the power goes.
//!
//! A journal is a file of JSON lines: a header, then every step of the session's log, each on the disk before the next is
//! taken. Replayed, it gives the session back. The words being typed stand beside it as a [`Draft`].

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

use crate::{
    interview::session::Step,
    storage::{
        draft::{self, Draft},
        files::{self, FileError},
        line_log::{LineLog, line},
        shelf,
        unfinished::{JournalHeader, MAX_BYTES, path_in, read_whole},
    },
};

/// The folder for what the player makes: `HOTSEAT_DATA` if set, else the system's place for it.
pub fn data_folder() -> Option<PathBuf> {
    match env::var_os("HOTSEAT_DATA") {
        Some(folder) if !folder.is_empty() => Some(folder.into()),
        _ => ProjectDirs::from("", "", "hotseat").map(|dirs| dirs.data_dir().to_owned()),
    }
}

/// The journal being written.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    lines: LineLog,
}

impl Journal {
    /// Opens a journal for a new session; one that was left unfinished is put on the shelf.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(folder: &Path, header: &JournalHeader) -> Result<Self, FileError> {
        fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
        shelf::put_away(folder)?;
        files::write_whole(&path_in(folder), &line(header))?;
        Self::reopen(folder)
    }

    /// Goes on with the journal that is there, behind the last of its lines that is whole.
    ///
    /// # Errors
    /// What the system says.
    pub fn reopen(folder: &Path) -> Result<Self, FileError> {
        let path = path_in(folder);
        let fail = |source| io(&path, source);
        let bytes = files::read_start(&path, MAX_BYTES)?;
        let whole = read_whole(&bytes).map_or(bytes.len(), |read| read.bytes);
        if bytes[whole..].contains(&b'\n') {
            // More than what a crash cuts off: whoever wants to look into it finds it as it was.
            fs::create_dir_all(shelf::folder(folder)).map_err(fail)?;
            fs::copy(&path, shelf::free_path(folder, "damaged.jsonl")).map_err(fail)?;
        }
        Ok(Self { folder: folder.to_owned(), lines: LineLog::behind(&path, &bytes[..whole])? })
    }

    /// Notes what was carried out, with whatever could not be noted before it.
    ///
    /// # Errors
    /// What the system says; the step waits for the next one then.
    pub fn note(&mut self, step: &Step) -> Result<(), FileError> {
        self.lines.add(step)
    }

    /// Keeps the words being typed, without waiting for the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn keep_draft(&self, words: &Draft) -> Result<(), FileError> {
        draft::keep(&self.folder, words)
    }

    /// Keeps the words being typed down to the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn settle_draft(&self, words: &Draft) -> Result<(), FileError> {
        draft::settle(&self.folder, words)
    }

    /// All of it that is on the disk.
    ///
    /// # Errors
    /// What the system says.
    pub fn text(&self) -> Result<String, FileError> {
        files::read_text(&path_in(&self.folder), MAX_BYTES)
    }

    /// Puts the journal of a finished session away.
    ///
    /// # Errors
    /// What the system says.
    pub fn close(self) -> Result<(), FileError> {
        shelf::put_away_finished(&self.folder)
    }
}

fn io(path: &Path, source: std::io::Error) -> FileError {
    FileError::Io { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests {
    use std::{io::Write, sync::Arc};

    use super::*;
    use crate::{
        interview::{
            probing::Gap,
            scoring::{Scorer, engine::Engine},
            session::{Command, Progress, Session, Settings, Turn},
        },
        storage::unfinished::Unfinished,
    };

    fn header(name: &str, text: &str, settings: Settings) -> JournalHeader {
        JournalHeader::new(name, name, text, settings, None)
    }

    #[test]
    fn a_session_and_its_draft_come_back() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let settings = Settings { seed: 7, ..Settings::default() };
        let mut journal = Journal::begin(folder.path(), &header("a", "(…)", settings))?;
        assert_eq!(Unfinished::find(folder.path()), None);
        journal.note(&Command::Begin.into())?;
        let answer = Command::Answer("Two\nlines.".to_owned());
        journal.note(&Step { asked_back: Some(Gap::Result), ..answer.clone().into() })?;
        let draft = Draft { question: "q2".to_owned(), probe: 1, text: "I was say".to_owned() };
        journal.keep_draft(&draft)?;
        drop(journal);
        let found = Unfinished::find(folder.path()).ok_or("nothing found")?;
        assert_eq!(found.header.settings.seed, 7);
        assert_eq!(
            found.log,
            [Command::Begin.into(), Step { asked_back: Some(Gap::Result), ..answer.into() }]
        );
        assert_eq!(found.draft, draft);
        Ok(())
    }

    /// A journal that ends in these bytes, then is taken up and goes on with a step; gives what is read after that.
    #[track_caller]
    fn check_goes_on_behind(end: &[u8], expected: &[Step]) {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let mut journal =
            Journal::begin(folder.path(), &header("a", "", Settings::default())).expect("begun");
        journal.note(&Command::Begin.into()).expect("noted");
        journal.lines.file.write_all(end).expect("written");
        drop(journal);
        let mut journal = Journal::reopen(folder.path()).expect("reopened");
        journal.note(&Command::Hint.into()).expect("noted");
        journal.note(&Command::Skip.into()).expect("noted");
        assert_eq!(Unfinished::find(folder.path()).expect("a session").log, expected);
    }

    #[test]
    fn what_comes_behind_a_line_that_a_crash_cut_off_is_kept() {
        let after = [Command::Begin.into(), Command::Hint.into(), Command::Skip.into()];
        check_goes_on_behind(b"", &after);
        check_goes_on_behind(b"{\"Answer\":\"I wa", &after);
        check_goes_on_behind(
            "{\"Answer\":\"f\u{fc}".as_bytes().split_last().expect("bytes").1,
            &after,
        );
        check_goes_on_behind(b"{\"Answer\":\"I wa\n\"Continue\"\n", &after);
        let whole = [after[0].clone(), Command::Pause.into(), after[1].clone(), after[2].clone()];
        check_goes_on_behind(b"\"Pause\"", &whole);
    }

    #[test]
    fn what_was_damaged_is_kept_as_it_was() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), &header("a", "", Settings::default()))?;
        journal.note(&Command::Begin.into())?;
        journal.lines.file.write_all(b"nonsense\n\"Skip\"\n")?;
        drop(journal);
        Journal::reopen(folder.path())?.note(&Command::Hint.into())?;
        let mut kept = fs::read_dir(folder.path().join("sessions"))?;
        let kept = fs::read_to_string(kept.next().ok_or("nothing was kept")??.path())?;
        assert!(kept.ends_with("nonsense\n\"Skip\"\n"), "{kept}");
        Ok(())
    }

    #[test]
    fn what_could_not_be_written_is_written_with_the_next_step()
    -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), &header("a", "", Settings::default()))?;
        journal.note(&Command::Begin.into())?;
        let writable =
            std::mem::replace(&mut journal.lines.file, fs::File::open(path_in(folder.path()))?);
        assert!(journal.note(&Command::Hint.into()).is_err());
        journal.lines.file = writable;
        journal.lines.file.write_all(b"{\"Answ")?;
        journal.note(&Command::Skip.into())?;
        let log = Unfinished::find(folder.path()).ok_or("nothing found")?.log;
        assert_eq!(log, [Command::Begin.into(), Command::Hint.into(), Command::Skip.into()]);
        Ok(())
    }

    #[test]
    fn beginning_anew_keeps_what_was_left() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let mut journal = Journal::begin(folder.path(), &header("a", "", Settings::default()))?;
        journal.note(&Command::Begin.into())?;
        journal.keep_draft(&Draft {
            question: "q".to_owned(),
            text: "words".to_owned(),
            ..Draft::default()
        })?;
        Journal::begin(folder.path(), &header("b", "", Settings::default()))?;
        assert_eq!(fs::read_dir(folder.path().join("sessions"))?.count(), 2);
        assert_eq!(Unfinished::find(folder.path()), None);
        Ok(())
    }

    #[test]
    fn what_was_left_can_be_gone_on_with_each_where_it_was()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let leave = |title: &str, words: &str| -> Result<(), FileError> {
            let text = loaded.text.replace("Senior PM promotion panel", title);
            let mut journal =
                Journal::begin(folder.path(), &header("a", &text, Settings::default()))?;
            for step in [Command::Begin, Command::Skip] {
                journal.note(&step.into())?;
            }
            let question = "plan-slipped".to_owned();
            journal.keep_draft(&Draft { question, text: words.to_owned(), ..Draft::default() })
        };
        leave("The first", "I was")?;
        leave("The second", "")?;
        leave("The third", "We were")?;
        let titles = || shelf::kept(folder.path()).into_iter().map(|kept| kept.title);
        assert_eq!(titles().collect::<Vec<_>>(), ["The third", "The first"]);
        let kept = shelf::kept(folder.path());
        assert_eq!(kept[1].place(), "question 2 of 11");
        assert_eq!((kept[0].is_under_way(), kept[1].is_under_way()), (true, false));
        shelf::take_out(folder.path(), &kept[1])?;
        assert_eq!(titles().collect::<Vec<_>>(), ["The first", "The third"]);
        let found = Unfinished::find(folder.path()).ok_or("nothing found")?;
        assert_eq!(found.draft.text, "I was");
        assert_eq!(found.log, [Command::Begin.into(), Command::Skip.into()]);
        Ok(())
    }

    /// An answer to the first question of the built-in scenario that leaves its result open.
    const UNFINISHED: &str = "Eight months ago I noticed that our enterprise customers were churning at 15% a year \
        although they liked the product. I found that we were selling to IT while the users were in Operations.";

    fn built_in() -> Result<crate::storage::scenarios::Loaded, Box<dyn std::error::Error>> {
        crate::storage::scenarios::load(None).map_err(|error| error.report().into())
    }

    #[test]
    fn an_interview_left_in_the_middle_of_a_probe_goes_on_there()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let settings = Settings { seed: 7, ..Settings::default() };
        let scenario = Arc::new(loaded.scenario);
        let scorer = Arc::new(Scorer::of(&scenario));
        let mut session = Session::new(scenario, scorer, settings);
        let mut journal =
            Journal::begin(folder.path(), &header("built-in", &loaded.text, settings))?;
        for command in [Command::Begin, Command::Answer(UNFINISHED.to_owned())] {
            session.apply(command)?;
            journal.note(session.log().last().ok_or("nothing logged")?)?;
        }
        assert_eq!(session.turn(), Turn::Probe);
        let draft = Draft::of(&session, "In the end we".to_owned()).ok_or("nothing asked")?;
        journal.keep_draft(&draft)?;
        drop(journal);

        let found = Unfinished::find(folder.path()).ok_or("nothing found")?;
        let again = found.replay(&Engine::by_words())?;
        assert_eq!((again.turn(), again.probe()), (Turn::Probe, session.probe()));
        assert!(found.draft.answers(&again));
        let of_the_answer = Draft { probe: 0, ..found.draft };
        assert!(!of_the_answer.answers(&again), "the words of the answer are no addition");
        Ok(())
    }

    #[test]
    fn a_journal_from_before_there_were_probes_is_replayed_without_them()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let header = serde_json::json!({
            "version": 1,
            "scenario": "built-in",
            "text": loaded.text,
            "settings": {
                "seed": 7, "order": "Scripted", "answers": "Typed", "pace": "Coach", "story": "this",
            },
        });
        let answer = serde_json::json!({ "Answer": UNFINISHED });
        let journal = format!("{header}\n\"Begin\"\n{answer}\n{{\"Rate\":3}}\n");
        fs::write(path_in(folder.path()), journal)?;
        fs::write(folder.path().join("draft.json"), "{\"question\":\"q\",\"text\":\"words\"}\n")?;
        let found = Unfinished::find(folder.path()).ok_or("nothing found")?;
        let session = found.replay(&Engine::by_words())?;
        assert_eq!((session.turn(), session.attempts()[0].probes.len()), (Turn::Feedback, 0));
        assert_eq!((found.draft.probe, found.draft.text.as_str()), (0, "words"));
        Ok(())
    }

    #[test]
    fn a_journal_from_before_follow_ups_were_left_out_is_replayed_with_them()
    -> Result<(), Box<dyn std::error::Error>> {
        let (folder, loaded) = (tempfile::tempdir()?, built_in()?);
        let header = serde_json::json!({
            "version": 2,
            "scenario": "built-in",
            "text": loaded.text,
            "settings": { "seed": 7, "order": "Scripted", "answers": "Typed", "pace": "Coach", "story": "own",
                "probes": "Off" },
        });
        let answer = serde_json::json!({ "Answer": UNFINISHED });
        let journal = format!("{header}\n\"Begin\"\n\"Skip\"\n{answer}\n");
        fs::write(path_in(folder.path()), journal)?;
        let found = Unfinished::find(folder.path()).ok_or("nothing found")?;
        let session = found.replay(&Engine::by_words())?;
        assert_eq!((session.attempts()[0].question, session.plan().len()), (1, 12));
        let progress = shelf::kept(folder.path())[0].progress;
        assert_eq!(progress, Progress { number: 2, of: 12 });
        Ok(())
    }
}
