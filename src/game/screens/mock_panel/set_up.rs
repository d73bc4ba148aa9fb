//! Before a mock panel: who sits down, who rates, and what is asked.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Id, Key, Modifiers, Rect, Sense, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        keyboard::labels,
        mishap::caught,
        mock_panel::{
            PanelWish,
            choices::{PanelChoices, names},
        },
        screen::Screen,
        screens::{
            self,
            briefing::choices::SeedDraw,
            mock_panel::fields::{lines_field, tick_height, tick_ui},
        },
        session::Library,
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{HEADING, LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::setup::{MAX_CANDIDATES, MAX_NAME, MAX_RATERS},
        scenario::Scenario,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::PanelSetUp)),
    );
}

/// What was done on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetUpAction {
    /// Begins.
    Begin,
    /// Wants the briefing to print.
    Brief,
    /// Goes back to the title.
    Back,
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    mut choices: ResMut<PanelChoices>,
    mut draw: ResMut<SeedDraw>,
    mut stage: ResMut<StageView>,
    mut wishes: MessageWriter<PanelWish>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let scenario = &library.loaded.scenario;
    let choices = choices.bypass_change_detection();
    match set_up_ui(&mut ui, scenario, choices) {
        Some(SetUpAction::Begin) => {
            let setup = choices.setup(scenario, draw.0.draw());
            wishes.write(PanelWish::Open(setup, choices.spoken));
        }
        Some(SetUpAction::Brief) => {
            wishes.write(PanelWish::Brief(choices.setup(scenario, 0)));
        }
        Some(SetUpAction::Back) => next.set(Screen::Title),
        None => {}
    }
    Ok(())
}

/// Draws the page.
pub fn set_up_ui(
    ui: &mut Ui,
    scenario: &Scenario,
    choices: &mut PanelChoices,
) -> Option<SetUpAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 30.0));
    text::overline(ui, page.left_top(), "Mock panel", NOTE, palette::TEAL_TEXT);
    let at = page.left_top() + vec2(0.0, 38.0);
    let opening = reading::saying(ui, Reads::Opening, scenario.title());
    let room = page.width() * 0.6;
    text::line_within(&opening, at, room, scenario.title(), bold(HEADING), palette::INK);
    let right = page.right_top() + vec2(0.0, 38.0);
    let why = "The same questions, in the same order, for everybody";
    let font = regular(NOTE);
    let room = page.width() * 0.38;
    let width = text::line_size(ui.painter(), why, font.clone()).x.min(room);
    text::line_within(ui, right - vec2(width, 0.0), room, why, font, palette::MUTED);
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));

    let body = Rect::from_min_max(page.min + vec2(0.0, 64.0), page.max - vec2(0.0, 66.0));
    let left = Rect::from_min_size(body.min, vec2(body.width() * 0.46, body.height()));
    let asked = Rect::from_min_max(pos2(left.right() + 16.0, body.top()), body.max);
    people_ui(ui, left, choices);
    questions_ui(ui, asked, scenario, choices);

    let y = page.bottom() - widgets::PILL_HEIGHT;
    let size = vec2(widgets::pill_width(ui, "Back", "Esc"), widgets::PILL_HEIGHT);
    let back = Rect::from_min_size(pos2(page.left(), y), size);
    let note = back.right() + 18.0;
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let missing = choices.missing(scenario);
    let begin = if missing.is_none() { Pill::Primary } else { Pill::Secondary };
    let pills =
        [(Pill::Secondary, "Briefing to print", "F4"), (begin, "Begin the panel", labels::HAND_IN)];
    let edge = page.right() - widgets::pills_width(ui, &pills) - 18.0;
    if let Some(missing) = &missing {
        let place = Rect::from_min_max(pos2(note, y), pos2(edge, page.bottom()));
        let align = egui::Align2::LEFT_CENTER;
        let on = reading::news(ui);
        text::fitted(&on, place, align, missing, semibold(NOTE), palette::CORAL_TEXT);
    }
    let responses = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    let brief = responses[0].clicked() || keys::pressed(ui, Key::F4);
    let begins = responses[1].clicked() || submit || keys::enter(ui);
    if back {
        return Some(SetUpAction::Back);
    }
    match (missing, begins, brief) {
        (None, true, _) => Some(SetUpAction::Begin),
        (None, _, true) => Some(SetUpAction::Brief),
        (Some(_), true, _) | (Some(_), _, true) => {
            let empty = if names(&choices.candidates).is_empty() { CANDIDATES } else { RATERS };
            ui.memory_mut(|memory| memory.request_focus(Id::new(empty)));
            None
        }
        (_, false, false) => None,
    }
}

