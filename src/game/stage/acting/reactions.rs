//! What the panel makes of the words while they are typed: the live findings go to its ears, its faces to the stage.

use bevy::prelude::*;

use crate::{
    game::{
        AppSystems,
        answer::live::LiveReading,
        facts::{ProbeAsked, QuestionAsked, SessionOpened},
        screen::Screen,
        session::{ActiveSession, DraftWords},
        settings::Presentation,
    },
    interview::{
        listening::{
            Audience,
            answer_so_far::AnswerSoFar,
            listener::{Mood, Showing},
        },
        session::Turn,
    },
};

/// How long after the last change of the words the player still counts as writing, in seconds.
const WRITING: f32 = 1.6;

pub(in crate::game::stage) fn plugin(app: &mut App) {
    app.init_resource::<Reactions>()
        .add_observer(seat_audience)
        .add_observer(attend_question)
        .add_observer(attend_probe)
        .add_systems(OnExit(Screen::Interview), relax)
        .add_systems(
            Update,
            listen.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
        );
}

/// The panel's ears, and what it shows.
#[derive(Resource, Default)]
pub struct Reactions {
    audience: Option<Audience>,
    shown: Vec<Showing>,
    words: usize,
    written: Option<f32>,
}

impl Reactions {
    /// What everybody shows, by seat; nothing where the panel shows nothing.
    pub fn shown(&self) -> &[Showing] {
        &self.shown
    }

    /// Shows what everybody makes of an answer that is told.
    pub fn show(&mut self, shown: Vec<Showing>) {
        self.shown = shown;
    }

    /// Whether the player wrote just before this time.
    pub fn is_writing(&self, now: f32) -> bool {
        self.written.is_some_and(|at| now - at < WRITING)
    }

    /// Whether a face or a gesture is to change without anything else happening.
    pub fn is_under_way(&self) -> bool {
        self.shown.iter().any(|shown| shown.mood != Mood::Attentive || shown.gesture.is_some())
    }
}

fn seat_audience(
    _: On<SessionOpened>,
    active: Option<Res<ActiveSession>>,
    mut reactions: ResMut<Reactions>,
) {
    let Some(active) = active else { return };
    let session = active.get();
    let audience = Audience::new(session.scenario().panel(), session.settings().seed);
    *reactions = Reactions { audience: Some(audience), ..Reactions::default() };
}

fn attend_question(
    asked: On<QuestionAsked>,
    active: Option<Res<ActiveSession>>,
    mut reactions: ResMut<Reactions>,
) {
    let Some(active) = active else { return };
    let asker = active.get().scenario().questions()[asked.0].asked_by;
    if let Some(audience) = &mut reactions.audience {
        audience.attend(asker);
    }
}

fn attend_probe(
    _: On<ProbeAsked>,
    active: Option<Res<ActiveSession>>,
    mut reactions: ResMut<Reactions>,
) {
    let Some(active) = active else { return };
    if let (Some(audience), Some(probe)) = (&mut reactions.audience, active.get().probe()) {
        audience.hear_more_for(probe.asked_by);
    }
}

/// Nobody listens on another screen.
fn relax(mut reactions: ResMut<Reactions>) {
    reactions.shown.clear();
}

fn listen(
    time: Res<Time>,
    active: Option<Res<ActiveSession>>,
    live: Res<LiveReading>,
    words: Res<DraftWords>,
    presentation: Res<Presentation>,
    mut reactions: ResMut<Reactions>,
) {
    let Some(active) = active else { return };
    let (session, now) = (active.get(), time.elapsed_secs());
    if session.is_paused() {
        return;
    }
    if words.text.len() != reactions.words {
        reactions.words = words.text.len();
        reactions.written = Some(now);
    }
    let reactions = &mut *reactions;
    let Some(audience) = &mut reactions.audience else { return };
    if matches!(session.turn(), Turn::Answer | Turn::Probe)
        && !words.text.trim().is_empty()
        && let (Some(assessment), Some((question, _))) = (&live.assessment, session.current())
    {
        let scorer = session.scorer();
        let aim = scorer.aim_seconds(question, session.settings().story);
        audience.hear(&AnswerSoFar::of(scorer.criteria(), assessment, aim), now);
    }
    audience.wait(now);
    reactions.shown.clear();
    if !presentation.exam_face {
        let seats = session.scenario().panel().len();
        reactions.shown.extend((0..seats).map(|seat| audience.showing(seat)));
    }
}
