-- What the portal measures of itself: for the public page of its state and for the administrator. Kept for 90 days.
CREATE TABLE served_hours (
  hour INTEGER NOT NULL,               -- UTC ms, its first moment
  fleet TEXT NOT NULL,                 -- which start of the portal counted
  first_at INTEGER NOT NULL,           -- UTC ms, from when in this hour it counted
  alive INTEGER NOT NULL,              -- ms in which it answered
  requests INTEGER NOT NULL,
  failures INTEGER NOT NULL,           -- answered with 5xx
  durations TEXT NOT NULL,             -- by lane, how many answers took how long; JSON, the steps are STEPS of watch/counts.ts
  PRIMARY KEY (hour, fleet)
) STRICT, WITHOUT ROWID;

CREATE TABLE fleets (
  id TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL,         -- UTC ms
  seen_at INTEGER NOT NULL,
  wanted INTEGER NOT NULL,             -- processes that were asked for
  processes INTEGER NOT NULL,          -- that reported lately
  memory INTEGER NOT NULL              -- bytes, of all of them
) STRICT, WITHOUT ROWID;
