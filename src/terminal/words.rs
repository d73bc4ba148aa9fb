//! Feedback and debrief as plain lines: readable by a screen reader, wrapped at 78 columns.

use std::io::{self, Write};

use crate::interview::{
    debrief::Debrief,
    scenario::Question,
    scoring::{
        Story,
        assessment::{Assessment, Coverage, NextStep},
        criteria,
    },
    session::Probed,
    star::Role,
    text::Span,
};
use crate::terminal::plain::{plain, wrapped};

/// A heading with the levels between which a change leads, where it leads to another.
pub(super) fn lift(heading: &str, step: &NextStep) -> String {
    if step.lifts() {
        format!("{heading}, {} → {}", step.from.number(), step.to.number())
    } else {
        heading.to_owned()
    }
}

pub(super) fn quoted(answer: &str, span: Span) -> String {
    let words: Vec<_> = span.of(answer).split_whitespace().collect();
    let cut = if words.len() > 14 { " …" } else { "" };
    format!("“{}{cut}”", words[..words.len().min(14)].join(" "))
}

/// What was found in one answer, and in what was added to it.
pub(super) fn feedback(
    out: &mut impl Write,
    question: &Question,
    answer: &str,
    probes: &[Probed],
    assessment: &Assessment,
) -> io::Result<()> {
    match &assessment.unjudged {
        Some(unjudged) => {
            writeln!(out, "\nNot judged.")?;
            wrapped(out, "  ", &unjudged.sentence)?;
        }
        None => {
            writeln!(out, "\nLevel {} of 5.", assessment.level.number())?;
            wrapped(out, "  ", &assessment.anchor)?;
        }
    }
    if let Some(gain) = Probed::gain(probes, assessment) {
        wrapped(out, "  ", &gain)?;
    }
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
    if assessment.unjudged.is_some() {
        return model_answer(out, question, "The model answer");
    }
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
    let mut probes = probes.iter().peekable();
    for reading in &assessment.sentences {
        let begins = |probed: &&Probed| {
            probed.addition.is_some_and(|addition| addition.start <= reading.span.start)
        };
        while let Some(probed) = probes.next_if(begins) {
            wrapped(out, "  ", &format!("Added, asked “{}”:", probed.probe.text))?;
        }
        let line = format!("[{}] {}", reading.role().letter(), reading.span.of(answer));
        wrapped(out, "  ", &line.replace('\n', " "))?;
    }
    for probed in probes {
        wrapped(out, "  ", &format!("Left open, asked “{}”", probed.probe.text))?;
    }
    if assessment.story == Story::Own {
        return model_answer(out, question, "One way to tell it, in the model's own story");
    }
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
    model_answer(out, question, "The model answer")
}

fn model_answer(out: &mut impl Write, question: &Question, heading: &str) -> io::Result<()> {
    writeln!(out, "\n{heading}:")?;
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
        _ if debrief.answered > 0 => writeln!(out, "No answer could be judged.")?,
        _ => writeln!(out, "Nothing was answered, so nothing is judged.")?,
    }
    writeln!(out, "\nLevel by section:")?;
    for section in &debrief.sections {
        match section.mean {
            Some(mean) => writeln!(out, "  {}: {mean:.1}", plain(&section.title))?,
            None if section.questions.is_empty() => {
                writeln!(out, "  {}: not asked", plain(&section.title))?;
            }
            None => writeln!(out, "  {}: not judged", plain(&section.title))?,
        }
        for question in &section.questions {
            let level = match question.level {
                Some(level) => format!("level {}", level.number()),
                None if question.unjudged.is_some() => "not judged".to_owned(),
                None => "skipped".to_owned(),
            };
            let own =
                question.own_rating.map_or(String::new(), |l| format!(", you said {}", l.number()));
            wrapped(out, "    ", &format!("{level}{own}: {}", question.text))?;
            for probe in &question.probes {
                let added = match &probe.addition {
                    Some(addition) => format!("“{}”", addition.replace('\n', " ")),
                    None => "left open".to_owned(),
                };
                let asked = format!("{} asked back “{}”: {added}", probe.asked_by, probe.text);
                wrapped(out, "      ", &asked)?;
            }
            if let Some(unjudged) = &question.unjudged {
                wrapped(out, "      ", &unjudged.sentence)?;
            }
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
