//! Scenario files that are miswritten, each as an author may miswrite it: what is said, where, and what mends it.

use hotseat::interview::{
    diagnostic::{Code, Diagnostic},
    scenario::Scenario,
};

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
        "39:22 a quote inside `text` ends it here",
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
    let here = "put a `)` here";
    check(
        "result.\"),\n        ],\n      ),",
        "result.\"),\n        ],\n",
        "28:10 the `(` that opens a question on line 12, column 7 is not closed here",
        here,
    );
    check(
        "looks_for: [\"result\"]),",
        "looks_for: [\"result\"],",
        "8:64 the `(` that opens a panelist on line 8, column 5 is not closed here",
        here,
    );
    check(
        "above the map room at night.\"),",
        "above the map room at night.\",",
        "19:75 the `(` that opens a sentence of the model answer on line 19, column 11 is not closed here",
        here,
    );
    let here = "put a `]` here";
    check(
        "for 9 days.\")]],",
        "for 9 days.\")],",
        "36:115 the `[` that opens `model_answer` on line 36, column 23 is not closed here",
        here,
    );
    check(
        "It has no result.\"),\n        ],",
        "It has no result.\"),\n",
        "27:91 the `[` that opens `cards` on line 24, column 16 is not closed here",
        here,
    );
    check(
        "looks_for: [\"result\"]),\n  ],",
        "looks_for: [\"result\"]),\n",
        "8:65 the `[` that opens `panel` on line 7, column 10 is not closed here",
        here,
    );
    check(
        "for 9 days.\"),\n          (text: \"We dried them with care.\", weaker_because: \"It names no method.\"),\n        ],\n      ),\n    ]),",
        "for 9 days.\"),\n          (text: \"We dried them with care.\", weaker_because: \"It names no method.\"),\n        ],\n      ),\n    ),",
        "41:8 the `[` that opens `questions` on line 11, column 32 is not closed here",
        here,
    );
    check_unmended(
        "    ]),\n  ],\n)",
        "    ]),\n  ],\n",
        "1:1 the `(` that opens the file is never closed",
        "put a `)` where it ends",
    );
    check_unmended(
        "panel: [\n",
        "panel: \n",
        "8:5 `panel` is a list, and its `[` is missing",
        "`[(id: \"…\", title: \"…\", …)]`",
    );
    check_unmended(
        "(id: \"head\", title",
        "id: \"head\", title",
        "8:5 a panelist begins without a `(`",
        "write a panelist as (id: \"…\", title: \"…\", …)",
    );
    check_unmended(
        "(title: \"Readers\"",
        "title: \"Readers\"",
        "43:5 a section begins without a `(`",
        "write a section as (title: \"…\"",
    );
}

#[test]
fn a_bracket_too_many_or_of_another_kind_is_told() {
    let out = "take it out";
    check(
        "result.\"),\n        ],\n      ),",
        "result.\"),\n        ],\n      )),",
        "29:8 this `)` closes nothing",
        out,
    );
    check("a new pipe\"],", "a new pipe\"]],", "23:92 this `]` closes nothing", out);
    check("at night.\"),", "at night.\")),", "19:76 this `)` closes nothing", out);
    check_unmended(
        "    ]),\n  ],\n)",
        "    ]),\n  ],\n))",
        "72:2 something follows the `)` that ends the file",
        out,
    );
    check_unmended(
        "looks_for: [\"result\"]",
        "looks_for: {\"result\"}",
        "8:54 `looks_for` is a list, and stands in other brackets",
        "`[\"…\"]`",
    );
    check_unmended(
        "(id: \"head\", title: \"Head Archivist\", looks_for: [\"result\"])",
        "{id: \"head\", title: \"Head Archivist\"}",
        "8:5 a panelist stands in other brackets than `(` and `)`",
        "write a panelist as (id: \"…\", title: \"…\", …)",
    );
}

#[test]
fn faults_of_several_kinds_come_at_once() {
    let text = changed(&[
        ("version: 1", "version: \"1\""),
        ("candidate: \"Robin\",", "candidat: \"Robin\""),
        ("position: \"Archivist\"", "position: Archivist"),
        ("hint: \"Name the method.\"", "hint: Some(\"Name the method.\")"),
    ]);
    let found: Vec<_> = faults(&text).iter().map(|fault| (fault.line, fault.code)).collect();
    let expected = [
        (2, Code::WrongValue),
        (4, Code::UnknownField),
        (4, Code::CommaMissing),
        (5, Code::TextUnquoted),
        (35, Code::WrongValue),
    ];
    assert_eq!(found, expected, "{:#?}", said(&text));
}

#[test]
fn a_file_of_nothing_or_of_something_else_is_told_what_to_be() {
    for text in ["", " \n", "// A comment.\n"] {
        check_said(
            text,
            "1:1 the file is empty",
            "(version: 1, title: \"…\", panel: […], sections: […])",
        );
    }
    check_said(
        "Dear all,\nwe met.\n",
        "1:1 the file is not a scenario",
        "write it as (version: 1, title: \"…\", …)",
    );
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
        "8:87 there is no field `hiar` in a look",
        "if `hair` was meant, write that; a look has `skin`, `face`, ",
    );
    check_said(
        &with("hair: Bob", "hair: Mohawk"),
        "8:93 `hair` cannot be `Mohawk`",
        "write one of `Bald`, `Buzz`, `Short`, ",
    );
    check_said(
        &with("hair: Bob", "hair: \"Bob\""),
        "8:93 `Bob` stands in quotes",
        "without quotes",
    );
    check_said(
        &with("skin: Sand, ", ""),
        "8:49 `look` does not say `skin`",
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
        "8:54 `looks_for` is a single text, where a list belongs",
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

#[test]
fn however_deep_a_value_stands_in_some_it_is_named_once() {
    for depth in [2, 150_000] {
        let deep = format!("hint: {}\"Name it.\"{}", "Some(".repeat(depth), ")".repeat(depth));
        let text = changed(&[("hint: \"Name the method.\"", &deep)]);
        let said = said(&text);
        assert!(
            said[0].starts_with("35:15 `hint` is written in `Some(…)` more than once;"),
            "{said:?}"
        );
        assert_eq!(said.len(), 1, "{said:?}");
    }
}
