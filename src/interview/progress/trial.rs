//! Answers of earlier days, made up for the tests of what is shown of them.

use std::sync::Arc;

use crate::interview::{
    fingerprint::Fingerprint,
    practice::day::Day,
    progress::past::{AskedQuestion, PastAttempt, QuestionHistory, WholeAttempt},
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        assessment::Level,
        judged_by::{Basis, JudgedBy},
    },
    session::UnixMillis,
};

const WARD: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron"));

/// A question of a section.
pub fn asked(text: &str, section: &str) -> AskedQuestion {
    AskedQuestion {
        scenario: "made-up".to_owned(),
        scenario_title: "Made up".to_owned(),
        fingerprint: Fingerprint::of_words(text),
        id: "question".to_owned(),
        section: section.to_owned(),
        text: text.to_owned(),
    }
}

/// An answer on a day, with its level and the player's own.
pub fn past(day: i32, level: Option<u8>, own: Option<u8>) -> PastAttempt {
    PastAttempt {
        number: 1,
        session: 1,
        at: UnixMillis(u64::from(day.unsigned_abs()) * 86_400_000),
        day: Day::new(day),
        story: Story::This,
        helped: false,
        kind: None,
        level: level.map(Level::new),
        perhaps: None,
        own: own.map(Level::new),
        seconds: None,
        words: 100,
        spoken_seconds: 40,
        judged_by: JudgedBy { basis: Basis::Words, version: "1".to_owned() },
    }
}

/// A question with answers on these days at these levels.
pub fn history(text: &str, section: &str, answers: &[(i32, u8)]) -> QuestionHistory {
    let attempts = answers.iter().map(|(day, level)| past(*day, Some(*level), None)).collect();
    QuestionHistory { asked: asked(text, section), attempts }
}

/// An answer to the ward's first question, judged by words.
pub fn whole(number: i64, text: &str, own: Option<u8>) -> WholeAttempt {
    let scenario = Arc::new(Scenario::from_ron(WARD).expect("it ships"));
    let found = Scorer::of(&scenario).assess(0, text, Story::This).expect("it is short enough");
    let past = PastAttempt {
        number,
        words: u32::try_from(found.words).unwrap_or(0),
        spoken_seconds: found.spoken_seconds,
        level: found.judged_level(),
        judged_by: found.judged_by.clone(),
        ..past(0, None, own)
    };
    WholeAttempt {
        asked: asked(&scenario.questions()[0].text, "Ward"),
        past,
        text: text.to_owned(),
        probes: Vec::new(),
        assessment: Some(found),
    }
}

/// The model answer to the ward's first question.
pub fn model() -> String {
    Scenario::from_ron(WARD).expect("it ships").questions()[0].model.text()
}
