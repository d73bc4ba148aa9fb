//! Systems run one after the other: each of ours, and nearly each of Bevy's in a game this small, is done sooner than it is
//! handed to another thread. A frame is still drawn while the next one is made ready.

use bevy::{
    ecs::schedule::{Schedules, SingleThreadedExecutor},
    prelude::*,
    render::RenderApp,
};

/// Lets every schedule that there is run its systems in turn. The renderer's too, but for Apple's systems: there it must
/// be able to hand the making of a window's surface over to the main thread.
pub fn run_systems_in_turn(app: &mut App) {
    let in_turn = |app: &mut SubApp| {
        let mut schedules = app.world_mut().resource_mut::<Schedules>();
        for (_, schedule) in schedules.iter_mut() {
            schedule.set_executor(SingleThreadedExecutor::new());
        }
    };
    in_turn(app.main_mut());
    if cfg!(not(target_vendor = "apple"))
        && let Some(render) = app.get_sub_app_mut(RenderApp)
    {
        in_turn(render);
    }
}
