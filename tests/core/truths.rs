//! Nothing is shown that was not earned, asked for, or said.

use std::sync::Arc;

use hotseat::interview::{
    debrief::Debrief,
    scoring::{Scorer, Story, assessment::Coverage, criterion_id::CriterionId},
    session::{Command, Pace, Probes, Session, Settings},
    star::Role,
    text::Text,
};
use serde_json::Value;

use crate::{answers, seed, ward};

/// What somebody says who says nothing.
const VAGUE: &str = "kind of talked to them and they were basically fine";

#[test]
fn what_a_question_does_not_ask_for_has_no_score() {
    let index = seed::index("engineering-support");
    for text in ["I", VAGUE, "I moved two engineers to the support rota."] {
        let found = seed::scorer().assess(index, text, Story::This).expect("it is short enough");
        let parts = Role::ALL.map(|role| found.part(role).is_some());
        assert_eq!(parts, [false, false, true, false], "{text}");
        assert_eq!(parts, seed::scorer().asked_parts(index, Story::This));
        let written = serde_json::to_value(&found).expect("a judgement can be written");
        let findings = written["findings"].as_array().expect("it has findings");
        let task = findings.iter().find(|finding| finding["criterion"] == "task");
        let task = task.expect("the task is looked for");
        assert_eq!((&task["score"], &task["asked"]), (&Value::Null, &Value::Bool(false)));
    }
}

#[test]
fn a_vague_sentence_fills_no_bar() {
    for (scorer, questions) in [
        (seed::scorer(), 12),
        (Arc::new(Scorer::of(ward::scenario())), ward::scenario().questions().len()),
    ] {
        for (question, story) in (0..questions).flat_map(|q| [(q, Story::This), (q, Story::Own)]) {
            let found = scorer.assess(question, VAGUE, story).expect("it is short enough");
            for id in [
                CriterionId::SITUATION,
                CriterionId::TASK,
                CriterionId::ACTION,
                CriterionId::RESULT,
                CriterionId::MEASURED_RESULT,
            ] {
                let score = found.score(id);
                assert!(
                    score.is_none_or(|score| score == 0.0),
                    "{question} {story:?} {id} {score:?}"
                );
            }
        }
    }
}

#[test]
fn letters_of_parts_stand_at_a_story_where_one_was_asked_for() {
    let told = "Last May Karl, our lead at the Hull depot, shouted at two pickers. I asked him for a coffee and told him what \
                I had seen. He was angry at first. I wrote down three things with him, and by July nobody complained.";
    let view = "I think feedback is a gift. In my opinion people need honesty. I'm very direct. You have to listen.";
    let index = seed::index("hard-feedback");
    for (text, has) in [(told, true), (view, false)] {
        let found = seed::scorer().assess(index, text, Story::Own).expect("it is short enough");
        assert_eq!(found.has_parts(), has, "{:?}", found.kind);
    }
}

#[test]
fn about_half_of_the_story_is_told_where_some_of_it_is() {
    for (scenario, scorer, told) in [
        (seed::scenario_ref(), seed::scorer(), &answers::SEED),
        (ward::scenario(), Arc::new(Scorer::of(ward::scenario())), &answers::WARD),
    ] {
        for told in told.iter() {
            let index = scenario.questions().iter().position(|q| q.text == told.question);
            let index = index.expect("somebody asks it");
            let found = scorer.assess(index, &told.text, Story::This).expect("it is short enough");
            let said = |least| found.key_points.iter().filter(|p| p.coverage >= least).count();
            let (reached, all) = (said(Coverage::Partly), found.key_points.len());
            if found.level.number() >= 3 {
                assert!(reached * 3 >= all, "{reached} of {all}: {} {}", told.case, told.text);
            }
        }
    }
}

#[test]
fn key_points_are_counted_as_they_are_listed() {
    for told in answers::SEED.iter() {
        let index = seed::scenario_ref().questions().iter().position(|q| q.text == told.question);
        let index = index.expect("somebody asks it");
        let found = seed::scorer().assess(index, &told.text, Story::This).expect("short enough");
        let hit = found.key_points.iter().filter(|p| p.coverage == Coverage::Hit).count();
        let all = found.key_points.len();
        let sentence =
            &found.finding(CriterionId::KEY_POINTS).expect("they are looked for").sentence;
        let said = match hit {
            0 => !sentence.starts_with(|c: char| c.is_ascii_digit()) || sentence.starts_with("0 "),
            hit if hit == all => sentence.starts_with("All "),
            hit => sentence.starts_with(&format!("{hit} of {all} ")),
        };
        assert!(said, "{hit} of {all}: {sentence}");
    }
}

#[test]
fn a_bar_is_as_full_as_its_number_says() {
    for told in answers::SEED.iter() {
        let index = seed::scenario_ref().questions().iter().position(|q| q.text == told.question);
        let found = seed::scorer().assess(index.expect("asked"), &told.text, told.story());
        for share in found.expect("short enough").shares {
            let points = share.points();
            // What is shown to a tenth of a point can be off by as much.
            if points.of < 2.0 {
                continue;
            }
            let score = share.gives / share.weight;
            assert!((points.gives / points.of - points.fullness()).abs() < 1e-6);
            assert!(
                (points.fullness() - score).abs() < 0.05,
                "{}: {points:?} {score}",
                share.criterion
            );
            assert!((points.gives + points.more() - points.of).abs() < 0.01, "{points:?}");
        }
    }
}

#[test]
fn words_are_counted_in_one_way() {
    for text in ["Well -- it's 1,200 maps; two-thirds dry.", "日本 ok 👍", " \n ", "a/b — c"]
    {
        let found = seed::scorer().assess(0, text, Story::Own).expect("it is short enough");
        assert_eq!(Text::count_words(text), found.words, "{text}");
    }
}

#[test]
fn a_panelist_quotes_clauses() {
    let mut session = Session::new(
        seed::scenario(),
        seed::scorer(),
        Settings { pace: Pace::Live, probes: Probes::Off, ..Settings::default() },
    );
    session.apply(Command::Begin).expect("it begins");
    let texts = ["We had two people on it. It went fine for everybody in 2 weeks, basically."; 12];
    for text in texts {
        session.apply(Command::Answer(text.to_owned())).expect("a question waits");
    }
    let debrief = Debrief::of(&session);
    assert!(!debrief.panel.is_empty());
    for (_, quote) in debrief.panel.iter().filter_map(|verdict| verdict.quote.as_ref()) {
        assert!(Text::count_words(quote) >= 3, "{quote}");
    }
}

#[test]
fn what_is_missing_is_shown_where_it_stands_in_the_model_answer() {
    let scenarios = [
        (seed::scenario_ref(), seed::scorer()),
        (ward::scenario(), Arc::new(Scorer::of(ward::scenario()))),
    ];
    for (scenario, scorer) in scenarios {
        for (index, question) in scenario.questions().iter().enumerate() {
            let shown = question.model.text();
            let points: Vec<_> = question.model.key_points.iter().map(|p| &*p.text).collect();
            for point in &question.model.key_points {
                assert_eq!(point.span.of(&shown), point.text, "{}", question.id);
            }
            let found = scorer.assess(index, VAGUE, Story::This).expect("it is short enough");
            let missed = found.key_points.iter().filter(|p| p.coverage == Coverage::Missed);
            let missing: Vec<_> = missed.map(|point| point.place.of(&shown)).collect();
            assert_eq!(missing, points, "{}: nothing of it is said", question.id);
        }
    }
}
