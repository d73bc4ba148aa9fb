//! The panel asks: the candidate sits down, types, or speaks while a rater takes notes; the keyboard goes round.

use bevy_egui::egui::{Align2, Event, Key, Modifiers, Rect, Ui, pos2, vec2};

use crate::{
    game::{
        answer::{
            rated::{OwnLevelWords, own_level_ui},
            typed::{self, editor_ui, written_height},
        },
        keyboard::labels,
        mock_panel::{
            desk::{PanelDesk, SpeakingClock, TableTurn},
            table::TableAction,
        },
        screens::{
            interview::{
                bubble::{BubbleView, bubble_ui},
                clock::break_ui,
                fitting::around,
                plates::{PlateView, plates_ui},
                section::{SectionView, section_ui},
            },
            mock_panel::{
                AtTable, TableView,
                notes::{NotesView, notes_ui},
            },
        },
        stage::layout::InterviewLayout,
        theme::{
            keys, palette,
            reading::{self, Reads},
            text,
            type_scale::{DISPLAY, HEADING, NOTE, SPEECH, bold, regular},
            widgets::{self, Pill},
        },
    },
    interview::{
        ratings::{MockPanel, PanelTurn},
        scoring::Story,
        text::Text,
    },
};

/// The key that opens and closes the candidate's own window, at any time.
pub(super) const SECOND_WINDOW: (Key, &str) = (Key::F10, "F10");
/// The heights of the sheets with few words on them.
const CARD: f32 = 168.0;
/// The least and the wanted height of the sheet for notes.
const NOTES: [f32; 2] = [296.0, 340.0];
/// The room that a sheet for words begins with.
const PAGE: f32 = 106.0;

/// Where everything stands while the panel is to be seen; nothing on the pages without it.
pub fn layout(
    ui: &Ui,
    panel: &MockPanel,
    desk: &PanelDesk,
    caption: &str,
) -> Option<InterviewLayout> {
    let caption = if panel.current().is_some() { caption } else { "" };
    let seats = panel.scenario().panel().len();
    let heights = match desk.turn(panel) {
        TableTurn::Ready(_) | TableTurn::OwnLevel | TableTurn::HandingOver(_) => [CARD, CARD],
        TableTurn::Typing => {
            let width = InterviewLayout::new(ui.max_rect().size(), seats, 0.0, 0.0).sheet.width();
            let line = text::line_size(ui.painter(), "", regular(SPEECH)).y;
            let page = PAGE + (ui.max_rect().height() - 720.0).max(0.0) * 0.3;
            let written = written_height(ui.painter(), width, &desk.words) + line;
            [typed::AROUND + 3.0 * line, typed::AROUND + written.max(page)]
        }
        TableTurn::Noting(_) => NOTES,
        TableTurn::Rating(_) | TableTurn::Comparing(_) | TableTurn::Over => return None,
    };
    Some(around(ui, seats, caption, heights))
}

/// Draws the panel with what is asked, and the sheet of whoever has the keyboard.
pub(super) fn asking_ui(
    ui: &mut Ui,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    view: &TableView<'_>,
    turn: TableTurn,
) -> Option<AtTable> {
    let layout = view.layout.as_ref()?;
    stage_ui(ui, panel, desk, view, layout);
    let rests = panel.current().is_some() && break_ui(ui, layout.clock);
    let pressed = ui.input(|input| {
        let presses = |event: &Event| {
            matches!(
                event,
                Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. }
            )
        };
        input.events.iter().any(presses)
    });
    let action = match turn {
        TableTurn::Ready(candidate) => ready_ui(ui, layout.sheet, panel, desk, candidate),
        TableTurn::Typing => typing_ui(ui, layout.sheet, panel, desk),
        TableTurn::Noting(rater) => noting_ui(ui, layout.sheet, panel, desk, rater),
        TableTurn::OwnLevel => {
            let name = candidate_name(panel);
            let title = format!("{name}, if you wish: how good was that?");
            let words = OwnLevelWords {
                title: &title,
                note: "Your own level stays sealed until everybody has rated.",
                pass: "Go on without",
            };
            let own = own_level_ui(ui, layout.sheet, words);
            own.map(|level| AtTable::Do(TableAction::OwnLevel(level)))
        }
        TableTurn::HandingOver(to) => hand_over_ui(ui, layout.sheet, panel, to),
        TableTurn::Rating(_) | TableTurn::Comparing(_) | TableTurn::Over => None,
    };
    if rests {
        return Some(AtTable::Do(TableAction::Rest));
    }
    action.or((view.typing && pressed).then_some(AtTable::CompleteCaption))
}

