//! Calibration as a rater and a script meet it: the engine's figures, a round in the terminal, files with faults.

use hotseat::{
    interview::calibration::{Examples, examples::MAX_BYTES},
    storage::{examples, scenarios},
};
use serde_json::Value;

use crate::command_line::{Desk, Tested};

const NOW: [&str; 2] = ["--now", "2026-11-14T19:30+01:00"];

#[test]
fn every_question_that_ships_has_three_examples_or_more_and_most_are_weak() -> Tested {
    let mut all = 0;
    let mut weak = 0;
    for (name, _) in scenarios::BUILT_IN {
        let loaded = scenarios::load(Some(name))?;
        let examples = examples::of(&loaded)?;
        for (index, question) in loaded.scenario.questions().iter().enumerate() {
            let of: Vec<_> = examples.all().iter().filter(|e| e.question == index).collect();
            assert!(of.len() >= 3, "{}: {}", question.id, of.len());
            assert!(
                of.iter().all(|e| e.readings.len() == 2 && !e.why.is_empty()),
                "{}",
                question.id
            );
            assert!(examples.contrast(index).is_some(), "{} has no 2 beside a 4", question.id);
            all += of.len();
            weak += of.iter().filter(|example| example.level.number() <= 2).count();
        }
    }
    assert!(weak * 5 >= all * 2, "{weak} of {all}");
    Ok(())
}

#[test]
fn the_engine_is_put_through_all_examples_and_says_the_same_every_time() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["calibrate", "--format", "json"], "")?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(told["all"]["ratings"], 72);
    assert!(told["all"]["kappa"]["low"].as_f64().ok_or("no interval")? > 0.0);
    assert_eq!(told["scenes"][1]["examples"].as_array().ok_or("no examples")?.len(), 24);
    assert_eq!(desk.run(&["calibrate", "--format", "json"], "")?.out, ran.out);
    let words = desk.run(&["calibrate", "ward-manager"], "")?;
    assert!(
        words.out.contains("24 levels exact") && words.out.contains("Weighted kappa"),
        "{}",
        words.out
    );
    Ok(())
}

/// Ten ratings of a round, each without words.
fn threes() -> String {
    "3\n\n".repeat(10)
}

#[test]
fn a_round_in_the_terminal_tells_what_is_known_only_behind_the_level_and_is_kept() -> Tested {
    let desk = Desk::new()?;
    let rate = ["calibrate", "ward-manager", "--rate", "--seed", "5", NOW[0], NOW[1]];
    let first = desk.run(&rate, &threes())?;
    assert_eq!(first.code, Some(0), "{}", first.err);
    assert_eq!(first.out.matches("Known level:").count(), 10);
    let asked = desk.run(&rate[..5], "")?;
    assert!(asked.out.contains("Answer 1 of 10.") && !asked.out.contains("Known level"));
    assert!(
        first.out.contains("2 of 10 levels exact") && first.out.contains("chance alone"),
        "{}",
        first.out
    );
    assert!(!first.out.contains("All your rounds"));
    let second = desk.run(&rate, &threes())?;
    assert!(second.out.contains("All your rounds\n  4 of 20 levels exact"), "{}", second.out);
    assert!(second.out.contains("Of the last 10"), "{}", second.out);
    let export = desk.run(&["export", NOW[0], NOW[1]], "")?;
    let export: Value = serde_json::from_str(&export.out)?;
    assert_eq!(export["calibrations"][0]["ratings"].as_array().ok_or("none")?.len(), 20);
    Ok(())
}

#[test]
fn a_rater_who_types_nonsense_is_told_and_asked_again() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["calibrate", "--rate"], "seven\n9\n2\nno such words\n\n")?;
    assert!(ran.out.contains("`seven` is no level") && ran.out.contains("`9` is no level"));
    assert!(ran.out.contains("Not marked: “no such words”"), "{}", ran.out);
    assert_eq!(ran.out.matches("Known level:").count(), 1);
    assert!(!ran.out.contains('\u{1b}'));
    Ok(())
}

#[test]
fn check_names_the_faults_of_examples() -> Tested {
    let desk = Desk::new()?;
    desk.put(
        "ward-manager.examples.ron",
        "(\n  version: 1,\n  scenario: \"ward-manager\",\n  examples: [\n    (id: \"a\", question: \"nope\", level: 7, \
         why: \"x\", words: [\"gone\"], text: \"I stayed.\"),\n  ],\n)\n",
    )?;
    let ran = desk.run(&["check", "ward-manager.examples.ron"], "")?;
    assert_eq!(ran.code, Some(1));
    for fault in ["5:", "there is no level 7", "“gone” is not said", "there is no question `nope`"]
    {
        assert!(ran.err.contains(fault), "{fault}: {}", ran.err);
    }
    Ok(())
}

#[test]
fn no_file_of_examples_does_harm() -> Tested {
    let scenario = scenarios::load(Some("ward-manager"))?.scenario;
    for text in [
        "",
        "(",
        "(examples: [(((",
        "\u{feff}()",
        "[]",
        &"(".repeat(5_000),
        &" ".repeat(MAX_BYTES + 1),
    ] {
        assert!(Examples::from_ron(text, &scenario).is_err());
    }
    Ok(())
}
