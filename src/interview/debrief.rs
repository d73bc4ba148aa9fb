//! The debrief: what the whole interview showed, section by section, and what the panel would vote.
//!
//! It is computed from a session and holds no clock and no chance: the same session gives the same debrief.

use serde::Serialize;

use crate::interview::{
    probing::Gap,
    scenario::{Panelist, Scenario},
    scoring::assessment::{Level, NextStep, Unjudged},
    session::{Attempt, Probed, Session, Settings},
    text::Span,
};

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

/// What the panel asked back, and what was added.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ProbeResult {
    /// What was missing.
    pub gap: Gap,
    /// Who asked.
    pub asked_by: String,
    /// The words of the probe.
    pub text: String,
    /// What was added; none where the probe was left unanswered.
    pub addition: Option<String>,
    /// The level of what was said before.
    pub level_before: Level,
}

/// How one question went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuestionResult {
    /// The question's id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// The level of the latest answer; none where the question was skipped or the answer could not be judged.
    pub level: Option<Level>,
    /// Why the latest answer was not judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unjudged: Option<Unjudged>,
    /// What the player said of that answer before they saw the level.
    pub own_rating: Option<Level>,
    /// How often it was answered.
    pub attempts: usize,
    /// Whether the hint was given before the latest answer.
    pub hinted: bool,
    /// What the panel asked back about the latest answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub probes: Vec<ProbeResult>,
}

/// How one section went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SectionResult {
    /// Its heading.
    pub title: String,
    /// The mean level of its questions, 1 to 5, a skipped one counting as 1; none where nothing of it was judged.
    pub mean: Option<f32>,
    /// The mean as a level.
    pub level: Option<Level>,
    /// Its questions that were asked.
    pub questions: Vec<QuestionResult>,
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
    /// Their rating of each section, 1 to 5; none where nothing of it was asked.
    pub ratings: Vec<Option<Level>>,
    /// The mean of their ratings over all questions, 1 to 5.
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
    /// What the interview was for.
    pub position: String,
    /// What was chosen before.
    pub settings: Settings,
    /// How many questions were asked.
    pub asked: usize,
    /// How many of them were answered.
    pub answered: usize,
    /// How many questions the scenario has.
    pub of: usize,
    /// The mean level over what was asked, 1 to 5; an answer that could not be judged is left out.
    pub mean: Option<f32>,
    /// The sections, in the order in which they were asked; those that were not reached come last.
    pub sections: Vec<SectionResult>,
    /// What went well: at most three.
    pub strengths: Vec<StrengthShown>,
    /// The one next step; none where nothing was answered or nothing holds the level down.
    pub next: Option<NextPractice>,
    /// What each panelist says; empty where nothing was answered.
    pub panel: Vec<PanelistVerdict>,
    /// The panel's vote, by the mean of their ratings.
    pub vote: Option<Vote>,
    /// By how much the player's own ratings lie above the levels, on average; none where they gave none.
    pub own_rating_gap: Option<f32>,
}

impl Debrief {
    /// Whether less than half of the questions were heard, so that a vote says little yet.
    pub fn is_early(&self) -> bool {
        self.asked * 2 < self.of
    }

