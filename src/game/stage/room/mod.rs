//! The meeting room behind the panel: wall, window, floor and a few quiet things.

pub mod backdrop;
pub mod furniture;
pub mod skyline;
pub mod table;

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{Colour, fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::room::furniture::{paint_lamp, paint_picture, paint_plant, paint_shelf};
use crate::game::stage::room::skyline::{Pane, paint_outside};

/// The room as it is seen, in canvas units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoomView {
    /// How wide the picture is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// Where the table's back edge lies.
    pub table_top: f32,
    /// Where the front edge of the table's top lies.
    pub table_bottom: f32,
    /// How far from the middle of the table its outermost sitters reach.
    pub reach: f32,
    /// How much of the session is over: 0 late afternoon, 0.5 dusk, 1 night.
    pub progress: f32,
}

impl RoomView {
    /// The length of one unit at 1280×720 in this picture.
    #[must_use]
    pub fn unit(&self) -> f32 {
        (self.height / 720.0).min(self.width / 960.0)
    }

    /// Half the width of the table at its back edge.
    #[must_use]
    pub fn table_half(&self) -> f32 {
        (self.width * 0.385).min(self.unit() * 760.0).max(self.reach)
    }

    /// Half the width of the table at its front edge.
    #[must_use]
    pub fn table_front_half(&self) -> f32 {
        self.table_half() + (self.table_bottom - self.table_top) * 0.875
    }

    /// Where wall and floor meet.
    #[must_use]
    pub fn floor(&self) -> f32 {
        self.table_top + (self.table_bottom - self.table_top) * 0.3
    }

    fn night(&self) -> f32 {
        self.progress.clamp(0.0, 1.0)
    }

    /// The window's glass.
    fn pane(&self) -> Pane {
        let unit = self.unit();
        let width = (self.width * 0.5).min(unit * 980.0);
        let y = 52.0 * unit;
        let height = (self.table_top - 104.0 * unit - y).max(80.0 * unit);
        Pane { x: (self.width - width) / 2.0, y, width, height, unit }
    }
}

/// Paints everything behind the figures.
pub fn paint_room(canvas: &mut Canvas, view: &RoomView) {
    let unit = view.unit();
    paint_wall(canvas, view);
    paint_window(canvas, view);
    let pane = view.pane();
    let (left, right) = (pane.x, pane.x + pane.width);
    // What stands beside the window keeps clear of the table; a wide wall has room for more.
    let (space, floor) = (left, view.floor() + 6.0 * unit);
    let at_left = |part: f32| left - space * part;
    let at_right = |part: f32| right + space * part;
    if space > 400.0 * unit {
        paint_picture(canvas, at_left(0.5), view.table_top - 282.0 * unit, unit);
        paint_lamp(canvas, at_left(0.84), floor, unit, view.night());
        paint_shelf(canvas, at_right(0.46), view.table_top - 216.0 * unit, unit);
        paint_plant(canvas, at_right(0.8), floor, unit);
    } else {
        paint_shelf(canvas, at_left(0.55), view.table_top - 178.0 * unit, unit);
        paint_plant(canvas, at_right(0.7), floor, unit);
    }
    paint_vignette(canvas, view);
}

/// Paints the soft light behind whoever speaks.
pub fn paint_glow(canvas: &mut Canvas, x: f32, y: f32, radius: f32) {
    canvas.glow(x, y, radius, radius * 1.12, fade(hex(0xFFEDCC), 0.62));
}

fn paint_wall(canvas: &mut Canvas, view: &RoomView) {
    let (unit, night) = (view.unit(), view.night());
    let top = mix(hex(0x3C4F7C), hex(0x33446E), night);
    let low = mix(hex(0x2B3A5E), hex(0x243152), night);
    let floor = view.floor();
    canvas.fill(
        &Shape::rectangle(-2.0, -2.0, view.width + 4.0, floor + 4.0),
        Paint::vertical(0.0, floor, top, low),
    );
    // Quiet panels give the wall a measure.
    let pitch = 150.0 * unit;
    let count = (view.width / pitch / 2.0).ceil() as i32 + 1;
    for index in -count..count {
        let x = view.width / 2.0 + (index as f32 + 0.5) * pitch;
        let groove = Shape::rectangle(x, -2.0, 2.0 * unit, floor);
        canvas.fill(&groove, fade(hex(0x1A2340), 0.16));
        canvas.fill(&groove.moved(2.0 * unit, 0.0), fade(hex(0xFFFFFF), 0.025));
    }
    // Skirting board and floor.
    let board = Shape::rectangle(-2.0, floor - 13.0 * unit, view.width + 4.0, 14.0 * unit);
    canvas.fill(&board, mix(hex(0x22304F), hex(0x1C2744), night));
    let edge = Shape::rectangle(-2.0, floor - 13.0 * unit, view.width + 4.0, 1.6 * unit);
    canvas.fill(&edge, fade(hex(0x8FA2D0), 0.18));
    let ground = Shape::rectangle(-2.0, floor, view.width + 4.0, view.height - floor + 2.0);
    canvas.fill(&ground, Paint::vertical(floor, view.height, hex(0x232D4E), hex(0x121930)));
}

