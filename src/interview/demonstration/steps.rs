//! The steps of showing one question: what stands after each press, and how long it takes to say.

use serde::{Deserialize, Serialize};

use crate::interview::demonstration::told::ToldAnswer;

/// How much is told at a press.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stride {
    /// A sentence.
    #[default]
    Sentence,
    /// All sentences up to the next part of the story.
    Part,
    /// A paragraph.
    Paragraph,
}

impl Stride {
    /// Every stride by its name in a file.
    pub const NAMES: &[&str] = &["Sentence", "Part", "Paragraph"];

    /// The stride after this one, the last leading back to the first.
    #[must_use]
    pub fn following(self) -> Self {
        match self {
            Self::Sentence => Self::Part,
            Self::Part => Self::Paragraph,
            Self::Paragraph => Self::Sentence,
        }
    }

    /// The number of sentences that are told after each press of a telling.
    fn ends(self, answer: &ToldAnswer) -> Vec<usize> {
        let sentences = &answer.sentences;
        let ends = |at: &usize| {
            let (before, after) = (&sentences[at - 1], &sentences[*at]);
            match self {
                Self::Sentence => true,
                Self::Part => before.role != after.role,
                Self::Paragraph => before.paragraph != after.paragraph,
            }
        };
        let inner = (1..sentences.len()).filter(ends);
        inner.chain((!sentences.is_empty()).then_some(sentences.len())).collect()
    }
}

/// When parts, key points and figures are marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MarksShown {
    /// Never.
    Off,
    /// As they are said.
    On,
    /// Once an answer was told without them.
    #[default]
    After,
}

impl MarksShown {
    /// Every way by its name in a file.
    pub const NAMES: &[&str] = &["Off", "On", "After"];

    /// The way after this one, the last leading back to the first.
    #[must_use]
    pub fn following(self) -> Self {
        match self {
            Self::Off => Self::On,
            Self::On => Self::After,
            Self::After => Self::Off,
        }
    }
}

/// What is shown. Answers are counted from 0, the strong one; the twins follow in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shows {
    /// The question is asked.
    Asked,
    /// An answer is told: so many of its sentences, the first of which that were not told before.
    Telling {
        /// The answer.
        answer: usize,
        /// The first sentence that this press adds.
        from: usize,
        /// How many sentences are told.
        to: usize,
    },
    /// An answer that was told, with its marks.
    Marked(usize),
    /// The strong answer beside a twin.
    Beside {
        /// The twin.
        twin: usize,
        /// Whether both have their marks.
        marked: bool,
    },
    /// What a twin teaches.
    Principle(usize),
    /// The room's answer is written.
    Room,
    /// The room's answer with its marks and its one change.
    RoomJudged,
    /// The room's first and last answer side by side.
    RoomCompared,
}

/// How a question is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manners {
    /// How much is told at a press.
    pub stride: Stride,
    /// When answers are marked.
    pub marks: MarksShown,
    /// Whether the answers are told.
    pub tell: bool,
    /// Whether the room writes an answer.
    pub room: bool,
}

/// The steps of a question in the trainer's order: the strong answer, then for each twin its telling, both side by side,
/// both with their marks, and what it teaches; then the room's own, as far as it has written one.
pub fn steps(answers: &[ToldAnswer], manners: Manners, written: usize) -> Vec<Shows> {
    let mut steps = vec![Shows::Asked];
    for (number, told) in answers.iter().enumerate().filter(|_| manners.tell) {
        let mut from = 0;
        for to in manners.stride.ends(told) {
            steps.push(Shows::Telling { answer: number, from, to });
            from = to;
        }
        let marked_after = manners.marks == MarksShown::After;
        if number == 0 {
            steps.extend(marked_after.then_some(Shows::Marked(0)));
            continue;
        }
        steps.push(Shows::Beside { twin: number, marked: false });
        if manners.marks != MarksShown::Off {
            steps.push(Shows::Beside { twin: number, marked: true });
        }
        steps.push(Shows::Principle(number));
    }
    if manners.room {
        steps.push(Shows::Room);
        steps.extend((written > 0).then_some(Shows::RoomJudged));
        steps.extend((written > 1).then_some(Shows::RoomCompared));
    }
    steps
}

/// The pace at which answers are told where nobody chose one, in words a minute.
pub const PACE: u32 = 150;
/// The slowest and the fastest pace.
pub const PACES: std::ops::RangeInclusive<u32> = 80..=240;

/// The time it takes to say so many words at a pace, in milliseconds.
pub fn milliseconds(words: usize, pace: u32) -> u32 {
    let words = u32::try_from(words).unwrap_or(u32::MAX);
    words.saturating_mul(60_000) / pace.max(1)
}

