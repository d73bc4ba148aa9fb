//! The cast: the people of the header, and which labels of the transcript mean whom.

use std::collections::BTreeMap;

use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::header::Header;
use crate::interview::transcript::label::Label;
use crate::interview::transcript::person::{Fit, Person};
use crate::interview::transcript::text::{Line, named};
use crate::interview::transcript::unlisted;
use crate::interview::transcript::words::{fold, is_one_of};
use crate::interview::transcript::{MAX_PANEL, MOST_SEATED, Speaker};

/// Labels that mean the candidate, whoever that is.
const ANY_CANDIDATE: &str = "applicant candidate interviewee";
/// Labels that mean the interviewer where there is one.
const ANY_INTERVIEWER: &str = "interviewer panel panelist panellist";

/// Whom a label means.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Meaning {
    One(Speaker),
    /// As well one as the other.
    Several(Vec<Speaker>),
    /// A name cut short, of somebody who speaks under a fuller label elsewhere: more likely another word.
    Doubtful(Speaker),
}

/// A label that means somebody.
#[derive(Clone, Debug)]
struct Heard {
    written: String,
    at: (usize, usize),
    meaning: Meaning,
}

/// Everybody who may speak.
#[derive(Debug, Default)]
pub struct Cast {
    /// The candidate, where the header names one.
    pub candidate: Option<Person>,
    /// The panel in order.
    pub panel: Vec<Person>,
    heard: BTreeMap<String, Heard>,
}

impl Cast {
    /// Seats the people of the header and listens through the lines below it. Whoever is missing from the header and
    /// can be told from the turns is seated too, so that the rest can be judged, with a fault that says so.
    pub fn assemble(header: Header, body: &[Line], faults: &mut Faults) -> Self {
        let mut cast =
            Self { candidate: header.candidate, panel: header.panel, heard: BTreeMap::new() };
        cast.listen(body);
        unlisted::seat_candidate(&mut cast, body, faults);
        unlisted::seat_panel(&mut cast, body, header.panel_at, faults);
        cast.judge_labels(faults);
        cast.judge_people(header.panel_at, faults);
        cast
    }

