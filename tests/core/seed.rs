//! The transcript and the scenario that come with the game.

use std::sync::{Arc, LazyLock};

use hotseat::interview::{
    scenario::Scenario,
    scoring::Scorer,
    transcript::{self, Transcript, TranscriptQuestion},
};

/// The seed transcript as it is written.
pub const TRANSCRIPT: &str = include_str!("../../assets/transcripts/senior-pm-promotion.txt");
/// The scenario that was made of it.
pub const SCENE: &str = include_str!("../../scenes/senior-pm-promotion.scenario.ron");

static SCENARIO: LazyLock<Arc<Scenario>> = LazyLock::new(|| match Scenario::from_ron(SCENE) {
    Ok(scenario) => Arc::new(scenario),
    Err(faults) => panic!("the seed scene has faults: {faults:#?}"),
});

static SCORER: LazyLock<Arc<Scorer>> = LazyLock::new(|| Arc::new(Scorer::of(&SCENARIO)));

/// The seed scenario, read once.
pub fn scenario() -> Arc<Scenario> {
    Arc::clone(&SCENARIO)
}

/// The seed scenario, to be held as long as the tests run.
pub fn scenario_ref() -> &'static Scenario {
    &SCENARIO
}

/// Its scoring engine, prepared once.
pub fn scorer() -> Arc<Scorer> {
    Arc::clone(&SCORER)
}

/// The seed transcript, imported.
pub fn transcript() -> Transcript {
    let (transcript, faults) = transcript::read(TRANSCRIPT.as_bytes());
    assert!(faults.is_empty(), "the seed transcript has faults: {faults:#?}");
    transcript
}

/// The questions of a transcript over all of its sections.
pub fn questions(transcript: &Transcript) -> Vec<&TranscriptQuestion> {
    transcript.sections.iter().flat_map(|section| &section.questions).collect()
}

/// The index of a question of the seed scenario.
#[track_caller]
pub fn index(id: &str) -> usize {
    match SCENARIO.question(id) {
        Some((index, _)) => index,
        None => panic!("the seed scene has no question `{id}`"),
    }
}

/// The index of the question of the seed scenario that is asked in these words.
#[track_caller]
pub fn asked(words: &str) -> usize {
    match SCENARIO.questions().iter().position(|question| question.text == words) {
        Some(index) => index,
        None => panic!("the seed scene does not ask “{words}”"),
    }
}

/// The model answer to a question of the seed scenario.
#[track_caller]
pub fn model(id: &str) -> String {
    SCENARIO.questions()[index(id)].model.text()
}
