//! Says how well the gates do: what tricks get beside honest answers, how rarely a gate fires on graded answers that are
//! right, and how well a story's own question is told from others.
//!
//! ```text
//! cargo run --release --no-default-features --features meaning --example measure_gates -- \
//!     [--scene scenes/senior-pm-promotion.scenario.ron] [--words] answers.jsonl …
//! ```
//!
//! A line with a `case` and a `kind` (`pos`, `mid`, `neg`, `own`) is an honest answer or a trick:
//! `{"question", "case", "kind", "answer"}`, its references in `refs` or, by the question, in a scene. A line with a grade
//! (`score` of `max`, or `label2`) is a graded answer. Every answer is judged alone, as a batch judges it, and cases
//! beside their scene as well. `--words` leaves the encoder out.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fs,
    path::PathBuf,
};

use clap::Parser;
use hotseat::interview::{
    scenario::Scenario,
    scoring::{
        Scorer, Story,
        assessment::Assessment,
        closeness::reference::Reference,
        criteria::{Criteria, Kind},
        criterion_id::CriterionId,
        engine::Engine,
    },
};
use serde::Deserialize;

/// Graded answers from this share of the full score on are right.
const RIGHT: f64 = 0.8;

#[derive(Parser)]
struct Arguments {
    /// Scenes whose questions have the references of lines without any.
    #[arg(long)]
    scene: Vec<PathBuf>,
    /// Compares words alone.
    #[arg(long)]
    words: bool,
    /// Shows every answer of these cases; `elsewhere` shows own stories that reach a 4 or 5 on another question.
    #[arg(long)]
    show: Vec<String>,
    /// Shows the right answers on which this gate fires.
    #[arg(long)]
    fired: Option<String>,
    /// Answers.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    question: String,
    #[serde(default, alias = "references")]
    refs: Vec<String>,
    answer: String,
    #[serde(default)]
    set: String,
    #[serde(default)]
    case: String,
    #[serde(default)]
    kind: String,
    score: Option<f64>,
    max: Option<f64>,
    label2: Option<String>,
}

impl Line {
    fn is_right(&self) -> bool {
        match (&self.label2, self.score) {
            (Some(label), _) => label == "correct",
            (None, Some(score)) => score >= RIGHT * self.max.unwrap_or(1.0),
            (None, None) => false,
        }
    }
}

/// One answer as it is judged.
struct Judged {
    kind: String,
    case: String,
    question: String,
    this: Assessment,
    own: Assessment,
}

struct Scene {
    scenario: Scenario,
    scorer: Scorer,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let engine = if arguments.words { Engine::by_words() } else { Engine::load()? };
    let mut scenes = Vec::new();
    for path in &arguments.scene {
        let scenario = Scenario::from_ron(&fs::read_to_string(path)?)
            .map_err(|faults| format!("{}: {faults:#?}", path.display()))?;
        let scorer = Scorer::of(&scenario).with(engine.clone());
        scenes.push(Scene { scenario, scorer });
    }
    for path in &arguments.files {
        println!("\n# {}", path.display());
        let text = fs::read_to_string(path)?;
        let lines = text.lines().filter(|line| !line.trim().is_empty()).map(serde_json::from_str);
        let lines: Vec<Line> = lines.collect::<Result<_, _>>()?;
        let (cases, graded): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|line| !line.case.is_empty());
        if !graded.is_empty() {
            report_graded(&graded, &engine, arguments.fired.as_deref())?;
        }
        if cases.is_empty() {
            continue;
        }
        let mut alone = Vec::new();
        let mut beside = Vec::new();
        for line in &cases {
            let found = scenes.iter().find_map(|scene| {
                let questions = scene.scenario.questions();
                let index = questions.iter().position(|q| q.text == line.question)?;
                Some((scene, index))
            });
            let refs = match found {
                Some((scene, index)) if line.refs.is_empty() => {
                    vec![scene.scenario.questions()[index].model.text()]
                }
                _ => line.refs.clone(),
            };
            let scorer = Scorer::new(vec![Reference::from_texts(&line.question, &refs)])
                .with(engine.clone());
            alone.push(judge(line, &scorer, 0)?);
            if let Some((scene, index)) = found {
                beside.push(judge(line, &scene.scorer, index)?);
            }
        }
        report_cases("alone", &alone, &arguments.show);
        report_cases("beside its scene", &beside, &arguments.show);
        report_relevance(&cases, &scenes, &arguments.show)?;
    }
    Ok(())
}

