//! What was painted on a canvas, as a mesh that Bevy draws.

use bevy::{
    asset::RenderAssetUsages,
    mesh::{Indices, PrimitiveTopology},
    prelude::*,
};

use crate::game::stage::canvas::{Canvas, shape::Shape};

/// The canvas that everything is painted with, one after the other.
#[derive(Resource, Default)]
pub struct Brush(pub Canvas);

/// A mesh without corners is one that the renderer cannot place.
pub fn blank_mesh() -> Mesh {
    let mut blank = Canvas::default();
    blank.fill(&Shape::rectangle(0.0, 0.0, 1.0, 1.0), [0.0; 4]);
    mesh_of(&blank)
}

/// The painted shapes as a mesh; Bevy wants linear colours.
pub fn mesh_of(canvas: &Canvas) -> Mesh {
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
