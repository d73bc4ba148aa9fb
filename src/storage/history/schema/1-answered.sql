-- What was asked, answered and found.
CREATE TABLE scenarios (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE questions (
  key INTEGER PRIMARY KEY,
  scenario INTEGER NOT NULL REFERENCES scenarios (key),
  fingerprint TEXT NOT NULL,
  id TEXT NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (scenario, fingerprint)
) STRICT;

-- The journal of a session is kept once it is over, so that it can be opened again.
CREATE TABLE sessions (
  key INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  scenario INTEGER NOT NULL REFERENCES scenarios (key),
  begun INTEGER NOT NULL,
  day INTEGER NOT NULL,
  journal TEXT
) STRICT;

CREATE TABLE attempts (
  number INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES sessions (key),
  place INTEGER NOT NULL,
  question INTEGER NOT NULL REFERENCES questions (key),
  at INTEGER NOT NULL,
  day INTEGER NOT NULL,
  story TEXT NOT NULL,
  helped INTEGER NOT NULL,
  kind TEXT,
  level INTEGER,
  perhaps INTEGER,
  seconds INTEGER,
  words INTEGER NOT NULL,
  spoken INTEGER NOT NULL,
  basis TEXT NOT NULL,
  engine TEXT NOT NULL,
  UNIQUE (session, place)
) STRICT;

CREATE INDEX attempts_by_question ON attempts (question, at, number);
CREATE INDEX attempts_by_time ON attempts (at, number);

-- The words of an attempt and what was found in them lie apart: no list reads over them.
CREATE TABLE answers (
  attempt INTEGER PRIMARY KEY REFERENCES attempts (number),
  text TEXT NOT NULL,
  additions TEXT NOT NULL,
  assessment TEXT NOT NULL
) STRICT;

CREATE TABLE ratings (
  attempt INTEGER NOT NULL REFERENCES attempts (number),
  rater TEXT NOT NULL,
  level INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (attempt, rater)
) STRICT, WITHOUT ROWID;

-- How much was practised on each day, kept as attempts come.
CREATE TABLE days (
  day INTEGER PRIMARY KEY,
  attempts INTEGER NOT NULL,
  seconds INTEGER NOT NULL
) STRICT;

CREATE TRIGGER attempts_came AFTER INSERT ON attempts BEGIN
  INSERT INTO days (day, attempts, seconds) VALUES (new.day, 1, coalesce(new.seconds, 0))
  ON CONFLICT (day) DO UPDATE SET
    attempts = attempts + 1,
    seconds = seconds + excluded.seconds;
END;

CREATE TRIGGER attempts_took_longer AFTER UPDATE OF seconds ON attempts BEGIN
  UPDATE days SET seconds = seconds + coalesce(new.seconds, 0) - coalesce(old.seconds, 0)
  WHERE day = new.day;
END;

-- The journals on the shelf that were looked into.
CREATE TABLE journals (
  name TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
