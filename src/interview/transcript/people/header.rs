//! The header: who is interviewed, for what, when and by whom, as `KEY: value` lines.

use crate::interview::diagnostic::Code;
use crate::interview::transcript::MOST_SEATED;
use crate::interview::transcript::asking::asks;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::label::{Label, is_written_like_a_name};
use crate::interview::transcript::lines::{Line, named};
use crate::interview::transcript::people::key::Key;
use crate::interview::transcript::people::panel_line::divide;
use crate::interview::transcript::people::person::Person;

/// How many characters a name or title may have.
const MAX_NAME_CHARS: usize = 100;

/// What the header says, and where it says it.
#[derive(Debug, Default)]
pub struct TranscriptHeader {
    /// The candidate.
    pub candidate: Option<Person>,
    /// The position applied for.
    pub position: Option<String>,
    /// The date, as written.
    pub date: Option<String>,
    /// The panel, in the header's order, each once.
    pub panel: Vec<Person>,
    /// Where the panel is named, or would be.
    pub panel_at: (usize, usize),
    /// The first line behind it.
    pub end: usize,
}

/// A value and the place of its key.
struct HeaderEntry {
    key: Key,
    at: (usize, usize),
    value: String,
    /// Values on lines of their own: one a line.
    list: Vec<String>,
}

/// How many lines may stand above the line that names the candidate or the panel.
const MOST_ABOVE: usize = 60;
/// How many words may stand behind a key that names one person, and one that names several.
const MOST_NAMED: (usize, usize) = (8, 60);

/// Whether a line is one of a header.
fn has_key(line: &Line) -> bool {
    Label::of(line).and_then(|label| Key::of(label.name)).is_some()
}

/// Whether a header names the candidate or the panel, before anybody asks. `Interviewer: Why?` is a turn.
pub fn is_there(lines: &[Line]) -> bool {
    // Front matter has such lines too, and is Markdown's.
    if lines.iter().find(|line| !line.is_blank()).is_some_and(|line| line.text == "---") {
        return false;
    }
    for line in lines.iter().take(MOST_ABOVE) {
        if line.text.starts_with("# ") {
            return false;
        }
        let Some(label) = Label::of(line) else { continue };
        let words = label.text.split_whitespace().count();
        let asks = |text: &str| words > 1 && asks(text);
        match Key::of(label.name) {
            Some(Key::Candidate) => return words <= MOST_NAMED.0 && !asks(label.text),
            Some(Key::Panel) => return words <= MOST_NAMED.1 && !asks(label.text),
            Some(_) => {}
            None if is_written_like_a_name(label.name) && asks(label.text) => return false,
            None => {}
        }
    }
    false
}

/// Reads the header, up to the first section rule or the first line somebody speaks.
pub fn read(lines: &[Line], faults: &mut Faults) -> TranscriptHeader {
    let mut entries: Vec<HeaderEntry> = Vec::new();
    let mut people: Vec<Person> = Vec::new();
    let mut unused: Option<((usize, usize), usize)> = None;
    let (mut end, mut after_blank, mut continues) = (0, false, false);
    while let Some(line) = lines.get(end) {
        let known = |key: Key| entries.iter().any(|entry| entry.key == key && !entry.is_empty());
        let label = Label::of(line);
        let key = label.and_then(|label| Key::of(label.name));
        if line.is_blank() {
            (after_blank, continues) = (true, false);
        } else if line.is_rule() {
            match banner(&lines[end..]) {
                Some(length) if !known(Key::Candidate) => end += length - 1,
                _ => break,
            }
        } else if let (Some(key), Some(label)) = (key, label) {
            if after_blank && known(Key::Candidate) && (known(key) || asks(label.text)) {
                break;
            }
            entries.push(HeaderEntry {
                key,
                at: line.at(),
                value: label.text.to_owned(),
                list: Vec::new(),
            });
            people.extend(people_of(key, label.text));
            people.truncate(MOST_SEATED);
            (after_blank, continues) = (false, true);
        } else if continues && let Some(entry) = entries.last_mut().filter(|e| e.goes_on_with(line))
        {
            entry.go_on_with(line);
        } else if let Some(label) = label.filter(|label| is_written_like_a_name(label.name)) {
            let said = Person::new(label.name);
            if asks(label.text) || people.iter().any(|person| person.fit(&said).is_some()) {
                break;
            }
            not_used(line, label, faults);
            continues = false;
        } else {
            // A line right above a rule may be a title; the sections see to it.
            let over_rule = lines.get(end + 1).is_some_and(Line::is_rule);
            if line.text.contains(char::is_alphanumeric) && !over_rule {
                let (at, count) = unused.unwrap_or((line.at(), 0));
                unused = Some((at, count + 1));
            }
            continues = false;
        }
        end += 1;
    }
    if let Some((at, count)) = unused {
        let lines = if count == 1 { "a line".to_owned() } else { format!("{count} lines") };
        faults.warning(
            Code::HeaderTextUnused,
            at,
            format!("{lines} of the header not in the form `KEY: value` left out"),
            "remove the text above the first section, or give it a section and a speaker",
        );
    }
    let mut header = TranscriptHeader { end, panel_at: (1, 1), ..TranscriptHeader::default() };
    for entry in entries {
        header.take(entry, faults);
    }
    header
}

