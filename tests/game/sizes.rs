//! Every screen at every size, and from any size to any other.

use std::sync::Arc;

use bevy::math::Vec2;
use bevy_egui::egui::{
    Context, FullOutput, Id, Key, LayerId, Modifiers, RawInput, Rect, Shape, Ui, UiBuilder,
    epaint::ClippedShape, pos2, vec2,
};
use hotseat::{
    game::{
        answer::typed::{self, written_height},
        answer::{sheet::Sheet, typed::Lamps},
        bringing::BringPage,
        mock_panel::{choices::PanelChoices, table::TableAction},
        notice::Notice,
        screens::{
            briefing::{briefing_ui, choices::Choices},
            bringing::{understood::understood_ui, ways::ways_ui},
            debrief::{DebriefView, Page, debrief_ui, opened::opened_ui},
            feedback::{FeedbackView, feedback_ui},
            interview::{
                InterviewView,
                clock::ClockView,
                fitting::{Content, fit},
                interview_ui,
                plates::PlateView,
                section::SectionView,
            },
            mock_panel::set_up::set_up_ui,
            read_first::{ReadingPlace, read_first_ui},
            title::title_ui,
        },
        section_card::SectionCard,
        session::DraftWords,
        settings::Presentation,
        stage::{
            layout::InterviewLayout,
            room::RoomView,
            shot::{self, Shot},
        },
        theme::{self, READABLE},
    },
    interview::{
        debrief::Debrief,
        scenario::Scenario,
        scoring::Scorer,
        session::{AnswerKind, Command, Probes, Session, Settings},
        transcript::edits::Edits,
    },
    storage::scenarios::Loaded,
};

use crate::{
    bringing::{LIST, TALK, TWO, WAYS, understood, view},
    mock_panels,
    panels::title_view,
    pictures::{built_in, can_draw, check_stage},
    stagehand::{Stagehand, panel_of},
};

/// Sizes from smaller than the window can be made to larger than most screens, in the order they are taken.
const SIZES: [(u32, u32); 10] = [
    (640, 400),
    (960, 600),
    (1280, 720),
    (2560, 1440),
    (1366, 768),
    (1920, 1080),
    (1080, 1920),
    (3840, 2160),
    (960, 1440),
    (2560, 600),
];

fn there_and_back() -> impl Iterator<Item = (u32, u32)> {
    SIZES.into_iter().chain(SIZES.into_iter().rev())
}

/// A window that is only laid out.
struct Window {
    context: Context,
    time: f64,
    /// How much larger than usual everything is wanted.
    larger: f32,
}

impl Window {
    fn open() -> Self {
        let context = Context::default();
        theme::install(&context);
        let mut window = Self { context, time: 0.0, larger: 1.0 };
        // Fonts are there from the frame after they were given.
        window.frame((1280, 720), |_| {});
        window
    }

    fn frame(&mut self, (width, height): (u32, u32), mut draw: impl FnMut(&mut Ui)) -> Frame {
        let size = Vec2::new(width as f32, height as f32);
        let zoom = theme::zoom_for(size) * self.larger;
        self.context.options_mut(|options| options.zoom_factor = zoom);
        let points = size / zoom;
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(points.x, points.y));
        self.time += 0.1;
        let input =
            RawInput { screen_rect: Some(screen), time: Some(self.time), ..RawInput::default() };
        let mut output = self.context.clone().run_ui(input, |_| {
            let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(screen);
            draw(&mut Ui::new(self.context.clone(), Id::new("screen"), builder));
        });
        // Nothing is drawn, so nothing becomes of the textures.
        output.textures_delta.clear();
        Frame { screen, zoom, output }
    }
}

/// What was laid out for one frame.
struct Frame {
    screen: Rect,
    zoom: f32,
    output: FullOutput,
}

/// A text as it is seen.
struct Seen {
    text: String,
    rect: Rect,
    /// Whether it can be scrolled or is cut on purpose.
    clipped: bool,
    /// The size of its smallest letters in pixels of the screen.
    pixels: f32,
}

impl Frame {
    fn texts(&self) -> Vec<Seen> {
        let mut seen = Vec::new();
        for ClippedShape { clip_rect, shape } in &self.output.shapes {
            self.collect(*clip_rect, shape, &mut seen);
        }
        seen
    }

