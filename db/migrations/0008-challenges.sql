-- Challenges a passkey was proven with: each is good once, whichever process is shown it again.
CREATE TABLE spent_challenges (
  challenge TEXT PRIMARY KEY,
  at INTEGER NOT NULL                  -- UTC ms
) STRICT, WITHOUT ROWID;
