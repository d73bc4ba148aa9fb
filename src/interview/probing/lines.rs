//! The lines of `assets/panel_lines.ron`: what panelists say beside the questions, drawn by the seed.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::interview::{chance::Chance, probing::Gap, scenario::Manner};

/// What is said beside the questions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProbeLines {
    /// What is asked back, by the gap.
    probes: BTreeMap<Gap, ByManner>,
    /// What who asked last says when another asks next.
    passes: ByManner,
    /// What who takes the word says.
    joins: ByManner,
}

/// Lines for each manner.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByManner {
    warm: Vec<String>,
    neutral: Vec<String>,
    tough: Vec<String>,
}

/// The lines that ship with the game; a test reads them, so that they can be read.
static SHIPPED: LazyLock<ProbeLines> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/panel_lines.ron"));
    ron::from_str(text).expect("the lines that ship with the game can be read")
});

/// Purposes of [`Chance`]: one stream a list of lines.
const PASSES: u64 = 2_000;
const JOINS: u64 = 2_010;
const PROBES: u64 = 2_100;

/// Which of the lines of a list: the seed puts them in an order, and they are said in turn, so that none comes back
/// before all were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The session's seed.
    pub seed: u64,
    /// How many of the list were said before.
    pub said: usize,
}

impl ProbeLines {
    pub(super) fn shipped() -> &'static Self {
        &SHIPPED
    }

    pub(super) fn probe(&self, gap: Gap, manner: Manner, draw: Draw) -> &str {
        let purpose = PROBES + 10 * gap as u64;
        self.probes.get(&gap).map_or("", |lines| lines.draw(manner, draw, purpose))
    }

    pub(super) fn pass(&self, manner: Manner, next: &str, draw: Draw) -> String {
        self.passes.draw(manner, draw, PASSES).replace("{next}", next)
    }

    pub(super) fn join(&self, manner: Manner, draw: Draw) -> &str {
        self.joins.draw(manner, draw, JOINS)
    }
}

impl ByManner {
    fn of(&self, manner: Manner) -> &[String] {
        match manner {
            Manner::Warm => &self.warm,
            Manner::Neutral => &self.neutral,
            Manner::Tough => &self.tough,
        }
    }

    fn draw(&self, manner: Manner, draw: Draw, purpose: u64) -> &str {
        let mut lines: Vec<_> = self.of(manner).iter().map(String::as_str).collect();
        Chance::new(draw.seed, purpose + manner as u64).shuffle(&mut lines);
        let turn = draw.said.checked_rem(lines.len()).unwrap_or(0);
        lines.get(turn).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::criteria::Criteria;

    const MANNERS: [Manner; 3] = [Manner::Warm, Manner::Neutral, Manner::Tough];

    /// Asserts that a list has several lines, each once, short enough to be said in a breath.
    #[track_caller]
    fn check(lines: &ByManner) {
        for manner in MANNERS {
            let mut lines = lines.of(manner).to_vec();
            assert!(lines.len() >= 3, "{lines:?}");
            assert!(lines.iter().all(|line| line.len() <= 80 && line.ends_with(['.', '?'])));
            lines.sort();
            lines.dedup();
            assert!(lines.len() >= 3, "a line stands twice among {lines:?}");
        }
    }

    #[test]
    fn every_gap_has_several_lines_for_every_manner() {
        let lines = ProbeLines::shipped();
        let table = Criteria::SHIPPED.all().iter();
        for gap in table.flat_map(|criterion| criterion.openings).map(|opening| opening.gap) {
            check(lines.probes.get(&gap).unwrap_or_else(|| panic!("no lines for {gap:?}")));
        }
        check(&lines.passes);
        check(&lines.joins);
        for manner in MANNERS {
            assert!(lines.passes.of(manner).iter().all(|line| line.matches("{next}").count() == 1));
        }
    }

    #[test]
    fn no_line_comes_back_before_all_were_said() {
        for seed in 0..40 {
            let say = |said| ProbeLines::shipped().join(Manner::Tough, Draw { seed, said });
            let mut first: Vec<_> = (0..3).map(say).collect();
            assert_eq!((say(0), say(1)), (say(3), say(4)));
            first.sort_unstable();
            first.dedup();
            assert_eq!(first.len(), 3, "seed {seed}");
        }
    }

    #[test]
    fn seeds_say_it_in_different_words() {
        let say = |seed| {
            ProbeLines::shipped().probe(Gap::Result, Manner::Neutral, Draw { seed, said: 0 })
        };
        assert!((1..20).any(|seed| say(seed) != say(0)));
        assert_eq!(say(7), say(7));
    }
}
