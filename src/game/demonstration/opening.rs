//! How a demonstration is opened: for a room, or for a player on their own.

use std::sync::Arc;

use bevy::prelude::*;

use crate::{
    game::{
        demonstration::{Demonstration, Purpose},
        engine::BestEngine,
        notice::Notice,
        screen::Screen,
        session::{ActiveSession, AnswersWanted, Library, SaveFolder},
    },
    interview::{
        demonstration::{
            program::{Program, ProgramPiece},
            run::{SavedRun, StageRun},
            told::ToldAnswer,
        },
        scenario::Scenario,
        scoring::{Scorer, engine::Engine},
    },
    storage::{programs, scenarios::Loaded, stage_run},
};

/// Opens what somebody wants to see.
pub(super) fn open(
    wanted: On<AnswersWanted>,
    mut commands: Commands,
    library: Res<Library>,
    active: Option<Res<ActiveSession>>,
    mut engine: ResMut<BestEngine>,
    folder: Res<SaveFolder>,
    mut notice: ResMut<Notice>,
    mut next: ResMut<NextState<Screen>>,
) {
    let engine = engine.started().clone();
    let shown = match (*wanted, active.as_ref().map(|active| active.get())) {
        (AnswersWanted::All, _) => {
            let program = programs::of(&library.loaded).unwrap_or_else(|error| {
                notice.0 = Some(format!("The program cannot be shown: {error}."));
                None
            });
            let left = folder.0.as_deref().and_then(stage_run::read);
            Demonstration::of_scenario(library.loaded.clone(), engine, program, left)
        }
        (wanted, Some(session)) => {
            let mine = session.attempts().last().filter(|_| wanted == AnswersWanted::Beside);
            let mine = mine.map(|mine| ToldAnswer::own(&mine.text).read_by(&mine.assessment));
            let question = session.current().map(|(question, _)| question);
            question.and_then(|question| {
                let scenario = Arc::new(session.scenario().clone());
                Demonstration::of_question(library.loaded.clone(), scenario, question, engine, mine)
            })
        }
        (_, None) => None,
    };
    if let Some(shown) = shown {
        commands.insert_resource(shown);
        next.set(Screen::Demonstration);
    }
}

impl Demonstration {
    /// Every question of a scenario for a room; `left` is the demonstration that was left before this one.
    fn of_scenario(
        loaded: Loaded,
        engine: Engine,
        program: Option<Program>,
        left: Option<SavedRun>,
    ) -> Option<Self> {
        let scenario = Arc::new(loaded.scenario.clone());
        let scorer = Scorer::of(&scenario).with(engine);
        let whole = Program::of_scenario(&scenario);
        let run = StageRun::open(Arc::clone(&scenario), whole)?;
        let fits =
            |left: &SavedRun| StageRun::resume(Arc::clone(&scenario), left.clone()).is_some();
        let left = left.filter(fits);
        let shown = Self::new(loaded, run, scorer, Purpose::Room);
        Some(Self { program, left, ..shown })
    }

    /// The model answer of one question for a player, beside their own where they gave one.
    fn of_question(
        loaded: Loaded,
        scenario: Arc<Scenario>,
        question: usize,
        engine: Engine,
        mine: Option<ToldAnswer>,
    ) -> Option<Self> {
        let scorer = Scorer::of(&scenario).with(engine);
        let piece =
            ProgramPiece { question, tell: true, twins: Vec::new(), room: false, left_out: false };
        let program = Program { pieces: vec![piece], ..Program::of_scenario(&scenario) };
        let run = StageRun::open(scenario, program)?;
        let purpose = mine.map_or(Purpose::Watch, |mine| Purpose::Compare(Box::new(mine)));
        Some(Self::new(loaded, run, scorer, purpose))
    }
}
