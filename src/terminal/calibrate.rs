//! `hotseat calibrate`: the engine put through the answers of known level, or a rater.

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use serde_json::json;

use crate::{
    interview::{
        calibration::{
            Agreement, Example, LevelPair,
            engine::{EngineRating, rated},
            round::{ExampleToRate, KnownExample, place_of},
        },
        ratings::of_candidate::anchor,
        scoring::{Scorer, level::Level},
        text::Span,
    },
    play::{
        Keeping,
        calibrating::{Calibrating, ExampleShelf, ONESELF},
    },
    storage::{journal, seed::Seeds},
    terminal::{
        NowArgument, engine, fail, finish,
        line_reader::LineReader,
        practice::PageFormat,
        sanitize::{one_line, plain, wrapped},
    },
};

/// The seed where none is named: the same figures every time.
const SEED: u64 = 1;

/// What is put through.
#[derive(Debug, clap::Args)]
pub(super) struct CalibrateArguments {
    /// A scenario's name or file; left out, all that have answers of known level.
    scene: Option<String>,
    /// Rate ten answers yourself: a level and the words that decide it, then what is known of each.
    #[arg(long)]
    rate: bool,
    /// Who rates; left out, you.
    #[arg(long, value_name = "NAME", requires = "rate")]
    rater: Option<String>,
    /// Keep to the question with this id of the scenario.
    #[arg(long, value_name = "ID", requires_all = ["rate", "scene"])]
    question: Option<String>,
    /// What chance is drawn from: which answers, and the samples of the intervals.
    #[arg(long)]
    seed: Option<u64>,
    /// How to print the figures.
    #[arg(long, value_enum, default_value_t, conflicts_with = "rate")]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Calibrates the engine, or whoever sits there.
pub(super) fn run(arguments: &CalibrateArguments) -> ExitCode {
    let shelf = match arguments.scene.as_deref() {
        None => ExampleShelf::all(),
        Some(scene) => match ExampleShelf::of(scene) {
            Ok(shelf) => shelf,
            Err(error) => {
                eprintln!("{}", plain(&error.report()));
                return ExitCode::FAILURE;
            }
        },
    };
    if shelf.scenes().all(|(_, examples)| examples.all().is_empty()) {
        return fail(
            &"there are no answers of known level: docs/scenario.md says how they are written",
        );
    }
    if arguments.rate {
        return rate(arguments, &shelf);
    }
    let mut out = io::stdout().lock();
    match put_through(&shelf, arguments.seed.unwrap_or(SEED), arguments.format, &mut out) {
        Ok(written) => finish(written, ExitCode::SUCCESS),
        Err(refused) => fail(&refused),
    }
}

/// Has the engine judge every example, and prints how well it agrees.
fn put_through(
    shelf: &ExampleShelf,
    seed: u64,
    format: PageFormat,
    out: &mut impl Write,
) -> Result<io::Result<()>, crate::interview::scoring::Refused> {
    let engine = engine();
    let mut scenes = Vec::new();
    for (scenario, examples) in shelf.scenes() {
        scenes.push((scenario, rated(examples, &Scorer::of(scenario).with(engine.clone()))?));
    }
    let all: Vec<LevelPair> =
        scenes.iter().flat_map(|(_, rated)| rated.iter().map(EngineRating::pair)).collect();
    let all = Agreement::of(&all, seed);
    let of = |rated: &[EngineRating]| {
        Agreement::of(&rated.iter().map(EngineRating::pair).collect::<Vec<_>>(), seed)
    };
    if format == PageFormat::Json {
        let scenes = scenes.iter().map(|(scenario, rated)| {
            let examples = rated.iter().map(|one| {
                let asked = &scenario.questions()[one.example.question].id;
                json!({ "id": one.example.id, "question": asked,
                    "known": one.example.level, "given": one.given })
            });
            let examples: Vec<_> = examples.collect();
            json!({ "scenario": scenario.id(), "agreement": of(rated), "examples": examples })
        });
        let scenes: Vec<_> = scenes.collect();
        let whole =
            json!({ "engine": engine.judged_by(), "seed": seed, "all": all, "scenes": scenes });
        return Ok(print_json(out, &whole));
    }
    let mut write = || -> io::Result<()> {
        let judged_by = engine.judged_by();
        let by = judged_by.note().map(|note| format!(" ({note})")).unwrap_or_default();
        writeln!(out, "Hot Seat's engine {}{by} on answers of known level.", judged_by.version)?;
        writeln!(out, "\nAll")?;
        tell_figures(out, &all)?;
        for (scenario, rated) in &scenes {
            writeln!(out, "\n{}", one_line(scenario.title()))?;
            tell_figures(out, &of(rated))?;
            let far = rated.iter().filter(|one| one.pair().above().abs() >= 2);
            for one in far {
                let (known, given) = (one.example.level.number(), one.given.number());
                writeln!(
                    out,
                    "  Two or more off: {} is a {known}, given {given}.",
                    one.example.id
                )?;
            }
        }
        Ok(())
    };
    Ok(write())
}

fn print_json(out: &mut impl Write, value: &serde_json::Value) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

fn tell_figures(out: &mut impl Write, agreement: &Agreement) -> io::Result<()> {
    for line in agreement.figures_in_words() {
        wrapped(out, "  ", &line)?;
    }
    let names: Vec<_> = agreement.tendencies.iter().map(|tendency| tendency.name()).collect();
    if names.is_empty() { Ok(()) } else { writeln!(out, "  Habit: {}.", names.join(", ")) }
}

/// Has a rater rate a round.
fn rate(arguments: &CalibrateArguments, shelf: &ExampleShelf) -> ExitCode {
    let at_prompt = io::stdin().is_terminal();
    let clock = match arguments.now.clock() {
        Ok(clock) => clock,
        Err(error) => return fail(&error),
    };
    let folder = journal::data_folder().filter(|_| at_prompt || arguments.now.now.is_some());
    let keeping = folder.map(|folder| Keeping { folder, clock });
    let drawn = if at_prompt { Seeds::by_the_clock().draw() } else { SEED };
    let scene = shelf.scenes().next().map(|(scenario, _)| scenario.id().to_owned());
    let question = scene.as_deref().zip(arguments.question.as_deref());
    let rater = arguments.rater.as_deref().unwrap_or(ONESELF);
    let seed = arguments.seed.unwrap_or(drawn);
    let mut calibrating = match Calibrating::open(shelf, question, seed, rater, keeping) {
        Ok(calibrating) => calibrating,
        Err(error) => return fail(&error),
    };
    if calibrating.round().is_empty() {
        return fail(&"there are no answers of known level to this question");
    }
    let mut gym = Gym { lines: LineReader::of(io::stdin().lock()), at_prompt };
    let mut out = io::stdout().lock();
    finish(gym.go_through(&mut out, &mut calibrating), ExitCode::SUCCESS)
}

/// A rater at the terminal.
struct Gym<'a> {
    lines: LineReader<'a>,
    at_prompt: bool,
}

