//! The panel's card in the briefing: who sits across the table, and how they are shown.

use bevy_egui::egui::{self, Key, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        screens::{briefing::options, interview::plates::caring_about},
        settings::Presentation,
        stage::{acting::pose::Expression, figure::portrait},
        theme::{
            keys, palette, reading, text,
            type_scale::{LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::scenario::{Manner, Panelist},
};

/// Draws the panel.
pub(super) fn panel_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &[Panelist],
    presentation: &mut Presentation,
) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    text::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 8.0),
        "Across the table",
        bold(LABEL),
        palette::INK,
    );
    presentation_ui(ui, inner.right_top() + vec2(0.0, 8.0), presentation);
    let people: Vec<_> = panel
        .iter()
        .map(|panelist| {
            let expression = match panelist.manner {
                Manner::Warm => Expression::Warm,
                Manner::Neutral => Expression::Attentive,
                Manner::Tough => Expression::Neutral,
            };
            (&panelist.look, expression.pose())
        })
        .collect();
    let picture = Rect::from_min_max(
        inner.left_top() + vec2(0.0, 30.0),
        pos2(inner.right(), inner.bottom() - 58.0),
    );
    portrait::paint_group(ui.painter(), picture, &people);
    let cell = picture.width() / panel.len() as f32;
    for (seat, panelist) in panel.iter().enumerate() {
        let x = picture.left() + cell * (seat as f32 + 0.5);
        let manner = match panelist.manner {
            Manner::Warm => "warm: shows what lands",
            Manner::Neutral => "neutral: shows little",
            Manner::Tough => "tough: wants it exact",
        };
        let (manner, cares) = if cell < 180.0 {
            let word = manner.split(':').next().unwrap_or(manner);
            (word, panelist.cares_about.clone())
        } else {
            (manner, caring_about(&panelist.cares_about))
        };
        let lines = [
            (panelist.title.as_str(), semibold(LABEL), palette::INK),
            (cares.as_str(), regular(NOTE), palette::MUTED),
            (manner, regular(NOTE), palette::MUTED),
        ];
        let mut y = picture.bottom() + 18.0;
        for (text, font, colour) in lines {
            if !text.is_empty() {
                text::line_centred_within(ui, pos2(x, y), cell - 12.0, text, font, colour);
                y += 19.0;
            }
        }
    }
}

/// The two switches of how the panel is shown, at the right end of their line.
fn presentation_ui(ui: &mut Ui, right: egui::Pos2, presentation: &mut Presentation) {
    let written = options::writes_seed(ui);
    let width = |ui: &Ui, label: &str, name: &str| widgets::pill_width(ui, label, name) - 16.0;
    let (face, motion) = (("Exam face", "E"), ("Less motion", "M"));
    let mut left = right.x - width(ui, face.0, face.1) - 8.0 - width(ui, motion.0, motion.1);
    let mut switch = |ui: &mut Ui, (label, name): (&str, &str), key: Key, on: &mut bool| {
        let width = width(ui, label, name);
        let rect = Rect::from_min_size(pos2(left, right.y - 16.0), vec2(width, 32.0));
        left = rect.right() + 8.0;
        let pill = widgets::pill(ui, rect, Pill::Choice(*on), label, name);
        if pill.clicked() || (!written && keys::pressed(ui, key)) {
            *on = !*on;
        }
    };
    switch(ui, face, Key::E, &mut presentation.exam_face);
    switch(ui, motion, Key::M, &mut presentation.reduced_motion);
}
