//! Text on grounds of its own with lines under it, which lie over the grounds of the row below.

use std::sync::Arc;

use bevy_egui::egui::{Color32, Galley, Painter, Pos2, Stroke, TextFormat, Vec2, text::LayoutJob};

use crate::game::theme::palette;

/// What is to be laid out.
#[derive(Default)]
pub struct MarkedJob {
    words: LayoutJob,
    lines: LayoutJob,
}

/// Text that was laid out.
pub struct MarkedText {
    words: Arc<Galley>,
    lines: Arc<Galley>,
}

impl MarkedJob {
    /// Nothing yet, to be broken into rows of at most this width.
    pub fn new(width: f32) -> Self {
        let mut job = Self::default();
        job.words.wrap.max_width = width;
        job.lines.wrap.max_width = width;
        job
    }

    /// Adds words with the line under them.
    pub fn append(&mut self, words: &str, format: TextFormat, line: Stroke) {
        let under = TextFormat {
            color: Color32::TRANSPARENT,
            background: Color32::TRANSPARENT,
            underline: line,
            ..format.clone()
        };
        self.lines.append(words, 0.0, under);
        self.words.append(words, 0.0, format);
    }

    /// Lays it out.
    pub fn lay(self, painter: &Painter) -> MarkedText {
        let [words, lines] = [self.words, self.lines].map(|job| painter.layout_job(job));
        MarkedText { words, lines }
    }
}

impl MarkedText {
    /// How much room it takes.
    pub fn size(&self) -> Vec2 {
        self.words.size()
    }

    /// Where its words are.
    pub fn words(&self) -> &Galley {
        &self.words
    }

    /// Paints it from its top left corner.
    pub fn paint(&self, painter: &Painter, at: Pos2) {
        painter.galley(at, Arc::clone(&self.words), palette::INK);
        painter.galley(at, Arc::clone(&self.lines), palette::INK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_apart_from_the_grounds_that_would_cover_them() {
        let mut job = MarkedJob::new(100.0);
        let line = Stroke::new(2.0, palette::CORAL);
        let marked = TextFormat { background: palette::CORAL_WASH, ..TextFormat::default() };
        job.append("I moved the date.", marked, line);
        let (words, lines) = (&job.words.sections[0].format, &job.lines.sections[0].format);
        assert_eq!((words.background, words.underline), (palette::CORAL_WASH, Stroke::NONE));
        assert_eq!((lines.background, lines.underline), (Color32::TRANSPARENT, line));
        assert_eq!(job.words.text, job.lines.text);
    }
}
