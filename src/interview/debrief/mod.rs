//! The debrief: what the whole interview showed, section by section, and what the panel would vote.
//!
//! It is computed from a session and holds no clock and no chance: the same session gives the same debrief. Only answers
//! that were judged are rated: what was skipped, left open or not judged is named as that and has no part in a mean.

mod own_ratings;
mod panel;

pub mod questions;
pub mod report;

use serde::Serialize;

use crate::interview::{
    debrief::{
        own_ratings::OwnRatings,
        questions::{Outcome, QuestionResult, outcome},
    },
    scoring::{
        assessment::{Level, NextStep},
        criteria::quoting,
    },
    session::{Attempt, Session, Settings},
};

/// The longest quote, in characters.
const LONGEST_QUOTE: usize = 160;

/// What a panelist, or the panel, says to the promotion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Vote {
    /// A mean rating below 2.
    StrongNo,
    /// A mean rating from 2 to below 3.
    No,
    /// A mean rating from 3 to below 4.2.
    Yes,
    /// A mean rating of 4.2 and more.
    StrongYes,
}

impl Vote {
    /// The vote that a mean rating of 1 to 5 stands for: `Yes` begins at 3, the anchor of an answer that holds.
    pub fn of(mean: f32) -> Self {
        match mean {
            mean if mean >= 4.2 => Self::StrongYes,
            mean if mean >= 3.0 => Self::Yes,
            mean if mean >= 2.0 => Self::No,
            _ => Self::StrongNo,
        }
    }

    /// The vote in words.
    pub fn name(self) -> &'static str {
        match self {
            Self::StrongNo => "Strong no",
            Self::No => "No",
            Self::Yes => "Yes",
            Self::StrongYes => "Strong yes",
        }
    }
}

/// How one section went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SectionResult {
    /// Its heading.
    pub title: String,
    /// The mean level of its answers that were judged, 1 to 5; none where none was.
    pub mean: Option<f32>,
    /// The mean as a level.
    pub level: Option<Level>,
    /// Its questions that were asked.
    pub questions: Vec<QuestionResult>,
}

impl SectionResult {
    /// Its mean level, or why it has none.
    pub fn in_words(&self) -> String {
        let any = |outcome| self.questions.iter().any(|question| question.outcome == outcome);
        match self.mean {
            Some(mean) => format!("{mean:.1}"),
            None if self.questions.is_empty() => "not asked".to_owned(),
            None if any(Outcome::NotJudged) => "not judged".to_owned(),
            None if any(Outcome::Skipped) => "skipped".to_owned(),
            None => "not answered".to_owned(),
        }
    }
}

/// Something that went well, in the player's own words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrengthShown {
    /// The question it was said to.
    pub question: String,
    /// The words.
    pub quote: String,
    /// Why they count.
    pub sentence: String,
}

/// The one thing to work on first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NextPractice {
    /// The question to practise.
    pub question: String,
    /// Its words.
    pub text: String,
    /// The change.
    pub step: NextStep,
}

/// What one panelist made of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PanelistVerdict {
    /// Who.
    pub title: String,
    /// What they care about.
    pub cares_about: String,
    /// Their rating of each section, 1 to 5; none where nothing of it was judged.
    pub ratings: Vec<Option<Level>>,
    /// The mean of their ratings over all answers that were judged, 1 to 5.
    pub mean: f32,
    /// Their vote.
    pub vote: Vote,
    /// The words that decided it, and to which question they were said.
    pub quote: Option<(String, String)>,
    /// What they say of it.
    pub sentence: String,
}

/// The whole debrief.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Debrief {
    /// The scenario.
    pub scenario: String,
    /// The scenario's id.
    pub scenario_id: String,
    /// What the interview was for.
    pub position: String,
    /// What was chosen before.
    pub settings: Settings,
    /// How many questions were asked.
    pub asked: usize,
    /// How many of them were answered.
    pub answered: usize,
    /// How many of the answers were judged: what the levels and the votes rest on.
    pub judged: usize,
    /// How many of the questions were skipped.
    pub skipped: usize,
    /// How many questions this interview has; follow-ups that were left out are none of it.
    pub of: usize,
    /// The mean level of the answers that were judged, 1 to 5; none where none was.
    pub mean: Option<f32>,
    /// The sections, in the order in which they were asked; those that were not reached come last.
    pub sections: Vec<SectionResult>,
    /// What went well: at most three.
    pub strengths: Vec<StrengthShown>,
    /// The one next step; none where nothing was answered or nothing holds the level down.
    pub next: Option<NextPractice>,
    /// What each panelist says; empty where no answer was judged.
    pub panel: Vec<PanelistVerdict>,
    /// The mean of the panelists' ratings, 1 to 5; none where no answer was judged.
    pub rating: Option<f32>,
    /// The panel's vote, by that rating.
    pub vote: Option<Vote>,
    /// By how much the player's own ratings lie above the levels, on average; none where they gave none.
    pub own_rating_gap: Option<f32>,
    /// How the player's own ratings lie to the levels, one by one; none where they gave none.
    pub own_ratings: Option<OwnRatings>,
}

impl Debrief {
    /// Whether the vote rests on less than half of the questions, so that it says little yet.
    pub fn is_early(&self) -> bool {
        self.judged * 2 < self.of
    }

    /// What the panel says, or why it says nothing; without a full stop.
    pub fn headline(&self) -> String {
        let so_far = if self.is_early() { "So far the panel" } else { "The panel" };
        match self.vote {
            Some(vote) => format!("{so_far} says: {}", vote.name().to_lowercase()),
            None if self.answered > 0 => "No answer could be judged".to_owned(),
            None => "Nothing was answered, so there is nothing to rate".to_owned(),
        }
    }

