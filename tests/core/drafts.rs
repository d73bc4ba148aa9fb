//! Drafts: cards read as somebody would say them, and each twin is weaker for the reason it names.

use std::collections::BTreeSet;

use hotseat::interview::{
    drafting,
    scenario::Scenario,
    scoring::{Scorer, Story, assessment::Assessment},
    transcript::{Transcript, TranscriptQuestion, TranscriptSection},
};

use crate::{seed, ward};

/// A scene as the transcript that it could have been drafted from.
fn as_transcript(scenario: &Scenario) -> Transcript {
    let question = |at: usize| {
        let one = &scenario.questions()[at];
        TranscriptQuestion {
            text: one.text.clone(),
            follow_up: one.follow_up,
            model_answer: one.model.paragraph_texts(),
            ..TranscriptQuestion::default()
        }
    };
    let sections = scenario.sections().iter().map(|section| TranscriptSection {
        title: section.title.clone(),
        line: 1,
        questions: section.questions.clone().map(question).collect(),
    });
    Transcript { sections: sections.collect(), ..Transcript::default() }
}

/// The drafts of both scenes.
fn drafted() -> Vec<Scenario> {
    let transcripts = [seed::transcript(), as_transcript(ward::scenario())];
    let drafts = transcripts.map(|transcript| {
        let text = drafting::draft(&transcript).to_ron().expect("a draft can be written");
        Scenario::from_ron(&text).expect("a draft is in order")
    });
    drafts.into()
}

fn worth(found: &Assessment) -> (u8, i64) {
    let gives: f32 = found.shares.iter().map(|share| share.gives).sum();
    (found.level.number(), (gives * 1000.0).round() as i64)
}

#[test]
fn every_twin_is_judged_below_the_gist() {
    for scenario in drafted() {
        let scorer = Scorer::of(&scenario);
        for (index, question) in scenario.questions().iter().enumerate() {
            let judged =
                |text: &str| worth(&scorer.assess(index, text, Story::This).expect("it is short"));
            let Some((gist, twins)) = question.cards.split_first() else { continue };
            assert!(twins.len() >= 2, "{}", question.id);
            for twin in twins {
                assert!(judged(&twin.text) < judged(&gist.text), "{}\n{}", question.id, twin.text);
            }
        }
    }
}

#[test]
fn a_card_holds_whole_sentences_of_an_answer() {
    for scenario in drafted() {
        let said: BTreeSet<String> = scenario
            .questions()
            .iter()
            .flat_map(|question| question.model.sentences())
            .map(|sentence| sentence.text.clone())
            .collect();
        let cards = scenario.questions().iter().flat_map(|question| &question.cards);
        let by_one = cards
            .filter(|card| !card.weaker_because.as_ref().is_some_and(|why| why.contains("“we”")));
        for card in by_one {
            let mut rest = card.text.as_str();
            while !rest.is_empty() {
                let sentence = said
                    .iter()
                    .filter(|said| rest.starts_with(said.as_str()))
                    .max_by_key(|said| said.len());
                let sentence = sentence.unwrap_or_else(|| panic!("no sentence begins `{rest}`"));
                rest = rest[sentence.len()..].trim_start();
            }
        }
    }
}

#[test]
fn most_questions_of_the_scenes_have_cards_and_few_points() {
    for scenario in drafted() {
        let with_cards =
            scenario.questions().iter().filter(|question| !question.cards.is_empty()).count();
        assert!(with_cards * 10 >= scenario.questions().len() * 6, "{with_cards} have cards");
        for question in scenario.questions() {
            assert!((1..=8).contains(&question.model.key_points.len()), "{}", question.id);
            assert!(!question.hint.is_empty());
        }
        let looks: BTreeSet<String> =
            scenario.panel().iter().map(|one| format!("{:?}", one.look)).collect();
        assert_eq!(looks.len(), scenario.panel().len());
    }
}
