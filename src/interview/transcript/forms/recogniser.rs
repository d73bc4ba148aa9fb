//! JSON of speech recognisers: objects in a row that have words and mostly a speaker, under whichever names.
//!
//! Of all lists in the file the one that names speakers and holds the most words is the talk. A list of questions, and what
//! `hotseat import` prints itself, are read too.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::interview::diagnostic::{Code, Place};
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::noise::is_filler;
use crate::interview::transcript::forms::{Bank, BankQuestion, Talk, Utterance, Written};

/// Names of what is said.
const SAID: [&str; 12] = [
    "text",
    "transcript",
    "sentence",
    "spokenText",
    "content",
    "utterance",
    "body",
    "message",
    "punctuated_transcript",
    "punctuated_word",
    "word",
    "raw_text",
];
/// Names of who says it.
const SPEAKER: [&str; 16] = [
    "speaker",
    "speaker_name",
    "speakerName",
    "speakerDisplayName",
    "speaker_label",
    "speakerLabel",
    "speaker_id",
    "speakerId",
    "speakerTag",
    "participant",
    "participant_name",
    "name",
    "role",
    "from",
    "author",
    "channel_tag",
];
/// Names of a question and of its answer.
const QUESTION: [&str; 3] = ["question", "prompt", "front"];
const ANSWER: [&str; 6] =
    ["answer", "model_answer", "modelAnswer", "response", "sample_answer", "back"];

/// Whether a text begins as JSON does.
pub fn fits(text: &str) -> bool {
    let text = text.trim_start();
    let behind = |open: char| text.strip_prefix(open).map(str::trim_start);
    behind('{').is_some_and(|rest| rest.starts_with(['"', '}']))
        || behind('[')
            .is_some_and(|rest| rest.starts_with(['{', '[', ']', '"']) && rest.contains('"'))
}

/// The talk or the questions of a file.
pub fn read(text: &str, faults: &mut Faults) -> Option<Written> {
    let value = match values(text) {
        Ok(value) => value,
        Err(error) => {
            let lines = text.split('\n').count();
            faults.error(
                Code::Unreadable,
                (error.line().min(lines).max(1), error.column().max(1)),
                format!("the file is JSON that cannot be read: {}", without_place(&error)),
                "export it anew; if it was changed by hand, mend this place",
            );
            return None;
        }
    };
    let mut lines = Finder { text, at: 0, line: 1, missed: 0 };
    if let Some(bank) = questions(&value, &mut lines).filter(|bank| !bank.questions.is_empty()) {
        return Some(Written::Bank(bank));
    }
    let names = names(&value);
    let mut best: Option<(bool, usize, Vec<(Option<String>, String)>)> = None;
    lists(&value, &mut |list| {
        let said = said_in(list, &names);
        let speakers =
            said.iter().filter(|(speaker, _)| speaker.is_some()).count() * 2 > said.len();
        let words: usize = said.iter().map(|(_, text)| text.len()).sum();
        if !said.is_empty() && best.as_ref().is_none_or(|best| (speakers, words) > (best.0, best.1))
        {
            best = Some((speakers, words, said));
        }
    });
    let Some((_, _, said)) = best else {
        faults.error(
            Code::NotATranscript,
            (1, 1),
            "the file is JSON, and nothing in it is what somebody says",
            "export the transcript with its speakers: objects with `speaker` and `text`",
        );
        return None;
    };
    let mut talk = Talk::default();
    for (speaker, text) in said {
        if is_filler(&text) {
            talk.fillers += 1;
            continue;
        }
        let at = lines.place(&text);
        talk.utterances.push(match speaker {
            Some(speaker) => Utterance::of(&speaker, &text, at),
            None => Utterance::unlabelled(&text, true, at),
        });
    }
    Some(Written::Talk(talk))
}

fn without_place(error: &serde_json::Error) -> String {
    let told = error.to_string();
    told.split(" at line ").next().unwrap_or(&told).to_owned()
}