impl Gym<'_> {
    fn go_through(&mut self, out: &mut impl Write, round: &mut Calibrating) -> io::Result<()> {
        self.welcome(out, round.round().len())?;
        let of = round.round().len();
        while let Some(example) = round.round().current() {
            let Some((level, marked)) = self.ask(out, &example, of)? else { break };
            let Some((known, kept)) = round.rate(level, marked) else { break };
            tell(out, &known)?;
            if let Err(error) = kept {
                eprintln!("hotseat: your rating cannot be kept: {}", plain(&error.to_string()));
            }
        }
        writeln!(out, "\nThis round")?;
        for line in round.agreement().in_words() {
            wrapped(out, "  ", &line)?;
        }
        if let Some(so_far) = round.agreement_so_far() {
            writeln!(out, "\nAll your rounds")?;
            for line in so_far.in_words() {
                wrapped(out, "  ", &line)?;
            }
        }
        Ok(())
    }

    fn welcome(&self, out: &mut impl Write, answers: usize) -> io::Result<()> {
        let noun = if answers == 1 { "answer" } else { "answers" };
        writeln!(
            out,
            "Calibrate: {answers} {noun} of known level.\n\nWhat the levels sound like:"
        )?;
        for level in (1..=5).map(Level::new) {
            wrapped(out, "  ", &format!("{}. {}", level.number(), anchor(level)))?;
        }
        self.prompt(
            out,
            "\nGive a level, 1 to 5, then the words of the answer that decide it, a passage a line; an empty line ends \
             them. /finish ends the round.\n",
        )
    }

    fn prompt(&self, out: &mut impl Write, text: &str) -> io::Result<()> {
        if self.at_prompt {
            write!(out, "{text}")?;
            out.flush()?;
        }
        Ok(())
    }

    /// A level and the passages that decide it; nothing at the end.
    fn ask(
        &mut self,
        out: &mut impl Write,
        example: &ExampleToRate,
        of: usize,
    ) -> io::Result<Option<(Level, Vec<Span>)>> {
        writeln!(out, "\nAnswer {} of {of}. {}", example.number, one_line(example.position))?;
        wrapped(out, "  ", &format!("Asked: {}", one_line(example.question)))?;
        writeln!(out, "\n  Answered:")?;
        wrapped(out, "  ", example.text)?;
        let level = loop {
            self.prompt(out, "\nYour level, 1 to 5: ")?;
            let Some(line) = self.lines.next()? else { return Ok(None) };
            match line.trim() {
                "/finish" => return Ok(None),
                "" => {}
                said => match said.parse::<u8>() {
                    Ok(level) if (1..=5).contains(&level) => break Level::new(level),
                    _ => writeln!(out, "\nNot taken: `{}` is no level of 1 to 5.", one_line(said))?,
                },
            }
        };
        let mut marked = Vec::new();
        loop {
            self.prompt(out, "Words that decide it (Enter to go on): ")?;
            match self.lines.next()? {
                None => break,
                Some(line) if line.trim().is_empty() => break,
                Some(line) => match place_of(&line, example.text) {
                    Some(span) => marked.push(span),
                    None => {
                        writeln!(out, "Not marked: “{}” is not in the answer.", one_line(&line))?;
                    }
                },
            }
        }
        Ok(Some((level, marked)))
    }
}

