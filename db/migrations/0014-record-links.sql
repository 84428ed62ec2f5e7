-- A record points to others: found from either side. Rebuilt.
CREATE TABLE record_links (
  ocid TEXT NOT NULL,                  -- the record that points
  relationship TEXT NOT NULL,          -- "the other is the … of this one"
  target TEXT NOT NULL,                -- ocid:… or code:…, folded
  code TEXT NOT NULL,                  -- as printed
  PRIMARY KEY (ocid, relationship, target)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_links_by_target ON record_links (target);
