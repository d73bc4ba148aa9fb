//! Reading what was brought, beside the frames: a file becomes what was understood of it, or one sentence why not.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::Arc,
};

use crate::{
    interview::{
        diagnostic::{Code, Diagnostic},
        drafting::DraftedScenario,
        importing::{self, Imported, Summary},
        scenario::Scenario,
        transcript::{self, HeardSpeaker, Transcript, edits::Edits},
    },
    storage::{
        files::{self, FileError},
        scenarios::{Loaded, SUFFIX, Source},
    },
};

/// A file as it was brought, to be read as often as somebody knows better.
#[derive(Clone, Debug)]
pub struct BroughtFile {
    /// What it is called.
    pub name: String,
    /// Where it lies; nowhere where its text was pasted.
    pub path: Option<PathBuf>,
    /// What stands in it.
    pub bytes: Arc<[u8]>,
}

/// What came of a reading.
#[derive(Debug)]
pub enum CameOf {
    /// It is a scenario already.
    Scenario(Box<Loaded>),
    /// Something was understood.
    Understood(Box<Understood>),
    /// Nothing can be done with it: why, and what helps.
    Refused(String),
}

/// What was understood of a file.
#[derive(Clone, Debug)]
pub struct Understood {
    /// What the file is called.
    pub name: String,
    /// The interview, as far as it was understood.
    pub transcript: Transcript,
    /// The same in figures and names.
    pub summary: Summary,
    /// Everything that is wrong or doubtful, by line.
    pub diagnostics: Vec<Diagnostic>,
    /// What only the user can tell.
    pub question: Option<AskedOfUser>,
    /// What can be played; nothing where something stops it.
    pub playable: Option<Box<Playable>>,
}

/// A draft that can be played, and kept under whatever name is free.
#[derive(Clone, Debug)]
pub struct Playable {
    /// The draft.
    pub draft: DraftedScenario,
    /// The scenario that it is.
    pub loaded: Loaded,
}

/// What a file does not say and its user knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedOfUser {
    /// Who of these is the candidate.
    Candidate(Vec<HeardSpeaker>),
    /// Whether a question and an answer take turns, which would make so many questions.
    ByTurns(usize),
}

impl Understood {
    /// Whether people take turns in it, one of whom is the candidate.
    pub fn is_a_talk(&self) -> bool {
        !self.transcript.heard.is_empty() || !self.transcript.turns.is_empty()
    }
}

impl Playable {
    fn of(draft: DraftedScenario) -> Option<Self> {
        let text = draft.to_ron().ok()?;
        let scenario = Scenario::from_ron(&text).ok()?;
        let (name, source) = (draft.file.id.clone(), Source::Memory(text.clone()));
        Some(Self { loaded: Loaded { name, source, text, scenario }, draft })
    }

    /// The text of the scenario under this name, which is its id too: another interview's answers are never taken for its own.
    pub fn text_as(&self, name: &str) -> String {
        let mut draft = self.draft.clone();
        name.clone_into(&mut draft.file.id);
        draft.to_ron().unwrap_or_else(|_| self.loaded.text.clone())
    }
}

/// Takes a file in.
///
/// # Errors
/// One sentence why it cannot be read.
pub fn take_in(path: &Path) -> Result<BroughtFile, String> {
    let shown = path.display();
    let bytes = files::read_start(path, transcript::MAX_BYTES).map_err(|error| match error {
        FileError::Io { source, .. } if source.kind() == ErrorKind::NotFound => {
            format!("There is no file at {shown}: look whether the path is right.")
        }
        FileError::Io { source, .. } if source.kind() == ErrorKind::IsADirectory => {
            format!("{shown} is a folder: bring one file of it.")
        }
        FileError::Io { source, .. } if source.kind() == ErrorKind::PermissionDenied => {
            format!("{shown} may not be read by you: change its permissions, or paste its text.")
        }
        error => format!("The file cannot be read: {error}."),
    })?;
    let name = path.file_name().map_or_else(|| shown.to_string(), |n| n.display().to_string());
    Ok(BroughtFile { name, path: Some(path.to_owned()), bytes: bytes.into() })
}

