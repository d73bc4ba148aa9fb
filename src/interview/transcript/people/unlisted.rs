//! Speakers the header does not list, told from the words before a colon by what happens around them.
//!
//! Somebody surely speaks where a label written like a name opens a question, and the very next label is the
//! candidate's although the candidate was speaking before: nobody answers themselves. Such a label is an error where
//! the header names a panel, and makes the panel where it names none. A label that only resembles a speaker (it
//! says an office, comes back in several answers, or stands between two turns of one person) is a warning.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::{Line, named};
use crate::interview::transcript::people::cast::Cast;
use crate::interview::transcript::people::misspelt::PARTS_OF_AN_ANSWER;
use crate::interview::transcript::people::name::names_an_office;
use crate::interview::transcript::people::person::Person;
use crate::interview::transcript::people::turn_starts::{KnownAs, TurnStart, cues};
use crate::interview::transcript::words::{fold, is_one_of};
use crate::interview::transcript::{MOST_SEATED, Speaker};

/// What was seen of one unlisted label.
#[derive(Default)]
struct UnlistedLabel<'a> {
    label: &'a str,
    at: (usize, usize),
    sure: usize,
    /// A question of theirs that an interviewer might have asked in the same turn.
    likely: usize,
    between_turns: bool,
    turns: Vec<usize>,
}

/// Seats the one who answers where the header names no candidate, or one who never speaks.
pub fn seat_candidate(cast: &mut Cast, body: &[Line], faults: &mut Faults) {
    if cast.candidate.is_some() && cast.hears(Speaker::Candidate) {
        return;
    }
    let cues = cues(cast, body);
    let mut answers: BTreeMap<&str, (usize, (usize, usize))> = BTreeMap::new();
    for pair in cues.windows(2) {
        if pair[0].who == KnownAs::Panel && pair[1].who == KnownAs::Unknown {
            answers.entry(pair[1].label).or_insert((0, pair[1].at)).0 += 1;
        }
    }
    let mut counts: Vec<usize> = answers.values().map(|(count, _)| *count).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let most = answers.into_iter().max_by_key(|&(_, (count, at))| (count, std::cmp::Reverse(at)));
    let Some(candidate) = &mut cast.candidate else {
        if let (Some((label, (_, at))), true) = (most, is_clear(&counts)) {
            faults.warning(
                Code::CandidateFromTurns,
                at,
                format!(
                    "the header names no candidate; {} answers, and is taken for them",
                    named(label)
                ),
                format!("put `CANDIDATE: {label}` at the top if that is so"),
            );
            cast.candidate = Some(Person::new(label));
            cast.listen(body);
            return;
        }
        let example = most.map_or("…", |(label, _)| label).to_owned();
        faults.error(
            Code::CandidateMissing,
            (1, 1),
            "the header has no `CANDIDATE` line",
            format!(
                "put `CANDIDATE: {example}` at the top, with the name the answers are labelled with"
            ),
        );
        return;
    };
    let Some((label, (_, at))) = most else { return };
    faults.error(
        Code::CandidateUnderOtherName,
        at,
        format!(
            "{} answers here, but the candidate is {}",
            named(label),
            named(&candidate.written)
        ),
        "write the candidate's name alike in `CANDIDATE` and on the answers",
    );
    candidate.also_known_as(label);
    cast.listen(body);
}

/// Whether one answers at least twice as often as the next.
fn is_clear(counts: &[usize]) -> bool {
    match counts {
        [most, next, ..] => most >= &(2 * next),
        [_] => true,
        [] => false,
    }
}

