//! What the keys of a clicker and of the trainer's keyboard do.

use bevy_egui::egui::{Key, Ui};

use crate::game::{answer::NUMBERS, demonstration::Overlay, theme::keys};

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Clicker {
    /// The next step.
    GoOn,
    /// The step before.
    Back,
    /// The question's first step, then the program's.
    Home,
    /// The question's last step.
    End,
    /// A digit of a question's number.
    Number(usize),
    /// A dark screen, or the light again.
    Dark,
    /// Go on by itself at the pace, or no longer.
    ByItself,
    /// Faster or slower, by so many words a minute.
    Faster(i32),
    /// Marks off, on or after.
    Marks,
    /// By sentence, part or paragraph.
    Stride,
    /// What is said larger or smaller.
    Larger(f32),
    /// The notes in a window of their own, or away with it.
    NotesWindow,
    /// Something over the stage, or away with it.
    Overlay(Overlay),
    /// Run the scenario's program from its start.
    Program,
    /// Go on where the last demonstration was left.
    Resume,
    /// Let the room write an answer to this question.
    Room,
    /// Change what the room wrote.
    WriteAgain,
    /// Away with what lies over the stage, or leave.
    Leave,
}

/// The keys that say the same wherever the trainer is, even while the room writes.
const ALWAYS: [(Key, Clicker); 3] =
    [(Key::PageDown, Clicker::GoOn), (Key::PageUp, Clicker::Back), (Key::Escape, Clicker::Leave)];

/// The keys that would be letters while the room writes.
const WITHOUT_WRITING: [(Key, Clicker); 24] = [
    (Key::ArrowRight, Clicker::GoOn),
    (Key::ArrowDown, Clicker::GoOn),
    (Key::ArrowLeft, Clicker::Back),
    (Key::ArrowUp, Clicker::Back),
    (Key::Backspace, Clicker::Back),
    (Key::Home, Clicker::Home),
    (Key::End, Clicker::End),
    (Key::Period, Clicker::Dark),
    (Key::B, Clicker::Dark),
    (Key::A, Clicker::ByItself),
    (Key::CloseBracket, Clicker::Faster(10)),
    (Key::OpenBracket, Clicker::Faster(-10)),
    (Key::M, Clicker::Marks),
    (Key::S, Clicker::Stride),
    (Key::Plus, Clicker::Larger(0.1)),
    (Key::Equals, Clicker::Larger(0.1)),
    (Key::Minus, Clicker::Larger(-0.1)),
    (Key::N, Clicker::Overlay(Overlay::Notes)),
    (Key::V, Clicker::NotesWindow),
    (Key::O, Clicker::Overlay(Overlay::Arrange(0))),
    (Key::F1, Clicker::Overlay(Overlay::Keys)),
    (Key::P, Clicker::Program),
    (Key::R, Clicker::Resume),
    (Key::W, Clicker::Room),
];

/// What was pressed, if anything.
pub fn pressed(ui: &Ui, writes: bool) -> Option<Clicker> {
    let taken = |keys: &[(Key, Clicker)]| {
        keys.iter().find(|(key, _)| keys::pressed(ui, *key)).map(|(_, does)| *does)
    };
    if let Some(does) = taken(&ALWAYS) {
        return Some(does);
    }
    if writes {
        return None;
    }
    // What the keyboard is on takes Space and Enter for itself.
    let free = ui.memory(|memory| memory.focused().is_none());
    if free && (keys::pressed(ui, Key::Space) || keys::pressed(ui, Key::Enter)) {
        return Some(Clicker::GoOn);
    }
    let digits = std::iter::once(Key::Num0).chain(NUMBERS);
    let digit = digits.enumerate().find(|(_, key)| keys::pressed(ui, *key));
    taken(&WITHOUT_WRITING).or(digit.map(|(digit, _)| Clicker::Number(digit)))
}

/// What the help says the keys do.
pub const HELP: [(&str, &str); 17] = [
    ("Space  PageDown  →", "the next step"),
    ("PageUp  ←", "the step before"),
    ("Home  End", "the first and the last step of the question"),
    ("1 2 3 …", "the question with this number"),
    (".  B", "a dark screen"),
    ("A", "goes on by itself"),
    ("[  ]", "slower, faster"),
    ("M", "marks off, on, or after the telling"),
    ("S", "by sentence, by part, by paragraph"),
    ("+  −", "what is said larger, smaller"),
    ("W", "the room writes an answer"),
    ("N", "notes and the next step"),
    ("V", "the notes in a window of their own"),
    ("P", "runs the program"),
    ("O", "puts the program in order"),
    ("R", "goes on where it was left"),
    ("Esc", "leaves"),
];

/// The digits of a question's number, as far as they were pressed one behind the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Jumping(usize);

impl Jumping {
    /// With one digit more; a number that there is not begins anew with the digit.
    pub fn with(self, digit: usize, of: usize) -> Self {
        let longer = self.0 * 10 + digit;
        Self(if self.0 > 0 && longer <= of { longer } else { digit })
    }

    /// The number.
    pub fn number(self) -> usize {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_make_the_number_of_a_question_that_there_is() {
        let typed = |digits: &[usize], of| {
            digits.iter().fold(Jumping::default(), |typed, digit| typed.with(*digit, of)).number()
        };
        assert_eq!(typed(&[1, 2], 12), 12);
        assert_eq!(typed(&[1, 2], 9), 2);
        assert_eq!(typed(&[1, 3], 12), 3);
        assert_eq!(typed(&[0], 12), 0);
    }
}
