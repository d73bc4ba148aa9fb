//! The interview: the question over the panel's heads, the answer on the sheet below.

pub mod bubble;
pub mod clock;
pub mod fitting;
pub mod plates;
pub mod scene;
pub mod section;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Event, Key, Ui},
};

use crate::{
    game::{
        AppSystems,
        answer::{
            live::LiveReading,
            picked::{PickView, pick_ui},
            rated::rate_ui,
            returning::return_ui,
            sheet::Sheet,
            typed::{Lamps, WriteView, write_ui},
        },
        dialogue::Caption,
        mishap::caught,
        screen::Screen,
        screens::{
            self,
            confirm::{self, Confirm},
            interview::{
                bubble::{BubbleView, bubble_ui},
                clock::{ClockView, break_ui, clock_ui},
                fitting::{Content, fit},
                plates::{PlateView, plates_ui},
                scene::scene,
                section::{SectionView, section_ui},
            },
            pause::{PauseAction, pause_ui},
        },
        section_card::{SectionCard, card_ui, waved_away},
        session::{ActiveSession, AnswersWanted, DraftWords, Intent},
        settings::Presentation,
        stage::{
            Stage, StageView,
            acting::Moment,
            layout::InterviewLayout,
            shot::{self, Lens},
        },
        theme::{cover, keys},
    },
    interview::{
        session::{AnswerKind, Command, Pace, Session, Turn},
        text::Text,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
    );
}

/// What the interview screen shows.
pub struct InterviewView<'a> {
    /// Where things stand.
    pub layout: &'a InterviewLayout,
    /// The section.
    pub section: SectionView<'a>,
    /// Who speaks, by seat.
    pub speaker: usize,
    /// What the camera does to the table and to the panel.
    pub lenses: [Lens; 2],
    /// The title card between two sections.
    pub card: SectionCard,
    /// What they say, whole.
    pub question: &'a str,
    /// What they said of it so far.
    pub caption: &'a str,
    /// Everybody's plate, from left to right.
    pub plates: Vec<PlateView<'a>>,
    /// What the sheet is for.
    pub sheet: Sheet<'a>,
    /// What the words hold so far, where it is shown.
    pub lamps: Option<Lamps<'a>>,
    /// How long the answer is.
    pub clock: ClockView,
    /// The hint, once it was asked for.
    pub hint: Option<&'a str>,
    /// Whether the model answer can be seen told before.
    pub watch: bool,
    /// Whether the interview rests.
    pub paused: bool,
}

/// What the player did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewAction {
    /// Did something while the title card was on.
    WaveCardAway,
    /// Pressed something while the question was still being said.
    CompleteCaption,
    /// Gave a command.
    Do(Command),
    /// Leaves for the title.
    Leave,
}