    /// Whom a line makes speak, and its label.
    pub fn speaker_of<'a>(&self, line: &Line<'a>) -> Option<(Speaker, Label<'a>)> {
        let label = Label::of(line)?;
        match &self.heard.get(label.name)?.meaning {
            Meaning::One(speaker) => Some((*speaker, label)),
            Meaning::Several(speakers) => speakers.first().map(|&speaker| (speaker, label)),
            Meaning::Doubtful(_) => None,
        }
    }

    /// Whether anybody speaks.
    pub fn speaks(&self) -> bool {
        !self.heard.is_empty()
    }

    /// Whether this one speaks under any label.
    pub fn hears(&self, speaker: Speaker) -> bool {
        self.heard.values().any(|heard| heard.meaning == Meaning::One(speaker))
    }

    /// The name of a speaker as the header has it.
    pub fn name(&self, speaker: Speaker) -> &str {
        match speaker {
            Speaker::Candidate => {
                self.candidate.as_ref().map_or("the candidate", |person| &person.written)
            }
            Speaker::Interviewer(seat) => self.panel.get(seat).map_or("", |person| &person.written),
        }
    }

    /// What else a speaker is called, by the header and by the labels, in order of appearance.
    pub fn aliases(&self, speaker: Speaker) -> Vec<String> {
        let person = match speaker {
            Speaker::Candidate => self.candidate.as_ref(),
            Speaker::Interviewer(seat) => self.panel.get(seat),
        };
        let mut labels: Vec<&Heard> =
            self.heard.values().filter(|heard| heard.meaning == Meaning::One(speaker)).collect();
        labels.sort_by_key(|heard| heard.at);
        let parts = person.iter().flat_map(|person| &person.parts);
        let mut aliases: Vec<String> = Vec::new();
        for alias in parts.chain(labels.into_iter().map(|heard| &heard.written)) {
            let known = |other: &str| fold(other) == fold(alias);
            if !known(self.name(speaker)) && !aliases.iter().any(|other| known(other)) {
                aliases.push(alias.clone());
            }
        }
        aliases
    }

    /// Finds out for every label of the lines whom it means.
    pub fn listen(&mut self, body: &[Line]) {
        let mut fits: BTreeMap<&str, Option<(Fit, Vec<Speaker>)>> = BTreeMap::new();
        // The labels that fit somebody, in order.
        let mut spoken: Vec<(&str, Speaker)> = Vec::new();
        let mut first: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for line in body {
            let Some(label) = Label::of(line) else { continue };
            let fitting = fits.entry(label.name).or_insert_with(|| self.fitting(label.name));
            if let Some((_, speakers)) = fitting {
                spoken.extend(speakers.first().map(|&speaker| (label.name, speaker)));
                first.entry(label.name).or_insert(line.at());
            }
        }
        let fitting: Vec<_> = fits
            .into_iter()
            .filter_map(|(label, fitting)| fitting.map(|(fit, speakers)| (label, fit, speakers)))
            .collect();
        let fuller = |one: Speaker| {
            fitting.iter().any(|(_, fit, speakers)| *fit < Fit::Nickname && *speakers == [one])
        };
        let heard = fitting.iter().map(|(label, fit, speakers)| {
            let meaning = match *speakers.as_slice() {
                [one] if *fit == Fit::Nickname && fuller(one) && !takes_a_turn(label, &spoken) => {
                    Meaning::Doubtful(one)
                }
                [one] => Meaning::One(one),
                _ => Meaning::Several(speakers.clone()),
            };
            let at = first.get(label).copied().unwrap_or((1, 1));
            (label.to_string(), Heard { written: label.to_string(), at, meaning })
        });
        self.heard = heard.collect();
    }

    /// The people a label fits best.
    fn fitting(&self, label: &str) -> Option<(Fit, Vec<Speaker>)> {
        let said = Person::new(label);
        let everybody = self.candidate.iter().map(|person| (Speaker::Candidate, person));
        let panel = self
            .panel
            .iter()
            .enumerate()
            .map(|(seat, person)| (Speaker::Interviewer(seat), person));
        let fits: Vec<(Fit, Speaker)> = everybody
            .chain(panel)
            .filter_map(|(speaker, person)| person.fit(&said).map(|fit| (fit, speaker)))
            .collect();
        let Some(best) = fits.iter().map(|&(fit, _)| fit).min() else { return self.by_part(label) };
        Some((
            best,
            fits.iter().filter(|&&(fit, _)| fit == best).map(|&(_, speaker)| speaker).collect(),
        ))
    }

    /// The people a label means by the part they play: `Candidate`, `Interviewer`.
    fn by_part(&self, label: &str) -> Option<(Fit, Vec<Speaker>)> {
        let label = fold(label);
        if is_one_of(&label, ANY_CANDIDATE) {
            return Some((Fit::Whole, vec![Speaker::Candidate]));
        }
        let panel = || (0..self.panel.len()).map(Speaker::Interviewer).collect();
        (is_one_of(&label, ANY_INTERVIEWER) && !self.panel.is_empty())
            .then(|| (Fit::Whole, panel()))
    }

    fn judge_labels(&self, faults: &mut Faults) {
        for heard in self.heard.values() {
            let label = named(&heard.written);
            match &heard.meaning {
                Meaning::One(_) => {}
                Meaning::Several(speakers) => {
                    let names: Vec<_> =
                        speakers.iter().map(|&speaker| named(self.name(speaker))).collect();
                    faults.error(
                        heard.at,
                        format!("the speaker {label} could be {}", names.join(" or ")),
                        "write a label that fits one of them alone, on every turn",
                    );
                }
                Meaning::Doubtful(speaker) => faults.warning(
                    heard.at,
                    format!("{label} is read as text, not as {}", named(self.name(*speaker))),
                    "if it is a speaker, write the label as on the other turns",
                ),
            }
        }
    }

    fn judge_people(&self, panel_at: (usize, usize), faults: &mut Faults) {
        if self.panel.len() > MAX_PANEL {
            let more = if self.panel.len() < MOST_SEATED { "" } else { " or more" };
            let count = self.panel.len();
            faults.error(
                panel_at,
                format!("the panel has {count}{more} interviewers; the game seats {MAX_PANEL}"),
                "name those who ask the questions, five at most",
            );
        }
        for (seat, person) in self.panel.iter().enumerate() {
            let name = named(&person.written);
            if self.candidate.as_ref().is_some_and(|candidate| candidate.is_same_as(person)) {
                faults.error(
                    panel_at,
                    format!("{name} is the candidate and on the panel"),
                    "name the candidate in `CANDIDATE` alone",
                );
            } else if self.speaks() && !self.is_heard_at_all(Speaker::Interviewer(seat)) {
                faults.warning(
                    panel_at,
                    format!("{name} is on the panel and never speaks"),
                    "if a turn is theirs, label it with their name or title",
                );
            }
        }
    }

    fn is_heard_at_all(&self, speaker: Speaker) -> bool {
        self.heard.values().any(|heard| match &heard.meaning {
            Meaning::One(one) | Meaning::Doubtful(one) => *one == speaker,
            Meaning::Several(several) => several.contains(&speaker),
        })
    }
}

