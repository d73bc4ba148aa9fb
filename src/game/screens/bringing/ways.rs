//! The ways to bring an interview: a file dropped, chosen or named by its path; a text pasted.

use bevy_egui::egui::{
    self, Align, CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, RichText, Shape, Stroke,
    StrokeKind, TextEdit, Ui, pos2, vec2,
};

use crate::game::{
    bringing::{Bring, BringPage},
    keyboard::labels,
    screens::bringing::{heading_ui, refused_ui},
    theme::{
        keys, palette,
        reading::{self, Reads},
        text,
        type_scale::{BODY, LABEL, NOTE, bold, regular, semibold},
        widgets::{self, Pill},
    },
};

/// What is shown of the ways.
#[derive(Clone, Copy, Debug)]
pub struct WaysView<'a> {
    /// Why the last file could not be taken.
    pub refused: Option<&'a str>,
    /// Whether one is being read.
    pub reading: bool,
    /// Whether the system's dialog is open.
    pub choosing: bool,
    /// Whether files can be dropped on the window.
    pub can_drop: bool,
}

/// The field of the path.
const PATH: &str = "path of the interview";
/// The sheet of the text.
const TEXT: &str = "text of the interview";
/// What stands in the field of the path while it is empty, and what on the sheet.
const PATH_HINT: &str = "/home/me/interview.vtt";
const TEXT_HINT: &str = "Paste or write it here: “Name: what they say”, or one question a line.";
/// The most characters that can be pasted into the sheet: as many bytes as a file may have at most.
const MOST_PASTED: usize = crate::interview::transcript::MAX_BYTES;

