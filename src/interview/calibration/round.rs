//! A round of calibration: ten answers, mixed; a level and the words that decide it, then what is known of each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::interview::{
    calibration::{Agreement, Example, Examples, LevelPair},
    chance::Chance,
    fingerprint::Fingerprint,
    scenario::Scenario,
    scoring::level::Level,
    text::{Span, Text},
};

/// How many answers a round has.
pub const ROUND: usize = 10;
/// The purpose of [`Chance`] that draws a round.
const DRAWS: u64 = 18;

/// An answer that is to be rated: what is known of its level is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleToRate<'a> {
    /// Its number in the round, from 1.
    pub number: usize,
    /// What its scenario is for.
    pub position: &'a str,
    /// The words of the question.
    pub question: &'a str,
    /// The words of the answer.
    pub text: &'a str,
}

/// An answer of the round with all that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
struct DrawnExample {
    scenario: String,
    position: String,
    question: String,
    example: Example,
}

/// A rating of an example, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatedExample {
    /// The scenario's id.
    pub scenario: String,
    /// The example's id.
    pub example: String,
    /// What tells the answer's words from others.
    pub fingerprint: Fingerprint,
    /// The known level.
    pub known: Level,
    /// The level that was given.
    pub given: Level,
    /// How many words the answer has.
    pub words: usize,
    /// The passages that the rater marked.
    pub marked: Vec<Span>,
}

impl RatedExample {
    /// Known and given level.
    pub fn pair(&self) -> LevelPair {
        LevelPair { known: self.known, given: self.given, words: self.words }
    }
}

/// What is known of an answer that was rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownExample<'a> {
    /// The example.
    pub example: &'a Example,
    /// What was given.
    pub rated: &'a RatedExample,
    /// How many of the deciding passages the rater marked, in whole or in part.
    pub found: usize,
}

/// A round under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalibrationRound {
    drawn: Vec<DrawnExample>,
    rated: Vec<RatedExample>,
    seed: u64,
}

impl CalibrationRound {
    /// Draws a round from the examples of some scenarios: of every level as many as there can be, no answer twice, in a
    /// drawn order. `question` keeps it to one question of one scenario, by their ids.
    pub fn draw(
        shelf: &[(&Scenario, &Examples)],
        question: Option<(&str, &str)>,
        seed: u64,
    ) -> Self {
        let mut chance = Chance::new(seed, DRAWS);
        let mut by_level: BTreeMap<Level, Vec<DrawnExample>> = BTreeMap::new();
        for (scenario, examples) in shelf {
            for example in examples.all() {
                let asked = &scenario.questions()[example.question];
                let wanted = question.is_none_or(|(of, id)| of == scenario.id() && id == asked.id);
                if wanted {
                    by_level.entry(example.level).or_default().push(DrawnExample {
                        scenario: scenario.id().to_owned(),
                        position: scenario.position().to_owned(),
                        question: asked.text.clone(),
                        example: example.clone(),
                    });
                }
            }
        }
        by_level.values_mut().for_each(|of| chance.shuffle(of));
        let mut drawn = Vec::new();
        while drawn.len() < ROUND && by_level.values().any(|of| !of.is_empty()) {
            drawn.extend(by_level.values_mut().filter_map(Vec::pop));
        }
        drawn.truncate(ROUND);
        chance.shuffle(&mut drawn);
        Self { drawn, rated: Vec::new(), seed }
    }

    /// How many answers it has.
    pub fn len(&self) -> usize {
        self.drawn.len()
    }

    /// Whether there is no answer to rate.
    pub fn is_empty(&self) -> bool {
        self.drawn.is_empty()
    }

    /// The answer that is to be rated; none at the end.
    pub fn current(&self) -> Option<ExampleToRate<'_>> {
        let number = self.rated.len() + 1;
        let drawn = self.drawn.get(self.rated.len())?;
        Some(ExampleToRate {
            number,
            position: &drawn.position,
            question: &drawn.question,
            text: &drawn.example.text,
        })
    }

    /// Rates the current answer, with the passages that decided; gives what is known of it. Passages that lie outside the
    /// answer are left out.
    pub fn rate(&mut self, given: Level, mut marked: Vec<Span>) -> Option<KnownExample<'_>> {
        let drawn = self.drawn.get(self.rated.len())?;
        let DrawnExample { scenario, example, .. } = drawn;
        marked.retain(|span| {
            span.start < span.end && example.text.get(span.start..span.end).is_some()
        });
        self.rated.push(RatedExample {
            scenario: scenario.clone(),
            example: example.id.clone(),
            fingerprint: Fingerprint::of_words(&example.text),
            known: example.level,
            given,
            words: Text::count_words(&example.text),
            marked,
        });
        self.known(self.rated.len() - 1)
    }

    /// What is known of an answer that was rated, by its place from 0.
    pub fn known(&self, place: usize) -> Option<KnownExample<'_>> {
        let rated = self.rated.get(place)?;
        let example = &self.drawn[place].example;
        let touches = |one: &Span, other: &Span| one.start < other.end && other.start < one.end;
        let found =
            example.words.iter().filter(|span| rated.marked.iter().any(|m| touches(span, m)));
        Some(KnownExample { example, rated, found: found.count() })
    }

    /// What was asked in an answer of the round, by its place from 0: what the panel is for, and the question.
    pub fn asked(&self, place: usize) -> Option<(&str, &str)> {
        self.drawn.get(place).map(|drawn| (drawn.position.as_str(), drawn.question.as_str()))
    }

    /// What was rated so far, in order.
    pub fn rated(&self) -> &[RatedExample] {
        &self.rated
    }

    /// How well the ratings agree with the known levels, with those of earlier rounds before them.
    pub fn agreement(&self, before: &[LevelPair]) -> Agreement {
        let now = self.rated.iter().map(RatedExample::pair);
        let pairs: Vec<_> = before.iter().copied().chain(now).collect();
        Agreement::of(&pairs, self.seed)
    }
}

