-- Whether others published first what a record says: of those nothing is called undisclosed on our account.
ALTER TABLE records ADD COLUMN is_reprint INTEGER NOT NULL DEFAULT 0;
UPDATE records SET is_reprint = 1 WHERE ocid IN (
  SELECT ocid FROM releases WHERE content ->> '$.firstPublished' IS NOT NULL OR content ->> '$.ocds' IS NOT NULL);
