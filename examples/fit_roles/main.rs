//! Fits which signs speak for which part of a story, and says how well that does on sources not seen.
//!
//! ```text
//! cargo run --release --no-default-features --example fit_roles -- \
//!     [--write assets/roles.ron] [--note "where the data is from"] [--scenario compared.ron] labelled.jsonl …
//! ```
//!
//! Every line of a file is a sentence or two `{"source", "story", "label", "text"}` in the order in which they are told;
//! `label` is S, T, A or R, and a `file` keeps stories of the same number apart. Sentences of one source are never on both
//! sides: each source is labelled by what was fitted on all others. A label is compared with the part that is likeliest
//! over the sentences of its text: in the whole story, with line breaks or with spaces between the texts, and alone.
//!
//! How well a missing part is noticed is tried by taking every sentence of a part out of its story: the report gives how
//! often (AUC) the mean of the two strongest sentences is higher in a story that has the part.

#[path = "../fitting/mod.rs"]
mod fitting;
mod measured;

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use clap::Parser;
use hotseat::interview::{
    scenario::{Question, Scenario},
    scoring::{
        numbers::{Parts, RoleFit, Scale, Weights},
        roles::role_features,
    },
    star::Role,
    text::Text,
};
use serde::Deserialize;

use crate::{
    fitting::{descend, round},
    measured::{Cuts, quantile, report},
};

#[derive(Parser)]
struct Arguments {
    /// Where to write the fitted numbers.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The penalty on the squares of the weights, each times its sign's variance; all sentences together weigh 1.
    #[arg(long, default_value_t = 0.05)]
    ridge: f64,
    /// How far a sentence's neighbours are believed: the power of what usually follows what.
    #[arg(long, default_value_t = 0.4)]
    neighbours: f64,
    /// What to say of the data in that file.
    #[arg(long)]
    note: Vec<String>,
    /// A scenario whose model answers are labelled to compare, never to fit on.
    #[arg(long)]
    scenario: Vec<PathBuf>,
    /// Labelled stories.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    source: String,
    #[serde(default)]
    file: String,
    story: u32,
    label: char,
    text: String,
}

struct Story {
    set: String,
    source: String,
    texts: Vec<(usize, String)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let mut stories = Vec::new();
    for file in &arguments.files {
        stories.extend(read(file)?);
    }
    let mut sources: Vec<&str> = stories.iter().map(|s| s.source.as_str()).collect();
    sources.sort_unstable();
    sources.dedup();
    let of_all: Vec<&Story> = stories.iter().collect();
    let named: Vec<_> = arguments.files.iter().filter_map(|file| file.file_name()).collect();
    let texts: usize = stories.iter().map(|story| story.texts.len()).sum();
    let mut said = vec![format!(
        "fit_roles on {named:?}: {texts} labelled texts of {} stories from {} sources; ridge {}, neighbours {}",
        stories.len(),
        sources.len(),
        arguments.ridge,
        arguments.neighbours
    )];
    let folds: Vec<(RoleFit, Vec<&Story>)> = sources
        .iter()
        .map(|source| {
            let (inside, outside): (Vec<_>, Vec<_>) =
                of_all.iter().partition(|story| story.source == *source);
            (fit(&outside, &arguments), inside)
        })
        .collect();
    let mut sets: Vec<&str> = stories.iter().map(|s| s.set.as_str()).collect();
    sets.dedup();
    let mut everywhere = Cuts::default();
    for set in sets {
        let of_set: Vec<(&RoleFit, &Story)> = folds
            .iter()
            .flat_map(|(fit, inside)| inside.iter().map(move |story| (fit, *story)))
            .filter(|(_, story)| story.set == set)
            .collect();
        let cuts = report(&format!("{set}, cross-validated by source"), &of_set, &mut said);
        for (all, here) in everywhere.iter_mut().zip(cuts) {
            all.0.extend(here.0);
            all.1.extend(here.1);
        }
    }
    let mut fitted = fit(&of_all, &arguments);
    for (scale, (with, without)) in fitted.presence.iter_mut().zip(&mut everywhere) {
        // Three of four stories that have the part tell it wholly; half of those that have not have nothing of it.
        *scale =
            Scale { missing: round(quantile(without, 0.5)), told: round(quantile(with, 0.25)) };
    }
    for file in &arguments.scenario {
        let told = told(file)?;
        let of_set: Vec<(&RoleFit, &Story)> = told.iter().map(|s| (&fitted, s)).collect();
        report(&format!("{}, not fitted on", stem(file)), &of_set, &mut said);
    }
    if let Some(path) = arguments.write {
        fitted.provenance = arguments.note.into_iter().chain(said).collect();
        let head = "What the signs of a sentence weigh for its part in a story. Written by examples/fit_roles.rs; not to be edited by hand.";
        fitting::write(&path, head, &fitted)?;
    }
    Ok(())
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The model answers of a scenario.
fn told(file: &Path) -> Result<Vec<Story>, Box<dyn Error>> {
    let scenario = Scenario::from_ron(&fs::read_to_string(file)?)
        .map_err(|_| format!("{} is no scenario in order", file.display()))?;
    let story = |question: &Question| Story {
        set: stem(file),
        source: stem(file),
        texts: question.model.sentences().map(|s| (s.role as usize, s.text.clone())).collect(),
    };
    Ok(scenario.questions().iter().map(story).collect())
}

fn read(file: &Path) -> Result<Vec<Story>, Box<dyn Error>> {
    let set = stem(file);
    let mut stories: Vec<((String, String, u32), Story)> = Vec::new();
    for line in fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
        let line: Line = serde_json::from_str(line)?;
        let Some(label) = Role::ALL.iter().position(|role| role.letter() == line.label) else {
            return Err(format!("`{}` is none of S, T, A and R", line.label).into());
        };
        let key = (line.source.clone(), line.file, line.story);
        let at = stories.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            stories.push((key, Story { set: set.clone(), source: line.source, texts: Vec::new() }));
            stories.len() - 1
        });
        stories[at].1.texts.push((label, line.text));
    }
    Ok(stories.into_iter().map(|(_, story)| story).collect())
}

