//! A vector canvas: shapes in, one triangle mesh with vertex colours out, painted in index order.

pub mod colour;
pub mod ink;
pub mod mesh;
pub mod outline;
pub mod paint;
pub mod print;
pub mod shape;
pub mod stroke;
pub mod transform;

use lyon_tessellation::geometry_builder::{
    FillGeometryBuilder, GeometryBuilder, GeometryBuilderError,
};
use lyon_tessellation::math::{Point as LyonPoint, point};
use lyon_tessellation::path::Polygon;
use lyon_tessellation::{FillOptions, FillRule, FillTessellator, FillVertex, VertexId};

use crate::game::stage::canvas::colour::{Colour, fade, mix};
use crate::game::stage::canvas::outline::{find_mitres, is_convex, outline};
use crate::game::stage::canvas::paint::Paint;
use crate::game::stage::canvas::shape::{Point, Shape, area, circle_pieces};
use crate::game::stage::canvas::transform::Transform;

/// Steps of the falloff of soft shapes and glows.
const SOFT_STEPS: usize = 6;

/// Collects painted shapes as one mesh.
///
/// Coordinates are a screen's, x to the right and y down. Colours are sRGB with straight alpha. The triangles lie in
/// painter's order and wind either way, so nothing may be culled. There is no multisampling behind this: every shape
/// carries a thin strip along its outline, `feather` wide, over which it fades out.
pub struct Canvas {
    /// The corners of the triangles.
    pub positions: Vec<[f32; 2]>,
    /// A colour for each position.
    pub colours: Vec<[f32; 4]>,
    /// Three for each triangle, in painter's order.
    pub indices: Vec<u32>,
    /// The width of the soft border in canvas units: one pixel, so 1 / scale when the mesh is scaled up afterwards.
    pub feather: f32,
    /// A light over everything painted from now on: its colour, and how much of it is mixed in (0..1).
    pub tint: (Colour, f32),
    pub(super) transform: Transform,
    saved: Vec<Transform>,
    tessellator: Option<FillTessellator>,
    pub(super) ring: Vec<Point>,
    pub(super) mitres: Vec<Point>,
    lyon_ring: Vec<LyonPoint>,
}

impl Default for Canvas {
    fn default() -> Self {
        Self {
            positions: Vec::new(),
            colours: Vec::new(),
            indices: Vec::new(),
            feather: 1.0,
            tint: ([0.0; 4], 0.0),
            transform: Transform::IDENTITY,
            saved: Vec::new(),
            tessellator: None,
            ring: Vec::new(),
            mitres: Vec::new(),
            lyon_ring: Vec::new(),
        }
    }
}

impl Canvas {
    /// Empties the mesh and forgets all transforms, keeping the memory for the next picture.
    pub fn clear(&mut self) {
        self.positions.clear();
        self.colours.clear();
        self.indices.clear();
        self.saved.clear();
        self.transform = Transform::IDENTITY;
        self.tint = ([0.0; 4], 0.0);
    }

    /// Remembers the transform until the matching `restore`.
    pub fn save(&mut self) {
        self.saved.push(self.transform);
    }

    /// Goes back to the transform last saved.
    pub fn restore(&mut self) {
        if let Some(transform) = self.saved.pop() {
            self.transform = transform;
        }
    }

    /// Moves what is painted next.
    pub fn translate(&mut self, x: f32, y: f32) {
        self.transform = self.transform.of(Transform { e: x, f: y, ..Transform::IDENTITY });
    }

    /// Scales what is painted next.
    pub fn scale(&mut self, x: f32, y: f32) {
        self.transform = self.transform.of(Transform { a: x, d: y, ..Transform::IDENTITY });
    }

    /// Turns what is painted next, clockwise on the screen, by radians.
    pub fn rotate(&mut self, angle: f32) {
        let (sin, cos) = angle.sin_cos();
        self.transform =
            self.transform.of(Transform { a: cos, b: sin, c: -sin, d: cos, e: 0.0, f: 0.0 });
    }

    /// Fills an outline.
    pub fn fill(&mut self, shape: &Shape, paint: impl Into<Paint>) {
        self.fill_feathered(shape, paint.into(), self.feather, 1, 0.5);
    }

    /// Fills a convex outline whose border fades out over `softness`, all of it outside: a soft shadow.
    pub fn fill_soft(&mut self, shape: &Shape, softness: f32, paint: impl Into<Paint>) {
        let width = (softness * self.transform.scale()).max(self.feather);
        self.fill_feathered(shape, paint.into(), width, SOFT_STEPS, 0.0);
    }

    /// `inside` is the part of the border's width that lies inside the outline.
    fn fill_feathered(
        &mut self,
        shape: &Shape,
        paint: Paint,
        width: f32,
        steps: usize,
        inside: f32,
    ) {
        let mut ring = std::mem::take(&mut self.ring);
        let mut mitres = std::mem::take(&mut self.mitres);
        outline(&shape.points, &self.transform, true, &mut ring);
        if ring.len() >= 3 {
            if area(&ring) < 0.0 {
                ring.reverse();
            }
            find_mitres(&ring, true, &mut mitres);
            self.lay_fill(&ring, &mitres, paint, (-width * inside, width), steps);
        }
        self.ring = ring;
        self.mitres = mitres;
    }

