//! Two answers to a question side by side: what came, what went, and why the level changed.

use bevy_egui::egui::{
    self, Key, Rect, Stroke, TextFormat, Ui, UiBuilder, WidgetInfo, pos2, text::LayoutJob, vec2,
};

use crate::{
    game::{
        feedback::card_title,
        practice::pages::{PracticePage, TwoAnswers},
        screens::{
            feedback::{page_ui, question_ui},
            practice::{PracticeAction, back_ui, day_in_words},
        },
        theme::{
            keys, palette, text,
            type_scale::{self, BODY, LABEL, NOTE, bold, regular},
            widgets,
        },
    },
    interview::{
        practice::day::Day,
        progress::{comparison::Difference, past::WholeAttempt},
    },
};

/// Draws the page.
pub(super) fn comparison_ui(ui: &mut Ui, both: &TwoAnswers, today: Day) -> Option<PracticeAction> {
    let page = page_ui(ui);
    let asked = &both.from.asked;
    let line = format!("{} · {}", asked.scenario_title, asked.section);
    let top = question_ui(ui, page, &line, "two answers side by side", &asked.text);
    let changed = Rect::from_min_max(
        pos2(page.left(), top),
        pos2(page.right(), top + changed_height(ui, page.width(), both)),
    );
    changed_ui(ui, changed, both);
    let body = Rect::from_min_max(
        pos2(page.left(), changed.bottom() + 14.0),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    let half = vec2((body.width() - 16.0) / 2.0, body.height());
    let left = Rect::from_min_size(body.min, half);
    let right = Rect::from_min_max(pos2(left.right() + 16.0, body.top()), body.max);
    let (came, went) = both
        .compared
        .as_ref()
        .map_or((&[][..], &[][..]), |compared| (&compared.came, &compared.went));
    let gone = AnswerColumn { heading: "What went", found: went, wash: palette::CORAL_WASH };
    let new = AnswerColumn { heading: "What came", found: came, wash: palette::TEAL_WASH };
    gone.ui(ui, left, &both.from, today);
    new.ui(ui, right, &both.to, today);
    back_ui(ui, page).or_else(|| ways_ui(ui, page, both))
}

/// The sentences that explain the change.
fn sentences(both: &TwoAnswers) -> Vec<String> {
    match &both.compared {
        Ok(compared) => {
            let mut sentences = compared.level.clone();
            let length = format!("It is {}.", compared.length);
            sentences.insert(1.min(sentences.len()), length);
            sentences
        }
        Err(why) => vec![format!("These two cannot be compared: {why}.")],
    }
}

fn changed_height(ui: &Ui, width: f32, both: &TwoAnswers) -> f32 {
    let painter = ui.painter();
    let height = |(place, said): (usize, &String)| {
        let font = if place == 0 { bold(BODY) } else { regular(14.0) };
        text::block_height(painter, width - 40.0, said, font) + 2.0
    };
    sentences(both).iter().enumerate().map(height).sum::<f32>() + 22.0
}

fn changed_ui(ui: &mut Ui, rect: Rect, both: &TwoAnswers) {
    ui.painter().rect_filled(rect, 14, palette::CREAM);
    let mut y = rect.top() + 11.0;
    for (place, said) in sentences(both).iter().enumerate() {
        let font = if place == 0 { bold(BODY) } else { regular(14.0) };
        let at = pos2(rect.left() + 20.0, y);
        y += text::block(ui, at, rect.width() - 40.0, said, font, palette::INK) + 2.0;
    }
}

/// One of the two, with what only it has.
struct AnswerColumn<'a> {
    heading: &'a str,
    found: &'a [Difference],
    wash: egui::Color32,
}