fn paint_window(canvas: &mut Canvas, view: &RoomView) {
    let (pane, unit, night) = (view.pane(), view.unit(), view.night());
    let (x, y, width, height) = (pane.x, pane.y, pane.width, pane.height);
    // The light that falls around the window on the wall.
    let warm = mix(hex(0xF9B48A), hex(0x5A6BA8), night);
    canvas.glow(
        x + width / 2.0,
        y + height * 0.6,
        width * 0.72,
        height * 1.15,
        fade(warm, 0.24 - 0.1 * night),
    );
    let frame = 10.0 * unit;
    let outer = Shape::rounded(
        x - frame,
        y - frame,
        width + frame * 2.0,
        height + frame * 2.0,
        14.0 * unit,
    );
    canvas.fill_soft(&outer.clone().moved(0.0, 5.0 * unit), 15.0 * unit, fade(hex(0x0C1226), 0.26));
    canvas
        .fill(&outer, Paint::vertical(y - frame, y + height + frame, hex(0x3E5082), hex(0x2F3F69)));
    let inner = Shape::rounded(
        x - 4.0 * unit,
        y - 4.0 * unit,
        width + 8.0 * unit,
        height + 8.0 * unit,
        5.0 * unit,
    );
    canvas.fill(&inner, hex(0x1D2947));
    paint_outside(canvas, &pane, view.progress);
    paint_reflections(canvas, &pane, 1.0 - night * 0.5);
    // The frame's own shadow on the glass, and its bars.
    let shadow = Shape::rectangle(x, y, width, 14.0 * unit);
    canvas.fill(
        &shadow,
        Paint::vertical(y, y + 14.0 * unit, fade(hex(0x0C1226), 0.32), fade(hex(0x0C1226), 0.0)),
    );
    let bars = (width / (210.0 * unit)).round().max(2.0) as usize;
    for bar in 1..bars {
        let at = x + width * bar as f32 / bars as f32 - 3.0 * unit;
        canvas.fill(&Shape::rectangle(at, y - 1.0, 6.0 * unit, height + 2.0), hex(0x2B3A60));
        canvas.fill(&Shape::rectangle(at, y, 1.5 * unit, height), fade(hex(0x8FA2D0), 0.22));
    }
    let sill = Shape::rounded(
        x - frame * 2.2,
        y + height + frame * 0.6,
        width + frame * 4.4,
        11.0 * unit,
        4.0 * unit,
    );
    canvas.fill_soft(&sill.clone().moved(0.0, 6.0 * unit), 14.0 * unit, fade(hex(0x0C1226), 0.3));
    let top = y + height + frame * 0.6;
    canvas.fill(&sill, Paint::vertical(top, top + 11.0 * unit, hex(0x4C5F8F), hex(0x33446E)));
}

/// Slanted streaks of light on the glass.
fn paint_reflections(canvas: &mut Canvas, pane: &Pane, strength: f32) {
    let clip = Shape::rectangle(pane.x, pane.y, pane.width, pane.height);
    let lean = pane.height * 0.55;
    let white: Colour = fade(hex(0xFFFFFF), 0.06 * strength);
    for (from, wide) in [(0.06, 64.0), (0.20, 18.0), (0.70, 84.0), (0.85, 22.0)] {
        let (left, wide) = (pane.x + pane.width * from, wide * pane.unit);
        let (top, bottom) = (pane.y, pane.y + pane.height);
        let streak = Shape::at(left + lean, top)
            .line(left + lean + wide, top)
            .line(left + wide, bottom)
            .line(left, bottom);
        canvas.fill(&streak.within(&clip), Paint::vertical(top, bottom, white, fade(white, 0.25)));
    }
}

fn paint_vignette(canvas: &mut Canvas, view: &RoomView) {
    let dark = fade(hex(0x0E1530), 0.34);
    let clear = fade(dark, 0.0);
    let reach = view.width * 0.2;
    let (width, height) = (view.width, view.height);
    canvas.fill(
        &Shape::rectangle(-2.0, -2.0, reach, height + 4.0),
        Paint::horizontal(-2.0, reach - 2.0, dark, clear),
    );
    canvas.fill(
        &Shape::rectangle(width - reach + 2.0, -2.0, reach, height + 4.0),
        Paint::horizontal(width - reach + 2.0, width + 2.0, clear, dark),
    );
    let low = height * 0.16;
    canvas.fill(
        &Shape::rectangle(-2.0, -2.0, width + 4.0, low),
        Paint::vertical(-2.0, low, fade(dark, 0.7), clear),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(width: f32, height: f32) -> RoomView {
        RoomView {
            width,
            height,
            table_top: height * 0.61,
            table_bottom: height * 0.78,
            reach: 0.0,
            progress: 0.3,
        }
    }

    #[test]
    fn a_room_of_any_size_is_a_sound_mesh() {
        for (width, height) in [(960.0, 600.0), (1280.0, 720.0), (2560.0, 1080.0), (2560.0, 1440.0)]
        {
            for progress in [0.0, 0.5, 1.0] {
                let mut canvas = Canvas::default();
                paint_room(&mut canvas, &RoomView { progress, ..view(width, height) });
                paint_glow(&mut canvas, width / 2.0, 300.0, 180.0);
                assert!(canvas.indices.iter().all(|i| (*i as usize) < canvas.positions.len()));
                assert!(canvas.positions.iter().flatten().all(|part| part.is_finite()));
            }
        }
    }

    #[test]
    fn the_wall_and_the_floor_cover_the_picture() {
        let mut canvas = Canvas::default();
        paint_room(&mut canvas, &view(1280.0, 720.0));
        let reach = |part: usize| {
            let values = canvas.positions.iter().map(move |position| position[part]);
            (values.clone().fold(f32::MAX, f32::min), values.fold(f32::MIN, f32::max))
        };
        let ((left, right), (top, bottom)) = (reach(0), reach(1));
        assert!(left <= 0.0 && top <= 0.0 && right >= 1280.0 && bottom >= 720.0);
    }

    #[test]
    fn the_table_is_wider_in_front() {
        let view = view(1280.0, 720.0);
        assert!(view.table_front_half() > view.table_half());
        assert!(view.floor() > view.table_top);
    }
}
