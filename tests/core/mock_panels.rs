//! A mock panel from its setup to its scorecards, as the terminal holds it, and what may be seen of a rating before all are
//! in: nothing.

use std::{error::Error, fs, path::Path};

use hotseat::{
    interview::{
        ratings::of_candidate::about_candidate,
        scoring::{Scorer, Story},
    },
    storage::{examples, scenarios},
};
use serde_json::Value;

use crate::command_line::{Desk, Ran, Tested};

const NOW: [&str; 2] = ["--now", "2026-11-14T19:30+01:00"];
/// What a rater writes, which nobody may see before all have rated.
const SECRET: &str = "xylophone";
const ANSWER: &str = "In March two nurses were ill, so I moved two people from the day to the night and wrote down each \
    fall. By May the falls had gone from nine to three a month.";

/// The ids of the first questions of the ward's panel.
fn questions(count: usize) -> Result<String, Box<dyn Error>> {
    let scenario = scenarios::load(Some("ward-manager"))?.scenario;
    let ids = scenario.questions().iter().take(count).map(|question| question.id.clone());
    Ok(ids.collect::<Vec<_>>().join(","))
}

/// Holds a panel of two candidates and two raters.
fn hold(desk: &Desk, count: usize, script: &str) -> Result<Ran, Box<dyn Error>> {
    let only = questions(count)?;
    let who = [
        "--candidate",
        "Ana Lima",
        "--candidate",
        "=Ben|Otte",
        "--rater",
        "Mara",
        "--rater",
        "Tom",
    ];
    let what = ["panel", "ward-manager", "--only", &only, "--minutes", "20", NOW[0], NOW[1]];
    desk.run(&[&what[..], &who[..]].concat(), script)
}

/// Everything in a folder, as text.
fn all_in(folder: &Path) -> Result<String, Box<dyn Error>> {
    let mut all = String::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            all.push_str(&all_in(&path)?);
        } else {
            all.push_str(&String::from_utf8_lossy(&fs::read(&path)?));
        }
    }
    Ok(all)
}

/// A script of two candidates over four questions: the first types, the second speaks and a rater takes notes.
fn whole_panel() -> String {
    let typed =
        format!("{ANSWER}\n.\n/own 5\n4\nNine to three.\n2\n“We” is not said, but no cause is.\n");
    let spoken = "/spoken 95\n/note A: moved two nurses\n/point 1\n/flag 2\n3\n\n/note R: calmer\n3\nCalmer, by how much?\n";
    format!("{}{}", typed.repeat(4), spoken.repeat(4))
}

#[test]
fn two_candidates_four_questions_and_two_raters_end_in_scorecards_that_hold() -> Tested {
    let desk = Desk::new()?;
    let ran = hold(&desk, 4, &whole_panel())?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out.matches("All ratings are in.").count(), 8);
    assert!(
        ran.out.contains("Two levels or more apart")
            && ran.out.contains("  Mean: 3.0, from 2 to 4.")
    );
    assert!(
        ran.out.contains("A: moved two nurses")
            && ran.out.contains("gives no level to what was spoken")
    );
    assert!(!ran.out.contains('\u{1b}'), "a pipe gets plain lines");
    let listed = desk.run(&["panel", "--list", NOW[0], NOW[1]], "")?;
    assert!(listed.out.starts_with("1: Ward manager panel, 2026-11-14"), "{}", listed.out);

    let ran = desk.run(&["scorecard", "--into", "cards", NOW[0], NOW[1]], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let names: Vec<_> = ran.out.lines().collect();
    assert_eq!(names.len(), 13, "{names:?}");
    for name in &names {
        assert!(fs::metadata(desk.path("cards").join(name))?.len() > 200, "{name}");
    }
    let page = fs::read_to_string(desk.path("cards/scorecard-ana-lima-2026-11-14.html"))?;
    for said in
        ["Nine to three.", "Key takeaways", "Attributes", "Overall recommendation", "Who rated how"]
    {
        assert!(page.contains(said), "{said}");
    }
    let pdf = fs::read(desk.path("cards/scorecard-ana-lima-2026-11-14.pdf"))?;
    assert!(pdf.starts_with(b"%PDF-"));
    let table = names.iter().find(|name| name.contains("ben") && name.ends_with(".csv"));
    let table = fs::read_to_string(desk.path("cards").join(table.ok_or("no table")?))?;
    assert!(table.contains("'=Ben|Otte") && !table.contains("\n=Ben"), "{table}");

    let card = "cards/scorecard-ana-lima-2026-11-14.json";
    let verified = desk.run(&["verify", card], "")?;
    assert_eq!(
        (verified.code, verified.out.as_str()),
        (Some(0), "the same: 4 typed answers scored again\n")
    );
    Ok(())
}

