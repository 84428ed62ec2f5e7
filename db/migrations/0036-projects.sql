-- Which records are of one project, by its code on the platform of investment projects: they are shown together, not joined.
CREATE TABLE project_records (
  code TEXT NOT NULL,                  -- folded
  ocid TEXT NOT NULL,
  PRIMARY KEY (code, ocid)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_records_by_record ON project_records (ocid);
