//! Fits what every criterion counts in a level on answers whose fair level is known, and says how well that does on
//! questions not seen.
//!
//! ```text
//! cargo run --release --example fit_levels -- \
//!     [--write assets/levels.ron] [--note "where the data is from"] [--own own.jsonl] [--check apart.jsonl] fair.jsonl …
//! ```
//!
//! The cards of the scenes that ship are such answers too. The form of a line stands at the head of `examples/measure_panel.rs`. A level is a straight sum over the criteria of what their scores
//! are worth, where more is never worth less; what is asked of it is to lie within the band of fair levels. Own stories are judged twice, by words and by
//! meaning; *this story* by meaning alone, since words cannot tell it when it is told in others.
//!
//! Own stories that tell of something else than was asked count less than half: what a story is about no comparison tells surely,
//! and a fit that tries to tell it lowers honest answers. Answers of one question are never on both sides; `--check` names answers that nothing is fitted on.

mod cards;
#[path = "../fitting/cases.rs"]
mod cases;
#[path = "../fitting/mod.rs"]
mod fitting;
mod worth;

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::PathBuf,
    thread,
};

use clap::Parser;
use hotseat::interview::scoring::{
    Scorer, Story,
    closeness::reference::Reference,
    criteria::{Criteria, Kind},
    criterion_id::CriterionId,
    engine::Engine,
    numbers::{LevelFits, Numbers},
};

use crate::{
    cases::{Case, kappa, with_readers},
    worth::{Prior, Row, fit},
};

/// Kinds that tell of something else than was asked.
const OF_SOMETHING_ELSE: [&str; 5] =
    ["neighbour", "own elsewhere", "own_neighbour", "own_wrong", "spoken_off"];
/// Kinds that in *this story* tell another one, or the same turned round: words and meaning tell them badly from a free retelling.
const OF_ANOTHER_STORY: [&str; 7] = [
    "neg_negated",
    "neg_other_answer",
    "neg_own_story_wrong_q",
    "one outcome turned round",
    "own_story",
    "turned",
    "turned round",
];

/// What an own story judged by words counts beside the same judged by meaning, as nearly all are.
const BY_WORDS: f64 = 0.3;

#[derive(Parser)]
struct Arguments {
    /// Where to write the fitted numbers.
    #[arg(long)]
    write: Option<PathBuf>,
    /// What to say of the data in that file.
    #[arg(long)]
    note: Vec<String>,
    /// The penalty on the squares of the slopes' distances from equal ones; all rows together weigh 1.
    #[arg(long, default_value_t = 0.004)]
    ridge: f64,
    /// How many stretches a criterion's scores have.
    #[arg(long, default_value_t = 5)]
    stretches: usize,
    /// How near to a border between two levels a place is in doubt, in levels.
    #[arg(long, default_value_t = 0.2)]
    doubt: f32,
    /// Answers whose own stories are fitted on as well; what is told in *this story* is checked.
    #[arg(long)]
    own: Vec<PathBuf>,
    /// Answers that nothing is fitted on.
    #[arg(long)]
    check: Vec<PathBuf>,
    /// Answers with their bands.
    #[arg(required = true)]
    files: Vec<PathBuf>,
}

