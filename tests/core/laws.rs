//! What holds for every text, every play and every file, tried on many.

use std::sync::{Arc, LazyLock};

use hotseat::interview::{
    debrief::Debrief,
    diagnostic::Diagnostic,
    drafting,
    scenario::{
        CardFile, Manner, PanelistFile, QuestionFile, Scenario, ScenarioFile, SectionFile,
        TwinKind, VERSION,
    },
    scoring::{
        Scorer, Story,
        assessment::{Assessment, Evidence, Level},
        criterion_id::CriterionId,
        engine::Engine,
        tone::FindingTone,
    },
    session::{AnswerKind, Command, Order, Pace, Probes, Progress, Session, Settings, Step},
    star::Role,
    text::{Span, Text},
    transcript,
};
use proptest::prelude::*;
use proptest::{sample::subsequence, test_runner::RngSeed};

use crate::{answers, seed, small};

/// How many trials a law gets.
const TRIALS: u32 = 256;

/// The seed of the trials: the same trials every time, others with another seed.
const SEED: u64 = 7;

/// Many trials, the same every time.
pub fn trials() -> ProptestConfig {
    ProptestConfig {
        cases: TRIALS,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(SEED),
        ..ProptestConfig::default()
    }
}

/// Sentences that carry nothing.
const IDLE: [&str; 8] = [
    "And so on and so forth, as one does.",
    "It was a good thing for everybody, I think, and we were all happy with it in the end.",
    "You know, there are many sides to this, and it depends on how you look at it.",
    "At the end of the day it is what it is.",
    "Well, what can I say, that was that, and then we went on with whatever came next.",
    "I could say a lot more about this, but you know what I mean.",
    "These things take the time that they take, and everybody knows that.",
    "It is always like that, one way or another.",
];

fn stories() -> impl Strategy<Value = Story> {
    prop_oneof![Just(Story::This), Just(Story::Own)]
}

/// Texts of every script, with marks, blanks and odd characters.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,300}",
        ".{0,200}",
        "[a-zA-Z .,!?\n$%0-9’'\"-]{0,400}",
        "([a-z]{1,9}[ ,.]|[0-9]{1,4}%? |\u{1F469}\u{200D}\u{1F680}|é\u{301}|日本|\u{202e}|\u{0}){0,60}",
    ]
}

/// A question of the seed scene with some of its model answer's sentences, in their order.
fn partial_answers() -> impl Strategy<Value = (usize, Vec<String>)> {
    (0..12_usize).prop_flat_map(|question| {
        let scenario = seed::scenario();
        let model = &scenario.questions()[question].model;
        let sentences: Vec<String> = model.sentences().map(|s| s.text.clone()).collect();
        let all = sentences.len();
        (Just(question), subsequence(sentences, 0..=all))
    })
}

/// The seed scene's scorer by meaning, where the build has the encoder.
static BY_MEANING: LazyLock<Arc<Scorer>> = LazyLock::new(|| {
    let engine = Engine::load().unwrap_or_else(|_| Engine::by_words());
    Arc::new(seed::scorer().with(engine))
});

/// Whether a trial is judged by meaning: one in eight, since reading takes its time.
fn by_meaning() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.125)
}

fn assess(by_meaning: bool, question: usize, text: &str, story: Story) -> Assessment {
    let scorer = if by_meaning { Arc::clone(&BY_MEANING) } else { seed::scorer() };
    scorer.assess(question, text, story).expect("the answer is within the bound")
}

/// A question as somebody says it again who answers it: "This is about a time I had to".
fn said_of_oneself(question: &str) -> String {
    let mine = [
        ("tell me about", "this is about"),
        ("walk me through", "this is"),
        ("your", "my"),
        ("you", "i"),
    ];
    let mut said = format!(" {} ", question.to_lowercase().trim_end_matches(['.', '?']));
    for (theirs, own) in mine {
        said = said.replace(&format!(" {theirs} "), &format!(" {own} "));
    }
    format!("{}.", said.trim())
}

/// Whether nothing about it was recognised as no answer.
fn is_an_answer(assessment: &Assessment) -> bool {
    assessment.findings.iter().all(|finding| !finding.fired())
}

