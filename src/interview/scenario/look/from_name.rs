//! A look for somebody of whom only the name is known.

use crate::interview::scenario::look::{
    Beard, Brows, Build, Cloth, Eyes, Face, Glasses, Hair, HairColour, Holds, Jewellery, Lashes,
    Lips, Look, Outfit, Skin,
};

/// How many looks are drawn for one name before the first of them is taken as it is.
const DRAWS: usize = 64;

impl Look {
    /// A look for somebody of whom only the name is known, who sits at a table with these others: the first of those
    /// drawn from the name that nobody could mistake for one of theirs.
    #[must_use]
    pub fn beside(name: &str, others: &[Self]) -> Self {
        let again =
            |draw: usize| if draw == 0 { name.to_owned() } else { format!("{name} {draw}") };
        (0..DRAWS)
            .map(|draw| Self::from_name(&again(draw)))
            .find(|look| others.iter().all(|other| look.stands_out_from(other)))
            .unwrap_or_else(|| Self::from_name(name))
    }

    /// Whether two people can be told apart across a room: by hair, by cloth, and by two things more.
    fn stands_out_from(&self, other: &Self) -> bool {
        let more = [
            self.skin != other.skin,
            self.hair_colour != other.hair_colour,
            self.beard != other.beard,
            self.glasses != other.glasses,
            self.outfit != other.outfit,
        ];
        self.hair != other.hair
            && self.outfit_colour != other.outfit_colour
            && more.into_iter().filter(|differs| *differs).count() >= 2
    }

    /// A plausible look for somebody of whom only the name is known: the same name, the same look, on every platform.
    ///
    /// Names say nothing about looks; every choice comes from a hash of the name and from what goes together.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let mut dice = Dice::new(name);
        let skin = dice.one_of(Skin::ALL);
        let lighter = matches!(skin, Skin::Porcelain | Skin::Peach | Skin::Sand);
        let darker = matches!(skin, Skin::Chestnut | Skin::Umber | Skin::Espresso);
        let long_lashes = dice.chance(50);
        let hair = match (long_lashes, darker, lighter) {
            (true, true, _) => dice.one_of(&[
                Hair::Afro,
                Hair::Braids,
                Hair::Bun,
                Hair::Locs,
                Hair::Wavy,
                Hair::Bob,
                Hair::Headscarf,
                Hair::Curly,
            ]),
            (true, false, true) => dice.one_of(&[
                Hair::Long,
                Hair::Wavy,
                Hair::Bob,
                Hair::Bun,
                Hair::Ponytail,
                Hair::Curly,
                Hair::Short,
            ]),
            (true, false, false) => dice.one_of(&[
                Hair::Headscarf,
                Hair::Long,
                Hair::Wavy,
                Hair::Bun,
                Hair::Bob,
                Hair::Ponytail,
                Hair::Braids,
            ]),
            (false, true, _) => dice.one_of(&[
                Hair::Buzz,
                Hair::Bald,
                Hair::Curly,
                Hair::Locs,
                Hair::Afro,
                Hair::Buzz,
                Hair::Short,
            ]),
            (false, false, _) => dice.one_of(&[
                Hair::Short,
                Hair::SideParting,
                Hair::SweptBack,
                Hair::Curly,
                Hair::Buzz,
                Hair::Bald,
                Hair::SideParting,
                Hair::Wavy,
            ]),
        };
        let hair_colour = match (dice.chance(22), lighter, darker) {
            (true, ..) => dice.one_of(&[HairColour::Grey, HairColour::Silver, HairColour::White]),
            (_, true, _) => dice.one_of(&[
                HairColour::DarkBrown,
                HairColour::Brown,
                HairColour::Auburn,
                HairColour::Copper,
                HairColour::Blond,
                HairColour::Black,
            ]),
            (_, _, true) => {
                dice.one_of(&[HairColour::Black, HairColour::Black, HairColour::DarkBrown])
            }
            _ => dice.one_of(&[HairColour::Black, HairColour::DarkBrown, HairColour::Brown]),
        };
        let bearded = !long_lashes && dice.chance(58);
        let beard = if bearded {
            dice.one_of(&[
                Beard::Stubble,
                Beard::Full,
                Beard::Full,
                Beard::Goatee,
                Beard::Moustache,
            ])
        } else {
            Beard::None
        };
        let outfit = if long_lashes {
            dice.one_of(&[Outfit::BlazerShirt, Outfit::Blouse, Outfit::Turtleneck, Outfit::Sweater])
        } else {
            dice.one_of(&[
                Outfit::BlazerTie,
                Outfit::BlazerShirt,
                Outfit::Sweater,
                Outfit::Turtleneck,
                Outfit::BlazerShirt,
            ])
        };
        let outfit_colour = dice.one_of(&Cloth::ALL[..Cloth::ALL.len() - 1]);
        let accents: Vec<Cloth> =
            Cloth::ALL.iter().copied().filter(|cloth| *cloth != outfit_colour).collect();
        Self {
            skin,
            face: dice.one_of(Face::ALL),
            build: if long_lashes {
                dice.one_of(&[Build::Slim, Build::Slim, Build::Medium])
            } else {
                dice.one_of(&[Build::Medium, Build::Broad, Build::Medium])
            },
            hair,
            hair_colour,
            brows: if long_lashes {
                dice.one_of(&[Brows::Soft, Brows::Arched, Brows::Straight])
            } else {
                dice.one_of(&[Brows::Full, Brows::Straight, Brows::Soft])
            },
            eyes: if lighter {
                dice.one_of(Eyes::ALL)
            } else {
                dice.one_of(&[Eyes::Dark, Eyes::Brown, Eyes::Dark])
            },
            lashes: if long_lashes { Lashes::Long } else { Lashes::Short },
            lips: if long_lashes { dice.one_of(Lips::ALL) } else { Lips::Natural },
            beard,
            glasses: dice.one_of(&[Glasses::None, Glasses::None, Glasses::Round, Glasses::Square]),
            jewellery: if long_lashes { dice.one_of(Jewellery::ALL) } else { Jewellery::None },
            outfit,
            outfit_colour,
            accent: dice.one_of(&accents),
            holds: dice.one_of(&[
                Holds::Nothing,
                Holds::Nothing,
                Holds::Pen,
                Holds::Tablet,
                Holds::Cup,
                Holds::Notes,
            ]),
        }
    }
}

