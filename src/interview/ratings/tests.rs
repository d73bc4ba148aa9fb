//! Whole mock panels: their order, their seals, their reveals, and that they come back from their log.

use std::sync::Arc;

use crate::interview::{
    ratings::{
        AnswerFlag, EvidenceNote, MockPanel, NoteSheet, PanelCommand, PanelEvent, PanelRejected,
        PanelSetup, PanelStep, PanelTurn, RaterRating,
        setup::SetupFault,
        side_by_side::Voice,
        table::{ComparedBy, ComparisonTable},
    },
    scenario::Scenario,
    scoring::{Scorer, assessment::Level},
    session::UnixMillis,
    star::Role,
};

const WARD: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/scenes/ward-manager.scenario.ron"));

/// What nobody but its writer may see before the reveal.
const SECRET: &str = "xylophone";

fn setup() -> PanelSetup {
    PanelSetup {
        candidates: vec!["Ana Lima".to_owned(), "Ben Otte".to_owned()],
        raters: vec!["Mara".to_owned(), "Tom".to_owned()],
        seed: 7,
        ..PanelSetup::default()
    }
}

fn panel_of(setup: PanelSetup) -> Result<MockPanel, SetupFault> {
    let scenario = Arc::new(Scenario::from_ron(WARD).expect("it ships"));
    let scorer = Arc::new(Scorer::of(&scenario));
    MockPanel::new(scenario, scorer, setup)
}

/// A panel that asks the first two questions.
fn panel() -> MockPanel {
    let whole = panel_of(setup()).expect("a panel");
    let ids = whole.scenario().questions()[..2].iter().map(|question| question.id.clone());
    panel_of(PanelSetup { questions: ids.collect(), ..setup() }).expect("a panel")
}

fn spoken() -> PanelCommand {
    PanelCommand::Answer { words: None, seconds: Some(95) }
}

fn typed(words: &str) -> PanelCommand {
    PanelCommand::Answer { words: Some(words.to_owned()), seconds: None }
}

fn rate(panel: &mut MockPanel, rater: usize, level: u8, evidence: &str) -> Vec<PanelEvent> {
    let rating = RaterRating { level: Level::new(level), evidence: evidence.to_owned() };
    let rating = panel.seal(&rating);
    panel.apply(PanelCommand::Rate { rater, rating }).expect("it is time to rate")
}

fn does(panel: &mut MockPanel, command: PanelCommand) -> Vec<PanelEvent> {
    panel.apply(command).expect("it makes sense now")
}

#[test]
fn candidates_are_asked_the_same_questions_one_after_the_other() {
    let mut panel = panel();
    for candidate in 0..2 {
        assert_eq!(panel.turn(), PanelTurn::Ready { candidate });
        let sat = [PanelEvent::CandidateSatDown(candidate), PanelEvent::PanelAsked(0)];
        assert_eq!(does(&mut panel, PanelCommand::Begin), sat);
        for question in 0..2 {
            assert_eq!(panel.turn(), PanelTurn::Answer { candidate, question });
            does(&mut panel, spoken());
            rate(&mut panel, 0, 3, "");
            rate(&mut panel, 1, 4, "");
            does(&mut panel, PanelCommand::Continue);
        }
    }
    assert_eq!(panel.turn(), PanelTurn::Over);
    assert_eq!(panel.answers().len(), 4);
}

/// Everything that can be shown, written or listed of a panel.
fn everything(panel: &MockPanel) -> String {
    let log = serde_json::to_string(panel.log()).expect("a log can be written");
    let table = serde_json::to_string(&ComparisonTable::of(panel, false)).expect("a table");
    format!("{panel:?}{panel:#?}{log}{table}")
}