/// Reads a file with what the user knows better.
pub fn read(file: &BroughtFile, edits: &Edits) -> CameOf {
    if let Some(text) = transcript::text(&file.bytes).filter(|text| transcript::is_scenario(text)) {
        return scenario(file, text);
    }
    let Imported { transcript, draft, diagnostics } = importing::import(&file.bytes, edits);
    let error = diagnostics.iter().find(|found| found.is_error());
    let question = error.and_then(|error| open_question(file, edits, &transcript, error));
    let nothing = transcript.questions().next().is_none();
    if let (Some(error), None, true) = (error, &question, nothing && *edits == Edits::default()) {
        let errors: Vec<_> = diagnostics.iter().filter(|found| found.is_error()).collect();
        return CameOf::Refused(refusal(&file.name, error, &errors[1..]));
    }
    CameOf::Understood(Box::new(Understood {
        name: file.name.clone(),
        summary: Summary::of(&transcript),
        transcript,
        diagnostics,
        question,
        playable: draft.and_then(Playable::of).map(Box::new),
    }))
}

/// A file that is a scenario of the game is opened as it is.
fn scenario(file: &BroughtFile, text: String) -> CameOf {
    match Scenario::from_ron(&text) {
        Ok(scenario) => {
            let name = file.name.strip_suffix(SUFFIX).unwrap_or(scenario.id()).to_owned();
            let source = match &file.path {
                Some(path) => Source::File(path.clone()),
                None => Source::Memory(text.clone()),
            };
            CameOf::Scenario(Box::new(Loaded { name, source, text, scenario }))
        }
        Err(faults) => {
            let faults: Vec<_> = faults.iter().collect();
            let why = faults.split_first().map(|(first, more)| refusal(&file.name, first, more));
            CameOf::Refused(why.unwrap_or_default())
        }
    }
}

/// What the user is asked instead of being told of an error.
fn open_question(
    file: &BroughtFile,
    edits: &Edits,
    transcript: &Transcript,
    error: &Diagnostic,
) -> Option<AskedOfUser> {
    match error.code {
        Code::CandidateUnclear | Code::CandidateUnknown if !transcript.heard.is_empty() => {
            Some(AskedOfUser::Candidate(transcript.heard.clone()))
        }
        Code::SpeakersMissing | Code::NotATranscript if !edits.alternate => {
            let by_turns = Edits { alternate: true, ..edits.clone() };
            let (read, faults) = transcript::read_with(&file.bytes, &by_turns);
            let fits = !faults.iter().any(Diagnostic::is_error);
            fits.then(|| AskedOfUser::ByTurns(read.questions().count()))
        }
        _ => None,
    }
}

/// Why a file cannot be taken, and what to do: the first fault and the next, and how many more there are.
fn refusal(name: &str, error: &Diagnostic, more: &[&Diagnostic]) -> String {
    let place = if error.line > 1 { format!(", line {}", error.line) } else { String::new() };
    let said = format!("{name}{place}: {}. {}.", error.message, sentence_case(remedy(error)));
    let Some((next, more)) = more.split_first() else { return said };
    let rest = match more.len() {
        0 => String::new(),
        1 => " There is one more fault.".to_owned(),
        more => format!(" There are {more} more faults."),
    };
    let next = format!(" Line {}: {}. {}.", next.line, next.message, sentence_case(remedy(next)));
    format!("{said}{next}{rest}")
}

/// What to do about a fault, in the window: there a question is answered, and no option of a command is written.
pub fn remedy(fault: &Diagnostic) -> &str {
    match fault.code {
        Code::CandidateUnclear | Code::CandidateUnknown => "choose who the candidate is",
        Code::SpeakersMissing => {
            "bring a transcript that tells the speakers apart, or write a name before each turn"
        }
        Code::NotATranscript => {
            "bring turns that begin with who speaks, as `Name: text`, or one question a line"
        }
        Code::LanguageUnsure => {
            "if it is another, keep it and change `language` in its file: answers in another language are not judged"
        }
        _ => &fault.help,
    }
}

