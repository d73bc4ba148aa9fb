//! Whom the labels of a transcript mean, all of them being heard.
//!
//! A label means the person it fits best. One that fits two alike is ambiguous. A name cut short (`May` for Maya) and a
//! shortening without a capital (`vp`) are more likely words of an answer where the person speaks under a fuller
//! label elsewhere, unless they stand where a turn of theirs is due.

use std::collections::BTreeMap;

use crate::interview::transcript::Speaker;
use crate::interview::transcript::forms::label::Label;
use crate::interview::transcript::forms::text::Line;
use crate::interview::transcript::people::person::{Fit, Person};
use crate::interview::transcript::words::{fold, is_one_of};

/// Labels that mean the candidate, whoever that is.
const ANY_CANDIDATE: &str = "applicant candidate interviewee";
/// Labels that mean the interviewer where there is one.
const ANY_INTERVIEWER: &str = "interviewer panel panelist panellist";

/// Whom a label means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// This one.
    One(Speaker),
    /// As well one as the other.
    Several(Vec<Speaker>),
    /// More likely another word than this one, who speaks under a fuller label elsewhere.
    Doubtful(Speaker),
}

/// A label that means somebody.
#[derive(Clone, Debug)]
pub struct Heard {
    /// The label as written.
    pub written: String,
    /// Where it first stands.
    pub at: (usize, usize),
    /// Whom it means.
    pub meaning: Meaning,
}

/// A label, how well it fits, and whom.
type Fitting<'a> = (&'a str, Fit, Vec<Speaker>);

/// Finds out for every label of the lines whom it means.
pub fn listen(
    candidate: Option<&Person>,
    panel: &[Person],
    body: &[Line],
) -> BTreeMap<String, Heard> {
    let mut fits: BTreeMap<&str, Option<(Fit, Vec<Speaker>)>> = BTreeMap::new();
    let mut first: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    // The labels that fit somebody, in order.
    let mut spoken: Vec<(&str, Speaker)> = Vec::new();
    for line in body {
        let Some(label) = Label::of(line) else { continue };
        let fitting =
            fits.entry(label.name).or_insert_with(|| best_fits(label.name, candidate, panel));
        if let Some((_, speakers)) = fitting {
            spoken.extend(speakers.first().map(|&speaker| (label.name, speaker)));
            first.entry(label.name).or_insert(line.at());
        }
    }
    let fitting: Vec<Fitting> = fits
        .into_iter()
        .filter_map(|(label, fitting)| fitting.map(|(fit, speakers)| (label, fit, speakers)))
        .collect();
    let fuller = |one: Speaker| {
        fitting.iter().any(|(label, fit, speakers)| !is_weak(label, *fit) && *speakers == [one])
    };
    let heard = fitting.iter().map(|(label, fit, speakers)| {
        let meaning = match *speakers.as_slice() {
            [one] if is_weak(label, *fit) && fuller(one) && !takes_a_turn(label, &spoken) => {
                Meaning::Doubtful(one)
            }
            [one] => Meaning::One(one),
            _ => Meaning::Several(speakers.clone()),
        };
        let at = first.get(label).copied().unwrap_or((1, 1));
        (label.to_string(), Heard { written: label.to_string(), at, meaning })
    });
    heard.collect()
}

/// Whether a label is easily another word.
fn is_weak(label: &str, fit: Fit) -> bool {
    fit == Fit::Nickname || (fit > Fit::Whole && label.starts_with(char::is_lowercase))
}

/// The people a label fits best.
fn best_fits(
    label: &str,
    candidate: Option<&Person>,
    panel: &[Person],
) -> Option<(Fit, Vec<Speaker>)> {
    let said = Person::new(label);
    let seats = panel.iter().enumerate();
    let fits: Vec<(Fit, Speaker)> = candidate
        .map(|person| (Speaker::Candidate, person))
        .into_iter()
        .chain(seats.map(|(seat, person)| (Speaker::Interviewer(seat), person)))
        .filter_map(|(speaker, person)| person.fit(&said).map(|fit| (fit, speaker)))
        .collect();
    let Some(best) = fits.iter().map(|&(fit, _)| fit).min() else {
        return by_part(label, panel.len()).map(|speakers| (Fit::Whole, speakers));
    };
    let speakers = fits.iter().filter(|&&(fit, _)| fit == best).map(|&(_, speaker)| speaker);
    Some((best, speakers.collect()))
}

/// The people a label means by the part they play: `Candidate`, `Interviewer`.
fn by_part(label: &str, seats: usize) -> Option<Vec<Speaker>> {
    let label = fold(label);
    if is_one_of(&label, ANY_CANDIDATE) {
        return Some(vec![Speaker::Candidate]);
    }
    let panel = (0..seats).map(Speaker::Interviewer).collect();
    (is_one_of(&label, ANY_INTERVIEWER) && seats > 0).then_some(panel)
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
    use crate::interview::transcript::samples::{check_diagnostics, check_speakers, interview};

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
    fn a_shortening_without_a_capital_speaks_where_nobody_writes_one() {
        let text =
            interview("VP: Why?\nSarah: I asked the\nvp: why so?\nDirector: How?\nSarah: So.");
        check_speakers(&text, "0c1c");
        check_diagnostics(&text, &["10 warning: `vp` is read as text, not as `VP Product`"]);
        check_speakers(&interview("vp: Why?\nsarah: So.\ndirector: How?\nsarah: Thus."), "0c1c");
    }
}
