//! The debrief of an earlier interview, opened again.

use bevy_egui::egui::Ui;

use crate::{
    game::{
        practice::pages::PastInterview,
        screens::{
            debrief::{
                self, DebriefAction, DebriefPurpose, DebriefView, debrief_ui,
                opened::{OpenedAction, opened_ui},
            },
            practice::{PracticeAction, day_in_words},
        },
    },
    interview::practice::day::Day,
};

/// Draws the page.
pub(super) fn past_debrief_ui(
    ui: &mut Ui,
    past: &PastInterview,
    today: Day,
    at: &mut debrief::Page,
) -> Option<PracticeAction> {
    if let Some(place) = at.open {
        let opened = opened_ui(ui, &past.debrief, &past.session, place, &mut at.copied);
        match opened {
            Some(OpenedAction::Back) => at.close(),
            Some(OpenedAction::Open(place)) => at.open(place),
            None => {}
        }
        return None;
    }
    let day = day_in_words(past.past.day, today);
    let view = DebriefView {
        against: Some((&past.against, today)),
        purpose: DebriefPurpose::Past(&day),
        ..DebriefView::of(&past.debrief, past.session.scenario().panel())
    };
    match debrief_ui(ui, &view, at) {
        Some(DebriefAction::Open(place)) => {
            at.open(place);
            None
        }
        Some(DebriefAction::Leave) => Some(PracticeAction::Back),
        Some(DebriefAction::Again) | None => None,
    }
}
