//! The program itself, run as a player, an author or a script would run it.

use std::{
    error::Error,
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use hotseat::{
    interview::{
        scoring::closeness::encoder::{Encoder, NoMeaning},
        session::{self, Probes, Settings},
    },
    storage::{draft::Draft, journal::Journal, unfinished::JournalHeader},
};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{seed, small};

pub type Tested = Result<(), Box<dyn Error>>;

/// A folder to work in, with a data folder of its own and nothing else.
pub(crate) struct Desk(TempDir);

/// What a run left behind.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> std::io::Result<Self> {
        Ok(Self(tempfile::tempdir()?))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> std::io::Result<()> {
        fs::write(self.path(name), bytes)
    }

    /// Runs the program with these arguments and this standard input.
    pub(crate) fn run(&self, arguments: &[&str], input: &str) -> Result<Ran, Box<dyn Error>> {
        self.run_on(None, arguments, input)
    }

    /// The same on so many threads, where a number is given.
    fn run_on(
        &self,
        threads: Option<&str>,
        arguments: &[&str],
        input: &str,
    ) -> Result<Ran, Box<dyn Error>> {
        self.put("standard-input", input)?;
        let output = Command::new(env!("CARGO_BIN_EXE_hotseat"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("HOTSEAT_DATA", self.path("data"))
            .envs(threads.map(|number| ("RAYON_NUM_THREADS", number)))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::from(fs::File::open(self.path("standard-input"))?))
            .output()?;
        Ok(Ran {
            code: output.status.code(),
            out: String::from_utf8(output.stdout)?,
            err: without_note(String::from_utf8(output.stderr)?),
        })
    }

    /// The names of the files that lie on the desk, the standard input aside.
    fn files(&self) -> std::io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(self.0.path())? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
        names.retain(|name| name != "standard-input");
        names.sort();
        Ok(names)
    }
}

/// Standard error but for the note that a build without the encoder makes.
fn without_note(said: String) -> String {
    if Encoder::is_built_in() {
        said
    } else {
        said.replace(&format!("note: {}\n", NoMeaning::LeftOut), "")
    }
}

impl Ran {
    /// Standard output as JSON lines.
    fn lines(&self) -> Result<Vec<Value>, serde_json::Error> {
        self.out.lines().map(serde_json::from_str).collect()
    }
}

#[test]
fn import_drafts_a_scenario_that_check_finds_in_order() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", seed::TRANSCRIPT)?;
    let ran = desk.run(&["import", "talk.txt", "-o", "talk.scenario.ron"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    for passage in [
        "Candidate: Sarah Chen",
        "Panel: VP Product (8), Director of Engineering (4)",
        "12 questions, 4 of them following up another, each with its answer: 1512 words.",
        "hotseat play talk.scenario.ron",
    ] {
        assert!(ran.out.contains(passage), "no `{passage}` in\n{}", ran.out);
    }
    assert_eq!(desk.files()?, ["talk.scenario.ron", "talk.txt"]);
    let ran = desk.run(&["check", "talk.scenario.ron"], "")?;
    assert_eq!(ran.code, Some(0));
    assert_eq!(ran.out, "talk.scenario.ron: in order, 2 panelists, 6 sections, 12 questions\n");
    Ok(())
}

#[test]
fn import_prints_to_standard_output_what_it_would_write() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", seed::TRANSCRIPT)?;
    desk.run(&["import", "talk.txt", "-o", "written.ron"], "")?;
    let from_file = desk.run(&["import", "talk.txt", "--format", "ron"], "")?;
    let from_input = desk.run(&["import", "-", "--format", "ron"], seed::TRANSCRIPT)?;
    assert_eq!(from_file.out, fs::read_to_string(desk.path("written.ron"))?);
    assert_eq!(from_input.out, from_file.out);
    Ok(())
}

#[test]
fn import_prints_what_it_read_as_json() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", seed::TRANSCRIPT)?;
    let ran = desk.run(&["import", "talk.txt", "--format", "json"], "")?;
    assert_eq!(ran.code, Some(0));
    let read: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(read["candidate"], "Sarah Chen");
    assert_eq!(
        read["panel"],
        json!([
            { "title": "VP Product", "aliases": [] },
            { "title": "Director of Engineering", "aliases": ["Director Eng"] },
        ])
    );
    assert_eq!(read["diagnostics"], json!([]));
    let question = &read["sections"][1]["questions"][1];
    assert_eq!(question["asked_by"], "VP Product");
    assert_eq!(question["text"], "What happened when that plan inevitably slipped?");
    assert_eq!(question["follow_up"], true);
    let transcript = seed::transcript();
    assert_eq!(question["model_answer"], json!(transcript.sections[1].questions[1].model_answer));
    Ok(())
}

