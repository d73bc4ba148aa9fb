//! An interview is brought: dropped on the window, chosen, named by its path or pasted; read beside the frames, shown,
//! played or kept.

pub mod dialog;
pub mod path;
pub mod reading;

use std::path::PathBuf;

use bevy::{
    ecs::system::NonSendMarker,
    prelude::*,
    tasks::{AsyncComputeTaskPool, Task, block_on, poll_once},
    window::{FileDragAndDrop, PrimaryWindow},
    winit::WINIT_WINDOWS,
};
use bevy_egui::EguiClipboard;

use crate::{
    game::{
        AppSystems,
        bringing::reading::{BroughtFile, CameOf, Understood},
        notice::Notice,
        screen::Screen,
        session::{Library, SaveFolder},
    },
    interview::transcript::edits::Edits,
    storage::scenarios::{self, Loaded, ScenarioEntry},
};

pub(super) fn rules(app: &mut App) {
    app.add_message::<Bring>()
        .add_message::<FileDragAndDrop>()
        .init_resource::<Bringing>()
        .add_systems(
            Update,
            (take_dropped, carry_out, await_choice, await_reading)
                .chain()
                .in_set(AppSystems::Input),
        )
        .add_systems(OnExit(Screen::Bringing), forget);
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, open_dialog.in_set(AppSystems::Input));
}

/// What the user wants to be done with an interview that they bring.
#[derive(Message, Clone, Debug, PartialEq, Eq)]
pub enum Bring {
    /// Choose a file in the system's dialog.
    Choose,
    /// Read the file of this path.
    File(PathBuf),
    /// Read the file of this path, as it was typed or pasted.
    Path(String),
    /// Read what is on the clipboard: a file's path or a text.
    Clipboard,
    /// Read this text.
    Text(String),
    /// Read the file again with what is known better.
    Edit(Edits),
    /// Sit down in front of the panel.
    Play,
    /// Keep it among the scenarios.
    Keep,
    /// Bring something else.
    Another,
    /// Go back to the title.
    Leave,
}

/// An interview that is being brought.
#[derive(Resource, Default)]
pub struct Bringing {
    /// What is written and chosen on the page.
    pub page: BringPage,
    /// What the user knows better than the file.
    pub edits: Edits,
    file: Option<BroughtFile>,
    understood: Option<Box<Understood>>,
    refused: Option<String>,
    kept: Option<Loaded>,
    hovered: bool,
    reading: Option<Task<(Option<BroughtFile>, CameOf)>>,
    choosing: Option<Task<Option<PathBuf>>>,
}

/// What is written and chosen on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BringPage {
    /// The path that is being written.
    pub path: String,
    /// The text that is being written or was pasted.
    pub pasted: String,
    /// The person that is looked at.
    pub person: usize,
    /// The name that the person is being given.
    pub renaming: Option<String>,
}

impl Bringing {
    /// What was understood of the file.
    pub fn understood(&self) -> Option<&Understood> {
        self.understood.as_deref()
    }

    /// Why the last file could not be taken.
    pub fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// The name under which it was kept.
    pub fn kept(&self) -> Option<&str> {
        self.kept.as_ref().map(|kept| kept.name.as_str())
    }

    /// Whether a file is being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// Whether the system's dialog is open.
    pub fn is_choosing(&self) -> bool {
        self.choosing.is_some()
    }

    /// Whether a file is held over the window.
    pub fn is_hovered(&self) -> bool {
        self.hovered
    }

    /// Begins to read another file.
    fn begin(&mut self, taken: impl FnOnce() -> Result<BroughtFile, String> + Send + 'static) {
        self.edits = Edits::default();
        self.refused = None;
        self.kept = None;
        let reading = async move {
            match taken() {
                Ok(file) => {
                    let came = reading::read(&file, &Edits::default());
                    (Some(file), came)
                }
                Err(why) => (None, CameOf::Refused(why)),
            }
        };
        self.reading = Some(AsyncComputeTaskPool::get().spawn(reading));
    }

    fn begin_file(&mut self, path: PathBuf) {
        self.begin(move || reading::take_in(&path));
    }

    fn begin_text(&mut self, text: &str) {
        let bytes = text.as_bytes().into();
        let file = BroughtFile { name: "The pasted text".to_owned(), path: None, bytes };
        self.begin(move || Ok(file));
    }