fn judge(line: &Line, scorer: &Scorer, question: usize) -> Result<Judged, Box<dyn Error>> {
    Ok(Judged {
        kind: line.kind.clone(),
        case: line.case.clone(),
        question: line.question.clone(),
        this: scorer.assess(question, &line.answer, Story::This)?,
        own: scorer.assess(question, &line.answer, Story::Own)?,
    })
}

/// How rarely each gate fires on right answers.
fn report_graded(
    lines: &[Line],
    engine: &Engine,
    show: Option<&str>,
) -> Result<(), Box<dyn Error>> {
    let mut fired: BTreeMap<CriterionId, usize> = BTreeMap::new();
    let mut scorers: BTreeMap<String, Scorer> = BTreeMap::new();
    let (mut right, mut any) = (0_usize, 0_usize);
    for line in lines.iter().filter(|line| line.is_right()) {
        let key = format!("{}\u{0}{:?}", line.question, line.refs);
        let scorer = scorers.entry(key).or_insert_with(|| {
            Scorer::new(vec![Reference::from_texts(&line.question, &line.refs)])
                .with(engine.clone())
        });
        let found = scorer.assess(0, &line.answer, Story::This)?;
        right += 1;
        any += usize::from(found.findings.iter().any(|f| f.fired()));
        for finding in found.findings.iter().filter(|f| f.fired()) {
            *fired.entry(finding.criterion).or_default() += 1;
            if show == Some(finding.criterion.as_str()) {
                println!("{:.2} {} | {}", found.closeness, finding.sentence, line.question);
                println!("    model:  {}", line.refs.join(" / "));
                println!("    answer: {}", line.answer);
            }
        }
    }
    let set = lines.first().map_or("", |line| &line.set);
    let share = |n: usize| 100.0 * n as f64 / right.max(1) as f64;
    println!("{set}: {right} right answers, any gate {:.1} %", share(any));
    for gate in Criteria::SHIPPED.all().iter().filter(|c| c.kind == Kind::Gate) {
        if let Some(n) = fired.get(&gate.id) {
            println!("  {:<16} {:5.2} %  ({n})", gate.id, share(*n));
        }
    }
    Ok(())
}

/// What every case gets, and how well it is told from honest answers.
fn report_cases(name: &str, judged: &[Judged], show: &[String]) {
    if judged.is_empty() {
        return;
    }
    println!("\n== {name}: closeness of 100 and level, mean (most; honest: least)");
    println!(
        "{:<28} {:>3}  {:>10} {:>9} {:>9}  {:>5} {:>5}  gates",
        "", "n", "closeness", "this", "own", "AUC c", "AUC l"
    );
    let mut cases: Vec<(&str, &str)> =
        judged.iter().map(|j| (j.kind.as_str(), j.case.as_str())).collect();
    cases.sort_unstable();
    cases.dedup();
    let honest: Vec<&Judged> = judged.iter().filter(|j| j.kind == "pos").collect();
    for (kind, case) in cases {
        let of: Vec<&Judged> = judged.iter().filter(|j| j.case == case && j.kind == kind).collect();
        let least = kind == "pos" || kind == "own";
        let line = |value: fn(&Judged) -> f64| {
            let all: Vec<f64> = of.iter().map(|j| value(j)).collect();
            let mean = all.iter().sum::<f64>() / all.len() as f64;
            let extreme = if least {
                all.iter().copied().fold(f64::INFINITY, f64::min)
            } else {
                all.iter().copied().fold(0.0, f64::max)
            };
            (mean, extreme)
        };
        let closeness = line(closeness);
        let (this, own) = (line(level), line(|j| f64::from(j.own.level.number())));
        let gates: BTreeSet<&str> = of
            .iter()
            .flat_map(|j| {
                j.this.findings.iter().filter(|f| f.fired()).map(|f| f.criterion.as_str())
            })
            .collect();
        let gates: Vec<_> = gates.into_iter().collect();
        let auc = |value: fn(&Judged) -> f64| {
            let (high, low): (Vec<f64>, Vec<f64>) =
                (honest.iter().map(|j| value(j)).collect(), of.iter().map(|j| value(j)).collect());
            auc(&high, &low)
        };
        println!(
            "{:<28} {:>3}  {:5.1} {:4.0} {:4.1} {:4.0} {:4.1} {:4.0}  {:.3} {:.3}  {}",
            format!("{kind} {case}"),
            of.len(),
            closeness.0,
            closeness.1,
            this.0,
            this.1,
            own.0,
            own.1,
            auc(self::closeness),
            auc(level),
            gates.join(" "),
        );
        if show.iter().any(|wanted| wanted == case) {
            for j in of {
                println!("    {} | {}", seen(j), j.question);
            }
        }
    }
    let all = |kind: &str, value: fn(&Judged) -> f64| -> Vec<f64> {
        judged.iter().filter(|j| j.kind == kind).map(value).collect()
    };
    for kind in ["neg", "mid"] {
        println!(
            "{kind} against pos: AUC by closeness {:.3}, by level {:.3}",
            auc(&all("pos", closeness), &all(kind, closeness)),
            auc(&all("pos", level), &all(kind, level)),
        );
    }
}

