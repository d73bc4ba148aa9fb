//! Levels: honest answers fall into the band that is right for them, and no trick is worth more than a 2.

use std::{collections::BTreeSet, sync::LazyLock};

use hotseat::interview::{
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        assessment::{Assessment, Coverage, Level},
        engine::Engine,
        judged_by::Basis,
    },
};
use serde_json::{Value, json};

use crate::{
    answers::{self, NOTHING, RAMBLE, TEMPLATE, TO_THE_JUDGE, Told},
    seed, ward,
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

/// A scene with the answers to it and its scorer.
struct Scene {
    scenario: &'static Scenario,
    scorer: Scorer,
    told: &'static [Told],
}

/// Both scenes, judged by words alone and, where the build has the encoder, by meaning.
static SCENES: LazyLock<Vec<Scene>> = LazyLock::new(|| {
    let mut scenes = Vec::new();
    for engine in [Engine::by_words()].into_iter().chain(Engine::load()) {
        for (scenario, told) in [
            (seed::scenario_ref(), answers::SEED.as_slice()),
            (ward::scenario(), answers::WARD.as_slice()),
        ] {
            let scorer = Scorer::of(scenario).with(engine.clone());
            scenes.push(Scene { scenario, scorer, told });
        }
    }
    scenes
});

impl Scene {
    #[track_caller]
    fn assess(&self, told: &Told) -> Assessment {
        let index = self.scenario.questions().iter().position(|q| q.text == told.question);
        let index = index.unwrap_or_else(|| panic!("nobody asks `{}`", told.question));
        self.scorer.assess(index, &told.text, told.story()).expect("the answer is within the bound")
    }

    fn name(&self) -> &'static str {
        match self.scorer.engine().basis() {
            Basis::Meaning => "by meaning",
            Basis::Words => "by words",
        }
    }
}

/// Asserts that the answers of a case fall into their bands, in every scene that has some.
#[track_caller]
fn check_bands(case: &str) {
    let mut seen_any = false;
    let mut out_of_band = Vec::new();
    for scene in SCENES.iter() {
        for told in scene.told.iter().filter(|told| told.case == case) {
            seen_any = true;
            let found = scene.assess(told);
            // Words alone know what is told in other words less surely, and nothing tells surely what an own story is
            // about: there a 3 is right as well.
            let by_words = scene.scorer.engine().basis() == Basis::Words;
            let unsure = told.story() == Story::Own || by_words && told.is_honest();
            let (low, high) = told.levels;
            let lowest = if by_words && told.story() == Story::Own { 2 } else { 3 };
            let band = if unsure { low.min(lowest)..=high.max(3) } else { low..=high };
            if !band.contains(&found.level.number()) {
                let start: String = told.text.chars().take(40).collect();
                out_of_band.push((scene.name(), &told.question, start, told.levels, seen(&found)));
            }
        }
    }
    assert!(seen_any, "no answer is {case}");
    assert!(out_of_band.is_empty(), "{case}: {out_of_band:#?}");
}

