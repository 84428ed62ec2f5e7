-- Files that a unit's system has handed up, for a day, until a notice of the same unit names them.
CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,               -- bytes
  sha256 TEXT NOT NULL,                -- of `files`; the bytes go when nobody names them
  at INTEGER NOT NULL                  -- UTC ms
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_by_at ON uploads (at);
