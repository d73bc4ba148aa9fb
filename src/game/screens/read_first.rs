//! The reading screen: the story before it is rehearsed, its questions and model answers section by section.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, CornerRadius, Key, Rect, Sense, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        feedback::model::paragraphs_ui,
        mishap::caught,
        screen::Screen,
        screens,
        session::Library,
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, LABEL, NOTE, SPEECH, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::scenario::Scenario,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<ReadingPlace>()
        .add_systems(OnEnter(Screen::Reading), open_at_the_start)
        .add_systems(
            EguiPrimaryContextPass,
            caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Reading)),
        );
}

/// Where the player reads.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingPlace {
    /// The section, as an index into the scenario's.
    pub section: usize,
    /// Whether it was begun and not only gone on with: it opens at its first line.
    begun: bool,
}

impl ReadingPlace {
    /// Opens a section at its first line.
    pub fn open(&mut self, section: usize) {
        *self = Self { section, begun: true };
    }
}

fn open_at_the_start(mut place: ResMut<ReadingPlace>) {
    place.open(0);
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    mut place: ResMut<ReadingPlace>,
    mut stage: ResMut<StageView>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    if read_first_ui(&mut ui, &library.loaded.scenario, &mut place) == Some(ReadEnough) {
        next.set(Screen::Briefing);
    }
    Ok(())
}

/// The player has read enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadEnough;

/// Draws the reading screen.
pub fn read_first_ui(
    ui: &mut Ui,
    scenario: &Scenario,
    place: &mut ReadingPlace,
) -> Option<ReadEnough> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1240.0) / 2.0), 30.0));
    heading_ui(ui, page, scenario);
    let last = scenario.sections().len().saturating_sub(1);
    place.section = place.section.min(last);
    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 64.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 20.0),
    );
    let list = Rect::from_min_size(body.min, vec2((body.width() * 0.28).min(320.0), body.height()));
    let text = Rect::from_min_max(pos2(list.right() + 16.0, body.top()), body.max);
    sections_ui(ui, list, scenario, place);
    section_ui(ui, text, scenario, place);
    buttons_ui(ui, page, last, place)
}

fn heading_ui(ui: &Ui, page: Rect, scenario: &Scenario) {
    text::overline(ui, page.left_top(), "Read it first", NOTE, palette::TEAL_TEXT);
    let count =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let size = format!(
        "{} in {}",
        count(scenario.questions().len(), "question"),
        count(scenario.sections().len(), "section")
    );
    let right = page.right_top() + vec2(0.0, 38.0);
    let taken = text::line_right(ui, right, &size, regular(NOTE), palette::MUTED);
    text::line_within(
        &reading::saying(ui, Reads::Opening, scenario.title()),
        page.left_top() + vec2(0.0, 38.0),
        page.width() - taken - 24.0,
        scenario.title(),
        bold(HEADING),
        palette::INK,
    );
}

/// The sections to choose from, the open one marked.
fn sections_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, place: &mut ReadingPlace) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(12.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("contents"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for (index, section) in scenario.sections().iter().enumerate() {
                let open = index == place.section;
                let font = if open { semibold(LABEL) } else { regular(LABEL) };
                let width = ui.available_width() - 52.0;
                let title = &section.title;
                let height = text::block_height(ui.painter(), width, title, font.clone());
                let size = vec2(ui.available_width(), height + 20.0);
                let (row, response) = ui.allocate_exact_size(size, Sense::click());
                response.widget_info(|| {
                    egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, open, title)
                });
                let painter = ui.painter();
                let radius = CornerRadius::same(12);
                if open {
                    painter.rect_filled(row, radius, palette::CORAL_WASH);
                } else if response.hovered() {
                    painter.rect_filled(row, radius, palette::CREAM);
                }
                if response.has_focus() {
                    let ring = egui::Stroke::new(2.0, palette::INK);
                    painter.rect_stroke(row, radius, ring, egui::StrokeKind::Inside);
                }
                let number = (index + 1).to_string();
                let at = pos2(row.left() + 20.0, row.top() + 20.0);
                text::line_centred(painter, at, &number, bold(LABEL), palette::CORAL_TEXT);
                let at = row.left_top() + vec2(40.0, 10.0);
                text::block(painter, at, width, title, font, palette::INK);
                if response.clicked() {
                    place.open(index);
                }
            }
        });
    });
}

/// The questions of the open section with their model answers.
fn section_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, place: &mut ReadingPlace) {
    widgets::card(ui.painter(), rect);
    let Some(section) = scenario.sections().get(place.section) else { return };
    let inner = Rect::from_min_max(rect.min + vec2(36.0, 16.0), rect.max - vec2(16.0, 16.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("section"), |ui| {
        let mut area = egui::ScrollArea::vertical().id_salt(place.section).auto_shrink(false);
        if std::mem::take(&mut place.begun) {
            area = area.vertical_scroll_offset(0.0);
        }
        area.show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, (inner.width() - 20.0).min(760.0));
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add_space(8.0);
            text::heading(ui, 2, &section.title, bold(HEADING), palette::INK);
            for (index, question) in
                section.questions.clone().zip(&scenario.questions()[section.questions.clone()])
            {
                ui.add_space(16.0);
                let asker = &scenario.asker(index).title;
                text::label(ui, asker, bold(NOTE), palette::CORAL_TEXT);
                ui.add_space(-6.0);
                text::heading(ui, 3, &question.text, semibold(SPEECH), palette::INK);
                paragraphs_ui(ui, question, BODY + 1.0);
            }
            ui.add_space(16.0);
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    page: Rect,
    last: usize,
    place: &mut ReadingPlace,
) -> Option<ReadEnough> {
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let width = widgets::pill_width(ui, "Back", "Esc");
    let back = Rect::from_min_size(pos2(page.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || keys::pressed(ui, Key::Escape);
    let at_end = place.section == last;
    let label = if at_end { "Back to the briefing" } else { "Next section" };
    let pills = [(Pill::Secondary, "Previous section", "←"), (Pill::Primary, label, "⏎")];
    let pills = if place.section == 0 { &pills[1..] } else { &pills[..] };
    let clicked: Vec<_> = widgets::pills_from_right(ui, pos2(page.right(), y), pills)
        .iter()
        .map(|pill| pill.clicked())
        .collect();
    let before = (place.section > 0 && clicked[0]) || keys::pressed(ui, Key::ArrowLeft);
    let after = clicked[clicked.len() - 1] || keys::enter(ui);
    if back || (after && at_end) {
        return Some(ReadEnough);
    }
    if after || (!at_end && keys::pressed(ui, Key::ArrowRight)) {
        place.open(place.section + 1);
    } else if before {
        place.open(place.section.saturating_sub(1));
    }
    None
}
