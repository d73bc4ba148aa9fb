//! Candidates side by side, question by question: what is compared is answers to one question, not persons.

use serde::Serialize;

use crate::interview::ratings::{MockPanel, SideBySide};

/// What a row of the table is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ComparedBy {
    /// A question, as an index into the scenario's.
    Question(usize),
    /// A section, as an index into the scenario's: the mean of its questions.
    Section(usize),
    /// All questions: the mean of their means.
    Overall,
}

/// A row: one number for each candidate, the mean of the raters from 1 to 5.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonRow {
    /// What it is of.
    pub of: ComparedBy,
    /// What it is called.
    pub heading: String,
    /// The mean of each candidate; nothing where there is none yet.
    pub means: Vec<Option<f32>>,
    /// Whether the raters of that answer were two or more levels apart; never for means of several questions.
    pub apart: Vec<bool>,
}

/// The table: each section's questions, the section, in the end all of it. Only what all raters have rated stands in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComparisonTable {
    /// What the candidates are called.
    pub candidates: Vec<String>,
    /// The rows.
    pub rows: Vec<ComparisonRow>,
}

/// A mean as it is written: to one decimal, a half upwards.
pub fn in_tenths(mean: impl Into<f64>) -> String {
    format!("{:.1}", (mean.into() * 10.0).round() / 10.0)
}

impl ComparisonTable {
    /// The table of a panel as it stands; `hidden` calls the candidates by letters.
    pub fn of(panel: &MockPanel, hidden: bool) -> Self {
        let setup = panel.setup();
        let everybody = 0..setup.candidates.len();
        let shown = |candidate: usize, question: usize| {
            panel.answer(candidate, question).and_then(|answer| answer.side_by_side())
        };
        let mean_over = |candidate: usize, questions: &[usize]| {
            let means = questions.iter().filter_map(|q| Some(shown(candidate, *q)?.mean()));
            let means: Vec<f32> = means.collect();
            (!means.is_empty()).then(|| means.iter().sum::<f32>() / means.len() as f32)
        };
        let over = |of: ComparedBy, heading: &str, questions: &[usize]| ComparisonRow {
            of,
            heading: heading.to_owned(),
            means: everybody.clone().map(|candidate| mean_over(candidate, questions)).collect(),
            apart: vec![false; everybody.len()],
        };
        let scenario = panel.scenario();
        let mut rows = Vec::new();
        for (index, section) in scenario.sections().iter().enumerate() {
            let asked = panel.plan().iter().copied().filter(|q| section.questions.contains(q));
            let asked: Vec<usize> = asked.collect();
            if asked.is_empty() {
                continue;
            }
            for question in &asked {
                let one = [*question];
                let text = &scenario.questions()[*question].text;
                let apart = everybody.clone();
                let apart =
                    apart.map(|c| shown(c, *question).is_some_and(SideBySide::raters_differ));
                rows.push(ComparisonRow {
                    apart: apart.collect(),
                    ..over(ComparedBy::Question(*question), text, &one)
                });
            }
            rows.push(over(ComparedBy::Section(index), &section.title, &asked));
        }
        rows.push(over(ComparedBy::Overall, "Overall", panel.plan()));
        let candidates = everybody.clone().map(|candidate| setup.candidate(candidate, hidden));
        Self { candidates: candidates.collect(), rows }
    }
}

#[cfg(test)]
mod tests {
    use super::in_tenths;

    #[test]
    fn halves_are_rounded_the_same_way() {
        for (mean, written) in [(3.25, "3.3"), (2.75, "2.8"), (4.0, "4.0"), (3.333, "3.3")] {
            assert_eq!(in_tenths(mean), written);
        }
    }
}