    /// How many answers the vote rests on: "rests on 3 of 12 answers"; nothing where there is no vote.
    pub fn rests_on(&self) -> Option<String> {
        self.vote?;
        Some(if self.judged == self.of {
            format!("rests on all {} answers", self.of)
        } else {
            format!("rests on {} of {} answers", self.judged, self.of)
        })
    }

    /// How many questions were answered, and how many skipped.
    pub fn answered_in_words(&self) -> String {
        let skipped = match self.skipped {
            0 => String::new(),
            skipped => format!(", {skipped} skipped"),
        };
        format!("{} of {} questions answered{skipped}", self.answered, self.of)
    }

    /// The debrief of a session, finished or not.
    pub fn of(session: &Session) -> Self {
        let scenario = session.scenario();
        let asked = session.plan()[..session.asked()].to_vec();
        let mut order: Vec<usize> = Vec::new();
        let planned = session.plan().iter().map(|question| scenario.questions()[*question].section);
        for section in planned {
            if !order.contains(&section) {
                order.push(section);
            }
        }
        let sections: Vec<_> =
            order.iter().map(|section| section_result(session, *section, &asked)).collect();
        let levels = judged_levels(session, &asked);
        let panel: Vec<_> = if levels.is_empty() {
            Vec::new()
        } else {
            scenario
                .panel()
                .iter()
                .map(|panelist| panel::verdict(session, panelist, &order, &asked))
                .collect()
        };
        let panel_means: Vec<f32> = panel.iter().map(|verdict| verdict.mean).collect();
        let rating = mean(&panel_means);
        let gaps: Vec<i8> = latest(session, &asked)
            .filter_map(|attempt| {
                let own = attempt.own_rating?;
                let level = attempt.assessment.judged_level()?;
                Some(own.number() as i8 - level.number() as i8)
            })
            .collect();
        let outcomes: Vec<_> = asked.iter().map(|question| outcome(session, *question)).collect();
        let with = |wanted: Outcome| outcomes.iter().filter(|outcome| **outcome == wanted).count();
        Self {
            scenario: scenario.title().to_owned(),
            scenario_id: scenario.id().to_owned(),
            position: scenario.position().to_owned(),
            settings: session.settings(),
            asked: asked.len(),
            answered: with(Outcome::Judged) + with(Outcome::NotJudged),
            judged: with(Outcome::Judged),
            skipped: with(Outcome::Skipped),
            of: session.plan().len(),
            mean: mean(&levels),
            sections,
            strengths: strengths(session, &asked),
            next: next(session, &asked),
            rating,
            vote: rating.map(Vote::of),
            panel,
            own_rating_gap: own_ratings::mean(&gaps),
            own_ratings: OwnRatings::of(&gaps),
        }
    }
}

fn latest<'a>(session: &'a Session, asked: &'a [usize]) -> impl Iterator<Item = &'a Attempt> {
    asked.iter().filter_map(|question| session.latest(*question))
}

/// The levels of the latest answers that were judged.
fn judged_levels(session: &Session, asked: &[usize]) -> Vec<f32> {
    latest(session, asked)
        .filter_map(|attempt| attempt.assessment.judged_level())
        .map(|level| f32::from(level.number()))
        .collect()
}

/// A mean to a tenth, as it is shown: what is made of it agrees with the number beside it.
fn mean(values: &[f32]) -> Option<f32> {
    let count = values.len();
    (count > 0).then(|| {
        let mean = values.iter().sum::<f32>() / count as f32;
        (mean * 10.0).round() / 10.0
    })
}

fn section_result(session: &Session, section: usize, asked: &[usize]) -> SectionResult {
    let scenario = session.scenario();
    let questions: Vec<_> = asked
        .iter()
        .copied()
        .filter(|question| scenario.questions()[*question].section == section)
        .collect();
    let mean = mean(&judged_levels(session, &questions));
    SectionResult {
        title: scenario.sections()[section].title.clone(),
        mean,
        level: mean.map(Level::nearest),
        questions: questions.into_iter().map(|index| QuestionResult::of(session, index)).collect(),
    }
}

/// Up to three strengths from the best answers, each of another criterion.
fn strengths(session: &Session, asked: &[usize]) -> Vec<StrengthShown> {
    let mut best: Vec<&Attempt> =
        latest(session, asked).filter(|attempt| attempt.assessment.unjudged.is_none()).collect();
    best.sort_by_key(|attempt| std::cmp::Reverse(attempt.assessment.level));
    let mut seen = Vec::new();
    let mut shown = Vec::new();
    for attempt in best {
        let found = attempt.assessment.strengths.iter().find(|s| !seen.contains(&s.criterion));
        if let Some(strength) = found {
            seen.push(strength.criterion);
            shown.push(StrengthShown {
                question: session.scenario().questions()[attempt.question].id.clone(),
                quote: quoting::folded(strength.quote.of(&attempt.text), LONGEST_QUOTE),
                sentence: strength.sentence.clone(),
            });
        }
        if shown.len() == 3 {
            break;
        }
    }
    shown
}

/// The step of the weakest answer: the one that lifts most, the earliest among equals.
fn next(session: &Session, asked: &[usize]) -> Option<NextPractice> {
    latest(session, asked)
        .filter_map(|attempt| Some((attempt, attempt.assessment.next_step.as_ref()?)))
        .min_by_key(|(attempt, step)| {
            (attempt.assessment.level, std::cmp::Reverse(step.to.number() - step.from.number()))
        })
        .map(|(attempt, step)| {
            let question = &session.scenario().questions()[attempt.question];
            NextPractice {
                question: question.id.clone(),
                text: question.text.clone(),
                step: step.clone(),
            }
        })
}