/// Imports these bytes and asserts that it fails with every one of these passages and writes nothing.
#[track_caller]
fn check_import_fails(bytes: &[u8], passages: &[&str]) -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", bytes)?;
    for format in ["text", "ron", "json"] {
        let ran = desk.run(&["import", "talk.txt", "-o", "out", "--format", format], "")?;
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        if format == "json" {
            let told: Value = serde_json::from_str(&ran.out)?;
            let errors = told["diagnostics"].as_array().into_iter().flatten();
            let errors = errors.filter(|one| one["severity"] == "error").count();
            assert_eq!(errors, ran.err.matches(": error: ").count(), "{}", ran.out);
        } else {
            assert_eq!(ran.out, "");
        }
        assert_eq!(desk.files()?, ["talk.txt"]);
        for passage in passages {
            assert!(ran.err.contains(passage), "no `{passage}` in\n{}", ran.err);
        }
        let help = ran.err.matches("\n  help: ").count();
        let told = [": error: ", ": warning: "].map(|severity| ran.err.matches(severity).count());
        assert_eq!(help, told.iter().sum::<usize>(), "{}", ran.err);
    }
    Ok(())
}

#[test]
fn import_refuses_an_empty_file() -> Tested {
    check_import_fails(b"", &["talk.txt:1:1: error: the file is empty"])
}

#[test]
fn import_refuses_a_binary_file() -> Tested {
    check_import_fails(
        b"CANDIDATE: \0\x01\x02\xff\n",
        &["talk.txt:1:1: error: the file is binary"],
    )?;
    check_import_fails(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["error: the file is a picture"])
}

#[test]
fn import_refuses_a_file_of_5_mebibytes() -> Tested {
    let mut text = seed::TRANSCRIPT.to_owned();
    while text.len() < 5 << 20 {
        text.push_str(seed::TRANSCRIPT);
    }
    check_import_fails(text.as_bytes(), &["talk.txt:1:1: error: the file holds more than 4 MiB"])
}

#[test]
fn import_refuses_a_section_that_is_not_closed() -> Tested {
    let text = "POSITION: PM\nINTERVIEWERS: CTO\n\n=====\nCARE\n=====\n\nCTO: Why?\n\n=====\nOPEN\n\nCTO: How?\n\
                Bob: So.\n";
    check_import_fails(
        text.as_bytes(),
        &["talk.txt:11:1: error: the section title `OPEN` is not closed"],
    )
}

#[test]
fn import_leaves_the_old_file_where_the_new_one_is_refused() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", "")?;
    desk.put("out", "precious")?;
    assert_eq!(desk.run(&["import", "talk.txt", "-o", "out"], "")?.code, Some(1));
    assert_eq!(fs::read_to_string(desk.path("out"))?, "precious");
    Ok(())
}

#[test]
fn import_says_what_is_doubtful_and_goes_on() -> Tested {
    let desk = Desk::new()?;
    let text =
        "CANDIDATE: Bob Stone\nINTERVIEWERS: CTO, CFO\n\n===\nCARE\n===\n\nCTO: Why?\n\nBob: So.\n";
    let ran = desk.run(&["import", "-"], text)?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.contains("line 2: `CFO` is on the panel and never speaks"), "{}", ran.out);
    assert!(ran.out.contains("Bob Stone"), "{}", ran.out);
    let ran = desk.run(&["import", "-", "--format", "ron"], text)?;
    assert!(ran.err.contains("warning: `CFO` is on the panel and never speaks"), "{}", ran.err);
    Ok(())
}

#[test]
fn import_is_told_who_the_candidate_is_what_somebody_is_called_and_who_is_left_out() -> Tested {
    let desk = Desk::new()?;
    let text = "Host: Why bread?\nAnn: My mother's oven.\nHost: And you, Bob?\nBob: I left a bank.\n\
                Host: Ann, your worst loaf?\nAnn: Salt for sugar.\nHost: Bob, yours?\nBob: None.\n";
    let ran = desk.run(&["import", "-"], text)?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.contains("who is the candidate") && ran.err.contains("--candidate"),
        "{}",
        ran.err
    );
    let told = [
        "import",
        "-",
        "--format",
        "json",
        "--candidate",
        "Ann",
        "--leave-out",
        "Bob",
        "--rename",
        "Host=Dana Ruiz",
    ];
    let ran = desk.run(&told, text)?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let read: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(
        (&read["candidate"], &read["panel"][0]["title"]),
        (&json!("Ann"), &json!("Dana Ruiz"))
    );
    assert_eq!(read["panel"].as_array().map(Vec::len), Some(1));
    assert!(!ran.out.contains("I left a bank."), "{}", ran.out);
    Ok(())
}

