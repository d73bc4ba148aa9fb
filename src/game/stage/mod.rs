//! The room and the panel, as meshes that Bevy draws behind the captions.

pub mod acting;
pub mod canvas;
pub mod figure;
pub mod layout;
pub mod room;
pub mod shot;

use bevy::{
    asset::RenderAssetUsages,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};
use bevy_egui::{EguiContexts, PrimaryEguiContext};

use crate::{
    game::{
        AppSystems,
        mishap::caught,
        stage::{
            acting::{
                Actor, Actors, Moment,
                pose::Pose,
                reactions::{self, Reactions},
            },
            canvas::{
                Canvas,
                ink::{self, Ink},
                shape::Shape,
            },
            layout::Seat,
            room::{
                RoomView,
                backdrop::{self, Backdrop, BackdropPart, Easel, Painter, Settled},
                table::{self, Plate},
            },
            shot::Shot,
        },
    },
    interview::scenario::{MAX_PANEL, Manner, look::Look},
};

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((ink::plugin, reactions::plugin))
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
}

/// How fast the sky changes, in parts of a session a second.
const HOURS: f32 = 0.03;
/// The steps of the sky from afternoon to night.
const HOUR_STEPS: f32 = 80.0;
/// The shortest time between two pictures of one figure, in seconds.
const FIGURE_EVERY: f32 = 1.0 / 31.0;
/// The steps between a pose's values that can be told apart.
const POSE_STEPS: f32 = 64.0;
/// The steps between light and dark.
const LIGHT_STEPS: f32 = 32.0;

/// Something of the panel at a seat.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(Transform, Visibility)]
enum Layer {
    Glow(usize),
    Figure(usize),
    Plates,
}

/// What a figure's mesh shows, and when it was painted.
#[derive(Component, Clone, Debug, Default, PartialEq)]
struct Painted {
    look: Option<Look>,
    pose: Pose,
    lit: f32,
    feather: f32,
    at: f32,
}

/// The canvas that everything is painted with, one after the other.
#[derive(Resource, Default)]
pub struct Brush(Canvas);

/// A mesh without corners is one that the renderer cannot place.
fn blank() -> Mesh {
    let mut blank = Canvas::default();
    blank.fill(&Shape::rectangle(0.0, 0.0, 1.0, 1.0), [0.0; 4]);
    mesh_of(&blank)
}

fn spawn_layers(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut inks: ResMut<Assets<Ink>>,
) {
    let mut glow = Canvas::default();
    room::paint_glow(&mut glow, 0.0, 0.0, 180.0);
    let glow = meshes.add(mesh_of(&glow));
    let ink = inks.add(Ink::of(1.0));
    for seat in 0..MAX_PANEL {
        commands.spawn((
            Name::new("Glow"),
            Layer::Glow(seat),
            Mesh2d(glow.clone()),
            // How bright it is, its own ink says.
            MeshMaterial2d(inks.add(Ink::of(0.0))),
        ));
        commands.spawn((
            Name::new("Figure"),
            Layer::Figure(seat),
            Painted::default(),
            Mesh2d(meshes.add(blank())),
            MeshMaterial2d(ink.clone()),
        ));
    }
    commands.spawn((
        Name::new("Plates"),
        Layer::Plates,
        Mesh2d(meshes.add(blank())),
        MeshMaterial2d(ink),
    ));
}

/// The painted shapes as a mesh; Bevy wants linear colours.
fn mesh_of(canvas: &Canvas) -> Mesh {
    let positions: Vec<[f32; 3]> = canvas.positions.iter().map(|[x, y]| [*x, *y, 0.0]).collect();
    let colours: Vec<[f32; 4]> = canvas
        .colours
        .iter()
        .map(|[r, g, b, a]| Color::srgba(*r, *g, *b, *a).to_linear().to_f32_array())
        .collect();
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colours)
        .with_inserted_indices(Indices::U32(canvas.indices.clone()))
}

