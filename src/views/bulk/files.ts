import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../values/date.ts';
import { XLSX } from '../faces.ts';
import type { TableHead } from '../list/table.ts';

/**
 * What a file holds, and how. `csv`, `xlsx`, `parquet` and `records` are the table of a register's list; `releases` its
 * notices, a line each; the packages are OCDS.
 */
export const FORMATS = {
  csv: { ending: 'csv.gz', type: 'text/csv', isPacked: true },
  xlsx: {
    ending: 'xlsx',
    type: XLSX,
    isPacked: false,
  },
  parquet: { ending: 'parquet', type: 'application/vnd.apache.parquet', isPacked: false },
  records: { ending: 'records.jsonl.gz', type: 'application/jsonl', isPacked: true },
  releases: { ending: 'releases.jsonl.gz', type: 'application/jsonl', isPacked: true },
  'ocds-records': { ending: 'ocds-records.json.gz', type: 'application/json', isPacked: true },
  'ocds-releases': { ending: 'ocds-releases.json.gz', type: 'application/json', isPacked: true },
} as const;

export type Format = keyof typeof FORMATS;

export type SpanKind = 'all' | 'month' | 'day';

/** A file as it stands in the folder and as pages tell it. */
export interface BulkFile {
  /** `construction-2026-11.csv.gz` */
  name: string;
  register: string;
  format: Format;
  span: SpanKind;
  /** Days of the notices in it, both included: of the newest of each record, or each its own. */
  from: Day;
  to: Day;
  /** From one; several where there are more rows than a file holds. */
  part: number;
  rows: number;
  /** Bytes. */
  size: number;
  sha256: string;
  /** When it was last written otherwise than before; UTC ms. */
  writtenAt: number;
}

/** What stands in the folder: written whole, after the files it names. */
export interface Manifest {
  /** When the files were last gone through; UTC ms. Null while the first time is under way. */
  at: number | null;
  /** See `rewriteMark`. */
  rewrites: string;
  files: BulkFile[];
  /** Of the tables that no list of records is, by register. */
  columns?: Record<string, readonly TableHead[]>;
  /** Of what each group of files was made: where it is the same, they are left as they are. */
  marks: Record<string, string>;
}

export const NO_FILES: Manifest = { at: null, rewrites: '', files: [], marks: {} };

/** By which a page tells the door which of these files is its answer. */
export const BULK_HEADER = 'x-gongshi-bulk';

export function bulkFolder(data: string): string {
  return join(data, 'bulk');
}

export function manifestPath(data: string): string {
  return join(bulkFolder(data), 'files.json');
}

/** On the disk its hash stands before its name, so that a file never changes and its tag is that of its bytes. */
export function storedName({ name, sha256 }: Pick<BulkFile, 'name' | 'sha256'>): string {
  return `${sha256.slice(0, 32)}-${name}`;
}

export function bulkPath(data: string, stored: string): string {
  return join(bulkFolder(data), stored);
}

const read = new Map<string, { stamp: string; manifest: Manifest }>();

/** Where there is none, or none that can be read, nothing has been written yet. */
export function readManifest(data: string): Manifest {
  const path = manifestPath(data);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return NO_FILES;
  const stamp = `${found.mtimeMs}.${found.size}.${found.ino}`;
  const known = read.get(path);
  if (known?.stamp === stamp) return known.manifest;
  try {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
    read.set(path, { stamp, manifest });
    return manifest;
  } catch {
    return NO_FILES;
  }
}

/** A name is looked up and never made into a path, so none leads outside the folder. */
export function findBulkFile(data: string, name: string): BulkFile | undefined {
  return readManifest(data).files.find((file) => file.name === name);
}

export const BULK = '/data/files';

export function filePathOf({ name }: Pick<BulkFile, 'name'>): string {
  return `${BULK}/${name}`;
}