#[test]
fn import_reads_turns_that_name_nobody_where_it_is_told_how() -> Tested {
    let desk = Desk::new()?;
    let text = "Why did you leave?\n\nI had a plan.\n\nWhat was it?\n\nThis one, and it worked.\n";
    let ran = desk.run(&["import", "-", "--turns", "alternate", "--format", "json"], text)?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let read: Value = serde_json::from_str(&ran.out)?;
    let questions = &read["sections"][0]["questions"];
    assert_eq!(questions[1]["text"], "What was it?");
    assert_eq!(questions[1]["model_answer"], json!(["This one, and it worked."]));
    Ok(())
}

#[test]
fn a_list_of_questions_is_played_as_ones_own_story() -> Tested {
    let desk = Desk::new()?;
    desk.put("list.md", "# Ten\n\n1. Tell me about a failure.\n2. What did you learn from it?\n")?;
    desk.run(&["import", "list.md", "-o", "list.scenario.ron"], "")?;
    let said = "In May I lost a client of 40,000 euros. I had put the call off twice.\n.\n\n\n\
                I call on Mondays now, and since then nobody has left.\n.\n\n\n";
    let ran = desk.run(&["play", "list.scenario.ron", "--terminal", "--probes", "0"], said)?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        ran.out.contains("None of the questions has a model answer: tell your own story"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("What did you learn from it?"), "{}", ran.out);
    for passage in ["Key points of the model answer", "The model answer:", "One way to tell it"] {
        assert!(!ran.out.contains(passage), "{passage} in\n{}", ran.out);
    }
    Ok(())
}

#[test]
fn import_writes_several_drafts_into_a_folder() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", seed::TRANSCRIPT)?;
    desk.put("list.md", "# Ten\n\n1. Why us?\n2. Tell me about a failure.\n")?;
    let ran = desk.run(&["import", "talk.txt", "list.md", "-o", "out"], "")?;
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("several drafts need a folder"), "{}", ran.err);
    fs::create_dir(desk.path("out"))?;
    let ran = desk.run(&["import", "talk.txt", "list.md", "-o", "out"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(
        ran.out.contains("none with an answer: they are played as your own story"),
        "{}",
        ran.out
    );
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(desk.path("out"))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    assert_eq!(names, ["sarah-chen-senior-pm-promotion.scenario.ron", "ten.scenario.ron"]);
    Ok(())
}

#[test]
fn import_takes_a_misspelt_label_for_its_speaker_and_says_so() -> Tested {
    let desk = Desk::new()?;
    let text = "CANDIDATE: Bob Stone\nINTERVIEWERS: Priya Shah\n\n===\nCARE\n===\n\nPriya: Why did you move?\n\n\
                Bob: So that we had room for all of the boxes.\n\nPryia: And then?\n\nBob: Thus it was done.\n";
    let ran = desk.run(&["import", "-", "--format", "json"], text)?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let told = "-:12:1: warning: `Pryia` is read as `Priya Shah`\n  help: write `Priya` if that is who speaks here\n";
    assert_eq!(ran.err, told);
    let read: serde_json::Value = serde_json::from_str(&ran.out)?;
    assert_eq!(read["sections"][0]["questions"][1]["text"], "And then?");
    let expected = serde_json::json!([{
        "severity": "warning",
        "code": "speaker-misspelt",
        "line": 12,
        "column": 1,
        "message": "`Pryia` is read as `Priya Shah`",
        "help": "write `Priya` if that is who speaks here",
        "fix": { "range": { "start": [12, 1], "end": [12, 6] }, "replacement": "Priya" },
    }]);
    assert_eq!(read["diagnostics"], expected);
    Ok(())
}

#[test]
fn import_of_a_file_that_is_not_there_names_it() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["import", "nowhere.txt"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("hotseat: nowhere.txt: "), "{}", ran.err);
    Ok(())
}

#[test]
fn check_names_every_fault_of_every_file() -> Tested {
    let desk = Desk::new()?;
    desk.put("good.scenario.ron", small::SCENE)?;
    desk.put(
        "bad.scenario.ron",
        small::SCENE.replace("version: 1", "version: 2").replace("\"en\"", "\"?\""),
    )?;
    desk.put("worse.scenario.ron", "(version: 1, title")?;
    let ran = desk.run(
        &["check", "bad.scenario.ron", "worse.scenario.ron", "none.ron", "good.scenario.ron"],
        "",
    )?;
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.out, "good.scenario.ron: in order, 1 panelist, 2 sections, 4 questions\n");
    for passage in [
        "bad.scenario.ron:2:12: error: the version is 2",
        "bad.scenario.ron:6:13: error: `?` is not a language tag",
        "worse.scenario.ron:1:",
        "hotseat: none.ron: ",
    ] {
        assert!(ran.err.contains(passage), "no `{passage}` in\n{}", ran.err);
    }
    Ok(())
}

