-- Room: large rows move out of the trees of their keys, and indexes name rows by number.
CREATE TABLE records_by_number (
  ocid TEXT PRIMARY KEY,
  register TEXT NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL,
  region TEXT NOT NULL,
  unit TEXT NOT NULL,                  -- party id of the unit in charge, or ''
  amount INTEGER,                      -- fen
  deadline INTEGER,                    -- UTC ms
  publicity_until INTEGER,             -- UTC ms; only while candidates or an award are what was said last
  order_key INTEGER NOT NULL,          -- id of the newest release
  releases INTEGER NOT NULL,
  compiled TEXT NOT NULL               -- compiled release, JSON
) STRICT;
INSERT INTO records_by_number (ocid, register, title, stage, region, unit, amount, deadline, publicity_until, order_key, releases, compiled)
SELECT ocid, register, title, stage, region, unit, amount, deadline, publicity_until, order_key, releases, compiled FROM records ORDER BY order_key;
DROP TABLE records;
ALTER TABLE records_by_number RENAME TO records;
CREATE INDEX records_by_register ON records (register, order_key DESC);
CREATE INDEX records_by_deadline ON records (deadline) WHERE stage = 'tender';
CREATE INDEX records_by_dates ON records (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX records_by_publicity ON records (publicity_until) WHERE publicity_until IS NOT NULL;

CREATE TABLE verdicts_by_number (      -- rebuilt
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
) STRICT;
INSERT INTO verdicts_by_number SELECT * FROM verdicts ORDER BY trigger_release, rule;
DROP TABLE verdicts;
ALTER TABLE verdicts_by_number RENAME TO verdicts;
CREATE INDEX verdicts_due ON verdicts (due_on, ocid) WHERE verdict = 'running';
CREATE INDEX verdicts_unit ON verdicts (unit, rule);
CREATE INDEX verdicts_rule ON verdicts (rule);
