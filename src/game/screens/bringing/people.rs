//! The people of an interview that is brought, each to be renamed, left out or made the candidate.

use bevy_egui::egui::{
    self, Align, CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, Sense, Stroke, StrokeKind,
    TextEdit, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use crate::{
    game::{
        bringing::{BringPage, reading::Understood},
        theme::{
            keys, palette, reading, text,
            type_scale::{LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::transcript::edits::Edits,
};

/// What somebody does in the interview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartInTalk {
    /// Answers.
    Candidate,
    /// Asks so many questions.
    Asks(usize),
    /// Asks and answers so often, and could be the candidate.
    Unclear(usize, usize),
    /// Is left out.
    LeftOut,
}

/// Somebody of the interview.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ShownPerson {
    name: String,
    part: PartInTalk,
}

/// Everybody, the candidate first and those who are left out last.
fn everybody(understood: &Understood, edits: &Edits) -> Vec<ShownPerson> {
    let (read, summary) = (&understood.transcript, &understood.summary);
    let person = |name: &str, part| ShownPerson { name: name.to_owned(), part };
    let mut people: Vec<ShownPerson> =
        summary.candidate.iter().map(|name| person(name, PartInTalk::Candidate)).collect();
    people.extend(summary.panel.iter().map(|(name, asks)| person(name, PartInTalk::Asks(*asks))));
    if people.is_empty() {
        let heard = read.heard.iter();
        people
            .extend(heard.map(|one| person(&one.name, PartInTalk::Unclear(one.asks, one.answers))));
    }
    people.extend(edits.left_out.iter().map(|name| person(name, PartInTalk::LeftOut)));
    people
}

fn times(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

impl PartInTalk {
    fn words(self) -> String {
        match self {
            Self::Candidate => "the candidate: answers".to_owned(),
            Self::Asks(0) => "asks nothing".to_owned(),
            Self::Asks(count) => format!("asks {}", times(count, "question")),
            Self::Unclear(asks, answers) => {
                format!("asks {} · answers {answers}", times(asks, "time"))
            }
            Self::LeftOut => "left out".to_owned(),
        }
    }
}

/// The height of somebody's line.
const ROW: f32 = 54.0;
/// The field of a new name.
const NAME: &str = "name of the person";

/// Draws the people; gives what is known better now.
pub(super) fn people_ui(
    ui: &mut Ui,
    rect: Rect,
    (understood, edits): (&Understood, &Edits),
    page: &mut BringPage,
) -> Option<Edits> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(20.0);
    let at = inner.left_top() + vec2(4.0, 8.0);
    text::line(&reading::heading(ui, 2), at, "Who sits there", bold(LABEL), palette::INK);
    let people = everybody(understood, edits);
    if people.is_empty() {
        let at = inner.left_top() + vec2(4.0, 30.0);
        let said = "Nobody is named: one interviewer asks, and you answer.";
        text::block(ui, at, inner.width() - 8.0, said, regular(LABEL), palette::MUTED);
        return None;
    }
    page.person = page.person.min(people.len() - 1);
    let foot = inner.bottom() - FOOT;
    let list =
        Rect::from_min_max(inner.left_top() + vec2(0.0, 28.0), pos2(inner.right(), foot - 8.0));
    list_ui(ui, list, &people, page);
    let chosen = &people[page.person];
    let foot = Rect::from_min_max(pos2(inner.left(), foot), inner.max);
    ui.painter().hline(foot.x_range(), foot.top(), Stroke::new(1.0, palette::LINE));
    let foot = foot.with_min_y(foot.top() + 12.0);
    match page.renaming.take() {
        Some(name) => renaming_ui(ui, foot, (chosen, name), edits, page),
        None => choices_ui(ui, foot, (chosen, people.len()), (understood, edits), page),
    }
}

/// The height of what can be done with somebody.
const FOOT: f32 = 96.0;

/// Everybody's line, the one that is looked at marked.
fn list_ui(ui: &mut Ui, rect: Rect, people: &[ShownPerson], page: &mut BringPage) {
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect).id_salt("people"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (place, person) in people.iter().enumerate() {
                let chosen = place == page.person;
                let size = vec2(ui.available_width(), ROW);
                let (row, response) = ui.allocate_exact_size(size, Sense::click());
                let part = person.part.words();
                response.widget_info(|| {
                    let said = format!("{}, {part}", person.name);
                    WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, said)
                });
                let painter = ui.painter();
                let radius = CornerRadius::same(12);
                if chosen {
                    painter.rect_filled(row, radius, palette::CORAL_WASH);
                } else if response.hovered() {
                    painter.rect_filled(row, radius, palette::CREAM);
                }
                if response.has_focus() {
                    let ring = Stroke::new(2.0, palette::INK);
                    painter.rect_stroke(row, radius, ring, StrokeKind::Inside);
                }
                let out = person.part == PartInTalk::LeftOut;
                let dot = match person.part {
                    PartInTalk::Candidate => palette::CORAL,
                    PartInTalk::LeftOut => palette::LINE,
                    _ => palette::TEAL,
                };
                painter.circle_filled(pos2(row.left() + 18.0, row.center().y), 5.0, dot);
                let ink = if out { palette::MUTED } else { palette::INK };
                let (left, width) = (row.left() + 36.0, row.width() - 46.0);
                let at = |y: f32| pos2(left, row.top() + y);
                text::line_within(painter, at(18.0), width, &person.name, semibold(LABEL), ink);
                text::line_within(painter, at(38.0), width, &part, regular(NOTE), palette::MUTED);
                if response.clicked() {
                    (page.person, page.renaming) = (place, None);
                }
                if chosen {
                    response.scroll_to_me(None);
                }
            }
        });
    });
}

