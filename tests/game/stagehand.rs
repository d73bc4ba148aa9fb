//! An app with everything but a window: it draws into an image, takes keys, and gives pictures.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use bevy::{
    camera::RenderTarget,
    image::Image,
    prelude::*,
    render::{
        RenderPlugin,
        render_resource::{
            Extent3d, TextureDescriptor, TextureDimension, TextureFormat, TextureUsages,
        },
        view::screenshot::{Screenshot, ScreenshotCaptured},
    },
    time::TimeUpdateStrategy,
    window::ExitCondition,
    winit::WinitPlugin,
};
use bevy_egui::{
    EguiContexts, EguiPrimaryContextPass, PrimaryEguiContext,
    egui::{self, Align2, FontId, LayerId, Order, pos2, vec2},
    input::EguiInputEvent,
};
use hotseat::{
    game::{
        AppSystems, GamePlugin,
        mishap::caught,
        practice::PracticeDesk,
        screen::Screen,
        screens::briefing::choices::Choices,
        session::{ActiveSession, Intent, Library, SaveFolder},
        settings::Presentation,
        stage::{acting::pose::Pose, figure::portrait},
        theme::palette,
    },
    interview::{
        scenario::{Scenario, look::Look},
        session::{Session, Settings},
    },
    storage::{
        clock::Clock,
        scenarios::{Loaded, ScenarioEntry, Source},
    },
};

/// Whoever works the game from behind the stage.
pub struct Stagehand {
    app: App,
    target: Handle<Image>,
    context: Entity,
    size: (u32, u32),
}

#[derive(Resource, Default)]
struct Taken(Option<Image>);

/// Busts that are hung over everything else, each with its name.
#[derive(Resource, Default)]
struct Gallery(Vec<(String, Look, Pose)>);

/// Whether the next frame goes wrong while it is drawn.
#[derive(Resource, Default)]
struct GoesWrong(bool);

/// The time between two frames.
const STEP: Duration = Duration::from_millis(16);
/// The time between two frames where nobody looks.
const LONG_STEP: Duration = Duration::from_millis(50);

impl Stagehand {
    /// Opens the game on a canvas of this size in pixels.
    pub fn open(scenario: Loaded, settings: Settings, size: (u32, u32)) -> Self {
        Self::open_in(None, scenario, settings, size)
    }

    /// The same with a folder to keep what is said.
    pub fn open_in(
        folder: Option<&Path>,
        scenario: Loaded,
        settings: Settings,
        size: (u32, u32),
    ) -> Self {
        Self::open_at(Clock::system(), folder, scenario, settings, size)
    }

