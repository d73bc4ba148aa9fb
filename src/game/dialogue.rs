//! What the panel says, typed out.

use std::time::Duration;

use bevy::prelude::*;

use crate::{
    game::{
        AppSystems,
        facts::{EndReached, HandedOver, ProbeAsked, QuestionAsked},
        screen::Screen,
        section_card::SectionCard,
        session::ActiveSession,
    },
    interview::probing::Remark,
};

/// How fast a caption is typed, in characters a second: a little faster than it is spoken.
const CHARACTERS_A_SECOND: f32 = 42.0;
/// How long what hands the word over stands before the question follows, in characters.
const BREATH: f32 = 24.0;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Caption>()
        .add_observer(hear_hand_over)
        .add_observer(show_question)
        .add_observer(show_probe)
        .add_observer(close_the_questions)
        .add_systems(
            Update,
            type_out.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
        );
}

/// What is asked, as far as it was said, behind what hands the word over to who asks it.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// The whole of the question or the probe.
    pub text: String,
    /// Who asks it, by seat.
    asker: usize,
    /// What is said before it.
    remark: Option<Remark>,
    /// How many characters were said, those of the remark and of the breath behind it included.
    said: f32,
}

impl Caption {
    /// A text that somebody begins to say, behind the remark that was made before, if nothing came between.
    fn begin(&mut self, asker: usize, text: &str) {
        let remark = self.remark.take().filter(|_| self.text.is_empty());
        *self = Self { text: text.to_owned(), asker, remark, said: 0.0 };
    }

    /// Begins to say a text, with nothing before it.
    pub fn say(&mut self, asker: usize, text: &str) {
        *self = Self::default();
        self.begin(asker, text);
    }

    /// What is being said, whole, by who is speaking.
    pub fn whole(&self) -> &str {
        self.remark_being_said().map_or(&self.text, |remark| &remark.text)
    }

    /// What was said so far by who is speaking.
    pub fn visible(&self) -> &str {
        match self.remark_being_said() {
            Some(remark) => start_of(&remark.text, self.said),
            None => start_of(&self.text, self.said - self.before()),
        }
    }

    /// Who is speaking, by seat.
    pub fn speaker(&self) -> usize {
        self.remark_being_said().map_or(self.asker, |remark| remark.said_by)
    }

    /// Whether there is more to say.
    pub fn is_typing(&self) -> bool {
        ((self.said - self.before()).max(0.0) as usize) < self.text.chars().count()
    }

    /// Whether words are being said: not while a breath is taken behind the remark.
    pub fn is_speaking(&self) -> bool {
        match self.remark_being_said() {
            Some(remark) => (self.said as usize) < remark.text.chars().count(),
            None => self.is_typing(),
        }
    }

    /// How far the sound that is being said opens a mouth, 0 to 1.
    pub fn voice(&self) -> f32 {
        let sound = match self.remark_being_said() {
            Some(remark) => remark.text.chars().nth(self.said as usize),
            None => self.text.chars().nth((self.said - self.before()).max(0.0) as usize),
        };
        opening(sound.unwrap_or(' '))
    }

    /// Says the rest at once.
    pub fn complete(&mut self) {
        self.said = self.before() + self.text.chars().count() as f32;
    }

    fn remark_being_said(&self) -> Option<&Remark> {
        self.remark.as_ref().filter(|_| self.said < self.before())
    }

    /// How many characters come before the text.
    fn before(&self) -> f32 {
        self.remark.as_ref().map_or(0.0, |remark| remark.text.chars().count() as f32 + BREATH)
    }

    /// Says what is said in this time.
    pub fn advance(&mut self, time: Duration) {
        self.said += time.as_secs_f32() * CHARACTERS_A_SECOND;
        if !self.is_typing() {
            self.complete();
        }
    }
}

/// How far a sound opens a mouth, 0 to 1.
pub fn opening(sound: char) -> f32 {
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

/// The first so many characters of a text.
fn start_of(text: &str, characters: f32) -> &str {
    let end = text.char_indices().nth(characters as usize).map_or(text.len(), |c| c.0);
    &text[..end]
}

/// A remark waits for what is asked behind it.
fn hear_hand_over(handed: On<HandedOver>, mut caption: ResMut<Caption>) {
    *caption = Caption { remark: Some(handed.0.clone()), ..Caption::default() };
}

fn show_question(
    asked: On<QuestionAsked>,
    active: Res<ActiveSession>,
    mut caption: ResMut<Caption>,
) {
    let question = &active.get().scenario().questions()[asked.0];
    caption.begin(question.asked_by, &question.text);
}

fn show_probe(_: On<ProbeAsked>, active: Res<ActiveSession>, mut caption: ResMut<Caption>) {
    if let Some(probe) = active.get().probe() {
        caption.begin(probe.asked_by, &probe.text);
    }
}

/// Whoever asked last says that the questions are over.
fn close_the_questions(
    _: On<EndReached>,
    active: Res<ActiveSession>,
    mut caption: ResMut<Caption>,
) {
    if let Some((_, last)) = active.get().current() {
        caption.begin(last.asked_by, "That was the last question.");
    }
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
        Caption { text: text.to_owned(), ..Caption::default() }
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

    #[test]
    fn the_word_is_handed_over_before_the_question_and_a_key_goes_straight_to_it() {
        let remark = Remark { said_by: 0, text: "Over to you.".to_owned() };
        let mut caption = Caption { remark: Some(remark), ..Caption::default() };
        caption.begin(1, "Why?");
        caption.advance(Duration::from_millis(200));
        assert_eq!((caption.visible(), caption.is_speaking()), ("Over to ", true));
        caption.advance(Duration::from_millis(300));
        assert_eq!((caption.speaker(), caption.visible()), (0, "Over to you."));
        assert!(!caption.is_speaking() && caption.is_typing(), "a breath, then the question");
        let mut hurried = caption.clone();
        hurried.complete();
        assert_eq!((hurried.speaker(), hurried.visible()), (1, "Why?"));
        caption.advance(Duration::from_millis(420));
        assert_eq!((caption.speaker(), caption.visible()), (1, "Wh"));
        caption.begin(1, "And then?");
        assert_eq!(caption.remark, None, "a remark is made once");
    }
}
