//! The interview: the question over the panel's heads, the answer on the sheet below.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Event, Key, Shape, Stroke, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        answer::{
            live::LiveReading, picked::pick_ui, rated::rate_ui, returning::return_ui,
            typed::write_ui,
        },
        dialogue::Caption,
        mishap::caught,
        screen::Screen,
        screens::{
            self,
            briefing::cares_about,
            confirm::{self, Confirm},
            fitting::{Content, fit},
            pause::{PauseAction, pause_ui},
            section_card::{SectionCard, card_ui, waved_away},
        },
        session::{ActiveSession, DraftWords, Intent},
        settings::Presentation,
        stage::{
            Scene, Stage, StagePanelist, StageView,
            acting::Moment,
            layout::InterviewLayout,
            room::RoomView,
            shot::{self, Lens},
        },
        theme::{
            cover, palette,
            reading::{self, Reads},
            type_scale::{DISPLAY, LABEL, NOTE, SMALL, SPEECH, bold, regular, tracked},
            widgets::{self, Pill},
        },
    },
    interview::{
        scoring::assessment::Assessment,
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

/// What the sheet is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet<'a> {
    /// Writing an answer.
    Write,
    /// Adding to this answer what a panelist asked back about.
    Add(&'a str),
    /// Choosing one of these.
    Pick(Vec<&'a str>),
    /// Saying one's own level.
    Rate,
    /// Going back to one of these questions, each an index and its words.
    Return(Vec<(usize, &'a str)>),
}

/// What the interview screen shows.
pub struct InterviewView<'a> {
    /// Where things stand.
    pub layout: &'a InterviewLayout,
    /// The section's number from 1, how many there are, and its heading.
    pub section: (usize, usize, &'a str),
    /// One for each question of the section: whether it was asked.
    pub progress: Vec<bool>,
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
    /// Title and care of everybody, from left to right.
    pub plates: Vec<(&'a str, &'a str)>,
    /// What the sheet is for.
    pub sheet: Sheet<'a>,
    /// The parts of an answer that the question asks for, in the order of `Role::ALL`.
    pub asked_parts: [bool; 4],
    /// Whether what the words hold so far is shown.
    pub parts: bool,
    /// What the words hold so far.
    pub live: Option<&'a Assessment>,
    /// The spoken time of the answer so far, in seconds.
    pub spoken: u32,
    /// How long the answer may take, in seconds.
    pub aim: u32,
    /// The hint, once it was asked for.
    pub hint: Option<&'a str>,
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
    let scene = scene(session, &layout, moment);
    let lenses = [shot::ROOM, shot::PANEL].map(|depth| presented.shot.lens(&scene.room, depth));
    stage.set_if_neq(StageView { scene: Some(scene) });
    let section = &scenario.sections()[question.section];
    let view = InterviewView {
        layout: &layout,
        section: section_number(session, question.section),
        progress: section_progress(session, section.questions.clone(), index),
        speaker,
        lenses,
        card: *card,
        question: caption.whole(),
        caption: caption.visible(),
        plates: scenario
            .panel()
            .iter()
            .map(|panelist| (panelist.title.as_str(), panelist.cares_about.as_str()))
            .collect(),
        sheet,
        asked_parts: session.scorer().asked_parts(index, session.settings().story),
        parts: presentation.shows_parts(session.settings().pace),
        live: live.assessment.as_ref(),
        spoken: spoken(session, &words.text),
        aim: session.scorer().aim_seconds(index, session.settings().story),
        hint: session.hint().map(hint_words),
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
            intents.write(Intent::Do(command));
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

/// The number of a section in the order of this session, from 1, and its heading.
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

fn section_progress(
    session: &Session,
    questions: std::ops::Range<usize>,
    current: usize,
) -> Vec<bool> {
    let planned = questions.filter(|question| session.plan().contains(question));
    let mut progress: Vec<_> =
        planned.map(|question| session.was_asked(question) || question == current).collect();
    progress.sort_by_key(|asked| !asked);
    progress
}

fn scene(session: &Session, layout: &InterviewLayout, moment: Moment) -> Scene {
    let scenario = session.scenario();
    let questions = session.plan().len().max(2) - 1;
    let people: Vec<_> = scenario
        .panel()
        .iter()
        .zip(&layout.seats)
        .map(|(panelist, seat)| StagePanelist {
            look: panelist.look.clone(),
            manner: panelist.manner,
            seat: *seat,
        })
        .collect();
    let middle = layout.size.x / 2.0;
    Scene {
        room: RoomView {
            width: layout.size.x,
            height: layout.size.y,
            table_top: layout.table_top,
            table_bottom: layout.table_bottom,
            reach: people.iter().map(|person| person.reach(middle)).fold(0.0, f32::max),
            progress: session.asked().saturating_sub(1) as f32 / questions as f32,
        },
        people,
        plates: true,
        moment,
    }
}

/// Draws the interview's captions, plates and sheet over the stage.
pub fn interview_ui(
    ui: &mut Ui,
    view: &InterviewView<'_>,
    text: &mut String,
    typing: bool,
) -> Option<InterviewAction> {
    let rest = cover::below(ui, view.paused, |ui| {
        if !view.card.holds_the_stage() {
            section_ui(ui, view);
            bubble_ui(ui, view);
        }
        clock_ui(ui, view);
        let rest = break_ui(ui, view);
        plates_ui(ui, view);
        card_ui(ui, view.layout, view.card, view.section);
        rest
    });
    if view.paused {
        return pause_ui(ui).map(|action| match action {
            PauseAction::Resume => InterviewAction::Do(Command::Resume),
            PauseAction::Finish => InterviewAction::Do(Command::Finish),
            PauseAction::Leave => InterviewAction::Leave,
        });
    }
    let pause = rest || widgets::key(ui, Key::Escape);
    let waved = ui.is_enabled() && view.card.is_on() && waved_away(ui);
    let pressed = ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(
                event,
                Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. }
            )
        })
    });
    let command = match &view.sheet {
        Sheet::Write | Sheet::Add(_) => write_ui(ui, view, text),
        Sheet::Pick(cards) => pick_ui(ui, view, cards),
        Sheet::Rate => rate_ui(ui, view),
        Sheet::Return(open) => return_ui(ui, view, open),
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

fn section_ui(ui: &Ui, view: &InterviewView<'_>) {
    let rect = view.layout.section;
    let mut painter = ui.painter().clone();
    // It comes out from under the title card that goes to its place.
    painter.multiply_opacity(view.card.left());
    let painter = &painter;
    let (number, of, title) = view.section;
    let width = rect.width() - 40.0;
    let title_height = widgets::block_height(painter, width, title, bold(LABEL));
    let rect = rect.with_max_y(rect.max.y.max(rect.top() + 32.0 + title_height + 11.0));
    let said = format!("Section {number} of {of}: {title}");
    reading::say(ui, rect, Reads::Heading(1), &said);
    widgets::card(painter, rect);
    let line = painter.layout_job(tracked(
        &format!("Section {number} of {of}"),
        SMALL,
        palette::TEAL_TEXT,
    ));
    let heading = line.size().x;
    painter.galley(rect.left_top() + vec2(20.0, 12.0), line, palette::TEAL_TEXT);
    let dots = view.progress.len().min(8) as f32;
    let beside = rect.width() - 20.0 - heading - 22.0;
    let step = (beside / dots).min(17.0);
    if step > 11.0 {
        for (index, asked) in view.progress.iter().take(8).enumerate() {
            let x = rect.right() - 22.0 - (dots - 1.0 - index as f32) * step;
            widgets::dot(painter, pos2(x, rect.top() + 21.0), *asked);
        }
    }
    let at = rect.left_top() + vec2(20.0, 33.0);
    widgets::block(painter, at, width, title, bold(LABEL), palette::INK);
}

fn bubble_ui(ui: &mut Ui, view: &InterviewView<'_>) {
    let rect = view.layout.bubble;
    let seat = view.layout.seats[view.speaker];
    widgets::card(ui.painter(), rect);
    let [speaker, _] = view.lenses[1].at([seat.x, 0.0]);
    let edge = 40.0_f32.min(rect.width() / 2.0);
    let tip = speaker.min(rect.right() - edge).max(rect.left() + edge);
    let tip = pos2(tip, rect.bottom() + 16.0);
    ui.painter().add(Shape::convex_polygon(
        vec![tip, pos2(tip.x - 15.0, rect.bottom() - 1.5), pos2(tip.x + 15.0, rect.bottom() - 1.5)],
        palette::PAPER,
        Stroke::NONE,
    ));
    let inner = rect.shrink2(vec2(24.0, 12.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("question"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        // A question that is longer than the bubble can be is read as it is said, and scrolled.
        egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(true).show(ui, |ui| {
            widgets::text(ui, view.plates[view.speaker].0, bold(NOTE), palette::CORAL_TEXT);
            let said = widgets::text(ui, view.caption, regular(SPEECH), palette::INK);
            // Read out whole at once, not letter by letter as it is typed.
            reading::say_as(&said, Reads::News, view.question);
        });
    });
}

fn clock_ui(ui: &Ui, view: &InterviewView<'_>) {
    let (painter, rect) = (ui.painter(), view.layout.clock);
    widgets::card(painter, rect);
    let spoken = view.spoken;
    let over = spoken > view.aim + view.aim / 4;
    let (time, aim) = (clock(spoken), clock(view.aim));
    let said = match over {
        true => {
            format!("{time} spoken time of your answer · aim {aim}, over the aim: time to close")
        }
        false => format!("{time} spoken time of your answer · aim {aim}"),
    };
    reading::say(ui, rect, Reads::Text, &said);
    let colour = if over { palette::CORAL_TEXT } else { palette::INK };
    let left = rect.left() + 20.0;
    let width =
        widgets::line(painter, pos2(left, rect.center().y), &time, bold(DISPLAY * 0.74), colour);
    let x = left + width + 16.0;
    let long =
        ["spoken time of your", "over the aim: time to close", &format!("answer · aim {aim}")];
    let short = ["spoken time", "time to close", &format!("aim {aim}")];
    let room = rect.right() - 14.0 - x;
    let fits = |line: &&str| widgets::line_size(painter, line, regular(NOTE)).x <= room;
    let [first, close, aim] = if long.iter().all(fits) { long } else { short };
    let second = if over { close } else { aim };
    for (line, y) in [(first, 22.0), (second, 41.0)] {
        let at = pos2(x, rect.top() + y);
        widgets::line_within(painter, at, room, line, regular(NOTE), palette::MUTED);
    }
}

/// The way to a break, under the clock; gives whether it was taken.
fn break_ui(ui: &mut Ui, view: &InterviewView<'_>) -> bool {
    let width = widgets::pill_width(ui, "Break", "Esc") - 16.0;
    let corner = view.layout.clock.right_bottom() + vec2(-width, 6.0);
    let rect = egui::Rect::from_min_size(corner, vec2(width, 30.0));
    widgets::pill(ui, rect, Pill::Secondary, "Break", "Esc").clicked()
}

fn plates_ui(ui: &Ui, view: &InterviewView<'_>) {
    for ((title, cares), seat) in view.plates.iter().zip(&view.layout.seats) {
        let [left, top] = view.lenses[0].at(seat.plate.min.into());
        let [right, bottom] = view.lenses[0].at(seat.plate.max.into());
        let plate = egui::Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let narrow = seat.plate.width() < 150.0;
        // Measured without the camera, so that a line keeps its size while the camera moves.
        let width = seat.plate.width() - if narrow { 12.0 } else { 28.0 };
        let large = widgets::line_size(ui.painter(), title, bold(LABEL)).x <= width;
        let title_font = bold(if large { LABEL } else { NOTE });
        let cares_font = regular(if narrow { SMALL } else { NOTE });
        let centred = |y: f32, text: &str, font, colour| {
            let at = pos2(plate.center().x, y);
            widgets::line_centred_within(ui, at, width, text, font, colour);
        };
        let at = |part: f32| plate.top() + plate.height() * part;
        if cares.is_empty() {
            centred(at(0.44), title, title_font, palette::INK);
        } else {
            centred(at(0.27), title, title_font, palette::INK);
            let whole = cares_about(cares);
            let fits = widgets::line_size(ui.painter(), &whole, cares_font.clone()).x <= width;
            let cares = if fits { &whole } else { *cares };
            centred(at(0.64), cares, cares_font, palette::MUTED);
        }
    }
}

/// Minutes and seconds.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