/// A case as an engine judges it.
#[derive(Clone)]
struct Judged<'a> {
    case: &'a Case,
    by: &'static str,
    row: Row,
    /// Whether it is fitted on.
    fitted: bool,
    /// What the fit on all other questions gives.
    level: u8,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let engines = [("meaning", Engine::load()?), ("words", Engine::by_words())];
    let (mut cases, mut apart) = (Case::read(&arguments.files)?, Case::read(&arguments.check)?);
    let (own, retold): (Vec<Case>, Vec<Case>) =
        Case::read(&arguments.own)?.into_iter().partition(|case| case.story == Story::Own);
    cases.extend(own);
    apart.extend(retold);
    let (cards, of_others) = cards::read()?;
    cases.extend(cards);
    apart.extend(of_others);
    let mut said = vec![format!("{} answers, penalty {}", cases.len(), arguments.ridge)];
    let mut fits = Vec::new();
    // Both kinds of story together, each answer by the fit on all other questions, and those apart by the fit on all.
    let (mut unseen, mut unfitted) = (Vec::new(), Vec::new());
    for story in [Story::This, Story::Own] {
        let criteria = criteria(story);
        let priors: Vec<Prior> =
            criteria.iter().map(|id| prior(*id, story, criteria.len())).collect();
        let of = |cases: &'static str| format!("{story:?} story, {cases}").to_lowercase();
        let mut judged = judge_all(&cases, story, &criteria, &engines)?;
        let mut checked = judge_all(&apart, story, &criteria, &engines)?;
        let solve = |rows: &[&Row]| fit(rows, &priors, arguments.stretches, arguments.ridge);
        let questions: BTreeSet<&str> = judged.iter().map(|j| j.case.question.as_str()).collect();
        for question in &questions {
            let others = judged.iter().filter(|j| j.fitted && j.case.question != *question);
            let found = solve(&others.map(|j| &j.row).collect::<Vec<_>>());
            for j in judged.iter_mut().filter(|j| j.case.question == *question) {
                j.level = found.level(&j.row);
            }
        }
        report(&of("cross-validated by question"), &judged, true, &mut said);
        unseen.extend(judged.iter().cloned());
        let all = solve(&judged.iter().filter(|j| j.fitted).map(|j| &j.row).collect::<Vec<_>>());
        // The cards are an oracle: whatever is fitted, a panel hears which is the strong one.
        let strong = judged
            .iter()
            .chain(&checked)
            .filter(|j| story == Story::This && j.case.case == cards::STRONG && j.by == "meaning");
        let all = all.reaching(&strong.map(|j| &j.row).collect::<Vec<_>>());
        for j in judged.iter_mut().chain(&mut checked) {
            j.level = all.level(&j.row);
        }
        report(&of("fitted on all"), &judged, false, &mut said);
        report(&of("apart"), &checked, true, &mut said);
        unfitted.extend(checked);
        fits.push(all.into_level_fit(&criteria, arguments.doubt));
    }
    report("both stories, cross-validated by question", &unseen, false, &mut said);
    let sources: BTreeSet<&str> = unseen.iter().map(|j| j.case.source.as_str()).collect();
    for source in &sources {
        let of: Vec<Judged> = unseen.iter().filter(|j| j.case.source == *source).cloned().collect();
        report(&format!("{source}, cross-validated by question"), &of, false, &mut said);
    }
    report("both stories, apart", &unfitted, false, &mut said);
    let (Some(own), Some(this)) = (fits.pop(), fits.pop()) else {
        return Err("nothing was fitted".into());
    };
    if let Some(path) = arguments.write {
        let provenance = arguments.note.into_iter().chain(said).collect();
        let fitted = LevelFits { provenance, this, own };
        let head = "What every criterion counts in a level. Written by examples/fit_levels; not to be edited by hand.";
        fitting::write(&path, head, &fitted)?;
    }
    Ok(())
}

/// What is weighed: every criterion but the gates, and what one kind of story alone is asked for.
fn criteria(story: Story) -> Vec<CriterionId> {
    let of_own =
        [CriterionId::FOCUS, CriterionId::REFLECTION, CriterionId::RELEVANCE, CriterionId::STEPS];
    let closeness = [CriterionId::KEY_POINTS, CriterionId::CONSISTENCY];
    let weighed = Criteria::SHIPPED.all().iter().filter(|criterion| match story {
        Story::This => criterion.kind != Kind::Gate && !of_own.contains(&criterion.id),
        Story::Own => criterion.kind != Kind::Gate && !closeness.contains(&criterion.id),
    });
    weighed.map(|criterion| criterion.id).collect()
}

/// Before anything is known all criteria count alike, three levels together; but the story rehearsed is known by its key
/// points, each of which counts as much as another.
fn prior(id: CriterionId, story: Story, criteria: usize) -> Prior {
    if id == CriterionId::KEY_POINTS {
        Prior { counts: 2.0, firmly: 20.0, most: f64::INFINITY }
    } else {
        // Of own stories there are fewer, of more kinds, and no criterion of theirs knows what a key point does.
        let firmly = if story == Story::Own { 6.0 } else { 1.0 };
        Prior { counts: 3.0 / criteria as f64, firmly, most: most(id, story) }
    }
}

/// The most that a criterion may count, in levels, whatever would fit best: what says little of what an answer is worth must not
/// decide about it.
fn most(id: CriterionId, story: Story) -> f64 {
    match id {
        // Manner is not matter, and what sounds like caution may be honesty.
        CriterionId::FILLERS | CriterionId::HEDGES => 0.2,
        // A lesson is one sentence more.
        CriterionId::REFLECTION => 0.2,
        // An outcome is an outcome, with or without a number; the numbers of the model answer belong to it.
        CriterionId::MEASURED_RESULT if story == Story::Own => 0.1,
        // What a story is about no comparison tells surely.
        CriterionId::RELEVANCE => 1.0,
        // A story told straight is one, however long it dwells on what came of it.
        CriterionId::KIND => 0.8,
        _ => f64::INFINITY,
    }
}

