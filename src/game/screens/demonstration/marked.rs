//! An answer as it is shown with its marks: each sentence on the colour of its part behind the part's letter, key points
//! underlined, figures bold; without them, plain words.

use bevy_egui::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, TextFormat, Ui, pos2,
    vec2,
};

use crate::{
    game::theme::{
        marked_text::{MarkedJob, MarkedText},
        palette,
        reading::{self, Reads},
        text,
        type_scale::{bold, format, regular, semibold},
        widgets,
    },
    interview::{
        demonstration::told::{Missing, ToldAnswer},
        star::Role,
    },
};

/// The sentences of an answer, laid out.
pub(super) fn laid_out(
    painter: &Painter,
    told: &ToldAnswer,
    sentences: impl IntoIterator<Item = usize>,
    marked: bool,
    size: f32,
    width: f32,
) -> MarkedText {
    let mut job = MarkedJob::new(width);
    let mut append = |text: &str, format: TextFormat, line: f32| {
        job.append(text, format, Stroke::new(line, palette::INK));
    };
    let plain = format(regular(size), palette::INK);
    let mut before: Option<usize> = None;
    for number in sentences {
        let Some((role, runs)) = told.marked(number) else { continue };
        let paragraph = told.sentences[number].paragraph;
        if let Some(before) = before {
            append(if before == paragraph { " " } else { "\n" }, plain.clone(), 0.0);
        }
        before = Some(paragraph);
        let ground = role.filter(|_| marked).map_or(Color32::TRANSPARENT, palette::role_wash);
        if let Some(role) = role.filter(|_| marked) {
            let letter = TextFormat {
                background: palette::blend(palette::PAPER, palette::role(role), 0.85),
                ..format(bold(size * 0.8), palette::INK)
            };
            append(&format!("\u{a0}{}\u{a0}", role.letter()), letter, 0.0);
            append("\u{a0}", TextFormat { background: ground, ..plain.clone() }, 0.0);
        }
        for run in runs {
            let font = if marked && run.figure { bold(size) } else { regular(size) };
            let line = if marked && run.point { (size / 14.0).max(1.5) } else { 0.0 };
            let format = TextFormat { background: ground, ..format(font, palette::INK) };
            append(&run.text.replace(char::is_whitespace, " "), format, line);
        }
    }
    job.lay(painter)
}

/// What a screen reader says of an answer with its marks.
pub(super) fn said(told: &ToldAnswer, marked: bool) -> String {
    if !marked {
        return told.text.clone();
    }
    let sentences = told.sentences.iter().map(|sentence| {
        let part = sentence.role.map(|role| format!("{}: ", role.name())).unwrap_or_default();
        format!("{part}{}", sentence.span.of(&told.text))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// S, T, A and R as large lamps from a point on; gives where they end.
pub(super) fn lamps_ui(ui: &Ui, rect: Rect, told: [f32; 4], missing: impl Fn(Role) -> bool) -> f32 {
    let radius = rect.height() / 2.0;
    let size = radius * 0.95;
    let names: Vec<f32> = Role::ALL
        .iter()
        .map(|role| text::line_size(ui.painter(), role.name(), semibold(size)).x)
        .collect();
    let gap = radius * 0.9;
    let whole: f32 = names.iter().map(|name| name + 2.6 * radius + gap).sum();
    let named = whole <= rect.width();
    let mut x = rect.left();
    for ((role, amount), name) in Role::ALL.into_iter().zip(told).zip(names) {
        let centre = pos2(x + radius, rect.center().y);
        if missing(role) {
            outline(ui.painter(), Rect::from_center_size(centre, vec2(2.0, 2.0) * radius), radius);
            let letter = role.letter().to_string();
            text::line_centred(ui.painter(), centre, &letter, bold(radius), palette::MUTED);
        } else {
            widgets::lamp_of(ui.painter(), (centre, radius), role, amount);
        }
        let state = match amount {
            _ if missing(role) => "missing",
            amount if amount >= 1.0 => "told",
            amount if amount > 0.0 => "begun",
            _ => "not yet",
        };
        let place = Rect::from_center_size(centre, vec2(2.0, 2.0) * radius);
        reading::say(ui, place, Reads::Text, &format!("{}: {state}", role.name()));
        x += 2.0 * radius;
        if named {
            let at = pos2(x + radius * 0.3, rect.center().y);
            text::line(ui.painter(), at, role.name(), semibold(size), palette::INK);
            x += name + radius * 0.6;
        }
        x += gap;
    }
    x
}

/// A dashed outline: what should be here and is not.
pub(super) fn outline(painter: &Painter, rect: Rect, radius: f32) {
    let steps = 6;
    let corner = |centre: Pos2, from: f32| {
        (0..=steps).map(move |step| {
            let angle = (from + 90.0 * step as f32 / steps as f32).to_radians();
            centre + vec2(angle.cos(), angle.sin()) * radius
        })
    };
    let inner = rect.shrink(radius);
    let mut points: Vec<_> = corner(inner.right_bottom(), 0.0)
        .chain(corner(inner.left_bottom(), 90.0))
        .chain(corner(inner.left_top(), 180.0))
        .chain(corner(inner.right_top(), 270.0))
        .collect();
    points.push(points[0]);
    painter.extend(Shape::dashed_line(&points, Stroke::new(2.0, palette::CORAL_TEXT), 7.0, 5.0));
}

/// What an answer lacks, each in a dashed outline, as much of it as there is room for; gives the height.
pub(super) fn missing_ui(ui: &Ui, rect: Rect, missing: &[Missing], size: f32) -> f32 {
    let mut y = rect.top();
    let pad = size * 0.45;
    for (number, lack) in missing.iter().enumerate() {
        let words = missing_words(lack);
        let width = rect.width() - 2.0 * pad;
        let height = text::block_height(ui.painter(), width, &words, regular(size));
        let more = missing.len() - number;
        let last = if more > 1 { size * 1.5 } else { 0.0 };
        if y + height + 2.0 * pad + last > rect.bottom() {
            let words = format!("and {more} more");
            if y + size * 1.4 <= rect.bottom() + 1.0 {
                let at = pos2(rect.left() + pad, y + size * 0.7);
                text::line(ui, at, &words, semibold(size), palette::CORAL_TEXT);
            }
            return y - rect.top();
        }
        let place =
            Rect::from_min_size(pos2(rect.left(), y), vec2(rect.width(), height + 2.0 * pad));
        outline(ui.painter(), place.shrink(1.0), (size * 0.5).min(place.height() / 2.0));
        let at = place.min + vec2(pad, pad);
        let on = reading::saying(ui, Reads::Text, &words);
        text::block(&on, at, width, &words, regular(size), palette::CORAL_TEXT);
        y = place.bottom() + pad;
    }
    y - rect.top()
}

fn missing_words(lack: &Missing) -> String {
    match lack {
        Missing::KeyPoint(role, words) => format!("{}: {words}", role.letter()),
        other => format!("Missing: {}", other.words()),
    }
}

/// The height that all that is missing takes.
pub(super) fn missing_height(painter: &Painter, width: f32, missing: &[Missing], size: f32) -> f32 {
    let pad = size * 0.45;
    let one = |lack: &Missing| {
        let words = missing_words(lack);
        text::block_height(painter, width - 2.0 * pad, &words, regular(size)) + 3.0 * pad
    };
    missing.iter().map(one).sum()
}

/// A card on a page.
pub(super) fn plain_card(painter: &Painter, rect: Rect) {
    let edge = Stroke::new(1.0, palette::LINE);
    painter.rect(rect, CornerRadius::same(20), palette::PAPER, edge, StrokeKind::Inside);
}