/// Draws what is to be seen of the panel beside its figures: plates, question, section and clock.
pub(super) fn stage_ui(
    ui: &mut Ui,
    panel: &MockPanel,
    desk: &PanelDesk,
    view: &TableView<'_>,
    layout: &InterviewLayout,
) {
    let plates: Vec<_> = panel.scenario().panel().iter().map(PlateView::of).collect();
    if let Some((_, question)) = panel.current() {
        section_ui(ui, layout.section, &section_view(panel, question.section), 1.0);
        let [seen_at, _] = view.lenses[1].at([layout.seats[view.speaker].x, 0.0]);
        let who = plates[view.speaker].title;
        let bubble = BubbleView { who, seen_at, whole: view.question, said: view.caption };
        bubble_ui(ui, layout.bubble, bubble);
        time_ui(ui, layout.clock, panel, desk);
    }
    plates_ui(ui, &layout.seats, &view.lenses[0], &plates);
}

/// What the candidate in the seat is called.
pub(super) fn candidate_name(panel: &MockPanel) -> &str {
    let candidate = panel.candidate().and_then(|at| panel.setup().candidates.get(at));
    candidate.map_or("", String::as_str)
}

/// Who is asked which question of how many.
pub(super) fn place(panel: &MockPanel) -> String {
    let number = panel.current().map_or(0, |(number, _)| number);
    format!("{}, question {number} of {}", candidate_name(panel), panel.plan().len())
}

fn section_view(panel: &MockPanel, section: usize) -> SectionView<'_> {
    let scenario = panel.scenario();
    let mut seen = Vec::new();
    for question in panel.plan() {
        let of = scenario.questions()[*question].section;
        if !seen.contains(&of) {
            seen.push(of);
        }
    }
    let number = seen.iter().position(|of| *of == section).unwrap_or(0) + 1;
    let now = panel.current().map_or(0, |(number, _)| number);
    let questions = panel.plan().iter().enumerate();
    let of_section = questions.filter(|(_, q)| scenario.questions()[**q].section == section);
    let progress = of_section.map(|(place, _)| place < now).collect();
    SectionView { number: (number, seen.len(), &scenario.sections()[section].title), progress }
}

