//! What draws the game, and how many pictures a second it is asked for.

use std::time::Duration;

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

    /// The time between two frames while somebody on the panel moves.
    pub fn acting(self) -> Duration {
        match self {
            Self::ByCard => Duration::from_millis(33),
            Self::ByProcessor => Self::SPARED,
        }
    }

    /// The time between two frames while somebody speaks or the picture moves.
    pub fn moving(self) -> Duration {
        match self {
            Self::ByCard => Duration::from_millis(16),
            Self::ByProcessor => Self::SPARED,
        }
    }

    /// Ten pictures a second: films drawn by hand move by twelve.
    const SPARED: Duration = Duration::from_millis(100);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_processor_that_draws_is_spared() {
        let (card, processor) = (Drawn::by(None), Drawn::by(Some(wgpu::DeviceType::Cpu)));
        assert_eq!(processor, Drawn::ByProcessor);
        let a_second = |wait: Duration| 1.0 / wait.as_secs_f32();
        assert!((8.0..=12.0).contains(&a_second(processor.acting())));
        assert!(processor.moving() > card.moving() && processor.acting() > card.acting());
        assert_eq!(Drawn::by(Some(wgpu::DeviceType::IntegratedGpu)), card);
    }
}