    /// The debrief of a session, finished or not.
    pub fn of(session: &Session) -> Self {
        let scenario = session.scenario();
        let asked: Vec<usize> = heard(session);
        let mut order: Vec<usize> = Vec::new();
        let planned = session.plan().iter().map(|question| scenario.questions()[*question].section);
        for section in planned {
            if !order.contains(&section) {
                order.push(section);
            }
        }
        let sections: Vec<_> =
            order.iter().map(|section| section_result(session, *section, &asked)).collect();
        let levels: Vec<f32> =
            asked.iter().filter_map(|question| level_of(session, *question)).collect();
        let answered = asked.iter().filter(|question| session.latest(**question).is_some()).count();
        let judged = latest(session, &asked).any(|attempt| attempt.assessment.unjudged.is_none());
        let panel: Vec<_> = if !judged {
            Vec::new()
        } else {
            scenario
                .panel()
                .iter()
                .map(|panelist| verdict(session, panelist, &order, &asked))
                .collect()
        };
        let panel_means: Vec<f32> = panel.iter().map(|verdict| verdict.mean).collect();
        let gaps: Vec<f32> = latest(session, &asked)
            .filter_map(|attempt| {
                let own = attempt.own_rating?;
                let level = attempt.assessment.judged_level()?;
                Some(f32::from(own.number()) - f32::from(level.number()))
            })
            .collect();
        Self {
            scenario: scenario.title().to_owned(),
            position: scenario.position().to_owned(),
            settings: session.settings(),
            asked: asked.len(),
            answered,
            of: scenario.questions().len(),
            mean: mean(&levels),
            sections,
            strengths: strengths(session, &asked),
            next: next(session, &asked),
            vote: mean(&panel_means).map(Vote::of),
            panel,
            own_rating_gap: mean(&gaps),
        }
    }
}

/// The questions that were answered or skipped, in the order in which they were asked.
fn heard(session: &Session) -> Vec<usize> {
    session
        .plan()
        .iter()
        .copied()
        .filter(|question| {
            session.latest(*question).is_some() || session.skipped().contains(question)
        })
        .collect()
}

fn latest<'a>(session: &'a Session, asked: &'a [usize]) -> impl Iterator<Item = &'a Attempt> {
    asked.iter().filter_map(|question| session.latest(*question))
}

/// The level of the latest answer, where it could be judged; a skipped question is heard as a 1.
fn level_of(session: &Session, question: usize) -> Option<f32> {
    match session.latest(question) {
        Some(attempt) => attempt.assessment.judged_level().map(|l| f32::from(l.number())),
        None => Some(1.0),
    }
}

fn mean(values: &[f32]) -> Option<f32> {
    let count = values.len();
    (count > 0).then(|| {
        let mean = values.iter().sum::<f32>() / count as f32;
        (mean * 100.0).round() / 100.0
    })
}

fn section_result(session: &Session, section: usize, asked: &[usize]) -> SectionResult {
    let scenario = session.scenario();
    let questions: Vec<_> = asked
        .iter()
        .copied()
        .filter(|question| scenario.questions()[*question].section == section)
        .collect();
    let levels: Vec<f32> =
        questions.iter().filter_map(|question| level_of(session, *question)).collect();
    let mean = mean(&levels);
    SectionResult {
        title: scenario.sections()[section].title.clone(),
        mean,
        level: mean.map(Level::nearest),
        questions: questions
            .into_iter()
            .map(|index| {
                let question = &scenario.questions()[index];
                let latest = session.latest(index);
                QuestionResult {
                    id: question.id.clone(),
                    text: question.text.clone(),
                    level: latest.and_then(|attempt| attempt.assessment.judged_level()),
                    unjudged: latest.and_then(|attempt| attempt.assessment.unjudged.clone()),
                    own_rating: latest.and_then(|attempt| attempt.own_rating),
                    attempts: session.attempts().iter().filter(|a| a.question == index).count(),
                    hinted: latest.is_some_and(|attempt| attempt.hinted),
                    probes: latest.map_or_else(Vec::new, |attempt| {
                        let probes = attempt.probes.iter();
                        probes.map(|probed| probe_result(scenario, attempt, probed)).collect()
                    }),
                }
            })
            .collect(),
    }
}

fn probe_result(scenario: &Scenario, attempt: &Attempt, probed: &Probed) -> ProbeResult {
    ProbeResult {
        gap: probed.probe.gap,
        asked_by: scenario.panel()[probed.probe.asked_by].title.clone(),
        text: probed.probe.text.clone(),
        addition: probed.addition.map(|span| span.of(&attempt.text).to_owned()),
        level_before: probed.level_before,
    }
}

