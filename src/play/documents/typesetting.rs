//! Text set in lines: shaped in the game's own typeface, broken between words, measured before it is drawn.

use std::cell::RefCell;

use krilla::{
    geom::Point,
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};
use rustybuzz::{Direction, Face, Script, ShapePlan, UnicodeBuffer, script::UNKNOWN};

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/Inter-Regular.otf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/Inter-Bold.otf");

/// A typeface in one weight, to be shaped and to be embedded.
pub(crate) struct Weighted {
    face: Face<'static>,
    font: Font,
    /// How words of a direction and a script are shaped: to find that out takes longer than to shape one.
    plans: RefCell<Vec<((Direction, Script), ShapePlan)>>,
}

impl Weighted {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let (face, font) = (Face::from_slice(bytes, 0)?, Font::new(bytes.into(), 0)?);
        Some(Self { face, font, plans: RefCell::default() })
    }

    fn shape(&self, text: &str) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let of = (buffer.direction(), buffer.script());
        let script = Some(of.1).filter(|script| *script != UNKNOWN);
        let mut plans = self.plans.borrow_mut();
        let place = plans.iter().position(|(made_for, _)| *made_for == of).unwrap_or_else(|| {
            let plan = ShapePlan::new(&self.face, of.0, script, None, &[]);
            plans.push((of, plan));
            plans.len() - 1
        });
        let shaped = rustybuzz::shape_with_plan(&self.face, &plans[place].1, buffer);
        let em = self.face.units_per_em() as f32;
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions());
        let starts: Vec<usize> =
            shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let end_of = |start: usize| {
            starts.iter().copied().filter(|other| *other > start).min().unwrap_or(text.len())
        };
        glyphs
            .map(|(info, place)| {
                let start = info.cluster as usize;
                KrillaGlyph::new(
                    GlyphId::new(info.glyph_id),
                    place.x_advance as f32 / em,
                    place.x_offset as f32 / em,
                    place.y_offset as f32 / em,
                    place.y_advance as f32 / em,
                    start..end_of(start),
                    None,
                )
            })
            .collect()
    }

    fn draws(&self, letter: char) -> bool {
        letter.is_whitespace() || self.face.glyph_index(letter).is_some()
    }
}

/// A stretch of text in one weight, underlined or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StyledText {
    pub(crate) text: String,
    pub(crate) bold: bool,
    pub(crate) underlined: bool,
}

impl StyledText {
    /// Text in the regular weight.
    pub(crate) fn regular(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, underlined: false }
    }

    /// Text in the bold weight.
    pub(crate) fn bold(text: impl Into<String>) -> Self {
        Self { bold: true, ..Self::regular(text) }
    }
}

/// A line that was set: stretches with their widths.
pub(crate) struct SetLine(Vec<(StyledText, f32)>);

impl SetLine {
    /// What the line says.
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|(stretch, _)| stretch.text.as_str()).collect()
    }
}

/// Both weights.
pub(crate) struct Typesetter {
    regular: Weighted,
    bold: Weighted,
}

impl Typesetter {
    /// The typeface of the game; nothing where it cannot be read.
    pub(crate) fn new() -> Option<Self> {
        Some(Self { regular: Weighted::of(REGULAR)?, bold: Weighted::of(BOLD)? })
    }

    fn weight(&self, stretch: &StyledText) -> &Weighted {
        if stretch.bold { &self.bold } else { &self.regular }
    }

    /// The first letter of a text that the typeface cannot draw.
    pub(crate) fn lacks(&self, text: &str) -> Option<char> {
        text.chars().find(|letter| !letter.is_control() && !self.regular.draws(*letter))
    }

    fn width(&self, stretch: &StyledText, size: f32) -> f32 {
        self.weight(stretch).shape(&stretch.text).iter().map(|g| g.x_advance).sum::<f32>() * size
    }

