//! The panel as layers of meshes between the two parts of the backdrop: a glow and a figure for each seat, the plates.

use bevy::prelude::*;

use crate::{
    game::stage::{
        Stage, StagePanelist, StageView,
        acting::{self, Actor, Actors, pose::Pose},
        canvas::{
            Canvas,
            ink::Ink,
            mesh::{Brush, blank_mesh, mesh_of},
            shape::Shape,
        },
        figure,
        room::{
            self, RoomView,
            backdrop::BackdropPart,
            table::{self, Plate},
        },
        shot,
    },
    interview::scenario::{MAX_PANEL, look::Look},
};

/// The shortest time between two pictures of one figure, in seconds.
const FIGURE_EVERY: f32 = 1.0 / 31.0;
/// The steps between a pose's values that can be told apart.
const POSE_STEPS: f32 = 64.0;
/// The steps between light and dark.
const LIGHT_STEPS: f32 = 32.0;

/// Something of the panel at a seat.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(Transform, Visibility)]
pub(super) enum Layer {
    Glow(usize),
    Figure(usize),
    Plates,
    Teller,
}

/// What a figure's mesh shows, and when it was painted.
#[derive(Component, Clone, Debug, Default, PartialEq)]
pub(super) struct Painted {
    look: Option<Look>,
    pose: Pose,
    lit: f32,
    feather: f32,
    at: f32,
}

pub(super) fn spawn_layers(
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
            Mesh2d(meshes.add(blank_mesh())),
            MeshMaterial2d(ink.clone()),
        ));
    }
    commands.spawn((
        Name::new("Plates"),
        Layer::Plates,
        Mesh2d(meshes.add(blank_mesh())),
        MeshMaterial2d(ink.clone()),
    ));
    commands.spawn((
        Name::new("Teller"),
        Layer::Teller,
        Painted::default(),
        Mesh2d(meshes.add(blank_mesh())),
        MeshMaterial2d(ink),
    ));
}

/// How large a figure is drawn: who is lit sits a little nearer.
fn figure_scale(person: &StagePanelist, actor: &Actor) -> f32 {
    person.seat.scale * (0.92 + 0.08 * actor.lit)
}

/// Paints whoever looks otherwise than their mesh does.
pub(super) fn paint_figures(
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
        let shown = match *layer {
            Layer::Figure(seat) => scene
                .people
                .get(seat)
                .zip(cast.actors().get(seat))
                .map(|(person, actor)| (&person.look, *actor, person.seat.scale)),
            Layer::Teller => {
                scene.teller.as_ref().map(|told| (&told.look, cast.teller(), told.scale))
            }
            Layer::Glow(_) | Layer::Plates => None,
        };
        let Some((look, actor, scale)) = shown else { continue };
        let wanted = Painted {
            look: Some(look.clone()),
            pose: actor.pose.on_grid(POSE_STEPS),
            lit: (actor.lit * LIGHT_STEPS).round() / LIGHT_STEPS,
            feather: 1.0 / (stage.pixels * scale).max(0.1),
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
        if *layer == Layer::Teller {
            figure::back::paint_back(&mut brush.0, look, &wanted.pose);
        } else {
            figure::paint_figure(&mut brush.0, look, &wanted.pose, wanted.lit);
        }
        meshes.insert(&mesh.0, mesh_of(&brush.0))?;
        *painted = Painted { at: now, ..wanted };
    }
    Ok(())
}

pub(super) fn paint_plates(
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
pub(super) fn place_layers(
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
        if *layer == Layer::Teller {
            let Some(told) = &scene.teller else {
                visibility.set_if_neq(Visibility::Hidden);
                continue;
            };
            // Before the table, and too near for the camera to move.
            let still = shot::Shot::default().lens(room, shot::PANEL);
            transform.set_if_neq(put(&still, [told.x, told.bottom], told.scale, 7.0));
            visibility.set_if_neq(Visibility::Inherited);
            continue;
        }
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
