-- Lists and counts of a register without walking all of it.
CREATE TABLE facet_counts (
  register TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  records INTEGER NOT NULL,            -- how many fall under it
  PRIMARY KEY (register, facet, value)
) STRICT, WITHOUT ROWID;

INSERT INTO record_facets (register, facet, value, order_key, ocid) SELECT register, 'stage', stage, order_key, ocid FROM records;
INSERT INTO facet_counts (register, facet, value, records) SELECT register, facet, value, count(*) FROM record_facets GROUP BY register, facet, value;

ALTER TABLE records ADD COLUMN publicity_until INTEGER;  -- UTC ms; only while candidates or an award are what was said last
UPDATE records SET publicity_until = unixepoch(compiled ->> '$.tender.publicityPeriod.endDate') * 1000
WHERE stage IN ('candidate', 'award') AND compiled ->> '$.tender.publicityPeriod.endDate' IS NOT NULL;
CREATE INDEX records_by_publicity ON records (publicity_until) WHERE publicity_until IS NOT NULL;
CREATE INDEX records_by_dates ON records (deadline) WHERE deadline IS NOT NULL;
