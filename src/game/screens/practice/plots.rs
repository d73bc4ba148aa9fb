//! The plots: a shape and a label for everything that a colour tells, and a table beside each.

use bevy_egui::egui::{self, Align2, Color32, Pos2, Rect, RichText, Sense, Stroke, Ui, UiBuilder};
use egui_plot::{
    AxisHints, Bar, BarChart, GridInput, GridMark, HPlacement, Line, MarkerShape, Plot, PlotPoint,
    PlotPoints, PlotTransform, Points, Text as PlotText,
};

use crate::{
    game::theme::{
        palette,
        reading::{self, Reads},
        text,
        type_scale::{SMALL, regular, semibold},
    },
    interview::{
        practice::day::Day,
        progress::{
            growth::{GrowthPoint, QuestionGrowth, took_in_words},
            standing::Standing,
        },
    },
    storage::history::PracticeDay,
};

/// How near to a point a click must be, in points of the screen.
const NEAR: f32 = 22.0;
/// The levels there are.
const LEVELS: (u8, u8) = (1, 5);

/// Marks at these whole numbers and nowhere else.
fn marks(from: i64, to: i64, step: usize) -> impl Fn(GridInput) -> Vec<GridMark> {
    move |_| {
        let at = |value: i64| GridMark { value: value as f64, step_size: step.max(1) as f64 };
        (from..=to).step_by(step.max(1)).map(at).collect()
    }
}

/// An axis with labels of the smallest size that can be read.
fn axis<'a>(hints: AxisHints<'a>, name: impl Fn(i64) -> String + 'a) -> AxisHints<'a> {
    hints
        .formatter(move |mark: GridMark, _| name(mark.value.round() as i64))
        .tick_label_font(regular(SMALL))
        .tick_label_color(palette::MUTED)
        .label_spacing(egui::Rangef::new(8.0, 12.0))
}

/// A plot that keeps still.
fn still<'a>(salt: &'a str, x: AxisHints<'a>, y: AxisHints<'a>) -> Plot<'a> {
    Plot::new(salt)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .grid_color(palette::LINE)
        .grid_fade(0.0)
        .custom_x_axes(vec![x])
        .custom_y_axes(vec![y.placement(HPlacement::Left)])
}

/// The least width and height of a plot.
const LEAST: egui::Vec2 = egui::vec2(80.0, 60.0);

/// Draws into a place of its own, which says in words what is to be seen; nothing where there is no room for it.
fn within<R>(
    ui: &mut Ui,
    rect: Rect,
    said: &str,
    draw: impl FnOnce(&mut Ui) -> Option<R>,
) -> Option<R> {
    reading::say(ui, rect, Reads::Text, said);
    if rect.width() < LEAST.x || rect.height() < LEAST.y {
        return None;
    }
    let place = UiBuilder::new().max_rect(rect).id_salt(said);
    let drawn = ui.scope_builder(place, |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        // A plot is looked at: what can be clicked on it is asked for behind it, and the keyboard has the table.
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
        draw(ui)
    });
    drawn.inner
}

/// Where points of a plot are on the screen.
fn places(transform: &PlotTransform, points: &[[f64; 2]]) -> Vec<Pos2> {
    points.iter().map(|point| transform.position_from_point(&PlotPoint::from(*point))).collect()
}

/// The point that is clicked, of those in these places of a plot; the one under the pointer has a ring.
fn touched(ui: &Ui, rect: Rect, salt: &str, places: &[Pos2]) -> Option<usize> {
    let response = ui.interact(rect, ui.id().with(salt), Sense::CLICK);
    let pointer = response.hover_pos().or_else(|| response.interact_pointer_pos())?;
    let nearest = places
        .iter()
        .enumerate()
        .min_by(|(_, a), (_, b)| a.distance(pointer).total_cmp(&b.distance(pointer)));
    let (index, place) = nearest.filter(|(_, place)| place.distance(pointer) < NEAR)?;
    ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    ui.painter().circle_stroke(*place, 11.0, Stroke::new(1.5, palette::INK));
    response.clicked().then_some(index)
}

/// How many steps lie between two labels of an axis of so many.
fn step(count: usize, width: f32) -> usize {
    let fit = (width / 34.0).max(1.0) as usize;
    count.div_ceil(fit.max(1)).max(1)
}

fn line(name: &str, points: Vec<[f64; 2]>) -> Line<'_> {
    Line::new(name, PlotPoints::from(points)).color(palette::MUTED).width(1.5).allow_hover(false)
}

fn points<'a>(
    name: &'a str,
    of: Vec<[f64; 2]>,
    shape: MarkerShape,
    (filled, radius, colour): (bool, f32, Color32),
) -> Points<'a> {
    Points::new(name, PlotPoints::from(of))
        .shape(shape)
        .filled(filled)
        .radius(radius)
        .color(colour)
        .allow_hover(false)
}

