-- What was handed to review, each time: a reviewer sees what changed since the last. Gone when the notice is published,
-- so that what is masked or redacted there stands nowhere else.
CREATE TABLE draft_submissions (
  draft TEXT NOT NULL REFERENCES drafts (id),
  n INTEGER NOT NULL,                  -- the first is 1
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  notice TEXT NOT NULL,                -- canonical JSON, as it would have been published
  PRIMARY KEY (draft, n)
) STRICT, WITHOUT ROWID;

-- A remark is kept through resubmissions: the author answers it, a reviewer ticks it off.
ALTER TABLE draft_remarks ADD COLUMN reply TEXT;
ALTER TABLE draft_remarks ADD COLUMN settled_by TEXT;
ALTER TABLE draft_remarks ADD COLUMN settled_at INTEGER;

-- What went out without review, looked at afterwards by another officer.
CREATE TABLE reviews_afterwards (
  draft TEXT PRIMARY KEY REFERENCES drafts (id),
  by TEXT NOT NULL REFERENCES officers (id),
  at INTEGER NOT NULL,
  finding TEXT                         -- what is to be corrected; NULL: nothing
) STRICT, WITHOUT ROWID;
CREATE TRIGGER reviews_afterwards_are_by_others BEFORE INSERT ON reviews_afterwards
WHEN EXISTS (SELECT 1 FROM draft_editors WHERE draft = NEW.draft AND officer = NEW.by)
  OR EXISTS (SELECT 1 FROM drafts WHERE id = NEW.draft AND (issuer = NEW.by OR unreviewed_reason IS NULL OR state <> 'published'))
BEGIN SELECT RAISE(ABORT, 'another officer looks at what went out without review'); END;
CREATE TRIGGER reviews_afterwards_are_kept BEFORE DELETE ON reviews_afterwards
BEGIN SELECT RAISE(ABORT, 'a review is kept'); END;
