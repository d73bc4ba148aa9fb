//! The briefing: who sits on the panel, what they will ask about, and how the player wants to play.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        screen::Screen,
        screens::{
            self,
            confirm::{self, Confirm},
            options::{self, options_ui},
            story,
        },
        session::{Intent, Library, Shelf},
        settings::Presentation,
        stage::{StageView, acting::pose::Expression, figure::portrait},
        theme::{
            palette,
            reading::{self, Reads},
            type_scale::{HEADING, LABEL, NOTE, bold, regular, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::{Manner, Scenario},
        scoring::Story,
        session::Settings,
    },
    storage::seed::Seeds,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Choices>().init_resource::<SeedDraw>().add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Briefing)),
    );
}

/// What is chosen so far.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The settings, but for the story.
    pub settings: Settings,
    /// Whose story will be told; none until it was chosen the first time.
    pub story: Option<Story>,
    /// The seed as it is being written; where nothing is, every interview has its own.
    pub seed: String,
}

/// The seeds of interviews for which the player set none.
#[derive(Resource, Clone, Copy, Debug)]
pub struct SeedDraw(pub Seeds);

impl Default for SeedDraw {
    fn default() -> Self {
        Self(Seeds::by_the_clock())
    }
}

impl Choices {
    /// Choices that begin with these settings, their seed among them, and leave the story open.
    pub fn new(settings: Settings) -> Self {
        Self::with_seed(settings, Some(settings.seed))
    }

    /// Choices that begin with these settings and this seed, if there is one, and leave the story open.
    pub fn with_seed(settings: Settings, seed: Option<u64>) -> Self {
        Self { settings, story: None, seed: seed.map(|seed| seed.to_string()).unwrap_or_default() }
    }

    /// The settings to begin with; nothing while it is not chosen whose story will be told.
    pub fn complete(&self) -> Option<Settings> {
        Some(Settings { story: self.story?, ..self.settings })
    }

    /// The settings of an interview that begins now: with their seed where the player set one, else with one of its own.
    pub fn settle(&self, settings: Settings, draw: &mut SeedDraw) -> Settings {
        if self.seed.is_empty() { Settings { seed: draw.0.draw(), ..settings } } else { settings }
    }
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefingAction {
    /// Begins with these settings.
    Begin(Settings),
    /// Reads the transcript first.
    Read,
    /// Goes back to the title.
    Back,
}

fn show(
    mut contexts: EguiContexts,
    library: Res<Library>,
    shelf: Res<Shelf>,
    mut choices: ResMut<Choices>,
    mut draw: ResMut<SeedDraw>,
    mut presentation: ResMut<Presentation>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
    mut next: ResMut<NextState<Screen>>,
    mut asks: Local<bool>,
) -> Result {
    let mut ui = screens::root(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let scenario = &library.loaded.scenario;
    let choices = choices.bypass_change_detection();
    let left = shelf.left_by_beginning();
    let note = left.map(|kept| {
        format!(
            "Your interview “{}” at {} is kept: the title goes on with it.",
            kept.title,
            kept.place()
        )
    });
    let confirm = Confirm {
        title: "Begin a new interview?",
        note: note.as_deref().unwrap_or_default(),
        yes: "Begin",
        key: (Key::Enter, "⏎"),
    };
    let (action, sure) = confirm::over(&mut ui, asks.then_some(&confirm), |ui| {
        briefing_ui(ui, scenario, choices, &mut presentation)
    });
    let begins = match (sure, action) {
        (Some(sure), _) => {
            *asks = false;
            choices.complete().filter(|_| sure)
        }
        (None, Some(BriefingAction::Begin(settings))) => {
            *asks = left.is_some();
            left.is_none().then_some(settings)
        }
        (None, Some(BriefingAction::Read)) => {
            next.set(Screen::Reading);
            None
        }
        (None, Some(BriefingAction::Back)) => {
            next.set(Screen::Title);
            None
        }
        (None, None) => None,
    };
    if let Some(settings) = begins {
        intents.write(Intent::Begin(choices.settle(settings, &mut draw)));
    }
    Ok(())
}

/// Draws the briefing.
pub fn briefing_ui(
    ui: &mut Ui,
    scenario: &Scenario,
    choices: &mut Choices,
    presentation: &mut Presentation,
) -> Option<BriefingAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 30.0));
    widgets::overline(ui, page.left_top(), "Briefing", NOTE, palette::TEAL_TEXT);
    widgets::line_within(
        &reading::saying(ui, Reads::Opening, scenario.title()),
        page.left_top() + vec2(0.0, 38.0),
        page.width() * 0.6,
        scenario.title(),
        bold(HEADING),
        palette::INK,
    );
    let subject = match (scenario.candidate(), scenario.position()) {
        ("", position) => position.to_owned(),
        (candidate, "") => format!("the story of {candidate}"),
        (candidate, position) => format!("{position} · the story of {candidate}"),
    };
    widgets::line_right(
        ui,
        page.right_top() + vec2(0.0, 38.0),
        &subject,
        regular(NOTE),
        palette::MUTED,
    );

    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 64.0),
        page.right_bottom() - vec2(0.0, 66.0),
    );
    let gap = 16.0;
    // The options need their room more than the panel does.
    let left = (body.width() * 0.56).min((body.width() - gap - OPTIONS).max(body.width() * 0.4));
    let list = 82.0 + SECTION_ROW * scenario.sections().len() as f32;
    let below = list.min(body.height() * 0.48);
    let panel = Rect::from_min_size(body.min, vec2(left, body.height() - gap - below));
    let sections = Rect::from_min_max(
        pos2(body.left(), panel.bottom() + gap),
        pos2(panel.right(), body.bottom()),
    );
    let options = Rect::from_min_max(pos2(panel.right() + gap, body.top()), body.max);
    panel_ui(ui, panel, scenario, presentation);
    sections_ui(ui, sections, scenario);
    let reads = options_ui(ui, options, scenario, choices, presentation);

    let y = page.bottom() - widgets::PILL_HEIGHT;
    let back = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Back", "Esc"), widgets::PILL_HEIGHT),
    );
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked()
        || widgets::key(ui, Key::Escape);
    let complete = choices.complete();
    let begin = match complete {
        Some(_) => (Pill::Primary, "Begin", "⏎"),
        None => (Pill::Secondary, "Choose whose story first", "⏎"),
    };
    let begin = widgets::pills_from_right(ui, pos2(page.right(), y), &[begin]);
    if begin[0].clicked() || widgets::enter(ui) {
        match complete {
            Some(settings) => return Some(BriefingAction::Begin(settings)),
            None => story::ask_for_choice(ui),
        }
    }
    if reads {
        return Some(BriefingAction::Read);
    }
    back.then_some(BriefingAction::Back)
}