    /// The same by a clock of its own.
    pub fn open_at(
        clock: Clock,
        folder: Option<&Path>,
        scenario: Loaded,
        settings: Settings,
        size: (u32, u32),
    ) -> Self {
        let mut app = App::new();
        app.add_plugins(
            DefaultPlugins
                .set(WindowPlugin {
                    primary_window: None,
                    exit_condition: ExitCondition::DontExit,
                    ..default()
                })
                .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() })
                .disable::<bevy::log::LogPlugin>()
                .disable::<WinitPlugin>(),
        )
        .insert_resource(TimeUpdateStrategy::ManualDuration(STEP))
        .init_resource::<Taken>()
        .init_resource::<Gallery>()
        .add_message::<bevy::winit::RawWinitWindowEvent>()
        .add_plugins(GamePlugin {
            scenario,
            story: Some(settings.story),
            settings,
            seed: Some(settings.seed),
            take_up: false,
            presentation: Presentation::default(),
            save_folder: SaveFolder(folder.map(Into::into)),
            clock,
        });
        app.init_resource::<GoesWrong>().add_systems(
            EguiPrimaryContextPass,
            (caught(go_wrong).in_set(AppSystems::Present), hang.after(AppSystems::Present)),
        );
        let target = app.world_mut().resource_mut::<Assets<Image>>().add(canvas(size));
        let context = app
            .world_mut()
            .spawn((
                Camera2d,
                Msaa::Off,
                PrimaryEguiContext,
                RenderTarget::Image(target.clone().into()),
            ))
            .id();
        app.finish();
        app.cleanup();
        let mut hand = Self { app, target, context, size };
        hand.frames(6);
        hand
    }

    /// Lets so many frames go by.
    pub fn frames(&mut self, count: usize) {
        for _ in 0..count {
            self.app.update();
        }
    }

    /// Lets frames go by until the history has said all that it was asked.
    pub fn until_read(&mut self) {
        self.frames(2);
        while !self.look_at::<PracticeDesk>().is_idle() {
            self.frames(1);
        }
        self.frames(3);
    }

    /// Gives the canvas another size, as a window is enlarged; the next frame is the first that can know of it.
    pub fn resize(&mut self, size: (u32, u32)) {
        let mut images = self.app.world_mut().resource_mut::<Assets<Image>>();
        images.insert(&self.target, canvas(size)).expect("the canvas is there");
        self.size = size;
    }

    /// Lets the drawing of one frame go wrong in the middle of it, as a screen's may.
    pub fn go_wrong_once(&mut self) {
        self.app.insert_resource(GoesWrong(true));
        self.frames(3);
    }

    /// Something of the game, to look at.
    pub fn look_at<R: Resource>(&self) -> &R {
        self.app.world().resource::<R>()
    }

    /// Lets time pass, in fewer frames than it would take.
    pub fn pass(&mut self, seconds: f32) {
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(LONG_STEP));
        self.frames((seconds / LONG_STEP.as_secs_f32()).ceil() as usize);
        self.app.insert_resource(TimeUpdateStrategy::ManualDuration(STEP));
    }

    /// Sits down in front of another panel.
    pub fn meet(&mut self, scenario: Loaded, settings: Settings) {
        let world = self.app.world_mut();
        world.insert_resource(Library::new(scenario));
        world.write_message(Intent::Begin(settings));
        self.frames(4);
    }

    /// Leaves it open whose story is told, as before the first time.
    pub fn undecided(&mut self) {
        self.app.world_mut().resource_mut::<Choices>().story = None;
    }

    /// The screen that is on.
    pub fn screen(&self) -> Screen {
        *self.app.world().resource::<State<Screen>>().get()
    }

    /// The session, once there is one.
    pub fn session(&self) -> &Session {
        self.app.world().resource::<ActiveSession>().get()
    }

    /// Puts a scenario file into the library.
    pub fn add_scenario(&mut self, place: usize, path: &Path) {
        let mut library = self.app.world_mut().resource_mut::<Library>();
        let source = Source::File(path.to_owned());
        library.entries.insert(place, ScenarioEntry { name: "bad".to_owned(), source });
    }

    /// Changes how things are shown.
    pub fn present(&mut self, presentation: Presentation) {
        self.app.insert_resource(presentation);
    }

    /// A picture of busts side by side, each with its name.
    pub fn gallery(&mut self, name: &str, busts: Vec<(String, Look, Pose)>) -> image::RgbImage {
        self.app.insert_resource(Gallery(busts));
        self.frames(2);
        let picture = self.picture(name);
        self.app.insert_resource(Gallery::default());
        picture
    }

    /// Lets a wish be carried out.
    pub fn wish(&mut self, wish: impl Message) {
        self.app.world_mut().write_message(wish);
        self.frames(2);
    }

    fn send(&mut self, event: egui::Event) {
        let context = self.context;
        self.app.world_mut().write_message(EguiInputEvent { context, event });
        self.frames(2);
    }

    /// Presses and releases a key.
    pub fn key(&mut self, key: egui::Key, modifiers: egui::Modifiers) {
        for pressed in [true, false] {
            let event =
                egui::Event::Key { key, physical_key: None, pressed, repeat: false, modifiers };
            self.send(event);
        }
        self.frames(4);
    }

    /// Types a text.
    pub fn write(&mut self, text: &str) {
        self.send(egui::Event::Text(text.to_owned()));
        self.frames(14);
    }

    /// What can be seen now, kept under `target/pictures/` for whoever wants to look.
    pub fn picture(&mut self, name: &str) -> image::RgbImage {
        let shot = Screenshot::image(self.target.clone());
        self.app.world_mut().spawn(shot).observe(
            |taken: On<ScreenshotCaptured>, mut kept: ResMut<Taken>| {
                kept.0 = Some(taken.image.clone());
            },
        );
        for _ in 0..200 {
            self.app.update();
            if let Some(image) = self.app.world_mut().resource_mut::<Taken>().0.take() {
                let picture = image.try_into_dynamic().expect("a picture of bytes").to_rgb8();
                let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
                fs::create_dir_all(&folder).expect("a folder for pictures");
                let (width, height) = self.size;
                let path = folder.join(format!("{name}-{width}x{height}.png"));
                picture.save(&path).expect("a picture on disk");
                return picture;
            }
        }
        panic!("no picture of `{name}` after 200 frames");
    }
}