/// Every passage of the answer that a judgement names.
fn spans(assessment: &Assessment) -> Vec<Span> {
    let evidence = assessment.findings.iter().flat_map(|finding| &finding.evidence);
    let mut spans: Vec<_> = evidence
        .filter_map(|evidence| match evidence {
            Evidence::Answer(span) => Some(*span),
            Evidence::KeyPoint(_) => None,
        })
        .collect();
    spans.extend(assessment.sentences.iter().map(|reading| reading.span));
    spans.extend(assessment.key_points.iter().filter_map(|point| point.evidence));
    spans.extend(assessment.strengths.iter().map(|strength| strength.quote));
    spans
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn any_text_is_judged_and_its_evidence_lies_on_character_borders(
        question in 0..12_usize,
        text in texts(),
        story in stories(),
        by_meaning in by_meaning(),
    ) {
        let found = assess(by_meaning, question, &text, story);
        for span in spans(&found) {
            prop_assert!(span.start <= span.end && text.get(span.start..span.end).is_some(), "{span:?}");
        }
        let scorer = seed::scorer();
        let model = scorer.reference(question).map_or("", |reference| reference.model_text());
        for point in &found.key_points {
            prop_assert_eq!(point.place.of(model), &point.text);
        }
        for evidence in found.findings.iter().flat_map(|finding| &finding.evidence) {
            match evidence {
                Evidence::Answer(_) => {}
                Evidence::KeyPoint(point) => prop_assert!(*point < found.key_points.len()),
            }
        }
        for finding in &found.findings {
            let in_bounds = finding.score.is_none_or(|score| (0.0..=1.0).contains(&score));
            let says = finding.tone == FindingTone::Plain || !finding.sentence.is_empty();
            prop_assert!(in_bounds && says, "{finding:?}");
            let has_share = found.shares.iter().any(|share| share.criterion == finding.criterion);
            prop_assert!(!has_share || finding.is_asked(), "{}", finding.criterion);
        }
        for role in Role::ALL {
            let id = CriterionId::from(role);
            let shown = found.finding(id).is_some_and(|part| part.passages().next().is_some());
            // What may be no outcome counts for something, and is not shown as one.
            let least = if role == Role::Result { 0.7 } else { 0.0 };
            let part = found.part(role);
            prop_assert!(shown || part.is_none_or(|part| part <= least), "{id}: {part:?}");
        }
        prop_assert!((0.0..=1.0).contains(&found.closeness) && (0.0..=1.0).contains(&found.star));
    }

    #[test]
    fn idle_talk_never_raises_the_level_of_what_is_an_answer(
        (question, sentences) in partial_answers(),
        idle in prop::collection::vec(prop::sample::select(&IDLE), 1..14),
        before in any::<bool>(),
        story in stories(),
        by_meaning in by_meaning(),
    ) {
        let (answer, idle) = (sentences.join(" "), idle.join(" "));
        let padded = if before { format!("{idle} {answer}") } else { format!("{answer} {idle}") };
        let (plain, padded) = (assess(by_meaning, question, &answer, story), assess(by_meaning, question, &padded, story));
        prop_assume!(is_an_answer(&plain));
        prop_assert!(padded.level <= plain.level, "{:?} → {:?}", plain.level, padded.level);
    }

    #[test]
    fn saying_a_sentence_again_never_raises_the_level_of_what_is_an_answer(
        (question, sentences) in partial_answers(),
        which in any::<prop::sample::Index>(),
        times in 1..8_usize,
        story in stories(),
        by_meaning in by_meaning(),
    ) {
        prop_assume!(!sentences.is_empty());
        let answer = sentences.join(" ");
        let again = format!("{answer}{}", format!(" {}", which.get(&sentences)).repeat(times));
        let (plain, again) = (assess(by_meaning, question, &answer, story), assess(by_meaning, question, &again, story));
        prop_assume!(is_an_answer(&plain));
        prop_assert!(again.level <= plain.level, "{:?} → {:?}", plain.level, again.level);
    }

    #[test]
    fn the_question_s_own_words_never_raise_the_level_of_what_is_an_answer(
        (question, sentences) in partial_answers(),
        by_meaning in by_meaning(),
    ) {
        let answer = sentences.join(" ");
        let said = format!("{} {answer}", said_of_oneself(&seed::scenario().questions()[question].text));
        let (plain, said) = (assess(by_meaning, question, &answer, Story::Own), assess(by_meaning, question, &said, Story::Own));
        prop_assume!(is_an_answer(&plain));
        prop_assert!(said.level <= plain.level, "{:?} → {:?}", plain.level, said.level);
    }

    #[test]
    fn saying_a_missed_key_point_never_lowers_its_coverage(
        (question, sentences) in partial_answers(),
        which in any::<prop::sample::Index>(),
        story in stories(),
        by_meaning in by_meaning(),
    ) {
        let answer = sentences.join(" ");
        let before = assess(by_meaning, question, &answer, story);
        let point = which.index(before.key_points.len());
        let after = assess(by_meaning, question, &format!("{answer} {}", before.key_points[point].text), story);
        let (before, after) = (&before.key_points[point], &after.key_points[point]);
        prop_assert!(
            after.coverage >= before.coverage && after.score >= before.score - 1e-5,
            "{}: {} → {}", before.text, before.score, after.score
        );
    }

    #[test]
    fn the_same_answer_is_judged_the_same_to_the_byte(
        question in 0..12_usize,
        text in texts(),
        story in stories(),
        by_meaning in by_meaning(),
    ) {
        let judged = || serde_json::to_string(&assess(by_meaning, question, &text, story)).expect("it can be written");
        prop_assert_eq!(judged(), judged());
    }
}

