//! Who the candidate is: the one who answers what others ask, where that is one alone.

use crate::interview::transcript::people::gathered::HeardPerson;
use crate::interview::transcript::words::{fold, is_one_of};

/// Labels that mean the candidate, whoever that is.
const ANY_CANDIDATE: &str = "applicant candidate interviewee";

/// What somebody does in a talk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartTaken {
    /// How many questions of others they answer.
    pub answers: usize,
    /// How many questions they ask.
    pub asks: usize,
    /// How many bytes they speak.
    pub spoken: usize,
}

/// Who the candidate is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answering {
    /// This one, by index.
    One(usize),
    /// One of these could be.
    Several(Vec<usize>),
    /// Nobody answers anybody.
    Nobody,
}

/// What everybody does: the turns, each with who speaks, whether they ask and how much they say.
pub fn parts(people: usize, turns: &[(usize, bool, usize)]) -> Vec<PartTaken> {
    let mut parts = vec![PartTaken::default(); people];
    for (at, &(who, asks, spoken)) in turns.iter().enumerate() {
        parts[who].asks += usize::from(asks);
        parts[who].spoken += spoken;
        let before = at.checked_sub(1).and_then(|at| turns.get(at));
        parts[who].answers +=
            usize::from(before.is_some_and(|(other, asks, _)| *asks && *other != who));
    }
    parts
}

/// The one who answers, by their part.
pub fn who(people: &[HeardPerson], parts: &[PartTaken]) -> Answering {
    let called = |person: &HeardPerson| {
        std::iter::once(&person.name)
            .chain(&person.labels)
            .any(|label| is_one_of(&fold(label), ANY_CANDIDATE))
    };
    if let Some(candidate) = people.iter().position(called) {
        return Answering::One(candidate);
    }
    let mut order: Vec<usize> = (0..people.len()).filter(|who| parts[*who].answers > 0).collect();
    order.sort_by_key(|who| (std::cmp::Reverse((parts[*who].answers, parts[*who].spoken)), *who));
    match order.as_slice() {
        [] => Answering::Nobody,
        [one] => Answering::One(*one),
        [first, second, ..] => {
            let (a, b) = (parts[*first], parts[*second]);
            // Who asks as much as they answer asks back; who answers half as often might be asked as well.
            let asks_more = b.asks >= b.answers && a.answers > a.asks;
            let clear = a.answers >= 2 * b.answers || (a.answers > b.answers && asks_more);
            if clear && a.spoken > b.spoken / 2 {
                Answering::One(*first)
            } else {
                let close =
                    order.iter().copied().filter(|who| parts[*who].answers * 2 >= a.answers);
                Answering::Several(close.take(5).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(turns: &[(usize, bool)], expected: Answering) {
        let turns: Vec<_> =
            turns.iter().map(|&(who, asks)| (who, asks, if asks { 40 } else { 400 })).collect();
        let people: Vec<HeardPerson> = ["Ada", "Ben", "Cem"]
            .iter()
            .map(|name| HeardPerson { name: (*name).to_owned(), labels: Vec::new() })
            .collect();
        assert_eq!(who(&people, &parts(3, &turns)), expected, "{turns:?}");
    }

    #[test]
    fn the_candidate_answers() {
        check(&[(0, true), (1, false), (2, true), (1, false)], Answering::One(1));
        check(
            &[(0, true), (1, false), (0, true), (1, true), (0, false), (2, true), (1, false)],
            Answering::One(1),
        );
    }

    #[test]
    fn where_two_answer_nobody_is_chosen() {
        check(&[(0, true), (1, false), (0, true), (2, false)], Answering::Several(vec![1, 2]));
        check(&[(0, false), (1, false)], Answering::Nobody);
    }
}
