//! How the answers grew: by question, by section, by competency, by day, each as a plot with its table.

use bevy_egui::egui::{
    self, CornerRadius, Key, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    WidgetType, pos2, vec2,
};

use crate::{
    game::{
        practice::pages::PracticePage,
        screens::practice::{
            PracticeAction, PracticePlace, ProgressPart, day_in_words, one_of,
            plots::{self, PlotMark, key_ui},
            table::{PracticeTable, TableRow},
        },
        theme::{
            keys, palette, reading, text,
            type_scale::{LABEL, NOTE, bold, regular, semibold},
            widgets,
        },
    },
    interview::{
        practice::day::Day,
        progress::{
            growth::{QuestionGrowth, took_in_words},
            own_ratings::RatedAnswer,
            standing::Standing,
        },
        text::Text,
    },
    play::ProgressPage,
};

/// The parts, with what they are called and their keys.
const PARTS: [(ProgressPart, &str, &str, Key); 4] = [
    (ProgressPart::Questions, "By question", "Q", Key::Q),
    (ProgressPart::Sections, "By section", "S", Key::S),
    (ProgressPart::Competencies, "By competency", "C", Key::C),
    (ProgressPart::Days, "By day", "D", Key::D),
];
/// The height of the line with the parts.
const LINE: f32 = 36.0;
/// The size of a question's words in the list.
const WORDS: f32 = 14.0;

/// Draws the page.
pub(super) fn progress_ui(
    ui: &mut Ui,
    body: Rect,
    (page, today): (&ProgressPage, Day),
    place: &mut PracticePlace,
) -> Option<PracticeAction> {
    if page.questions.is_empty() {
        let said = "Nothing was answered yet. Go back, take a seat, and answer a question: from then on you see here \
                    how each answer grows.";
        text::block(ui, body.min, body.width(), said, regular(LABEL), palette::MUTED);
        return None;
    }
    let mut left = body.left();
    for (part, label, name, key) in PARTS {
        let size = vec2(widgets::pill_width(ui, label, name) - 14.0, LINE);
        let rect = Rect::from_min_size(pos2(left, body.top()), size);
        left = rect.right() + 8.0;
        if one_of(ui, rect, part == place.part, (label, name)) || keys::pressed(ui, key) {
            place.part = part;
        }
    }
    let notes = [page.improved.as_deref(), page.own_ratings.as_deref()];
    let note = notes.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let mut top = body.top() + LINE + 12.0;
    if !note.is_empty() {
        let at = pos2(body.left(), top - 2.0);
        top += text::block(ui, at, body.width(), &note, regular(LABEL), palette::INK) + 8.0;
    }
    let rest = body.with_min_y(top);
    match place.part {
        ProgressPart::Questions => questions_ui(ui, rest, (page, today), place),
        ProgressPart::Sections => {
            standing_ui(ui, rest, "By section", &page.sections);
            None
        }
        ProgressPart::Competencies => {
            standing_ui(ui, rest, "By competency, over all interviews", &page.competencies);
            None
        }
        ProgressPart::Days => {
            days_ui(ui, rest, page, today);
            None
        }
    }
}

/// Two cards side by side: the left one of this share of the width.
fn halves(rect: Rect, share: f32) -> [Rect; 2] {
    let left = ((rect.width() - 16.0) * share).round();
    let one = Rect::from_min_size(rect.min, vec2(left, rect.height()));
    [one, Rect::from_min_max(pos2(one.right() + 16.0, rect.top()), rect.max)]
}

fn questions_ui(
    ui: &mut Ui,
    rect: Rect,
    (page, today): (&ProgressPage, Day),
    place: &mut PracticePlace,
) -> Option<PracticeAction> {
    let last = page.questions.len() - 1;
    let before = place.question;
    place.question = place.question.min(last);
    if keys::pressed(ui, Key::ArrowDown) {
        place.question = (place.question + 1).min(last);
    } else if keys::pressed(ui, Key::ArrowUp) {
        place.question = place.question.saturating_sub(1);
    }
    let moved = before != place.question;
    let [left, right] = halves(rect, 0.38);
    list_ui(ui, left, &page.questions, place, moved);
    let growth = &page.questions[place.question];
    let rated = page.last_rated.as_ref();
    growth_ui(ui, right, growth, today, rated)
}

