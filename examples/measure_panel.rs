//! Says how well the levels fit answers whose fair level is known: kind by kind and over all of them.
//!
//! ```text
//! cargo run --release --no-default-features [--features meaning] --example measure_panel -- \
//!     [--words] [--show] tests/data/panel_cases.jsonl …
//! ```
//!
//! A line is `{"id", "question", "references", "case", "story", "answer", "level": [lowest, highest]}`; where the band was
//! set by the author alone it is `author_level`, and what a line lacks is filled in (`examples/fitting/cases.rs`). Every
//! answer is judged alone, as a batch judges it. `--words` leaves the encoder out; `--show` names the answers outside their
//! band.

#[path = "fitting/cases.rs"]
mod cases;

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::PathBuf,
    thread,
};

use clap::Parser;
use hotseat::interview::scoring::{
    Refused, Scorer, assessment::Level, closeness::reference::Reference, engine::Engine,
};

use crate::cases::{Case, kappa, with_readers};

#[derive(Parser)]
struct Arguments {
    /// Compares words alone.
    #[arg(long)]
    words: bool,
    /// Names every answer outside its band.
    #[arg(long)]
    show: bool,
    /// Answers with their bands.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// What the engine says of a case.
#[derive(Clone)]
struct Judged<'a> {
    case: &'a Case,
    /// 0 where it could not be judged.
    level: u8,
    /// The findings that keep the level down.
    accused: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let engine = match arguments.words {
        false if cfg!(feature = "meaning") => Engine::load()?,
        _ => Engine::by_words(),
    };
    let cases = Case::read(&arguments.files)?;
    let judged = judge_all(&cases, &engine)?;
    if arguments.show {
        for outside in judged.iter().filter(|j| !j.case.is_fair(j.level, 0)) {
            let Case { id, level: [lowest, highest], .. } = outside.case;
            let gates = outside.accused.join(" ");
            println!("{id}: level {}, fair {lowest} to {highest}; {gates}", outside.level);
        }
    }
    report_kinds(&judged);
    let sources: BTreeSet<&str> = cases.iter().map(|case| case.source.as_str()).collect();
    for source in sources.iter().filter(|_| sources.len() > 1) {
        let of: Vec<_> = judged.iter().filter(|j| j.case.source == *source).cloned().collect();
        println!("\n{source}");
        report_totals(&of);
    }
    println!();
    report_totals(&judged);
    Ok(())
}

/// Judges every case, each processor its share of them.
fn judge_all<'a>(cases: &'a [Case], engine: &Engine) -> Result<Vec<Judged<'a>>, Box<dyn Error>> {
    let processors = thread::available_parallelism()?.get();
    let share = cases.len().div_ceil(processors).max(1);
    let judged: Result<Vec<Vec<_>>, Refused> = thread::scope(|scope| {
        let judging = cases.chunks(share).map(|cases| {
            scope.spawn(move || cases.iter().map(|case| judge(case, engine)).collect())
        });
        let judging: Vec<_> = judging.collect();
        judging.into_iter().map(|one| one.join().expect("judging does not panic")).collect()
    });
    Ok(judged?.into_iter().flatten().collect())
}

fn judge<'a>(case: &'a Case, engine: &Engine) -> Result<Judged<'a>, Refused> {
    let scorer = Scorer::new(vec![Reference::from_texts(&case.question, &case.references)]);
    let scorer = scorer.with(engine.clone());
    let found = scorer.assess(0, &case.answer, case.story)?;
    let accused = found.findings.iter().filter(|f| f.fired()).map(|f| f.criterion.to_string());
    let level = found.judged_level().map_or(0, Level::number);
    Ok(Judged { case, level, accused: accused.collect() })
}

fn report_kinds(judged: &[Judged]) {
    let kinds: BTreeSet<&str> = judged.iter().map(|j| j.case.case.as_str()).collect();
    for kind in kinds {
        let of: Vec<&Judged> = judged.iter().filter(|j| j.case.case == kind).collect();
        let mut gates: BTreeMap<&str, usize> = BTreeMap::new();
        for gate in of.iter().flat_map(|j| &j.accused) {
            *gates.entry(gate).or_default() += 1;
        }
        let fair = of.iter().filter(|j| j.case.is_fair(j.level, 0)).count();
        let levels: String = of.iter().map(|j| j.level.to_string()).collect();
        let gates: Vec<_> = gates.iter().map(|(gate, times)| format!("{gate} {times}")).collect();
        println!("{kind:<22} in band {fair:>2} of {:>2}  {levels}  {}", of.len(), gates.join(", "));
    }
}

fn report_totals(judged: &[Judged]) {
    let count = |which: &dyn Fn(&Judged) -> bool| judged.iter().filter(|j| which(j)).count();
    let all = judged.len();
    let fair = count(&|j| j.case.is_fair(j.level, 0));
    let near = count(&|j| j.case.is_fair(j.level, 1));
    let share = |part: usize| part as f64 / all.max(1) as f64;
    println!("in band {fair} of {all} = {:.3}", share(fair));
    println!("within one of the band {:.3}", share(near));
    println!("honest below 2: {}", count(&|j| j.case.is_honest && j.level < 2));
    println!("honest accused: {}", count(&|j| j.case.is_honest && !j.accused.is_empty()));
    let off = judged.iter().map(|j| (f64::from(j.level) - j.case.aim).abs()).sum::<f64>();
    println!("mean distance from the readers {:.2} levels", off / all.max(1) as f64);
    let levels = || judged.iter().map(|j| (j.level, j.case));
    println!(
        "quadratic-weighted kappa {:.3}{}",
        kappa(levels().map(|(level, case)| (level, case.middle()))),
        with_readers(levels())
    );
}