/// Tells what is known of an answer that was rated.
fn tell(out: &mut impl Write, known: &KnownExample) -> io::Result<()> {
    let level = known.example.level.number();
    let verdict = match known.rated.pair().above() {
        0 => "as you said".to_owned(),
        above if above > 0 => format!("you were {above} above"),
        below => format!("you were {} below", -below),
    };
    writeln!(out, "\n  Known level: {level}, {verdict}.")?;
    wrapped(out, "  ", &format!("Why: {}", one_line(&known.example.why)))?;
    for span in &known.example.words {
        wrapped(out, "    ", &format!("“{}”", one_line(span.of(&known.example.text))))?;
    }
    let of = known.example.words.len();
    if of > 0 && !known.rated.marked.is_empty() {
        writeln!(out, "  You marked {} of {of} of these passages.", known.found)?;
    }
    Ok(())
}

/// Shows an answer of known level with its reason.
pub(super) fn read(out: &mut impl Write, example: &Example) -> io::Result<()> {
    writeln!(out, "\nA {}:", example.level.number())?;
    wrapped(out, "  ", &example.text)?;
    wrapped(out, "  ", &format!("Why: {}", one_line(&example.why)))?;
    for span in &example.words {
        wrapped(out, "    ", &format!("“{}”", one_line(span.of(&example.text))))?;
    }
    Ok(())
}
