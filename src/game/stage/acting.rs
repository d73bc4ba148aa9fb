//! What the panel does from moment to moment: who looks where, breath, blinks, the mouth of who speaks.
//!
//! No chance is drawn here: small variations come from the clock and the seat, so the same moment looks the same again.

use bevy::prelude::*;

use crate::{
    game::stage::{
        Person,
        pose::{Expression, Pose},
    },
    interview::scenario::Manner,
};

/// How long a pose takes for two thirds of its way, in seconds.
const PACE: f32 = 0.18;
/// How long a light takes, in seconds.
const LIGHT_PACE: f32 = 0.22;
/// The light on those who do not speak, 0 to 1.
pub const DIM: f32 = 0.25;
/// The time in which everybody blinks once, in seconds.
const BLINK_EVERY: f32 = 4.4;
/// How long a blink takes, in seconds.
const BLINK: f32 = 0.14;

/// What is going on at the table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// Who asks, by seat.
    pub speaker: Option<usize>,
    /// Whether they are saying it just now.
    pub speaking: bool,
    /// Whether the panel greets who looks at it.
    pub welcoming: bool,
    /// Whether figures keep still but for what they say: no breath, no glances.
    pub still: bool,
}

/// One panelist's body at this moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Actor {
    /// Face and body.
    pub pose: Pose,
    /// How much light falls on them, 0 to 1.
    pub lit: f32,
}

/// Everybody at the table.
#[derive(Resource, Clone, Debug, Default)]
pub struct Cast {
    actors: Vec<Actor>,
}

impl Cast {
    /// The actors, from left to right.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Moves everybody `seconds` on, to the time `now`.
    pub fn act(&mut self, people: &[Person], moment: Moment, now: f32, seconds: f32) {
        let arrives = self.actors.len() != people.len();
        self.actors.resize_with(people.len(), Actor::default);
        for (seat, actor) in self.actors.iter_mut().enumerate() {
            let aim = aim(people, seat, moment, now);
            let lit = match moment.speaker {
                Some(speaker) if speaker == seat => 1.0,
                Some(_) => DIM,
                None => 0.8,
            };
            if arrives {
                *actor = Actor { pose: aim, lit };
            } else {
                actor.pose = actor.pose.eased(aim, seconds, PACE);
                actor.lit += (lit - actor.lit) * (seconds / LIGHT_PACE).min(1.0);
            }
            // What is quick is not eased.
            actor.pose.lids = aim.lids;
            actor.pose.mouth_open = aim.mouth_open;
        }
    }
}

/// A number from 0 to 1 that belongs to a seat and a stretch of time.
fn hash(seat: usize, stretch: i32) -> f32 {
    let mut x =
        (seat as u32).wrapping_mul(0x9E37_79B9) ^ (stretch as u32).wrapping_mul(0x85EB_CA6B);
    x ^= x >> 15;
    x = x.wrapping_mul(0x2C1B_3C6D);
    x ^= x >> 12;
    (x >> 8) as f32 / 16_777_216.0
}

/// The pose that somebody is on the way to.
fn aim(people: &[Person], seat: usize, moment: Moment, now: f32) -> Pose {
    let manner = people[seat].manner;
    let speaks = moment.speaker == Some(seat);
    let mut pose = expression(manner, speaks, moment).pose();
    match moment.speaker {
        Some(speaker) if moment.speaking && !speaks => {
            let side = if speaker < seat { -1.0 } else { 1.0 };
            pose.gaze_x = 0.75 * side;
            pose.turn = 0.45 * side;
        }
        _ => {
            let glance = hash(seat, (now / 3.1) as i32);
            if !moment.still && !speaks && moment.speaker.is_some() && glance > 0.86 {
                pose.gaze_y = 0.75;
                pose.nod = 0.35;
            } else {
                pose.gaze_y = 0.12;
            }
        }
    }
    if speaks && moment.speaking {
        let beat = (now * 8.3).sin().abs() * (now * 3.1 + 0.6).sin().abs();
        pose.mouth_open = 0.12 + 0.5 * beat;
        pose.lean += 0.15;
    }
    if !moment.still {
        let phase = now * 1.5 + seat as f32 * 1.9;
        pose.breath = 0.5 + 0.5 * phase.sin();
        let own = now + BLINK_EVERY * hash(seat, 0);
        let stretch = (own / BLINK_EVERY).floor();
        let at = 0.6 * BLINK_EVERY * hash(seat, stretch as i32);
        let since = own - stretch * BLINK_EVERY - at;
        if (0.0..BLINK).contains(&since) {
            let shut = 1.0 - (since / BLINK * 2.0 - 1.0).abs();
            pose.lids *= 1.0 - shut;
        }
    }
    pose.clamped()
}

fn expression(manner: Manner, speaks: bool, moment: Moment) -> Expression {
    match manner {
        Manner::Warm if moment.welcoming || speaks => Expression::Warm,
        Manner::Tough if !moment.welcoming && !speaks => Expression::Attentive,
        Manner::Neutral if moment.welcoming => Expression::Warm,
        Manner::Warm | Manner::Neutral if !speaks => Expression::Attentive,
        _ => Expression::Neutral,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{game::stage::layout::InterviewLayout, interview::look::Look};

    fn people(count: usize) -> Vec<Person> {
        let layout = InterviewLayout::new(bevy_egui::egui::vec2(1280.0, 720.0), count, 190.0, 92.0);
        layout
            .seats
            .iter()
            .map(|seat| Person { look: Look::from_name("A"), manner: Manner::Neutral, seat: *seat })
            .collect()
    }

    #[test]
    fn the_others_look_at_who_speaks() {
        let moment = Moment { speaker: Some(1), speaking: true, ..Moment::default() };
        let mut cast = Cast::default();
        cast.act(&people(3), moment, 1.0, 0.0);
        assert!(cast.actors()[0].pose.gaze_x > 0.5 && cast.actors()[2].pose.gaze_x < -0.5);
        assert!(cast.actors()[1].lit > cast.actors()[0].lit);
        assert!(cast.actors()[1].pose.mouth_open > cast.actors()[0].pose.mouth_open);
    }

    #[test]
    fn everybody_blinks_and_opens_the_eyes_again() {
        let people = people(2);
        let lids = |seat: usize, now: f32| aim(&people, seat, Moment::default(), now).lids;
        for seat in 0..2 {
            let all: Vec<_> = (0..1500).map(|frame| lids(seat, frame as f32 / 60.0)).collect();
            let shut = all.iter().filter(|lids| **lids < 0.3).count();
            assert!((3..150).contains(&shut), "seat {seat}: {shut} frames shut");
        }
    }

    #[test]
    fn the_same_moment_looks_the_same() {
        let moment = Moment { speaker: Some(0), speaking: true, ..Moment::default() };
        let play = || {
            let mut cast = Cast::default();
            for frame in 0..50 {
                cast.act(&people(2), moment, frame as f32 * 0.016, 0.016);
            }
            cast.actors().to_vec()
        };
        assert_eq!(play(), play());
    }
}
