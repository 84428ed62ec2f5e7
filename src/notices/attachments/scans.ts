import type { Database } from '../../database/database.ts';
import type { Attachment } from '../../registers/notice.ts';
import type { Refusal } from '../../values/result.ts';
import type { Settings } from '../../values/settings.ts';
import { scanFile } from './clamd.ts';
import { filePath } from './keep.ts';
import { findScan, saveScan, type FileScan } from './storage.ts';

type Files = readonly Pick<Attachment, 'name' | 'sha256'>[] | undefined;

/**
 * Has those files scanned that never were: before publishing, outside of any transaction. What came of it stands with the
 * files, where `scanRefusals` finds it. Returns why one could not be scanned, for the error log; null when all were.
 */
export async function scanAgain(
  database: Database,
  { data, clamd }: Pick<Settings, 'data' | 'clamd'>,
  files: Files,
  now: number,
): Promise<string | null> {
  if (!clamd) return null;
  for (const { sha256 } of unscannedOf(database, files)) {
    const scan = await scanFile(clamd, filePath(data, sha256));
    if (scan.verdict === 'unscanned') return scan.why;
    if (scan.verdict === 'too-large') return `${sha256} is beyond StreamMaxLength, MaxFileSize or MaxScanSize of clamd`;
    saveScan(database, sha256, scan.verdict === 'infected' ? scan.found : null, now);
  }
  return null;
}

/** Why files must not be published: `file-infected`; `file-unscanned`, where there is a scanner. */
export function scanRefusals(database: Database, { clamd }: Pick<Settings, 'clamd'>, files: Files): Refusal[] {
  return scansOf(database, files).flatMap(({ name, infection, scannedAt }): Refusal[] => {
    if (infection !== null) return [{ code: 'file-infected', path: 'file', found: name, expected: infection }];
    return clamd && scannedAt === null ? [{ code: 'file-unscanned', path: 'file', found: name }] : [];
  });
}

/** Files of ours that no scanner has looked at. */
export function unscannedOf(database: Database, files: Files): (FileScan & { name: string })[] {
  return scansOf(database, files).filter(({ scannedAt }) => scannedAt === null);
}

function scansOf(database: Database, files: Files = []): (FileScan & { name: string })[] {
  return files.flatMap(({ name, sha256 }) => {
    const found = sha256 === undefined ? undefined : findScan(database, sha256);
    return found ? [{ ...found, name }] : [];
  });
}
