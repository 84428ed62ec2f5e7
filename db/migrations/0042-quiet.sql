-- Where no text of a record is held, its deadline stands in none.
UPDATE record_facets SET value = 'deadline-not-seen'
WHERE facet = 'stage' AND value = 'deadline-in-text' AND ocid IN (SELECT ocid FROM records WHERE has_text = 0);
DELETE FROM facet_counts WHERE facet = 'stage' AND value = 'deadline-in-text';
INSERT INTO facet_counts (register, facet, value, records)
SELECT register, facet, value, count(*) FROM record_facets
WHERE facet = 'stage' AND value IN ('deadline-in-text', 'deadline-not-seen') GROUP BY register, value;
UPDATE search_rows
SET stage = 'deadline-not-seen', change = (SELECT max(change) + 1 FROM search_rows)
WHERE stage = 'deadline-in-text' AND ocid IN (SELECT ocid FROM records WHERE has_text = 0);

-- The day from which nothing of a record is told as going on: half a year after its newest notice and its deadline, where
-- others published it first (release.ts, quietFrom). Days are numbers since 1970 in Shanghai.
ALTER TABLE records ADD COLUMN quiet_on INTEGER;
ALTER TABLE search_rows ADD COLUMN quiet_on INTEGER;
UPDATE records SET quiet_on = max(order_key / 1000000, ifnull((deadline + 28800000) / 86400000, 0)) + 181
WHERE is_reprint = 1 AND (is_open = 1 OR stage = 'candidate');
UPDATE search_rows
SET quiet_on = (SELECT quiet_on FROM records WHERE records.ocid = search_rows.ocid),
    change = (SELECT max(change) + 1 FROM search_rows)
WHERE stage NOT IN ('amended', 'withdrawn')
  AND ocid IN (SELECT ocid FROM records WHERE quiet_on IS NOT NULL);
INSERT INTO record_facets (register, facet, value, order_key, ocid)
SELECT register, 'waited', 'yes', order_key, ocid FROM records WHERE quiet_on IS NOT NULL;
INSERT INTO facet_counts (register, facet, value, records)
SELECT register, 'waited', 'yes', count(*) FROM records WHERE quiet_on IS NOT NULL GROUP BY register;
