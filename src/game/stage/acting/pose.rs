//! What a face and a body do at one moment, as a few continuous values.

/// The values of a pose, each told once: what it is, its name, and the range that it is cut off to.
macro_rules! pose {
    ($($(#[$about:meta])+ $value:ident: $range:expr,)+) => {
        /// One moment of a figure. Every value may be between its neighbours; outside its range it is cut off when painted.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Pose {
            $($(#[$about])+ pub $value: f32,)+
        }

        /// The range of each value, in the order of the fields.
        const RANGES: [(f32, f32); [$(stringify!($value)),+].len()] = [$($range),+];

        impl Pose {
            fn parts(self) -> [f32; RANGES.len()] {
                [$(self.$value),+]
            }

            fn from_parts([$($value),+]: [f32; RANGES.len()]) -> Self {
                Self { $($value),+ }
            }
        }
    };
}

const BOTH: (f32, f32) = (-1.0, 1.0);
const ONE: (f32, f32) = (0.0, 1.0);

pose! {
    /// Both brows up (1) or down (-1).
    brow_raise: BOTH,
    /// The brows' inner ends up, worried (1), or down, stern (-1).
    brow_tilt: BOTH,
    /// One brow up and the other down: the figure's left one, on the right of the screen, is up at 1.
    brow_skew: BOTH,
    /// How far the eyes are open: 0 shut, 0.8 at ease, 1 wide.
    lids: ONE,
    /// A smile (1) or its opposite (-1).
    mouth_curve: BOTH,
    /// How far the mouth is open, 0..1; speech moves it.
    mouth_open: ONE,
    /// One corner of the mouth up: the one on the right of the screen at 1.
    mouth_skew: BOTH,
    /// Where the eyes look, left (-1) to right (1) of the screen.
    gaze_x: BOTH,
    /// Where the eyes look, up (-1) to down (1).
    gaze_y: BOTH,
    /// The head leaning to the left (-1) or right (1) of the screen.
    tilt: BOTH,
    /// The face turned to the left (-1) or right (1) of the screen.
    turn: BOTH,
    /// The head up (-1) or bowed (1).
    nod: BOTH,
    /// The body leaning back (-1) or forward (1).
    lean: BOTH,
    /// The breath: out (0) to in (1).
    breath: ONE,
    /// A hand with a pen at the notes, 0 out of sight to 1 at work.
    writing: ONE,
    /// Where on its line the pen is, left (-1) to right (1) of the screen.
    pen: BOTH,
    /// The arm with the watch, 0 out of sight to 1 raised.
    watch: ONE,
}

impl Default for Pose {
    fn default() -> Self {
        Expression::Neutral.pose()
    }
}

impl Pose {
    /// The pose `amount` (0..1) of the way to another.
    #[must_use]
    pub fn lerp(self, to: Self, amount: f32) -> Self {
        let (from, to) = (self.parts(), to.parts());
        Self::from_parts(std::array::from_fn(|part| from[part] + (to[part] - from[part]) * amount))
    }

    /// The pose `seconds` later on its way to another, slowing down as it arrives; after `pace` seconds about two
    /// thirds of the way are done. The result does not depend on the frame rate.
    #[must_use]
    pub fn eased(self, to: Self, seconds: f32, pace: f32) -> Self {
        let amount = 1.0 - (-seconds.max(0.0) / pace.max(1e-3)).exp();
        self.lerp(to, amount)
    }

    /// The pose with every value on a grid of `steps` to 1: poses on the same point of the grid look the same.
    #[must_use]
    pub fn on_grid(self, steps: f32) -> Self {
        Self::from_parts(self.clamped().parts().map(|part| (part * steps).round() / steps))
    }

    /// The pose with every value inside its range, and none that is not a number.
    #[must_use]
    pub fn clamped(self) -> Self {
        let mut parts = self.parts();
        for (part, (low, high)) in parts.iter_mut().zip(RANGES) {
            *part = if part.is_finite() { part.max(low).min(high) } else { 0.0 };
        }
        Self::from_parts(parts)
    }
}

/// A mood a panelist can show.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Expression {
    /// At ease.
    Neutral,
    /// Friendly.
    Warm,
    /// Listening closely.
    Attentive,
    /// Not convinced yet.
    Sceptical,
    /// Unsure what was meant.
    Puzzled,
    /// Pleasantly surprised.
    Impressed,
    /// Waiting for the point.
    Impatient,
}

impl Expression {
    /// Every expression.
    pub const ALL: [Self; 7] = [
        Self::Neutral,
        Self::Warm,
        Self::Attentive,
        Self::Sceptical,
        Self::Puzzled,
        Self::Impressed,
        Self::Impatient,
    ];

    /// The pose that shows the expression, looking straight ahead unless the mood itself looks elsewhere.
    #[must_use]
    pub fn pose(self) -> Pose {
        let still = Pose::from_parts([0.0; RANGES.len()]);
        let neutral = Pose { lids: 0.8, mouth_curve: 0.38, ..still };
        match self {
            Self::Neutral => neutral,
            Self::Warm => Pose {
                brow_raise: 0.25,
                brow_tilt: 0.15,
                lids: 0.76,
                mouth_curve: 0.95,
                mouth_open: 0.22,
                tilt: 0.3,
                lean: 0.2,
                ..neutral
            },
            Self::Attentive => Pose {
                brow_raise: 0.35,
                lids: 0.92,
                mouth_curve: 0.44,
                tilt: 0.18,
                nod: 0.15,
                lean: 0.6,
                ..neutral
            },
            Self::Sceptical => Pose {
                brow_raise: 0.0,
                brow_tilt: -0.35,
                brow_skew: 1.0,
                lids: 0.6,
                mouth_curve: -0.3,
                mouth_skew: 0.75,
                tilt: -0.45,
                turn: 0.28,
                lean: -0.55,
                ..neutral
            },
            Self::Puzzled => Pose {
                brow_raise: 0.3,
                brow_tilt: 1.0,
                brow_skew: 0.35,
                lids: 0.88,
                mouth_curve: -0.45,
                mouth_skew: -0.45,
                tilt: 0.95,
                turn: -0.2,
                lean: 0.15,
                ..neutral
            },
            Self::Impressed => Pose {
                brow_raise: 1.0,
                brow_tilt: 0.1,
                lids: 1.0,
                mouth_curve: 0.85,
                mouth_open: 0.3,
                nod: -0.3,
                lean: 0.45,
                ..neutral
            },
            Self::Impatient => Pose {
                brow_raise: -0.4,
                brow_tilt: -0.45,
                lids: 0.5,
                mouth_curve: -0.55,
                mouth_skew: 0.35,
                gaze_x: 0.75,
                gaze_y: 0.35,
                tilt: -0.3,
                turn: 0.4,
                lean: -0.8,
                ..neutral
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_expression_lies_within_range() {
        for expression in Expression::ALL {
            let pose = expression.pose();
            assert_eq!(pose, pose.clamped(), "{expression:?}");
        }
    }

    #[test]
    fn no_two_expressions_look_alike() {
        for (index, one) in Expression::ALL.iter().enumerate() {
            for other in &Expression::ALL[..index] {
                let parts = one.pose().parts().into_iter().zip(other.pose().parts());
                let apart: f32 = parts.map(|(a, b)| (a - b).abs()).sum();
                assert!(apart > 0.5, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn easing_twice_is_easing_once_for_as_long() {
        let (from, to) = (Pose::default(), Expression::Warm.pose());
        let once = from.eased(to, 0.2, 0.3);
        let twice = from.eased(to, 0.1, 0.3).eased(to, 0.1, 0.3);
        assert!((once.mouth_curve - twice.mouth_curve).abs() < 1e-5);
        assert_eq!(from.lerp(to, 1.0), to);
    }

    #[test]
    fn clamping_leaves_no_impossible_value() {
        let wild = Pose { lids: 9.0, gaze_x: -4.0, nod: f32::NAN, ..Pose::default() };
        let pose = wild.clamped();
        assert_eq!((pose.lids, pose.gaze_x, pose.nod), (1.0, -1.0, 0.0));
    }
}