/// A text of texts, and where each of them ends.
fn joined<'a>(texts: impl Iterator<Item = &'a String>, with: &str) -> (Text, Vec<usize>) {
    let mut all = String::new();
    let mut ends = Vec::new();
    for text in texts {
        if !all.is_empty() {
            all.push_str(with);
        }
        all.push_str(text);
        ends.push(all.len());
    }
    (Text::read(&all), ends)
}

/// Fits everything but presence on some stories.
fn fit(stories: &[&Story], arguments: &Arguments) -> RoleFit {
    let mut alone = Vec::new();
    let mut placed = Vec::new();
    // One of each to start with, so that nothing is impossible.
    let mut follows = [[1.0; 4]; 4];
    let mut counts = [0.0; 4];
    for story in stories {
        let (answer, ends) = joined(story.texts.iter().map(|(_, text)| text), "\n");
        let n = answer.sentences().len();
        for (s, sentence) in answer.sentences().iter().enumerate() {
            let text = ends.partition_point(|end| *end <= sentence.span.start);
            let label = story.texts[text].0;
            let own = role_features::own(&answer, s);
            let mut here = own.clone();
            here.extend(role_features::place(s, n));
            alone.push((own, label));
            placed.push((here, label));
            counts[label] += 1.0;
        }
        for pair in story.texts.windows(2) {
            follows[pair[0].0][pair[1].0] += 1.0;
        }
    }
    let all: f64 = counts.iter().sum();
    let shares = counts.map(|count| count / all);
    let transitions = follows.map(|row| {
        let total: f64 = row.iter().sum();
        std::array::from_fn(|to| round((row[to] / total / shares[to]).powf(arguments.neighbours)))
    });
    RoleFit {
        provenance: Vec::new(),
        alone: regress(&alone, arguments.ridge),
        placed: regress(&placed, arguments.ridge),
        shares: shares.map(round),
        transitions,
        presence: [Scale { missing: 0.0, told: 1.0 }; 4],
    }
}

/// Multinomial logistic regression by Newton's steps, with a penalty on the weights.
fn regress(examples: &[(Vec<role_features::Sign>, usize)], ridge: f64) -> Weights {
    let mut index: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in examples.iter().flat_map(|(found, _)| found) {
        let next = index.len() + 1;
        index.entry(name).or_insert(next);
    }
    let n = index.len() + 1;
    let each = 1.0 / examples.len() as f64;
    let rows: Vec<(Vec<(usize, f64)>, usize)> = examples
        .iter()
        .map(|(found, label)| {
            let signs = found.iter().map(|(name, much)| (index[name], *much));
            (std::iter::once((0, 1.0)).chain(signs).collect(), *label)
        })
        .collect();
    let (mut mean, mut square) = (vec![0.0; n], vec![0.0; n]);
    for (i, x) in rows.iter().flat_map(|(row, _)| row) {
        mean[*i] += each * x;
        square[*i] += each * x * x;
    }
    // The levels are free but for their sum.
    let penalty: Vec<f64> = (0..n)
        .map(|i| if i == 0 { 1e-6 } else { ridge * (square[i] - mean[i] * mean[i]) + 1e-6 })
        .collect();
    let mut beta = vec![0.0; 4 * n];
    for _ in 0..25 {
        let mut gradient: Vec<f64> = (0..4 * n).map(|k| -penalty[k % n] * beta[k]).collect();
        let mut lower: Vec<Vec<f64>> = (0..4 * n).map(|k| vec![0.0; k + 1]).collect();
        for k in 0..4 * n {
            lower[k][k] = penalty[k % n];
        }
        for (row, label) in &rows {
            let sum = |r: usize| row.iter().map(|(i, x)| beta[r * n + i] * x).sum::<f64>();
            let sums: Parts = std::array::from_fn(sum);
            let highest = sums.into_iter().fold(f64::NEG_INFINITY, f64::max);
            let parts = sums.map(|sum| (sum - highest).exp());
            let total: f64 = parts.iter().sum();
            let p = parts.map(|part| part / total);
            for r in 0..4 {
                let off = f64::from(u8::from(r == *label)) - p[r];
                for (i, x) in row {
                    gradient[r * n + i] += each * off * x;
                }
                for q in 0..=r {
                    let bend = each * p[r] * (f64::from(u8::from(r == q)) - p[q]);
                    for (i, x) in row {
                        let line = &mut lower[r * n + i];
                        for (k, y) in row.iter().filter(|(k, _)| q < r || k <= i) {
                            line[q * n + k] += bend * x * y;
                        }
                    }
                }
            }
        }
        let before = beta.clone();
        descend(&mut beta, &lower, &mut gradient, 4 * n);
        if before.iter().zip(&beta).all(|(a, b)| (a - b).abs() < 1e-6) {
            break;
        }
    }
    let of = |i: usize| std::array::from_fn(|r| round(beta[r * n + i]));
    let signs = index.iter().map(|(name, i)| ((*name).to_owned(), of(*i))).collect();
    Weights { intercepts: of(0), signs }
}
