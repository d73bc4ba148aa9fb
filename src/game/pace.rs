//! How often the game wakes: often while somebody moves, seldom while nobody does, and less where a processor draws.

use std::time::Duration;

use bevy::{
    prelude::*,
    render::renderer::RenderAdapterInfo,
    winit::{UpdateMode, WinitSettings},
};

use crate::game::{
    AppSystems,
    bringing::Bringing,
    demonstration::Demonstration,
    dialogue::Caption,
    drawn::Drawn,
    letters::Letters,
    mock_panel::{desk::SpeakingClock, table::PanelTable},
    section_card::SectionCard,
    stage::{Stage, StageView, acting::reactions::Reactions},
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, pace_updates.in_set(AppSystems::Present));
}

/// The longest time between two frames while nothing moves.
const AT_REST: Duration = Duration::from_secs(5);
/// The time between two frames while the player writes, so that what is read of the words is soon shown; a key is shown at
/// once.
const WRITING: Duration = Duration::from_millis(250);
/// The time between two looks at a panel that keeps still but is to change its face, and at fonts that are looked for.
const LISTENING: Duration = Duration::from_millis(400);
/// The time between two looks at a file that is being read: most are read between two frames.
const READING: Duration = Duration::from_millis(30);

/// Wakes often while somebody moves, seldom while nobody does or nobody looks.
fn pace_updates(
    time: Res<Time>,
    view: Res<StageView>,
    stage: Res<Stage>,
    reactions: Res<Reactions>,
    caption: Res<Caption>,
    card: Res<SectionCard>,
    shown: Option<Res<Demonstration>>,
    table: Option<Res<PanelTable>>,
    letters: Res<Letters>,
    bringing: Res<Bringing>,
    adapter: Option<Res<RenderAdapterInfo>>,
    settings: Option<ResMut<WinitSettings>>,
) {
    let Some(mut settings) = settings else { return };
    let drawn = Drawn::by(adapter.map(|adapter| adapter.device_type));
    let focused = if shown.as_ref().is_some_and(|shown| shown.moves()) {
        drawn.moving()
    } else if view.scene.is_none() {
        AT_REST
    } else if caption.is_typing() || card.is_on() || !stage.shot.rests() {
        drawn.moving()
    } else {
        let acting = drawn.acting();
        // An infinite rest is as long as any.
        let rest = Duration::try_from_secs_f32(stage.rests).unwrap_or(AT_REST);
        let rest = if stage.moves { acting } else { rest.max(acting).min(AT_REST) };
        let writes = reactions.is_writing(time.elapsed_secs()) || shown.is_some();
        if writes {
            rest.min(WRITING)
        } else if reactions.is_under_way() {
            rest.min(LISTENING)
        } else {
            rest
        }
    };
    let timed = |table: &PanelTable| table.desk.clock != SpeakingClock::Held && !table.desk.rests;
    let timed = view.scene.is_some() && table.is_some_and(|table| timed(&table));
    let focused = if timed { focused.min(LISTENING) } else { focused };
    let focused = if letters.are_sought() { focused.min(LISTENING) } else { focused };
    let focused = if bringing.is_reading() {
        focused.min(READING)
    } else if bringing.is_choosing() {
        focused.min(LISTENING)
    } else {
        focused
    };
    let before = match settings.focused_mode {
        UpdateMode::Reactive { wait, .. } => wait,
        UpdateMode::Continuous => Duration::ZERO,
    };
    let focused = kept(before, focused);
    // A mouse that moves elsewhere changes nothing here.
    *settings = WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(focused),
        unfocused_mode: UpdateMode::reactive_low_power(AT_REST),
    };
}

/// The wait that is set where `wanted` is wanted and `before` was set: the one before where it is over soon after.
///
/// Another wait is a frame at once, so a rest that is told anew in every frame, each time a little shorter, would be none.
fn kept(before: Duration, wanted: Duration) -> Duration {
    let soon = wanted + wanted.min(KEPT);
    if (wanted..soon).contains(&before) { before } else { wanted }
}

/// How much longer than is wanted a wait may be.
const KEPT: Duration = Duration::from_millis(60);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rest_that_runs_out_is_not_set_anew_in_every_frame() {
        let ms = Duration::from_millis;
        assert_eq!(kept(ms(900), ms(880)), ms(900));
        assert_eq!(kept(ms(900), ms(400)), ms(400), "somebody moves sooner");
        assert_eq!(kept(ms(83), ms(900)), ms(900), "nobody moves any more");
        assert_eq!(kept(ms(33), ms(16)), ms(16), "a movement is not slowed down");
    }
}
