//! A headscarf: around the face, under the chin and over the shoulders.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::colour::mix;
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::Shape;
use crate::game::stage::figure::face::Head;

/// The fabric behind the head.
pub fn paint_behind(canvas: &mut Canvas, head: &Head) {
    let cloth = &head.tones.accent;
    let back = Shape::at(0.0, -84.0)
        .cubic([46.0, -84.0], [68.0, -54.0], [67.0, -4.0])
        .cubic([66.0, 40.0], [60.0, 70.0], [66.0, 100.0])
        .line(0.0, 110.0);
    canvas.fill(&back.mirrored(), cloth.shade);
}

/// The fabric around the neck and over the chest; the face is painted into it afterwards.
pub fn paint_over_shoulders(canvas: &mut Canvas, head: &Head) {
    let cloth = &head.tones.accent;
    let drape = Shape::at(0.0, -86.0)
        .cubic([46.0, -86.0], [68.0, -56.0], [66.0, -4.0])
        .cubic([65.0, 34.0], [50.0, 64.0], [54.0, 88.0])
        .cubic([62.0, 98.0], [80.0, 104.0], [88.0, 118.0])
        .cubic([70.0, 136.0], [40.0, 150.0], [0.0, 154.0]);
    canvas.fill(
        &drape.mirrored(),
        Paint::vertical(-86.0, 150.0, mix(cloth.base, cloth.light, 0.5), cloth.base),
    );
    let under = Shape::at(-46.0, 58.0)
        .cubic([-30.0, 96.0], [30.0, 96.0], [46.0, 58.0])
        .cubic([40.0, 86.0], [20.0, 108.0], [-6.0, 106.0])
        .cubic([-28.0, 104.0], [-42.0, 88.0], [-46.0, 58.0]);
    canvas.fill(&under, mix(cloth.base, cloth.shade, 0.75));
    let fold = Shape::at(50.0, 66.0).cubic([46.0, 104.0], [10.0, 122.0], [-62.0, 116.0]).cubic(
        [-10.0, 134.0],
        [44.0, 122.0],
        [58.0, 92.0],
    );
    canvas.fill(&fold, mix(cloth.base, cloth.shade, 0.5));
    for (from, handle, to) in [
        ([-40.0, 98.0], [-18.0, 122.0], [22.0, 126.0]),
        ([62.0, 108.0], [40.0, 132.0], [4.0, 140.0]),
    ] {
        let line = Shape::at(from[0], from[1]).quad(handle, to);
        canvas.stroke_tapered(&line, &[0.6, 3.0, 0.6], mix(cloth.base, cloth.shade, 0.7));
    }
}

/// The edge over the forehead, with the shadow of the fabric.
pub fn paint_front(canvas: &mut Canvas, head: &Head) {
    let cloth = &head.tones.accent;
    let hood = Shape::at(0.0, -87.0)
        .cubic([46.0, -87.0], [69.0, -56.0], [67.0, -4.0])
        .cubic([66.0, 24.0], [58.0, 50.0], [46.0, 66.0])
        .cubic([52.0, 40.0], [53.0, 14.0], [51.0, -6.0])
        .cubic([48.0, -36.0], [26.0, -52.0], [0.0, -52.0]);
    canvas.fill(
        &hood.mirrored(),
        Paint::vertical(-86.0, 60.0, mix(cloth.base, cloth.light, 0.7), cloth.base),
    );
    let rim = Shape::at(-49.5, 20.0).cubic([-52.0, -30.0], [-34.0, -53.0], [0.0, -53.0]).cubic(
        [34.0, -53.0],
        [52.0, -30.0],
        [49.5, 20.0],
    );
    canvas.stroke_tapered(&rim, &[1.0, 4.0, 5.0, 4.0, 1.0], mix(cloth.base, cloth.shade, 0.7));
    for (from, handle, to) in [
        ([-10.0, -82.0], [34.0, -78.0], [58.0, -30.0]),
        ([-24.0, -78.0], [20.0, -70.0], [56.0, -8.0]),
    ] {
        let line = Shape::at(from[0], from[1]).quad(handle, to);
        canvas.stroke_tapered(&line, &[0.6, 2.6, 0.6], mix(cloth.base, cloth.shade, 0.5));
    }
}
