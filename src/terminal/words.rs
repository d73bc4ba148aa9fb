//! Feedback and debrief as plain lines: readable by a screen reader, wrapped at 78 columns.

use std::io::{self, Write};

use crate::interview::{
    answer::Span,
    debrief::Debrief,
    scenario::Question,
    scoring::{
        Story,
        assessment::{Assessment, Coverage, NextStep},
        criteria,
    },
    star::Role,
};

const WIDTH: usize = 78;

/// Writes a text wrapped, its lines after the first as far in as its own indent.
pub(super) fn wrapped(out: &mut impl Write, indent: &str, text: &str) -> io::Result<()> {
    let text = plain(text);
    for line in text.lines() {
        let options =
            textwrap::Options::new(WIDTH).initial_indent(indent).subsequent_indent(indent);
        for line in textwrap::wrap(line, options) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The text without control characters, so that no answer steers the terminal it is shown in.
pub(super) fn plain(text: &str) -> String {
    let visible = |c: char| if c.is_control() && c != '\n' { ' ' } else { c };
    text.chars().map(visible).collect()
}

/// A heading with the levels between which a change leads, where it leads to another.
fn lift(heading: &str, step: &NextStep) -> String {
    if step.lifts() {
        format!("{heading}, {} → {}", step.from.number(), step.to.number())
    } else {
        heading.to_owned()
    }
}

fn quoted(answer: &str, span: Span) -> String {
    let words: Vec<_> = span.of(answer).split_whitespace().collect();
    let cut = if words.len() > 14 { " …" } else { "" };
    format!("“{}{cut}”", words[..words.len().min(14)].join(" "))
}

/// What was found in one answer.
pub(super) fn feedback(
    out: &mut impl Write,
    question: &Question,
    answer: &str,
    assessment: &Assessment,
) -> io::Result<()> {
    writeln!(out, "\nLevel {} of 5.", assessment.level.number())?;
    wrapped(out, "  ", &assessment.anchor)?;
    if let Some(step) = &assessment.next_step {
        writeln!(out, "\n{}:", lift("One change", step))?;
        wrapped(out, "  ", &step.sentence)?;
    }
    writeln!(
        out,
        "\n{} words, {}:{:02} spoken.",
        assessment.words,
        assessment.spoken_seconds / 60,
        assessment.spoken_seconds % 60
    )?;
    for finding in assessment.findings.iter().filter(|finding| finding.fired()) {
        let name = criteria::find(finding.criterion).map_or("", |criterion| criterion.name);
        wrapped(out, "  ", &format!("{name}: {}", finding.sentence))?;
    }
    let parts: Vec<_> = Role::ALL
        .iter()
        .filter_map(|role| {
            let finding = assessment.finding(&role.name().to_lowercase())?;
            finding.asked.then(|| format!("{} {:.0}", role.name(), finding.score * 100.0))
        })
        .collect();
    writeln!(out, "\nYour answer, sentence by sentence:")?;
    if !parts.is_empty() {
        wrapped(out, "  ", &format!("Of 100: {}.", parts.join(", ")))?;
    }
    for reading in &assessment.sentences {
        let line = format!("[{}] {}", reading.role().letter(), reading.span.of(answer));
        wrapped(out, "  ", &line.replace('\n', " "))?;
    }
    if assessment.story == Story::Own {
        writeln!(out, "\nOne way to tell it, in the model's own story:")?;
    } else {
        writeln!(out, "\nKey points of the model answer:")?;
        for point in &assessment.key_points {
            let mark = match point.coverage {
                Coverage::Hit => "hit",
                Coverage::Partly => "partly",
                Coverage::Missed => "missed",
            };
            wrapped(out, "  ", &format!("{mark}: {}", point.text))?;
            let said = point.evidence.map(|span| quoted(answer, span));
            let note = match (said, &point.note) {
                (Some(said), Some(note)) => Some(format!("you: {said}, {note}")),
                (Some(said), None) if point.coverage == Coverage::Partly => {
                    Some(format!("you: {said}"))
                }
                (None, Some(note)) => Some(note.clone()),
                _ => None,
            };
            if let Some(note) = note {
                wrapped(out, "      ", &note)?;
            }
        }
        writeln!(out, "\nThe model answer:")?;
    }
    for paragraph in question.model.paragraph_texts() {
        wrapped(out, "  ", &paragraph)?;
    }
    Ok(())
}

/// What the whole interview showed.
pub(super) fn debrief(out: &mut impl Write, debrief: &Debrief) -> io::Result<()> {
    writeln!(out, "\nDebrief: {}", plain(&debrief.scenario))?;
    writeln!(
        out,
        "{} of {} questions answered. Seed {}.",
        debrief.answered, debrief.of, debrief.settings.seed
    )?;
    match (debrief.vote, debrief.mean) {
        (Some(vote), Some(mean)) => {
            let says = if debrief.is_early() { "So far the panel says" } else { "The panel says" };
            writeln!(out, "{says}: {}. Mean level {mean:.1} of 5.", vote.name())?;
        }
        _ => writeln!(out, "Nothing was answered, so nothing is judged.")?,
    }
    writeln!(out, "\nLevel by section:")?;
    for section in &debrief.sections {
        match section.mean {
            Some(mean) => writeln!(out, "  {}: {mean:.1}", plain(&section.title))?,
            None => writeln!(out, "  {}: not asked", plain(&section.title))?,
        }
        for question in &section.questions {
            let level =
                question.level.map_or("skipped".to_owned(), |l| format!("level {}", l.number()));
            let own =
                question.own_rating.map_or(String::new(), |l| format!(", you said {}", l.number()));
            wrapped(out, "    ", &format!("{level}{own}: {}", question.text))?;
        }
    }
    if let Some(next) = &debrief.next {
        writeln!(out, "\n{}:", lift("Your next step", &next.step))?;
        wrapped(out, "  ", &next.step.sentence)?;
        wrapped(out, "  ", &format!("on: {}", next.text))?;
    }
    if !debrief.strengths.is_empty() {
        writeln!(out, "\nWhat went well:")?;
        for strength in &debrief.strengths {
            wrapped(out, "  ", &format!("“{}”", strength.quote))?;
            wrapped(out, "    ", &strength.sentence)?;
        }
    }
    for verdict in &debrief.panel {
        writeln!(
            out,
            "\n{}: {} ({:.1} of 5)",
            plain(&verdict.title),
            verdict.vote.name(),
            verdict.mean
        )?;
        if let Some((_, quote)) = &verdict.quote {
            wrapped(out, "  ", &format!("“{quote}”"))?;
        }
        wrapped(out, "  ", &verdict.sentence)?;
    }
    if let Some(gap) = debrief.own_rating_gap {
        writeln!(out, "\nYour own ratings lie {gap:+.1} from the levels on average.")?;
    }
    Ok(())
}