fn settings() -> impl Strategy<Value = Settings> {
    let order = prop_oneof![Just(Order::Scripted), Just(Order::Shuffled)];
    let answers = prop_oneof![Just(AnswerKind::Typed), Just(AnswerKind::Picked)];
    let pace = prop_oneof![Just(Pace::Coach), Just(Pace::Live)];
    let probes = (0..=2_u8).prop_map(Probes::at_most);
    (any::<u64>(), order, answers, pace, stories(), probes).prop_map(
        |(seed, order, answers, pace, story, probes)| Settings {
            seed,
            order,
            answers,
            pace,
            story,
            probes,
        },
    )
}

fn commands() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => "[a-zA-Z0-9 .]{0,60}".prop_map(Command::Answer),
        4 => (0..6_usize).prop_map(Command::Pick),
        4 => prop::option::of(0..9_u8).prop_map(|level| Command::Rate(level.map(Level::new))),
        4 => Just(Command::Continue),
        2 => Just(Command::Begin),
        1 => Just(Command::Hint),
        1 => Just(Command::Skip),
        2 => "[a-z .]{0,20}".prop_map(Command::SetAside),
        2 => (0..5_usize).prop_map(Command::Return),
        1 => Just(Command::Retry),
        1 => Just(Command::Pause),
        2 => Just(Command::Resume),
        1 => Just(Command::Finish),
    ]
}

fn session(settings: Settings) -> Session {
    small::session(settings)
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn any_commands_make_a_session_whose_log_replays(
        settings in settings(),
        commands in prop::collection::vec(commands(), 0..40),
    ) {
        let mut session = session(settings);
        session.apply(Command::Begin).expect("it can begin");
        let mut accepted = vec![Command::Begin];
        for command in commands {
            if session.apply(command.clone()).is_ok() {
                accepted.push(command);
            }
        }
        let logged = session.log().iter().map(|step| step.command.clone());
        prop_assert_eq!(logged.collect::<Vec<_>>(), accepted);
        let written = serde_json::to_string(session.log()).expect("a log can be written");
        let log: Vec<Step> = serde_json::from_str(&written).expect("and read");
        let scenario = Arc::new(session.scenario().clone());
        let again = Session::replay(scenario, Arc::clone(session.scorer()), settings, log);
        let again = again.expect("the log fits");
        let debrief = |session: &Session| serde_json::to_string(&Debrief::of(session)).expect("it can be written");
        prop_assert_eq!(again.attempts(), session.attempts());
        prop_assert_eq!(again.skipped(), session.skipped());
        prop_assert_eq!(again.turn(), session.turn());
        prop_assert_eq!(debrief(&again), debrief(&session));
    }

    #[test]
    fn a_log_tells_where_its_session_stands_without_a_judgement(
        settings in settings(),
        every in any::<bool>(),
        commands in prop::collection::vec(commands(), 0..40),
    ) {
        let mut session = session(settings);
        if every {
            session = session.with_every_follow_up();
        }
        for command in std::iter::once(Command::Begin).chain(commands) {
            // A command that makes no sense now is part of the trial.
            let _ = session.apply(command);
            let log = session.log().iter().cloned();
            let progress = Progress::of(session.scenario(), settings, every, &[], log);
            prop_assert_eq!(progress, Progress { number: session.number(), of: session.plan().len() });
            let open = session.open();
            prop_assert!(session.skipped().iter().all(|question| open.contains(question)));
        }
    }

    #[test]
    fn a_debrief_counts_every_question_once_and_votes_only_on_what_it_heard(
        settings in settings(),
        commands in prop::collection::vec(commands(), 0..40),
    ) {
        let mut session = session(settings);
        for command in commands {
            // A command that makes no sense now is part of the trial.
            drop(session.apply(command));
        }
        let debrief = Debrief::of(&session);
        let listed: usize = debrief.sections.iter().map(|section| section.questions.len()).sum();
        prop_assert_eq!((listed, debrief.sections.len(), debrief.of), (debrief.asked, 2, session.plan().len()));
        prop_assert!(debrief.judged <= debrief.answered);
        prop_assert!(debrief.answered + debrief.skipped <= debrief.asked);
        for some in [debrief.vote.is_some(), debrief.mean.is_some(), debrief.rating.is_some()] {
            prop_assert_eq!(some, debrief.judged > 0);
        }
        for mean in debrief.mean.iter().chain(debrief.sections.iter().filter_map(|s| s.mean.as_ref())) {
            prop_assert!((1.0..=5.0).contains(mean), "{mean}");
        }
        for verdict in &debrief.panel {
            prop_assert!((1.0..=5.0).contains(&verdict.mean) && !verdict.sentence.is_empty());
            let words = verdict.quote.iter().map(|(_, quote)| Text::count_words(quote));
            prop_assert!(words.clone().all(|words| words >= 3), "{verdict:?}");
        }
    }
}

