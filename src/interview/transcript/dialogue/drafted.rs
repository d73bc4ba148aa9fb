//! Sections where a file has none: questions of one competency together, in the order in which each is first asked for.
//!
//! A title is worth a card on the screen only where it gathers something: one question makes no section, and where most
//! questions would stand alone they stay together, in their own order.

use crate::interview::competency::Competency;
use crate::interview::diagnostic::Code;
use crate::interview::transcript::dialogue::outline::UNTITLED;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::{TranscriptQuestion, TranscriptSection};

/// How many questions of a competency, each with what follows it up, make a section.
const A_SECTION: usize = 2;
/// Where those go that are left over.
const OTHERS: &str = "Other questions";

/// A question with those that follow it up, and the title that it would stand under.
struct Thread {
    title: Option<&'static str>,
    questions: Vec<TranscriptQuestion>,
}

/// The sections of questions; that they are drafted is said. A question that follows up stays behind its own.
pub fn sections(questions: Vec<TranscriptQuestion>, faults: &mut Faults) -> Vec<TranscriptSection> {
    let first = questions.first().map_or(1, |question| question.line);
    let mut threads = threads(questions);
    let asked = |title: &str| threads.iter().filter(|thread| thread.title == Some(title)).count();
    let alone: Vec<bool> = threads
        .iter()
        .map(|thread| thread.title.is_none_or(|title| asked(title) < A_SECTION))
        .collect();
    let left_over = alone.iter().filter(|alone| **alone).count();
    let together = left_over * 2 > threads.len();
    for (thread, alone) in threads.iter_mut().zip(alone) {
        thread.title = match (together, alone) {
            (true, _) => Some(UNTITLED),
            (false, true) => None,
            (false, false) => thread.title,
        };
    }
    // What is left over comes last, under a title of its own.
    threads.sort_by_key(|thread| thread.title.is_none());
    let mut sections: Vec<TranscriptSection> = Vec::new();
    for Thread { title, questions } in threads {
        let title = title.unwrap_or(OTHERS);
        match sections.iter_mut().find(|section| section.title == title) {
            Some(section) => section.questions.extend(questions),
            None => {
                let line = questions.first().map_or(first, |question| question.line);
                sections.push(TranscriptSection { title: title.to_owned(), line, questions });
            }
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

fn threads(questions: Vec<TranscriptQuestion>) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for mut question in questions {
        match threads.last_mut().filter(|_| question.follow_up) {
            Some(thread) => thread.questions.push(question),
            None => {
                question.follow_up = false;
                let title = Competency::asked_in(&question.text).map(|competency| competency.title);
                threads.push(Thread { title, questions: vec![question] });
            }
        }
    }
    threads
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONFLICT: &str = "Tell me about a time you disagreed with your manager.";
    const CONFLICT_TOO: &str = "Tell me about a conflict with a colleague.";
    const FAILURE: &str = "Tell me about a time you failed.";
    const FAILURE_TOO: &str = "What was your biggest mistake?";
    const ODD: &str = "What is on your desk?";

    /// The titles that questions are put under, with the lines of those under each.
    fn drafted(texts: &[&str]) -> Vec<(String, Vec<usize>)> {
        let question = |(line, text): (usize, &&str)| TranscriptQuestion {
            asked_by: None,
            text: (*text).to_owned(),
            follow_up: text.starts_with("And"),
            model_answer: Vec::new(),
            parts: Vec::new(),
            line,
        };
        let questions = texts.iter().enumerate().map(question).collect();
        let sections = sections(questions, &mut Faults::default());
        let lines =
            |section: &TranscriptSection| section.questions.iter().map(|one| one.line).collect();
        sections.iter().map(|section| (section.title.clone(), lines(section))).collect()
    }

    #[test]
    fn a_title_gathers_at_least_two_questions_and_what_is_left_over_comes_last() {
        let sections = drafted(&[CONFLICT, ODD, FAILURE, "And then?", FAILURE_TOO, CONFLICT_TOO]);
        let lines: Vec<_> = sections.iter().map(|(_, lines)| lines.as_slice()).collect();
        assert_eq!(lines, [&[0, 5][..], &[2, 3, 4], &[1]]);
        assert_eq!(sections[2].0, OTHERS);
    }

    #[test]
    fn where_most_would_stand_alone_all_stay_together_in_their_order() {
        let sections = drafted(&[CONFLICT, ODD, FAILURE, "And then?"]);
        assert_eq!(sections, [(UNTITLED.to_owned(), vec![0, 1, 2, 3])]);
    }
}
