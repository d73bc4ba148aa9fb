//! Colours as the canvas takes them: straight-alpha sRGB, each part from 0 to 1.

/// Red, green, blue and alpha in sRGB, alpha not multiplied in.
pub type Colour = [f32; 4];

/// An opaque colour from its hexadecimal form, `0xRRGGBB`.
#[must_use]
pub const fn hex(rgb: u32) -> Colour {
    [
        ((rgb >> 16) & 255) as f32 / 255.0,
        ((rgb >> 8) & 255) as f32 / 255.0,
        (rgb & 255) as f32 / 255.0,
        1.0,
    ]
}

/// The colour `amount` (0..1) of the way from `from` to `to`.
#[must_use]
pub fn mix(from: Colour, to: Colour, amount: f32) -> Colour {
    std::array::from_fn(|part| from[part] + (to[part] - from[part]) * amount)
}

/// The same colour with its alpha multiplied by `alpha`.
#[must_use]
pub fn fade(colour: Colour, alpha: f32) -> Colour {
    [colour[0], colour[1], colour[2], colour[3] * alpha]
}

/// A shadow of the colour: towards a deep violet instead of black, which keeps shadows alive.
#[must_use]
pub fn shade(colour: Colour, amount: f32) -> Colour {
    let dark = hex(0x1C1430);
    [
        colour[0] + (dark[0] - colour[0]) * amount,
        colour[1] + (dark[1] - colour[1]) * amount,
        colour[2] + (dark[2] - colour[2]) * amount,
        colour[3],
    ]
}

/// The colour in warm light.
#[must_use]
pub fn lighten(colour: Colour, amount: f32) -> Colour {
    let light = hex(0xFFF1DC);
    [
        colour[0] + (light[0] - colour[0]) * amount,
        colour[1] + (light[1] - colour[1]) * amount,
        colour[2] + (light[2] - colour[2]) * amount,
        colour[3],
    ]
}

/// How light the colour looks, 0..1.
#[must_use]
pub fn lightness(colour: Colour) -> f32 {
    colour[0] * 0.299 + colour[1] * 0.587 + colour[2] * 0.114
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hexadecimal_colour_is_read_part_by_part() {
        assert_eq!(hex(0xFF0033), [1.0, 0.0, 0.2, 1.0]);
    }

    #[test]
    fn mixing_ends_at_both_colours() {
        let (a, b) = (hex(0x102030), hex(0xA0B0C0));
        assert_eq!(mix(a, b, 0.0), a);
        assert!(mix(a, b, 1.0).iter().zip(b).all(|(x, y)| (x - y).abs() < 1e-6));
    }

    #[test]
    fn shade_is_darker_and_light_is_lighter() {
        let skin = hex(0xC98E66);
        assert!(lightness(shade(skin, 0.2)) < lightness(skin));
        assert!(lightness(lighten(skin, 0.2)) > lightness(skin));
    }
}
