-- Whether a scanner for malware (GONGSHI_CLAMD) has looked at a file.
ALTER TABLE files ADD COLUMN scanned_at INTEGER; -- UTC ms, the last time; NULL: never
ALTER TABLE files ADD COLUMN infection TEXT;     -- what it found, in its words; NULL: nothing
