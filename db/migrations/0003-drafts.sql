-- What units write before it is public. Instants UTC ms.
CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES units (id),
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  amends TEXT,                         -- source key of the release it restates, changes or takes back
  follows TEXT,                        -- ocid of the record it was begun from
  author TEXT NOT NULL REFERENCES officers (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'returned', 'submitted', 'approved', 'scheduled', 'published', 'discarded')),
  version INTEGER NOT NULL,            -- grows with every save; a save names the one it saw
  title TEXT NOT NULL,
  content TEXT NOT NULL,               -- JSON as typed; may lack anything
  hash TEXT NOT NULL,                  -- of exactly what would be published
  started_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL,
  submitted_at INTEGER,
  reviewer TEXT REFERENCES officers (id),
  approved_at INTEGER,
  approved_hash TEXT,
  issuer TEXT,
  scheduled_for INTEGER,
  trouble TEXT,                        -- JSON: why a scheduled publication was refused
  unreviewed_reason TEXT,              -- issued in an emergency, without review
  release INTEGER REFERENCES releases (id),
  CHECK (reviewer IS NULL OR reviewer <> author),
  CHECK (state NOT IN ('approved', 'scheduled') OR (reviewer IS NOT NULL AND approved_hash = hash)),
  CHECK (state <> 'published' OR release IS NOT NULL),
  CHECK (state <> 'published' OR unreviewed_reason IS NOT NULL OR (reviewer IS NOT NULL AND approved_hash = hash)),
  CHECK (state <> 'scheduled' OR scheduled_for IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_unit ON drafts (unit, state, saved_at);
CREATE INDEX drafts_by_schedule ON drafts (scheduled_for) WHERE state = 'scheduled';
CREATE TRIGGER drafts_keep_their_author BEFORE UPDATE OF author, unit ON drafts
WHEN NEW.author <> OLD.author OR NEW.unit <> OLD.unit
BEGIN SELECT RAISE(ABORT, 'a draft keeps its author and unit'); END;
CREATE TRIGGER drafts_begin_as_drafts BEFORE INSERT ON drafts
WHEN NEW.state <> 'draft' AND NOT EXISTS (SELECT 1 FROM drafts WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a draft begins as a draft'); END;
CREATE TRIGGER approval_is_of_one_text BEFORE UPDATE OF content, hash ON drafts
WHEN NEW.state IN ('approved', 'scheduled') AND (NEW.content <> OLD.content OR NEW.hash <> OLD.hash)
BEGIN SELECT RAISE(ABORT, 'approval is of one exact text'); END;
CREATE TRIGGER drafts_are_published_from_approval BEFORE UPDATE OF state ON drafts
WHEN NEW.state = 'published' AND NEW.unreviewed_reason IS NULL AND (OLD.state NOT IN ('approved', 'scheduled') OR OLD.approved_hash <> NEW.hash OR OLD.reviewer <> NEW.reviewer)
BEGIN SELECT RAISE(ABORT, 'what is published was approved'); END;
CREATE TRIGGER emergencies_are_marked BEFORE UPDATE OF state ON drafts
WHEN NEW.state = 'published' AND (NEW.unreviewed_reason IS NOT NULL) IS NOT (SELECT json_extract(content, '$.unreviewed') IS 1 FROM releases WHERE id = NEW.release)
BEGIN SELECT RAISE(ABORT, 'what nobody reviewed says so'); END;
-- Personal data that goes from a release goes from the draft it came from.
CREATE TRIGGER published_drafts_are_never_changed BEFORE UPDATE ON drafts
WHEN OLD.state = 'published' AND NOT (
  NEW.id = OLD.id AND NEW.state = OLD.state AND NEW.author = OLD.author AND NEW.hash = OLD.hash AND NEW.reviewer IS OLD.reviewer AND NEW.approved_hash IS OLD.approved_hash
  AND NEW.unreviewed_reason IS OLD.unreviewed_reason AND NEW."release" = OLD."release"
  AND EXISTS (SELECT 1 FROM redactions WHERE redactions."release" = OLD."release" AND confirmed_at IS NOT NULL AND replacement IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'what was published is not edited'); END;

-- Everyone who wrote in it: none of them reviews it.
CREATE TABLE draft_editors (
  draft TEXT NOT NULL REFERENCES drafts (id),
  officer TEXT NOT NULL,
  PRIMARY KEY (draft, officer)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER drafts_are_reviewed_by_others BEFORE UPDATE OF reviewer ON drafts
WHEN NEW.reviewer IS NOT NULL AND EXISTS (SELECT 1 FROM draft_editors WHERE draft = NEW.id AND officer = NEW.reviewer)
BEGIN SELECT RAISE(ABORT, 'nobody reviews what they wrote'); END;

CREATE TRIGGER reviewers_do_not_write BEFORE INSERT ON draft_editors
WHEN EXISTS (SELECT 1 FROM drafts WHERE id = NEW.draft AND reviewer = NEW.officer)
BEGIN SELECT RAISE(ABORT, 'nobody reviews what they wrote'); END;
CREATE TRIGGER editors_are_never_forgotten BEFORE DELETE ON draft_editors
BEGIN SELECT RAISE(ABORT, 'who wrote in a draft is remembered'); END;
CREATE TRIGGER editors_are_never_changed BEFORE UPDATE ON draft_editors
BEGIN SELECT RAISE(ABORT, 'who wrote in a draft is remembered'); END;

-- What a reviewer asks to be mended, field by field; gone when the draft is submitted again.
CREATE TABLE draft_remarks (
  id INTEGER PRIMARY KEY,
  draft TEXT NOT NULL REFERENCES drafts (id),
  path TEXT NOT NULL,                  -- '' for the whole
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_remarks_by_draft ON draft_remarks (draft);

-- What a unit begins notices of one kind with.
CREATE TABLE draft_templates (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES units (id),
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,               -- JSON as typed
  by TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_templates_by_unit ON draft_templates (unit);

-- Personal data taken out of a release by two officers. What went, and the text without it, stand here only until then.
CREATE TABLE redactions (
  id INTEGER PRIMARY KEY,
  "release" INTEGER NOT NULL REFERENCES releases (id),
  unit TEXT NOT NULL REFERENCES units (id),
  reason TEXT NOT NULL,                -- public
  removal TEXT,                        -- JSON: passages, files, or the whole
  replacement TEXT,                    -- canonical JSON of the content afterwards
  hash TEXT NOT NULL,                  -- SHA-256 of it; the release keeps that of what it said
  proposed_by TEXT NOT NULL REFERENCES officers (id),
  proposed_at INTEGER NOT NULL,
  confirmed_by TEXT REFERENCES officers (id),
  confirmed_at INTEGER,
  ended_at INTEGER,                    -- taken back
  CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_at IS NULL OR ended_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX redactions_open ON redactions ("release") WHERE confirmed_at IS NULL AND ended_at IS NULL;
CREATE INDEX redactions_by_release ON redactions ("release");
CREATE TRIGGER redactions_begin_as_proposals BEFORE INSERT ON redactions
WHEN NEW.confirmed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a redaction takes two officers'); END;
CREATE TRIGGER proposals_are_never_changed BEFORE UPDATE ON redactions
WHEN NEW.id <> OLD.id OR NEW."release" <> OLD."release" OR NEW.unit <> OLD.unit OR NEW.reason <> OLD.reason OR NEW.proposed_by <> OLD.proposed_by OR NEW.proposed_at <> OLD.proposed_at
  OR ((OLD.confirmed_at IS NOT NULL OR OLD.ended_at IS NOT NULL)
    AND (NEW.confirmed_by IS NOT OLD.confirmed_by OR NEW.confirmed_at IS NOT OLD.confirmed_at OR NEW.ended_at IS NOT OLD.ended_at OR NEW.hash <> OLD.hash OR NEW.replacement IS NOT NULL OR NEW.removal IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'what was proposed stays as it was'); END;
CREATE TRIGGER redactions_are_never_deleted BEFORE DELETE ON redactions
BEGIN SELECT RAISE(ABORT, 'redactions are kept'); END;

-- The one change of a release that is let through: the text that two officers put in its place.
DROP TRIGGER releases_are_never_updated;
CREATE TRIGGER releases_are_never_updated BEFORE UPDATE ON releases
WHEN NOT (
  NEW.id = OLD.id AND NEW.seq = OLD.seq AND NEW.ocid = OLD.ocid AND NEW.register = OLD.register AND NEW.kind = OLD.kind AND NEW.source_key = OLD.source_key AND NEW.published_at = OLD.published_at
  AND NEW.amends IS OLD.amends AND NEW.hash = OLD.hash AND NEW.accepted_at = OLD.accepted_at
  AND EXISTS (SELECT 1 FROM redactions WHERE redactions."release" = OLD.id AND confirmed_at IS NOT NULL AND replacement = NEW.content))
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;
