//! The name plates' titles, and what the panelists care about.

use bevy_egui::egui::{Rect, Ui, pos2};

use crate::{
    game::{
        stage::{layout::Seat, shot::Lens},
        theme::{
            palette, text,
            type_scale::{LABEL, NOTE, SMALL, bold, regular},
        },
    },
    interview::scenario::Panelist,
};

/// What stands on a name plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlateView<'a> {
    /// The panelist's title.
    pub title: &'a str,
    /// What they care about; empty where nothing is said of it.
    pub cares_about: &'a str,
}

impl<'a> PlateView<'a> {
    /// What stands on a panelist's plate.
    pub fn of(panelist: &'a Panelist) -> Self {
        Self { title: &panelist.title, cares_about: &panelist.cares_about }
    }
}

/// Writes on the plates of these seats, as the camera sees them.
pub(in crate::game::screens) fn plates_ui(
    ui: &Ui,
    seats: &[Seat],
    lens: &Lens,
    plates: &[PlateView<'_>],
) {
    for (PlateView { title, cares_about: cares }, seat) in plates.iter().zip(seats) {
        let [left, top] = lens.at(seat.plate.min.into());
        let [right, bottom] = lens.at(seat.plate.max.into());
        let plate = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let narrow = seat.plate.width() < 150.0;
        // Measured without the camera, so that a line keeps its size while the camera moves.
        let width = seat.plate.width() - if narrow { 12.0 } else { 28.0 };
        let large = text::line_size(ui.painter(), title, bold(LABEL)).x <= width;
        let title_font = bold(if large { LABEL } else { NOTE });
        let cares_font = regular(if narrow { SMALL } else { NOTE });
        let centred = |y: f32, text: &str, font, colour| {
            let at = pos2(plate.center().x, y);
            text::line_centred_within(ui, at, width, text, font, colour);
        };
        let at = |part: f32| plate.top() + plate.height() * part;
        if cares.is_empty() {
            centred(at(0.44), title, title_font, palette::INK);
        } else {
            centred(at(0.27), title, title_font, palette::INK);
            let whole = caring_about(cares);
            let fits = text::line_size(ui.painter(), &whole, cares_font.clone()).x <= width;
            let cares = if fits { &whole } else { *cares };
            centred(at(0.64), cares, cares_font, palette::MUTED);
        }
    }
}

/// What stands on a plate under the title.
pub fn caring_about(what: &str) -> String {
    if what.is_empty() { String::new() } else { format!("cares about {what}") }
}