/// The questions, each with its levels, to choose one from.
fn list_ui(
    ui: &mut Ui,
    rect: Rect,
    questions: &[QuestionGrowth],
    place: &mut PracticePlace,
    moved: bool,
) {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(20.0, 16.0));
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 10.0);
    text::line(&heading, at, "Questions", bold(LABEL), palette::INK);
    let right = inner.right_top() + vec2(0.0, 10.0);
    text::line_right(ui, right, "↑ ↓ choose · ⏎ opens the last", regular(NOTE), palette::MUTED);
    let list = Rect::from_min_max(inner.min + vec2(-8.0, 28.0), inner.max + vec2(8.0, 6.0));
    ui.scope_builder(UiBuilder::new().max_rect(list).id_salt("grown questions"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            widgets::set_width(ui, list.width() - 10.0);
            for (index, question) in questions.iter().enumerate() {
                let chosen = index == place.question;
                let response = listed_ui(ui, question, chosen);
                if response.clicked() {
                    place.question = index;
                }
                if chosen && moved {
                    response.scroll_to_me(None);
                }
            }
        });
    });
}

/// A question of the list with its levels.
fn listed_ui(ui: &mut Ui, question: &QuestionGrowth, chosen: bool) -> egui::Response {
    let width = ui.available_width() - 20.0;
    let several = if question.points.len() > 1 { "levels" } else { "level" };
    let levels = format!("{several} {}", question.last_levels_in_words());
    let height = text::block_height(ui.painter(), width, &question.text, regular(WORDS));
    let size = vec2(ui.available_width(), height + 34.0);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let said = format!("{} {levels}", question.text);
        WidgetInfo::selected(WidgetType::RadioButton, true, chosen, said)
    });
    let painter = ui.painter();
    let radius = CornerRadius::same(10);
    if chosen {
        let edge = Stroke::new(1.5, palette::CORAL);
        painter.rect(row, radius, palette::CREAM, edge, StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_filled(row, radius, palette::CREAM);
    }
    keys::focus_ring(ui, &response, row.shrink(3.0), radius);
    let at = row.min + vec2(10.0, 6.0);
    text::block(painter, at, width, &question.text, regular(WORDS), palette::INK);
    let at = pos2(at.x, row.bottom() - 14.0);
    text::line_within(painter, at, width, &levels, semibold(NOTE), palette::TEAL_TEXT);
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The plots of a question with their table.
fn growth_ui(
    ui: &mut Ui,
    rect: Rect,
    growth: &QuestionGrowth,
    today: Day,
    rated: Option<&RatedAnswer>,
) -> Option<PracticeAction> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(20.0, 16.0));
    let title = inner.with_max_y(inner.top() + 40.0);
    let heading = reading::heading(ui, 2);
    let align = egui::Align2::LEFT_TOP;
    text::fitted(&heading, title, align, &growth.text, bold(LABEL), palette::INK);
    let legend = pos2(inner.left(), title.bottom() + 12.0);
    let x = key_ui(ui, legend, PlotMark::Level, "level");
    let x = key_ui(ui, pos2(x, legend.y), PlotMark::Own, "your own rating");
    let times = growth.points.iter().any(|point| point.seconds.is_some_and(|s| s > 0));
    let plots = Rect::from_min_max(
        pos2(inner.left(), legend.y + 12.0),
        pos2(inner.right(), inner.top() + 64.0 + (inner.height() - 64.0) * 0.5),
    );
    let mut opened = None;
    if times {
        let [levels, times] = halves(plots, 0.64);
        key_ui(ui, pos2(times.left().max(x), legend.y), PlotMark::Time, "minutes it took");
        opened = plots::levels_ui(ui, levels, growth);
        opened = plots::times_ui(ui, times, growth).or(opened);
    } else {
        opened = plots::levels_ui(ui, plots, growth).or(opened);
    }
    let table = Rect::from_min_max(pos2(inner.left(), plots.bottom() + 10.0), inner.max);
    let rated = rated.filter(|rated| growth.points.iter().any(|p| p.attempt == rated.attempt));
    let foot = rated.map(rated_in_words).unwrap_or_default();
    let opened = opened.or(table_ui(ui, table, growth, today, foot));
    let last = keys::enter(ui).then(|| growth.points.len() - 1);
    let opened = opened.or(last)?;
    Some(PracticeAction::Open(PracticePage::Attempt(growth.points[opened].attempt)))
}

/// The last own rating with what was meant by it and the words that decide.
fn rated_in_words(rated: &RatedAnswer) -> Vec<String> {
    let (own, level) = (rated.own_rating, rated.level);
    let mut said = vec![format!(
        "You said {own} last, and the level is {level}. A {own} sounds so: {}",
        rated.meant
    )];
    let words = rated.words.as_ref().map(|words| format!("{words}. ")).unwrap_or_default();
    said.extend(rated.decides.as_ref().map(|decides| format!("What decides: {words}{decides}")));
    said
}

