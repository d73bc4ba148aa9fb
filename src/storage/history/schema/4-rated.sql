-- What raters gave to answers of known level, in the order in which they gave it.
CREATE TABLE calibrations (
  key INTEGER PRIMARY KEY,
  rater TEXT NOT NULL,
  at INTEGER NOT NULL,
  rating TEXT NOT NULL
) STRICT;

CREATE INDEX calibrations_by_rater ON calibrations (rater, key);

-- Mock panels that are over, with their journal, so that they can be opened again.
CREATE TABLE mock_panels (
  key INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  begun INTEGER NOT NULL,
  day INTEGER NOT NULL,
  journal TEXT NOT NULL
) STRICT;
