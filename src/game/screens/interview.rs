//! The interview: the question over the panel's heads, the answer on the sheet below.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Event, Id, Key, Modifiers, Rect, Shape, Stroke, TextEdit, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        answer::LiveReading,
        dialogue::Caption,
        screens::{
            self, Screen,
            briefing::cares_about,
            pause::{PauseAction, pause_ui},
        },
        session::{ActiveSession, Intent, Notice, Words},
        stage::{
            Person, Scene, StageView, acting::Moment, layout::InterviewLayout, room::RoomView,
        },
        theme::{
            palette,
            type_scale::{
                BODY, DISPLAY, LABEL, LEADING, NOTE, SMALL, SPEECH, bold, regular, semibold,
                tracked,
            },
            widgets::{self, Pill},
        },
    },
    interview::{
        answer::Answer,
        scoring::assessment::{Assessment, Level},
        session::{AnswerKind, Command, Pace, Session, Turn},
        star::Role,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        EguiPrimaryContextPass,
        show.in_set(AppSystems::Present).run_if(in_state(Screen::Interview)),
    );
}

/// The answer sheet's id as a text editor.
pub const EDITOR: &str = "answer";

/// What the sheet is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet<'a> {
    /// Writing an answer.
    Write,
    /// Choosing one of these.
    Pick(Vec<&'a str>),
    /// Saying one's own level.
    Rate,
}

/// What the interview screen shows.
pub struct InterviewView<'a> {
    /// Where things stand.
    pub layout: &'a InterviewLayout,
    /// The section's number from 1, how many there are, and its heading.
    pub section: (usize, usize, &'a str),
    /// One for each question of the section: whether it was asked.
    pub progress: Vec<bool>,
    /// Who asks, by seat.
    pub asker: usize,
    /// What they said so far.
    pub caption: &'a str,
    /// Title and care of everybody, from left to right.
    pub plates: Vec<(&'a str, &'a str)>,
    /// What the sheet is for.
    pub sheet: Sheet<'a>,
    /// What the words hold so far.
    pub live: Option<&'a Assessment>,
    /// How long the answer may take, in seconds.
    pub aim: u32,
    /// The hint, once it was asked for.
    pub hint: Option<&'a str>,
    /// Whether the last answer stands once it is given.
    pub pace: Pace,
    /// Whether the interview rests.
    pub paused: bool,
}

/// What the player did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InterviewAction {
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
    notice: Res<Notice>,
    mut caption: ResMut<Caption>,
    mut words: ResMut<Words>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
) -> Result {
    let Some(active) = active else { return Ok(()) };
    let session = active.get();
    let Some((index, question)) = session.current() else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    let scenario = session.scenario();
    let sheet = match (session.turn(), session.settings().answers) {
        (Turn::Rate, _) => Sheet::Rate,
        (_, AnswerKind::Picked) => {
            Sheet::Pick(session.cards().into_iter().map(|card| card.text.as_str()).collect())
        }
        _ => Sheet::Write,
    };
    let layout = layout(&ui, session, &caption.text, &sheet);
    stage.set_if_neq(StageView {
        scene: Some(scene(session, &layout, caption.is_typing() && !session.is_paused())),
    });
    let section = &scenario.sections()[question.section];
    let view = InterviewView {
        layout: &layout,
        section: section_number(session, question.section),
        progress: section_progress(session, section.questions.clone(), index),
        asker: question.asked_by,
        caption: caption.visible(),
        plates: scenario
            .panel()
            .iter()
            .map(|panelist| (panelist.title.as_str(), panelist.cares_about.as_str()))
            .collect(),
        sheet,
        live: live.assessment.as_ref(),
        aim: session.scorer().aim_seconds(index, session.settings().story),
        hint: session.hint(),
        pace: session.settings().pace,
        paused: session.is_paused(),
    };
    let typing = caption.is_typing();
    let mut text = words.text.clone();
    let action = interview_ui(&mut ui, &view, &mut text, typing);
    if text != words.text {
        words.text = text;
    }
    match action {
        Some(InterviewAction::CompleteCaption) => caption.complete(),
        Some(InterviewAction::Do(command)) => {
            caption.complete();
            intents.write(Intent::Do(command));
        }
        Some(InterviewAction::Leave) => {
            intents.write(Intent::Leave);
        }
        None => {}
    }
    screens::notice_ui(&ui, &notice);
    Ok(())
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
    let asked = &session.plan()[..session.asked()];
    let mut progress: Vec<_> =
        questions.map(|question| asked.contains(&question) || question == current).collect();
    progress.sort_by_key(|asked| !asked);
    progress
}

