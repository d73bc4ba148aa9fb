//! Levels: honest answers fall into the band that is right for them, and no trick is worth more than a 2.

use hotseat::interview::scoring::{
    Story,
    assessment::{Assessment, Coverage},
};
use serde_json::{Value, json};

use crate::{
    answers::{self, HONEST, Kind, NOTHING, RAMBLE, TEMPLATE, TO_THE_JUDGE},
    seed,
};

const STORIES: [Story; 2] = [Story::This, Story::Own];

fn assess(id: &str, text: &str, story: Story) -> Assessment {
    seed::scorer().assess(seed::index(id), text, story).expect("the answer is within the bound")
}

fn level(id: &str, text: &str, story: Story) -> u8 {
    assess(id, text, story).level.number()
}

fn ids() -> Vec<String> {
    seed::scenario().questions().iter().map(|question| question.id.clone()).collect()
}

/// Asserts that the honest answers of a kind fall into their bands.
#[track_caller]
fn check_bands(kind: Kind) {
    let of_kind: Vec<_> = HONEST.iter().filter(|answer| answer.kind == kind).collect();
    assert!(!of_kind.is_empty());
    let out_of_band: Vec<_> = of_kind
        .iter()
        .map(|answer| (answer, assess(answer.question, answer.text, kind.story())))
        .filter(|(answer, found)| {
            !(answer.levels.0..=answer.levels.1).contains(&found.level.number())
        })
        .map(|(answer, found)| (answer.question, answer.levels, seen(&found)))
        .collect();
    assert!(out_of_band.is_empty(), "{kind:?}: {out_of_band:#?}");
}

/// Asserts that texts made for each of the twelve questions come to level 2 at most, whoever's story is asked for.
#[track_caller]
fn check_trick(name: &str, make: impl Fn(&str) -> String, stories: &[Story]) {
    let mut too_high = Vec::new();
    for id in ids() {
        for story in stories {
            let found = assess(&id, &make(&id), *story);
            if found.level.number() > 2 {
                too_high.push((id.clone(), *story, seen(&found)));
            }
        }
    }
    assert!(too_high.is_empty(), "{name}: {too_high:#?}");
}

/// What one would say of a judgement in a line: level, closeness and the gates that fired.
fn seen(assessment: &Assessment) -> Value {
    let gates: Vec<_> =
        assessment.findings.iter().filter(|f| f.fired()).map(|f| f.criterion).collect();
    let closeness = (f64::from(assessment.closeness) * 100.0).round() / 100.0;
    json!({ "level": assessment.level.number(), "closeness": closeness, "gates": gates })
}

/// The honest answer of a kind to a question.
#[track_caller]
fn honest(kind: Kind, id: &str) -> &'static str {
    match HONEST.iter().find(|answer| answer.kind == kind && answer.question == id) {
        Some(answer) => answer.text,
        None => panic!("there is no {kind:?} answer to `{id}`"),
    }
}

#[test]
fn the_model_answer_word_for_word_is_a_five() {
    for id in ids() {
        let found = assess(&id, &seed::model(&id), Story::This);
        assert_eq!(found.level.number(), 5, "{id}: {}", seen(&found));
        assert!(found.word_for_word, "{id}");
        assert!(found.key_points.iter().all(|point| point.coverage == Coverage::Hit), "{id}");
    }
}

#[test]
fn the_whole_story_in_other_words_is_a_four_or_a_five() {
    check_bands(Kind::Paraphrase);
}

#[test]
fn half_of_the_story_is_a_two_or_a_three() {
    check_bands(Kind::Half);
}

#[test]
fn a_hint_of_the_story_is_a_one_or_a_two() {
    check_bands(Kind::Thin);
}

#[test]
fn a_whole_story_of_ones_own_is_a_four_or_a_five() {
    check_bands(Kind::Own);
}

#[test]
fn a_story_of_ones_own_without_its_result_is_a_three_or_a_four() {
    check_bands(Kind::OwnUnfinished);
}

#[test]
fn a_story_of_ones_own_in_two_vague_sentences_is_a_one_or_a_two() {
    check_bands(Kind::OwnVague);
}

#[test]
fn a_story_of_ones_own_about_something_else_is_a_one_or_a_two() {
    check_bands(Kind::OwnElsewhere);
}

#[test]
fn verbatim_comes_closest_then_paraphrase_then_half_then_a_template() {
    for id in
        ["off-roadmap-opportunity", "competing-priorities", "hard-feedback", "inconclusive-data"]
    {
        let texts =
            [&seed::model(id), honest(Kind::Paraphrase, id), honest(Kind::Half, id), TEMPLATE];
        let found = texts.map(|text| assess(id, text, Story::This));
        let closeness = found.each_ref().map(|assessment| assessment.closeness);
        assert!(closeness[0] >= closeness[1], "{id}: {closeness:?}");
        assert!(closeness[1] > closeness[2] && closeness[2] > closeness[3], "{id}: {closeness:?}");
        let levels = found.each_ref().map(|assessment| assessment.level.number());
        assert!(
            levels[0] >= levels[1] && levels[1] > levels[2] && levels[2] > levels[3],
            "{id}: {levels:?}"
        );
    }
}

#[test]
fn a_story_with_its_result_is_worth_more_than_without() {
    let id = "competing-priorities";
    let whole = assess(id, honest(Kind::Own, id), Story::Own);
    let unfinished = assess(id, honest(Kind::OwnUnfinished, id), Story::Own);
    assert!(whole.star > unfinished.star, "{} {}", whole.star, unfinished.star);
    assert!(whole.level >= unfinished.level);
}

