//! The briefing's options: how the player wants to play.

use bevy_egui::egui::{self, Id, Key, Rect, Sense, TextEdit, Ui, pos2, vec2};

use crate::{
    game::{
        screens::briefing::{
            choices::Choices,
            story::{self, story_ui},
        },
        settings::Presentation,
        theme::{
            keys, palette, text,
            type_scale::{LABEL, NOTE, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::Scenario,
        session::{AnswerKind, Order, Pace, Probes},
    },
};

/// The height that a row of options wants.
const ROW: f32 = 86.0;
/// The least and the most room between two rows.
const BETWEEN: (f32, f32) = (12.0, 30.0);
/// What focus rings need around the options.
const RING: f32 = 6.0;

/// Draws the options; gives whether the player wants to read the story first.
pub(super) fn options_ui(
    ui: &mut Ui,
    rect: Rect,
    scenario: &Scenario,
    choices: &mut Choices,
    presentation: &mut Presentation,
) -> bool {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(20.0, 20.0));
    let story = story::height(ui, scenario, inner.width());
    let rows = story + 3.0 * ROW;
    let between = ((inner.height() - rows) / 3.0).max(BETWEEN.0).min(BETWEEN.1);
    let scope = egui::UiBuilder::new().max_rect(inner.expand(RING)).id_salt("options");
    ui.scope_builder(scope, |ui| {
        let shown = egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            let width = (inner.width() + 2.0 * RING).max(0.0);
            let size = vec2(width, rows + 3.0 * between + 2.0 * RING);
            let (area, _) = ui.allocate_exact_size(size, Sense::hover());
            let area = area.shrink(RING);
            let mut top = area.top();
            let mut row = |height: f32| {
                let row = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), height));
                top = row.bottom() + between;
                row
            };
            let keys = !writes_seed(ui);
            let reads = story_ui(ui, row(story), scenario, &mut choices.story, keys);
            pace_ui(ui, row(ROW), scenario, choices, presentation);
            let [left, right] = halves(row(ROW));
            answers_ui(ui, left, scenario, choices);
            order_ui(ui, right, choices);
            let [left, right] = halves(row(ROW));
            probes_ui(ui, left, choices);
            seed_ui(ui, right, choices);
            reads
        });
        shown.inner
    })
    .inner
}

/// The two halves of a row.
fn halves(row: Rect) -> [Rect; 2] {
    let half = vec2(((row.width() - 20.0) / 2.0).max(0.0), row.height());
    let right = pos2(row.right() - half.x, row.top());
    [Rect::from_min_size(row.min, half), Rect::from_min_size(right, half)]
}