fn table_ui(
    ui: &mut Ui,
    rect: Rect,
    growth: &QuestionGrowth,
    today: Day,
    foot: Vec<String>,
) -> Option<usize> {
    let newest_first = growth.points.iter().enumerate().rev();
    let rows = newest_first.map(|(place, point)| {
        let level = point.level.map_or("not judged".to_owned(), |level| level.to_string());
        let own = point.own_rating.map(|own| own.to_string()).unwrap_or_default();
        let day = Day::parse(&point.day).map_or(point.day.clone(), |day| day_in_words(day, today));
        let took = took_in_words(point.seconds);
        let spoken = Text::clock(point.spoken_seconds);
        let mut said = format!("Answer {} of {day}: level {level}", place + 1);
        if !own.is_empty() {
            said = format!("{said}, you said {own}");
        }
        if !took.is_empty() {
            said = format!("{said}, it took {took}");
        }
        said = format!("{said}, {spoken} spoken");
        let number = (place + 1).to_string();
        TableRow { cells: vec![number, day, level, own, took, spoken], said, opens: true }
    });
    let table = PracticeTable {
        salt: "answers to a question",
        columns: &[
            ("", 0.5),
            ("Day", 2.2),
            ("Level", 1.3),
            ("You said", 1.2),
            ("Took", 1.0),
            ("Spoken", 1.0),
        ],
        rows: rows.collect(),
        foot,
    };
    let opened = table.ui(ui, rect)?;
    Some(growth.points.len() - 1 - opened)
}

/// Where groups stand, as a plot and as a table.
fn standing_ui(ui: &mut Ui, rect: Rect, title: &str, standings: &[Standing]) {
    let [left, right] = halves(rect, 0.46);
    for card in [left, right] {
        widgets::card(ui.painter(), card);
    }
    let inner = left.shrink2(vec2(20.0, 16.0));
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 10.0);
    text::line(&heading, at, title, bold(LABEL), palette::INK);
    let table = right.shrink2(vec2(20.0, 16.0));
    if standings.is_empty() {
        let said = "The questions that were answered name no competency.";
        let at = inner.left_top() + vec2(0.0, 28.0);
        text::block(ui, at, inner.width(), said, regular(LABEL), palette::MUTED);
        return;
    }
    let legend = inner.left_top() + vec2(0.0, 34.0);
    let x = key_ui(ui, legend, PlotMark::Level, "mean of the last levels");
    key_ui(ui, pos2(x, legend.y), PlotMark::WeekAgo, "a week ago");
    let plot = Rect::from_min_max(inner.left_top() + vec2(0.0, 48.0), inner.max);
    let wanted = standings.len() as f32 * 30.0 + 40.0;
    ui.scope_builder(UiBuilder::new().max_rect(plot).id_salt("standings"), |ui| {
        egui::ScrollArea::vertical().id_salt("standings").auto_shrink(false).show(ui, |ui| {
            let width = (plot.width() - 8.0).max(0.0);
            let size = vec2(width, wanted.max(plot.height().min(wanted * 1.6)));
            let (place, _) = ui.allocate_exact_size(size, Sense::hover());
            plots::standings_ui(ui, place, standings);
        });
    });
    let mean = |mean: Option<f32>| mean.map_or("–".to_owned(), |mean| format!("{mean:.1}"));
    let rows = standings.iter().enumerate().map(|(place, standing)| TableRow {
        cells: vec![
            format!("{}. {}", place + 1, standing.name),
            mean(standing.now),
            mean(standing.week_ago),
            standing.questions.to_string(),
        ],
        said: format!("{}. {}", place + 1, standing.in_words()),
        opens: false,
    });
    PracticeTable {
        salt: "table of standings",
        columns: &[("", 3.2), ("Now", 0.8), ("A week ago", 1.2), ("Questions", 1.1)],
        rows: rows.collect(),
        foot: Vec::new(),
    }
    .ui(ui, table);
}

fn days_ui(ui: &mut Ui, rect: Rect, page: &ProgressPage, today: Day) {
    let [left, right] = halves(rect, 0.62);
    for card in [left, right] {
        widgets::card(ui.painter(), card);
    }
    let inner = left.shrink2(vec2(20.0, 16.0));
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 10.0);
    text::line(&heading, at, "Answers by day", bold(LABEL), palette::INK);
    let plot = Rect::from_min_max(inner.left_top() + vec2(0.0, 28.0), inner.max);
    plots::days_ui(ui, plot, &page.days, today, ProgressPage::DAYS);
    let rows = page.days.iter().rev().map(|practised| {
        let day = day_in_words(practised.day, today);
        let took = took_in_words(Some(practised.seconds));
        let answers = practised.attempts.to_string();
        let said = format!("{day}: {answers} answers, {took}");
        TableRow { cells: vec![day, answers, took], said, opens: false }
    });
    PracticeTable {
        salt: "days",
        columns: &[("Day", 2.0), ("Answers", 1.0), ("Took", 1.0)],
        rows: rows.collect(),
        foot: Vec::new(),
    }
    .ui(ui, right.shrink2(vec2(20.0, 16.0)));
}
