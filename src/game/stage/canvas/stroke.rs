//! Strokes on the canvas: open lines with round ends, tapered lines, closed outlines.

use crate::game::stage::canvas::Canvas;
use crate::game::stage::canvas::outline::{find_mitres, half_widths, outline};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::{Point, Shape, circle_pieces};

impl Canvas {
    /// Strokes an open line with round ends.
    pub fn stroke(&mut self, line: &Shape, width: f32, paint: impl Into<Paint>) {
        self.stroke_tapered(line, &[width], paint);
    }

    /// Strokes an open line whose width changes evenly through `widths` along its length.
    pub fn stroke_tapered(&mut self, line: &Shape, widths: &[f32], paint: impl Into<Paint>) {
        let paint = paint.into();
        let mut ring = std::mem::take(&mut self.ring);
        let mut mitres = std::mem::take(&mut self.mitres);
        outline(&line.points, &self.transform, false, &mut ring);
        if ring.len() >= 2 {
            find_mitres(&ring, false, &mut mitres);
            let halves = half_widths(&ring, widths, self.transform.scale());
            self.lay_stroke(&ring, &mitres, &halves, paint, false);
            let last = ring.len() - 1;
            self.lay_cap(ring[0], ring[1], halves[0], paint);
            self.lay_cap(ring[last], ring[last - 1], halves[last], paint);
        }
        self.ring = ring;
        self.mitres = mitres;
    }

    /// Strokes a closed outline.
    pub fn stroke_closed(&mut self, shape: &Shape, width: f32, paint: impl Into<Paint>) {
        let mut ring = std::mem::take(&mut self.ring);
        let mut mitres = std::mem::take(&mut self.mitres);
        outline(&shape.points, &self.transform, true, &mut ring);
        if ring.len() >= 3 {
            find_mitres(&ring, true, &mut mitres);
            let halves = vec![width * self.transform.scale() / 2.0; ring.len()];
            self.lay_stroke(&ring, &mitres, &halves, paint.into(), true);
        }
        self.ring = ring;
        self.mitres = mitres;
    }

    fn lay_stroke(
        &mut self,
        ring: &[Point],
        mitres: &[Point],
        halves: &[f32],
        paint: Paint,
        closed: bool,
    ) {
        let count = ring.len();
        let first = self.positions.len() as u32;
        for lane in 0..4 {
            for ((corner, mitre), &half) in ring.iter().zip(mitres).zip(halves) {
                let (near, alpha, far) = self.border(half);
                let out = [far, near, -near, -far][lane];
                let alpha = if lane == 1 || lane == 2 { alpha } else { 0.0 };
                self.vertex([corner[0] + mitre[0] * out, corner[1] + mitre[1] * out], paint, alpha);
            }
        }
        for lane in 0..3 {
            let near = first + lane * count as u32;
            self.strip(near, near + count as u32, count, closed);
        }
    }

    fn lay_cap(&mut self, end: Point, before: Point, half: f32, paint: Paint) {
        let (near, alpha, far) = self.border(half);
        let start = (end[1] - before[1]).atan2(end[0] - before[0]) - std::f32::consts::FRAC_PI_2;
        let pieces = (circle_pieces(half) / 2).max(4);
        let middle = self.positions.len() as u32;
        self.vertex(end, paint, alpha);
        for (radius, alpha) in [(near, alpha), (far, 0.0)] {
            for piece in 0..=pieces {
                let angle = start + std::f32::consts::PI * piece as f32 / pieces as f32;
                let (sin, cos) = angle.sin_cos();
                self.vertex([end[0] + cos * radius, end[1] + sin * radius], paint, alpha);
            }
        }
        for piece in 1..=pieces as u32 {
            self.indices.extend([middle, middle + piece, middle + piece + 1]);
        }
        self.strip(middle + 1, middle + pieces as u32 + 2, pieces + 1, false);
    }

    /// For a stroke's half width: where it is full, how opaque it is there, and where it has faded out.
    /// A line thinner than the border keeps the border's width and gives up opacity instead.
    fn border(&self, half: f32) -> (f32, f32, f32) {
        let soft = self.feather / 2.0;
        if half >= soft {
            (half - soft, 1.0, half + soft)
        } else {
            (0.0, half / soft, self.feather)
        }
    }
}
