//! What each sentence does: Situation, Task, Action or Result, by its phrases, its place and its neighbours.
//!
//! The probabilities shown for a sentence are smoothed along the answer; whether a part is present at all is read from
//! each sentence's own words, so that a sentence more or less elsewhere does not change it.

pub mod role_features;
pub mod role_fit;

pub(super) mod deeds;

use crate::interview::{
    scoring::{assessment::RoleReading, numbers::Numbers, roles::role_fit::mean_of_two},
    text::Text,
};

/// The parts of every sentence, as probabilities.
pub fn read(answer: &Text) -> Vec<RoleReading> {
    read_alone(answer, &(0..answer.sentences().len()).collect::<Vec<_>>())
}

/// The parts of some sentences, as if the answer had no others.
pub(super) fn read_alone(answer: &Text, sentences: &[usize]) -> Vec<RoleReading> {
    let parts = Numbers::shipped().roles.read_alone(answer, sentences);
    let readings = sentences.iter().zip(parts).map(|(sentence, parts)| RoleReading {
        span: answer.sentences()[*sentence].span,
        probabilities: parts.map(|p| p as f32),
    });
    readings.collect()
}

/// How strongly each sentence does each part by its own words, from 0 to 1.
pub(super) fn strengths(answer: &Text) -> Vec<[f32; 4]> {
    let fit = &Numbers::shipped().roles;
    let sentences = 0..answer.sentences().len();
    sentences.map(|s| fit.strength(answer, s).map(|p| p as f32)).collect()
}

/// How present each part is, from 0 to 1: by the mean of its two strongest sentences among those that count.
pub(super) fn presence(strengths: &[[f32; 4]], counted: &[bool]) -> [f32; 4] {
    let counting = strengths.iter().zip(counted).filter(|(_, counted)| **counted);
    let means = mean_of_two(counting.map(|(strength, _)| strength.map(f64::from)));
    let scales = &Numbers::shipped().roles.presence;
    std::array::from_fn(|r| scales[r].presence(means[r]) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::{scenario::Scenario, star::Role};

    #[track_caller]
    fn check(text: &str, letters: &str) {
        let found: String =
            read(&Text::read(text)).iter().filter_map(|r| Some(r.role()?.letter())).collect();
        assert_eq!(found, letters);
    }

    #[test]
    fn a_plain_story_is_read() {
        check(
            "Two years ago our bakery lost its oven in the week before Easter. My task was to keep \
             the shops supplied. I rang three rival bakeries and rented night hours in one. I moved \
             the dough there by van. In the end we delivered 94% of the orders.",
            "STAAR",
        );
    }

    #[test]
    fn without_a_result_none_is_found() {
        let answer = Text::read(
            "Last spring the choir had no venue. I was asked to find one. I called nine churches \
             and wrote to the school.",
        );
        let presence = presence(&strengths(&answer), &[true; 3]);
        assert!(presence[Role::Result as usize] < 0.35, "{presence:?}");
        assert!(presence[Role::Action as usize] > 0.5, "{presence:?}");
    }

    #[test]
    fn probabilities_sum_to_one() {
        for reading in read(&Text::read("We met. I spoke. It rose by 4%. Done!")) {
            let total: f32 = reading.probabilities.iter().sum();
            assert!((total - 1.0).abs() < 1e-4);
        }
    }

    #[test]
    fn a_letter_is_shown_where_the_part_is_sure_alone() {
        let span = Text::read("I rang.").sentences()[0].span;
        let reading = |action: f32| RoleReading { span, probabilities: [0.0, 0.0, action, 0.0] };
        assert_eq!(reading(0.99).lettered(), Some(Role::Action));
        assert_eq!(reading(0.9).role(), Some(Role::Action));
        assert_eq!(reading(0.9).lettered(), None);
    }

    #[test]
    fn three_of_four_sentences_of_the_scenario_that_ships_are_read_as_its_author_did() {
        let file = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/scenes/senior-pm-promotion.scenario.ron"
        ));
        let scenario = Scenario::from_ron(file).expect("the scenario that ships is in order");
        let (mut right, mut all) = (0, 0);
        for question in scenario.questions() {
            let (mut text, mut starts) = (String::new(), Vec::new());
            for sentence in question.model.sentences() {
                starts.push((text.len(), sentence.role));
                text.push_str(&sentence.text);
                text.push('\n');
            }
            let found = read(&Text::read(&text));
            for (start, role) in starts {
                let first = found.iter().find(|reading| reading.span.start >= start);
                all += 1;
                right += usize::from(first.is_some_and(|reading| reading.role() == Some(role)));
            }
        }
        assert!(4 * right >= 3 * all, "{right} of {all}");
    }
}
