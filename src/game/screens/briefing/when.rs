//! The card that asks when the panel is, and how many minutes a day there are.

use bevy_egui::egui::{
    self, CornerRadius, Id, Key, Rect, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::{
    game::theme::{
        cover, keys, palette, reading, text,
        type_scale::{HEADING, LABEL, NOTE, bold, regular, semibold},
        widgets::{self, Pill},
    },
    interview::practice::day::{CalendarMonth, Day},
};

/// When the panel is, as it is being entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanelEntry {
    /// The day as it is written.
    pub written: String,
    /// The month that is shown.
    pub month: CalendarMonth,
    /// The minutes a day.
    pub minutes: u32,
    /// The day it is.
    pub today: Day,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PanelDecision {
    /// This day, or none, and so many minutes a day.
    Keep(Option<Day>, u32),
    /// Everything stays as it was.
    Leave,
}

/// The minutes a day that can be chosen.
const MINUTES: [u32; 5] = [10, 15, 20, 30, 45];
/// The side of a day in the calendar.
const DAY: egui::Vec2 = vec2(54.0, 32.0);
/// The name of the field, so that the keyboard is put on it.
const FIELD: &str = "the day of the panel";

impl PanelEntry {
    /// What stands on the card at first.
    pub fn new(day: Option<Day>, minutes: u32, today: Day) -> Self {
        let written = day.map(|day| day.to_string()).unwrap_or_default();
        Self { written, month: day.unwrap_or(today).month(), minutes, today }
    }

    /// The day that is written; none where nothing is.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn day(&self) -> Result<Option<Day>, String> {
        if self.written.trim().is_empty() {
            return Ok(None);
        }
        let day = Day::parse(&self.written)
            .map_err(|_| format!("Write it as {}, or pick a day.", self.today.plus(14)))?;
        if day < self.today {
            return Err(format!("{} has passed.", day.in_words()));
        }
        Ok(Some(day))
    }

    fn pick(&mut self, day: Day) {
        self.written = day.to_string();
        self.month = day.month();
    }
}

/// Draws the card over whatever is on.
pub fn panel_entry_ui(ui: &mut Ui, entry: &mut PanelEntry) -> Option<PanelDecision> {
    let size = vec2(7.0 * DAY.x + 72.0, 552.0);
    let card = Rect::from_center_size(ui.max_rect().center(), size);
    cover::over(ui, card, NAME, |ui| card_ui(ui, card.shrink2(vec2(36.0, 28.0)), entry))
}

/// What the card is called.
const NAME: &str = "When is your panel?";

fn card_ui(ui: &mut Ui, inner: Rect, entry: &mut PanelEntry) -> Option<PanelDecision> {
    let mut y = inner.top();
    let heading = reading::heading(ui, 1);
    y += text::block(&heading, inner.min, inner.width(), NAME, bold(HEADING), palette::INK) + 8.0;
    let day = entry.day();
    let field = Rect::from_min_size(pos2(inner.left(), y), vec2(168.0, 38.0));
    let enters = field_ui(ui, field, entry);
    let said = match &day {
        Ok(None) => "No date: plain spacing.".to_owned(),
        Ok(Some(day)) => match day.since(entry.today) {
            0 => "That is today.".to_owned(),
            1 => "That is tomorrow.".to_owned(),
            days => format!("In {days} days."),
        },
        Err(why) => why.clone(),
    };
    let ink = if day.is_err() { palette::CORAL_TEXT } else { palette::MUTED };
    let beside = Rect::from_min_max(
        pos2(field.right() + 14.0, field.top()),
        pos2(inner.right(), field.bottom()),
    );
    let on = reading::news(ui);
    text::fitted(&on, beside, egui::Align2::LEFT_CENTER, &said, regular(NOTE), ink);
    y = field.bottom() + 14.0;
    y = calendar_ui(ui, pos2(inner.left(), y), inner.width(), entry) + 12.0;
    minutes_ui(ui, pos2(inner.left(), y), inner.width(), entry);
    let foot = pos2(inner.right(), inner.bottom() - widgets::PILL_HEIGHT);
    let pills = [
        (Pill::Secondary, "Cancel", "Esc"),
        (Pill::Secondary, "No date", ""),
        (Pill::Primary, "Keep", "⏎"),
    ];
    let clicked = widgets::pills_from_right(ui, foot, &pills);
    if clicked[0].clicked() || keys::pressed(ui, Key::Escape) {
        return Some(PanelDecision::Leave);
    }
    if clicked[1].clicked() {
        return Some(PanelDecision::Keep(None, entry.minutes));
    }
    let keeps = enters || clicked[2].clicked() || keys::enter(ui);
    day.ok().filter(|_| keeps).map(|day| PanelDecision::Keep(day, entry.minutes))
}