#[test]
fn check_fails_on_a_single_fault() -> Tested {
    let desk = Desk::new()?;
    desk.put("bad.scenario.ron", small::SCENE.replace("version: 1", "version: 2"))?;
    let ran = desk.run(&["check", "bad.scenario.ron"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.starts_with("bad.scenario.ron:2:12: error: "), "{}", ran.err);
    Ok(())
}

#[test]
fn score_judges_one_answer_in_words() -> Tested {
    let desk = Desk::new()?;
    desk.put("answer.txt", seed::model("hard-feedback"))?;
    let ran = desk.run(&["score", "--question", "hard-feedback", "answer.txt"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let level =
        if Encoder::is_built_in() { "Level 5 of 5." } else { "Level 5 of 5, by words alone." };
    for passage in
        [level, "Key points of the model answer:", "  hit: ", "Everything that was looked at:"]
    {
        assert!(ran.out.contains(passage), "no `{passage}` in\n{}", ran.out);
    }
    assert!(!ran.out.contains("not heard: "), "{}", ran.out);
    Ok(())
}

#[test]
fn score_judges_one_answer_in_json_by_the_story_asked_for() -> Tested {
    let desk = Desk::new()?;
    let answer = seed::model("plan-slipped");
    // The model answer is short for a story of one's own.
    for (story, least) in [("this", 4), ("own", 3)] {
        let arguments = [
            "score",
            "--scene",
            "senior-pm-promotion",
            "--question",
            "plan-slipped",
            "--story",
            story,
        ];
        let ran = desk.run(&[&arguments[..], &["--format", "json", "-"]].concat(), &answer)?;
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let read: Value = serde_json::from_str(&ran.out)?;
        assert_eq!(read["story"], story);
        assert!(read["level"].as_u64() >= Some(least), "{}", read["level"]);
        assert_eq!(read["word_for_word"], true);
    }
    Ok(())
}

#[test]
fn score_names_the_questions_that_there_are() -> Tested {
    let desk = Desk::new()?;
    let ran = desk.run(&["score", "--question", "salary", "-"], "I.")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.starts_with(
            "hotseat: there is no question `salary`: take one of off-roadmap-opportunity, "
        ),
        "{}",
        ran.err
    );
    Ok(())
}

#[test]
fn score_refuses_what_is_no_text_and_what_is_too_long() -> Tested {
    let desk = Desk::new()?;
    desk.put("binary", b"\xff\xfe\0")?;
    let ran = desk.run(&["score", "--question", "hard-feedback", "binary"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), "hotseat: binary is not UTF-8 text\n"));
    let ran = desk.run(&["score", "--question", "hard-feedback", "-"], &"é ".repeat(20_001))?;
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.err, "hotseat: the answer has 40002 characters; at most 40000 can be judged\n");
    Ok(())
}

fn line(id: impl Into<Value>, answer: &str) -> String {
    let references =
        ["Sand blocked the filter, so I cleaned it and the pump ran again within 2 hours."];
    json!({ "id": id.into(), "question": "Why did the pump stop?", "references": references, "answer": answer })
        .to_string()
}

#[test]
fn a_batch_answers_in_order_and_gives_a_bad_line_its_place() -> Tested {
    let desk = Desk::new()?;
    let input = [
        line(
            "first",
            "Sand blocked the filter; I cleaned it and the pump ran again within 2 hours.",
        ),
        "{\"id\": \"second\", \"question\":".to_owned(),
        json!({ "id": "third", "question": "Why?", "references": "one", "answer": "So." })
            .to_string(),
        String::new(),
        line(json!({ "n": 4 }), "I do not know."),
    ]
    .join("\n");
    let ran = desk.run(&["score", "--batch"], &input)?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let lines = ran.lines()?;
    assert_eq!(lines.len(), 4, "{}", ran.out);
    assert_eq!(lines[0]["id"], "first");
    assert!(lines[0]["closeness"].as_f64() > Some(0.7), "{}", lines[0]);
    assert_eq!((lines[1].get("id"), &lines[1]["line"]), (None, &json!(2)));
    assert!(lines[1]["error"].is_string());
    assert_eq!((&lines[2]["id"], &lines[2]["line"]), (&json!("third"), &json!(3)));
    assert!(lines[2]["error"].is_string() && lines[2].get("level").is_none());
    assert_eq!(lines[3]["id"], json!({ "n": 4 }));
    assert!(lines[3]["level"].as_u64() <= Some(2), "{}", lines[3]);
    for judged in [&lines[0], &lines[3]] {
        for figure in ["closeness", "star"] {
            assert!((0.0..=1.0).contains(&judged[figure].as_f64().unwrap_or(-1.0)), "{judged}");
        }
        assert!(judged["findings"].as_array().is_some_and(|findings| !findings.is_empty()));
    }
    Ok(())
}

