//! The debrief: levels by section, what went well, the one next step, and the panel's vote.

use bevy::prelude::*;
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass,
    egui::{self, Align2, Key, Rect, Ui, pos2, vec2},
};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        screen::Screen,
        screens,
        session::{ActiveSession, Intent, SessionFinished},
        stage::{StageView, acting::pose::Expression, figure::portrait},
        theme::{
            palette,
            reading::{self, Reads},
            type_scale::{BODY, HEADING, LABEL, NOTE, SMALL, bold, regular, semibold, tracked},
            widgets::{self, Pill},
        },
    },
    interview::{
        debrief::{Debrief, PanelistVerdict, Vote},
        scenario::Panelist,
    },
};

pub(super) fn plugin(app: &mut App) {
    app.add_observer(keep_debrief).add_systems(
        EguiPrimaryContextPass,
        caught(show).in_set(AppSystems::Present).run_if(in_state(Screen::Debrief)),
    );
}

/// The debrief of the session that was finished.
#[derive(Resource, Clone, Debug)]
pub struct Shown(pub Debrief);

/// What the player did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefAction {
    /// Plays the same interview again.
    Again,
    /// Goes to the title.
    Title,
}

fn keep_debrief(_: On<SessionFinished>, active: Res<ActiveSession>, mut commands: Commands) {
    commands.insert_resource(Shown(Debrief::of(active.get())));
}

fn show(
    mut contexts: EguiContexts,
    active: Option<Res<ActiveSession>>,
    shown: Option<Res<Shown>>,
    mut stage: ResMut<StageView>,
    mut intents: MessageWriter<Intent>,
) -> Result {
    let (Some(active), Some(shown)) = (active, shown) else { return Ok(()) };
    let mut ui = screens::root(contexts.ctx_mut()?);
    stage.set_if_neq(StageView::default());
    match debrief_ui(&mut ui, &shown.0, active.get().scenario().panel()) {
        Some(DebriefAction::Again) => {
            intents.write(Intent::Begin(active.get().settings()));
        }
        Some(DebriefAction::Title) => {
            intents.write(Intent::Leave);
        }
        None => {}
    }
    Ok(())
}

