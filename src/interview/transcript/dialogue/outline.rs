//! The sections: a title between two rules of `=`, and the lines below it up to the next.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::interview::diagnostic::Code;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::label::{Label, is_written_like_a_name};
use crate::interview::transcript::lines::{Line, named};
use crate::interview::transcript::people::cast::Cast;

/// How many lines a title may take.
const MOST_TITLE_LINES: usize = 3;
/// The title of what stands in no section.
pub const UNTITLED: &str = "Interview";

/// A section's title and where its lines are.
#[derive(Debug, PartialEq, Eq)]
pub struct SectionLines {
    /// The title as written.
    pub title: String,
    /// Where the title stands.
    pub at: (usize, usize),
    /// Its lines, by index.
    pub lines: Range<usize>,
}

/// Divides the lines from `start` on into sections. Titles that lack a rule are faults, and read as titles.
pub fn read(lines: &[Line], start: usize, cast: &Cast, faults: &mut Faults) -> Vec<SectionLines> {
    let mut outline = Outline { lines, cast, faults, parts: Vec::new(), open: None, from: start };
    let mut at = start;
    while at < lines.len() {
        at = if lines[at].is_rule() { outline.rule(at) } else { at + 1 };
    }
    outline.close(lines.len());
    let parts = outline.parts;
    check_titles(&parts, faults);
    parts
}

struct Outline<'a, 'f> {
    lines: &'a [Line<'a>],
    cast: &'a Cast,
    faults: &'f mut Faults,
    parts: Vec<SectionLines>,
    /// The title of the section being read, and where it stands; none before the first rule.
    open: Option<(String, (usize, usize))>,
    from: usize,
}

impl Outline<'_, '_> {
    /// Reads a rule and what it opens; gives the line to go on with.
    fn rule(&mut self, rule: usize) -> usize {
        let at = self.lines[rule].at();
        let Some(next) = self.next_written(rule + 1) else {
            self.faults.error(
                Code::RuleUnclosed,
                at,
                "the section rule at the end of the file is never closed",
                "remove it, or put a title and a second rule below it",
            );
            self.close(rule);
            self.from = self.lines.len();
            return self.lines.len();
        };
        if let Some((title, end)) = self.title_below(rule) {
            self.begin(rule, title, self.lines[next].at(), end + 1);
            return end + 1;
        }
        if self.lines[next].is_rule() {
            if self.title_below(next).is_some() {
                self.faults.error(
                    Code::RuleWithoutSection,
                    at,
                    "the section rule opens no section",
                    "remove the rule, or one of the two",
                );
                self.close(rule);
                self.from = next;
                return next;
            }
            self.faults.error(
                Code::TitleEmpty,
                at,
                "the section has an empty title",
                "write its title between the two rules",
            );
            self.begin(rule, String::new(), at, next + 1);
            return next + 1;
        }
        if self.may_be_spoken(next) {
            return self.rule_over_a_turn(rule);
        }
        let title = self.lines[next].text.to_owned();
        self.faults.error(
            Code::TitleUnclosed,
            self.lines[next].at(),
            format!("the section title {} is not closed: there is no rule below it", named(&title)),
            "put a line of `====` under the title",
        );
        self.begin(rule, title, self.lines[next].at(), next + 1);
        next + 1
    }

    /// A rule with a turn right below it closes a title that no rule opens, or none at all.
    fn rule_over_a_turn(&mut self, rule: usize) -> usize {
        let above = rule.checked_sub(1).filter(|&above| {
            let line = &self.lines[above];
            let alone = above == 0 || self.lines[above - 1].is_blank();
            alone && !line.is_blank() && !line.is_rule() && Label::of(line).is_none()
        });
        let help = "put a line of `====` above and below the title";
        match above {
            Some(above) => {
                let (at, title) = (self.lines[above].at(), self.lines[above].text.to_owned());
                self.faults.error(
                    Code::TitleUnopened,
                    at,
                    format!("the section title {} has no rule above it", named(&title)),
                    help,
                );
                self.begin(above, title, at, rule + 1);
            }
            None => {
                let at = self.lines[rule].at();
                self.faults.error(Code::TitleMissing, at, "the section rule has no title", help);
                self.begin(rule, String::new(), at, rule + 1);
            }
        }
        rule + 1
    }

    /// The title below a rule and the rule that closes it.
    fn title_below(&self, rule: usize) -> Option<(String, usize)> {
        let first = self.next_written(rule + 1)?;
        let count = self.lines[first..]
            .iter()
            .take_while(|line| !line.is_blank() && !line.is_rule())
            .count();
        if !(1..=MOST_TITLE_LINES).contains(&count) {
            return None;
        }
        let close =
            self.next_written(first + count).filter(|&close| self.lines[close].is_rule())?;
        let title = &self.lines[first..first + count];
        if title.iter().any(|line| self.cast.speaker_of(line).is_some()) {
            return None;
        }
        Some((title.iter().map(|line| line.text).collect::<Vec<_>>().join(" "), close))
    }