/// The levels of a question, answer by answer; gives the answer that the player opens.
pub(super) fn levels_ui(ui: &mut Ui, rect: Rect, growth: &QuestionGrowth) -> Option<usize> {
    let count = growth.points.len();
    let at = |place: usize| place as f64 + 1.0;
    let of = |value: fn(&GrowthPoint) -> Option<u8>| {
        let placed = growth.points.iter().enumerate();
        placed
            .filter_map(|(place, point)| Some([at(place), f64::from(value(point)?)]))
            .collect::<Vec<_>>()
    };
    let (levels, own) = (of(|point| point.level), of(|point| point.own_rating));
    let unjudged: Vec<_> = growth
        .points
        .iter()
        .enumerate()
        .filter(|(_, point)| point.level.is_none())
        .map(|(place, _)| [at(place), f64::from(LEVELS.0)])
        .collect();
    // Where each answer can be clicked: at its level, or at the foot where it has none.
    let all: Vec<_> = growth
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| [at(place), f64::from(point.level.unwrap_or(LEVELS.0))])
        .collect();
    let said = format!("Plot of the levels, answer by answer: {}", growth.levels_in_words());
    let at = within(ui, rect, &said, |ui| {
        let x = axis(AxisHints::new_x(), |value| value.to_string());
        let y = axis(AxisHints::new_y(), |value| value.to_string());
        let shown = still("levels", x, y)
            .default_x_bounds(0.4, count as f64 + 0.6)
            .default_y_bounds(0.5, 5.5)
            .x_grid_spacer(marks(1, count as i64, step(count, rect.width())))
            .y_grid_spacer(marks(i64::from(LEVELS.0), i64::from(LEVELS.1), 1))
            .show(ui, |plot| {
                plot.line(line("between", levels.clone()));
                let own_mark = (false, 9.0, palette::INK);
                plot.points(points("own", own, MarkerShape::Diamond, own_mark));
                let level_mark = (true, 6.0, palette::CORAL);
                plot.points(points("level", levels, MarkerShape::Circle, level_mark));
                let none_mark = (false, 6.0, palette::MUTED);
                plot.points(points("not judged", unjudged, MarkerShape::Cross, none_mark));
            });
        Some(places(&shown.transform, &all))
    })?;
    touched(ui, rect, "levels", &at)
}

/// How long the answers to a question took; gives the answer that the player opens.
pub(super) fn times_ui(ui: &mut Ui, rect: Rect, growth: &QuestionGrowth) -> Option<usize> {
    let count = growth.points.len();
    let minutes = |seconds: u32| f64::from(seconds) / 60.0;
    let known: Vec<(usize, [f64; 2])> = growth
        .points
        .iter()
        .enumerate()
        .filter_map(|(place, point)| Some((place, [place as f64 + 1.0, minutes(point.seconds?)])))
        .collect();
    let of: Vec<_> = known.iter().map(|(_, point)| *point).collect();
    let most = of.iter().map(|[_, y]| *y).fold(1.0, f64::max).ceil();
    let told: Vec<_> = growth.points.iter().map(|point| took_in_words(point.seconds)).collect();
    let said = format!("Plot of the time each answer took: {}", told.join(", "));
    let at = within(ui, rect, &said, |ui| {
        let x = axis(AxisHints::new_x(), |value| value.to_string());
        let y = axis(AxisHints::new_y(), |value| value.to_string());
        let shown = still("times", x, y)
            .default_x_bounds(0.4, count as f64 + 0.6)
            .default_y_bounds(0.0, most * 1.15)
            .x_grid_spacer(marks(1, count as i64, step(count, rect.width())))
            .y_grid_spacer(marks(0, most as i64, step(most as usize, rect.height())))
            .show(ui, |plot| {
                let mark = (true, 5.0, palette::TEAL);
                plot.points(points("took", of.clone(), MarkerShape::Square, mark).stems(0.0));
            });
        Some(places(&shown.transform, &of))
    })?;
    let place = touched(ui, rect, "times", &at)?;
    known.get(place).map(|(place, _)| *place)
}

