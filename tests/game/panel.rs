//! Pictures of the panel: every expression, looks side by side, panels of every size on every screen, what they make of
//! an answer, and the card between two sections.

use bevy_egui::egui::{Key, Modifiers};
use hotseat::{
    game::{
        settings::Presentation,
        stage::acting::{
            gesture::perform,
            pose::{Expression, Pose},
        },
    },
    interview::{
        listening::listener::{Gesture, Performed},
        scenario::look::{Hair, Holds, Look},
        session::Settings,
    },
};
use image::RgbImage;

use crate::{
    pictures::{built_in, can_draw, check_stage},
    stagehand::{Stagehand, panel_of},
};

const TITLES: [&str; 5] =
    ["CEO", "Head of Design", "Chief of Staff", "Principal Engineer", "HR Partner"];

fn settings() -> Settings {
    Settings { seed: 7, ..Settings::default() }
}

/// The share of pixels that tell two pictures apart.
fn difference(one: &RgbImage, other: &RgbImage) -> f64 {
    let apart = |(a, b): (&image::Rgb<u8>, &image::Rgb<u8>)| {
        a.0.iter().zip(b.0).map(|(a, b)| u32::from(a.abs_diff(b))).sum::<u32>() > 36
    };
    let apart = one.pixels().zip(other.pixels()).filter(|pair| apart(*pair)).count();
    apart as f64 / f64::from(one.width() * one.height())
}

/// The `index`th of so many equal columns of a picture.
fn column(picture: &RgbImage, index: u32, of: u32) -> RgbImage {
    let width = picture.width() / of;
    image::imageops::crop_imm(picture, index * width, 0, width, picture.height()).to_image()
}

#[test]
fn every_expression_can_be_told_from_every_other() {
    if !can_draw() {
        return;
    }
    let mut hand = Stagehand::open(built_in(), settings(), (1280, 720));
    for (name, look) in [
        ("bare", Look { hair: Hair::Bun, ..Look::from_name("Head of Design") }),
        ("bearded", built_in().scenario.panel()[1].look.clone()),
    ] {
        let shown = [
            Expression::Neutral,
            Expression::Warm,
            Expression::Attentive,
            Expression::Sceptical,
            Expression::Puzzled,
            Expression::Impressed,
            Expression::Impatient,
        ];
        let busts = shown.map(|e| (format!("{e:?}"), look.clone(), e.pose()));
        let picture = hand.gallery(&format!("expressions-{name}"), busts.to_vec());
        let face = |index: u32| {
            let (column, row) = (index % 5 * 256, index / 5 * 360);
            image::imageops::crop_imm(&picture, column, row, 256, 320).to_image()
        };
        for one in 0..shown.len() {
            for other in 0..one {
                let apart = difference(&face(one as u32), &face(other as u32));
                assert!(apart > 0.02, "{name}: {:?} {:?} {apart}", shown[one], shown[other]);
            }
        }
    }
}

#[test]
fn looks_made_from_titles_can_be_told_apart_side_by_side() {
    if !can_draw() {
        return;
    }
    let mut hand = Stagehand::open(panel_of(5), settings(), (1280, 720));
    let looks: Vec<_> = panel_of(5).scenario.panel().iter().map(|p| p.look.clone()).collect();
    let hung = TITLES.iter().zip(&looks);
    let busts = hung.map(|(title, look)| ((*title).to_owned(), look.clone(), Pose::default()));
    let picture = hand.gallery("looks", busts.collect());
    for one in 0..5 {
        for other in 0..one {
            let apart = difference(&column(&picture, one, 5), &column(&picture, other, 5));
            assert!(apart > 0.12, "{one} and {other}: {apart}");
        }
    }
    let styles = Hair::ALL.iter().map(|&hair| {
        (format!("{hair:?}"), Look { hair, ..looks[1].clone() }, Expression::Warm.pose())
    });
    hand.gallery("hair", styles.collect());
}

#[test]
fn gestures_are_seen() {
    if !can_draw() {
        return;
    }
    let mut hand = Stagehand::open(built_in(), settings(), (1280, 720));
    let mut busts = Vec::new();
    for (gesture, at) in [(Gesture::Note, 1.6), (Gesture::Watch, 1.1)] {
        for &holds in Holds::ALL {
            let mut pose = Expression::Attentive.pose();
            perform(&mut pose, Performed { gesture, began: 0.0, strength: 1.0 }, 0, at);
            let look = Look { holds, ..Look::from_name("Chief of Staff") };
            busts.push((format!("{gesture:?}, holds {holds:?}"), look, pose.clamped()));
        }
    }
    let done = hand.gallery("gestures", busts.clone());
    busts.iter_mut().for_each(|(_, _, pose)| *pose = Expression::Attentive.pose());
    assert!(difference(&done, &hand.gallery("gestures-before", busts)) > 0.02);
}

#[test]
fn panels_of_every_size_fit_every_screen() {
    if !can_draw() {
        return;
    }
    for size in [(1280, 720), (1920, 1080), (2560, 1080)] {
        let mut hand = Stagehand::open(built_in(), settings(), size);
        for count in [1, 2, 3, 5] {
            hand.meet(panel_of(count), settings());
            hand.key(Key::Enter, Modifiers::NONE);
            hand.pass(1.2);
            check_stage(&hand.picture(&format!("panel-of-{count}")));
        }
    }
}

#[test]
fn a_title_card_opens_a_section_and_leaves() {
    if !can_draw() {
        return;
    }
    let mut hand = Stagehand::open(built_in(), settings(), (1280, 720));
    hand.meet(built_in(), settings());
    hand.pass(0.8);
    let on = hand.picture("section-card");
    check_stage(&on);
    hand.pass(1.0);
    hand.picture("section-card-leaving");
    hand.pass(1.0);
    let off = hand.picture("section-card-gone");
    assert!(difference(&on, &off) > 0.04);
}

/// What the panel looks like some seconds after these words were written.
fn listening(hand: &mut Stagehand, words: &str, seconds: f32, name: &str) -> RgbImage {
    hand.meet(built_in(), settings());
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::ArrowRight, Modifiers::NONE);
    hand.write(words);
    hand.pass(seconds);
    hand.picture(name)
}

#[test]
fn the_panel_shows_what_it_makes_of_an_answer_unless_it_keeps_an_exam_face() {
    if !can_draw() {
        return;
    }
    let landing = "About eight months ago our enterprise customers were churning at 15% a year. I ran a 90-day \
        pilot with ten prospects, and we closed 7 of 10 deals.";
    let wandering = "Well, there are many things one could say about this, and it always depends on how you look \
        at it, because in a company like ours everybody has a view, and all of these views are good views in their \
        own way, and so we talked about it for a while, and then we talked about it again, and it was good to talk, \
        and after some time people felt that we had talked, which was nice for everybody who was there at the time.";
    let mut hand = Stagehand::open(built_in(), settings(), (1280, 720));
    let shown = listening(&mut hand, landing, 1.9, "reaction-landing");
    let puzzled = listening(&mut hand, wandering, 3.4, "reaction-wandering");
    listening(&mut hand, &[wandering, wandering, wandering].join(" "), 1.1, "reaction-over");
    hand.present(Presentation { exam_face: true, ..Presentation::default() });
    let kept = listening(&mut hand, landing, 1.9, "exam-face-landing");
    let faces =
        |picture: &RgbImage| image::imageops::crop_imm(picture, 300, 110, 680, 300).to_image();
    assert!(difference(&faces(&shown), &faces(&kept)) > 0.004);
    assert!(difference(&faces(&puzzled), &faces(&kept)) > 0.004);
}
