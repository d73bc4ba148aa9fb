//! The cases: each seed is one, of one kind, the same every time.

use std::{
    io::{Cursor, Read},
    sync::{Arc, LazyLock},
};

use hotseat::interview::{
    chance::Chance,
    debrief::Debrief,
    diagnostic::Diagnostic,
    drafting,
    importing::{self, Imported},
    scenario::Scenario,
    scoring::{Scorer, Story, assessment::Level},
    session::{AnswerKind, Command, Order, Pace, Probes, Session, Settings},
    text::MAX_ANSWER,
    transcript::{self, edits::Edits},
};
use zip::ZipArchive;

use crate::{damage::damage, interview::INTERVIEWS, written};

const TRANSCRIPT: &str = include_str!("../../assets/transcripts/senior-pm-promotion.txt");
const SCENES: [&str; 2] = [
    include_str!("../../scenes/senior-pm-promotion.scenario.ron"),
    include_str!("../../scenes/ward-manager.scenario.ron"),
];
const MAX_SCENARIO: usize = hotseat::interview::scenario::MAX_BYTES;

/// What repeated often may take more than its share of time.
const UNITS: [&str; 14] = [
    "x",
    ",",
    "7 ",
    "$9,9% ",
    "Go. ",
    "We sold 7. ",
    "\"a\" ",
    "“",
    "a\n",
    "e\u{301}\u{301}",
    "as a result of that ",
    "?!",
    "(",
    "In March I moved 40 boxes to the depot, and as a result we saved 12% of the rent. ",
];

static PLAYED: LazyLock<Vec<(Arc<Scenario>, Arc<Scorer>)>> = LazyLock::new(|| {
    let scenarios = SCENES.iter().filter_map(|text| Scenario::from_ron(text).ok());
    let with_scorer = |scenario| {
        let scorer = Arc::new(Scorer::of(&scenario));
        (Arc::new(scenario), scorer)
    };
    scenarios.map(with_scorer).collect()
});

/// Every interview in every form.
static FORMS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut files = Vec::new();
    for interview in INTERVIEWS {
        files.extend(written::TALKS.iter().map(|(_, write)| write(interview)));
        files.extend(written::BANKS.iter().map(|(_, _, write)| write(interview)));
        files.extend(written::NAMELESS.iter().map(|(_, write)| write(interview)));
    }
    files
});

/// A kind of case: its name, and what is tried; it tells the promise that was not kept.
pub type Case = (&'static str, fn(&mut Chance) -> Result<(), String>);

/// What a stranger's file may be.
pub const FILES: Case = ("a damaged file of any form", any_form);

/// Files twice: they are what comes from strangers.
const CASES: [Case; 6] = [
    FILES,
    FILES,
    ("a transcript", transcript),
    ("a scenario", scenario),
    ("a play", play),
    ("an answer", answer),
];

/// What a seed tries.
pub fn case(seed: u64) -> &'static Case {
    &CASES[Chance::new(seed, 0).below(CASES.len())]
}

/// Tries a case.
pub fn run((_, tried): &Case, seed: u64) -> Result<(), String> {
    tried(&mut Chance::new(seed, 1))
}

/// The file that a seed tries to have read.
pub fn file(seed: u64) -> Vec<u8> {
    damaged_form(&mut Chance::new(seed, 1))
}

fn check(kept: bool, promise: impl FnOnce() -> String) -> Result<(), String> {
    if kept { Ok(()) } else { Err(promise()) }
}

/// What every list of faults promises of a text.
fn check_faults(faults: &[Diagnostic], text: &str) -> Result<(), String> {
    let lines = text.split(['\n', '\r']).count();
    for fault in faults {
        let there = (1..=lines).contains(&fault.line) && fault.column >= 1;
        check(there, || format!("{fault} is in none of {lines} lines"))?;
        check(!fault.message.is_empty() && !fault.help.is_empty(), || {
            format!("{fault} says nothing")
        })?;
    }
    check(faults.len() <= 300, || format!("{} faults", faults.len()))
}

fn transcript(chance: &mut Chance) -> Result<(), String> {
    let bytes = match chance.below(8) {
        0 => spoken(chance).into_bytes(),
        1 => UNITS[chance.below(UNITS.len())].repeat(1 + chance.below(200_000)).into_bytes(),
        _ => damage(chance, TRANSCRIPT.as_bytes(), SCENES[1].as_bytes()),
    };
    let (read, faults) = transcript::read(&bytes);
    check_faults(&faults, &String::from_utf8_lossy(&bytes))?;
    let draft = drafting::draft(&read).to_ron().map_err(|error| error.to_string())?;
    let drafted = Scenario::from_ron(&draft);
    check(!faults.is_empty() || drafted.is_ok(), || format!("the draft has faults: {drafted:?}"))
}

