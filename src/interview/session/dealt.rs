//! The cards of a question that was answered by picking one, with what is to be said of each.

use serde::Serialize;

use crate::interview::session::{Attempt, Session};

/// A card as it lay on the table, once one of them was picked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DealtCard {
    /// Its number on the table, from 1.
    pub number: usize,
    /// What it says.
    pub text: String,
    /// Whether the player picked it.
    pub picked: bool,
    /// Why it is weaker than the strongest card; nothing for the strongest itself.
    pub weaker_because: Option<String>,
}

impl DealtCard {
    /// Whether no other is stronger.
    pub fn is_strongest(&self) -> bool {
        self.weaker_because.is_none()
    }

    /// Which of these was picked and which is the strongest, in one sentence; nothing where none was picked.
    pub fn verdict(cards: &[Self]) -> Option<String> {
        let picked = cards.iter().find(|card| card.picked)?;
        let strongest = cards.iter().find(|card| card.is_strongest())?;
        Some(if picked.is_strongest() {
            format!("You picked card {}, the strongest.", picked.number)
        } else {
            format!(
                "Card {} is the strongest; you picked card {}.",
                strongest.number, picked.number
            )
        })
    }

    /// What it is beside the others, in a few words: "the strongest, your pick".
    pub fn place(&self) -> &'static str {
        match (self.is_strongest(), self.picked) {
            (true, true) => "the strongest, your pick",
            (true, false) => "the strongest",
            (false, true) => "weaker, your pick",
            (false, false) => "weaker",
        }
    }
}

impl Session {
    /// The cards among which this answer was picked, as they lay on the table; none for an answer of one's own words.
    pub fn dealt(&self, attempt: &Attempt) -> Vec<DealtCard> {
        let Some(picked) = attempt.card else { return Vec::new() };
        let cards = &self.scenario.questions()[attempt.question].cards;
        let dealt = self.deal(attempt.question);
        dealt
            .into_iter()
            .enumerate()
            .map(|(place, card)| DealtCard {
                number: place + 1,
                text: cards[card].text.clone(),
                picked: card == picked,
                weaker_because: cards[card].weaker_because.clone(),
            })
            .collect()
    }
}
