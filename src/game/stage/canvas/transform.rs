//! Moving, scaling and turning on the canvas.

use crate::game::stage::canvas::shape::Point;

/// Moves, scales and turns coordinates: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform {
    /// How x follows x.
    pub a: f32,
    /// How y follows x.
    pub b: f32,
    /// How x follows y.
    pub c: f32,
    /// How y follows y.
    pub d: f32,
    /// How far x moves.
    pub e: f32,
    /// How far y moves.
    pub f: f32,
}

impl Transform {
    /// Leaves everything where it is.
    pub const IDENTITY: Self = Self { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 };

    /// Where a point goes.
    #[must_use]
    pub fn apply(&self, [x, y]: Point) -> Point {
        [self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f]
    }

    /// Where a point came from.
    #[must_use]
    pub fn undo(&self, [x, y]: Point) -> Point {
        let size = self.a * self.d - self.b * self.c;
        let size = if size.abs() < 1e-9 { 1e-9 } else { size };
        let (x, y) = (x - self.e, y - self.f);
        [(self.d * x - self.c * y) / size, (self.a * y - self.b * x) / size]
    }

    /// This transform, applied after `inner`.
    #[must_use]
    pub fn of(&self, inner: Self) -> Self {
        Self {
            a: self.a * inner.a + self.c * inner.b,
            b: self.b * inner.a + self.d * inner.b,
            c: self.a * inner.c + self.c * inner.d,
            d: self.b * inner.c + self.d * inner.d,
            e: self.a * inner.e + self.c * inner.f + self.e,
            f: self.b * inner.e + self.d * inner.f + self.f,
        }
    }

    /// How much longer lines get, on average over all directions.
    #[must_use]
    pub fn scale(&self) -> f32 {
        (self.a * self.d - self.b * self.c).abs().sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undoing_a_transform_comes_back() {
        let transform = Transform { a: 2.0, b: 0.5, c: -0.3, d: 1.5, e: 7.0, f: -4.0 };
        let [x, y] = transform.undo(transform.apply([3.0, -8.0]));
        assert!((x - 3.0).abs() < 1e-4 && (y + 8.0).abs() < 1e-4);
    }
}
