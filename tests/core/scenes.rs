//! Scenario files: those that ship are in order and true to their transcript; those with faults name all of them.

use std::{error::Error, fs, path::Path};

use hotseat::{
    interview::{
        drafting,
        scenario::{Scenario, ScenarioFile},
        scoring::{Scorer, Story},
        transcript::Speaker,
    },
    storage::{examples, programs, scenarios},
};

use crate::{seed, small};

/// The words of the seed's twelve model answers, as they are read.
const WORDS: [usize; 12] = [152, 94, 175, 83, 177, 76, 139, 177, 133, 127, 88, 91];
/// The words of the same answers counted in the raw text, from the label on up to the next label.
const RAW_WORDS: [usize; 12] = [153, 101, 176, 89, 178, 83, 140, 183, 134, 132, 89, 92];

#[test]
fn every_scene_that_ships_is_without_faults() -> Result<(), Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenes"))? {
        let path = entry?.path();
        let name =
            path.file_name().and_then(|name| name.to_str()).ok_or("a name that is no text")?;
        if let Some(of) = name.strip_suffix(programs::SUFFIX) {
            let loaded = scenarios::load(Some(of))?;
            programs::read(&path, &loaded.scenario)?;
            assert!(programs::of(&loaded)?.is_some(), "{name} is part of the program");
            continue;
        }
        if let Some(of) = name.strip_suffix(examples::SUFFIX) {
            let loaded = scenarios::load(Some(of))?;
            let read = examples::read(&path, &loaded.scenario)?;
            assert_eq!(read, examples::of(&loaded)?, "{name} is part of the program");
            continue;
        }
        assert!(name.ends_with(".scenario.ron"), "{name} is no scenario");
        if let Err(faults) = Scenario::from_ron(&fs::read_to_string(&path)?) {
            panic!("{name}: {faults:#?}");
        }
        found.push(name.to_owned());
    }
    found.sort();
    let mut shipped: Vec<_> = scenarios::BUILT_IN
        .iter()
        .map(|(name, _)| format!("{name}{}", scenarios::SUFFIX))
        .collect();
    shipped.sort();
    assert_eq!(shipped, found, "what lies in scenes/ is part of the program");
    assert_eq!(scenarios::BUILT_IN[0].0, "senior-pm-promotion");
    Ok(())
}

#[test]
fn the_seed_scene_asks_what_the_transcript_asks() {
    let (transcript, scenario) = (seed::transcript(), seed::scenario());
    let read: Vec<_> = seed::questions(&transcript)
        .into_iter()
        .map(|q| {
            (
                q.asked_by.map_or("", |seat| transcript.panel[seat].title.as_str()),
                q.text.as_str(),
                q.follow_up,
            )
        })
        .collect();
    let scene: Vec<_> = scenario
        .questions()
        .iter()
        .enumerate()
        .map(|(index, q)| (scenario.asker(index).title.as_str(), q.text.as_str(), q.follow_up))
        .collect();
    assert_eq!(scene, read);
}

#[test]
fn the_seed_scene_answers_as_the_transcript_does_to_the_letter() {
    let (transcript, scenario) = (seed::transcript(), seed::scenario());
    let read = seed::questions(&transcript);
    assert_eq!(scenario.questions().len(), read.len());
    for (question, read) in scenario.questions().iter().zip(read) {
        assert_eq!(question.model.paragraph_texts(), read.model_answer, "{}", question.id);
    }
}

#[test]
fn the_seed_scene_has_the_sections_and_people_of_the_transcript() {
    let (transcript, scenario) = (seed::transcript(), seed::scenario());
    let scene: Vec<_> =
        scenario.sections().iter().map(|s| (s.title.to_uppercase(), s.questions.len())).collect();
    let read: Vec<_> =
        transcript.sections.iter().map(|s| (s.title.clone(), s.questions.len())).collect();
    assert_eq!(scene, read);
    let scene: Vec<_> = scenario.panel().iter().map(|p| (&p.title, &p.aliases)).collect();
    let read: Vec<_> = transcript.panel.iter().map(|p| (&p.title, &p.aliases)).collect();
    assert_eq!(scene, read);
    assert_eq!(scenario.candidate(), transcript.candidate);
    assert_eq!(Some(scenario.position()), transcript.position.as_deref());
}