#[test]
fn nothing_of_a_rating_can_be_seen_before_all_are_in() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    let note = |text: &str| EvidenceNote { part: Some(Role::Result), text: text.to_owned() };
    let sheet = NoteSheet {
        notes: vec![note(SECRET)],
        flags: vec![AnswerFlag::OnlyWe],
        ..NoteSheet::default()
    };
    let sheet = panel.seal(&sheet);
    does(&mut panel, PanelCommand::Note { rater: 0, sheet });
    assert_eq!(panel.notes_of(0).notes[0].text, SECRET);
    assert!(panel.notes_of(1).is_empty());
    does(
        &mut panel,
        typed("I moved two nurses to the night shift and the falls went from nine to three."),
    );
    let own = panel.seal(&Level::new(5));
    does(&mut panel, PanelCommand::RateOneself(own));
    rate(&mut panel, 1, 4, SECRET);
    let open = everything(&panel);
    assert!(!open.contains(SECRET) && !open.contains("only-we"));
    assert!(!open.contains("Assessment {") && !open.contains("judged_by: JudgedBy"), "{open}");
    assert_eq!(panel.answers()[0].waiting(), [0]);
    assert!(panel.answers()[0].side_by_side().is_none());
    assert!(ComparisonTable::of(&panel, false).rows[0].means.iter().all(Option::is_none));

    let events = rate(&mut panel, 0, 2, "No figure.");
    assert_eq!(events, [PanelEvent::RatingIn(Some(0)), PanelEvent::Revealed(0)]);
    let shown = panel.answers()[0].side_by_side().expect("all are in");
    assert_eq!(shown.ratings[0].sheet.notes[0].text, SECRET);
    assert_eq!(shown.ratings[1].rating.evidence, SECRET);
    assert_eq!((shown.mean(), shown.range()), (3.0, (Level::new(2), Level::new(4))));
    assert_eq!(shown.own, Some(Level::new(5)));
    assert!(shown.game_level().is_some());
    assert!(!serde_json::to_string(panel.log()).expect("a log").contains(SECRET));
}

#[test]
fn the_same_rating_of_two_raters_looks_unlike() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    does(&mut panel, spoken());
    rate(&mut panel, 0, 4, "the same");
    rate(&mut panel, 1, 4, "the same");
    let written: Vec<_> =
        panel.log().iter().map(|step| serde_json::to_string(step).expect("a step")).collect();
    let seal = |line: &str| line.rsplit(':').next().map(str::to_owned);
    assert_ne!(seal(&written[2]), seal(&written[3]));
}

#[test]
fn those_who_differ_by_two_are_shown_what_each_pointed_at() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    does(&mut panel, spoken());
    rate(&mut panel, 0, 2, "“we” throughout");
    rate(&mut panel, 1, 4, "");
    let shown = panel.answers()[0].side_by_side().expect("all are in");
    assert!(shown.raters_differ() && shown.game.is_none());
    let differences = shown.differences(None);
    assert_eq!(differences.len(), 2);
    assert_eq!(
        (differences[0].voice, differences[0].at.as_str()),
        (Voice::Rater(0), "“we” throughout")
    );
    does(&mut panel, PanelCommand::Continue);
    does(&mut panel, spoken());
    rate(&mut panel, 0, 3, "");
    rate(&mut panel, 1, 4, "");
    assert!(panel.answers()[1].side_by_side().expect("all are in").differences(None).is_empty());
}

#[test]
fn a_change_after_the_reveal_stands_beside_the_first_with_its_reason() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    does(&mut panel, spoken());
    let change = |reason: &str| PanelCommand::Correct {
        answer: 0,
        rater: 0,
        rating: RaterRating { level: Level::new(4), evidence: String::new() },
        reason: reason.to_owned(),
    };
    assert_eq!(panel.apply(change("I saw it.")).err(), Some(PanelRejected::NoSuchAnswer(1)));
    rate(&mut panel, 0, 2, "");
    rate(&mut panel, 1, 4, "");
    assert_eq!(panel.apply(change("  ")).err(), Some(PanelRejected::NoReason));
    does(&mut panel, change("I had missed the figure."));
    let shown = panel.answers()[0].side_by_side().expect("all are in");
    assert_eq!((shown.mean(), shown.mean_afterwards()), (3.0, Some(4.0)));
    assert_eq!(shown.ratings[0].rating.level, Level::new(2));
    assert_eq!(shown.ratings[0].corrections[0].reason, "I had missed the figure.");
}

#[test]
fn before_the_reveal_a_rating_may_be_given_anew_and_leaves_no_trace() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    does(&mut panel, spoken());
    rate(&mut panel, 0, 1, "too soon");
    rate(&mut panel, 0, 3, "");
    rate(&mut panel, 1, 3, "");
    let shown = panel.answers()[0].side_by_side().expect("all are in");
    assert_eq!((shown.ratings[0].rating.level, shown.mean_afterwards()), (Level::new(3), None));
    assert!(!format!("{panel:?}").contains("too soon"));
}

