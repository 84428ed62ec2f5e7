import { readFileSync } from 'node:fs';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';
import { readZip, unpackedSize, type ZipEntry } from './zip.ts';

/** The kinds of file a notice may carry, by extension, and how each is sent. */
export const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  zip: 'application/zip',
};

/** Bytes. */
export const LARGEST = 50 * 1024 * 1024;
/** Of an archive, as it is unpacked. */
const MOST_ENTRIES = 2_000;
const LARGEST_WHOLE = 200 * 1024 * 1024;
const DENSEST = 100;

export interface CheckedFile {
  name: string;
  /** Media type. */
  type: string;
}

/** A file by its name and size, before anything in it is read. Refusals: `file-type`, `file-empty`, `file-too-large`. */
export function namedFile(printed: string, size: number): Result<CheckedFile> {
  const name = fileName(printed);
  const type = TYPES[extensionOf(name)];
  const no = (code: string, expected: string): Result<never> => refuse({ code, path: 'file', found: name, expected });
  if (!type) return no('file-type', Object.keys(TYPES).join(' '));
  if (size === 0) return no('file-empty', '');
  return size > LARGEST ? no('file-too-large', String(LARGEST / 1024 / 1024)) : done({ name, type });
}

/**
 * Whether a file is what its name says and harmless to hand on: by its first bytes, and by reading as much of it as
 * tells. Null when it is; else `file-differs`, `zip-bomb`, `zip-nested`, `zip-encrypted`, `zip-path` or `file-macro`.
 * What a stranger packed is unpacked here: run it `confined`.
 */
export async function work({ path, name }: { path: string; name: string }): Promise<Refusal['code'] | null> {
  return READERS[extensionOf(name)]!(readFileSync(path));
}

function extensionOf(name: string): string {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(TYPES, extension) ? extension : '';
}

/** The name as it may stand on a page and in a header: no path, no control characters, at most 200 characters. */
export function fileName(printed: string): string {
  const bare = printed
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const extension = /\.[^.]{1,10}$/.exec(bare)?.[0] ?? '';
  const stem = bare.slice(0, bare.length - extension.length).replace(/^\.+/, '');
  return `${[...stem].slice(0, 200 - extension.length).join('') || 'file'}${extension}`;
}

/** Null when all is well, else why not. */
type Found = Refusal['code'] | null;
const READERS: Record<string, (bytes: Buffer) => Found | Promise<Found>> = {
  // The magic must be the first bytes: readers of PDF forgive a page of HTML before it, browsers would run that.
  pdf: (bytes) =>
    bytes.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.subarray(-2048).includes('%%EOF')
      ? null
      : 'file-differs',
  png: (bytes) =>
    bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) &&
    bytes.subarray(12, 16).toString('latin1') === 'IHDR'
      ? null
      : 'file-differs',
  jpg: readJpeg,
  jpeg: readJpeg,
  zip: (bytes) => archive(bytes, []),
  docx: (bytes) => archive(bytes, ['[Content_Types].xml', 'word/document.xml']),
  xlsx: (bytes) => archive(bytes, ['[Content_Types].xml', 'xl/workbook.xml']),
  ofd: (bytes) => archive(bytes, ['OFD.xml']),
};

function readJpeg(bytes: Buffer): Refusal['code'] | null {
  return bytes.readUIntBE(0, Math.min(3, bytes.length)) === 0xffd8ff &&
    bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9]))
    ? null
    : 'file-differs';
}

async function archive(bytes: Buffer, parts: readonly string[]): Promise<Found> {
  const entries = bytes.subarray(0, 2).toString('latin1') === 'PK' ? readZip(bytes) : null;
  if (!entries || parts.some((part) => !entries.some(({ name }) => name === part))) return 'file-differs';
  if (entries.length > MOST_ENTRIES) return 'zip-bomb';
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'zip-encrypted';
  if (entries.some(leadsOut)) return 'zip-path';
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name))) return 'file-macro';
  if (parts.length === 0 && entries.some(({ name }) => /\.(?:zip|7z|rar|gz|tar|jar|exe|js|html?|svg)$/i.test(name)))
    return 'zip-nested';
  // What the directory declares may be a lie: everything is unpacked, and counted while it is.
  let left = Math.min(LARGEST_WHOLE, bytes.length * DENSEST);
  for (const entry of entries) {
    const size = await unpackedSize(bytes, entry, left);
    if (size === null) return 'file-differs';
    if (size > left) return 'zip-bomb';
    left -= size;
  }
  return null;
}

function leadsOut({ name, isSymlink }: ZipEntry): boolean {
  return isSymlink || /^[\\/]|^[A-Za-z]:|\\|\0/.test(name) || name.split('/').includes('..');
}
