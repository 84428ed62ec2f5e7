-- 监督员 sees how a unit's cases stand, and remarks.
CREATE TABLE officer_roles_new (
  officer TEXT NOT NULL REFERENCES officers (id),
  role TEXT NOT NULL CHECK (role IN ('author', 'reviewer', 'issuer', 'complaintHandler', 'supervisor', 'unitAdministrator', 'administrator', 'auditor')),
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

-- Officers who have no part in a case (回避): they wrote, reviewed or issued what it is about, or stood aside.
CREATE TABLE complaint_barred (
  complaint TEXT NOT NULL REFERENCES complaints (id),
  officer TEXT NOT NULL REFERENCES officers (id),
  PRIMARY KEY (complaint, officer)
) STRICT, WITHOUT ROWID;
