//! `hotseat demo`: a model answer told step by step, a twin beside it, and what the difference teaches, in plain lines.

use std::{
    io::{self, IsTerminal, Write},
    path::PathBuf,
    process::ExitCode,
    sync::Arc,
};

use clap::ValueEnum;

use crate::{
    interview::{
        demonstration::{
            program::{self, Program, ProgramPiece},
            run::{StageRun, read_answers},
            steps::{MarksShown, Shows, Stride},
            told::{Missing, ToldAnswer},
        },
        scenario::{Scenario, TwinKind},
        scoring::Scorer,
        text::Span,
    },
    storage::{programs, scenarios},
    terminal::{
        engine, fail, finish,
        line_reader::LineReader,
        sanitize::{one_line, wrapped},
    },
};

/// What is told, and how.
#[derive(Debug, clap::Args)]
pub(super) struct DemoArguments {
    /// The question's id.
    #[arg(required_unless_present = "program")]
    question: Option<String>,
    /// A scenario's name or file; left out, the one that comes with the game.
    #[arg(long)]
    scene: Option<String>,
    /// What the twin lacks; may be given several times. Left out, the first that the question offers.
    #[arg(long, value_enum, conflicts_with = "program")]
    twin: Vec<TwinWord>,
    /// When parts, key points and figures are marked.
    #[arg(long, value_enum)]
    marks: Option<MarksWord>,
    /// How much is told at a time.
    #[arg(long, value_enum)]
    by: Option<StrideWord>,
    /// Run a program: the scenario's own, or this file.
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, conflicts_with = "question")]
    program: Option<Option<PathBuf>>,
}

/// What a twin lacks, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TwinWord {
    NoResult,
    NoFigures,
    OnlyWe,
    NoSituation,
    Opinion,
    AnotherQuestion,
    Other,
}

impl From<TwinWord> for TwinKind {
    fn from(word: TwinWord) -> Self {
        match word {
            TwinWord::NoResult => Self::NoResult,
            TwinWord::NoFigures => Self::NoFigures,
            TwinWord::OnlyWe => Self::OnlyWe,
            TwinWord::NoSituation => Self::NoSituation,
            TwinWord::Opinion => Self::Opinion,
            TwinWord::AnotherQuestion => Self::AnotherQuestion,
            TwinWord::Other => Self::Other,
        }
    }
}

/// When answers are marked, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MarksWord {
    /// Never.
    Off,
    /// As they are said.
    On,
    /// Once an answer was told without them.
    After,
}

/// How much is told at a time, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum StrideWord {
    Sentence,
    Part,
    Paragraph,
}

