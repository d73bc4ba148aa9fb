//! The city and the sky outside: late afternoon, dusk, night.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{Colour, fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;

/// The pane the city is seen through, in canvas units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// The left edge.
    pub x: f32,
    /// The top edge.
    pub y: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is.
    pub height: f32,
    /// How large things are drawn: 1 at 720 units of room height.
    pub unit: f32,
}

impl Pane {
    fn shape(&self) -> Shape {
        Shape::rectangle(self.x, self.y, self.width, self.height)
    }
}

/// One colour for late afternoon, dusk and night.
type Hours = [u32; 3];

/// The sky from its top to the horizon, in equal bands.
const SKY: [Hours; 4] = [
    [0x6C7FB8, 0x3F4A86, 0x0F1733],
    [0xB39FB8, 0x7A6AA0, 0x1A2550],
    [0xF9C58D, 0xE09A86, 0x2A3568],
    [0xF08A7B, 0xF0A070, 0x4A4C82],
];

/// A row of buildings: its colour by hour, the height of the lowest and of the highest roof as parts of the pane,
/// the width of a building in units, and whether one sees into its windows.
const ROWS: [(Hours, f32, f32, f32, bool); 3] = [
    ([0xC592A0, 0x8A6F9C, 0x2B3566], 0.24, 0.58, 34.0, false),
    ([0x8E76A0, 0x5F5488, 0x222B57], 0.16, 0.44, 46.0, true),
    ([0x5C5385, 0x3C3A6A, 0x161D40], 0.08, 0.31, 58.0, true),
];

/// The colour at `progress` from afternoon (0) over dusk (0.5) to night (1).
fn at_hour(hours: Hours, progress: f32) -> Colour {
    let place = progress.clamp(0.0, 1.0) * 2.0;
    if place < 1.0 {
        mix(hex(hours[0]), hex(hours[1]), place)
    } else {
        mix(hex(hours[1]), hex(hours[2]), place - 1.0)
    }
}

/// A number from 0 to 1 that depends on its arguments alone.
fn chance(a: u32, b: u32, c: u32) -> f32 {
    let mut mixed = a
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add(b.wrapping_mul(0x85EB_CA77))
        .wrapping_add(c.wrapping_mul(0xC2B2_AE3D));
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2C1B_3C6D);
    mixed = (mixed ^ (mixed >> 12)).wrapping_mul(0x297A_2D39);
    (mixed >> 8) as f32 / 16_777_216.0
}

/// Sky, sun or moon, and three rows of buildings, all inside the pane.
pub fn paint_outside(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    paint_sky(canvas, pane, progress);
    paint_stars(canvas, pane, progress);
    paint_sun(canvas, pane, progress);
    paint_moon(canvas, pane, progress);
    paint_clouds(canvas, pane, progress);
    for row in 0..ROWS.len() {
        paint_row(canvas, pane, row as u32, progress);
        // Haze between the rows sets them apart.
        let haze = fade(at_hour(SKY[3], progress), 0.16);
        let bottom = pane.y + pane.height;
        let low =
            Shape::rectangle(pane.x, bottom - pane.height * 0.3, pane.width, pane.height * 0.3);
        canvas
            .fill(&low, Paint::vertical(bottom - pane.height * 0.3, bottom, fade(haze, 0.0), haze));
    }
}

fn paint_sky(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    let bands = SKY.len() - 1;
    let high = pane.height / bands as f32;
    for band in 0..bands {
        let top = pane.y + high * band as f32;
        // Each band reaches half a unit into the next, which is painted over it.
        let overlap = if band + 1 < bands { 1.0 } else { 0.0 };
        let lead = if band > 0 { 0.5 } else { 0.0 };
        let shape = Shape::rectangle(pane.x, top - lead, pane.width, high + overlap + lead);
        canvas.fill(
            &shape,
            Paint::vertical(
                top,
                top + high,
                at_hour(SKY[band], progress),
                at_hour(SKY[band + 1], progress),
            ),
        );
    }
}

