//! A demonstration under way: where in its program it stands, and what the room has written.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::interview::{
    demonstration::{
        program::{Program, ProgramFile},
        steps::{Manners, Shows, steps},
        told::ToldAnswer,
    },
    scenario::{Question, Scenario},
    scoring::{Refused, Scorer, Story},
    text::MAX_ANSWER,
};

/// The most answers of the room to one question.
const MAX_WRITTEN: usize = 32;

/// A demonstration under way.
#[derive(Clone, Debug)]
pub struct StageRun {
    scenario: Arc<Scenario>,
    program: Program,
    piece: usize,
    step: usize,
    /// What the room has written to each piece, the first version first.
    written: Vec<Vec<String>>,
    /// The answers of the piece: the strong one, then its twins.
    answers: Vec<ToldAnswer>,
    steps: Vec<Shows>,
}

/// A demonstration that was left, to be gone on with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedRun {
    /// The scenario's id.
    pub scenario: String,
    /// The program.
    pub program: ProgramFile,
    /// The piece that was shown.
    pub piece: usize,
    /// The step of it.
    pub step: usize,
    /// What the room has written to each piece.
    pub written: Vec<Vec<String>>,
}

impl StageRun {
    /// Opens a program at its first piece that is not left out; nothing where there is none.
    pub fn open(scenario: Arc<Scenario>, program: Program) -> Option<Self> {
        let piece = program.pieces.iter().position(|piece| !piece.left_out)?;
        let written = vec![Vec::new(); program.pieces.len()];
        let mut run = Self {
            scenario,
            program,
            piece,
            step: 0,
            written,
            answers: Vec::new(),
            steps: Vec::new(),
        };
        run.enter(piece);
        Some(run)
    }

    /// Goes on where a demonstration was left; nothing where it is of another scenario or shows nothing of this one.
    pub fn resume(scenario: Arc<Scenario>, saved: SavedRun) -> Option<Self> {
        if saved.scenario != scenario.id() {
            return None;
        }
        let mut faults = 0;
        let program = Program::of(saved.program, &scenario, |_, _, _, _| faults += 1);
        let mut run = Self::open(scenario, program).filter(|_| faults == 0)?;
        for (kept, written) in run.written.iter_mut().zip(saved.written) {
            let fits = |text: &String| text.chars().count() <= MAX_ANSWER;
            *kept = written.into_iter().filter(fits).take(MAX_WRITTEN).collect();
        }
        if run.program.pieces.get(saved.piece).is_some_and(|piece| !piece.left_out) {
            run.enter(saved.piece);
        } else {
            run.enter(run.piece);
        }
        run.step = saved.step.min(run.steps.len() - 1);
        Some(run)
    }

    /// What is to be kept of it.
    pub fn saved(&self) -> SavedRun {
        SavedRun {
            scenario: self.scenario.id().to_owned(),
            program: self.program.to_file(&self.scenario),
            piece: self.piece,
            step: self.step,
            written: self.written.clone(),
        }
    }

    fn enter(&mut self, piece: usize) {
        let shown = &self.program.pieces[piece];
        let strong = ToldAnswer::model(&self.scenario.questions()[shown.question]);
        let offered = self.scenario.twins(shown.question);
        let twins = shown.twins.iter().filter_map(|kind| offered.iter().find(|t| t.kind == *kind));
        let twins: Vec<_> = twins.map(ToldAnswer::twin).collect();
        self.answers = std::iter::once(strong).chain(twins).collect();
        (self.piece, self.step) = (piece, 0);
        self.lay_out();
    }

    /// Works the steps out anew; what was shown stays as far as it is still a step.
    fn lay_out(&mut self) {
        let showed = self.steps.get(self.step).copied();
        let piece = &self.program.pieces[self.piece];
        let manners = Manners {
            stride: self.program.stride,
            marks: self.program.marks,
            tell: piece.tell,
            room: piece.room,
        };
        self.steps = steps(&self.answers, manners, self.written[self.piece].len());
        let same = |step: &Shows| Some(*step) == showed;
        let near = |step: &Shows| {
            matches!((step, showed), (
                Shows::Telling { answer, to, .. },
                Some(Shows::Telling { answer: told, to: said, .. })
            ) if *answer == told && *to >= said)
        };
        let kept = self.steps.iter().position(same);
        let kept = kept.or_else(|| self.steps.iter().position(near));
        self.step = kept.unwrap_or(self.step).min(self.steps.len() - 1);
    }

    /// The scenario whose questions are shown.
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The program.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The piece that is shown, by its place in the program.
    pub fn piece(&self) -> usize {
        self.piece
    }

    /// The question that is shown, with its index.
    pub fn question(&self) -> (usize, &Question) {
        let question = self.program.pieces[self.piece].question;
        (question, &self.scenario.questions()[question])
    }