/// A text that a scenario may hold.
fn written() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-z ,.'%$-]{0,40}[a-z.?]",
        "\\PC{1,30}".prop_filter("not blank", |text| !text.trim().is_empty()),
        "(\"|#|\\\\|\"#|//|/\\*|\n|\t|[a-z{}()\\[\\]]){1,12}[a-z]",
    ]
}

fn questions()
-> impl Strategy<Value = (String, String, Vec<Vec<(Role, String)>>, Vec<String>, bool)> {
    let sentence = (prop::sample::select(&Role::ALL), written());
    let paragraphs = prop::collection::vec(prop::collection::vec(sentence, 1..4), 1..3);
    (written(), written(), paragraphs, prop::collection::vec(written(), 0..4), any::<bool>())
}

/// A small scenario in order.
fn files() -> impl Strategy<Value = ScenarioFile> {
    let panel =
        prop::collection::vec((written(), prop::collection::vec(written(), 0..3), written()), 1..6);
    let sections =
        prop::collection::vec((written(), prop::collection::vec(questions(), 1..4)), 1..4);
    let manner = prop::sample::select(vec![Manner::Warm, Manner::Neutral, Manner::Tough]);
    (written(), written(), panel, sections, manner).prop_map(
        |(title, position, panel, sections, manner)| {
            let seats = panel.len();
            let panel =
                panel.into_iter().enumerate().map(|(seat, (title, aliases, cares_about))| {
                    PanelistFile {
                        id: format!("seat-{seat}"),
                        title,
                        aliases,
                        manner,
                        cares_about,
                        ..PanelistFile::default()
                    }
                });
            let mut number = 0;
            let sections = sections.into_iter().map(|(title, questions)| {
                let questions = questions.into_iter().enumerate().map(|(place, question)| {
                    let (text, hint, model_answer, weaker, follow_up) = question;
                    number += 1;
                    QuestionFile {
                        id: format!("question-{number}"),
                        asked_by: format!("seat-{}", number % seats),
                        text,
                        follow_up: follow_up && place > 0,
                        hint,
                        key_points: vec![model_answer[0][0].1.clone()],
                        model_answer,
                        cards: cards(weaker),
                        ..QuestionFile::default()
                    }
                });
                SectionFile { title, questions: questions.collect() }
            });
            ScenarioFile {
                version: VERSION,
                title,
                position,
                language: "en".to_owned(),
                sections: sections.collect(),
                panel: panel.collect(),
                ..ScenarioFile::default()
            }
        },
    )
}

/// One strong card and, numbered so that no two say the same, the weaker ones.
fn cards(weaker: Vec<String>) -> Vec<CardFile> {
    if weaker.is_empty() {
        return Vec::new();
    }
    let strong = CardFile { text: "The strong one.".to_owned(), ..CardFile::default() };
    let weaker = weaker.into_iter().enumerate().map(|(number, because)| CardFile {
        text: format!("{number}: {because}"),
        weaker_because: Some(because),
        twin: TwinKind::ALL[number % TwinKind::ALL.len()],
    });
    std::iter::once(strong).chain(weaker).collect()
}

