//! Fits what the traits of a key point weigh on graded answers, and says how well that does on questions not seen.
//!
//! ```text
//! cargo run --release --no-default-features --features meaning --example fit_closeness -- \
//!     [--write assets/closeness.ron] [--note "where the data is from"] graded.jsonl …
//! ```
//!
//! A line with a `case` is an answer to a panel's question; `examples/fitting/shares.ron` says how much of the model answer
//! one of its kind tells, `--often` how many times it counts, and kinds that are not there are left out. Where it has no
//! references, the shipped scene has its question's.
//!
//! The model answers of the shipped scenes are told in part, word for word, as well: how much of them is told is known.
//!
//! So it is of answers put together of `--claims`, whose sentences are known to tell a claim of their story, to tell it in part or to turn
//! it round (`examples/reader/claims`; those that the reader was not trained on). They teach the fit by meaning alone.
//!
//! Every other line of a file is `{"set", "qid", "question", "refs": […], "answer"}` with a grade: `score` (with `max`, 1 where
//! it is left out), `label2` (`correct`, `incorrect`), or `share`, how much of the reference is told, from 0 to 1. `subset`
//! is kept apart in the report, and a row counts `weight` times, once where that is left out. Rows of one question are
//! never on both sides: ten folds by `qid`. The report gives Pearson's r of closeness with the grade, the root mean square
//! error on the set's own scale after a straight line fitted on the other folds, and the share of right two-way labels.
//!
//! What is fitted is the grade of an answer as the mean of its key points, each with its share. Sets differ in how kindly
//! they score, so each has a level of its own while fitting; labels and shares mean the same in every set, and theirs is the level that
//! the file gets. Questions with one reference and with several are fitted apart, and so are model answers that somebody
//! tells of themselves.

mod fitting;

use std::{collections::BTreeMap, error::Error, fs, path::PathBuf};

use clap::Parser;
use hotseat::interview::{
    chance::Chance,
    scenario::Scenario,
    scoring::{
        Scorer,
        closeness::{
            match_features::{MatchFeatures, TRAITS},
            reference::Reference,
        },
        engine::Engine,
        numbers::{Fits, Fitted, MatchFit, Numbers},
    },
};
use serde::Deserialize;

use crate::fitting::{descend, round};

const FOLDS: usize = 10;

/// Kinds of answers of which words alone tell hardly anything.
const IN_OTHER_WORDS: [&str; 3] = [TOGETHER, "this_paraphrase_loose", "this_vague"];

/// The kind of answers that are put together of claims.
const TOGETHER: &str = "together";
/// So many of them a story.
const A_STORY: usize = 16;
/// What a sentence that tells a claim in part is worth.
const IN_PART: f64 = 0.4;

/// Which sentences of so many are told: the first half, the second, every other one, and all but every third.
const PIECES: [fn(usize, usize) -> bool; 4] = [
    |at, all| at < all.div_ceil(2),
    |at, all| at >= all.div_ceil(2),
    |at, _| at % 2 == 0,
    |at, _| at % 3 != 2,
];

/// The scenes whose model answers are told in part.
const SCENES: [&str; 2] = [
    include_str!("../scenes/senior-pm-promotion.scenario.ron"),
    include_str!("../scenes/ward-manager.scenario.ron"),
];

#[derive(Parser)]
struct Arguments {
    /// Where to write the fitted numbers.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The penalty on the squares of the slopes, each times its trait's variance; all rows together weigh 1.
    #[arg(long, default_value_t = 5e-2)]
    ridge: f64,
    /// What to say of the data in that file.
    #[arg(long)]
    note: Vec<String>,
    /// How often an answer to a panel's question counts.
    #[arg(long, default_value_t = 40.0)]
    often: f64,
    /// Claims with what tells each, tells it in part and turns it round.
    #[arg(long)]
    claims: Vec<PathBuf>,
    /// How often an answer put together of them counts.
    #[arg(long, default_value_t = 20.0)]
    claims_often: f64,
    /// Fits alone what model answers weigh that somebody tells of themselves, by meaning; all else stays as it ships.
    #[arg(long)]
    stories: bool,
    /// Graded answers.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default = "panel")]
    set: String,
    #[serde(default)]
    qid: String,
    #[serde(default)]
    subset: String,
    #[serde(default)]
    case: String,
    question: String,
    #[serde(default, alias = "references")]
    refs: Vec<String>,
    answer: String,
    score: Option<f64>,
    max: Option<f64>,
    label2: Option<String>,
    share: Option<f64>,
    #[serde(default = "once")]
    weight: f64,
}

