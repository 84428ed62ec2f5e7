-- Files that came with notices, by what is in them; the bytes stand in the data folder, `attachments/ab/<sha256>`.
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,               -- bytes
  text TEXT NOT NULL,                  -- what could be read in it, for search; '' for none
  kept_at INTEGER NOT NULL             -- UTC ms
) STRICT, WITHOUT ROWID;
