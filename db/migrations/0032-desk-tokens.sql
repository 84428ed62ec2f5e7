-- By which a feed reader is told what waits for an officer; it opens nothing else.
CREATE TABLE desk_tokens (
  officer TEXT PRIMARY KEY REFERENCES officers (id),
  token_hash TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
