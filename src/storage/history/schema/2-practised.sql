-- What is practised for, and the answers that are kept as models.
CREATE TABLE panels (
  scenario INTEGER PRIMARY KEY REFERENCES scenarios (key),
  day INTEGER NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE preferences (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_answers (
  question INTEGER PRIMARY KEY REFERENCES questions (key),
  attempt INTEGER NOT NULL REFERENCES attempts (number),
  at INTEGER NOT NULL
) STRICT;
