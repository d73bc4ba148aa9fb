//! The title card between two sections: it comes in where the question will stand, and leaves for the section's place.
//!
//! A key or a click takes it away at once. What was typed still goes to the sheet; only Enter, which would be an empty
//! line there, is the card's own.

use std::time::Duration;

use bevy::prelude::*;
use bevy_egui::egui::{Align2, Event as Input, Key, Modifiers, Rect, Ui, vec2};

use crate::game::{
    AppSystems,
    facts::SectionOpened,
    screen::Screen,
    session::ActiveSession,
    settings::Presentation,
    stage::layout::InterviewLayout,
    theme::{
        palette,
        reading::{self, Reads},
        text,
        type_scale::{HEADING, NOTE, bold, tracked},
        widgets,
    },
};

/// How long the card takes to come and to go.
const EASE: f32 = 0.5;
/// When it begins to leave.
const LEAVES: f32 = 1.9;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<SectionCard>()
        .add_observer(open)
        .add_systems(Update, age.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)));
}

/// The card, as long as it is there.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct SectionCard {
    age: Option<f32>,
    /// Whether it fades instead of moving.
    pub fades: bool,
}

impl SectionCard {
    /// A card that came in so long ago.
    pub fn aged(time: Duration) -> Self {
        Self { age: Some(time.as_secs_f32()), fades: false }
    }

    /// Whether it is there.
    pub fn is_on(&self) -> bool {
        self.age.is_some()
    }

    /// Whether it still stands where the question is to stand.
    pub fn holds_the_stage(&self) -> bool {
        self.age.is_some_and(|age| age < LEAVES)
    }

    /// How far it has left, 0 to 1; the section's own place shows through from there on.
    pub fn left(&self) -> f32 {
        self.age.map_or(1.0, |age| ((age - LEAVES) / EASE).clamp(0.0, 1.0))
    }

    /// Takes it away.
    pub fn dismiss(&mut self) {
        self.age = None;
    }
}

fn open(_: On<SectionOpened>, presentation: Res<Presentation>, mut card: ResMut<SectionCard>) {
    *card = SectionCard { age: Some(0.0), fades: presentation.reduced_motion };
}

fn age(time: Res<Time>, active: Option<Res<ActiveSession>>, mut card: ResMut<SectionCard>) {
    if active.is_some_and(|active| active.get().is_paused()) {
        return;
    }
    if let Some(age) = card.age {
        let age = age + time.delta_secs();
        card.age = (age < LEAVES + EASE).then_some(age);
    }
}

/// Whether the player did something that takes a card away; Enter is used up by it.
pub fn waved_away(ui: &Ui) -> bool {
    ui.input_mut(|input| {
        let pressed = input.events.iter().any(|event| {
            matches!(
                event,
                Input::Text(_)
                    | Input::Paste(_)
                    | Input::Key { pressed: true, .. }
                    | Input::PointerButton { pressed: true, .. }
            )
        });
        input.consume_key(Modifiers::NONE, Key::Enter);
        pressed
    })
}

/// Draws the card; its number, how many sections there are, and its heading.
pub fn card_ui(
    ui: &Ui,
    layout: &InterviewLayout,
    card: SectionCard,
    section: (usize, usize, &str),
) {
    let Some(age) = card.age else { return };
    let smooth = |t: f32| {
        let t = t.clamp(0.0, 1.0);
        t * t * (3.0 - 2.0 * t)
    };
    let (comes, goes) = (smooth(age / EASE), smooth((age - LEAVES) / EASE));
    let (drop, goes) = if card.fades { (0.0, 0.0) } else { (1.0 - comes, goes) };
    let fade = if card.fades { smooth((age - LEAVES) / EASE) } else { smooth(goes * 1.6 - 0.6) };
    let large = Rect::from_center_size(
        layout.bubble.center_top() + vec2(0.0, 46.0),
        vec2(layout.bubble.width().min(620.0), 92.0),
    )
    .translate(vec2(0.0, -18.0 * drop));
    let rect = Rect::from_min_max(
        large.min.lerp(layout.section.min, goes),
        large.max.lerp(layout.section.max, goes),
    );
    let mut painter = ui.painter().clone();
    painter.multiply_opacity(comes * (1.0 - fade));
    widgets::card(&painter, rect);
    painter.multiply_opacity(1.0 - smooth(goes * 2.2));
    let (number, of, title) = section;
    if card.holds_the_stage() {
        let said = format!("Section {number} of {of}: {title}");
        reading::say(ui, rect, Reads::News, &said);
    }
    let painter = painter.with_clip_rect(rect);
    let line = format!("Section {number} of {of}");
    let line = painter.layout_job(tracked(&line, NOTE, palette::TEAL_TEXT));
    let above = rect.center() - vec2(0.0, 20.0);
    let at = Align2::CENTER_CENTER.anchor_size(above, line.size()).min;
    painter.galley(at, line, palette::TEAL_TEXT);
    let below = rect.center() + vec2(0.0, 12.0);
    let width = rect.width() - 48.0;
    text::line_centred_within(&painter, below, width, title, bold(HEADING), palette::INK);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_holds_the_stage_and_then_leaves_it() {
        let card = |seconds| SectionCard::aged(Duration::from_millis(seconds));
        assert!(card(0).holds_the_stage() && card(1800).holds_the_stage());
        assert!(card(2000).is_on() && !card(2000).holds_the_stage());
        let mut card = card(100);
        card.dismiss();
        assert!(!card.is_on());
    }
}
