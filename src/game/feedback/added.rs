//! What was added when the panel asked back, told apart from what was said before.

use bevy_egui::egui::{TextFormat, Ui, text::LayoutJob};

use crate::{
    game::theme::{
        palette, text,
        type_scale::{self, NOTE, bold, regular},
    },
    interview::{
        scenario::Panelist,
        scoring::criteria::quoting::ended,
        session::{Attempt, Probed},
    },
};

/// The probes of an answer, in order, that were not named yet.
pub(super) struct Unnamed<'a> {
    panel: &'a [Panelist],
    probes: &'a [Probed],
}

impl<'a> Unnamed<'a> {
    pub(super) fn of(attempt: &'a Attempt, panel: &'a [Panelist]) -> Self {
        Self { panel, probes: &attempt.probes }
    }

    /// Names the probe whose addition begins at this place of the text, on a line of its own.
    pub(super) fn name_at(&mut self, job: &mut LayoutJob, place: usize) {
        let Some((probed, rest)) = self.probes.split_first() else { return };
        if probed.addition.is_none_or(|addition| addition.start > place) {
            return;
        }
        self.probes = rest;
        let who = format!("{} asked back  ", self.panel[probed.probe.asked_by].title);
        let line = |font, colour| TextFormat {
            line_height: Some(25.0),
            ..type_scale::format(font, colour)
        };
        job.append(&who, 0.0, line(bold(NOTE), palette::CORAL_TEXT));
        job.append(&format!("{}\n", probed.probe.text), 0.0, line(regular(NOTE), palette::INK));
    }
}

/// The answer for who hears it instead of seeing its marks.
pub(super) fn read_aloud(attempt: &Attempt, panel: &[Panelist]) -> String {
    let mut text = attempt.unasked().to_owned();
    for probed in &attempt.probes {
        let Some(addition) = probed.addition else { continue };
        let who = &panel[probed.probe.asked_by].title;
        let added = addition.of(&attempt.text);
        text.push_str(&format!("\n{who} asked back: {}\n{added}", probed.probe.text));
    }
    text
}

/// What the additions did to the level, and the probe that was left open.
pub(super) fn added_ui(ui: &mut Ui, attempt: &Attempt, panel: &[Panelist]) {
    if let Some(gain) = Probed::gain(&attempt.probes, &attempt.assessment) {
        text::label(ui, &gain, bold(NOTE), palette::TEAL_TEXT);
    }
    for probed in attempt.probes.iter().filter(|probed| probed.addition.is_none()) {
        let who = &panel[probed.probe.asked_by].title;
        let asked = ended(format!("{who} asked back “{}”", probed.probe.text));
        let left = format!("{asked} You left it open.");
        text::label(ui, &left, regular(NOTE), palette::MUTED);
    }
}