/// Moves everybody, the camera and the sky one frame on.
fn act(
    time: Res<Time>,
    view: Res<StageView>,
    reactions: Res<Reactions>,
    mut contexts: EguiContexts,
    camera: Option<Single<&Camera, With<PrimaryEguiContext>>>,
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
    let moment = Moment { writing: reactions.is_writing(now), ..scene.moment };
    cast.act(&scene.people, reactions.shown(), moment, now, seconds);
    let speaker = moment.speaker.filter(|_| moment.voice.is_some() && !moment.still);
    let speaker = speaker.map(|seat| scene.people[seat].seat.x);
    stage.shot = stage.shot.towards(speaker, &scene.room, seconds);
    let aim = scene.room.progress;
    let hour = stage.hour.filter(|_| !moment.still).unwrap_or(aim);
    let most = HOURS * seconds;
    stage.hour = Some(hour + (aim - hour).min(most).max(-most));
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
    mut materials: ResMut<Assets<ColorMaterial>>,
    mut images: ResMut<Assets<Image>>,
    painter: Single<(&mut Camera, &mut bevy::camera::RenderTarget), With<Painter>>,
    easel: Single<(&mut Transform, &Mesh2d), With<Easel>>,
    parts: Query<(&BackdropPart, &Mesh2d, &MeshMaterial2d<ColorMaterial>)>,
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
        &mut materials,
        &mut images,
        painter,
        easel,
        &parts,
    )
}

/// How large a figure is drawn: who is lit sits a little nearer.
fn figure_scale(person: &StagePanelist, actor: &Actor) -> f32 {
    person.seat.scale * (0.92 + 0.08 * actor.lit)
}

/// Paints whoever looks otherwise than their mesh does.
fn paint_figures(
    time: Res<Time>,
    view: Res<StageView>,
    cast: Res<Actors>,
    mut stage: ResMut<Stage>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut layers: Query<(&Layer, &Mesh2d, &mut Painted)>,
) -> Result {
    let Some(scene) = &view.scene else { return Ok(()) };
    let now = time.elapsed_secs();
    for (layer, mesh, mut painted) in &mut layers {
        let Layer::Figure(seat) = *layer else { continue };
        let (Some(person), Some(actor)) = (scene.people.get(seat), cast.actors().get(seat)) else {
            continue;
        };
        let wanted = Painted {
            look: Some(person.look.clone()),
            pose: actor.pose.on_grid(POSE_STEPS),
            lit: (actor.lit * LIGHT_STEPS).round() / LIGHT_STEPS,
            feather: 1.0 / (stage.pixels * person.seat.scale).max(0.1),
            at: painted.at,
        };
        if *painted == wanted {
            continue;
        }
        stage.moves = true;
        if painted.look == wanted.look && (0.0..FIGURE_EVERY).contains(&(now - painted.at)) {
            continue;
        }
        brush.0.clear();
        brush.0.feather = wanted.feather;
        figure::paint_figure(&mut brush.0, &person.look, &wanted.pose, wanted.lit);
        meshes.insert(&mesh.0, mesh_of(&brush.0))?;
        *painted = Painted { at: now, ..wanted };
    }
    Ok(())
}

fn paint_plates(
    view: Res<StageView>,
    cast: Res<Actors>,
    stage: Res<Stage>,
    mut painted: Local<Option<(RoomView, Vec<Plate>, f32)>>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    layers: Query<(&Layer, &Mesh2d)>,
) -> Result {
    let Some(scene) = &view.scene else { return Ok(()) };
    let mut plates = scene.plates_at_rest();
    for (plate, actor) in plates.iter_mut().zip(cast.actors()) {
        let lit = (actor.lit - acting::DIM) / (1.0 - acting::DIM);
        plate.lit = (lit.clamp(0.0, 1.0) * LIGHT_STEPS).round() / LIGHT_STEPS;
    }
    let wanted = Some((scene.room, plates, stage.pixels));
    if *painted == wanted {
        return Ok(());
    }
    *painted = wanted;
    let Some((_, plates, _)) = &*painted else { return Ok(()) };
    brush.0.clear();
    brush.0.feather = 1.0 / stage.pixels;
    brush.0.fill(&Shape::rectangle(0.0, 0.0, 1.0, 1.0), [0.0; 4]);
    table::paint_plates(&mut brush.0, &scene.room, plates);
    for (layer, mesh) in &layers {
        if *layer == Layer::Plates {
            meshes.insert(&mesh.0, mesh_of(&brush.0))?;
        }
    }
    Ok(())
}

