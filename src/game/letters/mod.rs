//! Letters that the game's own fonts lack: the system's fonts draw them, and where it has none that is said.
//!
//! What is drawn is looked through after every frame, so that nothing is loaded before a letter needs it. The fonts of
//! the system are searched beside the frames: the first time takes as long as there are fonts.

pub mod scripts;
pub mod source;

use std::{collections::HashSet, sync::Arc};

use bevy::{
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
    window::RequestRedraw,
};
use bevy_egui::{
    EguiContext, EguiFullOutput, EguiPostUpdateSet, PrimaryEguiContext,
    egui::{
        Context, FontDefinitions, FontFamily, Shape,
        epaint::{
            ClippedShape,
            text::{FontInsert, FontPriority, InsertFontFamily},
        },
    },
};
use skrifa::{FontRef, MetadataProvider};

use crate::game::{
    letters::{
        scripts::{is_drawn, without_font},
        source::{FontSource, Supply, SystemFonts},
    },
    notice::Notice,
    settling::Settling,
    theme::type_scale::{bold_family, semibold_family},
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Letters>()
        .init_resource::<Settling>()
        .add_message::<RequestRedraw>()
        .add_systems(
            PostUpdate,
            (
                meet_letters
                    .after(EguiPostUpdateSet::EndPass)
                    .before(EguiPostUpdateSet::ProcessOutput),
                hand_on,
                await_fonts,
                tell_what_is_missing,
            )
                .chain(),
        );
}

/// The letters that were met, and the fonts that are looked for because of them.
#[derive(Resource)]
pub struct Letters {
    source: Arc<dyn FontSource>,
    met: HashSet<char>,
    wanted: Vec<char>,
    under_way: Option<Task<Supply>>,
    /// What was found, for a window that is opened later.
    found: Vec<FontInsert>,
    to_tell: Vec<String>,
    /// What is being said of them, and for how many more seconds.
    says: Option<(String, f32)>,
    told: HashSet<String>,
}

impl Default for Letters {
    fn default() -> Self {
        Self::from(Arc::new(SystemFonts::default()))
    }
}

impl Letters {
    /// Letters that get their fonts from here.
    pub fn from(source: Arc<dyn FontSource>) -> Self {
        Self {
            source,
            met: HashSet::new(),
            wanted: Vec::new(),
            under_way: None,
            found: Vec::new(),
            to_tell: Vec::new(),
            says: None,
            told: HashSet::new(),
        }
    }

    /// Whether fonts are being looked for.
    pub fn are_sought(&self) -> bool {
        self.under_way.is_some()
    }

    /// Notes the letters of a text that the context's fonts cannot draw.
    fn meet(&mut self, context: &Context, text: &str) {
        for letter in text.chars().filter(|letter| is_drawn(*letter)) {
            if self.met.insert(letter)
                && !context.fonts(|fonts| can_draw(fonts.definitions(), letter))
            {
                self.wanted.push(letter);
            }
        }
    }
}

/// Whether one of the fonts of running text has a letter. egui's own answer is no for every letter of the font that its
/// box for unknown letters comes from.
fn can_draw(fonts: &FontDefinitions, letter: char) -> bool {
    let family = fonts.families.get(&FontFamily::Proportional);
    family.into_iter().flatten().filter_map(|name| fonts.font_data.get(name)).any(|font| {
        FontRef::from_index(&font.font, font.index)
            .is_ok_and(|face| face.charmap().map(letter).is_some())
    })
}

/// Gives every text that was drawn to whoever looks through it.
pub fn texts(shapes: &[ClippedShape], look: &mut impl FnMut(&str)) {
    fn within(shape: &Shape, look: &mut impl FnMut(&str)) {
        match shape {
            Shape::Text(text) => look(text.galley.text()),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| within(shape, look)),
            _ => {}
        }
    }
    shapes.iter().for_each(|shape| within(&shape.shape, look));
}

