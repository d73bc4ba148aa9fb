//! The briefing's one choice that nothing is chosen for: whose story will be told.

use bevy_egui::egui::{
    self, CornerRadius, Id, Key, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};

use crate::{
    game::theme::{
        keys, palette, text,
        type_scale::{LABEL, NOTE, bold, regular, semibold},
        widgets::{self, Pill},
    },
    interview::{scenario::Scenario, scoring::Story},
};

/// The room of the heading over the two cards.
const HEADING: f32 = 22.0;
/// The room between the two cards.
const GAP: f32 = 12.0;
/// The room for the button on the first card.
const BUTTON: f32 = 50.0;
/// Where the words of a card begin.
const WORDS: egui::Vec2 = vec2(16.0, 42.0);

/// What the player's own story is called.
const OWN: &str = "Tell my own";
/// What it means that there is no other.
const ONLY_OWN: &str = "No question here has a model answer, so you tell your own stories. They are judged by how you \
    tell them and compared with nothing, and there are no cards to pick from.";

/// What each of the two stories is called, and what it means for the score.
fn offers(scenario: &Scenario) -> [(&'static str, String); 2] {
    let mut rehearsed = "Scored by this story's key points, and by how you tell it.".to_owned();
    match scenario.unanswered() {
        0 => {}
        1 => rehearsed.push_str(" One question has no model answer: tell your own there."),
        some => {
            rehearsed
                .push_str(&format!(" {some} questions have no model answer: tell your own there."));
        }
    }
    let own = "Scored by how you tell it; the facts are yours.".to_owned();
    [("Rehearse this story", rehearsed), (OWN, own)]
}

/// The height that the cards and their heading want at this width.
pub(super) fn height(ui: &Ui, scenario: &Scenario, width: f32) -> f32 {
    let of =
        |words: f32, scoring: &str| text::block_height(ui.painter(), words, scoring, regular(NOTE));
    if scenario.is_own_story() {
        return HEADING + WORDS.y + of(width - 2.0 * WORDS.x, ONLY_OWN) + WORDS.x;
    }
    let words = (width - GAP) / 2.0 - 2.0 * WORDS.x;
    let heights = offers(scenario).map(|(_, scoring)| of(words, &scoring));
    HEADING + WORDS.y + heights.into_iter().fold(0.0, f32::max) + BUTTON
}

/// The card on which the keyboard is put when the choice is missing.
const FIRST: &str = "rehearse this story";

/// Puts the keyboard on the first of the two cards.
pub(super) fn ask_for_choice(ui: &Ui) {
    ui.memory_mut(|memory| memory.request_focus(Id::new(FIRST)));
}

/// Draws the two cards, or the one that there is; gives whether the player wants to read the story first.
///
/// `keys` tells whether letters are keys now.
pub(super) fn story_ui(
    ui: &mut Ui,
    rect: Rect,
    scenario: &Scenario,
    story: &mut Option<Story>,
    keys: bool,
) -> bool {
    let heading = rect.left_top() + vec2(0.0, 8.0);
    if scenario.is_own_story() {
        text::caption(ui, heading, "Whose story");
        let card = rect.with_min_y(rect.top() + HEADING);
        offer_ui(ui, card, Id::new("only my own"), (OWN, ONLY_OWN), true);
        return false;
    }
    let [rehearsed, own_story] = offers(scenario);
    match story {
        Some(_) => text::caption(ui, heading, "Whose story"),
        None => {
            let open = "Whose story will you tell? Choose one.";
            text::line(ui, heading, open, bold(NOTE), palette::CORAL_TEXT);
        }
    }
    let key = rect.right_top() + vec2(0.0, 8.0);
    text::line_right(ui.painter(), key, "S", semibold(NOTE), palette::MUTED);
    let width = (rect.width() - GAP) / 2.0;
    let card = |place: f32| {
        let left = rect.left() + place * (width + GAP);
        Rect::from_min_max(pos2(left, rect.top() + HEADING), pos2(left + width, rect.bottom()))
    };
    let (this, own) = (card(0.0), card(1.0));
    let chosen = *story;
    let rehearse = offer_ui(
        ui,
        this,
        Id::new(FIRST),
        (rehearsed.0, &rehearsed.1),
        chosen == Some(Story::This),
    );
    let read = Rect::from_min_size(
        pos2(this.left() + 12.0, this.bottom() - 44.0),
        vec2(widgets::pill_width(ui, "Read it first", "R") - 16.0, 34.0),
    );
    let read = widgets::pill(ui, read, Pill::Secondary, "Read it first", "R").clicked()
        || (keys && keys::pressed(ui, Key::R));
    let tell = offer_ui(
        ui,
        own,
        Id::new("tell my own"),
        (own_story.0, &own_story.1),
        chosen == Some(Story::Own),
    );
    if rehearse.clicked() {
        *story = Some(Story::This);
    } else if tell.clicked() {
        *story = Some(Story::Own);
    } else if keys && keys::pressed(ui, Key::S) {
        *story = Some(if chosen == Some(Story::This) { Story::Own } else { Story::This });
    }
    if rehearse.clicked() || tell.clicked() {
        // The next Enter is the button's that begins.
        rehearse.surrender_focus();
        tell.surrender_focus();
    }
    read
}

/// One of the two stories, with what it means for the score.
fn offer_ui(
    ui: &mut Ui,
    rect: Rect,
    id: Id,
    (title, scoring): (&str, &str),
    chosen: bool,
) -> Response {
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let said = format!("{title}. {scoring}");
        WidgetInfo::selected(WidgetType::RadioButton, true, chosen, said)
    });
    keys::name(&response, "S");
    let lift = ui.animate_bool(response.id.with("hover"), response.hovered());
    let (fill, ink, note) = if chosen {
        (palette::INK, palette::PAPER, palette::LINE)
    } else {
        (palette::CREAM, palette::INK, palette::MUTED)
    };
    let towards = if chosen { palette::MUTED } else { palette::CORAL_WASH };
    let edge = if chosen { palette::INK } else { palette::LINE };
    let edge = palette::blend(edge, palette::CORAL, if chosen { 0.0 } else { lift });
    let radius = CornerRadius::same(14);
    let painter = ui.painter();
    let fill = palette::blend(fill, towards, lift * if chosen { 0.06 } else { 1.0 });
    painter.rect(rect, radius, fill, Stroke::new(1.5, edge), StrokeKind::Inside);
    keys::focus_ring(ui, &response, rect, radius);
    let ring = rect.left_top() + vec2(24.0, 24.0);
    painter.circle_stroke(ring, 7.0, Stroke::new(1.5, note));
    if chosen {
        painter.circle_filled(ring, 4.0, palette::CORAL);
    }
    let at = rect.left_top() + vec2(40.0, 24.0);
    text::line_within(painter, at, rect.width() - 48.0, title, bold(LABEL), ink);
    let width = rect.width() - 2.0 * WORDS.x;
    text::block(painter, rect.left_top() + WORDS, width, scoring, regular(NOTE), note);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
