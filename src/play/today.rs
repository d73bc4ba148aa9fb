//! Today's practice: what the history and the scenarios say, planned for the day that it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    interview::{
        practice::{
            day::Day,
            plan::{self, Pick, TodaysPractice},
            question::{PanelDay, PracticeQuestion, QuestionKey, Sighting},
        },
        progress::past::{AskableQuestion, QuestionHistory},
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
    scenarios: Vec<KnownScenario>,
}

/// What is practised on the next day on which something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComingPractice {
    /// The day.
    pub day: Day,
    /// How much it is.
    pub headline: String,
    /// The first question, and why it is.
    pub first: Option<(String, String)>,
}

impl ComingPractice {
    /// When it is and how much, in one sentence that is read on a day.
    pub fn in_words(&self, today: Day) -> String {
        format!("Practise next {}: {}.", self.day.seen_from(today), self.headline)
    }
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
        let scenarios = as_they_are(history)?;
        let mut askable = history.askable()?;
        if scenarios.is_empty() {
            let shipped = scenarios::load(None).ok();
            askable
                .extend(shipped.iter().flat_map(|loaded| AskableQuestion::all(&loaded.scenario)));
        }
        let sightings = sightings(&past);
        let dates: BTreeMap<&str, PanelDay> =
            panels.iter().map(|(id, panel)| (id.as_str(), *panel)).collect();
        let questions: Vec<_> = askable
            .iter()
            .filter(|askable| story == Story::This || askable.own_story)
            .map(|AskableQuestion { asked, .. }| {
                let panel = dates.get(asked.scenario.as_str()).copied();
                let key = asked.key();
                let seen = sightings.get(&key).map(Vec::as_slice).unwrap_or_default();
                PracticeQuestion::new(key, &asked.id, &asked.text, panel, seen)
            })
            .collect();
        let plan = plan::plan(&questions, day, history.minutes()?);
        let panels = panels.into_iter().filter(|(_, panel)| panel.day >= day).collect();
        Ok(Self { day, questions, plan, panels, scenarios })
    }

    /// What is practised on the next day after this on which something is due; nothing within a month.
    pub fn next(&self) -> Option<ComingPractice> {
        let days = (1..=MONTH).map(|ahead| self.day.plus(ahead));
        let plan_of = |day: Day| (day, plan::plan(&self.questions, day, self.plan.minutes));
        let (day, plan) = days.map(plan_of).find(|(_, plan)| !plan.picks.is_empty())?;
        let first = plan.picks.first();
        Some(ComingPractice {
            day,
            headline: plan.headline(),
            first: first.map(|pick| (self.question(pick).text.clone(), pick.reason.in_words(day))),
        })
    }

    /// Whether nothing was ever answered.
    pub fn is_first(&self) -> bool {
        self.questions.iter().all(|question| question.last().is_none())
    }

    /// When the panel of a scenario is, where that lies ahead.
    pub fn panel(&self, scenario: &str) -> Option<PanelDay> {
        self.panels.iter().find(|(id, _)| id == scenario).map(|(_, panel)| *panel)
    }

    /// What a scenario is called that was practised or has a date.
    pub fn title_of(&self, scenario: &str) -> Option<&str> {
        self.scenarios.iter().find(|known| known.id == scenario).map(|known| known.title.as_str())
    }

    /// The question of a pick.
    pub fn question(&self, pick: &Pick) -> &PracticeQuestion {
        &self.questions[pick.question]
    }

    /// Today's practice scenario by scenario, that of the first question first.
    pub fn rounds(&self) -> Vec<Round> {
        let mut picked: Vec<(&str, Vec<String>)> = Vec::new();
        for pick in &self.plan.picks {
            let question = self.question(pick);
            let scenario = question.key.scenario.as_str();
            match picked.iter_mut().find(|(known, _)| *known == scenario) {
                Some((_, questions)) => questions.push(question.id.clone()),
                None => picked.push((scenario, vec![question.id.clone()])),
            }
        }
        let round = |(scenario, questions): (&str, Vec<String>)| {
            let known = self.scenarios.iter().find(|known| known.id == scenario);
            let loaded = match known {
                Some(known) => as_known(known)?,
                None => scenarios::load(None).ok()?,
            };
            Some(Round { loaded, questions })
        };
        picked.into_iter().filter_map(round).collect()
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

/// The scenarios that were practised or have a date, as their files are now; one whose file was changed is noted anew, and
/// one whose file is gone or holds another scenario is as it was played last.
fn as_they_are(history: &History) -> Result<Vec<KnownScenario>, HistoryError> {
    let mut known = history.scenarios()?;
    let placed: BTreeSet<String> =
        history.askable()?.into_iter().map(|askable| askable.asked.scenario).collect();
    let entries = scenarios::list();
    for known in &mut known {
        let text = scenarios::text_of(&known.name, &entries);
        let text = text.filter(|text| *text != known.text);
        let changed = text.and_then(|text| Some((Scenario::from_ron(&text).ok()?, text)));
        if let Some((scenario, text)) = changed.filter(|(now, _)| now.id() == known.id) {
            history.note_scenario(&known.name, &text, &scenario)?;
            scenario.title().clone_into(&mut known.title);
            known.text = text;
        } else if !placed.contains(&known.id)
            && let Ok(scenario) = Scenario::from_ron(&known.text)
        {
            // It was noted by a version that did not place its questions.
            history.note_scenario(&known.name, &known.text, &scenario)?;
        }
    }
    Ok(known)
}

/// A known scenario, read: by its file where that is the same, else as the history holds it.
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
