//! The engine as a rater: what it gives the examples of a scenario.

use crate::interview::{
    calibration::{Example, Examples, LevelPair},
    scoring::{Refused, Scorer, Story, level::Level},
    text::Text,
};

/// What the engine gives one example.
#[derive(Clone, Debug)]
pub struct EngineRating<'a> {
    /// The example.
    pub example: &'a Example,
    /// Its level by the engine.
    pub given: Level,
}

impl EngineRating<'_> {
    /// Known and given level.
    pub fn pair(&self) -> LevelPair {
        let Example { level, text, .. } = self.example;
        LevelPair { known: *level, given: self.given, words: Text::count_words(text) }
    }
}

/// Has every example judged, as the story of whoever tells it.
///
/// # Errors
/// As [`Scorer::assess`].
pub fn rated<'a>(
    examples: &'a Examples,
    scorer: &Scorer,
) -> Result<Vec<EngineRating<'a>>, Refused> {
    let rate = |example: &'a Example| {
        let judged = scorer.assess(example.question, &example.text, Story::Own)?;
        Ok(EngineRating { example, given: judged.level })
    };
    examples.all().iter().map(rate).collect()
}