/// The time of the answer, what it may take, and the time of the whole interview.
fn time_ui(ui: &Ui, rect: Rect, panel: &MockPanel, desk: &PanelDesk) {
    widgets::card(ui.painter(), rect);
    let question = match panel.turn() {
        PanelTurn::Answer { question, .. } => Some(question),
        _ => None,
    };
    let aim = question.map(|question| panel.scorer().aim_seconds(question, Story::Own));
    let (seconds, what) = match (question, desk.spoken) {
        (Some(_), true) => {
            let held = desk.clock == SpeakingClock::Held;
            (desk.seconds(), if held { "clock held" } else { "spoken so far" })
        }
        (Some(_), false) => (Text::seconds(Text::count_words(&desk.words)), "spoken time"),
        (None, _) => {
            let answer = panel.answers().last();
            let seconds = answer.and_then(|answer| answer.seconds()).unwrap_or_default();
            let typed = answer.is_some_and(|answer| answer.words().is_some());
            (seconds, if typed { "was written" } else { "was spoken" })
        }
    };
    let minutes = panel.setup().minutes;
    let sat = (desk.seated / 60.0) as u32;
    let interview = match minutes {
        0 => String::new(),
        minutes => format!("{sat} of {minutes} min"),
    };
    let aim = aim.map(|aim| format!("aim {}", Text::clock(aim))).unwrap_or_default();
    let lines = [what.to_owned(), aim, interview];
    let lines: Vec<_> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let time = Text::clock(seconds);
    reading::say(ui, rect, Reads::Text, &format!("{time} {}", lines.join(" · ")));
    let painter = ui.painter();
    let font = bold(DISPLAY * 0.74);
    let left = rect.left() + 20.0;
    let width = text::line(painter, pos2(left, rect.center().y), &time, font, palette::INK);
    let x = left + width + 16.0;
    let step = 17.0;
    let first = rect.center().y - step * (lines.len() as f32 - 1.0) / 2.0;
    for (place, line) in lines.iter().enumerate() {
        let at = pos2(x, first + step * place as f32);
        let room = rect.right() - 14.0 - x;
        text::line_within(painter, at, room, line, regular(NOTE), palette::MUTED);
    }
}

/// The sheet before a candidate sits down.
fn ready_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    candidate: usize,
) -> Option<AtTable> {
    let setup = panel.setup();
    let name = setup.candidates.get(candidate).map_or("", String::as_str);
    let title = format!("{name}, please take a seat.");
    let questions = panel.plan().len();
    let count = format!("{questions} question{}", if questions == 1 { "" } else { "s" });
    let minutes = match setup.minutes {
        0 => String::new(),
        minutes => format!(" · {minutes} minutes"),
    };
    let note = format!("{count}{minutes} · rated by {}", setup.raters.join(", "));
    let window = if desk.mirrored { "Close the second window" } else { "Panel in a second window" };
    let pills = [
        (Pill::Secondary, "Leave", "L"),
        (Pill::Secondary, window, SECOND_WINDOW.1),
        (Pill::Primary, "Begin", "⏎"),
    ];
    let chosen = card_ui(ui, rect, (&title, &note), &pills);
    if chosen == Some(1) {
        desk.mirrored = !desk.mirrored;
    }
    if chosen == Some(0) || keys::pressed(ui, Key::L) {
        return Some(AtTable::Leave);
    }
    (chosen == Some(2) || keys::enter(ui)).then_some(AtTable::Do(TableAction::Begin))
}

/// The sheet between two at the keyboard: it says nothing of what anybody wrote.
fn hand_over_ui(ui: &mut Ui, rect: Rect, panel: &MockPanel, to: usize) -> Option<AtTable> {
    let name = panel.setup().raters.get(to).map_or("", String::as_str);
    let title = format!("Hand the keyboard to {name}.");
    let note = "Nobody else looks at the screen from here on. What the others noted and gave stays sealed until all \
                ratings are in.";
    let me = format!("I am {name}");
    let chosen = card_ui(ui, rect, (&title, note), &[(Pill::Primary, &me, "⏎")]);
    (chosen.is_some() || keys::enter(ui)).then_some(AtTable::Do(TableAction::Sit))
}

/// A sheet with a sentence, a note and buttons; gives the button that was pressed.
fn card_ui(
    ui: &mut Ui,
    rect: Rect,
    (title, note): (&str, &str),
    pills: &[(Pill, &str, &str)],
) -> Option<usize> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(28.0, 22.0));
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let heading = reading::saying(ui, Reads::Opening, title);
    let top = Rect::from_min_size(inner.min, vec2(inner.width(), 32.0));
    text::fitted(&heading, top, Align2::LEFT_CENTER, title, bold(HEADING), palette::INK);
    let left = inner.right() - widgets::pills_width(ui, pills) - 24.0;
    let words = Rect::from_min_max(inner.min + vec2(0.0, 38.0), pos2(left, inner.bottom()));
    text::fitted(ui, words, Align2::LEFT_TOP, note, regular(NOTE + 1.0), palette::MUTED);
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), pills);
    responses.iter().position(|pill| pill.clicked())
}

