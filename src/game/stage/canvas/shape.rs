//! Outlines: one ring or line of points, built from straight and curved pieces.

use std::f32::consts::TAU;

/// A point, x to the right and y down.
pub type Point = [f32; 2];

/// How far a flattened curve may lie from the true one, in the shape's own units.
const TOLERANCE: f32 = 0.09;

/// One outline. Filled it is a ring, stroked it is a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The corners in order; a ring's first corner is not repeated at its end.
    pub points: Vec<Point>,
}

impl Shape {
    /// Starts an outline.
    #[must_use]
    pub fn at(x: f32, y: f32) -> Self {
        Self { points: vec![[x, y]] }
    }

    /// A straight piece to a point.
    #[must_use]
    pub fn line(mut self, x: f32, y: f32) -> Self {
        self.points.push([x, y]);
        self
    }

    /// A curve with one handle.
    #[must_use]
    pub fn quad(self, handle: Point, to: Point) -> Self {
        let from = self.end();
        let first = towards(from, handle, 2.0 / 3.0);
        let second = towards(to, handle, 2.0 / 3.0);
        self.cubic(first, second, to)
    }

    /// A curve with two handles.
    #[must_use]
    pub fn cubic(mut self, first: Point, second: Point, to: Point) -> Self {
        let from = self.end();
        let bend = |a: Point, b: Point, c: Point| {
            (a[0] - 2.0 * b[0] + c[0]).hypot(a[1] - 2.0 * b[1] + c[1])
        };
        let bend = bend(from, first, second).max(bend(first, second, to));
        let pieces = (0.75 * bend / TOLERANCE).sqrt().ceil().clamp(2.0, 64.0);
        for piece in 1..=pieces as usize {
            let t = piece as f32 / pieces;
            let s = 1.0 - t;
            let (a, b, c, d) = (s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t);
            self.points.push([
                a * from[0] + b * first[0] + c * second[0] + d * to[0],
                a * from[1] + b * first[1] + c * second[1] + d * to[1],
            ]);
        }
        self
    }

    /// A smooth curve through all of `through`, starting where the outline ends.
    #[must_use]
    pub fn spline(mut self, through: &[Point]) -> Self {
        let mut knots = vec![self.end()];
        knots.extend_from_slice(through);
        let last = knots.len() as isize - 1;
        let knot = |index: isize| knots[index.min(last).max(0) as usize];
        for index in 0..last {
            let (before, from, to, after) =
                (knot(index - 1), knot(index), knot(index + 1), knot(index + 2));
            let first = [from[0] + (to[0] - before[0]) / 6.0, from[1] + (to[1] - before[1]) / 6.0];
            let second = [to[0] - (after[0] - from[0]) / 6.0, to[1] - (after[1] - from[1]) / 6.0];
            self = self.cubic(first, second, to);
        }
        self
    }

