//! The last page of a mock panel: candidates side by side, question by question, and the cards to hand over.

use bevy_egui::egui::{
    self, CornerRadius, Id, Key, Rect, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::{
    game::{
        mock_panel::desk::PanelDesk,
        screens::mock_panel::{AtTable, rating::page_ui, side_by_side::beside_ui},
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::ratings::{
        MockPanel, PanelAnswer,
        table::{ComparedBy, ComparisonRow, ComparisonTable, in_tenths},
    },
};

/// The room of the row with the candidates' names.
const HEAD: f32 = 44.0;
/// The share of the width that what is compared takes.
const COMPARED: f32 = 0.5;
/// The mark of raters who are two levels or more apart.
const APART: &str = "↔";

/// Draws the page, or the answer of it that is open.
pub(super) fn report_ui(ui: &mut Ui, panel: &MockPanel, desk: &mut PanelDesk) -> Option<AtTable> {
    if let Some(opened) = desk.opened {
        opened_ui(ui, panel, desk, opened);
        return None;
    }
    let table = ComparisonTable::of(panel, desk.hides_names);
    let over = match panel.setup().candidates.len() {
        1 => "Mock panel · one candidate".to_owned(),
        count => format!("Mock panel · {count} candidates, compared question by question"),
    };
    let (page, body) = page_ui(ui, &over, panel.scenario().title());
    if let Some(question) = table_ui(ui, body, panel, &table) {
        desk.opened = in_order(panel).into_iter().find(|at| {
            let answer = &panel.answers()[*at];
            answer.question() == question
        });
    }
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let hide = if desk.hides_names { "Show names" } else { "Hide names" };
    let size = vec2(widgets::pill_width(ui, "Show names", "H"), widgets::PILL_HEIGHT);
    let pill = Rect::from_min_size(pos2(page.left(), y), size);
    if widgets::pill(ui, pill, Pill::Secondary, hide, "H").clicked() || keys::pressed(ui, Key::H) {
        desk.hides_names = !desk.hides_names;
    }
    let pills = [(Pill::Secondary, "Write the scorecards", "W"), (Pill::Primary, "Done", "⏎")];
    let responses = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    if responses[0].clicked() || keys::pressed(ui, Key::W) {
        return Some(AtTable::Export);
    }
    let done = responses[1].clicked() || keys::enter(ui) || keys::pressed(ui, Key::Escape);
    done.then_some(AtTable::Leave)
}

/// The answers whose ratings are all in, question by question.
fn in_order(panel: &MockPanel) -> Vec<usize> {
    let answers = panel.answers().iter().enumerate();
    let revealed = answers.filter(|(_, answer)| answer.side_by_side().is_some());
    let mut order: Vec<_> = revealed.map(|(at, _)| at).collect();
    order.sort_by_key(|at| (panel.answers()[*at].question(), panel.answers()[*at].candidate()));
    order
}

/// Draws the comparison; gives the question that was pressed.
fn table_ui(ui: &mut Ui, rect: Rect, panel: &MockPanel, table: &ComparisonTable) -> Option<usize> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(22.0, 12.0));
    let width = (inner.width() - 12.0).max(0.0);
    let column = width * (1.0 - COMPARED) / table.candidates.len().max(1) as f32;
    let middle = |place: usize| inner.left() + width * COMPARED + (place as f32 + 0.5) * column;
    let top = inner.top() + HEAD / 2.0;
    for (place, name) in table.candidates.iter().enumerate() {
        let at = pos2(middle(place), top);
        text::line_centred_within(ui, at, column - 8.0, name, bold(LABEL), palette::INK);
    }
    let apart = table.rows.iter().any(|row| row.apart.contains(&true));
    let marks = if apart { format!(" · {APART} two levels or more apart") } else { String::new() };
    let note = format!("Means of the raters{marks} · press a question to see its ratings");
    let at = pos2(inner.left(), top);
    text::line_within(ui, at, width * COMPARED - 12.0, &note, regular(NOTE), palette::MUTED);
    let list = Rect::from_min_max(inner.min + vec2(0.0, HEAD), inner.max);
    let mut pressed = None;
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("compared"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            ui.spacing_mut().item_spacing.y = 2.0;
            let columns: Vec<_> = (0..table.candidates.len()).map(middle).collect();
            for row in &table.rows {
                let asked = row_ui(ui, width, row, &table.candidates, &columns);
                pressed = asked.or(pressed);
            }
        });
    });
    let shown = |question: &usize| {
        let of = |answer: &PanelAnswer| answer.question() == *question;
        panel.answers().iter().any(|answer| of(answer) && answer.side_by_side().is_some())
    };
    pressed.filter(shown)
}