fn layout(ui: &Ui, session: &Session, caption: &str, sheet: &Sheet<'_>) -> InterviewLayout {
    let size = ui.max_rect().size();
    let panel = session.scenario().panel().len();
    let hint = if session.hint().is_some() && *sheet != Sheet::Rate { 36.0 } else { 0.0 };
    let spare = (size.y - 720.0).max(0.0);
    let mut sheet_height = match sheet {
        Sheet::Write => 190.0 + spare * 0.3,
        Sheet::Pick(_) => 318.0,
        Sheet::Rate => 168.0,
    } + hint;
    // The widths do not depend on the heights: laid out once, the texts tell how high their boxes must be.
    let first = InterviewLayout::new(size, panel, sheet_height, 92.0);
    if let Sheet::Pick(cards) = sheet {
        let width = card_width(first.sheet.width() - 40.0, cards.len());
        let text = cards
            .iter()
            .map(|card| widgets::block_height(ui.painter(), width - 32.0, card, regular(CARD_TEXT)))
            .fold(0.0, f32::max);
        sheet_height = text.min(320.0) + 152.0 + hint;
    }
    let question =
        widgets::block_height(ui.painter(), first.bubble.width() - 48.0, caption, regular(SPEECH));
    let bubble = (question + 44.0).max(92.0);
    InterviewLayout::new(size, panel, sheet_height, bubble)
}

fn scene(session: &Session, layout: &InterviewLayout, speaking: bool) -> Scene {
    let scenario = session.scenario();
    let asker = session.current().map(|(_, question)| question.asked_by);
    let questions = session.plan().len().max(2) - 1;
    Scene {
        room: RoomView {
            width: layout.size.x,
            height: layout.size.y,
            table_top: layout.table_top,
            table_bottom: layout.table_bottom,
            progress: session.asked().saturating_sub(1) as f32 / questions as f32,
        },
        people: scenario
            .panel()
            .iter()
            .zip(&layout.seats)
            .map(|(panelist, seat)| Person {
                look: panelist.look.clone(),
                manner: panelist.manner,
                seat: *seat,
            })
            .collect(),
        plates: true,
        moment: Moment { speaker: asker, speaking, ..Moment::default() },
    }
}

/// Draws the interview's captions, plates and sheet over the stage.
pub fn interview_ui(
    ui: &mut Ui,
    view: &InterviewView<'_>,
    text: &mut String,
    typing: bool,
) -> Option<InterviewAction> {
    section_ui(ui, view);
    bubble_ui(ui, view);
    clock_ui(ui, view, text);
    plates_ui(ui, view);
    if view.paused {
        return pause_ui(ui).map(|action| match action {
            PauseAction::Resume => InterviewAction::Do(Command::Resume),
            PauseAction::Finish => InterviewAction::Do(Command::Finish),
            PauseAction::Leave => InterviewAction::Leave,
        });
    }
    let pause = widgets::key(ui, Key::Escape);
    let pressed = ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(
                event,
                Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. }
            )
        })
    });
    let command = match &view.sheet {
        Sheet::Write => write_ui(ui, view, text),
        Sheet::Pick(cards) => pick_ui(ui, view, cards),
        Sheet::Rate => rate_ui(ui, view),
    };
    if pause {
        return Some(InterviewAction::Do(Command::Pause));
    }
    match command {
        Some(command) => Some(InterviewAction::Do(command)),
        None => (typing && pressed).then_some(InterviewAction::CompleteCaption),
    }
}

fn section_ui(ui: &Ui, view: &InterviewView<'_>) {
    let (painter, rect) = (ui.painter(), view.layout.section);
    widgets::card(painter, rect);
    let (number, of, title) = view.section;
    let line = painter.layout_job(tracked(
        &format!("Section {number} of {of}"),
        SMALL,
        palette::TEAL_TEXT,
    ));
    painter.galley(rect.left_top() + vec2(20.0, 12.0), line, palette::TEAL_TEXT);
    let dots = view.progress.len().min(8) as f32;
    for (index, asked) in view.progress.iter().take(8).enumerate() {
        let x = rect.right() - 22.0 - (dots - 1.0 - index as f32) * 17.0;
        widgets::dot(painter, pos2(x, rect.top() + 21.0), *asked);
    }
    widgets::line_within(
        painter,
        rect.left_top() + vec2(20.0, 43.0),
        rect.width() - 40.0,
        title,
        bold(LABEL),
        palette::INK,
    );
}

