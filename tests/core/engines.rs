//! Engines: an answer is judged by the one that was there, whatever comes later, and says which it was.

use std::sync::Arc;

use hotseat::interview::{
    debrief::Debrief,
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        engine::Engine,
        judged_by::{Basis, JudgedBy},
    },
    session::{
        AnswerKind, Attempt, Command, Event, Order, Pace, Probed, Probes, Rejected, Session,
        Settings, Step, UnixMillis,
    },
};

use crate::{answers, ward};

/// One's own story is judged by what is usually told, which only meaning knows.
const OWN: Settings = Settings {
    seed: 0,
    order: Order::Scripted,
    answers: AnswerKind::Typed,
    pace: Pace::Coach,
    story: Story::Own,
    probes: Probes::Off,
};

/// The engines of this build, the best last.
fn engines() -> Vec<Engine> {
    [Engine::by_words()].into_iter().chain(Engine::load()).collect()
}

fn by(basis: Basis) -> JudgedBy {
    JudgedBy { basis, ..Engine::by_words().judged_by() }
}

fn scenario() -> Arc<Scenario> {
    Arc::new(ward::scenario().clone())
}

/// A session of the ward's panel that has this engine ready and none taken.
fn session(engine: &Engine) -> Session {
    let scenario = scenario();
    let scorer = Arc::new(Scorer::of(&scenario));
    Session::new(scenario, scorer, OWN).with_ready(engine.clone())
}

/// The log of three answers, before the second of which an engine is taken, and before the third words again.
fn log() -> Vec<Command> {
    let told = |index: usize| Command::Answer(answers::WARD[index].text.clone());
    let next = [Command::Rate(None), Command::Continue];
    let mut log = vec![Command::Begin, told(0)];
    log.extend(next.clone());
    log.extend([Command::TakeEngine(by(Basis::Meaning)), told(1)]);
    log.extend(next);
    log.extend([Command::Pause, Command::TakeEngine(by(Basis::Words)), Command::Resume, told(2)]);
    log
}

#[track_caller]
fn play(engine: &Engine, log: &[Command]) -> Session {
    let mut session = session(engine);
    for command in log {
        session.apply(command.clone()).expect("the command fits");
    }
    session
}

/// By what each answer was judged.
fn bases(session: &Session) -> Vec<Basis> {
    session.attempts().iter().map(|attempt| attempt.assessment.judged_by.basis).collect()
}

#[test]
fn each_answer_is_judged_by_the_engine_that_was_there() {
    for engine in engines() {
        let session = play(&engine, &log());
        assert_eq!(bases(&session), [Basis::Words, engine.basis(), Basis::Words]);
        for (attempt, engine) in
            session.attempts().iter().zip([Engine::by_words(), engine, Engine::by_words()])
        {
            let alone = Scorer::of(session.scenario()).with(engine);
            let alone = alone.assess(attempt.question, &attempt.text, Story::Own);
            assert_eq!(alone.as_ref(), Ok(&attempt.assessment));
        }
    }
}

#[test]
fn an_engine_that_comes_late_changes_nothing_about_what_was_judged() {
    for engine in engines() {
        let mut session = session(&engine);
        for command in &log()[..4] {
            session.apply(command.clone()).expect("the command fits");
        }
        let (before, asked) = (session.attempts().to_vec(), session.turn());
        let taken = session.apply(Command::TakeEngine(engine.judged_by()));
        assert_eq!(taken, Ok(vec![Event::EngineTaken]));
        assert_eq!((session.attempts(), session.turn()), (&before[..], asked));
        assert_eq!(session.scorer().engine().basis(), engine.basis());
    }
}

#[test]
fn an_engine_that_lies_ready_judges_nothing_until_it_is_taken() {
    for engine in engines() {
        let told = [Command::Begin, Command::Answer(answers::WARD[0].text.clone())];
        assert_eq!(bases(&play(&engine, &told)), [Basis::Words]);
    }
}

#[test]
fn a_log_is_judged_again_as_it_was_judged() {
    for engine in engines() {
        let session = play(&engine, &log());
        let written = serde_json::to_string(session.log()).expect("a log can be written");
        let read: Vec<Step> = serde_json::from_str(&written).expect("and read");
        let again = self::session(&engine).replayed(read.clone()).expect("the log fits");
        assert_eq!(again.attempts(), session.attempts());
        assert_eq!(again.log(), session.log());
        let debrief = |session: &Session| serde_json::to_value(Debrief::of(session)).ok();
        assert_eq!(debrief(&again), debrief(&session));
        // Where only words can be compared now, the answers say so.
        let without = self::session(&Engine::by_words()).replayed(read).expect("the log fits");
        assert_eq!(bases(&without), [Basis::Words; 3]);
        assert_eq!(without.log(), session.log());
    }
}

