//! The people of a talk, gathered from its labels: one whom case, a title, a note or a first name tells apart is one.

use std::collections::BTreeMap;

use crate::interview::transcript::people::named::{shown, without_notes};
use crate::interview::transcript::people::person::{NameFit, Person};
use crate::interview::transcript::words::fold;

/// How many characters a name may have.
const MAX_NAME_CHARS: usize = 100;
/// Labels beyond so many are not compared with each other.
const MOST_COMPARED: usize = 64;

/// Somebody who speaks in a talk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardPerson {
    /// The name to show.
    pub name: String,
    /// The labels that mean them, as written, in order of appearance.
    pub labels: Vec<String>,
}

impl HeardPerson {
    /// Whether somebody is called this.
    pub fn is_called(&self, name: &str) -> bool {
        let name = fold(name);
        fold(&self.name) == name || self.labels.iter().any(|label| fold(label) == name)
    }
}

/// The people in order of appearance, and for each utterance, which may have a label, who speaks.
pub fn gather(
    utterances: &[Option<&str>],
    listed: &[String],
) -> (Vec<HeardPerson>, Vec<Option<usize>>) {
    let mut labels: Vec<&str> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for label in utterances.iter().copied().flatten() {
        known.entry(label).or_insert_with(|| {
            labels.push(label);
            labels.len() - 1
        });
    }
    let mut names: Vec<String> = labels.iter().map(|label| bounded(&shown(label))).collect();
    let mut same: Vec<usize> = (0..labels.len()).collect();
    // Alike but for case, dots and notes.
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        same[at] = *first.entry(fold(name)).or_insert(at);
    }
    let fullest = in_full(&names, &same, listed);
    for (at, full) in fullest {
        match full {
            Fuller::Label(other) => same[at] = other,
            Fuller::Listed(name) => names[at] = bounded(&shown(&name)),
        }
    }
    // Whom two of the list name alike is one.
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..labels.len() {
        let root = root(&same, at);
        same[root] = *first.entry(fold(&names[root])).or_insert(root);
    }
    let mut people: Vec<HeardPerson> = Vec::new();
    let mut person_of: Vec<Option<usize>> = vec![None; labels.len()];
    for at in 0..labels.len() {
        let root = root(&same, at);
        let person = *person_of[root].get_or_insert_with(|| {
            people.push(HeardPerson { name: names[root].clone(), labels: Vec::new() });
            people.len() - 1
        });
        person_of[at] = Some(person);
        people[person].labels.push(labels[at].to_owned());
    }
    let speaks = utterances
        .iter()
        .map(|label| label.and_then(|label| known.get(label)).and_then(|at| person_of[*at]));
    let speaks = speaks.collect();
    (people, speaks)
}

fn root(same: &[usize], mut at: usize) -> usize {
    for _ in 0..same.len() {
        if same[at] == at {
            break;
        }
        at = same[at];
    }
    at
}

fn bounded(name: &str) -> String {
    let name: String = name.chars().take(MAX_NAME_CHARS).collect();
    if name.contains(char::is_alphanumeric) { name } else { "Speaker".to_owned() }
}

enum Fuller {
    /// The label of this index.
    Label(usize),
    /// A name that the file lists.
    Listed(String),
}

/// For every label that is a part of one other's name, or of a listed one, the fuller name.
fn in_full(names: &[String], same: &[usize], listed: &[String]) -> Vec<(usize, Fuller)> {
    let roots: Vec<usize> =
        (0..names.len()).filter(|at| same[*at] == *at).take(MOST_COMPARED).collect();
    let people: Vec<(usize, Person)> =
        roots.iter().map(|at| (*at, Person::new(&without_notes(&names[*at])))).collect();
    let listed: Vec<(Person, &String)> = listed
        .iter()
        .take(MOST_COMPARED)
        .map(|name| (Person::new(&without_notes(name)), name))
        .collect();
    let words = |name: &str| name.split_whitespace().count();
    let short = |fit: Option<NameFit>| {
        matches!(fit, Some(NameFit::Whole | NameFit::WordList | NameFit::Abbreviated))
    };
    let mut found = Vec::new();
    for (at, said) in &people {
        let longer: Vec<usize> = people
            .iter()
            .filter(|(other, person)| {
                other != at && names[*other].len() > names[*at].len() && short(person.fit(said))
            })
            .map(|(other, _)| *other)
            .collect();
        // The longest one that all others are a part of.
        let fullest =
            longer.iter().copied().max_by_key(|other| (words(&names[*other]), names[*other].len()));
        let agree = |fullest: usize| {
            let full = people.iter().find(|(other, _)| *other == fullest);
            longer.iter().filter(|other| **other != fullest).all(|other| {
                let part = people.iter().find(|(at, _)| at == other);
                full.zip(part).is_some_and(|((_, full), (_, part))| short(full.fit(part)))
            })
        };
        match fullest.filter(|fullest| agree(*fullest)) {
            Some(fullest) => found.push((*at, Fuller::Label(fullest))),
            None if longer.is_empty() => {
                let mut fuller = listed.iter().filter(|(person, name)| {
                    name.len() > names[*at].len() && short(person.fit(said))
                });
                if let (Some((_, name)), None) = (fuller.next(), fuller.next()) {
                    found.push((*at, Fuller::Listed((*name).clone())));
                }
            }
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(labels: &[&str], listed: &[&str], names: &[&str]) {
        let said: Vec<Option<&str>> = labels.iter().map(|label| Some(*label)).collect();
        let listed: Vec<String> = listed.iter().map(|name| (*name).to_owned()).collect();
        let (people, speaks) = gather(&said, &listed);
        let found: Vec<&str> = people.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(found, names, "{labels:?}");
        assert!(speaks.iter().all(Option::is_some));
    }

    #[test]
    fn one_who_is_written_in_two_ways_is_one() {
        check(
            &["Dana Whitfield", "DANA WHITFIELD", "Dana Whitfield (Guest)"],
            &[],
            &["Dana Whitfield"],
        );
        check(&["Sarah", "Dana", "Sarah Chen"], &[], &["Sarah Chen", "Dana"]);
        check(&["S. Chen", "Sarah Chen", "Ms. Chen"], &[], &["Sarah Chen"]);
        check(
            &["Sarah", "Dana"],
            &["Sarah Chen", "Dana Whitfield"],
            &["Sarah Chen", "Dana Whitfield"],
        );
    }

    #[test]
    fn two_who_could_be_meant_stay_apart() {
        check(&["Sarah", "Sarah Chen", "Sarah Lee"], &[], &["Sarah", "Sarah Chen", "Sarah Lee"]);
        check(&["Speaker 1", "Speaker 2"], &[], &["Speaker 1", "Speaker 2"]);
        check(&["Interviewer 1", "Interviewer 2"], &[], &["Interviewer 1", "Interviewer 2"]);
    }
}