#[test]
fn a_card_of_which_a_byte_is_changed_or_whose_engine_is_another_says_so() -> Tested {
    let desk = Desk::new()?;
    let typed = format!("{ANSWER}\n.\n4\n\n3\n\n/finish\n");
    hold(&desk, 1, &typed)?;
    let json = ["scorecard", "--candidate", "Ana Lima", "--format", "json", NOW[0], NOW[1]];
    let card = desk.run(&json, "")?.out;
    desk.put("card.json", &card)?;
    assert_eq!(desk.run(&["verify", "card.json"], "")?.code, Some(0));
    for at in (0..card.len()).step_by(card.len() / 7) {
        let mut bytes = card.clone().into_bytes();
        bytes[at] ^= 1;
        desk.put("flipped.json", bytes)?;
        let ran = desk.run(&["verify", "flipped.json"], "")?;
        assert_eq!(ran.code, Some(1), "byte {at}: {}{}", ran.out, ran.err);
    }
    // With a checksum that fits, the answers themselves are scored again.
    let read = hotseat::interview::scorecard::Scorecard::from_json(&card)?;
    let mut lying = read.clone();
    let game = lying.questions[0].game.as_mut().ok_or("no game")?;
    game.level = hotseat::interview::scoring::assessment::Level::new(if game.level.number() == 5 {
        1
    } else {
        5
    });
    desk.put("lying.json", lying.to_json())?;
    let ran = desk.run(&["verify", "lying.json"], "")?;
    assert!(ran.code == Some(1) && ran.out.starts_with("changed: the same engine"), "{}", ran.out);
    let mut older = read.clone();
    let game = older.questions[0].game.as_mut().ok_or("no game")?;
    game.judged_by.version = "0.0.1+0".to_owned();
    desk.put("older.json", older.to_json())?;
    let ran = desk.run(&["verify", "older.json"], "")?;
    assert!(ran.code == Some(0) && ran.out.starts_with("a newer engine (0.0.1+0"), "{}", ran.out);
    let mut other = read;
    other.rescoring.fingerprint = hotseat::interview::fingerprint::Fingerprint::of(["another"]);
    desk.put("other.json", other.to_json())?;
    let ran = desk.run(&["verify", "other.json"], "")?;
    assert!(ran.code == Some(1) && ran.out.contains("the scenario is another one"), "{}", ran.out);
    desk.put("none.json", "{}")?;
    assert!(desk.run(&["verify", "none.json"], "")?.err.contains("no scorecard"));
    Ok(())
}

#[test]
fn nothing_of_a_rating_is_seen_in_terminal_journal_or_export_before_all_are_in() -> Tested {
    let desk = Desk::new()?;
    let script = format!("{ANSWER}\n.\n/own 5\n/note A: {SECRET}\n4\n{SECRET}\n");
    let ran = hold(&desk, 2, &script)?;
    assert!(ran.out.contains("Mara has rated.") && !ran.out.contains(SECRET), "{}", ran.out);
    assert!(!ran.out.contains("The game:"));
    let kept = all_in(&desk.path("data"))?;
    assert!(kept.contains("sealed:") && !kept.contains(SECRET), "{kept}");
    let listed = desk.run(&["panel", "--list", NOW[0], NOW[1]], "")?;
    assert!(listed.out.starts_with("--continue=1: ward-manager with Ana Lima"), "{}", listed.out);
    let export = desk.run(&["export", NOW[0], NOW[1]], "")?.out;
    assert!(!listed.out.contains(SECRET) && !export.contains(SECRET));

    // Taken up where it was left, the other rater rates, and both can be seen.
    let go_on = ["panel", "--continue", NOW[0], NOW[1]];
    let ran =
        desk.run(&go_on, "2\nNo cause was named.\n/change 2 3 I had missed the count.\n/finish\n")?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains(&format!("Mara: 4. {SECRET}"))
            && ran.out.contains(&format!("A: {SECRET}")),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("Tom: 2. No cause was named.") && ran.out.contains("The candidate: 5.")
    );
    let card = desk.run(&["scorecard", "--candidate", "Ana Lima", NOW[0], NOW[1]], "")?.out;
    assert!(card.contains("Changed to 3 when all were seen") && card.contains(SECRET), "{card}");
    let export: Value = serde_json::from_str(&desk.run(&["export", NOW[0], NOW[1]], "")?.out)?;
    assert_eq!(
        export["mock_panels"][0]["scorecards"][0]["questions"][0]["ratings"][0]["evidence"],
        SECRET
    );
    // The journal that is kept for good holds the ratings sealed.
    assert!(!all_in(&desk.path("data/panels"))?.contains(SECRET));
    Ok(())
}

