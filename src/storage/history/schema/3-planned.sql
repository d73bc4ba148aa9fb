-- The interviews by date.
CREATE INDEX sessions_by_time ON sessions (begun, key);

-- The questions of a scenario as it is now: where each stands, and whether it is asked of whoever tells a story of their
-- own. One that is no longer asked stands nowhere.
ALTER TABLE questions ADD COLUMN place INTEGER;
ALTER TABLE questions ADD COLUMN own_story INTEGER NOT NULL DEFAULT 1;
