//! Turns become questions and the answers to them.
//!
//! Interviewers who speak in a row before an answer ask one question: the turns of the first who asks, joined with
//! what the others ask. A turn that asks nothing is a remark, and left out with a warning, unless an answer follows
//! and nothing else was asked at the start of the section: then it is what was answered.

use crate::interview::diagnostic::Code;
use crate::interview::transcript::asking::{asks, is_small_talk};
use crate::interview::transcript::dialogue::follow_up;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::named;
use crate::interview::transcript::{Speaker, SpokenTurn, TranscriptQuestion};

/// An answer of fewer words to what asks nothing answers nothing: it returns a greeting.
const FEWEST_ANSWERED: usize = 25;

/// How the turns came to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// By an author: what has no place is named, each time.
    Written,
    /// As they were spoken: greetings, remarks and answers to nothing are usual, and counted.
    Spoken,
}

/// The questions of turns, and how many remarks were left out.
pub struct Paired {
    /// The questions with their answers.
    pub questions: Vec<TranscriptQuestion>,
    /// How many turns were neither.
    pub remarks: usize,
}

/// Pairs the turns of one section, whose panel has these names.
pub fn read(
    turns: &[SpokenTurn],
    panel: &[&str],
    register: Register,
    faults: &mut Faults,
) -> Paired {
    let mut pairing = Pairing {
        panel,
        register,
        faults,
        questions: Vec::new(),
        unanswered: None,
        remarks: 0,
        polite: false,
    };
    let mut rest = turns;
    while let Some(first) = rest.first() {
        let candidate = first.speaker == Speaker::Candidate;
        let same = |turn: &&SpokenTurn| (turn.speaker == Speaker::Candidate) == candidate;
        let (run, others) = rest.split_at(rest.iter().take_while(same).count());
        if candidate {
            pairing.answer(run);
        } else {
            let answer = others.iter().take_while(|turn| turn.speaker == Speaker::Candidate);
            let answer = &others[..answer.count()];
            pairing.ask(run, !others.is_empty(), count_words(answer));
        }
        rest = others;
    }
    Paired { questions: pairing.questions, remarks: pairing.remarks }
}

fn count_words(turns: &[SpokenTurn]) -> usize {
    // Not every script puts blanks between its words.
    let words = |text: &String| text.split_whitespace().count().max(text.chars().count() / 12);
    turns.iter().flat_map(|turn| &turn.paragraphs).map(words).sum()
}

struct Pairing<'a, 'f> {
    panel: &'a [&'a str],
    register: Register,
    faults: &'f mut Faults,
    questions: Vec<TranscriptQuestion>,
    /// The question that waits for its answer.
    unanswered: Option<TranscriptQuestion>,
    remarks: usize,
    /// Whether what was asked last was asked to be polite.
    polite: bool,
}