fn paint_stars(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    let seen = ((progress - 0.6) / 0.35).clamp(0.0, 1.0);
    if seen <= 0.0 {
        return;
    }
    for index in 0..46 {
        let x = pane.x + 6.0 + (pane.width - 12.0) * chance(index, 1, 7);
        let y = pane.y + 6.0 + pane.height * 0.5 * chance(index, 2, 7);
        let size = (0.7 + chance(index, 3, 7) * 0.8) * pane.unit;
        let alpha = seen * (0.35 + 0.5 * chance(index, 4, 7));
        canvas.fill(&Shape::circle(x, y, size), fade(hex(0xFFF6E0), alpha));
    }
}

fn paint_sun(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    let seen = (1.0 - (progress - 0.35) / 0.25).clamp(0.0, 1.0);
    if seen <= 0.0 {
        return;
    }
    let x = pane.x + pane.width * 0.76;
    let y = pane.y + pane.height * (0.44 + progress * 0.75);
    let radius = 34.0 * pane.unit;
    for (size, alpha) in [(2.4, 0.16), (1.6, 0.22)] {
        let halo = Shape::circle(x, y, radius * size).within(&pane.shape());
        canvas.fill(&halo, fade(hex(0xFFE3B0), alpha * seen));
    }
    let disc = Shape::circle(x, y, radius).within(&pane.shape());
    canvas.fill(
        &disc,
        Paint::vertical(
            y - radius,
            y + radius,
            fade(hex(0xFFF3D2), seen),
            fade(hex(0xFFD08A), seen),
        ),
    );
}

fn paint_moon(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    let seen = ((progress - 0.62) / 0.25).clamp(0.0, 1.0);
    if seen <= 0.0 {
        return;
    }
    let x = pane.x + pane.width * 0.17;
    let y = pane.y + pane.height * (0.62 - progress * 0.32);
    let radius = 20.0 * pane.unit;
    let halo = Shape::circle(x, y, radius * 2.1).within(&pane.shape());
    canvas.fill(&halo, fade(hex(0xCBD6FF), 0.1 * seen));
    canvas.fill(&Shape::circle(x, y, radius), fade(hex(0xF4F1E4), seen));
    for (dx, dy, size) in [(-6.0, -4.0, 4.6), (5.0, 5.0, 3.4), (6.5, -7.0, 2.2)] {
        let spot = Shape::circle(x + dx * pane.unit, y + dy * pane.unit, size * pane.unit);
        canvas.fill(&spot, fade(hex(0xD5D2CC), seen * 0.8));
    }
}

fn paint_clouds(canvas: &mut Canvas, pane: &Pane, progress: f32) {
    let colour = mix(at_hour(SKY[2], progress), hex(0xFFF1DC), 0.35 * (1.0 - progress));
    for (index, (x, y, width)) in
        [(0.10, 0.30, 120.0), (0.40, 0.20, 90.0), (0.57, 0.38, 130.0), (0.88, 0.26, 110.0)]
            .into_iter()
            .enumerate()
    {
        let (width, unit) = (width * pane.unit, pane.unit);
        let left = pane.x + pane.width * x - width / 2.0;
        let top = pane.y + pane.height * y;
        for (shift, drop, part) in [(0.0, 0.0, 1.0), (0.22, -7.0, 0.5), (0.12, 7.0, 0.62)] {
            let bar = Shape::rounded(
                left + width * shift,
                top + drop * unit,
                width * part,
                8.0 * unit,
                4.0 * unit,
            );
            let alpha = if index.is_multiple_of(2) { 0.42 } else { 0.32 };
            canvas.fill(&bar.within(&pane.shape()), fade(colour, alpha * (1.0 - progress * 0.88)));
        }
    }
}

fn paint_row(canvas: &mut Canvas, pane: &Pane, row: u32, progress: f32) {
    let (hours, lowest, highest, typical, windows) = ROWS[row as usize];
    let colour = at_hour(hours, progress);
    let bottom = pane.y + pane.height;
    let mut x = pane.x - 14.0 * pane.unit * chance(row, 0, 3);
    let mut index = 0;
    while x < pane.x + pane.width {
        let width = typical * pane.unit * (0.62 + 0.76 * chance(row, index, 1));
        let tall = chance(row, index, 2);
        let height = pane.height * (lowest + (highest - lowest) * tall * tall);
        let roof = bottom - height;
        let clip = pane.shape();
        let gap = pane.unit * if row == 2 { 2.0 } else { 0.0 };
        let body = Shape::rectangle(x, roof, width - gap, height);
        let lit = mix(colour, at_hour(SKY[3], progress), 0.22);
        canvas.fill(
            &body.within(&clip),
            Paint::vertical(roof, bottom, colour, mix(colour, lit, 0.8)),
        );
        paint_roof(canvas, &clip, (x, roof, width - gap), (row, index), colour, pane.unit);
        if windows {
            paint_windows(canvas, pane, (x, roof, width - gap), (row, index), progress);
        }
        x += width;
        index += 1;
    }
}

