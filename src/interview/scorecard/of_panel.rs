//! The scorecard of one candidate of a mock panel.

use crate::interview::{
    calibration::between_raters::BetweenRaters,
    ratings::{
        MockPanel, PanelAnswer, SideBySide,
        of_candidate::{about_candidate, anchor},
        side_by_side::ShownRating,
    },
    scenario::Question,
    scorecard::{
        CardChange, CardGame, CardHead, CardNote, CardQuestion, CardRating, HowAnswered, Rescoring,
        Scorecard, VERSION, summing_up,
    },
};

/// The card of a candidate, by their index.
pub fn scorecard(panel: &MockPanel, candidate: usize, head: CardHead) -> Scorecard {
    let scenario = panel.scenario();
    let questions: Vec<_> =
        panel.plan().iter().map(|question| card_question(panel, candidate, *question)).collect();
    let overall = summing_up::mean(questions.iter());
    let weakest = questions.iter().filter(|question| question.mean.is_some());
    let weakest = weakest.min_by(|a, b| {
        let mean = |question: &CardQuestion| question.mean.unwrap_or_default();
        mean(a).total_cmp(&mean(b))
    });
    let judged = |question: &CardQuestion| {
        let (index, _) = scenario.question(&question.id)?;
        panel.answer(candidate, index)?.side_by_side()?.game.as_deref()
    };
    let next = weakest.and_then(|question| {
        let step = judged(question)?.next_step.as_ref()?;
        Some(format!("Work on {} first: {}", summing_up::named(question), step.sentence))
    });
    let engine = questions.iter().rev().find_map(|q| Some(q.game.as_ref()?.judged_by.clone()));
    Scorecard {
        version: VERSION,
        candidate: head.candidate,
        position: scenario.position().to_owned(),
        interview: scenario.title().to_owned(),
        date: head.date,
        language: scenario.language().to_owned(),
        interviewers: panel.setup().raters.clone(),
        overall,
        recommendation: overall.map(summing_up::recommendation),
        attributes: summing_up::attributes(scenario, &questions),
        key_takeaways: summing_up::takeaways(&questions, next),
        who_rated_how: who_rated_how(panel),
        questions,
        rescoring: Rescoring {
            scenario: scenario.id().to_owned(),
            fingerprint: head.fingerprint,
            seed: panel.setup().seed,
            engine,
        },
        checksum: String::new(),
    }
}

fn card_question(panel: &MockPanel, candidate: usize, index: usize) -> CardQuestion {
    let scenario = panel.scenario();
    let question = &scenario.questions()[index];
    let answer = panel.answer(candidate, index);
    let shown = answer.and_then(PanelAnswer::side_by_side);
    let words = answer.and_then(PanelAnswer::words);
    CardQuestion {
        id: question.id.clone(),
        section: scenario.sections()[question.section].title.clone(),
        text: question.text.clone(),
        answered: match (answer, shown, words) {
            (None, _, _) => HowAnswered::NotAnswered,
            (Some(_), None, _) => HowAnswered::BeingRated,
            (Some(_), Some(_), Some(_)) => HowAnswered::Typed,
            (Some(_), Some(_), None) => HowAnswered::Spoken,
        },
        answer: words.map(str::to_owned),
        seconds: answer.and_then(PanelAnswer::seconds),
        ratings: shown.map_or_else(Vec::new, |shown| {
            shown.ratings.iter().map(|one| card_rating(panel, question, one)).collect()
        }),
        mean: shown.map(|shown| summing_up::rounded(shown.mean())),
        range: shown.map(SideBySide::range),
        own_level: shown.and_then(|shown| shown.own),
        game: shown.and_then(|shown| card_game(shown, words.unwrap_or_default())),
    }
}

fn card_rating(panel: &MockPanel, question: &Question, shown: &ShownRating) -> CardRating {
    let points = shown.sheet.key_points.iter();
    let points = points.filter_map(|point| question.model.key_points.get(*point));
    let model = question.model.text();
    let notes = shown.sheet.notes.iter();
    let changes = shown.corrections.iter();
    CardRating {
        rater: panel.setup().raters[shown.rater].clone(),
        level: shown.rating.level,
        anchor: anchor(shown.rating.level).to_owned(),
        evidence: shown.rating.evidence.clone(),
        notes: notes.map(|note| CardNote { part: note.part, text: note.text.clone() }).collect(),
        key_points: points.map(|point| point.span.of(&model).to_owned()).collect(),
        flags: shown.sheet.flags.iter().map(|flag| flag.name().to_owned()).collect(),
        changes: changes
            .map(|change| CardChange {
                level: change.rating.level,
                evidence: change.rating.evidence.clone(),
                reason: change.reason.clone(),
            })
            .collect(),
    }
}

fn card_game(shown: &SideBySide, words: &str) -> Option<CardGame> {
    let game = shown.game.as_deref()?;
    Some(CardGame {
        level: game.judged_level()?,
        perhaps: game.perhaps,
        anchor: about_candidate(&game.anchor),
        rests_on: shown.game_rests_on(words),
        story: game.story,
        judged_by: game.judged_by.clone(),
        again: true,
    })
}

/// How each rater lies beside the others over the whole panel, a sentence each.
fn who_rated_how(panel: &MockPanel) -> Vec<String> {
    let between = BetweenRaters::of(panel);
    let sentence = |leaning: &crate::interview::calibration::between_raters::RaterLeaning| {
        let name = &panel.setup().raters[leaning.rater];
        let lies = match leaning.above_others {
            above if above >= 0.05 => format!("{above:.1} above the others on average"),
            above if above <= -0.05 => format!("{:.1} below the others on average", -above),
            _ => "level with the others".to_owned(),
        };
        let apart = match leaning.differs_at.len() {
            0 => String::new(),
            1 => ", two levels or more from them once".to_owned(),
            2 => ", two levels or more from them twice".to_owned(),
            times => format!(", two levels or more from them {times} times"),
        };
        format!("{name}: {lies}{apart}.")
    };
    let alpha = between.alpha.map(crate::interview::calibration::krippendorff::in_words);
    between
        .leanings
        .iter()
        .map(sentence)
        .chain(alpha.map(|words| format!("{words}; over {} answers.", between.answers)))
        .collect()
}
