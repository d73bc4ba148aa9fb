//! What is said behind a debrief: how it went against last time, and what to practise next and when.

use std::io::{self, Write};

use crate::{
    interview::scoring::Story,
    play::Afterwards,
    storage::history::History,
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
    let afterwards = Afterwards::of(&history, name, clock.today(), story);
    let Ok(afterwards) = afterwards else { return Ok(()) };
    let mut out = io::stdout().lock();
    for (depth, line) in lines(&afterwards) {
        if depth == 0 {
            writeln!(out)?;
        }
        wrapped(&mut out, &"  ".repeat(depth), &line)?;
    }
    Ok(())
}

fn lines(afterwards: &Afterwards) -> Vec<(usize, String)> {
    let mut lines = Vec::new();
    if !afterwards.against.is_empty() {
        lines.push((0, "Against last time:".to_owned()));
    }
    for against in &afterwards.against {
        let told = against.in_words(afterwards.today);
        lines.push((1, format!("{}: {told}", one_line(&against.text))));
    }
    let next = afterwards.next.as_ref().map(|next| next.in_words(afterwards.today));
    lines.extend(next.map(|next| (0, next)));
    let first = afterwards.next.as_ref().and_then(|next| next.first.as_ref());
    lines.extend(first.map(|(text, why)| (1, format!("First: {} ({why})", one_line(text)))));
    lines
}
