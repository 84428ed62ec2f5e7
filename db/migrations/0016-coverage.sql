-- What this portal takes whole: only there does the absence of a notice say anything.
CREATE TABLE coverage (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  medium TEXT,                         -- all that this medium publishes first
  unit TEXT,                           -- or all that this unit publishes, wherever
  from_day TEXT NOT NULL,              -- yyyy-mm-dd, both included
  until_day TEXT,                      -- NULL: until further notice
  declared_at INTEGER NOT NULL,        -- UTC ms
  declared_by TEXT NOT NULL,
  CHECK ((medium IS NULL) <> (unit IS NULL))
) STRICT;
