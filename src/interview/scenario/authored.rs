//! A file that authors write, from its text to what it says: bounded, read, and all of its faults in the order of the text.

use serde::de::DeserializeOwned;

use crate::interview::{
    diagnostic::{Code, Diagnostic},
    scenario::{
        ScenarioFile,
        form::ValueKind,
        places::Places,
        syntax::{self, Syntax},
    },
};

/// What is known of a kind of file before one is read.
pub(in crate::interview) struct Authored {
    /// What it is, with its article.
    pub(in crate::interview) what: &'static str,
    /// How it is written.
    pub(in crate::interview) form: &'static ValueKind,
    /// The most it may hold, in bytes.
    pub(in crate::interview) most_bytes: usize,
    /// What an author does about one that holds more.
    pub(in crate::interview) help: &'static str,
}

/// The faults of a file, each with its place.
pub(in crate::interview) struct Faults<'a> {
    places: Places<'a>,
    found: Vec<Diagnostic>,
}

impl Authored {
    /// Reads a file, and hands what it says to `fit`, which tells what of it does not hold.
    ///
    /// # Errors
    /// Every fault of the file; where it is not written as RON, only the faults of that.
    pub(in crate::interview) fn read<File: DeserializeOwned, Fitted>(
        &self,
        text: &str,
        fit: impl FnOnce(File, &mut Faults) -> Fitted,
    ) -> Result<Fitted, Vec<Diagnostic>> {
        if text.len() > self.most_bytes {
            let message = format!(
                "the file holds {} bytes, more than the {} {} may have",
                text.len(),
                self.most_bytes,
                self.what
            );
            return Err(vec![Diagnostic::error(Code::FileTooLarge, (1, 1), message, self.help)]);
        }
        // Some editors begin a file with a mark that nobody sees.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let Syntax { places, faults: mut found } = syntax::read(text, self.form);
        let unknown = |fault: &Diagnostic| fault.code == Code::UnknownField;
        let file = match ScenarioFile::dialect().from_str(text) {
            Ok(file) => file,
            Err(error) => {
                if found.iter().all(unknown) {
                    found.push(syntax::refused(&error));
                }
                return Err(in_order(found));
            }
        };
        found.retain(unknown);
        let mut faults = Faults { places, found };
        let fitted = fit(file, &mut faults);
        if faults.found.is_empty() { Ok(fitted) } else { Err(in_order(faults.found)) }
    }
}

impl Faults<'_> {
    /// Adds one, at the value with this path.
    pub(in crate::interview) fn add(
        &mut self,
        code: Code,
        path: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.found.push(Diagnostic::error(code, self.places.get(path), message, help));
    }
}

fn in_order(mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    faults.sort_by_key(|fault| (fault.line, fault.column));
    faults
}