/// Tells what the arguments name.
pub(super) fn run(arguments: &DemoArguments) -> ExitCode {
    let loaded = match scenarios::load(arguments.scene.as_deref()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    let chosen = match (&arguments.program, &arguments.question) {
        (Some(path), _) => {
            let found = match path {
                None => programs::of(&loaded),
                Some(path) => programs::read(path, &loaded.scenario).map(Some),
            };
            match found {
                Ok(Some(program)) => Ok(program),
                Ok(None) => Err(format!("there is no program for `{}`", loaded.name)),
                Err(error) => {
                    eprintln!("{}", error.report());
                    return ExitCode::FAILURE;
                }
            }
        }
        (None, question) => {
            of_question(&loaded.scenario, question.as_deref().unwrap_or_default(), &arguments.twin)
        }
    };
    let mut program = match chosen {
        Ok(program) => program,
        Err(error) => return fail(&error),
    };
    match arguments.marks {
        Some(MarksWord::Off) => program.marks = MarksShown::Off,
        Some(MarksWord::On) => program.marks = MarksShown::On,
        Some(MarksWord::After) => program.marks = MarksShown::After,
        None => {}
    }
    match arguments.by {
        Some(StrideWord::Sentence) => program.stride = Stride::Sentence,
        Some(StrideWord::Part) => program.stride = Stride::Part,
        Some(StrideWord::Paragraph) => program.stride = Stride::Paragraph,
        None => {}
    }
    let scorer = Scorer::of(&loaded.scenario).with(engine());
    let Some(run) = StageRun::open(Arc::new(loaded.scenario), program) else {
        return fail(&"every piece of the program is left out");
    };
    let mut teller = Teller { run, scorer, read: (usize::MAX, Vec::new()) };
    let lines = LineReader::of(io::stdin().lock());
    let mut out = io::stdout().lock();
    finish(teller.tell(&mut out, lines, io::stdin().is_terminal()), ExitCode::SUCCESS)
}

/// One question with the twins that were asked for, or the first it offers.
fn of_question(scenario: &Scenario, id: &str, wanted: &[TwinWord]) -> Result<Program, String> {
    let Some((question, _)) = scenario.question(id) else {
        let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
        return Err(format!("there is no question `{id}`: take one of {}", known.join(", ")));
    };
    let offered = program::named(scenario, question);
    let word = |kind: &TwinKind| {
        let words = TwinWord::value_variants().iter().find(|word| TwinKind::from(**word) == *kind);
        let value = words.and_then(TwinWord::to_possible_value);
        value.map_or(String::new(), |value| value.get_name().to_owned())
    };
    let mut twins: Vec<TwinKind> = Vec::new();
    for kind in wanted.iter().map(|word| TwinKind::from(*word)) {
        if !offered.contains(&kind) {
            let known: Vec<_> = offered.iter().map(word).collect();
            let offers = match known.is_empty() {
                true => "it has none".to_owned(),
                false => format!("take one of {}", known.join(", ")),
            };
            return Err(format!("`{id}` has no twin `{}`: {offers}", word(&kind)));
        }
        if !twins.contains(&kind) {
            twins.push(kind);
        }
    }
    if twins.is_empty() {
        twins.extend(scenario.twins(question).first().map(|twin| twin.kind));
    }
    let piece = ProgramPiece { question, tell: true, twins, room: false, left_out: false };
    Ok(Program { pieces: vec![piece], ..Program::of_scenario(scenario) })
}

/// A demonstration with what the engine made of the answers it shows.
struct Teller {
    run: StageRun,
    scorer: Scorer,
    /// The piece whose answers were read, and how they were.
    read: (usize, Vec<ToldAnswer>),
}

impl Teller {
    /// Tells step by step, a line of input for each; whatever is left when the input ends is told at once.
    fn tell(
        &mut self,
        out: &mut impl Write,
        mut lines: LineReader<'_>,
        at_prompt: bool,
    ) -> io::Result<()> {
        if at_prompt {
            writeln!(out, "Enter goes on, b goes back, a number goes to that question, q ends.")?;
        }
        let mut ended = false;
        loop {
            self.show(out)?;
            out.flush()?;
            let line = if ended { None } else { lines.next()? };
            ended |= line.is_none();
            let line = line.unwrap_or_default();
            let moved = match line.trim() {
                "q" => return Ok(()),
                "b" => self.run.back(),
                word => match word.parse() {
                    Ok(number) => self.run.jump(number),
                    Err(_) => self.run.go_on(),
                },
            };
            if !moved && (ended || self.run.shows_next().is_none()) {
                return Ok(());
            }
        }
    }

    fn answers(&mut self) -> &[ToldAnswer] {
        if self.read.0 != self.run.piece() {
            let (question, _) = self.run.question();
            let answers = self.run.answers().to_vec();
            let read = read_answers(&self.scorer, question, answers);
            self.read = (self.run.piece(), read.unwrap_or_else(|_| self.run.answers().to_vec()));
        }
        &self.read.1
    }

    fn show(&mut self, out: &mut impl Write) -> io::Result<()> {
        let marks = self.run.program().marks;
        let shows = self.run.shows();
        let (number, of) = self.run.number();
        let (question, asked) = self.run.question();
        let asker = self.run.scenario().asker(question).title.clone();
        let text = asked.text.clone();
        let answers = self.answers();
        match shows {
            Shows::Asked => {
                writeln!(out, "\nQuestion {number} of {of}, {} asks:", one_line(&asker))?;
                wrapped(out, "  ", &text)
            }
            Shows::Telling { answer, from, to } => {
                let told = &answers[answer];
                if from == 0 {
                    writeln!(out, "\n{}", heading(answer))?;
                }
                for sentence in from..to {
                    write_sentence(out, told, sentence, marks == MarksShown::On)?;
                }
                Ok(())
            }
            Shows::Marked(answer) => {
                writeln!(out, "\n{}, with its marks", heading(answer))?;
                write_marked(out, &answers[answer])
            }
            Shows::Beside { twin, marked: false } => {
                writeln!(out, "\nWhat differs?")?;
                for answer in [0, twin] {
                    writeln!(out, "{}:", heading(answer))?;
                    wrapped(out, "  ", &answers[answer].text.replace("\n\n", "\n"))?;
                }
                Ok(())
            }
            Shows::Beside { twin, marked: true } => {
                for answer in [0, twin] {
                    writeln!(out, "\n{}, with its marks", heading(answer))?;
                    write_marked(out, &answers[answer])?;
                }
                Ok(())
            }
            Shows::Principle(twin) => write_principle(out, &answers[twin]),
            Shows::Room | Shows::RoomJudged | Shows::RoomCompared => {
                writeln!(out, "\nThe room’s answer: written and judged in the window, or by")?;
                let id = &self.run.question().1.id;
                writeln!(out, "  hotseat score --question {} -", one_line(id))
            }
        }
    }
}

/// What an answer is called before it is said what it lacks.
fn heading(answer: usize) -> &'static str {
    if answer == 0 { "The strong answer" } else { "Another answer" }
}

fn write_sentence(
    out: &mut impl Write,
    told: &ToldAnswer,
    sentence: usize,
    marked: bool,
) -> io::Result<()> {
    let at = &told.sentences[sentence];
    if !marked {
        return wrapped(out, "  ", at.span.of(&told.text));
    }
    let inside = |span: &Span| at.span.start < span.end && span.start < at.span.end;
    let mut marks = Vec::new();
    if told.points.iter().any(|point| inside(&point.span)) {
        marks.push("key point".to_owned());
    }
    let figures = told.figures.iter().filter(|figure| inside(figure));
    marks.extend(figures.map(|figure| format!("figure {}", figure.of(&told.text))));
    let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
    let part = at.role.map(|role| format!("{}: ", role.name())).unwrap_or_default();
    wrapped(out, "  ", &format!("{part}{}{marks}", at.span.of(&told.text)))
}

fn write_marked(out: &mut impl Write, told: &ToldAnswer) -> io::Result<()> {
    for sentence in 0..told.sentences.len() {
        write_sentence(out, told, sentence, true)?;
    }
    for missing in &told.missing {
        let said = match missing {
            Missing::KeyPoint(role, text) => format!("missing, {}: {text}", role.name()),
            other => format!("missing: {}", other.words()),
        };
        wrapped(out, "  ", &said)?;
    }
    Ok(())
}

fn write_principle(out: &mut impl Write, told: &ToldAnswer) -> io::Result<()> {
    writeln!(out, "\n{}", told.heading())?;
    wrapped(out, "  ", told.because.as_deref().unwrap_or_default())?;
    if let Some(verdict) = &told.verdict {
        if let Some(level) = verdict.level {
            writeln!(out, "  What a {} sounds like:", level.number())?;
        }
        wrapped(out, "    ", &verdict.anchor)?;
    }
    Ok(())
}