fn show(
    mut contexts: EguiContexts,
    active: Option<Res<ActiveSession>>,
    live: Res<LiveReading>,
    presentation: Res<Presentation>,
    presented: Res<Stage>,
    mut card: ResMut<SectionCard>,
    mut caption: ResMut<Caption>,
    mut words: ResMut<DraftWords>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
    mut skips: Local<bool>,
) -> Result {
    let Some(active) = active else { return Ok(()) };
    let session = active.get();
    let Some((index, question)) = session.current() else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    let scenario = session.scenario();
    let sheet = match (session.turn(), session.settings().answers) {
        (Turn::Rate, _) => Sheet::Rate,
        (Turn::Closing, _) => {
            let text = |at: usize| (at, scenario.questions()[at].text.as_str());
            Sheet::Return(session.open().into_iter().map(text).collect())
        }
        (Turn::Probe, _) => {
            Sheet::Add(session.attempts().last().map_or("", |attempt| attempt.text.as_str()))
        }
        (_, AnswerKind::Picked) => {
            Sheet::Pick(session.cards().into_iter().map(|card| card.text.as_str()).collect())
        }
        _ => Sheet::Write,
    };
    let layout = fit(
        &ui,
        Content {
            panel: scenario.panel().len(),
            caption: &caption.text,
            sheet: &sheet,
            hint: session.hint().map(hint_words),
            written: &words.text,
            still: presentation.reduced_motion,
        },
    );
    let speaker = caption.speaker();
    let says = caption.is_speaking() && !card.holds_the_stage() && !session.is_paused();
    let moment = Moment {
        speaker: Some(speaker),
        voice: says.then(|| caption.voice()),
        dark: card.holds_the_stage(),
        still: presentation.reduced_motion,
        seed: session.settings().seed,
        ..Moment::default()
    };
    let steps = session.plan().len().max(2) - 1;
    let progress = session.asked().saturating_sub(1) as f32 / steps as f32;
    let scene = scene(scenario, &layout, progress, moment);
    let lenses = [shot::ROOM, shot::PANEL].map(|depth| presented.shot.lens(&scene.room, depth));
    stage.set_if_neq(StageView { scene: Some(scene) });
    let view = InterviewView {
        layout: &layout,
        section: section_view(session, question.section, index),
        speaker,
        lenses,
        card: *card,
        question: caption.whole(),
        caption: caption.visible(),
        plates: scenario.panel().iter().map(PlateView::of).collect(),
        sheet,
        lamps: presentation.shows_parts(session.settings().pace).then_some(Lamps {
            asked: session.scorer().asked_parts(index, session.settings().story),
            found: live.assessment.as_ref(),
        }),
        clock: ClockView {
            spoken: spoken(session, &words.text),
            aim: session.scorer().aim_seconds(index, session.settings().story),
        },
        hint: session.hint().map(hint_words),
        watch: session.settings().pace == Pace::Coach
            && !scenario.questions()[index].model.is_empty(),
        paused: session.is_paused(),
    };
    let typing = caption.is_typing();
    let note = skipping(session, &words.text);
    let (title, yes) = match session.turn() {
        Turn::Probe => ("Leave it?", "Leave it"),
        _ => ("Skip this question?", "Skip"),
    };
    let note_text = note.as_deref().unwrap_or_default();
    let confirm = Confirm { title, note: note_text, yes, key: (Key::F2, "F2") };
    *skips &= note.is_some();
    // Written in place, so that what was typed is kept whatever happens to the rest of the frame.
    let (action, sure) = confirm::over(&mut ui, skips.then_some(&confirm), |ui| {
        interview_ui(ui, &view, &mut words.text, typing)
    });
    *skips &= sure.is_none();
    let action = match (sure, action) {
        (Some(true), _) => Some(InterviewAction::Do(Command::Skip)),
        (None, Some(InterviewAction::Do(Command::Skip))) if note.is_some() => {
            *skips = true;
            None
        }
        (_, action) => action,
    };
    match action {
        Some(InterviewAction::WaveCardAway) => card.dismiss(),
        Some(InterviewAction::CompleteCaption) => caption.complete(),
        Some(InterviewAction::Do(command)) => {
            caption.complete();
            card.dismiss();
            let watches = command == Command::Watch;
            intents.write(Intent::Do(command));
            intents.write_batch(watches.then_some(Intent::Show(AnswersWanted::Before)));
        }
        Some(InterviewAction::Leave) => {
            intents.write(Intent::Leave);
        }
        None => {}
    }
    Ok(())
}

/// What becomes of these words when what is asked is skipped; nothing where there are none that were not kept before.
fn skipping(session: &Session, words: &str) -> Option<String> {
    let fresh = !words.trim().is_empty() && words != session.begun();
    let count = match Text::count_words(words) {
        1 => "1 word".to_owned(),
        count => format!("{count} words"),
    };
    let after = match (session.turn(), session.settings().pace) {
        (Turn::Probe, Pace::Coach) => "They are kept, and back when you answer again.",
        (Turn::Probe, Pace::Live) => "They are kept, but not added to your answer.",
        _ => "They are kept, and you can come back to them at the end.",
    };
    fresh.then(|| format!("You wrote {count}. {after}"))
}