#[test]
fn a_batch_gives_the_same_bytes_on_one_thread_and_on_two() -> Tested {
    let desk = Desk::new()?;
    let input = [
        line(1, "Sand blocked the filter; I cleaned it and the pump ran again within 2 hours."),
        line(2, "Something got into the machine, so somebody had to take it apart and wash it."),
    ]
    .join("\n");
    let one = desk.run_on(Some("1"), &["score", "--batch"], &input)?;
    let two = desk.run_on(Some("2"), &["score", "--batch"], &input)?;
    assert_eq!((one.code, &one.out), (two.code, &two.out));
    Ok(())
}

#[test]
fn a_batch_of_good_lines_succeeds_with_or_without_references() -> Tested {
    let desk = Desk::new()?;
    let bare = json!({ "id": 1, "question": "Why did the pump stop?", "references": [], "answer": "Sand blocked it." });
    for story in ["this", "own"] {
        let ran = desk.run(&["score", "--batch", "--story", story], &format!("{bare}\n"))?;
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        let lines = ran.lines()?;
        assert_eq!((lines.len(), &lines[0]["id"]), (1, &json!(1)));
        assert!((1..=5).contains(&lines[0]["level"].as_u64().unwrap_or_default()));
    }
    Ok(())
}

#[test]
fn a_batch_without_lines_says_nothing() -> Tested {
    let ran = Desk::new()?.run(&["score", "--batch"], "")?;
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""));
    Ok(())
}

#[test]
fn a_batch_of_a_thousand_lines_keeps_their_order() -> Tested {
    let desk = Desk::new()?;
    let input: String =
        (0..1000).map(|n| line(n, &format!("Sand blocked filter number {n}.")) + "\n").collect();
    let ran = desk.run(&["score", "--batch"], &input)?;
    assert_eq!(ran.code, Some(0));
    let ids: Vec<_> = ran.lines()?.iter().map(|judged| judged["id"].as_u64()).collect();
    assert_eq!(ids, (0..1000).map(Some).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn a_line_beyond_the_bound_is_refused_and_the_run_goes_on() -> Tested {
    let desk = Desk::new()?;
    let input =
        format!("{}\n{}\n", line(1, &"a".repeat(4 << 20)), line(2, "Sand blocked the filter."));
    let ran = desk.run(&["score", "--batch"], &input)?;
    assert_eq!(ran.code, Some(1));
    let lines = ran.lines()?;
    assert_eq!(lines[0], json!({ "line": 1, "error": "the line has more than 4194304 bytes" }));
    assert_eq!((lines.len(), &lines[1]["id"]), (2, &json!(2)));
    Ok(())
}

#[test]
fn the_same_seed_and_script_play_the_same_to_the_byte() -> Tested {
    let desk = Desk::new()?;
    let script = "1\n2\n3\n4\n".repeat(3);
    let arguments = ["play", "--terminal", "--answer", "pick", "--seed", "7"];
    let first = desk.run(&arguments, &script)?;
    let second = Desk::new()?.run(&arguments, &script)?;
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    assert_eq!(first.out, second.out);
    assert!(first.out.contains("12 of 12 questions answered. Seed 7."), "{}", first.out);
    assert!(first.out.contains("The panel says: "), "{}", first.out);
    let other = desk.run(&["play", "--terminal", "--answer", "pick", "--seed", "8"], &script)?;
    assert_ne!(other.out, first.out);
    Ok(())
}

#[test]
fn a_card_that_was_not_dealt_is_asked_for_again() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let ran = desk
        .run(&["play", "small.ron", "--terminal", "--answer", "pick"], "9\nfirst\n1\n/finish\n")?;
    assert_eq!(ran.code, Some(0));
    for passage in [
        "Not done: there is no card 9: 3 were dealt.",
        "Not done: `first` is not the number of a card.",
        "1 of 4 questions answered.",
    ] {
        assert!(ran.out.contains(passage), "no `{passage}` in\n{}", ran.out);
    }
    Ok(())
}

#[test]
fn typed_answers_are_blocks_that_a_lone_dot_ends() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let script = "In March a pipe burst.\n\nI carried 300 maps to the chapel. We lost 2 maps of 300.\n.\n/rate 4\n/next\n\
                  /hint\nI changed the blotters.\n.\n/retry\nI ran two fans for 9 days.\n.\n/skip\n\
                  I want to open the letters.\n";
    let ran = desk.run(&["play", "small.ron", "--terminal", "--format", "json"], script)?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let debrief: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(debrief["answered"], 3);
    let questions: Vec<_> =
        ["/sections/0/questions/0", "/sections/0/questions/1", "/sections/1/questions/0"]
            .iter()
            .map(|place| debrief.pointer(place).cloned().unwrap_or_default())
            .collect();
    assert_eq!((&questions[0]["own_rating"], &questions[0]["attempts"]), (&json!(4), &json!(1)));
    assert_eq!((&questions[1]["attempts"], &questions[1]["hinted"]), (&json!(2), &json!(true)));
    assert_eq!((&questions[2]["attempts"], &questions[2]["level"]), (&json!(0), &Value::Null));
    Ok(())
}

