//! Beards, cut to the jaw.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::mix;
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::face::{Head, jaw};
use crate::interview::scenario::look::{Beard, Look};

/// Whether hair grows where the shadow under the lower lip would fall.
#[must_use]
pub fn surrounds_mouth(look: &Look) -> bool {
    matches!(look.beard, Beard::Full | Beard::Goatee)
}

/// The beard, over the skin and under the mouth.
pub fn paint_beard(canvas: &mut Canvas, head: &Head) {
    let (skin, hair) = (&head.tones.skin, &head.tones.hair);
    // Speech lowers the jaw, and the beard with it.
    let drop = head.pose.mouth_open.clamp(0.0, 1.0) * 3.0;
    head.enter(canvas, 0.2);
    match head.look.beard {
        Beard::None => {}
        Beard::Stubble => {
            let shadow = full(head, 0.0, 0.0).within(&head.outline);
            canvas.fill(&shadow, mix(skin.shade, hair.base, 0.26));
        }
        Beard::Moustache => {}
        Beard::Goatee => {
            canvas.fill(
                &goatee(head, 3.0 + drop),
                Paint::vertical(30.0, 80.0, hair.base, hair.shade),
            );
        }
        Beard::Full => {
            let beard = full(head, 2.0, 7.0 + drop);
            canvas.fill(
                &beard,
                Paint::vertical(20.0, 84.0, hair.base, mix(hair.base, hair.shade, 0.8)),
            );
        }
    }
    canvas.restore();
    if matches!(head.look.beard, Beard::Moustache | Beard::Goatee | Beard::Full) {
        head.enter(canvas, 0.6);
        let top = mix(hair.base, hair.light, 0.7);
        canvas.fill(&moustache(), Paint::vertical(30.0, 46.0, top, hair.base));
        canvas.restore();
    }
}

fn full(head: &Head, wider: f32, longer: f32) -> Shape {
    let (cheek, corner, corner_at, chin, chin_at) = jaw(head.look);
    Shape::at(0.0, 33.0)
        .cubic([8.0, 31.0], [16.0, 32.0], [22.0, 36.5])
        .cubic([31.0, 41.0], [45.0, 34.0], [48.5, 8.0])
        .cubic([49.5, 0.0], [52.0, -8.0], [cheek - 0.5, -14.0])
        .cubic(
            [cheek + wider, 14.0],
            [corner + 6.0 + wider, corner_at - 14.0],
            [corner + wider, corner_at],
        )
        .cubic(
            [corner - 7.0 + wider * 2.0, corner_at + 17.0 + longer * 0.5],
            [chin + 5.0 + longer * 0.5, chin_at + longer],
            [0.0, chin_at + longer],
        )
        .mirrored()
}

fn goatee(head: &Head, longer: f32) -> Shape {
    let (.., chin, chin_at) = jaw(head.look);
    Shape::at(0.0, 33.0)
        .cubic([8.0, 30.0], [19.0, 33.0], [23.5, 41.0])
        .cubic([26.0, 50.0], [26.0, 60.0], [chin + 5.0, chin_at - 6.0])
        .cubic([chin - 1.0, chin_at + longer], [6.0, chin_at + longer], [0.0, chin_at + longer])
        .mirrored()
}

fn moustache() -> Shape {
    Shape::at(0.0, 33.5)
        .cubic([6.0, 29.5], [18.0, 32.0], [26.0, 43.5])
        .cubic([25.0, 46.5], [20.0, 45.0], [16.0, 43.2])
        .cubic([10.0, 41.0], [4.0, 41.0], [0.0, 41.0])
        .mirrored()
}
