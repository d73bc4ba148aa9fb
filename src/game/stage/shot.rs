//! The camera: it leans towards who speaks and back, by little, and never so far that a card covers a face.

use crate::game::stage::room::RoomView;

/// How much larger the panel is when the camera is nearest.
pub const NEAREST: f32 = 1.028;
/// How far the picture moves when the camera follows a speaker, as a part of how far they sit from the middle.
const FOLLOW: f32 = 0.05;
/// The furthest that the panel moves on the screen, in points.
pub const FURTHEST: f32 = 16.0;
/// How much of the camera's movement is seen in the room, which lies further away.
pub const ROOM: f32 = 0.6;
/// How much of it is seen in the panel.
pub const PANEL: f32 = 1.0;
/// How long the camera takes for two thirds of its way, in seconds.
const PACE: f32 = 0.28;

/// Where the camera is.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Shot {
    /// How near it is, 0 to 1.
    pub near: f32,
    /// How far the panel is moved on the screen, in points.
    pub pan: f32,
    /// How fast both change.
    pace: [f32; 2],
}

impl Shot {
    /// The shot `seconds` later, on its way to who speaks or back to all of them.
    ///
    /// A spring that does not swing: it sets off and arrives gently.
    #[must_use]
    pub fn towards(self, speaker: Option<f32>, room: &RoomView, seconds: f32) -> Self {
        let near = f32::from(u8::from(speaker.is_some()));
        let pan =
            speaker.map_or(0.0, |x| ((room.width / 2.0 - x) * FOLLOW).clamp(-FURTHEST, FURTHEST));
        let ease = |at: f32, pace: f32, aim: f32| {
            let stiff = 1.0 / PACE;
            let decay = (-stiff * seconds).exp();
            let away = at - aim;
            let push = pace + stiff * away;
            (aim + (away + push * seconds) * decay, (pace - push * stiff * seconds) * decay)
        };
        let (near, near_pace) = ease(self.near, self.pace[0], near);
        let (pan, pan_pace) = ease(self.pan, self.pace[1], pan);
        Self { near, pan, pace: [near_pace, pan_pace] }
    }

    /// Whether it moves too little to be seen.
    pub fn rests(&self) -> bool {
        self.pace[0].abs() < 0.01 && self.pace[1].abs() < 0.2
    }

    /// What the camera makes of things at a depth, [`ROOM`] or [`PANEL`].
    #[must_use]
    pub fn lens(&self, room: &RoomView, depth: f32) -> Lens {
        Lens {
            scale: 1.0 + (NEAREST - 1.0) * self.near * depth,
            pan: self.pan * depth,
            pivot: [room.width / 2.0, room.table_top],
        }
    }
}

/// What the camera does to points on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    /// How much larger things are.
    pub scale: f32,
    pan: f32,
    pivot: [f32; 2],
}

impl Lens {
    /// Where a point of the scene is seen.
    #[must_use]
    pub fn at(&self, [x, y]: [f32; 2]) -> [f32; 2] {
        let [across, down] = self.pivot;
        [across + (x - across) * self.scale + self.pan, down + (y - down) * self.scale]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM_VIEW: RoomView = RoomView {
        width: 1280.0,
        height: 720.0,
        table_top: 410.0,
        table_bottom: 522.0,
        reach: 0.0,
        progress: 0.0,
    };

    fn shot(seconds: f32, speaker: Option<f32>, from: Shot) -> Shot {
        (0..(seconds * 60.0) as i32)
            .fold(from, |shot, _| shot.towards(speaker, &ROOM_VIEW, 1.0 / 60.0))
    }

    #[test]
    fn it_goes_to_the_speaker_and_back() {
        let there = shot(3.0, Some(400.0), Shot::default());
        assert!((there.near - 1.0).abs() < 0.01 && there.pan > 8.0 && there.rests());
        let back = shot(3.0, None, there);
        assert!(back.near.abs() < 0.01 && back.pan.abs() < 0.1);
    }

    #[test]
    fn it_sets_off_gently_and_arrives_without_swinging_over() {
        let mut shot = Shot::default();
        let mut last = 0.0;
        for frame in 0..180 {
            shot = shot.towards(Some(200.0), &ROOM_VIEW, 1.0 / 60.0);
            assert!(shot.near >= last && shot.near <= 1.0, "frame {frame}");
            assert!(frame > 0 || shot.near < 0.01);
            last = shot.near;
        }
    }

    #[test]
    fn the_room_reaches_the_edges_of_the_screen_wherever_the_camera_is() {
        for x in [0.0, 300.0, 1280.0] {
            let mut shot = Shot::default();
            for speaker in [Some(x), Some(1280.0 - x), None] {
                for _ in 0..90 {
                    shot = shot.towards(speaker, &ROOM_VIEW, 1.0 / 30.0);
                    let lens = shot.lens(&ROOM_VIEW, ROOM);
                    let ([left, top], [right, bottom]) =
                        (lens.at([0.0, 0.0]), lens.at([1280.0, 720.0]));
                    assert!(left <= 0.0 && top <= 0.0 && right >= 1280.0 && bottom >= 720.0);
                }
            }
        }
    }
}
