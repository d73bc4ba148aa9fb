//! Today's practice: what the history and the scenarios say, planned for the day that it is.

use std::collections::BTreeMap;

use crate::{
    interview::{
        fingerprint::Fingerprint,
        practice::{
            day::Day,
            plan::{self, Pick, TodaysPractice},
            question::{PanelDay, PracticeQuestion, QuestionKey, Sighting},
        },
        progress::past::QuestionHistory,
        scenario::Scenario,
        scoring::Story,
    },
    storage::{
        history::{History, HistoryError, KnownScenario},
        scenarios::{self, Loaded, Source},
    },
};

/// So many of the newest answers to a question tell how it is remembered; those before them change next to nothing.
pub const TELLING_ANSWERS: usize = 12;

/// So many days are looked ahead for the next one on which something is due.
const MONTH: i32 = 31;

/// Today's practice, with what it was planned from.
#[derive(Debug)]
pub struct Today {
    /// The day it is.
    pub day: Day,
    /// Every question that could be practised.
    pub questions: Vec<PracticeQuestion>,
    /// What is practised today.
    pub plan: TodaysPractice,
    /// The panels that are ahead, with the id of their scenario, the nearest first.
    pub panels: Vec<(String, PanelDay)>,
    scenarios: Vec<Loaded>,
}

/// The questions of one scenario that are practised in one go.
#[derive(Debug)]
pub struct Round {
    /// The scenario.
    pub loaded: Loaded,
    /// The ids of the questions.
    pub questions: Vec<String>,
}

impl Today {
    /// Plans a day from the history: over every scenario that was practised or has a date, or over the one that comes with
    /// the game where there is none yet.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(history: &History, day: Day, story: Story) -> Result<Self, HistoryError> {
        let panels = history.panels()?;
        let past = history.by_question(TELLING_ANSWERS)?;
        let known = history.scenarios()?;
        let mut loaded: Vec<Loaded> = known.iter().filter_map(as_known).collect();
        if loaded.is_empty() {
            loaded.extend(scenarios::load(None));
        }
        let sightings = sightings(&past);
        let dates: BTreeMap<&str, PanelDay> =
            panels.iter().map(|(id, panel)| (id.as_str(), *panel)).collect();
        let questions: Vec<_> = loaded
            .iter()
            .flat_map(|loaded| {
                let panel = dates.get(loaded.scenario.id()).copied();
                questions(&loaded.scenario, panel, story, &sightings)
            })
            .collect();
        let plan = plan::plan(&questions, day, history.minutes()?);
        let panels = panels.into_iter().filter(|(_, panel)| panel.day >= day).collect();
        Ok(Self { day, questions, plan, panels, scenarios: loaded })
    }

    /// The next day after this on which something is due, planned; none within a month.
    ///
    /// # Errors
    /// What the database says.
    pub fn next(history: &History, day: Day, story: Story) -> Result<Option<Self>, HistoryError> {
        for ahead in 1..=MONTH {
            let planned = Self::of(history, day.plus(ahead), story)?;
            if !planned.plan.picks.is_empty() {
                return Ok(Some(planned));
            }
        }
        Ok(None)
    }

    /// The scenario with this id among those that were planned over.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        self.scenarios.iter().map(|loaded| &loaded.scenario).find(|scenario| scenario.id() == id)
    }

    /// The question of a pick.
    pub fn question(&self, pick: &Pick) -> &PracticeQuestion {
        &self.questions[pick.question]
    }

    /// Today's practice scenario by scenario, that of the first question first.
    pub fn rounds(&self) -> Vec<Round> {
        let mut rounds: Vec<Round> = Vec::new();
        for pick in &self.plan.picks {
            let question = self.question(pick);
            let of = |loaded: &&Loaded| loaded.scenario.id() == question.key.scenario;
            let Some(loaded) = self.scenarios.iter().find(of) else { continue };
            match rounds.iter_mut().find(|round| round.loaded.scenario.id() == loaded.scenario.id())
            {
                Some(round) => round.questions.push(question.id.clone()),
                None => rounds
                    .push(Round { loaded: loaded.clone(), questions: vec![question.id.clone()] }),
            }
        }
        rounds
    }

    /// The ids of a scenario's questions whose last answer did not hold.
    pub fn weak_questions(&self, scenario: &str) -> Vec<String> {
        let weak = self
            .questions
            .iter()
            .filter(|question| question.key.scenario == scenario && !question.is_held());
        weak.map(|question| question.id.clone()).collect()
    }
}

/// A scenario that was practised: as its file is now, or, where that is gone, as it was played last.
fn as_known(known: &KnownScenario) -> Option<Loaded> {
    let as_it_is = scenarios::load(Some(&known.name)).ok();
    if let Some(loaded) = as_it_is.filter(|loaded| loaded.scenario.id() == known.id) {
        return Some(loaded);
    }
    let KnownScenario { name, text, .. } = known.clone();
    let scenario = Scenario::from_ron(&text).ok()?;
    Some(Loaded { name, source: Source::History, text, scenario })
}

fn sightings(past: &[QuestionHistory]) -> BTreeMap<QuestionKey, Vec<Sighting>> {
    let of = |history: &QuestionHistory| {
        let seen = history.attempts.iter().map(|attempt| attempt.sighting()).collect();
        (history.asked.key(), seen)
    };
    past.iter().map(of).collect()
}

fn questions(
    scenario: &Scenario,
    panel: Option<PanelDay>,
    story: Story,
    sightings: &BTreeMap<QuestionKey, Vec<Sighting>>,
) -> Vec<PracticeQuestion> {
    // A follow-up about the story of the transcript is not asked of whoever tells another.
    let asked = scenario
        .questions()
        .iter()
        .filter(|question| story == Story::This || !question.follow_up || question.stands_alone);
    asked
        .map(|question| {
            let fingerprint = Fingerprint::of_words(&question.text);
            let key = QuestionKey { scenario: scenario.id().to_owned(), fingerprint };
            let seen = sightings.get(&key).map(Vec::as_slice).unwrap_or_default();
            PracticeQuestion::new(key, &question.id, &question.text, panel, seen)
        })
        .collect()
}
