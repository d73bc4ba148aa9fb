//! Scoring a card again: are its answers still worth what it says?

use thiserror::Error;

use crate::interview::{
    fingerprint::Fingerprint,
    scenario::Scenario,
    scorecard::{Scorecard, VERSION, writing},
    scoring::{Scorer, engine::Engine, judged_by::Basis, judged_by::JudgedBy, level::Level},
};

/// A card file beyond this many bytes is not read.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Why a file is no card that can be scored again.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum NoCard {
    /// It is none, or was cut off.
    #[error("this is no scorecard that Hot Seat wrote as JSON: {0}")]
    Unreadable(String),
    /// A byte of it is another.
    #[error(
        "changed: the checksum does not fit, so that something in the file is not as it was written"
    )]
    Changed,
    /// It was written by a newer program.
    #[error("the card is of version {0}, and this program reads version {VERSION}")]
    Newer(u32),
}

/// What an answer was worth on the card and is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The question's id.
    pub question: String,
    /// The level on the card.
    pub was: Level,
    /// The level now; nothing where it can no longer be judged.
    pub is: Option<Level>,
}

/// What scoring a card again showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verified {
    /// The same engine gives the same levels; so many answers were scored again.
    Same(usize),
    /// The same engine gives others: the card does not say what was judged.
    Changed(Vec<Moved>),
    /// The scenario is another one by now.
    OtherScenario {
        /// What the card was made with.
        was: Fingerprint,
        /// What is there.
        is: Fingerprint,
    },
    /// Another engine judges here; what moved with it.
    OtherEngine {
        /// What judged the card.
        was: JudgedBy,
        /// What judges here.
        is: JudgedBy,
        /// The answers whose level moved.
        moved: Vec<Moved>,
        /// How many answers were scored again.
        of: usize,
    },
}

impl Verified {
    /// Whether the card holds: nothing in it was changed.
    pub fn holds(&self) -> bool {
        matches!(self, Self::Same(_) | Self::OtherEngine { .. })
    }

    /// What it showed, a sentence a line.
    pub fn in_words(&self) -> Vec<String> {
        let lines = |moved: &[Moved]| -> Vec<String> {
            moved
                .iter()
                .map(|moved| match moved.is {
                    Some(is) => {
                        format!("  {}: {} → {}", moved.question, moved.was.number(), is.number())
                    }
                    None => format!("  {}: {} → not judged", moved.question, moved.was.number()),
                })
                .collect()
        };
        match self {
            Self::Same(0) => {
                vec!["the same: the file is whole; it has no typed answer to score".to_owned()]
            }
            Self::Same(1) => vec!["the same: 1 typed answer scored again".to_owned()],
            Self::Same(answers) => vec![format!("the same: {answers} typed answers scored again")],
            Self::Changed(moved) => {
                let mut told = vec!["changed: the same engine gives other levels".to_owned()];
                told.extend(lines(moved));
                told
            }
            Self::OtherScenario { was, is } => {
                vec![format!(
                    "changed: the scenario is another one by now ({was} on the card, {is} here)"
                )]
            }
            Self::OtherEngine { was, is, moved, of } => {
                let which = which(was, is);
                let mut told = vec![match moved.len() {
                    0 => format!("{which}: nothing moved in {of} typed answers"),
                    count => format!("{which}: {count} of {of} typed answers moved"),
                }];
                told.extend(lines(moved));
                told
            }
        }
    }
}

/// How one engine is to another, in words.
fn which(was: &JudgedBy, is: &JudgedBy) -> String {
    let numbers = |engine: &JudgedBy| -> Vec<u64> {
        let version = engine.version.split('+').next().unwrap_or_default();
        version.split('.').filter_map(|part| part.parse().ok()).collect()
    };
    let age = match numbers(is).cmp(&numbers(was)) {
        std::cmp::Ordering::Greater => "a newer engine",
        std::cmp::Ordering::Less => "an older engine",
        std::cmp::Ordering::Equal => "another engine",
    };
    let name = |engine: &JudgedBy| match engine.basis {
        Basis::Words => format!("{} by words alone", engine.version),
        Basis::Meaning => engine.version.clone(),
    };
    format!("{age} ({} on the card, {} here)", name(was), name(is))
}

impl Scorecard {
    /// Reads a card that was written as JSON.
    ///
    /// # Errors
    /// A file that is none, or of which a byte is not as it was written.
    pub fn from_json(text: &str) -> Result<Self, NoCard> {
        if !writing::is_whole(text) {
            // A file that is no card at all has nothing that could be changed.
            return match serde_json::from_str::<Self>(text) {
                Err(error) if !text.contains("\"checksum\"") => {
                    Err(NoCard::Unreadable(error.to_string()))
                }
                _ => Err(NoCard::Changed),
            };
        }
        let card: Self =
            serde_json::from_str(text).map_err(|error| NoCard::Unreadable(error.to_string()))?;
        if card.version > VERSION { Err(NoCard::Newer(card.version)) } else { Ok(card) }
    }
}

/// Scores the answers of a card again, with the scenario as it is here and the best engine there is; what was judged by
/// words alone is by words alone again.
pub fn verify(card: &Scorecard, scenario: &Scenario, text: &str, engine: &Engine) -> Verified {
    let is = Fingerprint::of([text]);
    if card.rescoring.fingerprint != is {
        return Verified::OtherScenario { was: card.rescoring.fingerprint.clone(), is };
    }
    let scorer = Scorer::of(scenario);
    let mut moved = Vec::new();
    let mut scored = 0;
    let mut other = None;
    for question in &card.questions {
        let (Some(game), Some(words)) = (&question.game, &question.answer) else { continue };
        if !game.again {
            continue;
        }
        let by = match game.judged_by.basis {
            Basis::Words => Engine::by_words(),
            Basis::Meaning => engine.clone(),
        };
        let here = by.judged_by();
        if here != game.judged_by {
            other = Some((game.judged_by.clone(), here));
        }
        scored += 1;
        let index = scenario.question(&question.id).map(|(index, _)| index);
        let judged = index.and_then(|index| scorer.with(by).assess(index, words, game.story).ok());
        let is = judged.and_then(|judged| judged.judged_level());
        if is != Some(game.level) {
            moved.push(Moved { question: question.id.clone(), was: game.level, is });
        }
    }
    match other {
        Some((was, is)) => Verified::OtherEngine { was, is, moved, of: scored },
        None if moved.is_empty() => Verified::Same(scored),
        None => Verified::Changed(moved),
    }
}
