import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * A folder of backups holds one folder for each, named by its instant, with the database and a manifest; and once for
 * all of them the attachments, by their SHA-256.
 */
export const MANIFEST_FILE = 'manifest.json';
export const COPY_FILE = 'gongshi.sqlite';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const file = z.object({ sha256, size: z.int().min(0) });
const schema = z.object({
  format: z.literal(1),
  /** UTC ms. */
  at: z.int(),
  /** Number of the last migration. */
  schema: z.int().min(1),
  /** The last number that was given, and the hash of what was published under it. */
  seq: z.int().min(0),
  hash: z.string(),
  database: file,
  attachments: z.array(file),
  /** Kept by the data folder and not found there. */
  absent: z.array(sha256),
  /** Settings that were in force and are not in the backup; never their values. */
  settings: z.array(z.string()),
});

export type Manifest = z.infer<typeof schema>;

/** Throws when it is not there or not a manifest. */
export function readManifest(backup: string): Manifest {
  return schema.parse(JSON.parse(readFileSync(join(backup, MANIFEST_FILE), 'utf8')));
}

const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/;

export function backupName(at: number): string {
  return new Date(at).toISOString().replaceAll(/[:.]/g, '-');
}

/** The finished backups of a folder, oldest first. `at`: UTC ms. */
export function backupsIn(folder: string): { name: string; path: string; at: number }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const parts = NAME.exec(name);
      const [, day, hour, minute, second, ms] = parts ?? [];
      return parts
        ? [{ name, path: join(folder, name), at: Date.parse(`${day}T${hour}:${minute}:${second}.${ms}Z`) }]
        : [];
    })
    .sort((a, b) => a.at - b.at);
}
