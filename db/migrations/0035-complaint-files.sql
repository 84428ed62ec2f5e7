-- Evidence that came with a complaint, sealed like its words; it goes when the names go.
CREATE TABLE complaint_files (
  id INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL REFERENCES complaints (id),
  name TEXT NOT NULL,                -- sealed
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,             -- sealed
  scanned INTEGER NOT NULL CHECK (scanned IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX complaint_files_by_complaint ON complaint_files (complaint);
