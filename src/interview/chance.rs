//! Chance that is the same everywhere: a seed gives the same draws on every platform and with every version of `rand`.
//!
//! The stream is ChaCha with 8 rounds, a published algorithm that a version of `rand` cannot change; what a version may
//! change (how a `u64` becomes a key, how a range or a shuffle is drawn) is done here. The test at the bottom holds
//! the drawn values.

use rand::{Rng, SeedableRng, rngs::ChaCha8Rng};

/// A seeded stream of draws.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// The stream of a seed for one purpose; streams of different purposes do not disturb each other.
    pub fn new(seed: u64, purpose: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&purpose.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A whole number from 0 up to, not including, `bound`; 0 where `bound` is 0.
    ///
    /// The high half of a 32 × 32 bit product: uneven by less than `bound` in four thousand million.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
        usize::try_from((u64::from(self.0.next_u32()) * bound) >> 32).unwrap_or(0)
    }

    /// A number from 0 up to, not including, 1.
    pub fn unit(&mut self) -> f32 {
        (self.0.next_u32() >> 8) as f32 / 16_777_216.0
    }

    /// Puts the items into a drawn order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_order_for_ever() {
        let mut items: Vec<_> = (0..12).collect();
        Chance::new(7, 0).shuffle(&mut items);
        assert_eq!(items, [5, 11, 10, 7, 1, 6, 0, 3, 4, 9, 8, 2]);
    }

    #[test]
    fn draws_stay_below_their_bound() {
        let mut chance = Chance::new(1, 2);
        assert!((0..1000).all(|_| chance.below(5) < 5 && chance.unit() < 1.0));
        assert_eq!(chance.below(0), 0);
    }

    #[test]
    fn purposes_and_seeds_draw_apart() {
        let draw = |seed, purpose| Chance::new(seed, purpose).below(usize::MAX);
        assert!(draw(1, 0) != draw(2, 0) && draw(1, 0) != draw(1, 1));
    }
}
