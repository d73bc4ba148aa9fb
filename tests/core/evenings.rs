//! Four evenings before a panel, played by a script in the terminal, and what the history makes of them.

use std::{error::Error, fs};

use serde_json::Value;

use crate::{
    command_line::{Desk, Ran},
    small,
};

type Tested = Result<(), Box<dyn Error>>;

/// An answer that holds.
const STRONG: &str = "In March a pipe burst above our map room at night. I had one night to save the collection. I carried 300 maps to \
     the chapel and laid them out between blotters. In the end we lost 2 maps of 300, and the insurer paid for a new pipe.";
/// One that does not.
const WEAK: &str = "We saved most of the maps.";

/// A desk with the small scenario on it.
fn desk() -> Result<Desk, Box<dyn Error>> {
    let desk = Desk::new()?;
    fs::create_dir(desk.path("scenes"))?;
    fs::write(desk.path("scenes/small.scenario.ron"), small::SCENE)?;
    Ok(desk)
}

fn run(desk: &Desk, line: &str, now: &str, input: &str) -> Result<Ran, Box<dyn Error>> {
    let mut arguments: Vec<&str> = line.split(' ').collect();
    arguments.extend(["--now", now]);
    let ran = desk.run(&arguments, input)?;
    assert_eq!(ran.code, Some(0), "{line}: {}{}", ran.out, ran.err);
    Ok(ran)
}

fn json(desk: &Desk, line: &str, now: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&run(desk, line, now, "")?.out)?)
}

/// What is due on a day: the question's id and why.
fn due(desk: &Desk, now: &str) -> Result<Vec<(String, String)>, Box<dyn Error>> {
    let today = json(desk, "today --format json", now)?;
    let told = |pick: &Value, field: &str| pick[field].as_str().unwrap_or_default().to_owned();
    let picks = today["picks"].as_array().ok_or("no picks")?;
    Ok(picks.iter().map(|pick| (told(pick, "question"), told(pick, "reason"))).collect())
}

/// A script that gives these answers, one behind the other.
fn script(answers: &[&str]) -> String {
    answers.iter().map(|answer| format!("{answer}\n.\n/rate 3\n")).collect()
}

/// The times of the four evenings; the second is past midnight, and of the evening before.
const EVENINGS: [&str; 4] = [
    "2026-11-16T19:30+01:00",
    "2026-11-18T01:30+01:00",
    "2026-11-19T19:30+01:00",
    "2026-11-21T20:00+01:00",
];

/// Plays the four evenings; gives all that was printed.
fn four_evenings(desk: &Desk) -> Result<String, Box<dyn Error>> {
    let mut printed = run(desk, "plan small --date 2026-11-23 --minutes 8", EVENINGS[0], "")?.out;
    let answers = [
        script(&[WEAK, WEAK]),
        script(&["I fetched it.", "I like archives."]),
        script(&[
            STRONG,
            "I changed the blotters every 4 hours and ran two fans in the nave for 9 days.",
        ]),
        script(&[
            "A reader had waited 5 weeks for a parish register. I fetched it myself from the depot. He found his \
             grandmother that afternoon.",
            STRONG,
        ]),
    ];
    for (now, answers) in EVENINGS.into_iter().zip(answers) {
        printed += &run(desk, "today", now, "")?.out;
        printed += &run(desk, "play --today", now, &answers)?.out;
    }
    for line in ["history", "progress", "compare 1 5", "show 5"] {
        printed += &run(desk, line, EVENINGS[3], "")?.out;
    }
    Ok(printed)
}

#[test]
fn four_evenings_bring_back_what_is_weak_and_play_again_byte_for_byte() -> Tested {
    let (one, other) = (desk()?, desk()?);
    assert_eq!(four_evenings(&one)?, four_evenings(&other)?);
    let history = json(&one, "history --format json", EVENINGS[3])?;
    let asked: Vec<_> = history
        .as_array()
        .ok_or("no list")?
        .iter()
        .map(|line| {
            let text = |field: &str| line[field].as_str().unwrap_or_default();
            (text("day"), text("question"), line["level"].as_u64().unwrap_or(0))
        })
        .collect();
    let days: Vec<_> = asked.iter().map(|(day, ..)| *day).collect();
    let expected = ["2026-11-16", "2026-11-17", "2026-11-19", "2026-11-21"];
    assert_eq!(days, expected.iter().flat_map(|day| [*day; 2]).collect::<Vec<_>>());
    // Two fit into eight minutes: first all that was never asked, then what would be remembered least.
    let ids: Vec<_> = asked.iter().map(|(_, id, _)| *id).collect();
    assert_eq!(ids[..4], ["flood", "dry", "angry-reader", "why-here"]);
    let level = |id: &str, nth: usize| {
        asked.iter().filter(|(_, question, _)| *question == id).nth(nth).map(|(.., level)| *level)
    };
    assert!(level("flood", 1) > level("flood", 0), "{asked:?}");
    Ok(())
}