/// Draws the debrief.
pub fn debrief_ui(ui: &mut Ui, debrief: &Debrief, panel: &[Panelist]) -> Option<DebriefAction> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let page = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 28.0));
    heading_ui(ui, page, debrief);
    let body = Rect::from_min_max(
        page.left_top() + vec2(0.0, 72.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let gap = 16.0;
    let votes =
        if debrief.panel.is_empty() { 0.0 } else { (body.height() * 0.4).clamp(200.0, 280.0) };
    let upper = Rect::from_min_max(
        body.min,
        pos2(body.right(), body.bottom() - votes - if votes > 0.0 { gap } else { 0.0 }),
    );
    let left = Rect::from_min_size(upper.min, vec2(upper.width() * 0.44, upper.height()));
    let right = Rect::from_min_max(pos2(left.right() + gap, upper.top()), upper.max);
    sections_ui(ui, left, debrief);
    learnt_ui(ui, right, debrief);
    if votes > 0.0 {
        votes_ui(
            ui,
            Rect::from_min_max(pos2(body.left(), body.bottom() - votes), body.max),
            debrief,
            panel,
        );
    }
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let again = Rect::from_min_size(
        pos2(page.left(), y),
        vec2(widgets::pill_width(ui, "Play it again", "R"), widgets::PILL_HEIGHT),
    );
    let again = widgets::pill(ui, again, Pill::Secondary, "Play it again", "R").clicked()
        || widgets::key(ui, Key::R);
    let done =
        widgets::pills_from_right(ui, pos2(page.right(), y), &[(Pill::Primary, "Done", "⏎")]);
    if done[0].clicked() || widgets::enter(ui) {
        return Some(DebriefAction::Title);
    }
    again.then_some(DebriefAction::Again)
}

fn heading_ui(ui: &Ui, page: Rect, debrief: &Debrief) {
    let answered = format!("Debrief · {}", debrief.answered_in_words());
    widgets::overline(ui, page.left_top(), &answered, NOTE, palette::TEAL_TEXT);
    let title = debrief.headline();
    let on = reading::saying(ui, Reads::Opening, &title);
    widgets::line(&on, page.left_top() + vec2(0.0, 40.0), &title, bold(HEADING), palette::INK);
    if let (Some(rating), Some(rests_on)) = (debrief.rating, debrief.rests_on()) {
        let mean = format!("mean rating {rating:.1} of 5 · {rests_on}");
        widgets::line_right(
            ui,
            page.right_top() + vec2(0.0, 40.0),
            &mean,
            semibold(BODY),
            palette::INK,
        );
    }
    let seed = format!("{} · seed {}", debrief.scenario, debrief.settings.seed);
    widgets::line_right(
        ui,
        page.right_top() + vec2(0.0, 9.0),
        &seed,
        regular(NOTE),
        palette::MUTED,
    );
}

fn sections_ui(ui: &mut Ui, rect: Rect, debrief: &Debrief) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    widgets::line(
        &reading::heading(ui, 2),
        inner.left_top() + vec2(0.0, 8.0),
        "Level by section",
        bold(LABEL),
        palette::INK,
    );
    if let Some(own) = debrief.own_ratings {
        let gap = format!("your own ratings: {}", own.in_words());
        widgets::line_right(
            ui,
            inner.right_top() + vec2(0.0, 8.0),
            &gap,
            regular(NOTE),
            palette::MUTED,
        );
    }
    let list = Rect::from_min_max(inner.left_top() + vec2(0.0, 28.0), inner.max + vec2(8.0, 8.0));
    let row = (list.height() / debrief.sections.len().max(1) as f32).clamp(40.0, 64.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(list).id_salt("levels"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            for section in &debrief.sections {
                let (line, _) =
                    ui.allocate_exact_size(vec2(list.width() - 8.0, row), egui::Sense::hover());
                let said = section.in_words();
                let whole = format!("{}: {said}", section.title);
                let painter = ui.painter();
                let middle = line.center().y;
                let bar = Rect::from_min_size(
                    pos2(line.right() - 176.0, middle - 5.0),
                    vec2(132.0, 10.0),
                );
                let name = line.with_max_x(bar.left() - 14.0).shrink2(vec2(0.0, 2.0));
                widgets::fitted(
                    &reading::saying(ui, Reads::Text, &whole),
                    name,
                    Align2::LEFT_CENTER,
                    &section.title,
                    regular(BODY),
                    palette::INK,
                );
                if section.mean.is_some() {
                    widgets::level_bar(painter, bar, section.level, palette::CORAL);
                    widgets::line_right(
                        painter,
                        pos2(line.right(), middle),
                        &said,
                        bold(LABEL),
                        palette::INK,
                    );
                } else {
                    widgets::line_right(
                        painter,
                        pos2(line.right(), middle),
                        &said,
                        regular(NOTE),
                        palette::MUTED,
                    );
                }
            }
        });
    });
}

fn learnt_ui(ui: &mut Ui, rect: Rect, debrief: &Debrief) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner).id_salt("learnt"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.set_width(inner.width() - 10.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some(next) = &debrief.next {
                egui::Frame::new()
                    .fill(palette::CORAL_WASH)
                    .corner_radius(14)
                    .inner_margin(egui::Margin::symmetric(18, 12))
                    .show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        let title = next.step.headed("Your next step");
                        let label = ui.label(tracked(&title, SMALL, palette::CORAL_TEXT));
                        reading::say_as(&label, Reads::Heading(2), &title);
                        widgets::text(ui, &next.step.sentence, semibold(BODY), palette::INK);
                        widgets::text(
                            ui,
                            &format!("on “{}”", next.text),
                            regular(NOTE),
                            palette::MUTED,
                        );
                    });
                ui.add_space(10.0);
            }
            widgets::heading(ui, 2, "What went well", bold(LABEL), palette::INK);
            if debrief.strengths.is_empty() {
                let sentence = if debrief.answered == 0 {
                    "Answer at least one question, and the panel will say what it heard."
                } else {
                    "Nothing stood out yet."
                };
                widgets::text(ui, sentence, regular(BODY), palette::MUTED);
            }
            for strength in &debrief.strengths {
                ui.add_space(4.0);
                widgets::text(ui, &format!("“{}”", strength.quote), regular(BODY), palette::INK);
                widgets::text(ui, &strength.sentence, regular(NOTE), palette::MUTED);
            }
        });
    });
}