/// Where groups stand now and a week ago, a line each, numbered as in the table beside it.
pub(super) fn standings_ui(ui: &mut Ui, rect: Rect, standings: &[Standing]) {
    let count = standings.len();
    let row = |place: usize| (count - place) as f64;
    let at = |value: fn(&Standing) -> Option<f32>| {
        let placed = standings.iter().enumerate();
        placed
            .filter_map(|(place, standing)| Some([f64::from(value(standing)?), row(place)]))
            .collect::<Vec<_>>()
    };
    let told: Vec<_> = standings.iter().map(Standing::in_words).collect();
    let said = format!("Plot of the mean levels. {}", told.join(". "));
    within(ui, rect, &said, |ui| {
        let x = axis(AxisHints::new_x(), |value| value.to_string());
        let y = axis(AxisHints::new_y(), move |value| (count as i64 + 1 - value).to_string());
        still("standings", x, y)
            .default_x_bounds(0.8, 5.4)
            .default_y_bounds(0.4, count as f64 + 0.6)
            .x_grid_spacer(marks(i64::from(LEVELS.0), i64::from(LEVELS.1), 1))
            .y_grid_spacer(marks(1, count as i64, 1))
            .show(ui, |plot| {
                for (place, standing) in standings.iter().enumerate() {
                    if let (Some(now), Some(before)) = (standing.now, standing.week_ago) {
                        let ends = [before, now].map(|mean| [f64::from(mean), row(place)]);
                        plot.line(line("since", ends.to_vec()));
                    }
                    if let Some(now) = standing.now {
                        let place = PlotPoint::new(f64::from(now) + 0.14, row(place));
                        let label = RichText::new(format!("{now:.1}")).font(semibold(SMALL));
                        let label = PlotText::new("mean", place, label.color(palette::INK));
                        plot.text(label.anchor(Align2::LEFT_CENTER).allow_hover(false));
                    }
                }
                let before = (false, 6.0, palette::INK);
                let week_ago = at(|standing| standing.week_ago);
                plot.points(points("a week ago", week_ago, MarkerShape::Circle, before));
                let now = (true, 6.0, palette::CORAL);
                plot.points(points("now", at(|s| s.now), MarkerShape::Circle, now));
            });
        Some(())
    });
}

/// How much was practised on each day of the last month.
pub(super) fn days_ui(ui: &mut Ui, rect: Rect, days: &[PracticeDay], today: Day, span: i32) {
    let most = days.iter().map(|day| day.attempts).max().unwrap_or(0).max(1);
    let offset = |day: Day| f64::from(day.number() - today.number());
    let bars: Vec<_> = days
        .iter()
        .filter(|practised| practised.day <= today)
        .map(|practised| {
            let bar = Bar::new(offset(practised.day), f64::from(practised.attempts));
            bar.width(0.7).fill(palette::TEAL)
        })
        .collect();
    let name = move |value: i64| {
        let told = today.plus(i32::try_from(value).unwrap_or(0)).in_words();
        let mut words = told.split(' ');
        let (day, month) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        format!("{day} {}", month.chars().take(3).collect::<String>())
    };
    let first = -i64::from(span) + i64::from(span) % 7;
    let weeks: Vec<_> = (first..=0).step_by(7).map(name).collect();
    let told: Vec<_> = days
        .iter()
        .map(|day| format!("{} {}", name(offset(day.day) as i64), day.attempts))
        .collect();
    let said = format!(
        "Plot of the answers by day, with marks at {}: {}",
        weeks.join(", "),
        told.join(", ")
    );
    within(ui, rect, &said, |ui| {
        let x = axis(AxisHints::new_x(), name);
        let y = axis(AxisHints::new_y(), |value| value.to_string());
        still("days", x, y)
            .default_x_bounds(-f64::from(span) - 1.0, 1.5)
            .default_y_bounds(0.0, f64::from(most) * 1.12)
            .x_grid_spacer(marks(first, 0, 7))
            .y_grid_spacer(marks(0, i64::from(most), step(most as usize, rect.height())))
            .show(ui, |plot| {
                let chart = BarChart::new("answers", bars).color(palette::TEAL);
                plot.bar_chart(chart.allow_hover(false));
            });
        Some(())
    });
}

/// What a mark of a plot is.
#[derive(Clone, Copy)]
pub(super) enum PlotMark {
    Level,
    Own,
    WeekAgo,
    Time,
}

/// Draws a mark and its name from a point on; gives where it ends.
pub(super) fn key_ui(ui: &Ui, at: Pos2, mark: PlotMark, name: &str) -> f32 {
    let painter = ui.painter();
    let centre = at + egui::vec2(7.0, 0.0);
    let edge = Stroke::new(1.2, palette::INK);
    match mark {
        PlotMark::Level => {
            painter.circle_filled(centre, 5.0, palette::CORAL);
        }
        PlotMark::WeekAgo => {
            painter.circle_stroke(centre, 5.0, edge);
        }
        PlotMark::Own => {
            let corner = |x: f32, y: f32| centre + egui::vec2(x, y);
            let corners =
                vec![corner(0.0, -6.5), corner(6.5, 0.0), corner(0.0, 6.5), corner(-6.5, 0.0)];
            painter.add(egui::Shape::closed_line(corners, edge));
        }
        PlotMark::Time => {
            let square = Rect::from_center_size(centre, egui::vec2(9.0, 9.0));
            painter.rect_filled(square, 0, palette::TEAL);
        }
    }
    let left = at + egui::vec2(19.0, 0.0);
    let wide = text::line(ui, left, name, regular(SMALL), palette::MUTED);
    left.x + wide + 18.0
}
