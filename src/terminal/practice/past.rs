//! `hotseat history`: what was answered, the newest last, as it stands at a prompt.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;

use crate::{
    interview::progress::{
        growth::took_in_words,
        past::{AskedQuestion, PastAttempt},
    },
    play::documents::csv_cell::harmless,
    terminal::{
        fail, finish,
        practice::{ListFormat, NowArgument, OpenHistory, beginning},
        sanitize::one_line,
    },
};

/// The most answers that are listed.
const MOST: usize = 1_000_000;

/// What of the history to list.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct HistoryArguments {
    /// Only answers to the question with this id.
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// At most so many, the newest.
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..))]
    last: u32,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: ListFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// An answer of a list, for programs.
#[derive(Serialize)]
pub(super) struct AttemptLine<'a> {
    attempt: i64,
    session: i64,
    day: String,
    at: u64,
    scenario: &'a str,
    question: &'a str,
    section: &'a str,
    level: Option<u8>,
    perhaps: Option<u8>,
    own_rating: Option<u8>,
    seconds: Option<u32>,
    words: u32,
    spoken_seconds: u32,
    story: crate::interview::scoring::Story,
    kind: Option<crate::interview::scoring::telling::kind::TellingKind>,
    helped: bool,
    basis: crate::interview::scoring::judged_by::Basis,
    engine: &'a str,
}

/// The head of the table.
pub(super) const COLUMNS: [&str; 15] = [
    "attempt",
    "session",
    "day",
    "scenario",
    "question",
    "section",
    "level",
    "perhaps",
    "own_rating",
    "seconds",
    "words",
    "spoken_seconds",
    "story",
    "kind",
    "engine",
];

impl<'a> AttemptLine<'a> {
    pub(super) fn of(asked: &'a AskedQuestion, past: &'a PastAttempt) -> Self {
        Self {
            attempt: past.number,
            session: past.session,
            day: past.day.to_string(),
            at: past.at.0,
            scenario: &asked.scenario,
            question: &asked.id,
            section: &asked.section,
            level: past.level.map(|level| level.number()),
            perhaps: past.perhaps.map(|level| level.number()),
            own_rating: past.own.map(|level| level.number()),
            seconds: past.seconds,
            words: past.words,
            spoken_seconds: past.spoken_seconds,
            story: past.story,
            kind: past.kind,
            helped: past.helped,
            basis: past.judged_by.basis,
            engine: &past.judged_by.version,
        }
    }

    /// Its cells under [`COLUMNS`].
    pub(super) fn cells(&self) -> [String; COLUMNS.len()] {
        fn or_empty(value: Option<impl ToString>) -> String {
            value.map(|value| value.to_string()).unwrap_or_default()
        }
        let word = |value: serde_json::Result<serde_json::Value>| match value {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::new(),
        };
        [
            self.attempt.to_string(),
            self.session.to_string(),
            self.day.clone(),
            harmless(self.scenario),
            harmless(self.question),
            harmless(self.section),
            or_empty(self.level),
            or_empty(self.perhaps),
            or_empty(self.own_rating),
            or_empty(self.seconds),
            self.words.to_string(),
            self.spoken_seconds.to_string(),
            word(serde_json::to_value(self.story)),
            word(serde_json::to_value(self.kind)),
            harmless(self.engine),
        ]
    }
}

/// Lists what was answered.
pub(in crate::terminal) fn history(arguments: &HistoryArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let last = usize::try_from(arguments.last).unwrap_or(MOST).min(MOST);
    let found = match &arguments.question {
        None => open.history.newest(last),
        Some(id) => open.history.newest_of(id, last),
    };
    let mut found = match found {
        Ok(found) => found,
        Err(error) => return fail(&error),
    };
    found.reverse();
    if let Some(id) = arguments.question.as_deref().filter(|_| found.is_empty()) {
        return fail(&format!(
            "nothing was answered to a question `{id}`: `hotseat history` lists all"
        ));
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match arguments.format {
        ListFormat::Text => write(&mut out, &found, open.clock.today()),
        ListFormat::Json => {
            let lines: Vec<_> =
                found.iter().map(|(asked, past)| AttemptLine::of(asked, past)).collect();
            serde_json::to_writer_pretty(&mut out, &lines)
                .map_err(io::Error::from)
                .and_then(|()| writeln!(out))
        }
        ListFormat::Csv => table(&mut out, &found),
    };
    finish(written.and_then(|()| out.flush()), ExitCode::SUCCESS)
}

fn table(out: &mut impl Write, found: &[(AskedQuestion, PastAttempt)]) -> io::Result<()> {
    let mut table = csv::Writer::from_writer(out);
    table.write_record(COLUMNS)?;
    for (asked, past) in found {
        table.write_record(AttemptLine::of(asked, past).cells())?;
    }
    table.flush()
}

fn write(
    out: &mut impl Write,
    found: &[(AskedQuestion, PastAttempt)],
    today: crate::interview::practice::day::Day,
) -> io::Result<()> {
    if found.is_empty() {
        return writeln!(out, "Nothing was answered yet: `hotseat play` begins.");
    }
    let mut heading = None;
    for (asked, past) in found {
        if heading != Some((past.day, past.session)) {
            heading = Some((past.day, past.session));
            let told = past.day.seen_from(today);
            let told = told.strip_prefix("on ").unwrap_or(&told);
            writeln!(out, "\n{} ({told}), interview {}", past.day, past.session)?;
        }
        let own = past.own.map_or(String::new(), |own| format!(", own rating {}", own.number()));
        let time = took_in_words(past.seconds);
        let time = if time.is_empty() { time } else { format!(", {time}") };
        writeln!(
            out,
            "  {:>5}  level {}{own}{time}  {}",
            past.number,
            past.level_in_words(),
            one_line(&asked.id)
        )?;
        writeln!(out, "         {}", beginning(&asked.text, 68))?;
    }
    writeln!(
        out,
        "\n`hotseat show N` opens one, `hotseat compare N M` lays two side by side, `hotseat debrief N` opens an interview."
    )
}
