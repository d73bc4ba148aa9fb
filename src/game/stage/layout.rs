//! Where things stand on the interview screen, so that stage and captions agree and nothing covers a face.

use bevy_egui::egui::{Rect, Vec2, pos2, vec2};

use crate::game::stage::shot::{FURTHEST, NEAREST};

/// The margin left and right where there is room for it, in points.
const MARGIN: f32 = 44.0;
/// The margin above.
const TOP: f32 = 22.0;
/// The margin below the sheet.
const BOTTOM: f32 = 12.0;
/// What lies free between the bubble and the panel's hair, for the bubble's pointer.
const GAP: f32 = 18.0;
/// What lies free between the bubble and the cards at its sides.
const BESIDE: f32 = 16.0;
/// The width of the cards for section and clock.
const SIDE: f32 = 300.0;
/// How narrow they become before the question does.
const NARROW: f32 = 220.0;
/// The width below which the question takes room from the cards at its sides.
const QUESTION: f32 = 480.0;
/// How far the table reaches under the sheet.
const OVERLAP: f32 = 4.0;
/// The least and the greatest depth of the table.
const DEPTH: (f32, f32) = (84.0, 150.0);
/// The depth of the table as a part of where its front edge lies.
const DEPTH_OF: f32 = 0.215;
/// The height of a figure at scale 1, from the table to the top of the hair, in points.
const FIGURE: f32 = 296.0;
/// The scale below which a face is too small to be read.
const LEAST: f32 = 0.42;

fn depth(table_bottom: f32) -> f32 {
    (table_bottom * DEPTH_OF).clamp(DEPTH.0, DEPTH.1)
}

/// Where one panelist sits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// The middle of the figure.
    pub x: f32,
    /// The size of the figure; 1 is as drawn.
    pub scale: f32,
    /// The name plate.
    pub plate: Rect,
}

/// The row in which a panel sits.
#[derive(Clone, Copy, Debug)]
struct SeatRow {
    panel: usize,
    /// Where its middle is.
    middle: f32,
    /// How wide it may be.
    width: f32,
    /// What is free above the table.
    above: f32,
    table_top: f32,
    depth: f32,
}

impl SeatRow {
    fn seats(self) -> Vec<Seat> {
        let count = self.panel.max(1) as f32;
        let spacing = (self.width / count).min(260.0 + 60.0 / count).max(0.0);
        let scale = (self.above / (FIGURE * NEAREST)).min(spacing / 228.0).min(1.5).max(0.02);
        let plate = vec2((spacing - 24.0).min(196.0).max(0.0), (self.depth * 0.46).min(56.0));
        let seat = |seat: usize| {
            let x = self.middle + (seat as f32 - (count - 1.0) / 2.0) * spacing;
            let middle = pos2(x, self.table_top + self.depth * 0.52);
            Seat { x, scale, plate: Rect::from_center_size(middle, plate) }
        };
        (0..self.panel).map(seat).collect()
    }
}

/// The stage of a demonstration of one size, in points from the top left: who tells an answer sits before the table at the
/// left, the panel behind it at the right, what is said stands below.
#[derive(Clone, Debug, PartialEq)]
pub struct TellingLayout {
    /// The whole screen.
    pub size: Vec2,
    /// The card with the question.
    pub question: Rect,
    /// The card with what is said.
    pub caption: Rect,
    /// Where whoever tells sits: the middle, the edge that hides them below, and their size.
    pub teller: (f32, f32, f32),
    /// The table's back edge.
    pub table_top: f32,
    /// The table's front edge.
    pub table_bottom: f32,
    /// The panel, from left to right.
    pub seats: Vec<Seat>,
}

/// The share of the width that whoever tells takes.
const TELLER: f32 = 0.25;
/// The width and the height of a figure from behind at scale 1, with what lies free around it.
const FROM_BEHIND: (f32, f32) = (262.0, 326.0);

impl TellingLayout {
    /// The layout for so many panelists, with cards of these heights for what is said and for the question.
    pub fn new(size: Vec2, panel: usize, caption: f32, question: f32) -> Self {
        let margin = (size.x * 0.024).min(MARGIN);
        let top = (size.y * 0.026).min(TOP);
        let caption = caption.min(size.y - top - BOTTOM).max(0.0);
        let caption = Rect::from_min_size(
            pos2(margin, size.y - caption - BOTTOM),
            vec2(size.x - 2.0 * margin, caption),
        );
        let column = size.x * TELLER;
        let left = margin + column;
        let question = question.min(caption.top() - top).max(0.0);
        let question = Rect::from_min_max(pos2(left, top), pos2(size.x - margin, top + question));
        let table_bottom = caption.top() + OVERLAP;
        let depth = depth(table_bottom).min((table_bottom - question.bottom()).max(0.0));
        let table_top = table_bottom - depth;
        let room = (column / FROM_BEHIND.0).min((caption.top() - top) / FROM_BEHIND.1);
        let teller = (margin + column / 2.0, caption.top() + OVERLAP, room.min(1.6).max(0.02));
        let seats = SeatRow {
            panel,
            middle: (left + size.x - margin) / 2.0,
            width: size.x - margin - left - 2.0 * FURTHEST,
            above: table_top - question.bottom() - GAP,
            table_top,
            depth,
        };
        let seats = seats.seats();
        Self { size, question, caption, teller, table_top, table_bottom, seats }
    }