/// A file of one of the forms, damaged; nobody in it is invented, and what is read without a fault can be played.
fn any_form(chance: &mut Chance) -> Result<(), String> {
    let bytes = damaged_form(chance);
    // Where there is no text, the lines are those of the bytes.
    let lossy = || String::from_utf8_lossy(&bytes).into_owned();
    let text = transcript::text(&bytes).unwrap_or_else(lossy);
    let edits = Edits {
        candidate: (chance.below(4) == 0).then(|| "Tomas Berg".to_owned()),
        left_out: Vec::from_iter((chance.below(6) == 0).then(|| "Kofi Mensah".to_owned())),
        alternate: chance.below(4) == 0,
        ..Edits::default()
    };
    let (transcript, diagnostics) = transcript::read_with(&bytes, &edits);
    check_faults(&diagnostics, &text)?;
    // Drafting judges every card, which takes longer than reading.
    if chance.below(32) == 0 {
        let Imported { draft, diagnostics, .. } = importing::import(&bytes, &edits);
        let failed = diagnostics.iter().any(Diagnostic::is_error);
        check(failed || draft.is_some(), || "no fault and no draft".to_owned())?;
    }
    let (said, bare) = (text.to_lowercase(), letters(&text));
    let by_turns = |name: &str| edits.alternate && matches!(name, "Interviewer" | "Candidate");
    for one in transcript.panel.iter().filter(|one| !by_turns(&one.title)) {
        let there = |word: &str| {
            let written = said.contains(&word.to_lowercase()) || bare.contains(&letters(word));
            written || word == "Speaker"
        };
        check(one.title.split([' ', '.', '_']).all(there), || {
            format!("{} is invented", one.title)
        })?;
    }
    Ok(())
}

/// The letters and digits of a text, small, without the tags and marks that damage may have put between those of a name.
fn letters(text: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(c) = rest.chars().next() {
        let tag = rest.starts_with('<').then(|| rest.find('>')).flatten();
        rest = match tag.filter(|end| *end < 40) {
            Some(end) => &rest[end + 1..],
            None => {
                kept.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
                &rest[c.len_utf8()..]
            }
        };
    }
    kept
}

fn damaged_form(chance: &mut Chance) -> Vec<u8> {
    let form = |chance: &mut Chance| FORMS[chance.below(FORMS.len())].as_slice();
    let (bytes, other) = (form(chance), form(chance));
    let document = || {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut xml = Vec::new();
        archive.by_name("word/document.xml").ok()?.read_to_end(&mut xml).ok()?;
        Some(xml)
    };
    match document().filter(|_| chance.below(4) > 0) {
        Some(xml) => written::zipped(&damage(chance, &xml, other)),
        None => damage(chance, bytes, other),
    }
}

/// Many turns under labels that are hard to tell.
fn spoken(chance: &mut Chance) -> String {
    const LABELS: [&str; 12] = [
        "Sarah",
        "Sarha",
        "VP",
        "VP Prodct",
        "Director Eng",
        "Data",
        "Result",
        "Guest",
        "sarah",
        "S. Chen",
        "Ms. Chen (on video)",
        "Interviewer",
    ];
    let mut text =
        "CANDIDATE: Sarah Chen\nINTERVIEWERS: VP Product, Director of Engineering\n".to_owned();
    for _ in 0..chance.below(4_000) {
        let label = LABELS[chance.below(LABELS.len())];
        let said = ["Why?", "So.", "", "I did it: we won 40%.", "Tell me more.", "===\n A \n==="]
            [chance.below(6)];
        let blank = ["\n", "\n\n"][chance.below(2)];
        text.push_str(&format!("{label}: {said}{blank}"));
    }
    text
}

fn scenario(chance: &mut Chance) -> Result<(), String> {
    let scene = SCENES[chance.below(SCENES.len())];
    let bytes = match chance.below(12) {
        0 => {
            let unit = [
                "(",
                "[",
                "\"a\",",
                "(id: ",
                ",",
                "\\",
                "Some(",
                "/*",
                "[[(Action, \"x\"),",
                "a: 1,",
            ][chance.below(10)];
            unit.repeat(chance.below(MAX_SCENARIO / unit.len())).into_bytes()
        }
        _ => damage(chance, scene.as_bytes(), TRANSCRIPT.as_bytes()),
    };
    let text = String::from_utf8_lossy(&bytes);
    let faults = match Scenario::from_ron(&text) {
        Ok(scenario) => {
            return Scorer::of(&scenario)
                .assess(0, "I led 3 people, and we won 40%.", Story::This)
                .map(|_| ())
                .map_err(|error| error.to_string());
        }
        Err(faults) => faults,
    };
    check(!faults.is_empty(), || "refused without a fault".to_owned())?;
    check_faults(&faults, &text)?;
    // What a fix changes can be read on, whatever comes of it.
    for fix in faults.iter().filter_map(|fault| fault.fix.as_ref()).take(3) {
        let Some(mended) = fix.apply(&text) else { return Err(format!("{fix:?} does not fit")) };
        drop(Scenario::from_ron(&mended));
    }
    Ok(())
}

