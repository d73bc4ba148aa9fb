//! The candidate's own window: the panel, the question and the clock, and nothing of what a rater has before them.

use bevy_egui::egui::{Align2, Rect, Ui, vec2};

use crate::{
    game::{
        mock_panel::desk::{PanelDesk, TableTurn},
        screens::mock_panel::{
            TableView,
            asking::{candidate_name, stage_ui},
        },
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, bold, regular},
            widgets,
        },
    },
    interview::ratings::{MockPanel, PanelTurn},
};

/// The height of the card with what the candidate is told, where there is no sheet for it to take the place of.
const CARD: f32 = 112.0;
/// The height of the heading on it, and of that with its note.
const WORDS: [f32; 2] = [40.0, 72.0];

/// Draws the window.
pub fn candidate_ui(ui: &mut Ui, panel: &MockPanel, desk: &PanelDesk, view: &TableView<'_>) {
    let turn = desk.turn(panel);
    let (title, note) = said(panel, desk, turn);
    let card = match &view.layout {
        Some(layout) => {
            if !desk.rests {
                stage_ui(ui, panel, desk, view, layout);
            }
            layout.sheet
        }
        None => {
            let screen = ui.max_rect();
            ui.painter().rect_filled(screen, 0, palette::NIGHT);
            let size = vec2(screen.width() * 0.7, CARD.min(screen.height() * 0.8));
            Rect::from_center_size(screen.center(), size)
        }
    };
    widgets::card(ui.painter(), card);
    let inner = card.shrink2(vec2(28.0, 20.0));
    let [first, all] = WORDS;
    let words =
        Rect::from_center_size(inner.center(), vec2(inner.width(), all.min(inner.height())));
    let (top, below) = words.split_top_bottom_at_y(words.top() + first.min(words.height()));
    let heading = reading::saying(ui, Reads::Opening, &title);
    text::fitted(&heading, top, Align2::CENTER_CENTER, &title, bold(HEADING), palette::INK);
    text::fitted(ui, below, Align2::CENTER_TOP, note, regular(BODY), palette::MUTED);
}

/// What the candidate is told: a heading and a note.
fn said(panel: &MockPanel, desk: &PanelDesk, turn: TableTurn) -> (String, &'static str) {
    let name = candidate_name(panel);
    if desk.rests {
        return ("A short break.".to_owned(), "The panel goes on in a moment.");
    }
    match turn {
        TableTurn::Ready(_) => {
            (format!("{name}, please take a seat."), "The panel begins in a moment.")
        }
        TableTurn::Typing => (
            format!("{name}, it is your turn."),
            "Write your answer at the keyboard, as you would say it.",
        ),
        TableTurn::Noting(_) => (
            format!("{name}, it is your turn."),
            "Answer as you would on the day. The panel takes notes.",
        ),
        TableTurn::OwnLevel => {
            (format!("Thank you, {name}."), "If you wish, say at the keyboard how good that was.")
        }
        TableTurn::HandingOver(_) if matches!(panel.turn(), PanelTurn::Answer { .. }) => {
            (format!("One moment, {name}."), "Whoever takes notes for the panel changes.")
        }
        TableTurn::HandingOver(_) | TableTurn::Rating(_) | TableTurn::Comparing(_) => (
            format!("Thank you, {name}."),
            "The panel writes down what it heard. The next question follows.",
        ),
        TableTurn::Over => ("Thank you.".to_owned(), "The panel is over."),
    }
}