fn votes_ui(ui: &mut Ui, rect: Rect, debrief: &Debrief, panel: &[Panelist]) {
    let gap = 16.0;
    let count = panel.len() as f32;
    let width = (rect.width() - gap * (count - 1.0)) / count;
    for (seat, (verdict, panelist)) in debrief.panel.iter().zip(panel).enumerate() {
        let left = rect.left() + seat as f32 * (width + gap);
        let card = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        vote_ui(ui, card, verdict, panelist);
    }
}

fn vote_ui(ui: &mut Ui, card: Rect, verdict: &PanelistVerdict, panelist: &Panelist) {
    widgets::card(ui.painter(), card);
    let inner = card.shrink(20.0);
    let roomy = card.width() > 360.0;
    let picture = if roomy {
        let height = inner.height();
        Rect::from_min_size(inner.min, vec2((height * 0.86).min(inner.width() * 0.3), height))
    } else {
        Rect::from_min_size(inner.min, vec2(58.0, 66.0))
    };
    portrait::paint(ui.painter(), picture, &panelist.look, &face(verdict.vote).pose());
    let x = picture.right() + 18.0;
    let head = Rect::from_min_max(pos2(x, inner.top()), pos2(inner.right(), inner.top() + 64.0));
    let said = format!("{}: {}, {:.1} of 5", verdict.title, verdict.vote.name(), verdict.mean);
    let name = Rect::from_min_size(head.min - vec2(0.0, 9.0), vec2(head.width() - 90.0, 36.0));
    widgets::fitted(
        &reading::saying(ui, Reads::Heading(2), &said),
        name,
        Align2::LEFT_CENTER,
        &verdict.title,
        bold(LABEL),
        palette::INK,
    );
    let painter = ui.painter();
    let mean = format!("{:.1} of 5", verdict.mean);
    widgets::line_right(
        painter,
        head.right_top() + vec2(0.0, 9.0),
        &mean,
        regular(NOTE),
        palette::MUTED,
    );
    vote_mark(painter, head.left_top() + vec2(0.0, 40.0), verdict.vote);
    let top = if roomy { head.bottom() } else { picture.bottom() + 12.0 };
    let left = if roomy { x } else { inner.left() };
    let words = Rect::from_min_max(pos2(left, top), inner.max + vec2(0.0, 8.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(words).id_salt(&verdict.title), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            widgets::scroll_by_keys(ui);
            ui.set_width(words.width() - 8.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            if let Some((_, quote)) = &verdict.quote {
                widgets::text(ui, &format!("“{quote}”"), regular(14.0), palette::INK);
            }
            widgets::text(ui, &verdict.sentence, regular(NOTE), palette::MUTED);
        });
    });
}

/// The vote as a chip: its words say it, its colour repeats it.
fn vote_mark(painter: &egui::Painter, at: egui::Pos2, vote: Vote) {
    let (fill, ink) = match vote {
        Vote::StrongYes => (palette::TEAL, palette::INK),
        Vote::Yes => (palette::TEAL_WASH, palette::TEAL_TEXT),
        Vote::No => (palette::CORAL_WASH, palette::CORAL_TEXT),
        Vote::StrongNo => (palette::CORAL, palette::INK),
    };
    let size = widgets::line_size(painter, vote.name(), bold(NOTE));
    let rect = Rect::from_min_size(at - vec2(0.0, 13.0), vec2(size.x + 24.0, 26.0));
    painter.rect_filled(rect, 13, fill);
    widgets::line_centred(painter, rect.center(), vote.name(), bold(NOTE), ink);
}

/// How a panelist looks while they say their vote.
fn face(vote: Vote) -> Expression {
    match vote {
        Vote::StrongYes => Expression::Impressed,
        Vote::Yes => Expression::Warm,
        Vote::No => Expression::Attentive,
        Vote::StrongNo => Expression::Sceptical,
    }
}