fn panel() -> String {
    "panel".to_owned()
}

fn once() -> f64 {
    1.0
}

struct Row {
    set: String,
    subset: String,
    /// What kind of answer to a panel's question it is; empty for all others.
    case: String,
    fold: usize,
    /// From 0 to 1.
    grade: f64,
    scale: f64,
    weight: f64,
    /// Right or wrong rather than more or less.
    two_way: bool,
    /// Whose grades mean the same: all labels and shares, or the scores of one set.
    level: String,
    /// Whether somebody tells the model answer of themselves.
    is_told: bool,
    references: usize,
    points: Vec<(MatchFeatures, f32)>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let engine = Engine::load()?;
    let shares: BTreeMap<String, f64> = ron::from_str(include_str!("fitting/shares.ron"))?;
    let scene = Scenario::from_ron(SCENES[0]).map_err(|faults| format!("{faults:#?}"))?;
    let mut rows = Vec::new();
    for file in &arguments.files {
        let mut folds: BTreeMap<String, usize> = BTreeMap::new();
        let mut scorers: BTreeMap<String, Scorer> = BTreeMap::new();
        for line in fs::read_to_string(file)?.lines().filter(|line| !line.trim().is_empty()) {
            let mut line: Line = serde_json::from_str(line)?;
            if !line.case.is_empty() {
                let Some(share) = shares.get(&line.case) else { continue };
                line.share = Some(*share);
                line.weight = arguments.often;
                line.qid.clone_from(&line.question);
                if line.refs.is_empty() {
                    let asked = scene.questions().iter().find(|q| q.text == line.question);
                    line.refs.extend(asked.map(|question| question.model.text()));
                }
            }
            let next = folds.len();
            let fold = *folds.entry(line.qid.clone()).or_insert(next) % FOLDS;
            let key = format!("{}\u{0}{:?}", line.question, line.refs);
            let scorer = scorers.entry(key).or_insert_with(|| {
                let reference = Reference::from_texts(&line.question, &line.refs);
                Scorer::new(vec![reference]).with(engine.clone())
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
                case: line.case,
                fold,
                grade,
                scale,
                weight: line.weight,
                level,
                is_told: scorer.reference(0).is_some_and(Reference::is_told),
                references: line.refs.len(),
                two_way: line.label2.is_some(),
                points: scorer.traits(0, &line.answer)?,
            });
        }
    }
    if arguments.often > 0.0 {
        for scene in SCENES {
            rows.extend(pieces(scene, &engine, arguments.often)?);
        }
    }
    for file in &arguments.claims {
        rows.extend(together(&fs::read_to_string(file)?, &engine, arguments.claims_often)?);
    }
    if arguments.stories {
        rows.retain(|row| row.is_told && row.references == 1);
    }
    let mut said = vec![format!("{} graded answers", rows.len())];
    let mut both = Vec::new();
    let ways = [("words", false), ("meaning", true)];
    for (name, by_meaning) in ways.into_iter().skip(usize::from(arguments.stories)) {
        println!("\n== {name}: cross-validated by question, {FOLDS} folds");
        let mut guessed = vec![0.0; rows.len()];
        for fold in 0..FOLDS {
            let fits =
                fits(rows.iter().filter(|row| row.fold != fold), by_meaning, arguments.ridge);
            for (guess, row) in guessed.iter_mut().zip(&rows).filter(|(_, row)| row.fold == fold) {
                *guess = closeness(fits.of(row.is_told, row.references), row);
            }
        }
        for line in report(&rows, &guessed) {
            println!("{line}");
            said.push(format!("{name}, cross-validated: {line}"));
        }
        both.push(fits(rows.iter(), by_meaning, arguments.ridge));
    }
    let Some(mut meaning) = both.pop() else { return Err("nothing was fitted".into()) };
    let shipped = &Numbers::shipped().closeness;
    let words = both.pop().unwrap_or_else(|| shipped.words.clone());
    if arguments.stories {
        let story = meaning.story;
        meaning = Fits { story, ..shipped.meaning.clone() };
        // What was said of the others stays; of stories it is said anew.
        let anew = |line: &&String| !line.starts_with("stories anew");
        let before = shipped.provenance.iter().filter(anew).cloned();
        said = before.chain(said.iter().map(|line| format!("stories anew: {line}"))).collect();
    }
    if let Some(path) = arguments.write {
        let provenance = arguments.note.into_iter().chain(said).collect();
        let fitted = Fitted { provenance, words, meaning };
        let head = "What the traits of a key point weigh. Written by examples/fit_closeness.rs; not to be edited by hand.";
        fitting::write(&path, head, &fitted)?;
    }
    Ok(())
}