/// Draws that depend on a text alone: FNV-1a to start from, then a splitmix step for each draw.
struct Dice(u64);

impl Dice {
    fn new(text: &str) -> Self {
        let step =
            |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        Self(text.bytes().fold(0xCBF2_9CE4_8422_2325, step))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[(self.next() % choices.len() as u64) as usize]
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 30] = [
        "Ada", "Ben", "Chen", "Dana", "Emeka", "Fatima", "Grace", "Hiro", "Ines", "Jamal", "Kofi",
        "Lena", "Maya", "Nils", "Olga", "Priya", "Quinn", "Rosa", "Sven", "Tara", "Uma", "Viktor",
        "Wei", "Ximena", "Yusuf", "Zoe", "Amara", "Bruno", "Carmen", "Diego",
    ];

    #[test]
    fn a_name_always_gives_the_same_look() {
        for name in NAMES {
            assert_eq!(Look::from_name(name), Look::from_name(name));
        }
    }

    #[test]
    fn thirty_names_give_thirty_visibly_different_people() {
        let seen = |look: &Look| {
            [
                look.skin as u8,
                look.hair as u8,
                look.hair_colour as u8,
                look.beard as u8,
                look.glasses as u8,
                look.outfit as u8,
                look.outfit_colour as u8,
            ]
        };
        let looks: Vec<_> = NAMES.iter().map(|name| seen(&Look::from_name(name))).collect();
        for (index, look) in looks.iter().enumerate() {
            for other in &looks[..index] {
                let differences = look.iter().zip(other).filter(|(a, b)| a != b).count();
                assert!(differences >= 2, "{look:?} and {other:?} look alike");
            }
        }
    }

    #[test]
    fn five_at_one_table_all_stand_out() {
        for first in 0..NAMES.len() {
            let mut table: Vec<Look> = Vec::new();
            for seat in 0..5 {
                let look = Look::beside(NAMES[(first + seat * 7) % NAMES.len()], &table);
                assert!(table.iter().all(|other| look.stands_out_from(other)), "table {first}");
                table.push(look);
            }
        }
        assert_eq!(Look::beside("Ada", &[]), Look::from_name("Ada"));
    }

    #[test]
    fn any_text_is_a_name() {
        for name in ["", " ", "Ω", "A very long name with a title, PhD"] {
            let look = Look::from_name(name);
            assert_ne!(look.accent, look.outfit_colour);
        }
    }

    #[test]
    fn a_headscarf_never_comes_with_a_beard() {
        for number in 0..2000 {
            let look = Look::from_name(&number.to_string());
            assert!(look.hair != Hair::Headscarf || look.beard == Beard::None);
        }
    }
}
