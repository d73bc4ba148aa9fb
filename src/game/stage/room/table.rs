//! The table in front of the panel, and what lies on it.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::{Point, Shape};
use crate::game::stage::room::RoomView;

/// A name plate, whose text is drawn over it afterwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plate {
    /// The plate's middle.
    pub x: f32,
    /// How wide it is at its foot; the top is a little narrower.
    pub width: f32,
    /// How high its face is.
    pub height: f32,
    /// The top of its face.
    pub y: f32,
    /// How much light falls on it: 1 for who speaks, whose plate is underlined too.
    pub lit: f32,
}

/// Paints the table without its plates, with glasses of water and a sheet of notes between where they stand.
pub fn paint_table(canvas: &mut Canvas, view: &RoomView, plates: &[Plate]) {
    paint_wood(canvas, view);
    for plate in plates {
        paint_sitters_shadow(canvas, view, plate);
    }
    paint_things(canvas, view, plates);
}

/// Paints the plates.
pub fn paint_plates(canvas: &mut Canvas, view: &RoomView, plates: &[Plate]) {
    for plate in plates {
        paint_plate(canvas, view.unit(), plate);
    }
}

/// A point on the table's top: `across` from -1 (left) to 1 (right), `near` from 0 (back edge) to 1 (front edge).
fn on_table(view: &RoomView, across: f32, near: f32) -> Point {
    let half = view.table_half() + (view.table_front_half() - view.table_half()) * near;
    [view.width / 2.0 + half * across, view.table_top + (view.table_bottom - view.table_top) * near]
}

fn paint_wood(canvas: &mut Canvas, view: &RoomView) {
    let unit = view.unit();
    let (middle, top, bottom) = (view.width / 2.0, view.table_top, view.table_bottom);
    let front = view.table_front_half();
    let thick = 26.0 * unit;
    // Under the table it is dark.
    let under =
        Shape::rectangle(-2.0, bottom + thick * 0.5, view.width + 4.0, view.height - bottom);
    canvas.fill(&under, Paint::vertical(bottom, view.height, hex(0x151D38), hex(0x10172E)));
    let shadow = Shape::rounded(
        middle - front + 10.0 * unit,
        bottom + thick - 6.0 * unit,
        front * 2.0 - 20.0 * unit,
        20.0 * unit,
        8.0 * unit,
    );
    canvas.fill_soft(&shadow, 22.0 * unit, fade(hex(0x060A18), 0.6));
    let edge = Shape::at(middle - front, bottom - 1.0)
        .line(middle + front, bottom - 1.0)
        .line(middle + front, bottom + thick - 5.0 * unit)
        .quad([middle + front, bottom + thick], [middle + front - 6.0 * unit, bottom + thick])
        .line(middle - front + 6.0 * unit, bottom + thick)
        .quad([middle - front, bottom + thick], [middle - front, bottom + thick - 5.0 * unit]);
    canvas.fill(&edge, Paint::vertical(bottom, bottom + thick, hex(0x935E39), hex(0x74472A)));
    let [left, right] = [on_table(view, -1.0, 0.0), on_table(view, 1.0, 0.0)];
    let board = Shape::at(left[0], left[1])
        .line(right[0], right[1])
        .line(middle + front, bottom)
        .line(middle - front, bottom);
    canvas.fill(&board, Paint::vertical(top, bottom, hex(0xCB8E5E), hex(0xA86F45)));
    // The grain runs along the table and narrows towards its ends.
    for (near, from, to, wide, dark) in [
        (0.10, -0.72, -0.10, 2.0, true),
        (0.22, 0.14, 0.86, 2.6, true),
        (0.36, -0.92, -0.38, 3.0, true),
        (0.47, -0.18, 0.52, 2.4, false),
        (0.60, 0.36, 0.95, 3.4, true),
        (0.72, -0.80, 0.02, 3.4, true),
        (0.84, -0.30, 0.66, 3.0, false),
        (0.92, -0.95, -0.52, 3.6, true),
    ] {
        let (from, to) = (on_table(view, from, near), on_table(view, to, near));
        let bow = 3.0 * unit;
        let line = Shape::at(from[0], from[1]).quad([(from[0] + to[0]) / 2.0, from[1] + bow], to);
        let tone = if dark { fade(hex(0x7A4A2A), 0.2) } else { fade(hex(0xFFE0B8), 0.16) };
        canvas.stroke_tapered(&line, &[0.4 * unit, wide * unit, 0.4 * unit], tone);
    }
    // The window's light on the polish, and the light along both edges.
    let (a, b) = (on_table(view, -0.93, 0.07), on_table(view, 0.93, 0.07));
    let (c, d) = (on_table(view, 0.93, 0.17), on_table(view, -0.93, 0.17));
    let polish = Shape::at(a[0], a[1]).line(b[0], b[1]).line(c[0], c[1]).line(d[0], d[1]);
    canvas.fill(&polish, fade(hex(0xFFFFFF), 0.09));
    let rim = Shape::rectangle(middle - front, bottom - 1.5 * unit, front * 2.0, 3.0 * unit);
    canvas.fill(&rim, fade(hex(0xE8B184), 0.85));
}

