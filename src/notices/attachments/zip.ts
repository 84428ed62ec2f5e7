import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** One entry of an archive, as its central directory says. */
export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  compressed: number;
  /** As declared, and not believed. */
  size: number;
  isEncrypted: boolean;
  isSymlink: boolean;
  /** Of its local header. */
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The central directory of an archive, without unpacking anything; null when it is none, is cut off, or is of the kinds
 * that no office program writes (ZIP64, several disks). (APPNOTE 6.3.10, 4.3.12 and 4.3.16.)
 */
export function readZip(bytes: Buffer): ZipEntry[] | null {
  const end = endOf(bytes);
  if (end < 0) return null;
  const [disk, count, size, start] = [
    bytes.readUInt16LE(end + 4),
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  if (disk !== 0 || count === 0xffff || start === 0xffffffff || start + size > end) return null;
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY) return null;
    const [flags, method, nameLength] = [
      bytes.readUInt16LE(at + 8),
      bytes.readUInt16LE(at + 10),
      bytes.readUInt16LE(at + 28),
    ];
    const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > end) return null;
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method,
      compressed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      isEncrypted: (flags & 1) === 1,
      // Made on Unix: the file's mode stands in the upper half.
      isSymlink: bytes.readUInt32LE(at + 38) >>> 28 === 0xa,
      offset: bytes.readUInt32LE(at + 42),
    });
    at = next;
  }
  return entries;
}

/** The end record is the last thing but a comment of at most 65,535 bytes. */
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return -1;
}

/** What is in an entry; null when it is more than `limit` bytes, or not what the directory says. */
export function inflate(bytes: Buffer, entry: ZipEntry, limit: number): Buffer | null {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  if (entry.method === 0) return packed.length <= limit ? packed : null;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return null;
  }
}

/**
 * How many bytes an entry gives, counted while it is unpacked and kept nowhere: just over `limit` when there are more,
 * null when it is not what the directory says.
 */
export async function unpackedSize(bytes: Buffer, entry: ZipEntry, limit: number): Promise<number | null> {
  const packed = packedBytes(bytes, entry);
  if (!packed) return null;
  if (entry.method === 0) return packed.length;
  const unpacking = Readable.from([packed]).pipe(createInflateRaw());
  let size = 0;
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return size;
    }
  } catch {
    return null;
  } finally {
    unpacking.destroy();
  }
  return size === entry.size ? size : null;
}

function packedBytes(bytes: Buffer, { offset, compressed }: ZipEntry): Buffer | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return start + compressed > bytes.length ? null : bytes.subarray(start, start + compressed);
}
