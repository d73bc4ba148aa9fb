//! What a painted picture is shown with: its own pixels and nothing else.
//!
//! Bevy's material for colours can move, tint and cut out a texture. A picture that covers the screen needs none of it, and
//! where the processor draws, asking for each pixel costs more than the pixel.

use bevy::{
    asset::{load_internal_asset, uuid_handle},
    prelude::*,
    render::render_resource::AsBindGroup,
    shader::{Shader, ShaderRef},
    sprite_render::{AlphaMode2d, Material2d, Material2dPlugin},
};

const SHADER: Handle<Shader> = uuid_handle!("b0c6a5de-53b4-4d61-8f0e-7d8c6f2f4a17");

/// Brings the material and its shader.
pub fn plugin(app: &mut App) {
    load_internal_asset!(app, SHADER, "print.wgsl", Shader::from_wgsl);
    app.add_plugins(Material2dPlugin::<Print>::default());
}

/// The material of a picture that hides what is behind it.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug, PartialEq)]
pub struct Print {
    /// The picture.
    #[texture(0)]
    #[sampler(1)]
    pub picture: Handle<Image>,
}

impl Material2d for Print {
    fn fragment_shader() -> ShaderRef {
        SHADER.into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Opaque
    }
}