    fn lay_fill(
        &mut self,
        ring: &[Point],
        mitres: &[Point],
        paint: Paint,
        (start, width): (f32, f32),
        steps: usize,
    ) {
        let count = ring.len();
        let inner = self.positions.len() as u32;
        for step in 0..=steps {
            let t = step as f32 / steps as f32;
            let alpha = 1.0 - t * t * (3.0 - 2.0 * t);
            for (corner, mitre) in ring.iter().zip(mitres) {
                let out = start + width * t;
                self.vertex([corner[0] + mitre[0] * out, corner[1] + mitre[1] * out], paint, alpha);
            }
        }
        if is_convex(ring) {
            self.lay_convex(inner, count as u32);
        } else {
            self.tessellate(inner as usize, count, paint);
        }
        for step in 0..steps as u32 {
            let (near, far) = (inner + step * count as u32, inner + (step + 1) * count as u32);
            self.strip(near, far, count, true);
        }
    }

    /// Triangles for the convex ring of `count` positions from `first` on: every second corner is cut off, then every
    /// second one of those that are left. A fan would be made of slivers, and where the processor draws, a sliver costs as
    /// much as a block of pixels for each that it touches.
    fn lay_convex(&mut self, first: u32, count: u32) {
        let mut step = 1;
        while 2 * step <= count {
            for from in (0..count - step).step_by(2 * step as usize) {
                let (cut, to) = (from + step, from + 2 * step);
                let to = if to < count { to } else { 0 };
                if to != from {
                    self.indices.extend([first + from, first + cut, first + to]);
                }
            }
            step *= 2;
        }
    }

    /// Triangles for the ring of `count` positions from `first` on.
    fn tessellate(&mut self, first: usize, count: usize, paint: Paint) {
        let mut points = std::mem::take(&mut self.lyon_ring);
        let mut tessellator = self.tessellator.take().unwrap_or_default();
        points.clear();
        points.extend(self.positions[first..first + count].iter().map(|p| point(p[0], p[1])));
        let options = FillOptions::default()
            .with_fill_rule(FillRule::NonZero)
            .with_tolerance(self.feather * 0.1);
        let (kept_vertices, kept_indices) = (self.positions.len(), self.indices.len());
        let polygon = Polygon { points: &points, closed: true };
        let laid =
            tessellator.tessellate_polygon(polygon, &options, &mut Laid { canvas: self, paint });
        // A shape that cannot be tessellated is left out: a picture with a gap is better than none.
        if laid.is_err() {
            self.positions.truncate(kept_vertices);
            self.colours.truncate(kept_vertices);
            self.indices.truncate(kept_indices);
        }
        self.lyon_ring = points;
        self.tessellator = Some(tessellator);
    }

    /// Light that is strongest in the middle of an ellipse and gone at its border.
    pub fn glow(&mut self, x: f32, y: f32, across: f32, down: f32, colour: Colour) {
        let count = circle_pieces(across.max(down) * self.transform.scale()).max(24);
        let steps = if across.max(down) * self.transform.scale() < 40.0 {
            SOFT_STEPS
        } else {
            SOFT_STEPS * 2
        };
        let middle = self.positions.len() as u32;
        let at = self.transform.apply([x, y]);
        self.vertex(at, colour.into(), 1.0);
        for step in 1..=steps {
            let t = step as f32 / steps as f32;
            let alpha = (1.0 - t * t * (3.0 - 2.0 * t)) * (1.0 - t * 0.35);
            for corner in Shape::ring(count, x, y, across * t, down * t) {
                let at = self.transform.apply(corner);
                self.vertex(at, colour.into(), alpha);
            }
        }
        let corner = |index: u32| middle + 1 + index % count as u32;
        for index in 0..count as u32 {
            self.indices.extend([middle, corner(index), corner(index + 1)]);
        }
        for step in 0..steps as u32 - 1 {
            let near = middle + 1 + step * count as u32;
            self.strip(near, near + count as u32, count, true);
        }
    }

    /// Triangles between two rows of `count` positions each.
    pub(super) fn strip(&mut self, near: u32, far: u32, count: usize, closed: bool) {
        let count = count as u32;
        let pieces = if closed { count } else { count - 1 };
        for index in 0..pieces {
            let next = (index + 1) % count;
            self.indices.extend([near + index, far + index, far + next]);
            self.indices.extend([near + index, far + next, near + next]);
        }
    }

    /// One corner of the mesh, in canvas units.
    pub(super) fn vertex(&mut self, position: Point, paint: Paint, alpha: f32) {
        let colour = match paint {
            Paint::Flat(colour) => colour,
            Paint::Linear { .. } => paint.at(self.transform.undo(position)),
        };
        let (light, amount) = self.tint;
        let tinted = mix(colour, light, amount);
        self.positions.push(position);
        self.colours.push(fade([tinted[0], tinted[1], tinted[2], colour[3]], alpha));
    }
}