fn canvas((width, height): (u32, u32)) -> Image {
    let size = Extent3d { width, height, depth_or_array_layers: 1 };
    let mut image = Image {
        texture_descriptor: TextureDescriptor {
            label: Some("canvas"),
            size,
            dimension: TextureDimension::D2,
            format: TextureFormat::Rgba8UnormSrgb,
            mip_level_count: 1,
            sample_count: 1,
            usage: TextureUsages::TEXTURE_BINDING
                | TextureUsages::COPY_DST
                | TextureUsages::COPY_SRC
                | TextureUsages::RENDER_ATTACHMENT,
            view_formats: &[],
        },
        ..default()
    };
    image.resize(size);
    image
}

/// A scenario with so many on the panel, their looks made from their titles.
pub fn panel_of(count: usize) -> Loaded {
    let titles = ["CEO", "Head of Design", "Chief of Staff", "Principal Engineer", "HR Partner"];
    let panel: String = titles[..count]
        .iter()
        .enumerate()
        .map(|(seat, title)| {
            format!(
                "(id: \"p{seat}\", title: \"{title}\", manner: Neutral, cares_about: \"people\"),"
            )
        })
        .collect();
    let text = format!(
        "(version: 1, title: \"A panel of {count}\", panel: [{panel}], sections: [(title: \"One\", questions: [\
         (id: \"q\", asked_by: \"p{}\", text: \"What did you change?\", model_answer: [[(Action, \"I changed it all.\")]])])])",
        count / 2
    );
    let scenario = Scenario::from_ron(&text).expect("a scenario without faults");
    Loaded { name: format!("panel-of-{count}"), source: Source::BuiltIn, text, scenario }
}

/// Panics with regions of egui open and a part of the frame drawn.
fn go_wrong(mut contexts: EguiContexts, mut goes: ResMut<GoesWrong>) -> Result {
    if !std::mem::take(&mut goes.0) {
        return Ok(());
    }
    egui::Window::new("wrong").show(contexts.ctx_mut()?, |ui| {
        egui::ScrollArea::vertical().show(ui, |ui| {
            ui.label("half of it");
            let missing: Option<u32> = ui.input(|input| (input.time < 0.0).then_some(1));
            missing.expect("what is drawn is there");
        });
    });
    Ok(())
}

fn hang(mut contexts: EguiContexts, gallery: Res<Gallery>) -> Result {
    if gallery.0.is_empty() {
        return Ok(());
    }
    let context = contexts.ctx_mut()?;
    let wall = context.viewport_rect();
    let layer = LayerId::new(Order::Foreground, egui::Id::new("gallery"));
    let painter = context.layer_painter(layer);
    painter.rect_filled(wall, 0, palette::PAPER);
    let columns = gallery.0.len().min(5);
    let rows = gallery.0.len().div_ceil(columns);
    let cell = vec2(wall.width() / columns as f32, wall.height() / rows as f32);
    for (index, (name, look, pose)) in gallery.0.iter().enumerate() {
        let corner = pos2(
            wall.left() + cell.x * (index % columns) as f32,
            wall.top() + cell.y * (index / columns) as f32,
        );
        let size = vec2(cell.x, (cell.y - 28.0).min(cell.x * 1.3));
        let frame = egui::Rect::from_min_size(corner, size).shrink(8.0);
        portrait::paint(&painter, frame, look, pose);
        let below = pos2(frame.center().x, frame.bottom() + 16.0);
        painter.text(below, Align2::CENTER_CENTER, name, FontId::proportional(15.0), palette::INK);
    }
    Ok(())
}