#[test]
fn the_transcript_s_story_is_asked_for_only_where_it_is() {
    for answer in HONEST.iter().filter(|answer| answer.kind == Kind::Own) {
        let (this, own) = (
            level(answer.question, answer.text, Story::This),
            level(answer.question, answer.text, Story::Own),
        );
        assert!(this <= 2 && own > this, "{}: {this} {own}", answer.question);
    }
}

#[test]
fn nothing_is_a_one() {
    for text in NOTHING {
        let found: Vec<_> = ids()
            .iter()
            .flat_map(|id| STORIES.map(|story| (id.clone(), story, level(id, text, story))))
            .filter(|(.., level)| *level > 1)
            .collect();
        assert!(found.is_empty(), "`{text}`: {found:?}");
    }
}

#[test]
fn the_question_copied_is_no_answer() {
    let question = |id: &str| seed::scenario().questions()[seed::index(id)].text.clone();
    check_trick("once", question, &STORIES);
    check_trick("four times", |id| vec![question(id); 4].join(" "), &STORIES);
}

#[test]
fn a_list_of_keywords_is_no_answer() {
    check_trick("keywords", answers::keywords, &STORIES);
}

#[test]
fn shuffled_words_are_no_answer() {
    for number in 0..5 {
        check_trick("shuffled", |id| answers::shuffled(id, number), &STORIES);
    }
}

#[test]
fn one_sentence_eight_times_is_no_answer() {
    check_trick("eight times", answers::eight_times, &STORIES);
}

#[test]
fn the_answer_to_another_question_is_no_answer_to_this_one() {
    let ids = ids();
    for away in 1..ids.len() {
        let other = |id: &str| seed::model(&ids[(seed::index(id) + away) % ids.len()]);
        check_trick("another answer", other, &[Story::This]);
    }
}

#[test]
fn a_template_is_no_answer() {
    check_trick("template", |_| TEMPLATE.to_owned(), &[Story::This]);
    for id in [
        "off-roadmap-opportunity",
        "plan-slipped",
        "hard-feedback",
        "inconclusive-data",
        "first-90-days",
    ] {
        let found = level(id, TEMPLATE, Story::Own);
        assert!(found <= 2, "{id}: {found}");
    }
}

#[test]
fn asking_for_a_score_earns_none() {
    for text in TO_THE_JUDGE {
        check_trick("to the judge", |_| text.to_owned(), &STORIES);
        let talk = |_: &str| format!("{TEMPLATE} {text}");
        check_trick("to the judge, with a template", talk, &STORIES);
    }
}

#[test]
fn rambling_is_no_answer() {
    check_trick("ramble", |_| RAMBLE.to_owned(), &STORIES);
    check_trick("a long ramble", |_| [RAMBLE; 6].join(" "), &STORIES);
}

#[test]
fn rambling_around_an_answer_never_raises_its_level() {
    for answer in HONEST {
        let story = answer.kind.story();
        let plain = level(answer.question, answer.text, story);
        for padded in [
            format!("{} {RAMBLE}", answer.text),
            format!("{RAMBLE} {}", answer.text),
            format!("{RAMBLE} {} {RAMBLE} {RAMBLE}", answer.text),
            format!("{} {}", answer.text, answer.text),
        ] {
            let found = level(answer.question, &padded, story);
            assert!(found <= plain, "{} {:?}: {plain} → {found}", answer.question, answer.kind);
        }
    }
}

#[test]
fn an_answer_that_says_nothing_of_any_key_point_covers_none() {
    for text in [TEMPLATE, RAMBLE, TO_THE_JUDGE[0], "I don't know."] {
        for id in ids() {
            let found = assess(&id, text, Story::This);
            let hit: Vec<_> =
                found.key_points.iter().filter(|point| point.coverage == Coverage::Hit).collect();
            assert!(hit.is_empty(), "{id}, {text}: {hit:#?}");
        }
    }
}

#[test]
fn changed_figures_are_named_and_cost_something() {
    let id = "off-roadmap-opportunity";
    let changed = seed::model(id)
        .replace("15%", "25%")
        .replace("40%", "70%")
        .replace("8%", "3%")
        .replace("7 of 10", "9 of 10")
        .replace("$85K", "$140K");
    let found = assess(id, &changed, Story::This);
    assert!(found.level.number() < 5, "{}", seen(&found));
    let notes: Vec<_> = found.key_points.iter().filter_map(|point| point.note.as_deref()).collect();
    for note in ["“25%” instead of “15%”", "“70%” instead of “40%”", "“9” instead of “7”"]
    {
        assert!(notes.contains(&note), "{notes:?}");
    }
}

#[test]
fn judgements_of_six_answers() {
    let id = "hard-feedback";
    for (name, text, story) in [
        ("verbatim", seed::model(id).as_str(), Story::This),
        ("paraphrase", honest(Kind::Paraphrase, id), Story::This),
        ("half", honest(Kind::Half, id), Story::This),
        ("own", honest(Kind::Own, id), Story::Own),
        ("template", TEMPLATE, Story::This),
        ("shuffled", answers::shuffled(id, 1).as_str(), Story::This),
    ] {
        insta::assert_json_snapshot!(name, seen(&assess(id, text, story)));
    }
}