fn words(chance: &mut Chance) -> String {
    match chance.below(6) {
        0 => String::new(),
        1 => String::from_utf8_lossy(&damage(chance, TRANSCRIPT.as_bytes(), SCENES[0].as_bytes()))
            .into_owned(),
        2 => {
            let unit = UNITS[chance.below(UNITS.len())];
            unit.repeat(chance.below(MAX_ANSWER / unit.chars().count() + 2))
        }
        _ => {
            let lines: Vec<&str> = TRANSCRIPT.lines().collect();
            let from = chance.below(lines.len());
            let some = &lines[from..(from + chance.below(12)).min(lines.len())];
            String::from_utf8_lossy(&damage(
                chance,
                some.join("\n").as_bytes(),
                TRANSCRIPT.as_bytes(),
            ))
            .into_owned()
        }
    }
}

fn story(chance: &mut Chance) -> Story {
    [Story::This, Story::Own][chance.below(2)]
}

fn answer(chance: &mut Chance) -> Result<(), String> {
    let (scenario, scorer) = &PLAYED[chance.below(PLAYED.len())];
    let (question, text) = (chance.below(scenario.questions().len()), words(chance));
    let story = story(chance);
    let Ok(assessment) = scorer.assess(question, &text, story) else {
        return check(text.chars().count() > MAX_ANSWER, || "refused within the bound".to_owned());
    };
    let spans = assessment.sentences.iter().map(|sentence| sentence.span);
    for span in spans.chain(assessment.strengths.iter().map(|strength| strength.quote)) {
        check(text.get(span.start..span.end).is_some(), || format!("{span:?} is no part of it"))?;
    }
    let again = scorer.assess(question, &text, story).map_err(|error| error.to_string())?;
    let written = |of| serde_json::to_string(of).map_err(|error| error.to_string());
    check(written(&assessment)? == written(&again)?, || {
        "judged twice, judged differently".to_owned()
    })
}

fn play(chance: &mut Chance) -> Result<(), String> {
    let (scenario, scorer) = &PLAYED[chance.below(PLAYED.len())];
    let settings = Settings {
        seed: chance.below(1_000) as u64,
        order: [Order::Scripted, Order::Shuffled][chance.below(2)],
        answers: [AnswerKind::Typed, AnswerKind::Picked][chance.below(2)],
        pace: [Pace::Coach, Pace::Live][chance.below(2)],
        story: story(chance),
        probes: Probes::at_most(u8::try_from(chance.below(3)).unwrap_or(0)),
    };
    let mut session = Session::new(Arc::clone(scenario), Arc::clone(scorer), settings);
    for _ in 0..chance.below(60) {
        let before = session.log().len();
        let accepted = session.apply(command(chance)).is_ok();
        let logged = session.log().len() - before;
        check(logged == usize::from(accepted), || format!("{accepted}, and {logged} are logged"))?;
        let _ = (session.cards(), session.hint(), session.turn());
    }
    let debrief = |session: &Session| {
        serde_json::to_string(&Debrief::of(session)).map_err(|error| error.to_string())
    };
    let log = session.log().to_vec();
    let again = Session::replay(Arc::clone(scenario), Arc::clone(scorer), settings, log)
        .map_err(|rejected| format!("its log is refused: {rejected}"))?;
    check(debrief(&session)? == debrief(&again)?, || "replayed, it ends otherwise".to_owned())
}

fn command(chance: &mut Chance) -> Command {
    match chance.below(14) {
        0 | 1 => Command::Begin,
        2..=4 => Command::Answer(words(chance).chars().take(2_000).collect()),
        5 => Command::Pick(chance.below(6)),
        6 => Command::Pick(usize::MAX),
        7 => Command::Rate(None),
        8 => Command::Rate(Some(Level::new(u8::try_from(chance.below(5)).unwrap_or(0) + 1))),
        9 => [Command::Hint, Command::Retry][chance.below(2)].clone(),
        10 => Command::Skip,
        11 => [Command::Pause, Command::Resume][chance.below(2)].clone(),
        12 if chance.below(8) == 0 => Command::Finish,
        _ => Command::Continue,
    }
}