impl Pairing<'_, '_> {
    /// A run of interviewers' turns, before an answer or at the end of the section.
    fn ask(&mut self, run: &[SpokenTurn], answered: bool, answer: usize) {
        let spoken = self.register == Register::Spoken;
        let returned = spoken && answer < FEWEST_ANSWERED;
        let (said, silent): (Vec<&SpokenTurn>, Vec<&SpokenTurn>) =
            run.iter().partition(|turn| !turn.paragraphs.is_empty());
        for turn in silent {
            self.says_nothing(turn);
        }
        let groups = by_speaker(&said);
        let polite = |text: &str| returned && asks(text) && is_small_talk(text);
        self.polite |= groups.iter().any(|group| polite(&group.text()));
        let asks = |text: &str| asks(text) && !polite(text);
        let asking = groups.iter().filter(|group| asks(&group.text())).count();
        let opening = self.questions.is_empty() && answered && !returned;
        let mut question: Option<TranscriptQuestion> = None;
        for group in groups {
            let text = group.text();
            let Speaker::Interviewer(asked_by) = group.first.speaker else { continue };
            let taken = asks(&text) || (asking == 0 && opening);
            match &mut question {
                _ if !taken && spoken => self.remarks += 1,
                _ if !taken => self.left_out(&group, answered),
                None => {
                    if asking == 0 {
                        self.faults.warning(
                            Code::QuestionDoubtful,
                            group.at(),
                            format!(
                                "{} asks nothing in so many words; read as the question",
                                named(&text)
                            ),
                            "end the question with a question mark",
                        );
                    }
                    let line = group.first.line;
                    question = Some(TranscriptQuestion {
                        asked_by: Some(asked_by),
                        text,
                        line,
                        ..TranscriptQuestion::default()
                    });
                }
                Some(question) => {
                    if !spoken {
                        let name =
                            |seat: usize| named(self.panel.get(seat).copied().unwrap_or_default());
                        let first = question.asked_by.map(name).unwrap_or_default();
                        self.faults.warning(Code::AskedBeforeAnswer,
                            group.at(),
                            format!("{} asks before {first} is answered", name(asked_by)),
                            "the two are read as one question of the first; put an answer between them to part them",
                        );
                    }
                    question.text = format!("{} {text}", question.text);
                }
            }
        }
        if answered {
            self.unanswered = question;
        } else if let Some(question) = question {
            if spoken && is_small_talk(&question.text) {
                self.remarks += 1;
                return;
            }
            let column = run.first().map_or(1, |turn| turn.column);
            self.faults.warning(
                Code::AnswerMissing,
                (question.line, column),
                format!(
                    "the question {} has no answer; it is asked for your own story",
                    named(&question.text)
                ),
                "write the candidate's answer below it to have it compared with yours",
            );
            self.follow(question);
        }
    }

    fn answer(&mut self, run: &[SpokenTurn]) {
        for turn in run.iter().filter(|turn| turn.paragraphs.is_empty()) {
            self.says_nothing(turn);
        }
        let paragraphs = run.iter().flat_map(|turn| turn.paragraphs.iter().cloned());
        if let Some(mut question) = self.unanswered.take() {
            question.model_answer = paragraphs.collect();
            self.polite = false;
            self.follow(question);
        } else if self.polite && count_words(run) < FEWEST_ANSWERED {
            self.remarks += run.len();
        } else if let Some(before) = self.questions.last_mut() {
            before.model_answer.extend(paragraphs);
        } else if self.register == Register::Spoken {
            self.remarks += run.len();
        } else if let Some(first) = run.first() {
            self.faults.error(
                Code::AnswerUnasked,
                (first.line, first.column),
                format!("the answer of {} has no question", named(&first.label)),
                "write the interviewer's question above it",
            );
        }
    }

    /// Takes up a question behind the one before it, which it may follow up.
    fn follow(&mut self, mut question: TranscriptQuestion) {
        let before = self.questions.last();
        question.follow_up =
            before.is_some_and(|before| follow_up::follows_up(&question.text, before));
        self.questions.push(question);
    }

    fn says_nothing(&mut self, turn: &SpokenTurn) {
        self.faults.error(
            Code::TurnEmpty,
            (turn.line, turn.column),
            format!("the turn of {} is empty", named(&turn.label)),
            "write what was said behind the colon, or remove the line",
        );
    }

    fn left_out(&mut self, group: &Group, answered: bool) {
        let goes_on = answered && !self.questions.is_empty();
        self.faults.warning(Code::RemarkLeftOut,
            group.at(),
            format!("the remark {} asks nothing and is left out", named(&group.text())),
            if goes_on {
                "if it is a question, end it with a question mark; the answer above goes on below it otherwise"
            } else {
                "if it is a question, end it with a question mark"
            },
        );
    }
}

/// Turns of one interviewer in a row.
struct Group<'a> {
    first: &'a SpokenTurn,
    paragraphs: Vec<&'a str>,
}

