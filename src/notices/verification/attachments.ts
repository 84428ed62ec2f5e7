import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Database } from '../../database/database.ts';
import { filePath } from '../attachments/keep.ts';
import { findFile } from '../attachments/storage.ts';
import type { Findings } from './findings.ts';
import { allFiles, filesNamedInReleases } from './storage.ts';

/**
 * Every file that is kept, and every file that a release names, is there and is what its name says. `live`: asked again
 * when one is absent, for drafts lose files while this goes on.
 */
export function checkAttachments(
  copy: Database,
  live: Database,
  data: string,
  findings: Findings,
): { attachments: number; bytes: number } {
  const kept = new Map(allFiles(copy).map(({ sha256, size }) => [sha256, size]));
  let bytes = 0;
  for (const [sha256, size] of kept) {
    const found = measure(filePath(data, sha256));
    if (!found) {
      if (findFile(live, sha256)) findings.add('attachment-absent', sha256);
    } else if (found.sha256 !== sha256 || found.size !== size) findings.add('attachment-changed', sha256);
    bytes += found?.size ?? 0;
  }
  for (const sha256 of filesNamedInReleases(copy)) if (!kept.has(sha256)) findings.add('attachment-absent', sha256);
  return { attachments: kept.size, bytes };
}

/** Bytes and SHA-256 of a file, read piece by piece; undefined when it is not there. */
export function measure(path: string): { size: number; sha256: string } | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(1 << 20);
    let size = 0;
    for (let length; (length = readSync(file, piece)) > 0; size += length) hash.update(piece.subarray(0, length));
    return { size, sha256: hash.digest('hex') };
  } finally {
    closeSync(file);
  }
}
