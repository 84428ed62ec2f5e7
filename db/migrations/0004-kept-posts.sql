-- Forms sent after the session had ended, until their sender has signed in again.
CREATE TABLE kept_posts (
  token TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  body TEXT NOT NULL,                  -- as it was sent, urlencoded
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
