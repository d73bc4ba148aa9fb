//! What a panelist looks like: plain choices, drawn elsewhere.

mod from_name;

use serde::{Deserialize, Serialize};

/// Everything that tells one person at the table from another.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Look {
    /// The tone of the skin.
    pub skin: Skin,
    /// The shape of the face.
    pub face: Face,
    /// How broad the shoulders are.
    pub build: Build,
    /// The style of the hair.
    pub hair: Hair,
    /// The colour of hair, brows and beard; grey and white show age.
    pub hair_colour: HairColour,
    /// The shape of the eyebrows.
    pub brows: Brows,
    /// The colour of the eyes.
    pub eyes: Eyes,
    /// Whether the lashes are long.
    pub lashes: Lashes,
    /// The colour of the lips.
    pub lips: Lips,
    /// What grows on the chin.
    pub beard: Beard,
    /// What sits on the nose.
    pub glasses: Glasses,
    /// What is worn besides clothes.
    pub jewellery: Jewellery,
    /// The cut of the clothes.
    pub outfit: Outfit,
    /// The colour of the clothes.
    pub outfit_colour: Cloth,
    /// The colour of what goes with them: a tie, a headscarf, a cup.
    pub accent: Cloth,
    /// What is held in the hands.
    pub holds: Holds,
}

/// Declares a choice of looks together with the list of all of them.
macro_rules! choice {
    ($(#[$about:meta])* $name:ident { $($(#[$variant_about:meta])* $variant:ident,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
        pub enum $name { $($(#[$variant_about])* $variant,)+ }

        impl $name {
            /// Every choice, in the order it is declared.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];
            /// Their names in a file, in the same order.
            pub const NAMES: &[&str] = &[$(stringify!($variant),)+];
        }
    };
}

choice! {
    /// Tones of skin, from light to dark.
    Skin {
        /// Very light.
        Porcelain,
        /// Light and rosy.
        Peach,
        /// Light and golden.
        Sand,
        /// Light brown.
        Honey,
        /// Warm brown.
        Caramel,
        /// Middle brown.
        Chestnut,
        /// Dark brown.
        Umber,
        /// Very dark.
        Espresso,
    }
}

choice! {
    /// Shapes of faces.
    Face {
        /// An even curve from brow to chin.
        Oval,
        /// Full cheeks and a short chin.
        Round,
        /// A broad jaw.
        Square,
        /// A narrow, long face.
        Long,
    }
}

choice! {
    /// How broad a person is.
    Build {
        /// Narrow shoulders.
        Slim,
        /// Shoulders of the usual width.
        Medium,
        /// Broad shoulders.
        Broad,
    }
}

choice! {
    /// Styles of hair.
    Hair {
        /// None at all.
        Bald,
        /// Clipped to the skull.
        Buzz,
        /// Short, brushed up in front.
        Short,
        /// Short, parted at the side.
        SideParting,
        /// Combed back from the forehead.
        SweptBack,
        /// Short curls.
        Curly,
        /// A round afro.
        Afro,
        /// To the jaw, with a fringe.
        Bob,
        /// Straight and long, parted in the middle.
        Long,
        /// Long with waves, parted at the side.
        Wavy,
        /// Pulled up into a bun.
        Bun,
        /// Pulled back into a ponytail.
        Ponytail,
        /// Locs to the shoulders.
        Locs,
        /// Two braids over the shoulders.
        Braids,
        /// Covered by a headscarf.
        Headscarf,
    }
}

choice! {
    /// Colours of hair.
    HairColour {
        /// Black.
        Black,
        /// Dark brown.
        DarkBrown,
        /// Brown.
        Brown,
        /// Reddish brown.
        Auburn,
        /// Copper red.
        Copper,
        /// Blond.
        Blond,
        /// Iron grey.
        Grey,
        /// Silver.
        Silver,
        /// White.
        White,
    }
}

choice! {
    /// Shapes of eyebrows.
    Brows {
        /// Softly curved.
        Soft,
        /// Nearly straight.
        Straight,
        /// With a high arch.
        Arched,
        /// Thick.
        Full,
    }
}

choice! {
    /// Colours of eyes.
    Eyes {
        /// Dark brown.
        Dark,
        /// Brown.
        Brown,
        /// Hazel.
        Hazel,
        /// Green.
        Green,
        /// Blue.
        Blue,
        /// Grey.
        Grey,
    }
}

choice! {
    /// Lengths of lashes.
    Lashes {
        /// Hardly seen.
        Short,
        /// Long, with a flick at the outer corner.
        Long,
    }
}

choice! {
    /// Colours of lips.
    Lips {
        /// Their own.
        Natural,
        /// Rose.
        Rose,
        /// Dark red.
        Berry,
    }
}

choice! {
    /// Kinds of beard.
    Beard {
        /// Shaven, or none.
        None,
        /// A few days old.
        Stubble,
        /// On the upper lip only.
        Moustache,
        /// Around the mouth.
        Goatee,
        /// From ear to ear.
        Full,
    }
}

choice! {
    /// Kinds of glasses.
    Glasses {
        /// None.
        None,
        /// Round, with a thin metal frame.
        Round,
        /// Square, with a strong frame.
        Square,
    }
}

choice! {
    /// Kinds of jewellery.
    Jewellery {
        /// None.
        None,
        /// Small studs in the ears.
        Studs,
        /// Rings in the ears.
        Hoops,
        /// A fine necklace.
        Necklace,
    }
}

choice! {
    /// Cuts of clothes.
    Outfit {
        /// A blazer over an open shirt.
        BlazerShirt,
        /// A blazer with shirt and tie.
        BlazerTie,
        /// A sweater over a shirt's collar.
        Sweater,
        /// A blouse with an open neck.
        Blouse,
        /// A turtleneck.
        Turtleneck,
    }
}

choice! {
    /// Colours of cloth.
    Cloth {
        /// Green blue.
        Teal,
        /// Dark blue.
        Navy,
        /// Violet.
        Violet,
        /// Wine red.
        Wine,
        /// Burnt orange.
        Rust,
        /// Dark yellow.
        Mustard,
        /// Forest green.
        Forest,
        /// Nearly black.
        Charcoal,
        /// Grey blue.
        Slate,
        /// Light sand.
        Sand,
        /// Dusty rose.
        Rose,
        /// The house's coral.
        Coral,
    }
}

choice! {
    /// What hands can hold.
    Holds {
        /// Nothing; the hands are out of sight.
        Nothing,
        /// A pen.
        Pen,
        /// A tablet.
        Tablet,
        /// A cup.
        Cup,
        /// A sheet of notes.
        Notes,
    }
}

impl Look {
    /// Whether the person shows age: grey or white hair.
    #[must_use]
    pub fn is_older(&self) -> bool {
        matches!(self.hair_colour, HairColour::Grey | HairColour::Silver | HairColour::White)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_survives_being_written_down() -> Result<(), Box<dyn std::error::Error>> {
        for name in ["Ada", "Ben", "Chen", "Dana"] {
            let look = Look::from_name(name);
            assert_eq!(ron::from_str::<Look>(&ron::to_string(&look)?)?, look);
        }
        Ok(())
    }
}
