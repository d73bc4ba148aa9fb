//! What is still remembered of a question on a day, by the model FSRS.

use std::sync::LazyLock;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use crate::interview::practice::{chosen::chosen, day::Day, grade::Grade};

static MODEL: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// The memory of one question.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QuestionMemory(Option<Trace>);

/// What the last time left.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Trace {
    state: MemoryState,
    last: Day,
}

impl QuestionMemory {
    /// The memory after the question came back once more.
    #[must_use]
    pub fn after(self, day: Day, grade: Grade) -> Self {
        let before = self.0.map(|trace| trace.state);
        // A clock that went back is no time that passed, and makes nothing newer than it was.
        let day = self.0.map_or(day, |trace| trace.last.max(day));
        let days = self.0.map_or(0, |trace| day.since(trace.last));
        let Ok(next) = MODEL.next_states(before, f32_of(chosen().spacing.retention), days) else {
            return self;
        };
        let state = match grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        Self(Some(Trace { state: state.memory, last: day }))
    }

    /// How likely it will come back on a later day where it is practised on this one, in thousandths, by how it usually comes
    /// back when it does.
    pub fn recall_if_practised(self, day: Day, usual: Grade, later: Day) -> u32 {
        let comes_back = if self.0.is_some() { self.recall(day) } else { 1000 };
        let then = self.after(day, usual).recall(later);
        let else_then = self.after(day, Grade::Again).recall(later);
        (comes_back * then + (1000 - comes_back) * else_then) / 1000
    }

    /// How likely it comes back on a day, in thousandths; 0 for what was never asked.
    ///
    /// Whole numbers, so that what is compared is the same on every platform.
    pub fn recall(self, day: Day) -> u32 {
        let Some(Trace { state, last }) = self.0 else { return 0 };
        let recall = current_retrievability(state, day.since(last) as f32, FSRS6_DEFAULT_DECAY);
        (recall * 1000.0).round().clamp(0.0, 1000.0) as u32
    }
}

/// Thousandths as the model takes them.
fn f32_of(thousandths: u32) -> f32 {
    thousandths as f32 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Day {
        Day::new(number)
    }

    #[test]
    fn what_was_never_asked_is_not_remembered() {
        assert_eq!(QuestionMemory::default().recall(day(0)), 0);
    }

    #[test]
    fn memory_fades_and_more_so_the_weaker_it_was() {
        let after = |grade| QuestionMemory::default().after(day(0), grade);
        for grade in [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy] {
            let recalls: Vec<_> = (0..40).map(|n| after(grade).recall(day(n))).collect();
            assert_eq!(recalls[0], 1000);
            assert!(recalls.windows(2).all(|pair| pair[0] >= pair[1]), "{recalls:?}");
        }
        let week = |grade| after(grade).recall(day(7));
        assert!(week(Grade::Again) < week(Grade::Hard) && week(Grade::Good) < week(Grade::Easy));
    }

    #[test]
    fn two_evenings_last_longer_than_twice_in_one() {
        let spaced =
            QuestionMemory::default().after(day(0), Grade::Good).after(day(4), Grade::Good);
        let massed =
            QuestionMemory::default().after(day(4), Grade::Good).after(day(4), Grade::Good);
        assert!(spaced.recall(day(20)) > massed.recall(day(20)));
    }

    #[test]
    fn a_clock_that_went_back_does_no_harm() {
        let memory = QuestionMemory::default().after(day(10), Grade::Good);
        assert_eq!(memory.recall(day(3)), 1000);
        let later = memory.after(day(3), Grade::Good);
        assert!(later.recall(day(14)) >= memory.recall(day(14)));
    }
}
