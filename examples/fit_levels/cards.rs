//! The cards of the scenes that ship, as answers whose fair level is known.

use std::error::Error;

use hotseat::interview::{scenario::Scenario, scoring::Story};

use crate::cases::{Case, SCENES};

/// The kind of a strong card.
pub const STRONG: &str = "card";

/// The cards of the shipped scenes, those of the first apart from those of the others: a strong one is a 4 or 5, a
/// weakened one below it.
pub fn read() -> Result<(Vec<Case>, Vec<Case>), Box<dyn Error>> {
    let mut of_scenes = Vec::new();
    for scene in SCENES {
        let scene = Scenario::from_ron(scene).map_err(|faults| format!("{faults:#?}"))?;
        let mut cases = Vec::new();
        for question in scene.questions() {
            for (number, card) in question.cards.iter().enumerate() {
                let is_strong = card.weaker_because.is_none();
                let (case, level) =
                    if is_strong { (STRONG, [4, 5]) } else { ("weaker card", [2, 3]) };
                let [low, high] = level.map(f64::from);
                cases.push(Case {
                    id: format!("{} card {number}", question.id),
                    source: "cards".to_owned(),
                    question: question.text.clone(),
                    references: vec![question.model.text()],
                    case: case.to_owned(),
                    story: Story::This,
                    answer: card.text.clone(),
                    level,
                    read: Vec::new(),
                    aim: if is_strong { high } else { (low + high) / 2.0 },
                    is_honest: true,
                });
            }
        }
        of_scenes.push(cases);
    }
    let apart = of_scenes.split_off(1);
    let flat = |cases: Vec<Vec<Case>>| cases.into_iter().flatten().collect();
    Ok((flat(of_scenes), flat(apart)))
}
