//! Where in the interview a session stands, and what that asks of the player.

/// Where in the interview the session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Ready,
    Asking,
    Probing,
    Rating,
    Feedback,
    Closing,
    Finished,
}

impl Phase {
    /// The phase, as the end of a sentence.
    pub(super) fn when(self) -> &'static str {
        match self {
            Self::Ready => "before the interview begins",
            Self::Asking => "while a question waits for its answer",
            Self::Probing => "while a follow-up waits for its answer",
            Self::Rating => "before you have rated your answer",
            Self::Feedback => "after the answer",
            Self::Closing => "while skipped questions wait",
            Self::Finished => "after the interview",
        }
    }

    pub(super) fn is_under_way(self) -> bool {
        !matches!(self, Self::Ready | Self::Finished)
    }

    /// What is asked of the player then.
    pub(super) fn turn(self) -> Turn {
        match self {
            Self::Ready => Turn::Ready,
            Self::Asking => Turn::Answer,
            Self::Probing => Turn::Probe,
            Self::Rating => Turn::Rate,
            Self::Feedback => Turn::Feedback,
            Self::Closing => Turn::Closing,
            Self::Finished => Turn::Over,
        }
    }
}

/// What the player can be shown or asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Nothing was asked yet.
    Ready,
    /// The question waits for an answer.
    Answer,
    /// A probe waits for an addition to the answer.
    Probe,
    /// The player is asked for their own level.
    Rate,
    /// The feedback can be read.
    Feedback,
    /// Every question was asked; the player goes back to one that is open, or ends the interview.
    Closing,
    /// The interview is over.
    Over,
}