/// The field in which the day is written; whether Enter ended it.
fn field_ui(ui: &mut Ui, field: Rect, entry: &mut PanelEntry) -> bool {
    let edge = Stroke::new(1.0, palette::LINE);
    ui.painter().rect(field, 10, palette::CREAM, edge, StrokeKind::Inside);
    let hint = entry.today.plus(14).to_string();
    let edit = TextEdit::singleline(&mut entry.written)
        .id(Id::new(FIELD))
        .char_limit(10)
        .hint_text(hint)
        .font(semibold(LABEL))
        .frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(14, 8)))
        .vertical_align(egui::Align::Center);
    let response = ui.put(field, edit);
    response.widget_info(|| WidgetInfo::text_edit(true, "", &entry.written, "Day of the panel"));
    keys::focus_ring(ui, &response, field, CornerRadius::same(10));
    if response.changed()
        && let Ok(Some(day)) = entry.day()
    {
        entry.month = day.month();
    }
    let enters = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !enters {
        cover::hold_keyboard(&response);
    }
    enters
}

/// A month to pick a day from; gives where it ends.
fn calendar_ui(ui: &mut Ui, at: egui::Pos2, width: f32, entry: &mut PanelEntry) -> f32 {
    let row = Rect::from_min_size(at, vec2(width, 32.0));
    let name = entry.month.name.clone();
    text::line_centred(ui, row.center(), &name, semibold(LABEL), palette::INK);
    let arrow = |x: f32| Rect::from_min_size(pos2(x, row.top()), vec2(32.0, 32.0));
    let back = widgets::key_pill(ui, arrow(row.left()), "‹", "Month before").clicked()
        || keys::pressed(ui, Key::PageUp);
    let on = widgets::key_pill(ui, arrow(row.right() - 32.0), "›", "Month after").clicked()
        || keys::pressed(ui, Key::PageDown);
    if back && entry.month.first > entry.today {
        entry.month = entry.month.before();
    } else if on {
        entry.month = entry.month.after();
    }
    let mut y = row.bottom() + 14.0;
    for (column, name) in ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].into_iter().enumerate() {
        let middle = pos2(at.x + DAY.x * (column as f32 + 0.5), y);
        text::line_centred(ui, middle, name, regular(NOTE), palette::MUTED);
    }
    y += 14.0;
    let chosen = entry.day().ok().flatten();
    let mut picked = None;
    for number in 0..entry.month.days {
        let place = entry.month.lead + number;
        let (row, column) = ((place / 7) as f32, (place % 7) as f32);
        let corner = pos2(at.x + column * DAY.x, y + row * DAY.y);
        let day = entry.month.first.plus(number);
        let rect = Rect::from_min_size(corner, DAY).shrink(2.0);
        if day_ui(ui, rect, day, entry.today, chosen == Some(day)) {
            picked = Some(day);
        }
    }
    if let Some(day) = picked {
        entry.pick(day);
    }
    y + 6.0 * DAY.y
}

/// A day of the calendar; whether it was picked.
fn day_ui(ui: &mut Ui, rect: Rect, day: Day, today: Day, chosen: bool) -> bool {
    let open = day >= today;
    let sense = if open { egui::Sense::click() } else { egui::Sense::hover() };
    let response = ui.allocate_rect(rect, sense);
    response.widget_info(|| {
        WidgetInfo::selected(egui::WidgetType::Button, open, chosen, day.in_words())
    });
    let painter = ui.painter();
    let radius = CornerRadius::same(8);
    if chosen {
        painter.rect_filled(rect, radius, palette::INK);
    } else if open && response.hovered() {
        painter.rect_filled(rect, radius, palette::CORAL_WASH);
    } else if day == today {
        let edge = Stroke::new(1.5, palette::CORAL);
        painter.rect_stroke(rect, radius, edge, StrokeKind::Inside);
    }
    let (font, ink) = match (chosen, open) {
        (true, _) => (semibold(LABEL), palette::PAPER),
        (false, true) => (regular(LABEL), palette::INK),
        (false, false) => (regular(LABEL), palette::LINE),
    };
    let number = day.of_month().to_string();
    text::line_centred(painter, rect.center(), &number, font, ink);
    keys::focus_ring(ui, &response, rect.shrink(2.0), radius);
    open && response.clicked()
}

/// How many minutes a day there are.
fn minutes_ui(ui: &mut Ui, at: egui::Pos2, width: f32, entry: &mut PanelEntry) {
    text::caption(ui, at + vec2(0.0, 8.0), "Minutes a day, for all panels together");
    let mut offered = MINUTES.to_vec();
    if !offered.contains(&entry.minutes) {
        offered.push(entry.minutes);
        offered.sort_unstable();
    }
    let each = (width + 8.0) / offered.len() as f32 - 8.0;
    for (place, minutes) in offered.into_iter().enumerate() {
        let left = at.x + place as f32 * (each + 8.0);
        let rect = Rect::from_min_size(pos2(left, at.y + 22.0), vec2(each, 36.0));
        let kind = Pill::Choice(minutes == entry.minutes);
        if widgets::pill(ui, rect, kind, &minutes.to_string(), "").clicked() {
            entry.minutes = minutes;
        }
    }
}