#[test]
fn every_question_of_the_seed_scene_was_finished_by_its_author() {
    let scenario = seed::scenario();
    for question in scenario.questions() {
        let id = &question.id;
        assert!(question.hint.ends_with(['.', '?']), "{id} has no hint");
        assert!(question.model.key_points.len() >= 3, "{id} has too few key points");
        let weaker = question.cards.iter().filter(|card| card.weaker_because.is_some()).count();
        assert!(
            weaker >= 3 && weaker + 1 == question.cards.len(),
            "{id} has {weaker} weaker cards"
        );
        assert!(question.cards[0].weaker_because.is_none(), "{id}: the strong card comes first");
    }
    for panelist in scenario.panel() {
        assert!(!panelist.cares_about.is_empty() && !panelist.looks_for.is_empty());
    }
    assert_ne!(scenario.panel()[0].look, scenario.panel()[1].look);
}

#[test]
fn the_seed_has_six_sections_twelve_questions_and_two_interviewers() {
    let transcript = seed::transcript();
    let sections: Vec<_> =
        transcript.sections.iter().map(|s| (s.title.as_str(), s.questions.len())).collect();
    assert_eq!(
        sections,
        [
            ("STRATEGIC THINKING & VISION", 2),
            ("STAKEHOLDER MANAGEMENT & INFLUENCE", 2),
            ("EXECUTION & DELIVERY", 2),
            ("TEAM LEADERSHIP & COLLABORATION", 2),
            ("DATA-DRIVEN DECISION MAKING", 2),
            ("CLOSING QUESTIONS", 2),
        ]
    );
    let panel: Vec<_> =
        transcript.panel.iter().map(|p| (p.title.as_str(), p.aliases.as_slice())).collect();
    let alias = ["Director Eng".to_owned()];
    assert_eq!(panel, [("VP Product", [].as_slice()), ("Director of Engineering", &alias)]);
    assert_eq!(transcript.candidate, "Sarah Chen");
    assert_eq!(transcript.candidate_aliases, ["Sarah"]);
}

#[test]
fn the_seed_has_24_turns_12_of_the_candidate_8_and_4_of_the_panel() {
    let transcript = seed::transcript();
    let turns = |speaker| transcript.turns.iter().filter(|turn| turn.speaker == speaker).count();
    assert_eq!(transcript.turns.len(), 24);
    assert_eq!(turns(Speaker::Candidate), 12);
    assert_eq!(turns(Speaker::Interviewer(0)), 8);
    assert_eq!(turns(Speaker::Interviewer(1)), 4);
}

#[test]
fn the_seed_questions_that_follow_up_know_it() {
    let transcript = seed::transcript();
    let follow_ups: Vec<_> = seed::questions(&transcript)
        .into_iter()
        .enumerate()
        .filter(|(_, question)| question.follow_up)
        .map(|(index, _)| index)
        .collect();
    assert_eq!(follow_ups, [1, 3, 5, 9]);
}

#[test]
fn the_seed_answers_have_their_words() {
    let transcript = seed::transcript();
    let words: Vec<_> = seed::questions(&transcript)
        .into_iter()
        .map(|question| {
            question.model_answer.iter().map(|p| p.split_whitespace().count()).sum::<usize>()
        })
        .collect();
    assert_eq!(words, WORDS);
}

/// A figure that counts more than the answer: the label itself and, where the next turn opens a section, its heading.
#[test]
fn raw_words_run_from_one_label_to_the_next_with_headings_and_rules() {
    let lines: Vec<&str> = seed::TRANSCRIPT.lines().collect();
    let transcript = seed::transcript();
    let raw: Vec<_> = transcript
        .turns
        .iter()
        .enumerate()
        .filter(|(_, turn)| turn.speaker == Speaker::Candidate)
        .map(|(index, turn)| {
            let end = transcript.turns.get(index + 1).map_or(lines.len(), |next| next.line - 1);
            lines[turn.line - 1..end].join("\n").split_whitespace().count()
        })
        .collect();
    assert_eq!(raw, RAW_WORDS);

    let questions = seed::questions(&transcript);
    let headings = transcript.sections.iter().skip(1).map(|section| {
        let rules = 2;
        let last = questions.iter().rposition(|q| q.line < section.line).unwrap_or_default();
        (last, rules + section.title.split_whitespace().count())
    });
    let mut explained = WORDS.map(|words| words + "Sarah:".split_whitespace().count());
    for (last, heading) in headings {
        explained[last] += heading;
    }
    assert_eq!(explained, RAW_WORDS);
}

#[test]
fn lines_that_look_like_a_speaker_stay_in_their_answer() {
    let transcript = seed::transcript();
    let answers: Vec<_> =
        seed::questions(&transcript).iter().map(|q| q.model_answer.join("\n")).collect();
    for line in [
        "I proposed a hybrid approach: we'd do 6 weeks",
        "I offered two options: he could take a week off",
        "I documented my reasoning: \"Shipping because",
        "First 30 days: I'd do a listening tour",
        "Days 30-60: I'd identify 2-3",
    ] {
        assert!(answers.iter().any(|answer| answer.contains(line)), "{line}");
    }
}

