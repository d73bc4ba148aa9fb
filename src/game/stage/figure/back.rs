//! Somebody in the hot seat, seen over the shoulder: the back of a head, shoulders, and the chair.

use crate::game::stage::acting::pose::Pose;
use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{Colour, fade, hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::curls::puffs;
use crate::game::stage::figure::tones::{Tone, Tones};
use crate::game::stage::figure::{EYES, NECK};
use crate::interview::scenario::look::{Build, Hair, Look, Outfit};

/// How far clothes and chair reach below the origin, where something hides them.
const BELOW: f32 = 60.0;

/// How far the hair falls behind a head, from the height of the eyes down, and how wide it is there.
fn fall(hair: Hair) -> Option<(f32, f32)> {
    match hair {
        Hair::Bob => Some((74.0, 70.0)),
        Hair::Long | Hair::Braids => Some((142.0, 66.0)),
        Hair::Wavy | Hair::Locs => Some((134.0, 76.0)),
        _ => None,
    }
}

/// Paints a figure from behind whose origin is the middle of the edge that hides it below; it lies at negative y.
///
/// Its measures are those of [`paint_figure`](super::paint_figure), so that both are one family.
pub fn paint_back(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let tones = Tones::of(look);
    let pose = pose.clamped();
    canvas.save();
    canvas.save();
    canvas.translate(0.0, -pose.breath * 1.2);
    paint_neck(canvas, look, &tones);
    paint_shoulders(canvas, look, &tones);
    canvas.restore();
    canvas.save();
    canvas.translate(pose.tilt * 4.0 + pose.turn * 3.0, NECK - pose.breath * 1.8);
    canvas.rotate(pose.tilt * 0.14);
    canvas.translate(0.0, EYES - NECK - pose.nod * 5.0);
    paint_head(canvas, look, &pose, &tones);
    canvas.restore();
    paint_chair(canvas);
    canvas.restore();
}

fn paint_neck(canvas: &mut Canvas, look: &Look, tones: &Tones) {
    let half = match look.build {
        Build::Slim => 19.0,
        Build::Medium => 22.0,
        Build::Broad => 26.0,
    };
    let skin = &tones.skin;
    let neck = Shape::at(0.0, -160.0)
        .line(half, -160.0)
        .line(half, -112.0)
        .cubic([half + 1.0, -102.0], [half + 6.0, -96.0], [half + 16.0, -90.0])
        .line(0.0, -84.0)
        .mirrored();
    canvas
        .fill(&neck, Paint::vertical(-150.0, -88.0, skin.shade, mix(skin.base, skin.shade, 0.45)));
}

fn paint_shoulders(canvas: &mut Canvas, look: &Look, tones: &Tones) {
    let cloth = &tones.cloth;
    let breadth = match look.build {
        Build::Slim => 0.92,
        Build::Medium => 1.0,
        Build::Broad => 1.08,
    };
    canvas.save();
    canvas.scale(breadth, 1.0);
    let torso = Shape::at(0.0, -92.0)
        .line(22.0, -97.0)
        .cubic([40.0, -92.0], [66.0, -88.0], [88.0, -77.0])
        .cubic([112.0, -65.0], [122.0, -36.0], [125.0, BELOW])
        .line(0.0, BELOW)
        .mirrored();
    canvas
        .fill(&torso, Paint::vertical(-96.0, 30.0, mix(cloth.base, cloth.light, 0.4), cloth.shade));
    // The light of the window falls on the far shoulder.
    let rim = Shape::at(24.0, -96.0).cubic([44.0, -91.0], [68.0, -87.0], [88.0, -76.0]).cubic(
        [104.0, -68.0],
        [114.0, -52.0],
        [118.0, -34.0],
    );
    canvas.stroke_tapered(&rim, &[0.6, 3.4, 0.6], mix(cloth.light, hex(0xF9C58D), 0.45));
    for side in [-1.0, 1.0] {
        let seam = Shape::at(84.0, -40.0).quad([78.0, -10.0], [82.0, BELOW]).on_side(side);
        canvas.stroke_tapered(&seam, &[0.8, 3.0, 3.6], mix(cloth.base, cloth.shade, 0.9));
    }
    let middle = Shape::at(0.0, -84.0).line(0.0, BELOW);
    canvas.stroke(&middle, 1.6, mix(cloth.base, cloth.shade, 0.6));
    canvas.restore();
    match look.outfit {
        Outfit::BlazerShirt | Outfit::BlazerTie => paint_collar(canvas, cloth, &tones.shirt),
        Outfit::Turtleneck => {
            let roll = Shape::rounded(-29.0, -124.0, 58.0, 34.0, 12.0);
            canvas.fill(&roll, Paint::vertical(-124.0, -90.0, cloth.light, cloth.base));
        }
        Outfit::Sweater | Outfit::Blouse => {
            let band = Shape::at(-33.0, -92.0).quad([0.0, -84.0], [33.0, -92.0]);
            canvas.stroke(&band, 6.0, mix(cloth.base, cloth.shade, 0.5));
        }
    }
}

/// A blazer's collar over a line of shirt.
fn paint_collar(canvas: &mut Canvas, cloth: &Tone, shirt: &Tone) {
    let line = Shape::at(-26.0, -104.0).quad([0.0, -96.0], [26.0, -104.0]);
    canvas.stroke(&line, 9.0, shirt.light);
    let collar = Shape::at(0.0, -97.0)
        .quad([20.0, -98.0], [31.0, -106.0])
        .cubic([40.0, -98.0], [46.0, -92.0], [54.0, -86.0])
        .quad([28.0, -74.0], [0.0, -74.0])
        .mirrored();
    canvas.fill(
        &collar,
        Paint::vertical(-106.0, -74.0, mix(cloth.base, cloth.light, 0.35), cloth.base),
    );
    let edge = Shape::at(-54.0, -86.0).quad([-28.0, -74.0], [0.0, -74.0]);
    canvas.stroke(&edge.clone(), 1.8, cloth.shade);
    canvas.stroke(&edge.on_side(-1.0), 1.8, cloth.shade);
}

fn paint_head(canvas: &mut Canvas, look: &Look, pose: &Pose, tones: &Tones) {
    let (skin, hair) = (&tones.skin, &tones.hair);
    let hidden = fall(look.hair).is_some() || matches!(look.hair, Hair::Afro | Hair::Headscarf);
    if !hidden {
        for side in [-1.0, 1.0] {
            let x = side * 58.0 - pose.turn * 2.0;
            canvas.fill(&Shape::ellipse(x, 6.0, 9.5, 17.0), mix(skin.base, skin.shade, 0.35));
            canvas.fill(&Shape::ellipse(x - side * 2.0, 7.0, 5.0, 11.0), skin.shade);
        }
    }
    let skull = Shape::at(0.0, -74.0)
        .cubic([34.0, -74.0], [57.0, -52.0], [57.0, -8.0])
        .cubic([57.0, 26.0], [44.0, 52.0], [24.0, 62.0])
        .line(0.0, 64.0)
        .mirrored();
    canvas.fill(&skull, Paint::vertical(-74.0, 60.0, skin.base, mix(skin.base, skin.shade, 0.7)));
    let paint = Paint::vertical(
        -96.0,
        60.0,
        mix(hair.base, hair.light, 0.5),
        mix(hair.base, hair.shade, 0.5),
    );
    match look.hair {
        Hair::Bald => {
            let shine = Shape::at(-26.0, -54.0).quad([-8.0, -68.0], [14.0, -64.0]);
            canvas.stroke_tapered(&shine, &[1.0, 6.0, 1.0], mix(skin.base, skin.light, 0.7));
            let fold = Shape::at(-18.0, 46.0).quad([0.0, 51.0], [18.0, 46.0]);
            canvas.stroke_tapered(&fold, &[0.6, 2.4, 0.6], skin.shade);
        }
        Hair::Buzz => {
            let near = mix(skin.shade, hair.base, 0.8);
            let nape = mix(near, skin.shade, 0.6);
            canvas.fill(&cap(-78.0, 58.5, 40.0), Paint::vertical(-78.0, 40.0, near, nape));
        }
        Hair::Headscarf => paint_scarf(canvas, &tones.accent),
        Hair::Curly | Hair::Afro => {
            let (across, down, at) =
                if look.hair == Hair::Afro { (86.0, 82.0, -26.0) } else { (62.0, 66.0, -16.0) };
            canvas.fill(&Shape::ellipse(0.0, at, across, down), paint);
            for [x, y] in puffs(16, 0.0, [0.0, at], [across - 4.0, down - 4.0], (0.0, 360.0)) {
                canvas.fill(&Shape::circle(x, y, 17.0), paint);
            }
            let light = mix(hair.base, hair.light, 0.7);
            for [x, y] in puffs(9, 0.0, [0.0, at], [across * 0.6, down * 0.6], (190.0, 350.0)) {
                let curl = Shape::at(x - 6.0, y).quad([x, y - 8.0], [x + 6.0, y]);
                canvas.stroke_tapered(&curl, &[0.8, 3.0, 0.8], light);
            }
        }
        style => {
            match fall(style) {
                Some((low, half)) => {
                    let long = Shape::at(0.0, -92.0)
                        .cubic([50.0, -92.0], [72.0, -62.0], [72.0, -6.0])
                        .cubic([72.0, low * 0.4], [half + 8.0, low * 0.7], [half, low - 8.0])
                        .quad([half * 0.5, low + 8.0], [0.0, low + 2.0])
                        .mirrored();
                    canvas.fill(
                        &long,
                        Paint::vertical(-96.0, low, mix(hair.base, hair.light, 0.5), hair.shade),
                    );
                }
                None => canvas.fill(&cap(-90.0, 62.0, 50.0), paint),
            }
            paint_strands(canvas, fall(style).map_or(46.0, |(low, _)| low - 12.0), hair);
            paint_tied(canvas, style, hair, &tones.accent);
        }
    }
}

/// Hair that ends at the nape: its outline from the crown over the temples.
fn cap(top: f32, side: f32, nape: f32) -> Shape {
    Shape::at(0.0, top)
        .cubic([42.0, top], [side + 2.0, -58.0], [side, -6.0])
        .cubic([side - 1.0, 14.0], [48.0, 30.0], [36.0, nape])
        .quad([18.0, nape + 8.0], [0.0, nape + 6.0])
        .mirrored()
}

/// A few lines that follow the hair down from the crown.
fn paint_strands(canvas: &mut Canvas, low: f32, hair: &Tone) {
    let line = mix(hair.base, hair.shade, 0.8);
    for (x, bend) in [(-40.0, -52.0), (-18.0, -26.0), (4.0, 6.0), (24.0, 34.0), (42.0, 54.0)] {
        let strand = Shape::at(x * 0.35, -80.0).quad([bend, -30.0], [x, low * 0.75]);
        canvas.stroke_tapered(&strand, &[0.6, 2.2, 0.6], line);
    }
    let shine = Shape::at(-38.0, -52.0).quad([-4.0, -72.0], [34.0, -56.0]);
    canvas.stroke_tapered(&shine, &[0.6, 5.0, 0.6], fade(hair.light, 0.55));
}

/// What is tied up: a bun on the crown or a tail down the back.
fn paint_tied(canvas: &mut Canvas, style: Hair, hair: &Tone, accent: &Tone) {
    match style {
        Hair::Bun => {
            let paint = Paint::vertical(-112.0, -52.0, hair.light, hair.base);
            canvas.fill(&Shape::circle(0.0, -78.0, 31.0), paint);
            let turn = Shape::at(-18.0, -74.0).quad([2.0, -58.0], [19.0, -82.0]);
            canvas.stroke_tapered(&turn, &[0.8, 3.0, 0.8], hair.shade);
        }
        Hair::Ponytail => {
            let tail = Shape::at(-15.0, -14.0)
                .cubic([-34.0, 30.0], [-30.0, 90.0], [-4.0, 128.0])
                .cubic([22.0, 92.0], [30.0, 32.0], [15.0, -14.0]);
            canvas.fill(
                &tail,
                Paint::vertical(-14.0, 128.0, mix(hair.base, hair.light, 0.4), hair.shade),
            );
            canvas.fill(&Shape::rounded(-17.0, -22.0, 34.0, 13.0, 6.0), accent.base);
        }
        _ => {}
    }
}

/// A headscarf down to the shoulders.
fn paint_scarf(canvas: &mut Canvas, cloth: &Tone) {
    let scarf = Shape::at(0.0, -88.0)
        .cubic([48.0, -88.0], [68.0, -58.0], [67.0, -6.0])
        .cubic([66.0, 40.0], [78.0, 76.0], [88.0, 104.0])
        .quad([44.0, 130.0], [0.0, 128.0])
        .mirrored();
    canvas.fill(
        &scarf,
        Paint::vertical(-88.0, 124.0, mix(cloth.base, cloth.light, 0.5), cloth.shade),
    );
    for (x, low) in [(-30.0, -48.0), (2.0, 4.0), (32.0, 52.0)] {
        let fold = Shape::at(x * 0.5, -30.0).quad([x, 40.0], [low, 112.0]);
        canvas.stroke_tapered(&fold, &[0.6, 3.0, 0.8], mix(cloth.base, cloth.shade, 0.8));
    }
}

/// The back of the chair: the hot seat.
fn paint_chair(canvas: &mut Canvas) {
    let back = Shape::rounded(-96.0, -30.0, 192.0, BELOW + 90.0, 34.0);
    canvas.fill_soft(&back.clone().moved(0.0, -4.0), 16.0, fade(hex(0x0A1024), 0.42));
    let (top, low): (Colour, Colour) = (hex(0x3A4A78), hex(0x1F2A4A));
    canvas.fill(&back, Paint::vertical(-30.0, BELOW, top, low));
    let piping = Shape::at(-78.0, 2.0)
        .cubic([-78.0, -14.0], [-66.0, -20.0], [-54.0, -20.0])
        .line(54.0, -20.0)
        .cubic([66.0, -20.0], [78.0, -14.0], [78.0, 2.0]);
    canvas.stroke(&piping, 3.4, hex(0xFF7A59));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_head_of_hair_and_every_outfit_is_a_sound_mesh_from_behind() {
        let look = Look::from_name("Ada");
        let looks = Hair::ALL.iter().map(|&hair| Look { hair, ..look.clone() });
        let clad = Outfit::ALL.iter().map(|&outfit| Look { outfit, ..look.clone() });
        for look in looks.chain(clad) {
            let mut canvas = Canvas::default();
            paint_back(&mut canvas, &look, &Pose { nod: 1.0, tilt: -1.0, ..Pose::default() });
            assert!(canvas.indices.iter().all(|i| (*i as usize) < canvas.positions.len()));
            assert!(canvas.positions.iter().flatten().all(|p| p.is_finite() && p.abs() < 500.0));
            let top = canvas.positions.iter().map(|p| p[1]).fold(f32::MAX, f32::min);
            assert!((-330.0..-250.0).contains(&top), "{:?}: {top}", look.hair);
        }
    }
}