/// Asserts that texts made for each of the twelve questions come to level 2 at most, whoever's story is asked for.
#[track_caller]
fn check_trick(name: &str, make: impl Fn(&str) -> String, stories: &[Story]) {
    let mut too_high = Vec::new();
    for scene in SCENES.iter().filter(|scene| scene.scenario.id() == seed::scenario_ref().id()) {
        for id in ids() {
            for story in stories {
                let found = scene.scorer.assess(seed::index(&id), &make(&id), *story);
                let found = found.expect("the answer is within the bound");
                if found.level.number() > 2 {
                    too_high.push((scene.name(), id.clone(), *story, seen(&found)));
                }
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

/// The answer of a case to a question of the seed scene.
#[track_caller]
fn told(case: &str, id: &str) -> &'static str {
    let question = &seed::scenario_ref().questions()[seed::index(id)].text;
    match answers::SEED.iter().find(|told| told.case == case && told.question == *question) {
        Some(told) => &told.text,
        None => panic!("there is no {case} to `{id}`"),
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
    check_bands("paraphrase");
}

#[test]
fn half_of_the_story_is_a_two_or_a_three() {
    check_bands("half");
}

#[test]
fn a_hint_of_the_story_is_a_one_or_a_two() {
    check_bands("thin");
}

#[test]
fn a_whole_story_of_ones_own_is_a_four_or_a_five() {
    check_bands("own");
}

#[test]
fn a_chefs_hard_feedback_is_a_four_or_a_five() {
    check_bands("own chef");
}

#[test]
fn a_swimming_halls_trial_is_a_four_or_a_five() {
    check_bands("own swimming hall");
}

#[test]
fn a_story_of_ones_own_without_its_result_is_a_three_or_a_four() {
    check_bands("own unfinished");
}

#[test]
fn a_story_of_ones_own_in_two_vague_sentences_is_a_one_or_a_two() {
    check_bands("own vague");
}

#[test]
fn a_story_of_ones_own_about_something_else_is_worth_less_and_not_called_so() {
    let mean = |case: &str, basis: Basis| {
        let scenes = SCENES.iter().filter(|scene| scene.scorer.engine().basis() == basis);
        let told = scenes.flat_map(|scene| scene.told.iter().map(move |told| (scene, told)));
        let levels: Vec<f32> = told
            .filter(|(_, told)| told.case == case)
            .map(|(scene, told)| {
                let found = scene.assess(told);
                let mut fired = found.findings.iter().filter(|f| f.fired());
                let reproached = fired.any(|f| f.criterion.as_str() == "off-question");
                assert!(!reproached, "{}: {}", told.question, seen(&found));
                f32::from(found.level.number())
            })
            .collect();
        (!levels.is_empty()).then(|| levels.iter().sum::<f32>() / levels.len() as f32)
    };
    // What a story is about words alone hardly tell.
    for (basis, more) in [(Basis::Words, 0.0), (Basis::Meaning, 0.2)] {
        let means = (mean("own", basis), mean("own elsewhere", basis));
        if let (Some(own), Some(elsewhere)) = means {
            assert!(own > elsewhere + more, "{basis:?}: {means:?}");
        }
    }
}

#[test]
fn facts_reversed_are_another_story() {
    check_bands("negated");
}

#[test]
fn facts_denied_are_another_story() {
    check_bands("negated with not");
}

#[test]
fn changed_figures_hold_the_level_down() {
    check_bands("figures changed");
}

#[test]
fn what_fits_any_ward_is_a_one_or_a_two() {
    check_bands("generic");
}

#[test]
fn lichens_and_bicycle_chains_are_a_one_or_a_two() {
    check_bands("off topic");
}

#[test]
fn asking_for_a_five_earns_a_one() {
    check_bands("to the judge");
}

#[test]
fn every_case_is_checked() {
    let all: BTreeSet<&str> =
        SCENES.iter().flat_map(|scene| scene.told).map(|told| told.case.as_str()).collect();
    let checked = [
        "figures changed",
        "generic",
        "half",
        "negated",
        "negated with not",
        "off topic",
        "own",
        "own chef",
        "own elsewhere",
        "own swimming hall",
        "own unfinished",
        "own vague",
        "paraphrase",
        "thin",
        "to the judge",
    ];
    assert_eq!(all.into_iter().collect::<Vec<_>>(), checked);
}

/// What an answer is worth, to be compared: its level, then its closeness.
fn worth(scene: &Scene, told: &Told) -> (u8, f32) {
    let found = scene.assess(told);
    (found.level.number(), found.closeness)
}

#[test]
fn the_same_story_told_right_is_worth_more_than_reversed_or_with_other_figures() {
    for scene in SCENES.iter() {
        for marred in scene.told.iter().filter(|told| {
            matches!(told.case.as_str(), "negated" | "negated with not" | "figures changed")
        }) {
            let index = scene.scenario.questions().iter().position(|q| q.text == marred.question);
            let model = scene.scenario.questions()[index.unwrap_or_default()].model.text();
            let verbatim = Told {
                question: marred.question.clone(),
                kind: String::new(),
                case: String::new(),
                levels: (5, 5),
                text: model,
            };
            let paraphrase = scene
                .told
                .iter()
                .find(|told| told.case == "paraphrase" && told.question == marred.question);
            let (low, name) = (worth(scene, marred), scene.name());
            for right in std::iter::once(&verbatim).chain(paraphrase) {
                let high = worth(scene, right);
                // By words alone a paraphrase may be a 3, as a story with other figures is.
                let higher = high.0 > low.0 || (name == "by words" && high.0 == low.0);
                assert!(
                    higher && high.1 > low.1 + 0.1,
                    "{name}, {}: {high:?} {low:?} {}",
                    marred.case,
                    right.text
                );
            }
        }
    }
}

#[test]
fn verbatim_comes_closest_then_paraphrase_then_half_then_a_template() {
    for id in
        ["off-roadmap-opportunity", "competing-priorities", "hard-feedback", "inconclusive-data"]
    {
        let texts = [&seed::model(id), told("paraphrase", id), told("half", id), TEMPLATE];
        let found = texts.map(|text| assess(id, text, Story::This));
        let closeness = found.each_ref().map(|assessment| assessment.closeness);
        assert!(closeness[0] >= closeness[1], "{id}: {closeness:?}");
        assert!(closeness[1] > closeness[2] && closeness[2] > closeness[3], "{id}: {closeness:?}");
        let levels = found.each_ref().map(|assessment| assessment.level.number());
        assert!(
            levels[0] >= levels[1] && levels[1] > levels[2] && levels[2] >= levels[3],
            "{id}: {levels:?}"
        );
    }
}

#[test]
fn a_story_with_its_result_is_worth_more_than_without() {
    let id = "competing-priorities";
    let whole = assess(id, told("own", id), Story::Own);
    let unfinished = assess(id, told("own unfinished", id), Story::Own);
    assert!(whole.star > unfinished.star, "{} {}", whole.star, unfinished.star);
    assert!(whole.level >= unfinished.level);
}

/// The cards are an oracle: a panel hears which is the strong one.
#[test]
fn the_strong_card_is_a_four_or_a_five_and_every_weaker_one_lies_below_it() {
    let mut out_of_order = Vec::new();
    for scene in SCENES.iter().filter(|scene| scene.scorer.engine().basis() == Basis::Meaning) {
        for (index, question) in scene.scenario.questions().iter().enumerate() {
            let judged = question.cards.iter().map(|card| {
                let found = scene.scorer.assess(index, &card.text, Story::This);
                (card, found.expect("a card is within the bound"))
            });
            let points = |found: &Assessment| found.shares.iter().map(|s| s.gives).sum::<f32>();
            let (strong, weaker): (Vec<_>, Vec<_>) =
                judged.partition(|(card, _)| card.weaker_because.is_none());
            for (_, best) in &strong {
                if best.level.number() < 4 {
                    out_of_order.push((&question.id, None, points(best), seen(best)));
                }
                let beside = weaker
                    .iter()
                    .filter(|(_, found)| points(found) >= points(best) || found.level > best.level);
                out_of_order.extend(beside.map(|(card, found)| {
                    (&question.id, card.weaker_because.as_ref(), points(found), seen(found))
                }));
            }
        }
    }
    assert!(out_of_order.is_empty(), "{out_of_order:#?}");
}

#[test]
fn the_transcript_s_story_is_asked_for_only_where_it_is() {
    for scene in SCENES.iter() {
        for told in scene.told.iter().filter(|told| told.kind == "own") {
            let index = scene.scenario.questions().iter().position(|q| q.text == told.question);
            let judge = |story| scene.scorer.assess(index.unwrap_or_default(), &told.text, story);
            let level = |story| judge(story).map_or(0, |found| found.level.number());
            let (this, own) = (level(Story::This), level(Story::Own));
            let name = scene.name();
            assert!(this <= 3 && own >= this, "{name}, {}: {this} {own}", told.question);
        }
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
    for scene in SCENES.iter() {
        for told in scene.told.iter().filter(|told| told.is_honest()) {
            let plain = scene.assess(told).level;
            // What is no answer yet is at least one that rambles.
            if plain == Level::LOWEST {
                continue;
            }
            for text in [
                format!("{} {RAMBLE}", told.text),
                format!("{RAMBLE} {}", told.text),
                format!("{RAMBLE} {} {RAMBLE} {RAMBLE}", told.text),
                format!("{} {}", told.text, told.text),
            ] {
                let padded = Told { text, ..told.clone() };
                let found = scene.assess(&padded).level;
                assert!(found <= plain, "{} {}: {plain:?} → {found:?}", told.question, told.case);
            }
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
        .replace("40%", "55%")
        .replace("8%", "3%")
        .replace("7 of 10", "9 of 10")
        .replace("$85K", "$140K");
    let found = assess(id, &changed, Story::This);
    assert!(found.level.number() < 5, "{}", seen(&found));
    let notes: Vec<_> = found.key_points.iter().filter_map(|point| point.note.as_deref()).collect();
    for note in
        ["“25%” instead of “15%”", "“55%” instead of “40%”", "“9 of 10” instead of “7 of 10”"]
    {
        assert!(notes.contains(&note), "{notes:?}");
    }
}

/// Pinned as the game judges, with its encoder.
#[cfg(feature = "meaning")]
#[test]
fn judgements_of_six_answers() {
    let id = "hard-feedback";
    for (name, text, story) in [
        ("verbatim", seed::model(id).as_str(), Story::This),
        ("paraphrase", told("paraphrase", id), Story::This),
        ("half", told("half", id), Story::This),
        ("own", told("own", id), Story::Own),
        ("template", TEMPLATE, Story::This),
        ("shuffled", answers::shuffled(id, 1).as_str(), Story::This),
    ] {
        insta::assert_json_snapshot!(name, seen(&assess(id, text, story)));
    }
}
