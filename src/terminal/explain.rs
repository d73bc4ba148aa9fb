//! `hotseat score --explain`: the level with everything it rests on, from the answer's own words to the next step.

use std::{
    collections::BTreeSet,
    io::{self, Write},
};

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use crate::{
    interview::{
        scenario::Question,
        scoring::{
            Story,
            assessment::{Assessment, Coverage, Finding, Level, RoleReading, Share},
            criteria::{
                Criteria, Kind,
                quoting::{self, quote},
            },
            criterion_id::CriterionId,
            numbers::Numbers,
            telling::{kind::TellingKind, surely},
            tone::FindingTone,
        },
        star::Role,
        text::{Span, Text},
    },
    terminal::{
        sanitize::{WIDTH, one_line, wrapped},
        styled::{ColourMode, flow},
    },
};

/// The columns of the longest bar.
const BAR: f32 = 24.0;
/// The columns of the criteria's names before their bars.
const NAME: usize = 20;
/// Where the words of a key point begin.
const POINT: usize = 13;

/// Writes what a judgement rests on.
pub(super) fn write(
    out: &mut impl Write,
    look: ColourMode,
    question: &Question,
    answer: &str,
    assessment: &Assessment,
) -> io::Result<()> {
    heading(out, look, "The question")?;
    wrapped(out, "  ", &question.text)?;
    marked_answer(out, look, answer, assessment)?;
    if let Some(unjudged) = &assessment.unjudged {
        heading(out, look, "Not judged")?;
        return wrapped(out, "  ", &unjudged.sentence);
    }
    if assessment.story == Story::This {
        key_points(out, look, answer, assessment)?;
    }
    shares(out, look, assessment)?;
    gates(out, look, answer, assessment)?;
    level(out, look, assessment)
}

fn heading(out: &mut impl Write, look: ColourMode, text: &str) -> io::Result<()> {
    writeln!(out, "\n{}", look.paint(Style::new().bold(), text))
}

fn role_colour(role: Role) -> Style {
    let colour = match role {
        Role::Situation => AnsiColor::Blue,
        Role::Task => AnsiColor::Magenta,
        Role::Action => AnsiColor::Yellow,
        Role::Result => AnsiColor::Green,
    };
    colour.on_default()
}

/// The answer sentence by sentence: parts by letter and colour, figures bold, what a gate caught underlined.
fn marked_answer(
    out: &mut impl Write,
    look: ColourMode,
    answer: &str,
    assessment: &Assessment,
) -> io::Result<()> {
    heading(out, look, "Your answer")?;
    let is_lettered = |reading: &RoleReading| reading.lettered().is_some();
    let has_parts = assessment.has_parts() && assessment.sentences.iter().any(is_lettered);
    if has_parts {
        let roles = Role::ALL.map(|role| {
            let letter = look.paint(role_colour(role).bold(), &role.letter().to_string());
            format!("{letter} {}", role.name())
        });
        writeln!(out, "  {}", roles.join(", "))?;
    }
    let read = Text::read(answer);
    let figures: Vec<Span> =
        read.figures().iter().filter(|figure| figure.measures()).map(|f| f.span).collect();
    let caught: Vec<Span> =
        assessment.findings.iter().filter(|f| f.fired()).flat_map(Finding::passages).collect();
    for reading in &assessment.sentences {
        let role = reading.lettered();
        let within = |spans: &[Span]| -> Vec<Span> {
            let touches = |s: &Span| s.start < reading.span.end && reading.span.start < s.end;
            spans.iter().copied().filter(touches).collect()
        };
        let (figures, caught) = (within(&figures), within(&caught));
        let covers = |spans: &[Span], at: usize| spans.iter().any(|s| s.start <= at && at < s.end);
        let role = role.filter(|_| has_parts);
        let head = role.map_or(" ".repeat(5), |role| {
            let letter = look.paint(role_colour(role).bold(), &role.letter().to_string());
            format!("  {letter}  ")
        });
        let passage = (answer, reading.span.start..reading.span.end);
        flow(out, look, (&head, 5), WIDTH, passage, |at| {
            let mut style = role.map_or(Style::new(), role_colour);
            if covers(&figures, at) {
                style = style.bold();
            }
            if covers(&caught, at) {
                style = style.underline();
            }
            style
        })?;
    }
    let kind = assessment.kind.filter(|_| !assessment.sentences.is_empty());
    if let Some(kind) = kind.filter(|kind| is_plain(assessment, &read, *kind)) {
        wrapped(out, "  ", kind.in_words())?;
    }
    if assessment.sentences.is_empty() {
        writeln!(out, "  (no words)")?;
    }
    let specific = assessment.finding(CriterionId::SPECIFICITY);
    let specific = specific.map(|found| found.passages().collect::<Vec<_>>()).unwrap_or_default();
    if !specific.is_empty() {
        let mut all: Vec<_> = specific.iter().map(|span| quote(span.of(answer))).collect();
        let mut said = BTreeSet::new();
        all.retain(|words| said.insert(words.to_lowercase()));
        wrapped(out, "  ", &format!("Names, moments and amounts: {}.", all.join(", ")))?;
    }
    Ok(())
}

