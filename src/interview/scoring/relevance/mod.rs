//! What of an answer is to the point: the sentences that carry something, those that only say the question again, and whether they
//! tell of something else than was asked.

pub(super) mod asked;
pub(super) mod echo;
pub(super) mod lesson;
pub(super) mod substance;