/// Up to three strengths from the best answers, each of another criterion.
fn strengths(session: &Session, asked: &[usize]) -> Vec<StrengthShown> {
    let mut best: Vec<&Attempt> = latest(session, asked).collect();
    best.sort_by_key(|attempt| std::cmp::Reverse(attempt.assessment.level));
    let mut seen = Vec::new();
    let mut shown = Vec::new();
    for attempt in best {
        let found = attempt.assessment.strengths.iter().find(|s| !seen.contains(&s.criterion));
        if let Some(strength) = found {
            seen.push(strength.criterion);
            shown.push(StrengthShown {
                question: session.scenario().questions()[attempt.question].id.clone(),
                quote: quote(&attempt.text, strength.quote),
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

fn verdict(
    session: &Session,
    panelist: &Panelist,
    order: &[usize],
    asked: &[usize],
) -> PanelistVerdict {
    let scenario = session.scenario();
    let rate = |question: usize| match session.latest(question) {
        Some(attempt) if attempt.assessment.unjudged.is_some() => None,
        Some(attempt) => Some(session.scorer().rating(&attempt.assessment, &panelist.looks_for)),
        None => Some(1.0),
    };
    let ratings = order
        .iter()
        .map(|section| {
            let of_section: Vec<f32> = asked
                .iter()
                .filter(|question| scenario.questions()[**question].section == *section)
                .filter_map(|question| rate(*question))
                .collect();
            mean(&of_section).map(Level::nearest)
        })
        .collect();
    let all: Vec<f32> = asked.iter().filter_map(|question| rate(*question)).collect();
    let mean = mean(&all).unwrap_or(1.0);
    let vote = Vote::of(mean);
    let (quote, sentence) = deciding(session, panelist, asked, vote);
    PanelistVerdict {
        title: panelist.title.clone(),
        cares_about: panelist.cares_about.clone(),
        ratings,
        mean,
        vote,
        quote,
        sentence,
    }
}

/// The words that decided a vote: a strength where it is a yes, what the weakest answer lacks where it is a no.
///
/// What the panelist looks for comes first, then whatever stands out most.
fn deciding(
    session: &Session,
    panelist: &Panelist,
    asked: &[usize],
    vote: Vote,
) -> (Option<(String, String)>, String) {
    let id = |attempt: &Attempt| session.scenario().questions()[attempt.question].id.clone();
    let looked_for = |criterion: &str| panelist.looks_for.iter().any(|id| id == criterion);
    if vote >= Vote::Yes {
        let best = latest(session, asked)
            .flat_map(|attempt| attempt.assessment.strengths.iter().map(move |s| (attempt, s)))
            .max_by_key(|(attempt, strength)| {
                let later = std::cmp::Reverse(attempt.question);
                (looked_for(strength.criterion), attempt.assessment.level, later)
            });
        if let Some((attempt, strength)) = best {
            let words = quote(&attempt.text, strength.quote);
            return (Some((id(attempt), words)), strength.sentence.clone());
        }
    }
    let weakest = latest(session, asked)
        .filter(|attempt| attempt.assessment.unjudged.is_none())
        .flat_map(|attempt| attempt.assessment.findings.iter().map(move |f| (attempt, f)))
        .filter(|(_, finding)| finding.holds_back())
        .min_by(|(a, x), (b, y)| {
            let key = |attempt: &Attempt, criterion: &str| {
                (!looked_for(criterion), attempt.assessment.level, attempt.question)
            };
            key(a, x.criterion).cmp(&key(b, y.criterion)).then(x.score.total_cmp(&y.score))
        });
    match weakest {
        Some((attempt, finding)) => {
            let words =
                finding.first_words().map(|words| (id(attempt), quote(&attempt.text, words)));
            (words, finding.sentence.clone())
        }
        None => (None, "Nothing stood out either way.".to_owned()),
    }
}

/// A passage as a quotation: its blanks folded, cut at a word after 160 characters.
fn quote(text: &str, span: Span) -> String {
    let words = text.get(span.start..span.end).unwrap_or_default().split_whitespace();
    let mut quote = String::new();
    for word in words {
        if quote.chars().count() + word.chars().count() > 160 {
            quote.push_str(" …");
            break;
        }
        if !quote.is_empty() {
            quote.push(' ');
        }
        quote.push_str(word);
    }
    quote
}
