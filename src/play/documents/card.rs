//! A scorecard as a document for reading.

use crate::{
    interview::{
        ratings::table::in_tenths,
        scorecard::{CardQuestion, CardRating, HowAnswered, Scorecard},
        text::Text,
    },
    play::documents::{
        DocumentPart::{self, Grid, Listed, Named, Said, Titled},
        PrintedDocument,
    },
};

/// The document of a card.
pub fn document(card: &Scorecard) -> PrintedDocument {
    let mut parts = vec![Titled(1, format!("Scorecard: {}", card.candidate))];
    let panel = if card.interviewers.is_empty() {
        "rated by the game alone".to_owned()
    } else {
        card.interviewers.join(", ")
    };
    for (name, said) in [
        ("Position", card.position.as_str()),
        ("Interview", &card.interview),
        ("Date", &card.date),
        ("Panel", &panel),
    ] {
        parts.push(Named(name.to_owned(), said.to_owned()));
    }
    let overall = match (card.overall, &card.recommendation) {
        (Some(mean), Some(recommendation)) => {
            let mean = in_tenths(mean);
            format!("{recommendation} ({mean} of 5, the mean of the questions that were rated)")
        }
        _ => "nothing was rated".to_owned(),
    };
    parts.push(Named("Overall recommendation".to_owned(), overall));
    parts.push(Titled(2, "Key takeaways".to_owned()));
    let takeaways = &card.key_takeaways;
    if !takeaways.strengths.is_empty() {
        parts.push(Titled(3, "Strengths".to_owned()));
        parts.push(Listed(takeaways.strengths.clone()));
    }
    parts.push(Titled(3, "One next step".to_owned()));
    let next = takeaways.next_step.clone();
    parts.push(Said(next.unwrap_or_else(|| "No single change stands out.".to_owned())));
    parts.push(Titled(2, "Attributes".to_owned()));
    let attributes = card.attributes.iter().map(|of| vec![of.name.clone(), mean(of.mean)]);
    parts.push(Grid(vec!["Attribute".to_owned(), "Mean".to_owned()], attributes.collect()));
    if !card.who_rated_how.is_empty() {
        parts.push(Titled(2, "Who rated how".to_owned()));
        parts.push(Listed(card.who_rated_how.clone()));
    }
    parts.push(Titled(2, "Questions".to_owned()));
    for (number, question) in card.questions.iter().enumerate() {
        question_parts(number + 1, question, &mut parts);
    }
    parts.push(Said(
        "Levels run from 1 to 5 on written anchors. Each interviewer rated before seeing the others, and the mean is that of \
         these first ratings. Practice figures: they predict no decision."
            .to_owned(),
    ));
    PrintedDocument {
        title: format!("Scorecard: {}", card.candidate),
        language: card.language.clone(),
        parts,
    }
}

fn mean(mean: Option<f64>) -> String {
    mean.map_or_else(|| "not rated".to_owned(), in_tenths)
}

fn question_parts(number: usize, question: &CardQuestion, parts: &mut Vec<DocumentPart>) {
    parts.push(Titled(3, format!("{number}. {}", question.text)));
    parts.push(Named("Attribute".to_owned(), question.section.clone()));
    let took = question.seconds.map(|s| format!(" in {} min", Text::clock(s))).unwrap_or_default();
    match question.answered {
        HowAnswered::NotAnswered => return parts.push(Said("Not answered.".to_owned())),
        HowAnswered::BeingRated => {
            return parts.push(Said("Answered; its ratings are not all in.".to_owned()));
        }
        HowAnswered::Spoken => parts.push(Said(format!("Answered by word of mouth{took}."))),
        HowAnswered::Typed => {
            let words = question.answer.clone().unwrap_or_default();
            parts.push(Named(format!("Answer, written{took}"), words));
        }
    }
    if !question.ratings.is_empty() {
        let range = question.range.map_or_else(String::new, |(low, high)| match low == high {
            true => format!(", all gave {}", low.number()),
            false => format!(", from {} to {}", low.number(), high.number()),
        });
        parts.push(Named("Mean".to_owned(), format!("{}{range}", mean(question.mean))));
    }
    for rating in &question.ratings {
        rating_parts(rating, parts);
    }
    if let Some(game) = &question.game {
        let perhaps = game.perhaps.map(|other| format!(", perhaps {}", other.number()));
        let rests_on = game.rests_on.join(" ");
        let level = game.level.number();
        let said = format!("{level}{}. {} {rests_on}", perhaps.unwrap_or_default(), game.anchor);
        parts.push(Named("The game".to_owned(), said));
    }
    if let Some(own) = question.own_level {
        parts.push(Named("The candidate".to_owned(), own.number().to_string()));
    }
}

fn rating_parts(rating: &CardRating, parts: &mut Vec<DocumentPart>) {
    let evidence = match rating.evidence.as_str() {
        "" => "No evidence was written.",
        evidence => evidence,
    };
    let said = format!("{} ({}) {evidence}", rating.level.number(), rating.anchor);
    parts.push(Named(rating.rater.clone(), said));
    let notes = rating.notes.iter().map(|note| match note.part {
        Some(part) => format!("{}: {}", part.letter(), note.text),
        None => note.text.clone(),
    });
    let points = rating.key_points.iter().map(|point| format!("Key point: {point}"));
    let flags = rating.flags.iter().map(|flag| format!("Flag: {flag}"));
    let changes = rating.changes.iter().map(|change| {
        format!("Changed to {} when all were seen: {}", change.level.number(), change.reason)
    });
    let noted: Vec<_> = notes.chain(points).chain(flags).chain(changes).collect();
    if !noted.is_empty() {
        parts.push(Listed(noted));
    }
}
