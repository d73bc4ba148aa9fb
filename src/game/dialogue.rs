//! What the panel says, typed out.

use std::time::Duration;

use bevy::prelude::*;

use crate::game::{
    AppSystems,
    screens::{Screen, section_card::SectionCard},
    session::{ActiveSession, QuestionAsked},
};

/// How fast a caption is typed, in characters a second: a little faster than it is spoken.
const CHARACTERS_A_SECOND: f32 = 42.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Caption>().add_observer(show_question).add_systems(
        Update,
        type_out.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
    );
}

/// The question as far as it was said.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The whole of it.
    pub text: String,
    /// How many of its characters were said.
    said: f32,
}

impl Caption {
    /// What was said so far.
    pub fn visible(&self) -> &str {
        let end = self.text.char_indices().nth(self.said as usize).map_or(self.text.len(), |c| c.0);
        &self.text[..end]
    }

    /// Whether there is more to say.
    pub fn is_typing(&self) -> bool {
        (self.said as usize) < self.text.chars().count()
    }

    /// How far the sound that is being said opens a mouth, 0 to 1.
    pub fn voice(&self) -> f32 {
        let sound = self.text.chars().nth(self.said as usize).unwrap_or(' ');
        match sound.to_ascii_lowercase() {
            'a' | 'ä' => 0.78,
            'o' | 'ö' | 'u' | 'ü' => 0.6,
            'e' | 'i' | 'y' => 0.46,
            'b' | 'm' | 'p' => 0.0,
            'f' | 'v' | 'w' => 0.1,
            letter if letter.is_alphabetic() => 0.26,
            _ => 0.05,
        }
    }

    /// Says the rest at once.
    pub fn complete(&mut self) {
        self.said = self.text.chars().count() as f32;
    }

    fn advance(&mut self, time: Duration) {
        self.said += time.as_secs_f32() * CHARACTERS_A_SECOND;
        if !self.is_typing() {
            self.complete();
        }
    }
}

fn show_question(
    asked: On<QuestionAsked>,
    active: Res<ActiveSession>,
    mut caption: ResMut<Caption>,
) {
    let text = active.get().scenario().questions()[asked.0].text.clone();
    *caption = Caption { text, said: 0.0 };
}

fn type_out(
    time: Res<Time>,
    active: Option<Res<ActiveSession>>,
    card: Res<SectionCard>,
    mut caption: ResMut<Caption>,
) {
    if caption.is_typing()
        && !card.holds_the_stage()
        && !active.is_some_and(|active| active.get().is_paused())
    {
        caption.advance(time.delta());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caption(text: &str) -> Caption {
        Caption { text: text.to_owned(), said: 0.0 }
    }

    #[test]
    fn a_caption_is_typed_out_and_stops_at_its_end() {
        let mut caption = caption("Wie heißt es?");
        assert_eq!(caption.visible(), "");
        caption.advance(Duration::from_millis(200));
        assert_eq!(caption.visible(), "Wie heiß");
        caption.advance(Duration::from_secs(9));
        assert_eq!((caption.visible(), caption.is_typing()), ("Wie heißt es?", false));
    }

    #[test]
    fn a_mouth_opens_for_vowels_and_closes_between_words() {
        let mut caption = caption("A mom");
        let mut open = Vec::new();
        while caption.is_typing() {
            open.push(caption.voice());
            caption.advance(Duration::from_millis(24));
        }
        assert!(open[0] > 0.7 && open.iter().any(|voice| *voice < 0.06), "{open:?}");
    }

    #[test]
    fn a_key_completes_it() {
        let mut caption = caption("Why?");
        caption.complete();
        assert_eq!(caption.visible(), "Why?");
    }
}
