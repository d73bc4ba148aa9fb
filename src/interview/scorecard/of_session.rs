//! The scorecard of an interview that somebody played alone: the game rates, and the player.

use crate::interview::{
    debrief::Debrief,
    ratings::{SideBySide, of_candidate::about_candidate},
    scorecard::{
        CardGame, CardHead, CardQuestion, HowAnswered, Rescoring, Scorecard, VERSION, summing_up,
    },
    session::{Attempt, Session},
};

/// The card of a session, finished or not; of a question that was answered several times the last answer counts.
pub fn scorecard(session: &Session, head: CardHead) -> Scorecard {
    let scenario = session.scenario();
    let seconds = session.seconds();
    let questions: Vec<_> = session
        .plan()
        .iter()
        .map(|index| {
            let question = &scenario.questions()[*index];
            let place = session.attempts().iter().rposition(|attempt| attempt.question == *index);
            let attempt = place.map(|place| &session.attempts()[place]);
            let game = attempt.and_then(|attempt| card_game(attempt, !question.is_kept));
            let level = game.as_ref().map(|game| game.level);
            CardQuestion {
                id: question.id.clone(),
                section: scenario.sections()[question.section].title.clone(),
                text: question.text.clone(),
                answered: match attempt {
                    Some(_) => HowAnswered::Typed,
                    None => HowAnswered::NotAnswered,
                },
                answer: attempt.map(|attempt| attempt.text.clone()),
                seconds: place.and_then(|place| seconds.get(place).copied().flatten()),
                ratings: Vec::new(),
                mean: level.map(|level| f64::from(level.number())),
                range: None,
                own_level: attempt.and_then(|attempt| attempt.own_rating),
                game,
            }
        })
        .collect();
    let overall = summing_up::mean(questions.iter());
    let next = Debrief::of(session).next.map(|next| next.step.sentence);
    let engine = questions.iter().rev().find_map(|q| Some(q.game.as_ref()?.judged_by.clone()));
    Scorecard {
        version: VERSION,
        candidate: head.candidate,
        position: scenario.position().to_owned(),
        interview: scenario.title().to_owned(),
        date: head.date,
        language: scenario.language().to_owned(),
        interviewers: Vec::new(),
        overall,
        recommendation: overall.map(summing_up::recommendation),
        attributes: summing_up::attributes(scenario, &questions),
        key_takeaways: summing_up::takeaways(&questions, next),
        who_rated_how: Vec::new(),
        questions,
        rescoring: Rescoring {
            scenario: scenario.id().to_owned(),
            fingerprint: head.fingerprint,
            seed: session.settings().seed,
            engine,
        },
        checksum: String::new(),
    }
}

fn card_game(attempt: &Attempt, again: bool) -> Option<CardGame> {
    let game = &attempt.assessment;
    let alone = SideBySide {
        ratings: Vec::new(),
        own: attempt.own_rating,
        game: Some(Box::new(game.clone())),
    };
    Some(CardGame {
        level: game.judged_level()?,
        perhaps: game.perhaps,
        anchor: about_candidate(&game.anchor),
        rests_on: alone.game_rests_on(&attempt.text),
        story: game.story,
        judged_by: game.judged_by.clone(),
        again,
    })
}
