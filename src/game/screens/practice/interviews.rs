//! The interviews by date, each to be opened again.

use bevy_egui::egui::{Rect, Ui, vec2};

use crate::{
    game::{
        practice::pages::PracticePage,
        screens::practice::{
            PracticeAction, day_in_words,
            table::{PracticeTable, TableRow},
        },
        theme::{
            palette, text,
            type_scale::{LABEL, regular},
            widgets,
        },
    },
    interview::practice::day::Day,
    storage::history::SessionEntry,
};

/// Draws the page.
pub(super) fn interviews_ui(
    ui: &mut Ui,
    body: Rect,
    sessions: &[SessionEntry],
    today: Day,
) -> Option<PracticeAction> {
    widgets::card(ui.painter(), body);
    let inner = body.shrink2(vec2(28.0, 20.0));
    if sessions.is_empty() {
        let said = "No interview was played yet. Each one you play stands here by its date, and can be read again.";
        text::block(ui, inner.min, inner.width(), said, regular(LABEL), palette::MUTED);
        return None;
    }
    let rows = sessions.iter().map(|session| {
        let day = day_in_words(session.day, today);
        let answers = match session.attempts {
            1 => "1 answer".to_owned(),
            count => format!("{count} answers"),
        };
        let state = if session.is_over { "" } else { "not finished" };
        let mut said = format!("{}, {day}: {answers}", session.title);
        if !state.is_empty() {
            said = format!("{said}, {state}");
        }
        let cells = vec![session.title.clone(), day, answers, state.to_owned()];
        TableRow { cells, said, opens: session.is_over }
    });
    let table = PracticeTable {
        salt: "interviews",
        columns: &[("Interview", 3.0), ("Day", 1.6), ("Answers", 1.0), ("", 1.0)],
        rows: rows.collect(),
        foot: Vec::new(),
    };
    let opened = table.ui(ui, inner)?;
    Some(PracticeAction::Open(PracticePage::Interview(sessions[opened].number)))
}
