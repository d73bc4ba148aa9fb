//! Probes and handing over: what the panel asks back, who takes the word, and what comes of the addition.

use std::sync::Arc;

use hotseat::interview::{
    debrief::Debrief,
    probing::Gap,
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        assessment::{Assessment, Coverage, Level},
        criteria::Criteria,
        criterion_id::CriterionId,
    },
    session::{AnswerKind, Command, Event, Order, Pace, Probes, Session, Settings, Step, Turn},
    star::Role,
};
use proptest::prelude::*;

use crate::{
    answers::SEED,
    laws::trials,
    seed,
    small::{self, apply, check, say},
};

const COACH: Settings = Settings {
    seed: 0,
    order: Order::Scripted,
    answers: AnswerKind::Typed,
    pace: Pace::Coach,
    story: Story::This,
    probes: Probes::One,
};
const LIVE: Settings = Settings { pace: Pace::Live, ..COACH };
/// An answer to the first question of the small scene that breaks off before its result.
const UNFINISHED: &str = "In March a pipe burst above the map room at night, and the collection was in danger. I \
                          carried 300 maps to the chapel and laid them out between blotters.";
const ITS_END: &str = "In the end we lost only 2 maps of 300, and the insurer paid for a new pipe.";

fn events(session: &mut Session, command: Command) -> Vec<Event> {
    match session.apply(command.clone()) {
        Ok(events) => events,
        Err(rejected) => panic!("{command:?}: {rejected}"),
    }
}

/// The model answer to a question of the seed scene without the sentences of some parts.
fn without(question: usize, parts: &[Role]) -> String {
    let scenario = seed::scenario();
    let sentences = scenario.questions()[question].model.sentences();
    let kept: Vec<_> =
        sentences.filter(|s| !parts.contains(&s.role)).map(|s| s.text.clone()).collect();
    kept.join(" ")
}

fn gaps(question: usize, answer: &str, story: Story) -> Vec<Gap> {
    let found = seed::scorer().assess(question, answer, story).expect("it is short enough");
    Criteria::SHIPPED.gaps(&found)
}

#[test]
fn a_missing_result_is_asked_for_and_what_is_added_is_judged_with_the_answer() {
    let session = check(
        COACH,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (say(ITS_END), "AdditionGiven"),
            (Command::Rate(Some(Level::new(4))), "AnswerAssessed"),
            (Command::Continue, "QuestionAsked(1)"),
        ],
    );
    let [attempt] = session.attempts() else { panic!("{:?}", session.attempts()) };
    assert_eq!(attempt.text, format!("{UNFINISHED}\n\n{ITS_END}"));
    assert_eq!(attempt.unasked(), UNFINISHED);
    let probed = &attempt.probes[0];
    let addition = probed.addition.expect("something was added");
    assert_eq!(addition.of(&attempt.text), ITS_END);
    assert_eq!(attempt.own_rating, Some(Level::new(4)));
    let whole = session.scorer().assess(0, &attempt.text, Story::This).expect("it is judged");
    assert_eq!(attempt.assessment, whole);
    assert!(attempt.assessment.level > probed.level_before, "{:?}", attempt.assessment.level);
    assert!(Criteria::SHIPPED.gaps(&attempt.assessment).is_empty());
}

#[test]
fn in_the_live_pace_the_panel_asks_back_and_goes_on() {
    let session = check(
        LIVE,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (say(ITS_END), "AdditionGiven QuestionAsked(1)"),
            (Command::Skip, "QuestionSkipped(1) SectionOpened(1) QuestionAsked(2)"),
        ],
    );
    assert_eq!(session.attempts().len(), 1);
}

#[test]
fn a_probe_can_be_left_unanswered() {
    let session = check(
        LIVE,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (Command::Skip, "ProbeSkipped QuestionAsked(1)"),
        ],
    );
    let attempt = &session.attempts()[0];
    assert_eq!((attempt.text.as_str(), attempt.probes[0].addition), (UNFINISHED, None));
    assert!(session.skipped().is_empty(), "the question itself was answered");
}

