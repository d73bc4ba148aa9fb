//! What candidates write to prepare: questions as titles, bold lines or `Q:` lines, answers below them, perhaps in the
//! parts of STAR.
//!
//! Where questions are marked, only those are questions; else each line of a list that asks is one. Of what stands below a
//! question its answer is what is quoted or headed as one; where nothing is, all of it up to the next title. Boxes to
//! tick, links, tips and advice to oneself are no answer.

use crate::interview::diagnostic::Place;
use crate::interview::star::Role;
use crate::interview::transcript::asking::{asks, begins_as_a_question};
use crate::interview::transcript::forms::file_head::is_date;
use crate::interview::transcript::forms::heads::{RowHead, head};
use crate::interview::transcript::forms::rows::{Row, RowKind};
use crate::interview::transcript::forms::{Bank, BankQuestion};
use crate::interview::transcript::lines::Line;
use crate::interview::transcript::lines::label::Label;
use crate::interview::transcript::people::key::Key;
use crate::interview::transcript::words::{is_one_of, spoken_words};

/// The most bytes of a line that asks; what is longer is an answer.
const MOST_ASKED: usize = 600;
/// The most bytes of a question without its mark.
const MOST_BEGUN: usize = 160;
/// So many words of advice to oneself at most.
const MOST_ADVICE: usize = 40;
/// So many words that tell nothing of oneself, and are not headed as an answer, are a note.
const MOST_NOTED: usize = 8;

/// The questions and answers of rows.
pub fn read(rows: &[Row]) -> Bank {
    let marked = rows.iter().any(|row| question_in(row, true).is_some());
    let mut reader =
        PreparationReader { bank: Bank::default(), titles: Vec::new(), open: None, marked };
    read_head(rows, &mut reader.bank);
    for (at, row) in rows.iter().enumerate() {
        reader.row(row, at.checked_sub(1).map(|at| rows[at].kind));
    }
    reader.close();
    let first = rows.iter().find(|row| matches!(row.kind, RowKind::Title(_)));
    let mut bank = reader.bank;
    if let Some(title) = first.filter(|row| row.kind == RowKind::Title(1) && !asks(&row.text)) {
        let others = |section: &(String, Place)| section.0 != title.text;
        let several = bank.questions.iter().any(|one| one.section.as_ref().is_some_and(others));
        bank.position.get_or_insert_with(|| without_preparing(&title.text).to_owned());
        // The title over everything is no section of its own.
        for question in
            bank.questions.iter_mut().filter(|one| !one.section.as_ref().is_some_and(others))
        {
            if several || rows.iter().filter(|row| row.kind == RowKind::Title(1)).count() == 1 {
                question.section = None;
            }
        }
    }
    bank
}

/// `Preparing for a panel` as `a panel`.
fn without_preparing(title: &str) -> &str {
    ["Preparing for ", "Preparation for ", "Prep for ", "Interview prep: "]
        .iter()
        .find_map(|beginning| title.strip_prefix(beginning))
        .unwrap_or(title)
        .trim()
}

/// What stands above the first question.
fn read_head(rows: &[Row], bank: &mut Bank) {
    for row in rows.iter().take_while(|row| question_in(row, true).is_none()).take(30) {
        let Some(label) = Label::of(&Line::new(row.at.0, &row.text)) else {
            if bank.date.is_none() && row.text.len() <= 40 && is_date(&row.text) {
                bank.date = Some(row.text.clone());
            }
            continue;
        };
        let value = Some(label.text.trim().to_owned())
            .filter(|value| !value.is_empty() && value.len() < 120);
        match Key::of(label.name) {
            Some(Key::Candidate) => bank.candidate = bank.candidate.take().or(value),
            Some(Key::Position) => bank.position = bank.position.take().or(value),
            Some(Key::Date) => bank.date = bank.date.take().or(value),
            _ => {}
        }
    }
}

/// A question whose answer is being read.
struct OpenQuestion {
    question: BankQuestion,
    /// The level of its title; none where it is no title.
    level: Option<u8>,
    /// What stands below it, and whether that is quoted or headed as an answer.
    below: Vec<(Option<Role>, String, bool)>,
    part: Option<Role>,
    /// Whether what comes is an answer by its head.
    headed: bool,
    /// Whether what comes is something else, up to the next head.
    aside: bool,
    /// Whether the next line goes on with the paragraph above it.
    goes_on: bool,
}

struct PreparationReader {
    bank: Bank,
    titles: Vec<(u8, String, Place)>,
    open: Option<OpenQuestion>,
    marked: bool,
}