    fn collect(&self, clip: Rect, shape: &Shape, seen: &mut Vec<Seen>) {
        match shape {
            Shape::Vec(shapes) => {
                shapes.iter().for_each(|shape| self.collect(clip, shape, seen));
            }
            Shape::Text(shape) if !shape.galley.text().trim().is_empty() => {
                let rect = shape.galley.rect.translate(shape.pos.to_vec2());
                if !clip.intersects(rect) {
                    return;
                }
                let sizes = shape.galley.job.sections.iter().map(|s| s.format.font_id.size);
                seen.push(Seen {
                    text: shape.galley.text().to_owned(),
                    rect,
                    clipped: !clip.contains_rect(self.screen),
                    pixels: sizes.fold(f32::INFINITY, f32::min) * self.zoom,
                });
            }
            _ => {}
        }
    }

    /// What is wrong with the texts: each is to be on the screen and, in a window that there can be, large enough to be
    /// read and clear of every other.
    fn faults(&self, (width, height): (u32, u32)) -> Vec<String> {
        let texts = self.texts();
        let mut faults = Vec::new();
        let mut fault = |what: String| faults.push(format!("{width}×{height}: {what}"));
        if texts.is_empty() {
            fault("nothing is said".to_owned());
        }
        let open: Vec<_> = texts.iter().filter(|text| !text.clipped).collect();
        for text in &open {
            if !self.screen.expand(0.5).contains_rect(text.rect) {
                fault(format!("“{}” lies outside, at {:?}", text.text, text.rect));
            }
        }
        if width < 960 || height < 600 {
            return faults;
        }
        for text in texts.iter().filter(|text| text.pixels < READABLE - 0.01) {
            fault(format!("“{}” is {} pixels high", text.text, text.pixels));
        }
        for (index, one) in open.iter().enumerate() {
            for other in &open[..index] {
                if one.rect.shrink(2.0).intersect(other.rect.shrink(2.0)).is_positive() {
                    fault(format!("“{}” lies on “{}”", one.text, other.text));
                }
            }
        }
        faults
    }
}

/// Draws something at every size, one frame after the other; gives what is wrong with it.
pub fn walk(on: &str, mut draw: impl FnMut(&mut Ui)) -> Vec<String> {
    let mut window = Window::open();
    let mut faults = Vec::new();
    for size in there_and_back() {
        // Scroll areas know how much they hold from the second frame on.
        for _ in 0..2 {
            let found = window.frame(size, &mut draw).faults(size);
            faults.extend(found.into_iter().map(|fault| format!("{on} at {fault}")));
        }
    }
    enlarge(draw);
    faults.dedup();
    faults
}

/// Draws something as large as somebody may want it, in windows that have no room for it.
fn enlarge(mut draw: impl FnMut(&mut Ui)) {
    let mut window = Window::open();
    let sizes = SIZES.into_iter().chain([(1, 1), (300, 1200), (200, 150), (1280, 720)]);
    for (size, larger) in sizes.zip([1.0, 2.0, 3.0, 1.5].into_iter().cycle()) {
        window.larger = larger;
        window.frame(size, &mut draw);
    }
}

#[track_caller]
pub fn check(faults: Vec<String>) {
    let first: Vec<_> = faults.iter().take(60).collect();
    assert!(faults.is_empty(), "{} faults: {first:#?}", faults.len());
}

const QUESTION: &str =
    "What did you change, and how did you know that it was the right thing to change?";
const LONG_QUESTION: &str = "Tell me about a time when two teams that both reported to somebody else wanted opposite things \
    from the same release, when you had neither the authority to decide nor the time to wait for somebody who had it, and \
    when whatever you did was going to disappoint people on whom you would have to rely for the rest of the year.";

/// A text of so many words.
fn words(count: usize) -> String {
    let said = "when the second release slipped I asked every team which three things would hurt least to move";
    said.split(' ').cycle().take(count).collect::<Vec<_>>().join(" ")
}