/// Somebody who may speak below, so that the header ends where they do.
fn people_of(key: Key, value: &str) -> Vec<Person> {
    match key {
        Key::Candidate => vec![Person::new(value)],
        Key::Panel => {
            divide(value).iter().take(MOST_SEATED).map(|name| Person::new(name)).collect()
        }
        Key::Position | Key::Date => Vec::new(),
    }
}

fn not_used(line: &Line, label: Label, faults: &mut Faults) {
    let help = match Key::meant_by(label.name) {
        Some(key) => format!("if `{}` was meant, write that", key.name()),
        None => "remove the line; `CANDIDATE`, `POSITION`, `DATE` and `INTERVIEWERS` are read"
            .to_owned(),
    };
    faults.warning(
        Code::HeaderLineUnused,
        line.at(),
        format!("the header line {} is not used", named(label.name)),
        help,
    );
}

/// How many lines a rule takes, and the title it may have below it, where they stand over the header itself.
fn banner(lines: &[Line]) -> Option<usize> {
    let closing = (2..=4).find(|&at| lines.get(at).is_some_and(Line::is_rule));
    [closing.unwrap_or(0), 0].into_iter().find_map(|last| {
        let below = lines[last + 1..].iter().find(|line| !line.is_blank())?;
        has_key(below).then_some(last + 1)
    })
}

impl HeaderEntry {
    fn is_empty(&self) -> bool {
        self.value.is_empty() && self.list.is_empty()
    }

    /// A list goes on over lines with a bullet, indented lines, and behind a comma.
    fn goes_on_with(&self, line: &Line) -> bool {
        let open = self.value.is_empty() || self.value.ends_with([',', ';']);
        self.key == Key::Panel && (open || line.indent > 0 || line.text.starts_with(BULLETS))
    }

    fn go_on_with(&mut self, line: &Line) {
        let text = line.text.trim_start_matches(BULLETS).trim();
        if self.value.is_empty() {
            self.list.push(text.to_owned());
        } else {
            self.value.push(' ');
            self.value.push_str(text);
        }
    }
}

const BULLETS: [char; 4] = ['-', '*', '•', '–'];

impl TranscriptHeader {
    fn take(&mut self, entry: HeaderEntry, faults: &mut Faults) {
        let (at, key) = (entry.at, entry.key.name());
        if entry.key == Key::Panel {
            self.panel_at = at;
        }
        if entry.is_empty() {
            let help = format!("write it behind the colon, as in `{key}: …`, or remove the line");
            return faults.warning(
                Code::HeaderValueMissing,
                at,
                format!("`{key}` says nothing"),
                help,
            );
        }
        let twice = match entry.key {
            Key::Candidate => self.candidate.is_some(),
            Key::Position => self.position.is_some(),
            Key::Date => self.date.is_some(),
            Key::Panel => false,
        };
        if twice {
            let help = "keep one of the lines; the first is used";
            return faults.warning(
                Code::HeaderLineTwice,
                at,
                format!("`{key}` is given twice"),
                help,
            );
        }
        match entry.key {
            Key::Candidate => self.candidate = person(&entry.value, at, faults),
            Key::Position => self.position = Some(entry.value),
            Key::Date => self.date = Some(entry.value),
            Key::Panel => {
                let names = if entry.list.is_empty() { divide(&entry.value) } else { entry.list };
                for name in names {
                    self.seat(&name, at, faults);
                }
            }
        }
    }

