-- Nothing is lost unnoticed.

-- `INSERT OR REPLACE` removes the row that holds the key without asking the triggers that stand before DELETE, unless
-- recursive_triggers is on, which every connection decides for itself. So a key that exists is refused before it is put in.

CREATE TRIGGER releases_are_never_replaced BEFORE INSERT ON releases
WHEN EXISTS (SELECT 1 FROM releases WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM releases WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM releases WHERE source_key = NEW.source_key)
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;

CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

-- Before an insert a key that SQLite is to choose reads -1: a row of that id would keep out all that follow.
CREATE TRIGGER events_are_counted_from_one AFTER INSERT ON events
WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER link_decisions_are_never_replaced BEFORE INSERT ON link_decisions
WHEN EXISTS (SELECT 1 FROM link_decisions WHERE id = NEW.id)
  OR (NEW.act = 'join' AND EXISTS (SELECT 1 FROM link_decisions WHERE act = 'join' AND ocid = NEW.ocid))
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER moved_releases_are_never_replaced BEFORE INSERT ON moved_releases
WHEN EXISTS (SELECT 1 FROM moved_releases WHERE "release" = NEW."release" AND decision = NEW.decision)
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER redactions_are_never_replaced BEFORE INSERT ON redactions
WHEN EXISTS (SELECT 1 FROM redactions WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM redactions WHERE "release" = NEW."release" AND confirmed_at IS NULL AND ended_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'redactions are kept'); END;

CREATE TRIGGER redactions_are_counted_from_one AFTER INSERT ON redactions
WHEN NEW.id < 1
BEGIN SELECT RAISE(ABORT, 'redactions are kept'); END;

-- A draft is saved by an upsert, which ends as an update; only a replacement ends as the insert of a row that is no draft.
CREATE TRIGGER drafts_are_never_replaced AFTER INSERT ON drafts
WHEN NEW.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a draft begins as a draft'); END;

CREATE TRIGGER published_drafts_are_never_replaced BEFORE INSERT ON drafts
WHEN EXISTS (SELECT 1 FROM drafts WHERE id = NEW.id AND state = 'published')
BEGIN SELECT RAISE(ABORT, 'what was published is not edited'); END;

CREATE TRIGGER drafts_keep_their_id BEFORE UPDATE OF id ON drafts
WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a draft keeps its author and unit'); END;

CREATE TABLE verifications (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                 -- UTC ms
  ok INTEGER NOT NULL,                 -- 1: nothing was found
  counts TEXT NOT NULL,                -- what was looked at, JSON
  findings TEXT NOT NULL               -- what was found, JSON
) STRICT;

-- Numbers that were given and whose releases are lost: a copy was put back that is older than the mark.
CREATE TABLE lost_numbers (
  after_seq INTEGER PRIMARY KEY,       -- the last release that is still there
  until_seq INTEGER NOT NULL,          -- the last number that was given
  at INTEGER NOT NULL,                 -- UTC ms
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (until_seq > after_seq)
) STRICT;

CREATE TRIGGER lost_numbers_are_never_updated BEFORE UPDATE ON lost_numbers
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;

CREATE TRIGGER lost_numbers_are_never_deleted BEFORE DELETE ON lost_numbers
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;

CREATE TRIGGER lost_numbers_are_never_replaced BEFORE INSERT ON lost_numbers
WHEN EXISTS (SELECT 1 FROM lost_numbers WHERE after_seq = NEW.after_seq)
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;
