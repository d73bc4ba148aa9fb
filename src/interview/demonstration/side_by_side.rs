//! A player's answer beside the model answer, sentence against sentence.

use std::collections::BTreeSet;

use crate::interview::{
    demonstration::told::{PointMark, ToldAnswer, ToldSentence},
    star::Role,
    text::{Text, content::content_words},
};

/// Sentences that stand beside each other, by their places in their answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlignedRow {
    /// The player's.
    pub mine: Vec<usize>,
    /// The model answer's.
    pub model: Vec<usize>,
}

/// The two answers in rows.
///
/// Where both tell the same story, every sentence of the player's stands, in their order, beside those of the model answer
/// that say the same; what the player does not say stands by itself behind what comes before it. Where the stories are two,
/// parts stand beside parts.
pub fn rows(mine: &ToldAnswer, model: &ToldAnswer) -> Vec<AlignedRow> {
    let partners = partners(mine, model);
    let matched = partners.iter().flatten().count();
    if matched * 3 < model.sentences.len() {
        return by_part(mine, model);
    }
    // What stands before the player's first sentence, and behind each.
    let mut alone: Vec<Vec<usize>> = vec![Vec::new(); mine.sentences.len() + 1];
    let mut beside: Vec<Vec<usize>> = vec![Vec::new(); mine.sentences.len()];
    let mut slot = 0;
    for (sentence, partner) in partners.iter().enumerate() {
        match partner {
            Some(one) => {
                beside[*one].push(sentence);
                slot = one + 1;
            }
            None => alone[slot].push(sentence),
        }
    }
    let by_itself = |sentence: &usize| AlignedRow { mine: Vec::new(), model: vec![*sentence] };
    let mut rows: Vec<AlignedRow> = alone[0].iter().map(by_itself).collect();
    for (one, model) in beside.into_iter().enumerate() {
        rows.push(AlignedRow { mine: vec![one], model });
        rows.extend(alone[one + 1].iter().map(by_itself));
    }
    rows
}

/// The player's sentence that says what each sentence of the model answer says.
fn partners(mine: &ToldAnswer, model: &ToldAnswer) -> Vec<Option<usize>> {
    let words = |told: &ToldAnswer| -> Vec<BTreeSet<String>> {
        told.sentences.iter().map(|sentence| stems(sentence.span.of(&told.text))).collect()
    };
    let (said, meant) = (words(mine), words(model));
    let partner = |(sentence, meant): (usize, &BTreeSet<String>)| {
        let points: BTreeSet<usize> = points_in(model, sentence).collect();
        let near = |(one, said): (usize, &BTreeSet<String>)| {
            let shared = said.intersection(meant).count();
            let least = said.len().min(meant.len());
            let points = points_in(mine, one).filter(|point| points.contains(point)).count();
            let alike = shared >= 2 && shared * 3 >= least;
            (points > 0 || alike).then_some(((points, shared), one))
        };
        let best = said.iter().enumerate().filter_map(near);
        // The first of those that are as near as each other.
        best.rev().max_by_key(|(nearness, _)| *nearness).map(|(_, one)| one)
    };
    meant.iter().enumerate().map(partner).collect()
}

/// The key points that a sentence says.
fn points_in(told: &ToldAnswer, sentence: usize) -> impl Iterator<Item = usize> {
    let ToldSentence { span, .. } = told.sentences[sentence];
    let within =
        move |point: &&PointMark| point.span.start < span.end && span.start < point.span.end;
    told.points.iter().filter(within).map(|point| point.key_point)
}

fn stems(sentence: &str) -> BTreeSet<String> {
    let read = Text::read(sentence);
    content_words(&read).map(|word| word.stem.clone()).collect()
}

/// Parts beside parts, in the order in which a story is told.
fn by_part(mine: &ToldAnswer, model: &ToldAnswer) -> Vec<AlignedRow> {
    let of = |told: &ToldAnswer, part: Option<Role>| -> Vec<usize> {
        let sentences = told.sentences.iter().enumerate();
        sentences.filter(|(_, s)| s.role == part).map(|(number, _)| number).collect()
    };
    let parts = Role::ALL.into_iter().map(Some).chain([None]);
    let rows = parts.map(|part| AlignedRow { mine: of(mine, part), model: of(model, part) });
    rows.filter(|row| !row.mine.is_empty() || !row.model.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODEL: &str = "The mill had no water after the storm. I dug a ditch from the upper brook. I lined it with clay. \
        The wheel turned again within three days.";

    #[track_caller]
    fn check(mine: &str, expected: &[(&[usize], &[usize])]) {
        let rows = rows(&ToldAnswer::own(mine), &ToldAnswer::own(MODEL));
        let seen: Vec<_> = rows.iter().map(|row| (&row.mine[..], &row.model[..])).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn what_says_the_same_stands_side_by_side_in_the_players_order() {
        check(
            "After three days the wheel turned again. Before that I dug a ditch at the upper brook and lined it with clay.",
            &[(&[], &[0]), (&[0], &[3]), (&[1], &[1, 2])],
        );
    }

    #[test]
    fn what_only_one_of_them_says_stands_by_itself() {
        check(
            "The mill had no water. My cousin came by. I dug a ditch from the brook.",
            &[(&[0], &[0]), (&[1], &[]), (&[2], &[1]), (&[], &[2]), (&[], &[3])],
        );
    }

    #[test]
    fn every_sentence_stands_in_one_row() {
        for mine in [
            "",
            "Yes.",
            MODEL,
            "I baked bread. It rose. Nobody ate it, so I asked why and salted it.",
        ] {
            let (mine, model) = (ToldAnswer::own(mine), ToldAnswer::own(MODEL));
            let rows = rows(&mine, &model);
            let mut left: Vec<usize> = rows.iter().flat_map(|row| row.mine.clone()).collect();
            let mut right: Vec<usize> = rows.iter().flat_map(|row| row.model.clone()).collect();
            left.sort_unstable();
            right.sort_unstable();
            assert_eq!(left, (0..mine.sentences.len()).collect::<Vec<_>>());
            assert_eq!(right, (0..model.sentences.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn of_two_stories_parts_stand_beside_parts() {
        let (mut mine, mut model) =
            (ToldAnswer::own("The oven broke. I baked in the yard."), ToldAnswer::own(MODEL));
        for (told, parts) in [
            (&mut mine, &[Role::Situation, Role::Action][..]),
            (&mut model, &[Role::Situation, Role::Action, Role::Action, Role::Result]),
        ] {
            for (sentence, part) in told.sentences.iter_mut().zip(parts) {
                sentence.role = Some(*part);
            }
        }
        let row =
            |mine: &[usize], model: &[usize]| AlignedRow { mine: mine.into(), model: model.into() };
        let expected = [row(&[0], &[0]), row(&[1], &[1, 2]), row(&[], &[3])];
        assert_eq!(rows(&mine, &model), expected);
    }
}