/// An answer to the first question of the small scene without its result, and the result.
const UNFINISHED: &str = "In March a pipe burst above the map room at night, and the collection was in danger. I \
                          carried 300 maps to the chapel and laid them out between blotters.";
const ITS_END: &str = "In the end we lost only 2 maps of 300, and the insurer paid for a new pipe.";

#[test]
fn a_script_adds_to_an_answer_when_the_panel_asks_back() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let script = format!("{UNFINISHED}\n.\n/add\n{ITS_END}\n.\n/rate 4\n/finish\n");
    let ran = desk.run(&["play", "small.ron", "--terminal"], &script)?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let places: Vec<_> = [
        "Head Archivist asks back:",
        "What you added when asked lifted it from ",
        "[A] I carried 300 maps",
        "Added, asked “",
        "In the end we lost only 2 maps",
        "Head Archivist asked back: ",
    ]
    .iter()
    .map(|passage| ran.out.find(passage))
    .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{}", ran.out);

    let ran = desk.run(&["play", "small.ron", "--terminal", "--format", "json"], &script)?;
    let debrief: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(debrief["settings"]["probes"], "One");
    let question = debrief.pointer("/sections/0/questions/0").ok_or("no question")?;
    assert_eq!(question["probes"][0]["gap"], "Result");
    assert_eq!(question["probes"][0]["addition"], ITS_END);
    assert!(question["level"].as_u64() > question["probes"][0]["level_before"].as_u64());
    Ok(())
}

#[test]
fn a_script_that_adds_nothing_leaves_the_probe_open() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let script = format!(
        "{UNFINISHED}\n.\n/rate 2\n/next\nI ran two fans in the nave for 9 days.\n.\n/finish\n"
    );
    let ran = desk.run(&["play", "small.ron", "--terminal"], &script)?;
    assert!(ran.out.contains("Left open, asked “"), "{}", ran.out);
    assert!(ran.out.contains("2 of 4 questions answered"), "{}", ran.out);
    assert!(ran.out.contains(", you said 2: "), "{}", ran.out);
    Ok(())
}

#[test]
fn without_probes_nothing_is_asked_back_and_an_addition_is_refused() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let script = format!("{UNFINISHED}\n.\n/add\n{ITS_END}\n.\n/skip\n/finish\n");
    let ran = desk.run(&["play", "small.ron", "--terminal", "--probes", "0"], &script)?;
    assert!(!ran.out.contains("asks back"), "{}", ran.out);
    let refused = "Not done: nothing was asked back, so nothing is added.";
    assert!(ran.out.contains(refused), "{}", ran.out);
    assert!(ran.out.contains("1 of 4 questions answered, 1 skipped."), "{}", ran.out);
    assert!(ran.out.contains("So far the panel says: "), "{}", ran.out);
    assert!(ran.out.contains("It rests on 1 of 4 answers"), "{}", ran.out);
    Ok(())
}

#[test]
fn panelists_hand_the_word_over_in_the_terminal() -> Tested {
    let ran = Desk::new()?.run(&["play", "--terminal", "--seed", "7"], &"/skip\n".repeat(12))?;
    let lines: Vec<_> = ran.out.lines().collect();
    let says = |who: &str, what: &str| {
        lines.iter().any(|line| line.starts_with(&format!("{who}: ")) && line.contains(what))
    };
    assert!(says("VP Product", "Director of Engineering"), "{}", ran.out);
    assert!(says("Director of Engineering", "VP Product"), "{}", ran.out);
    Ok(())
}

#[test]
fn a_play_in_the_terminal_shows_question_feedback_and_debrief() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let script = "I carried 300 maps to the chapel.\n.\n/finish\n";
    let ran = desk.run(&["play", "small.ron", "--terminal"], script)?;
    let places: Vec<_> = [
        "A small panel\n",
        "== Care ==",
        "Question 1 of 4. Head Archivist:",
        "Level ",
        "hit: I carried 300 maps to the chapel",
        "not heard: the insurer paid for a new pipe",
        "The interview is over.",
        "Debrief: A small panel",
        "1 of 4 questions answered.",
        "Readers: not asked",
    ]
    .iter()
    .map(|passage| ran.out.find(passage))
    .collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{}", ran.out);
    Ok(())
}

