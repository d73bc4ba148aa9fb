//! The neck, the shoulders and what is worn on them.

use crate::game::stage::acting::pose::Pose;
use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{hex, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::tones::{Tone, Tones};
use crate::interview::scenario::look::{Build, Hair, Jewellery, Look, Outfit};

/// How far clothes reach below the table's back edge, where the table hides them.
const BELOW: f32 = 40.0;

/// Half the neck's width.
fn neck(look: &Look) -> f32 {
    match look.build {
        Build::Slim => 18.5,
        Build::Medium => 21.5,
        Build::Broad => 25.0,
    }
}

/// How broad the shoulders are beside usual ones.
fn breadth(look: &Look) -> f32 {
    match look.build {
        Build::Slim => 0.9,
        Build::Medium => 1.0,
        Build::Broad => 1.08,
    }
}

/// Neck and clothes, in the figure's own coordinates.
pub fn paint_clothes(canvas: &mut Canvas, look: &Look, pose: &Pose, tones: &Tones) {
    let cloth = &tones.cloth;
    canvas.save();
    canvas.scale(breadth(look), 1.0);
    paint_torso(canvas, cloth);
    canvas.restore();
    match look.outfit {
        Outfit::BlazerShirt => {
            paint_shirt(canvas, tones);
            paint_neck(canvas, look, pose, tones, -62.0);
            paint_collar(canvas, &tones.shirt, true);
            paint_necklace(canvas, look);
            paint_lapels(canvas, cloth);
        }
        Outfit::BlazerTie => {
            paint_shirt(canvas, tones);
            paint_neck(canvas, look, pose, tones, -86.0);
            paint_tie(canvas, &tones.accent);
            paint_collar(canvas, &tones.shirt, false);
            paint_lapels(canvas, cloth);
        }
        Outfit::Sweater => {
            paint_neck(canvas, look, pose, tones, -80.0);
            paint_crew_neck(canvas, tones);
        }
        Outfit::Blouse => {
            paint_neck(canvas, look, pose, tones, -50.0);
            paint_necklace(canvas, look);
            paint_blouse(canvas, cloth);
        }
        Outfit::Turtleneck => {
            paint_neck(canvas, look, pose, tones, -80.0);
            paint_turtleneck(canvas, look, cloth);
        }
    }
}

fn paint_torso(canvas: &mut Canvas, cloth: &Tone) {
    let torso = Shape::at(0.0, -98.0)
        .line(24.0, -99.0)
        .cubic([38.0, -90.0], [66.0, -88.0], [86.0, -78.0])
        .cubic([110.0, -67.0], [119.0, -40.0], [122.0, BELOW])
        .line(0.0, BELOW)
        .mirrored();
    canvas
        .fill(&torso, Paint::vertical(-96.0, 10.0, mix(cloth.base, cloth.light, 0.55), cloth.base));
    // The sleeve on the side away from the window, and the seams of both.
    let sleeve = Shape::at(86.0, -78.0)
        .cubic([110.0, -67.0], [119.0, -40.0], [122.0, BELOW])
        .line(84.0, BELOW)
        .cubic([80.0, -10.0], [84.0, -44.0], [94.0, -74.0]);
    canvas.fill(&sleeve.within(&torso_window()), mix(cloth.base, cloth.shade, 0.38));
    for side in [-1.0, 1.0] {
        let seam = Shape::at(83.0, -38.0).quad([77.0, -10.0], [81.0, BELOW]).on_side(side);
        canvas.stroke_tapered(&seam, &[0.8, 3.0, 3.6], mix(cloth.base, cloth.shade, 0.8));
    }
}

/// Keeps the sleeve's shadow inside the shoulder's border.
fn torso_window() -> Shape {
    Shape::at(70.0, -84.0)
        .line(86.0, -78.0)
        .cubic([110.0, -67.0], [119.0, -40.0], [122.0, BELOW])
        .line(70.0, BELOW)
}

/// The neck, with the skin down to `open` on the chest, and the chin's shadow on it.
fn paint_neck(canvas: &mut Canvas, look: &Look, pose: &Pose, tones: &Tones, open: f32) {
    let half = neck(look);
    let skin = &tones.skin;
    let shape = Shape::at(0.0, -160.0)
        .line(half, -160.0)
        .line(half, -112.0)
        .cubic([half + 0.5, -103.0], [half + 4.0, -98.0], [half + 9.0, -95.0])
        .line(0.0, open)
        .mirrored();
    let plain = mix(skin.base, skin.shade, 0.5);
    canvas.fill(
        &shape,
        Paint::vertical(-120.0, open.min(-70.0), mix(skin.base, skin.shade, 0.8), plain),
    );
    let drop = -104.0 + pose.nod * 4.0;
    let turn = pose.turn * 4.0 + pose.tilt * 3.0;
    let shadow = Shape::at(-half, -160.0).line(half, -160.0).line(half, -116.0).cubic(
        [half - 6.0 + turn, drop + 2.0],
        [-half * 0.4 + turn, drop + 4.0],
        [-half, -122.0],
    );
    canvas.fill(&shadow, mix(skin.shade, tones.crease, 0.32));
}

fn paint_necklace(canvas: &mut Canvas, look: &Look) {
    if look.jewellery == Jewellery::Necklace && look.hair != Hair::Headscarf {
        let chain = Shape::at(-21.0, -98.0).cubic([-12.0, -78.0], [12.0, -78.0], [21.0, -98.0]);
        canvas.stroke(&chain, 1.5, hex(0xE3AE45));
        canvas.fill(&Shape::circle(0.0, -80.5, 3.4), hex(0xF4B740));
    }
}

fn paint_shirt(canvas: &mut Canvas, tones: &Tones) {
    let shirt = Shape::at(0.0, -96.0).line(30.0, -97.0).line(2.0, 12.0).mirrored();
    canvas.fill(&shirt, Paint::vertical(-90.0, 6.0, tones.shirt.light, tones.shirt.shade));
    let closing = Shape::at(0.5, -62.0).line(0.5, 4.0);
    canvas.stroke(&closing, 1.4, tones.shirt.shade);
    for y in [-44.0, -22.0] {
        canvas.fill(&Shape::circle(-2.6, y, 1.6), tones.shirt.shade);
    }
}

fn paint_collar(canvas: &mut Canvas, shirt: &Tone, open: bool) {
    for side in [-1.0, 1.0] {
        let leaf = if open {
            Shape::at(17.0, -113.0)
                .cubic([24.0, -110.0], [30.0, -104.0], [34.0, -97.0])
                .line(27.0, -70.0)
                .quad([14.0, -66.0], [0.5, -58.0])
                .cubic([8.0, -74.0], [19.0, -86.0], [17.0, -113.0])
        } else {
            Shape::at(18.0, -112.0)
                .cubic([25.0, -109.0], [30.0, -104.0], [33.0, -97.0])
                .line(21.0, -66.0)
                .line(1.0, -85.0)
                .cubic([10.0, -88.0], [20.0, -94.0], [18.0, -112.0])
        };
        canvas.fill(&leaf.clone().moved(0.8, 3.0).on_side(side), shirt.shade);
        let tone = if side < 0.0 { shirt.light } else { mix(shirt.base, shirt.shade, 0.35) };
        canvas.fill(&leaf.on_side(side), tone);
    }
}

fn paint_tie(canvas: &mut Canvas, tie: &Tone) {
    let blade =
        Shape::at(0.0, -74.0).line(6.0, -72.0).line(12.5, -2.0).line(11.0, 14.0).line(0.0, 14.0);
    canvas.fill(
        &blade.mirrored(),
        Paint::vertical(-74.0, 0.0, mix(tie.base, tie.shade, 0.45), tie.base),
    );
    let knot = Shape::at(0.0, -89.0)
        .line(8.0, -88.0)
        .quad([10.0, -84.0], [6.5, -71.0])
        .quad([3.0, -69.0], [0.0, -69.0]);
    canvas.fill(&knot.mirrored(), Paint::vertical(-88.0, -70.0, tie.light, tie.base));
}

fn paint_lapels(canvas: &mut Canvas, cloth: &Tone) {
    for side in [-1.0, 1.0] {
        let lapel = Shape::at(24.0, -106.0)
            .quad([34.0, -101.0], [42.0, -93.0])
            .line(57.0, -61.0)
            .line(44.5, -61.0)
            .line(54.0, -48.0)
            .cubic([44.0, -22.0], [24.0, 0.0], [3.0, 22.0])
            .line(-2.0, 14.0)
            .cubic([12.0, -30.0], [26.0, -66.0], [24.0, -106.0]);
        canvas
            .fill(&lapel.clone().moved(1.6, 3.6).on_side(side), mix(cloth.base, cloth.shade, 0.75));
        let lit = if side < 0.0 { 0.95 } else { 0.4 };
        let tone = mix(cloth.base, cloth.light, lit);
        canvas.fill(
            &lapel.on_side(side),
            Paint::vertical(-104.0, 10.0, tone, mix(tone, cloth.base, 0.6)),
        );
    }
}

fn paint_crew_neck(canvas: &mut Canvas, tones: &Tones) {
    for side in [-1.0, 1.0] {
        let leaf = Shape::at(17.0, -112.0)
            .cubic([24.0, -109.0], [29.0, -104.0], [33.0, -98.0])
            .line(22.0, -72.0)
            .line(1.0, -83.0)
            .cubic([10.0, -88.0], [19.0, -94.0], [17.0, -112.0]);
        let tone = if side < 0.0 {
            tones.shirt.light
        } else {
            mix(tones.shirt.base, tones.shirt.shade, 0.35)
        };
        canvas.fill(&leaf.on_side(side), tone);
    }
    let cloth = &tones.cloth;
    let rib = Shape::at(24.0, -102.0)
        .line(33.0, -98.0)
        .cubic([33.0, -72.0], [14.0, -64.0], [0.0, -64.0])
        .cubic([-14.0, -64.0], [-33.0, -72.0], [-33.0, -98.0])
        .line(-24.0, -102.0)
        .cubic([-22.0, -82.0], [-10.0, -76.0], [0.0, -76.0])
        .cubic([10.0, -76.0], [22.0, -82.0], [24.0, -102.0]);
    canvas.fill(&rib.clone().moved(0.0, 3.5), mix(cloth.base, cloth.shade, 0.5));
    canvas.fill(&rib, mix(cloth.base, cloth.light, 0.9));
}

fn paint_blouse(canvas: &mut Canvas, cloth: &Tone) {
    for side in [-1.0, 1.0] {
        let collar = Shape::at(19.0, -110.0)
            .cubic([30.0, -107.0], [38.0, -100.0], [44.0, -90.0])
            .cubic([48.0, -76.0], [42.0, -62.0], [30.0, -52.0])
            .cubic([20.0, -50.0], [8.0, -46.0], [0.0, -42.0])
            .cubic([10.0, -62.0], [24.0, -80.0], [19.0, -110.0]);
        canvas
            .fill(&collar.clone().moved(1.0, 4.0).on_side(side), mix(cloth.base, cloth.shade, 0.6));
        let lit = if side < 0.0 { 1.3 } else { 0.8 };
        canvas.fill(&collar.on_side(side), mix(cloth.base, cloth.light, lit));
    }
    let closing = Shape::at(0.0, -42.0).line(0.0, 20.0);
    canvas.stroke_tapered(&closing, &[1.2, 2.4], mix(cloth.base, cloth.shade, 0.7));
    for y in [-30.0, -10.0] {
        canvas.fill(&Shape::circle(-4.0, y, 2.0), mix(cloth.base, cloth.light, 1.6));
    }
    for side in [-1.0, 1.0] {
        let fold = Shape::at(40.0, -50.0).quad([34.0, -24.0], [38.0, 8.0]).on_side(side);
        canvas.stroke_tapered(&fold, &[0.6, 2.6, 1.0], mix(cloth.base, cloth.shade, 0.5));
    }
}

fn paint_turtleneck(canvas: &mut Canvas, look: &Look, cloth: &Tone) {
    let half = neck(look) + 4.0;
    let tube = Shape::at(0.0, -112.0)
        .cubic([half * 0.6, -112.0], [half, -116.0], [half, -120.0])
        .cubic([half + 3.0, -112.0], [half + 3.0, -100.0], [half + 7.0, -92.0])
        .cubic([half, -80.0], [10.0, -76.0], [0.0, -76.0])
        .mirrored();
    canvas.fill(&tube.clone().moved(0.0, 4.0), mix(cloth.base, cloth.shade, 0.55));
    canvas.fill(
        &tube,
        Paint::horizontal(
            -half,
            half,
            mix(cloth.base, cloth.light, 1.1),
            mix(cloth.base, cloth.shade, 0.12),
        ),
    );
    let roll = Shape::at(-half - 3.0, -104.0).cubic(
        [-half * 0.5, -94.0],
        [half * 0.5, -94.0],
        [half + 3.0, -104.0],
    );
    canvas.stroke_tapered(&roll, &[0.8, 2.6, 0.8], mix(cloth.base, cloth.shade, 0.5));
}
