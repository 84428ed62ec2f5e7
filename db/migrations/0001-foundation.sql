-- What was said. Append-only: nothing below may change or remove a row.
CREATE TABLE releases (
  id INTEGER PRIMARY KEY,              -- order key: publication day in Shanghai × 1,000,000 + n
  seq INTEGER NOT NULL UNIQUE,         -- arrival; rebuilding replays in this order
  ocid TEXT NOT NULL,
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  source_key TEXT NOT NULL UNIQUE,     -- identity at the source; importing it again changes nothing
  published_at INTEGER NOT NULL,       -- UTC ms
  amends INTEGER REFERENCES releases (id),
  content TEXT NOT NULL,               -- canonical JSON of the notice as published
  hash TEXT NOT NULL,                  -- SHA-256 of content
  accepted_at INTEGER NOT NULL         -- UTC ms
) STRICT;
CREATE INDEX releases_by_ocid ON releases (ocid, published_at, id);
CREATE INDEX releases_by_amends ON releases (amends) WHERE amends IS NOT NULL;
CREATE TRIGGER releases_are_never_updated BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
CREATE TRIGGER releases_are_never_deleted BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;

-- What is true now: a projection of releases, rebuilt by `gongshi rebuild`.
CREATE TABLE records (
  ocid TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  region TEXT NOT NULL,
  unit TEXT NOT NULL,                  -- party id of the unit in charge, or ''
  amount INTEGER,                      -- fen
  deadline INTEGER,                    -- UTC ms
  order_key INTEGER NOT NULL,          -- id of the newest release
  releases INTEGER NOT NULL,
  compiled TEXT NOT NULL               -- compiled release, JSON
) STRICT, WITHOUT ROWID;
CREATE INDEX records_by_register ON records (register, order_key DESC);
CREATE INDEX records_by_deadline ON records (deadline) WHERE stage = 'tender';

-- By what a later release finds its record: a project code, a parcel number, a folded title.
CREATE TABLE record_keys (
  key TEXT PRIMARY KEY,
  ocid TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record_facets (
  register TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  order_key INTEGER NOT NULL,
  ocid TEXT NOT NULL,
  PRIMARY KEY (register, facet, value, order_key, ocid)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_facets_by_ocid ON record_facets (ocid);

-- Who: a projection of the parties named in releases.
CREATE TABLE parties (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,                  -- as the newest record prints it
  named_by INTEGER NOT NULL,           -- order key of that record
  identifier TEXT,
  is_unit INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX parties_by_identifier ON parties (identifier) WHERE identifier IS NOT NULL;

CREATE TABLE party_names (
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  release INTEGER NOT NULL,            -- first release of the oldest record that prints it
  PRIMARY KEY (party, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_roles (
  party TEXT NOT NULL,
  ocid TEXT NOT NULL,
  role TEXT NOT NULL,
  order_key INTEGER NOT NULL,          -- of the record
  year INTEGER NOT NULL,
  amount INTEGER,                      -- fen won by a supplier, or spent by a buyer, in this record
  PRIMARY KEY (party, ocid, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_roles_by_ocid ON party_roles (ocid);

-- Search: one row a release; the tokens are contentless, the text is in the release.
CREATE TABLE search_rows (
  id INTEGER PRIMARY KEY,              -- the release's order key
  change INTEGER NOT NULL,             -- grows with every write, so that readers take only what is new
  ocid TEXT NOT NULL,
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  unit TEXT NOT NULL,
  stage TEXT NOT NULL,                 -- of the record
  deadline INTEGER,                    -- of the record, UTC ms
  amount INTEGER                       -- of this release, fen
) STRICT;
CREATE INDEX search_rows_by_change ON search_rows (change);
CREATE INDEX search_rows_by_ocid ON search_rows (ocid);
CREATE VIRTUAL TABLE search_tokens USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
CREATE TABLE search_codes (
  code TEXT NOT NULL,                  -- folded
  id INTEGER NOT NULL,
  PRIMARY KEY (code, id)
) STRICT, WITHOUT ROWID;

-- Who did what: append-only.
CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                 -- UTC ms
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL                 -- JSON
) STRICT;
CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