/// What an answer of a kind counts in the fit.
fn weight(kind: &str) -> f64 {
    match kind {
        // Who tells all of it, in whatever words, has told all of it.
        "pos_verbatim" | "pos_paraphrase" | "paraphrase" => 3.0,
        // Of strong stories nearly all in the data have figures, of those that people tell few.
        "own_qualitative" => 2.0,
        // Each was written to lack one thing.
        "card" | "weaker card" => 0.75,
        _ if OF_ANOTHER_STORY.contains(&kind) || kind.starts_with("reversed:") => 0.3,
        _ if OF_SOMETHING_ELSE.contains(&kind) => 0.4,
        _ if ["mid_", "neg_", "pos_"].iter().any(|trick| kind.starts_with(trick)) => 0.5,
        _ => 1.0,
    }
}

fn judge_all<'a>(
    cases: &'a [Case],
    story: Story,
    criteria: &[CriterionId],
    engines: &[(&'static str, Engine)],
) -> Result<Vec<Judged<'a>>, Box<dyn Error>> {
    let of_story: Vec<&Case> = cases.iter().filter(|case| case.story == story).collect();
    let judged = |case: &'a Case| -> Result<Vec<Judged<'a>>, String> {
        let reference = Reference::from_texts(&case.question, &case.references);
        let scorer = Scorer::new(vec![reference]);
        engines
            .iter()
            .map(|(by, engine)| {
                let scorer = scorer.with(engine.clone());
                let found = scorer.assess(0, &case.answer, story).map_err(|e| e.to_string())?;
                let scores = criteria.iter().map(|id| found.score(*id).map(f64::from)).collect();
                let (told, _) = Numbers::shipped().rubric.of(story).highest(|id| found.score(id));
                let caps = found.findings.iter().filter_map(|finding| finding.cap);
                let cap = caps.chain((told.number() < 5).then_some(told.number())).min();
                let weight = weight(&case.case) * if *by == "words" { BY_WORDS } else { 1.0 };
                Ok(Judged {
                    case,
                    by,
                    row: Row {
                        scores,
                        band: case.level.map(f64::from),
                        aim: case.aim,
                        cap,
                        weight,
                    },
                    fitted: story == Story::Own || *by == "meaning",
                    level: 0,
                })
            })
            .collect()
    };
    let halves = of_story.split_at(of_story.len() / 2);
    let both = thread::scope(|scope| {
        let run =
            |half: &[&'a Case]| half.iter().map(|case| judged(case)).collect::<Result<Vec<_>, _>>();
        let first = scope.spawn(move || run(halves.0));
        let second = run(halves.1);
        [first.join().unwrap_or_else(|_| Err("a thread was stopped".to_owned())), second]
    });
    let mut all = Vec::new();
    for half in both {
        all.extend(half?.into_iter().flatten());
    }
    Ok(all)
}

/// How many answers lie in their band; kind by kind where that is asked for.
fn report(name: &str, judged: &[Judged], by_kind: bool, said: &mut Vec<String>) {
    for by in ["meaning", "words"] {
        let of: Vec<&Judged> = judged.iter().filter(|j| j.by == by).collect();
        if of.is_empty() {
            continue;
        }
        let fair = |beside: u8| {
            let fair = of.iter().filter(|j| j.case.is_fair(j.level, beside)).count();
            fair as f64 / of.len() as f64
        };
        let line = format!(
            "{name}, by {by}: {:.3} of {} in band, {:.3} within one of it, quadratic-weighted kappa {:.3}{}",
            fair(0),
            of.len(),
            fair(1),
            kappa(of.iter().map(|j| (j.level, j.case.middle()))),
            with_readers(of.iter().map(|j| (j.level, j.case)))
        );
        println!("{line}");
        said.push(line);
        let mut kinds: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
        for j in of.iter().filter(|_| by_kind && by == "meaning") {
            kinds.entry(&j.case.case).or_default().push(j);
        }
        for (kind, of) in kinds {
            let fair = of.iter().filter(|j| j.case.is_fair(j.level, 0)).count();
            let levels: String = of.iter().map(|j| j.level.to_string()).collect();
            println!("    {kind:<26} {fair:>2} of {:>2}  {levels}", of.len());
        }
        for j in of.iter().filter(|j| by_kind && j.case.is_honest && j.level < 2) {
            println!("    honest and below 2: {}", j.case.id);
        }
    }
}
