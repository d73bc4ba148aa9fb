//! A criterion that is made up here, in a copy of the table: it is seen wherever criteria are.

use hotseat::interview::{
    listening::answer_so_far::AnswerSoFar,
    probing::Gap,
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        assessment::{Assessment, Evidence, Finding},
        criteria::{Criteria, Criterion, Heard, Kind, gap::Opening},
        criterion_id::CriterionId,
        numbers::Numbers,
        tone::FindingTone,
    },
    text::Span,
};

use crate::small::SCENE;

const CHARM: CriterionId = CriterionId::new("charm");
const GRACE: CriterionId = CriterionId::new("grace");

const ANSWER: &str = "In March a pipe burst above the map room at night. I carried 300 maps to the chapel and laid them \
                      out between blotters. We lost 2 maps of 300.";
/// Its first sentence.
const FIRST: Span = Span { start: 0, end: 50 };

/// What nobody ever has.
const NEVER: Criterion = Criterion {
    id: CHARM,
    name: "Charm",
    about: "Looks for charm.",
    kind: Kind::Quality,
    assess: |_| finding(CHARM, 0.0, "It has no charm."),
    step: Some(|_, _| "Be charming.".to_owned()),
    praised: true,
    heard: Heard::Quality,
    openings: &[Opening {
        gap: Gap::Lesson,
        is_open: |assessment| assessment.score(CHARM) == Some(0.0),
    }],
    mendable: false,
};

/// What everybody always has.
const ALWAYS: Criterion = Criterion {
    id: GRACE,
    name: "Grace",
    about: "Looks for grace.",
    assess: |_| finding(GRACE, 1.0, "It is told with grace."),
    step: None,
    openings: &[],
    ..NEVER
};

fn finding(criterion: CriterionId, score: f32, sentence: &str) -> Finding {
    let evidence = vec![Evidence::Answer(FIRST)];
    Finding {
        criterion,
        score: Some(score),
        sentence: sentence.to_owned(),
        tone: if score > 0.5 { FindingTone::Praise } else { FindingTone::Fault },
        evidence,
        cap: None,
    }
}

/// The shipped table with both in it.
fn table() -> Criteria {
    let mut table = Criteria::SHIPPED.all().to_vec();
    table.extend([NEVER, ALWAYS]);
    table.sort_by_key(|criterion| criterion.id);
    Criteria::new(table.leak()).expect("it is sorted by id")
}

/// The answer judged where the two weigh so much.
fn judged(charm: f32, grace: f32) -> Assessment {
    let scenario = Scenario::from_ron(SCENE).expect("it holds");
    let mut levels = Numbers::shipped().levels.clone();
    levels.this.weights.extend([(CHARM, charm), (GRACE, grace)]);
    let scorer = Scorer::of(&scenario).judging_by(table(), levels);
    scorer.assess(0, ANSWER, Story::This).expect("it is short enough")
}

#[test]
fn it_is_found_and_weighs_only_where_the_rubric_says_so() {
    let (light, heavy) = (judged(0.0, 0.0), judged(90.0, 0.0));
    for found in [&light, &heavy] {
        assert_eq!((found.score(CHARM), found.score(GRACE)), (Some(0.0), Some(1.0)));
    }
    let share = |found: &Assessment| found.shares.iter().find(|s| s.criterion == CHARM).cloned();
    assert_eq!(share(&light), None);
    assert!(share(&heavy).is_some_and(|share| share.could_give > 0.25 && share.gives == 0.0));
    assert!(heavy.level < light.level, "{:?} {:?}", heavy.level, light.level);
}

#[test]
fn it_is_the_next_step_where_it_lifts_most() {
    let step = judged(30.0, 30.0).next_step.expect("there is something to do");
    assert_eq!((step.criterion, step.sentence.as_str()), (CHARM, "Be charming."));
    assert!(judged(0.0, 0.0).next_step.is_none_or(|step| step.criterion != CHARM));
}

#[test]
fn it_is_a_strength_where_it_is_reached() {
    let strengths = judged(30.0, 30.0).strengths;
    assert_eq!((strengths[0].criterion, strengths[0].quote), (GRACE, FIRST));
    assert!(strengths.iter().all(|strength| strength.criterion != CHARM));
}

#[test]
fn a_panel_asks_back_about_it_and_hears_it_land() {
    let found = judged(30.0, 30.0);
    assert!(table().gaps(&found).contains(&Gap::Lesson));
    assert!(!Criteria::SHIPPED.gaps(&found).contains(&Gap::Lesson));
    assert!(table().asking_about(Gap::Lesson).any(|criterion| criterion == CHARM));
    let heard = AnswerSoFar::of(table(), &found, 60);
    assert!(heard.qualities.contains(&GRACE) && !heard.qualities.contains(&CHARM));
}

#[test]
fn a_table_that_is_out_of_order_or_has_an_id_twice_is_none() {
    assert!(Criteria::new(vec![ALWAYS, NEVER].leak()).is_none());
    assert!(Criteria::new(vec![NEVER, NEVER].leak()).is_none());
}
