-- A record falls under its district, and under the city and the province in which that lies.
INSERT OR IGNORE INTO record_facets (register, facet, value, order_key, ocid)
SELECT register, facet, substr(value, 1, 4) || '00', order_key, ocid FROM record_facets
WHERE facet = 'region' AND value GLOB '[0-9][0-9][0-9][0-9][0-9][0-9]*' AND substr(value, 5, 2) <> '00';
INSERT OR IGNORE INTO record_facets (register, facet, value, order_key, ocid)
SELECT register, facet, substr(value, 1, 2) || '0000', order_key, ocid FROM record_facets
WHERE facet = 'region' AND value GLOB '[0-9][0-9][0-9][0-9]00' AND substr(value, 3, 2) <> '00';
DELETE FROM facet_counts WHERE facet = 'region';
INSERT INTO facet_counts (register, facet, value, records)
SELECT register, facet, value, count(*) FROM record_facets WHERE facet = 'region' GROUP BY 1, 2, 3;