    /// Breaks stretches into lines of at most this width, between words; a word that is wider is broken where it must.
    pub(crate) fn set(&self, stretches: &[StyledText], size: f32, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        let (mut line, mut reached): (Vec<(StyledText, f32)>, f32) = (Vec::new(), 0.0);
        let mut end = |line: &mut Vec<(StyledText, f32)>, reached: &mut f32| {
            lines.push(SetLine(std::mem::take(line)));
            *reached = 0.0;
        };
        for (word, joined) in words(stretches) {
            let wide: f32 = word.iter().map(|part| self.width(part, size)).sum();
            let blank = StyledText { text: " ".to_owned(), ..word[0].clone() };
            let blank = StyledText { underlined: blank.underlined && joined, ..blank };
            let gap = if line.is_empty() { 0.0 } else { self.width(&blank, size) };
            if reached + gap + wide > width && !line.is_empty() {
                end(&mut line, &mut reached);
            } else if !line.is_empty() {
                line.push((blank, gap));
                reached += gap;
            }
            for part in word {
                for piece in self.broken(&part, size, width) {
                    let wide = self.width(&piece, size);
                    if reached + wide > width && !line.is_empty() && wide > width / 2.0 {
                        end(&mut line, &mut reached);
                    }
                    line.push((piece, wide));
                    reached += wide;
                }
            }
        }
        if !line.is_empty() {
            end(&mut line, &mut reached);
        }
        lines
    }

    /// A part of a word in pieces that fit a line.
    fn broken(&self, part: &StyledText, size: f32, width: f32) -> Vec<StyledText> {
        if self.width(part, size) <= width {
            return vec![part.clone()];
        }
        let mut pieces = vec![StyledText { text: String::new(), ..part.clone() }];
        for letter in part.text.chars() {
            let last = pieces.len() - 1;
            let longer =
                StyledText { text: format!("{}{letter}", pieces[last].text), ..part.clone() };
            if self.width(&longer, size) <= width || pieces[last].text.is_empty() {
                pieces[last] = longer;
            } else {
                pieces.push(StyledText { text: letter.to_string(), ..part.clone() });
            }
        }
        pieces
    }

    /// Draws a line with its baseline at a point; gives where underlines run, from and to.
    pub(crate) fn draw(
        &self,
        surface: &mut Surface<'_>,
        line: &SetLine,
        at: Point,
        size: f32,
    ) -> Vec<(f32, f32)> {
        let mut x = at.x;
        let mut underlines: Vec<(f32, f32)> = Vec::new();
        for (stretch, width) in &line.0 {
            let weight = self.weight(stretch);
            let glyphs = weight.shape(&stretch.text);
            let start = Point::from_xy(x, at.y);
            surface.draw_glyphs(start, &glyphs, weight.font.clone(), &stretch.text, size, false);
            if stretch.underlined {
                match underlines.last_mut() {
                    Some((_, to)) if (*to - x).abs() < 0.1 => *to = x + width,
                    _ => underlines.push((x, x + width)),
                }
            }
            x += width;
        }
        underlines
    }
}

/// The words between blanks, each in its stretches, and whether the blank before it is inside one stretch.
fn words(stretches: &[StyledText]) -> Vec<(Vec<StyledText>, bool)> {
    let mut words: Vec<(Vec<StyledText>, bool)> = Vec::new();
    let mut open = false;
    for stretch in stretches {
        for (number, word) in stretch.text.split(char::is_whitespace).enumerate() {
            open &= number == 0;
            if word.is_empty() {
                continue;
            }
            let part = StyledText { text: word.to_owned(), ..stretch.clone() };
            match words.last_mut().filter(|_| open) {
                Some((word, _)) => word.push(part),
                None => words.push((vec![part], number > 0)),
            }
            open = true;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(stretches: &[StyledText], width: f32) -> Vec<String> {
        let typesetter = Typesetter::new().expect("the typeface of the game");
        typesetter.set(stretches, 10.0, width).iter().map(SetLine::text).collect()
    }

    #[test]
    fn lines_break_between_words_and_no_word_is_lost() {
        let text = "We closed seven of ten deals before the summer.";
        let lines = set(&[StyledText::regular(text)], 90.0);
        assert!(lines.len() > 1);
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_of_two_weights_stays_whole() {
        let mark = |text: &str, bold| StyledText { bold, ..StyledText::regular(text) };
        let lines = set(&[mark("at ", false), mark("15%", true), mark(", then", false)], 400.0);
        assert_eq!(lines, ["at 15%, then"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        let lines = set(&[StyledText::regular("x".repeat(90))], 60.0);
        assert!(lines.len() > 4);
        assert_eq!(lines.concat(), "x".repeat(90));
    }

    #[test]
    fn letters_that_the_typeface_lacks_are_known() {
        let typesetter = Typesetter::new().expect("the typeface of the game");
        assert_eq!(typesetter.lacks("Grüße, Αθήνα, Київ — “15 %”"), None);
        assert_eq!(typesetter.lacks("面接"), Some('面'));
    }
}