/// Whether it is plain that an answer is of this kind: a template has the verbs of a story, and nothing that happened in it. Where
/// the kind is as was asked, its criterion says so.
fn is_plain(assessment: &Assessment, answer: &Text, kind: TellingKind) -> bool {
    let things = assessment.finding(CriterionId::SPECIFICITY).map_or(0, |f| f.passages().count());
    let is_generic = assessment.finding(CriterionId::GENERIC).is_some_and(Finding::fired);
    let enough = Numbers::shipped().qualities.specificity.surely;
    let is_praised = |finding: &Finding| finding.tone == FindingTone::Praise;
    let agrees = match kind {
        TellingKind::Story => things >= enough && !is_generic,
        _ => !assessment.finding(CriterionId::KIND).is_some_and(is_praised),
    };
    agrees && surely::is_surely(answer, kind)
}

fn key_points(
    out: &mut impl Write,
    look: ColourMode,
    answer: &str,
    assessment: &Assessment,
) -> io::Result<()> {
    heading(out, look, "Key points of the model answer")?;
    for point in &assessment.key_points {
        let word = point.coverage.in_words();
        let colour = match point.coverage {
            Coverage::Hit => AnsiColor::Green,
            Coverage::Partly => AnsiColor::Yellow,
            Coverage::Missed => AnsiColor::Red,
        };
        let head = format!("  {}", look.paint(colour.on_default().bold(), &format!("{word}:")));
        let head = format!("{head}{}", " ".repeat(POINT - 2 - word.len() - 1));
        let text = one_line(&point.text);
        flow(out, look, (&head, POINT), WIDTH, (&text, 0..text.len()), |_| Style::new())?;
        let said = point.evidence.map(|span| format!("you: {}", quote(span.of(answer))));
        let note = said.into_iter().chain(point.note.clone()).collect::<Vec<_>>().join(", ");
        wrapped(out, &" ".repeat(POINT), &note)?;
    }
    Ok(())
}

/// What every criterion gives to the level, and what it could still give.
fn shares(out: &mut impl Write, look: ColourMode, assessment: &Assessment) -> io::Result<()> {
    heading(out, look, "What the level is made of, in points of 100")?;
    let most = assessment.shares.iter().map(|share| share.weight).fold(f32::EPSILON, f32::max);
    for share in &assessment.shares {
        let name = share.criterion.name();
        let points = share.points();
        let number = format!("{:.1} of {:.1}", points.gives, points.of);
        let more = if points.more() > 0.0 {
            format!(", {:.1} more to be had", points.more())
        } else {
            String::new()
        };
        match look {
            ColourMode::Plain => writeln!(out, "  {name}: {number}{more}.")?,
            ColourMode::Colour => {
                let pad = " ".repeat(NAME.saturating_sub(name.width()));
                writeln!(out, "  {name}{pad}{} {number}{more}", bar(share, most))?;
            }
        }
        if let Some(finding) = assessment.finding(share.criterion) {
            wrapped(out, "      ", &finding.sentence)?;
        }
    }
    let not_asked = assessment.findings.iter().filter(|finding| !finding.is_asked());
    let not_asked: Vec<_> = not_asked.map(|finding| finding.criterion.name()).collect();
    if !not_asked.is_empty() {
        wrapped(out, "  ", &format!("Not asked for here: {}.", not_asked.join(", ")))?;
    }
    Ok(())
}

/// As long as the criterion weighs beside the weightiest, as full as its score.
fn bar(share: &Share, most: f32) -> String {
    let cells = (share.weight / most * BAR).round().max(1.0);
    let full = (share.points().fullness() * cells).round();
    let (full, open) = (full as usize, cells as usize - (full as usize).min(cells as usize));
    let blank = BAR as usize - (full + open).min(BAR as usize);
    let (green, dim) = (AnsiColor::Green.on_default(), Style::new().dimmed());
    format!(
        "{}{}{}",
        ColourMode::Colour.paint(green, &"█".repeat(full)),
        ColourMode::Colour.paint(dim, &"░".repeat(open)),
        " ".repeat(blank)
    )
}

fn gates(
    out: &mut impl Write,
    look: ColourMode,
    answer: &str,
    assessment: &Assessment,
) -> io::Result<()> {
    heading(out, look, "Gates")?;
    let sentences = || assessment.sentences.iter().map(|reading| reading.span);
    let is_gate =
        |f: &&Finding| Criteria::SHIPPED.find(f.criterion).is_some_and(|c| c.kind == Kind::Gate);
    for finding in &assessment.findings {
        let Some(cap) = finding.cap else { continue };
        let name = look.paint(AnsiColor::Red.on_default().bold(), finding.criterion.name());
        writeln!(out, "  {name}: the level is {cap} at most.")?;
        wrapped(out, "      ", &finding.sentence)?;
        let mut said: Vec<_> = finding
            .passages()
            .filter_map(|words| quoting::telling(answer, sentences(), words))
            .map(|clause| quote(clause.of(answer)))
            .collect();
        said.dedup();
        said.truncate(3);
        wrapped(out, "      ", &said.join(" · "))?;
    }
    let open = assessment.findings.iter().filter(is_gate).filter(|f| f.is_asked() && !f.fired());
    // What was found and bounds no level was found all the same. A gate that did not fire says nothing of the answer.
    let noted: Vec<_> = open.filter(|finding| is_noted(assessment, finding)).collect();
    for finding in &noted {
        writeln!(out, "  {}: it bounds no level.", finding.criterion.name())?;
        wrapped(out, "      ", &finding.sentence)?;
    }
    if noted.is_empty() && assessment.findings.iter().all(|finding| finding.cap.is_none()) {
        writeln!(out, "  None fired.")?;
    }
    Ok(())
}

