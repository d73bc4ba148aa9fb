//! `hotseat score --explain`: what it prints, in colours and without.

use std::{
    error::Error,
    fs,
    process::{Command, Output},
};

use unicode_width::UnicodeWidthStr;

use crate::small;

type Tested = Result<(), Box<dyn Error>>;

/// Half of the story, with fillers, a hedge and two of its figures.
const HALF: &str = "You know, in March a pipe burst above our map room. Basically I carried 300 maps to the chapel, \
                    and I think we lost 2 of them.";
/// Nothing that was asked for.
const OFF: &str = "My favourite season is autumn, because the leaves turn red and the air is cool. I like to bake \
                   apple cake with my sister then.";
const GERMAN: &str = "Im März ist über unserem Kartenraum ein Rohr geplatzt. Ich habe dann 300 Karten in die Kapelle \
                      getragen, und wir haben nur 2 verloren.";

/// Runs it on an answer to the small scene's first question, with this environment.
fn explain(answer: &str, environment: &[(&str, &str)]) -> Result<Output, Box<dyn Error>> {
    let desk = tempfile::tempdir()?;
    fs::write(desk.path().join("small.scenario.ron"), small::SCENE)?;
    fs::write(desk.path().join("answer.txt"), answer)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_hotseat"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
        command.env_remove(name);
    }
    let output = command
        .args(["score", "--explain", "--scene", "small.scenario.ron", "--question", "flood"])
        .arg("answer.txt")
        .current_dir(desk.path())
        .env("HOTSEAT_DATA", desk.path().join("data"))
        .envs(environment.iter().copied())
        .output()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(output)
}

fn plain(answer: &str) -> Result<String, Box<dyn Error>> {
    Ok(String::from_utf8(explain(answer, &[])?.stdout)?)
}

const COLOUR: [(&str, &str); 2] = [("CLICOLOR_FORCE", "1"), ("TERM", "xterm-256color")];

#[test]
fn half_a_story_is_explained() -> Tested {
    insta::assert_snapshot!("explain_half", plain(HALF)?);
    Ok(())
}

#[test]
fn a_gate_is_explained_with_its_words() -> Tested {
    insta::assert_snapshot!("explain_gate", plain(OFF)?);
    Ok(())
}

#[test]
fn colours_mark_the_same_words() -> Tested {
    let shown = String::from_utf8(explain(HALF, &COLOUR)?.stdout)?;
    insta::assert_snapshot!("explain_colour", shown.replace('\u{1b}', "␛"));
    Ok(())
}

#[test]
fn no_colour_is_written_where_none_is_wanted() -> Tested {
    for unwanted in ["NO_COLOR", "TERM"] {
        let value = if unwanted == "TERM" { "dumb" } else { "1" };
        let shown = String::from_utf8(explain(HALF, &[(unwanted, value)])?.stdout)?;
        assert_eq!(shown, plain(HALF)?);
    }
    assert!(!plain(HALF)?.contains('\u{1b}'));
    Ok(())
}

/// The text without its styles.
fn strip(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn every_line_fits_into_eighty_columns() -> Tested {
    let wide =
        format!("{HALF} 日本語の文章がとても長く続いています。{} שלום לכולם", "x".repeat(200));
    for answer in [HALF, OFF, GERMAN, &wide] {
        for environment in [&[][..], &COLOUR] {
            let shown = strip(&String::from_utf8(explain(answer, environment)?.stdout)?);
            for line in shown.lines() {
                assert!(line.width() <= 80, "{} columns: {line}", line.width());
            }
        }
    }
    Ok(())
}

#[test]
fn another_language_gets_no_level() -> Tested {
    let shown = plain(GERMAN)?;
    assert!(shown.contains("This seems to be German; the scenario is in English"), "{shown}");
    assert!(!shown.contains("Level"), "{shown}");
    Ok(())
}

#[test]
fn an_answer_cannot_steer_the_terminal() -> Tested {
    let shown = plain(&format!("\u{1b}]0;mine\u{7}\u{1b}[2J\u{9b}31m\u{202e} {HALF} \0\u{8}"))?;
    let steers = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}');
    assert!(!shown.contains(steers), "{shown:?}");
    let shown = plain(&format!("{HALF} אמרתי שלום לכולם."))?;
    assert!(shown.contains("\u{2068}") && shown.contains('\u{2069}'), "{shown:?}");
    Ok(())
}