#[test]
fn whoever_reads_the_debrief_knows_by_what_each_level_was_judged() {
    for engine in engines() {
        let debrief = Debrief::of(&play(&engine, &log()));
        let notes: Vec<_> = debrief.questions().map(|question| question.level_note()).collect();
        let alone = Some("by words alone");
        let best = engine.judged_by().note();
        assert_eq!(notes[..3], [alone, best, alone]);
        let json = serde_json::to_value(&debrief).expect("it can be written");
        let first = &json["sections"][0]["questions"][0];
        assert_eq!(first["judged_by"]["basis"], "words");
        assert_eq!(first["judged_by"]["version"], by(Basis::Words).version);
        let text = debrief.text();
        assert!(text.contains(" of 5, by words alone."), "{text}");
    }
}

#[test]
fn no_engine_is_taken_when_all_is_over() {
    let mut session = play(&Engine::by_words(), &[Command::Begin, Command::Finish]);
    let taken = session.apply(Command::TakeEngine(by(Basis::Words)));
    assert!(matches!(taken, Err(Rejected::NotNow { .. })), "{taken:?}");
}

/// What was added between two engines lifts the level by what was said, not by who heard it.
#[test]
fn an_addition_is_measured_by_one_engine() {
    for engine in engines() {
        let settings = Settings { probes: Probes::One, ..OWN };
        for told in answers::WARD.iter().filter(|told| told.story() == Story::Own) {
            let scenario = scenario();
            let scorer = Arc::new(Scorer::of(&scenario));
            let mut session = Session::new(scenario, scorer, settings).with_ready(engine.clone());
            session.apply(Command::Begin).expect("it begins");
            session.apply(Command::Answer(told.text.clone())).expect("it is short enough");
            if session.probe().is_none() {
                continue;
            }
            session.apply(Command::TakeEngine(engine.judged_by())).expect("it is taken");
            session.apply(Command::Answer("We did.".to_owned())).expect("it is added");
            let attempt = &session.attempts()[0];
            let before = session.scorer().assess(0, attempt.unasked(), Story::Own);
            let before = before.map(|before| before.level);
            assert_eq!(before, Ok(attempt.probes[0].level_before), "{}", told.text);
            assert_eq!(attempt.assessment.judged_by, engine.judged_by());
        }
    }
}

#[test]
fn an_answer_knows_its_time_its_scenario_and_its_question() {
    let mut session = session(&Engine::by_words());
    session.apply_at(Command::Begin, UnixMillis(1_000)).expect("it begins");
    let answer = Command::Answer(answers::WARD[0].text.clone());
    session.apply_at(answer, UnixMillis(61_000)).expect("it is short enough");
    let attempt = &session.attempts()[0];
    assert_eq!((attempt.at, attempt.scenario.as_str()), (Some(UnixMillis(61_000)), "ward-manager"));
    let times: Vec<_> = session.log().iter().filter_map(|step| step.at).collect();
    assert_eq!(times, [UnixMillis(1_000), UnixMillis(61_000)]);

    // Questions are told apart by their words, not by their place.
    let text = include_str!("../../scenes/ward-manager.scenario.ron");
    let first = &session.scenario().questions()[0].text;
    let reworded = text.replacen(first.as_str(), "What went wrong last winter, and why?", 1);
    assert_ne!(reworded, text);
    let reworded = Arc::new(Scenario::from_ron(&reworded).expect("it is in order"));
    let scorer = Arc::new(Scorer::of(&reworded));
    let log = session.log().iter().cloned();
    let other = Session::replay(reworded, scorer, OWN, log).expect("the log fits");
    assert_ne!(other.attempts()[0].fingerprint, attempt.fingerprint);
    assert_eq!(other.attempts()[0].at, attempt.at);
}

#[test]
fn an_answer_that_was_written_can_be_read_back() {
    let session = play(&Engine::by_words(), &log());
    for attempt in session.attempts() {
        let written = serde_json::to_string(attempt).expect("it can be written");
        let read: Attempt = serde_json::from_str(&written).expect("and read");
        assert_eq!(serde_json::to_string(&read).ok(), Some(written));
        assert_eq!(Probed::gain(&read.probes, &read.assessment), None);
    }
}
