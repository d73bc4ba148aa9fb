//! All ratings of an answer beside each other: who gave what on which grounds, the mean, the game's level, and what each
//! pointed at where they differ.

use bevy_egui::egui::{self, Key, Rect, Sense, Ui, pos2, vec2};

use crate::{
    game::{
        mock_panel::{desk::PanelDesk, table::TableAction},
        screens::mock_panel::{
            AtTable,
            asking::{candidate_name, place},
            fields::{chip, level_disc},
            rating::page_ui,
        },
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, DISPLAY, LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::{
            MockPanel, PanelAnswer, SideBySide,
            side_by_side::{ShownRating, Voice},
            table::in_tenths,
        },
        scoring::level::Level,
        star::Role,
    },
};

/// Draws the ratings of the answer that was revealed last, and the way on.
pub(super) fn comparing_ui(
    ui: &mut Ui,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    answer: usize,
) -> Option<AtTable> {
    let (_, question) = panel.current()?;
    let given = panel.answers().get(answer)?;
    let shown = given.side_by_side()?;
    let over = format!("All ratings are in · {}", place(panel));
    let (page, body) = page_ui(ui, &over, &question.text);
    let name = candidate_name(panel);
    beside_ui(ui, body, panel, (given, shown), name);
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let width = widgets::pill_width(ui, "Break", "Esc");
    let rest = Rect::from_min_size(pos2(page.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let rest = widgets::pill(ui, rest, Pill::Secondary, "Break", "Esc").clicked();
    let (number, _) = panel.current()?;
    let last = number == panel.plan().len();
    let goes_on = match (last, given.candidate() + 1 == panel.setup().candidates.len()) {
        (true, true) => "See the whole panel",
        (true, false) => "Next candidate",
        (false, _) => "Next question",
    };
    let pills = [(Pill::Secondary, "Change a rating", "C"), (Pill::Primary, goes_on, "⏎")];
    let responses = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    if responses[0].clicked() || keys::pressed(ui, Key::C) {
        desk.begin_change(answer, 0, shown);
        return None;
    }
    if rest {
        return Some(AtTable::Do(TableAction::Rest));
    }
    (responses[1].clicked() || keys::enter(ui)).then_some(AtTable::Do(TableAction::Continue))
}

/// Draws what was given to an answer: the raters at the left, the mean, the game and the differences at the right.
pub(super) fn beside_ui(
    ui: &mut Ui,
    body: Rect,
    panel: &MockPanel,
    (given, shown): (&PanelAnswer, &SideBySide),
    candidate: &str,
) {
    let left = Rect::from_min_size(body.min, vec2(body.width() * 0.54, body.height()));
    let right = Rect::from_min_max(pos2(left.right() + 16.0, body.top()), body.max);
    raters_ui(ui, left, panel, (given, shown));
    let mean = Rect::from_min_size(right.min, vec2(right.width(), 104.0));
    mean_ui(ui, mean, shown, candidate);
    let rest = Rect::from_min_max(pos2(right.left(), mean.bottom() + 16.0), right.max);
    game_ui(ui, rest, panel, given, shown);
}

fn scrolled(ui: &mut Ui, rect: Rect, name: &str, draw: impl FnOnce(&mut Ui)) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(22.0, 14.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt(name), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, inner.width() - 12.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            draw(ui);
        });
    });
}

/// Everybody's level with what they pointed at.
fn raters_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &MockPanel,
    (answer, shown): (&PanelAnswer, &SideBySide),
) {
    scrolled(ui, rect, "raters", |ui| {
        for (place, given) in shown.ratings.iter().enumerate() {
            if place > 0 {
                ui.add_space(4.0);
                let size = vec2(ui.available_width(), 1.0);
                let (line, _) = ui.allocate_exact_size(size, Sense::hover());
                ui.painter().rect_filled(line, 0, palette::LINE);
                ui.add_space(4.0);
            }
            let name = panel.setup().raters.get(given.rater).map_or("", String::as_str);
            level_row(ui, name, given.rating.level, Some(given));
            let pointed = given.pointed_at();
            match pointed.as_str() {
                "" => {
                    text::label(ui, "No evidence was written.", regular(NOTE), palette::MUTED);
                }
                pointed => {
                    text::label(ui, pointed, regular(BODY), palette::INK);
                }
            }
            noted_ui(ui, given);
            let notes: Vec<_> = given.sheet.notes.iter().map(|note| note.text.as_str()).collect();
            if !given.rating.evidence.is_empty() && !notes.is_empty() {
                text::label(ui, &notes.join("; "), regular(NOTE), palette::MUTED);
            }
            for change in &given.corrections {
                let grounds = match change.rating.evidence.as_str() {
                    same if same.is_empty() || same == given.rating.evidence => String::new(),
                    evidence => format!(" {evidence}"),
                };
                let level = change.rating.level.number();
                let said = format!("Changed afterwards to {level}: {}{grounds}", change.reason);
                text::label(ui, &said, semibold(NOTE), palette::CORAL_TEXT);
            }
        }
        if let Some(words) = answer.words() {
            ui.add_space(10.0);
            text::heading(ui, 2, "The answer", bold(LABEL), palette::INK);
            text::label(ui, words, regular(BODY), palette::MUTED);
        }
    });
}

