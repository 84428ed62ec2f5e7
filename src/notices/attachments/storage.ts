import type { Database } from '../../database/database.ts';
import type { Release } from '../release.ts';

export interface StoredFile {
  sha256: string;
  type: string;
  /** Bytes. */
  size: number;
  text: string;
  keptAt: number;
  /** UTC ms; null: never. */
  scannedAt: number | null;
}

/** What a scanner said of a file. */
export interface FileScan {
  sha256: string;
  scannedAt: number | null;
  /** What it found; null for nothing. */
  infection: string | null;
}

/** The same bytes are one file: what a scan said stays until the next one. */
export function saveFile(database: Database, { sha256, type, size, text, keptAt, scannedAt }: StoredFile): void {
  database.run(
    'INSERT INTO files (sha256, type, size, text, kept_at, scanned_at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET kept_at = excluded.kept_at, scanned_at = coalesce(excluded.scanned_at, scanned_at), infection = iif(excluded.scanned_at IS NULL, infection, NULL)',
    sha256,
    type,
    size,
    text,
    keptAt,
    scannedAt,
  );
}

export function findScan(database: Database, sha256: string): FileScan | undefined {
  return database.get('SELECT sha256, scanned_at AS scannedAt, infection FROM files WHERE sha256 = ?', sha256);
}

/** Nothing happens where the file is not kept. */
export function saveScan(database: Database, sha256: string, infection: string | null, now: number): void {
  database.run('UPDATE files SET scanned_at = ?, infection = ? WHERE sha256 = ?', now, infection, sha256);
}

export function findFile(database: Database, sha256: string): Omit<StoredFile, 'text' | 'scannedAt'> | undefined {
  return database.get('SELECT sha256, type, size, kept_at AS keptAt FROM files WHERE sha256 = ?', sha256);
}

/** What could be read in the files of a release; files that stand elsewhere have none. */
export function textsOfFiles(
  database: Database,
  { content }: Pick<Release, 'content'>,
): { name: string; text: string }[] {
  return content.attachments.flatMap(({ name, sha256 }) => {
    const found =
      sha256 && database.get<{ text: string }>("SELECT text FROM files WHERE sha256 = ? AND text <> ''", sha256);
    return found ? [{ name, text: found.text }] : [];
  });
}

/** Whether a draft or a release carries this file. */
export function isNamed(database: Database, sha256: string): boolean {
  const like = `%"sha256":"${sha256}"%`;
  return (
    database.get(
      'SELECT 1 FROM releases WHERE content LIKE ? UNION ALL SELECT 1 FROM drafts WHERE content LIKE ? LIMIT 1',
      like,
      like,
    ) !== undefined
  );
}

/** Every file that a draft or a release carries; one look at all of them. */
export function namedFiles(database: Database): Set<string> {
  const rows = database.all<{ sha256: string }>(
    "SELECT DISTINCT file.value ->> '$.sha256' AS sha256 FROM (SELECT content FROM releases WHERE content LIKE '%\"sha256\"%' UNION ALL SELECT content FROM drafts WHERE content LIKE '%\"sha256\"%') AS carrier, json_each(carrier.content, '$.attachments') AS file WHERE sha256 IS NOT NULL",
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Its text goes with it. */
export function forgetFile(database: Database, sha256: string): void {
  database.run('DELETE FROM files WHERE sha256 = ?', sha256);
}
