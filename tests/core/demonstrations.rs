//! Demonstrations: programs as they are written and gone through, and what the terminal makes of them.

use std::{error::Error, fs, sync::Arc};

use hotseat::{
    interview::{
        demonstration::{
            handout::Handout,
            program::Program,
            run::{StageRun, read_answers},
            steps::{MarksShown, Shows, Stride},
            told::Missing,
        },
        diagnostic::Diagnostic,
        scenario::{Scenario, TwinKind},
        scoring::Scorer,
        star::Role,
    },
    storage::{programs, scenarios},
};

use crate::command_line::{Desk, Tested};

const PROGRAM: &str = include_str!("../../scenes/senior-pm-promotion.program.ron");

fn scenario() -> Arc<Scenario> {
    Arc::new(scenarios::load(None).expect("the built-in scenario loads").scenario)
}

fn program() -> Program {
    Program::from_ron(PROGRAM, &scenario()).expect("the program that ships is in order")
}

fn run() -> StageRun {
    StageRun::open(scenario(), program()).expect("the program shows something")
}

/// Everything that is shown from here on, with the piece it belongs to.
fn rest(run: &mut StageRun) -> Vec<(usize, Shows)> {
    let mut shown = vec![(run.piece(), run.shows())];
    while run.go_on() {
        shown.push((run.piece(), run.shows()));
    }
    shown
}

#[test]
fn the_program_that_ships_fills_three_quarters_of_an_hour_and_is_read_as_it_is_written() -> Tested {
    let scenario = scenario();
    let program = program();
    let written = program.to_file(&scenario).to_ron()?;
    assert_eq!(Program::from_ron(&written, &scenario), Ok(program));
    let mut run = run();
    let mut told = run.takes().unwrap_or(0);
    while run.go_on() {
        told += run.takes().unwrap_or(0);
    }
    // A sixth of the time is telling; the rest is the room's, who compares, guesses and writes.
    assert!((6..10).contains(&(told / 60_000)), "{told} ms");
    Ok(())
}

#[test]
fn a_program_goes_on_piece_by_piece_and_all_the_way_back() {
    let mut run = run();
    let forward = rest(&mut run);
    let pieces: Vec<usize> = forward.iter().map(|(piece, _)| *piece).collect();
    assert!(pieces.is_sorted() && *pieces.last().expect("a piece") == 4, "the last is left out");
    let mut back = vec![(run.piece(), run.shows())];
    while run.back() {
        back.push((run.piece(), run.shows()));
    }
    back.reverse();
    assert_eq!(back, forward);
}

#[test]
fn a_number_leads_to_its_question_and_home_and_end_to_its_first_and_last_step() {
    let mut run = run();
    assert!(run.jump(3) && run.number() == (3, 5));
    assert!(!run.jump(0) && !run.jump(6), "the sixth is left out");
    run.end();
    assert_eq!(run.shows(), Shows::Principle(2));
    run.home();
    assert_eq!((run.number().0, run.shows()), (3, Shows::Asked));
    run.home();
    assert_eq!(run.number().0, 1);
}

#[test]
fn marks_and_stride_change_without_losing_the_place() {
    let mut run = run();
    for _ in 0..3 {
        run.go_on();
    }
    assert_eq!(run.shows(), Shows::Telling { answer: 0, from: 2, to: 3 });
    run.change(|program| program.marks = MarksShown::On);
    assert_eq!(run.shows(), Shows::Telling { answer: 0, from: 2, to: 3 });
    run.change(|program| program.stride = Stride::Paragraph);
    assert_eq!(run.shows(), Shows::Telling { answer: 0, from: 0, to: 3 });
}

#[test]
fn pieces_are_moved_and_left_out_with_what_the_room_wrote() {
    let mut run = run();
    assert!(run.jump(5));
    run.end();
    assert_eq!(run.shows(), Shows::Room);
    assert!(!run.hand_in("  \n") && run.hand_in("I asked all three. We agreed."));
    assert_eq!(run.shows(), Shows::RoomJudged);
    assert_eq!(run.shift(4, -1), 3);
    assert_eq!((run.piece(), run.written().len(), run.number()), (3, 1, (4, 5)));
    run.leave_out(0);
    assert_eq!(run.number(), (3, 4));
    for piece in 1..5 {
        run.leave_out(piece);
    }
    assert_eq!(run.number(), (1, 1), "the last one stays");
}

