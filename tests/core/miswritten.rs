//! Scenario files that are miswritten, each as an author may miswrite it: what is said, where, and what mends it.

use hotseat::interview::{diagnostic::Diagnostic, scenario::Scenario};

use crate::small;

/// The small scene with the first passage that is one of these changed for the second.
#[track_caller]
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(small::SCENE.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in the small scene");
        text.replace(from, to)
    })
}

fn faults(text: &str) -> Vec<Diagnostic> {
    Scenario::from_ron(text).err().unwrap_or_default()
}

/// What is said of a text: `line:column message; help`.
fn said(text: &str) -> Vec<String> {
    let told = |fault: &Diagnostic| {
        format!("{}:{} {}; {}", fault.line, fault.column, fault.message, fault.help)
    };
    faults(text).iter().map(told).collect()
}

/// Asserts that a change gives one fault, whose place and message are the first of these and whose help holds the
/// second; and that the changes offered, made one after the other, mend the file.
#[track_caller]
fn check(from: &str, to: &str, expected: &str, help: &str) {
    let mut text = changed(&[(from, to)]);
    check_said(&text, expected, help);
    for _ in 0..4 {
        let Some(fault) = faults(&text).into_iter().next() else { return };
        let Some(fix) = &fault.fix else { panic!("{fault} has no fix") };
        text = fix.apply(&text).unwrap_or_else(|| panic!("{fault:#?} fits the file"));
    }
    panic!("{:#?} is not mended", said(&text));
}

/// The same for a fault that only its author can mend.
#[track_caller]
fn check_unmended(from: &str, to: &str, expected: &str, help: &str) {
    let text = changed(&[(from, to)]);
    check_said(&text, expected, help);
    assert!(faults(&text).iter().all(|fault| fault.fix.is_none()), "{:#?}", faults(&text));
}

#[track_caller]
fn check_said(text: &str, expected: &str, help: &str) {
    let found = said(text);
    let fits = |said: &String| said.starts_with(&format!("{expected}; ")) && said.contains(help);
    assert!(
        found.len() == 1 && found.iter().all(fits),
        "expected {expected}; …{help}…\nfound {found:#?}"
    );
}

#[test]
fn a_quote_inside_a_text_is_told_from_a_missing_comma() {
    let inside = "a quote inside `text` ends it here";
    let write = "write `\\\"` for a quote inside a text, or use “ and ”";
    check(
        "How did you dry them?",
        "How did you \"dry\" them?",
        "33:28 a quote inside `text` ends it here",
        write,
    );
    check(
        "How did you dry them?",
        "\"How\" did you dry them?",
        "33:16 a quote inside `text` ends it here",
        write,
    );
    check(
        "How did you dry them?",
        "Why \"dry\", and how?",
        "33:20 a quote inside `text` ends it here",
        write,
    );
    check(
        "\"We dried them with care.\"",
        "\"We \"dried\" them, with \"care\".\"",
        "39:21 a quote inside `text` ends it here",
        write,
    );
    check(
        "I fetched it myself from the depot",
        "I said \"now\" and fetched it",
        "51:28 a quote inside a sentence of the model answer ends it here",
        write,
    );
    check(
        "\"I carried 300 maps to the chapel\", \"the",
        "\"I carried 300 maps to the chapel\" \"the",
        "23:56 a comma is missing here",
        "put one before what follows",
    );
    check("\"A small panel\",", "\"A small panel\"", "3:25 a comma is missing here", "put one");
    assert!(said(&changed(&[("How did you dry them?", "How \"dry\" them?")]))[0].contains(inside));
}

