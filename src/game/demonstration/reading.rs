//! What the engine makes of the answers that are shown, read beside the frames before it is needed.

use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};

use crate::interview::{
    demonstration::{
        run::{read_answers, read_room},
        told::ToldAnswer,
    },
    scoring::Scorer,
};

/// The answers of a piece as they were read.
#[derive(Default)]
pub(super) struct ReadAnswers {
    piece: usize,
    read: Option<Vec<ToldAnswer>>,
    under_way: Option<Task<Option<Vec<ToldAnswer>>>>,
    /// The room's answers that were read, each with its words in it.
    room: Vec<ToldAnswer>,
}

impl ReadAnswers {
    /// Begins to read the answers of a piece, unless they are.
    pub(super) fn begin(
        &mut self,
        scorer: &Scorer,
        piece: usize,
        question: usize,
        answers: &[ToldAnswer],
    ) {
        if self.piece == piece && (self.read.is_some() || self.under_way.is_some()) {
            return;
        }
        let (scorer, answers) = (scorer.clone(), answers.to_vec());
        let reading = async move { read_answers(&scorer, question, answers).ok() };
        *self = Self {
            piece,
            under_way: Some(AsyncComputeTaskPool::get().spawn(reading)),
            ..Self::default()
        };
    }

    /// Takes what is ready.
    pub(super) fn poll(&mut self) {
        if let Some(task) = &mut self.under_way
            && let Some(read) = block_on(poll_once(task))
        {
            self.under_way = None;
            self.read = read;
        }
    }

    /// Waits for what is under way.
    pub(super) fn wait(&mut self) {
        if let Some(task) = self.under_way.take() {
            self.read = block_on(task);
        }
    }

    /// The answers of a piece, once they are read.
    pub(super) fn of(&self, piece: usize) -> Option<&[ToldAnswer]> {
        self.read.as_deref().filter(|_| self.piece == piece)
    }

    /// Reads the first and the last of what the room wrote.
    pub(super) fn read_room(&mut self, scorer: &Scorer, question: usize, written: &[String]) {
        let wanted: Vec<&String> = written.first().into_iter().chain(written.last()).collect();
        let read = wanted.into_iter().filter_map(|text| {
            let known = self.room.iter().find(|told| told.text == *text).cloned();
            known.or_else(|| read_room(scorer, question, text).ok())
        });
        self.room = read.collect();
    }

    /// The first and the last of what the room wrote.
    pub(super) fn room(&self) -> Option<(&ToldAnswer, &ToldAnswer)> {
        self.room.first().zip(self.room.last())
    }
}
