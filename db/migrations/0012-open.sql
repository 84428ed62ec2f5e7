-- Whether one can take part is said by the stage's meaning in its register, and stored: no statement names a stage.
ALTER TABLE records ADD COLUMN is_open INTEGER NOT NULL DEFAULT 0;  -- 1: one can take part until the deadline
UPDATE records SET is_open = 1 WHERE stage IN ('tender', 'prequalification');
DROP INDEX records_by_deadline;
CREATE INDEX records_open ON records (deadline) WHERE is_open = 1;

-- Lists of what has closed walk those that ever were open.
INSERT INTO record_facets (register, facet, value, order_key, ocid)
SELECT register, 'open', 'yes', order_key, ocid FROM records WHERE is_open = 1;
INSERT INTO facet_counts (register, facet, value, records)
SELECT register, 'open', 'yes', count(*) FROM records WHERE is_open = 1 GROUP BY register;

-- The index holds a deadline while one can take part, and none after.
UPDATE search_rows SET deadline = NULL, change = (SELECT max(change) + 1 FROM search_rows)
WHERE deadline IS NOT NULL AND stage NOT IN ('tender', 'prequalification');
