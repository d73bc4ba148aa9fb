//! A panelist's picture on a page, painted through egui.

use bevy_egui::egui::{Color32, CornerRadius, Mesh, Painter, Rect, Shape, epaint::Vertex, epaint::WHITE_UV, pos2};

use crate::{
    game::stage::{canvas::Canvas, colour::Colour, figure, pose::Pose},
    interview::look::Look,
};

/// The size of a bust as drawn, hair included.
const BUST: (f32, f32) = (250.0, 300.0);

/// The height of the head alone, down to the collar.
const HEAD: f32 = 216.0;

/// Paints a bust into a box with rounded corners, on the wall's blue.
pub fn paint(painter: &Painter, rect: Rect, look: &Look, pose: &Pose) {
    let radius = CornerRadius::same(14);
    painter.rect_filled(rect, radius, Color32::from_rgb(0x3C, 0x4F, 0x7C));
    // The head fills the box: what does not fit of the shoulders is cut off.
    let scale = (rect.width() / BUST.0).max(rect.height() / BUST.1).min(rect.height() / HEAD);
    let mut canvas = Canvas::default();
    canvas.translate(rect.center().x, rect.top() + (BUST.1 + 8.0) * scale);
    canvas.scale(scale, scale);
    figure::paint_figure(&mut canvas, look, pose, 1.0);
    painter.with_clip_rect(rect.intersect(painter.clip_rect())).add(Shape::mesh(mesh_of(&canvas)));
}

fn mesh_of(canvas: &Canvas) -> Mesh {
    let vertices = canvas
        .positions
        .iter()
        .zip(&canvas.colours)
        .map(|([x, y], colour)| Vertex { pos: pos2(*x, *y), uv: WHITE_UV, color: colour32(*colour) })
        .collect();
    Mesh { indices: canvas.indices.clone(), vertices, ..Mesh::default() }
}

fn colour32([r, g, b, a]: Colour) -> Color32 {
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color32::from_rgba_unmultiplied(byte(r), byte(g), byte(b), byte(a))
}
