//! One answer of an earlier day with its feedback.

use bevy_egui::egui::{self, Key, Rect, Ui, UiBuilder, pos2, vec2};

use crate::{
    game::{
        feedback::{
            card_title,
            marked::{AnswerView, answer_ui},
            model::key_points_ui,
        },
        practice::pages::{PastAnswer, PracticePage},
        screens::{
            feedback::{LEVEL_SHARE, keeps, level_ui, page_ui, question_ui},
            practice::{PracticeAction, back_ui, day_in_words, foot},
        },
        theme::{
            keys, palette, text,
            type_scale::{BODY, NOTE, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{
        practice::day::Day, progress::own_ratings::RatedAnswer, scoring::Story, session::Attempt,
    },
};

/// Draws the page.
pub(super) fn answer_page_ui(
    ui: &mut Ui,
    answer: &PastAnswer,
    today: Day,
) -> Option<PracticeAction> {
    let page = page_ui(ui);
    let (asked, past) = (&answer.whole.asked, &answer.whole.past);
    let number = past.number;
    let at = answer.beside.iter().position(|past| past.number == number).unwrap_or(0);
    let place = format!("answer {} of {}", at + 1, answer.beside.len().max(1));
    let day = day_in_words(past.day, today);
    let line = format!("{} · {}", asked.scenario_title, asked.section);
    let note = format!("{day} · {place}");
    let top = question_ui(ui, page, &line, &note, &asked.text);
    let rest = Rect::from_min_max(
        pos2(page.left(), top),
        page.right_bottom() - vec2(0.0, widgets::PILL_HEIGHT + 16.0),
    );
    match &answer.attempt {
        Some(attempt) => found_ui(ui, page, rest, answer, attempt),
        None => unread_ui(ui, rest, answer),
    }
    let (before, after) = (at.checked_sub(1), at + 1);
    let open = |place: usize| answer.beside.get(place).map(|past| past.number);
    buttons_ui(ui, page, answer, (before.and_then(open), open(after)))
}

/// The answer with what was found in it.
fn found_ui(ui: &mut Ui, page: Rect, rest: Rect, answer: &PastAnswer, attempt: &Attempt) {
    let most = page.height() * LEVEL_SHARE;
    let level = level_ui(ui, rest.min, rest.width(), most, attempt);
    let body = rest.with_min_y(rest.top() + level + 16.0);
    let half = vec2((body.width() - 16.0) / 2.0, body.height());
    let count = usize::try_from(answer.whole.past.number).unwrap_or(0);
    let salt = (answer.whole.asked.id.as_str(), count, attempt.text.as_str());
    let view = AnswerView { attempt, panel: &answer.panel, salt };
    answer_ui(ui, Rect::from_min_size(body.min, half), view);
    let right = Rect::from_min_max(body.min + vec2(half.x + 16.0, 0.0), body.max);
    let own = attempt.assessment.story == Story::Own && attempt.assessment.key_points.is_empty();
    let title = if own { "Told as your own story" } else { "Model response, point by point" };
    card_title(ui, right, title, "");
    let list = Rect::from_min_max(right.min + vec2(24.0, 48.0), right.max - vec2(16.0, 16.0));
    ui.scope_builder(UiBuilder::new().max_rect(list).id_salt("points"), |ui| {
        egui::ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            widgets::set_width(ui, list.width() - 10.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            if let Some(rated) = &answer.rated {
                rated_ui(ui, rated);
                ui.add_space(8.0);
            }
            if own {
                let said = "Your own story was judged by how it was told; no facts were asked for.";
                text::label(ui, said, regular(BODY), palette::MUTED);
            } else {
                key_points_ui(ui, attempt);
            }
        });
    });
}

/// The own rating beside what was meant by it and the words that decide.
fn rated_ui(ui: &mut Ui, rated: &RatedAnswer) {
    let title = format!("You said {}, the level is {}", rated.own_rating, rated.level);
    text::heading(ui, 3, &title, bold(NOTE), palette::TEAL_TEXT);
    let meant = format!("A {} sounds so: {}", rated.own_rating, rated.meant);
    text::label(ui, &meant, regular(14.0), palette::INK);
    let decides = match (&rated.words, &rated.decides) {
        (Some(words), Some(decides)) => Some(format!("What decides: {words}. {decides}")),
        (None, Some(decides)) => Some(format!("What decides: {decides}")),
        _ => None,
    };
    if let Some(decides) = decides {
        text::label(ui, &decides, regular(14.0), palette::INK);
    }
}

/// An answer of which only the words can still be read.
fn unread_ui(ui: &mut Ui, rest: Rect, answer: &PastAnswer) {
    let past = &answer.whole.past;
    card_title(ui, rest, "Your answer", &format!("level {}", past.level_in_words()));
    let list = Rect::from_min_max(rest.min + vec2(24.0, 48.0), rest.max - vec2(16.0, 16.0));
    ui.scope_builder(UiBuilder::new().max_rect(list).id_salt("words"), |ui| {
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            keys::scroll(ui);
            text::label(ui, &answer.whole.text, regular(BODY), palette::INK);
            let said = "What was found in it was written by another version and cannot be read.";
            text::label(ui, said, regular(NOTE), palette::MUTED);
        });
    });
}

fn buttons_ui(
    ui: &mut Ui,
    page: Rect,
    answer: &PastAnswer,
    (before, after): (Option<i64>, Option<i64>),
) -> Option<PracticeAction> {
    let number = answer.whole.past.number;
    let back = back_ui(ui, page);
    let mut left = page.left() + widgets::pill_width(ui, "Back", "Esc") + 12.0;
    let mut keep = None;
    if answer.whole.as_kept().is_some() {
        let rect = foot(ui, page, left, keeps(false), "K");
        left = rect.right() + 12.0;
        let pill = widgets::pill(ui, rect, Pill::Secondary, keeps(answer.is_kept), "K");
        let pressed = pill.clicked() || keys::pressed(ui, Key::K);
        keep = pressed.then_some(PracticeAction::Keep(number, !answer.is_kept));
    }
    // An answer is laid beside the one before it; the first of all beside the next.
    let pair = before.map(|before| (before, number)).or(after.map(|after| (number, after)));
    let mut compare = None;
    if let Some((from, to)) = pair {
        let label = if before.is_some() { "Against the one before" } else { "Against the next" };
        let rect = foot(ui, page, left, label, "C");
        let pill = widgets::pill(ui, rect, Pill::Secondary, label, "C");
        let pressed = pill.clicked() || keys::pressed(ui, Key::C);
        compare = pressed.then_some(PracticeAction::Open(PracticePage::Comparison(from, to)));
    }
    let y = page.bottom() - widgets::PILL_HEIGHT;
    let ways = [(before, "Earlier", "←", Key::ArrowLeft), (after, "Later", "→", Key::ArrowRight)];
    let ways: Vec<_> = ways.into_iter().filter_map(|(to, l, n, k)| Some((to?, l, n, k))).collect();
    let pills: Vec<_> =
        ways.iter().map(|(_, label, name, _)| (Pill::Secondary, *label, *name)).collect();
    let clicked = widgets::pills_from_right(ui, pos2(page.right(), y), &pills);
    let mut turned = None;
    for ((to, _, _, key), pill) in ways.into_iter().zip(clicked) {
        if pill.clicked() || keys::pressed(ui, key) {
            turned = Some(PracticeAction::Instead(PracticePage::Attempt(to)));
        }
    }
    back.or(keep).or(compare).or(turned)
}
