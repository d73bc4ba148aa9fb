//! Today's practice on the title: what the next minutes are best spent on, and why each.

use bevy_egui::egui::{Key, Painter, Rect, Ui, Vec2, pos2, vec2};

use crate::{
    game::theme::{
        keys, palette, reading, text,
        type_scale::{LABEL, NOTE, SPEECH, bold, regular},
        widgets::{self, Pill},
    },
    interview::practice::plan::Pick,
    play::{ComingPractice, Today},
};

/// What the card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TodayView {
    /// What it is about: the day, and the panel that comes next.
    pub about: String,
    /// How much is to be practised, in one line.
    pub headline: String,
    /// The questions, each with its reason.
    pub questions: Vec<(String, String)>,
    /// What else there is to say.
    pub notes: Vec<String>,
    /// Whether there is anything to look back at.
    pub is_first: bool,
}

/// What the player wants of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TodayAction {
    /// Begins today's practice.
    Practise,
    /// Looks at how the answers grew.
    Progress,
}

/// What is said before anything was answered.
const FIRST: &str = "Take a seat and answer one question, or all of them. From then on this card says each day what your minutes are best \
    spent on, and why.";
/// What is said before any panel has its day.
const NO_DATE: &str = "When is your panel? Its day is set in the briefing.";

impl TodayView {
    /// What is to be shown of a day's practice, and of the next where nothing is due.
    pub fn of(today: &Today, next: Option<&ComingPractice>) -> Self {
        let day = today.day;
        let about = match today.panels.first() {
            Some((_, panel)) => match panel.day.since(day) {
                0 => "Today · your panel is today".to_owned(),
                1 => "Today · your panel is tomorrow".to_owned(),
                days => format!("Today · your panel is in {days} days"),
            },
            None => "Today".to_owned(),
        };
        let no_date = today.panels.is_empty().then(|| NO_DATE.to_owned());
        if today.is_first() {
            let headline = "Begin with your first interview".to_owned();
            let notes = [Some(FIRST.to_owned()), no_date].into_iter().flatten().collect();
            return Self { about, headline, questions: Vec::new(), notes, is_first: true };
        }
        let question = |pick: &Pick| (today.question(pick).text.clone(), pick.reason.in_words(day));
        let of_next = next.filter(|_| today.plan.picks.is_empty()).map(|next| next.in_words(day));
        Self {
            about,
            headline: today.plan.headline(),
            questions: today.plan.picks.iter().map(question).collect(),
            notes: [of_next, today.plan.out_of_reach_in_words(), no_date]
                .into_iter()
                .flatten()
                .collect(),
            is_first: false,
        }
    }

    /// Whether there is something to practise.
    pub fn is_due(&self) -> bool {
        !self.questions.is_empty()
    }
}

/// The room around the card's contents.
const PADDING: Vec2 = vec2(24.0, 18.0);
/// The height of the line that says what the card is about.
const ABOUT: f32 = 22.0;
/// The size of a question's words.
const WORDS: f32 = 14.0;
/// The room for the number before a question.
const NUMBER: f32 = 24.0;
/// What lies free between two questions, and above the buttons.
const GAP: f32 = 8.0;

/// Where the card stands on a screen, as high as its contents want, and how many of the questions it has room for.
pub(super) fn place(painter: &Painter, screen: Rect, view: &TodayView) -> (Rect, usize) {
    let (left, right) = (528.0_f32.min(screen.right() - 300.0), screen.right() - 32.0);
    let width = (right - left).min(760.0);
    let words = width - 2.0 * PADDING.x;
    // Where it is narrow, questions take two lines, and it may be higher for them.
    let most = screen.height() * if width < 600.0 { 0.47 } else { 0.4 };
    let mut height = 2.0 * PADDING.y + ABOUT + headline_height(painter, words, view);
    if !view.is_first {
        height += GAP + widgets::PILL_HEIGHT;
    }
    let note = |note: &String| text::block_height(painter, words, note, regular(NOTE)) + 4.0;
    let notes: f32 = view.notes.iter().map(note).sum();
    height += notes;
    let mut shown = 0;
    for (place, question) in view.questions.iter().enumerate() {
        let row = QuestionRow::of(painter, words, question).height;
        if shown > 0 && height + row > most {
            break;
        }
        height += row;
        shown = place + 1;
    }
    let corner = pos2(right - width, screen.bottom() - 24.0 - height);
    (Rect::from_min_size(corner, vec2(width, height)), shown)
}

