//! Sections where a file has none: questions of one competency together, in the order in which each is first asked for.

use crate::interview::competency::Competency;
use crate::interview::diagnostic::Code;
use crate::interview::transcript::dialogue::outline::UNTITLED;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::{TranscriptQuestion, TranscriptSection};

/// The sections of questions; that they are drafted is said. A question that follows up stays behind its own.
pub fn sections(questions: Vec<TranscriptQuestion>, faults: &mut Faults) -> Vec<TranscriptSection> {
    let mut sections: Vec<TranscriptSection> = Vec::new();
    let first = questions.first().map_or(1, |question| question.line);
    let mut current = None;
    for mut question in questions {
        let goes_on = question.follow_up && current.is_some();
        if !goes_on {
            let title = Competency::asked_in(&question.text)
                .map_or(UNTITLED, |competency| competency.title);
            let known = sections.iter().position(|section| section.title == title);
            current = Some(known.unwrap_or_else(|| {
                let line = question.line;
                sections.push(TranscriptSection {
                    title: title.to_owned(),
                    line,
                    questions: Vec::new(),
                });
                sections.len() - 1
            }));
            question.follow_up = false;
        }
        if let Some(section) = current.and_then(|at| sections.get_mut(at)) {
            section.questions.push(question);
        }
    }
    if sections.len() > 1 {
        faults.warning(
            Code::SectionsDrafted,
            (first, 1),
            format!("the file has no sections; its questions are put under {} titles by what they ask for", sections.len()),
            "put a title over each part of the file to have sections of your own",
        );
    }
    sections
}
