//! `hotseat progress`: how the answers grew, as tables.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use serde::Serialize;

use crate::{
    interview::{
        practice::day::Day,
        progress::{
            growth::{self, QuestionGrowth},
            own_ratings::{self, RatedAnswer},
            past::{PastAttempt, QuestionHistory},
            standing::{self, Standing},
        },
    },
    storage::history::HistoryError,
    terminal::{
        fail, finish,
        practice::{NowArgument, OpenHistory, PageFormat, took},
        sanitize::{one_line, wrapped},
    },
};

/// So many of the newest answers to a question are on its plot.
const MOST_POINTS: usize = 200;

/// What to show of the progress.
#[derive(Debug, clap::Args)]
pub(in crate::terminal) struct ProgressArguments {
    /// Only the question with this id.
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    format: PageFormat,
    #[command(flatten)]
    now: NowArgument,
}

/// Everything that the page shows.
#[derive(Serialize)]
struct ProgressPage {
    improved: Option<String>,
    practised: String,
    own_ratings: Option<String>,
    last_rated: Option<RatedAnswer>,
    questions: Vec<QuestionGrowth>,
    sections: Vec<Standing>,
    competencies: Vec<Standing>,
}

/// Shows how the answers grew.
pub(in crate::terminal) fn progress(arguments: &ProgressArguments) -> ExitCode {
    let open = match OpenHistory::of(&arguments.now) {
        Ok(open) => open,
        Err(code) => return code,
    };
    let page = match page(&open, open.clock.today(), arguments.question.as_deref()) {
        Ok(page) => page,
        Err(error) => return fail(&error),
    };
    if let Some(id) = arguments.question.as_deref().filter(|_| page.questions.is_empty()) {
        return fail(&format!(
            "nothing was answered to a question `{id}`: `hotseat history` lists all"
        ));
    }
    let mut out = io::stdout().lock();
    let written = match arguments.format {
        PageFormat::Text => write(&mut out, &page),
        PageFormat::Json => serde_json::to_writer_pretty(&mut out, &page)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    finish(written, ExitCode::SUCCESS)
}

fn page(
    open: &OpenHistory,
    today: Day,
    question: Option<&str>,
) -> Result<ProgressPage, HistoryError> {
    let all = open.history.by_question(MOST_POINTS)?;
    let wanted = |history: &&QuestionHistory| question.is_none_or(|id| history.asked.id == id);
    let chosen: Vec<QuestionHistory> = all.iter().filter(wanted).cloned().collect();
    let mut attempts: Vec<PastAttempt> =
        chosen.iter().flat_map(|history| history.attempts.clone()).collect();
    attempts.sort_by_key(|past| (past.at, past.number));
    let last_rated = attempts.iter().rev().find(|past| past.own.is_some() && past.level.is_some());
    let last_rated = last_rated.map(|past| open.history.attempt(past.number)).transpose()?;
    let days: Vec<Day> =
        open.history.days_since(today.plus(-30))?.iter().map(|practised| practised.day).collect();
    Ok(ProgressPage {
        improved: growth::improved_since_last_week(&chosen, today),
        practised: growth::practised_in_words(&days, today),
        own_ratings: own_ratings::closing_in(&attempts),
        last_rated: last_rated.as_ref().and_then(RatedAnswer::of),
        questions: chosen.iter().map(QuestionGrowth::of).collect(),
        sections: standing::by_section(&chosen, today),
        competencies: standing::by_competency(&chosen, today),
    })
}

fn write(out: &mut impl Write, page: &ProgressPage) -> io::Result<()> {
    if page.questions.is_empty() {
        return writeln!(out, "Nothing was answered yet: `hotseat play` begins.");
    }
    wrapped(out, "", &page.practised)?;
    for sentence in [&page.improved, &page.own_ratings].into_iter().flatten() {
        wrapped(out, "", sentence)?;
    }
    writeln!(out, "\nBy question, the oldest answer first:")?;
    for question in &page.questions {
        wrapped(out, "  ", &one_line(&question.text))?;
        let last = question.points.last();
        let time = took(last.and_then(|point| point.seconds));
        let time = if time.is_empty() { time } else { format!("; the last took {time}") };
        wrapped(
            out,
            "      ",
            &format!(
                "levels {}{time} ({})",
                question.levels_in_words(),
                one_line(&question.question)
            ),
        )?;
    }
    standings(out, "By section", &page.sections)?;
    standings(out, "By competency", &page.competencies)?;
    if let Some(rated) = &page.last_rated {
        writeln!(
            out,
            "\nYour last own rating: {}, and the level is {} (attempt {}).",
            rated.own_rating, rated.level, rated.attempt
        )?;
        wrapped(out, "  ", &format!("A {} sounds so: {}", rated.own_rating, rated.meant))?;
        for told in [&rated.words, &rated.decides].into_iter().flatten() {
            wrapped(out, "  ", &one_line(told))?;
        }
    }
    Ok(())
}

fn standings(out: &mut impl Write, heading: &str, standings: &[Standing]) -> io::Result<()> {
    if standings.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}, the mean of the last levels:")?;
    for standing in standings {
        let now = standing.now.map_or("not judged".to_owned(), |mean| format!("{mean:.1}"));
        let before = match standing.week_ago {
            Some(mean) => format!(", a week ago {mean:.1}"),
            None => String::new(),
        };
        let count = standing.questions;
        let questions = if count == 1 { "1 question" } else { &format!("{count} questions") };
        wrapped(out, "  ", &format!("{}: {now}{before} ({questions})", one_line(&standing.name)))?;
    }
    Ok(())
}
