//! What is known of an answer that was rated: its level, why, and the words that decide it.

use bevy_egui::egui::{self, Color32, Rect, Stroke, Ui, pos2, vec2};

use crate::{
    game::{
        screens::gym::answer::{PassageLook, laid_out, legend_ui},
        theme::{
            palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, DISPLAY, LABEL, SPEECH, bold, regular, semibold},
            widgets,
        },
    },
    interview::{calibration::round::KnownExample, ratings::of_candidate::anchor, text::Span},
};

/// Draws what is known; gives what a screen reader says of it.
pub(super) fn known_ui(
    ui: &mut Ui,
    (left, right): (Rect, Rect),
    known: &KnownExample<'_>,
) -> String {
    words_ui(ui, left, known);
    widgets::card(ui.painter(), right);
    let inner = right.shrink2(vec2(26.0, 24.0));
    let (level, given) = (known.example.level, known.rated.given);
    let verdict = match known.rated.pair().above() {
        0 => "You said the same.".to_owned(),
        above => {
            let far = above.unsigned_abs();
            let s = if far == 1 { "" } else { "s" };
            let way = if above > 0 { "above" } else { "below" };
            format!("You said {}: {far} level{s} {way}.", given.number())
        }
    };
    text::caption(ui.painter(), inner.left_top() + vec2(0.0, 8.0), "Its level");
    let number = level.number().to_string();
    let at = inner.left_top() + vec2(0.0, 46.0);
    let wide = text::line(ui.painter(), at, &number, bold(DISPLAY), palette::CORAL_TEXT);
    let of = at + vec2(wide + 10.0, 6.0);
    text::line(ui.painter(), of, "of 5", regular(BODY), palette::MUTED);
    let bar = Rect::from_min_size(pos2(inner.left() + 96.0, at.y - 2.0), vec2(200.0, 12.0));
    widgets::level_bar(ui.painter(), bar, Some(level), palette::CORAL);
    let tip = widgets::level_at(bar, given) - vec2(0.0, 5.0);
    widgets::pointer(ui.painter(), tip, &format!("you said {}", given.number()));
    let y = at.y + 40.0;
    let found = match known.example.words.len() {
        1 if known.found == 1 => "You marked the passage that decides it.".to_owned(),
        1 => "The passage that decides it is underlined in green.".to_owned(),
        of => format!(
            "You marked {} of the {of} passages that decide it; they are underlined in green.",
            known.found
        ),
    };
    let parts = [
        (verdict.as_str(), semibold(LABEL), palette::INK),
        (known.example.why.as_str(), regular(SPEECH), palette::INK),
        (anchor(level), regular(BODY), palette::MUTED),
        (found.as_str(), regular(BODY), palette::MUTED),
    ];
    let body = Rect::from_min_max(pos2(inner.left(), y), inner.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(body).id_salt("known"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 14.0;
            for (words, font, colour) in parts {
                text::label(ui, words, font, colour);
            }
        });
    });
    format!("Its level is {number} of 5. {verdict}")
}

/// The answer with the words that decide it, and what the rater marked.
fn words_ui(ui: &mut Ui, rect: Rect, known: &KnownExample<'_>) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(26.0, 22.0));
    let legend = [(palette::TEAL, "what decides it"), (palette::CORAL, "what you marked")];
    legend_ui(ui, inner.left_top() + vec2(0.0, 8.0), &legend);
    let body = inner.with_min_y(inner.top() + 30.0);
    let words = &known.example.text;
    let looks = looks(words.len(), &known.example.words, &known.rated.marked);
    ui.scope_builder(egui::UiBuilder::new().max_rect(body).id_salt("words"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let laid = laid_out(ui, body.width() - 14.0, words, &looks);
            let (place, _) = ui.allocate_exact_size(laid.size(), egui::Sense::hover());
            laid.paint(ui.painter(), place.min);
            reading::say(ui, place, Reads::Text, words);
        });
    });
}

/// What decides is underlined, what was marked has its ground; a letter can be both.
fn looks(length: usize, decides: &[Span], marked: &[Span]) -> Vec<(Span, PassageLook)> {
    let mut borders: Vec<usize> =
        decides.iter().chain(marked).flat_map(|span| [span.start, span.end]).collect();
    borders.push(length);
    borders.sort_unstable();
    borders.dedup();
    let covers = |spans: &[Span], start: usize, end: usize| {
        spans.iter().any(|span| span.start <= start && end <= span.end)
    };
    let pairs = borders.windows(2).map(|pair| (pair[0], pair[1]));
    let looks = pairs.map(|(start, end)| {
        let ground =
            if covers(marked, start, end) { palette::CORAL_WASH } else { Color32::TRANSPARENT };
        let line = if covers(decides, start, end) {
            Stroke::new(2.5, palette::TEAL)
        } else if covers(marked, start, end) {
            Stroke::new(1.5, palette::CORAL)
        } else {
            Stroke::NONE
        };
        (Span { start, end }, PassageLook { ground, line })
    });
    looks.collect()
}
