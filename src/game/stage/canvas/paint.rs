//! How shapes are coloured.

use crate::game::stage::canvas::colour::{Colour, mix};
use crate::game::stage::canvas::shape::Point;

/// How a shape is coloured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Paint {
    /// One colour.
    Flat(Colour),
    /// From one colour at a point to another at a second point, in the shape's own coordinates.
    Linear {
        /// Where `first` is.
        from: Point,
        /// Where `last` is.
        to: Point,
        /// The colour at `from`, and before it.
        first: Colour,
        /// The colour at `to`, and after it.
        last: Colour,
    },
}

impl Paint {
    /// A gradient from the height `top` to the height `bottom`.
    #[must_use]
    pub fn vertical(top: f32, bottom: f32, first: Colour, last: Colour) -> Self {
        Self::Linear { from: [0.0, top], to: [0.0, bottom], first, last }
    }

    /// A gradient from `left` to `right`.
    #[must_use]
    pub fn horizontal(left: f32, right: f32, first: Colour, last: Colour) -> Self {
        Self::Linear { from: [left, 0.0], to: [right, 0.0], first, last }
    }

    /// The colour at a point of the shape's own coordinates.
    #[must_use]
    pub fn at(&self, point: Point) -> Colour {
        match *self {
            Self::Flat(colour) => colour,
            Self::Linear { from, to, first, last } => {
                let along = [to[0] - from[0], to[1] - from[1]];
                let length = (along[0] * along[0] + along[1] * along[1]).max(1e-6);
                let t =
                    ((point[0] - from[0]) * along[0] + (point[1] - from[1]) * along[1]) / length;
                mix(first, last, t.clamp(0.0, 1.0))
            }
        }
    }
}

impl From<Colour> for Paint {
    fn from(colour: Colour) -> Self {
        Self::Flat(colour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::game::stage::canvas::colour::hex;

    #[test]
    fn a_gradient_keeps_its_colours_beyond_its_ends() {
        let (first, last) = (hex(0x000000), hex(0xFFFFFF));
        let paint = Paint::vertical(10.0, 20.0, first, last);
        assert_eq!(paint.at([3.0, 0.0]), first);
        assert_eq!(paint.at([3.0, 15.0])[0], 0.5);
        assert_eq!(paint.at([3.0, 99.0]), last);
    }
}