fn bubble_ui(ui: &mut Ui, view: &InterviewView<'_>) {
    let rect = view.layout.bubble;
    let seat = view.layout.seats[view.asker];
    widgets::card(ui.painter(), rect);
    let tip = pos2(seat.x.clamp(rect.left() + 40.0, rect.right() - 40.0), rect.bottom() + 16.0);
    ui.painter().add(Shape::convex_polygon(
        vec![tip, pos2(tip.x - 15.0, rect.bottom() - 1.5), pos2(tip.x + 15.0, rect.bottom() - 1.5)],
        palette::PAPER,
        Stroke::NONE,
    ));
    let inner = rect.shrink2(vec2(24.0, 12.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("question"), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        widgets::text(ui, view.plates[view.asker].0, bold(NOTE), palette::CORAL_TEXT);
        widgets::text(ui, view.caption, regular(SPEECH), palette::INK);
    });
}

/// Minutes and seconds.
pub fn clock(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn clock_ui(ui: &Ui, view: &InterviewView<'_>, text: &str) {
    let (painter, rect) = (ui.painter(), view.layout.clock);
    widgets::card(painter, rect);
    let spoken = Answer::seconds(text.split_whitespace().count());
    let over = spoken > view.aim + view.aim / 4;
    let colour = if over { palette::CORAL_TEXT } else { palette::INK };
    let left = rect.left() + 20.0;
    let width = widgets::line(
        painter,
        pos2(left, rect.center().y),
        &clock(spoken),
        bold(DISPLAY * 0.74),
        colour,
    );
    let x = left + width + 16.0;
    let aim = format!("answer · aim {}", clock(view.aim));
    widgets::line(
        painter,
        pos2(x, rect.top() + 22.0),
        "spoken time of your",
        regular(NOTE),
        palette::MUTED,
    );
    let second = if over { "over the aim: time to close" } else { aim.as_str() };
    widgets::line(painter, pos2(x, rect.top() + 41.0), second, regular(NOTE), palette::MUTED);
}

fn plates_ui(ui: &Ui, view: &InterviewView<'_>) {
    for ((title, cares), seat) in view.plates.iter().zip(&view.layout.seats) {
        let plate = seat.plate;
        let narrow = plate.width() < 150.0;
        let width = plate.width() - 28.0;
        let large = widgets::line_size(ui.painter(), title, bold(LABEL)).x <= width;
        let title_font = bold(if large { LABEL } else { NOTE });
        let cares_font = regular(if narrow { SMALL } else { NOTE });
        let centred = |y: f32, text: &str, font, colour| {
            let at = pos2(plate.center().x, y);
            widgets::line_centred_within(ui.painter(), at, width, text, font, colour);
        };
        let middle = plate.center().y - 3.0;
        if cares.is_empty() {
            centred(middle, title, title_font, palette::INK);
        } else {
            centred(middle - 9.0, title, title_font, palette::INK);
            centred(middle + 11.0, &cares_about(cares), cares_font, palette::MUTED);
        }
    }
}

/// The hint as a strip at the top of the sheet; gives what is left of the sheet.
fn hint_ui(ui: &Ui, view: &InterviewView<'_>, rect: Rect) -> Rect {
    let Some(hint) = view.hint else { return rect };
    let strip = Rect::from_min_size(rect.min, vec2(rect.width(), 30.0));
    ui.painter().rect_filled(strip, 10, palette::CREAM);
    let label = widgets::line(
        ui.painter(),
        pos2(strip.left() + 12.0, strip.center().y),
        "Hint",
        bold(NOTE),
        palette::CORAL_TEXT,
    );
    widgets::line_within(
        ui.painter(),
        pos2(strip.left() + 22.0 + label, strip.center().y),
        strip.width() - label - 34.0,
        hint,
        regular(NOTE),
        palette::INK,
    );
    Rect::from_min_max(rect.min + vec2(0.0, 36.0), rect.max)
}

fn write_ui(ui: &mut Ui, view: &InterviewView<'_>, text: &mut String) -> Option<Command> {
    let rect = view.layout.sheet;
    widgets::card(ui.painter(), rect);
    let inner = hint_ui(ui, view, rect.shrink2(vec2(24.0, 14.0)));
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let hint = widgets::key(ui, Key::F1);
    let skip = widgets::key(ui, Key::F2);
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let page = Rect::from_min_max(inner.min, pos2(inner.right(), foot - 10.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(page).id_salt("sheet"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).stick_to_bottom(false).show(ui, |ui| {
            let editor = TextEdit::multiline(text)
                .id(Id::new(EDITOR))
                .frame(egui::Frame::NONE)
                .margin(egui::Margin::ZERO)
                .font(regular(SPEECH))
                .hint_text(
                    egui::RichText::new("Type your answer as you would say it.")
                        .font(regular(SPEECH))
                        .color(palette::MUTED),
                )
                .char_limit(crate::interview::answer::MAX_ANSWER)
                .desired_width(page.width() - 12.0)
                .desired_rows(((page.height() / (SPEECH * LEADING)) as usize).max(2));
            let response = editor.show(ui).response;
            if ui.memory(|memory| memory.focused().is_none()) {
                response.request_focus();
            }
        });
    });
    let buttons = [
        (Pill::Secondary, "Skip", "F2"),
        (Pill::Secondary, "Hint", "F1"),
        (Pill::Primary, "Answer", "Ctrl ⏎"),
    ];
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &buttons);
    let free = responses[0].rect.left() - 16.0;
    lamps_ui(
        ui,
        view,
        Rect::from_min_max(pos2(inner.left(), foot), pos2(free, inner.bottom())),
        text,
    );
    if submit || responses[2].clicked() {
        Some(Command::Answer(text.clone()))
    } else if hint || responses[1].clicked() {
        Some(Command::Hint)
    } else if skip || responses[0].clicked() {
        Some(Command::Skip)
    } else {
        None
    }
}

