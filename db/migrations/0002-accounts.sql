-- People and units: who may write, review and issue, and by what they prove who they are.
-- Instants UTC ms. Of tokens, codes and passwords only hashes are kept; a TOTP secret must be known to be checked.

-- Who did it, for which unit, from where.
ALTER TABLE events ADD COLUMN unit TEXT;
ALTER TABLE events ADD COLUMN address TEXT;
CREATE INDEX events_by_at ON events (at);
CREATE INDEX events_by_subject ON events (subject);

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,                -- GB/T 2260 code, or a local zone
  successor TEXT REFERENCES units (id),-- the unit that took its duties over
  made_at INTEGER NOT NULL,
  ended_at INTEGER                     -- abolished or merged
) STRICT, WITHOUT ROWID;

-- Names it bore before, each until a day where that is known.
CREATE TABLE unit_names (
  unit TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  until TEXT,                          -- yyyy-mm-dd
  PRIMARY KEY (unit, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_registers (
  unit TEXT NOT NULL REFERENCES units (id),
  register TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('lead', 'cooperating')),  -- 牵头, 协作
  PRIMARY KEY (unit, register)
) STRICT, WITHOUT ROWID;

CREATE TABLE officers (
  id TEXT PRIMARY KEY,
  unit TEXT REFERENCES units (id),     -- NULL: of the platform
  name TEXT NOT NULL,
  sign_in TEXT NOT NULL UNIQUE,        -- folded
  staff_number TEXT NOT NULL UNIQUE,   -- one person has one account: two would review each other
  demo INTEGER NOT NULL,               -- may sign in only while demo data are shown
  invited_at INTEGER NOT NULL,
  accepted_at INTEGER,                 -- NULL: invited, or invited again
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX officers_by_unit ON officers (unit);
CREATE TRIGGER officers_of_platform_and_units_are_apart BEFORE UPDATE OF unit ON officers
WHEN (NEW.unit IS NULL) IS NOT (OLD.unit IS NULL)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;

CREATE TABLE officer_roles (
  officer TEXT NOT NULL REFERENCES officers (id),
  role TEXT NOT NULL CHECK (role IN ('author', 'reviewer', 'issuer', 'unitAdministrator', 'administrator', 'auditor')),
  PRIMARY KEY (officer, role)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER roles_of_platform_and_units_are_apart BEFORE INSERT ON officer_roles
WHEN (NEW.role IN ('administrator', 'auditor')) IS NOT (SELECT unit IS NULL FROM officers WHERE id = NEW.officer)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;
CREATE TRIGGER administrators_audit_nothing BEFORE INSERT ON officer_roles
WHEN NEW.role IN ('administrator', 'auditor')
  AND EXISTS (SELECT 1 FROM officer_roles WHERE officer = NEW.officer AND role IN ('administrator', 'auditor') AND role <> NEW.role)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;

-- The newest is the one that counts; older ones are kept so that they are not taken again.
CREATE TABLE passwords (
  id INTEGER PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  hash TEXT NOT NULL,                  -- argon2id with its parameters
  set_at INTEGER NOT NULL
) STRICT;
CREATE INDEX passwords_by_officer ON passwords (officer, id);

CREATE TABLE totp_secrets (
  id INTEGER PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  secret TEXT NOT NULL,                -- base32
  made_at INTEGER NOT NULL,
  shown_to TEXT NOT NULL,              -- the session in which it is enrolled: nobody else may come to know it
  confirmed_at INTEGER,                -- NULL: shown, not yet proven
  last_step INTEGER NOT NULL DEFAULT 0 -- the last step accepted: no code counts twice
) STRICT;
CREATE INDEX totp_secrets_by_officer ON totp_secrets (officer);

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,                 -- credential id, base64url
  officer TEXT NOT NULL REFERENCES officers (id),
  name TEXT NOT NULL,
  public_key BLOB NOT NULL,
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,            -- JSON
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_by_officer ON passkeys (officer);

CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_codes_by_officer ON recovery_codes (officer);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,                 -- by which the list of sessions names it
  token_hash TEXT NOT NULL UNIQUE,     -- SHA-256
  officer TEXT NOT NULL REFERENCES officers (id),
  started_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  confirmed_at INTEGER,                -- the last second factor; NULL: only the password so far
  address TEXT NOT NULL,
  agent TEXT NOT NULL                  -- what the browser calls itself, shortened
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_officer ON sessions (officer);

-- Browsers in which the officer has signed in before: a stranger's failures do not close the door to them.
CREATE TABLE known_devices (
  token_hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX known_devices_by_officer ON known_devices (officer);

-- Attempts to sign in that did not succeed, for a day.
CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,               -- hash of what was typed: it may be a password in the wrong box
  origin TEXT NOT NULL                 -- network of the address (/24, /64), or the known device
) STRICT;
CREATE INDEX failures_by_account ON failures (account, at);
CREATE INDEX failures_by_origin ON failures (origin, at);

CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER                     -- accepted, or replaced by a later one
) STRICT, WITHOUT ROWID;
CREATE INDEX invitations_by_officer ON invitations (officer);

-- By which a unit's own system posts drafts.
CREATE TABLE unit_tokens (
  id TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  unit TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  registers TEXT NOT NULL,             -- JSON
  made_by TEXT NOT NULL REFERENCES officers (id),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_tokens_by_unit ON unit_tokens (unit);