/// A name with its level as five segments.
fn level_row(ui: &mut Ui, name: &str, level: Level, given: Option<&ShownRating>) {
    let size = vec2(ui.available_width(), 32.0);
    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
    let number = level.number();
    let later = given.filter(|given| !given.corrections.is_empty()).map(ShownRating::latest);
    let later = later.map(|later| format!(", changed to {}", later.number()));
    let said = format!("{name}: {number} of 5{}", later.unwrap_or_default());
    reading::say(ui, row, Reads::Heading(2), &said);
    let painter = ui.painter();
    level_disc(painter, pos2(row.left() + 14.0, row.center().y), level, true);
    let bar =
        Rect::from_min_size(pos2(row.right() - 170.0, row.center().y - 5.0), vec2(170.0, 10.0));
    widgets::level_bar(painter, bar, Some(level), palette::CORAL);
    let at = pos2(row.left() + 40.0, row.center().y);
    let room = bar.left() - at.x - 12.0;
    text::line_within(painter, at, room, name, bold(LABEL), palette::INK);
}

/// What a rater noted: the parts that were told, key points and flags.
fn noted_ui(ui: &mut Ui, given: &ShownRating) {
    let parts = given.sheet.parts();
    let points = given.sheet.key_points.len();
    if parts.is_empty() && points == 0 && given.sheet.flags.is_empty() {
        return;
    }
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let mut x = row.left();
    let middle = row.center().y;
    let painter = ui.painter().clone();
    for part in Role::ALL.into_iter().filter(|part| parts.contains(part)) {
        widgets::lamp_of(&painter, (pos2(x + 13.0, middle), 13.0), part, 1.0);
        x += 32.0;
    }
    if points > 0 {
        let said = format!("{points} key point{}", if points == 1 { "" } else { "s" });
        x += chip(&painter, pos2(x, middle), &said, false) + 6.0;
    }
    for flag in &given.sheet.flags {
        x += chip(&painter, pos2(x, middle), flag.name(), true) + 6.0;
    }
    let parts = parts.iter().map(|part| part.name().to_owned());
    let flags = given.sheet.flags.iter().map(|flag| flag.name().to_owned());
    let points =
        (points > 0).then(|| format!("{points} key point{}", if points == 1 { "" } else { "s" }));
    let said: Vec<_> = parts.chain(points).chain(flags).collect();
    reading::say(ui, row, Reads::Text, &format!("Noted: {}", said.join(", ")));
}

/// The mean of the raters, its range, and what the candidate said.
fn mean_ui(ui: &Ui, rect: Rect, shown: &SideBySide, candidate: &str) {
    widgets::card(ui.painter(), rect);
    let (low, high) = shown.range();
    let mean = in_tenths(shown.mean());
    let range = if low == high {
        format!("all gave {}", low.number())
    } else {
        format!("from {} to {}", low.number(), high.number())
    };
    let range = match shown.mean_afterwards() {
        Some(later) => {
            format!("{range}; {} with the changes, which do not count", in_tenths(later))
        }
        None => range,
    };
    let own = match shown.own {
        Some(own) => format!("{candidate} said {}", own.number()),
        None => format!("{candidate} gave no level"),
    };
    let inner = rect.shrink2(vec2(22.0, 14.0));
    reading::say(
        ui,
        inner,
        Reads::Heading(2),
        &format!("Mean of the raters: {mean} of 5, {range}. {own}."),
    );
    let painter = ui.painter();
    let at = pos2(inner.left(), inner.center().y);
    let width = text::line(painter, at, &mean, bold(DISPLAY), palette::INK);
    let x = at.x + width + 20.0;
    let room = inner.right() - x;
    let middle = inner.center().y;
    let lines = [
        ("Mean of the raters", bold(LABEL), palette::INK),
        (range.as_str(), regular(NOTE), palette::MUTED),
        (own.as_str(), regular(NOTE), palette::MUTED),
    ];
    for ((line, font, colour), y) in lines.into_iter().zip([-22.0, 0.0, 21.0]) {
        text::line_within(painter, pos2(x, middle + y), room, line, font, colour);
    }
}

/// The game's level with what it rests on, and what each pointed at where they differ.
fn game_ui(ui: &mut Ui, rect: Rect, panel: &MockPanel, given: &PanelAnswer, shown: &SideBySide) {
    let words = given.words().unwrap_or_default();
    scrolled(ui, rect, "game", |ui| {
        match (shown.game_level(), given.words()) {
            (Some(level), _) => {
                level_row(ui, "The game, beside you", level, None);
                for sentence in shown.game_rests_on(words) {
                    text::label(ui, &sentence, regular(BODY), palette::INK);
                }
            }
            (None, Some(_)) => {
                let said =
                    "The game gives no level: it does not know this for an answer to the question.";
                text::label(ui, said, regular(BODY), palette::MUTED);
            }
            (None, None) => {
                let said = "The answer was spoken, so that the game has no words to judge.";
                text::label(ui, said, regular(BODY), palette::MUTED);
            }
        }
        let differences = shown.differences(given.words());
        if differences.is_empty() {
            return;
        }
        ui.add_space(10.0);
        text::heading(ui, 2, "Two levels apart: what each pointed at", bold(LABEL), palette::INK);
        for pointed in differences {
            let name = match pointed.voice {
                Voice::Rater(rater) => panel.setup().raters.get(rater).map_or("", String::as_str),
                Voice::Game => "The game",
            };
            let at = if pointed.at.is_empty() { "nothing was written" } else { &pointed.at };
            let said = format!("{} · {name}: {at}", pointed.level.number());
            text::label(ui, &said, regular(BODY), palette::INK);
        }
        let next =
            "The mean stands; it is no vote to be talked over. Say what you heard, and go on.";
        text::label(ui, next, regular(NOTE), palette::MUTED);
    });
}