/// Takes what the tessellator makes straight into the canvas.
struct Laid<'a> {
    canvas: &'a mut Canvas,
    paint: Paint,
}

impl GeometryBuilder for Laid<'_> {
    fn add_triangle(&mut self, a: VertexId, b: VertexId, c: VertexId) {
        self.canvas.indices.extend([a.0, b.0, c.0]);
    }
}

impl FillGeometryBuilder for Laid<'_> {
    fn add_fill_vertex(&mut self, vertex: FillVertex) -> Result<VertexId, GeometryBuilderError> {
        let id = VertexId(self.canvas.positions.len() as u32);
        self.canvas.vertex(vertex.position().to_array(), self.paint, 1.0);
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn star() -> Shape {
        let corner = |index: usize| {
            let radius = if index.is_multiple_of(2) { 20.0 } else { 8.0 };
            let (sin, cos) = (index as f32 * 0.628).sin_cos();
            [radius * cos, radius * sin]
        };
        Shape { points: (0..10).map(corner).collect() }
    }

    fn covered(canvas: &Canvas) -> f32 {
        let at = |index: u32| canvas.positions[index as usize];
        let opaque = |index: &u32| canvas.colours[*index as usize][3] > 0.99;
        let full = canvas.indices.chunks(3).filter(|corners| corners.iter().all(opaque));
        full.map(|t| area(&[at(t[0]), at(t[1]), at(t[2])]).abs()).sum()
    }

    #[track_caller]
    fn check_sound(canvas: &Canvas) {
        assert!(!canvas.indices.is_empty());
        assert_eq!(canvas.positions.len(), canvas.colours.len());
        assert_eq!(canvas.indices.len() % 3, 0);
        assert!(canvas.indices.iter().all(|index| (*index as usize) < canvas.positions.len()));
        assert!(canvas.positions.iter().flatten().all(|part| part.is_finite()));
        assert!(canvas.colours.iter().flatten().all(|part| (0.0..=1.0).contains(part)));
    }

    #[test]
    fn every_kind_of_shape_gives_a_sound_mesh() {
        let mut canvas = Canvas::default();
        canvas.rotate(0.4);
        canvas.fill(&star(), hex_white());
        canvas.fill_soft(&Shape::circle(0.0, 0.0, 30.0), 12.0, hex_white());
        canvas.stroke(&Shape::at(0.0, 0.0).quad([10.0, 10.0], [20.0, 0.0]), 0.4, hex_white());
        canvas.stroke_tapered(&Shape::at(0.0, 0.0).line(9.0, 2.0), &[1.0, 6.0, 2.0], hex_white());
        canvas.stroke_closed(&star(), 3.0, hex_white());
        canvas.glow(5.0, 5.0, 40.0, 20.0, hex_white());
        check_sound(&canvas);
    }

    #[test]
    fn a_filled_star_is_opaque_inside() {
        let mut canvas = Canvas { feather: 0.01, ..Canvas::default() };
        canvas.fill(&star(), hex_white());
        let whole = area(&star().points).abs();
        assert!((covered(&canvas) - whole).abs() < whole * 0.01, "{}", covered(&canvas));
    }

    #[test]
    fn a_convex_shape_is_covered_once_however_many_corners_it_has() {
        for count in 3..40 {
            let mut canvas = Canvas { feather: 0.01, ..Canvas::default() };
            let ring = Shape::ring(count, 0.0, 0.0, 20.0, 12.0).collect();
            let shape = Shape { points: ring };
            canvas.fill(&shape, hex_white());
            let whole = area(&shape.points).abs();
            assert!((covered(&canvas) - whole).abs() < whole * 0.01, "{count} corners");
        }
    }

    #[test]
    fn the_border_fades_to_nothing_outside() {
        let mut canvas = Canvas { feather: 2.0, ..Canvas::default() };
        canvas.fill(&Shape::circle(0.0, 0.0, 10.0), hex_white());
        for (position, colour) in canvas.positions.iter().zip(&canvas.colours) {
            assert_eq!(position[0].hypot(position[1]) > 10.0, colour[3] == 0.0);
        }
    }

    #[test]
    fn degenerate_shapes_leave_nothing() {
        let mut canvas = Canvas::default();
        canvas.fill(&Shape::default(), hex_white());
        canvas.fill(&Shape::at(1.0, 1.0).line(1.0, 1.0), hex_white());
        canvas.stroke(&Shape::at(f32::NAN, 0.0).line(1.0, 1.0), 2.0, hex_white());
        assert!(canvas.indices.is_empty());
    }

    #[test]
    fn transforms_nest_and_come_back() {
        let mut canvas = Canvas::default();
        canvas.translate(10.0, 0.0);
        canvas.save();
        canvas.scale(2.0, 2.0);
        assert_eq!(canvas.transform.apply([3.0, 1.0]), [16.0, 2.0]);
        assert_eq!(canvas.transform.undo([16.0, 2.0]), [3.0, 1.0]);
        canvas.restore();
        assert_eq!(canvas.transform.apply([3.0, 1.0]), [13.0, 1.0]);
    }

    fn hex_white() -> Colour {
        [1.0; 4]
    }
}
