//! What the answer sheet is for.

/// What the sheet is for.
#[derive(Clone, Debug, PartialEq)]
pub enum Sheet<'a> {
    /// Writing an answer.
    Write,
    /// Adding to this answer what a panelist asked back about.
    Add(&'a str),
    /// Choosing one of these.
    Pick(Vec<&'a str>),
    /// Saying one's own level.
    Rate,
    /// Going back to one of these questions, each an index and its words.
    Return(Vec<(usize, &'a str)>),
}