/// Seats those who surely ask and are not in the header; says who else may be a speaker.
pub fn seat_panel(cast: &mut Cast, body: &[Line], panel_at: (usize, usize), faults: &mut Faults) {
    let listed = !cast.panel.is_empty();
    if !listed && !cast.hears(Speaker::Candidate) {
        return faults.error(
            Code::InterviewersMissing,
            panel_at,
            "the header names no interviewers",
            "put `INTERVIEWERS: …` at the top, with their names or titles and commas between them",
        );
    }
    let seen = seen(&cues(cast, body));
    let sure: Vec<&UnlistedLabel> = seen.iter().filter(|seen| seen.is_sure()).collect();
    for guest in &sure {
        if cast.panel.len() < MOST_SEATED {
            cast.panel.push(Person::new(guest.label));
        }
        if listed {
            let count = guest.sure + guest.likely;
            let questions =
                if count == 1 { "a question".to_owned() } else { format!("{count} questions") };
            faults.error(
                Code::SpeakerUnlisted,
                guest.at,
                format!("{} asks {questions} and is not on the panel", named(guest.label)),
                format!(
                    "add {} to the `INTERVIEWERS` line, or correct the label",
                    named(guest.label)
                ),
            );
        }
    }
    if !listed {
        let names: Vec<&str> = sure.iter().map(|guest| guest.label).collect();
        let line = format!("`INTERVIEWERS: {}`", names.join(", "));
        if names.is_empty() {
            faults.error(Code::InterviewersMissing,
                panel_at,
                "the header names no interviewers, and no turn shows who asks",
                "put `INTERVIEWERS: …` at the top, with their names or titles and commas between them",
            );
        } else {
            let message = "the header names no interviewers; they are taken from the turns";
            faults.warning(
                Code::InterviewersFromTurns,
                panel_at,
                message,
                format!("put {line} at the top if that is the panel"),
            );
        }
    }
    cast.listen(body);
    for seen in self::seen(&cues(cast, body)).iter().filter(|seen| seen.is_doubtful()) {
        faults.warning(
            Code::SpeakerPossible,
            seen.at,
            format!("{} may be a speaker, and is read as text", named(seen.label)),
            "if it is one, add it to the header; if not, nothing need be done",
        );
    }
}

impl UnlistedLabel<'_> {
    fn is_sure(&self) -> bool {
        self.sure > 0 || (self.likely > 0 && names_an_office(self.label))
    }

    fn is_doubtful(&self) -> bool {
        let part = is_one_of(&fold(self.label), PARTS_OF_AN_ANSWER);
        let returns = self.turns.len() > 1;
        let office = !self.turns.is_empty() && names_an_office(self.label);
        self.likely > 0 || self.between_turns || (!part && (returns || office))
    }
}

/// The unlisted labels, in order of appearance.
fn seen<'a>(cues: &[TurnStart<'a>]) -> Vec<UnlistedLabel<'a>> {
    let mut seen: BTreeMap<String, UnlistedLabel> = BTreeMap::new();
    let mut before = KnownAs::Rule;
    for (at, cue) in cues.iter().enumerate() {
        if cue.who != KnownAs::Unknown {
            before = cue.who;
            continue;
        }
        let next = cues.get(at + 1).map_or(KnownAs::Rule, |next| next.who);
        let entry = seen.entry(fold(cue.label)).or_insert_with(|| UnlistedLabel {
            label: cue.label,
            at: cue.at,
            ..UnlistedLabel::default()
        });
        match (before, cue.asks, next) {
            (KnownAs::Candidate | KnownAs::Rule, true, KnownAs::Candidate) => entry.sure += 1,
            (KnownAs::Panel, true, KnownAs::Candidate) => entry.likely += 1,
            (KnownAs::Candidate, false, KnownAs::Candidate) | (KnownAs::Rule, _, _) => {
                entry.between_turns |= cue.opens;
            }
            _ => {}
        }
        if before == KnownAs::Candidate && cue.opens && entry.turns.last() != Some(&cue.turn) {
            entry.turns.push(cue.turn);
        }
    }
    let mut seen: Vec<UnlistedLabel> = seen.into_values().collect();
    seen.sort_by_key(|seen| seen.at);
    seen
}

#[cfg(test)]
mod tests {
    use crate::interview::diagnostic::Code;
    use crate::interview::transcript::samples::{
        check_diagnostics, check_speakers, diagnostics, interview, transcript,
    };

