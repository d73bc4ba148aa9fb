//! All the faults of one reading, gathered: never only the first, and never more than one can read.

use crate::interview::diagnostic::{Code, Diagnostic, Place};

/// How many errors, and how many warnings, are listed before the rest is only counted.
const MOST_LISTED: usize = 100;

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Faults {
    errors: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    unlisted_errors: usize,
    unlisted_warnings: usize,
}

impl Faults {
    /// Notes a fault that stops the reading.
    pub fn error(
        &mut self,
        code: Code,
        at: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Diagnostic::error(code, at, message, help));
    }

    /// Notes a doubt that does not stop it.
    pub fn warning(
        &mut self,
        code: Code,
        at: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Diagnostic::warning(code, at, message, help));
    }

    /// Notes a fault or a doubt.
    pub fn note(&mut self, found: Diagnostic) {
        let (listed, unlisted) = if found.is_error() {
            (&mut self.errors, &mut self.unlisted_errors)
        } else {
            (&mut self.warnings, &mut self.unlisted_warnings)
        };
        if listed.len() < MOST_LISTED {
            listed.push(found);
        } else {
            *unlisted += 1;
        }
    }

    /// Whether any fault stops the reading.
    pub fn stop(&self) -> bool {
        !self.errors.is_empty()
    }

    /// The faults by line, then a last one that counts those left out.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut all = self.errors;
        all.extend(self.warnings);
        all.sort_by_key(|fault| (fault.line, fault.column));
        let last = all.last().map_or((1, 1), |fault| (fault.line, fault.column));
        let help = "mend those that are listed, then read the transcript again";
        if self.unlisted_errors > 0 {
            all.push(Diagnostic::error(
                Code::MoreFaults,
                last,
                format!("{} more errors", self.unlisted_errors),
                help,
            ));
        }
        if self.unlisted_warnings > 0 {
            all.push(Diagnostic::warning(
                Code::MoreFaults,
                last,
                format!("{} more warnings", self.unlisted_warnings),
                help,
            ));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_listed_by_line_and_the_rest_is_counted() {
        let mut faults = Faults::default();
        for line in (1..=MOST_LISTED + 5).rev() {
            faults.error(Code::NotUtf8, (line, 1), "wrong", "mend it");
        }
        faults.warning(Code::TitleTwice, (1, 1), "doubtful", "look at it");
        assert!(faults.stop());
        let listed = faults.into_diagnostics();
        assert_eq!(listed.len(), MOST_LISTED + 2);
        assert!(listed.is_sorted_by_key(|fault| fault.line));
        assert_eq!(listed.last().map(|fault| fault.message.as_str()), Some("5 more errors"));
    }
}
