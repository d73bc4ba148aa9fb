//! The briefing's options: how the player wants to play.

use bevy_egui::egui::{self, Id, Key, Rect, TextEdit, Ui, pos2, vec2};

use crate::{
    game::{
        screens::briefing::Choices,
        theme::{
            palette,
            type_scale::{LABEL, NOTE, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{
        scenario::Scenario,
        scoring::Story,
        session::{AnswerKind, Order, Pace, Probes},
    },
};

/// Where the pills of an option begin, below its title.
const PILL_TOP: f32 = 22.0;

/// How high the pills are in a row of this height.
fn pill_height(row: f32) -> f32 {
    (row - 48.0).clamp(28.0, 38.0)
}

/// Where the note below the pills begins in a row of this height.
fn note_top(row: f32) -> f32 {
    PILL_TOP + pill_height(row) + 6.0
}

/// Draws the options.
pub(super) fn options_ui(ui: &mut Ui, rect: Rect, scenario: &Scenario, choices: &mut Choices) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    let can_pick = scenario.questions().iter().all(|question| !question.cards.is_empty());
    let mut y = inner.top();
    let row = (inner.height() / 5.0).min(112.0);
    let settings = &mut choices.settings;
    let mut option = |ui: &mut Ui,
                      title: &str,
                      options: [(&str, &str); 2],
                      second: bool,
                      key: Key,
                      note: [&str; 2]|
     -> bool {
        let chosen = usize::from(second);
        let top = y;
        y += row;
        widgets::caption(ui, pos2(inner.left(), top + 8.0), title);
        let mut picked = second;
        let width = (inner.width() - 10.0) / 2.0;
        for (index, (label, name)) in options.iter().enumerate() {
            let left = inner.left() + index as f32 * (width + 10.0);
            let pill =
                Rect::from_min_size(pos2(left, top + PILL_TOP), vec2(width, pill_height(row)));
            let key = if index == chosen { "" } else { *name };
            if widgets::pill(ui, pill, Pill::Choice(index == chosen), label, key).clicked() {
                picked = index == 1;
            }
        }
        if !writes_seed(ui) && widgets::key(ui, key) {
            picked = !second;
        }
        let note_at = pos2(inner.left(), top + note_top(row));
        widgets::note(ui, note_at, inner.width(), note[usize::from(picked)]);
        picked
    };
    let live = option(
        ui,
        "Pace",
        [("Coach", "P"), ("Live", "P")],
        settings.pace == Pace::Live,
        Key::P,
        [
            "After each answer: what landed, the model answer, one change.",
            "As on the day: nothing is said until the end.",
        ],
    );
    let picked = option(
        ui,
        "Your answers",
        [("Type", "A"), ("Pick a card", "A")],
        settings.answers == AnswerKind::Picked,
        Key::A,
        [
            "In your own words.",
            if can_pick {
                "Choose the strongest of several answers."
            } else {
                "This scenario has questions without cards."
            },
        ],
    );
    let own = option(
        ui,
        "Whose story",
        [("This story", "S"), ("My own", "S")],
        settings.story == Story::Own,
        Key::S,
        [
            "Rehearse the story of the transcript: its key points count.",
            "Tell your own: how it is told counts, not whose facts.",
        ],
    );
    let shuffled = option(
        ui,
        "Order",
        [("As written", "O"), ("Shuffled", "O")],
        settings.order == Order::Shuffled,
        Key::O,
        [
            "Section by section, as in the transcript.",
            "Drawn by the seed; follow-ups stay behind their question.",
        ],
    );
    settings.pace = if live { Pace::Live } else { Pace::Coach };
    settings.answers = if picked && can_pick { AnswerKind::Picked } else { AnswerKind::Typed };
    settings.story = if own { Story::Own } else { Story::This };
    settings.order = if shuffled { Order::Shuffled } else { Order::Scripted };
    let half = vec2((inner.width() - 10.0) / 2.0, row);
    probes_ui(ui, Rect::from_min_size(pos2(inner.left(), y), half), choices);
    let right = pos2(inner.right() - half.x, y);
    seed_ui(ui, Rect::from_min_size(right, half), choices);
}

/// How often the panel asks back: three pills side by side.
fn probes_ui(ui: &mut Ui, rect: Rect, choices: &mut Choices) {
    let settings = &mut choices.settings;
    widgets::caption(ui, pos2(rect.left(), rect.top() + 8.0), "Asking back");
    let key = rect.right_top() + vec2(-4.0, 8.0);
    widgets::line_right(ui.painter(), key, "B", semibold(NOTE), palette::MUTED);
    let options = [(Probes::Off, "Never"), (Probes::One, "Once"), (Probes::Two, "Twice")];
    let width = (rect.width() - 12.0) / 3.0;
    for (index, (probes, label)) in options.into_iter().enumerate() {
        let left = rect.left() + index as f32 * (width + 6.0);
        let size = vec2(width, pill_height(rect.height()));
        let pill = Rect::from_min_size(pos2(left, rect.top() + PILL_TOP), size);
        let kind = Pill::Choice(probes == settings.probes);
        let pill = widgets::pill(ui, pill, kind, label, "");
        widgets::name_key(&pill, "B");
        if pill.clicked() {
            settings.probes = probes;
        }
    }
    if !writes_seed(ui) && widgets::key(ui, Key::B) {
        let at = options.iter().position(|(probes, _)| *probes == settings.probes).unwrap_or(0);
        settings.probes = options[(at + 1) % options.len()].0;
    }
    let note = match (settings.answers, settings.probes) {
        (AnswerKind::Picked, _) => "About typed answers only.",
        (_, Probes::Off) => "Only the scripted follow-ups.",
        _ => "Where an answer leaves a gap.",
    };
    let below = pos2(rect.left(), rect.top() + note_top(rect.height()));
    widgets::note(ui, below, rect.width(), note);
}

/// The name of the seed's field, so that letters typed into it are not taken for shortcuts.
const SEED: &str = "seed";

/// Whether keys belong to the field of the seed.
pub(super) fn writes_seed(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused() == Some(Id::new(SEED)))
}

fn seed_ui(ui: &mut Ui, rect: Rect, choices: &mut Choices) {
    let label = "Seed";
    widgets::caption(ui, pos2(rect.left(), rect.top() + 8.0), label);
    let size = vec2(rect.width(), pill_height(rect.height()));
    let field = Rect::from_min_size(rect.left_top() + vec2(0.0, PILL_TOP), size);
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
    widgets::focus_ring(ui, &response, field, egui::CornerRadius::same(10));
    let below = pos2(rect.left(), rect.top() + note_top(rect.height()));
    widgets::note(ui, below, rect.width(), "Plays the same every time.");
}
