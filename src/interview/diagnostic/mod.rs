//! What is wrong with something an author or a player wrote: where, what, and what to do about it.

mod code;
mod fix;

pub use code::Code;
pub use fix::{Fix, Place};

use std::fmt;

/// Whether a fault stops the reading or only deserves a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Readable, but perhaps not what was meant.
    Warning,
    /// Cannot be read as it stands.
    Error,
}

/// One fault, at a line and column that count from 1; columns count characters.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of fault it is.
    pub code: Code,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong: lower case, no full stop, naming the thing.
    pub message: String,
    /// What to do about it: a sentence without its full stop.
    pub help: String,
    /// The change that mends it, where there is one that only has to be agreed to.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// A fault that stops the reading.
    pub fn error(
        code: Code,
        (line, column): Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (message, help) = (message.into(), help.into());
        Self { severity: Severity::Error, code, line, column, message, help, fix: None }
    }

    /// A doubt that does not stop the reading.
    pub fn warning(
        code: Code,
        at: Place,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, at, message, help) }
    }

    /// The same with the change that mends it.
    #[must_use]
    pub fn with_fix(self, fix: Fix) -> Self {
        Self { fix: Some(fix), ..self }
    }

    /// Whether this fault stops the reading.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(
            f,
            "{}:{}: {severity}: {}\n  help: {}",
            self.line, self.column, self.message, self.help
        )
    }
}
