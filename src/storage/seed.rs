//! A seed that nobody chose: drawn from the clock once, and another for each interview after that.

use crate::storage::clock;

/// Seeds that are drawn lie below this, so that they are easy to note down.
const BELOW: u64 = 10_000;
/// The step from one to the next: without a factor in common with [`BELOW`], so that none comes again before all did.
const STEP: u64 = 6_367;

/// Seeds, one for each interview.
#[derive(Clone, Copy, Debug)]
pub struct Seeds(u64);

impl Seeds {
    /// Seeds that begin by the clock.
    pub fn by_the_clock() -> Self {
        Self::from(clock::now().0)
    }

    /// Seeds that begin with this one.
    pub fn from(first: u64) -> Self {
        Self(first % BELOW)
    }

    /// The next seed, unlike all that were drawn before it.
    pub fn draw(&mut self) -> u64 {
        let drawn = self.0;
        self.0 = (drawn + STEP) % BELOW;
        drawn
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_seed_comes_again_before_all_did() {
        let mut seeds = Seeds::from(1_764_000_123_456);
        let drawn: BTreeSet<_> = (0..BELOW).map(|_| seeds.draw()).collect();
        assert_eq!(drawn.len() as u64, BELOW);
        assert!(drawn.contains(&0) && drawn.contains(&(BELOW - 1)));
    }
}
