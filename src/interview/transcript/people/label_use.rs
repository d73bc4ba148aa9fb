//! Whom the labels of a transcript mean, all of them being heard.
//!
//! A label means the person it fits best. One that fits two alike is ambiguous. A name cut short (`May` for Maya) and a
//! shortening without a capital (`vp`) are more likely words of an answer where the person speaks under a fuller
//! label elsewhere, unless they stand where a turn of theirs is due.
//!
//! A label that fits nobody but for a slip (`Pryia` for Priya) means whom it would fit. An everyday word never does: it
//! is doubtful where a turn is due, and text elsewhere. Nor does one without a capital, unless a turn is due.

use std::collections::BTreeMap;

use crate::interview::diagnostic::Place;
use crate::interview::transcript::Speaker;
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::{Label, is_written_like_a_name};
use crate::interview::transcript::people::misspelt::is_everyday;
use crate::interview::transcript::people::person::{NameFit, Person};
use crate::interview::transcript::words::{fold, is_one_of};

/// Labels that mean the candidate, whoever that is.
const ANY_CANDIDATE: &str = "applicant candidate interviewee";
/// Labels that mean the interviewer where there is one.
const ANY_INTERVIEWER: &str = "interviewer panel panelist panellist";

/// Whom a label means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelMeaning {
    /// This one.
    One(Speaker),
    /// As well one as the other.
    Several(Vec<Speaker>),
    /// This one, but for a slip of the hand.
    Misspelt(Speaker),
    /// More likely another word than this one, who speaks under a fuller label elsewhere.
    Doubtful(Speaker),
}

/// A label that means somebody.
#[derive(Clone, Debug)]
pub struct LabelUse {
    /// The label as written.
    pub written: String,
    /// Where it stands, in order.
    pub places: Vec<Place>,
    /// Whom it means.
    pub meaning: LabelMeaning,
}

impl LabelUse {
    /// Where it first stands.
    pub fn at(&self) -> Place {
        self.places.first().copied().unwrap_or((1, 1))
    }
}

/// How well a label fits people.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fitting {
    /// So well, and these best.
    Well(NameFit, Vec<Speaker>),
    /// But for a slip, and this one alone.
    Slip(Speaker),
}

impl Fitting {
    fn first(&self) -> Option<Speaker> {
        match self {
            Self::Well(_, speakers) => speakers.first().copied(),
            Self::Slip(speaker) => Some(*speaker),
        }
    }
}

/// Finds out for every label of the lines whom it means.
pub fn listen(
    candidate: Option<&Person>,
    panel: &[Person],
    body: &[Line],
) -> BTreeMap<String, LabelUse> {
    let mut fittings: BTreeMap<&str, Option<Fitting>> = BTreeMap::new();
    let mut places: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    // The labels that fit somebody, in order.
    let mut spoken: Vec<(&str, Speaker)> = Vec::new();
    for line in body {
        let Some(label) = Label::of(line) else { continue };
        let fitting = fittings.entry(label.name).or_insert_with(|| {
            best_fits(label.name, candidate, panel)
                .map(|(fit, speakers)| Fitting::Well(fit, speakers))
                .or_else(|| but_for_a_slip(label.name, candidate, panel).map(Fitting::Slip))
        });
        if let Some(fitting) = fitting {
            spoken.extend(fitting.first().map(|speaker| (label.name, speaker)));
            places.entry(label.name).or_default().push(line.at());
        }
    }
    let fitting: Vec<(&str, Fitting)> = fittings
        .into_iter()
        .filter_map(|(label, fitting)| fitting.map(|fitting| (label, fitting)))
        .collect();
    let fuller = |one: Speaker| {
        fitting.iter().any(|(label, fitting)| match fitting {
            Fitting::Well(fit, speakers) => !is_weak(label, *fit) && *speakers == [one],
            Fitting::Slip(_) => false,
        })
    };
    let heard = fitting.iter().filter_map(|(label, fitting)| {
        let meaning = match fitting {
            Fitting::Well(fit, speakers) => match *speakers.as_slice() {
                [one] if is_weak(label, *fit) && fuller(one) && !takes_a_turn(label, &spoken) => {
                    LabelMeaning::Doubtful(one)
                }
                [one] => LabelMeaning::One(one),
                _ => LabelMeaning::Several(speakers.clone()),
            },
            Fitting::Slip(one) => {
                let due = is_due(label, &spoken);
                match (is_everyday(label), due || is_written_like_a_name(label)) {
                    (true, _) if due => LabelMeaning::Doubtful(*one),
                    (false, true) => LabelMeaning::Misspelt(*one),
                    _ => return None,
                }
            }
        };
        let places = places.remove(label).unwrap_or_default();
        Some((label.to_string(), LabelUse { written: label.to_string(), places, meaning }))
    });
    heard.collect()
}

