-- What was not read of a record may stand in a text of its notices, where one is held.
ALTER TABLE records ADD COLUMN has_text INTEGER NOT NULL DEFAULT 1;
UPDATE records SET has_text = 0
WHERE is_reprint = 1
  AND NOT EXISTS (SELECT 1 FROM releases WHERE releases.ocid = records.ocid AND json_extract(releases.content, '$.body') <> '');