/// Puts everything where the screen's points are: from the top left, y down, zoomed like egui, as the camera sees it.
fn place_layers(
    view: Res<StageView>,
    cast: Res<Actors>,
    stage: Res<Stage>,
    mut inks: ResMut<Assets<Ink>>,
    mut layers: Query<
        (&Layer, &MeshMaterial2d<Ink>, &mut Transform, &mut Visibility),
        Without<BackdropPart>,
    >,
    mut parts: Query<(&BackdropPart, &mut Transform, &mut Visibility)>,
) -> Result {
    let Some(scene) = &view.scene else {
        let parts = parts.iter_mut().map(|(_, _, visibility)| visibility);
        let layers = layers.iter_mut().map(|(_, _, _, visibility)| visibility);
        parts.chain(layers).for_each(|mut visibility| {
            visibility.set_if_neq(Visibility::Hidden);
        });
        return Ok(());
    };
    let room = &scene.room;
    let (distant, near) = (stage.shot.lens(room, shot::ROOM), stage.shot.lens(room, shot::PANEL));
    let put = |lens: &shot::Lens, at: [f32; 2], scale: f32, depth: f32| {
        let [x, y] = lens.at(at);
        let corner = Vec2::new(x - room.width / 2.0, room.height / 2.0 - y) * stage.zoom;
        let scale = scale * lens.scale * stage.zoom;
        Transform {
            translation: corner.extend(depth),
            scale: Vec3::new(scale, -scale, 1.0),
            ..Transform::IDENTITY
        }
    };
    for (part, mut transform, mut visibility) in &mut parts {
        let depth = if *part == BackdropPart::Wall { 0.0 } else { 5.0 };
        transform.set_if_neq(put(&distant, [0.0; 2], 1.0, depth));
        visibility.set_if_neq(Visibility::Inherited);
    }
    for (layer, ink, mut transform, mut visibility) in &mut layers {
        let (Layer::Glow(seat) | Layer::Figure(seat)) = *layer else {
            transform.set_if_neq(put(&distant, [0.0; 2], 1.0, 6.0));
            visibility.set_if_neq(Visibility::Inherited);
            continue;
        };
        let (Some(person), Some(actor)) = (scene.people.get(seat), cast.actors().get(seat)) else {
            visibility.set_if_neq(Visibility::Hidden);
            continue;
        };
        let (x, table, size) = (person.seat.x, room.table_top, person.seat.scale);
        let seen = if *layer == Layer::Glow(seat) {
            let strength = (actor.lit - acting::DIM) / (1.0 - acting::DIM);
            let strength = (strength.max(0.0) * LIGHT_STEPS).round() / LIGHT_STEPS;
            let glow = Ink::of(strength);
            if inks.get(&ink.0).is_some_and(|now| *now != glow)
                && let Some(mut now) = inks.get_mut(&ink.0)
            {
                *now = glow;
            }
            transform.set_if_neq(put(&near, [x, table - 170.0 * size], size, 1.0));
            strength > 0.0
        } else {
            let depth = 2.0 + seat as f32 * 0.1;
            transform.set_if_neq(put(&near, [x, table], figure_scale(person, actor), depth));
            true
        };
        let seen = if seen { Visibility::Inherited } else { Visibility::Hidden };
        visibility.set_if_neq(seen);
    }
    Ok(())
}