/// S, T, A and R as lamps, then what was written in numbers.
fn lamps_ui(ui: &Ui, view: &InterviewView<'_>, rect: Rect, text: &str) {
    let painter = ui.painter();
    let middle = rect.center().y;
    let step = 116.0;
    for (index, role) in Role::ALL.into_iter().enumerate() {
        let presence = view.live.map_or(0.0, |live| presence(live, role));
        let x = rect.left() + index as f32 * step;
        widgets::lamp(painter, pos2(x + 15.0, middle), role, presence);
        widgets::line(
            painter,
            pos2(x + 38.0, middle - 8.0),
            role.name(),
            semibold(NOTE),
            palette::INK,
        );
        let track = Rect::from_min_size(pos2(x + 38.0, middle + 5.0), vec2(64.0, 6.0));
        widgets::bar(painter, track, presence, palette::role(role));
    }
    let x = rect.left() + 4.0 * step + 8.0;
    let width = rect.right() - x;
    let words = text.split_whitespace().count();
    let figures = view.live.map_or(0, |live| live.figures);
    let counts = format!(
        "{words} word{} · {figures} figure{}",
        if words == 1 { "" } else { "s" },
        if figures == 1 { "" } else { "s" }
    );
    widgets::line_within(
        painter,
        pos2(x, middle - 9.0),
        width,
        &counts,
        regular(NOTE),
        palette::MUTED,
    );
    let missing = view.live.and_then(still_missing).unwrap_or_default();
    widgets::line_within(
        painter,
        pos2(x, middle + 10.0),
        width,
        missing,
        regular(NOTE),
        palette::MUTED,
    );
}

/// How far a part of the answer is there, 0 to 1.
pub fn presence(assessment: &Assessment, role: Role) -> f32 {
    let id = match role {
        Role::Situation => "situation",
        Role::Task => "task",
        Role::Action => "action",
        Role::Result => "result",
    };
    assessment.finding(id).map_or(0.0, |finding| finding.score)
}

/// The part that an answer of this length should have by now and has not.
fn still_missing(live: &Assessment) -> Option<&'static str> {
    if live.words < 25 {
        return None;
    }
    [
        (Role::Action, "what you did is still missing"),
        (Role::Result, "what came of it is still missing"),
        (Role::Situation, "where this happened is still missing"),
    ]
    .into_iter()
    .find(|(role, _)| presence(live, *role) < 0.35)
    .map(|(_, words)| words)
}

/// The size of a card's text.
const CARD_TEXT: f32 = 13.5;

fn card_width(sheet: f32, cards: usize) -> f32 {
    let count = cards.max(1) as f32;
    (sheet - 12.0 * (count - 1.0)) / count
}

