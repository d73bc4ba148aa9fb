//! The scene of an interview: the room, who sits where in it, and how much of it is over.

use crate::{
    game::stage::{Scene, StagePanelist, acting::Moment, layout::InterviewLayout, room::RoomView},
    interview::scenario::Scenario,
};

/// The panel of a scenario on a screen of this layout, so far into the interview: 0 at its beginning, 1 at its end.
pub(in crate::game::screens) fn scene(
    scenario: &Scenario,
    layout: &InterviewLayout,
    progress: f32,
    moment: Moment,
) -> Scene {
    let people: Vec<_> = scenario
        .panel()
        .iter()
        .zip(&layout.seats)
        .map(|(panelist, seat)| StagePanelist {
            look: panelist.look.clone(),
            manner: panelist.manner,
            seat: *seat,
        })
        .collect();
    let middle = layout.size.x / 2.0;
    Scene {
        room: RoomView {
            width: layout.size.x,
            height: layout.size.y,
            table_top: layout.table_top,
            table_bottom: layout.table_bottom,
            reach: people.iter().map(|person| person.reach(middle)).fold(0.0, f32::max),
            progress,
        },
        people,
        teller: None,
        plates: true,
        moment,
    }
}
