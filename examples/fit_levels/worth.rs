//! The fit: a sum over criteria of what their scores are worth, with slopes that are never below 0, and the borders between
//! levels on it.

use std::collections::BTreeMap;

use hotseat::interview::scoring::{criterion_id::CriterionId, numbers::LevelFit};

use crate::fitting::{descend_within, round};

/// How far beside its band a place may lie: a band reaches half a level beyond its ends.
const MARGIN: f64 = 0.25;
/// How much the place draws where readers put it, beside the ends of the band.
const DRAWN: f64 = 0.1;
/// The same for a level, once the sum is found.
const LEVEL_DRAWN: f64 = 0.5;
/// How fine the borders are looked for, in parts of all that can be reached.
const STEP: f64 = 0.01;
/// How far beside its place an answer is put as well, in such steps, when the borders are looked for.
const BESIDE: i32 = 2;
/// What is not asked for is taken to be as well done as the rest; so often that is found anew.
const ROUNDS: usize = 6;

/// One answer: what every criterion gives, where it is asked for.
#[derive(Clone)]
pub struct Row {
    pub scores: Vec<Option<f64>>,
    /// The lowest and the highest level that are fair.
    pub band: [f64; 2],
    /// Where in it readers put the answer.
    pub aim: f64,
    /// The highest level that a gate or how much is told leaves.
    pub cap: Option<u8>,
    pub weight: f64,
}

/// What was found.
pub struct Worth {
    /// The means from which on an answer is a 2, a 3, a 4 and a 5.
    borders: [f64; 4],
    /// For each criterion, what each stretch of its scores adds, in levels.
    slopes: Vec<Vec<f64>>,
}

impl Row {
    /// Whether a gate bounds it within its band, so that nothing has to lower it.
    fn is_held(&self) -> bool {
        self.cap.is_some_and(|cap| f64::from(cap) <= self.band[1])
    }

    /// How far each score reaches into its stretches; what is not asked for reaches as far as `else_` says.
    fn reaches(&self, stretches: usize, else_: f64) -> Vec<f64> {
        let scores = self.scores.iter().flat_map(|score| {
            (0..stretches).map(move |k| match score {
                Some(score) => (score * stretches as f64 - k as f64).clamp(0.0, 1.0),
                None => else_,
            })
        });
        std::iter::once(1.0).chain(scores).collect()
    }

    /// The loss at a place, with its slope and its curvature.
    fn loss(&self, place: f64) -> [f64; 3] {
        let [low, high] = [self.band[0] - MARGIN, self.band[1] + MARGIN];
        let drawn = if self.is_held() { 0.0 } else { DRAWN };
        let beyond = if place < low {
            place - low
        } else if place > high && !self.is_held() {
            place - high
        } else {
            0.0
        };
        let curved = if beyond == 0.0 { 0.0 } else { 2.0 };
        let off = place - self.aim;
        [
            beyond * beyond + drawn * off * off,
            2.0 * beyond + 2.0 * drawn * off,
            curved + 2.0 * drawn,
        ]
    }
}

impl Worth {
    fn of(beta: &[f64], stretches: usize) -> Self {
        let slopes: Vec<Vec<f64>> = beta[1..].chunks(stretches).map(<[f64]>::to_vec).collect();
        let all: f64 = slopes.iter().flatten().sum();
        let borders = [1.5, 2.5, 3.5, 4.5].map(|place| (place - beta[0]) / all.max(1e-9));
        Self { borders, slopes }.in_order()
    }

    /// The same with borders that lie apart and within what can be reached.
    fn in_order(mut self) -> Self {
        for at in 0..self.borders.len() {
            let below = if at == 0 { 0.0 } else { self.borders[at - 1] };
            let room = 1.0 - STEP * (self.borders.len() - at) as f64;
            self.borders[at] = self.borders[at].max(below + STEP).min(room);
        }
        self
    }