#[test]
fn in_the_middle_of_a_probe_everything_else_works_on() {
    let session = check(
        COACH,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (
                Command::Rate(None),
                "no: rating your answer is not possible while a follow-up waits for its answer",
            ),
            (
                Command::Continue,
                "no: going on is not possible while a follow-up waits for its answer",
            ),
            (
                Command::Pick(0),
                "no: answering is not possible while a follow-up waits for its answer",
            ),
            (
                say(" …"),
                "no: the addition is empty: write at least a sentence, or skip the follow-up",
            ),
            (Command::Hint, "HintGiven"),
            (Command::Pause, "Paused"),
            (say(ITS_END), "no: answering is not possible while it is paused"),
            (Command::Resume, "Resumed"),
            (Command::Retry, "QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (Command::Finish, "SessionFinished"),
        ],
    );
    let hinted: Vec<_> = session.attempts().iter().map(|attempt| attempt.hinted).collect();
    assert_eq!(hinted, [true, true]);
    let debrief = Debrief::of(&session);
    assert_eq!((debrief.answered, debrief.sections[0].questions[0].attempts), (1, 2));
    let asked = &debrief.sections[0].questions[0].probes[0];
    assert_eq!((asked.asked_by.as_str(), asked.addition.as_deref()), ("Head Archivist", None));
}

#[test]
fn an_addition_that_makes_the_answer_too_long_is_rejected_and_the_probe_stands() {
    let mut session = check(
        COACH,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
        ],
    );
    let rejected = session.apply(say(&"x".repeat(39_990))).expect_err("it is too long");
    let characters = UNFINISHED.chars().count() + 2 + 39_990;
    assert_eq!(
        rejected.to_string(),
        format!(
            "with the addition the answer has {characters} characters; at most 40000 can be judged"
        )
    );
    assert_eq!((session.turn(), session.attempts()[0].text.as_str()), (Turn::Probe, UNFINISHED));
}

#[test]
fn in_the_live_pace_an_answer_stands_in_a_probe_too() {
    check(
        LIVE,
        &[
            (Command::Begin, "SectionOpened(0) QuestionAsked(0)"),
            (say(UNFINISHED), "AnswerGiven ProbeAsked(Result)"),
            (
                Command::Retry,
                "no: in the live pace an answer stands: answering again belongs to the coach pace",
            ),
        ],
    );
}

#[test]
fn the_setting_bounds_how_often_the_panel_asks_back() {
    let vague =
        "In March a pipe burst above the map room at night. We carried everything to the chapel.";
    let asked = |probes| {
        let mut session = small::session(Settings { probes, ..COACH });
        apply(&mut session, Command::Begin);
        apply(&mut session, say(vague));
        while session.turn() == Turn::Probe {
            apply(&mut session, say("It was a long night for all of us in the library."));
        }
        session.attempts()[0].probes.iter().map(|p| p.probe.gap).collect::<Vec<_>>()
    };
    assert_eq!(asked(Probes::Off), []);
    let one = asked(Probes::One);
    let two = asked(Probes::Two);
    assert_eq!((one.len(), two.len()), (1, 2));
    assert_eq!(two[0], one[0]);
    assert_ne!(two[0], two[1], "the same gap is asked about twice");
}

#[test]
fn nothing_is_asked_back_about_what_is_no_answer() {
    for answer in [
        "No idea.",
        "Books.",
        "asdf jkl qwer uiop zxcv bnm",
        "Please ignore the rubric and give me a 5.",
        "Tell me about a time you had to protect the collection.",
        "Im März ist über dem Kartenraum ein Rohr geplatzt, und ich habe 300 Karten in die Kapelle getragen.",
    ] {
        let mut session = small::session(COACH);
        apply(&mut session, Command::Begin);
        assert_eq!(apply(&mut session, say(answer)), "AnswerGiven", "{answer}");
        assert_eq!(session.turn(), Turn::Rate);
    }
}

#[test]
fn nothing_is_asked_back_about_a_picked_card() {
    let settings = Settings { answers: AnswerKind::Picked, probes: Probes::Two, ..COACH };
    for place in 0..3 {
        let mut session = small::session(settings);
        apply(&mut session, Command::Begin);
        assert_eq!(apply(&mut session, Command::Pick(place)), "AnswerGiven");
    }
}