/// One value, or one on each line.
fn values(text: &str) -> Result<Value, serde_json::Error> {
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(error) => {
            let each: Result<Vec<Value>, _> =
                serde_json::Deserializer::from_str(text).into_iter::<Value>().collect();
            each.ok().filter(|values| values.len() > 1).map(Value::Array).ok_or(error)
        }
    }
}

/// Every list of objects, wherever it stands; the reader bounds how deep.
fn lists<'a>(value: &'a Value, found: &mut impl FnMut(&'a [Value])) {
    match value {
        Value::Array(list) => {
            if list.iter().any(Value::is_object) {
                found(list);
            }
            for inner in list {
                lists(inner, found);
            }
        }
        Value::Object(fields) => {
            for inner in fields.values() {
                lists(inner, found);
            }
        }
        _ => {}
    }
}

/// What each object of a list says, and who.
fn said_in(list: &[Value], names: &BTreeMap<String, String>) -> Vec<(Option<String>, String)> {
    let mut said: Vec<(Option<String>, String)> = Vec::new();
    for one in list {
        let text = words(one);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            continue;
        }
        said.push((speaker(one, names), text));
    }
    in_passages(said)
}

/// Where each object is a word, those of one speaker in a row are one passage.
fn in_passages(said: Vec<(Option<String>, String)>) -> Vec<(Option<String>, String)> {
    if said.iter().any(|(_, text)| text.contains(' ')) {
        return said;
    }
    let mut passages: Vec<(Option<String>, String)> = Vec::new();
    for (speaker, word) in said {
        match passages.last_mut().filter(|(last, _)| *last == speaker) {
            Some((_, passage)) => {
                passage.push(' ');
                passage.push_str(&word);
            }
            None => passages.push((speaker, word)),
        }
    }
    passages
}

