//! The numbers of practice: `assets/practice.ron`, each group with why it was chosen.

use std::sync::LazyLock;

use serde::Deserialize;

/// The file, as a part of the program.
const FILE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/practice.ron"));

static CHOSEN: LazyLock<PracticeNumbers> =
    LazyLock::new(|| ron::from_str(FILE).expect("assets/practice.ron is a part of the program"));

/// Everything that was chosen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct PracticeNumbers {
    pub(in crate::interview) spacing: SpacingNumbers,
    pub(in crate::interview) seen_well: SeenWellNumbers,
    pub(in crate::interview) minutes: MinutesNumbers,
    pub(in crate::interview) seconds: SecondsNumbers,
    pub(in crate::interview) gap: GapNumbers,
}

/// When a question comes back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct SpacingNumbers {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by people and by a test"))]
    why: String,
    /// The recall below which a question is due, in thousandths.
    pub(in crate::interview) retention: u32,
    /// How many evenings before the day everything comes once more that gains by it.
    pub(in crate::interview) last_evenings: u32,
    /// What it must gain for that, in thousandths.
    pub(in crate::interview) least_gain: i64,
}

/// What counts as seen well, and how often it is wanted before the day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct SeenWellNumbers {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by people and by a test"))]
    why: String,
    pub(in crate::interview) level: u8,
    pub(in crate::interview) times: usize,
}

/// Minutes a day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct MinutesNumbers {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by people and by a test"))]
    why: String,
    pub(in crate::interview) usual: u32,
    pub(in crate::interview) most: u32,
}

/// How long a question takes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct SecondsNumbers {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by people and by a test"))]
    why: String,
    pub(in crate::interview) unknown: u32,
    pub(in crate::interview) feedback: u32,
    pub(in crate::interview) least: u32,
    pub(in crate::interview) most: u32,
}

/// When something is said about own ratings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::interview) struct GapNumbers {
    #[cfg_attr(not(test), expect(dead_code, reason = "read by people and by a test"))]
    why: String,
    pub(in crate::interview) run: usize,
    pub(in crate::interview) within: u8,
}

/// The numbers.
pub(in crate::interview) fn chosen() -> &'static PracticeNumbers {
    &CHOSEN
}

/// The minutes a day of whoever asked for none.
pub fn usual_minutes() -> u32 {
    chosen().minutes.usual
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn every_group_says_why_it_was_chosen() {
        let all = chosen();
        for why in
            [&all.spacing.why, &all.seen_well.why, &all.minutes.why, &all.seconds.why, &all.gap.why]
        {
            assert!(why.starts_with("Chosen, because ") && why.len() > 60, "{why}");
        }
        assert!(
            all.seconds.least <= all.seconds.unknown && all.seconds.unknown <= all.seconds.most
        );
        assert!(all.spacing.retention < 1000 && all.minutes.usual <= all.minutes.most);
    }
}