/// Whether a label is easily another word.
fn is_weak(label: &str, fit: NameFit) -> bool {
    fit == NameFit::Nickname || (fit > NameFit::Whole && label.starts_with(char::is_lowercase))
}

/// The people a label fits best.
fn best_fits(
    label: &str,
    candidate: Option<&Person>,
    panel: &[Person],
) -> Option<(NameFit, Vec<Speaker>)> {
    let said = Person::new(label);
    let seats = panel.iter().enumerate();
    let fits: Vec<(NameFit, Speaker)> = candidate
        .map(|person| (Speaker::Candidate, person))
        .into_iter()
        .chain(seats.map(|(seat, person)| (Speaker::Interviewer(seat), person)))
        .filter_map(|(speaker, person)| person.fit(&said).map(|fit| (fit, speaker)))
        .collect();
    let Some(best) = fits.iter().map(|&(fit, _)| fit).min() else {
        return by_part(label, panel.len()).map(|speakers| (NameFit::Whole, speakers));
    };
    let speakers = fits.iter().filter(|&&(fit, _)| fit == best).map(|&(_, speaker)| speaker);
    Some((best, speakers.collect()))
}

/// The one whom a label would fit but for a slip, if it is one alone.
fn but_for_a_slip(label: &str, candidate: Option<&Person>, panel: &[Person]) -> Option<Speaker> {
    let said = Person::new(label);
    let part = |word: &str| Person::new(word).is_misspelt_by(&said);
    let seats = panel.iter().enumerate();
    let mut meant: Vec<Speaker> = candidate
        .map(|person| (Speaker::Candidate, person))
        .into_iter()
        .chain(seats.map(|(seat, person)| (Speaker::Interviewer(seat), person)))
        .filter(|(_, person)| person.is_misspelt_by(&said))
        .map(|(speaker, _)| speaker)
        .collect();
    if meant.is_empty() && ANY_CANDIDATE.split(' ').any(part) {
        meant.push(Speaker::Candidate);
    }
    if meant.is_empty() && panel.len() == 1 && ANY_INTERVIEWER.split(' ').any(part) {
        meant.push(Speaker::Interviewer(0));
    }
    match *meant.as_slice() {
        [one] => Some(one),
        _ => None,
    }
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
    around(label, spoken).any(|(speaker, before, after)| match speaker {
        Speaker::Candidate => before == Some(false),
        Speaker::Interviewer(_) => before == Some(true) && after == Some(true),
    })
}

/// Whether a turn would be missing where a label stands, were it not its person's.
fn is_due(label: &str, spoken: &[(&str, Speaker)]) -> bool {
    around(label, spoken).any(|(speaker, before, after)| match speaker {
        Speaker::Candidate => before == Some(false) && after != Some(true),
        Speaker::Interviewer(_) => before != Some(false) && after == Some(true),
    })
}

/// Wherever a label stands: its person, and whether the candidate speaks before and after it, if anybody does.
fn around<'a>(
    label: &'a str,
    spoken: &'a [(&str, Speaker)],
) -> impl Iterator<Item = (Speaker, Option<bool>, Option<bool>)> + 'a {
    let candidate = |at: Option<usize>| {
        let speaker = at.and_then(|at| spoken.get(at)).map(|&(_, speaker)| speaker);
        speaker.map(|speaker| speaker == Speaker::Candidate)
    };
    let stands = spoken.iter().enumerate().filter(move |(_, (other, _))| *other == label);
    stands.map(move |(at, &(_, speaker))| {
        (speaker, candidate(at.checked_sub(1)), candidate(Some(at + 1)))
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