/// Draws one state of the interview as the game does; gives where things stood.
fn interview(
    ui: &mut Ui,
    scenario: &Scenario,
    caption: &str,
    sheet: &Sheet<'_>,
    text: &mut String,
    also: impl FnOnce(&mut InterviewView<'_>),
) -> InterviewLayout {
    let panel = scenario.panel();
    let hint = Some("Say what you did yourself.");
    let content = Content { panel: panel.len(), caption, sheet, hint, written: text, still: false };
    let layout = fit(ui, content);
    let room = RoomView {
        width: layout.size.x,
        height: layout.size.y,
        table_top: layout.table_top,
        table_bottom: layout.table_bottom,
        reach: 0.0,
        progress: 0.0,
    };
    let mut view = InterviewView {
        layout: &layout,
        section: SectionView {
            number: (1, 6, "Strategic Thinking & Vision"),
            progress: vec![true, true, false],
        },
        speaker: panel.len() - 1,
        lenses: [shot::ROOM, shot::PANEL].map(|depth| Shot::default().lens(&room, depth)),
        card: SectionCard::default(),
        question: caption,
        caption,
        plates: panel.iter().map(PlateView::of).collect(),
        sheet: sheet.clone(),
        lamps: Some(Lamps { asked: [true; 4], found: None }),
        clock: ClockView { spoken: 754, aim: 90 },
        hint,
        watch: false,
        paused: false,
    };
    also(&mut view);
    interview_ui(ui, &view, text, false);
    layout
}

/// What of an interview's layout is outside the screen or on a face.
fn misplaced(layout: &InterviewLayout, on: &str) -> Vec<String> {
    let screen = Rect::from_min_size(pos2(0.0, 0.0), layout.size);
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(format!("{on} at {:?}: {what}", layout.size));
    for card in [layout.section, layout.bubble, layout.clock, layout.sheet] {
        if !card.is_positive() || !screen.contains_rect(card) {
            fault(format!("a card at {card:?}"));
        }
    }
    for seat in 0..layout.seats.len() {
        let figure = layout.figure(seat);
        if figure.height() < 100.0 {
            fault(format!("a figure of {:.0} points", figure.height()));
        }
        if figure.intersects(layout.bubble) || figure.intersects(layout.sheet) {
            fault(format!("a card on a face at {figure:?}"));
        }
    }
    faults
}

#[test]
fn the_interview_fits_every_size() {
    let cards: Vec<_> = [75, 60, 72, 68, 74].map(words).to_vec();
    let cards: Vec<_> = cards.iter().map(String::as_str).collect();
    let said = words(90);
    let sheets = [
        ("an empty sheet", Sheet::Write, 0),
        ("a written sheet", Sheet::Write, 150),
        ("a full sheet", Sheet::Write, 600),
        ("an addition", Sheet::Add(&said), 60),
        ("three cards", Sheet::Pick(cards[..3].to_vec()), 0),
        ("five cards", Sheet::Pick(cards.clone()), 0),
        ("a rating", Sheet::Rate, 0),
        (
            "open questions",
            Sheet::Return(vec![(0, QUESTION), (1, LONG_QUESTION), (2, QUESTION)]),
            0,
        ),
    ];
    let mut faults = Vec::new();
    for count in 1..=5 {
        let scenario = panel_of(count).scenario;
        for (index, (what, sheet, written)) in sheets.iter().enumerate() {
            let caption = if (index + count).is_multiple_of(2) { QUESTION } else { LONG_QUESTION };
            let on = format!("{what} before {count}, {} letters asked", caption.len());
            let mut text = words(*written);
            let mut layouts = Vec::new();
            faults.extend(walk(&on, |ui| {
                layouts.push(interview(ui, &scenario, caption, sheet, &mut text, |_| {}));
            }));
            // What is wanted larger than there is room for has no place for faces.
            layouts.retain(|layout| layout.size.x > 1000.0 && layout.size.y > 640.0);
            faults.extend(layouts.iter().flat_map(|layout| misplaced(layout, &on)));
        }
    }
    check(faults);
}

#[test]
fn a_break_and_a_title_card_fit_every_size() {
    let scenario = panel_of(3).scenario;
    let mut text = words(40);
    for paused in [true, false] {
        enlarge(|ui| {
            interview(ui, &scenario, QUESTION, &Sheet::Write, &mut text, |view| {
                view.paused = paused;
                view.card = SectionCard::aged(std::time::Duration::from_millis(2100));
            });
        });
    }
}

/// A play of one answer.
pub fn played(scenario: Scenario) -> Session {
    let scenario = Arc::new(scenario);
    let scorer = Arc::new(Scorer::of(&scenario));
    let settings = Settings { probes: Probes::Off, ..Settings::default() };
    let log = [Command::Begin, Command::Answer(words(150)), Command::Rate(None)];
    Session::replay(scenario, scorer, settings, log).expect("a play that fits")
}

#[test]
fn the_other_screens_fit_every_size() {
    let scenarios = (1..=5).map(|count| panel_of(count).scenario).chain([built_in().scenario]);
    let mut faults = Vec::new();
    for scenario in scenarios {
        let of = scenario.panel().len();
        let session = played(scenario.clone());
        let attempt = &session.attempts()[0];
        let feedback = FeedbackView::of(&session, attempt, 1);
        let title = title_view(&scenario, "question 3 of 12");
        let debrief = Debrief::of(&session);
        let mut choices = Choices::new(Settings { seed: 7, ..Settings::default() });
        let mut presentation = Presentation::default();
        faults.extend(walk(&format!("the title of {of}"), |ui| {
            title_ui(ui, &title);
        }));
        faults.extend(walk(&format!("the briefing of {of}"), |ui| {
            briefing_ui(ui, &scenario, &mut choices, &mut presentation, None);
        }));
        faults.extend(walk(&format!("the feedback of {of}"), |ui| {
            feedback_ui(ui, &feedback);
        }));
        faults.extend(walk(&format!("the debrief of {of}"), |ui| {
            let view = DebriefView::of(&debrief, scenario.panel());
            debrief_ui(ui, &view, &mut Page::default());
        }));
        for place in 0..debrief.questions().count() {
            faults.extend(walk(&format!("an opened question of {of}"), |ui| {
                opened_ui(ui, &debrief, &session, place, &mut false);
            }));
        }
        faults.extend(walk(&format!("the story of {of}"), |ui| {
            read_first_ui(ui, &scenario, &mut ReadingPlace::default());
        }));
    }
    check(faults);
}

#[test]
fn bringing_an_interview_fits_every_size() {
    let mut page = BringPage::default();
    let mut faults = walk("the ways to bring an interview", |ui| {
        ways_ui(ui, &WAYS, &mut page);
    });
    let mut out = Edits::default();
    out.leave_out("Priya Nair");
    for (text, edits) in
        [(TALK, Edits::default()), (TALK, out), (LIST, Edits::default()), (TWO, Edits::default())]
    {
        let read = understood(text, &edits);
        for renaming in [None, Some("Somebody Else".to_owned())] {
            let mut page = BringPage { renaming, ..BringPage::default() };
            faults.extend(walk("what was understood", |ui| {
                understood_ui(ui, &view(&read, &edits), &mut page);
            }));
        }
    }
    check(faults);
}

#[test]
fn a_mock_panel_fits_every_size() {
    let scenario = built_in().scenario;
    let mut faults = Vec::new();
    let mut choices = PanelChoices {
        candidates: "Ana Lima\nBen Otte".to_owned(),
        raters: "Mara\nTom".to_owned(),
        ..PanelChoices::default()
    };
    for missing in [false, true] {
        if missing {
            choices.raters.clear();
        }
        faults.extend(walk("setting a panel up", |ui| {
            set_up_ui(ui, &scenario, &mut choices);
        }));
    }
    let mut tables = Vec::new();
    for spoken in [false, true] {
        let ready = || mock_panels::table(None, 2, spoken);
        let begun = || {
            let mut table = ready();
            mock_panels::take(&mut table, TableAction::Begin);
            table
        };
        let answered = || {
            let mut table = begun();
            mock_panels::answer(&mut table);
            table
        };
        let rated = || {
            let mut table = answered();
            mock_panels::take(&mut table, TableAction::Sit);
            table
        };
        tables.push(("an answer", begun()));
        tables.push(("a rating", rated()));
        tables.push(("side by side", mock_panels::compared(spoken)));
        if spoken {
            tables.push(("nobody in the seat", ready()));
            tables.push(("a hand-over", answered()));
            tables.push(("the end", mock_panels::over(2, spoken)));
        }
    }
    for (on, table) in &mut tables {
        faults.extend(walk(on, |ui| {
            mock_panels::draw(ui, table);
        }));
    }
    check(faults);
}

/// The height of the sheet for these words in a window of this size, once it has grown, and that of the words on it.
fn sheet(size: (u32, u32), panel: usize, written: &str) -> (InterviewLayout, f32) {
    let mut window = Window::open();
    let mut found = None;
    window.frame(size, |ui| {
        let content = Content {
            panel,
            caption: QUESTION,
            sheet: &Sheet::Write,
            hint: None,
            written,
            still: true,
        };
        let layout = fit(ui, content);
        let words = written_height(ui.painter(), layout.sheet.width(), written);
        found = Some((layout, words));
    });
    found.expect("a frame was laid out")
}

#[test]
fn a_minutes_answer_is_seen_whole_below_free_faces() {
    for size in [(1280, 720), (1366, 768), (1920, 1080), (2560, 1440)] {
        for panel in 1..=5 {
            let (layout, words) = sheet(size, panel, &words(150));
            let room = layout.sheet.height() - typed::AROUND;
            assert!(words <= room, "{size:?} {panel}: {words} on {room}");
            check(misplaced(&layout, "a minute's answer"));
        }
    }
}

#[test]
fn the_sheet_grows_with_what_is_written_and_with_the_window() {
    let height = |size, count| sheet(size, 2, &words(count)).0.sheet.height();
    assert!(height((1280, 720), 0) < height((1280, 720), 150));
    assert!(height((1280, 720), 0) < height((1920, 1080), 0));
    assert!(height((1920, 1080), 0) < height((2560, 1440), 0));
    assert!(height((1280, 720), 150) < height((1280, 720), 1200));
}

/// Takes every step between two sizes in the whole game.
fn walk_the_game(hand: &mut Stagehand) {
    for size in [(640, 400), (960, 600), (1920, 1080), (1280, 720), (2560, 1440), (1280, 720)] {
        hand.resize(size);
        hand.frames(2);
    }
}

#[test]
fn the_game_outlives_every_size_on_every_screen() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, (1280, 720));
    walk_the_game(&mut hand);
    hand.key(Key::Enter, Modifiers::NONE);
    walk_the_game(&mut hand);
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::NONE);
    let answer = "I asked them which three things would hurt least.";
    hand.write(answer);
    walk_the_game(&mut hand);
    assert_eq!(hand.look_at::<DraftWords>().text, answer);
    hand.key(Key::Escape, Modifiers::NONE);
    walk_the_game(&mut hand);
    hand.key(Key::Escape, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::COMMAND | Modifiers::CTRL);
    walk_the_game(&mut hand);
    hand.key(Key::Num3, Modifiers::NONE);
    walk_the_game(&mut hand);
    assert_eq!(hand.look_at::<Notice>(), &Notice(None), "something went wrong on the way");
}