/// The model answers of a scene told in part, word for word: how much of each is told is known.
fn pieces(scene: &str, engine: &Engine, weight: f64) -> Result<Vec<Row>, Box<dyn Error>> {
    let scene = Scenario::from_ron(scene).map_err(|faults| format!("{faults:#?}"))?;
    let mut rows = Vec::new();
    for (number, question) in scene.questions().iter().enumerate() {
        let model = question.model.text();
        let sentences: Vec<&str> =
            question.model.sentences().map(|sentence| sentence.text.as_str()).collect();
        let reference = Reference::from_texts(&question.text, &[model]);
        let is_told = reference.is_told();
        let scorer = Scorer::new(vec![reference]).with(engine.clone());
        let words = |text: &str| text.split_whitespace().count() as f64;
        let all: f64 = sentences.iter().map(|text| words(text)).sum();
        for picks in PIECES {
            let picked = sentences.iter().enumerate();
            let picked = picked.filter(|(at, _)| picks(*at, sentences.len()));
            let picked: Vec<&str> = picked.map(|(_, text)| *text).collect();
            rows.push(Row {
                set: "pieces".to_owned(),
                subset: String::new(),
                case: String::new(),
                fold: number % FOLDS,
                grade: picked.iter().map(|text| words(text)).sum::<f64>() / all,
                scale: 1.0,
                weight,
                level: String::new(),
                is_told,
                references: 1,
                two_way: false,
                points: scorer.traits(0, &picked.join(" "))?,
            });
        }
    }
    Ok(rows)
}

/// A story of claims, each with sentences whose bearing on it is known.
#[derive(Deserialize)]
struct Told {
    question: String,
    points: Vec<Claim>,
}

#[derive(Deserialize)]
struct Claim {
    claim: String,
    said: Vec<String>,
    part: Vec<String>,
    turned: Vec<String>,
    beside: Vec<String>,
}

