//! What painted shapes are drawn with: their own colours and nothing else.
//!
//! Bevy's material for colours looks a texture up for every pixel, whether there is one or not; where the processor
//! draws, that is half of what a pixel costs.

use bevy::{
    asset::{load_internal_asset, uuid_handle},
    prelude::*,
    render::render_resource::AsBindGroup,
    shader::{Shader, ShaderRef},
    sprite_render::{AlphaMode2d, Material2d, Material2dPlugin},
};

const SHADER: Handle<Shader> = uuid_handle!("6d3f1a52-0f0e-4c39-9a3b-5b7f1f0c2e84");

/// Brings the material and its shader.
pub fn plugin(app: &mut App) {
    load_internal_asset!(app, SHADER, "ink.wgsl", Shader::from_wgsl);
    app.add_plugins(Material2dPlugin::<Ink>::default());
}

/// The material of a painted mesh.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug, PartialEq)]
pub struct Ink {
    /// How opaque it is as a whole, in its first part; a uniform has four.
    #[uniform(0)]
    strength: Vec4,
}

impl Ink {
    /// Ink of this strength, 0 to 1.
    pub fn of(strength: f32) -> Self {
        Self { strength: Vec4::splat(strength) }
    }
}

impl Material2d for Ink {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }
}
