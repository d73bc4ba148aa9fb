//! What the programs that fit numbers share: a step of Newton's, and the file that they write.

use std::{error::Error, fs, ops::RangeInclusive, path::Path};

use serde::Serialize;

/// Four decimals: more would say more than was measured.
pub fn round(value: f64) -> f64 {
    (value * 1e4).round() / 1e4
}

/// One step of Newton's within the bounds: the slopes, which stand behind the `free` levels, stay at 0 or above.
#[allow(dead_code, reason = "the levels are fitted within narrower bounds")]
pub fn descend(beta: &mut [f64], lower: &[Vec<f64>], gradient: &mut [f64], free: usize) {
    let bounds =
        |i: usize| if i < free { f64::NEG_INFINITY..=f64::INFINITY } else { 0.0..=f64::INFINITY };
    descend_within(beta, lower, gradient, bounds);
}

/// One step of Newton's within the bounds of each number. The quadratic, of which the lower half is given, is descended one
/// number after the other.
pub fn descend_within(
    beta: &mut [f64],
    lower: &[Vec<f64>],
    gradient: &mut [f64],
    bounds: impl Fn(usize) -> RangeInclusive<f64>,
) {
    for _ in 0..200 {
        let mut farthest = 0.0_f64;
        for i in 0..beta.len() {
            let wanted = beta[i] + gradient[i] / lower[i][i];
            let bounds = bounds(i);
            let next = wanted.clamp(*bounds.start(), *bounds.end());
            let step = next - beta[i];
            beta[i] = next;
            for (k, slope) in gradient.iter_mut().enumerate() {
                *slope -= step * if k < i { lower[i][k] } else { lower[k][i] };
            }
            farthest = farthest.max(step.abs());
        }
        if farthest < 1e-9 {
            break;
        }
    }
}

/// Writes fitted numbers as RON under a line that says what they are.
pub fn write(path: &Path, head: &str, fitted: &impl Serialize) -> Result<(), Box<dyn Error>> {
    let pretty = ron::ser::PrettyConfig::new().indentor("    ").compact_arrays(true);
    fs::write(path, format!("// {head}\n{}\n", ron::ser::to_string_pretty(fitted, pretty)?))?;
    Ok(())
}
