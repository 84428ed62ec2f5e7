-- How far the second search engine has followed: search_rows by (change, id) are its outbox.
CREATE TABLE search_follower (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change INTEGER NOT NULL,             -- the last row confirmed
  row INTEGER NOT NULL,
  emptied INTEGER NOT NULL,            -- search_rows.change of row 0 when its index was built
  settings TEXT NOT NULL,              -- hash of the settings it was built with
  succeeded_at INTEGER,                -- UTC ms
  failed_at INTEGER,
  failure TEXT
) STRICT;