/// The same with a capital.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brought(text: &str) -> BroughtFile {
        BroughtFile { name: "talk.txt".to_owned(), path: None, bytes: text.as_bytes().into() }
    }

    #[track_caller]
    fn understood(text: &str, edits: &Edits) -> Box<Understood> {
        match read(&brought(text), edits) {
            CameOf::Understood(understood) => understood,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn refused(bytes: &[u8]) -> String {
        match read(&BroughtFile { bytes: bytes.into(), ..brought("") }, &Edits::default()) {
            CameOf::Refused(why) => why,
            other => panic!("{other:?}"),
        }
    }

    const TWO: &str = "Ada: How did you open the depot?\nBen: I rented a hall in March.\n\
        Ada: What did it cost you?\nCem: We paid 300 a month.\n";

    #[test]
    fn where_two_could_be_the_candidate_it_is_asked_and_the_answer_is_an_edit() {
        let open = understood(TWO, &Edits::default());
        assert!(open.playable.is_none());
        let Some(AskedOfUser::Candidate(heard)) = &open.question else { panic!("{open:?}") };
        let names: Vec<_> = heard.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Ada", "Ben", "Cem"]);
        let mut edits = Edits::default();
        edits.rename("Cem", "Cem Aydin");
        edits.make_candidate("Cem Aydin");
        let told = understood(TWO, &edits);
        assert_eq!(
            (told.question.clone(), told.transcript.candidate.as_str()),
            (None, "Cem Aydin")
        );
        assert!(told.playable.is_some());
    }

    #[test]
    fn where_nobody_is_named_it_is_asked_whether_they_take_turns() {
        let text = "How did you open the depot in March, and what did it cost?\n\nI rented a hall for 300 a month.\n\n\
            What would you do differently today?\n\nI would have asked the neighbours first.\n";
        let text = format!(
            "1\n00:00:01,000 --> 00:00:02,000\n- {}\n",
            text.trim().replace("\n\n", "\n\n2\n00:00:03,000 --> 00:00:04,000\n- ")
        );
        let open = understood(&text, &Edits::default());
        assert_eq!(open.question, Some(AskedOfUser::ByTurns(2)));
        let told = understood(&text, &Edits { alternate: true, ..Edits::default() });
        assert!(told.question.is_none() && told.playable.is_some());
    }

    #[test]
    fn what_is_no_interview_is_refused_in_a_sentence_that_names_no_option() {
        for bytes in [
            &b"PK\x03\x04xl/workbook.xml"[..],
            b"\x89PNG\r\n\x1a\n\0\0",
            b"",
            b"Dear all,\nit went well.\n",
        ] {
            let why = refused(bytes);
            assert!(why.starts_with("talk.txt") && why.ends_with('.'), "{why}");
            assert!(!why.contains("--") && !why.contains("hotseat"), "{why}");
        }
    }

    #[test]
    fn a_scenario_is_opened_as_it_is_and_one_with_faults_is_refused_by_line() {
        let text = crate::storage::scenarios::BUILT_IN[1].1;
        let CameOf::Scenario(loaded) = read(&brought(text), &Edits::default()) else {
            panic!("it is a scenario")
        };
        assert_eq!((loaded.name.as_str(), loaded.text.as_str()), ("ward-manager", text));
        let why = refused(text.replace("sections:", "sectoins:").as_bytes());
        assert!(why.contains("line") && why.contains("sectoins"), "{why}");
    }

    #[test]
    fn what_is_kept_under_another_name_is_another_scenario() {
        let playable =
            understood("Ada: How did you open it?\nBen: I rented a hall.\n", &Edits::default());
        let playable = playable.playable.expect("it can be played");
        let kept = Scenario::from_ron(&playable.text_as("ben-2")).expect("it has no faults");
        assert_eq!(kept.id(), "ben-2");
        assert_eq!(kept.questions().len(), playable.loaded.scenario.questions().len());
    }
}
