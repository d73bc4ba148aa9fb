//! Candidates side by side as a document: question by question, section by section.

use crate::{
    interview::{
        calibration::{between_raters::BetweenRaters, krippendorff},
        ratings::{
            MockPanel,
            table::{ComparedBy, ComparisonTable, in_tenths},
        },
    },
    play::documents::{
        DocumentPart::{Grid, Said, Titled},
        PrintedDocument,
    },
};

/// The document of a panel as it stands; `hidden` calls the candidates by letters.
pub fn document(panel: &MockPanel, hidden: bool) -> PrintedDocument {
    let table = ComparisonTable::of(panel, hidden);
    let title = format!("Comparison: {}", panel.scenario().title());
    let head = std::iter::once("Question".to_owned()).chain(table.candidates.iter().cloned());
    let rows = table.rows.iter().map(|row| {
        let heading = match row.of {
            ComparedBy::Question(_) => row.heading.clone(),
            ComparedBy::Section(_) => format!("Section: {}", row.heading),
            ComparedBy::Overall => row.heading.clone(),
        };
        let cells = row.means.iter().zip(&row.apart).map(|(mean, apart)| match mean {
            None => "–".to_owned(),
            Some(mean) if *apart => format!("{} (raters two or more apart)", in_tenths(*mean)),
            Some(mean) => in_tenths(*mean),
        });
        std::iter::once(heading).chain(cells).collect()
    });
    let mut parts = vec![
        Titled(1, title.clone()),
        Said(format!(
            "Each number, from 1 to 5, is the mean of {}. Answers are compared question by question.",
            match panel.setup().raters.len() {
                1 => "one rater".to_owned(),
                raters => format!("{raters} raters, who rated apart"),
            }
        )),
        Grid(head.collect(), rows.collect()),
    ];
    let between = BetweenRaters::of(panel);
    if let Some(alpha) = between.alpha {
        let words = krippendorff::in_words(alpha);
        parts.push(Said(format!("{words}; over {} answers.", between.answers)));
    }
    PrintedDocument { title, language: panel.scenario().language().to_owned(), parts }
}
