//! The player's own ratings beside the levels, never the bare gap: with the anchor that was meant and the words that decide.

use serde::Serialize;

use crate::interview::{
    practice::chosen::chosen,
    progress::past::{PastAttempt, WholeAttempt},
    scoring::{
        assessment::{Finding, Share},
        criteria::quoting::quote,
        numbers::Numbers,
        tone::FindingTone,
    },
};

/// The last answer that the player rated themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RatedAnswer {
    /// The attempt.
    pub attempt: i64,
    /// The player's own rating.
    pub own_rating: u8,
    /// What an answer of that level sounds like.
    pub meant: String,
    /// The level.
    pub level: u8,
    /// What an answer of that level sounds like.
    pub anchor: String,
    /// The player's words that decide the level; none where it rests on what is missing.
    pub words: Option<String>,
    /// What was found in them.
    pub decides: Option<String>,
}

impl RatedAnswer {
    /// A whole attempt beside its own rating; nothing where the player gave none or it was not judged.
    pub fn of(attempt: &WholeAttempt) -> Option<Self> {
        let found = attempt.assessment.as_ref()?;
        let (own, level) = (attempt.past.own?, found.judged_level()?);
        let rubric = Numbers::shipped().rubric.of(found.story);
        // A gate decides alone; else what holds most back, or, where nothing does, what carries most.
        let gate = found.findings.iter().find(|finding| finding.fired());
        let of_shares = |most: fn(&Share) -> f32, decides: &dyn Fn(&Finding) -> bool| {
            let shares = found
                .shares
                .iter()
                .filter_map(|share| Some((most(share), found.finding(share.criterion)?)));
            let shares = shares.filter(|(_, finding)| decides(finding));
            shares.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, finding)| finding)
        };
        let holds = || of_shares(|share| share.could_give, &|finding| found.holds_back(finding));
        let carries =
            || of_shares(|share| share.gives, &|finding| finding.tone == FindingTone::Praise);
        let decides: Option<&Finding> = gate.or_else(holds).or_else(carries);
        let words = decides.and_then(|finding| finding.passages().next());
        Some(Self {
            attempt: attempt.past.number,
            own_rating: own.number(),
            meant: rubric.anchor(own).to_owned(),
            level: level.number(),
            anchor: found.anchor.clone(),
            words: words.map(|span| quote(span.of(&attempt.text))),
            decides: decides.map(|finding| finding.sentence.clone()),
        })
    }
}

/// That own ratings come nearer to the levels, in one sentence; nothing where they do not. The attempts are in the order in
/// which they were given.
pub fn closing_in(attempts: &[PastAttempt]) -> Option<String> {
    let gaps: Vec<u8> = attempts
        .iter()
        .filter_map(|past| Some(past.own?.number().abs_diff(past.level?.number())))
        .collect();
    let numbers = &chosen().gap;
    let (before, last) = gaps.split_at(gaps.len().checked_sub(numbers.run)?);
    let mean = |gaps: &[u8]| f32::from(gaps.iter().sum::<u8>()) / gaps.len().max(1) as f32;
    let shrank = !before.is_empty() && mean(last) < mean(before);
    (shrank && last.iter().all(|gap| *gap <= numbers.within)).then(|| {
        let count = match numbers.run {
            5 => "five".to_owned(),
            run => run.to_string(),
        };
        format!("Your own ratings come nearer: the last {count} are within one level.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::progress::trial;

    #[track_caller]
    fn check(pairs: &[(u8, u8)], is_said: bool) {
        let attempts: Vec<_> =
            pairs.iter().map(|(own, level)| trial::past(0, Some(*level), Some(*own))).collect();
        assert_eq!(closing_in(&attempts).is_some(), is_said, "{pairs:?}");
    }

    #[test]
    fn only_a_gap_that_shrinks_is_spoken_of() {
        let near = [(3, 3), (4, 3), (2, 3), (3, 3), (4, 4)];
        let after = |before: &[(u8, u8)]| [before, &near].concat();
        check(&after(&[(5, 2), (5, 2)]), true);
        check(&near, false);
        check(&after(&[(3, 3)]), false);
        check(&[(5, 1), (3, 3), (5, 2), (2, 3), (3, 3), (4, 4)], false);
        check(&near[..4], false);
        check(&[], false);
    }

    #[test]
    fn an_own_rating_stands_beside_what_was_meant_and_the_words_that_decide() {
        let told = "We talked about it and it was fine. I called the doctor at night and stayed with the family.";
        let rated = RatedAnswer::of(&trial::whole(3, told, Some(5))).expect("it was rated");
        assert_eq!((rated.attempt, rated.own_rating), (3, 5));
        assert!(rated.level < 5 && rated.meant != rated.anchor, "{rated:?}");
        assert!(rated.decides.is_some(), "{rated:?}");
        let words = rated.words.as_deref().map(|words| words.trim_matches(['“', '”']));
        assert!(words.is_none_or(|words| told.contains(words.trim_end_matches(" …"))), "{rated:?}");
        assert_eq!(RatedAnswer::of(&trial::whole(3, told, None)), None);
    }
}
