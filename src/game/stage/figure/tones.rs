//! The colours of one person: skin, hair and cloth, each with its shadow and its light.

use crate::game::stage::canvas::colour::{Colour, hex, lighten, lightness, mix, shade};
use crate::interview::scenario::look::{Cloth, Eyes, HairColour, Lips, Look, Skin};

/// One material in three lights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    /// In plain light.
    pub base: Colour,
    /// In shadow.
    pub shade: Colour,
    /// In strong light.
    pub light: Colour,
}

impl Tone {
    fn new(base: Colour, darker: f32, lighter: f32) -> Self {
        Self { base, shade: shade(base, darker), light: lighten(base, lighter) }
    }
}

/// Every colour of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tones {
    /// Skin.
    pub skin: Tone,
    /// Lines in the skin: the nose, folds.
    pub crease: Colour,
    /// Cheeks.
    pub blush: Colour,
    /// Lips.
    pub lips: Colour,
    /// The line between the lips, and what lies behind them.
    pub mouth: Colour,
    /// Lashes, and the line of the upper lid.
    pub lash: Colour,
    /// The iris.
    pub iris: Colour,
    /// Hair and beard.
    pub hair: Tone,
    /// Eyebrows.
    pub brow: Colour,
    /// The main garment.
    pub cloth: Tone,
    /// What goes with it.
    pub accent: Tone,
    /// Shirt and paper.
    pub shirt: Tone,
}

impl Tones {
    /// The colours of somebody who looks so.
    #[must_use]
    pub fn of(look: &Look) -> Self {
        let base = skin(look.skin);
        let skin = Tone {
            base,
            shade: mix(shade(base, 0.13), hex(0xA8452F), 0.12),
            light: lighten(base, 0.22),
        };
        let crease = mix(shade(base, 0.3), hex(0x8A2F22), 0.18);
        let own_lips = mix(shade(base, 0.1), hex(0xB8433F), 0.34);
        let lips = match look.lips {
            Lips::Natural => own_lips,
            Lips::Rose => mix(own_lips, hex(0xC9475A), 0.6),
            Lips::Berry => mix(own_lips, hex(0x8E2440), 0.72),
        };
        let hair_base = hair(look.hair_colour);
        let dark_hair = lightness(hair_base) < 0.2;
        Self {
            skin,
            crease,
            blush: mix(hex(0xFF7A59), hex(0xE04A3A), if lightness(base) < 0.5 { 0.6 } else { 0.1 }),
            lips,
            mouth: mix(shade(lips, 0.5), hex(0x5A1420), 0.45),
            lash: mix(hex(0x1E1620), shade(hair_base, 0.6), 0.3),
            iris: iris(look.eyes),
            hair: Tone::new(hair_base, 0.28, if dark_hair { 0.1 } else { 0.17 }),
            brow: if look.is_older() {
                mix(hair_base, hex(0x3A3030), 0.5)
            } else {
                shade(hair_base, 0.3)
            },
            cloth: Tone::new(cloth(look.outfit_colour), 0.26, 0.12),
            accent: Tone::new(cloth(look.accent), 0.26, 0.14),
            shirt: Tone {
                base: hex(0xFBF3E6),
                shade: mix(hex(0xDCCFC2), cloth(look.outfit_colour), 0.16),
                light: hex(0xFFFDF8),
            },
        }
    }
}

fn skin(skin: Skin) -> Colour {
    hex(match skin {
        Skin::Porcelain => 0xF8DCC8,
        Skin::Peach => 0xF3C8A6,
        Skin::Sand => 0xE8B78E,
        Skin::Honey => 0xD69C6E,
        Skin::Caramel => 0xC08459,
        Skin::Chestnut => 0xA06A45,
        Skin::Umber => 0x835238,
        Skin::Espresso => 0x633D2B,
    })
}

fn hair(colour: HairColour) -> Colour {
    hex(match colour {
        HairColour::Black => 0x231D29,
        HairColour::DarkBrown => 0x3E2A22,
        HairColour::Brown => 0x5E3D2C,
        HairColour::Auburn => 0x7E3F27,
        HairColour::Copper => 0xB0602F,
        HairColour::Blond => 0xD3A45F,
        HairColour::Grey => 0x807D88,
        HairColour::Silver => 0xB4B2BA,
        HairColour::White => 0xE2DEDC,
    })
}

fn iris(eyes: Eyes) -> Colour {
    hex(match eyes {
        Eyes::Dark => 0x3A2320,
        Eyes::Brown => 0x5F3A24,
        Eyes::Hazel => 0x7C5A2E,
        Eyes::Green => 0x4D7A5A,
        Eyes::Blue => 0x4A7BA8,
        Eyes::Grey => 0x66788A,
    })
}

fn cloth(colour: Cloth) -> Colour {
    hex(match colour {
        Cloth::Teal => 0x2F7F86,
        Cloth::Navy => 0x40567F,
        Cloth::Violet => 0x6B5AA8,
        Cloth::Wine => 0x8A3A4C,
        Cloth::Rust => 0xB65F3C,
        Cloth::Mustard => 0xD19A3A,
        Cloth::Forest => 0x3D7057,
        Cloth::Charcoal => 0x41414F,
        Cloth::Slate => 0x5F73A3,
        Cloth::Sand => 0xCDB391,
        Cloth::Rose => 0xC4767C,
        Cloth::Coral => 0xF0765A,
    })
}