#[test]
fn an_evening_says_what_is_due_and_why() -> Tested {
    let desk = desk()?;
    run(&desk, "plan small --date 2026-11-23 --minutes 20", EVENINGS[0], "")?;
    let why: Vec<_> = due(&desk, EVENINGS[0])?.into_iter().map(|(_, why)| why).collect();
    assert_eq!(why, ["not yet asked"; 4]);
    run(&desk, "play --today", EVENINGS[0], &script(&[STRONG, WEAK]))?;
    // What was answered this evening is not asked in it once more.
    let due_then: Vec<_> = due(&desk, EVENINGS[0])?.into_iter().map(|(id, _)| id).collect();
    assert_eq!(due_then, ["angry-reader", "why-here"]);
    let later = due(&desk, EVENINGS[2])?;
    let weak = later.iter().find(|(id, _)| id == "dry").ok_or("it is weak")?;
    assert!(weak.1.starts_with("was a ") && weak.1.ends_with(" on Monday"), "{weak:?}");
    let out = run(&desk, "today", EVENINGS[2], "")?.out;
    assert!(out.contains("The panel “A small panel”: 23 November 2026, in 4 days."), "{out}");
    Ok(())
}

#[test]
fn a_scenario_that_was_changed_is_planned_as_it_is_now() -> Tested {
    let desk = desk()?;
    let path = desk.path("scenes/small.scenario.ron");
    run(&desk, "plan small --date 2026-11-23 --minutes 60", EVENINGS[0], "")?;
    run(&desk, "play small --only why-here", EVENINGS[0], &script(&[STRONG]))?;
    let asked = small::SCENE.replace("Why do you want to work here?", "What drew you to us?");
    fs::write(&path, asked)?;
    // It is another question now, and nobody answered that.
    let now = due(&desk, EVENINGS[0])?;
    assert!(now.contains(&("why-here".to_owned(), "not yet asked".to_owned())), "{now:?}");
    // A file with faults, or none at all, is as it was noted last.
    fs::write(&path, "(")?;
    assert_eq!(due(&desk, EVENINGS[0])?, now);
    fs::remove_file(&path)?;
    assert_eq!(due(&desk, EVENINGS[0])?, now);
    let out = run(&desk, "play --today", EVENINGS[2], &script(&[WEAK; 4]))?.out;
    assert!(out.contains("Head Archivist:\n  What drew you to us?"), "{out}");
    Ok(())
}

#[test]
fn a_kept_answer_is_what_the_own_story_is_compared_with() -> Tested {
    let desk = desk()?;
    run(&desk, "play small --only flood --story own", EVENINGS[0], &script(&[STRONG]))?;
    let before = run(&desk, "play small --only flood --story own", EVENINGS[1], &script(&[WEAK]))?;
    assert!(before.out.contains("One way to tell it, in the model's own story:"), "{}", before.out);
    let said = run(&desk, "keep 1", EVENINGS[1], "")?.out;
    assert!(said.starts_with("Attempt 1 is your answer to"), "{said}");
    let after = run(&desk, "play small --only flood --story own", EVENINGS[2], &script(&[WEAK]))?;
    assert!(after.out.contains("Your own answer that you kept:"), "{}", after.out);
    assert!(after.out.contains("not heard: I carried 300 maps to the chapel"), "{}", after.out);
    let book = run(&desk, "answers", EVENINGS[2], "")?.out;
    assert!(book.contains("[A] I carried 300 maps to the chapel"), "{book}");
    assert!(book.contains(" spoken (attempt 1)"), "{book}");
    // The scenario itself is as it was, and so is whoever tells its story.
    let this = run(&desk, "play small --only flood", EVENINGS[2], &script(&[WEAK]))?;
    assert!(this.out.contains("The model answer:"), "{}", this.out);
    assert_eq!(fs::read_to_string(desk.path("scenes/small.scenario.ron"))?, small::SCENE);
    run(&desk, "keep 1 --undo", EVENINGS[2], "")?;
    let out = run(&desk, "answers", EVENINGS[2], "")?.out;
    assert!(out.starts_with("No answer is kept yet"), "{out}");
    Ok(())
}