impl PreparationReader {
    fn row(&mut self, row: &Row, before: Option<RowKind>) {
        let free = before.is_none_or(|kind| !matches!(kind, RowKind::Text | RowKind::Quote))
            || self.open.as_ref().is_some_and(|open| open.below.is_empty())
            || row.kind != RowKind::Text;
        if let Some(asked) = question_in(row, self.marked).filter(|_| self.marked || free) {
            self.close();
            self.ask(row, asked);
            return;
        }
        match row.kind {
            RowKind::Blank => {
                if let Some(open) = &mut self.open {
                    open.goes_on = false;
                }
            }
            RowKind::Rule => self.close(),
            RowKind::Title(level) => self.title(row, level),
            RowKind::Task => {}
            RowKind::Item if row.link => {}
            RowKind::Text | RowKind::Quote | RowKind::Item => self.below(row),
        }
    }

    fn title(&mut self, row: &Row, level: u8) {
        if let Some(open) = &mut self.open {
            let deeper = open.level.is_none_or(|own| level > own);
            match head(&row.text, open.part) {
                RowHead::Answer if deeper => {
                    (open.headed, open.aside, open.part, open.goes_on) = (true, false, None, false);
                    return;
                }
                RowHead::Part(role) if deeper => {
                    (open.headed, open.aside, open.part, open.goes_on) =
                        (true, false, Some(role), false);
                    return;
                }
                _ if open.level.is_some() && deeper => {
                    open.aside = true;
                    return;
                }
                _ => {}
            }
        }
        self.close();
        self.titles.retain(|(other, _, _)| *other < level);
        self.titles.push((level, row.text.clone(), row.at));
    }

    fn ask(&mut self, row: &Row, text: String) {
        let level = match row.kind {
            RowKind::Title(level) => Some(level),
            _ => None,
        };
        let above =
            self.titles.iter().rev().find(|(other, _, _)| level.is_none_or(|own| *other < own));
        let section = above.map(|(_, title, at)| (title.clone(), *at));
        let question = BankQuestion { section, text, at: row.at, ..BankQuestion::default() };
        self.open = Some(OpenQuestion {
            question,
            level,
            below: Vec::new(),
            part: None,
            headed: false,
            aside: false,
            goes_on: false,
        });
    }

    /// A row below a question.
    fn below(&mut self, row: &Row) {
        let Some(open) = &mut self.open else { return };
        let bold_head = row.bold > 0;
        let lead = if bold_head {
            let (lead, rest) = row.text.split_at(row.bold);
            let rest = rest.trim_start_matches([':', '：', '-', '–', '—', ' ']);
            let colon = lead.trim_end().ends_with([':', '：'])
                || row.text[row.bold..].trim_start().starts_with([':', '：', '–', '—', '-']);
            (colon || rest.is_empty()).then(|| (lead.trim_end_matches([':', '：', ' ']), rest))
        } else {
            Label::of(&Line::new(row.at.0, &row.text)).map(|label| (label.name, label.text))
        };
        let mut said = row.text.as_str();
        if let Some((lead, rest)) = lead {
            match head(lead, open.part) {
                RowHead::Answer => {
                    (open.headed, open.aside, open.part, open.goes_on) = (true, false, None, false);
                    said = rest;
                }
                RowHead::Part(role) => {
                    (open.headed, open.aside, open.part, open.goes_on) =
                        (true, false, Some(role), false);
                    said = rest;
                }
                // Bold words with a colon head something else; without bold they are a sentence's.
                RowHead::Question | RowHead::Other if bold_head => {
                    open.aside = true;
                    return;
                }
                RowHead::Question | RowHead::Other => {}
            }
        }
        let said = said.trim();
        if open.aside && row.kind != RowKind::Quote || said.is_empty() {
            return;
        }
        let sure = open.headed || row.kind == RowKind::Quote;
        let item = row.kind == RowKind::Item;
        match open.below.last_mut().filter(|_| open.goes_on && !item) {
            Some((role, paragraph, _)) if *role == open.part => {
                paragraph.push(' ');
                paragraph.push_str(said);
            }
            _ => open.below.push((open.part, said.to_owned(), sure)),
        }
        open.goes_on = true;
    }

    fn close(&mut self) {
        let Some(mut open) = self.open.take() else { return };
        let sure = open.below.iter().any(|(_, _, sure)| *sure);
        let said = open.below.into_iter().filter(|(_, _, own)| *own || !sure);
        let mut answer: Vec<(Option<Role>, String)> = said
            .map(|(role, text, _)| (role, unquoted(&text).to_owned()))
            .filter(|(_, text)| !is_placeholder(text))
            .collect();
        if is_advice(&answer, sure) {
            answer.clear();
        }
        open.question.answer = answer;
        self.bank.questions.push(open.question);
    }
}