/// The fields of the names.
const CANDIDATES: &str = "candidates";
const RATERS: &str = "raters";
/// The height of a row of choices.
const ROW: f32 = 62.0;

/// Who sits down, who rates, and how it is done.
fn people_ui(ui: &mut Ui, rect: Rect, choices: &mut PanelChoices) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 18.0));
    let rows = Rect::from_min_max(pos2(inner.left(), inner.bottom() - 2.0 * ROW - 6.0), inner.max);
    let fields = inner.with_max_y(rows.top() - 12.0);
    let half = fields.height() / 2.0;
    let text_of = [
        (
            CANDIDATES,
            "Candidates",
            "One name a line, in the order in which they sit down",
            MAX_CANDIDATES,
        ),
        (
            RATERS,
            "Raters",
            "One name a line: one to five share the table, the keyboard goes round",
            MAX_RATERS,
        ),
    ];
    for (place, (name, caption, asks, most)) in text_of.into_iter().enumerate() {
        let top = fields.top() + half * place as f32;
        let words = if place == 0 { &mut choices.candidates } else { &mut choices.raters };
        text::caption(ui, pos2(fields.left(), top + 8.0), caption);
        let count = names(words).len();
        if count > 0 {
            let right = pos2(fields.right(), top + 8.0);
            text::line_right(ui, right, &count.to_string(), semibold(NOTE), palette::MUTED);
        }
        let field = Rect::from_min_max(
            pos2(fields.left(), top + 22.0),
            pos2(fields.right(), top + half - 10.0),
        );
        lines_field(ui, field, (name, caption), asks, words, (MAX_NAME + 1) * (most + 2));
    }
    how_ui(ui, rows, choices);
}

/// Whether letters are keys now.
fn letters(ui: &Ui) -> bool {
    !ui.ctx().text_edit_focused()
}

fn how_ui(ui: &mut Ui, rect: Rect, choices: &mut PanelChoices) {
    let half = vec2((rect.width() - 20.0) / 2.0, ROW);
    let cell = |place: usize| {
        let (column, row) = ((place % 2) as f32, (place / 2) as f32);
        Rect::from_min_size(rect.min + vec2(column * (half.x + 20.0), row * (ROW + 6.0)), half)
    };
    two_ui(ui, cell(0), ("Answers are", "T", Key::T), ["Typed", "Spoken"], &mut choices.spoken);
    let names = ("Names on cards", "H", Key::H);
    two_ui(ui, cell(1), names, ["Shown", "Letters"], &mut choices.hides_names);
    let minutes = cell(2);
    text::caption(ui, minutes.min + vec2(0.0, 8.0), "Minutes each");
    let size = vec2(40.0, 36.0);
    let top = minutes.top() + 22.0;
    let fewer = Rect::from_min_size(pos2(minutes.left(), top), size);
    let more = Rect::from_min_size(pos2(minutes.right() - size.x, top), size);
    let pressed = |ui: &mut Ui, rect: Rect, key: &str, name: &str, on: Key| {
        let clicked = widgets::key_pill(ui, rect, key, name).clicked();
        clicked || (letters(ui) && keys::pressed(ui, on))
    };
    if pressed(ui, fewer, "−", "Fewer minutes", Key::Minus) {
        choices.later(false);
    }
    let said = match choices.minutes {
        0 => "no clock".to_owned(),
        minutes => format!("{minutes} minutes"),
    };
    let at = pos2(minutes.center().x, top + size.y / 2.0);
    let room = minutes.width() - 2.0 * size.x - 8.0;
    text::line_centred_within(ui, at, room, &said, semibold(LABEL), palette::INK);
    if pressed(ui, more, "+", "More minutes", Key::Plus) {
        choices.later(true);
    }
    let note = cell(3);
    let said = if choices.spoken {
        "A rater takes notes while they speak; the game has no words to judge."
    } else {
        "The game rates beside you, and is revealed with you."
    };
    let place = note.with_min_y(note.top() + 18.0);
    text::fitted(ui, place, egui::Align2::LEFT_CENTER, said, regular(NOTE), palette::MUTED);
}

