//! A scorecard as a table: a row for each rating, one for a question that nobody rated.

use crate::{
    interview::scorecard::{CardQuestion, CardRating, HowAnswered, Scorecard},
    play::documents::csv_cell::harmless,
};

/// The head of the table.
pub(super) const COLUMNS: [&str; 25] = [
    "candidate",
    "position",
    "date",
    "recommendation",
    "overall",
    "attribute",
    "question_id",
    "question",
    "answered",
    "seconds",
    "answer",
    "rater",
    "level",
    "anchor",
    "evidence",
    "notes",
    "key_points",
    "flags",
    "changed_to",
    "reason",
    "mean",
    "low",
    "high",
    "game_level",
    "own_level",
];

/// The table (RFC 4180), with a mark at its beginning by which spreadsheets know UTF-8.
pub(super) fn write(card: &Scorecard) -> Result<Vec<u8>, String> {
    let mut table = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    let fail = |error: csv::Error| error.to_string();
    table.write_record(COLUMNS).map_err(fail)?;
    for question in &card.questions {
        let nobody = [None];
        let raters: Vec<Option<&CardRating>> = match question.ratings.as_slice() {
            [] => nobody.to_vec(),
            ratings => ratings.iter().map(Some).collect(),
        };
        for rating in raters {
            table.write_record(row(card, question, rating)).map_err(fail)?;
        }
    }
    table.into_inner().map_err(|error| error.to_string())
}

fn row(card: &Scorecard, question: &CardQuestion, rating: Option<&CardRating>) -> Vec<String> {
    let number = |number: Option<f64>| number.map(|n| n.to_string()).unwrap_or_default();
    let level = |level: Option<crate::interview::scoring::level::Level>| {
        level.map(|level| level.number().to_string()).unwrap_or_default()
    };
    let answered = match question.answered {
        HowAnswered::Typed => "typed",
        HowAnswered::Spoken => "spoken",
        HowAnswered::NotAnswered => "no",
        HowAnswered::BeingRated => "being rated",
    };
    let of = |field: fn(&CardRating) -> String| rating.map(field).unwrap_or_default();
    let notes = |rating: &CardRating| {
        let notes = rating.notes.iter().map(|note| match note.part {
            Some(part) => format!("{}: {}", part.letter(), note.text),
            None => note.text.clone(),
        });
        notes.collect::<Vec<_>>().join("; ")
    };
    let cells = [
        card.candidate.clone(),
        card.position.clone(),
        card.date.clone(),
        card.recommendation.clone().unwrap_or_default(),
        number(card.overall),
        question.section.clone(),
        question.id.clone(),
        question.text.clone(),
        answered.to_owned(),
        question.seconds.map(|seconds| seconds.to_string()).unwrap_or_default(),
        question.answer.clone().unwrap_or_default(),
        of(|rating| rating.rater.clone()),
        level(rating.map(|rating| rating.level)),
        of(|rating| rating.anchor.clone()),
        of(|rating| rating.evidence.clone()),
        of(notes),
        of(|rating| rating.key_points.join("; ")),
        of(|rating| rating.flags.join("; ")),
        level(rating.and_then(|rating| Some(rating.changes.last()?.level))),
        of(|rating| rating.changes.last().map(|c| c.reason.clone()).unwrap_or_default()),
        number(question.mean),
        level(question.range.map(|(low, _)| low)),
        level(question.range.map(|(_, high)| high)),
        level(question.game.as_ref().map(|game| game.level)),
        level(question.own_level),
    ];
    cells.iter().map(|cell| harmless(cell)).collect()
}
