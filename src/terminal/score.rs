//! `hotseat score`: the scoring engine from outside, one answer or a stream of them.

use std::{
    io::{self, BufRead, Read, Write},
    path::Path,
    process::ExitCode,
};

use crate::{
    interview::{
        scoring::{
            Scorer,
            criteria::{Criteria, Kind},
            judgement::{
                batch::{Batch, BatchScene, JudgedLine},
                record::AnswerRecord,
            },
        },
        text::MAX_ANSWER,
    },
    storage::{
        files::{self, FileError},
        scenarios,
    },
    terminal::{
        ScoreArguments, ScoreFormat, engine, explain, fail, finish,
        judgements::{self, Judgements},
        report,
        styled::ColourMode,
    },
};

/// The longest line of a batch, in bytes; a longer one is refused without being held in memory.
const MAX_LINE: usize = 4 * 1024 * 1024;

/// Judges what the arguments name.
pub(super) fn run(arguments: &ScoreArguments) -> ExitCode {
    if arguments.batch { run_batch(arguments) } else { run_one(arguments) }
}

fn run_one(arguments: &ScoreArguments) -> ExitCode {
    let loaded = match scenarios::load(arguments.scene.as_deref()) {
        Ok(loaded) => loaded,
        Err(error) => {
            eprintln!("{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    let scenario = loaded.scenario;
    let wanted = arguments.question.as_deref().unwrap_or_default();
    let Some((index, question)) = scenario.question(wanted) else {
        let known: Vec<_> = scenario.questions().iter().map(|q| q.id.as_str()).collect();
        return fail(&format!("there is no question `{wanted}`: take one of {}", known.join(", ")));
    };
    let answer = match read(arguments.file.as_deref().unwrap_or(Path::new("-"))) {
        Ok(answer) => answer,
        Err(error) => return fail(&error),
    };
    let scorer = Scorer::of(&scenario).with(engine());
    let assessment = match scorer.assess(index, &answer, arguments.story.into()) {
        Ok(assessment) => assessment,
        Err(refused) => return fail(&refused),
    };
    let format = arguments.format.unwrap_or_default();
    if arguments.explain && format == ScoreFormat::Text {
        let mut out = anstream::AutoStream::auto(io::stdout().lock());
        let look = match out.current_choice() {
            anstream::ColorChoice::Never => ColourMode::Plain,
            _ => ColourMode::Colour,
        };
        let written = explain::write(&mut out, look, question, &answer, &assessment);
        return finish(written, ExitCode::SUCCESS);
    }
    let mut out = io::stdout().lock();
    let record = || AnswerRecord::of(&assessment, &answer);
    let written = match format {
        ScoreFormat::Json => judgements::pretty(&mut out, &record()),
        ScoreFormat::Csv => Judgements::table(&mut out).and_then(|mut table| {
            table.put(&JudgedLine { id: None, record: Ok(record()) }, 1)?;
            table.flush()
        }),
        ScoreFormat::Text => report::feedback(&mut out, question, &answer, &[], &assessment)
            .and_then(|()| {
                if assessment.unjudged.is_some() {
                    return Ok(());
                }
                writeln!(out, "\nEverything that was looked at:")?;
                assessment.findings.iter().try_for_each(|finding| {
                    let Some(score) = finding.score else { return Ok(()) };
                    let Some(criterion) = Criteria::SHIPPED.find(finding.criterion) else {
                        return Ok(());
                    };
                    // A gate fires or does not: it has no share of a hundred.
                    let reached = match criterion.kind {
                        Kind::Gate => String::new(),
                        _ => format!("{:.0} of 100. ", score * 100.0),
                    };
                    if reached.is_empty() && finding.sentence.is_empty() {
                        return Ok(());
                    }
                    let said = format!("{reached}{}", finding.sentence);
                    writeln!(out, "  {}: {}", criterion.name, said.trim_end())
                })
            }),
    };
    finish(written, ExitCode::SUCCESS)
}

/// The answer's text, a little beyond the bound so that too long a one is refused by the engine in its own words.
fn read(path: &Path) -> Result<String, FileError> {
    let at_most = MAX_ANSWER * 4 + 4;
    if path != Path::new("-") {
        let bytes = files::read_start(path, at_most)?;
        return text(path, bytes, at_most);
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(at_most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| FileError::Io { path: path.to_owned(), source })?;
    text(path, bytes, at_most)
}

fn text(path: &Path, bytes: Vec<u8>, at_most: usize) -> Result<String, FileError> {
    if bytes.len() > at_most {
        return Err(FileError::TooLarge { path: path.to_owned(), at_most });
    }
    String::from_utf8(bytes).map_err(|_| FileError::NotText { path: path.to_owned() })
}

/// Judges line after line, holding one of them at a time.
fn run_batch(arguments: &ScoreArguments) -> ExitCode {
    let engine = engine();
    let scene = match arguments.scene.as_deref().map(|scene| scenarios::load(Some(scene))) {
        None => None,
        Some(Ok(loaded)) => Some(BatchScene {
            ids: loaded.scenario.questions().iter().map(|question| question.id.clone()).collect(),
            scorer: Scorer::of(&loaded.scenario).with(engine.clone()),
        }),
        Some(Err(error)) => {
            eprintln!("{}", error.report());
            return ExitCode::FAILURE;
        }
    };
    let batch = Batch { story: arguments.story.into(), engine, scene };
    let out = io::BufWriter::new(io::stdout().lock());
    let out = match arguments.format {
        Some(ScoreFormat::Csv) => Judgements::table(out),
        _ => Ok(Judgements::json(out)),
    };
    let mut good = true;
    let written = out.and_then(|mut out| judge_lines(&batch, &mut out, &mut good));
    finish(written, if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Judges the lines of standard input; `good` tells whether all of them could be.
fn judge_lines(batch: &Batch, out: &mut Judgements<impl Write>, good: &mut bool) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = (&mut input).take(MAX_LINE as u64 + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            break;
        }
        let judged = if read > MAX_LINE && line.last() != Some(&b'\n') {
            skip_line(&mut input)?;
            let error = format!("the line has more than {MAX_LINE} bytes");
            JudgedLine { id: None, record: Err(error) }
        } else {
            let text = String::from_utf8_lossy(&line);
            if text.trim().is_empty() {
                continue;
            }
            batch.judge(text.trim_end())
        };
        *good &= judged.record.is_ok();
        out.put(&judged, number)?;
    }
    out.flush()
}

/// Reads on to the end of a line without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            return Ok(());
        }
    }
}