#[test]
fn a_screen_that_panics_while_it_is_drawn_costs_no_word() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, probes: Probes::Off, ..Settings::default() };
    let mut hand = Stagehand::open(built_in(), settings, (1280, 720));
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::NONE);
    hand.key(Key::Enter, Modifiers::NONE);
    hand.write("I asked them which");
    hand.go_wrong_once();
    assert!(hand.look_at::<Notice>().0.is_some(), "the player is not told");
    hand.write(" three things would hurt least.");
    let words = &hand.look_at::<DraftWords>().text;
    assert_eq!(words, "I asked them which three things would hurt least.");
}

/// A panel of so many, with four long cards to pick from.
fn panel_with_cards(count: usize) -> Loaded {
    let weaker = [60, 72, 68]
        .map(|count| format!("(text: \"{}.\", weaker_because: \"It says less.\"),", words(count)));
    let cards = format!("cards: [(text: \"{}.\"), {}], model_answer:", words(75), weaker.concat());
    let plain = panel_of(count);
    let text = plain.text.replace("model_answer:", &cards);
    let scenario = Scenario::from_ron(&text).expect("a scenario without faults");
    Loaded { text, scenario, ..plain }
}

#[test]
fn long_cards_stand_below_the_faces() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, answers: AnswerKind::Picked, ..Settings::default() };
    for (size, counts) in
        [((960, 600), 1..=5), ((1280, 720), 1..=5), ((1920, 1080), 3..=3), ((2560, 1440), 5..=5)]
    {
        let mut hand = Stagehand::open(built_in(), settings, size);
        for count in counts {
            hand.meet(panel_with_cards(count), settings);
            hand.key(Key::Enter, Modifiers::NONE);
            hand.pass(1.2);
            check_stage(&hand.picture(&format!("long-cards-{count}")));
        }
    }
}

#[test]
fn an_answer_of_a_minute_stands_below_the_faces() {
    if !can_draw() {
        return;
    }
    let settings = Settings { seed: 7, ..Settings::default() };
    for (size, count) in [((960, 600), 5), ((1280, 720), 3), ((1280, 720), 5), ((2560, 1440), 4)] {
        let mut hand = Stagehand::open(built_in(), settings, size);
        hand.meet(panel_of(count), settings);
        hand.key(Key::Enter, Modifiers::NONE);
        hand.write(&words(150));
        hand.pass(1.2);
        check_stage(&hand.picture(&format!("a-minute-{count}")));
    }
}
