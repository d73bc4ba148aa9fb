//! A demonstration as time passes: it goes on by itself, the panel hears what is told, and where it stands is kept.

use bevy::prelude::*;

use crate::{
    game::{
        demonstration::{Demonstration, Purpose, clicker::Clicker},
        notice::Notice,
        session::SaveFolder,
        settings::Presentation,
        stage::acting::reactions::Reactions,
    },
    interview::demonstration::steps::Shows,
    storage::stage_run,
};

/// Lets time pass, and goes on by itself where that is wanted and the room has not the word.
pub(super) fn go_on_by_itself(time: Res<Time>, shown: Option<ResMut<Demonstration>>) -> Result {
    let Some(mut shown) = shown else { return Ok(()) };
    let shown = shown.bypass_change_detection();
    shown.read.poll();
    shown.spent += time.delta_secs();
    if !shown.dark {
        shown.stood += time.delta_secs();
        shown.fading += time.delta_secs().min(LONGEST);
    }
    let over = shown.run.takes().is_some_and(|takes| shown.stood * 1000.0 >= takes as f32 + BREATH);
    if shown.by_itself && !shown.dark && shown.overlay.is_none() && over {
        shown.press(Clicker::GoOn);
    }
    Ok(())
}

/// The most of a frame's time, in seconds, by which a step goes on fading in.
const LONGEST: f32 = 0.06;

/// The breath between two sentences, in milliseconds.
const BREATH: f32 = 350.0;

/// Lets the panel hear what is told or written.
pub(super) fn hear(
    time: Res<Time>,
    shown: Option<ResMut<Demonstration>>,
    presentation: Res<Presentation>,
    mut reactions: ResMut<Reactions>,
) -> Result {
    let Some(mut shown) = shown else { return Ok(()) };
    let shown = shown.bypass_change_detection();
    let (question, asked) = shown.run.question();
    let (answer, text) = match shown.run.shows() {
        Shows::Telling { answer, to, .. } => (answer, shown.run.answers()[answer].text_to(to)),
        Shows::Room => (usize::MAX, shown.room.as_str()),
        _ => (usize::MAX - 1, ""),
    };
    let of = (shown.run.piece(), answer);
    let showing =
        shown.hears.hear(&shown.scorer, of, (question, asked.asked_by), text, time.elapsed_secs());
    reactions.show(if presentation.exam_face { Vec::new() } else { showing });
    Ok(())
}

/// Keeps where the demonstration stands.
pub(super) fn keep(
    shown: Option<ResMut<Demonstration>>,
    folder: Res<SaveFolder>,
    mut notice: ResMut<Notice>,
) -> Result {
    let (Some(mut shown), Some(folder)) = (shown, &folder.0) else { return Ok(()) };
    let shown = shown.bypass_change_detection();
    // Until something was told there is nothing to go on with, and what was left before is.
    if shown.purpose != Purpose::Room || shown.of == 0 {
        return Ok(());
    }
    let now = shown.run.saved();
    if shown.kept.as_ref() != Some(&now) {
        if let Err(error) = stage_run::keep(folder, &now) {
            notice.0 = Some(format!("Where the demonstration stands cannot be saved: {error}."));
        }
        shown.kept = Some(now);
    }
    Ok(())
}
