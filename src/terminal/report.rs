//! Feedback and reports as plain lines: readable by a screen reader, wrapped at 78 columns.

use std::io::{self, Write};

use crate::interview::{
    debrief::report::ReportLine,
    scenario::Question,
    scoring::{
        Story,
        assessment::{Assessment, Coverage},
        criteria::quoting::quote,
    },
    session::Probed,
    star::Role,
    text::Text,
};
use crate::terminal::sanitize::wrapped;

/// What was found in one answer, and in what was added to it.
pub(super) fn feedback(
    out: &mut impl Write,
    question: &Question,
    answer: &str,
    probes: &[Probed],
    assessment: &Assessment,
) -> io::Result<()> {
    findings(out, answer, probes, assessment)?;
    let heading = match (question.is_kept, assessment.story) {
        (true, _) => "Your own answer that you kept",
        (false, Story::Own) if assessment.unjudged.is_none() => {
            "One way to tell it, in the model's own story"
        }
        (false, _) => "The model answer",
    };
    model_answer(out, question, heading)
}

/// What was found in one answer, and in what was added to it, without the model answer behind it.
pub(super) fn findings(
    out: &mut impl Write,
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
            let note = assessment.level_note().map_or(String::new(), |note| format!(", {note}"));
            writeln!(out, "\nLevel {} of 5{note}.", assessment.level.number())?;
            wrapped(out, "  ", &assessment.anchor)?;
        }
    }
    if let Some(gain) = Probed::gain(probes, assessment) {
        wrapped(out, "  ", &gain)?;
    }
    if let Some(step) = &assessment.next_step {
        writeln!(out, "\n{}:", step.headed("One change"))?;
        wrapped(out, "  ", &step.sentence)?;
    }
    writeln!(
        out,
        "\n{} words, {} spoken.",
        assessment.words,
        Text::clock(assessment.spoken_seconds)
    )?;
    if assessment.unjudged.is_some() {
        return Ok(());
    }
    for finding in assessment.findings.iter().filter(|finding| finding.fired()) {
        let name = finding.criterion.name();
        wrapped(out, "  ", &format!("{name}: {}", finding.sentence))?;
    }
    let parts: Vec<_> = Role::ALL
        .iter()
        .filter_map(|role| {
            let part = assessment.part(*role)?;
            Some(format!("{} {:.0}", role.name(), part * 100.0))
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
        let said = reading.span.of(answer);
        let line = match reading.lettered().filter(|_| assessment.has_parts()) {
            Some(role) => format!("[{}] {said}", role.letter()),
            None => said.to_owned(),
        };
        wrapped(out, "  ", &line.replace('\n', " "))?;
    }
    for probed in probes {
        wrapped(out, "  ", &format!("Left open, asked “{}”", probed.probe.text))?;
    }
    if assessment.story == Story::Own {
        return Ok(());
    }
    writeln!(out, "\nKey points of the model answer:")?;
    for point in &assessment.key_points {
        let mark = point.coverage.in_words();
        wrapped(out, "  ", &format!("{mark}: {}", point.text))?;
        let said = point.evidence.map(|span| quote(span.of(answer)));
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
    Ok(())
}

fn model_answer(out: &mut impl Write, question: &Question, heading: &str) -> io::Result<()> {
    if question.model.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}:")?;
    for paragraph in question.model.paragraph_texts() {
        wrapped(out, "  ", &paragraph)?;
    }
    Ok(())
}

/// Passages of a report, an empty line before them.
pub(super) fn report(out: &mut impl Write, lines: &[ReportLine]) -> io::Result<()> {
    writeln!(out)?;
    for line in lines {
        if line.text.is_empty() {
            writeln!(out)?;
        }
        wrapped(out, &"  ".repeat(line.depth), &line.text)?;
    }
    Ok(())
}