    #[track_caller]
    fn check(turns: &str, expected: &[&str]) {
        check_diagnostics(
            &interview(&format!("VP: Why?\nSarah: So.\n{turns}\n\nDirector: How?\n\nSarah: Thus.")),
            expected,
        );
    }

    #[test]
    fn lines_of_an_answer_are_not_speakers() {
        for line in [
            "I proposed a hybrid approach: we'd do 6 weeks.",
            "I offered two options: he could take a week off.",
            "I documented my reasoning: \"Shipping because (1) demand is clear.\"",
            "First 30 days: I'd listen.",
            "Days 30-60: I'd identify 2-3 opportunities.",
            "The key is: listen first.",
            "Note: it worked.",
            "Engineering: they wanted three months.",
            "Product: we wanted two.",
            "Sarah and I agreed: no.",
            "My VP Product said: why not?",
            "VP Product asked me: why?",
            "Situation: churn. Task: stop it.",
            "S: churn",
            "Options: do I ship or not?",
            "https://example.org: a link",
            "\"Sarah: you did it.\"",
            "- Sarah: my part",
            "Sarah",
        ] {
            check(&format!("\n{line}"), &[]);
            check(line, &[]);
        }
    }

    #[test]
    fn one_who_asks_and_is_answered_must_be_listed() {
        check(
            "\nGuest: How so?\n\nSarah: Like so.",
            &["11 error: `Guest` asks a question and is not on the panel"],
        );
        check(
            "Tom Lee: Tell me more.\nSarah: Like so.\nTom Lee: And then?\nSarah: This.",
            &["10 error: `Tom Lee` asks 2 questions"],
        );
        check(
            "\nDirector: And?\n\nHR Partner: How so?\n\nSarah: Like so.",
            &["13 error: `HR Partner` asks", "13 warning: `HR Partner` asks before"],
        );
    }

    #[test]
    fn one_who_may_be_a_speaker_is_mentioned() {
        check("\nHR Partner: Thanks.", &["11 warning: `HR Partner` may be a speaker"]);
        check(
            "\nTom: Yes.\nDirector: And?\nSarah: Then.\n\nTom: No.",
            &["11 warning: `Tom` may be a speaker"],
        );
        check("\nTom: Yes.\n\nSarah: Then.", &["11 warning: `Tom` may be a speaker"]);
        check("\nResult: Yes.\nDirector: And?\nSarah: Then.\n\nResult: No.", &[]);
    }

    #[test]
    fn a_panel_that_is_not_named_is_taken_from_the_turns() {
        let text = interview(
            "VP Product: Why?\nSarah: So.\nOptions: do I ship?\nDirector Eng: How?\nSarah: Thus.\nDirector Eng: Thanks.",
        );
        let unnamed = text.replace("INTERVIEWERS: VP Product, Director of Engineering", "");
        check_speakers(&unnamed, "0c1c1");
        let titles: Vec<_> = transcript(&unnamed).panel.into_iter().map(|one| one.title).collect();
        assert_eq!(titles, ["VP Product", "Director Eng"]);
        check_diagnostics(
            &unnamed,
            &["1 warning: they are taken from the turns", "13 warning: the remark"],
        );
        let silent = interview("Sarah: So.")
            .replace("INTERVIEWERS: VP Product, Director of Engineering", "");
        check_diagnostics(
            &silent,
            &[
                "1 error: no turn shows who asks",
                "5 error: no question",
                "8 error: has no question",
            ],
        );
    }

    #[test]
    fn a_candidate_under_another_name_is_noticed() {
        let text = interview("VP: Why?\nRobin: So.\nDirector: How?\nRobin: Thus.");
        check_diagnostics(
            &text,
            &["9 error: `Robin` answers here, but the candidate is `Sarah Chen`"],
        );
        let missing = text.replace("CANDIDATE: Sarah Chen\n", "");
        check_diagnostics(&missing, &["8 warning: `Robin` answers, and is taken for them"]);
        let two = missing.replacen("Robin", "Ada", 1);
        let told = diagnostics(&two);
        assert!(told.iter().any(|one| one.code == Code::CandidateMissing && one.is_error()));
    }
}
