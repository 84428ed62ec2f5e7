import { createReadStream, openSync, readSync, closeSync, readFileSync, statSync } from 'node:fs';
import { UnreadableFile } from '../item.ts';

/** Encodings in which Chinese offices and their spreadsheets write. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** A file as text. `bytesRead` grows while it is read, for progress. */
export interface TextSource {
  path: string;
  encoding: Encoding;
  /** The beginning of the text, without byte order mark; at most 256 kB. */
  head: string;
  /** The head is the whole. */
  complete: boolean;
  size: number;
  bytesRead: number;
}

const HEAD = 256 * 1024;
/** A document that is one JSON value must be held whole; beyond this it must come as JSON Lines. */
export const LARGEST_DOCUMENT = 256 * 1024 * 1024;
/** A longer line is no notice. It is passed over, not held. */
export const LONGEST_LINE = 16 * 1024 * 1024;

export function openSource(path: string): TextSource {
  const size = statSync(path).size;
  const bytes = Buffer.alloc(Math.min(size, HEAD));
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  const encoding = encodingOf(bytes, size > bytes.length);
  const head = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be' && bytes.includes(0))
    throw new UnreadableFile({ code: 'not-text' });
  return { path, encoding, head, complete: size <= HEAD, size, bytesRead: 0 };
}

/** A byte order mark says it; else what is valid UTF-8 is UTF-8, and the rest is taken as GB18030. */
function encodingOf(bytes: Buffer, cut: boolean): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    // `stream` forgives a character that the end of the head cuts in two.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
    return 'utf-8';
  } catch {
    return isDamagedUtf8(bytes) ? 'utf-8' : 'gb18030';
  }
}

/** A few bytes that are no UTF-8 among much that is: GB18030 read as UTF-8 has hardly a character that is right. */
function isDamagedUtf8(bytes: Buffer): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wrong = text.match(REPLACEMENT)?.length ?? 0;
  return wrong * 20 < (text.match(/[\u0800-\ufffc]/g)?.length ?? 0);
}

/** Stands in a text where bytes are no character of its encoding. No file has it: Unicode keeps it for such use. */
const BROKEN = '\ufdd0';
const REPLACEMENT = /\ufffd/g;

/** Whether bytes of this text could not be read. */
export function isBroken(text: string): boolean {
  return text.includes(BROKEN);
}

/** The text as others show it, with the sign for what cannot be read. */
export function readable(text: string): string {
  return text.replaceAll(BROKEN, '\ufffd');
}

/** What stands around the first place that could not be read. */
export function nearBroken(text: string): string {
  const at = text.indexOf(BROKEN);
  return readable(text.slice(Math.max(0, at - 20), at + 20));
}

/** A sign that the file itself holds is a character like others; what the decoder puts there is not. */
function marked(decoder: TextDecoder, bytes: Buffer, stream: boolean): string {
  if (decoder.encoding !== 'utf-8') return decoder.decode(bytes, { stream }).replace(REPLACEMENT, BROKEN);
  let text = '';
  let start = 0;
  for (let at = bytes.indexOf(SIGN); at >= 0; at = bytes.indexOf(SIGN, start)) {
    text += decoder.decode(bytes.subarray(start, at), { stream: true }).replace(REPLACEMENT, BROKEN);
    // Before the sign itself stands one for a character that was begun and not ended.
    text += decoder.decode(SIGN, { stream: true }).replace(/\ufffd(?=\ufffd)/g, BROKEN);
    start = at + SIGN.length;
  }
  return text + decoder.decode(bytes.subarray(start), { stream }).replace(REPLACEMENT, BROKEN);
}

const SIGN = Buffer.from('\ufffd');

/** The whole text of a document, within the limit. */
export function wholeText(source: TextSource): string {
  if (source.size > LARGEST_DOCUMENT) {
    throw new UnreadableFile({
      code: 'document-too-large',
      found: megabytes(source.size),
      expected: megabytes(LARGEST_DOCUMENT),
    });
  }
  source.bytesRead = source.size;
  return marked(new TextDecoder(source.encoding), readFileSync(source.path), false);
}

/** The first line, when it is longer than the head; null when it has no end within the limit. */
export function longFirstLine(source: TextSource): string | null {
  const bytes = Buffer.alloc(Math.min(source.size, LONGEST_LINE));
  const file = openSync(source.path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, 0);
  } finally {
    closeSync(file);
  }
  const text = new TextDecoder(source.encoding).decode(bytes);
  const end = text.indexOf('\n');
  return end < 0 ? null : text.slice(0, end);
}

/** Pieces of the text as they come from the disk; a character is never cut in two. */
export async function* textPieces(source: TextSource): AsyncGenerator<string> {
  const decoder = new TextDecoder(source.encoding);
  for await (const bytes of createReadStream(source.path, { highWaterMark: HEAD }) as AsyncIterable<Buffer>) {
    source.bytesRead += bytes.length;
    yield marked(decoder, bytes, true);
  }
  yield decoder.decode().replace(REPLACEMENT, BROKEN);
}

/** Lines with their numbers from 1. One that is too long comes as null. Blank lines are left out. */
export async function* lines(source: TextSource): AsyncGenerator<{ line: number; text: string | null }> {
  let number = 0;
  let rest = '';
  let tooLong = false;
  for await (const piece of textPieces(source)) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      number += 1;
      const text = rest + piece.slice(start, end);
      if (tooLong) yield { line: number, text: null };
      else if (text.trim() !== '') yield { line: number, text };
      rest = '';
      tooLong = false;
      start = end + 1;
    }
    rest = tooLong ? '' : rest + piece.slice(start);
    if (rest.length > LONGEST_LINE) {
      tooLong = true;
      rest = '';
    }
  }
  if (tooLong) yield { line: number + 1, text: null };
  else if (rest.trim() !== '') yield { line: number + 1, text: rest };
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}
