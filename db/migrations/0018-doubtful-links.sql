-- Notices of one code or title may be of several purchases: a key may have several records.
CREATE TABLE record_keys_shared (
  key TEXT NOT NULL,
  ocid TEXT NOT NULL,
  PRIMARY KEY (key, ocid)
) STRICT, WITHOUT ROWID;
INSERT INTO record_keys_shared (key, ocid) SELECT key, ocid FROM record_keys;
DROP TABLE record_keys;
ALTER TABLE record_keys_shared RENAME TO record_keys;

-- By what such records are told apart: whose, where and when. Rebuilt.
CREATE TABLE record_marks (
  ocid TEXT PRIMARY KEY,
  marks TEXT NOT NULL                  -- JSON, see src/notices/marks.ts
) STRICT, WITHOUT ROWID;

-- Records that share a code or title and were not joined, for the operator. Rebuilt.
CREATE TABLE doubtful_links (
  ocid TEXT NOT NULL,                  -- the record of the notice that came later
  other TEXT NOT NULL,
  code TEXT NOT NULL,                  -- folded; '' where they share a title
  doubt TEXT NOT NULL,                 -- buyer, city, years or weak
  PRIMARY KEY (ocid, other, code)
) STRICT, WITHOUT ROWID;