    /// Reads the file again, with what is known better now.
    fn again(&mut self, edits: Edits) {
        let Some(file) = self.file.clone() else { return };
        self.edits = edits.clone();
        self.kept = None;
        let reading = async move {
            let came = reading::read(&file, &edits);
            (Some(file), came)
        };
        self.reading = Some(AsyncComputeTaskPool::get().spawn(reading));
    }

    /// Takes what came of a reading; what is a scenario already is given back.
    fn take(&mut self, (file, came): (Option<BroughtFile>, CameOf)) -> Option<Loaded> {
        self.file = file;
        match came {
            CameOf::Scenario(loaded) => return Some(*loaded),
            CameOf::Understood(understood) => {
                self.page.renaming = None;
                self.understood = Some(understood);
            }
            CameOf::Refused(why) => {
                self.understood = None;
                self.refused = Some(why);
            }
        }
        None
    }
}

impl Library {
    /// Takes in what was brought and looks at it.
    fn take_in(&mut self, loaded: Loaded) {
        let entry = ScenarioEntry { name: loaded.name.clone(), source: loaded.source.clone() };
        let place = self.entries.iter().position(|known| *known == entry);
        self.chosen = place.unwrap_or_else(|| {
            self.entries.insert(0, entry);
            0
        });
        (self.loaded, self.fault) = (loaded, None);
    }
}

/// What is said where a file is dropped while something else goes on.
const NOT_NOW: &str =
    "A file was dropped: finish this or leave for the title, and drop it there to read it.";

/// Takes a file that is dropped on the window.
fn take_dropped(
    mut drops: MessageReader<FileDragAndDrop>,
    mut bringing: ResMut<Bringing>,
    mut notice: ResMut<Notice>,
    screen: Res<State<Screen>>,
    mut next: ResMut<NextState<Screen>>,
) {
    let mut dropped = Vec::new();
    for drop in drops.read() {
        bringing.hovered = matches!(drop, FileDragAndDrop::HoveredFile { .. });
        if let FileDragAndDrop::DroppedFile { path_buf, .. } = drop {
            dropped.push(path_buf.clone());
        }
    }
    let more = dropped.len() > 1;
    let Some(path) = dropped.into_iter().next() else { return };
    match screen.get() {
        Screen::Interview
        | Screen::Feedback
        | Screen::Demonstration
        | Screen::Gym
        | Screen::PanelSetUp
        | Screen::MockPanel => {
            notice.0 = Some(NOT_NOW.to_owned());
            return;
        }
        Screen::Bringing => {}
        Screen::Title | Screen::Briefing | Screen::Reading | Screen::Debrief | Screen::Practice => {
            next.set(Screen::Bringing);
        }
    }
    let name = path.file_name().map(|name| name.display().to_string()).unwrap_or_default();
    notice.0 = more.then(|| format!("One file at a time: {name} is read."));
    bringing.begin_file(path);
}

fn carry_out(
    mut wishes: MessageReader<Bring>,
    mut bringing: ResMut<Bringing>,
    mut library: ResMut<Library>,
    mut clipboard: Option<ResMut<EguiClipboard>>,
    folder: Res<SaveFolder>,
    mut next: ResMut<NextState<Screen>>,
) {
    for wish in wishes.read() {
        match wish {
            Bring::Choose => {}
            Bring::File(path) => bringing.begin_file(path.clone()),
            Bring::Path(text) => match path::meant_by(text) {
                Some(path) => bringing.begin_file(path),
                None => {
                    bringing.refused = Some("Type or paste the path of a file first.".to_owned());
                }
            },
            Bring::Clipboard => {
                let text = clipboard.as_mut().and_then(|clipboard| clipboard.get_text());
                match text.filter(|text| !text.trim().is_empty()) {
                    Some(text) => match path::pasted(&text) {
                        Some(path) => bringing.begin_file(path),
                        None => {
                            bringing.begin_text(&text);
                            bringing.page.pasted = text;
                        }
                    },
                    None => {
                        let nothing =
                            "There is no text on the clipboard: copy some, then paste it.";
                        bringing.refused = Some(nothing.to_owned());
                    }
                }
            }
            Bring::Text(text) if text.trim().is_empty() => {
                bringing.refused = Some("Write or paste the text first.".to_owned());
            }
            Bring::Text(text) => match path::pasted(text) {
                Some(path) => bringing.begin_file(path),
                None => bringing.begin_text(text),
            },
            Bring::Edit(edits) => bringing.again(edits.clone()),
            Bring::Play => {
                let kept = bringing.kept.clone();
                let playable = bringing.understood().and_then(|read| read.playable.as_ref());
                if let Some(loaded) = kept.or_else(|| playable.map(|one| one.loaded.clone())) {
                    library.take_in(loaded);
                    next.set(Screen::Briefing);
                }
            }
            Bring::Keep => match kept(&bringing, folder.0.as_deref()) {
                Ok(Some(loaded)) => {
                    library.take_in(loaded.clone());
                    (bringing.kept, bringing.refused) = (Some(loaded), None);
                }
                Ok(None) => {}
                Err(why) => bringing.refused = Some(why),
            },
            Bring::Another => {
                let page = std::mem::take(&mut bringing.page);
                *bringing = Bringing { page: BringPage { person: 0, ..page }, ..default() };
            }
            Bring::Leave => next.set(Screen::Title),
        }
    }
}