/// The place of words in an answer as a rater types them: letter by letter, or with other case, blanks and quotes left
/// aside; nothing where they are not there.
pub fn place_of(words: &str, text: &str) -> Option<Span> {
    let words = words.trim().trim_matches(['"', '“', '”', '…', '.']);
    if words.is_empty() {
        return None;
    }
    if let Some(start) = text.find(words) {
        return Some(Span { start, end: start + words.len() });
    }
    let said = Text::read(text);
    let wanted = Text::read(words);
    let lower = |text: &Text, at: usize| text.words()[at].span.of(text.text()).to_lowercase();
    let (count, of) = (wanted.words().len(), said.words().len());
    if count == 0 {
        return None;
    }
    let start = (0..(of + 1).saturating_sub(count))
        .find(|start| (0..count).all(|at| lower(&said, start + at) == lower(&wanted, at)))?;
    let (first, last) = (&said.words()[start].span, &said.words()[start + count - 1].span);
    Some(Span { start: first.start, end: last.end })
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARD: &str =
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron"));

    /// A scenario with as many examples of each level.
    fn shelf(of_each: usize) -> (Scenario, Examples) {
        let scenario = Scenario::from_ron(WARD).expect("it ships");
        let question = scenario.questions()[0].id.clone();
        let examples: String = (0..of_each * 5)
            .map(|at| {
                let level = at % 5 + 1;
                format!(
                    "(id: \"e-{at}\", question: \"{question}\", level: {level}, why: \"So.\", words: [\"number {at}\"], \
                     text: \"This is number {at}, told again.\"),"
                )
            })
            .collect();
        let text = format!("(version: 1, scenario: \"{}\", examples: [{examples}])", scenario.id());
        let examples = Examples::from_ron(&text, &scenario).expect("in order");
        (scenario, examples)
    }

    #[test]
    fn a_round_has_ten_answers_of_all_levels_and_none_twice() {
        let (scenario, examples) = shelf(6);
        let round = CalibrationRound::draw(&[(&scenario, &examples)], None, 3);
        let ids: std::collections::BTreeSet<_> =
            round.drawn.iter().map(|drawn| drawn.example.id.clone()).collect();
        assert_eq!((round.len(), ids.len()), (ROUND, ROUND));
        for level in 1..=5 {
            let of = |drawn: &&DrawnExample| drawn.example.level == Level::new(level);
            assert_eq!(round.drawn.iter().filter(of).count(), 2);
        }
        assert_eq!(round, CalibrationRound::draw(&[(&scenario, &examples)], None, 3));
        assert_ne!(round, CalibrationRound::draw(&[(&scenario, &examples)], None, 4));
    }

    #[test]
    fn what_is_known_is_told_when_a_level_was_given_and_not_before() {
        let (scenario, examples) = shelf(2);
        let mut round = CalibrationRound::draw(&[(&scenario, &examples)], None, 1);
        assert_eq!(round.known(0), None);
        let text = round.current().expect("ten to rate").text.to_owned();
        let mark = place_of("NUMBER", &text).expect("it is said");
        let beyond = Span { start: 3, end: 9_999 };
        let known = round.rate(Level::new(3), vec![mark, beyond]).expect("rated");
        assert_eq!((known.found, known.rated.marked.len()), (1, 1));
        assert_eq!(round.current().map(|next| next.number), Some(2));
        while round.current().is_some() {
            round.rate(Level::new(3), Vec::new());
        }
        assert_eq!(round.rate(Level::new(3), Vec::new()), None);
        let found = round.agreement(&[]);
        assert_eq!((found.ratings, found.exact), (10, 2));
        assert!(found.kappa.is_some());
    }

    #[test]
    fn a_round_can_keep_to_one_question_and_may_have_nothing() {
        let (scenario, examples) = shelf(1);
        let shelf = [(&scenario, &examples)];
        let question = scenario.questions()[0].id.as_str();
        let only =
            |question| CalibrationRound::draw(&shelf, Some((scenario.id(), question)), 1).len();
        assert_eq!((only(question), only("nope")), (5, 0));
        assert!(CalibrationRound::draw(&[], None, 1).is_empty());
    }

    #[test]
    fn words_are_found_as_they_are_typed() {
        let text = "Well, I moved the Launch back; we closed “seven of ten”.";
        let found = |words| place_of(words, text).map(|span| span.of(text));
        assert_eq!(found("moved the launch"), Some("moved the Launch"));
        assert_eq!(found("\"seven of ten\""), Some("seven of ten"));
        assert_eq!(found("launch back we"), Some("Launch back; we"));
        assert_eq!(found("moved a launch"), None);
        assert_eq!(found(" … "), None);
    }
}