/// A context that has its fonts: whoever draws in another one before its first frame is a frame early.
#[derive(Component)]
pub struct HasFonts;

fn meet_letters(
    mut letters: ResMut<Letters>,
    mut contexts: Query<(&mut EguiContext, &EguiFullOutput), With<PrimaryEguiContext>>,
) {
    let letters = letters.bypass_change_detection();
    for (mut context, output) in &mut contexts {
        let Some(output) = &output.0 else { continue };
        let context = context.get_mut();
        texts(&output.shapes, &mut |text| {
            if !text.is_ascii() {
                letters.meet(context, text);
            }
        });
    }
    if !letters.wanted.is_empty() && letters.under_way.is_none() {
        let (source, wanted) = (Arc::clone(&letters.source), std::mem::take(&mut letters.wanted));
        letters.under_way =
            Some(AsyncComputeTaskPool::get().spawn(async move { source.find(&wanted) }));
    }
}

/// A window that is opened later has the fonts that were found before.
fn hand_on(letters: Res<Letters>, mut contexts: Query<&mut EguiContext, Added<EguiContext>>) {
    for mut context in &mut contexts {
        letters.found.iter().for_each(|font| context.get_mut().add_font(font.clone()));
    }
}

fn await_fonts(
    mut letters: ResMut<Letters>,
    mut contexts: Query<&mut EguiContext>,
    mut settling: ResMut<Settling>,
) {
    let letters = letters.bypass_change_detection();
    let Some(task) = &mut letters.under_way else { return };
    let Some(supply) = block_on(poll_once(task)) else { return };
    letters.under_way = None;
    for font in supply.fonts {
        let families = [FontFamily::Proportional, semibold_family(), bold_family()];
        let families =
            families.map(|family| InsertFontFamily { family, priority: FontPriority::Lowest });
        let insert = FontInsert::new(&font.name, font.data, families.to_vec());
        for mut context in &mut contexts {
            context.get_mut().add_font(insert.clone());
        }
        letters.found.push(insert);
        settling.begin();
    }
    for sentence in without_font(&supply.missing) {
        if letters.told.insert(sentence.clone()) {
            letters.to_tell.push(sentence);
        }
    }
}

/// How long is said what no font can draw, in seconds: long enough to be read twice.
const SAID: f32 = 12.0;