/// The width in which every option says on one line what it is.
const OPTIONS: f32 = 460.0;
/// The height of a section's line.
const SECTION_ROW: f32 = 28.0;

fn panel_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, presentation: &mut Presentation) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    widgets::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 8.0),
        "Across the table",
        bold(LABEL),
        palette::INK,
    );
    presentation_ui(ui, inner.right_top() + vec2(0.0, 8.0), presentation);
    let panel = scenario.panel();
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
            (manner, cares_about(&panelist.cares_about))
        };
        let lines = [
            (panelist.title.as_str(), semibold(LABEL), palette::INK),
            (cares.as_str(), regular(NOTE), palette::MUTED),
            (manner, regular(NOTE), palette::MUTED),
        ];
        let mut y = picture.bottom() + 18.0;
        for (text, font, colour) in lines {
            if !text.is_empty() {
                widgets::line_centred_within(ui, pos2(x, y), cell - 12.0, text, font, colour);
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
        if pill.clicked() || (!written && widgets::key(ui, key)) {
            *on = !*on;
        }
    };
    switch(ui, face, Key::E, &mut presentation.exam_face);
    switch(ui, motion, Key::M, &mut presentation.reduced_motion);
}

/// What stands on a plate under the title.
pub fn cares_about(what: &str) -> String {
    if what.is_empty() { String::new() } else { format!("cares about {what}") }
}

fn sections_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    widgets::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 8.0),
        "What they ask about",
        bold(LABEL),
        palette::INK,
    );
    let list = Rect::from_min_max(inner.left_top() + vec2(0.0, 30.0), inner.max);
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("sections"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (number, section) in scenario.sections().iter().enumerate() {
                let count = section.questions.len();
                let count = format!("{count} question{}", if count == 1 { "" } else { "s" });
                let right = widgets::line_size(ui.painter(), &count, regular(NOTE)).x;
                let room = ui.available_width() - 54.0 - right;
                let title =
                    widgets::block_height(ui.painter(), room, &section.title, regular(LABEL));
                let (row, _) = ui.allocate_exact_size(
                    vec2(ui.available_width(), SECTION_ROW.max(title + 8.0)),
                    egui::Sense::hover(),
                );
                let said = format!("{}. {}: {count}", number + 1, section.title);
                reading::say(ui, row, Reads::Text, &said);
                let painter = ui.painter();
                let middle = row.center().y;
                widgets::line_centred(
                    painter,
                    pos2(row.left() + 10.0, middle),
                    &(number + 1).to_string(),
                    bold(LABEL),
                    palette::CORAL_TEXT,
                );
                widgets::line_right(
                    painter,
                    pos2(row.right() - 10.0, middle),
                    &count,
                    regular(NOTE),
                    palette::MUTED,
                );
                let at = pos2(row.left() + 32.0, middle - title / 2.0);
                widgets::block(painter, at, room, &section.title, regular(LABEL), palette::INK);
            }
        });
    });
}
