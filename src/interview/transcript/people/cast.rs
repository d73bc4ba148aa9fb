//! The cast: the people of the header, and which labels of the transcript mean whom.

use std::collections::BTreeMap;

use crate::interview::diagnostic::{Code, Diagnostic, Fix};
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::label::Label;
use crate::interview::transcript::lines::{Line, named};
use crate::interview::transcript::people::header::TranscriptHeader;
use crate::interview::transcript::people::label_use::{self, LabelMeaning, LabelUse};
use crate::interview::transcript::people::misspelt::meant_by;
use crate::interview::transcript::people::person::Person;
use crate::interview::transcript::words::fold;
use crate::interview::transcript::{MAX_PANEL, MOST_SEATED, Speaker};

/// Everybody who may speak.
#[derive(Debug, Default)]
pub struct Cast {
    /// The candidate, where the header names one.
    pub candidate: Option<Person>,
    /// The panel in order.
    pub panel: Vec<Person>,
    heard: BTreeMap<String, LabelUse>,
}

impl Cast {
    /// Seats the people of the header and listens through the lines below it.
    pub fn listed(header: TranscriptHeader, body: &[Line]) -> Self {
        let mut cast =
            Self { candidate: header.candidate, panel: header.panel, heard: BTreeMap::new() };
        cast.listen(body);
        cast
    }

    /// Says what is wrong with the labels and with the people, whose panel is named at a place.
    pub fn judge(&self, panel_at: (usize, usize), faults: &mut Faults) {
        self.judge_labels(faults);
        self.judge_people(panel_at, faults);
    }

    /// Whom a line makes speak, and its label.
    pub fn speaker_of<'a>(&self, line: &Line<'a>) -> Option<(Speaker, Label<'a>)> {
        let label = Label::of(line)?;
        match &self.heard.get(label.name)?.meaning {
            LabelMeaning::One(speaker) | LabelMeaning::Misspelt(speaker) => Some((*speaker, label)),
            LabelMeaning::Several(speakers) => speakers.first().map(|&speaker| (speaker, label)),
            LabelMeaning::Doubtful(_) => None,
        }
    }

    /// Whether anybody speaks.
    pub fn speaks(&self) -> bool {
        !self.heard.is_empty()
    }

    /// Whether this one speaks under any label.
    pub fn hears(&self, speaker: Speaker) -> bool {
        let theirs = [LabelMeaning::One(speaker), LabelMeaning::Misspelt(speaker)];
        self.heard.values().any(|heard| theirs.contains(&heard.meaning))
    }

    /// The name of a speaker as the header has it.
    pub fn name(&self, speaker: Speaker) -> &str {
        let unknown = if speaker == Speaker::Candidate { "the candidate" } else { "" };
        self.person(speaker).map_or(unknown, |person| &person.written)
    }

    /// What else a speaker is called, by the header and by the labels, in order of appearance.
    pub fn aliases(&self, speaker: Speaker) -> Vec<String> {
        let person = self.person(speaker);
        let mut labels: Vec<&LabelUse> = self
            .heard
            .values()
            .filter(|heard| heard.meaning == LabelMeaning::One(speaker))
            .collect();
        labels.sort_by_key(|heard| heard.at());
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
        self.heard = label_use::listen(self.candidate.as_ref(), &self.panel, body);
    }

    fn judge_labels(&self, faults: &mut Faults) {
        for heard in self.heard.values() {
            let label = named(&heard.written);
            match &heard.meaning {
                LabelMeaning::One(_) => {}
                LabelMeaning::Misspelt(speaker) => self.judge_slip(heard, *speaker, faults),
                LabelMeaning::Several(speakers) => {
                    let names: Vec<_> =
                        speakers.iter().map(|&speaker| named(self.name(speaker))).collect();
                    faults.error(
                        Code::SpeakerAmbiguous,
                        heard.at(),
                        format!("the speaker {label} could be {}", names.join(" or ")),
                        "write a label that fits one of them alone, on every turn",
                    );
                }
                LabelMeaning::Doubtful(speaker) => faults.warning(
                    Code::SpeakerDoubtful,
                    heard.at(),
                    format!("{label} is read as text, not as {}", named(self.name(*speaker))),
                    "if it is a speaker, write the label as on the other turns",
                ),
            }
        }
    }

    /// Warns of a misspelt label at each of its turns, with what to write there.
    fn judge_slip(&self, heard: &LabelUse, speaker: Speaker, faults: &mut Faults) {
        let person = self.person(speaker);
        let labels =
            self.heard.values().filter(|heard| heard.meaning == LabelMeaning::One(speaker));
        let ways = labels.map(|heard| heard.written.as_str());
        let ways = ways.chain(person.into_iter().flat_map(Person::ways_to_call));
        let label = named(&heard.written);
        let meant = meant_by(&heard.written, ways).unwrap_or_else(|| self.name(speaker));
        for &at in &heard.places {
            let message = format!("{label} is read as {}", named(self.name(speaker)));
            let help = format!("write {} if that is who speaks here", named(meant));
            let fix = Fix::on_line(at, heard.written.chars().count(), meant);
            faults
                .note(Diagnostic::warning(Code::SpeakerMisspelt, at, message, help).with_fix(fix));
        }
    }

    fn person(&self, speaker: Speaker) -> Option<&Person> {
        match speaker {
            Speaker::Candidate => self.candidate.as_ref(),
            Speaker::Interviewer(seat) => self.panel.get(seat),
        }
    }

    fn judge_people(&self, panel_at: (usize, usize), faults: &mut Faults) {
        if self.panel.len() > MAX_PANEL {
            let more = if self.panel.len() < MOST_SEATED { "" } else { " or more" };
            let count = self.panel.len();
            faults.error(
                Code::TooManyInterviewers,
                panel_at,
                format!("the panel has {count}{more} interviewers; the game seats {MAX_PANEL}"),
                "name those who ask the questions, five at most",
            );
        }
        for (seat, person) in self.panel.iter().enumerate() {
            let name = named(&person.written);
            if self.candidate.as_ref().is_some_and(|candidate| candidate.is_same_as(person)) {
                faults.error(
                    Code::CandidateOnPanel,
                    panel_at,
                    format!("{name} is the candidate and on the panel"),
                    "name the candidate in `CANDIDATE` alone",
                );
            } else if self.speaks() && !self.is_heard_at_all(Speaker::Interviewer(seat)) {
                faults.warning(
                    Code::InterviewerSilent,
                    panel_at,
                    format!("{name} is on the panel and never speaks"),
                    "if a turn is theirs, label it with their name or title",
                );
            }
        }
    }

    fn is_heard_at_all(&self, speaker: Speaker) -> bool {
        self.heard.values().any(|heard| match &heard.meaning {
            LabelMeaning::One(one) | LabelMeaning::Misspelt(one) | LabelMeaning::Doubtful(one) => {
                *one == speaker
            }
            LabelMeaning::Several(several) => several.contains(&speaker),
        })
    }
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
    fn one_who_never_speaks_is_noticed() {
        let silent = "2 warning: `Director of Engineering` is on the panel and never speaks";
        check_diagnostics(&interview("VP: Why?\nSarah: So."), &[silent]);
    }
}