    fn seat(&mut self, name: &str, at: (usize, usize), faults: &mut Faults) {
        if self.panel.len() == MOST_SEATED {
            return;
        }
        let Some(person) = person(name, at, faults) else { return };
        if self.panel.iter().any(|other| other.is_same_as(&person)) {
            let help = "name each interviewer once";
            return faults.warning(
                Code::InterviewerTwice,
                at,
                format!("{} is on the panel twice", named(name)),
                help,
            );
        }
        self.panel.push(person);
    }
}

fn person(name: &str, at: (usize, usize), faults: &mut Faults) -> Option<Person> {
    if !name.contains(char::is_alphanumeric) {
        faults.error(
            Code::NotAName,
            at,
            format!("{} is not a name", named(name)),
            "write the name or title of a person",
        );
        return None;
    }
    if name.chars().count() > MAX_NAME_CHARS {
        faults.error(
            Code::NameTooLong,
            at,
            format!("{} is longer than {MAX_NAME_CHARS} characters", named(name)),
            "write the name or title alone, and several with commas between them",
        );
        return None;
    }
    Some(Person::new(name))
}

#[cfg(test)]
mod tests {
    use crate::interview::transcript::samples::{check_diagnostics, transcript};

    const TURNS: &str = "\n===\nA\n===\nCTO: Why?\nBob: So.\nVP Sales: How?\nBob: Thus.\n";

    #[track_caller]
    fn check(header: &str, faults: &[&str]) {
        let text = format!("{header}\n{TURNS}");
        check_diagnostics(&text, faults);
        if !faults.iter().any(|fault| fault.contains("error")) {
            let read = transcript(&text);
            let panel: Vec<&str> = read.panel.iter().map(|one| one.title.as_str()).collect();
            assert_eq!(
                (read.candidate.as_str(), panel.as_slice()),
                ("Bob", ["CTO", "VP Sales"].as_slice())
            );
        }
    }

    #[test]
    fn keys_come_in_any_case_and_order() {
        check("CANDIDATE: Bob\nINTERVIEWERS: CTO, VP Sales", &[]);
        check("Panel: CTO, VP Sales\nDate: today\n\nRole: PM\ncandidate：Bob", &[]);
        check("Interviewer: CTO\nInterviewer: VP Sales\nInterviewee: Bob", &[]);
    }

    #[test]
    fn a_panel_may_be_a_list() {
        check("INTERVIEWERS:\n  - CTO\n  - VP Sales\nCANDIDATE: Bob", &[]);
        check("INTERVIEWERS:\n* CTO\n* VP Sales\nCANDIDATE: Bob", &[]);
        check("INTERVIEWERS: CTO,\n  VP Sales\nCANDIDATE: Bob", &[]);
    }

    #[test]
    fn a_title_may_stand_over_the_header() {
        check("=====\nINTERVIEW\n=====\n\nCANDIDATE: Bob\nPANEL: CTO, VP Sales", &[]);
        check("INTERVIEW\n=========\nCANDIDATE: Bob\nPANEL: CTO, VP Sales", &[]);
    }

    #[test]
    fn what_is_not_used_is_said() {
        check(
            "Transcript of a talk\nCANDIDATE: Bob\nCOMPANY: Acme\nDAET: today\nDATE:\nCANDIDATE: Tim\nPANEL: CTO, CTO, VP Sales",
            &[
                "1 warning: a line of the header",
                "3 warning: `COMPANY` is not used",
                "4 warning: `DAET` is not used",
                "5 warning: `DATE` says nothing",
                "6 warning: `CANDIDATE` is given twice",
                "7 warning: `CTO` is on the panel twice",
            ],
        );
    }

    #[test]
    fn what_is_no_name_is_rejected() {
        check(
            "CANDIDATE: ?\nPANEL: CTO, VP Sales",
            &["1 error: not a name", "8 warning: `Bob` answers, and is taken for them"],
        );
        let long = format!("CANDIDATE: Bob\nPANEL: CTO, VP Sales, {}", "x".repeat(101));
        check(&long, &["2 error: longer than 100"]);
        check(
            "CANDIDATE: Bob\nPANEL: CTO, VP Sales, Bob",
            &["2 error: the candidate and on the panel", "8 error: `Bob` could be"],
        );
    }
}
