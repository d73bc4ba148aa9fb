//! A panelist's picture on a page, painted through egui.

use bevy_egui::egui::{
    Color32, CornerRadius, Mesh, Painter, Rect, Shape, Stroke, StrokeKind,
    epaint::{Vertex, WHITE_UV},
    pos2,
};

use crate::{
    game::{
        stage::{
            acting::pose::Pose,
            canvas::{Canvas, colour::Colour},
            figure,
        },
        theme::palette,
    },
    interview::scenario::look::Look,
};

/// The size of a bust as drawn, hair included.
const BUST: (f32, f32) = (250.0, 312.0);
/// The rounding of a picture's corners.
const ROUNDING: f32 = 14.0;

/// Paints one bust into a box with rounded corners on paper.
pub fn paint(painter: &Painter, rect: Rect, look: &Look, pose: &Pose) {
    paint_group(painter, rect, &[(look, *pose)]);
}

/// Paints busts side by side into a box with rounded corners on paper.
pub fn paint_group(painter: &Painter, rect: Rect, people: &[(&Look, Pose)]) {
    let wall = [Color32::from_rgb(0x46, 0x5A, 0x88), Color32::from_rgb(0x2F, 0x3F, 0x66)];
    let mut backdrop = Mesh::default();
    for (corner, colour) in [
        (rect.left_top(), wall[0]),
        (rect.right_top(), wall[0]),
        (rect.right_bottom(), wall[1]),
        (rect.left_bottom(), wall[1]),
    ] {
        backdrop.colored_vertex(corner, colour);
    }
    backdrop.add_triangle(0, 1, 2);
    backdrop.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(backdrop));
    let cell = rect.width() / people.len().max(1) as f32;
    let scale = (rect.height() / BUST.1).max((cell / BUST.0).min(rect.height() / BUST.1 * 1.2));
    let inside = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    for (place, (look, pose)) in people.iter().enumerate() {
        let mut canvas = Canvas::default();
        canvas.translate(rect.left() + cell * (place as f32 + 0.5), rect.top() + BUST.1 * scale);
        canvas.scale(scale, scale);
        figure::paint_figure(&mut canvas, look, pose, 1.0);
        inside.add(Shape::mesh(mesh_of(&canvas)));
    }
    // What lies outside the rounded corners is covered with paper.
    let edge = Stroke::new(ROUNDING * 0.45, palette::PAPER);
    painter.rect_stroke(rect, CornerRadius::same(ROUNDING as u8), edge, StrokeKind::Outside);
}

fn mesh_of(canvas: &Canvas) -> Mesh {
    let vertices = canvas
        .positions
        .iter()
        .zip(&canvas.colours)
        .map(|([x, y], colour)| Vertex {
            pos: pos2(*x, *y),
            uv: WHITE_UV,
            color: colour32(*colour),
        })
        .collect();
    Mesh { indices: canvas.indices.clone(), vertices, ..Mesh::default() }
}

fn colour32([r, g, b, a]: Colour) -> Color32 {
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color32::from_rgba_unmultiplied(byte(r), byte(g), byte(b), byte(a))
}
