//! What an answer comes to: the findings weighed into a level, the strengths named, the next step.

pub mod batch;
pub mod language;
pub mod record;
pub mod rubric;

pub(super) mod next_step;
pub(super) mod rating;
pub(super) mod strengths;
pub(super) mod wording;

mod panel_rating;