#[test]
fn a_panel_that_ends_while_an_answer_is_rated_has_no_ratings_of_it_on_its_card() -> Tested {
    let desk = Desk::new()?;
    let left = format!("{ANSWER}\n.\n4\n{SECRET}\n");
    hold(&desk, 1, &left)?;
    // The journal of a panel that was ended there, as a window that ends it would write it.
    let ran = desk.run(&["panel", "--continue", NOW[0], NOW[1]], "")?;
    assert!(ran.code == Some(0) && !ran.out.contains(SECRET), "{}", ran.out);
    assert!(desk.run(&["scorecard", NOW[0], NOW[1]], "")?.code == Some(1), "nothing is over yet");
    Ok(())
}

#[test]
fn a_briefing_is_printed_with_questions_anchors_and_room() -> Tested {
    let desk = Desk::new()?;
    let brief = |file: &str| {
        let who = ["--candidate", "Ana", "--rater", "Mara", "--briefing", file];
        desk.run(&[&["panel", "ward-manager"][..], &who[..]].concat(), "")
    };
    for file in ["b.html", "b.md", "b.pdf"] {
        let ran = brief(file)?;
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{file}");
    }
    let page = fs::read_to_string(desk.path("b.html"))?;
    let scenario = scenarios::load(Some("ward-manager"))?.scenario;
    assert!(page.contains("What the levels sound like") && page.contains("class=\"line\""));
    assert!(
        scenario
            .questions()
            .iter()
            .all(|question| page.contains(&question.text.replace('\'', "&#39;"))
                || page.contains(&question.text))
    );
    let pdf = fs::read(desk.path("b.pdf"))?;
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert!(pages <= 1, "{pages} pages");
    assert!(
        brief("b.pdf")?.err.contains("--force") && brief("b.txt")?.err.contains("ends in none of")
    );
    Ok(())
}

#[test]
fn a_panel_that_cannot_be_held_says_why() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["panel", "ward-manager", "--candidate", "Ana"], "")?;
    assert!(ran.code == Some(1) && ran.err.contains("1 to 5 raters, not 0"), "{}", ran.err);
    let ran = desk.run(&["panel", "--continue", NOW[0], NOW[1]], "")?;
    assert!(ran.err.contains("no mock panel to go on with"), "{}", ran.err);
    let ran = desk.run(&["panel", "ward-manager", "--section", "9"], "")?;
    assert!(ran.err.contains("no section 9: there are 3"), "{}", ran.err);
    Ok(())
}

#[test]
fn an_interview_that_somebody_played_alone_has_a_card_too() -> Tested {
    let desk = Desk::new()?;
    let script = format!("{ANSWER}\n.\n/rate 4\n/finish\n");
    let play =
        ["play", "ward-manager", "--terminal", "--probes", "0", "--story", "own", NOW[0], NOW[1]];
    desk.run(&play, &script)?;
    let json = [
        "scorecard",
        "--session",
        "1",
        "--candidate",
        "Ana Lima",
        "-o",
        "card.json",
        NOW[0],
        NOW[1],
    ];
    let ran = desk.run(&json, "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let card: Value = serde_json::from_str(&fs::read_to_string(desk.path("card.json"))?)?;
    assert_eq!((&card["candidate"], &card["date"]), (&"Ana Lima".into(), &"2026-11-14".into()));
    assert_eq!(card["questions"][0]["own_level"], 4);
    let verified = desk.run(&["verify", "card.json"], "")?;
    assert_eq!(verified.out, "the same: 1 typed answer scored again\n");
    Ok(())
}

#[test]
fn whatever_the_game_finds_is_said_about_the_candidate_to_whoever_rates() -> Tested {
    for name in ["senior-pm-promotion", "ward-manager"] {
        let loaded = scenarios::load(Some(name))?;
        let scorer = Scorer::of(&loaded.scenario);
        for example in examples::of(&loaded)?.all() {
            for story in [Story::Own, Story::This] {
                let judged = scorer.assess(example.question, &example.text, story)?;
                let findings = judged.findings.iter().map(|finding| &finding.sentence);
                let strengths = judged.strengths.iter().map(|strength| &strength.sentence);
                for said in findings.chain(strengths).chain([&judged.anchor]) {
                    let about = about_candidate(said);
                    let own = about.split(['“', '”']).step_by(2).flat_map(str::split_whitespace);
                    let to_them = |word: &&str| word.to_lowercase().starts_with("you");
                    assert_eq!(own.filter(to_them).count(), 0, "{said} → {about}");
                }
            }
        }
    }
    Ok(())
}

#[test]
fn before_the_first_panel_is_over_there_is_no_card_and_that_is_said() -> Tested {
    let ran = Desk::new()?.run(&["scorecard", NOW[0], NOW[1]], "")?;
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("no mock panel is over yet"), "{}", ran.err);
    Ok(())
}
