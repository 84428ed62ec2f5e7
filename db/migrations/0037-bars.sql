-- Who may not take part, from when until when, by which case: reviews and records of awards ask for it.
CREATE TABLE bars (
  party TEXT NOT NULL,
  ocid TEXT NOT NULL,                  -- of the case
  name TEXT NOT NULL,
  scope TEXT NOT NULL,                 -- a code of the register that holds the case
  from_on TEXT NOT NULL,               -- yyyy-mm-dd, both included
  until_on TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (party, ocid)
) STRICT, WITHOUT ROWID;
CREATE INDEX bars_by_record ON bars (ocid);