/// The shadow that whoever sits behind the plate casts on the table's back edge.
fn paint_sitters_shadow(canvas: &mut Canvas, view: &RoomView, plate: &Plate) {
    let unit = view.unit();
    let below = Shape::rectangle(0.0, view.table_top, view.width, view.table_bottom);
    for layer in 1..=6 {
        let size = layer as f32 / 6.0;
        let across = (86.0 + 34.0 * size) * unit;
        let down = (6.0 + 22.0 * size) * unit;
        let half = Shape::ellipse(plate.x, view.table_top, across, down).within(&below);
        canvas.fill(&half, fade(hex(0x4A2A18), 0.075));
    }
}

/// Water between the seats, and notes in front of the first gap.
fn paint_things(canvas: &mut Canvas, view: &RoomView, plates: &[Plate]) {
    let unit = view.unit();
    let mut seats: Vec<&Plate> = plates.iter().collect();
    seats.sort_by(|a, b| a.x.total_cmp(&b.x));
    let depth = view.table_bottom - view.table_top;
    for pair in seats.windows(2) {
        let (from, to) = (pair[0].x + pair[0].width / 2.0, pair[1].x - pair[1].width / 2.0);
        if to - from > 34.0 * unit {
            paint_glass(canvas, (from + to) / 2.0, view.table_top + depth * 0.42, unit);
        }
    }
    if let (Some(first), Some(last)) = (seats.first(), seats.last()) {
        let left = first.x - first.width / 2.0 - 66.0 * unit;
        let right = last.x + last.width / 2.0 + 52.0 * unit;
        let floor = view.table_top + depth * 0.62;
        let half = view.table_half() + (view.table_front_half() - view.table_half()) * 0.5;
        let edge = view.width / 2.0 + half;
        if left > view.width - edge + 40.0 * unit {
            paint_notes(canvas, left, floor, unit);
        }
        if seats.len() == 1 {
            paint_glass(canvas, right, view.table_top + depth * 0.4, unit);
        } else if right < edge - 50.0 * unit {
            paint_notebook(canvas, right + 14.0 * unit, floor, unit);
        }
    }
}

/// A glass of water standing at a point.
fn paint_glass(canvas: &mut Canvas, x: f32, foot: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, foot);
    canvas.scale(unit, unit);
    canvas.fill_soft(&Shape::ellipse(5.0, 0.0, 19.0, 5.0), 7.0, fade(hex(0x3A2012), 0.5));
    let body = Shape::at(-13.0, -42.0)
        .line(13.0, -42.0)
        .line(10.0, -2.0)
        .quad([9.6, 1.0], [7.0, 1.0])
        .line(-7.0, 1.0)
        .quad([-9.6, 1.0], [-10.0, -2.0]);
    canvas.fill(&body, fade(hex(0xE4F3F6), 0.5));
    let water = Shape::at(-11.9, -26.0)
        .line(11.9, -26.0)
        .line(9.4, -4.0)
        .quad([9.0, -1.6], [6.6, -1.6])
        .line(-6.6, -1.6)
        .quad([-9.0, -1.6], [-9.4, -4.0]);
    canvas.fill(
        &water,
        Paint::vertical(-26.0, 0.0, fade(hex(0xA6DCE6), 0.85), fade(hex(0x74BFD0), 0.85)),
    );
    canvas.fill(&Shape::ellipse(0.0, -26.0, 11.9, 2.6), fade(hex(0xD6F2F6), 0.85));
    canvas.stroke_closed(&Shape::ellipse(0.0, -42.0, 12.6, 2.6), 1.3, fade(hex(0xFFFFFF), 0.75));
    canvas.stroke(&Shape::at(-8.8, -37.0).line(-6.9, -6.0), 2.0, fade(hex(0xFFFFFF), 0.6));
    canvas.restore();
}

/// A sheet with a few lines and a pen, seen at the table's slant.
fn paint_notes(canvas: &mut Canvas, x: f32, y: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, y);
    canvas.scale(unit, unit * 0.62);
    canvas.rotate(-0.16);
    canvas.fill_soft(
        &Shape::rounded(-38.0, -26.0, 80.0, 60.0, 4.0),
        9.0,
        fade(hex(0x3A2012), 0.42),
    );
    canvas.fill(&Shape::rounded(-40.0, -30.0, 78.0, 60.0, 3.0), hex(0xFFFDF8));
    for (line, wide) in [(0.0, 46.0), (1.0, 56.0), (2.0, 38.0), (3.0, 50.0)] {
        let bar = Shape::rounded(-30.0, -20.0 + line * 11.0, wide, 4.0, 2.0);
        canvas.fill(&bar, hex(0xCBC4B8));
    }
    let pen = Shape::at(44.0, -26.0).line(58.0, 26.0);
    canvas.stroke(&pen.clone().moved(2.0, 3.0), 5.0, fade(hex(0x3A2012), 0.35));
    canvas.stroke(&pen, 5.0, hex(0x33456B));
    canvas.stroke(&Shape::at(44.0, -26.0).line(45.0, -22.0), 5.0, hex(0xFF7A59));
    canvas.restore();
}

