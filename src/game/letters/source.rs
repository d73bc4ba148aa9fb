//! Where fonts come from: those of the system, the best face first.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use bevy_egui::egui::{
    FontData, FontDefinitions,
    epaint::{TextOptions, text::Fonts},
};
use fontdb::{Database, FaceInfo, ID, Style};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, pen::ControlBoundsPen},
};
use unicode_script::{Script, UnicodeScript};

/// A place that fonts come from.
pub trait FontSource: Send + Sync {
    /// Fonts that draw these letters, and the letters for which there are none. It may take a while.
    fn find(&self, letters: &[char]) -> Supply;
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Supply {
    /// Fonts, each for a part of the letters.
    pub fonts: Vec<Font>,
    /// Letters that none of them draws.
    pub missing: Vec<char>,
}

/// A font, ready for egui.
#[derive(Clone, Debug)]
pub struct Font {
    /// Its name, which no other has.
    pub name: String,
    /// Its file and which of the faces in it.
    pub data: FontData,
}

/// The largest font file that is read, in bytes: the fonts of all of China, Japan and Korea in one take a third.
const LARGEST: usize = 64 << 20;
/// The most fonts that are taken for the letters of one script.
const MOST_FONTS: usize = 3;

/// The fonts of the system, listed when the first letter needs them.
#[derive(Debug, Default)]
pub struct SystemFonts {
    faces: OnceLock<Database>,
}

impl FontSource for SystemFonts {
    fn find(&self, letters: &[char]) -> Supply {
        let faces = self.faces.get_or_init(|| {
            let mut faces = Database::new();
            faces.load_system_fonts();
            faces
        });
        find_in(faces, letters, &std::env::var("LANG").unwrap_or_default())
    }
}

/// The fonts among these faces that draw these letters, for a reader of this locale.
pub fn find_in(faces: &Database, letters: &[char], locale: &str) -> Supply {
    let mut by_script = BTreeMap::<&str, Vec<char>>::new();
    for letter in letters {
        by_script.entry(letter.script().short_name()).or_default().push(*letter);
    }
    let region = Region::of(letters, locale);
    let mut ranked: Vec<_> = faces.faces().filter(|face| is_for_reading(face)).collect();
    ranked.sort_by_cached_key(|face| rank(face, region));
    let mut supply = Supply::default();
    for mut wanted in by_script.into_values() {
        for _ in 0..MOST_FONTS {
            let Some((face, drawn)) = best(faces, &ranked, &wanted) else { break };
            let Some(font) = load(faces, face) else { break };
            if !supply.fonts.iter().any(|known| known.name == font.name) {
                supply.fonts.push(font);
            }
            wanted.retain(|letter| !drawn.contains(letter));
            if wanted.is_empty() {
                break;
            }
        }
        supply.missing.append(&mut wanted);
    }
    supply
}

/// Whose forms of the signs that China, Japan and Korea share are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    Simplified,
    Traditional,
    Japan,
    Korea,
}

impl Region {
    fn of(letters: &[char], locale: &str) -> Self {
        let has = |scripts: &[Script]| letters.iter().any(|c| scripts.contains(&c.script()));
        if has(&[Script::Hiragana, Script::Katakana]) || locale.starts_with("ja") {
            Self::Japan
        } else if has(&[Script::Hangul]) || locale.starts_with("ko") {
            Self::Korea
        } else if has(&[Script::Bopomofo])
            || ["zh_TW", "zh_HK", "zh_MO"].iter().any(|place| locale.starts_with(place))
        {
            Self::Traditional
        } else {
            Self::Simplified
        }
    }

    /// Families that are made for it, on the systems that there are.
    fn families(self) -> &'static [&'static str] {
        match self {
            Self::Simplified => {
                &["CJK SC", "Sans SC", "PingFang SC", "YaHei", "Hiragino Sans GB", "Heiti SC"]
            }
            Self::Traditional => &["CJK TC", "Sans TC", "PingFang TC", "JhengHei", "Heiti TC"],
            Self::Japan => {
                &["CJK JP", "Sans JP", "Hiragino Sans", "Hiragino Kaku", "Yu Gothic", "Meiryo"]
            }
            Self::Korea => &["CJK KR", "Sans KR", "Apple SD Gothic", "Malgun"],
        }
    }
}

/// Families that systems show text in, beside which the game's own font looks at home.
const PLAIN: [&str; 12] = [
    "Noto Sans",
    "Segoe UI",
    "Nirmala UI",
    "Leelawadee UI",
    "Kohinoor",
    "Geeza Pro",
    "Arial",
    "Helvetica",
    "Thonburi",
    "DejaVu Sans",
    "Tahoma",
    "Lucida",
];