/// Draws the ways; gives what the user wants.
pub fn ways_ui(ui: &mut Ui, view: &WaysView<'_>, page: &mut BringPage) -> Option<Bring> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let area = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1240.0) / 2.0), 30.0));
    let under = "A recording’s transcript, subtitles, notes, a Word file, a table or a list of questions becomes your own \
        panel. It is read on this machine.";
    let mut top = heading_ui(ui, area, "Bring an interview", "Bring what you have", under);
    if let Some(why) = view.refused {
        top = refused_ui(ui, pos2(area.left(), top), area.width(), why);
    }
    let y = area.bottom() - widgets::PILL_HEIGHT;
    let body = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), y - 20.0));
    let half = vec2((body.width() - 16.0) / 2.0, body.height());
    let pastes = writes(ui, TEXT);
    let file = file_ui(ui, Rect::from_min_size(body.min, half), view, page);
    let right = Rect::from_min_size(body.min + vec2(half.x + 16.0, 0.0), half);
    let pasted = text_ui(ui, right, page);

    let width = widgets::pill_width(ui, "Back", "Esc");
    let back = Rect::from_min_size(pos2(area.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let back = widgets::pill(ui, back, Pill::Secondary, "Back", "Esc").clicked();
    let at = pos2(area.right(), y + widgets::PILL_HEIGHT / 2.0);
    if view.reading || view.choosing {
        let said =
            if view.reading { "Reading it …" } else { "Waiting for the file to be chosen …" };
        let on = reading::saying(ui, Reads::News, said);
        text::line_right(&on, at, said, semibold(LABEL), palette::TEAL_TEXT);
    }
    let wish = file.or(pasted);
    if wish.is_some() {
        return wish;
    }
    if writes(ui, PATH) || pastes {
        // Leaves the field first, then the page.
        if keys::pressed(ui, Key::Escape) {
            ui.memory_mut(|memory| memory.surrender_focus(Id::new(PATH)));
            ui.memory_mut(|memory| memory.surrender_focus(Id::new(TEXT)));
        }
        return back.then_some(Bring::Leave);
    }
    if let Some(text) = pasted_outside(ui) {
        page.pasted.clone_from(&text);
        return Some(Bring::Text(text));
    }
    if keys::pressed(ui, Key::P) {
        ui.memory_mut(|memory| memory.request_focus(Id::new(PATH)));
        ui.ctx().request_repaint();
    } else if keys::pressed(ui, Key::T) {
        ui.memory_mut(|memory| memory.request_focus(Id::new(TEXT)));
        ui.ctx().request_repaint();
    } else if keys::pressed(ui, Key::O) || keys::enter(ui) {
        return Some(Bring::Choose);
    } else if keys::pressed(ui, Key::V) {
        return Some(Bring::Clipboard);
    }
    (back || keys::pressed(ui, Key::Escape)).then_some(Bring::Leave)
}

/// Whether keys belong to a field.
fn writes(ui: &Ui, field: &str) -> bool {
    ui.memory(|memory| memory.has_focus(Id::new(field)))
}

/// What was pasted while no field has the keyboard.
fn pasted_outside(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| matches!(event, egui::Event::Paste(_)))?;
        match input.events.remove(at) {
            egui::Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// The card of the file.
fn file_ui(ui: &mut Ui, rect: Rect, view: &WaysView<'_>, page: &mut BringPage) -> Option<Bring> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 8.0);
    text::line(&heading, at, "A file", bold(LABEL), palette::INK);
    let field_top = inner.bottom() - 70.0;
    let ground = Rect::from_min_max(
        pos2(inner.left(), inner.top() + 30.0),
        pos2(inner.right(), field_top - 22.0),
    );
    ui.painter().rect_filled(ground, 2, palette::CREAM);
    let corners = [
        ground.left_top(),
        ground.right_top(),
        ground.right_bottom(),
        ground.left_bottom(),
        ground.left_top(),
    ];
    let edge = Stroke::new(1.5, palette::blend(palette::LINE, palette::MUTED, 0.3));
    ui.painter().extend(Shape::dashed_line(&corners, edge, 7.0, 6.0));
    let said = if view.can_drop {
        "Drop it anywhere on this window"
    } else {
        "Choose it, or name it below"
    };
    let tall = ground.height() > 150.0;
    let middle = ground.center() + vec2(0.0, if tall { 34.0 } else { -2.0 });
    if tall {
        sheet_ui(ui, middle - vec2(0.0, 86.0));
    }
    let words = middle - vec2(0.0, 26.0);
    text::line_centred_within(ui, words, ground.width() - 24.0, said, semibold(BODY), palette::INK);
    let width = widgets::pill_width(ui, "Choose a file", "O");
    let choose =
        Rect::from_center_size(middle + vec2(0.0, 20.0), vec2(width, widgets::PILL_HEIGHT));
    let choose = ui.add_enabled_ui(!view.choosing, |ui| {
        widgets::pill(ui, choose, Pill::Primary, "Choose a file", "O").clicked()
    });
    text::caption(ui, pos2(inner.left(), field_top + 6.0), "Or its path");
    text::line_right(
        ui.painter(),
        pos2(inner.right(), field_top + 6.0),
        "P",
        semibold(NOTE),
        palette::MUTED,
    );
    let field = Rect::from_min_max(
        pos2(inner.left(), field_top + 22.0),
        pos2(inner.right() - 116.0, field_top + 64.0),
    );
    let entered = ui.memory(|memory| memory.has_focus(Id::new(PATH)))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    field_ground(ui, field);
    let hint = RichText::new(PATH_HINT).color(palette::MUTED).font(regular(LABEL));
    let edit = TextEdit::singleline(&mut page.path)
        .id(Id::new(PATH))
        .char_limit(4096)
        .font(regular(LABEL))
        .hint_text(hint)
        .frame(Frame::NONE.inner_margin(Margin::symmetric(14, 9)))
        .vertical_align(Align::Center);
    let response = ui.put(field, edit);
    reading::name_field(&response, &format!("Path of the file, such as {PATH_HINT}"));
    keys::name(&response, "P");
    keys::focus_ring(ui, &response, field, CornerRadius::same(10));
    let read = Rect::from_min_max(
        pos2(inner.right() - 104.0, field.top() - 1.0),
        pos2(inner.right(), field.bottom() + 1.0),
    );
    let read = widgets::pill(ui, read, Pill::Secondary, "Read it", "⏎").clicked();
    if entered || read {
        return Some(Bring::Path(page.path.clone()));
    }
    choose.inner.then_some(Bring::Choose)
}

/// The ground of a field.
fn field_ground(ui: &Ui, rect: Rect) {
    let edge = Stroke::new(1.0, palette::LINE);
    ui.painter().rect(rect, 10, palette::CREAM, edge, StrokeKind::Inside);
}

/// A sheet with written lines, its upper corner folded.
fn sheet_ui(ui: &Ui, centre: egui::Pos2) {
    let painter = ui.painter();
    let (half, fold) = (vec2(22.0, 28.0), 13.0);
    let at = |x: f32, y: f32| centre + vec2(x, y);
    let edge = Stroke::new(1.5, palette::MUTED);
    let outline = vec![
        at(-half.x, -half.y),
        at(half.x - fold, -half.y),
        at(half.x, -half.y + fold),
        at(half.x, half.y),
        at(-half.x, half.y),
    ];
    painter.add(Shape::convex_polygon(outline, palette::PAPER, edge));
    let folded = vec![
        at(half.x - fold, -half.y),
        at(half.x - fold, -half.y + fold),
        at(half.x, -half.y + fold),
    ];
    painter.add(Shape::convex_polygon(folded, palette::LINE, edge));
    for (row, (length, colour)) in [
        (22.0, palette::CORAL),
        (28.0, palette::LINE),
        (28.0, palette::LINE),
        (18.0, palette::TEAL),
    ]
    .into_iter()
    .enumerate()
    {
        let left = at(-14.0, -8.0 + row as f32 * 9.0);
        painter.line_segment([left, left + vec2(length, 0.0)], Stroke::new(3.0, colour));
    }
}

/// The card of the text.
fn text_ui(ui: &mut Ui, rect: Rect, page: &mut BringPage) -> Option<Bring> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink(24.0);
    let heading = reading::heading(ui, 2);
    let at = inner.left_top() + vec2(0.0, 8.0);
    text::line(&heading, at, "Its text", bold(LABEL), palette::INK);
    text::line_right(
        ui.painter(),
        inner.right_top() + vec2(0.0, 8.0),
        "T",
        semibold(NOTE),
        palette::MUTED,
    );
    let y = inner.bottom() - widgets::PILL_HEIGHT;
    let sheet =
        Rect::from_min_max(pos2(inner.left(), inner.top() + 30.0), pos2(inner.right(), y - 16.0));
    field_ground(ui, sheet);
    let writing = writes(ui, TEXT);
    let entered =
        writing && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let within = sheet.shrink2(vec2(14.0, 10.0));
    let scope = egui::UiBuilder::new().max_rect(within).id_salt("pasted");
    let response = ui.scope_builder(scope, |ui| {
        let area = egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let hint = RichText::new(TEXT_HINT).color(palette::MUTED).font(regular(BODY));
            let edit = TextEdit::multiline(&mut page.pasted)
                .id(Id::new(TEXT))
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .font(regular(BODY))
                .hint_text(hint)
                .char_limit(MOST_PASTED)
                .desired_width(within.width() - 10.0)
                .desired_rows(((within.height() / 22.0) as usize).max(2));
            edit.show(ui).response.response
        });
        area.inner
    });
    reading::name_field(&response.inner, &format!("Text of the interview. {TEXT_HINT}"));
    keys::name(&response.inner, "T");
    keys::focus_ring(ui, &response.inner, sheet, CornerRadius::same(10));
    let paste = (Pill::Secondary, "Paste", "V");
    let read = (Pill::Secondary, "Read the text", labels::HAND_IN);
    let pills = widgets::pills_from_right(ui, pos2(inner.right(), y), &[paste, read]);
    if pills[0].clicked() {
        return Some(Bring::Clipboard);
    }
    (pills[1].clicked() || entered).then(|| Bring::Text(page.pasted.clone()))
}
