//! The windows' icon: a speech bubble on the night of the room, drawn at its size.

use bevy::{ecs::system::NonSendMarker, prelude::*, winit::WINIT_WINDOWS};

/// The side of the icon in pixels.
const SIDE: u32 = 128;

/// A window that has its icon.
#[derive(Component)]
pub struct HasIcon;

/// Gives every window its icon. Wayland and macOS take it from the desktop's files instead and leave this one unseen.
pub fn set_icon(
    mut commands: Commands,
    bare: Query<Entity, (With<Window>, Without<HasIcon>)>,
    _main_thread: NonSendMarker,
) {
    for entity in &bare {
        WINIT_WINDOWS.with_borrow(|windows| {
            if let Some(window) = windows.get_window(entity) {
                window
                    .set_window_icon(winit::window::Icon::from_rgba(pixels(SIDE), SIDE, SIDE).ok());
                commands.entity(entity).insert(HasIcon);
            }
        });
    }
}

/// The icon as red, green, blue and opacity, row by row.
pub fn pixels(side: u32) -> Vec<u8> {
    let mut pixels = Vec::with_capacity((side * side * 4) as usize);
    for y in 0..side {
        for x in 0..side {
            let at = Vec2::new(x as f32 + 0.5, y as f32 + 0.5) / side as f32;
            pixels.extend(colour(at, 1.0 / side as f32));
        }
    }
    pixels
}

/// The colour at a place of the unit square, edges softened over this width.
fn colour(at: Vec2, soft: f32) -> [u8; 4] {
    let within = |distance: f32| (0.5 - distance / soft).clamp(0.0, 1.0);
    let ground = within(rounded(at, Vec2::splat(0.5), Vec2::splat(0.48), 0.2));
    let bubble = rounded(at, Vec2::new(0.5, 0.44), Vec2::new(0.33, 0.22), 0.14);
    // The bubble's tail points down to whoever speaks.
    let tail = (at.x - 0.36)
        .max(at.y - 0.82)
        .max((0.36 - at.x) + (at.y - 0.82) * 0.7 - 0.0)
        .max(0.5 - at.y);
    let bubble = within(bubble.min(tail));
    let dots = [0.36, 0.5, 0.64]
        .map(|x| within(at.distance(Vec2::new(x, 0.44)) - 0.045))
        .into_iter()
        .fold(0.0, f32::max);
    let mut mixed = Vec3::new(26.0, 35.0, 64.0);
    mixed = mixed.lerp(Vec3::new(255.0, 122.0, 89.0), bubble);
    mixed = mixed.lerp(Vec3::new(255.0, 246.0, 233.0), dots);
    let [red, green, blue] = mixed.to_array().map(|part| part.round() as u8);
    [red, green, blue, (ground * 255.0).round() as u8]
}

/// The distance to a rectangle with rounded corners; below 0 inside.
fn rounded(at: Vec2, centre: Vec2, half: Vec2, radius: f32) -> f32 {
    let from = (at - centre).abs() - half + radius;
    from.max(Vec2::ZERO).length() + from.max_element().min(0.0) - radius
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_is_a_bubble_with_clear_corners() {
        let pixels = pixels(32);
        let at = |x: usize, y: usize| &pixels[(y * 32 + x) * 4..][..4];
        assert_eq!(pixels.len(), 32 * 32 * 4);
        assert_eq!(at(0, 0)[3], 0, "a corner");
        assert_eq!(at(16, 9), [255, 122, 89, 255], "the bubble above its dots");
        assert_eq!(at(4, 28)[..3], [26, 35, 64], "the ground");
    }
}