/// Whether a label stands where its person's turn is: the candidate's behind an interviewer's, an interviewer's
/// between two of the candidate's.
fn takes_a_turn(label: &str, spoken: &[(&str, Speaker)]) -> bool {
    let candidate = |at: Option<usize>| {
        at.and_then(|at| spoken.get(at)).map(|&(_, speaker)| speaker == Speaker::Candidate)
    };
    spoken.iter().enumerate().filter(|(_, (other, _))| *other == label).any(|(at, (_, speaker))| {
        let before = candidate(at.checked_sub(1));
        match speaker {
            Speaker::Candidate => before == Some(false),
            Speaker::Interviewer(_) => {
                before == Some(true) && candidate(Some(at + 1)) == Some(true)
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::interview::transcript::samples::{
        check_diagnostics, check_speakers, interview, transcript,
    };

    #[test]
    fn people_speak_under_any_form_of_their_names() {
        for label in [
            "VP Product",
            "vp product",
            "VP of Product",
            "V.P. Product",
            "VP Prod",
            "VP",
            "VPP",
            "  VP",
        ] {
            check_speakers(&interview(&format!("{label}: Why?\nSarah: So.")), "0c");
        }
        for label in ["Director Eng", "Dir. Eng", "Dir of Engineering", "DIRECTOR", "DoE"] {
            check_speakers(&interview(&format!("{label}: Why?\nSarah: So.")), "1c");
        }
        for label in [
            "Sarah",
            "SARAH",
            "Sarah Chen",
            "Ms. Chen",
            "S. Chen",
            "Candidate",
            "Sarah C.",
            "Sarah (on video)",
        ] {
            check_speakers(&interview(&format!("VP Product: Why?\n{label}: So.")), "0c");
        }
    }

    #[test]
    fn a_name_with_an_office_is_known_by_either() {
        let header = "CANDIDATE: Zoë Ñíguez\nINTERVIEWERS: Dana Ruiz (CFO), Tom Lee - Head of Eng\n===\nA\n===\n";
        let text = format!(
            "{header}CFO: Why?\nZOË: So.\nDana: How?\nZoe: Thus.\nTom: When?\nMs Niguez：Now.\nHead of Engineering: Who?\nZoë:\tI.\n"
        );
        check_speakers(&text, "0c0c1c1c");
        let panel = transcript(&text).panel;
        assert_eq!(panel[0].aliases, ["Dana Ruiz", "CFO", "Dana"]);
        assert_eq!(panel[1].aliases, ["Tom Lee", "Head of Eng", "Tom", "Head of Engineering"]);
    }

    #[test]
    fn the_one_interviewer_may_be_called_that() {
        let text = interview("Interviewer: Why?\nCandidate: So.");
        check_speakers(&text.replace("VP Product, ", ""), "0c");
        let either = "8 error: `Interviewer` could be `VP Product` or `Director of Engineering`";
        check_diagnostics(&text, &[either]);
    }

    #[test]
    fn a_label_for_two_is_ambiguous() {
        let text = interview("VP: Why?\nSarah: So.\nVP Product: How?\nSarah: Thus.");
        let text = text.replace("Director of Engineering", "VP Sales");
        check_diagnostics(&text, &["8 error: `VP` could be `VP Product` or `VP Sales`"]);
        let text = interview("VP Product: Why?\nSarah: So.")
            .replace("Director of Engineering", "Sarah Lee");
        check_diagnostics(&text, &["9 error: `Sarah` could be `Sarah Chen` or `Sarah Lee`"]);
    }

    #[test]
    fn a_nickname_speaks_where_its_turn_is() {
        let text = |turns: &str| interview(turns).replace("Sarah Chen", "Maya Lopez");
        let month =
            text("VP: Why?\nMaya: In steps.\n\nMay: we launched.\nDirector: How?\nMaya: So.");
        check_speakers(&month, "0c1c");
        check_diagnostics(&month, &["11 warning: `May` is read as text"]);
        check_speakers(&text("VP: Why?\nMay: So.\nDirector: How?\nMaya: Thus."), "0c1c");
    }

    #[test]
    fn one_who_never_speaks_is_noticed() {
        let silent = "2 warning: `Director of Engineering` is on the panel and never speaks";
        check_diagnostics(&interview("VP: Why?\nSarah: So."), &[silent]);
    }
}