fn pick_ui(ui: &mut Ui, view: &InterviewView<'_>, cards: &[&str]) -> Option<Command> {
    let rect = view.layout.sheet;
    widgets::card(ui.painter(), rect);
    let inner = hint_ui(ui, view, rect.shrink2(vec2(20.0, 16.0)));
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let width = card_width(inner.width(), cards.len());
    let mut picked = None;
    for (place, text) in cards.iter().enumerate() {
        let left = inner.left() + place as f32 * (width + 12.0);
        let card = Rect::from_min_max(pos2(left, inner.top()), pos2(left + width, foot - 12.0));
        let response = ui.allocate_rect(card, egui::Sense::click());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(
                egui::WidgetType::Button,
                true,
                format!("Answer {}: {text}", place + 1),
            )
        });
        let lift =
            ui.animate_bool(response.id.with("hover"), response.hovered() || response.has_focus());
        let painter = ui.painter();
        let fill = palette::blend(palette::CREAM, palette::CORAL_WASH, lift);
        let edge = palette::blend(palette::LINE, palette::CORAL, lift);
        painter.rect(card, 14, fill, Stroke::new(1.5, edge), egui::StrokeKind::Inside);
        widgets::focus_ring(ui, &response, card, egui::CornerRadius::same(14));
        widgets::number_key(painter, card.left_top() + vec2(24.0, 24.0), place + 1, false);
        let text_at = card.left_top() + vec2(16.0, 44.0);
        widgets::block(
            &painter.with_clip_rect(card.shrink(4.0)),
            text_at,
            width - 32.0,
            text,
            regular(CARD_TEXT),
            palette::INK,
        );
        if response.clicked() || widgets::key(ui, NUMBERS[place.min(8)]) {
            picked = Some(Command::Pick(place));
        }
    }
    let keys = if cards.len() < 2 { "1".to_owned() } else { format!("1 – {}", cards.len()) };
    widgets::line(
        ui.painter(),
        pos2(inner.left() + 4.0, foot + widgets::PILL_HEIGHT / 2.0),
        &format!("Pick the strongest answer: press {keys}, or click it."),
        regular(BODY),
        palette::MUTED,
    );
    let hint = widgets::key(ui, Key::F1);
    let skip = widgets::key(ui, Key::F2);
    let buttons = [(Pill::Secondary, "Skip", "F2"), (Pill::Secondary, "Hint", "F1")];
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &buttons);
    if picked.is_some() {
        picked
    } else if hint || responses[1].clicked() {
        Some(Command::Hint)
    } else if skip || responses[0].clicked() {
        Some(Command::Skip)
    } else {
        None
    }
}

/// The number keys, for cards and ratings.
pub const NUMBERS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// What the player's own levels mean, in a word or two.
const OWN_LEVELS: [&str; 5] = ["not an answer yet", "thin", "holds", "strong", "the best I have"];

fn rate_ui(ui: &mut Ui, view: &InterviewView<'_>) -> Option<Command> {
    let rect = view.layout.sheet;
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(28.0, 18.0));
    let painter = ui.painter();
    widgets::line(
        painter,
        inner.left_top() + vec2(0.0, 12.0),
        "Before you see it: how good was that?",
        bold(SPEECH),
        palette::INK,
    );
    widgets::line(
        painter,
        inner.left_top() + vec2(0.0, 36.0),
        "Say your own level first. Comparing the two is how judgement sharpens.",
        regular(NOTE),
        palette::MUTED,
    );
    let pass =
        widgets::pills_from_right(ui, inner.right_top(), &[(Pill::Secondary, "Just show me", "⏎")]);
    let mut rated = None;
    let gap = 12.0;
    let width = (inner.width() - 4.0 * gap) / 5.0;
    let top = inner.top() + 62.0;
    for level in 1..=5u8 {
        let place = usize::from(level - 1);
        let left = inner.left() + f32::from(level - 1) * (width + gap);
        let button = Rect::from_min_max(pos2(left, top), pos2(left + width, inner.bottom()));
        let label = format!("{level} · {}", OWN_LEVELS[place]);
        if widgets::pill(ui, button, Pill::Secondary, &label, "").clicked()
            || widgets::key(ui, NUMBERS[place])
        {
            rated = Some(Command::Rate(Some(Level::new(level))));
        }
    }
    if rated.is_none() && (pass[0].clicked() || widgets::enter(ui)) {
        rated = Some(Command::Rate(None));
    }
    rated
}