    /// The box that holds whoever tells.
    pub fn teller_box(&self) -> Rect {
        let (x, bottom, scale) = self.teller;
        let size = vec2(FROM_BEHIND.0, FROM_BEHIND.1) * scale;
        Rect::from_min_size(pos2(x - size.x / 2.0, bottom - size.y), size)
    }

    /// The box that holds a figure of the panel, hair included, at its largest, wherever the camera moves it.
    pub fn figure(&self, seat: usize) -> Rect {
        figure(self.seats[seat], self.table_top)
    }
}

fn figure(seat: Seat, table_top: f32) -> Rect {
    let size = vec2(228.0, FIGURE) * seat.scale * NEAREST;
    let rect = Rect::from_min_size(pos2(seat.x - size.x / 2.0, table_top - size.y), size);
    rect.expand2(vec2(FURTHEST, 0.0))
}

/// The interview screen of one size, in points from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct InterviewLayout {
    /// The whole screen.
    pub size: Vec2,
    /// The card that names the section.
    pub section: Rect,
    /// The bubble with the question.
    pub bubble: Rect,
    /// The card with the clock.
    pub clock: Rect,
    /// The sheet for the answer.
    pub sheet: Rect,
    /// The table's back edge.
    pub table_top: f32,
    /// The table's front edge.
    pub table_bottom: f32,
    /// The panel, from left to right.
    pub seats: Vec<Seat>,
}

impl InterviewLayout {
    /// The layout for so many panelists, with a sheet and a bubble of these heights.
    ///
    /// Whatever the size, nothing lies outside the screen and nothing on anything else: where there is no room, the
    /// bubble gives way to the sheet, and the panel to both.
    pub fn new(size: Vec2, panel: usize, sheet: f32, bubble: f32) -> Self {
        let width = size.x;
        let margin = MARGIN.min(width * 0.04);
        // What is asked comes before what stands beside it.
        let side = ((width - 2.0 * (margin + BESIDE) - QUESTION) / 2.0).min(SIDE).max(NARROW);
        let side = side.min((width - 2.0 * (margin + BESIDE)) * 0.3).max(0.0);
        let section = Rect::from_min_size(pos2(margin, TOP), vec2(side, 64.0));
        let clock = section.translate(vec2(width - 2.0 * margin - side, 0.0));
        let sheet = sheet.min(size.y - TOP - BOTTOM).max(0.0);
        let sheet_width = (width - 2.0 * margin - 32.0).min(1320.0).max(0.0);
        let sheet = Rect::from_min_size(
            pos2((width - sheet_width) / 2.0, size.y - sheet - BOTTOM),
            vec2(sheet_width, sheet),
        );
        let bubble_width = (clock.left() - section.right() - 2.0 * BESIDE).min(760.0).max(0.0);
        let bubble = bubble.min(sheet.top() - TOP - GAP).max(0.0);
        let bubble = Rect::from_min_size(
            pos2((width - bubble_width) / 2.0, TOP),
            vec2(bubble_width, bubble),
        );
        let table_bottom = sheet.top() + OVERLAP;
        let depth = depth(table_bottom).min((table_bottom - bubble.bottom()).max(0.0));
        let table_top = table_bottom - depth;
        let seats = SeatRow {
            panel,
            middle: width / 2.0,
            width: width - 2.0 * margin - 120.0,
            above: table_top - bubble.bottom() - GAP,
            table_top,
            depth,
        };
        let seats = seats.seats();
        Self { size, section, bubble, clock, sheet, table_top, table_bottom, seats }
    }

    /// The most height of a sheet below a bubble of this height that leaves the panel's faces free and large enough to
    /// be read.
    pub fn room_for_sheet(height: f32, bubble: f32) -> f32 {
        let above = TOP + bubble + GAP + FIGURE * NEAREST * LEAST;
        // Deep enough for either way in which the table's depth is found.
        let table_bottom = (above + DEPTH.0).max(above / (1.0 - DEPTH_OF)).min(above + DEPTH.1);
        height - BOTTOM - (table_bottom - OVERLAP)
    }

    /// The most height of a bubble above a sheet of this height that leaves the panel's faces free and large enough.
    pub fn room_for_bubble(height: f32, sheet: f32) -> f32 {
        let table_bottom = height - BOTTOM - sheet + OVERLAP;
        table_bottom - depth(table_bottom) - FIGURE * NEAREST * LEAST - GAP - TOP
    }