#[test]
fn what_was_practised_can_be_taken_along_and_deleted() -> Tested {
    let desk = desk()?;
    let formula = "=HYPERLINK(1) was what I wrote on the wall of the map room in March.";
    run(&desk, "play small --only flood", EVENINGS[0], &script(&[formula]))?;
    run(&desk, "keep 1", EVENINGS[0], "")?;
    let exported: Value = json(&desk, "export", EVENINGS[0])?;
    let attempt = &exported["attempts"][0];
    assert_eq!((attempt["answer"].as_str(), &attempt["kept"]), (Some(formula), &true.into()));
    assert_eq!(attempt["ratings"], serde_json::json!([{ "rater": "player", "level": 3 }]));
    assert!(attempt["assessment"]["findings"].as_array().is_some_and(|found| found.len() > 10));
    let table = run(&desk, "export --format csv", EVENINGS[0], "")?.out;
    assert!(table.contains("'=HYPERLINK(1)") && !table.contains(",=HYPERLINK(1)"), "{table}");
    let refused = desk.run(&["delete"], "")?;
    assert_eq!((refused.code, refused.out.as_str()), (Some(1), ""));
    assert!(desk.path("data/history.sqlite").exists());
    assert_eq!(desk.run(&["delete", "--yes"], "")?.code, Some(0));
    let left: Vec<_> = fs::read_dir(desk.path("data"))?.collect();
    assert!(left.is_empty(), "{left:?}");
    let out = run(&desk, "history", EVENINGS[0], "")?.out;
    assert_eq!(out, "Nothing was answered yet: `hotseat play` begins.\n");
    Ok(())
}

#[test]
fn an_interview_of_an_earlier_day_can_be_opened_again() -> Tested {
    let desk = desk()?;
    let answers = script(&[STRONG]);
    let then = run(&desk, "play small --only flood --format json", EVENINGS[0], &answers)?.out;
    assert_eq!(run(&desk, "debrief 1 --format json", EVENINGS[2], "")?.out, then);
    let missing = desk.run(&["debrief", "2"], "")?;
    assert_eq!(missing.code, Some(1));
    assert!(missing.err.starts_with("hotseat: there is no session 2"), "{}", missing.err);
    Ok(())
}

#[test]
fn only_the_questions_that_are_named_or_weak_are_asked() -> Tested {
    let desk = desk()?;
    let out = run(&desk, "play small --only why-here,dry", EVENINGS[0], "")?.out;
    assert!(out.contains("Question 1 of 2. Head Archivist:\n  How did you dry them?"), "{out}");
    run(&desk, "play small --only flood", EVENINGS[0], &script(&[STRONG]))?;
    let out = run(&desk, "play small --weak", EVENINGS[1], "")?.out;
    assert!(out.contains("Question 1 of 3. Head Archivist:\n  How did you dry them?"), "{out}");
    let unknown = desk.run(&["play", "small", "--only", "salary"], "")?;
    assert_eq!(unknown.code, Some(1));
    assert!(
        unknown.err.contains("there is no question `salary`: take one of flood, dry"),
        "{}",
        unknown.err
    );
    Ok(())
}

#[test]
fn wrong_times_and_numbers_are_refused_in_a_sentence() -> Tested {
    let desk = desk()?;
    for (line, said) in [
        ("today --now soon", "hotseat: `soon` is no time: write it as 2026-11-14"),
        ("plan --date 14.11.2026", "hotseat: `14.11.2026` is no date: write it as 2026-11-14"),
        ("plan --date 2020-01-01 --now 2026-11-16", "hotseat: 1 January 2020 has passed"),
        ("show 7", "hotseat: there is no attempt 7"),
        ("compare 1 2", "hotseat: there is no attempt 1"),
        ("keep 1", "hotseat: there is no attempt 1"),
        ("history --question salary", "hotseat: nothing was answered to a question `salary`"),
    ] {
        let ran = desk.run(&line.split(' ').collect::<Vec<_>>(), "")?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{line}");
        assert!(ran.err.starts_with(said), "{line}: {}", ran.err);
    }
    Ok(())
}

#[test]
fn sessions_that_were_finished_before_are_read_in_once() -> Tested {
    let desk = desk()?;
    let shelf = desk.path("data/sessions");
    fs::create_dir_all(&shelf)?;
    let journals: [(&str, &str); 2] = [
        ("1760000000000", include_str!("journals/version-3.jsonl")),
        ("1770000000000", include_str!("journals/version-4.jsonl")),
    ];
    for (at, journal) in journals {
        fs::write(shelf.join(format!("{at}.jsonl")), journal)?;
    }
    fs::write(shelf.join("1780000000000.jsonl"), "damaged")?;
    let first = run(&desk, "history --format json", EVENINGS[0], "")?;
    assert_eq!(first.err, "note: 2 earlier interviews were read into your history\n");
    let again = run(&desk, "history --format json", EVENINGS[0], "")?;
    assert_eq!((again.err.as_str(), &again.out), ("", &first.out));
    let read: Value = serde_json::from_str(&again.out)?;
    assert!(read.as_array().is_some_and(|lines| lines.len() > 2), "{read}");
    Ok(())
}