fn closeness(judged: &Judged) -> f64 {
    f64::from(judged.this.closeness) * 100.0
}

fn level(judged: &Judged) -> f64 {
    f64::from(judged.this.level.number())
}

fn seen(judged: &Judged) -> String {
    let one = |found: &Assessment| {
        let gates: Vec<_> =
            found.findings.iter().filter(|f| f.fired()).map(|f| f.criterion.as_str()).collect();
        let relevance = found.score(CriterionId::RELEVANCE).unwrap_or(0.0);
        format!("{} (relevance {relevance:.2}) {gates:?}", found.level.number())
    };
    format!("{:3.0}; this {}; own {}", closeness(judged), one(&judged.this), one(&judged.own))
}

/// How often a value of the first lies above one of the second.
fn auc(high: &[f64], low: &[f64]) -> f64 {
    let pairs = high.iter().flat_map(|h| low.iter().map(move |l| (h, l)));
    let won: f64 =
        pairs.map(|(h, l)| if h > l { 1.0 } else { f64::from(u8::from(h == l)) / 2.0 }).sum();
    won / (high.len() * low.len()).max(1) as f64
}

/// How well the own stories that are told to a question of a scene are told from the same told to its other questions.
fn report_relevance(
    cases: &[Line],
    scenes: &[Scene],
    show: &[String],
) -> Result<(), Box<dyn Error>> {
    let (mut on, mut off) = (Vec::new(), Vec::new());
    let mut high = 0_usize;
    for scene in scenes {
        let questions = scene.scenario.questions();
        for line in cases.iter().filter(|line| line.kind == "own") {
            if !questions.iter().any(|q| q.text == line.question) {
                continue;
            }
            for (index, question) in questions.iter().enumerate() {
                let found = scene.scorer.assess(index, &line.answer, Story::Own)?;
                let relevance = found.score(CriterionId::RELEVANCE).map_or(0.0, f64::from);
                if question.text == line.question {
                    on.push(relevance);
                } else {
                    off.push(relevance);
                    let level = found.level.number();
                    high += usize::from(level >= 4);
                    if level >= 4 && show.iter().any(|wanted| wanted == "elsewhere") {
                        let story: String = line.answer.chars().take(60).collect();
                        println!("    {level} ({relevance:.2}) {story} … | {}", question.text);
                    }
                }
            }
        }
    }
    if !on.is_empty() {
        println!(
            "\n== relevance of own stories: AUC of {} told to their question over {} told to another {:.3}; \
             of those {high} reach level 4 or 5",
            on.len(),
            off.len(),
            auc(&on, &off)
        );
    }
    Ok(())
}
