-- Who is told of what is published. An address is sealed by GONGSHI_KEY; its row, and all that hangs on it, goes when following ends.
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
CREATE INDEX follows_by_subject ON follows (subject, state);
CREATE INDEX follows_asked ON follows (asked_at) WHERE state = 'asked';

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
CREATE INDEX deliveries_waiting ON deliveries (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX deliveries_by_follow ON deliveries (follow, made_at);

CREATE TABLE news (
  follow TEXT NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
  key TEXT NOT NULL,              -- release:…, redact:…, remind:…, owed:…, task:…: told once
  ocid TEXT NOT NULL,
  at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  delivery TEXT REFERENCES deliveries (id) ON DELETE CASCADE,
  PRIMARY KEY (follow, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX news_waiting ON news (due_at) WHERE delivery IS NULL;
CREATE INDEX news_by_delivery ON news (delivery) WHERE delivery IS NOT NULL;
CREATE INDEX news_by_ocid ON news (ocid, follow);

-- How often somebody asked lately: a keyed hash of an address, or of a network.
CREATE TABLE follow_asks (
  who TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_asks_by_who ON follow_asks (who, at);