    /// The same with the border to a 4 just below where these answers lie, each of which has to be one at least.
    pub fn reaching(mut self, strong: &[&Row]) -> Self {
        let free = strong.iter().filter(|row| row.cap.is_none_or(|cap| cap >= 4));
        let least = free.map(|row| self.mean(row)).fold(f64::MAX, f64::min);
        self.borders[2] = self.borders[2].min(least - STEP / 10.0).max(self.borders[1] + STEP);
        self
    }

    /// The same with each border where the levels lie best in their bands and nearest to where readers put the answers, the
    /// middle of such places. What is a 1 is a matter of gates.
    fn bordered(mut self, rows: &[&Row]) -> Self {
        let means: Vec<f64> = rows.iter().map(|row| self.mean(row)).collect();
        let loss = |borders: &[f64; 4]| -> f64 {
            let off = |row: &Row, mean: f64| {
                let level = f64::from(level(borders, mean, row.cap));
                let beside = (row.band[0] - level).max(level - row.band[1]).max(0.0);
                row.weight * (beside * beside + LEVEL_DRAWN * (level - row.aim).powi(2))
            };
            // Beside where it was put as well, so that no border hangs on a single answer.
            let around = |row: &Row, mean: f64| -> f64 {
                (-BESIDE..=BESIDE).map(|k| off(row, mean + f64::from(k) * STEP)).sum()
            };
            rows.iter().zip(&means).map(|(row, mean)| around(row, *mean)).sum()
        };
        for _ in 0..ROUNDS {
            for at in 1..self.borders.len() {
                let upper = self.borders.get(at + 1).copied().unwrap_or(1.0);
                let tried = |place: f64| {
                    let mut borders = self.borders;
                    borders[at] = place;
                    (loss(&borders), place)
                };
                let first = self.borders[at - 1] + STEP;
                let places = ((upper - first) / STEP).max(0.0) as usize;
                let all: Vec<_> = (0..places).map(|k| tried(first + STEP * k as f64)).collect();
                let best = all.iter().map(|(loss, _)| *loss).fold(f64::INFINITY, f64::min);
                let equal: Vec<f64> = all
                    .iter()
                    .filter(|(l, _)| *l <= best + 1e-9)
                    .map(|(_, place)| *place)
                    .collect();
                if let Some(middle) = equal.get(equal.len() / 2) {
                    self.borders[at] = *middle;
                }
            }
        }
        self
    }

    /// The mean of what is reached over the criteria that are asked for, from 0 to 1.
    fn mean(&self, row: &Row) -> f64 {
        let stretches = self.slopes.first().map_or(1, Vec::len);
        let reached = row.reaches(stretches, 0.0);
        let reached = reached[1..].chunks(stretches);
        let (mut sum, mut all) = (0.0, 0.0);
        for ((slopes, reached), _) in
            self.slopes.iter().zip(reached).zip(&row.scores).filter(|(_, score)| score.is_some())
        {
            sum += slopes.iter().zip(reached).map(|(slope, part)| slope * part).sum::<f64>();
            all += slopes.iter().sum::<f64>();
        }
        if all > 0.0 { sum / all } else { 0.0 }
    }

    /// The level of an answer, within what its gates allow.
    pub fn level(&self, row: &Row) -> u8 {
        level(&self.borders, self.mean(row), row.cap)
    }

    /// As the game reads it.
    pub fn into_level_fit(self, criteria: &[CriterionId], doubt: f32) -> LevelFit {
        let mut fit = LevelFit {
            borders: self.borders.map(|border| round(border) as f32),
            weights: BTreeMap::new(),
            worth: BTreeMap::new(),
            doubt,
        };
        for (criterion, slopes) in criteria.iter().zip(self.slopes) {
            let weight: f64 = slopes.iter().sum();
            if weight < 0.005 {
                continue;
            }
            let mut reached = 0.0;
            let worth = slopes.iter().map(|slope| {
                reached += slope / weight;
                round(reached.min(1.0)) as f32
            });
            fit.worth.insert(*criterion, std::iter::once(0.0).chain(worth).collect());
            fit.weights.insert(*criterion, round(weight) as f32);
        }
        fit
    }
}

