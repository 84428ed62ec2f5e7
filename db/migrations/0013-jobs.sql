-- Work that goes on by itself: how far each follower has come, and what runs when.
CREATE TABLE followers (
  name TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,                -- the last of the sequence it follows that it has taken
  state TEXT NOT NULL,                 -- what else it must know to go on, JSON
  moved_at INTEGER NOT NULL            -- UTC ms
) STRICT, WITHOUT ROWID;
INSERT INTO followers (name, seq, state, moved_at)
SELECT 'meilisearch', change, json_object('row', row, 'emptied', emptied, 'settings', settings), succeeded_at
FROM search_follower WHERE settings <> '' AND succeeded_at IS NOT NULL;
DROP TABLE search_follower;

CREATE TABLE jobs (
  name TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL,             -- UTC ms
  holder TEXT,                         -- the process that runs it
  leased_until INTEGER,                -- UTC ms; after it another process may take it
  ran_at INTEGER,                      -- when it last did something
  failed_at INTEGER,
  failure TEXT,                        -- of the last run; null when that went well
  attempts INTEGER NOT NULL DEFAULT 0  -- failures in a row
) STRICT, WITHOUT ROWID;