fn headline_height(painter: &Painter, words: f32, view: &TodayView) -> f32 {
    text::block_height(painter, words, &view.headline, bold(SPEECH)) + GAP
}

/// How a question and its reason stand in their row: the reason beside the question where that leaves room for it, else below.
struct QuestionRow {
    beside: bool,
    question: f32,
    height: f32,
}

impl QuestionRow {
    fn of(painter: &Painter, words: f32, (question, reason): &(String, String)) -> Self {
        let within = words - NUMBER;
        let wide = |text: &str, size| text::line_size(painter, text, regular(size)).x;
        let beside = wide(question, WORDS) + wide(reason, NOTE) + 24.0 <= within;
        let question = text::block_height(painter, within, question, regular(WORDS));
        let below = text::block_height(painter, within, reason, regular(NOTE));
        let height = question + if beside { 0.0 } else { below } + GAP;
        Self { beside, question, height }
    }
}

/// Draws the card.
pub fn today_ui(ui: &mut Ui, view: &TodayView) -> Option<TodayAction> {
    let (card, shown) = place(ui.painter(), ui.max_rect(), view);
    widgets::card(ui.painter(), card);
    let inner = card.shrink2(PADDING);
    let mut y = inner.top();
    text::overline(ui, inner.left_top(), &view.about, NOTE, palette::TEAL_TEXT);
    y += ABOUT;
    let heading = reading::heading(ui, 2);
    let at = pos2(inner.left(), y);
    text::block(&heading, at, inner.width(), &view.headline, bold(SPEECH), palette::INK);
    y += headline_height(ui.painter(), inner.width(), view);
    for (number, both) in view.questions.iter().take(shown).enumerate() {
        let row = QuestionRow::of(ui.painter(), inner.width(), both);
        let (question, reason) = both;
        let width = inner.width() - NUMBER;
        let at = pos2(inner.left() + NUMBER, y);
        let before = pos2(inner.left(), y + 9.5);
        let number = (number + 1).to_string();
        text::line(ui.painter(), before, &number, bold(NOTE), palette::CORAL_TEXT);
        text::block(ui, at, width, question, regular(WORDS), palette::INK);
        if row.beside {
            let right = pos2(inner.right(), y + 9.5);
            text::line_right(ui, right, reason, regular(NOTE), palette::MUTED);
        } else {
            let at = at + vec2(0.0, row.question);
            text::block(ui, at, width, reason, regular(NOTE), palette::MUTED);
        }
        y += row.height;
    }
    for note in &view.notes {
        let size = if view.is_first { LABEL - 2.0 } else { NOTE };
        let at = pos2(inner.left(), y);
        y += text::block(ui, at, inner.width(), note, regular(size), palette::MUTED) + 4.0;
    }
    if view.is_first {
        return None;
    }
    let foot = pos2(inner.right(), inner.bottom() - widgets::PILL_HEIGHT);
    let both = [(Pill::Secondary, "Your progress", "P"), (Pill::Primary, "Practise today", "T")];
    let pills = if view.is_due() { &both[..] } else { &both[..1] };
    let more = view.questions.len() - shown;
    if more > 0 {
        let said = format!("and {more} more");
        let at = pos2(inner.left(), inner.bottom() - widgets::PILL_HEIGHT / 2.0);
        let room = inner.width() - widgets::pills_width(ui, pills) - 12.0;
        // Where there is no room for it, the headline has said how many there are.
        if text::line_size(ui.painter(), &said, regular(NOTE)).x <= room {
            text::line(ui, at, &said, regular(NOTE), palette::MUTED);
        }
    }
    let clicked: Vec<bool> =
        widgets::pills_from_right(ui, foot, pills).iter().map(|pill| pill.clicked()).collect();
    if clicked[0] || keys::pressed(ui, Key::P) {
        Some(TodayAction::Progress)
    } else if view.is_due()
        && (clicked.get(1).is_some_and(|clicked| *clicked) || keys::pressed(ui, Key::T))
    {
        Some(TodayAction::Practise)
    } else {
        None
    }
}