/// The sheet on which the candidate types.
fn typing_ui(ui: &mut Ui, rect: Rect, panel: &MockPanel, desk: &mut PanelDesk) -> Option<AtTable> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 14.0));
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let (pass, speaks) = (keys::pressed(ui, Key::F2), keys::pressed(ui, Key::F3));
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let page = Rect::from_min_max(inner.min, pos2(inner.right(), foot - 10.0));
    editor_ui(ui, page, "Type your answer as you would say it.", &mut desk.words);
    let pills = [
        (Pill::Secondary, "Pass", labels::SKIP),
        (Pill::Secondary, "Speak instead", "F3"),
        (Pill::Primary, "Answer", labels::HAND_IN),
    ];
    let words = Text::count_words(&desk.words);
    let note = format!("{} answers · {words} word{}", candidate_name(panel), plural(words));
    let room = inner.right() - widgets::pills_width(ui, &pills) - 16.0;
    let left = Rect::from_min_max(pos2(inner.left(), foot), pos2(room, inner.bottom()));
    text::fitted(ui, left, Align2::LEFT_CENTER, &note, regular(NOTE), palette::MUTED);
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &pills);
    if submit || responses[2].clicked() {
        Some(AtTable::Do(TableAction::HandIn))
    } else if pass || responses[0].clicked() {
        Some(AtTable::Do(TableAction::Pass))
    } else if speaks || responses[1].clicked() {
        Some(AtTable::Do(TableAction::Speak(true)))
    } else {
        None
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// The sheet on which a rater takes notes while the candidate speaks.
fn noting_ui(
    ui: &mut Ui,
    rect: Rect,
    panel: &MockPanel,
    desk: &mut PanelDesk,
    rater: usize,
) -> Option<AtTable> {
    widgets::card(ui.painter(), rect);
    let inner = rect.shrink2(vec2(24.0, 14.0));
    let submit = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let key = |key: Key| keys::pressed(ui, key);
    let [pass, types, others, held] = [Key::F2, Key::F3, Key::F4, Key::F5].map(key);
    let foot = inner.bottom() - widgets::PILL_HEIGHT;
    let page = Rect::from_min_max(inner.min, pos2(inner.right(), foot - 10.0));
    let (_, question) = panel.current()?;
    let by = panel.setup().raters.get(rater).map_or("", String::as_str);
    notes_ui(ui, page, NotesView { question, by, writes: true }, desk);
    let runs = desk.clock == SpeakingClock::Runs;
    let mut pills = vec![
        (Pill::Secondary, "Pass", labels::SKIP),
        (Pill::Secondary, "Type instead", "F3"),
        (Pill::Secondary, if runs { "Hold the clock" } else { "Go on timing" }, "F5"),
    ];
    let several = panel.setup().raters.len() > 1;
    if several {
        pills.insert(2, (Pill::Secondary, "Hand on", "F4"));
    }
    pills.push((Pill::Primary, "Answered", labels::HAND_IN));
    let responses = widgets::pills_from_right(ui, pos2(inner.right(), foot), &pills);
    let clicked = responses.iter().position(|pill| pill.clicked());
    let clicked = clicked.map(|at| pills[at].2);
    if held || clicked == Some("F5") {
        desk.clock = if runs { SpeakingClock::Held } else { SpeakingClock::Runs };
    }
    if submit || clicked == Some(labels::HAND_IN) {
        Some(AtTable::Do(TableAction::Spoken))
    } else if pass || clicked == Some(labels::SKIP) {
        Some(AtTable::Do(TableAction::Pass))
    } else if types || clicked == Some("F3") {
        Some(AtTable::Do(TableAction::Speak(false)))
    } else if several && (others || clicked == Some("F4")) {
        Some(AtTable::Do(TableAction::PassNotes))
    } else {
        None
    }
}