#[test]
fn the_debrief_alone_comes_as_json() -> Tested {
    let desk = Desk::new()?;
    let arguments = ["play", "--terminal", "--answer", "pick", "--seed", "7", "--format", "json"];
    let ran = desk.run(&arguments, &"1\n".repeat(12))?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let debrief: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(
        (&debrief["asked"], &debrief["answered"], &debrief["of"]),
        (&json!(12), &json!(12), &json!(12))
    );
    assert_eq!(debrief["settings"]["seed"], 7);
    assert_eq!(debrief["sections"].as_array().map(Vec::len), Some(6));
    assert_eq!(debrief["panel"][1]["title"], "Director of Engineering");
    assert!(debrief["vote"].is_string());
    Ok(())
}

#[test]
fn a_play_without_an_answer_has_a_debrief_too() -> Tested {
    let ran = Desk::new()?.run(&["play", "--terminal"], "")?;
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("Nothing was answered, so there is nothing to rate."), "{}", ran.out);
    Ok(())
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_it_plays_in_the_terminal_and_says_why() -> Tested {
    for arguments in [&[][..], &["play"][..]] {
        let ran = Desk::new()?.run(arguments, "/skip\n")?;
        assert_eq!(ran.code, Some(0));
        assert!(ran.err.starts_with("hotseat: ") && ran.err.contains("terminal"), "{}", ran.err);
        assert!(ran.out.contains("Question 1 of 12."), "{}", ran.out);
    }
    Ok(())
}

#[test]
fn scenes_of_the_folder_and_of_the_data_folder_are_played_by_name() -> Tested {
    let desk = Desk::new()?;
    for folder in ["scenes", "data/scenes"] {
        fs::create_dir_all(desk.path(folder))?;
    }
    desk.put("scenes/archive.scenario.ron", small::SCENE)?;
    desk.put(
        "data/scenes/mine.scenario.ron",
        small::SCENE.replace("A small panel", "My own panel"),
    )?;
    assert!(desk.run(&["play", "archive", "--terminal"], "")?.out.starts_with("A small panel\n"));
    assert!(desk.run(&["play", "mine", "--terminal"], "")?.out.starts_with("My own panel\n"));
    Ok(())
}