#[test]
fn a_demonstration_goes_on_where_it_was_left_and_not_with_another_scenario() {
    let mut run = run();
    assert!(run.jump(5));
    run.end();
    assert!(run.hand_in("We talked.") && run.hand_in("I brought all three into one session."));
    run.go_on();
    let saved = run.saved();
    let again = StageRun::resume(scenario(), saved.clone()).expect("it is of this scenario");
    assert_eq!((again.piece(), again.shows()), (4, Shows::RoomCompared));
    assert_eq!(again.written(), ["We talked.", "I brought all three into one session."]);
    let other = scenarios::load(Some("ward-manager")).expect("it loads").scenario;
    assert!(StageRun::resume(Arc::new(other), saved).is_none());
}

#[test]
fn a_twin_lacks_what_its_author_says_and_the_strong_answer_nothing() -> Result<(), Box<dyn Error>> {
    let scenario = scenario();
    let scorer = Scorer::of(&scenario);
    let whole = Program::of_scenario(&scenario);
    let mut run = StageRun::open(Arc::clone(&scenario), whole).ok_or("nothing is shown")?;
    let mut kinds = Vec::new();
    for number in 1..=scenario.questions().len() {
        assert!(run.jump(number));
        let (question, _) = run.question();
        let read = read_answers(&scorer, question, run.answers().to_vec())?;
        assert!(read[0].missing.is_empty() && read[0].kind.is_none());
        for told in &read[1..] {
            let kind = told.kind.ok_or("a twin has a kind")?;
            kinds.push(kind);
            let lacks = match kind {
                TwinKind::NoResult => Some(Missing::Part(Role::Result)),
                TwinKind::NoFigures => Some(Missing::Figures { every: told.figures.is_empty() }),
                TwinKind::OnlyWe => Some(Missing::OwnPart),
                TwinKind::Opinion => Some(Missing::Story),
                TwinKind::AnotherQuestion => Some(Missing::Answer),
                TwinKind::NoSituation => Some(Missing::Part(Role::Situation)),
                TwinKind::Other => None,
            };
            assert!(lacks.is_none_or(|lack| told.missing.contains(&lack)), "{told:#?}");
            assert!(told.because.is_some() && told.verdict.is_some());
        }
    }
    for kind in TwinKind::ALL {
        assert!(kinds.contains(&kind), "{kind:?} is offered somewhere");
    }
    Ok(())
}

#[track_caller]
fn check_faults(text: &str, expected: &[&str]) {
    let faults = Program::from_ron(text, &scenario()).expect_err("it has faults");
    let said = |fault: &Diagnostic| format!("{}:{} {}", fault.line, fault.column, fault.message);
    assert_eq!(faults.iter().map(said).collect::<Vec<_>>(), expected);
}

#[test]
fn every_fault_of_a_program_has_its_place() {
    check_faults(
        "(version: 1, title: \"T\", scenario: \"senior-pm-promotion\", pace: 900,\n pieces: [\n\
         (question: \"hard-feedback\", twins: [NoResult, NoSituation]),\n (question: \"none\"),\n\
         (question: \"plan-slipped\", tell: false)])",
        &[
            "1:65 nobody speaks 900 words a minute",
            "3:47 `hard-feedback` has no twin NoSituation",
            "4:13 there is no question `none`",
            "5:1 nothing is shown of `plan-slipped`",
        ],
    );
    check_faults("", &["1:1 the file is empty"]);
    let twins = "(version: 1, title: \"T\", scenario: \"senior-pm-promotion\", pieces: [(question: \"hard-feedback\", \
        twins: [NoResults])])";
    check_faults(twins, &["1:104 an entry of `twins` cannot be `NoResults`"]);
    let wrong = PROGRAM.replace("scenario: \"senior-pm-promotion\"", "scenario: \"ward\"");
    check_faults(&wrong, &["5:13 the program is for `ward`, not for `senior-pm-promotion`"]);
}

#[test]
fn a_handout_shows_every_question_with_twins_of_many_kinds() -> Result<(), Box<dyn Error>> {
    let scenario = scenario();
    let handout = Handout::of(&scenario, &Scorer::of(&scenario))?;
    let kinds: Vec<_> = handout.questions.iter().filter_map(|q| q.twin.as_ref()?.kind).collect();
    assert_eq!(kinds.len(), scenario.questions().len());
    for kind in [TwinKind::NoResult, TwinKind::NoFigures, TwinKind::OnlyWe, TwinKind::Opinion] {
        assert!(kinds.contains(&kind), "{kinds:?}");
    }
    let strong = &handout.questions[0].strong;
    let (role, runs) = strong.marked(0).ok_or("it has a sentence")?;
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    assert_eq!(
        (role, text.as_str()),
        (Some(Role::Situation), strong.sentences[0].span.of(&strong.text))
    );
    assert!(runs.iter().any(|run| run.point && run.figure && run.text == "15%"), "{runs:#?}");
    Ok(())
}