/// The level of a mean, within what gates allow: only a gate that allows no more than a 1 says that there is no answer.
fn level(borders: &[f64; 4], mean: f64, cap: Option<u8>) -> u8 {
    let reached = 1 + borders.iter().filter(|border| mean >= **border).count() as u8;
    let cap = cap.unwrap_or(5);
    reached.max(cap.min(2)).min(cap)
}

/// What a criterion is taken to count before anything is known, and how firmly.
#[derive(Clone, Copy)]
pub struct Prior {
    /// In levels, evenly over its scores.
    pub counts: f64,
    /// How many times the penalty of others.
    pub firmly: f64,
    /// The most that it may count, in levels: no stretch of its scores counts more than its even share of that.
    pub most: f64,
}

/// Fits rows of criteria with these priors.
pub fn fit(rows: &[&Row], priors: &[Prior], stretches: usize, ridge: f64) -> Worth {
    let entries = 1 + priors.len() * stretches;
    let spread = |of: fn(&Prior) -> f64| -> Vec<f64> {
        let all = priors.iter().flat_map(|prior| std::iter::repeat_n(of(prior), stretches));
        std::iter::once(0.0).chain(all).collect()
    };
    let prior: Vec<f64> =
        spread(|prior| prior.counts).into_iter().map(|counts| counts / stretches as f64).collect();
    let ridge: Vec<f64> = spread(|prior| prior.firmly).into_iter().map(|f| ridge * f).collect();
    let most: Vec<f64> =
        spread(|prior| prior.most).into_iter().map(|most| most / stretches as f64).collect();
    let bounds = |i: usize| if i == 0 { f64::NEG_INFINITY..=f64::INFINITY } else { 0.0..=most[i] };
    let weights: f64 = rows.iter().map(|row| row.weight).sum();
    let mut beta: Vec<f64> = prior.clone();
    beta[0] = 1.0;
    for _ in 0..ROUNDS {
        let so_far = Worth::of(&beta, stretches);
        let reached: Vec<Vec<f64>> =
            rows.iter().map(|row| row.reaches(stretches, so_far.mean(row))).collect();
        let place = |beta: &[f64], x: &[f64]| beta.iter().zip(x).map(|(b, x)| b * x).sum::<f64>();
        let loss = |beta: &[f64]| {
            let off = rows
                .iter()
                .zip(&reached)
                .map(|(row, x)| row.weight / weights * row.loss(place(beta, x))[0]);
            let far = beta.iter().zip(&prior).zip(&ridge).map(|((b, p), r)| r * (b - p).powi(2));
            off.sum::<f64>() + far.sum::<f64>()
        };
        let mut before = loss(&beta);
        for _ in 0..200 {
            let mut curvature = vec![vec![0.0; entries]; entries];
            let mut down = vec![0.0; entries];
            for (i, row) in curvature.iter_mut().enumerate() {
                row[i] = 2.0 * ridge[i] + 1e-9;
                down[i] = -2.0 * ridge[i] * (beta[i] - prior[i]);
            }
            for (row, x) in rows.iter().zip(&reached) {
                let [_, slope, curved] = row.loss(place(&beta, x));
                let weight = row.weight / weights;
                for i in (0..entries).filter(|i| x[*i] != 0.0) {
                    down[i] -= weight * slope * x[i];
                    for k in 0..=i {
                        curvature[i][k] += weight * curved * x[i] * x[k];
                    }
                }
            }
            let mut next = beta.clone();
            descend_within(&mut next, &curvature, &mut down, bounds);
            // A whole step may lead too far, since the loss is quadratic only in pieces.
            let mut after = loss(&next);
            for _ in 0..20 {
                if after <= before {
                    break;
                }
                for (to, from) in next.iter_mut().zip(&beta) {
                    *to = (*to + from) / 2.0;
                }
                after = loss(&next);
            }
            if after > before - 1e-9 {
                break;
            }
            (beta, before) = (next, after);
        }
    }
    Worth::of(&beta, stretches).bordered(rows)
}
