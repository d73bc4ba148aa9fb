//! What of an answer is to the point: the sentences that carry something, and whether they answer what was asked.

pub(super) mod competencies;
pub(super) mod substance;
pub mod topics;
