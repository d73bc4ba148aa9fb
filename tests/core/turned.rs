//! A story told the other way round is seen, and one that is told as it was is never held for it.

use std::{collections::BTreeMap, fs};

use hotseat::interview::scoring::{
    Scorer, Story, assessment::Assessment, closeness::reference::Reference,
    criterion_id::CriterionId, engine::Engine,
};
use serde::Deserialize;

use crate::{seed, ward};

#[derive(Deserialize)]
struct Told {
    question: String,
    #[serde(default)]
    references: Vec<String>,
    case: String,
    answer: String,
}

fn is_bounded(found: &Assessment, by: CriterionId) -> bool {
    found.findings.iter().any(|finding| finding.criterion == by && finding.cap.is_some())
}

/// Answers by somebody who knew nothing of the engine, to nine questions that it was not made on.
#[test]
fn whole_stories_turned_round_are_seen_and_no_retelling_is_held_for_one() {
    let engine = Engine::load().expect("this build has the encoder");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/unseen.jsonl");
    let lines = fs::read_to_string(path).expect("the answers are there");
    let mut seen: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for line in lines.lines() {
        let told: Told = serde_json::from_str(line).expect("a line is an answer");
        let kind = match told.case.as_str() {
            "turned round" => "turned",
            "retelling in other words" | "plain non-native retelling" => "told",
            _ => continue,
        };
        let reference = Reference::from_texts(&told.question, &told.references);
        let scorer = Scorer::new(vec![reference]).with(engine.clone());
        let found = scorer.assess(0, &told.answer, Story::This).expect("it is short enough");
        seen.entry(kind).or_default().push(is_bounded(&found, CriterionId::NEGATED));
    }
    assert_eq!(seen["told"], [false; 18]);
    let turned = seen["turned"].iter().filter(|seen| **seen).count();
    assert!(turned * 3 >= seen["turned"].len(), "{turned}");
}

/// Who says the model answer word for word reverses nothing of it and changes none of its figures.
#[test]
fn no_model_answer_is_held_against_itself() {
    let by_meaning = Engine::load().expect("this build has the encoder");
    for scenario in [seed::scenario_ref(), ward::scenario()] {
        let by_words = Scorer::of(scenario);
        for scorer in [by_words.with(by_meaning.clone()), by_words] {
            for (index, question) in scenario.questions().iter().enumerate() {
                let model = scorer.reference(index).expect("it is asked").model_text().to_owned();
                let found = scorer.assess(index, &model, Story::This).expect("it is short enough");
                for id in [CriterionId::NEGATED, CriterionId::FIGURES_CHANGED] {
                    assert!(!is_bounded(&found, id), "{id} {}", question.text);
                }
                assert!(found.key_points.iter().all(|point| point.note.is_none()), "{model}");
            }
        }
    }
}