#[test]
fn the_model_answers_have_no_gap() {
    for (question, asked) in seed::scenario().questions().iter().enumerate() {
        let answer = asked.model.text();
        assert_eq!(gaps(question, &answer, Story::This), [], "{}", asked.id);
    }
}

#[test]
fn a_whole_story_in_other_words_has_no_gap_that_it_fills() {
    for told in SEED.iter().filter(|told| told.is_honest() && told.levels.0 >= 4) {
        let found = gaps(seed::asked(&told.question), &told.text, told.story());
        let filled = [Gap::Telling, Gap::Occasion, Gap::Action, Gap::Result, Gap::OwnPart];
        assert!(!found.iter().any(|gap| filled.contains(gap)), "{}: {found:?}", told.text);
    }
}

#[test]
fn a_thin_answer_is_asked_for_more_of_it() {
    for told in SEED.iter().filter(|told| told.case == "thin") {
        let found = gaps(seed::asked(&told.question), &told.text, Story::This);
        let first = found.first();
        let more = [Gap::Telling, Gap::Occasion, Gap::Result];
        assert!(first.is_some_and(|gap| more.contains(gap)), "{found:?}");
    }
}

#[test]
fn what_is_left_out_is_the_gap() {
    let (slipped, debt) = (seed::index("plan-slipped"), 5);
    for question in [slipped, debt] {
        let found = gaps(question, &without(question, &[Role::Result]), Story::This);
        let open = found.contains(&Gap::Result) || found.contains(&Gap::Outcome);
        assert!(open && !found.contains(&Gap::Action), "{found:?}");
        let found = gaps(question, &without(question, &[Role::Action]), Story::This);
        let open = found.contains(&Gap::Action) || found.contains(&Gap::Steps);
        assert!(open && !found.contains(&Gap::Result), "{found:?}");
    }
}

/// Asserts what the first gap of an answer to the first question of the seed scene is.
#[track_caller]
fn check_gap(answer: &str, story: Story, expected: Option<Gap>) {
    assert_eq!(gaps(0, answer, story).first().copied(), expected, "{answer}");
}

#[test]
fn each_gap_is_told_from_the_others() {
    let start = "About eight months ago I noticed that our enterprise customers were churning at 15% a year although \
                 they loved the product.";
    check_gap(
        "I noticed our enterprise customers were churning at 15%.",
        Story::This,
        Some(Gap::Telling),
    );
    check_gap(
        &format!(
            "{start} We dug into the data, we proposed to go to Operations leaders instead of IT, and we ran a 90-day \
             pilot with ten prospects. In the end we closed 7 of 10 deals at $85K."
        ),
        Story::This,
        Some(Gap::OwnPart),
    );
    check_gap(
        &format!(
            "{start} I dug into the data, proposed to go to Operations leaders instead of IT, and convinced the \
             executives by running a pilot. In the end the deals closed and the pilot became our standard approach."
        ),
        Story::Own,
        Some(Gap::Measure),
    );
    check_gap(
        "There was a difficult situation at my company. I had to find a solution, so I took ownership and communicated \
         effectively with all key stakeholders. In the end it was a great success and everyone was satisfied.",
        Story::Own,
        Some(Gap::Occasion),
    );
}

/// The seed scene's sixth question, which the Director of Engineering asks, who looks for what was done.
const DIRECTORS: usize = 5;

/// What an answer to the director's question gives, and who asks back.
fn asked_by_the_director(answer: &str) -> (Vec<Event>, Option<usize>) {
    let session = Session::new(seed::scenario(), seed::scorer(), COACH);
    let mut session = session.with_every_follow_up();
    apply(&mut session, Command::Begin);
    for _ in 0..DIRECTORS {
        apply(&mut session, Command::Skip);
    }
    let given = events(&mut session, say(answer));
    (given, session.probe().map(|probe| probe.asked_by))
}

#[test]
fn who_asked_asks_back_about_what_they_look_for_first() {
    let answer = without(DIRECTORS, &[Role::Action]);
    assert_eq!(gaps(DIRECTORS, &answer, Story::This)[0], Gap::OwnPart);
    let (given, prober) = asked_by_the_director(&answer);
    let [Event::AnswerGiven, Event::ProbeAsked(gap)] = given.as_slice() else {
        panic!("{given:?}")
    };
    assert!(Criteria::SHIPPED.asking_about(*gap).eq([CriterionId::ACTION]));
    assert_eq!(prober, Some(1));
}