/// What is said when a hint is asked for.
fn hint_words(hint: &str) -> &str {
    match hint {
        "" => "There is no hint to this question.",
        hint => hint,
    }
}

/// The spoken time of what is being written, or of what was handed in, in seconds.
fn spoken(session: &Session, words: &str) -> u32 {
    let of = |text: &str| Text::seconds(Text::count_words(text));
    match session.attempts().last().filter(|_| session.turn() == Turn::Rate) {
        Some(attempt) => of(&attempt.text),
        None => of(&session.whole(words)),
    }
}

/// The number of a section in the order of this session, from 1, how many there are, and its heading.
fn section_number(session: &Session, section: usize) -> (usize, usize, &str) {
    let scenario = session.scenario();
    let mut seen = Vec::new();
    for question in session.plan() {
        let of = scenario.questions()[*question].section;
        if !seen.contains(&of) {
            seen.push(of);
        }
    }
    let number = seen.iter().position(|of| *of == section).unwrap_or(0) + 1;
    (number, seen.len(), &scenario.sections()[section].title)
}

/// What is shown of a section while this question of it is asked.
fn section_view(session: &Session, section: usize, current: usize) -> SectionView<'_> {
    let questions = session.scenario().sections()[section].questions.clone();
    let planned = questions.filter(|question| session.plan().contains(question));
    let mut progress: Vec<_> =
        planned.map(|question| session.was_asked(question) || question == current).collect();
    progress.sort_by_key(|asked| !asked);
    SectionView { number: section_number(session, section), progress }
}

/// Draws the interview's captions, plates and sheet over the stage.
pub fn interview_ui(
    ui: &mut Ui,
    view: &InterviewView<'_>,
    text: &mut String,
    typing: bool,
) -> Option<InterviewAction> {
    let layout = view.layout;
    let rest = cover::below(ui, view.paused, |ui| {
        if !view.card.holds_the_stage() {
            section_ui(ui, layout.section, &view.section, view.card.left());
            let [seen_at, _] = view.lenses[1].at([layout.seats[view.speaker].x, 0.0]);
            let (who, whole) = (view.plates[view.speaker].title, view.question);
            let bubble = BubbleView { who, seen_at, whole, said: view.caption };
            bubble_ui(ui, layout.bubble, bubble);
        }
        clock_ui(ui, layout.clock, view.clock);
        let rest = break_ui(ui, layout.clock);
        plates_ui(ui, &layout.seats, &view.lenses[0], &view.plates);
        card_ui(ui, layout, view.card, view.section.number);
        rest
    });
    if view.paused {
        return pause_ui(ui).map(|action| match action {
            PauseAction::Resume => InterviewAction::Do(Command::Resume),
            PauseAction::Finish => InterviewAction::Do(Command::Finish),
            PauseAction::Leave => InterviewAction::Leave,
        });
    }
    let pause = rest || keys::pressed(ui, Key::Escape);
    let waved = ui.is_enabled() && view.card.is_on() && waved_away(ui);
    let pressed = ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(
                event,
                Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. }
            )
        })
    });
    let (rect, hint) = (layout.sheet, view.hint);
    let command = match &view.sheet {
        Sheet::Write => {
            let (lamps, watch) = (view.lamps, view.watch);
            write_ui(ui, rect, WriteView { hint, said: None, lamps, watch }, text)
        }
        Sheet::Add(said) => {
            let (said, lamps) = (Some(*said), view.lamps);
            write_ui(ui, rect, WriteView { hint, said, lamps, watch: false }, text)
        }
        Sheet::Pick(cards) => pick_ui(ui, rect, PickView { hint, cards }),
        Sheet::Rate => rate_ui(ui, rect),
        Sheet::Return(open) => return_ui(ui, rect, open),
    };
    if pause {
        return Some(InterviewAction::Do(Command::Pause));
    }
    match command {
        Some(command) => Some(InterviewAction::Do(command)),
        None if waved => Some(InterviewAction::WaveCardAway),
        None => (typing && pressed).then_some(InterviewAction::CompleteCaption),
    }
}
