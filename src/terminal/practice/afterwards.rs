//! What is said behind a debrief: how it went against last time, and what to practise next and when.

use std::io::{self, Write};

use crate::{
    interview::{progress::last_time::against_last_time, scoring::Story},
    play::{TELLING_ANSWERS, Today},
    storage::history::{History, HistoryError},
    terminal::{
        practice::{NowArgument, folder},
        sanitize::{one_line, wrapped},
    },
};

/// Says how an interview went against last time and what comes next; nothing where the history cannot be read, which was
/// told when it could not be written.
pub(in crate::terminal) fn afterwards(
    now: &NowArgument,
    name: &str,
    story: Story,
) -> io::Result<()> {
    let (Ok(clock), Ok(folder)) = (now.clock(), folder()) else { return Ok(()) };
    let Ok((history, _)) = History::open(&folder) else { return Ok(()) };
    let Ok(lines) = lines(&history, name, clock.today(), story) else { return Ok(()) };
    let mut out = io::stdout().lock();
    for (depth, line) in lines {
        if depth == 0 {
            writeln!(out)?;
        }
        wrapped(&mut out, &"  ".repeat(depth), &line)?;
    }
    Ok(())
}

fn lines(
    history: &History,
    name: &str,
    today: crate::interview::practice::day::Day,
    story: Story,
) -> Result<Vec<(usize, String)>, HistoryError> {
    let mut lines = Vec::new();
    if let Some(session) = history.session_number(name)? {
        let found = against_last_time(&history.by_question(TELLING_ANSWERS)?, session);
        if !found.is_empty() {
            lines.push((0, "Against last time:".to_owned()));
        }
        for against in found {
            let told = format!("{}: {}", one_line(&against.text), against.in_words(today));
            lines.push((1, told));
        }
    }
    if let Some(next) = Today::next(history, today, story)? {
        let day = next.day.seen_from(today);
        lines.push((0, format!("Practise next {day}: {}.", next.plan.headline())));
        if let Some(first) = next.plan.picks.first() {
            let text = one_line(&next.question(first).text);
            lines.push((1, format!("First: {text} ({})", first.reason.in_words(next.day))));
        }
    }
    Ok(lines)
}