/// Whether a face draws letters, rather than boxes that stand for them.
fn is_for_reading(face: &FaceInfo) -> bool {
    let name = face.post_script_name.to_lowercase();
    !["lastresort", "adobeblank", "unifont", "notdef"].iter().any(|not| name.contains(not))
}

/// What makes a face better than another; less is better.
fn rank(face: &FaceInfo, region: Region) -> (bool, usize, bool, usize, bool, u16, String) {
    let family = face.families.first().map_or("", |(name, _)| name.as_str());
    let place =
        |names: &[&str]| names.iter().position(|name| family.contains(name)).unwrap_or(names.len());
    let lower = family.to_lowercase();
    let fancy = ["serif", "mono", "kufi", "nastaliq", "condensed", "display", "looped"]
        .iter()
        .any(|word| lower.contains(word));
    (
        face.style != Style::Normal,
        place(region.families()),
        fancy || face.monospaced,
        place(&PLAIN),
        face.stretch != fontdb::Stretch::Normal,
        face.weight.0.abs_diff(400),
        face.post_script_name.clone(),
    )
}

/// The first face that draws all of these letters, else the one that draws most of them.
fn best(faces: &Database, ranked: &[&FaceInfo], letters: &[char]) -> Option<(ID, Vec<char>)> {
    let mut best: Option<(ID, Vec<char>)> = None;
    for face in ranked {
        let drawn = faces
            .with_face_data(face.id, |bytes, index| drawn(bytes, index, letters))
            .unwrap_or_default();
        if drawn.len() == letters.len() {
            return Some((face.id, drawn));
        }
        if drawn.len() > best.as_ref().map_or(0, |(_, most)| most.len()) {
            best = Some((face.id, drawn));
        }
    }
    best
}

/// The letters that a face has an outline for; pictures of letters are not enough.
fn drawn(bytes: &[u8], index: u32, letters: &[char]) -> Vec<char> {
    // As egui reads it: what cannot be read this way would end the game there.
    let Ok(face) = FontRef::from_index(bytes, index) else { return Vec::new() };
    let (signs, outlines) = (face.charmap(), face.outline_glyphs());
    let has = |letter: char| {
        let outline = outlines.get(signs.map(letter)?)?;
        let mut pen = ControlBoundsPen::new();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        outline.draw(settings, &mut pen).ok()?;
        pen.bounding_box()
    };
    letters.iter().copied().filter(|letter| has(*letter).is_some()).collect()
}

fn load(faces: &Database, face: ID) -> Option<Font> {
    let name = format!("the system's {}", faces.face(face)?.post_script_name);
    faces.with_face_data(face, |bytes, index| {
        if bytes.len() > LARGEST {
            return None;
        }
        let data = FontData { index, ..FontData::from_owned(bytes.to_vec()) };
        // egui ends the game over a font that it cannot read, so it reads it here first.
        let mut trial = FontDefinitions::empty();
        trial.font_data.insert(name.clone(), Arc::new(data.clone()));
        std::panic::catch_unwind(|| Fonts::new(TextOptions::default(), trial)).ok()?;
        Some(Font { name, data })
    })?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inter() -> Database {
        let mut faces = Database::new();
        faces.load_font_data(include_bytes!("../../../assets/fonts/Inter-Bold.otf").to_vec());
        faces.load_font_data(include_bytes!("../../../assets/fonts/Inter-Regular.otf").to_vec());
        faces
    }

    #[test]
    fn the_plain_face_that_draws_the_letters_is_taken_once() {
        let supply = find_in(&inter(), &['é', 'я', 'Ω'], "de_DE.UTF-8");
        let names: Vec<_> = supply.fonts.iter().map(|font| font.name.as_str()).collect();
        assert_eq!(names, ["the system's Inter-Regular"]);
        assert!(supply.missing.is_empty());
    }

    #[test]
    fn letters_that_no_face_draws_are_missing() {
        let supply = find_in(&inter(), &['中', 'é', 'ก'], "");
        assert_eq!(supply.fonts.len(), 1);
        let mut missing = supply.missing;
        missing.sort_unstable();
        assert_eq!(missing, ['ก', '中']);
        let none = find_in(&Database::new(), &['中'], "");
        assert!(none.fonts.is_empty());
        assert_eq!(none.missing, ['中']);
    }

    #[test]
    fn shared_signs_are_those_of_the_readers_region() {
        assert_eq!(Region::of(&['骨'], "en_GB.UTF-8"), Region::Simplified);
        assert_eq!(Region::of(&['骨'], "zh_TW.UTF-8"), Region::Traditional);
        assert_eq!(Region::of(&['骨', 'の'], "en_GB.UTF-8"), Region::Japan);
        assert_eq!(Region::of(&['骨'], "ja_JP.UTF-8"), Region::Japan);
        assert_eq!(Region::of(&['한'], ""), Region::Korea);
    }
}
