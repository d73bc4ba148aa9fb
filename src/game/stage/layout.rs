//! Where things stand on the interview screen, so that stage and captions agree and nothing covers a face.

use bevy_egui::egui::{Rect, Vec2, pos2, vec2};

use crate::game::stage::shot::{FURTHEST, NEAREST};

/// The margin left and right, in points.
pub const MARGIN: f32 = 44.0;
/// The height of a figure at scale 1, from the table to the top of the hair, in points.
const FIGURE: f32 = 296.0;

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
    pub fn new(size: Vec2, panel: usize, sheet: f32, bubble: f32) -> Self {
        let width = size.x;
        let side = 300.0;
        let section = Rect::from_min_size(pos2(MARGIN, 22.0), vec2(side, 64.0));
        let clock = Rect::from_min_size(pos2(width - MARGIN - side, 22.0), vec2(side, 64.0));
        let between = section.right() + 16.0..clock.left() - 16.0;
        let bubble_width = (between.end - between.start).min(760.0);
        let bubble = Rect::from_min_size(
            pos2((width - bubble_width) / 2.0, 22.0),
            vec2(bubble_width, bubble),
        );
        let sheet_width = (width - 2.0 * 60.0).min(1320.0);
        let sheet = Rect::from_min_size(
            pos2((width - sheet_width) / 2.0, size.y - sheet - 12.0),
            vec2(sheet_width, sheet),
        );
        let table_bottom = sheet.top() + 4.0;
        let depth = (table_bottom * 0.215).clamp(84.0, 150.0);
        let table_top = table_bottom - depth;
        let room_above = table_top - bubble.bottom() - 18.0;
        let count = panel.max(1) as f32;
        let spacing = ((width - 2.0 * MARGIN - 120.0) / count).min(260.0 + 60.0 / count);
        let scale = (room_above / (FIGURE * NEAREST)).min(spacing / 228.0).clamp(0.3, 1.5);
        let plate = vec2((spacing - 24.0).min(196.0), (depth * 0.46).min(56.0));
        let seats = (0..panel)
            .map(|seat| {
                let x = width / 2.0 + (seat as f32 - (count - 1.0) / 2.0) * spacing;
                let middle = pos2(x, table_top + depth * 0.52);
                Seat { x, scale, plate: Rect::from_center_size(middle, plate) }
            })
            .collect();
        Self { size, section, bubble, clock, sheet, table_top, table_bottom, seats }
    }

    /// The box that holds a figure, hair included, when it is drawn at its largest, wherever the camera moves it.
    pub fn figure(&self, seat: usize) -> Rect {
        let seat = self.seats[seat];
        let size = vec2(228.0, FIGURE) * seat.scale * NEAREST;
        let rect = Rect::from_min_size(pos2(seat.x - size.x / 2.0, self.table_top - size.y), size);
        rect.expand2(vec2(FURTHEST, 0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_covers_a_face_at_any_size() {
        for size in
            [vec2(1280.0, 720.0), vec2(1280.0, 800.0), vec2(1706.0, 720.0), vec2(1280.0, 960.0)]
        {
            for panel in 1..=5 {
                for (sheet, bubble) in
                    [(190.0, 92.0), (190.0, 140.0), (316.0, 92.0), (316.0, 116.0)]
                {
                    let layout = InterviewLayout::new(size, panel, sheet, bubble);
                    for seat in 0..panel {
                        let figure = layout.figure(seat);
                        assert!(!figure.intersects(layout.bubble), "{size:?} {panel} {seat}");
                        assert!(!figure.intersects(layout.sheet), "{size:?} {panel} {seat}");
                        assert!(figure.height() > 120.0, "{size:?} {panel} {figure:?}");
                        assert!(layout.seats[seat].plate.bottom() < layout.sheet.top());
                    }
                }
            }
        }
    }

    #[test]
    fn plates_do_not_touch() {
        let layout = InterviewLayout::new(vec2(1280.0, 720.0), 5, 190.0, 92.0);
        for pair in layout.seats.windows(2) {
            assert!(pair[0].plate.right() + 8.0 < pair[1].plate.left());
        }
    }
}