/// What stands on a roof: a set-back storey, a slant, a mast, or nothing.
fn paint_roof(
    canvas: &mut Canvas,
    clip: &Shape,
    (x, roof, width): (f32, f32, f32),
    (row, index): (u32, u32),
    colour: Colour,
    unit: f32,
) {
    let kind = chance(row, index, 5);
    let shape = if kind < 0.24 {
        Shape::rectangle(x + width * 0.2, roof - 9.0 * unit, width * 0.6, 10.0 * unit)
    } else if kind < 0.4 {
        Shape::at(x, roof + 0.5)
            .line(x, roof - 6.0 * unit)
            .line(x + width, roof - 15.0 * unit)
            .line(x + width, roof + 0.5)
    } else if kind < 0.54 {
        Shape::rectangle(x + width * 0.47, roof - 22.0 * unit, 2.2 * unit, 23.0 * unit)
    } else if kind < 0.64 {
        Shape::at(x, roof + 0.5)
            .line(x + width / 2.0, roof - 12.0 * unit)
            .line(x + width, roof + 0.5)
    } else {
        return;
    };
    canvas.fill(&shape.within(clip), colour);
}

fn paint_windows(
    canvas: &mut Canvas,
    pane: &Pane,
    (x, roof, width): (f32, f32, f32),
    (row, index): (u32, u32),
    progress: f32,
) {
    let near = row == 2;
    let (wide, high) = if near { (5.0, 6.5) } else { (3.6, 4.6) };
    let (wide, high) = (wide * pane.unit, high * pane.unit);
    let (across, down) = (wide * 2.2, high * 2.0);
    let columns = ((width - wide * 1.4) / across).floor().max(1.0);
    let margin = (width - (columns - 1.0) * across - wide) / 2.0;
    let share = if near { 0.16 + 0.52 * progress } else { 0.08 + 0.42 * progress };
    let right = pane.x + pane.width;
    let mut y = roof + high * 1.5;
    let mut floor = 0;
    while y + high < pane.y + pane.height - 2.0 {
        for column in 0..columns as u32 {
            let left = x + margin + column as f32 * across;
            let seed = (row * 977 + index) * 131 + column;
            // Whole floors are busier than others.
            let busy = 0.55 + 0.9 * chance(row * 31 + index, floor, 8);
            let on = chance(seed, floor, 9) < share * busy;
            if left < pane.x + 1.0 || left + wide > right - 1.0 {
                continue;
            }
            let window = Shape::rectangle(left, y, wide, high);
            if on {
                let warm = mix(hex(0xFFD98A), hex(0xFFB36B), chance(seed, floor, 10) * 0.7);
                let strength = (if near { 0.62 } else { 0.4 }) + 0.3 * progress;
                canvas.fill(&window, fade(warm, strength));
            } else if near {
                canvas.fill(&window, fade(hex(0x10163A), 0.16));
            }
        }
        y += down;
        floor += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Pane = Pane { x: 100.0, y: 50.0, width: 600.0, height: 300.0, unit: 1.0 };

    #[test]
    fn nothing_leaves_the_pane() {
        for progress in [0.0, 0.4, 0.7, 1.0] {
            let mut canvas = Canvas::default();
            paint_outside(&mut canvas, &PANE, progress);
            for [x, y] in &canvas.positions {
                assert!((99.0..=701.0).contains(x) && (49.0..=351.0).contains(y), "{x} {y}");
            }
        }
    }

    #[test]
    fn more_windows_are_lit_at_night() {
        let painted = |progress| {
            let mut canvas = Canvas::default();
            paint_row(&mut canvas, &PANE, 1, progress);
            canvas.indices.len()
        };
        assert!(painted(1.0) > painted(0.0));
    }

    #[test]
    fn chances_lie_between_nothing_and_one() {
        assert!((0..1000).all(|index| (0.0..1.0).contains(&chance(index, index * 7, 3))));
    }
}