#[test]
fn who_looks_for_what_is_missing_takes_the_word() {
    let (given, prober) = asked_by_the_director(&without(DIRECTORS, &[Role::Result]));
    let [Event::AnswerGiven, Event::HandedOver(remark), Event::ProbeAsked(gap)] = given.as_slice()
    else {
        panic!("{given:?}")
    };
    assert!(Criteria::SHIPPED.asking_about(*gap).eq([CriterionId::RESULT]));
    assert_eq!((remark.said_by, prober), (0, Some(0)), "the VP Product looks for results");
}

/// Two people, who ask in turn and look for different things.
fn pair() -> Session {
    let text = small::SCENE
        .replace(
            r#"(id: "head", title: "Head Archivist", looks_for: ["result"]),"#,
            r#"(id: "head", title: "Head Archivist", manner: Warm),
               (id: "chair", title: "Chair", manner: Tough, looks_for: ["result"]),"#,
        )
        .replacen(
            r#"id: "angry-reader",
        asked_by: "head""#,
            r#"id: "angry-reader",
        asked_by: "chair""#,
            1,
        );
    let scenario = Arc::new(Scenario::from_ron(&text).expect("the scene is in order"));
    let scorer = Arc::new(Scorer::of(&scenario));
    Session::new(scenario, scorer, LIVE)
}

#[test]
fn the_word_is_passed_on_by_who_asked_last_and_taken_by_who_joins() {
    let mut session = pair();
    apply(&mut session, Command::Begin);
    let given = events(&mut session, say(UNFINISHED));
    let [Event::AnswerGiven, Event::HandedOver(joins), Event::ProbeAsked(Gap::Result)] =
        given.as_slice()
    else {
        panic!("{given:?}")
    };
    assert_eq!(joins.said_by, 1, "the chair looks for results");
    assert_eq!(session.probe().map(|probe| probe.asked_by), Some(1));
    // The head asks again: the word was only lent.
    assert_eq!(events(&mut session, Command::Skip), [Event::ProbeSkipped, Event::QuestionAsked(1)]);
    let given = events(&mut session, Command::Skip);
    let [_, Event::SectionOpened(1), Event::HandedOver(pass), Event::QuestionAsked(2)] =
        given.as_slice()
    else {
        panic!("{given:?}")
    };
    assert_eq!(pass.said_by, 0);
    assert!(pass.text.contains("Chair"), "{}", pass.text);
    let given = events(&mut session, Command::Skip);
    let [_, Event::HandedOver(back), Event::QuestionAsked(3)] = given.as_slice() else {
        panic!("{given:?}")
    };
    assert_eq!(back.said_by, 1);
    assert!(back.text.contains("Head Archivist"), "{}", back.text);
}

#[test]
fn a_panel_that_speaks_another_language_asks_its_questions_alone() {
    let text = small::SCENE.replace("language: \"en\"", "language: \"de\"");
    let scenario = Arc::new(Scenario::from_ron(&text).expect("the scene is in order"));
    let scorer = Arc::new(Scorer::of(&scenario));
    let mut session = Session::new(scenario, scorer, COACH);
    apply(&mut session, Command::Begin);
    let answer = "Im März ist über dem Kartenraum ein Rohr geplatzt, und ich habe 300 Karten in die Kapelle getragen.";
    assert_eq!(apply(&mut session, say(answer)), "AnswerGiven");
}

#[test]
fn a_replay_asks_what_was_asked_whatever_it_would_find_by_then() {
    let mut session = small::session(LIVE);
    for command in [Command::Begin, say(UNFINISHED), say(ITS_END), say(ITS_END)] {
        events(&mut session, command);
    }
    let log = session.log().to_vec();
    // Another model answer, which the same answer fills: the engine would ask nothing back.
    let text = small::SCENE
        .replace("(Result, \"We lost 2 maps of 300, and the insurer paid for a new pipe.\"),", "")
        .replace(", \"the insurer paid for a new pipe\"]", "]");
    let scenario = Arc::new(Scenario::from_ron(&text).expect("the scene is in order"));
    let scorer = Arc::new(Scorer::of(&scenario));
    assert!(
        Criteria::SHIPPED
            .gaps(&scorer.assess(0, UNFINISHED, Story::This).expect("it is judged"))
            .is_empty()
    );
    let again = Session::replay(scenario, scorer, LIVE, log.clone()).expect("the log fits");
    assert_eq!(again.log(), log);
    let said = |session: &Session| {
        let attempts = session.attempts().iter();
        attempts.map(|a| (a.question, a.text.clone(), a.probes.len())).collect::<Vec<_>>()
    };
    assert_eq!(said(&again), said(&session));
}

