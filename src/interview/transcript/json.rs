//! What was read, in the form it is printed as JSON.

use serde::Serialize;

use crate::interview::diagnostic::Diagnostic;
use crate::interview::transcript::{Interviewer, Tally, Transcript, TranscriptQuestion};

/// A transcript for printing: interviewers by their titles, and what was doubtful.
#[derive(Debug, Serialize)]
pub struct PrintedTranscript<'a> {
    form: &'a str,
    candidate: Option<&'a str>,
    position: Option<&'a str>,
    date: Option<&'a str>,
    panel: &'a [Interviewer],
    sections_drafted: bool,
    sections: Vec<PrintedSection<'a>>,
    left_out: Tally,
    diagnostics: &'a [Diagnostic],
}

#[derive(Debug, Serialize)]
struct PrintedSection<'a> {
    title: &'a str,
    questions: Vec<PrintedQuestion<'a>>,
}

#[derive(Debug, Serialize)]
struct PrintedQuestion<'a> {
    asked_by: Option<&'a str>,
    line: usize,
    text: &'a str,
    follow_up: bool,
    model_answer: &'a [String],
}

impl<'a> PrintedTranscript<'a> {
    /// Lays out what was read and the faults that came with it.
    pub fn new(transcript: &'a Transcript, diagnostics: &'a [Diagnostic]) -> Self {
        let question = |question: &'a TranscriptQuestion| PrintedQuestion {
            asked_by: question
                .asked_by
                .and_then(|seat| transcript.panel.get(seat))
                .map(|interviewer| interviewer.title.as_str()),
            line: question.line,
            text: &question.text,
            follow_up: question.follow_up,
            model_answer: &question.model_answer,
        };
        let sections = transcript.sections.iter().map(|section| PrintedSection {
            title: &section.title,
            questions: section.questions.iter().map(question).collect(),
        });
        Self {
            form: transcript.form,
            candidate: Some(transcript.candidate.as_str()).filter(|name| !name.is_empty()),
            position: transcript.position.as_deref(),
            date: transcript.date.as_deref(),
            panel: &transcript.panel,
            sections_drafted: transcript.sections_drafted,
            sections: sections.collect(),
            left_out: transcript.tally,
            diagnostics,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::interview::transcript::read;
    use crate::interview::transcript::samples::interview;

    #[test]
    fn a_transcript_prints_with_titles_for_who_asks() {
        let text = interview("Director: Why?\nSarah: A.\n\nB.");
        let (transcript, diagnostics) = read(text.as_bytes());
        let printed = PrintedTranscript::new(&transcript, &diagnostics);
        let expected = json!({
            "form": "a transcript with a header",
            "candidate": "Sarah Chen",
            "position": null,
            "date": null,
            "panel": [
                { "title": "VP Product", "aliases": [] },
                { "title": "Director of Engineering", "aliases": ["Director"] },
            ],
            "sections_drafted": false,
            "sections": [{
                "title": "VISION",
                "questions": [{
                    "asked_by": "Director of Engineering",
                    "line": 8,
                    "text": "Why?",
                    "follow_up": false,
                    "model_answer": ["A.", "B."],
                }],
            }],
            "left_out": { "fillers": 0, "back_channels": 0, "remarks": 0 },
            "diagnostics": [{
                "severity": "warning",
                "code": "interviewer-silent",
                "line": 2,
                "column": 1,
                "message": "`VP Product` is on the panel and never speaks",
                "help": "if a turn is theirs, label it with their name or title",
                "fix": null,
            }],
        });
        assert_eq!(serde_json::to_value(&printed).expect("it can be printed"), expected);
    }
}
