-- Which records the operator joined or parted, when and why. Kept for ever: a rebuild replays them.
CREATE TABLE link_decisions (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                 -- UTC ms
  by TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('join', 'part')),
  ocid TEXT NOT NULL,                  -- the record that the notices leave
  into_ocid TEXT NOT NULL,             -- the record that has them from then on
  "release" INTEGER REFERENCES releases (id), -- the notice that is parted; what amends it goes with it
  reason TEXT NOT NULL,
  after_seq INTEGER NOT NULL,          -- the last arrival before it: its place in a replay
  CHECK ((act = 'part') = ("release" IS NOT NULL)),
  CHECK (ocid <> into_ocid)
) STRICT;

-- The address of a record that was joined is never given to another.
CREATE UNIQUE INDEX link_decisions_joined ON link_decisions (ocid) WHERE act = 'join';
CREATE INDEX link_decisions_by_into ON link_decisions (into_ocid);

-- Which notices a decision moved: exactly these, whatever came later.
CREATE TABLE moved_releases (
  "release" INTEGER NOT NULL REFERENCES releases (id),
  decision INTEGER NOT NULL REFERENCES link_decisions (id),
  PRIMARY KEY ("release", decision)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER link_decisions_are_never_updated BEFORE UPDATE ON link_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER link_decisions_are_never_deleted BEFORE DELETE ON link_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER moved_releases_are_never_updated BEFORE UPDATE ON moved_releases
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER moved_releases_are_never_deleted BEFORE DELETE ON moved_releases
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- A decision moves what is in the record it names.
CREATE TRIGGER decisions_move_what_is_there BEFORE INSERT ON moved_releases
WHEN (SELECT ocid FROM releases WHERE id = NEW."release") IS NOT (SELECT ocid FROM link_decisions WHERE id = NEW.decision)
BEGIN SELECT RAISE(ABORT, 'a decision moves what is there'); END;

-- Nothing is published into a record that is no more.
CREATE TRIGGER joined_records_take_no_releases BEFORE INSERT ON releases
WHEN EXISTS (SELECT 1 FROM link_decisions WHERE act = 'join' AND ocid = NEW.ocid)
BEGIN SELECT RAISE(ABORT, 'the record was joined to another'); END;

-- What was said changes by redaction alone; the record that has it, by the last decision that moved it.
DROP TRIGGER releases_are_never_updated;
CREATE TRIGGER releases_are_never_updated BEFORE UPDATE ON releases
WHEN NOT (
  NEW.id = OLD.id AND NEW.seq = OLD.seq AND NEW.register = OLD.register AND NEW.kind = OLD.kind AND NEW.source_key = OLD.source_key AND NEW.published_at = OLD.published_at
  AND NEW.amends IS OLD.amends AND NEW.hash = OLD.hash AND NEW.accepted_at = OLD.accepted_at
  AND ((NEW.ocid = OLD.ocid
      AND EXISTS (SELECT 1 FROM redactions WHERE redactions."release" = OLD.id AND confirmed_at IS NOT NULL AND replacement = NEW.content))
    OR (NEW.content = OLD.content
      AND EXISTS (SELECT 1 FROM link_decisions WHERE ocid = OLD.ocid AND into_ocid = NEW.ocid
        AND id = (SELECT max(decision) FROM moved_releases WHERE moved_releases."release" = OLD.id)))))
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