/// Draws a row; gives its question where it was pressed.
fn row_ui(
    ui: &mut Ui,
    width: f32,
    row: &ComparisonRow,
    candidates: &[String],
    columns: &[f32],
) -> Option<usize> {
    let (font, indent) = match row.of {
        ComparedBy::Question(_) => (regular(BODY), 10.0),
        ComparedBy::Section(_) => (semibold(LABEL), 10.0),
        ComparedBy::Overall => (bold(LABEL), 10.0),
    };
    let room = width * COMPARED - indent - 12.0;
    let height = text::block_height(ui.painter(), room, &row.heading, font.clone());
    let means: Vec<_> = row
        .means
        .iter()
        .zip(&row.apart)
        .map(|(mean, apart)| match mean {
            Some(mean) if *apart => format!("{} {APART}", in_tenths(*mean)),
            Some(mean) => in_tenths(*mean),
            None => "–".to_owned(),
        })
        .collect();
    let said: Vec<_> = candidates
        .iter()
        .zip(&row.means)
        .zip(&row.apart)
        .map(|((name, mean), apart)| match mean {
            Some(mean) if *apart => format!("{name} {} {APART}, raters apart", in_tenths(*mean)),
            Some(mean) => format!("{name} {}", in_tenths(*mean)),
            None => format!("{name} – not rated"),
        })
        .collect();
    let said = format!("{}: {}", row.heading, said.join(", "));
    let size = vec2(width, height + 14.0);
    let question = if let ComparedBy::Question(question) = row.of { Some(question) } else { None };
    let (place, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut pressed = None;
    if let Some(question) = question {
        let response = ui.interact(place, Id::new(("compared", question)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, ui.is_enabled(), &said));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if response.hovered() {
            ui.painter().rect_filled(place, CornerRadius::same(10), palette::CREAM);
        }
        keys::focus_ring(ui, &response, place.shrink(3.0), CornerRadius::same(10));
        pressed = response.clicked().then_some(question);
    } else {
        ui.painter().rect_filled(place, CornerRadius::same(10), palette::CREAM);
        reading::say(ui, place, Reads::Heading(2), &said);
    }
    let painter = ui.painter();
    let at = place.min + vec2(indent, 7.0);
    text::block(painter, at, room, &row.heading, font, palette::INK);
    for ((mean, apart), x) in means.iter().zip(&row.apart).zip(columns) {
        let colour = if *apart { palette::CORAL_TEXT } else { palette::INK };
        text::line_centred(painter, pos2(*x, place.center().y), mean, bold(LABEL), colour);
    }
    pressed
}

/// One answer of the page with all its ratings, and the ways to the next.
fn opened_ui(ui: &mut Ui, panel: &MockPanel, desk: &mut PanelDesk, opened: usize) {
    let order = in_order(panel);
    let place = order.iter().position(|at| *at == opened);
    let given = panel.answers().get(opened);
    let (Some(place), Some(given)) = (place, given) else {
        desk.opened = None;
        return;
    };
    let Some(shown) = given.side_by_side() else { return };
    let name = panel.setup().candidate(given.candidate(), desk.hides_names);
    let question = &panel.scenario().questions()[given.question()].text;
    let over = format!("{name} · answer {} of {}", place + 1, order.len());
    let (page, body) = page_ui(ui, &over, question);
    beside_ui(ui, body, panel, (given, shown), &name);
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let size = vec2(widgets::pill_width(ui, "Back", "Esc"), widgets::PILL_HEIGHT);
    let back = Rect::from_min_size(pos2(page.left(), y), size);
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let last = place + 1 == order.len();
    let next = if last { "Back to the table" } else { "Next answer" };
    let mut pills = vec![(Pill::Secondary, "Change a rating", "C"), (Pill::Primary, next, "⏎")];
    if place > 0 {
        pills.insert(1, (Pill::Secondary, "Previous answer", "←"));
    }
    let responses = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    let clicked = responses.iter().position(|pill| pill.clicked()).map(|at| pills[at].1);
    let on = clicked == Some(next) || keys::enter(ui);
    if back || (on && last) {
        desk.opened = None;
    } else if on || (!last && keys::pressed(ui, Key::ArrowRight)) {
        desk.opened = Some(order[place + 1]);
    } else if place > 0 && (clicked == Some("Previous answer") || keys::pressed(ui, Key::ArrowLeft))
    {
        desk.opened = Some(order[place - 1]);
    } else if clicked == Some("Change a rating") || keys::pressed(ui, Key::C) {
        desk.begin_change(opened, 0, shown);
    }
}
