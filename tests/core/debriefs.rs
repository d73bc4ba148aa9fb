//! The debrief question by question: as data, as text, and what is said of cards.

use std::error::Error;

use hotseat::interview::{
    debrief::{Debrief, questions::Outcome},
    scoring::{Story, assessment::Level},
    session::{AnswerKind, Command, DealtCard, Pace, Probes, Session, Settings},
};

use crate::small::{apply, say, session};

type Tested = Result<(), Box<dyn Error>>;

const ANSWER: &str = "In March a pipe burst above our map room.\n\nI carried 300 maps to the chapel and laid them out \
                      between blotters. In the end we lost 2 maps of 300.";
const LIVE: Settings = Settings {
    seed: 7,
    order: hotseat::interview::session::Order::Scripted,
    answers: AnswerKind::Typed,
    pace: Pace::Live,
    story: Story::This,
    probes: Probes::Off,
};

fn played(settings: Settings, commands: impl IntoIterator<Item = Command>) -> Session {
    let mut session = session(settings);
    for command in commands {
        apply(&mut session, command);
    }
    session
}

/// One answer, one question skipped, then the end.
fn half_a_live_play() -> Debrief {
    Debrief::of(&played(LIVE, [Command::Begin, say(ANSWER), Command::Skip, Command::Finish]))
}

#[test]
fn a_live_play_lists_answer_level_and_model_answer() {
    let debrief = half_a_live_play();
    let questions: Vec<_> = debrief.questions().collect();
    assert_eq!(questions.len(), 3, "what was asked last is listed too");
    assert_eq!(questions[2].outcome, Outcome::Open);
    let first = questions[0];
    assert_eq!((first.id.as_str(), first.asked_by.as_str()), ("flood", "Head Archivist"));
    assert_eq!(first.answer.as_deref(), Some(ANSWER));
    assert_eq!((first.level.is_some(), first.outcome), (true, Outcome::Judged));
    assert!(first.model_answer.starts_with("In March a pipe burst above the map room at night."));
}

#[test]
fn a_skipped_question_is_listed_as_skipped_with_its_model_answer() -> Tested {
    let debrief = half_a_live_play();
    let second = debrief.questions().nth(1).ok_or("two questions were asked")?;
    assert_eq!(second.outcome, Outcome::Skipped);
    assert_eq!((&second.answer, second.level, second.in_words()), (&None, None, "skipped".into()));
    assert!(second.model_answer.starts_with("I changed the blotters every 4 hours"));
    let text = debrief.question_text(1).ok_or("two questions were asked")?;
    assert!(text.contains("2. Head Archivist: How did you dry them?\n  Skipped.\n"), "{text}");
    assert!(!text.contains("Your answer"), "{text}");
    Ok(())
}

#[test]
fn the_whole_debrief_is_plain_text_in_reading_order() {
    let text = half_a_live_play().text();
    let level = "  Level ";
    let places: Vec<_> = [
        "Debrief: A small panel\n",
        "1 of 4 questions answered, 1 skipped. Seed 7.\n",
        "So far the panel says: ",
        "Level by section:\n",
        "Head Archivist: ",
        "Question by question\n",
        "1. Head Archivist: Tell me about a time you had to protect the collection.\n",
        level,
        "  Your answer:\n    In March a pipe burst above our map room.\n\n    I carried 300 maps",
        "  The model answer:\n    In March a pipe burst above the map room at night.",
        "2. Head Archivist: How did you dry them?\n",
    ]
    .iter()
    .scan(0, |from, passage| {
        let found = text[*from..].find(passage).map(|at| at + *from);
        *from = found.unwrap_or(*from);
        Some(found)
    })
    .collect();
    assert!(places.iter().all(Option::is_some), "{places:?}\n{text}");
    assert!(text.lines().all(|line| line.trim_end() == line), "{text}");
}

#[test]
fn one_s_own_rating_and_what_was_added_stand_with_the_answer() -> Tested {
    let settings = Settings { pace: Pace::Coach, probes: Probes::One, ..LIVE };
    let unfinished = "In March a pipe burst above the map room at night, and the collection was in danger. I carried \
                      300 maps to the chapel and laid them out between blotters.";
    let its_end = "In the end we lost only 2 maps of 300.";
    let rated = Command::Rate(Some(Level::new(4)));
    let commands = [Command::Begin, say(unfinished), say(its_end), rated, Command::Finish];
    let debrief = Debrief::of(&played(settings, commands));
    let question = debrief.questions().next().ok_or("one question was answered")?;
    assert_eq!(question.answer.as_deref(), Some(unfinished));
    assert_eq!(question.probes[0].addition.as_deref(), Some(its_end));
    let text = debrief.question_text(0).ok_or("one question was answered")?;
    assert!(text.contains("; you said 4.\n"), "{text}");
    assert!(text.contains("Head Archivist asked back: "), "{text}");
    assert_eq!(text.matches(its_end).count(), 1, "{text}");
    Ok(())
}

#[test]
fn one_s_own_story_is_not_held_against_the_model() -> Tested {
    let settings = Settings { story: Story::Own, ..LIVE };
    let debrief = Debrief::of(&played(settings, [Command::Begin, say(ANSWER), Command::Finish]));
    let text = debrief.question_text(0).ok_or("one question was answered")?;
    assert!(text.contains("One way to tell it, in the model's own story:\n"), "{text}");
    Ok(())
}

/// The cards of the first question after each of them was picked once.
fn picked(place: usize) -> Vec<DealtCard> {
    let settings = Settings { answers: AnswerKind::Picked, ..LIVE };
    let session = played(settings, [Command::Begin, Command::Pick(place)]);
    session.dealt(&session.attempts()[0])
}

#[test]
fn after_the_pick_every_card_says_what_it_is_beside_the_others() {
    for place in 0..3 {
        let cards = picked(place);
        let numbers: Vec<_> = cards.iter().map(|card| card.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
        let mine: Vec<_> = cards.iter().filter(|card| card.picked).map(|c| c.number).collect();
        assert_eq!(mine, [place + 1]);
        let mut reasons: Vec<_> =
            cards.iter().filter_map(|card| card.weaker_because.as_deref()).collect();
        reasons.sort_unstable();
        assert_eq!(reasons, ["It has no figures.", "It has no result."]);
        let strongest = cards.iter().find(|card| card.is_strongest());
        assert!(strongest.is_some_and(|card| card.text.ends_with("we lost only 2.")));
    }
}

#[test]
fn the_verdict_on_a_pick_names_the_strongest_card() {
    for place in 0..3 {
        let cards = picked(place);
        let strongest = cards.iter().find(|card| card.is_strongest()).map_or(0, |c| c.number);
        let expected = if strongest == place + 1 {
            format!("You picked card {strongest}, the strongest.")
        } else {
            format!("Card {strongest} is the strongest; you picked card {}.", place + 1)
        };
        assert_eq!(DealtCard::verdict(&cards), Some(expected));
    }
}

#[test]
fn an_answer_in_one_s_own_words_has_no_cards() {
    let session = played(LIVE, [Command::Begin, say(ANSWER)]);
    assert_eq!(session.dealt(&session.attempts()[0]), []);
}