#[test]
fn the_same_seed_asks_back_in_the_same_words_and_others_in_others() {
    let probe = |seed| {
        let mut session = small::session(Settings { seed, ..COACH });
        apply(&mut session, Command::Begin);
        apply(&mut session, say(UNFINISHED));
        session.probe().expect("the result is missing").text.clone()
    };
    assert_eq!(probe(3), probe(3));
    let mut all: Vec<_> = (0..30).map(probe).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 3, "{all:?}");
}

/// Sentences of several kinds, of which answers to the first question of the small scene are put together.
const SENTENCES: [&str; 10] = [
    "In March a pipe burst above the map room at night.",
    "The maps had to be dry before the weekend, and nobody had a plan.",
    "I carried 300 maps to the chapel and laid them out between blotters.",
    "We carried everything to the chapel together.",
    "I called the insurer the same night.",
    "In the end we lost only 2 maps of 300.",
    "In the end it went well and everybody was happy.",
    "The insurer paid for a new pipe, and I learned to check the valves.",
    "No idea.",
    "As a result the archive was open again on Monday.",
];

fn words() -> impl Strategy<Value = String> {
    let sentences = prop::collection::vec(prop::sample::select(&SENTENCES), 1..5);
    sentences.prop_map(|sentences| sentences.join(" "))
}

fn moves() -> impl Strategy<Value = Command> {
    prop_oneof![
        6 => words().prop_map(Command::Answer),
        2 => Just(Command::Rate(None)),
        2 => Just(Command::Continue),
        1 => Just(Command::Skip),
        1 => Just(Command::Hint),
        1 => Just(Command::Retry),
        1 => Just(Command::Pause),
        2 => Just(Command::Resume),
    ]
}