impl AnswerColumn<'_> {
    fn ui(&self, ui: &mut Ui, rect: Rect, answer: &WholeAttempt, today: Day) {
        let past = &answer.past;
        let title = day_in_words(past.day, today);
        let note = format!("level {} · {} words", past.level_in_words(), past.words);
        card_title(ui, rect, &title, &note);
        let list = Rect::from_min_max(rect.min + vec2(24.0, 48.0), rect.max - vec2(16.0, 14.0));
        ui.scope_builder(UiBuilder::new().max_rect(list).id_salt(self.heading), |ui| {
            let salt = (self.heading, past.number);
            egui::ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
                keys::scroll(ui);
                widgets::set_width(ui, list.width() - 10.0);
                ui.spacing_mut().item_spacing.y = 6.0;
                let response = ui.label(marked(answer, ui.available_width()));
                response.widget_info(|| {
                    WidgetInfo::labeled(egui::WidgetType::Label, true, &answer.text)
                });
                if !self.found.is_empty() {
                    ui.add_space(6.0);
                    self.differences_ui(ui);
                }
            });
        });
    }

    fn differences_ui(&self, ui: &mut Ui) {
        egui::Frame::new()
            .fill(self.wash)
            .corner_radius(12)
            .inner_margin(egui::Margin::symmetric(14, 10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width().max(0.0));
                ui.spacing_mut().item_spacing.y = 3.0;
                text::heading(ui, 3, self.heading, bold(LABEL), palette::INK);
                for difference in self.found {
                    text::label(ui, &difference.what, regular(14.0), palette::INK);
                    if let Some(words) = &difference.words {
                        let said = format!("you: {words}");
                        text::label(ui, &said, regular(NOTE), palette::MUTED);
                    }
                }
            });
    }
}

/// The words of an answer, of a story each sentence on the colour of its part and followed by the part's letter.
fn marked(answer: &WholeAttempt, width: f32) -> LayoutJob {
    let text = answer.text.as_str();
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let plain = TextFormat {
        line_height: Some(25.0),
        valign: egui::Align::BOTTOM,
        ..type_scale::format(regular(BODY), palette::INK)
    };
    let mut at = 0;
    let found = answer.assessment.iter().filter(|found| found.has_parts());
    let sentences = found.flat_map(|found| &found.sentences);
    for reading in sentences {
        let (role, span) = (reading.lettered(), reading.span);
        let (Some(before), Some(words)) =
            (text.get(at..span.start), text.get(span.start..span.end))
        else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        at = span.end;
        let Some(role) = role else {
            job.append(words, 0.0, plain.clone());
            continue;
        };
        let underline = Stroke::new(1.5, palette::role(role));
        let background = palette::role_wash(role);
        job.append(words, 0.0, TextFormat { background, underline, ..plain.clone() });
        let letter =
            TextFormat { font_id: bold(BODY), background: palette::role(role), ..plain.clone() };
        job.append(&format!("\u{a0}{}\u{a0}", role.letter()), 2.0, letter);
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, plain);
    job
}

/// The ways to other answers of the question: arrows to the sides turn the earlier one, up and down the later.
fn ways_ui(ui: &mut Ui, page: Rect, both: &TwoAnswers) -> Option<PracticeAction> {
    let (from, to) = (both.from.past.number, both.to.past.number);
    let numbers: Vec<i64> = both.beside.iter().map(|past| past.number).collect();
    let at = |number: i64| numbers.iter().position(|known| *known == number);
    let (from_at, to_at) = (at(from)?, at(to)?);
    let mut ways = Vec::new();
    if from_at > 0 {
        ways.push(((from_at - 1, to_at), "Left: earlier", "←", Key::ArrowLeft));
    }
    if from_at + 1 < to_at {
        ways.push(((from_at + 1, to_at), "Left: later", "→", Key::ArrowRight));
    }
    if to_at > from_at + 1 {
        ways.push(((from_at, to_at - 1), "Right: earlier", "[", Key::OpenBracket));
    }
    if to_at + 1 < numbers.len() {
        ways.push(((from_at, to_at + 1), "Right: later", "]", Key::CloseBracket));
    }
    let pills: Vec<_> =
        ways.iter().map(|(_, label, name, _)| (widgets::Pill::Secondary, *label, *name)).collect();
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let clicked = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    let mut turned = None;
    for (((from, to), _, _, key), pill) in ways.into_iter().zip(clicked) {
        if pill.clicked() || keys::pressed(ui, key) {
            let page = PracticePage::Comparison(numbers[from], numbers[to]);
            turned = Some(PracticeAction::Instead(page));
        }
    }
    turned
}