#[test]
fn the_draft_of_the_seed_is_a_scenario_without_faults() -> Result<(), Box<dyn Error>> {
    let transcript = seed::transcript();
    let draft = drafting::draft(&transcript);
    let text = draft.to_ron()?;
    let scenario = match Scenario::from_ron(&text) {
        Ok(scenario) => scenario,
        Err(faults) => panic!("{faults:#?}\n{text}"),
    };
    for (question, read) in scenario.questions().iter().zip(seed::questions(&transcript)) {
        assert_eq!(question.text, read.text);
        assert_eq!(question.follow_up, read.follow_up);
        assert_eq!(question.model.paragraph_texts(), read.model_answer, "{}", question.id);
        assert!((5..=8).contains(&question.model.key_points.len()), "{}", question.id);
    }
    Ok(())
}

#[test]
fn a_draft_written_and_read_again_is_the_same_draft() -> Result<(), Box<dyn Error>> {
    let draft = drafting::draft(&seed::transcript()).file;
    let text = draft.to_ron()?;
    let read: ScenarioFile = ScenarioFile::dialect().from_str(&text)?;
    assert_eq!(read, draft);
    assert_eq!(read.to_ron()?, text);
    Ok(())
}

#[test]
fn the_small_scene_of_these_tests_is_in_order() {
    check_faults(&[], &[]);
}

/// Writes the small scene with each first passage changed for the second, and asserts its faults, in their order, as
/// `line:column message`.
#[track_caller]
fn check_faults(changes: &[(&str, &str)], expected: &[&str]) {
    let mut text = small::SCENE.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in the small scene");
        text = text.replace(from, to);
    }
    let faults = Scenario::from_ron(&text).err().unwrap_or_default();
    let found: Vec<_> = faults
        .iter()
        .map(|fault| format!("{}:{} {}", fault.line, fault.column, fault.message))
        .collect();
    assert_eq!(found, expected, "{changes:?}");
    assert!(faults.iter().all(|fault| fault.is_error() && !fault.help.is_empty()), "{faults:#?}");
}

#[test]
fn another_version_is_refused() {
    check_faults(
        &[("version: 1", "version: 2")],
        &["2:12 the version is 2, and this program reads version 1"],
    );
    check_faults(
        &[("version: 1,", "")],
        &["1:1 the version is 0, and this program reads version 1"],
    );
}

#[test]
fn a_scene_has_a_title() {
    check_faults(&[("\"A small panel\"", "\" \"")], &["3:10 the title is empty"]);
}

#[test]
fn a_language_is_a_tag() {
    for (written, help) in [
        ("English", "write its BCP 47 tag: \"en\""),
        ("English, UK", "write its BCP 47 tag: \"en\""),
        ("en_GB", "write its BCP 47 tag: \"en-GB\""),
        ("Klingonese", "write a BCP 47 tag, such as \"en\" or \"de-AT\""),
    ] {
        let changes = [("\"en\"", &*format!("\"{written}\""))];
        check_faults(&changes, &[&format!("6:13 `{written}` is not a language tag")]);
        let faults = Scenario::from_ron(&small::SCENE.replace("\"en\"", changes[0].1));
        assert_eq!(faults.err().unwrap_or_default()[0].help, help);
    }
    check_faults(&[("\"en\"", "\"de-AT\"")], &[]);
}

#[test]
fn who_asks_sits_on_the_panel() {
    check_faults(
        &[(
            "asked_by: \"head\",\n        text: \"How did",
            "asked_by: \"cfo\",\n        text: \"How did",
        )],
        &["32:19 question `dry` is asked by `cfo`, who is not on the panel"],
    );
}

#[test]
fn a_panel_has_one_to_five_panelists() {
    let one = "(id: \"head\", title: \"Head Archivist\", looks_for: [\"result\"]),";
    let six: String = ["head", "b", "c", "d", "e", "f"]
        .map(|id| format!("(id: \"{id}\", title: \"{id}\"),"))
        .concat();
    check_faults(&[(one, &six)], &["7:10 there are 6 of `panelist`, more than the 5 there may be"]);
    check_faults(
        &[(one, "")],
        &[
            "7:10 there is no panelist",
            "14:19 question `flood` is asked by `head`, who is not on the panel",
            "32:19 question `dry` is asked by `head`, who is not on the panel",
            "46:19 question `angry-reader` is asked by `head`, who is not on the panel",
            "61:19 question `why-here` is asked by `head`, who is not on the panel",
        ],
    );
}

#[test]
fn a_panelist_looks_for_criteria_that_there_are() {
    check_faults(&[("[\"result\"]", "[\"charm\"]")], &["8:55 there is no criterion `charm`"]);
}