#[test]
fn a_panel_comes_back_from_what_was_written_of_its_log() {
    let mut panel = panel();
    for (command, second) in [(PanelCommand::Begin, 0), (typed("I called the doctor at once."), 40)]
    {
        panel.apply_at(command, UnixMillis(second * 1000)).expect("it makes sense");
    }
    rate(&mut panel, 1, 2, "thin");
    let written = serde_json::to_string(panel.log()).expect("a log");
    let log: Vec<PanelStep> = serde_json::from_str(&written).expect("a log");
    let ids = panel.setup().questions.clone();
    let fresh = panel_of(PanelSetup { questions: ids, ..setup() }).expect("a panel");
    let mut again = fresh.replayed(log).expect("it fits");
    assert_eq!(again.turn(), PanelTurn::Rate { answer: 0, rater: 0 });
    assert_eq!(again.answers()[0].seconds(), Some(40));
    for panel in [&mut panel, &mut again] {
        rate(panel, 0, 3, "");
    }
    assert_eq!(again.answers()[0].side_by_side(), panel.answers()[0].side_by_side());
}

#[test]
fn candidates_are_compared_by_question_and_section_and_can_be_letters() {
    let mut panel = panel();
    for levels in [[2, 4], [3, 5]] {
        does(&mut panel, PanelCommand::Begin);
        for level in levels {
            does(&mut panel, spoken());
            rate(&mut panel, 0, level, "");
            rate(&mut panel, 1, level, "");
            does(&mut panel, PanelCommand::Continue);
        }
    }
    let table = ComparisonTable::of(&panel, true);
    assert_eq!(table.candidates, ["Candidate A", "Candidate B"]);
    assert_eq!(table.rows[0].of, ComparedBy::Question(0));
    assert_eq!(table.rows[0].means, [Some(2.0), Some(3.0)]);
    let overall = table.rows.last().expect("a row");
    assert_eq!(
        (overall.of, &overall.means[..]),
        (ComparedBy::Overall, &[Some(3.0), Some(4.0)][..])
    );
    assert_eq!(ComparisonTable::of(&panel, false).candidates, ["Ana Lima", "Ben Otte"]);
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let mut panel = panel();
    let sealed = panel.seal(&RaterRating { level: Level::new(3), evidence: String::new() });
    let rate_now = PanelCommand::Rate { rater: 0, rating: sealed };
    for command in [spoken(), PanelCommand::Continue, PanelCommand::Pass, rate_now.clone()] {
        assert!(matches!(panel.apply(command), Err(PanelRejected::NotNow { .. })));
    }
    does(&mut panel, PanelCommand::Begin);
    assert_eq!(panel.apply(typed(" … ")).err(), Some(PanelRejected::NothingSaid));
    let long = typed(&"a ".repeat(30_000));
    assert!(matches!(panel.apply(long), Err(PanelRejected::TooLong { .. })));
    does(&mut panel, spoken());
    let PanelCommand::Rate { rating, .. } = rate_now else { unreachable!() };
    let nobody = PanelCommand::Rate { rater: 2, rating };
    assert_eq!(panel.apply(nobody).err(), Some(PanelRejected::NoSuchRater(3)));
    let broken = serde_json::from_str("\"sealed:1:00\"").expect("a seal");
    let broken = PanelCommand::Rate { rater: 0, rating: broken };
    assert_eq!(panel.apply(broken).err(), Some(PanelRejected::BrokenSeal));
    assert_eq!(panel.log().len(), 2);
}

#[test]
fn a_question_that_is_passed_has_no_answer_and_no_rating() {
    let mut panel = panel();
    does(&mut panel, PanelCommand::Begin);
    assert_eq!(
        does(&mut panel, PanelCommand::Pass),
        [PanelEvent::Passed, PanelEvent::PanelAsked(1)]
    );
    let last = does(&mut panel, PanelCommand::Pass);
    assert_eq!(last, [PanelEvent::Passed, PanelEvent::CandidateDone(0)]);
    assert!(panel.answers().is_empty());
}

#[test]
fn a_setup_that_cannot_be_says_what_is_wrong() {
    let fault = |setup| panel_of(setup).err().map(|fault| fault.to_string()).unwrap_or_default();
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    assert!(fault(PanelSetup { raters: vec![], ..setup() }).contains("1 to 5 raters, not 0"));
    assert!(
        fault(PanelSetup { raters: names(&["a", "b", "c", "d", "e", "f"]), ..setup() })
            .contains("not 6")
    );
    assert!(
        fault(PanelSetup { candidates: names(&["Ana", " ana "]), ..setup() })
            .contains("two candidates")
    );
    assert!(
        fault(PanelSetup { candidates: names(&["A\u{1b}[2J"]), ..setup() }).contains("no name")
    );
    assert!(
        fault(PanelSetup { questions: names(&["nope"]), ..setup() }).contains("no question `nope`")
    );
    assert!(fault(PanelSetup { minutes: 900, ..setup() }).contains("too long"));
}
