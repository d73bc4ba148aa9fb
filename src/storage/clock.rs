//! The clock: the only place that reads what time it is.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::interview::session::UnixMillis;

/// What time it is; 1970 on a machine whose clock stands before that.
pub fn now() -> UnixMillis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    UnixMillis(since.map_or(0, |since| u64::try_from(since.as_millis()).unwrap_or(u64::MAX)))
}
