//! The room and the panel, as meshes that Bevy draws behind the captions.

pub mod acting;
pub mod beard;
pub mod canvas;
pub mod clothes;
pub mod colour;
pub mod curls;
pub mod eyes;
pub mod face;
pub mod figure;
pub mod furniture;
pub mod glasses;
pub mod hair;
pub mod hair_fall;
pub mod layout;
pub mod mouth;
pub mod outline;
pub mod paint;
pub mod portrait;
pub mod pose;
pub mod props;
pub mod room;
pub mod scarf;
pub mod shape;
pub mod skyline;
pub mod stroke;
pub mod table;
pub mod tones;
pub mod transform;

use bevy::{
    asset::RenderAssetUsages,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};
use bevy_egui::EguiContexts;

use crate::{
    game::{
        AppSystems,
        stage::{
            acting::{Cast, Moment},
            canvas::Canvas,
            layout::Seat,
            room::RoomView,
            shape::Shape,
            table::Plate,
        },
    },
    interview::{look::Look, scenario::Manner},
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<StageView>()
        .init_resource::<Cast>()
        .init_resource::<Brush>()
        .add_systems(Startup, spawn_layers)
        .add_systems(
            Update,
            (act, show_layers, paint_room_layer, paint_panel_layer, paint_table_layer)
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
    pub people: Vec<Person>,
    /// Whether name plates stand on the table.
    pub plates: bool,
    /// What is going on.
    pub moment: Moment,
}

/// One panelist on stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// How they look.
    pub look: Look,
    /// How much they show.
    pub manner: Manner,
    /// Where they sit.
    pub seat: Seat,
}

/// A mesh of the stage, in painter's order.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(Transform, Visibility)]
enum Layer {
    Room,
    Panel,
    Table,
}

/// The canvas that all layers are painted with, one after the other.
#[derive(Resource, Default)]
struct Brush(Canvas);

fn spawn_layers(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    let material = materials.add(ColorMaterial {
        alpha_mode: bevy::sprite_render::AlphaMode2d::Blend,
        ..ColorMaterial::from_color(Color::WHITE)
    });
    // A mesh without corners is one that the renderer cannot place.
    let mut blank = Canvas::default();
    blank.fill(&Shape::rectangle(0.0, 0.0, 1.0, 1.0), [0.0; 4]);
    for (layer, name) in [(Layer::Room, "Room"), (Layer::Panel, "Panel"), (Layer::Table, "Table")] {
        commands.spawn((
            Name::new(name),
            layer,
            Mesh2d(meshes.add(mesh_of(&blank))),
            MeshMaterial2d(material.clone()),
            Visibility::Hidden,
        ));
    }
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

/// Moves everybody one frame on.
fn act(time: Res<Time>, stage: Res<StageView>, mut cast: ResMut<Cast>) {
    if let Some(scene) = &stage.scene {
        cast.act(&scene.people, scene.moment, time.elapsed_secs(), time.delta_secs());
    }
}

/// Puts the layers where the screen's points are: from the top left, y down, zoomed like egui.
fn show_layers(
    stage: Res<StageView>,
    mut contexts: EguiContexts,
    mut brush: ResMut<Brush>,
    mut layers: Query<(&Layer, &mut Transform, &mut Visibility)>,
) {
    let zoom = contexts.ctx_mut().map_or(1.0, |context| context.zoom_factor());
    brush.0.feather = 1.0 / zoom;
    for (layer, mut transform, mut visibility) in &mut layers {
        let Some(scene) = &stage.scene else {
            *visibility = Visibility::Hidden;
            continue;
        };
        *visibility = Visibility::Inherited;
        let depth = match layer {
            Layer::Room => 0.0,
            Layer::Panel => 1.0,
            Layer::Table => 2.0,
        };
        let corner = Vec2::new(-scene.room.width, scene.room.height) * zoom / 2.0;
        transform.translation = corner.extend(depth);
        transform.scale = Vec3::new(zoom, -zoom, 1.0);
    }
}

fn repaint(
    wanted: Layer,
    brush: &mut Brush,
    meshes: &mut Assets<Mesh>,
    layers: &Query<(&Layer, &Mesh2d)>,
    paint: impl FnOnce(&mut Canvas),
) -> Result {
    brush.0.clear();
    paint(&mut brush.0);
    for (layer, mesh) in layers {
        if *layer == wanted {
            meshes.insert(&mesh.0, mesh_of(&brush.0))?;
        }
    }
    Ok(())
}

fn paint_room_layer(
    stage: Res<StageView>,
    mut painted: Local<Option<(RoomView, f32)>>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    layers: Query<(&Layer, &Mesh2d)>,
) -> Result {
    let Some(scene) = &stage.scene else { return Ok(()) };
    let wanted = Some((scene.room, brush.0.feather));
    if *painted == wanted {
        return Ok(());
    }
    repaint(Layer::Room, &mut brush, &mut meshes, &layers, |canvas| {
        room::paint_room(canvas, &scene.room);
    })?;
    *painted = wanted;
    Ok(())
}

fn paint_panel_layer(
    stage: Res<StageView>,
    cast: Res<Cast>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    layers: Query<(&Layer, &Mesh2d)>,
) -> Result {
    let Some(scene) = &stage.scene else { return Ok(()) };
    repaint(Layer::Panel, &mut brush, &mut meshes, &layers, |canvas| {
        let table = scene.room.table_top;
        for (person, actor) in scene.people.iter().zip(cast.actors()) {
            let scale = person.seat.scale;
            let height = 170.0 * scale;
            room::paint_glow(canvas, person.seat.x, table - height, 180.0 * scale, actor.lit);
        }
        for (person, actor) in scene.people.iter().zip(cast.actors()) {
            let scale = person.seat.scale * (0.92 + 0.08 * actor.lit);
            canvas.save();
            canvas.translate(person.seat.x, table);
            canvas.scale(scale, scale);
            figure::paint_figure(canvas, &person.look, &actor.pose, actor.lit);
            canvas.restore();
        }
    })
}

fn paint_table_layer(
    stage: Res<StageView>,
    cast: Res<Cast>,
    mut painted: Local<Option<(RoomView, Vec<Plate>, f32)>>,
    mut brush: ResMut<Brush>,
    mut meshes: ResMut<Assets<Mesh>>,
    layers: Query<(&Layer, &Mesh2d)>,
) -> Result {
    let Some(scene) = &stage.scene else { return Ok(()) };
    let plates: Vec<_> = scene
        .people
        .iter()
        .zip(cast.actors())
        .filter(|_| scene.plates)
        .map(|(person, actor)| {
            let plate = person.seat.plate;
            Plate {
                x: plate.center().x,
                width: plate.width(),
                height: plate.height(),
                y: plate.top(),
                lit: ((actor.lit - acting::DIM) / (1.0 - acting::DIM) * 50.0).round() / 50.0,
            }
        })
        .collect();
    let wanted = Some((scene.room, plates, brush.0.feather));
    if *painted == wanted {
        return Ok(());
    }
    *painted = wanted;
    repaint(Layer::Table, &mut brush, &mut meshes, &layers, |canvas| {
        let plates = painted.as_ref().map_or(&[][..], |(_, plates, _)| plates);
        table::paint_table(canvas, &scene.room, plates);
    })
}
