//! How keys are named on the screen: as they are on the keyboards of the system.

/// Whether this is a Mac, with its own keys.
const MAC: bool = cfg!(target_os = "macos");

/// What hands an answer in.
pub const HAND_IN: &str = if MAC { "⌘ ⏎" } else { "Ctrl ⏎" };
/// What copies.
pub const COPY: &str = if MAC { "⌘ C" } else { "Ctrl C" };
/// The key of the hint; a Mac's own function keys dim the screen unless *fn* is held.
pub const HINT: &str = if MAC { "fn F1" } else { "F1" };
/// The key that passes a question over.
pub const SKIP: &str = if MAC { "fn F2" } else { "F2" };
