//! Lines of standard input.

use std::io::{self, BufRead};

/// Lines, one of which can be looked at before it is taken.
pub(super) struct LineReader<'a> {
    input: Box<dyn BufRead + 'a>,
    peeked: Option<String>,
}

impl<'a> LineReader<'a> {
    /// The lines of this input.
    pub(super) fn of(input: impl BufRead + 'a) -> Self {
        Self { input: Box::new(input), peeked: None }
    }

    /// The next line; none at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<String>> {
        if let Some(line) = self.peeked.take() {
            return Ok(Some(line));
        }
        let mut line = Vec::new();
        if self.input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).trim_end_matches(['\n', '\r']).to_owned();
        Ok(Some(line))
    }

    /// Takes the next line only if it is a command that is meant here; any other waits for what comes after.
    pub(super) fn next_if(
        &mut self,
        meant: impl FnOnce(&str) -> bool,
    ) -> io::Result<Option<String>> {
        match self.next()? {
            Some(line) if line.starts_with('/') && meant(line.trim()) => Ok(Some(line)),
            other => {
                self.peeked = other;
                Ok(None)
            }
        }
    }
}
