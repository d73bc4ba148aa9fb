//! What was understood of an interview, on one page: its people, its sections and questions, and what is doubtful.

use bevy_egui::egui::{Key, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        bringing::{Bring, BringPage, reading::Understood},
        screens::bringing::{
            doubts::doubts_ui, heading_ui, people::people_ui, questions::questions_ui, refused_ui,
        },
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{LABEL, semibold},
            widgets::{self, Pill},
        },
    },
    interview::{scoring::judgement::language, transcript::edits::Edits},
};

/// What is shown of an interview that is brought.
#[derive(Clone, Copy, Debug)]
pub struct UnderstoodView<'a> {
    /// What was understood.
    pub understood: &'a Understood,
    /// What the user knows better.
    pub edits: &'a Edits,
    /// Whether it is being read again.
    pub reading: bool,
    /// The name under which it was kept.
    pub kept: Option<&'a str>,
    /// Why it could not be kept.
    pub refused: Option<&'a str>,
}

/// Draws the page; gives what the user wants.
pub fn understood_ui(
    ui: &mut Ui,
    view: &UnderstoodView<'_>,
    page: &mut BringPage,
) -> Option<Bring> {
    let screen = ui.max_rect();
    ui.painter().rect_filled(screen, 0, palette::PAGE);
    let area = screen.shrink2(vec2(44.0_f32.max((screen.width() - 1440.0) / 2.0), 30.0));
    let understood = view.understood;
    let mut top =
        heading_ui(ui, area, "What was understood", &title(understood), &under(understood));
    if let Some(why) = view.refused {
        top = refused_ui(ui, pos2(area.left(), top), area.width(), why);
    }
    let y = area.bottom() - widgets::PILL_HEIGHT;
    let body = Rect::from_min_max(pos2(area.left(), top), pos2(area.right(), y - 20.0));
    let gap = 16.0;
    let left = (body.width() * 0.27).max(270.0);
    let right = (body.width() * 0.28).max(250.0);
    let people = Rect::from_min_size(body.min, vec2(left, body.height()));
    let doubts = Rect::from_min_max(pos2(body.right() - right, body.top()), body.max);
    let asked = Rect::from_min_max(
        pos2(people.right() + gap, body.top()),
        pos2(doubts.left() - gap, body.bottom()),
    );
    // While somebody is given a name, every other key is a letter of it.
    let renaming = page.renaming.is_some();
    let person = people_ui(ui, people, (understood, view.edits), page);
    questions_ui(ui, asked, understood);
    let told = doubts_ui(ui, doubts, (understood, view.edits), renaming);
    let foot = buttons_ui(ui, area, view, renaming);
    let wish = told.or(foot);
    if let Some(edits) = person {
        return Some(Bring::Edit(edits));
    }
    wish
}

/// What the interview is called.
fn title(understood: &Understood) -> String {
    let drafted = understood.playable.as_ref().map(|one| one.loaded.scenario.title().to_owned());
    let position = understood.transcript.position.clone();
    drafted.or(position).unwrap_or_else(|| understood.name.clone())
}

/// What it was read from.
fn under(understood: &Understood) -> String {
    let form = match understood.summary.form {
        "" => String::new(),
        form => format!(", read as {form}"),
    };
    let language = understood.playable.as_ref().filter(|one| one.draft.language_is_told);
    let language = language.and_then(|one| language::named(one.loaded.scenario.language()));
    let language = language.map(|name| format!(" in {name}")).unwrap_or_default();
    format!("{}{form}{language}", understood.name)
}

fn buttons_ui(ui: &mut Ui, area: Rect, view: &UnderstoodView<'_>, renaming: bool) -> Option<Bring> {
    let y = area.bottom() - widgets::PILL_HEIGHT;
    let letters = |ui: &Ui, key: Key| !renaming && keys::pressed(ui, key);
    let width = widgets::pill_width(ui, "Another file", "Esc");
    let another = Rect::from_min_size(pos2(area.left(), y), vec2(width, widgets::PILL_HEIGHT));
    let another_clicked =
        widgets::pill(ui, another, Pill::Secondary, "Another file", "Esc").clicked();
    let mut left = another.right() + 12.0;
    let mut wish = (another_clicked || letters(ui, Key::Escape)).then_some(Bring::Another);
    if *view.edits != Edits::default() {
        let width = widgets::pill_width(ui, "As in the file", "U");
        let undo = Rect::from_min_size(pos2(left, y), vec2(width, widgets::PILL_HEIGHT));
        left = undo.right() + 12.0;
        if widgets::pill(ui, undo, Pill::Secondary, "As in the file", "U").clicked()
            || letters(ui, Key::U)
        {
            wish = Some(Bring::Edit(Edits::default()));
        }
    }
    let playable = view.understood.playable.is_some() && !view.reading;
    let mut pills = vec![(Pill::Primary, "Play", "⏎")];
    if view.kept.is_none() {
        pills.insert(0, (Pill::Secondary, "Keep", "K"));
    }
    let said = match (view.reading, view.kept) {
        (true, _) => Some("Reading it again …".to_owned()),
        (false, Some(name)) => Some(format!("Kept as “{name}”: it is on the title’s list.")),
        (false, None) => None,
    };
    if let Some(said) = &said {
        let free = area.right() - widgets::pills_width(ui, &pills) - 16.0 - left;
        let at = pos2(left + 4.0, y + widgets::PILL_HEIGHT / 2.0);
        let on = reading::saying(ui, Reads::News, said);
        text::line_within(&on, at, free, said, semibold(LABEL), palette::TEAL_TEXT);
    }
    let foot = ui.add_enabled_ui(playable, |ui| {
        let clicked = widgets::pills_from_right(ui, pos2(area.right(), y), &pills);
        let keeps = view.kept.is_none() && (clicked[0].clicked() || letters(ui, Key::K));
        let plays =
            clicked.last().is_some_and(|play| play.clicked()) || (!renaming && keys::enter(ui));
        if keeps { Some(Bring::Keep) } else { plays.then_some(Bring::Play) }
    });
    wish.or(foot.inner)
}