/// A closed notebook, seen at the table's slant.
fn paint_notebook(canvas: &mut Canvas, x: f32, y: f32, unit: f32) {
    canvas.save();
    canvas.translate(x, y);
    canvas.scale(unit, unit * 0.62);
    canvas.rotate(0.14);
    canvas.fill_soft(
        &Shape::rounded(-34.0, -28.0, 74.0, 66.0, 5.0),
        9.0,
        fade(hex(0x3A2012), 0.42),
    );
    canvas.fill(&Shape::rounded(-35.0, -26.0, 70.0, 60.0, 4.0), hex(0xE9DFCE));
    canvas.fill(
        &Shape::rounded(-36.0, -32.0, 72.0, 60.0, 5.0),
        Paint::vertical(-32.0, 28.0, hex(0x2F7F86), hex(0x276A72)),
    );
    canvas.fill(&Shape::rectangle(20.0, -32.0, 6.0, 60.0), hex(0xF4B740));
    canvas.restore();
}

fn paint_plate(canvas: &mut Canvas, unit: f32, plate: &Plate) {
    let lit = plate.lit.clamp(0.0, 1.0);
    let (half, lean, foot) = (plate.width / 2.0, plate.height * 0.17, 8.0 * unit);
    let bottom = plate.y + plate.height;
    let shadow = Shape::rounded(
        plate.x - half,
        bottom - 4.0 * unit,
        plate.width + 4.0 * unit,
        foot + 8.0 * unit,
        5.0 * unit,
    );
    canvas.fill_soft(&shadow, 9.0 * unit, fade(hex(0x3A2012), 0.42));
    let base = Shape::at(plate.x - half, bottom - 1.0)
        .line(plate.x + half, bottom - 1.0)
        .line(plate.x + half - 2.0 * unit, bottom + foot)
        .line(plate.x - half + 2.0 * unit, bottom + foot);
    canvas.fill(&base, mix(hex(0xBFB099), hex(0xD2C4AD), lit));
    let round = 4.0 * unit;
    let (left, right) = (plate.x - half + lean, plate.x + half - lean);
    let face = Shape::at(left + round, plate.y)
        .line(right - round, plate.y)
        .quad([right, plate.y], [right + round * 0.2, plate.y + round])
        .line(plate.x + half, bottom)
        .line(plate.x - half, bottom)
        .line(left - round * 0.2, plate.y + round)
        .quad([left, plate.y], [left + round, plate.y]);
    let (top, low) =
        (mix(hex(0xECE2D2), hex(0xFFFDF8), lit), mix(hex(0xE0D5C2), hex(0xFFF3E1), lit));
    canvas.fill(&face, Paint::vertical(plate.y, bottom, top, low));
    if lit > 0.01 {
        let half = half * lit;
        let line = Shape::rounded(
            plate.x - half,
            bottom + foot + 3.0 * unit,
            half * 2.0,
            5.0 * unit,
            2.5 * unit,
        );
        canvas.fill(&line, fade(hex(0xFF7A59), lit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: RoomView = RoomView {
        width: 1280.0,
        height: 720.0,
        table_top: 440.0,
        table_bottom: 560.0,
        reach: 0.0,
        progress: 0.0,
    };

    fn plate(x: f32, lit: f32) -> Plate {
        Plate { x, width: 180.0, height: 46.0, y: 478.0, lit }
    }

    #[test]
    fn a_table_for_any_panel_is_a_sound_mesh() {
        for seats in 0..6 {
            let plates: Vec<Plate> = (0..seats)
                .map(|seat| plate(200.0 + 190.0 * seat as f32, seat as f32 / 5.0))
                .collect();
            let mut canvas = Canvas::default();
            paint_table(&mut canvas, &VIEW, &plates);
            paint_plates(&mut canvas, &VIEW, &plates);
            assert!(canvas.indices.iter().all(|i| (*i as usize) < canvas.positions.len()));
            assert!(canvas.positions.iter().flatten().all(|part| part.is_finite()));
        }
    }

    #[test]
    fn only_a_lit_plate_is_underlined() {
        let coral = |lit| {
            let mut canvas = Canvas::default();
            paint_plate(&mut canvas, 1.0, &plate(640.0, lit));
            canvas.colours.iter().any(|colour| colour[..3] == hex(0xFF7A59)[..3])
        };
        assert!(coral(1.0));
        assert!(!coral(0.0));
    }
}