impl Shows {
    /// How long it takes to say what this step adds, in milliseconds; nothing where the room has the word.
    pub fn takes(self, question: &str, answers: &[ToldAnswer], pace: u32) -> Option<u32> {
        let words = match self {
            Self::Asked => crate::interview::text::Text::count_words(question),
            Self::Telling { answer, from, to } => {
                let told = answers.get(answer)?.sentences.get(from..to)?;
                told.iter().map(|sentence| sentence.words).sum()
            }
            _ => return None,
        };
        Some(milliseconds(words, pace))
    }

    /// The answer that is told in it.
    pub fn tells(self) -> Option<usize> {
        match self {
            Self::Telling { answer, .. } | Self::Marked(answer) => Some(answer),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{
        demonstration::told::ToldSentence,
        scenario::{Twin, TwinKind},
        star::Role,
        text::Span,
    };

    fn answers() -> Vec<ToldAnswer> {
        let twin = Twin {
            kind: TwinKind::NoResult,
            text: "The mill had no water. I dug a ditch.",
            because: "Whether it ran is not said.".into(),
        };
        let roles = [Role::Situation, Role::Action, Role::Action, Role::Result];
        let mut strong = ToldAnswer::own("It rained. I dug. I dammed. It held.");
        for (index, sentence) in strong.sentences.iter_mut().enumerate() {
            (sentence.role, sentence.paragraph) = (Some(roles[index]), index / 2);
        }
        vec![strong, ToldAnswer::twin(&twin)]
    }

    fn manners(stride: Stride, marks: MarksShown) -> Manners {
        Manners { stride, marks, tell: true, room: false }
    }

    fn tellings(steps: &[Shows], of: usize) -> Vec<(usize, usize)> {
        let told = steps.iter().filter_map(|step| match step {
            Shows::Telling { answer, from, to } if *answer == of => Some((*from, *to)),
            _ => None,
        });
        told.collect()
    }

    #[test]
    fn by_sentence_by_part_and_by_paragraph_each_says_everything_once() {
        let answers = answers();
        for (stride, expected) in [
            (Stride::Sentence, vec![(0, 1), (1, 2), (2, 3), (3, 4)]),
            (Stride::Part, vec![(0, 1), (1, 3), (3, 4)]),
            (Stride::Paragraph, vec![(0, 2), (2, 4)]),
        ] {
            let steps = steps(&answers, manners(stride, MarksShown::On), 0);
            assert_eq!(tellings(&steps, 0), expected, "{stride:?}");
        }
    }

    #[test]
    fn the_trainers_order_is_strong_twin_what_differs_marks_and_principle() {
        let steps = steps(&answers(), manners(Stride::Paragraph, MarksShown::After), 0);
        assert_eq!(
            steps,
            [
                Shows::Asked,
                Shows::Telling { answer: 0, from: 0, to: 2 },
                Shows::Telling { answer: 0, from: 2, to: 4 },
                Shows::Marked(0),
                Shows::Telling { answer: 1, from: 0, to: 2 },
                Shows::Beside { twin: 1, marked: false },
                Shows::Beside { twin: 1, marked: true },
                Shows::Principle(1),
            ]
        );
    }

    #[test]
    fn without_marks_no_step_shows_any() {
        let steps = steps(&answers(), manners(Stride::Sentence, MarksShown::Off), 0);
        let marks =
            |step: &Shows| matches!(step, Shows::Marked(_) | Shows::Beside { marked: true, .. });
        assert!(!steps.iter().any(marks));
        assert!(steps.contains(&Shows::Principle(1)));
    }

    #[test]
    fn the_room_is_judged_once_it_has_written_and_compared_once_it_has_changed() {
        let manners =
            Manners { tell: false, room: true, ..manners(Stride::Sentence, MarksShown::On) };
        let of = |written| steps(&answers(), manners, written);
        assert_eq!(of(0), [Shows::Asked, Shows::Room]);
        assert_eq!(of(1), [Shows::Asked, Shows::Room, Shows::RoomJudged]);
        assert_eq!(of(2).last(), Some(&Shows::RoomCompared));
    }

    #[test]
    fn a_sentence_takes_as_long_as_its_words_at_the_pace() {
        let answers = answers();
        let telling = Shows::Telling { answer: 0, from: 1, to: 3 };
        assert_eq!(telling.takes("", &answers, 120), Some(4 * 500));
        assert_eq!(Shows::Asked.takes("Why now?", &answers, 60), Some(2000));
        assert_eq!(Shows::Principle(1).takes("", &answers, 150), None);
    }

    #[test]
    fn a_twin_without_a_result_has_no_sentence_of_it() {
        let twin = Twin {
            kind: TwinKind::NoResult,
            text: "I rebuilt it. In the end we delivered 94% of the orders.",
            because: "".into(),
        };
        let told = ToldAnswer::twin(&twin);
        assert!(
            told.sentences
                .iter()
                .all(|sentence: &ToldSentence| sentence.role != Some(Role::Result))
        );
        assert_eq!(
            told.figures.iter().map(|f: &Span| f.of(&told.text)).collect::<Vec<_>>(),
            ["94%"]
        );
    }
}