/// A choice of two, side by side under a heading.
struct Two<'a> {
    title: &'a str,
    labels: [&'a str; 2],
    /// The key that changes it, and its name.
    key: (Key, &'a str),
    /// What each means.
    notes: [&'a str; 2],
}

/// Draws a choice of two; gives whether the second is chosen now.
fn two_ui(ui: &mut Ui, rect: Rect, two: &Two<'_>, second: bool) -> bool {
    text::caption(ui, pos2(rect.left(), rect.top() + 8.0), two.title);
    let chosen = usize::from(second);
    let mut picked = second;
    let width = (rect.width() - 8.0) / 2.0;
    let narrow = width < 150.0;
    if narrow {
        let key = rect.right_top() + vec2(-4.0, 8.0);
        text::line_right(ui.painter(), key, two.key.1, semibold(NOTE), palette::MUTED);
    }
    for (index, label) in two.labels.iter().enumerate() {
        let left = rect.left() + index as f32 * (width + 8.0);
        let pill = Rect::from_min_size(pos2(left, rect.top() + 22.0), vec2(width, 38.0));
        let name = if narrow || index == chosen { "" } else { two.key.1 };
        let pill = widgets::pill(ui, pill, Pill::Choice(index == chosen), label, name);
        if narrow {
            keys::name(&pill, two.key.1);
        }
        if pill.clicked() {
            picked = index == 1;
        }
    }
    if !writes_seed(ui) && keys::pressed(ui, two.key.0) {
        picked = !second;
    }
    let below = pos2(rect.left(), rect.top() + 66.0);
    text::note(ui, below, rect.width(), two.notes[usize::from(picked)]);
    picked
}

fn pace_ui(
    ui: &mut Ui,
    rect: Rect,
    scenario: &Scenario,
    choices: &mut Choices,
    presentation: &mut Presentation,
) {
    let coach = if scenario.is_own_story() {
        "After each answer: what it does, and one change."
    } else {
        "After each answer: what landed, the model answer, one change."
    };
    let two = Two {
        title: "Pace",
        labels: ["Coach", "Live"],
        key: (Key::P, "P"),
        notes: [coach, "As on the day: nothing is said until the end."],
    };
    let settings = &mut choices.settings;
    let live = two_ui(ui, rect, &two, settings.pace == Pace::Live);
    settings.pace = if live { Pace::Live } else { Pace::Coach };
    if !live {
        return;
    }
    let (label, name) = ("Show parts while I type", "T");
    let width = widgets::pill_width(ui, label, name) - 20.0;
    let switch = Rect::from_min_size(rect.right_top() + vec2(-width, -14.0), vec2(width, 28.0));
    let on = &mut presentation.parts_in_live;
    let pill = widgets::pill(ui, switch, Pill::Choice(*on), label, name);
    if pill.clicked() || (!writes_seed(ui) && keys::pressed(ui, Key::T)) {
        *on = !*on;
    }
}

fn answers_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, choices: &mut Choices) {
    let can_pick = scenario.questions().iter().all(|question| !question.cards.is_empty());
    let two = Two {
        title: "Your answers",
        labels: ["Type", "Pick a card"],
        key: (Key::A, "A"),
        notes: [
            "In your own words.",
            if can_pick {
                "Choose the strongest of several."
            } else {
                "Not every question here has cards."
            },
        ],
    };
    let settings = &mut choices.settings;
    let picked = two_ui(ui, rect, &two, settings.answers == AnswerKind::Picked);
    settings.answers = if picked && can_pick { AnswerKind::Picked } else { AnswerKind::Typed };
}

fn order_ui(ui: &mut Ui, rect: Rect, choices: &mut Choices) {
    let two = Two {
        title: "Order",
        labels: ["As written", "Shuffled"],
        key: (Key::O, "O"),
        notes: ["As in the transcript.", "Drawn by the seed."],
    };
    let settings = &mut choices.settings;
    let shuffled = two_ui(ui, rect, &two, settings.order == Order::Shuffled);
    settings.order = if shuffled { Order::Shuffled } else { Order::Scripted };
}

/// How often the panel asks back: three pills side by side.
fn probes_ui(ui: &mut Ui, rect: Rect, choices: &mut Choices) {
    let settings = &mut choices.settings;
    text::caption(ui, pos2(rect.left(), rect.top() + 8.0), "Asking back");
    let key = rect.right_top() + vec2(-4.0, 8.0);
    text::line_right(ui.painter(), key, "B", semibold(NOTE), palette::MUTED);
    let options = [(Probes::Off, "Never"), (Probes::One, "Once"), (Probes::Two, "Twice")];
    let width = (rect.width() - 12.0) / 3.0;
    for (index, (probes, label)) in options.into_iter().enumerate() {
        let left = rect.left() + index as f32 * (width + 6.0);
        let pill = Rect::from_min_size(pos2(left, rect.top() + 22.0), vec2(width, 38.0));
        let kind = Pill::Choice(probes == settings.probes);
        let pill = widgets::pill(ui, pill, kind, label, "");
        keys::name(&pill, "B");
        if pill.clicked() {
            settings.probes = probes;
        }
    }
    if !writes_seed(ui) && keys::pressed(ui, Key::B) {
        let at = options.iter().position(|(probes, _)| *probes == settings.probes).unwrap_or(0);
        settings.probes = options[(at + 1) % options.len()].0;
    }
    let note = match (settings.answers, settings.probes) {
        (AnswerKind::Picked, _) => "About typed answers only.",
        (_, Probes::Off) => "Only the scripted follow-ups.",
        _ => "Where an answer leaves a gap.",
    };
    text::note(ui, pos2(rect.left(), rect.top() + 66.0), rect.width(), note);
}

/// The name of the seed's field, so that letters typed into it are not taken for shortcuts.
const SEED: &str = "seed";

/// Whether keys belong to the field of the seed.
pub(super) fn writes_seed(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused() == Some(Id::new(SEED)))
}

fn seed_ui(ui: &mut Ui, rect: Rect, choices: &mut Choices) {
    let label = "Seed";
    text::caption(ui, pos2(rect.left(), rect.top() + 8.0), label);
    let field = Rect::from_min_size(rect.left_top() + vec2(0.0, 22.0), vec2(rect.width(), 38.0));
    ui.painter().rect(
        field,
        10,
        palette::CREAM,
        egui::Stroke::new(1.0, palette::LINE),
        egui::StrokeKind::Inside,
    );
    let edit = TextEdit::singleline(&mut choices.seed)
        .id(Id::new(SEED))
        .char_limit(19)
        .font(semibold(LABEL))
        .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(14, 8)))
        .vertical_align(egui::Align::Center);
    let response = ui.put(field, edit);
    response.widget_info(|| egui::WidgetInfo::text_edit(true, "", &choices.seed, label));
    choices.seed.retain(|c| c.is_ascii_digit());
    choices.settings.seed = choices.seed.parse().unwrap_or_default();
    keys::focus_ring(ui, &response, field, egui::CornerRadius::same(10));
    let below = pos2(rect.left(), rect.top() + 66.0);
    let note = if choices.seed.is_empty() {
        "Left empty: another every time."
    } else {
        "Plays the same every time."
    };
    text::note(ui, below, rect.width(), note);
}
