CREATE TABLE releases (
  id INTEGER PRIMARY KEY,              -- order key: publication day in Shanghai × 1,000,000 + n
  seq INTEGER NOT NULL UNIQUE,         -- arrival; rebuilding replays in this order
  ocid TEXT NOT NULL,
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  source_key TEXT NOT NULL UNIQUE,     -- identity at the source; importing it again changes nothing
  published_at INTEGER NOT NULL,       -- UTC ms
  amends INTEGER REFERENCES releases (id),
  content TEXT NOT NULL,               -- canonical JSON of the notice as published
  hash TEXT NOT NULL,                  -- SHA-256 of content
  accepted_at INTEGER NOT NULL         -- UTC ms
) STRICT;

CREATE TABLE record_facets (
  register TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  order_key INTEGER NOT NULL,
  ocid TEXT NOT NULL,
  PRIMARY KEY (register, facet, value, order_key, ocid)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,                  -- as the newest record prints it
  named_by INTEGER NOT NULL,           -- order key of that record
  identifier TEXT,
  is_unit INTEGER NOT NULL
, sorted TEXT NOT NULL DEFAULT '', found TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;

CREATE TABLE party_names (
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  release INTEGER NOT NULL,            -- first release of the oldest record that prints it
  PRIMARY KEY (party, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_roles (
  party TEXT NOT NULL,
  ocid TEXT NOT NULL,
  role TEXT NOT NULL,
  order_key INTEGER NOT NULL,          -- of the record
  year INTEGER NOT NULL,
  amount INTEGER, register TEXT NOT NULL DEFAULT '', basis TEXT,                      -- fen won by a supplier, or spent by a buyer, in this record
  PRIMARY KEY (party, ocid, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_rows (
  id INTEGER PRIMARY KEY,              -- the release's order key
  change INTEGER NOT NULL,             -- grows with every write, so that readers take only what is new
  ocid TEXT NOT NULL,
  register TEXT NOT NULL,
  kind TEXT NOT NULL,
  region TEXT NOT NULL,
  unit TEXT NOT NULL,
  stage TEXT NOT NULL,                 -- of the record
  deadline INTEGER,                    -- of the record, UTC ms
  amount INTEGER                       -- of this release, fen
, quiet_on INTEGER) STRICT;

CREATE VIRTUAL TABLE search_tokens USING fts5 (tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');

CREATE TABLE search_codes (
  code TEXT NOT NULL,                  -- folded
  id INTEGER NOT NULL,
  PRIMARY KEY (code, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                 -- UTC ms
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL                 -- JSON
, unit TEXT, address TEXT) STRICT;

CREATE TABLE units (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  region TEXT NOT NULL,                -- GB/T 2260 code, or a local zone
  successor TEXT REFERENCES units (id),-- the unit that took its duties over
  made_at INTEGER NOT NULL,
  ended_at INTEGER                     -- abolished or merged
, phone TEXT, phone_verified_on TEXT, address TEXT, hours TEXT, verified_by TEXT) STRICT, WITHOUT ROWID;

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

CREATE TABLE passwords (
  id INTEGER PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  hash TEXT NOT NULL,                  -- argon2id with its parameters
  set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE totp_secrets (
  id INTEGER PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  secret TEXT NOT NULL,                -- base32
  made_at INTEGER NOT NULL,
  shown_to TEXT NOT NULL,              -- the session in which it is enrolled: nobody else may come to know it
  confirmed_at INTEGER,                -- NULL: shown, not yet proven
  last_step INTEGER NOT NULL DEFAULT 0 -- the last step accepted: no code counts twice
) STRICT;

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

CREATE TABLE recovery_codes (
  hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

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

CREATE TABLE known_devices (
  token_hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  account TEXT NOT NULL,               -- hash of what was typed: it may be a password in the wrong box
  origin TEXT NOT NULL                 -- network of the address (/24, /64), or the known device
) STRICT;

CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  officer TEXT NOT NULL REFERENCES officers (id),
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER                     -- accepted, or replaced by a later one
) STRICT, WITHOUT ROWID;

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

CREATE TABLE draft_editors (
  draft TEXT NOT NULL REFERENCES drafts (id),
  officer TEXT NOT NULL,
  PRIMARY KEY (draft, officer)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_remarks (
  id INTEGER PRIMARY KEY,
  draft TEXT NOT NULL REFERENCES drafts (id),
  path TEXT NOT NULL,                  -- '' for the whole
  text TEXT NOT NULL,
  by TEXT NOT NULL,
  at INTEGER NOT NULL
, reply TEXT, settled_by TEXT, settled_at INTEGER) STRICT;

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

CREATE TABLE kept_posts (
  token TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  body TEXT NOT NULL,                  -- as it was sent, urlencoded
  at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE files (
  sha256 TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,               -- bytes
  text TEXT NOT NULL,                  -- what could be read in it, for search; '' for none
  kept_at INTEGER NOT NULL             -- UTC ms
, scanned_at INTEGER, infection TEXT) STRICT, WITHOUT ROWID;

CREATE TABLE posts (
  unit TEXT NOT NULL REFERENCES units (id),
  key TEXT NOT NULL,
  hash TEXT NOT NULL,                  -- SHA-256 of the body
  draft TEXT NOT NULL REFERENCES drafts (id),
  at INTEGER NOT NULL,                 -- UTC ms
  PRIMARY KEY (unit, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE calendar_years (
  year INTEGER PRIMARY KEY,
  notice TEXT NOT NULL,                -- days off and made-up days, JSON
  source TEXT NOT NULL,                -- the State Council's notice
  imported_at INTEGER NOT NULL,        -- UTC ms
  imported_by TEXT NOT NULL            -- officer, or cli
) STRICT;

CREATE TABLE rules_applied (           -- what the verdicts were reckoned by
  rule TEXT PRIMARY KEY,
  hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE spent_challenges (
  challenge TEXT PRIMARY KEY,
  at INTEGER NOT NULL                  -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE TABLE facet_counts (
  register TEXT NOT NULL,
  facet TEXT NOT NULL,
  value TEXT NOT NULL,
  records INTEGER NOT NULL,            -- how many fall under it
  PRIMARY KEY (register, facet, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE "records" (
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
, is_open INTEGER NOT NULL DEFAULT 0, is_reprint INTEGER NOT NULL DEFAULT 0, dealt_on TEXT, has_text INTEGER NOT NULL DEFAULT 1, quiet_on INTEGER) STRICT;

CREATE TABLE "verdicts" (      -- rebuilt
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
  publication INTEGER NOT NULL, measured REAL,        -- 1: the target is owed to the public
  PRIMARY KEY (ocid, rule, trigger_release)
) STRICT;

CREATE TABLE followers (
  name TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,                -- the last of the sequence it follows that it has taken
  state TEXT NOT NULL,                 -- what else it must know to go on, JSON
  moved_at INTEGER NOT NULL            -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
  name TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL,             -- UTC ms
  holder TEXT,                         -- the process that runs it
  leased_until INTEGER,                -- UTC ms; after it another process may take it
  ran_at INTEGER,                      -- when it last did something
  failed_at INTEGER,
  failure TEXT,                        -- of the last run; null when that went well
  attempts INTEGER NOT NULL DEFAULT 0  -- failures in a row
) STRICT, WITHOUT ROWID;

CREATE TABLE record_links (
  ocid TEXT NOT NULL,                  -- the record that points
  relationship TEXT NOT NULL,          -- "the other is the … of this one"
  target TEXT NOT NULL,                -- ocid:… or code:…, folded
  code TEXT NOT NULL,                  -- as printed
  PRIMARY KEY (ocid, relationship, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE coverage (
  id INTEGER PRIMARY KEY,
  register TEXT NOT NULL,
  medium TEXT,                         -- all that this medium publishes first
  unit TEXT,                           -- or all that this unit publishes, wherever
  from_day TEXT NOT NULL,              -- yyyy-mm-dd, both included
  until_day TEXT,                      -- NULL: until further notice
  declared_at INTEGER NOT NULL,        -- UTC ms
  declared_by TEXT NOT NULL,
  CHECK ((medium IS NULL) <> (unit IS NULL))
) STRICT;

CREATE TABLE "record_keys" (
  key TEXT NOT NULL,
  ocid TEXT NOT NULL,
  PRIMARY KEY (key, ocid)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_marks (
  ocid TEXT PRIMARY KEY,
  marks TEXT NOT NULL                  -- JSON, see src/notices/marks.ts
) STRICT, WITHOUT ROWID;

CREATE TABLE doubtful_links (
  ocid TEXT NOT NULL,                  -- the record of the notice that came later
  other TEXT NOT NULL,
  code TEXT NOT NULL,                  -- folded; '' where they share a title
  doubt TEXT NOT NULL,                 -- buyer, city, years or weak
  PRIMARY KEY (ocid, other, code)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE moved_releases (
  "release" INTEGER NOT NULL REFERENCES releases (id),
  decision INTEGER NOT NULL REFERENCES link_decisions (id),
  PRIMARY KEY ("release", decision)
) STRICT, WITHOUT ROWID;

CREATE TABLE verifications (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                 -- UTC ms
  ok INTEGER NOT NULL,                 -- 1: nothing was found
  counts TEXT NOT NULL,                -- what was looked at, JSON
  findings TEXT NOT NULL               -- what was found, JSON
) STRICT;

CREATE TABLE lost_numbers (
  after_seq INTEGER PRIMARY KEY,       -- the last release that is still there
  until_seq INTEGER NOT NULL,          -- the last number that was given
  at INTEGER NOT NULL,                 -- UTC ms
  by TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (until_seq > after_seq)
) STRICT;

CREATE TABLE served_hours (
  hour INTEGER NOT NULL,               -- UTC ms, its first moment
  fleet TEXT NOT NULL,                 -- which start of the portal counted
  first_at INTEGER NOT NULL,           -- UTC ms, from when in this hour it counted
  alive INTEGER NOT NULL,              -- ms in which it answered
  requests INTEGER NOT NULL,
  failures INTEGER NOT NULL,           -- answered with 5xx
  durations TEXT NOT NULL,             -- by lane, how many answers took how long; JSON, the steps are STEPS of watch/counts.ts
  PRIMARY KEY (hour, fleet)
) STRICT, WITHOUT ROWID;

CREATE TABLE fleets (
  id TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL,         -- UTC ms
  seen_at INTEGER NOT NULL,
  wanted INTEGER NOT NULL,             -- processes that were asked for
  processes INTEGER NOT NULL,          -- that reported lately
  memory INTEGER NOT NULL              -- bytes, of all of them
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_submissions (
  draft TEXT NOT NULL REFERENCES drafts (id),
  n INTEGER NOT NULL,                  -- the first is 1
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  hash TEXT NOT NULL,
  notice TEXT NOT NULL,                -- canonical JSON, as it would have been published
  PRIMARY KEY (draft, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews_afterwards (
  draft TEXT PRIMARY KEY REFERENCES drafts (id),
  by TEXT NOT NULL REFERENCES officers (id),
  at INTEGER NOT NULL,
  finding TEXT                         -- what is to be corrected; NULL: nothing
) STRICT, WITHOUT ROWID;

CREATE TABLE uploads (
  id TEXT PRIMARY KEY,
  unit TEXT NOT NULL REFERENCES units (id),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,               -- bytes
  sha256 TEXT NOT NULL,                -- of `files`; the bytes go when nobody names them
  at INTEGER NOT NULL                  -- UTC ms
) STRICT, WITHOUT ROWID;

CREATE TABLE party_tallies (
  party TEXT NOT NULL,
  role TEXT NOT NULL,                  -- '' for any
  records INTEGER NOT NULL,            -- in how many it has this role
  PRIMARY KEY (party, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_tokens (
  officer TEXT PRIMARY KEY REFERENCES officers (id),
  token_hash TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE follows (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL,          -- JSON of what is followed; the same for all who follow the same
  path TEXT NOT NULL,             -- the page that was followed, with its query and without a language
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'webhook', 'wecom', 'dingtalk', 'feishu')),
  address TEXT NOT NULL,          -- sealed
  fingerprint TEXT NOT NULL UNIQUE, -- keyed hash of channel, address and subject: nobody follows the same twice
  rhythm TEXT NOT NULL CHECK (rhythm IN ('once', 'daily', 'weekly')),
  reminds INTEGER NOT NULL CHECK (reminds IN (0, 1)),
  locale TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'active', 'paused')),
  officer TEXT REFERENCES officers (id),
  after_seq INTEGER NOT NULL,     -- what was published up to then is no news to them
  asked_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0, -- in a row
  failure TEXT
) STRICT;

CREATE TABLE deliveries (
  id TEXT PRIMARY KEY,            -- the Message-ID, and the id by which a receiver knows what it has
  follow TEXT NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('confirm', 'known', 'news')),
  made_at INTEGER NOT NULL,
  next_at INTEGER,                -- null when it is settled
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  failure TEXT
) STRICT;

CREATE TABLE news (
  follow TEXT NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
  key TEXT NOT NULL,              -- release:…, redact:…, remind:…, owed:…, task:…: told once
  ocid TEXT NOT NULL,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  delivery TEXT REFERENCES deliveries (id) ON DELETE CASCADE,
  PRIMARY KEY (follow, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_asks (
  who TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE complaint_steps (
  id INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL REFERENCES complaints (id),
  at INTEGER NOT NULL,
  officer TEXT REFERENCES officers (id), -- null: who filed it
  act TEXT NOT NULL,
  said TEXT                          -- sealed
) STRICT;

CREATE TABLE complaint_summaries (
  complaint TEXT PRIMARY KEY REFERENCES complaints (id),
  text TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES officers (id),
  written_at INTEGER NOT NULL,
  approved_by TEXT REFERENCES officers (id),
  approved_at INTEGER
) STRICT, WITHOUT ROWID;

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

CREATE TABLE complaint_files (
  id INTEGER PRIMARY KEY,
  complaint TEXT NOT NULL REFERENCES complaints (id),
  name TEXT NOT NULL,                -- sealed
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,             -- sealed
  scanned INTEGER NOT NULL CHECK (scanned IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE project_records (
  code TEXT NOT NULL,                  -- folded
  ocid TEXT NOT NULL,
  PRIMARY KEY (code, ocid)
) STRICT, WITHOUT ROWID;

CREATE TABLE bars (
  party TEXT NOT NULL,
  ocid TEXT NOT NULL,                  -- of the case
  name TEXT NOT NULL,
  scope TEXT NOT NULL,                 -- a code of the register that holds the case
  from_on TEXT NOT NULL,               -- yyyy-mm-dd, both included
  until_on TEXT NOT NULL,
  basis TEXT NOT NULL,
  PRIMARY KEY (party, ocid)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE "officer_roles" (
  officer TEXT NOT NULL REFERENCES officers (id),
  role TEXT NOT NULL CHECK (role IN ('author', 'reviewer', 'issuer', 'complaintHandler', 'supervisor', 'unitAdministrator', 'administrator', 'auditor')),
  PRIMARY KEY (officer, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE complaint_barred (
  complaint TEXT NOT NULL REFERENCES complaints (id),
  officer TEXT NOT NULL REFERENCES officers (id),
  PRIMARY KEY (complaint, officer)
) STRICT, WITHOUT ROWID;

CREATE INDEX releases_by_ocid ON releases (ocid, published_at, id);

CREATE INDEX releases_by_amends ON releases (amends) WHERE amends IS NOT NULL;

CREATE INDEX record_facets_by_ocid ON record_facets (ocid);

CREATE INDEX parties_by_identifier ON parties (identifier) WHERE identifier IS NOT NULL;

CREATE INDEX party_roles_by_ocid ON party_roles (ocid);

CREATE INDEX search_rows_by_change ON search_rows (change);

CREATE INDEX search_rows_by_ocid ON search_rows (ocid);

CREATE INDEX events_by_at ON events (at);

CREATE INDEX events_by_subject ON events (subject);

CREATE INDEX officers_by_unit ON officers (unit);

CREATE INDEX passwords_by_officer ON passwords (officer, id);

CREATE INDEX totp_secrets_by_officer ON totp_secrets (officer);

CREATE INDEX passkeys_by_officer ON passkeys (officer);

CREATE INDEX recovery_codes_by_officer ON recovery_codes (officer);

CREATE INDEX sessions_by_officer ON sessions (officer);

CREATE INDEX known_devices_by_officer ON known_devices (officer);

CREATE INDEX failures_by_account ON failures (account, at);

CREATE INDEX failures_by_origin ON failures (origin, at);

CREATE INDEX invitations_by_officer ON invitations (officer);

CREATE INDEX unit_tokens_by_unit ON unit_tokens (unit);

CREATE INDEX drafts_by_unit ON drafts (unit, state, saved_at);

CREATE INDEX drafts_by_schedule ON drafts (scheduled_for) WHERE state = 'scheduled';

CREATE INDEX draft_remarks_by_draft ON draft_remarks (draft);

CREATE INDEX draft_templates_by_unit ON draft_templates (unit);

CREATE UNIQUE INDEX redactions_open ON redactions ("release") WHERE confirmed_at IS NULL AND ended_at IS NULL;

CREATE INDEX redactions_by_release ON redactions ("release");

CREATE INDEX records_by_register ON records (register, order_key DESC);

CREATE INDEX records_by_dates ON records (deadline) WHERE deadline IS NOT NULL;

CREATE INDEX records_by_publicity ON records (publicity_until) WHERE publicity_until IS NOT NULL;

CREATE INDEX verdicts_due ON verdicts (due_on, ocid) WHERE verdict = 'running';

CREATE INDEX verdicts_unit ON verdicts (unit, rule);

CREATE INDEX verdicts_rule ON verdicts (rule);

CREATE INDEX records_open ON records (deadline) WHERE is_open = 1;

CREATE INDEX record_links_by_target ON record_links (target);

CREATE UNIQUE INDEX link_decisions_joined ON link_decisions (ocid) WHERE act = 'join';

CREATE INDEX link_decisions_by_into ON link_decisions (into_ocid);

CREATE INDEX records_by_amount ON records (register, amount, order_key);

CREATE INDEX records_by_closing ON records (register, deadline, order_key, is_open);

CREATE INDEX records_by_deal ON records (register, dealt_on, order_key);

CREATE INDEX uploads_by_at ON uploads (at);

CREATE INDEX parties_by_sorted ON parties (is_unit, sorted, id);

CREATE INDEX party_roles_by_newest ON party_roles (party, order_key);

CREATE INDEX follows_by_subject ON follows (subject, state);

CREATE INDEX follows_asked ON follows (asked_at) WHERE state = 'asked';

CREATE INDEX deliveries_waiting ON deliveries (next_at) WHERE next_at IS NOT NULL;

CREATE INDEX deliveries_by_follow ON deliveries (follow, made_at);

CREATE INDEX news_waiting ON news (due_at) WHERE delivery IS NULL;

CREATE INDEX news_by_delivery ON news (delivery) WHERE delivery IS NOT NULL;

CREATE INDEX news_by_ocid ON news (ocid, follow);

CREATE INDEX follow_asks_by_who ON follow_asks (who, at);

CREATE INDEX complaints_by_unit ON complaints (unit, state, filed_at);

CREATE INDEX complaints_by_ocid ON complaints (ocid) WHERE ocid <> '';

CREATE INDEX complaints_closed ON complaints (closed_at) WHERE contact IS NOT NULL;

CREATE INDEX complaint_steps_by_complaint ON complaint_steps (complaint);

CREATE INDEX complaint_asks_by_who ON complaint_asks (who, at);

CREATE INDEX complaint_files_by_complaint ON complaint_files (complaint);

CREATE INDEX project_records_by_record ON project_records (ocid);

CREATE INDEX bars_by_record ON bars (ocid);

CREATE INDEX unit_delegations_agent ON unit_delegations (agent);

CREATE INDEX unit_delegations_unit ON unit_delegations (unit);

CREATE TRIGGER releases_are_never_deleted BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;

CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TRIGGER officers_of_platform_and_units_are_apart BEFORE UPDATE OF unit ON officers
WHEN (NEW.unit IS NULL) IS NOT (OLD.unit IS NULL)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;

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

CREATE TRIGGER published_drafts_are_never_changed BEFORE UPDATE ON drafts
WHEN OLD.state = 'published' AND NOT (
  NEW.id = OLD.id AND NEW.state = OLD.state AND NEW.author = OLD.author AND NEW.hash = OLD.hash AND NEW.reviewer IS OLD.reviewer AND NEW.approved_hash IS OLD.approved_hash
  AND NEW.unreviewed_reason IS OLD.unreviewed_reason AND NEW."release" = OLD."release"
  AND EXISTS (SELECT 1 FROM redactions WHERE redactions."release" = OLD."release" AND confirmed_at IS NOT NULL AND replacement IS NOT NULL))
BEGIN SELECT RAISE(ABORT, 'what was published is not edited'); END;

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

CREATE TRIGGER link_decisions_are_never_updated BEFORE UPDATE ON link_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER link_decisions_are_never_deleted BEFORE DELETE ON link_decisions
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER moved_releases_are_never_updated BEFORE UPDATE ON moved_releases
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER moved_releases_are_never_deleted BEFORE DELETE ON moved_releases
BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

CREATE TRIGGER decisions_move_what_is_there BEFORE INSERT ON moved_releases
WHEN (SELECT ocid FROM releases WHERE id = NEW."release") IS NOT (SELECT ocid FROM link_decisions WHERE id = NEW.decision)
BEGIN SELECT RAISE(ABORT, 'a decision moves what is there'); END;

CREATE TRIGGER joined_records_take_no_releases BEFORE INSERT ON releases
WHEN EXISTS (SELECT 1 FROM link_decisions WHERE act = 'join' AND ocid = NEW.ocid)
BEGIN SELECT RAISE(ABORT, 'the record was joined to another'); END;

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

CREATE TRIGGER releases_are_never_replaced BEFORE INSERT ON releases
WHEN EXISTS (SELECT 1 FROM releases WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM releases WHERE seq = NEW.seq)
  OR EXISTS (SELECT 1 FROM releases WHERE source_key = NEW.source_key)
BEGIN SELECT RAISE(ABORT, 'releases are append-only'); END;

CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

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

CREATE TRIGGER drafts_are_never_replaced AFTER INSERT ON drafts
WHEN NEW.state <> 'draft'
BEGIN SELECT RAISE(ABORT, 'a draft begins as a draft'); END;

CREATE TRIGGER published_drafts_are_never_replaced BEFORE INSERT ON drafts
WHEN EXISTS (SELECT 1 FROM drafts WHERE id = NEW.id AND state = 'published')
BEGIN SELECT RAISE(ABORT, 'what was published is not edited'); END;

CREATE TRIGGER drafts_keep_their_id BEFORE UPDATE OF id ON drafts
WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE(ABORT, 'a draft keeps its author and unit'); END;

CREATE TRIGGER lost_numbers_are_never_updated BEFORE UPDATE ON lost_numbers
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;

CREATE TRIGGER lost_numbers_are_never_deleted BEFORE DELETE ON lost_numbers
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;

CREATE TRIGGER lost_numbers_are_never_replaced BEFORE INSERT ON lost_numbers
WHEN EXISTS (SELECT 1 FROM lost_numbers WHERE after_seq = NEW.after_seq)
BEGIN SELECT RAISE(ABORT, 'lost numbers are append-only'); END;

CREATE TRIGGER reviews_afterwards_are_by_others BEFORE INSERT ON reviews_afterwards
WHEN EXISTS (SELECT 1 FROM draft_editors WHERE draft = NEW.draft AND officer = NEW.by)
  OR EXISTS (SELECT 1 FROM drafts WHERE id = NEW.draft AND (issuer = NEW.by OR unreviewed_reason IS NULL OR state <> 'published'))
BEGIN SELECT RAISE(ABORT, 'another officer looks at what went out without review'); END;

CREATE TRIGGER reviews_afterwards_are_kept BEFORE DELETE ON reviews_afterwards
BEGIN SELECT RAISE(ABORT, 'a review is kept'); END;

CREATE TRIGGER roles_of_platform_and_units_are_apart BEFORE INSERT ON officer_roles
WHEN (NEW.role IN ('administrator', 'auditor')) IS NOT (SELECT unit IS NULL FROM officers WHERE id = NEW.officer)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;

CREATE TRIGGER administrators_audit_nothing BEFORE INSERT ON officer_roles
WHEN NEW.role IN ('administrator', 'auditor')
  AND EXISTS (SELECT 1 FROM officer_roles WHERE officer = NEW.officer AND role IN ('administrator', 'auditor') AND role <> NEW.role)
BEGIN SELECT RAISE(ABORT, 'the powers are kept apart'); END;
