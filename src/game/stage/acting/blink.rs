//! When somebody blinks, and the chance that moves them: both follow from a seed, a seat and the clock alone.

/// The time in which everybody blinks once, in seconds.
const BLINK_EVERY: f32 = 4.4;
/// How long a blink takes, in seconds.
pub(super) const BLINK: f32 = 0.16;

/// A number from 0 to 1 that belongs to a seed, a seat and a stretch of time.
pub(super) fn lot(seed: u64, seat: usize, stretch: i32) -> f32 {
    let mut x = (seed ^ (seed >> 32)) as u32;
    for part in [seat as u32, stretch as u32] {
        x = (x ^ part.wrapping_mul(0x9E37_79B9)).wrapping_mul(0x85EB_CA6B);
        x ^= x >> 15;
        x = x.wrapping_mul(0x2C1B_3C6D);
        x ^= x >> 12;
    }
    (x >> 8) as f32 / 16_777_216.0
}

/// How long it is until a blink of somebody is half shut, in seconds; none while they blink.
pub(super) fn until_blink(seed: u64, seat: usize, now: f32) -> f32 {
    let since = since_blink(seed, seat, now, 0.0);
    if since >= BLINK {
        BLINK / 4.0 - since_blink(seed, seat, now, 1.0)
    } else {
        (BLINK / 4.0 - since).max(0.0)
    }
}

/// How long ago somebody began to blink in this stretch of time or a later one; below nothing where they are to.
fn since_blink(seed: u64, seat: usize, now: f32, later: f32) -> f32 {
    let own = now + BLINK_EVERY * lot(seed, seat, -2);
    let stretch = (own / BLINK_EVERY).floor() + later;
    let at = 0.6 * BLINK_EVERY * lot(seed, seat, stretch as i32 ^ 0x2A_0000);
    own - stretch * BLINK_EVERY - at
}

/// How far a blink has the eyes shut just now.
pub(super) fn shut(seed: u64, seat: usize, now: f32) -> f32 {
    let since = since_blink(seed, seat, now, 0.0);
    if (0.0..BLINK).contains(&since) { 1.0 - (since / BLINK * 2.0 - 1.0).abs() } else { 0.0 }
}