#[test]
fn a_text_without_its_quotes_or_with_others_is_told() {
    check(
        "title: \"A small panel\"",
        "title: \"A small panel",
        "3:10 `title` begins here and has no closing quote",
        "where the text ends",
    );
    check(
        "asked_by: \"head\",\n        text: \"How",
        "asked_by: \"head,\n        text: \"How",
        "32:19 `asked_by` begins here and has no closing quote",
        "where the text ends",
    );
    check(
        "depot and sat down with him.\"),",
        "depot and sat down with him.),",
        "51:20 a sentence of the model answer begins here and has no closing quote",
        "where the text ends",
    );
    check(
        "title: \"A small panel\"",
        "title: A small panel",
        "3:10 `title` has no quotes around it",
        "`\"…\"`",
    );
    check(
        "title: \"A small panel\"",
        "title: “A small panel”",
        "3:10 `title` stands in other quotes: “",
        "straight double quotes",
    );
    check(
        "title: \"A small panel\"",
        "title: 'A small panel'",
        "3:10 `title` stands in other quotes: '",
        "straight double quotes",
    );
    check(
        "title: \"A small panel\"",
        "title: \"A small\\panel\"",
        "3:18 `\\p` means nothing in a text",
        "`\\\\`",
    );
}

#[test]
fn what_is_optional_is_written_alone() {
    check(
        "hint: \"Name the method.\"",
        "hint: Some(\"Name the method.\")",
        "35:15 `hint` is written in `Some(…)`",
        "write the value alone: `\"…\"`",
    );
    check(
        "follow_up: true",
        "follow_up: Some(true)",
        "34:20 `follow_up` is written in `Some(…)`",
        "`true`",
    );
    assert_eq!(
        said(&changed(&[(
            "weaker_because: \"It names no method.\"",
            "weaker_because: Some(\"It names no method.\")"
        )])),
        [""; 0]
    );
}

#[test]
fn a_model_answer_in_another_form_is_told() {
    let answer = "[[(Action, \"I changed the blotters every 4 hours and ran two fans in the nave for 9 days.\")]]";
    let form = "[[(Situation, \"…\"), (Action, \"…\")]]";
    check_unmended(
        answer,
        "\"I changed the blotters.\"",
        "36:23 `model_answer` is a single text",
        form,
    );
    check_unmended(
        answer,
        "[(Action, \"I changed the blotters.\")]",
        "36:24 the model answer has one pair of square brackets, and needs two",
        form,
    );
    let parts = "with its part, Situation, Task, Action or Result: `(Action, \"…\")`";
    check_unmended(
        answer,
        "[[\"I changed the blotters.\"]]",
        "36:25 a sentence of the model answer has no part",
        parts,
    );
    check_unmended(
        answer,
        "[[(\"I changed the blotters.\")]]",
        "36:26 a sentence of the model answer has no part",
        parts,
    );
    check(
        answer,
        "[[(Action: \"I changed the blotters.\")]]",
        "36:32 no comma stands between the part of a sentence and its text",
        parts,
    );
    check(
        answer,
        "[[(Action \"I changed the blotters.\")]]",
        "36:32 no comma stands between the part of a sentence and its text",
        parts,
    );
    check(
        answer,
        "[[Action(\"I changed the blotters.\")]]",
        "36:25 `Action` stands outside the parentheses of its sentence",
        parts,
    );
    check(
        answer,
        "[[(\"Action\", \"I changed the blotters.\")]]",
        "36:26 `Action` stands in quotes",
        "without quotes",
    );
    check(
        answer,
        "[[(action, \"I changed the blotters.\")]]",
        "36:26 the part of a sentence cannot be `action`",
        "if `Action` was meant",
    );
    check_unmended(
        answer,
        "[[(Hope, \"I changed the blotters.\")]]",
        "36:26 the part of a sentence cannot be `Hope`",
        "`Situation`, `Task`, `Action` or `Result`",
    );
}

#[test]
fn a_bracket_that_is_missing_is_named_with_what_it_opened() {
    check("for 9 days.\")]],", "for 9 days.\")],", "36:115 a comma is missing here", "");
}

