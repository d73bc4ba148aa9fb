//! Fits how surely a story is known to answer its question by what it is like and by its phrases, and says how well that
//! does on stories not seen.
//!
//! ```text
//! cargo run --release --example fit_relevance -- tests/data/panel_cases.jsonl tests/data/tricks.jsonl \
//!     tests/core/texts/senior-pm-promotion.jsonl tests/core/texts/ward-manager.jsonl [--write assets/topics.ron]
//! ```
//!
//! The form of a line stands at the head of `examples/measure_panel.rs`. Honest own stories and the model answers stand beside their own question
//! and beside every question whose phrases ask for other competencies; both sides count alike. A logistic regression; no
//! slope is below 0.

#[path = "fitting/cases.rs"]
#[allow(dead_code, reason = "the levels of the answers are what another program fits")]
mod cases;
mod fitting;

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::PathBuf,
};

use clap::Parser;
use hotseat::interview::{
    scoring::{Scorer, Story, closeness::reference::Reference, engine::Engine, numbers::TopicFit},
    text::{Text, lexicon::COMPETENCY_QUESTIONS},
};

use crate::{
    cases::Case,
    fitting::{descend, round},
};

/// Kinds whose story belongs to another question.
const OF_SOMETHING_ELSE: [&str; 4] = ["own elsewhere", "own_neighbour", "own_wrong", "spoken_off"];

/// So many parts the stories are dealt into; each is judged by a fit on the others.
const FOLDS: usize = 10;

#[derive(Parser)]
struct Arguments {
    /// Where to write the fitted numbers.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The penalty on the squares of the slopes; all rows together weigh 1.
    #[arg(long, default_value_t = 0.0005)]
    ridge: f64,
    /// The share of either side that is not believed.
    #[arg(long, default_value_t = 0.1)]
    trimmed: f64,
    /// Answers with their bands.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// A story beside a question.
struct Pair {
    /// The number of the story.
    story: usize,
    /// One, what the story is like, and what its phrases say.
    features: [f64; 3],
    answers: bool,
    is_model: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let cases = Case::read(&arguments.files)?;
    let pairs = pairs(&cases, &Engine::load()?)?;
    let count = |answers: bool| pairs.iter().filter(|pair| pair.answers == answers).count();
    let stories = pairs.iter().map(|pair| pair.story).max().map_or(0, |last| last + 1);
    let mut said = vec![format!(
        "{stories} stories and model answers beside their own question, and {} times beside one that asks for something else; penalty {}, {} of either side not believed",
        count(false),
        arguments.ridge,
        arguments.trimmed
    )];
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let others: Vec<&Pair> = pairs.iter().filter(|pair| pair.story % FOLDS != fold).collect();
        let fitted = fit(&others, &arguments);
        let held = pairs.iter().filter(|pair| pair.story % FOLDS == fold);
        judged.extend(held.map(|pair| (pair, probability(&fitted, &pair.features))));
    }
    let of = |wanted: &dyn Fn(&Pair) -> bool| -> Vec<(bool, f64)> {
        let kept = judged.iter().filter(|(pair, _)| wanted(pair));
        kept.map(|(pair, found)| (pair.answers, *found)).collect()
    };
    said.push(format!(
        "cross-validated by story: AUC {:.3}, without the model answers {:.3}",
        auc(&of(&|_| true)),
        auc(&of(&|pair| !pair.is_model))
    ));
    let share = |answers: bool| {
        let of: Vec<_> = judged.iter().filter(|(pair, _)| pair.answers == answers).collect();
        of.iter().filter(|(_, found)| *found >= 0.5).count() as f64 / of.len() as f64
    };
    said.push(format!(
        "at .5 and above: {:.2} of those that answer, {:.2} of the others",
        share(true),
        share(false)
    ));
    let fitted = fit(&pairs.iter().collect::<Vec<_>>(), &arguments);
    let [intercept, told, words] = fitted.map(round);
    println!("{}\nintercept {intercept}, told {told}, words {words}", said.join("\n"));
    if let Some(path) = arguments.write {
        let head = "Whether a story answers its question. Written by examples/fit_relevance.rs; not to be edited by hand.";
        fitting::write(&path, head, &TopicFit { provenance: said, intercept, told, words })?;
    }
    Ok(())
}

