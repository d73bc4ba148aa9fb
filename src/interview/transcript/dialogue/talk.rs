//! A talk becomes a transcript: who sat there, which turns were questions, in which sections.

use std::collections::BTreeSet;

use crate::interview::diagnostic::{Code, Place};
use crate::interview::transcript::dialogue::merging::{HeardTurn, turns};
use crate::interview::transcript::dialogue::sectioning::in_sections;
use crate::interview::transcript::edits::Edits;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::forms::noise::{self, is_filler};
use crate::interview::transcript::forms::{Talk, Utterance};
use crate::interview::transcript::lines::named;
use crate::interview::transcript::people::answering::{self, Answering, PartTaken};
use crate::interview::transcript::people::gathered::{HeardPerson, gather};
use crate::interview::transcript::people::person::Person;
use crate::interview::transcript::people::seating;
use crate::interview::transcript::{
    HeardSpeaker, Interviewer, Speaker, SpokenTurn, Tally, Transcript,
};

/// The transcript of a talk; nothing where that was said as a fault.
pub fn read(talk: Talk, edits: &Edits, faults: &mut Faults) -> Option<Transcript> {
    let Talk { position, date, candidate, listed, mut utterances, headings, mut fillers } = talk;
    let starts: Vec<usize> = headings.iter().map(|heading| heading.before).collect();
    let section_of = |at: usize| starts.partition_point(|start| *start <= at);
    let mut sections: Vec<usize> = (0..utterances.len()).map(section_of).collect();
    let mut at = 0;
    utterances.retain_mut(|one| {
        let before = one.paragraphs.len();
        one.paragraphs.retain(|text| !is_filler(text));
        one.paragraphs.iter_mut().for_each(|text| fillers += noise::take_out(text));
        fillers += before - one.paragraphs.len();
        at += 1;
        let stays = one.paragraphs.iter().any(|text| !text.trim().is_empty());
        if !stays {
            sections[at - 1] = usize::MAX;
        }
        stays
    });
    sections.retain(|section| *section != usize::MAX);
    if utterances.is_empty() {
        faults.error(
            Code::NothingSaid,
            (1, 1),
            "nobody says anything in the file",
            "give a transcript with the words in it",
        );
        return None;
    }
    if utterances.iter().all(|one| one.label.is_none())
        && !label_by_turns(&mut utterances, edits.alternate, faults)
    {
        return None;
    }
    let labels: Vec<Option<&str>> = utterances.iter().map(|one| one.label.as_deref()).collect();
    let (mut people, mut speaks) = gather(&labels, &listed);
    let unknown = speaks.iter().filter(|who| who.is_none()).count();
    if unknown > 0 {
        let first = speaks.iter().position(Option::is_none).map_or((1, 1), |at| utterances[at].at);
        faults.warning(
            Code::SpeakerMissing,
            first,
            format!(
                "{unknown} passages name nobody; they are read as going on with who spoke before"
            ),
            "write a name before them if somebody else speaks",
        );
    }
    // What names nobody goes on.
    let mut last = None;
    for who in &mut speaks {
        *who = who.or(last);
        last = *who;
    }
    leave_out(&people, &mut speaks, edits, faults);
    let mut tally = Tally { fillers, ..Tally::default() };
    let turns = turns(utterances, &speaks, &sections, &mut tally);
    rename(&mut people, edits);
    let said: Vec<(usize, bool, usize)> =
        turns.iter().map(|turn| (turn.who, turn.asks, length(&turn.utterance))).collect();
    let parts = answering::parts(people.len(), &said);
    let wanted = edits.candidate.as_ref().or(candidate.as_ref());
    let first = turns.first().map_or((1, 1), |turn| turn.utterance.at);
    let heard: Vec<HeardSpeaker> = people_heard(&turns)
        .into_iter()
        .map(|who| HeardSpeaker {
            name: people[who].name.clone(),
            asks: parts[who].asks,
            answers: parts[who].answers,
        })
        .collect();
    let Some(candidate) = candidate_among(&people, &parts, wanted, first, faults) else {
        return Some(Transcript { position, date, heard, tally, ..Transcript::default() });
    };
    let asking: Vec<usize> = parts.iter().map(|part| part.asks).collect();
    let others: Vec<usize> =
        people_heard(&turns).into_iter().filter(|who| *who != candidate).collect();
    let seats = seating::seat(&others, &asking, |who| people[who].name.clone(), first, faults);
    let speaker = |who: usize| {
        if who == candidate {
            Speaker::Candidate
        } else {
            Speaker::Interviewer(seats.seat_of.get(&who).copied().unwrap_or(0))
        }
    };
    let panel: Vec<Interviewer> =
        seats.seated.iter().map(|who| interviewer(&people[*who])).collect();
    let spoken = turns.into_iter().map(|mut turn| {
        if turn.who != candidate && turn.murmured > 0 {
            turn.utterance.paragraphs.drain(..turn.murmured);
            tally.back_channels += 1;
        }
        let (line, column) = turn.utterance.at;
        SpokenTurn {
            speaker: speaker(turn.who),
            label: turn.utterance.label.unwrap_or_default(),
            paragraphs: turn.utterance.paragraphs,
            section: turn.section,
            line,
            column,
        }
    });
    let spoken: Vec<SpokenTurn> = spoken.collect();
    let titles: Vec<(String, Place)> =
        headings.into_iter().map(|heading| (heading.title, heading.at)).collect();
    let (sections, spoken, drafted) =
        in_sections(spoken, &titles, position.as_deref(), &panel, &mut tally, faults);
    let person = &people[candidate];
    Some(Transcript {
        candidate: person.name.clone(),
        candidate_aliases: aliases(person),
        position,
        date,
        panel,
        sections,
        turns: spoken,
        heard,
        sections_drafted: drafted,
        tally,
        ..Transcript::default()
    })
}

