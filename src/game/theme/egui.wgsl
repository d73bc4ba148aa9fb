// Draws egui's triangles onto a target that blends in linear light.
//
// egui chooses its colours for blending in gamma space. Blended in linear light as they are, soft edges turn dark and
// dark text turns thin. So the colour is taken apart into hue and coverage, and the coverage is bent by how light the
// colour is: a dark one must cover more, a light one less, to look as it does in gamma space.

struct Screen {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct Corner {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) colour: vec4<f32>,
}

struct Pixel {
    @builtin(position) position: vec4<f32>,
    @location(0) colour: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> screen: Screen;

#ifdef BINDLESS
@group(1) @binding(0) var picture: binding_array<texture_2d<f32>>;
@group(1) @binding(1) var picture_sampler: binding_array<sampler>;

struct Place {
    index: u32,
}
var<immediate> place: Place;
#else
@group(1) @binding(0) var picture: texture_2d<f32>;
@group(1) @binding(1) var picture_sampler: sampler;
#endif

// sRGB's curves, bent out of products and roots, within a seventh of a step of 255: where the processor draws, a power
// costs more than all the rest of a pixel.
fn to_linear(gamma: vec3<f32>) -> vec3<f32> {
    let low = gamma / 12.92;
    let base = (gamma + 0.055) / 1.055;
    let half = sqrt(base);
    let root = 0.78006093 * half + 0.28265639 * sqrt(half) - 0.06290981 * base;
    return select(base * base * root, low, gamma < vec3<f32>(0.04045));
}

fn to_gamma(linear: vec3<f32>) -> vec3<f32> {
    let low = linear * 12.92;
    let half = sqrt(linear);
    let quarter = sqrt(half);
    let root = 0.7381007 * half + 0.39668498 * quarter - 0.09231054 * sqrt(quarter) - 0.04296495 * linear;
    return select(1.055 * root - 0.055, low, linear < vec3<f32>(0.0031308));
}

@vertex
fn vs_main(corner: Corner) -> Pixel {
    let position = corner.position * screen.scale + screen.translation;
    return Pixel(vec4<f32>(position, 0.0, 1.0), corner.colour, corner.uv);
}

@fragment
fn fs_main(pixel: Pixel) -> @location(0) vec4<f32> {
#ifdef BINDLESS
    let texel = textureSample(picture[place.index], picture_sampler[place.index], pixel.uv);
#else
    let texel = textureSample(picture, picture_sampler, pixel.uv);
#endif
    let mixed = vec4<f32>(to_gamma(texel.rgb), texel.a) * pixel.colour;
    if mixed.a <= 0.0 {
        return vec4<f32>(to_linear(mixed.rgb), 0.0);
    }
    let hue = clamp(mixed.rgb / mixed.a, vec3<f32>(0.0), vec3<f32>(1.0));
    let lightness = dot(hue, vec3<f32>(0.299, 0.587, 0.114));
    let as_light = to_linear(vec3<f32>(mixed.a)).r;
    let as_dark = 1.0 - to_linear(vec3<f32>(1.0 - mixed.a)).r;
    let coverage = mix(as_dark, as_light, lightness);
    return vec4<f32>(to_linear(hue) * coverage, coverage);
}
