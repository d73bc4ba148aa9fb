//! What words before a colon head, or a title: a question, an answer, a part of one, or something else.

use crate::interview::star::Role;
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::Label;
use crate::interview::transcript::words::{fold, is_one_of, name_words};

/// What the words before a colon head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowHead {
    /// A question.
    Question,
    /// An answer.
    Answer,
    /// A part of an answer.
    Part(Role),
    /// Something else.
    Other,
}

/// What words before a colon, or a title, head.
pub fn head(text: &str, part: Option<Role>) -> RowHead {
    const QUESTION: &str = "\
        behaviouralquestion behavioralquestion interviewquestion interviewer practicequestion prompt \
        q question theyask";
    const ANSWER: &str = "\
        answer exampleanswer modelanswer modelresponse myanswer myresponse response sampleanswer \
        staranswer suggestedanswer youranswer";
    let outside = text.split(['(', '[']).next().unwrap_or(text);
    let folded: String = name_words(outside).iter().map(|word| fold(word)).collect();
    let folded = folded.trim_end_matches(|c: char| c.is_ascii_digit());
    let role = match folded {
        "s" | "situation" | "situations" | "context" => Some(Role::Situation),
        "t" | "task" | "tasks" => Some(Role::Task),
        "action" | "actions" => Some(Role::Action),
        "r" | "result" | "results" | "outcome" => Some(Role::Result),
        "a" if part.is_some() => Some(Role::Action),
        _ => None,
    };
    match role {
        Some(role) => RowHead::Part(role),
        None if is_one_of(folded, QUESTION) => RowHead::Question,
        None if folded == "a" || is_one_of(folded, ANSWER) => RowHead::Answer,
        None => RowHead::Other,
    }
}

/// The part of an answer that a line heads, and what stands behind the head: `Result: we won`, or `Result` alone.
pub fn part_of_an_answer(text: &str, part: Option<Role>) -> (Option<Role>, &str) {
    let (lead, rest) = match Label::of(&Line::new(1, text)) {
        Some(label) => (label.name, label.text),
        None => (text, ""),
    };
    match head(lead, part) {
        RowHead::Part(role) if lead.split_whitespace().count() <= 2 => (Some(role), rest),
        _ => (None, text),
    }
}