fn words(one: &Value) -> String {
    if let Some(text) = SAID.iter().find_map(|key| one.get(key).and_then(Value::as_str)) {
        return text.to_owned();
    }
    // Sentences, or words and marks one by one.
    let parts = ["sentences", "words", "elements", "tokens"]
        .iter()
        .find_map(|key| one.get(key)?.as_array());
    let mut text = String::new();
    for part in parts.into_iter().flatten() {
        let word = ["punctuated_word", "text", "word", "value"]
            .iter()
            .find_map(|key| part.get(key)?.as_str());
        let Some(word) = word else { continue };
        let mark =
            part.get("type").and_then(Value::as_str).is_some_and(|kind| kind.starts_with("punct"));
        if !text.is_empty() && !mark && !text.ends_with(' ') {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn speaker(one: &Value, names: &BTreeMap<String, String>) -> Option<String> {
    SPEAKER.iter().find_map(|key| {
        let named = match one.get(key)? {
            Value::String(name) => name.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Object(person) => {
                let name = ["name", "displayName", "display_name", "user", "id"]
                    .iter()
                    .find_map(|key| person.get(*key));
                name.and_then(|name| {
                    name.as_str()
                        .map(str::to_owned)
                        .or_else(|| name.as_i64().map(|id| id.to_string()))
                })?
            }
            _ => return None,
        };
        let known = names.get(&named).cloned();
        let short = named.chars().count() <= 2 && named.chars().all(char::is_alphanumeric);
        let unknown = || if short { format!("Speaker {named}") } else { named.clone() };
        (!named.is_empty()).then(|| known.unwrap_or_else(unknown))
    })
}

/// The names that a list of speakers gives to their numbers.
fn names(value: &Value) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let lists =
        ["speakers", "participants", "speaker_names"].iter().filter_map(|key| value.get(key));
    for list in lists {
        for one in list.as_array().into_iter().flatten() {
            let id = ["id", "speaker", "speaker_id", "label"].iter().find_map(|key| one.get(key));
            let id = id.and_then(|id| {
                id.as_str().map(str::to_owned).or_else(|| id.as_i64().map(|id| id.to_string()))
            });
            if let (Some(id), Some(name)) = (id, one.get("name").and_then(Value::as_str)) {
                names.insert(id, name.to_owned());
            }
        }
        for (id, name) in list.as_object().into_iter().flatten() {
            if let Some(name) = name.as_str() {
                names.insert(id.clone(), name.to_owned());
            }
        }
    }
    names
}

/// A list of questions, or sections with such lists.
fn questions(value: &Value, lines: &mut Finder) -> Option<Bank> {
    let mut bank = Bank::default();
    let field = |name: &str| {
        value.get(name).and_then(Value::as_str).map(str::to_owned).filter(|text| !text.is_empty())
    };
    (bank.candidate, bank.position, bank.date) =
        (field("candidate"), field("position"), field("date"));
    let title = |one: &Value| {
        one.as_str()
            .or_else(|| one.get("title").or_else(|| one.get("name"))?.as_str())
            .map(str::to_owned)
    };
    let panel = value.get("panel").or_else(|| value.get("interviewers")).and_then(Value::as_array);
    bank.panel = panel.into_iter().flatten().filter_map(title).collect();
    if let Some(sections) = value.get("sections").and_then(Value::as_array) {
        for section in sections {
            let title = section.get("title").and_then(Value::as_str).unwrap_or("").to_owned();
            let at = lines.place(&title);
            let list = section.get("questions").and_then(Value::as_array);
            for one in list.into_iter().flatten() {
                let question = question(one, &["text", "question"], lines)?;
                bank.questions
                    .push(BankQuestion { section: Some((title.clone(), at)), ..question });
            }
        }
        return Some(bank);
    }
    let list = value.as_array().or_else(|| value.get("questions")?.as_array())?;
    for one in list {
        if let Some(text) = one.as_str() {
            if !crate::interview::transcript::asking::asks(text) {
                return None;
            }
            let at = lines.place(text);
            bank.questions.push(BankQuestion {
                text: text.to_owned(),
                at,
                ..BankQuestion::default()
            });
            continue;
        }
        let mut read = question(one, &QUESTION, lines)?;
        let section =
            ["section", "category", "competency"].iter().find_map(|key| one.get(key)?.as_str());
        read.section = section.map(|title| (title.to_owned(), read.at));
        bank.questions.push(read);
    }
    Some(bank)
}

fn question(one: &Value, keys: &[&str], lines: &mut Finder) -> Option<BankQuestion> {
    let text = keys.iter().find_map(|key| one.get(key)?.as_str())?;
    let at = lines.place(text);
    let answer = ANSWER.iter().find_map(|key| one.get(key));
    let paragraphs: Vec<&str> = match answer {
        Some(Value::String(text)) => text.lines().collect(),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let asker =
        ["asked_by", "askedBy", "interviewer"].iter().find_map(|key| one.get(key)?.as_str());
    Some(BankQuestion {
        asked_by: asker.map(str::to_owned),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        follow_up: one.get("follow_up").and_then(Value::as_bool),
        answer: paragraphs
            .into_iter()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|text| !text.is_empty())
            .map(|text| (None, text))
            .collect(),
        at,
        ..BankQuestion::default()
    })
}

/// Finds the line on which a text stands, going on from the last that was found.
struct Finder<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    /// How often nothing was found; each time costs the rest of the file.
    missed: usize,
}

impl Finder<'_> {
    fn place(&mut self, text: &str) -> Place {
        const BEGINNING: usize = 24;
        let beginning = text.split(['"', '\\', '\n']).next().unwrap_or("");
        let beginning = &beginning[..beginning.floor_char_boundary(BEGINNING)];
        if self.missed < 8 && beginning.len() >= 2 {
            match self.text[self.at..].find(beginning) {
                Some(found) => {
                    let passed = &self.text[self.at..self.at + found];
                    self.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                    self.at += found;
                }
                None => self.missed += 1,
            }
        }
        (self.line, 1)
    }
}
