//! Fits what the traits of a key point weigh on graded answers, and says how well that does on questions not seen.
//!
//! ```text
//! cargo run --release --no-default-features --features meaning --example fit_closeness -- \
//!     [--write assets/closeness.ron] [--note "where the data is from"] graded.jsonl …
//! ```
//!
//! Every line of a file is `{"set", "qid", "question", "refs": […], "answer"}` with a grade: `score` (with `max`, 1 where
//! it is left out), `label2` (`correct`, `incorrect`), or `share`, how much of the reference is told, from 0 to 1. `subset`
//! is kept apart in the report, and a row counts `weight` times, once where that is left out. Rows of one question are
//! never on both sides: ten folds by `qid`. The report gives Pearson's r of closeness with the grade, the root mean square
//! error on the set's own scale after a straight line fitted on the other folds, and the share of right two-way labels.
//!
//! A key point that is graded as part of an answer takes the answer's grade. Sets differ in how kindly they score, so
//! each has a level of its own while fitting; labels and shares mean the same in every set, and theirs is the level that
//! the file gets. Questions with one reference and with several are fitted apart.

mod fitting;

use std::{collections::BTreeMap, error::Error, fs, path::PathBuf};

use clap::Parser;
use hotseat::interview::scoring::{
    Scorer,
    fitted::{Fit, Fits, Fitted},
    meaning::Meaning,
    reference::Reference,
    traits::{TRAITS, Traits},
};
use serde::Deserialize;

use crate::fitting::{descend, round};

const FOLDS: usize = 10;

#[derive(Parser)]
struct Arguments {
    /// Where to write the fitted numbers.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The penalty on the squares of the slopes, each times its trait's variance; all rows together weigh 1.
    #[arg(long, default_value_t = 1e-1)]
    ridge: f64,
    /// What to say of the data in that file.
    #[arg(long)]
    note: Vec<String>,
    /// Graded answers.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    set: String,
    qid: String,
    #[serde(default)]
    subset: String,
    question: String,
    refs: Vec<String>,
    answer: String,
    score: Option<f64>,
    max: Option<f64>,
    label2: Option<String>,
    share: Option<f64>,
    #[serde(default = "once")]
    weight: f64,
}

fn once() -> f64 {
    1.0
}

struct Row {
    set: String,
    subset: String,
    fold: usize,
    /// From 0 to 1.
    grade: f64,
    scale: f64,
    weight: f64,
    /// Right or wrong rather than more or less.
    two_way: bool,
    /// Whose grades mean the same: all labels and shares, or the scores of one set.
    level: String,
    references: usize,
    points: Vec<(Traits, f32)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let meaning = Meaning::load()?;
    let mut rows = Vec::new();
    for file in &arguments.files {
        let mut folds: BTreeMap<String, usize> = BTreeMap::new();
        let mut scorers: BTreeMap<String, Scorer> = BTreeMap::new();
        for line in fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line)?;
            let next = folds.len();
            let fold = *folds.entry(line.qid.clone()).or_insert(next) % FOLDS;
            let key = format!("{}\u{0}{:?}", line.question, line.refs);
            let scorer = scorers.entry(key).or_insert_with(|| {
                let reference = Reference::from_texts(&line.question, &line.refs);
                let scorer = Scorer::new(vec![reference]);
                scorer.learn(meaning.clone());
                scorer
            });
            let scale = line.max.unwrap_or(1.0);
            let (grade, level) = match (&line.label2, line.share, line.score) {
                (Some(label), ..) => (f64::from(u8::from(label == "correct")), String::new()),
                (_, Some(share), _) => (share, String::new()),
                (_, _, Some(score)) => (score / scale, line.set.clone()),
                _ => return Err("a row has no grade".into()),
            };
            rows.push(Row {
                set: line.set,
                subset: line.subset,
                fold,
                grade,
                scale,
                weight: line.weight,
                level,
                references: line.refs.len(),
                two_way: line.label2.is_some(),
                points: scorer.traits(0, &line.answer)?,
            });
        }
    }
    let mut said = vec![format!("{} graded answers", rows.len())];
    let mut both = Vec::new();
    for (name, by_meaning) in [("words", false), ("meaning", true)] {
        println!("\n== {name}: cross-validated by question, {FOLDS} folds");
        let mut guessed = vec![0.0; rows.len()];
        for fold in 0..FOLDS {
            let fits =
                fits(rows.iter().filter(|row| row.fold != fold), by_meaning, arguments.ridge);
            for (guess, row) in guessed.iter_mut().zip(&rows).filter(|(_, row)| row.fold == fold) {
                *guess = closeness(fits.of(row.references), row);
            }
        }
        for line in report(&rows, &guessed) {
            println!("{line}");
            said.push(format!("{name}, cross-validated: {line}"));
        }
        both.push(fits(rows.iter(), by_meaning, arguments.ridge));
    }
    let (Some(meaning), Some(words)) = (both.pop(), both.pop()) else {
        return Err("nothing was fitted".into());
    };
    if let Some(path) = arguments.write {
        let provenance = arguments.note.into_iter().chain(said).collect();
        let fitted = Fitted { provenance, words, meaning };
        let head = "What the traits of a key point weigh. Written by examples/fit_closeness.rs; not to be edited by hand.";
        fitting::write(&path, head, &fitted)?;
    }
    Ok(())
}