#[test]
fn an_id_is_plain_and_taken_once() {
    check_faults(&[("id: \"dry\"", "id: \"flood\"")], &["31:13 the id `flood` is taken twice"]);
    check_faults(
        &[("id: \"dry\"", "id: \"Dry maps\"")],
        &["31:13 `Dry maps` cannot be the id of a question"],
    );
}

#[test]
fn a_key_point_stands_in_the_model_answer_to_the_letter() {
    check_faults(
        &[("\"the insurer paid for a new pipe\"]", "\"the insurer paid for 2 pipes\"]")],
        &["23:58 the model answer does not say `the insurer paid for 2 pipes`"],
    );
}

#[test]
fn one_card_and_no_other_is_the_strong_one() {
    check_faults(
        &[(", weaker_because: \"It names no method.\"", "")],
        &["37:16 2 of the cards are the strong one"],
    );
    check_faults(
        &[("for 9 days.\"),\n", "for 9 days.\", weaker_because: \"It is short.\"),\n")],
        &["37:16 0 of the cards are the strong one"],
    );
}

#[test]
fn cards_differ_and_there_are_several() {
    check_faults(
        &[(
            "\"I like archives.\"",
            "\"You hold the letters of the glass workers, and I want to open them to schools.\"",
        )],
        &["67:11 two cards say the same"],
    );
    check_faults(
        &[(
            "\n          (text: \"I like archives.\", weaker_because: \"It would fit any archive.\"),",
            "",
        )],
        &["65:16 there are 1 cards to pick from"],
    );
}

#[test]
fn a_text_has_no_control_characters_and_an_end() {
    check_faults(
        &[("\"How did you dry them?\"", "\"How did you\\u{7} dry them?\"")],
        &["33:15 the question holds the control character U+0007"],
    );
    let long = format!("\"{}\"", "a".repeat(8_001));
    check_faults(
        &[("\"Name the method.\"", &long)],
        &["35:15 the hint has 8001 characters, more than the 8000 it may have"],
    );
}

#[test]
fn a_section_opens_with_a_question_of_its_own() {
    check_faults(
        &[("follow_up: false", "follow_up: true")],
        &["16:20 `flood` follows up nothing: it opens its section"],
    );
    check_faults(
        &[(
            "title: \"Readers\", questions: [",
            "title: \"Silence\", questions: []), (title: \"Readers\", questions: [",
        )],
        &["43:35 there is no question"],
    );
}

#[test]
fn a_question_without_a_model_answer_is_asked_for_the_players_own_story() {
    let model = "[[(Action, \"I changed the blotters every 4 hours and ran two fans in the nave for 9 days.\")]]";
    assert!(small::SCENE.contains(model));
    let text = small::SCENE.replacen(model, "[]", 1);
    let scenario = Scenario::from_ron(&text).expect("a model answer may be missing");
    let question = scenario.questions().iter().position(|one| one.model.paragraphs.is_empty());
    let question = question.expect("one has none");
    let answer = "In May two of our tills failed. I called the shop, and we lost no sale of 40.";
    let scorer = Scorer::of(&scenario);
    let found = scorer.assess(question, answer, Story::This).expect("it is short enough");
    assert_eq!((found.story, found.key_points.len()), (Story::Own, 0));
    assert_eq!(scorer.assess(question, answer, Story::Own).expect("it is short enough"), found);
}

#[test]
fn every_fault_comes_at_once_in_the_order_of_the_file() {
    check_faults(
        &[
            ("version: 1", "version: 3"),
            ("\"A small panel\"", "\"\""),
            ("[\"result\"]", "[\"charm\"]"),
            ("hint: \"Name the method.\"", "tip: \"Name the method.\""),
            ("\"the insurer paid for a new pipe\"]", "\"the insurer paid for 2 pipes\"]"),
            ("id: \"why-here\"", "id: \"dry\""),
            (", weaker_because: \"It would fit any archive.\"", ""),
        ],
        &[
            "2:12 the version is 3, and this program reads version 1",
            "3:10 the title is empty",
            "8:55 there is no criterion `charm`",
            "23:58 the model answer does not say `the insurer paid for 2 pipes`",
            "35:9 there is no field `tip` in a question",
            "60:13 the id `dry` is taken twice",
            "65:16 2 of the cards are the strong one",
        ],
    );
}

#[test]
fn a_file_beyond_its_bound_is_not_read() {
    let faults = Scenario::from_ron(&" ".repeat(1024 * 1024 + 1)).err().unwrap_or_default();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(
        faults[0].message,
        "the file holds 1048577 bytes, more than the 1048576 a scenario may have"
    );
}