/// What can be done with somebody.
fn choices_ui(
    ui: &mut Ui,
    rect: Rect,
    (person, count): (&ShownPerson, usize),
    (understood, known): (&Understood, &Edits),
    page: &mut BringPage,
) -> Option<Edits> {
    let (out, candidate) =
        (person.part == PartInTalk::LeftOut, person.part == PartInTalk::Candidate);
    let is_talk = understood.is_a_talk();
    let (half, height) = ((rect.width() - 8.0) / 2.0, 36.0);
    let place = |row: f32, column: f32, width: f32| {
        let at = rect.min + vec2(column * (half + 8.0), row * (height + 8.0));
        Rect::from_min_size(at, vec2(width, height))
    };
    let mut edits = None;
    let changed = || known.clone();
    if !out && act(ui, place(0.0, 0.0, half), ("Rename", "N"), Key::N) {
        page.renaming = Some(person.name.clone());
        ui.ctx().request_repaint();
    }
    if out && act(ui, place(0.0, 0.0, rect.width()), ("Take in again", "X"), Key::X) {
        let mut now = changed();
        now.take_in(&person.name);
        edits = Some(now);
    }
    if !out && !candidate && act(ui, place(0.0, 1.0, half), ("Leave out", "X"), Key::X) {
        let mut now = changed();
        now.leave_out(&person.name);
        edits = Some(now);
    }
    if !out
        && !candidate
        && is_talk
        && act(ui, place(1.0, 0.0, rect.width()), ("Is the candidate", "C"), Key::C)
    {
        let mut now = changed();
        now.make_candidate(&person.name);
        edits = Some(now);
    }
    if keys::pressed(ui, Key::ArrowDown) {
        page.person = (page.person + 1) % count;
    } else if keys::pressed(ui, Key::ArrowUp) {
        page.person = (page.person + count - 1) % count;
    }
    edits
}

/// A button that does something with somebody, by mouse or by its key.
fn act(ui: &mut Ui, rect: Rect, (label, name): (&str, &str), key: Key) -> bool {
    widgets::pill(ui, rect, Pill::Secondary, label, name).clicked() || keys::pressed(ui, key)
}

/// The field in which somebody gets another name.
fn renaming_ui(
    ui: &mut Ui,
    rect: Rect,
    (person, mut name): (&ShownPerson, String),
    edits: &Edits,
    page: &mut BringPage,
) -> Option<Edits> {
    let field = Rect::from_min_size(rect.min, vec2(rect.width(), 38.0));
    let edge = Stroke::new(1.0, palette::LINE);
    ui.painter().rect(field, 10, palette::CREAM, edge, StrokeKind::Inside);
    let consume = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let writes = ui.memory(|memory| memory.has_focus(Id::new(NAME)));
    let (entered, left) = (writes && consume(ui, Key::Enter), consume(ui, Key::Escape));
    let edit = TextEdit::singleline(&mut name)
        .id(Id::new(NAME))
        .char_limit(100)
        .font(semibold(LABEL))
        .frame(Frame::NONE.inner_margin(Margin::symmetric(14, 8)))
        .vertical_align(Align::Center);
    let response = ui.put(field, edit);
    reading::name_field(&response, "Their name");
    keys::focus_ring(ui, &response, field, CornerRadius::same(10));
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let pill = |column: f32| {
        let half = (rect.width() - 8.0) / 2.0;
        let at = rect.min + vec2(column * (half + 8.0), 46.0);
        Rect::from_min_size(at, vec2(half, 34.0))
    };
    let cancels = widgets::pill(ui, pill(0.0), Pill::Secondary, "Cancel", "Esc").clicked();
    let takes = widgets::pill(ui, pill(1.0), Pill::Secondary, "Rename", "⏎").clicked();
    if left || cancels {
        response.surrender_focus();
        return None;
    }
    if entered || takes {
        response.surrender_focus();
        let mut now = edits.clone();
        now.rename(&person.name, &name);
        return (now != *edits).then_some(now);
    }
    page.renaming = Some(name);
    None
}