#[test]
fn an_answer_is_told_in_plain_lines_a_step_for_each_enter() -> Tested {
    let desk = Desk::new()?;
    let arguments = ["demo", "plan-slipped", "--twin", "no-result", "--marks", "on"];
    let ran = desk.run(&arguments, "\n\nb\nq\n")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let sentence = "  Situation: It did slip.";
    assert_eq!(ran.out.matches(sentence).count(), 2, "it was gone back to");
    let marks = "(key point,\n  figure 8 weeks, figure 6)";
    assert_eq!(ran.out.matches(marks).count(), 1, "{}", ran.out);
    assert!(!ran.out.contains("re-negotiated"), "it was ended before that:\n{}", ran.out);
    let ran = desk.run(&arguments, "")?;
    assert!(ran.out.contains("Another answer\n") && ran.out.contains("missing: the Result"));
    assert!(ran.out.ends_with('\n') && ran.out.contains("\nNo result\n"), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 78));
    Ok(())
}

#[test]
fn a_twin_that_the_question_does_not_offer_is_refused_with_those_it_does() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["demo", "plan-slipped", "--twin", "no-situation"], "")?;
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.err,
        "hotseat: `plan-slipped` has no twin `no-situation`: take one of no-result, only-we, opinion, \
         another-question, other\n"
    );
    Ok(())
}

#[test]
fn a_program_beside_its_scenario_is_checked_and_run() -> Tested {
    let desk = Desk::new()?;
    desk.put("mine.scenario.ron", include_str!("../../scenes/senior-pm-promotion.scenario.ron"))?;
    desk.put("mine.program.ron", PROGRAM.replace("pace: 150", "pace: 10"))?;
    let ran = desk.run(&["check", "mine.program.ron"], "")?;
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("mine.program.ron:6:9: error: nobody speaks 10 words"), "{}", ran.err);
    desk.put("mine.program.ron", PROGRAM)?;
    let ran = desk.run(&["check", "mine.program.ron"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), "mine.program.ron: in order, 6 pieces\n"));
    let ran = desk.run(&["demo", "--scene", "mine.scenario.ron", "--program"], "5\n")?;
    assert!(ran.out.contains("Question 5 of 5, "), "{}", ran.out);
    let loaded = scenarios::load(desk.path("mine.scenario.ron").to_str())?;
    let mut changed = programs::of(&loaded)?.ok_or("it lies beside the scenario")?;
    changed.pieces.reverse();
    let written = programs::write(&loaded, &changed)?;
    assert_eq!(written, desk.path("mine.program.ron"));
    assert_eq!(programs::of(&loaded)?, Some(changed));
    Ok(())
}

#[test]
fn a_handout_escapes_what_a_scenario_says_and_asks_before_it_writes_over_a_file() -> Tested {
    let desk = Desk::new()?;
    let hostile = include_str!("../../scenes/ward-manager.scenario.ron")
        .replace("title: \"Ward manager panel\"", "title: \"<script>alert(1)</script> & 'x'\"");
    assert!(hostile.contains("<script>"));
    desk.put("w.scenario.ron", hostile)?;
    let ran = desk.run(&["handout", "w.scenario.ron", "-o", "w.html"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let page = fs::read_to_string(desk.path("w.html"))?;
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; 'x'"));
    assert!(!page.contains("<script"));
    let ran = desk.run(&["handout", "w.scenario.ron", "-o", "w.html"], "")?;
    assert_eq!(ran.err, "hotseat: `w.html` is there already: add --force to write over it\n");
    let ran = desk.run(&["handout", "w.scenario.ron", "-o", "w.txt"], "")?;
    assert_eq!(ran.code, Some(1));
    Ok(())
}

#[test]
fn a_pdf_is_tagged_holds_its_typeface_and_says_which_letter_it_cannot_draw() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["handout", "ward-manager", "-o", "w.pdf"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let bytes = fs::read(desk.path("w.pdf"))?;
    let says = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    assert!(bytes.starts_with(b"%PDF-") && says(b"/StructTreeRoot") && says(b"/FontFile3"));
    assert!(says(b"pdfuaid"), "it says that it follows PDF/UA");
    let foreign = include_str!("../../scenes/ward-manager.scenario.ron")
        .replace("title: \"Ward manager panel\"", "title: \"面接\"");
    desk.put("f.scenario.ron", foreign)?;
    let ran = desk.run(&["handout", "f.scenario.ron", "-o", "f.pdf"], "")?;
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.err.contains("has no `面`: write a page that ends in .html instead"),
        "{}",
        ran.err
    );
    assert!(!desk.path("f.pdf").exists());
    Ok(())
}
