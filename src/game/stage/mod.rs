//! The room and the panel, as meshes that Bevy draws behind the captions.

pub mod acting;
pub mod canvas;
pub mod figure;
mod layers;
pub mod layout;
pub mod room;
pub mod shot;

use bevy::{prelude::*, render::renderer::RenderAdapterInfo};
use bevy_egui::{EguiContexts, PrimaryEguiContext};

use crate::{
    game::{
        AppSystems,
        drawn::Drawn,
        mishap::caught,
        stage::{
            acting::{
                Actors, Moment,
                reactions::{self, Reactions},
            },
            canvas::{
                ink,
                mesh::Brush,
                print::{self, Print},
            },
            layers::{paint_figures, paint_plates, place_layers, spawn_layers},
            layout::Seat,
            room::{
                RoomView,
                backdrop::{self, Backdrop, BackdropPart, Easel, Painter, Settled},
                table::Plate,
            },
            shot::Shot,
        },
    },
    interview::scenario::{Manner, look::Look},
};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((ink::plugin, print::plugin, reactions::plugin))
        .init_resource::<StageView>()
        .init_resource::<Stage>()
        .init_resource::<Actors>()
        .init_resource::<Backdrop>()
        .init_resource::<Brush>()
        .add_systems(Startup, (backdrop::spawn, spawn_layers))
        .add_systems(
            Update,
            (
                caught(act),
                caught(paint_backdrop),
                caught(paint_figures),
                caught(paint_plates),
                caught(place_layers),
            )
                .chain()
                .in_set(AppSystems::Present),
        );
}

/// What the stage shows; the screens that have a stage write it, the others empty it.
#[derive(Resource, Clone, Debug, Default, PartialEq)]
pub struct StageView {
    /// Nothing where the screen has no stage.
    pub scene: Option<Scene>,
}

/// A panel in its room.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The room.
    pub room: RoomView,
    /// The panel, from left to right.
    pub people: Vec<StagePanelist>,
    /// Who sits in the hot seat, seen from behind, if anybody is.
    pub teller: Option<StageTeller>,
    /// Whether name plates stand on the table.
    pub plates: bool,
    /// What is going on.
    pub moment: Moment,
}

impl StagePanelist {
    /// How far from `middle` their sleeves reach.
    pub fn reach(&self, middle: f32) -> f32 {
        (self.seat.x - middle).abs() + SLEEVE * self.seat.scale
    }
}

/// How far a sleeve reaches from the middle of a figure at the table's edge, with a little of the table beside it.
const SLEEVE: f32 = 136.0;

impl Scene {
    /// The plates with nobody's lit.
    fn plates_at_rest(&self) -> Vec<Plate> {
        let people = self.people.iter().filter(|_| self.plates);
        people
            .map(|person| {
                let plate = person.seat.plate;
                let (x, y) = (plate.center().x, plate.top());
                Plate { x, width: plate.width(), height: plate.height(), y, lit: 0.0 }
            })
            .collect()
    }
}

/// Who tells an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct StageTeller {
    /// How they look.
    pub look: Look,
    /// The middle of the figure.
    pub x: f32,
    /// The edge that hides them below.
    pub bottom: f32,
    /// The size of the figure.
    pub scale: f32,
}

/// One panelist on stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StagePanelist {
    /// How they look.
    pub look: Look,
    /// How much they show.
    pub manner: Manner,
    /// Where they sit.
    pub seat: Seat,
}

/// Where the stage is on its way: the camera, the hour outside, and whether anything moves.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub struct Stage {
    /// The camera.
    pub shot: Shot,
    /// How much of the session is over as far as the sky shows it.
    hour: Option<f32>,
    /// Pixels of the screen for a point of the scene.
    pixels: f32,
    /// Points of the window for a point of the scene.
    zoom: f32,
    /// Whether something on stage changed in this frame.
    pub moves: bool,
    /// How long nobody begins to move by themselves, in seconds.
    pub rests: f32,
}

/// The longest time that a movement goes on in one frame, in seconds.
const LONGEST: f32 = 0.1;
/// How fast the sky changes, in parts of a session a second.
const HOURS: f32 = 0.03;
/// The steps of the sky from afternoon to night.
const HOUR_STEPS: f32 = 80.0;
/// Moves everybody, the camera and the sky one frame on.
fn act(
    time: Res<Time>,
    view: Res<StageView>,
    reactions: Res<Reactions>,
    mut contexts: EguiContexts,
    camera: Option<Single<&Camera, With<PrimaryEguiContext>>>,
    adapter: Option<Res<RenderAdapterInfo>>,
    mut cast: ResMut<Actors>,
    mut stage: ResMut<Stage>,
) -> Result {
    let Some(scene) = &view.scene else {
        *stage = Stage::default();
        return Ok(());
    };
    let before = *stage;
    stage.zoom = contexts.ctx_mut().map_or(1.0, |context| context.zoom_factor());
    let size = camera.and_then(|camera| camera.physical_target_size());
    stage.pixels = size.map_or(stage.zoom, |size| size.x as f32 / scene.room.width);
    let (now, seconds) = (time.elapsed_secs(), time.delta_secs());
    let calm = Drawn::by(adapter.map(|adapter| adapter.device_type)) == Drawn::ByProcessor;
    let moment = Moment { writing: reactions.is_writing(now), calm, ..scene.moment };
    // What rested until now sets off now, however long ago the last picture was.
    let seconds = if moment.still { seconds } else { seconds.min(LONGEST) };
    cast.act(&scene.people, reactions.shown(), moment, now, seconds);
    let speaker = moment.speaker.filter(|_| moment.voice.is_some() && !moment.still);
    let speaker = speaker.map(|seat| scene.people[seat].seat.x);
    stage.shot = stage.shot.towards(speaker, &scene.room, seconds);
    let aim = scene.room.progress;
    let hour = stage.hour.filter(|_| !moment.still).unwrap_or(aim);
    let most = HOURS * seconds;
    stage.hour = Some(hour + (aim - hour).min(most).max(-most));
    stage.rests = cast.rests_for(moment, now);
    stage.moves = before.hour != stage.hour || !stage.shot.rests();
    Ok(())
}

fn paint_backdrop(
    view: Res<StageView>,
    stage: Res<Stage>,
    settled: Res<Settled>,
    mut backdrop: ResMut<Backdrop>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut prints: ResMut<Assets<Print>>,
    mut images: ResMut<Assets<Image>>,
    painter: Single<(&mut Camera, &mut bevy::camera::RenderTarget), With<Painter>>,
    easel: Single<(&mut Transform, &Mesh2d), With<Easel>>,
    parts: Query<(&BackdropPart, &Mesh2d, &MeshMaterial2d<Print>)>,
) -> Result {
    let (Some(scene), Some(hour)) = (&view.scene, stage.hour) else { return Ok(()) };
    let pixels = (Vec2::new(scene.room.width, scene.room.height) * stage.pixels).round().as_uvec2();
    backdrop::paint(
        scene,
        (hour * HOUR_STEPS).round() / HOUR_STEPS,
        pixels,
        &mut backdrop,
        &settled,
        &mut brush,
        &mut meshes,
        &mut prints,
        &mut images,
        painter,
        easel,
        &parts,
    )
}