fn closeness(fit: &Fit, row: &Row) -> f64 {
    row.points.iter().map(|(traits, share)| f64::from(fit.score(traits) * share)).sum()
}

/// A fit for the questions with one reference, and one for those with several.
fn fits<'a>(rows: impl Iterator<Item = &'a Row>, by_meaning: bool, ridge: f64) -> Fits {
    let (several, one): (Vec<_>, Vec<_>) = rows.partition(|row| row.references > 1);
    Fits { one: fit(&one, by_meaning, ridge), several: fit(&several, by_meaning, ridge) }
}

/// Logistic regression by Newton's steps, with a penalty on the slopes, none of which is below 0.
fn fit(rows: &[&Row], by_meaning: bool, ridge: f64) -> Fit {
    let mut levels: Vec<&str> = rows.iter().map(|row| row.level.as_str()).collect();
    levels.sort_unstable();
    levels.dedup();
    let traits: Vec<_> = TRAITS.iter().filter(|t| by_meaning || !t.by_meaning).collect();
    let all: f64 = rows.iter().map(|row| row.weight).sum();
    let mut examples = Vec::new();
    for row in rows {
        for (point, share) in &row.points {
            let mut x: Vec<f64> =
                levels.iter().map(|level| f64::from(u8::from(*level == row.level))).collect();
            x.extend(traits.iter().flat_map(|t| t.stretches(point)));
            examples.push((x, row.grade, row.weight / all * f64::from(*share)));
        }
    }
    let n = examples.first().map_or(0, |(x, ..)| x.len());
    let mean = |i: usize| examples.iter().map(|(x, _, w)| w * x[i]).sum::<f64>();
    let penalty: Vec<f64> = (0..n)
        .map(|i| {
            let middle = mean(i);
            let variance =
                examples.iter().map(|(x, _, w)| w * (x[i] - middle).powi(2)).sum::<f64>();
            // The levels are free.
            if i < levels.len() { 1e-9 } else { ridge * variance + 1e-9 }
        })
        .collect();
    let mut beta = vec![0.0; n];
    for _ in 0..25 {
        let mut gradient: Vec<f64> = (0..n).map(|i| -penalty[i] * beta[i]).collect();
        let mut curvature = vec![vec![0.0; n]; n];
        for (i, row) in curvature.iter_mut().enumerate() {
            row[i] = penalty[i];
        }
        for (x, grade, weight) in &examples {
            let sum: f64 = x.iter().zip(&beta).map(|(x, b)| x * b).sum();
            let p = 1.0 / (1.0 + (-sum).exp());
            for i in (0..n).filter(|i| x[*i] != 0.0) {
                gradient[i] += weight * (grade - p) * x[i];
                for k in (0..=i).filter(|k| x[*k] != 0.0) {
                    curvature[i][k] += weight * p * (1.0 - p) * x[i] * x[k];
                }
            }
        }
        let before = beta.clone();
        descend(&mut beta, &curvature, &mut gradient, levels.len());
        if before.iter().zip(&beta).all(|(a, b)| (a - b).abs() < 1e-6) {
            break;
        }
    }
    // The level of labels and shares has the empty name, which comes first.
    let intercept = beta.first().copied().unwrap_or_default();
    let mut slopes = BTreeMap::new();
    let mut at = levels.len();
    for known in traits {
        let end = at + 1 + known.knots.len();
        let rounded = beta[at..end].iter().map(|slope| round(*slope)).collect();
        slopes.insert(known.id.to_owned(), rounded);
        at = end;
    }
    Fit { intercept: round(intercept), slopes }
}