/// Answers that are put together of sentences on the claims of a story: how much of it each tells is known.
fn together(stories: &str, engine: &Engine, weight: f64) -> Result<Vec<Row>, Box<dyn Error>> {
    let mut rows = Vec::new();
    for (number, line) in stories.lines().filter(|line| !line.is_empty()).enumerate() {
        let story: Told = serde_json::from_str(line)?;
        let model: Vec<&str> = story.points.iter().map(|point| point.claim.as_str()).collect();
        let reference = Reference::from_texts(&story.question, &[model.join(" ")]);
        let is_told = reference.is_told();
        let scorer = Scorer::new(vec![reference]).with(engine.clone());
        let mut chance = Chance::new(number as u64, 0);
        for _ in 0..A_STORY {
            // Some answers tell nearly all, some turn much round, some stop early.
            let (tells, turns) = (chance.unit(), chance.unit());
            let end = story.points.len() - chance.below(3) * chance.below(2);
            let (mut told, mut sentences) = (0.0, Vec::new());
            for point in &story.points[..end] {
                let mut any = |of: &[String]| of.get(chance.below(of.len())).cloned();
                let (said, part) = (any(&point.said), any(&point.part));
                let (turned, beside) = (any(&point.turned), any(&point.beside));
                let (worth, sentence) = match (chance.unit() < tells, chance.unit()) {
                    (true, draw) if draw < 0.15 => (1.0, Some(point.claim.clone())),
                    (true, draw) if draw < 0.85 => (1.0, said),
                    (true, _) => (IN_PART, part),
                    (false, draw) if draw < turns => (0.0, turned),
                    (false, draw) if draw < 0.5 + turns / 2.0 => (0.0, beside),
                    (false, _) => (0.0, None),
                };
                told += worth;
                sentences.extend(sentence);
            }
            rows.push(Row {
                set: TOGETHER.to_owned(),
                subset: String::new(),
                case: TOGETHER.to_owned(),
                fold: number % FOLDS,
                grade: told / story.points.len() as f64,
                scale: 1.0,
                weight,
                level: String::new(),
                is_told,
                references: 1,
                two_way: false,
                points: scorer.traits(0, &sentences.join(" "))?,
            });
        }
    }
    Ok(rows)
}

fn closeness(fit: &MatchFit, row: &Row) -> f64 {
    row.points.iter().map(|(traits, share)| f64::from(fit.score(traits) * share)).sum()
}

/// A fit for each kind of model answer; one without rows keeps the numbers that ship.
fn fits<'a>(rows: impl Iterator<Item = &'a Row>, by_meaning: bool, ridge: f64) -> Fits {
    let (several, one): (Vec<_>, Vec<_>) = rows.partition(|row| row.references > 1);
    // What people tell of themselves teaches how a textbook's lines are met as well, but not the other way round.
    let told: Vec<_> = one.iter().copied().filter(|row| row.is_told).collect();
    let one: Vec<_> = one.iter().copied().filter(|row| row.case != TOGETHER).collect();
    let story: Vec<_> = told
        .into_iter()
        .filter(|row| by_meaning || !IN_OTHER_WORDS.contains(&row.case.as_str()))
        .collect();
    let shipped = &Numbers::shipped().closeness;
    let shipped = if by_meaning { &shipped.meaning } else { &shipped.words };
    let fitted = |rows: &[&Row], kept: &MatchFit| {
        if rows.is_empty() { kept.clone() } else { fit(rows, by_meaning, ridge) }
    };
    Fits {
        one: fitted(&one, &shipped.one),
        several: fitted(&several, &shipped.several),
        story: fitted(&story, &shipped.story),
    }
}

/// A graded answer: what was compared for each key point, with its share.
struct Example {
    points: Vec<(Vec<f64>, f64)>,
    grade: f64,
    weight: f64,
}

impl Example {
    /// How likely the answer is right: the mean of its key points, kept off 0 and 1.
    fn guess(&self, beta: &[f64]) -> f64 {
        let sum = self.points.iter().map(|(x, share)| share * logistic(x, beta)).sum::<f64>();
        sum.clamp(1e-6, 1.0 - 1e-6)
    }
}

