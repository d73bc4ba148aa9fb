//! Glasses, on the nose and behind the ears.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::{Colour, fade, hex};
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::eyes::EYE;
use crate::game::stage::figure::face::Head;
use crate::interview::scenario::look::Glasses;

/// The frame with its lenses, over the eyes.
pub fn paint_glasses(canvas: &mut Canvas, head: &Head) {
    let (lens, width, colour): (Shape, f32, Colour) = match head.look.glasses {
        Glasses::None => return,
        Glasses::Round => (Shape::ellipse(0.0, 1.0, 19.5, 19.0), 2.8, hex(0x8A6A3C)),
        Glasses::Square => (Shape::rounded(-19.5, -16.0, 39.0, 33.0, 11.0), 4.0, hex(0x27304A)),
    };
    head.enter(canvas, 0.7);
    for side in [-1.0, 1.0] {
        let arm = Shape::at(side * (EYE + 19.0), -4.0).line(side * 54.0, -5.0);
        canvas.stroke(&arm, width, colour);
        let lens = lens.clone().moved(side * EYE, 0.0);
        canvas.fill(&lens, fade(hex(0xFFFFFF), 0.03));
        // A reflection of the window, the same way on both lenses.
        let streak = Shape::at(-15.0, 5.0).line(-4.0, -16.0).line(3.0, -16.0).line(-10.0, 12.0);
        let streak = streak.moved(side * EYE, 0.0).within(&lens);
        canvas.fill(&streak, fade(hex(0xFFFFFF), 0.09));
        canvas.stroke_closed(&lens, width, colour);
    }
    let bridge = Shape::at(-EYE + 19.4, -3.0).quad([0.0, -9.0], [EYE - 19.4, -3.0]);
    canvas.stroke(&bridge, width, colour);
    canvas.restore();
}
