-- What units' systems have posted, by the key they gave it: the same key again is answered as the first time.
CREATE TABLE posts (
  unit TEXT NOT NULL REFERENCES units (id),
  key TEXT NOT NULL,
  hash TEXT NOT NULL,                  -- SHA-256 of the body
  draft TEXT NOT NULL REFERENCES drafts (id),
  at INTEGER NOT NULL,                 -- UTC ms
  PRIMARY KEY (unit, key)
) STRICT, WITHOUT ROWID;