/// A choice of two under a caption with its key.
fn two_ui(
    ui: &mut Ui,
    rect: Rect,
    (caption, shown, key): (&str, &str, Key),
    choices: [&str; 2],
    second: &mut bool,
) {
    text::caption(ui, rect.min + vec2(0.0, 8.0), caption);
    let right = rect.right_top() + vec2(-4.0, 8.0);
    text::line_right(ui.painter(), right, shown, semibold(NOTE), palette::MUTED);
    let width = (rect.width() - 8.0) / 2.0;
    for (place, label) in choices.into_iter().enumerate() {
        let left = rect.left() + place as f32 * (width + 8.0);
        let pill = Rect::from_min_size(pos2(left, rect.top() + 22.0), vec2(width, 36.0));
        let chosen = usize::from(*second) == place;
        let pill = widgets::pill(ui, pill, Pill::Choice(chosen), label, "");
        keys::name(&pill, shown);
        if pill.clicked() {
            *second = place == 1;
        }
    }
    if letters(ui) && keys::pressed(ui, key) {
        *second = !*second;
    }
}

/// What is asked, section by section.
fn questions_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, choices: &mut PanelChoices) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 18.0));
    let heading = reading::heading(ui, 2);
    let at = inner.min + vec2(0.0, 10.0);
    text::line(&heading, at, "What is asked", bold(LABEL), palette::INK);
    let (asked, all) = (choices.asked(scenario), scenario.questions().len());
    let label = if asked == all { "None" } else { "All" };
    let width = widgets::pill_width(ui, "None", "A") - 16.0;
    let pill = Rect::from_min_size(inner.right_top() - vec2(width, 6.0), vec2(width, 32.0));
    let count = format!("{asked} of {all}");
    let right = pos2(pill.left() - 12.0, inner.top() + 10.0);
    text::line_right(ui, right, &count, regular(NOTE), palette::MUTED);
    let everything = widgets::pill(ui, pill, Pill::Secondary, label, "A").clicked()
        || (letters(ui) && keys::pressed(ui, Key::A));
    if everything {
        choices.turn(scenario.questions().iter().map(|question| question.id.as_str()));
    }
    let list = Rect::from_min_max(inner.min + vec2(0.0, 36.0), inner.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("asked"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            if letters(ui) {
                keys::scroll(ui);
            }
            ui.spacing_mut().item_spacing.y = 2.0;
            let width = (ui.available_width() - 12.0).max(0.0);
            for (number, section) in scenario.sections().iter().enumerate() {
                let ids = scenario.questions()[section.questions.clone()].iter();
                let ids = ids.map(|question| question.id.as_str());
                let whole = ids.clone().all(|id| choices.asks(id));
                let size = vec2(width, 34.0);
                let (row, _) = ui.allocate_exact_size(size, Sense::hover());
                let title = format!("{}. {}", number + 1, section.title);
                ui.painter().rect_filled(row, 10, palette::CREAM);
                let id = Id::new(("section", number));
                if tick_ui(ui, row.shrink2(vec2(0.0, 2.0)), id, whole, &title).clicked() {
                    choices.turn(ids);
                }
                let questions = &scenario.questions()[section.questions.clone()];
                for question in questions {
                    let within = width - 20.0;
                    let size = vec2(width, tick_height(ui, within, &question.text));
                    let (row, _) = ui.allocate_exact_size(size, Sense::hover());
                    let row = row.with_min_x(row.left() + 20.0);
                    let on = choices.asks(&question.id);
                    let id = Id::new(("question", question.id.as_str()));
                    if tick_ui(ui, row, id, on, &question.text).clicked() {
                        choices.turn(std::iter::once(question.id.as_str()));
                    }
                }
            }
        });
    });
}
