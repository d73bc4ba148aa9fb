//! Outlines on the canvas: their corners, their mitres, the width of a stroke along them.

use crate::game::stage::canvas::shape::Point;
use crate::game::stage::canvas::transform::Transform;

/// How far a mitre may stand out, as a multiple of the distance to the outline.
const MITRE_LIMIT: f32 = 2.2;

/// The points on the canvas, without repeated ones.
pub fn outline(points: &[Point], transform: &Transform, closed: bool, ring: &mut Vec<Point>) {
    const NEAR: f32 = 1e-3;
    ring.clear();
    for &point in points {
        let at = transform.apply(point);
        let repeated = ring.last().is_some_and(|l| (l[0] - at[0]).hypot(l[1] - at[1]) < NEAR);
        if !repeated && at[0].is_finite() && at[1].is_finite() {
            ring.push(at);
        }
    }
    while closed && ring.len() > 1 {
        let (first, last) = (ring[0], ring[ring.len() - 1]);
        if (first[0] - last[0]).hypot(first[1] - last[1]) >= NEAR {
            break;
        }
        ring.pop();
    }
}

/// For each corner, the way outwards that moves both its edges by one unit.
pub fn find_mitres(ring: &[Point], closed: bool, mitres: &mut Vec<Point>) {
    mitres.clear();
    let count = ring.len();
    let normal = |from: Point, to: Point| {
        let (x, y) = (to[0] - from[0], to[1] - from[1]);
        let length = x.hypot(y).max(1e-6);
        [y / length, -x / length]
    };
    for index in 0..count {
        let (before, here, after) =
            (ring[(index + count - 1) % count], ring[index], ring[(index + 1) % count]);
        let into = if index == 0 && !closed { normal(here, after) } else { normal(before, here) };
        let out =
            if index + 1 == count && !closed { normal(before, here) } else { normal(here, after) };
        let sum = [into[0] + out[0], into[1] + out[1]];
        let length = sum[0].hypot(sum[1]);
        let along = if length < 1e-3 { into } else { [sum[0] / length, sum[1] / length] };
        let reach = 1.0 / (along[0] * into[0] + along[1] * into[1]).max(1.0 / MITRE_LIMIT);
        mitres.push([along[0] * reach, along[1] * reach]);
    }
}

/// Half the stroke's width at each point, `widths` spread evenly over the line's length.
#[must_use]
pub fn half_widths(line: &[Point], widths: &[f32], scale: f32) -> Vec<f32> {
    let step = |pair: &[Point]| (pair[1][0] - pair[0][0]).hypot(pair[1][1] - pair[0][1]);
    let total: f32 = line.windows(2).map(step).sum::<f32>().max(1e-6);
    let mut gone = 0.0;
    let at = |gone: f32| {
        let place = gone / total * (widths.len() - 1) as f32;
        let index = (place as usize).min(widths.len() - 1);
        let next = (index + 1).min(widths.len() - 1);
        (widths[index] + (widths[next] - widths[index]) * (place - index as f32)) * scale / 2.0
    };
    let mut halves = vec![at(0.0)];
    for pair in line.windows(2) {
        gone += step(pair);
        halves.push(at(gone));
    }
    halves
}

/// Whether a ring with positive area bends one way only, and once around.
#[must_use]
pub fn is_convex(ring: &[Point]) -> bool {
    let count = ring.len();
    let step = |index: usize| {
        let (from, to) = (ring[index % count], ring[(index + 1) % count]);
        [to[0] - from[0], to[1] - from[1]]
    };
    let mut into = step(count - 1);
    // Once around, the way sideways changes its sign twice.
    let (mut turns, mut before) = (0, into[0] > 0.0);
    for index in 0..count {
        let out = step(index);
        if into[0] * out[1] - into[1] * out[0] < -1e-4 {
            return false;
        }
        let now = out[0] > 0.0;
        turns += u32::from(now != before);
        (into, before) = (out, now);
    }
    turns <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_is_convex_and_an_arrow_is_not() {
        let square = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]];
        let arrow = [[0.0, 0.0], [4.0, 2.0], [0.0, 4.0], [1.0, 2.0]];
        let twice_around: Vec<Point> = square.into_iter().chain(square).collect();
        assert!(is_convex(&square));
        assert!(!is_convex(&arrow));
        assert!(!is_convex(&twice_around));
    }

    #[test]
    fn a_squares_mitres_point_out_of_its_corners() {
        let mut mitres = Vec::new();
        find_mitres(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]], true, &mut mitres);
        for (mitre, way) in mitres.iter().zip([[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]])
        {
            assert!((mitre[0] - way[0]).abs() < 1e-5 && (mitre[1] - way[1]).abs() < 1e-5);
        }
    }

    #[test]
    fn widths_are_spread_over_the_length() {
        let line = [[0.0, 0.0], [5.0, 0.0], [10.0, 0.0]];
        assert_eq!(half_widths(&line, &[2.0, 6.0], 1.0), [1.0, 2.0, 3.0]);
    }
}
