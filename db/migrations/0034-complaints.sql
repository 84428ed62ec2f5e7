-- 投诉受理 is an office of its own.
CREATE TABLE officer_roles_new (
  officer TEXT NOT NULL REFERENCES officers (id),
  role TEXT NOT NULL CHECK (role IN ('author', 'reviewer', 'issuer', 'complaintHandler', 'unitAdministrator', 'administrator', 'auditor')),
  PRIMARY KEY (officer, role)
) STRICT, WITHOUT ROWID;
INSERT INTO officer_roles_new (officer, role) SELECT officer, role FROM officer_roles;
DROP TABLE officer_roles;
ALTER TABLE officer_roles_new RENAME TO officer_roles;
CREATE TRIGGER roles_of_platform_and_units_are_apart BEFORE INSERT ON officer_roles
WHEN (NEW.role IN ('administrator', 'auditor')) IS NOT (SELECT unit IS NULL FROM officers WHERE id = NEW.officer)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;
CREATE TRIGGER administrators_audit_nothing BEFORE INSERT ON officer_roles
WHEN NEW.role IN ('administrator', 'auditor')
  AND EXISTS (SELECT 1 FROM officer_roles WHERE officer = NEW.officer AND role IN ('administrator', 'auditor') AND role <> NEW.role)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;

-- What the public puts to a unit, and what came of it. Texts and names are sealed by GONGSHI_KEY.
CREATE TABLE complaints (
  id TEXT PRIMARY KEY,
  receipt_hash TEXT NOT NULL UNIQUE, -- of the code by which it is followed; the code itself is nowhere
  once TEXT NOT NULL UNIQUE,         -- of the form: sent twice it is filed once
  way TEXT NOT NULL CHECK (way IN ('objection', 'query', 'complaint', 'report', 'tell')),
  rule TEXT NOT NULL,                -- which limit of the statute holds; '' for none
  category TEXT NOT NULL,
  unit TEXT NOT NULL REFERENCES units (id),
  ocid TEXT NOT NULL,                -- '' where it is about no record
  path TEXT NOT NULL,                -- the page it is about
  words TEXT NOT NULL,               -- sealed
  contact TEXT,                      -- sealed; null: nobody's name, or deleted in time
  may_publish INTEGER NOT NULL CHECK (may_publish IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('filed', 'asked', 'accepted', 'refused', 'answered', 'withdrawn', 'joined')),
  filed_at INTEGER NOT NULL,
  accepted_at INTEGER,
  closed_at INTEGER,
  due_on TEXT,                       -- null where nobody set a limit, or it is not covered
  handler TEXT REFERENCES officers (id),
  joined_to TEXT REFERENCES complaints (id)
) STRICT;
CREATE INDEX complaints_by_unit ON complaints (unit, state, filed_at);
CREATE INDEX complaints_by_ocid ON complaints (ocid) WHERE ocid <> '';
CREATE INDEX complaints_closed ON complaints (closed_at) WHERE contact IS NOT NULL;

CREATE TABLE complaint_steps (
  id INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL REFERENCES complaints (id),
  at INTEGER NOT NULL,
  officer TEXT REFERENCES officers (id), -- null: who filed it
  act TEXT NOT NULL,
  said TEXT                          -- sealed
) STRICT;
CREATE INDEX complaint_steps_by_complaint ON complaint_steps (complaint);

-- What the public is told of an answer, when a second officer has looked at it.
CREATE TABLE complaint_summaries (
  complaint TEXT PRIMARY KEY REFERENCES complaints (id),
  text TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES officers (id),
  written_at INTEGER NOT NULL,
  approved_by TEXT REFERENCES officers (id),
  approved_at INTEGER
) STRICT, WITHOUT ROWID;

-- What a unit takes here; nothing unless it says so.
CREATE TABLE unit_ways (
  unit TEXT NOT NULL REFERENCES units (id),
  way TEXT NOT NULL CHECK (way IN ('objection', 'query', 'complaint', 'report', 'tell')),
  promised_days INTEGER,             -- working days, where no statute sets a limit
  PRIMARY KEY (unit, way)
) STRICT, WITHOUT ROWID;

CREATE TABLE complaint_asks (
  who TEXT NOT NULL,                 -- keyed hash of a network
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX complaint_asks_by_who ON complaint_asks (who, at);
