import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Answer } from './answer.ts';

/**
 * A file that goes out as it comes from the disk, whole or from where the reader's last try ended (RFC 9110, 14): it is
 * never in memory. Its name is the hash of what is in it, and so is its tag.
 */
export class FileAnswer extends Answer {
  readonly #path: string;
  readonly #tag: string;
  readonly #sent: OutgoingHttpHeaders;

  constructor(headers: OutgoingHttpHeaders, path: string, sha256: string) {
    super(200, headers, '');
    this.#path = path;
    this.#tag = `"${sha256.slice(0, 32)}"`;
    this.#sent = headers;
  }

  override with(headers: OutgoingHttpHeaders): Answer {
    return new FileAnswer({ ...this.#sent, ...headers }, this.#path, this.#tag.slice(1, -1));
  }

  override sendAtOnce(): null {
    return null;
  }

  override async send(request: IncomingMessage, response: ServerResponse, last = false): Promise<number> {
    const found = await stat(this.#path).catch(() => null);
    if (response.destroyed) return 0;
    const headers: OutgoingHttpHeaders = {
      ...this.#sent,
      etag: this.#tag,
      'accept-ranges': 'bytes',
      ...(last && { connection: 'close' }),
    };
    if (!found) {
      response.writeHead(404, { ...headers, 'content-length': 0 }).end();
      return 0;
    }
    if (this.#isKnown(request)) {
      response.writeHead(304, headers).end();
      return 0;
    }
    const size = found.size;
    const same = request.headers['if-range'];
    const isSame = same === undefined || same === this.#tag || same === this.#sent['last-modified'];
    const range = isSame ? rangeIn(request.headers.range, size) : null;
    if (range === 'unsatisfiable') {
      response.writeHead(416, { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
      return 0;
    }
    const { start, end } = range ?? { start: 0, end: size - 1 };
    response.writeHead(range ? 206 : 200, {
      ...headers,
      'content-length': end - start + 1,
      ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }),
    });
    if (request.method === 'HEAD' || size === 0) {
      response.end();
      return 0;
    }
    // Who breaks off has ended the response.
    await pipeline(createReadStream(this.#path, { start, end }), response).catch(() => response.destroy());
    return end - start + 1;
  }

  /** By its tag, else by its day where it has one (RFC 9110, 13.2.2). */
  #isKnown({ headers }: IncomingMessage): boolean {
    if (headers['if-none-match'] !== undefined) return known(headers['if-none-match'], this.#tag);
    const modified = Date.parse(String(this.#sent['last-modified']));
    return modified <= Date.parse(String(headers['if-modified-since']));
  }
}

/** One range of bytes; null for the whole, which also answers what asks for several or cannot be read. */
function rangeIn(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return null;
  if (from === '')
    return to === '0' || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(to)), end: size - 1 };
  if (Number(from) >= size) return 'unsatisfiable';
  if (to !== '' && Number(to) < Number(from)) return null;
  return { start: Number(from), end: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
}

function known(header: string | undefined, tag: string): boolean {
  return (
    header !== undefined && (header === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
  );
}