/// The question that a row asks; where they are marked, only a title, a bold line or one headed as a question does.
fn question_in(row: &Row, marked: bool) -> Option<String> {
    if row.text.len() > MOST_ASKED || row.kind == RowKind::Task || row.link {
        return None;
    }
    let (numbered, text) = without_number(&row.text);
    let label =
        Label::of(&Line::new(1, text)).filter(|label| head(label.name, None) == RowHead::Question);
    let (headed, text) = match label {
        Some(label) => (true, label.text),
        None => (false, text),
    };
    let text = unquoted(text.trim_matches(['*', '_', ' ']));
    let title = matches!(row.kind, RowKind::Title(_));
    let is_marked = title || row.is_bold() || headed;
    // Whoever writes `Q:` has said that it asks.
    let item = numbered || row.kind == RowKind::Item;
    let begun = !marked && item && text.len() <= MOST_BEGUN && begins_as_a_question(text);
    let asked = !text.is_empty() && ((headed && text.contains(' ')) || begun || asks_alone(text));
    (asked && (is_marked || (!marked && (numbered || row.kind != RowKind::Quote))))
        .then(|| text.to_owned())
}

/// Whether a line asks and does nothing else: few words, and none that tells of oneself at length.
fn asks_alone(text: &str) -> bool {
    text.split_whitespace().count() <= 60 && asks(text)
}

/// A line without its number or bullet: `1. `, `2) `, `- `.
fn without_number(text: &str) -> (bool, &str) {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix(['-', '*', '•', '–', '·', '▪', '○'])
        && rest.starts_with([' ', '\t'])
    {
        return (true, rest.trim_start());
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits)
        && let Some(rest) = text[digits..].strip_prefix(['.', ')', ':'])
        && rest.starts_with([' ', '\t'])
    {
        return (true, rest.trim_start());
    }
    (false, text)
}

/// A text without the quotation marks around all of it.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    for (open, close) in [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('‘', '’')]
    {
        let inside = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inside) = inside.filter(|inside| !inside.contains([open, close])) {
            return inside.trim();
        }
    }
    text
}

/// Whether a text only holds the place of one that is to come.
fn is_placeholder(text: &str) -> bool {
    const WORDS: &str = "add answer fill here in later n na tba tbc tbd todo write xx xxx your";
    let words = spoken_words(text);
    words.len() <= 5 && words.iter().all(|word| is_one_of(word, WORDS))
}

/// Whether an answer is advice to oneself: short, to a `you`, and nobody tells anything of themselves.
fn is_advice(answer: &[(Option<Role>, String)], sure: bool) -> bool {
    const SELF: &str = "i i'd i'll i'm i've me mine my myself our ours us we we'd we'll we've";
    let words: Vec<String> = answer.iter().flat_map(|(_, text)| spoken_words(text)).collect();
    let has = |list: &str| words.iter().any(|word| is_one_of(word, list));
    let advises = has("you your yours yourself") || (!sure && words.len() <= MOST_NOTED);
    words.len() <= MOST_ADVICE && advises && !has(SELF)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interview::transcript::forms::rows::rows;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let bank = read(&rows(text).0);
        let found: Vec<(String, String)> = bank
            .questions
            .iter()
            .map(|one| {
                let part = |role: &Option<Role>| {
                    role.map_or(String::new(), |role| format!("{}:", role.letter()))
                };
                let answer: Vec<String> =
                    one.answer.iter().map(|(role, text)| format!("{}{text}", part(role))).collect();
                (one.text.clone(), answer.join("|"))
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn questions_are_titles_bold_lines_or_headed_ones() {
        check(
            "# P\n## A\n### Why me?\nI did.\n\nWe won.\n### How?\n",
            &[("Why me?", "I did.|We won."), ("How?", "")],
        );
        check(
            "**Why me?**\n\nI did it.\n\n**Tell me about yourself.**\nI run.",
            &[("Why me?", "I did it."), ("Tell me about yourself.", "I run.")],
        );
        check("**Q1 (Drive): \"Why?\"**\n> I did.\n\nTip: be brief.", &[("Why?", "I did.")]);
        check(
            "Q: Why?\nA: I did.\nWe won.\n\nQ: How?\nA: So.",
            &[("Why?", "I did. We won."), ("How?", "So.")],
        );
    }

    #[test]
    fn the_parts_of_star_are_kept() {
        check(
            "## Why?\n**Situation:** It rained.\n**T:** Stop it.\n**A:** I ran.\n**R:** Dry.\n",
            &[("Why?", "S:It rained.|T:Stop it.|A:I ran.|R:Dry.")],
        );
        check(
            "## Why?\n### Situation\nIt rained.\n### Result\nDry.\n",
            &[("Why?", "S:It rained.|R:Dry.")],
        );
    }

    #[test]
    fn a_list_of_questions_has_no_answers() {
        check(
            "# Ten\n1. Why?\n2. Tell me about a failure.\n",
            &[("Why?", ""), ("Tell me about a failure.", "")],
        );
    }

    #[test]
    fn advice_boxes_and_blanks_are_no_answer() {
        check("## Why?\nUse your best story here.\n\n- [ ] practise\n", &[("Why?", "")]);
        check("## Why?\n**Situation:**\n**Result:** TBD\n", &[("Why?", "")]);
    }
}
