//! The room and the table as one picture, painted when they change and shown from then on.
//!
//! They lie under everything and cover the screen several times over: drawn anew each frame they cost more than all the
//! rest. So a camera of their own draws them into an image, and the screen shows that image: its upper part behind the
//! panel, its lower part, from the table's edge on, before it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use bevy::{
    asset::RenderAssetUsages,
    camera::{RenderTarget, visibility::RenderLayers},
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
    render::{
        Render, RenderApp,
        render_resource::{
            Extent3d, PipelineCache, TextureDescriptor, TextureDimension, TextureFormat,
            TextureUsages,
        },
    },
};

use crate::game::stage::{
    Scene,
    canvas::{
        ink::Ink,
        mesh::{Brush, blank_mesh, mesh_of},
        print::Print,
    },
    room::{
        self, RoomView,
        table::{self, Plate},
    },
};

/// The layer that only the painter's camera sees.
const EASEL: usize = 1;
/// The frames that a picture is drawn at least.
const FRAMES: u32 = 3;

/// A part of the picture as it is shown.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackdropPart {
    /// Down to the table's edge, behind the panel.
    Wall,
    /// From the table's edge on, before the panel.
    Table,
}

/// What the picture shows, and how finely.
#[derive(Clone, Debug, PartialEq)]
struct Motif {
    room: RoomView,
    plates: Vec<Plate>,
    pixels: UVec2,
}

/// The picture.
#[derive(Resource, Default)]
pub struct Backdrop {
    motif: Option<Motif>,
    image: Handle<Image>,
    drawn: u32,
}

/// Whether every way of drawing that was asked for is at hand; before, what is drawn may lack some of it.
#[derive(Resource, Clone, Default)]
pub struct Settled(Arc<AtomicBool>);

/// Lets the picture know when it was really drawn.
pub fn watch_pipelines(app: &mut App) {
    let settled = Settled::default();
    app.insert_resource(settled.clone());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.insert_resource(settled).add_systems(Render, note_pipelines);
    }
}

fn note_pipelines(pipelines: Res<PipelineCache>, settled: Res<Settled>) {
    settled.0.store(pipelines.waiting_pipelines().next().is_none(), Ordering::Relaxed);
}

/// The painter's camera, what it looks at, and the picture's two parts.
pub fn spawn(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut inks: ResMut<Assets<Ink>>,
    mut prints: ResMut<Assets<Print>>,
    mut images: ResMut<Assets<Image>>,
    mut backdrop: ResMut<Backdrop>,
) {
    backdrop.image = images.add(blank(UVec2::ONE));
    commands.spawn((
        Name::new("Painter"),
        Camera2d,
        Camera { order: -1, is_active: false, ..default() },
        Msaa::Off,
        RenderTarget::Image(backdrop.image.clone().into()),
        RenderLayers::layer(EASEL),
        Painter,
    ));
    commands.spawn((
        Name::new("Room and table"),
        Easel,
        Mesh2d(meshes.add(blank_mesh())),
        MeshMaterial2d(inks.add(Ink::of(1.0))),
        RenderLayers::layer(EASEL),
    ));
    let print = prints.add(Print { picture: backdrop.image.clone() });
    for (part, name) in [(BackdropPart::Wall, "Wall"), (BackdropPart::Table, "Table")] {
        commands.spawn((
            Name::new(name),
            part,
            Mesh2d(meshes.add(blank_mesh())),
            MeshMaterial2d(print.clone()),
            Visibility::Hidden,
        ));
    }
}

/// The camera that draws the picture.
#[derive(Component)]
pub struct Painter;

/// What the painter's camera looks at.
#[derive(Component)]
#[require(Transform, Visibility)]
pub struct Easel;

/// Paints the picture anew where it no longer shows what it should, `pixels` large.
pub fn paint(
    scene: &Scene,
    progress: f32,
    pixels: UVec2,
    backdrop: &mut Backdrop,
    settled: &Settled,
    brush: &mut Brush,
    meshes: &mut Assets<Mesh>,
    prints: &mut Assets<Print>,
    images: &mut Assets<Image>,
    mut painter: Single<(&mut Camera, &mut RenderTarget), With<Painter>>,
    mut easel: Single<(&mut Transform, &Mesh2d), With<Easel>>,
    parts: &Query<(&BackdropPart, &Mesh2d, &MeshMaterial2d<Print>)>,
) -> Result {
    let room = RoomView { progress, ..scene.room };
    let plates = scene.plates_at_rest();
    let motif = Motif { room, plates, pixels };
    let (camera, target) = &mut *painter;
    if backdrop.motif.as_ref() == Some(&motif) {
        backdrop.drawn += 1;
        camera.is_active = backdrop.drawn < FRAMES || !settled.0.load(Ordering::Relaxed);
        return Ok(());
    }
    let before = backdrop.motif.replace(motif);
    let motif = backdrop.motif.as_ref().ok_or("the motif was just set")?;
    let scale = pixels.x as f32 / room.width;
    brush.0.clear();
    brush.0.feather = 1.0 / scale;
    room::paint_room(&mut brush.0, &room);
    table::paint_table(&mut brush.0, &room, &motif.plates);
    let (transform, mesh) = &mut *easel;
    transform.translation = Vec3::new(-(pixels.x as f32), pixels.y as f32, 0.0) / 2.0;
    transform.scale = Vec3::new(scale, -scale, 1.0);
    meshes.insert(&mesh.0, mesh_of(&brush.0))?;
    if before.is_none_or(|before| before.pixels != pixels) {
        backdrop.image = images.add(blank(pixels));
        **target = RenderTarget::Image(backdrop.image.clone().into());
    }
    for (part, mesh, print) in parts {
        meshes.insert(&mesh.0, quad(*part, &room))?;
        if let Some(mut print) = prints.get_mut(&print.0) {
            print.picture = backdrop.image.clone();
        }
    }
    backdrop.drawn = 0;
    camera.is_active = true;
    Ok(())
}

/// A part of the picture as a mesh in the scene's points.
fn quad(part: BackdropPart, room: &RoomView) -> Mesh {
    let (top, bottom) = match part {
        BackdropPart::Wall => (0.0, room.table_top),
        BackdropPart::Table => (room.table_top, room.height),
    };
    let corners = [[0.0, top], [room.width, top], [room.width, bottom], [0.0, bottom]];
    let positions: Vec<_> = corners.iter().map(|[x, y]| [*x, *y, 0.0]).collect();
    let places: Vec<_> = corners.iter().map(|[x, y]| [x / room.width, y / room.height]).collect();
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, places)
        .with_inserted_indices(Indices::U32(vec![0, 1, 2, 0, 2, 3]))
}

/// An image to draw into.
fn blank(pixels: UVec2) -> Image {
    let size =
        Extent3d { width: pixels.x.max(1), height: pixels.y.max(1), depth_or_array_layers: 1 };
    let mut image = Image {
        texture_descriptor: TextureDescriptor {
            label: Some("backdrop"),
            size,
            dimension: TextureDimension::D2,
            format: TextureFormat::Rgba8UnormSrgb,
            mip_level_count: 1,
            sample_count: 1,
            usage: TextureUsages::TEXTURE_BINDING
                | TextureUsages::COPY_DST
                | TextureUsages::RENDER_ATTACHMENT,
            view_formats: &[],
        },
        ..default()
    };
    image.resize(size);
    image
}