proptest! {
    #![proptest_config(trials())]

    #[test]
    fn a_scenario_written_is_the_scenario_read(file in files()) {
        let text = file.to_ron().expect("a scenario can be written");
        let read: ScenarioFile = ScenarioFile::dialect().from_str(&text).expect("and read");
        prop_assert_eq!(&read, &file);
        let scenario = Scenario::from_ron(&text);
        prop_assert!(scenario.is_ok(), "{scenario:#?}\n{text}");
        let scenario = scenario.expect("it is in order");
        prop_assert_eq!(scenario.title(), &file.title);
        let written: Vec<_> = file.sections.iter().flat_map(|section| &section.questions).collect();
        prop_assert_eq!(scenario.questions().len(), written.len());
        for (question, written) in scenario.questions().iter().zip(written) {
            prop_assert_eq!(&question.text, &written.text);
            prop_assert_eq!(question.cards.len(), written.cards.len());
            let sentences: Vec<_> = question.model.sentences().map(|s| (s.role, s.text.clone())).collect();
            prop_assert_eq!(sentences, written.model_answer.concat());
        }
        // What can be read can be judged.
        prop_assert!(Scorer::of(&scenario).assess(0, "I did it.", Story::This).is_ok());
    }

    #[test]
    fn any_text_is_a_scenario_or_has_a_place_where_it_is_not(
        from in 0..small::SCENE.len(),
        length in 0..60_usize,
        with in "\\PC{0,6}|[()\\[\\],:\"]{0,4}",
    ) {
        let to = (from + length).min(small::SCENE.len());
        let damaged = format!("{}{with}{}", &small::SCENE[..from], &small::SCENE[to..]);
        if let Err(faults) = Scenario::from_ron(&damaged) {
            let lines = damaged.lines().count();
            prop_assert!(!faults.is_empty());
            prop_assert!(faults.is_sorted_by_key(|fault| (fault.line, fault.column)));
            for fault in &faults {
                prop_assert!((1..=lines + 1).contains(&fault.line) && fault.column >= 1, "{fault}");
            }
        }
    }

    #[test]
    fn any_bytes_are_a_transcript_or_have_faults(
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        at in 0..seed::TRANSCRIPT.len(),
    ) {
        let (head, tail) = seed::TRANSCRIPT.as_bytes().split_at(at);
        for file in [bytes.clone(), [head, &bytes, tail].concat(), [&bytes, tail].concat()] {
            let (transcript, faults) = transcript::read(&file);
            let whole = !faults.iter().any(Diagnostic::is_error);
            prop_assert!(!whole || !transcript.sections.is_empty(), "{:#?}", faults);
        }
    }

    #[test]
    fn what_can_be_imported_drafts_to_a_scenario_in_order(
        answers in prop::collection::vec(prop::collection::vec(spoken(), 1..3), 1..5),
        title in "[A-Z][A-Za-z &]{0,60}[A-Z]",
    ) {
        let mut text = "CANDIDATE: Robin Lee\nINTERVIEWERS: CTO\n\n".to_owned();
        text.push_str(&format!("=====\n{title}\n=====\n\n"));
        for paragraphs in &answers {
            text.push_str(&format!("CTO: What did you do then?\n\nRobin: {}\n\n", paragraphs.join("\n\n")));
        }
        let (transcript, faults) = transcript::read(text.as_bytes());
        if !faults.iter().any(Diagnostic::is_error) {
            let drafted = drafting::draft(&transcript).to_ron().expect("a draft can be written");
            let scenario = Scenario::from_ron(&drafted);
            prop_assert!(scenario.is_ok(), "{scenario:#?}\n{drafted}");
            let scenario = scenario.expect("it is in order");
            let read = seed::questions(&transcript);
            for (question, read) in scenario.questions().iter().zip(read) {
                let joined = |paragraphs: &[String]| paragraphs.concat().replace(char::is_whitespace, "");
                prop_assert_eq!(joined(&question.model.paragraph_texts()), joined(&read.model_answer));
            }
        }
    }
}

/// A paragraph as somebody may have typed it.
fn spoken() -> impl Strategy<Value = String> {
    prop_oneof![
        "(I|We|They) ([a-z]{1,8} ){1,12}[0-9]{1,3}%\\. (It|That) [a-z]{1,8}( [a-z]{1,8}){0,9}[.!?]",
        "[a-z\"“”(][\\PC]{0,80}",
        Just(answers::RAMBLE.to_owned()),
        Just("…".to_owned()),
    ]
}
