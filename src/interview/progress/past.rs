//! Answers of earlier days, as the history gives them.

use crate::interview::{
    fingerprint::Fingerprint,
    practice::{
        day::Day,
        grade::Outing,
        question::{QuestionKey, Sighting},
    },
    scenario::{KeptAnswer, Question, Scenario},
    scoring::{
        Story,
        assessment::{Assessment, Level},
        judged_by::JudgedBy,
        telling::kind::TellingKind,
    },
    session::{Probed, UnixMillis},
};

/// A question that was asked at some time, in the words it was asked in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestion {
    /// Its scenario's id.
    pub scenario: String,
    /// What its scenario is called.
    pub scenario_title: String,
    /// What tells its words from others.
    pub fingerprint: Fingerprint,
    /// What its scenario calls it.
    pub id: String,
    /// The heading it stands under.
    pub section: String,
    /// Its words.
    pub text: String,
}

impl AskedQuestion {
    /// What tells it from all others.
    pub fn key(&self) -> QuestionKey {
        QuestionKey { scenario: self.scenario.clone(), fingerprint: self.fingerprint.clone() }
    }
}

/// A question that can be asked, as its scenario is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskableQuestion {
    /// The question.
    pub asked: AskedQuestion,
    /// Whether it is asked of whoever tells a story of their own: a follow-up about the transcript's story is not.
    pub own_story: bool,
}

impl AskableQuestion {
    /// Every question of a scenario.
    pub fn all(scenario: &Scenario) -> Vec<Self> {
        let of = |question: &Question| Self {
            asked: AskedQuestion {
                scenario: scenario.id().to_owned(),
                scenario_title: scenario.title().to_owned(),
                fingerprint: Fingerprint::of_words(&question.text),
                id: question.id.clone(),
                section: scenario.sections()[question.section].title.clone(),
                text: question.text.clone(),
            },
            own_story: !question.follow_up || question.stands_alone,
        };
        scenario.questions().iter().map(of).collect()
    }
}

/// An answer of an earlier time, its words left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastAttempt {
    /// What the history calls it, from 1.
    pub number: i64,
    /// What the history calls the session it was given in.
    pub session: i64,
    /// When it was given.
    pub at: UnixMillis,
    /// The day that was, where it was given.
    pub day: Day,
    /// Whose story was told.
    pub story: Story,
    /// Whether there was help: the hint, the model answer told before, or cards to pick from.
    pub helped: bool,
    /// What kind of answer it was.
    pub kind: Option<TellingKind>,
    /// Its level; none where it could not be judged.
    pub level: Option<Level>,
    /// The level that may be meant as well.
    pub perhaps: Option<Level>,
    /// What the player said of it before they saw the level.
    pub own: Option<Level>,
    /// How long it took, in seconds.
    pub seconds: Option<u32>,
    /// How many words it has.
    pub words: u32,
    /// How long it takes to say, in seconds.
    pub spoken_seconds: u32,
    /// By what it was judged.
    pub judged_by: JudgedBy,
}

impl PastAttempt {
    /// The answer as practice looks at it.
    pub fn sighting(&self) -> Sighting {
        let outing = Outing { level: self.level, own: self.own, helped: self.helped };
        Sighting { day: self.day, outing, seconds: self.seconds }
    }

    /// Its level in words: "3", "3, perhaps 4", "3, with help", "not judged".
    pub fn level_in_words(&self) -> String {
        let level = match (self.level, self.perhaps) {
            (Some(level), Some(other)) => format!("{}, perhaps {}", level.number(), other.number()),
            (Some(level), None) => level.number().to_string(),
            (None, _) => return "not judged".to_owned(),
        };
        if self.helped { format!("{level}, with help") } else { level }
    }
}

/// A question with its latest answers, the oldest of them first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionHistory {
    /// The question.
    pub asked: AskedQuestion,
    /// Its answers.
    pub attempts: Vec<PastAttempt>,
}

/// A whole answer of an earlier time.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeAttempt {
    /// What it answered.
    pub asked: AskedQuestion,
    /// How it went.
    pub past: PastAttempt,
    /// Its words, with what was added.
    pub text: String,
    /// What the panel asked back.
    pub probes: Vec<Probed>,
    /// What was found in it; none where another version wrote it in a way that this one cannot read.
    pub assessment: Option<Assessment>,
}

impl WholeAttempt {
    /// The answer as a model answer of the player's own; none where its sentences cannot be read any more.
    pub fn as_kept(&self) -> Option<KeptAnswer> {
        let sentences = &self.assessment.as_ref()?.sentences;
        let sentences: Vec<_> =
            sentences.iter().map(|read| (read.span, read.nearest_role())).collect();
        Some(KeptAnswer::of(&self.asked.id, &self.text, &sentences))
            .filter(|kept| !kept.paragraphs.is_empty())
    }
}

impl WholeAttempt {
    /// The answer as a model answer in a scenario that still asks its question in the same words.
    pub fn for_scenario(&self, scenario: &Scenario) -> Option<KeptAnswer> {
        let same =
            |question: &&Question| Fingerprint::of_words(&question.text) == self.asked.fingerprint;
        let question = scenario.questions().iter().find(same)?;
        let kept = self.as_kept().filter(|_| scenario.id() == self.asked.scenario)?;
        Some(KeptAnswer { question: question.id.clone(), ..kept })
    }
}

/// An answer that serves as the player's model answer to its question.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptAttempt {
    /// The answer.
    pub attempt: WholeAttempt,
    /// When it was kept.
    pub since: UnixMillis,
}
