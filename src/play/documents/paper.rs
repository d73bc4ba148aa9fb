//! Pages that are filled from the top, and written as tagged PDF in the end.

use krilla::{
    Document, SerializeSettings,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{LineCap, Stroke, StrokeDash},
    surface::Surface,
    tagging::{
        Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TagGroup, TagKind, TagTree,
    },
};

use crate::play::documents::typesetting::{SetLine, StyledText, Typesetter};

/// A4, in points.
pub(crate) const PAPER: (f32, f32) = (595.0, 842.0);
/// A line takes so many sizes.
const LEADING: f32 = 1.4;

/// A height on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PaperPlace {
    page: usize,
    y: f32,
}

impl PaperPlace {
    /// So much further down.
    pub(crate) fn down(self, by: f32) -> Self {
        Self { y: self.y + by, ..self }
    }

    /// Whether it comes after another.
    pub(crate) fn is_behind(self, other: Self) -> bool {
        (self.page, self.y) > (other.page, other.y)
    }
}

/// Where text is set, and how large.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    pub(crate) left: f32,
    pub(crate) width: f32,
    pub(crate) size: f32,
}

/// A line that is drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    /// To write on.
    Below { left: f32, width: f32, at: PaperPlace },
    /// Beside a passage.
    Beside { x: f32, from: PaperPlace, to: PaperPlace },
    /// Around a letter.
    Ring { x: f32, at: PaperPlace, radius: f32 },
    /// Dashed, around what is missing.
    Dashed { left: f32, width: f32, from: PaperPlace, to: PaperPlace },
}

/// A line of text on its page, and the block of the tag tree it belongs to.
struct PlacedWords {
    line: SetLine,
    x: f32,
    baseline: f32,
    size: f32,
    block: usize,
}

/// What is on one page.
#[derive(Default)]
struct Leaf {
    lines: Vec<PlacedWords>,
    rules: Vec<(Path, Stroke)>,
}

/// All pages.
pub(crate) struct Paper {
    setter: Typesetter,
    margin: f32,
    leaves: Vec<Leaf>,
    /// The tag of each block, in reading order.
    blocks: Vec<TagKind>,
    headings: Vec<(String, PaperPlace)>,
}

impl Paper {
    /// Paper with nothing on it.
    pub(crate) fn new(setter: Typesetter, margin: f32) -> Self {
        Self { setter, margin, leaves: Vec::new(), blocks: Vec::new(), headings: Vec::new() }
    }

    /// The top of a new page.
    pub(crate) fn open(&mut self) -> PaperPlace {
        self.leaves.push(Leaf::default());
        PaperPlace { page: self.leaves.len() - 1, y: self.margin }
    }

    /// Whether something of this height can stand at a place.
    pub(crate) fn holds(&self, at: PaperPlace, height: f32) -> bool {
        at.y + height <= PAPER.1 - self.margin
    }

    /// The place itself, or the top of the next page where something of this height does not fit below it.
    pub(crate) fn keep_together(&mut self, at: PaperPlace, height: f32) -> PaperPlace {
        if self.holds(at, height) {
            return at;
        }
        if at.page + 1 < self.leaves.len() {
            return PaperPlace { page: at.page + 1, y: self.margin };
        }
        self.open()
    }

    /// The height of text in a frame.
    pub(crate) fn height(&self, frame: Frame, text: &[StyledText]) -> f32 {
        let lines = self.setter.set(text, frame.size, frame.width).len();
        lines as f32 * frame.size * LEADING
    }

    /// Sets text as a block of its own; gives the place below it.
    pub(crate) fn text(
        &mut self,
        at: PaperPlace,
        frame: Frame,
        text: &[StyledText],
        tag: TagKind,
    ) -> PaperPlace {
        let block = self.blocks.len();
        self.blocks.push(tag);
        let mut at = at;
        for line in self.setter.set(text, frame.size, frame.width) {
            at = self.keep_together(at, frame.size * LEADING);
            let baseline = at.y + frame.size * 1.05;
            let placed = PlacedWords { line, x: frame.left, baseline, size: frame.size, block };
            self.leaves[at.page].lines.push(placed);
            at = at.down(frame.size * LEADING);
        }
        at
    }

    /// Names a place in the outline.
    pub(crate) fn outline(&mut self, heading: &str, at: PaperPlace) {
        self.headings.push((heading.to_owned(), at));
    }

