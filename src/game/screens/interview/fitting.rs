//! How high the sheet and the bubble of the interview become for what is on them.
//!
//! The question is shown whole, the sheet grows with what is written, and the panel keeps its faces: where there is not
//! room for all three, what is read is scrolled.

use bevy_egui::egui::{Id, Ui};

use crate::game::{
    answer::{
        hint::hint_height,
        picked::{self, cards_height},
        returning::returning_height,
        said::said_height,
        sheet::Sheet,
        typed::{self, written_height},
    },
    stage::layout::InterviewLayout,
    theme::{
        text,
        type_scale::{SPEECH, regular},
    },
};

/// The height of the bubble around the question itself: its margins and who asks.
const AROUND_QUESTION: f32 = 46.0;
/// The least height of the bubble.
const BUBBLE: f32 = 74.0;
/// The height of the sheet on which a level is said.
const RATE: f32 = 168.0;
/// The room that a sheet for words begins with, in points.
const PAGE: f32 = 106.0;
/// How much of the height that a window has beyond the design's goes to the sheet.
const SPARE: f32 = 0.3;
/// The fewest lines that a sheet has, however little room there is.
const FEWEST_LINES: f32 = 3.0;
/// The least height of a card's text.
const LEAST_CARD: f32 = 72.0;
/// How long a sheet takes to grow, in seconds.
const GROWS: f32 = 0.2;

/// What the interview screen has to find room for.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// How many are on the panel.
    pub panel: usize,
    /// The whole of what is asked.
    pub caption: &'a str,
    /// What the sheet is for.
    pub sheet: &'a Sheet<'a>,
    /// The hint that is shown, if one is.
    pub hint: Option<&'a str>,
    /// What is written so far.
    pub written: &'a str,
    /// Whether nothing moves but what must.
    pub still: bool,
}

/// Where everything stands on the screen that this region fills.
pub fn fit(ui: &Ui, content: Content<'_>) -> InterviewLayout {
    let size = ui.max_rect().size();
    // The widths do not depend on the heights: laid out once, the texts tell how high their boxes must be.
    let widths = InterviewLayout::new(size, content.panel, 0.0, BUBBLE);
    let [least, wanted] = sheet_heights(ui, &content, size.y, widths.sheet.width());
    let wanted = if content.still {
        wanted
    } else {
        let of = (content.caption, std::mem::discriminant(content.sheet));
        ui.ctx().animate_value_with_time(Id::new("sheet").with(of), wanted, GROWS)
    };
    around(ui, content.panel, content.caption, [least, wanted])
}

/// Where everything stands around what is asked and a sheet of these heights, the least and the one that shows it all.
pub fn around(ui: &Ui, panel: usize, caption: &str, [least, wanted]: [f32; 2]) -> InterviewLayout {
    let size = ui.max_rect().size();
    let widths = InterviewLayout::new(size, panel, 0.0, BUBBLE);
    let width = widths.bubble.width() - 48.0;
    let question = text::block_height(ui.painter(), width, caption, regular(SPEECH));
    let bubble = (question + AROUND_QUESTION)
        .min(InterviewLayout::room_for_bubble(size.y, least))
        .max(BUBBLE);
    let room = InterviewLayout::room_for_sheet(size.y, bubble);
    InterviewLayout::new(size, panel, wanted.min(room).max(least), bubble)
}

/// The least height of the sheet, and the height that shows all that is on it.
fn sheet_heights(ui: &Ui, content: &Content<'_>, height: f32, width: f32) -> [f32; 2] {
    let painter = ui.painter();
    let hint = content.hint.filter(|_| *content.sheet != Sheet::Rate);
    let hint = hint.map_or(0.0, |hint| hint_height(painter, width - 48.0, hint));
    let around = hint
        + match content.sheet {
            Sheet::Write => typed::AROUND,
            Sheet::Add(said) => typed::AROUND + said_height(painter, width - 48.0, said),
            Sheet::Pick(_) => picked::AROUND,
            Sheet::Rate => return [RATE, RATE],
            Sheet::Return(open) => return [1, open.len()].map(returning_height),
        };
    if let Sheet::Pick(cards) = content.sheet {
        let text = cards_height(painter, width, cards);
        return [around + LEAST_CARD.min(text), around + text];
    }
    let line = text::line_size(painter, "", regular(SPEECH)).y;
    let page = PAGE + (height - 720.0).max(0.0) * SPARE;
    // A line ahead of what is written, so that it is there before it is needed.
    let written = written_height(painter, width, content.written) + line;
    [around + FEWEST_LINES * line, around + written.max(page)]
}