fn logistic(x: &[f64], beta: &[f64]) -> f64 {
    let sum: f64 = x.iter().zip(beta).map(|(x, b)| x * b).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// How much one entry varies over all key points.
fn variance(examples: &[Example], entry: usize) -> f64 {
    let all =
        || examples.iter().flat_map(|e| e.points.iter().map(|(x, s)| (x[entry], e.weight * s)));
    let mean: f64 = all().map(|(x, weight)| weight * x).sum();
    all().map(|(x, weight)| weight * (x - mean).powi(2)).sum()
}

/// Cross entropy between grades and guesses, with the penalty.
fn loss(examples: &[Example], beta: &[f64], penalty: &[f64]) -> f64 {
    let off = |e: &Example| {
        let guess = e.guess(beta);
        -e.weight * (e.grade * guess.ln() + (1.0 - e.grade) * (1.0 - guess).ln())
    };
    let ridge: f64 = penalty.iter().zip(beta).map(|(p, b)| p * b * b / 2.0).sum();
    examples.iter().map(off).sum::<f64>() + ridge
}

/// Fisher's information, of which the lower half is filled, and the way down, both with the penalty.
fn slopes_of(examples: &[Example], beta: &[f64], penalty: &[f64]) -> (Vec<Vec<f64>>, Vec<f64>) {
    let n = beta.len();
    let mut down: Vec<f64> = (0..n).map(|i| -penalty[i] * beta[i]).collect();
    let mut curvature = vec![vec![0.0; n]; n];
    for (i, row) in curvature.iter_mut().enumerate() {
        row[i] = penalty[i];
    }
    for example in examples {
        let guess = example.guess(beta);
        let mut change = vec![0.0; n];
        for (x, share) in &example.points {
            let p = logistic(x, beta);
            for (to, x) in change.iter_mut().zip(x) {
                *to += share * p * (1.0 - p) * x;
            }
        }
        let weight = example.weight / (guess * (1.0 - guess));
        for i in (0..n).filter(|i| change[*i] != 0.0) {
            down[i] += weight * (example.grade - guess) * change[i];
            for k in (0..=i).filter(|k| change[*k] != 0.0) {
                curvature[i][k] += weight * change[i] * change[k];
            }
        }
    }
    (curvature, down)
}

/// Logistic regression by Fisher's scoring, with a penalty on the slopes, none of which is below 0.
fn fit(rows: &[&Row], by_meaning: bool, ridge: f64) -> MatchFit {
    let mut levels: Vec<&str> = rows.iter().map(|row| row.level.as_str()).collect();
    levels.sort_unstable();
    levels.dedup();
    let traits: Vec<_> = TRAITS.iter().filter(|t| by_meaning || !t.by_meaning).collect();
    let all: f64 = rows.iter().map(|row| row.weight).sum();
    let examples: Vec<Example> = rows
        .iter()
        .map(|row| {
            let level = levels.iter().map(|level| f64::from(u8::from(*level == row.level)));
            let level: Vec<f64> = level.collect();
            let points = row.points.iter().map(|(point, share)| {
                let stretches = traits.iter().flat_map(|t| t.stretches(point));
                (level.iter().copied().chain(stretches).collect(), f64::from(*share))
            });
            Example { points: points.collect(), grade: row.grade, weight: row.weight / all }
        })
        .collect();
    let n = levels.len() + traits.iter().map(|t| t.knots().len() + 1).sum::<usize>();
    let penalty: Vec<f64> = (0..n)
        // The levels are free.
        .map(|i| if i < levels.len() { 0.0 } else { ridge * variance(&examples, i) } + 1e-9)
        .collect();
    let mut beta = vec![0.0; n];
    let mut before = loss(&examples, &beta, &penalty);
    for _ in 0..60 {
        let (curvature, mut gradient) = slopes_of(&examples, &beta, &penalty);
        let mut next = beta.clone();
        descend(&mut next, &curvature, &mut gradient, levels.len());
        // A whole step may lead too far, since the loss is not quite the quadratic.
        let mut after = loss(&examples, &next, &penalty);
        for _ in 0..20 {
            if after <= before {
                break;
            }
            for (to, from) in next.iter_mut().zip(&beta) {
                *to = (*to + from) / 2.0;
            }
            after = loss(&examples, &next, &penalty);
        }
        if after > before - 1e-10 {
            break;
        }
        (beta, before) = (next, after);
    }
    // The level of labels and shares has the empty name, which comes first.
    let intercept = beta.first().copied().unwrap_or_default();
    let mut slopes = BTreeMap::new();
    let mut at = levels.len();
    for known in traits {
        let end = at + 1 + known.knots().len();
        let rounded = beta[at..end].iter().map(|slope| round(*slope)).collect();
        slopes.insert(known.id.to_owned(), rounded);
        at = end;
    }
    MatchFit { intercept: round(intercept), slopes }
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