/// Whether a gate that bounds nothing found something.
fn is_noted(assessment: &Assessment, finding: &Finding) -> bool {
    !finding.evidence.is_empty()
        || finding.criterion == CriterionId::WORD_FOR_WORD && assessment.word_for_word
}

fn level(out: &mut impl Write, look: ColourMode, assessment: &Assessment) -> io::Result<()> {
    let level = assessment.level;
    let note = assessment.level_note().map_or(String::new(), |note| format!(", {note}"));
    heading(out, look, &format!("Level {} of 5{note}", level.number()))?;
    wrapped(out, "  ", &assessment.anchor)?;
    let mean: f32 = assessment.shares.iter().map(|share| share.gives).sum();
    let fit = Numbers::shipped().levels.of(assessment.story);
    // Something that is said is a 2 whatever its points, so that no border of it is named.
    let levels = || (3..=5).map(Level::new);
    let borders: Vec<_> = levels()
        .map(|level| format!("{} from {:.1}", level.number(), tenths(fit.border(level))))
        .collect();
    let by_points = Level::nearest(fit.place(mean));
    let rubric = Numbers::shipped().rubric.of(assessment.story);
    let (told, bound) = rubric.highest(|criterion| assessment.score(criterion));
    let open = by_points.max(Level::new(2)).min(told.max(Level::new(2)));
    let capped = if by_points < Level::new(2) && level == Level::new(2) {
        " It is a 2 at least, since something is said.".to_owned()
    } else if told < by_points && level == told {
        let told = told.number();
        format!(" It is a {told} at most, since {}.", bound.in_words())
    } else if level < open {
        format!(" Without the gates it would be level {}.", open.number())
    } else {
        String::new()
    };
    let sum = shown_beside(mean, levels().map(|level| fit.border(level)));
    wrapped(out, "  ", &format!("{sum:.1} points of 100; level {}.{capped}", borders.join(", ")))?;
    match &assessment.next_step {
        Some(step) => {
            heading(out, look, &step.headed("One change"))?;
            wrapped(out, "  ", &step.sentence)
        }
        None => wrapped(out, "  ", assessment.without_step()),
    }
}

/// A mean in points of a hundred, to a tenth: on that side of every border on which it lies.
fn shown_beside(mean: f32, borders: impl Iterator<Item = f32>) -> f32 {
    borders.fold(tenths(mean), |shown, border| {
        let at = tenths(border);
        if mean >= border { shown.max(at) } else { shown.min(at - 0.1) }
    })
}

fn tenths(part: f32) -> f32 {
    (part * 1000.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::scoring::{Scorer, closeness::reference::Reference};

    #[test]
    fn a_sum_never_looks_as_if_it_had_passed_a_border_that_it_has_not() {
        let shown = |mean: f32| format!("{:.1}", shown_beside(mean, [0.5996, 0.7].into_iter()));
        assert_eq!(shown(0.5995), "59.9");
        assert_eq!(shown(0.5996), "60.0");
        assert_eq!(shown(0.335), "33.5");
        assert_eq!(shown(0.69996), "69.9");
    }

    #[track_caller]
    fn shown_gates(question: &str, reference: &str, answer: &str, story: Story) -> String {
        let reference = Reference::from_texts(question, &[reference.to_owned()]);
        let assessment =
            Scorer::new(vec![reference]).assess(0, answer, story).expect("it is short");
        let mut out = Vec::new();
        gates(&mut out, ColourMode::Plain, answer, &assessment).expect("a vector can be written");
        // However its lines are cut.
        let shown = String::from_utf8(out).expect("it is text");
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_found_and_bounds_nothing_is_said() {
        let model = "Two winters ago our library in Leith was moving 60,000 books to a new catalogue. I timed each step with a \
                     stopwatch for two days. I wrote a small script that copied the labels. We reopened four days early.";
        let question = "Tell me about a time you brought a project back on track.";
        let shown = shown_gates(question, model, model, Story::This);
        assert!(shown.contains("Word for word: it bounds no level."), "{shown}");
        let other =
            "I timed it all in Leith with a stopwatch, and a script copied what we typed before.";
        let shown = shown_gates(question, model, other, Story::This);
        assert!(!shown.contains("Word for word"), "{shown}");
        assert!(shown.contains("None fired."), "{shown}");
    }
}
