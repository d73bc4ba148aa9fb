//! The practice of earlier days: how the answers grew, those that are kept, the interviews by date, and what each opens.

mod answer;
mod book;
mod comparison;
mod interviews;
mod past_debrief;
mod plots;
mod progress;
mod table;

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        practice::{
            PracticeDesk,
            errands::Errand,
            pages::{OpenPage, PageContent, PracticePage},
        },
        screen::Screen,
        screens::{self, debrief, feedback::page_ui},
        stage::StageView,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{BODY, HEADING, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::practice::day::Day,
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PracticeTrail>().add_systems(OnEnter(Screen::Practice), open).add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Practice)),
    );
}

/// The pages that lead to the one that is on, that one last.
#[derive(Resource, Debug, Default)]
pub struct PracticeTrail {
    pages: Vec<PracticePage>,
    /// Where on them the player is.
    pub place: PracticePlace,
}

/// Where on the pages of the practice the player is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticePlace {
    /// What of the progress is looked at.
    pub part: ProgressPart,
    /// The question whose plot is shown.
    pub question: usize,
    /// Where in the debrief of an earlier interview.
    pub debrief: debrief::Page,
}

/// What of the progress is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProgressPart {
    /// Each question by itself.
    #[default]
    Questions,
    /// Sections.
    Sections,
    /// Competencies over all scenarios.
    Competencies,
    /// Days.
    Days,
}

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PracticeAction {
    /// Opens a page from this one.
    Open(PracticePage),
    /// Looks at another page in its place.
    Instead(PracticePage),
    /// Keeps an answer, or keeps it no longer.
    Keep(i64, bool),
    /// Goes back to where this page was opened.
    Back,
}

impl PracticeTrail {
    /// Goes where the player wants; whether that is away from the practice.
    fn follow(&mut self, action: PracticeAction) -> bool {
        match action {
            PracticeAction::Open(page) => self.pages.push(page),
            PracticeAction::Instead(page) => {
                self.pages.pop();
                self.pages.push(page);
            }
            PracticeAction::Back => {
                self.pages.pop();
            }
            PracticeAction::Keep(..) => {}
        }
        self.pages.is_empty()
    }
}

fn open(mut trail: ResMut<PracticeTrail>, mut desk: ResMut<PracticeDesk>) {
    *trail = PracticeTrail { pages: vec![PracticePage::Progress], ..PracticeTrail::default() };
    desk.page = None;
    desk.send(Errand::Page(PracticePage::Progress));
}

