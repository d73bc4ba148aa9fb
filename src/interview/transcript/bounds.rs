//! What is more, or longer, than a scenario holds, so that no draft is made that its own check refuses.

use crate::interview::diagnostic::Code;
use crate::interview::scenario::MAX_TEXT;
use crate::interview::text::{MAX_ANSWER, Text};
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::named;
use crate::interview::transcript::{MAX_QUESTIONS, MAX_SECTIONS, Transcript, TranscriptSection};

/// How many characters a section's title may have.
const MAX_TITLE_CHARS: usize = 200;

/// Says what is too much.
pub fn check(read: &Transcript, faults: &mut Faults) {
    check_counts(read, faults);
    check_lengths(&read.sections, faults);
}

fn check_counts(read: &Transcript, faults: &mut Faults) {
    let count = read.questions().count();
    if let Some(question) = read.questions().nth(MAX_QUESTIONS) {
        faults.error(
            Code::TooManyQuestions,
            (question.line, 1),
            format!("there are {count} questions; a transcript may have {MAX_QUESTIONS}"),
            "divide the transcript",
        );
    }
    if let Some(section) = read.sections.get(MAX_SECTIONS) {
        faults.error(
            Code::TooManySections,
            (section.line, 1),
            format!(
                "there are {} sections; a transcript may have {MAX_SECTIONS}",
                read.sections.len()
            ),
            "divide the transcript",
        );
    }
    if count == 0 && !faults.stop() {
        faults.error(
            Code::NothingSaid,
            (1, 1),
            "nobody asks anything in the file",
            "bring a transcript in which a panel asks and a candidate answers, or a list of questions",
        );
    }
}

fn check_lengths(sections: &[TranscriptSection], faults: &mut Faults) {
    for section in sections.iter().filter(|section| section.title.chars().count() > MAX_TITLE_CHARS)
    {
        faults.error(
            Code::TitleTooLong,
            (section.line, 1),
            format!(
                "the section title {} is longer than {MAX_TITLE_CHARS} characters",
                named(&section.title)
            ),
            "shorten the title",
        );
    }
    for question in sections.iter().flat_map(|section| &section.questions) {
        let sentence =
            question.model_answer.iter().filter(|text| text.len() > MAX_TEXT).filter_map(|text| {
                let spans = Text::sentence_spans(text);
                spans.into_iter().map(|span| span.of(text).chars().count()).max()
            });
        let answer: usize = question.model_answer.iter().map(|text| text.chars().count()).sum();
        let said = [
            ("the question", question.text.chars().count(), MAX_TEXT),
            ("a sentence of its answer", sentence.max().unwrap_or(0), MAX_TEXT),
            ("the answer", answer, MAX_ANSWER),
        ];
        for (what, length, most) in said.into_iter().filter(|(_, length, most)| length > most) {
            faults.error(
                Code::PassageTooLong,
                (question.line, 1),
                format!("{what} has {length} characters, more than the {most} a scenario holds"),
                "divide it into sentences, each with its full stop, or shorten it",
            );
        }
    }
}