    /// A right half, given from top to bottom, closed by its mirror image on the left.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        for index in (0..self.points.len()).rev() {
            let [x, y] = self.points[index];
            if x.abs() > 1e-3 {
                self.points.push([-x, y]);
            }
        }
        self
    }

    /// The outline with left and right exchanged about x = 0 when `side` is negative.
    #[must_use]
    pub fn on_side(mut self, side: f32) -> Self {
        if side < 0.0 {
            self.points.iter_mut().for_each(|point| point[0] = -point[0]);
        }
        self
    }

    /// The outline moved.
    #[must_use]
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        self.points.iter_mut().for_each(|point| *point = [point[0] + x, point[1] + y]);
        self
    }

    /// The outline continued with another's points.
    #[must_use]
    pub fn then(mut self, other: &[Point]) -> Self {
        self.points.extend_from_slice(other);
        self
    }

    /// An ellipse by its centre and its radii.
    #[must_use]
    pub fn ellipse(x: f32, y: f32, across: f32, down: f32) -> Self {
        let count = circle_pieces(across.abs().max(down.abs()));
        Self { points: Self::ring(count, x, y, across, down).collect() }
    }

    /// The corners of an ellipse in a given number.
    pub fn ring(
        count: usize,
        x: f32,
        y: f32,
        across: f32,
        down: f32,
    ) -> impl Iterator<Item = Point> {
        (0..count).map(move |index| {
            let (sin, cos) = (TAU * index as f32 / count as f32).sin_cos();
            [x + across * cos, y + down * sin]
        })
    }

    /// A circle by its centre and its radius.
    #[must_use]
    pub fn circle(x: f32, y: f32, radius: f32) -> Self {
        Self::ellipse(x, y, radius, radius)
    }

    /// A rectangle by its top left corner and its size.
    #[must_use]
    pub fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { points: vec![[x, y], [x + width, y], [x + width, y + height], [x, y + height]] }
    }

    /// A rectangle with round corners.
    #[must_use]
    pub fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Self {
        let radius = radius.min(width / 2.0).min(height / 2.0);
        let pull = radius * 0.448;
        let (right, bottom) = (x + width, y + height);
        Self::at(x + radius, y)
            .line(right - radius, y)
            .cubic([right - pull, y], [right, y + pull], [right, y + radius])
            .line(right, bottom - radius)
            .cubic([right, bottom - pull], [right - pull, bottom], [right - radius, bottom])
            .line(x + radius, bottom)
            .cubic([x + pull, bottom], [x, bottom - pull], [x, bottom - radius])
            .line(x, y + radius)
            .cubic([x, y + pull], [x + pull, y], [x + radius, y])
    }

    /// The region between two curves over the same span of x, both given as functions of x.
    #[must_use]
    pub fn between(
        from: f32,
        to: f32,
        top: impl Fn(f32) -> f32,
        bottom: impl Fn(f32) -> f32,
    ) -> Self {
        const PIECES: usize = 18;
        // Finer near both ends, where such bands curve most.
        let x = |index: usize| {
            let t = index as f32 / PIECES as f32;
            from + (to - from) * (0.5 - 0.5 * (std::f32::consts::PI * t).cos())
        };
        let mut points: Vec<Point> = (0..=PIECES).map(|i| [x(i), top(x(i))]).collect();
        points.extend((0..=PIECES).rev().map(|i| [x(i), bottom(x(i))]));
        Self { points }
    }

    /// What of the outline lies inside `window`, which must be convex.
    #[must_use]
    pub fn within(&self, window: &Self) -> Self {
        let turn = area(&window.points).signum();
        let mut points = self.points.clone();
        let mut kept = Vec::with_capacity(points.len() + 8);
        for (index, &from) in window.points.iter().enumerate() {
            let to = window.points[(index + 1) % window.points.len()];
            let inside = |point: Point| {
                turn * ((to[0] - from[0]) * (point[1] - from[1])
                    - (to[1] - from[1]) * (point[0] - from[0]))
            };
            kept.clear();
            for (index, &point) in points.iter().enumerate() {
                let before = points[(index + points.len() - 1) % points.len()];
                let (here, there) = (inside(point), inside(before));
                if (here < 0.0) != (there < 0.0) {
                    kept.push(towards(before, point, there / (there - here)));
                }
                if here >= 0.0 {
                    kept.push(point);
                }
            }
            std::mem::swap(&mut points, &mut kept);
            if points.is_empty() {
                break;
            }
        }
        Self { points }
    }

    fn end(&self) -> Point {
        self.points.last().copied().unwrap_or_default()
    }
}

/// How many straight pieces a circle needs.
#[must_use]
pub fn circle_pieces(radius: f32) -> usize {
    (TAU / (8.0 * TOLERANCE / radius.max(0.5)).sqrt()).ceil().clamp(10.0, 96.0) as usize
}

/// The point `amount` of the way from one point to another.
#[must_use]
pub fn towards(from: Point, to: Point, amount: f32) -> Point {
    [from[0] + (to[0] - from[0]) * amount, from[1] + (to[1] - from[1]) * amount]
}

/// The ring's area, positive when it runs clockwise on a screen.
#[must_use]
pub fn area(points: &[Point]) -> f32 {
    let Some(&last) = points.last() else { return 0.0 };
    let mut before = last;
    let mut twice = 0.0;
    for &point in points {
        twice += before[0] * point[1] - point[0] * before[1];
        before = point;
    }
    twice / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_covers_nearly_its_area() {
        let covered = area(&Shape::circle(3.0, -2.0, 10.0).points).abs();
        assert!((covered - 314.16).abs() < 5.0, "{covered}");
    }

    #[test]
    fn what_lies_outside_the_window_is_cut_off() {
        let square = Shape::rectangle(0.0, 0.0, 10.0, 10.0);
        let cut = square.within(&Shape::rectangle(5.0, -5.0, 20.0, 10.0));
        assert!((area(&cut.points).abs() - 25.0).abs() < 1e-3);
        assert!(square.within(&Shape::rectangle(50.0, 50.0, 5.0, 5.0)).points.is_empty());
    }

    #[test]
    fn a_mirrored_half_is_symmetrical() {
        let whole = Shape::at(0.0, -5.0).quad([8.0, -5.0], [8.0, 0.0]).line(0.0, 6.0).mirrored();
        let sum: f32 = whole.points.iter().map(|point| point[0]).sum();
        assert!(sum.abs() < 1e-3);
    }

    #[test]
    fn a_spline_passes_through_its_points() {
        let line = Shape::at(0.0, 0.0).spline(&[[4.0, 3.0], [9.0, -2.0]]);
        assert!(line.points.contains(&[4.0, 3.0]));
        assert_eq!(line.points.last(), Some(&[9.0, -2.0]));
    }
}