#[test]
fn a_scene_that_is_not_there_is_answered_with_those_that_are() -> Tested {
    let ran = Desk::new()?.run(&["play", "nosuch", "--terminal"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert_eq!(
        ran.err,
        "hotseat: there is no scenario `nosuch`: name a file, or one of senior-pm-promotion, ward-manager\n"
    );
    Ok(())
}

#[test]
fn a_scene_with_faults_is_not_played_and_names_them() -> Tested {
    let desk = Desk::new()?;
    desk.put("bad.ron", small::SCENE.replace("version: 1", "version: 2"))?;
    let ran = desk.run(&["play", "bad.ron", "--terminal"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(
        ran.err.starts_with("hotseat: bad.ron has 1 fault\nbad.ron:2:12: error: "),
        "{}",
        ran.err
    );
    Ok(())
}

#[test]
fn nothing_is_taken_up_where_nothing_was_left() -> Tested {
    let ran = Desk::new()?.run(&["play", "--terminal", "--continue"], "")?;
    assert_eq!(ran.code, Some(1));
    assert_eq!(
        ran.err,
        "hotseat: there is no unfinished interview: start one with `hotseat play`\n"
    );
    Ok(())
}

#[test]
fn a_wrong_call_exits_with_2() -> Tested {
    let desk = Desk::new()?;
    let calls: [&[&str]; 8] = [
        &["sing"],
        &["play", "--probes", "3"],
        &["play", "--seed", "soon"],
        &["play", "--answer", "hum"],
        &["import"],
        &["check"],
        &["score", "answer.txt"],
        &["score", "--batch", "--question", "hard-feedback"],
    ];
    for call in calls {
        let ran = desk.run(call, "")?;
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{call:?}");
        assert!(ran.err.starts_with("error: "), "{call:?}: {}", ran.err);
    }
    assert_eq!(desk.files()?, [] as [&str; 0]);
    Ok(())
}

#[test]
fn import_writes_over_nothing_unless_it_is_told_to() -> Tested {
    let desk = Desk::new()?;
    desk.put("talk.txt", seed::TRANSCRIPT)?;
    desk.put("mine.scenario.ron", "finished by hand")?;
    let import = ["import", "talk.txt", "-o", "mine.scenario.ron"];
    let ran = desk.run(&import, "")?;
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("hotseat: mine.scenario.ron is there already"), "{}", ran.err);
    assert!(ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(fs::read_to_string(desk.path("mine.scenario.ron"))?, "finished by hand");
    let ran = desk.run(&[&import[..], &["--force"]].concat(), "")?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(desk.run(&["check", "mine.scenario.ron"], "")?.code, Some(0));
    Ok(())
}

#[test]
fn every_scene_that_ships_is_played_by_name_anywhere() -> Tested {
    let ran = Desk::new()?.run(&["play", "ward-manager", "--terminal"], "")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    assert!(ran.out.starts_with("Ward manager panel\n"), "{}", ran.out);
    Ok(())
}

/// Leaves an interview of the small scene on its first question, with words begun.
fn leave(desk: &Desk) -> Tested {
    let folder = desk.path("data");
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    let header = JournalHeader::new("small", "small-panel", small::SCENE, settings, None);
    let mut journal = Journal::begin(&folder, &header)?;
    journal.note(&session::Command::Begin.into())?;
    journal.keep_draft(&Draft {
        question: "flood".to_owned(),
        probe: 0,
        text: "In March a pipe".to_owned(),
    })?;
    Ok(())
}

#[test]
fn taking_up_an_interview_for_json_prints_nothing_but_json() -> Tested {
    let desk = Desk::new()?;
    leave(&desk)?;
    let script = "I carried 300 maps.\n.\n/finish\n";
    let ran = desk.run(&["play", "--terminal", "--continue", "--format", "json"], script)?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let debrief: Value = serde_json::from_str(&ran.out)?;
    assert_eq!(debrief["answered"], 1);

    let desk = Desk::new()?;
    leave(&desk)?;
    let ran = desk.run(&["play", "--terminal", "--continue"], script)?;
    assert!(ran.out.contains("You had begun to say:\n  In March a pipe\n"), "{}", ran.out);
    Ok(())
}

#[test]
fn an_interview_that_was_left_for_another_is_taken_up_by_its_place() -> Tested {
    let desk = Desk::new()?;
    leave(&desk)?;
    leave(&desk)?;
    let ran = desk.run(&["play", "--terminal", "--continue=3"], "")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("--continue=2: “A small panel” at question 1 of 4"), "{}", ran.err);
    assert_eq!(desk.run(&["play", "--terminal", "--continue=2"], "/finish\n")?.code, Some(0));
    // The other one is still there.
    assert_eq!(desk.run(&["play", "--terminal", "--continue"], "/finish\n")?.code, Some(0));
    assert_eq!(desk.run(&["play", "--terminal", "--continue"], "")?.code, Some(1));
    Ok(())
}

/// The window is tried first; where it cannot open, the terminal takes up what the window would have.
#[test]
fn the_interview_asked_for_is_taken_up_where_no_window_opens() -> Tested {
    let desk = Desk::new()?;
    leave(&desk)?;
    // A second one, left with other words, becomes the newest.
    leave(&desk)?;
    fs::remove_file(desk.path("data").join("draft.json"))?;
    fs::write(
        desk.path("data").join("draft.json"),
        json!({ "question": "flood", "probe": 0, "text": "The newest words" }).to_string(),
    )?;
    let (out, err) = where_no_display_answers(&desk, &["play", "--continue=2"])?;
    assert!(out.contains("You had begun to say:\n  In March a pipe"), "{out}\n{err}");
    Ok(())
}

#[test]
fn a_script_goes_back_to_what_it_skipped_by_a_line_of_its_own() -> Tested {
    let desk = Desk::new()?;
    desk.put("small.ron", small::SCENE)?;
    let skips = "/skip\n/skip\n/skip\n";
    let play = ["play", "small.ron", "--terminal"];
    let ran = desk.run(&play, skips)?;
    assert!(ran.out.contains("0 of 3 questions answered, 3 skipped."), "{}", ran.out);
    let answers =
        "/return 2\nI fetched the register myself.\n.\n/rate 3\n/return\nI carried 300 maps.\n.\n";
    let ran = desk.run(&play, &format!("{skips}{answers}"))?;
    assert!(ran.out.contains("2 of 4 questions answered"), "{}", ran.out);
    Ok(())
}

/// What the program says where a display is named that does not answer; it must end well.
fn where_no_display_answers(
    desk: &Desk,
    arguments: &[&str],
) -> Result<(String, String), Box<dyn Error>> {
    let output = Command::new(env!("CARGO_BIN_EXE_hotseat"))
        .args(arguments)
        .env("HOTSEAT_DATA", desk.path("data"))
        .env("DISPLAY", ":32000")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .stdin(Stdio::null())
        .output()?;
    let (out, err) = (String::from_utf8(output.stdout)?, String::from_utf8(output.stderr)?);
    assert!(output.status.success(), "{err}");
    Ok((out, err))
}

#[test]
fn a_display_that_does_not_answer_gets_a_sentence_and_the_terminal() -> Tested {
    let desk = Desk::new()?;
    let (out, err) = where_no_display_answers(&desk, &[])?;
    assert!(out.contains("Question 1 of 12"), "{out}");
    assert!(!err.contains("panicked"), "{err}");
    // Without a graphics driver, or in a build without a window, another sentence comes first.
    assert!(err.contains("so no window can be") || err.contains("has no window"), "{err}");
    Ok(())
}
