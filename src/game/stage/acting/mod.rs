//! What the panel does from moment to moment: who looks where, breath, blinks, the mouth of who speaks, and what the
//! answer makes of their faces.
//!
//! Nothing is remembered but where everybody is on the way: what they are on the way to follows from the moment, the
//! clock and the seed alone, so the same moments look the same again.

mod blink;
pub mod gesture;
pub mod pose;
pub mod reactions;
mod teller;

use bevy::prelude::*;

use crate::{
    game::stage::{
        StagePanelist,
        acting::{
            blink::{lot, shut, until_blink},
            gesture::perform,
            pose::{Expression, Pose},
        },
    },
    interview::{
        listening::listener::{Mood, Showing},
        scenario::Manner,
    },
};

/// How long a pose takes for two thirds of its way, in seconds.
const PACE: f32 = 0.24;
/// How long the eyes take: they lead, the head follows.
const EYE_PACE: f32 = 0.06;
/// How long lips take.
const LIP_PACE: f32 = 0.035;
/// How long a light takes, in seconds.
const LIGHT_PACE: f32 = 0.22;
/// The light on those who do not speak, 0 to 1.
pub const DIM: f32 = 0.25;
/// How long somebody keeps looking at one thing, in seconds.
const GAZE: f32 = 2.3;

/// What is going on at the table.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// Who asks, by seat.
    pub speaker: Option<usize>,
    /// How far the sound that they are making just now opens the mouth, 0 to 1; nothing while they are silent.
    pub voice: Option<f32>,
    /// Whether the player is writing just now.
    pub writing: bool,
    /// Whether the panel greets who looks at it.
    pub welcoming: bool,
    /// How far whoever tells an answer in the hot seat is heard just now, 0 to 1; nothing where nobody sits there.
    pub telling: Option<f32>,
    /// Whether the lights are down before a new section.
    pub dark: bool,
    /// Whether figures keep still but for their faces: no breath, no blinks, no glances, no gestures.
    pub still: bool,
    /// Whether they move only now and then, so that pictures can be spared: no breath, longer looks.
    pub calm: bool,
    /// What chance is drawn from.
    pub seed: u64,
}

impl Moment {
    /// How long somebody keeps looking at one thing, in seconds.
    fn gaze(&self) -> f32 {
        if self.calm { GAZE * 2.0 } else { GAZE }
    }
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
pub struct Actors {
    actors: Vec<Actor>,
    teller: Actor,
}

impl Actors {
    /// The actors, from left to right.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// Who tells an answer.
    pub fn teller(&self) -> Actor {
        self.teller
    }
    /// How long nobody begins to move by themselves, in seconds: until somebody blinks or looks elsewhere. Without calm
    /// everybody breathes all the time.
    pub fn rests_for(&self, moment: Moment, now: f32) -> f32 {
        let seats = self.actors.len();
        let rests = (0..seats).map(|seat| {
            until_blink(moment.seed, seat, now).min(until_look(seats, seat, moment, now))
        });
        if moment.still {
            f32::INFINITY
        } else if moment.calm {
            rests.fold(f32::INFINITY, f32::min)
        } else {
            0.0
        }
    }