    /// Draws a line.
    pub(crate) fn rule(&mut self, rule: Rule) {
        let mut path = PathBuilder::new();
        let (page, stroke) = match rule {
            Rule::Below { left, width, at } => {
                path.move_to(left, at.y);
                path.line_to(left + width, at.y);
                (at.page, stroke(0.6))
            }
            Rule::Beside { x, from, to } => {
                let to = if to.page == from.page { to.y } else { PAPER.1 - self.margin };
                path.move_to(x, from.y);
                path.line_to(x, to);
                (from.page, stroke(2.4))
            }
            Rule::Ring { x, at, radius } => {
                // Four quarters, each a cubic that strays from the circle by less than a thousandth.
                let (y, k) = (at.y, radius * 0.5523);
                path.move_to(x + radius, y);
                path.cubic_to(x + radius, y + k, x + k, y + radius, x, y + radius);
                path.cubic_to(x - k, y + radius, x - radius, y + k, x - radius, y);
                path.cubic_to(x - radius, y - k, x - k, y - radius, x, y - radius);
                path.cubic_to(x + k, y - radius, x + radius, y - k, x + radius, y);
                path.close();
                (at.page, stroke(0.9))
            }
            Rule::Dashed { left, width, from, to } => {
                let to = if to.page == from.page { to.y } else { PAPER.1 - self.margin };
                if let Some(around) = Rect::from_ltrb(left, from.y, left + width, to.max(from.y)) {
                    path.push_rect(around);
                }
                let dash = Some(StrokeDash { array: vec![3.0, 2.4], offset: 0.0 });
                (from.page, Stroke { dash, ..stroke(0.9) })
            }
        };
        if let Some(path) = path.finish() {
            self.leaves[page].rules.push((path, stroke));
        }
    }

    /// The file.
    ///
    /// # Errors
    /// What the writer of PDF refuses.
    pub(crate) fn finish(self, title: &str, language: &str) -> Result<Vec<u8>, String> {
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| format!("the PDF cannot be written: {error:?}"))?;
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        let mut document = Document::new_with(settings);
        let mut parts: Vec<Vec<Identifier>> = self.blocks.iter().map(|_| Vec::new()).collect();
        for leaf in &self.leaves {
            let size = PageSettings::from_wh(PAPER.0, PAPER.1).unwrap_or_default();
            let mut page = document.start_page_with(size);
            let mut surface = page.surface();
            for (path, stroke) in &leaf.rules {
                decorate(&mut surface, path, stroke.clone());
            }
            for placed in &leaf.lines {
                surface.set_stroke(None);
                let text = placed.line.text();
                let tag = ContentTag::Span(SpanTag::empty().with_actual_text(Some(&text)));
                parts[placed.block].push(surface.start_tagged(tag));
                let at = Point::from_xy(placed.x, placed.baseline);
                let underlines = self.setter.draw(&mut surface, &placed.line, at, placed.size);
                surface.end_tagged();
                for (from, to) in underlines {
                    let mut path = PathBuilder::new();
                    path.move_to(from, placed.baseline + 2.0);
                    path.line_to(to, placed.baseline + 2.0);
                    path.finish().iter().for_each(|path| decorate(&mut surface, path, stroke(0.7)));
                }
            }
            surface.finish();
            page.finish();
        }
        let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
        for (tag, parts) in self.blocks.into_iter().zip(parts) {
            let mut group = TagGroup::new(tag);
            parts.into_iter().for_each(|part| group.push(part));
            tree.push(group);
        }
        document.set_tag_tree(tree);
        let mut outline = Outline::new();
        for (heading, at) in self.headings {
            let place = XyzDestination::new(at.page, Point::from_xy(0.0, at.y));
            outline.push_child(OutlineNode::new(heading, place));
        }
        document.set_outline(outline);
        let about = Metadata::new().title(title.to_owned()).language(language.to_owned());
        document.set_metadata(about.creator("Hot Seat".to_owned()));
        document.finish().map_err(|error| format!("the PDF cannot be written: {error:?}"))
    }
}

fn stroke(width: f32) -> Stroke {
    Stroke { width, line_cap: LineCap::Butt, ..Stroke::default() }
}

/// Draws what is no part of the text.
fn decorate(surface: &mut Surface<'_>, path: &Path, stroke: Stroke) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
    surface.set_fill(None);
    surface.set_stroke(Some(stroke));
    surface.draw_path(path);
    surface.set_stroke(None);
    surface.end_tagged();
}
