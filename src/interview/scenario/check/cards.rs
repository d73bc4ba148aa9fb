//! The cards of a question: enough of them, one of them the strongest, no two alike.

use std::collections::BTreeSet;

use crate::interview::{
    diagnostic::Code,
    scenario::{Card, CardFile, MAX_CARDS, check::Check},
};

impl Check<'_, '_> {
    /// Checks the cards of a question; the strongest comes first.
    pub(super) fn cards(&mut self, path: &str, files: Vec<CardFile>) -> Vec<Card> {
        let path = format!("{path}.cards");
        if files.is_empty() {
            return Vec::new();
        }
        if files.len() < 2 || files.len() > MAX_CARDS {
            self.fault(
                Code::WrongCardCount,
                &path,
                format!("there are {} cards to pick from", files.len()),
                format!(
                    "write 2 to {MAX_CARDS}; without cards this question cannot be picked, only typed"
                ),
            );
        }
        let strong = files.iter().filter(|card| card.weaker_because.is_none()).count();
        if strong != 1 {
            self.fault(
                Code::WrongStrongCards,
                &path,
                format!("{strong} of the cards are the strong one"),
                "leave `weaker_because` out of exactly one card",
            );
        }
        let mut texts = BTreeSet::new();
        for (number, card) in files.iter().enumerate() {
            let path = format!("{path}[{number}]");
            self.text(&format!("{path}.text"), "the card", &card.text);
            if let Some(because) = &card.weaker_because {
                self.text(&format!("{path}.weaker_because"), "weaker_because", because);
            } else if !card.twin.is_other() {
                self.fault(
                    Code::WrongStrongCards,
                    &format!("{path}.twin"),
                    "the strong card is called a twin",
                    "say in `weaker_because` why it is weaker, or leave `twin` out",
                );
            }
            if !texts.insert(card.text.trim()) {
                self.fault(Code::CardTwice, &path, "two cards say the same", "change one of them");
            }
        }
        let mut cards: Vec<_> = files
            .into_iter()
            .map(|card| Card {
                text: card.text,
                weaker_because: card.weaker_because,
                twin: card.twin,
            })
            .collect();
        cards.sort_by_key(|card| card.weaker_because.is_some());
        cards
    }
}