/// A line for each set and subset.
fn report(rows: &[Row], guessed: &[f64]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut groups: Vec<(&str, &str)> =
        rows.iter().map(|r| (r.set.as_str(), r.subset.as_str())).collect();
    groups.sort_unstable();
    groups.dedup();
    let mut sets: Vec<(&str, Option<&str>)> = groups.iter().map(|(set, _)| (*set, None)).collect();
    sets.extend(
        groups.iter().filter(|(_, sub)| !sub.is_empty()).map(|(set, sub)| (*set, Some(*sub))),
    );
    sets.sort_unstable();
    sets.dedup();
    for (set, subset) in sets {
        let of_set: Vec<(&Row, f64)> =
            rows.iter().zip(guessed.iter().copied()).filter(|(row, _)| row.set == set).collect();
        let wanted = |row: &Row| subset.is_none_or(|subset| row.subset == subset);
        let (mut xs, mut ys) = (Vec::new(), Vec::new());
        let mut squares = 0.0;
        let mut right = 0_usize;
        for fold in 0..FOLDS {
            let (inside, outside): (Vec<_>, Vec<_>) =
                of_set.iter().copied().partition(|(row, _)| row.fold == fold);
            let (slope, level) =
                line(&outside.iter().map(|(r, g)| (*g, r.grade)).collect::<Vec<_>>());
            for (row, guess) in inside.into_iter().filter(|(row, _)| wanted(row)) {
                let grade = (level + slope * guess).clamp(0.0, 1.0);
                squares += (grade - row.grade).powi(2) * row.scale.powi(2);
                right += usize::from((guess >= 0.5) == (row.grade >= 0.5));
                xs.push(guess);
                ys.push(row.grade);
            }
        }
        let n = xs.len();
        let r = pearson(&xs, &ys);
        let rmse = (squares / n as f64).sqrt();
        let name = subset.map_or(set.to_owned(), |subset| format!("{set} {subset}"));
        let two_way = of_set.first().is_some_and(|(row, _)| row.two_way);
        lines.push(if two_way {
            format!("{name}: two-way accuracy {:.3}, r {r:.3}, {n} rows", right as f64 / n as f64)
        } else {
            format!("{name}: r {r:.3}, RMSE {rmse:.3}, {n} rows")
        });
    }
    lines
}

/// The straight line nearest to points: slope and level.
fn line(points: &[(f64, f64)]) -> (f64, f64) {
    let n = points.len().max(1) as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), (a, b)| (x + a / n, y + b / n));
    let over: f64 = points.iter().map(|(a, b)| (a - x) * (b - y)).sum();
    let under: f64 = points.iter().map(|(a, _)| (a - x).powi(2)).sum();
    let slope = if under > 0.0 { over / under } else { 0.0 };
    (slope, y - slope * x)
}

fn pearson(xs: &[f64], ys: &[f64]) -> f64 {
    let n = xs.len().max(1) as f64;
    let (x, y) = (xs.iter().sum::<f64>() / n, ys.iter().sum::<f64>() / n);
    let both: f64 = xs.iter().zip(ys).map(|(a, b)| (a - x) * (b - y)).sum();
    let (a, b): (f64, f64) =
        (xs.iter().map(|a| (a - x).powi(2)).sum(), ys.iter().map(|b| (b - y).powi(2)).sum());
    if a * b > 0.0 { both / (a * b).sqrt() } else { 0.0 }
}
