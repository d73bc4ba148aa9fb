//! How often the game wakes: often while somebody moves, seldom while nobody does, and less where a processor draws.

use std::time::Duration;

use bevy::{
    prelude::*,
    render::renderer::RenderAdapterInfo,
    window::{
        RequestRedraw, WindowFocused, WindowOccluded, WindowResized, WindowScaleFactorChanged,
    },
    winit::{UpdateMode, WinitSettings},
};

use crate::game::{
    AppSystems,
    dialogue::Caption,
    letters::Letters,
    screens::section_card::SectionCard,
    settings::Presentation,
    stage::{Stage, StageView, acting::reactions::Reactions},
};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Settling>()
        .add_message::<RequestRedraw>()
        .add_message::<WindowResized>()
        .add_message::<WindowScaleFactorChanged>()
        .add_message::<WindowOccluded>()
        .add_message::<WindowFocused>()
        .add_systems(Update, (pace_updates, settle).in_set(AppSystems::Present));
}

/// The longest time between two frames while nothing moves.
const AT_REST: Duration = Duration::from_secs(5);
/// The time between two looks at a panel that keeps still but is to change its face, and at fonts that are looked for.
const LISTENING: Duration = Duration::from_millis(400);
/// How many frames are drawn after the window changed: one reaches the screen behind the next, and the last must be
/// of the window as it is.
const SETTLING: u8 = 4;

/// What draws: a graphics card, or the processor in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// By a graphics card.
    ByCard,
    /// By the processor, which pays for every frame with a good part of its time.
    ByProcessor,
}

impl Drawn {
    /// What a device draws with.
    pub fn by(device: Option<wgpu::DeviceType>) -> Self {
        if device == Some(wgpu::DeviceType::Cpu) { Self::ByProcessor } else { Self::ByCard }
    }

    /// The time between two frames while the panel only breathes and looks about.
    pub fn breathing(self) -> Duration {
        match self {
            Self::ByCard => Duration::from_millis(33),
            Self::ByProcessor => Duration::from_millis(90),
        }
    }

    /// The time between two frames while somebody speaks or the picture moves.
    pub fn moving(self) -> Duration {
        match self {
            Self::ByCard => Duration::from_millis(16),
            Self::ByProcessor => Duration::from_millis(50),
        }
    }
}

/// Wakes often while somebody moves, seldom while nobody does or nobody looks.
fn pace_updates(
    view: Res<StageView>,
    stage: Res<Stage>,
    reactions: Res<Reactions>,
    presentation: Res<Presentation>,
    caption: Res<Caption>,
    card: Res<SectionCard>,
    letters: Res<Letters>,
    adapter: Option<Res<RenderAdapterInfo>>,
    settings: Option<ResMut<WinitSettings>>,
) {
    let Some(mut settings) = settings else { return };
    let drawn = Drawn::by(adapter.map(|adapter| adapter.device_type));
    let focused = if view.scene.is_none() {
        AT_REST
    } else if caption.is_typing() || card.is_on() || !stage.shot.rests() {
        drawn.moving()
    } else if !presentation.reduced_motion || stage.moves {
        drawn.breathing()
    } else if reactions.is_under_way() {
        LISTENING
    } else {
        AT_REST
    };
    let focused = if letters.are_sought() { focused.min(LISTENING) } else { focused };
    // A mouse that moves elsewhere changes nothing here.
    *settings = WinitSettings {
        focused_mode: UpdateMode::reactive_low_power(focused),
        unfocused_mode: UpdateMode::reactive_low_power(AT_REST),
    };
}

/// How many frames are still to be drawn because the window changed.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settling(u8);

impl Settling {
    /// Draws on, because what is on the screen is about to change as a whole.
    pub fn begin(&mut self) {
        self.0 = SETTLING;
    }

    /// Whether the window has kept still for some frames.
    pub fn is_over(self) -> bool {
        self.0 == 0
    }
}

/// Draws on for some frames after the window changed, though nothing else moves.
fn settle(
    mut settling: ResMut<Settling>,
    mut resized: MessageReader<WindowResized>,
    mut scaled: MessageReader<WindowScaleFactorChanged>,
    mut occluded: MessageReader<WindowOccluded>,
    mut focused: MessageReader<WindowFocused>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let changes = resized.read().count()
        + scaled.read().count()
        + occluded.read().count()
        + focused.read().count();
    if changes > 0 {
        settling.begin();
    } else if settling.0 > 0 {
        settling.0 -= 1;
    }
    if settling.0 > 0 {
        redraw.write(RequestRedraw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy::ecs::message::Messages;

    fn redraws(app: &mut App) -> Vec<bool> {
        let mut asked = Vec::new();
        for _ in 0..8 {
            app.update();
            let mut redraws = app.world_mut().resource_mut::<Messages<RequestRedraw>>();
            asked.push(redraws.drain().count() > 0);
        }
        asked
    }

    #[test]
    fn a_window_that_changed_is_drawn_until_the_last_picture_is_of_it() {
        let mut app = App::new();
        app.add_plugins(MinimalPlugins)
            .init_resource::<Settling>()
            .add_message::<RequestRedraw>()
            .add_message::<WindowResized>()
            .add_message::<WindowScaleFactorChanged>()
            .add_message::<WindowOccluded>()
            .add_message::<WindowFocused>()
            .add_systems(Update, settle);
        assert!(!redraws(&mut app).contains(&true), "at rest nothing is drawn");
        let window = Entity::PLACEHOLDER;
        app.world_mut().write_message(WindowResized { window, width: 800.0, height: 600.0 });
        assert_eq!(redraws(&mut app), [true, true, true, true, false, false, false, false]);
        assert!(app.world().resource::<Settling>().is_over());
    }

    #[test]
    fn a_processor_that_draws_is_spared() {
        let (card, processor) = (Drawn::by(None), Drawn::by(Some(wgpu::DeviceType::Cpu)));
        assert_eq!(processor, Drawn::ByProcessor);
        let a_second = |wait: Duration| 1.0 / wait.as_secs_f32();
        assert!((10.0..=15.0).contains(&a_second(processor.breathing())));
        assert!(processor.moving() > card.moving() && processor.breathing() > card.breathing());
        assert_eq!(Drawn::by(Some(wgpu::DeviceType::IntegratedGpu)), card);
    }
}
