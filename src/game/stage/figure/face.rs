//! The head without its hair: ears, face, brows and nose.

use crate::game::stage::acting::pose::Pose;
use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{fade, hex, lightness, mix};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::tones::Tones;
use crate::interview::scenario::look::{Brows, Face, Hair, Jewellery, Look};

/// How far, in pixels, what stands out furthest from the head moves when the face turns or nods.
const PARALLAX: (f32, f32) = (8.0, 6.0);

/// A head about to be painted. Its origin is the point between the eyes; the chin is about 72 below.
pub struct Head<'a> {
    /// Whose head it is.
    pub look: &'a Look,
    /// What it does.
    pub pose: &'a Pose,
    /// Its colours.
    pub tones: &'a Tones,
    /// The outline of the face.
    pub outline: Shape,
}

impl<'a> Head<'a> {
    /// The head of somebody.
    #[must_use]
    pub fn new(look: &'a Look, pose: &'a Pose, tones: &'a Tones) -> Self {
        Self { look, pose, tones, outline: outline(look) }
    }

    /// Goes to the layer that stands out by `depth`: 1 at the tip of the nose, below 0 behind the ears.
    /// Ends with the canvas's `restore`.
    pub fn enter(&self, canvas: &mut Canvas, depth: f32) {
        canvas.save();
        canvas.translate(self.pose.turn * PARALLAX.0 * depth, self.pose.nod * PARALLAX.1 * depth);
    }
}

/// The cheeks' half width, the jaw's corner (half width and height), and the chin's.
#[must_use]
pub fn jaw(look: &Look) -> (f32, f32, f32, f32, f32) {
    match look.face {
        Face::Oval => (56.0, 43.0, 46.0, 15.0, 73.0),
        Face::Round => (58.0, 47.5, 45.0, 16.0, 69.0),
        Face::Square => (56.5, 49.0, 48.0, 22.0, 73.0),
        Face::Long => (54.0, 43.5, 50.0, 16.0, 77.0),
    }
}

/// How far the chin lies below the eyes.
#[must_use]
pub fn chin(look: &Look) -> f32 {
    jaw(look).4
}

fn outline(look: &Look) -> Shape {
    let (cheek, corner, corner_at, chin, chin_at) = jaw(look);
    if look.hair == Hair::Headscarf {
        return Shape::at(0.0, -54.0)
            .cubic([26.0, -54.0], [49.0, -38.0], [50.5, -6.0])
            .cubic([51.0, 14.0], [48.0, 34.0], [corner - 4.0, corner_at + 1.0])
            .cubic([corner - 12.0, chin_at - 8.0], [chin, chin_at], [0.0, chin_at])
            .mirrored();
    }
    Shape::at(0.0, -72.0)
        .cubic([32.0, -72.0], [cheek - 2.0, -50.0], [cheek, -8.0])
        .cubic([cheek + 0.6, 14.0], [corner + 6.0, corner_at - 14.0], [corner, corner_at])
        .cubic([corner - 7.0, corner_at + 17.0], [chin + 5.0, chin_at], [0.0, chin_at])
        .mirrored()
}

/// Ears, with what hangs from them. They lie behind the face.
pub fn paint_ears(canvas: &mut Canvas, head: &Head) {
    let skin = &head.tones.skin;
    let cheek = jaw(head.look).0;
    head.enter(canvas, -0.3);
    for side in [-1.0, 1.0] {
        let x = side * (cheek + 3.0);
        let ear = Shape::at(cheek - 8.0, -12.0)
            .cubic([cheek + 2.0, -21.0], [cheek + 14.0, -14.0], [cheek + 12.0, 3.0])
            .cubic([cheek + 11.0, 12.0], [cheek + 6.0, 22.0], [cheek - 1.0, 22.0])
            .line(cheek - 8.0, 14.0)
            .on_side(side);
        canvas
            .fill(&ear, Paint::vertical(-18.0, 24.0, mix(skin.base, skin.shade, 0.3), skin.shade));
        let fold = Shape::at(cheek + 1.5, -8.0)
            .cubic([cheek + 9.0, -10.0], [cheek + 8.0, 4.0], [cheek + 2.0, 11.0])
            .on_side(side);
        canvas.stroke_tapered(&fold, &[1.5, 3.0, 1.5], mix(skin.shade, head.tones.crease, 0.6));
        paint_earring(canvas, head.look.jewellery, x);
    }
    canvas.restore();
}

fn paint_earring(canvas: &mut Canvas, jewellery: Jewellery, x: f32) {
    let gold = hex(0xF4B740);
    match jewellery {
        Jewellery::Studs => {
            canvas.fill(&Shape::circle(x, 20.0, 3.6), gold);
            canvas.fill(&Shape::circle(x - 1.0, 19.0, 1.2), hex(0xFFE9B8));
        }
        Jewellery::Hoops => canvas.stroke_closed(&Shape::ellipse(x, 29.0, 6.0, 9.5), 2.6, gold),
        Jewellery::None | Jewellery::Necklace => {}
    }
}