    /// Moves everybody `seconds` on, to the time `now`; `shown` is what they make of the answer, as far as they do.
    pub fn act(
        &mut self,
        people: &[StagePanelist],
        shown: &[Showing],
        moment: Moment,
        now: f32,
        seconds: f32,
    ) {
        let arrives = self.actors.len() != people.len();
        self.actors.resize_with(people.len(), Actor::default);
        self.teller.pose = self.teller.pose.eased(teller::telling(moment, now), seconds, PACE);
        for (seat, actor) in self.actors.iter_mut().enumerate() {
            let aim = aim(people, seat, shown.get(seat).copied().unwrap_or_default(), moment, now);
            let lit = match moment.speaker {
                _ if moment.dark => DIM * 0.4,
                Some(speaker) if speaker == seat => 1.0,
                Some(_) => DIM,
                None => 0.8,
            };
            if arrives {
                *actor = Actor { pose: aim, lit };
                continue;
            }
            let before = actor.pose;
            let eyes = before.eased(aim, seconds, EYE_PACE);
            let lips = before.eased(aim, seconds, LIP_PACE);
            actor.pose = Pose {
                gaze_x: eyes.gaze_x,
                gaze_y: eyes.gaze_y,
                mouth_open: lips.mouth_open,
                // A blink is too quick to be eased, and so is a pen.
                lids: aim.lids,
                pen: aim.pen,
                ..before.eased(aim, seconds, PACE)
            };
            actor.lit += (lit - actor.lit) * (1.0 - (-seconds / LIGHT_PACE).exp());
        }
    }
}

/// The pose that somebody is on the way to.
fn aim(people: &[StagePanelist], seat: usize, showing: Showing, moment: Moment, now: f32) -> Pose {
    let manner = people[seat].manner;
    let speaks = moment.speaker == Some(seat);
    let rest = at_rest(manner, speaks, moment).pose();
    let mood = if speaks && moment.voice.is_some() { Mood::Attentive } else { showing.mood };
    let mut pose = rest.lerp(face(mood, manner, rest), showing.strength);
    look_about(&mut pose, people.len(), seat, moment, now);
    if let Some(voice) = moment.voice.filter(|_| speaks) {
        pose.mouth_open = voice;
        pose.lean += 0.15;
        // Who speaks underlines what they say with the head.
        if !moment.still {
            pose.nod += 0.12 * (now * 2.3).sin() + 0.08 * (now * 3.7 + 1.0).sin();
            pose.tilt += 0.1 * (now * 1.1 + seat as f32).sin();
        }
    }
    if !moment.still {
        if let Some(performed) = showing.gesture {
            perform(&mut pose, performed, seat, now);
        }
        let breath = if moment.calm { 0.0 } else { (now * 1.5 + seat as f32 * 1.9).sin() };
        pose.breath = 0.5 + 0.5 * breath;
        pose.lids *= 1.0 - shut(moment.seed, seat, now);
    }
    pose.clamped()
}

/// Where somebody looks: at who speaks, at the player while they write, now and then at the notes or a colleague.
fn look_about(pose: &mut Pose, seats: usize, seat: usize, moment: Moment, now: f32) {
    let stretch = (now / moment.gaze() + lot(moment.seed, seat, -1)) as i32;
    let drawn = if moment.still { 0.0 } else { lot(moment.seed, seat, stretch) };
    let speaks = moment.speaker == Some(seat);
    let to = |pose: &mut Pose, other: usize, turn: f32| {
        let side = if other < seat { -1.0 } else { 1.0 };
        pose.gaze_x = 0.85 * side;
        pose.turn = turn * side;
    };
    pose.gaze_y += 0.12;
    match moment.speaker {
        Some(speaker) if moment.voice.is_some() && !speaks && drawn < 0.86 => {
            to(pose, speaker, 0.5);
        }
        Some(_) if !speaks || moment.voice.is_none() => {
            let (notes, colleague) = if moment.writing { (0.92, 1.0) } else { (0.74, 0.9) };
            if drawn > colleague && seats > 1 {
                let side = lot(moment.seed, seat, stretch ^ 0x55);
                let other =
                    if seat == 0 || seat + 1 < seats && side > 0.5 { seat + 1 } else { seat - 1 };
                to(pose, other, 0.3);
            } else if drawn > notes {
                pose.gaze_x = -0.3;
                pose.gaze_y = 0.85;
                pose.nod = 0.4;
            }
        }
        _ => {}
    }
    teller::draw_looks(pose, moment);
}

/// How long somebody goes on looking where they look, in seconds: to the end of this stretch of time or the next.
fn until_look(seats: usize, seat: usize, moment: Moment, now: f32) -> f32 {
    let gaze = moment.gaze();
    let part = (now / gaze + lot(moment.seed, seat, -1)).fract();
    let ends = (1.0 - part) * gaze + A_MOMENT;
    let look = |at: f32| {
        let mut pose = Pose::default();
        look_about(&mut pose, seats, seat, moment, at);
        pose
    };
    if look(now) == look(now + ends) { ends + gaze } else { ends }
}

/// What is sure to be past an end, in seconds.
const A_MOMENT: f32 = 0.01;

/// The face of somebody who only asks or listens.
fn at_rest(manner: Manner, speaks: bool, moment: Moment) -> Expression {
    match manner {
        Manner::Warm if moment.welcoming || speaks => Expression::Warm,
        Manner::Neutral if moment.welcoming => Expression::Warm,
        Manner::Tough if moment.welcoming || speaks => Expression::Neutral,
        Manner::Neutral if speaks => Expression::Neutral,
        _ => Expression::Attentive,
    }
}

/// The face that a mood has on somebody of this manner.
fn face(mood: Mood, manner: Manner, rest: Pose) -> Pose {
    match mood {
        Mood::Attentive => rest,
        Mood::Interested if manner == Manner::Warm => Expression::Warm.pose(),
        Mood::Interested => Expression::Impressed.pose().lerp(Expression::Attentive.pose(), 0.4),
        Mood::Impressed => Expression::Impressed.pose(),
        Mood::Puzzled => Expression::Puzzled.pose(),
        Mood::Sceptical => Expression::Sceptical.pose(),
        Mood::Impatient => Expression::Impatient.pose(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        game::stage::{acting::blink::BLINK, layout::InterviewLayout},
        interview::{
            listening::listener::{Gesture, Performed},
            scenario::look::Look,
        },
    };

    fn people(count: usize) -> Vec<StagePanelist> {
        let layout = InterviewLayout::new(bevy_egui::egui::vec2(1280.0, 720.0), count, 190.0, 92.0);
        layout
            .seats
            .iter()
            .map(|seat| StagePanelist {
                look: Look::from_name("A"),
                manner: Manner::Neutral,
                seat: *seat,
            })
            .collect()
    }

    /// A minute of a question asked and answered, frame by frame.
    fn play(seed: u64) -> Vec<Vec<Actor>> {
        let people = people(3);
        let mut cast = Actors::default();
        (0..1800)
            .map(|frame| {
                let now = frame as f32 / 30.0;
                let moment = Moment {
                    speaker: Some(1),
                    voice: (now < 4.0).then_some((now * 9.0).sin().abs()),
                    writing: now as i32 % 7 < 4,
                    seed,
                    ..Moment::default()
                };
                cast.act(&people, &[], moment, now, 1.0 / 30.0);
                cast.actors().to_vec()
            })
            .collect()
    }

    #[test]
    fn the_others_look_at_who_speaks() {
        let moment =
            Moment { speaker: Some(1), voice: Some(0.6), still: true, ..Moment::default() };
        let mut cast = Actors::default();
        cast.act(&people(3), &[], moment, 1.0, 0.0);
        assert!(cast.actors()[0].pose.gaze_x > 0.5 && cast.actors()[2].pose.gaze_x < -0.5);
        assert!(cast.actors()[1].lit > cast.actors()[0].lit);
        assert!(cast.actors()[1].pose.mouth_open > cast.actors()[0].pose.mouth_open);
    }

    #[test]
    fn everybody_blinks_and_opens_the_eyes_again() {
        let play = play(7);
        for seat in 0..3 {
            let shut = play.iter().filter(|all| all[seat].pose.lids < 0.3).count();
            assert!((5..90).contains(&shut), "seat {seat}: {shut} frames shut");
        }
    }

    #[test]
    fn a_listener_looks_at_the_player_mostly_and_at_the_notes_at_times() {
        let answering = &play(7)[200..];
        for seat in 0..3 {
            let share = |seen: &dyn Fn(&Pose) -> bool| {
                answering.iter().filter(|all| seen(&all[seat].pose)).count() as f32
                    / answering.len() as f32
            };
            let player = share(&|pose| pose.gaze_x.abs() < 0.25 && pose.gaze_y < 0.4);
            assert!(player > 0.5, "seat {seat}: {player}");
            assert!(share(&|pose| pose.gaze_y > 0.6) > 0.01, "seat {seat} never reads the notes");
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_performance_and_another_does_not() {
        assert!(play(7) == play(7));
        assert!(play(7) != play(8));
    }

    #[test]
    fn a_mood_is_on_the_face_and_a_gesture_moves_the_body() {
        let (people, moment) = (people(2), Moment { speaker: Some(0), ..Moment::default() });
        let pose = |showing: Showing| {
            let mut cast = Actors::default();
            cast.act(&people, &[showing, showing], moment, 1.0, 0.0);
            cast.actors()[1].pose
        };
        let puzzled = Showing { mood: Mood::Puzzled, strength: 1.0, gesture: None };
        assert!(pose(puzzled).tilt > pose(Showing::default()).tilt + 0.3);
        let watch = Performed { gesture: Gesture::Watch, began: 0.0, strength: 1.0 };
        assert!(pose(Showing { gesture: Some(watch), ..Showing::default() }).watch > 0.8);
    }

    #[test]
    fn a_calm_panel_at_rest_keeps_its_poses_until_somebody_is_to_move() {
        let (people, mut cast) = (people(3), Actors::default());
        let moment = Moment { speaker: Some(1), calm: true, seed: 7, ..Moment::default() };
        let poses = |cast: &Actors| -> Vec<Pose> {
            cast.actors().iter().map(|actor| actor.pose.on_grid(64.0)).collect()
        };
        let (mut rested, mut until, mut kept) = (0, 0.0, Vec::new());
        for frame in 0..60 * 120 {
            let now = frame as f32 / 60.0;
            cast.act(&people, &[], moment, now, 1.0 / 60.0);
            let at_rest = kept == poses(&cast);
            if now < until {
                assert!(at_rest, "somebody moved at {now}, before {until}");
                rested += 1;
            } else if at_rest {
                let now_aim: Vec<_> = (0..3)
                    .map(|seat| aim(&people, seat, Showing::default(), moment, now))
                    .collect();
                let arrived = now_aim
                    .iter()
                    .zip(cast.actors())
                    .all(|(aim, actor)| aim.on_grid(64.0) == actor.pose.on_grid(64.0));
                if arrived {
                    // Blinks are to be seen, not met at their first instant: a quarter of one may pass unseen.
                    until = now + (cast.rests_for(moment, now) - BLINK / 4.0).max(0.0);
                }
            }
            kept = poses(&cast);
        }
        assert!(rested > 60 * 40, "at rest for {} of 120 seconds", rested / 60);
        assert!(cast.rests_for(Moment { calm: false, ..moment }, 1.0) < 0.01, "breath never rests");
    }

    #[test]
    fn nothing_moves_in_somebody_who_keeps_still() {
        let moment = Moment { speaker: Some(0), still: true, ..Moment::default() };
        let (people, mut cast) = (people(2), Actors::default());
        cast.act(&people, &[], moment, 0.0, 0.0);
        let first = cast.actors().to_vec();
        for frame in 1..600 {
            cast.act(&people, &[], moment, frame as f32 / 30.0, 1.0 / 30.0);
            assert!(cast.actors() == first, "frame {frame}");
        }
    }
}
