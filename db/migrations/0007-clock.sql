CREATE TABLE calendar_years (
  year INTEGER PRIMARY KEY,
  notice TEXT NOT NULL,                -- days off and made-up days, JSON
  source TEXT NOT NULL,                -- the State Council's notice
  imported_at INTEGER NOT NULL,        -- UTC ms
  imported_by TEXT NOT NULL            -- officer, or cli
) STRICT;

CREATE TABLE verdicts (                -- rebuilt
  ocid TEXT NOT NULL,
  rule TEXT NOT NULL,
  trigger_release INTEGER NOT NULL,
  register TEXT NOT NULL,
  unit TEXT NOT NULL,                  -- party id of the unit in charge, or ''
  verdict TEXT NOT NULL,               -- as reckoned; a running one is asked of the day it is read
  reason TEXT,                         -- why data are missing
  trigger_on TEXT,                     -- yyyy-mm-dd
  target_on TEXT,
  target_release INTEGER,
  without INTEGER,                     -- days without the opening day
  inclusive INTEGER,                   -- with it
  due_on TEXT,
  publication INTEGER NOT NULL,        -- 1: the target is owed to the public
  PRIMARY KEY (ocid, rule, trigger_release)
) STRICT, WITHOUT ROWID;

CREATE INDEX verdicts_due ON verdicts (due_on, ocid) WHERE verdict = 'running';

CREATE INDEX verdicts_unit ON verdicts (unit, rule, verdict);

CREATE INDEX verdicts_rule ON verdicts (rule, ocid);

CREATE TABLE rules_applied (           -- what the verdicts were reckoned by
  rule TEXT PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;