impl Group<'_> {
    fn text(&self) -> String {
        self.paragraphs.join(" ")
    }

    fn at(&self) -> (usize, usize) {
        (self.first.line, self.first.column)
    }
}

fn by_speaker<'a>(turns: &[&'a SpokenTurn]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    for turn in turns {
        let paragraphs = turn.paragraphs.iter().map(String::as_str);
        match groups.last_mut().filter(|group| group.first.speaker == turn.speaker) {
            Some(group) => group.paragraphs.extend(paragraphs),
            None => groups.push(Group { first: turn, paragraphs: paragraphs.collect() }),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use crate::interview::transcript::samples::{check_diagnostics, interview, transcript};

    #[track_caller]
    fn check(turns: &str, faults: &[&str], expected: &[(usize, &str, &str)]) {
        let text =
            interview(&format!("{turns}\nVP: Last?\nSarah: Z.\nDirector: Really?\nSarah: Yes."));
        check_diagnostics(&text, faults);
        if faults.iter().any(|fault| fault.contains("error")) {
            return;
        }
        let read = transcript(&text);
        let questions = &read.sections[0].questions;
        let found: Vec<_> = questions[..questions.len() - 2]
            .iter()
            .map(|one| (one.asked_by.unwrap_or(9), one.text.as_str(), one.model_answer.join("|")))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|&(by, text, said)| (by, text, said.to_owned())).collect();
        assert_eq!(found, expected, "{turns}");
    }

    #[test]
    fn turns_of_one_speaker_in_a_row_are_joined() {
        check("VP: I see.\nVP: Why?\nSarah: A.\nSarah: B.", &[], &[(0, "I see. Why?", "A.|B.")]);
    }

    #[test]
    fn questions_in_a_row_are_one_of_the_first_who_asks() {
        let asks = "9 warning: `Director of Engineering` asks before `VP Product` is answered";
        check("VP: Why?\nDirector: And how?\nSarah: A.", &[asks], &[(0, "Why? And how?", "A.")]);
        let remark = "8 warning: the remark `Fine.`";
        check("VP: Fine.\nDirector: How?\nSarah: A.", &[remark], &[(1, "How?", "A.")]);
    }

    #[test]
    fn a_remark_is_left_out_and_the_answer_goes_on() {
        let remark = "10 warning: the remark `I see.`";
        check(
            "VP: Why?\nSarah: A.\nDirector: I see.\nSarah: B.",
            &[remark],
            &[(0, "Why?", "A.|B.")],
        );
        let opening = "8 warning: `Your greatest strength.` asks nothing in so many words";
        check(
            "VP: Your greatest strength.\nSarah: A.",
            &[opening],
            &[(0, "Your greatest strength.", "A.")],
        );
    }

    #[test]
    fn a_remark_at_the_end_is_left_out() {
        let text = interview("VP: Why?\nSarah: A.\nDirector: Thank you.");
        check_diagnostics(&text, &["10 warning: the remark `Thank you.`"]);
        let text = interview("VP: Why?\nSarah: A.\nDirector: Any questions?");
        check_diagnostics(&text, &["10 warning: the question `Any questions?` has no answer"]);
    }

    #[test]
    fn what_lacks_its_other_half_is_a_fault() {
        check("Sarah: A.", &["8 error: the answer of `Sarah` has no question"], &[]);
        check("VP: Why?\nSarah:", &["9 error: the turn of `Sarah` is empty"], &[]);
        check(
            "VP:\nSarah: A.",
            &["8 error: the turn of `VP` is empty", "9 error: has no question"],
            &[],
        );
    }

    #[test]
    fn the_first_question_of_a_section_follows_up_nothing() {
        let text =
            interview("VP: And what happened then?\nSarah: A.\nDirector: And then?\nSarah: B.");
        let read = transcript(&text);
        let follow_ups = read.sections[0].questions.iter().map(|question| question.follow_up);
        assert_eq!(follow_ups.collect::<Vec<_>>(), [false, true]);
    }
}