fn show(
    mut contexts: EguiContexts,
    mut trail: ResMut<PracticeTrail>,
    mut desk: ResMut<PracticeDesk>,
    mut stage: ResMut<StageView>,
    mut next: ResMut<NextState<Screen>>,
) -> Result {
    let mut ui = screens::page(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    let trail = trail.bypass_change_detection();
    let Some(page) = trail.pages.last().copied() else {
        next.set(Screen::Title);
        return Ok(());
    };
    let action = match desk.opened(page) {
        Some(open) => practice_ui(&mut ui, open, &mut trail.place),
        None => waiting_ui(&mut ui),
    };
    let Some(action) = action else { return Ok(()) };
    if let PracticeAction::Keep(attempt, kept) = action {
        desk.send(Errand::KeepPast { attempt, kept, page });
    }
    if trail.follow(action) {
        next.set(Screen::Title);
    } else if let Some(page) = trail.pages.last().copied().filter(|now| *now != page) {
        trail.place.debrief = debrief::Page::default();
        desk.send(Errand::Page(page));
    }
    Ok(())
}

/// What is to be seen until a page was read.
fn waiting_ui(ui: &mut Ui) -> Option<PracticeAction> {
    let page = page_ui(ui);
    text::overline(ui, page.left_top(), "Your practice", NOTE, palette::TEAL_TEXT);
    let at = page.left_top() + vec2(0.0, 40.0);
    text::line(ui, at, "Reading your history …", regular(BODY), palette::MUTED);
    back_ui(ui, page)
}

/// Draws a page.
pub fn practice_ui(
    ui: &mut Ui,
    open: &OpenPage,
    place: &mut PracticePlace,
) -> Option<PracticeAction> {
    let content = match &open.content {
        Ok(content) => content,
        Err(why) => return refused_ui(ui, why),
    };
    match content {
        PageContent::Progress(page) => framed(ui, open.page, &page.headline(), |ui, body| {
            progress::progress_ui(ui, body, (page.as_ref(), open.today), place)
        }),
        PageContent::Answers(book) => {
            let title = match book.len() {
                0 => "No answer is kept yet".to_owned(),
                1 => "Your story book: 1 answer".to_owned(),
                count => format!("Your story book: {count} answers"),
            };
            framed(ui, open.page, &title, |ui, body| book::book_ui(ui, body, book))
        }
        PageContent::Interviews(sessions) => {
            let title = "Your interviews by date";
            framed(ui, open.page, title, |ui, body| {
                interviews::interviews_ui(ui, body, sessions, open.today)
            })
        }
        PageContent::Attempt(answer) => answer::answer_page_ui(ui, answer, open.today),
        PageContent::Comparison(both) => comparison::comparison_ui(ui, both, open.today),
        PageContent::Interview(past) => {
            past_debrief::past_debrief_ui(ui, past, open.today, &mut place.debrief)
        }
    }
}

/// A page that cannot be shown, and why.
fn refused_ui(ui: &mut Ui, why: &str) -> Option<PracticeAction> {
    let page = page_ui(ui);
    text::overline(ui, page.left_top(), "Your practice", NOTE, palette::TEAL_TEXT);
    let on = reading::saying(ui, Reads::Opening, why);
    let at = page.left_top() + vec2(0.0, 30.0);
    text::block(&on, at, page.width(), why, regular(BODY), palette::INK);
    back_ui(ui, page)
}

/// The pages that can be gone to from each other, with their keys.
const TABS: [(PracticePage, &str, &str, Key); 3] = [
    (PracticePage::Progress, "Progress", "1", Key::Num1),
    (PracticePage::Answers, "My answers", "2", Key::Num2),
    (PracticePage::Interviews, "Interviews", "3", Key::Num3),
];

/// Draws one of the pages that can be gone to from each other, with the ways to the others.
fn framed(
    ui: &mut Ui,
    on: PracticePage,
    title: &str,
    draw: impl FnOnce(&mut Ui, Rect) -> Option<PracticeAction>,
) -> Option<PracticeAction> {
    let page = page_ui(ui);
    text::overline(ui, page.left_top(), "Your practice", NOTE, palette::TEAL_TEXT);
    let tabs: f32 = TABS.iter().map(|(_, label, key, _)| tab_width(ui, label, key) + 8.0).sum();
    let heading = reading::saying(ui, Reads::Opening, title);
    let place = Rect::from_min_max(
        page.left_top() + vec2(0.0, 20.0),
        pos2(page.right() - tabs - 12.0, page.top() + 62.0),
    );
    let align = bevy_egui::egui::Align2::LEFT_CENTER;
    text::fitted(&heading, place, align, title, bold(HEADING), palette::INK);
    let mut gone = None;
    let mut left = page.right() - tabs + 8.0;
    for (tab, label, name, key) in TABS {
        let size = vec2(tab_width(ui, label, name), 36.0);
        let rect = Rect::from_min_size(pos2(left, page.top() + 20.0), size);
        left = rect.right() + 8.0;
        let clicked = one_of(ui, rect, tab == on, (label, name));
        if (clicked || keys::pressed(ui, key)) && tab != on {
            gone = Some(PracticeAction::Instead(tab));
        }
    }
    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 72.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let done = draw(ui, body);
    gone.or(done).or_else(|| back_ui(ui, page))
}

/// A pill of several of which one is chosen; that one needs no key. Whether it was clicked.
fn one_of(ui: &mut Ui, rect: Rect, chosen: bool, (label, key): (&str, &str)) -> bool {
    let shown = if chosen { "" } else { key };
    let pill = widgets::pill(ui, rect, Pill::Choice(chosen), label, shown);
    keys::name(&pill, key);
    pill.clicked()
}

fn tab_width(ui: &Ui, label: &str, key: &str) -> f32 {
    widgets::pill_width(ui, label, key) - 14.0
}

/// The place of a button in the line at the foot, from the left.
fn foot(ui: &Ui, page: Rect, left: f32, label: &str, key: &str) -> Rect {
    let size = vec2(widgets::pill_width(ui, label, key), widgets::PILL_HEIGHT);
    Rect::from_min_size(pos2(left, page.bottom() - widgets::PILL_HEIGHT), size)
}

/// The way back.
fn back_ui(ui: &mut Ui, page: Rect) -> Option<PracticeAction> {
    let rect = foot(ui, page, page.left(), "Back", "Esc");
    let clicked = widgets::pill(ui, rect, Pill::Secondary, "Back", "Esc").clicked();
    (clicked || keys::pressed(ui, Key::Escape)).then_some(PracticeAction::Back)
}

/// A day as it begins a line: "Monday", "14 November".
fn day_in_words(day: Day, today: Day) -> String {
    let told = day.seen_from(today);
    let told = told.strip_prefix("on ").unwrap_or(&told).to_owned();
    let mut letters = told.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