    fn next_written(&self, from: usize) -> Option<usize> {
        (from..self.lines.len()).find(|&at| !self.lines[at].is_blank())
    }

    fn may_be_spoken(&self, at: usize) -> bool {
        let named = |label: Label| is_written_like_a_name(label.name) && !label.text.is_empty();
        self.cast.speaker_of(&self.lines[at]).is_some()
            || Label::of(&self.lines[at]).is_some_and(named)
    }

    /// Ends the section being read before the line `end`, and begins one whose lines start at `from`.
    fn begin(&mut self, end: usize, title: String, at: (usize, usize), from: usize) {
        self.close(end);
        self.open = Some((title, at));
        self.from = from;
    }

    fn close(&mut self, end: usize) {
        let lines = self.from..end.max(self.from);
        match self.open.take() {
            Some((title, at)) => self.parts.push(SectionLines { title, at, lines }),
            None => self.close_untitled(lines),
        }
    }

    /// Turns that stand in no section make one of their own; text that nobody speaks makes none.
    fn close_untitled(&mut self, lines: Range<usize>) {
        let spoken =
            self.lines[lines.clone()].iter().find(|line| self.cast.speaker_of(line).is_some());
        let Some(first) = spoken else { return };
        self.faults.warning(
            Code::TurnsOutsideSection,
            first.at(),
            format!("turns outside a section are read as the section `{UNTITLED}`"),
            "put a title between two rules of `====` above them",
        );
        self.parts.push(SectionLines { title: UNTITLED.to_owned(), at: first.at(), lines });
    }
}

fn check_titles(parts: &[SectionLines], faults: &mut Faults) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts.iter().filter(|part| !part.title.is_empty()) {
        if let Some(line) = first.insert(&part.title, part.at.0) {
            faults.warning(
                Code::TitleTwice,
                part.at,
                format!("the section title {} was used on line {line} already", named(&part.title)),
                "give each section a title of its own",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::interview::transcript::samples::{check_diagnostics, transcript};

    const HEADER: &str = "CANDIDATE: Bob\nINTERVIEWERS: CTO\n";
    const TURNS: &str = "CTO: Why?\nBob: So.\n";

    #[track_caller]
    fn check(body: &str, expected: &[&str]) {
        check_diagnostics(&format!("{HEADER}{body}"), expected);
    }

    #[test]
    fn a_title_stands_between_two_rules_of_any_length() {
        let body = format!(
            "===\nOne: & two\n========\n{TURNS} ====\n\nOver\n\n===\n{TURNS}===\nTwo\nlines\n===\n{TURNS}"
        );
        let read = transcript(&format!("{HEADER}{body}"));
        let titles: Vec<_> = read.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["One: & two", "Over", "Two lines"]);
        check(&body, &[]);
    }

    #[test]
    fn a_title_without_one_of_its_rules_is_a_fault() {
        check(&format!("===\nA\n\n{TURNS}===\nB\n===\n{TURNS}"), &["4 error: `A` is not closed"]);
        check(
            &format!("\nA\n===\n{TURNS}\nB\n===\n{TURNS}"),
            &["4 error: `A` has no rule above", "9 error: `B` has no rule above"],
        );
        check(&format!("===\nA\n===\n{TURNS}===\n"), &["8 error: never closed"]);
        check(&format!("===\nA\n===\n{TURNS}\n===\n{TURNS}"), &["9 error: no title"]);
        check(&format!("===\n===\nA\n===\n{TURNS}"), &["3 error: opens no section"]);
    }

    #[test]
    fn a_title_must_say_something_and_once() {
        check(&format!("===\n\n===\n{TURNS}"), &["3 error: empty title"]);
        check(
            &format!("===\nA\n===\n{TURNS}===\nA\n===\n{TURNS}"),
            &["9 warning: `A` was used on line 4"],
        );
        let long = "A ".repeat(150);
        check(&format!("===\n{long}\n===\n{TURNS}"), &["4 error: longer than 200"]);
    }

    #[test]
    fn a_section_must_have_a_question() {
        let closing = format!("===\nA\n===\n{TURNS}===\nB\n===\nCTO: Thank you.\n");
        check(&closing, &["9 error: `B` has no question", "11 warning: the remark"]);
        check(&format!("===\nA\n===\n===\nB\n===\n{TURNS}"), &["4 error: `A` has no question"]);
        check(
            &format!("===\nA\n===\nSome text.\n===\nB\n===\n{TURNS}"),
            &["4 error: `A` has no question"],
        );
    }

    #[test]
    fn turns_outside_sections_make_one() {
        check(&format!("\n{TURNS}"), &["4 warning: read as the section `Interview`"]);
        let read = transcript(&format!("{HEADER}\n{TURNS}===\nA\n===\n{TURNS}"));
        let titles: Vec<_> = read.sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["Interview", "A"]);
    }
}