    /// The box that holds a figure, hair included, when it is drawn at its largest, wherever the camera moves it.
    pub fn figure(&self, seat: usize) -> Rect {
        figure(self.seats[seat], self.table_top)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sizes in points, from less than any window has to more.
    fn sizes() -> impl Iterator<Item = Vec2> {
        let widths = [300.0, 640.0, 1040.0, 1280.0, 1706.0, 4160.0];
        let heights = [200.0, 360.0, 650.0, 720.0, 960.0, 2400.0];
        widths.into_iter().flat_map(move |x| heights.into_iter().map(move |y| vec2(x, y)))
    }

    #[test]
    fn nothing_lies_outside_the_screen_or_on_anything_else_at_any_size() {
        for size in sizes() {
            for (panel, sheet, bubble) in (1..=5).flat_map(|panel| {
                [(190.0, 92.0), (700.0, 92.0), (168.0, 400.0)].map(|(s, b)| (panel, s, b))
            }) {
                let of = format!("{size:?}, {panel} on the panel, sheet {sheet}, bubble {bubble}");
                let layout = InterviewLayout::new(size, panel, sheet, bubble);
                let screen = Rect::from_min_size(pos2(0.0, 0.0), size);
                let cards = [layout.section, layout.bubble, layout.clock, layout.sheet];
                for card in cards {
                    assert!(card.width() >= 0.0 && card.height() >= 0.0, "{of}: {card:?}");
                    assert!(screen.contains_rect(card), "{of}: {card:?}");
                }
                assert!(layout.section.right() <= layout.bubble.left(), "{of}");
                assert!(layout.bubble.right() <= layout.clock.left(), "{of}");
                assert!(layout.bubble.bottom() <= layout.sheet.top(), "{of}");
                for seat in 0..panel {
                    let figure = layout.figure(seat);
                    assert!(
                        figure.top() >= layout.bubble.bottom() || figure.height() < 8.0,
                        "{of}"
                    );
                    assert!(figure.bottom() <= layout.sheet.top() + OVERLAP, "{of}");
                    assert!(
                        layout.seats[seat].plate.bottom() <= layout.sheet.top() + OVERLAP,
                        "{of}"
                    );
                }
            }
        }
    }

    #[test]
    fn on_the_stage_nothing_lies_on_the_panel_the_teller_or_the_captions_at_any_size() {
        for size in sizes().filter(|size| size.x >= 1000.0 && size.y >= 600.0) {
            for (panel, caption) in (1..=5).flat_map(|panel| [0.3, 0.46].map(|c| (panel, c))) {
                let layout = TellingLayout::new(size, panel, size.y * caption, size.y * 0.14);
                let of = format!("{size:?}, {panel} on the panel, caption {caption}");
                let screen = Rect::from_min_size(pos2(0.0, 0.0), size);
                let teller = layout.teller_box();
                assert!(screen.contains_rect(layout.question), "{of}");
                assert!(
                    screen.contains_rect(layout.caption) && screen.contains_rect(teller),
                    "{of}"
                );
                assert!(layout.question.bottom() < layout.caption.top(), "{of}");
                assert!(teller.right() <= layout.question.left() + 1.0, "{of}");
                for seat in 0..panel {
                    let figure = layout.figure(seat);
                    assert!(figure.left() + FURTHEST >= teller.right() - 1.0, "{of}: {figure:?}");
                    assert!(figure.right() - FURTHEST <= size.x, "{of}");
                    assert!(figure.top() >= layout.question.bottom(), "{of}");
                    assert!(layout.seats[seat].plate.bottom() <= layout.caption.top(), "{of}");
                }
            }
        }
    }

    #[test]
    fn the_largest_sheet_that_is_given_room_leaves_faces_that_can_be_read() {
        for (size, bubble) in [vec2(1040.0, 650.0), vec2(1280.0, 720.0), vec2(1600.0, 900.0)]
            .into_iter()
            .flat_map(|size| [92.0, 116.0, 140.0].map(|bubble| (size, bubble)))
        {
            let sheet = InterviewLayout::room_for_sheet(size.y, bubble);
            assert!(sheet > 200.0, "{size:?}: {sheet}");
            for panel in 1..=5 {
                let figure = InterviewLayout::new(size, panel, sheet, bubble).figure(0);
                assert!(figure.height() > 120.0, "{size:?} {panel} {bubble}: {figure:?}");
            }
        }
    }

    #[test]
    fn plates_do_not_touch() {
        for size in [vec2(1040.0, 650.0), vec2(1280.0, 720.0)] {
            let layout = InterviewLayout::new(size, 5, 190.0, 92.0);
            for pair in layout.seats.windows(2) {
                assert!(pair[0].plate.right() + 8.0 < pair[1].plate.left());
            }
        }
    }
}
