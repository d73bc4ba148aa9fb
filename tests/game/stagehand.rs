//! An app with everything but a window: it draws into an image, takes keys, and gives pictures.

use std::{fs, path::PathBuf, time::Duration};

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
use bevy_egui::{PrimaryEguiContext, egui, input::EguiInputEvent};
use hotseat::{
    game::{GamePlugin, session::SaveFolder},
    interview::session::Settings,
    storage::scenarios::Loaded,
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

impl Stagehand {
    /// Opens the game on a canvas of this size in pixels.
    pub fn open(scenario: Loaded, settings: Settings, size: (u32, u32)) -> Self {
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
        .insert_resource(TimeUpdateStrategy::ManualDuration(Duration::from_millis(16)))
        .init_resource::<Taken>()
        .add_message::<bevy::winit::RawWinitWindowEvent>()
        .add_plugins(GamePlugin {
            scenario,
            settings,
            take_up: false,
            save_folder: SaveFolder(None),
        });
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
