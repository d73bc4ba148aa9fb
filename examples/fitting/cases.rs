//! Answers whose fair level is known: `tests/data` and `tests/core/texts`.

use std::{collections::BTreeMap, error::Error, fs, path::PathBuf};

use hotseat::interview::{scenario::Scenario, scoring::Story};
use serde::Deserialize;

/// The kinds that are no honest answer to their question: a low level and a gate are right for them.
const NO_HONEST_ANSWER: [&str; 21] = [
    "figures changed",
    "neighbour",
    "one outcome turned round",
    "one-turned",
    "opinion",
    "other",
    "own opinion",
    "own plan",
    "own template",
    "own_generic",
    "own_hypothetical",
    "own_neighbour",
    "own_opinion",
    "own_wrong",
    "spoken_nothing",
    "spoken_off",
    "template",
    "this_negated",
    "this_numbers",
    "turned",
    "turned round",
];

/// Scenes whose questions have the model answers of lines without any.
pub const SCENES: [&str; 2] = [
    include_str!("../../scenes/senior-pm-promotion.scenario.ron"),
    include_str!("../../scenes/ward-manager.scenario.ron"),
];

/// An answer with the levels that are fair.
pub struct Case {
    pub id: String,
    /// The file that it is from.
    pub source: String,
    pub question: String,
    pub references: Vec<String>,
    /// What kind of answer it is.
    pub case: String,
    pub story: Story,
    pub answer: String,
    /// The lowest and the highest level that are fair.
    pub level: [u8; 2],
    /// The levels that readers gave it who saw neither band nor kind.
    pub read: Vec<u8>,
    /// Their mean; else the middle of the band.
    pub aim: f64,
    /// Whether somebody tried to answer.
    pub is_honest: bool,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: String,
    question: String,
    #[serde(default)]
    references: Vec<String>,
    case: String,
    #[serde(default)]
    kind: String,
    story: Option<Story>,
    answer: String,
    #[serde(alias = "author_level", alias = "levels")]
    level: Option<[u8; 2]>,
    /// The levels that readers gave it who saw neither band nor kind.
    blind: Option<Vec<u8>>,
    /// The same of six other readers.
    #[serde(default)]
    read: Vec<u8>,
}

impl Case {
    /// Reads files of answers, one a line.
    ///
    /// A line without a band has that of its kind in `trick_bands.ron`, without a story the player's own where its kind says so,
    /// and without references its question's in a scene that ships.
    pub fn read(paths: &[PathBuf]) -> Result<Vec<Self>, Box<dyn Error>> {
        let bands: BTreeMap<String, [u8; 2]> = ron::from_str(include_str!("trick_bands.ron"))?;
        let mut models = BTreeMap::new();
        for scene in SCENES {
            let scene = Scenario::from_ron(scene).map_err(|faults| format!("{faults:#?}"))?;
            let told = scene.questions().iter();
            models.extend(told.map(|question| (question.text.clone(), question.model.text())));
        }
        let mut cases = Vec::new();
        for path in paths {
            let text = fs::read_to_string(path)?;
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
                let line: Line = serde_json::from_str(line)?;
                let place = || format!("{}:{}", path.display(), number + 1);
                let level = line.level.or_else(|| bands.get(&line.case).copied());
                let own = line.case.starts_with("own ") || line.case == "own";
                let is_honest =
                    line.kind != "neg" && !NO_HONEST_ANSWER.contains(&line.case.as_str());
                let mut references = line.references;
                if references.is_empty() {
                    references.extend(models.get(&line.question).cloned());
                }
                let level = level.ok_or_else(|| format!("{}: no band", place()))?;
                let read: Vec<u8> = line.blind.into_iter().flatten().chain(line.read).collect();
                let given = if read.is_empty() { &level[..] } else { &read };
                let sum: f64 = given.iter().copied().map(f64::from).sum();
                cases.push(Self {
                    source: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                    id: if line.id.is_empty() { place() } else { line.id },
                    level,
                    aim: sum / given.len() as f64,
                    read,
                    story: line.story.unwrap_or(if own { Story::Own } else { Story::This }),
                    question: line.question,
                    case: line.case,
                    answer: line.answer,
                    references,
                    is_honest,
                });
            }
        }
        Ok(cases)
    }

    /// Whether a level is in the band, or so far beside it at most.
    pub fn is_fair(&self, level: u8, beside: u8) -> bool {
        let [lowest, highest] = self.level;
        lowest <= level + beside && level <= highest + beside
    }

    /// The level in the middle of the band, the higher of two.
    pub fn middle(&self) -> u8 {
        let [lowest, highest] = self.level;
        (lowest + highest).div_ceil(2)
    }
}

/// Cohen's kappa of levels with others, where a disagreement weighs the square of its distance.
pub fn kappa(levels: impl Iterator<Item = (u8, u8)>) -> f64 {
    let far = |a: u8, b: u8| f64::from(a.abs_diff(b)).powi(2);
    let pairs: Vec<(u8, u8)> = levels.collect();
    let seen: f64 = pairs.iter().map(|(level, other)| far(*level, *other)).sum();
    let by_chance: f64 = pairs
        .iter()
        .flat_map(|(level, _)| pairs.iter().map(|(_, other)| far(*level, *other)))
        .sum();
    1.0 - seen * pairs.len() as f64 / by_chance
}

/// How often a level is one that a reader gave, and kappa with all of these, as a clause; nothing where nobody read them.
pub fn with_readers<'a>(levels: impl Iterator<Item = (u8, &'a Case)>) -> String {
    let read: Vec<_> = levels.filter(|(_, case)| !case.read.is_empty()).collect();
    if read.is_empty() {
        return String::new();
    }
    let exact = read.iter().filter(|(level, case)| case.read.contains(level)).count();
    let each = read.iter().flat_map(|(level, case)| case.read.iter().map(|read| (*level, *read)));
    format!(
        "; as a reader gave {:.3} of {}, kappa with the readers {:.3}",
        exact as f64 / read.len() as f64,
        read.len(),
        kappa(each)
    )
}