#[test]
fn a_field_or_a_choice_that_there_is_not_is_listed() {
    let look = "look: (skin: Sand, face: Oval, build: Slim, hair: Bob, hair_colour: Brown, brows: Soft, eyes: Blue, lashes: Short, \
                lips: Rose, beard: None, glasses: None, jewellery: None, outfit: Sweater, outfit_colour: Teal, accent: Navy, holds: Pen)";
    let with = |from: &str, to: &str| {
        let look = look.replace(from, to);
        changed(&[("looks_for: [\"result\"]", &look)])
    };
    assert_eq!(said(&with("", "")), [""; 0]);
    check_said(
        &with("hair: Bob", "hiar: Bob, hair: Bob"),
        "8:80 there is no field `hiar` in a look",
        "if `hair` was meant, write that; a look has `skin`, `face`, ",
    );
    check_said(
        &with("hair: Bob", "hair: Mohawk"),
        "8:86 `hair` cannot be `Mohawk`",
        "write one of `Bald`, `Buzz`, `Short`, ",
    );
    check_said(
        &with("hair: Bob", "hair: \"Bob\""),
        "8:86 `Bob` stands in quotes",
        "without quotes",
    );
    check_said(
        &with("skin: Sand, ", ""),
        "8:42 `look` does not say `skin`",
        "`skin` is `Porcelain`, `Peach`, ",
    );
    check(
        "position: \"Archivist\"",
        "postion: \"Archivist\"",
        "5:3 there is no field `postion` in a scenario",
        "if `position` was meant, write that",
    );
    check_unmended(
        "hint: \"Name the method.\"",
        "tip: \"Name the method.\"",
        "35:9 there is no field `tip` in a question",
        "`hint`, ",
    );
    check(
        "(id: \"head\", title",
        "(id: \"head\", manner: tough, title",
        "8:26 `manner` cannot be `tough`",
        "`Warm`, `Neutral` or `Tough`",
    );
}

#[test]
fn a_value_of_another_kind_is_told() {
    check("version: 1", "version: \"1\"", "2:12 `version` is not a whole number", "without quotes");
    check(
        "follow_up: true",
        "follow_up: \"true\"",
        "34:20 `follow_up` is neither `true` nor `false`",
        "without quotes",
    );
    check(
        "follow_up: true",
        "follow_up: yes",
        "34:20 `follow_up` is neither `true` nor `false`",
        "without quotes",
    );
    check(
        "looks_for: [\"result\"]",
        "looks_for: \"result\"",
        "8:53 `looks_for` is a single text, where a list belongs",
        "`[\"…\"]`",
    );
    check_unmended(
        "title: \"A small panel\"",
        "title: [\"A small panel\"]",
        "3:10 `title` stands in brackets, where a text belongs",
        "`\"…\"`",
    );
    check_unmended(
        "title: \"A small panel\"",
        "title: ",
        "3:10 `title` has no value",
        "or take the field out",
    );
    check(
        "title: \"A small panel\"",
        "\"title\": \"A small panel\"",
        "3:3 the field `title` stands in quotes",
        "`title: …`",
    );
    check(
        "candidate: \"Robin\"",
        "candidate \"Robin\"",
        "4:12 there is no colon behind `candidate`",
        "`candidate: …`",
    );
    check(
        "candidate: \"Robin\"",
        "candidate = \"Robin\"",
        "4:13 `=` stands behind `candidate`",
        "a colon",
    );
    check(
        "candidate: \"Robin\",",
        "candidate: \"Robin\";",
        "4:21 a semicolon stands where a comma belongs",
        "`,`",
    );
    check(
        "candidate: \"Robin\",",
        "candidate: \"Robin\",,",
        "4:22 this comma has nothing before it",
        "take it out",
    );
    check_unmended(
        "version: 1,",
        "version: 1, version: 1,",
        "2:23 `version` is given twice",
        "take one of them out",
    );
    check(
        "version: 1,",
        "version: 1, # the form",
        "2:15 a comment does not begin with `#`",
        "`//`",
    );
    check(
        "candidate: \"Robin\"",
        "candidate:\u{a0}\"Robin\"",
        "4:13 the blank U+00A0 is no plain space",
        "plain space",
    );
    check_unmended(
        "version: 1,",
        "version: 1, /* the form",
        "2:15 this comment is never closed",
        "`*/`",
    );
}