/// Every story beside its own question and beside those that ask for other things.
fn pairs(cases: &[Case], engine: &Engine) -> Result<Vec<Pair>, Box<dyn Error>> {
    let mut stories: BTreeMap<(&str, &str), bool> = BTreeMap::new();
    for case in cases {
        let of_it = !OF_SOMETHING_ELSE.contains(&case.case.as_str());
        if case.story == Story::Own && case.is_honest && of_it {
            stories.insert((&case.question, &case.answer), false);
        }
        stories.extend(case.references.iter().map(|model| ((&*case.question, &**model), true)));
    }
    let questions: BTreeSet<&str> = cases.iter().map(|case| case.question.as_str()).collect();
    let scorers: Vec<(&str, BTreeSet<&str>, Scorer)> = questions
        .into_iter()
        .map(|question| {
            let scorer = Scorer::new(vec![Reference::from_texts(question, &[])]);
            (question, competencies(question), scorer.with(engine.clone()))
        })
        .collect();
    let mut pairs = Vec::new();
    for (story, ((own, text), is_model)) in stories.into_iter().enumerate() {
        let asked = competencies(own);
        for (question, competencies, scorer) in &scorers {
            let answers = *question == own;
            let other = !competencies.is_empty() && competencies.is_disjoint(&asked);
            if !answers && (asked.is_empty() || !other) {
                continue;
            }
            if let Some(found) = scorer.topic_features(0, text)? {
                let features = [1.0, f64::from(found.told), f64::from(found.words)];
                pairs.push(Pair { story, features, answers, is_model });
            }
        }
    }
    Ok(pairs)
}

/// What a question asks for by its phrases.
fn competencies(question: &str) -> BTreeSet<&'static str> {
    COMPETENCY_QUESTIONS.find(Text::read(question).words()).map(|found| found.label).collect()
}

fn probability(fitted: &[f64; 3], features: &[f64; 3]) -> f64 {
    let sum: f64 = fitted.iter().zip(features).map(|(weight, feature)| weight * feature).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// A logistic regression on the pairs that it believes: a story may well answer a question to which nobody told it, and
/// what was told to a question may wander. So the least likely share of either side is left out (trimmed likelihood).
fn fit(pairs: &[&Pair], arguments: &Arguments) -> [f64; 3] {
    let mut fitted = regression(pairs, arguments.ridge);
    for _ in 0..10 {
        let believed: Vec<&Pair> = [true, false]
            .into_iter()
            .flat_map(|answers| {
                let mut side: Vec<&Pair> =
                    pairs.iter().copied().filter(|pair| pair.answers == answers).collect();
                let off = |pair: &Pair| {
                    (f64::from(u8::from(answers)) - probability(&fitted, &pair.features)).abs()
                };
                side.sort_by(|a, b| off(a).total_cmp(&off(b)));
                side.truncate((side.len() as f64 * (1.0 - arguments.trimmed)).ceil() as usize);
                side
            })
            .collect();
        fitted = regression(&believed, arguments.ridge);
    }
    fitted
}

/// A logistic regression by Newton's steps; those that answer and the others weigh a half each.
fn regression(pairs: &[&Pair], ridge: f64) -> [f64; 3] {
    let answering = pairs.iter().filter(|pair| pair.answers).count();
    let weight = |answers: bool| {
        0.5 / if answers { answering } else { pairs.len() - answering }.max(1) as f64
    };
    let mut fitted = [0.0; 3];
    for _ in 0..40 {
        let mut gradient = [0.0, -2.0 * ridge * fitted[1], -2.0 * ridge * fitted[2]];
        let mut curvature = vec![vec![1e-9], vec![0.0, 2.0 * ridge], vec![0.0, 0.0, 2.0 * ridge]];
        for pair in pairs {
            let (found, weight) = (probability(&fitted, &pair.features), weight(pair.answers));
            let off = f64::from(u8::from(pair.answers)) - found;
            for i in 0..fitted.len() {
                gradient[i] += weight * off * pair.features[i];
                for (k, bent) in curvature[i].iter_mut().enumerate() {
                    *bent += weight * found * (1.0 - found) * pair.features[i] * pair.features[k];
                }
            }
        }
        descend(&mut fitted, &curvature, &mut gradient, 1);
    }
    fitted
}

/// How often one that answers lies above one that does not.
fn auc(judged: &[(bool, f64)]) -> f64 {
    let (mut won, mut all) = (0.0, 0.0);
    for (_, high) in judged.iter().filter(|(answers, _)| *answers) {
        for (_, low) in judged.iter().filter(|(answers, _)| !answers) {
            won += if high > low { 1.0 } else { f64::from(u8::from(high == low)) / 2.0 };
            all += 1.0;
        }
    }
    won / f64::max(all, 1.0)
}