/// The bare face: skin, its shadows, its blush and the lines of age.
pub fn paint_skin(canvas: &mut Canvas, head: &Head) {
    let (skin, tones) = (&head.tones.skin, head.tones);
    let chin_at = chin(head.look);
    head.enter(canvas, 0.12);
    canvas.fill(
        &head.outline,
        Paint::vertical(
            -40.0,
            chin_at,
            mix(skin.base, skin.light, 0.25),
            mix(skin.base, skin.shade, 0.3),
        ),
    );
    // The side away from the window.
    let side = Shape::at(70.0, -80.0)
        .line(46.0, -60.0)
        .cubic([50.0, -20.0], [46.0, 26.0], [30.0, 50.0])
        .cubic([22.0, 62.0], [8.0, 70.0], [-14.0, chin_at - 1.5])
        .line(0.0, chin_at + 10.0)
        .line(70.0, chin_at + 10.0);
    canvas.fill(&side.within(&head.outline), fade(skin.shade, 0.5));
    canvas.restore();

    head.enter(canvas, 0.45);
    let strength = if lightness(skin.base) < 0.5 { 0.15 } else { 0.32 };
    for side in [-1.0, 1.0] {
        canvas.glow(side * 35.0, 23.0, 17.0, 12.0, fade(tones.blush, strength));
    }
    if head.look.is_older() {
        let line = mix(skin.base, tones.crease, 0.42);
        for side in [-1.0, 1.0] {
            let fold = Shape::at(17.0, 25.0).quad([24.0, 31.0], [25.5, 39.0]).on_side(side);
            canvas.stroke_tapered(&fold, &[0.8, 2.0, 0.8], line);
            let below = Shape::at(15.0, 13.5).quad([23.0, 17.0], [31.0, 14.0]).on_side(side);
            canvas.stroke_tapered(&below, &[0.6, 1.6, 0.6], line);
        }
        let brow = Shape::at(-18.0, -43.0).quad([0.0, -46.0], [18.0, -43.0]);
        canvas.stroke_tapered(&brow, &[0.6, 1.7, 0.6], mix(skin.base, tones.crease, 0.25));
    }
    canvas.restore();
}

/// Both eyebrows.
pub fn paint_brows(canvas: &mut Canvas, head: &Head) {
    let pose = head.pose;
    head.enter(canvas, 0.55);
    for side in [-1.0, 1.0] {
        let skew = pose.brow_skew * side;
        let raise = pose.brow_raise * 7.0 + skew * 6.0;
        let tilt = pose.brow_tilt * 7.0 - skew.max(0.0) * 1.0;
        let (arch, inner, widths): (f32, f32, &[f32]) = match head.look.brows {
            Brows::Soft => (4.6, -21.5, &[5.4, 6.0, 4.6, 1.8]),
            Brows::Straight => (2.4, -22.0, &[5.8, 6.2, 5.2, 2.4]),
            Brows::Arched => (6.8, -20.5, &[5.0, 5.4, 4.0, 1.4]),
            Brows::Full => (3.8, -21.5, &[7.2, 8.4, 6.8, 3.0]),
        };
        let peak = inner - arch - skew.max(0.0) * 1.6;
        let brow = Shape::at(11.5, inner - raise * 0.9 - tilt)
            .cubic(
                [18.0, inner - arch * 0.9 - raise - tilt * 0.6],
                [28.0, peak - 1.5 - raise],
                [40.0, peak + 5.0 - raise * 0.85 + tilt * 0.55],
            )
            .on_side(side);
        canvas.stroke_tapered(&brow, widths, head.tones.brow);
    }
    canvas.restore();
}

/// The nose: its shadowed side, its tip and its wings.
pub fn paint_nose(canvas: &mut Canvas, head: &Head) {
    let (skin, tones) = (&head.tones.skin, head.tones);
    let half = match head.look.face {
        Face::Oval => 9.0,
        Face::Round => 10.5,
        Face::Square => 10.5,
        Face::Long => 8.8,
    } + if lightness(skin.base) < 0.45 { 1.6 } else { 0.0 };
    let turn = head.pose.turn;
    head.enter(canvas, 0.95);
    // One plane in shadow, from the bridge down to the wing on the darker side.
    let plane = Shape::at(4.5 - turn, -6.0)
        .cubic([5.0, 6.0], [6.5, 12.0], [half + 1.0, 20.0])
        .cubic([half + 2.5, 25.0], [half, 27.5], [half - 3.0, 27.0])
        .cubic([4.0, 30.5], [-4.0, 30.5], [-half + 3.0, 27.0])
        .cubic([-3.0, 27.5], [4.0, 26.0], [4.6, 19.0])
        .cubic([4.8, 10.0], [3.2, 2.0], [4.5 - turn, -6.0]);
    canvas.fill(&plane, mix(skin.base, skin.shade, 0.9));
    let base = Shape::at(-half, 24.0).cubic([-half + 1.0, 28.5], [-3.5, 27.0], [0.0, 29.2]).cubic(
        [3.5, 27.0],
        [half - 1.0, 28.5],
        [half, 24.0],
    );
    canvas.stroke_tapered(&base, &[1.2, 2.6, 2.2, 2.6, 1.2], mix(skin.shade, tones.crease, 0.75));
    canvas.glow(-1.0, 18.5, 4.6, 5.4, fade(skin.light, 0.7));
    canvas.restore();
}
