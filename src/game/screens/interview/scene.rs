//! The scene of an interview: the room, who sits where in it, and how much of the session is over.

use crate::{
    game::stage::{Scene, StagePanelist, acting::Moment, layout::InterviewLayout, room::RoomView},
    interview::session::Session,
};

/// The scene of a session on a screen of this layout.
pub(super) fn scene(session: &Session, layout: &InterviewLayout, moment: Moment) -> Scene {
    let scenario = session.scenario();
    let questions = session.plan().len().max(2) - 1;
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
            progress: session.asked().saturating_sub(1) as f32 / questions as f32,
        },
        people,
        teller: None,
        plates: true,
        moment,
    }
}