/// The people who have a turn, in order.
fn people_heard(turns: &[HeardTurn]) -> Vec<usize> {
    let mut heard: Vec<usize> = Vec::new();
    let mut known: BTreeSet<usize> = BTreeSet::new();
    for turn in turns {
        if known.insert(turn.who) {
            heard.push(turn.who);
        }
    }
    heard
}

fn length(utterance: &Utterance) -> usize {
    utterance.paragraphs.iter().map(String::len).sum()
}

fn interviewer(person: &HeardPerson) -> Interviewer {
    Interviewer { title: person.name.clone(), aliases: aliases(person) }
}

fn aliases(person: &HeardPerson) -> Vec<String> {
    person.labels.iter().filter(|label| **label != person.name).cloned().collect()
}

/// Turns that nobody is named for: read as question and answer by turns where that is wanted; said, where it is not.
fn label_by_turns(utterances: &mut [Utterance], alternate: bool, faults: &mut Faults) -> bool {
    let opening = utterances.iter().filter(|one| one.opens).count();
    let at = utterances.first().map_or((1, 1), |one| one.at);
    if !alternate || opening < 2 {
        let help = if opening >= 4 {
            "write a name before each turn, or use `--turns alternate` if a question and an answer take turns"
        } else {
            "transcribe it with speakers told apart, or write a name before each turn"
        };
        let message = if alternate {
            "the file names nobody who speaks, and no turns can be seen in it"
        } else {
            "the file does not say who speaks"
        };
        faults.error(Code::SpeakersMissing, at, message, help);
        return false;
    }
    let mut answers = true;
    for one in utterances.iter_mut() {
        answers ^= one.opens;
        one.label = Some(if answers { "Candidate" } else { "Interviewer" }.to_owned());
    }
    faults.warning(
        Code::SpeakersAlternate,
        at,
        "the file names nobody; its turns are read as a question and an answer by turns",
        "look whether each question is one",
    );
    true
}

fn leave_out(
    people: &[HeardPerson],
    speaks: &mut [Option<usize>],
    edits: &Edits,
    faults: &mut Faults,
) {
    for name in &edits.left_out {
        match people.iter().position(|person| person.is_called(name)) {
            Some(out) => {
                speaks.iter_mut().filter(|who| **who == Some(out)).for_each(|who| *who = None);
            }
            None => faults.warning(
                Code::EditWithoutPerson,
                (1, 1),
                format!("nobody is called {}, who was to be left out", named(name)),
                "name one of the people that were found",
            ),
        }
    }
}

fn rename(people: &mut [HeardPerson], edits: &Edits) {
    for renamed in &edits.renamed {
        let found = people.iter_mut().find(|person| person.is_called(&renamed.from));
        if let Some(person) = found.filter(|_| renamed.to.contains(char::is_alphanumeric)) {
            let name = renamed.to.trim().chars().take(100).collect();
            let before = std::mem::replace(&mut person.name, name);
            person.labels.retain(|label| *label != renamed.to);
            // Whoever knows them by the file still finds them.
            if !person.labels.contains(&before) && before != person.name {
                person.labels.push(before);
            }
        }
    }
}

fn candidate_among(
    people: &[HeardPerson],
    parts: &[PartTaken],
    wanted: Option<&String>,
    at: Place,
    faults: &mut Faults,
) -> Option<usize> {
    if let Some(wanted) = wanted {
        let exact = people.iter().position(|person| person.is_called(wanted));
        let part = || {
            let said = Person::new(wanted);
            let fits = |name: &str| Person::new(name).fit(&said).is_some();
            let mut fitting = (0..people.len()).filter(|who| fits(&people[*who].name));
            fitting.next().filter(|_| fitting.next().is_none())
        };
        if let Some(candidate) = exact.or_else(part) {
            return Some(candidate);
        }
        let names: Vec<String> = people.iter().map(|person| named(&person.name)).collect();
        faults.error(
            Code::CandidateUnknown,
            at,
            format!("nobody in the file is called {}", named(wanted)),
            format!("name one of {}", names.join(", ")),
        );
        return None;
    }
    match answering::who(people, parts) {
        Answering::One(candidate) => Some(candidate),
        Answering::Several(several) => {
            let names: Vec<String> = several.iter().map(|who| named(&people[*who].name)).collect();
            let first = several.first().map_or("", |who| people[*who].name.as_str());
            faults.error(
                Code::CandidateUnclear,
                at,
                format!(
                    "who is the candidate: {}? Each answers what others ask",
                    names.join(" or ")
                ),
                format!("say who: `--candidate \"{first}\"`, or the other"),
            );
            None
        }
        Answering::Nobody => {
            faults.error(
                Code::CandidateUnclear,
                at,
                "nobody in the file answers a question of somebody else",
                "say who the candidate is with `--candidate NAME`, or bring a transcript in which a panel asks",
            );
            None
        }
    }
}
