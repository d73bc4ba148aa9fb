//! All ratings of an answer beside each other, once all are in.

use serde::{Deserialize, Serialize};

use crate::interview::{
    ratings::{
        note_sheet::NoteSheet,
        of_candidate::about_candidate,
        rating::{Correction, RaterRating},
    },
    scoring::{assessment::Assessment, level::Level},
};

/// Two who are so many levels apart saw different things.
pub const APART: u8 = 2;

/// What one rater gave, as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShownRating {
    /// The rater, as an index into [`PanelSetup::raters`](crate::interview::ratings::PanelSetup::raters).
    pub rater: usize,
    /// What they gave before they saw the others.
    pub rating: RaterRating,
    /// What they noted.
    pub sheet: NoteSheet,
    /// What they changed it to afterwards, in order.
    pub corrections: Vec<Correction>,
}

impl ShownRating {
    /// The level as it was changed last, or the first.
    pub fn latest(&self) -> Level {
        self.corrections.last().map_or(self.rating.level, |change| change.rating.level)
    }

    /// What the rater pointed at: their sentence, or what they noted where they wrote none.
    pub fn pointed_at(&self) -> String {
        if !self.rating.evidence.is_empty() {
            return self.rating.evidence.clone();
        }
        let flags = self.sheet.flags.iter().map(|flag| flag.name().to_owned());
        let notes = self.sheet.notes.iter().map(|note| note.text.clone());
        notes.chain(flags).collect::<Vec<_>>().join("; ")
    }
}

/// Who gives a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// A rater, as an index.
    Rater(usize),
    /// The game.
    Game,
}

/// What somebody gave and what they pointed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointedAt {
    /// Who.
    pub voice: Voice,
    /// Their level.
    pub level: Level,
    /// What they pointed at; empty where they wrote nothing.
    pub at: String,
}

/// All ratings of one answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideBySide {
    /// What each rater gave, in the order of the raters.
    pub ratings: Vec<ShownRating>,
    /// What the candidate gave themselves.
    pub own: Option<Level>,
    /// What the game finds in what was typed; nothing of what was spoken.
    pub game: Option<Box<Assessment>>,
}

impl SideBySide {
    /// The mean of the ratings as they were given apart, without the game's and the candidate's.
    pub fn mean(&self) -> f32 {
        mean(self.ratings.iter().map(|shown| shown.rating.level))
    }

    /// The mean of the ratings as they were changed; nothing where none was.
    pub fn mean_afterwards(&self) -> Option<f32> {
        let changed = self.ratings.iter().any(|shown| !shown.corrections.is_empty());
        changed.then(|| mean(self.ratings.iter().map(ShownRating::latest)))
    }

    /// The lowest and the highest of the ratings as they were given apart.
    pub fn range(&self) -> (Level, Level) {
        let levels = || self.ratings.iter().map(|shown| shown.rating.level);
        (levels().min().unwrap_or(Level::LOWEST), levels().max().unwrap_or(Level::HIGHEST))
    }

    /// The game's level; nothing where there is none, or it is no judgement of this answer.
    pub fn game_level(&self) -> Option<Level> {
        self.game.as_ref().and_then(|game| game.judged_level())
    }

    /// Whether two raters are [`APART`] or more.
    pub fn raters_differ(&self) -> bool {
        let (lowest, highest) = self.range();
        highest.number() - lowest.number() >= APART
    }

    /// What each pointed at, the lowest level first, where two of raters and game are [`APART`] or more; else nothing.
    /// `words` is what was typed.
    pub fn differences(&self, words: Option<&str>) -> Vec<PointedAt> {
        let raters = self.ratings.iter().map(|shown| PointedAt {
            voice: Voice::Rater(shown.rater),
            level: shown.rating.level,
            at: shown.pointed_at(),
        });
        let game = self.game_level().map(|level| PointedAt {
            voice: Voice::Game,
            level,
            at: self.game_rests_on(words.unwrap_or_default()).join(" "),
        });
        let mut all: Vec<_> = raters.chain(game).collect();
        all.sort_by_key(|pointed| pointed.level);
        let levels = || all.iter().map(|pointed| pointed.level.number());
        let apart = levels().max().unwrap_or(0) - levels().min().unwrap_or(0);
        if apart >= APART { all } else { Vec::new() }
    }

    /// What the game's level rests on, in sentences about the candidate, with the words of the answer: what holds it back, then what is good.
    pub fn game_rests_on(&self, words: &str) -> Vec<String> {
        let Some(game) = self.game.as_deref() else { return Vec::new() };
        let quoted = |sentence: &str, quote: &str| match quote.trim() {
            "" => sentence.to_owned(),
            quote => format!("{sentence} “{quote}”"),
        };
        let held = game.findings.iter().filter(|finding| game.holds_back(finding));
        let held = held.map(|finding| {
            let passage = finding.passages().next().map_or("", |span| span.of(words));
            quoted(&about_candidate(&finding.sentence), passage)
        });
        let good = game
            .strengths
            .iter()
            .map(|strength| quoted(&about_candidate(&strength.sentence), strength.quote.of(words)));
        held.take(2).chain(good.take(2)).collect()
    }
}

fn mean(levels: impl Iterator<Item = Level>) -> f32 {
    let (sum, count) = levels
        .fold((0_u16, 0_u16), |(sum, count), level| (sum + u16::from(level.number()), count + 1));
    if count == 0 { 0.0 } else { f32::from(sum) / f32::from(count) }
}
