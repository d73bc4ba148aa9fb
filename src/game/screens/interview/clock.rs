//! The clock of the answer, and the way to a break under it.

use bevy_egui::egui::{Rect, Ui, pos2, vec2};

use crate::{
    game::theme::{
        palette,
        reading::{self, Reads},
        text,
        type_scale::{DISPLAY, NOTE, bold, regular},
        widgets::{self, Pill},
    },
    interview::text::Text,
};

/// How long the answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockView {
    /// The spoken time of the answer so far, in seconds.
    pub spoken: u32,
    /// How long the answer may take, in seconds.
    pub aim: u32,
}

/// Draws the clock.
pub(in crate::game::screens) fn clock_ui(ui: &Ui, rect: Rect, view: ClockView) {
    let painter = ui.painter();
    widgets::card(painter, rect);
    let spoken = view.spoken;
    let over = spoken > view.aim + view.aim / 4;
    let (time, aim) = (Text::clock(spoken), Text::clock(view.aim));
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
        text::line(painter, pos2(left, rect.center().y), &time, bold(DISPLAY * 0.74), colour);
    let x = left + width + 16.0;
    let long =
        ["spoken time of your", "over the aim: time to close", &format!("answer · aim {aim}")];
    let short = ["spoken time", "time to close", &format!("aim {aim}")];
    let room = rect.right() - 14.0 - x;
    let fits = |line: &&str| text::line_size(painter, line, regular(NOTE)).x <= room;
    let [first, close, aim] = if long.iter().all(fits) { long } else { short };
    let second = if over { close } else { aim };
    for (line, y) in [(first, 22.0), (second, 41.0)] {
        let at = pos2(x, rect.top() + y);
        text::line_within(painter, at, room, line, regular(NOTE), palette::MUTED);
    }
}

/// Draws the way to a break, under the clock; gives whether it was taken.
pub(in crate::game::screens) fn break_ui(ui: &mut Ui, clock: Rect) -> bool {
    let width = widgets::pill_width(ui, "Break", "Esc") - 16.0;
    let corner = clock.right_bottom() + vec2(-width, 6.0);
    let rect = Rect::from_min_size(corner, vec2(width, 30.0));
    widgets::pill(ui, rect, Pill::Secondary, "Break", "Esc").clicked()
}
