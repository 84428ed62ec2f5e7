import type { Database } from '../../database/database.ts';
import type { Release } from '../release.ts';

export interface StoredFile {
  sha256: string;
  type: string;
  /** Bytes. */
  size: number;
  text: string;
  keptAt: number;
}

export function saveFile(database: Database, { sha256, type, size, text, keptAt }: StoredFile): void {
  database.run(
    'INSERT INTO files (sha256, type, size, text, kept_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET kept_at = excluded.kept_at',
    sha256,
    type,
    size,
    text,
    keptAt,
  );
}

export function findFile(database: Database, sha256: string): Omit<StoredFile, 'text'> | undefined {
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
