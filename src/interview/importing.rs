//! A file in any form becomes the draft of a scenario, with a summary of what was understood and everything doubtful.
//!
//! Both front-ends bring an interview by [`import`]: from bytes and what the user knows better, as often as that changes.

use crate::interview::{
    diagnostic::{Code, Diagnostic},
    drafting::{self, DraftedScenario},
    scenario::{MAX_BYTES, Scenario},
    transcript::{self, Transcript, edits::Edits},
};

/// What was understood of a file.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The interview, as far as it was understood.
    pub transcript: Transcript,
    /// The draft that can be played; none where something is wrong that stops the reading.
    pub draft: Option<DraftedScenario>,
    /// Everything that is wrong or doubtful, by line.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file and drafts a scenario from it.
pub fn import(bytes: &[u8], edits: &Edits) -> Imported {
    let (transcript, mut diagnostics) = transcript::read_with(bytes, edits);
    let mut draft = None;
    if !diagnostics.iter().any(Diagnostic::is_error) {
        let drafted = drafting::draft(&transcript);
        if !drafted.language_is_told {
            diagnostics.push(Diagnostic::warning(
                Code::LanguageUnsure,
                (1, 1),
                "too little is said to tell the language for sure; the draft says English",
                "if it is another, change `language` in the draft: answers in another language are not judged",
            ));
        }
        let faults = unplayable(&drafted, &transcript);
        draft = faults.is_empty().then_some(drafted);
        diagnostics.extend(faults);
    }
    Imported { transcript, draft, diagnostics }
}

/// Why a draft cannot be played: more is said in the file than a scenario holds.
fn unplayable(draft: &DraftedScenario, transcript: &Transcript) -> Vec<Diagnostic> {
    let length = |question: &transcript::TranscriptQuestion| {
        question.model_answer.iter().map(String::len).sum::<usize>()
    };
    let longest = transcript.questions().max_by_key(|question| length(question));
    let at = (longest.map_or(1, |question| question.line), 1);
    let text = match draft.to_ron() {
        Ok(text) => text,
        Err(error) => {
            let message = format!("the draft cannot be written: {error}");
            return vec![Diagnostic::error(Code::Unreadable, at, message, "divide the file")];
        }
    };
    if text.len() > MAX_BYTES {
        let message = format!(
            "the draft would hold {} bytes, more than the {MAX_BYTES} a scenario may have; the longest answer is here",
            text.len()
        );
        let help = "divide the file, or shorten the answer";
        return vec![Diagnostic::error(Code::DraftTooLarge, at, message, help)];
    }
    let faults = Scenario::from_ron(&text).err().unwrap_or_default();
    let placed =
        faults.into_iter().map(|fault| Diagnostic { line: at.0, column: at.1, fix: None, ..fault });
    placed.collect()
}

/// What was understood, in figures and names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// What the file is: `a WebVTT file`.
    pub form: &'static str,
    /// What the interview is for.
    pub position: Option<String>,
    /// Who answers; none where the file does not say.
    pub candidate: Option<String>,
    /// Who asks, and how many questions.
    pub panel: Vec<(String, usize)>,
    /// The sections, and how many questions each has.
    pub sections: Vec<(String, usize)>,
    /// Whether the sections are drafted.
    pub sections_drafted: bool,
    /// How many questions there are.
    pub questions: usize,
    /// How many of them follow up another.
    pub follow_ups: usize,
    /// How many have no answer.
    pub unanswered: usize,
    /// How many words the answers have.
    pub words: usize,
    /// How many lines and turns were left out without a word about each.
    pub left_out: usize,
}

impl Summary {
    /// What was understood of a transcript.
    pub fn of(transcript: &Transcript) -> Self {
        let asked = |seat| transcript.questions().filter(|one| one.asked_by == Some(seat)).count();
        let panel = transcript.panel.iter().enumerate();
        let sections = transcript.sections.iter();
        let answers = transcript.questions().flat_map(|one| &one.model_answer);
        let tally = transcript.tally;
        Self {
            form: transcript.form,
            position: transcript.position.clone(),
            candidate: Some(transcript.candidate.clone()).filter(|name| !name.is_empty()),
            panel: panel.map(|(seat, one)| (one.title.clone(), asked(seat))).collect(),
            sections: sections.map(|one| (one.title.clone(), one.questions.len())).collect(),
            sections_drafted: transcript.sections_drafted,
            questions: transcript.questions().count(),
            follow_ups: transcript.questions().filter(|one| one.follow_up).count(),
            unanswered: transcript.questions().filter(|one| one.model_answer.is_empty()).count(),
            words: answers.map(|text| text.split_whitespace().count()).sum(),
            left_out: tally.fillers + tally.back_channels + tally.remarks,
        }
    }

    /// The same as sentences and lists, a line each.
    pub fn lines(&self) -> Vec<String> {
        let many = |count: usize, one: &str, more: &str| {
            if count == 1 { format!("1 {one}") } else { format!("{count} {more}") }
        };
        let counted = |list: &[(String, usize)]| {
            let each = list.iter().map(|(name, count)| format!("{name} ({count})"));
            each.collect::<Vec<_>>().join(", ")
        };
        let mut lines = vec![format!("Read as {}.", self.form)];
        lines.extend(self.position.iter().map(|position| format!("Interview: {position}")));
        lines.push(match &self.candidate {
            Some(candidate) => format!("Candidate: {candidate}"),
            None => "Candidate: nobody is named".to_owned(),
        });
        lines.push(match self.panel.as_slice() {
            [] => "Panel: nobody is named; one interviewer asks".to_owned(),
            panel => format!("Panel: {}", counted(panel)),
        });
        lines.push(match (self.sections_drafted, self.sections.as_slice()) {
            (true, [_]) => "Sections: none; the questions stay together".to_owned(),
            (true, drafted) => format!("Sections, drafted: {}", counted(drafted)),
            (false, sections) => format!("Sections: {}", counted(sections)),
        });
        let mut asked = many(self.questions, "question", "questions");
        if self.follow_ups > 0 {
            asked.push_str(&format!(", {} of them following up another", self.follow_ups));
        }
        asked.push_str(&match self.questions - self.unanswered {
            0 => ", none with an answer: they are played as your own story".to_owned(),
            all if all == self.questions => {
                format!(", each with its answer: {}", many(self.words, "word", "words"))
            }
            some => format!(
                ", {some} with an answer ({}); the others are played as your own story",
                many(self.words, "word", "words")
            ),
        });
        lines.push(format!("{asked}."));
        if self.left_out > 0 {
            let what = many(self.left_out, "line or remark", "lines and remarks");
            lines.push(format!("Left out: {what} that are no question and no answer."));
        }
        lines
    }
}
