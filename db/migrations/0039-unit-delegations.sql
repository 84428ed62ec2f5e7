-- A unit lets another publish for it (委托), in one register or in all, from a day until a day, by a document that says so.
-- Ending one closes it on that day; what was done under it stays.
CREATE TABLE unit_delegations (
  id         INTEGER PRIMARY KEY,
  unit       TEXT NOT NULL REFERENCES units (id),
  agent      TEXT NOT NULL REFERENCES units (id) CHECK (agent <> unit),
  register   TEXT,
  from_on    TEXT NOT NULL,
  until_on   TEXT NOT NULL CHECK (until_on >= from_on),
  basis      TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  ended_on   TEXT
) STRICT;
CREATE INDEX unit_delegations_agent ON unit_delegations (agent);
CREATE INDEX unit_delegations_unit ON unit_delegations (unit);