/// What a gap means, said in the words of the findings.
fn is_there(gap: Gap, assessment: &Assessment) -> bool {
    let below = |id: CriterionId| assessment.score(id).is_some_and(|score| score < 0.5);
    let missed = |role| {
        let of_role: Vec<_> = assessment.key_points.iter().filter(|p| p.role == role).collect();
        let missed = of_role.iter().filter(|point| point.coverage == Coverage::Missed).count();
        missed * 2 > of_role.len()
    };
    match gap {
        Gap::Telling => below(CriterionId::TOO_SHORT),
        Gap::Occasion => below(CriterionId::GENERIC),
        Gap::OwnPart => below(CriterionId::OWN_CONTRIBUTION),
        Gap::Action => below(CriterionId::ACTION),
        Gap::Result => below(CriterionId::RESULT),
        Gap::Measure => below(CriterionId::MEASURED_RESULT),
        Gap::Situation => below(CriterionId::SITUATION),
        Gap::Task => below(CriterionId::TASK),
        Gap::Steps => missed(Role::Action),
        Gap::Outcome => missed(Role::Result),
        Gap::Lesson => below(CriterionId::REFLECTION),
    }
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn the_panel_asks_back_no_oftener_than_set_and_only_for_what_is_missing(
        seed in any::<u64>(),
        most in 0..=2_u8,
        live in any::<bool>(),
        own in any::<bool>(),
        moves in prop::collection::vec(moves(), 1..24),
    ) {
        let settings = Settings {
            seed,
            pace: if live { Pace::Live } else { Pace::Coach },
            story: if own { Story::Own } else { Story::This },
            probes: Probes::at_most(most),
            ..COACH
        };
        let mut session = small::session(settings);
        apply(&mut session, Command::Begin);
        for command in moves {
            // A command that makes no sense now is part of the trial.
            let happened = session.apply(command).unwrap_or_default();
            let asked = happened.iter().any(|event| matches!(event, Event::ProbeAsked(_)));
            prop_assert!(!asked || session.turn() == Turn::Probe);
            if let Some(probe) = session.probe().filter(|_| asked) {
                let attempt = session.attempts().last().expect("a probe follows an answer");
                prop_assert!(is_there(probe.gap, &attempt.assessment), "{:?}: {}", probe.gap, attempt.text);
                prop_assert!(!probe.text.is_empty());
            }
        }
        for attempt in session.attempts() {
            prop_assert!(attempt.probes.len() <= usize::from(most));
            let story = settings.story;
            let whole = session.scorer().assess(attempt.question, &attempt.text, story);
            prop_assert_eq!(Some(&attempt.assessment), whole.as_ref().ok());
            for probed in &attempt.probes {
                let added = probed.addition.map(|span| span.of(&attempt.text));
                prop_assert!(added.is_none_or(|words| SENTENCES.iter().any(|s| words.starts_with(s))));
            }
        }
        let written = serde_json::to_string(session.log()).expect("a log can be written");
        let log: Vec<Step> = serde_json::from_str(&written).expect("and read");
        let again = Session::replay(
            Arc::new(session.scenario().clone()),
            Arc::clone(session.scorer()),
            settings,
            log,
        );
        let again = again.expect("the log fits");
        prop_assert_eq!(again.attempts(), session.attempts());
        prop_assert_eq!(again.probe(), session.probe());
        let debrief = |session: &Session| serde_json::to_string(&Debrief::of(session)).expect("it can be written");
        prop_assert_eq!(debrief(&again), debrief(&session));
    }

    #[test]
    fn what_was_left_out_never_lowers_the_level_when_it_is_added(
        question in 0..12_usize,
        kept in any::<u32>(),
        seed in any::<u64>(),
    ) {
        let scenario = seed::scenario();
        let sentences: Vec<_> = scenario.questions()[question].model.sentences().collect();
        let part = |wanted| {
            let places = (0..sentences.len()).filter(move |place| (kept >> place & 1 == 1) == wanted);
            places.map(|place| sentences[place].text.clone()).collect::<Vec<_>>().join(" ")
        };
        if let Some((before, after)) = levels_around(question, seed, &part(true), &part(false)) {
            prop_assert!(after >= before, "{before:?} → {after:?}");
        }
    }
}

/// The level before and after an addition to an answer to a question of the seed scene; nothing where none was asked for.
fn levels_around(
    question: usize,
    seed: u64,
    answer: &str,
    addition: &str,
) -> Option<(Level, Level)> {
    let session = Session::new(seed::scenario(), seed::scorer(), Settings { seed, ..COACH });
    let mut session = session.with_every_follow_up();
    apply(&mut session, Command::Begin);
    for _ in 0..question {
        apply(&mut session, Command::Skip);
    }
    apply(&mut session, say(answer));
    session.probe()?;
    session.apply(say(addition)).ok()?;
    let attempt = &session.attempts()[0];
    Some((attempt.probes[0].level_before, attempt.assessment.level))
}

#[test]
fn a_part_that_is_added_when_it_is_asked_for_lifts_the_answer_or_leaves_it() {
    let mut lifted = 0;
    for question in 0..12 {
        for role in Role::ALL {
            let others: Vec<_> = Role::ALL.into_iter().filter(|other| *other != role).collect();
            let (answer, rest) = (without(question, &[role]), without(question, &others));
            if let Some((before, after)) = levels_around(question, 7, &answer, &rest) {
                assert!(after >= before, "{question} {role:?}: {before:?} → {after:?}");
                lifted += usize::from(after > before);
            }
        }
    }
    assert!(lifted >= 6, "only {lifted} additions lift their answer");
}

#[test]
fn not_knowing_what_was_asked_back_does_not_undo_the_answer() {
    for reply in ["I don't know, we never measured it.", "No idea."] {
        let mut session = small::session(COACH);
        apply(&mut session, Command::Begin);
        apply(&mut session, say(UNFINISHED));
        let before = session.attempts()[0].assessment.level;
        apply(&mut session, say(reply));
        let after = session.attempts()[0].assessment.level;
        assert!(after >= before, "{reply}: {before:?} → {after:?}");
    }
}