/// Says once what no font can draw, for a while, when nothing else is to be said.
fn tell_what_is_missing(
    mut letters: ResMut<Letters>,
    mut notice: ResMut<Notice>,
    time: Res<Time<Real>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let letters = letters.bypass_change_detection();
    if let Some((sentence, left)) = &mut letters.says {
        *left -= time.delta_secs();
        if *left > 0.0 && notice.0.as_ref() == Some(sentence) {
            return;
        }
        if notice.0.as_ref() == Some(sentence) {
            notice.0 = None;
            redraw.write(RequestRedraw);
        }
        letters.says = None;
    }
    if notice.0.is_none()
        && let Some(sentence) = letters.to_tell.pop()
    {
        notice.0 = Some(sentence.clone());
        letters.says = Some((sentence, SAID));
        redraw.write(RequestRedraw);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use bevy_egui::egui::{self, FontData};

    use super::*;
    use crate::game::{letters::source::Font, theme};

    /// Has one font, said to draw Thai, and none for anything else.
    #[derive(Default)]
    struct OneFont {
        asked: Mutex<Vec<char>>,
    }

    impl FontSource for OneFont {
        fn find(&self, letters: &[char]) -> Supply {
            self.asked.lock().unwrap().extend(letters);
            let data = include_bytes!("../../../assets/fonts/Inter-Regular.otf");
            let (thai, missing): (Vec<_>, Vec<_>) =
                letters.iter().partition(|letter| ('ก'..='๛').contains(*letter));
            let font = Font { name: "Thai".to_owned(), data: FontData::from_static(data) };
            Supply { fonts: if thai.is_empty() { vec![] } else { vec![font] }, missing }
        }
    }

    /// A window that has drawn this text, and what became of its letters.
    fn drawn(source: &Arc<OneFont>, text: &str) -> (App, egui::Context) {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins)
            .init_resource::<Notice>()
            .insert_resource(Letters::from(Arc::clone(source) as Arc<dyn FontSource>));
        plugin(&mut app);
        let mut entity = app.world_mut().spawn((EguiContext::default(), PrimaryEguiContext));
        let context = entity.get_mut::<EguiContext>().unwrap().get_mut().clone();
        theme::install(&context);
        let draw = |ui: &mut egui::Ui| {
            ui.label(text);
        };
        let mut output = context.run_ui(egui::RawInput::default(), draw);
        // Nobody draws here.
        output.textures_delta.clear();
        entity.insert(EguiFullOutput(Some(output)));
        app.update();
        while app.world().resource::<Letters>().are_sought() {
            app.update();
        }
        app.update();
        context.run_ui(egui::RawInput::default(), draw).textures_delta.clear();
        (app, context)
    }

    #[test]
    fn letters_that_are_there_ask_for_nothing() {
        let source = Arc::default();
        let (app, _) = drawn(&source, "Größe, naïve, Đ, Ω, я, → and 😀; keys: ⌘ ⏎ ‹ ›");
        assert!(source.asked.lock().unwrap().is_empty());
        assert_eq!(app.world().resource::<Notice>().0, None);
    }

    #[test]
    fn a_font_that_is_found_stands_behind_the_games_own() {
        let source = Arc::default();
        let (app, context) = drawn(&source, "Hello กข and ก again");
        assert_eq!(*source.asked.lock().unwrap(), vec!['ก', 'ข']);
        assert_eq!(app.world().resource::<Notice>().0, None);
        for family in [FontFamily::Proportional, semibold_family(), bold_family()] {
            let names = context.fonts(|fonts| fonts.definitions().families[&family].clone());
            assert_eq!(names.last().map(String::as_str), Some("Thai"), "{family:?}");
            assert!(names[0].starts_with("Inter"));
        }
    }

    #[test]
    fn a_window_that_is_opened_later_has_the_fonts_that_were_found() {
        let source = Arc::default();
        let (mut app, _) = drawn(&source, "กข");
        let mut entity = app.world_mut().spawn(EguiContext::default());
        let context = entity.get_mut::<EguiContext>().unwrap().get_mut().clone();
        theme::install(&context);
        app.update();
        context.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        let names =
            context.fonts(|fonts| fonts.definitions().families[&FontFamily::Proportional].clone());
        assert_eq!(names.last().map(String::as_str), Some("Thai"));
    }

    #[test]
    fn a_script_without_a_font_is_said_once_and_yields_to_what_matters_more() {
        let source = Arc::default();
        let (mut app, _) = drawn(&source, "שלום");
        let said = app.world().resource::<Notice>().0.clone().unwrap();
        assert!(said.contains("no font for Hebrew") && said.contains("Your words are kept"));
        let more = Some("Your words cannot be saved.".to_owned());
        app.world_mut().resource_mut::<Notice>().0.clone_from(&more);
        for _ in 0..3 {
            app.update();
        }
        assert_eq!(app.world().resource::<Notice>().0, more, "what matters more stays");
        app.world_mut().resource_mut::<Notice>().0 = None;
        app.update();
        assert_eq!(app.world().resource::<Notice>().0, None, "and it is said once");
    }

    #[test]
    fn what_is_said_of_a_font_goes_by_itself() {
        let source = Arc::default();
        let (mut app, _) = drawn(&source, "שלום");
        let step = std::time::Duration::from_millis(200);
        app.insert_resource(bevy::time::TimeUpdateStrategy::ManualDuration(step));
        let mut shown = 0;
        while app.world().resource::<Notice>().0.is_some() {
            app.update();
            shown += 1;
        }
        assert!((55..=65).contains(&shown), "{shown}");
    }
}