    /// Which of the pieces that are not left out is shown, from 1, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        let shown = |until: usize| {
            self.program.pieces[..until].iter().filter(|piece| !piece.left_out).count()
        };
        (shown(self.piece + 1), shown(self.program.pieces.len()))
    }

    /// What is shown.
    pub fn shows(&self) -> Shows {
        self.steps[self.step]
    }

    /// What is shown at the next press; nothing at the end of the program.
    pub fn shows_next(&self) -> Option<Shows> {
        match self.steps.get(self.step + 1) {
            Some(step) => Some(*step),
            None => self.beside(1).map(|_| Shows::Asked),
        }
    }

    /// Which step of the piece it is, from 1, and how many it has.
    pub fn place(&self) -> (usize, usize) {
        (self.step + 1, self.steps.len())
    }

    /// The strong answer and the twins of the question.
    pub fn answers(&self) -> &[ToldAnswer] {
        &self.answers
    }

    /// How long what is shown takes to say, in milliseconds; nothing where the room has the word.
    pub fn takes(&self) -> Option<u32> {
        self.shows().takes(&self.question().1.text, &self.answers, self.program.pace)
    }

    /// The nearest piece before (-1) or behind (1) that is not left out.
    fn beside(&self, way: isize) -> Option<usize> {
        let shown = |piece: &usize| !self.program.pieces[*piece].left_out;
        match way {
            1 => (self.piece + 1..self.program.pieces.len()).find(shown),
            _ => (0..self.piece).rev().find(shown),
        }
    }

    /// Goes a step on, over to the next piece behind the last; whether there was one.
    pub fn go_on(&mut self) -> bool {
        if self.step + 1 < self.steps.len() {
            self.step += 1;
            return true;
        }
        let next = self.beside(1);
        next.into_iter().for_each(|piece| self.enter(piece));
        next.is_some()
    }

    /// Goes a step back, over to the end of the piece before; whether there was one.
    pub fn back(&mut self) -> bool {
        if self.step > 0 {
            self.step -= 1;
            return true;
        }
        let Some(before) = self.beside(-1) else { return false };
        self.enter(before);
        self.step = self.steps.len() - 1;
        true
    }

    /// Goes to the first step of the piece, or, where it stands there, of the program.
    pub fn home(&mut self) {
        if self.step == 0 {
            self.jump(1);
        }
        self.step = 0;
    }

    /// Goes to the last step of the piece.
    pub fn end(&mut self) {
        self.step = self.steps.len() - 1;
    }

    /// Goes to the piece with this number, from 1, among those that are not left out; whether there is one.
    pub fn jump(&mut self, number: usize) -> bool {
        let mut pieces = self.program.pieces.iter().enumerate().filter(|(_, p)| !p.left_out);
        let Some((piece, _)) = number.checked_sub(1).and_then(|at| pieces.nth(at)) else {
            return false;
        };
        self.enter(piece);
        true
    }

    /// Changes how the program is shown; pieces keep their places.
    pub fn change(&mut self, change: impl FnOnce(&mut Program)) {
        let pieces = self.program.pieces.clone();
        change(&mut self.program);
        self.program.pieces = pieces;
        self.lay_out();
    }

    /// Leaves a piece out, or takes it in again; the last one stays.
    pub fn leave_out(&mut self, piece: usize) {
        let (_, shown) = self.number();
        let Some(chosen) = self.program.pieces.get_mut(piece) else { return };
        if !chosen.left_out && shown == 1 {
            return;
        }
        chosen.left_out = !chosen.left_out;
        if self.program.pieces[self.piece].left_out {
            let next = self.beside(1).or_else(|| self.beside(-1));
            next.into_iter().for_each(|piece| self.enter(piece));
        }
    }

    /// Moves a piece up (-1) or down (1) in the program; gives where it is then.
    pub fn shift(&mut self, piece: usize, way: isize) -> usize {
        let to = piece.saturating_add_signed(way).min(self.program.pieces.len() - 1);
        self.program.pieces.swap(piece, to);
        self.written.swap(piece, to);
        if self.piece == piece {
            self.piece = to;
        } else if self.piece == to {
            self.piece = piece;
        }
        to
    }

    /// Whether the room writes an answer to this question, or lets it do so from now on.
    pub fn ask_the_room(&mut self) {
        self.program.pieces[self.piece].room = true;
        self.lay_out();
        if let Some(room) = self.steps.iter().position(|step| *step == Shows::Room) {
            self.step = room;
        }
    }

    /// What the room has written to this question, the first version first.
    pub fn written(&self) -> &[String] {
        &self.written[self.piece]
    }

    /// Takes the room's answer in and goes on to its judgement; whether it is one.
    pub fn hand_in(&mut self, text: &str) -> bool {
        let length = text.chars().count();
        if text.trim().is_empty() || length > MAX_ANSWER {
            return false;
        }
        let written = &mut self.written[self.piece];
        if written.last().is_none_or(|last| last != text) {
            // The first stays, so that it can be compared with the last.
            if written.len() == MAX_WRITTEN {
                written.remove(1);
            }
            written.push(text.to_owned());
        }
        self.lay_out();
        if let Some(judged) = self.steps.iter().position(|step| *step == Shows::RoomJudged) {
            self.step = judged;
        }
        true
    }

    /// Goes back to writing, with the last version.
    pub fn write_again(&mut self) {
        if let Some(room) = self.steps.iter().position(|step| *step == Shows::Room) {
            self.step = room;
        }
    }
}

/// The answers of a question as the engine reads them.
///
/// # Errors
/// As [`Scorer::assess`].
pub fn read_answers(
    scorer: &Scorer,
    question: usize,
    answers: Vec<ToldAnswer>,
) -> Result<Vec<ToldAnswer>, Refused> {
    let read = answers.into_iter().map(|told| {
        let assessment = scorer.assess(question, &told.text, Story::This)?;
        Ok(if told.kind.is_some() { told.read_by(&assessment) } else { told.judged(&assessment) })
    });
    read.collect()
}

/// The room's answer as the engine reads it.
///
/// # Errors
/// As [`Scorer::assess`].
pub fn read_room(scorer: &Scorer, question: usize, text: &str) -> Result<ToldAnswer, Refused> {
    let assessment = scorer.assess(question, text, Story::This)?;
    Ok(ToldAnswer::own(text).read_by(&assessment))
}
