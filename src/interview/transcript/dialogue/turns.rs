//! The turns: who speaks, and what is said until somebody else does.

use crate::interview::diagnostic::Code;
use crate::interview::transcript::SpokenTurn;
use crate::interview::transcript::dialogue::outline::SectionLines;
use crate::interview::transcript::faults::Faults;
use crate::interview::transcript::lines::{Line, named};
use crate::interview::transcript::people::cast::Cast;

/// Reads the turns of one section.
pub fn read(
    part: &SectionLines,
    section: usize,
    lines: &[Line],
    cast: &Cast,
    faults: &mut Faults,
) -> Vec<SpokenTurn> {
    let mut turns: Vec<SpokenTurn> = Vec::new();
    let mut unspoken: Option<((usize, usize), &str)> = None;
    // Whether the next line goes on with the paragraph above it.
    let mut goes_on = false;
    for line in lines[part.lines.clone()].iter().filter(|line| !line.is_rule()) {
        if let Some((speaker, label)) = cast.speaker_of(line) {
            let paragraphs =
                Vec::from_iter((!label.text.is_empty()).then(|| label.text.to_owned()));
            goes_on = !paragraphs.is_empty();
            let (line, column) = line.at();
            turns.push(SpokenTurn {
                speaker,
                label: label.name.to_owned(),
                paragraphs,
                section,
                line,
                column,
            });
        } else if line.is_blank() {
            goes_on = false;
        } else if let Some(turn) = turns.last_mut() {
            match turn.paragraphs.last_mut().filter(|_| goes_on) {
                Some(paragraph) => {
                    paragraph.push(' ');
                    paragraph.push_str(line.text);
                }
                None => turn.paragraphs.push(line.text.to_owned()),
            }
            goes_on = true;
        } else if unspoken.is_none() && line.text.contains(char::is_alphanumeric) {
            unspoken = Some((line.at(), line.text));
        }
    }
    if let Some((at, text)) = unspoken.filter(|_| !turns.is_empty()) {
        faults.warning(
            Code::TextUnspoken,
            at,
            format!("the text {} before the first speaker is left out", named(text)),
            "label it with who speaks, or remove it",
        );
    }
    turns
}

#[cfg(test)]
mod tests {
    use crate::interview::transcript::samples::{check_diagnostics, interview, transcript};

    #[track_caller]
    fn check(turns: &str, expected: &[&str]) {
        let read = transcript(&interview(turns));
        assert_eq!(read.turns[1].paragraphs, expected, "{turns}");
    }

    #[test]
    fn lines_make_paragraphs_and_blank_lines_part_them() {
        check(
            "VP: Why?\nSarah: One\n two\t\nthree.\n\n \nFour:\nfive.",
            &["One two three.", "Four: five."],
        );
        check("VP: Why?\n\nSarah:\n\nOne.\nTwo.", &["One. Two."]);
        check("VP: Why?\nSarah:\nOne.\n\nTwo.\nDirector: How?\nSarah: So.", &["One.", "Two."]);
    }

    #[test]
    fn text_before_the_first_speaker_is_mentioned() {
        let text =
            interview("(They sit down.)\n\nVP: Why?\nSarah: So.\nDirector: How?\nSarah: Thus.");
        check_diagnostics(&text, &["8 warning: `(They sit down.)` before the first speaker"]);
    }
}