/// Writes what was understood into the user's folder; nothing where it cannot be played or is there already.
///
/// # Errors
/// Why it cannot be written, in a sentence.
fn kept(bringing: &Bringing, data: Option<&std::path::Path>) -> Result<Option<Loaded>, String> {
    let playable = bringing.understood().and_then(|read| read.playable.as_ref());
    let Some(playable) = playable.filter(|_| bringing.kept.is_none() && bringing.reading.is_none())
    else {
        return Ok(None);
    };
    let data =
        data.ok_or("It cannot be kept: this system names no folder for it. It can be played.")?;
    let entry = scenarios::keep(data, &playable.loaded.name, |name| playable.text_as(name))
        .map_err(|error| format!("It cannot be kept: {error}. It can be played all the same."))?;
    let loaded = scenarios::load_entry(&entry);
    loaded.map(Some).map_err(|error| format!("It cannot be kept: {error}."))
}

/// Opens the system's dialog over the window; says so where there is none.
fn open_dialog(
    mut wishes: MessageReader<Bring>,
    mut bringing: ResMut<Bringing>,
    windows: Query<Entity, With<PrimaryWindow>>,
    _main_thread: NonSendMarker,
) {
    if wishes.read().filter(|wish| **wish == Bring::Choose).count() == 0 || bringing.is_choosing() {
        return;
    }
    if !dialog::there_is_one() {
        bringing.refused = Some(dialog::NONE.to_owned());
        return;
    }
    let choosing = WINIT_WINDOWS.with_borrow(|known| {
        let window = windows.iter().next().and_then(|entity| known.get_window(entity));
        dialog::choose(window.map(|window| &**window))
    });
    (bringing.choosing, bringing.refused) = (Some(choosing), None);
}

/// Takes the file that was chosen in the dialog.
fn await_choice(mut bringing: ResMut<Bringing>) {
    let bringing = bringing.bypass_change_detection();
    if let Some(choosing) = &mut bringing.choosing
        && let Some(chosen) = block_on(poll_once(choosing))
    {
        bringing.choosing = None;
        match chosen {
            Some(path) => bringing.begin_file(path),
            None => bringing.refused = Some(dialog::NOTHING_CHOSEN.to_owned()),
        }
    }
}

/// Takes what was read; what is a scenario already is opened as it is.
fn await_reading(
    mut bringing: ResMut<Bringing>,
    mut library: ResMut<Library>,
    mut notice: ResMut<Notice>,
    mut next: ResMut<NextState<Screen>>,
) {
    let bringing = bringing.bypass_change_detection();
    if let Some(task) = &mut bringing.reading
        && let Some(came) = block_on(poll_once(task))
    {
        bringing.reading = None;
        if let Some(loaded) = bringing.take(came) {
            notice.0 =
                Some(format!("{} is a scenario already: it is opened as it is.", loaded.name));
            library.take_in(loaded);
            next.set(Screen::Briefing);
        }
    }
}

/// What was brought is played, kept or left by now.
fn forget(mut bringing: ResMut<Bringing>) {
    *bringing = Bringing::default();
}
