import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { ownBytes } from './own-bytes.ts';

/** What makes pages: Astro's middleware handler, or a stub in a test. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Headers of one hop, and those that say what the server is made of. */
const LEFT_OUT = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'server', 'x-powered-by']);

/** A whole page as the handler made it; it can go from thread to thread. */
export interface Captured {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Uint8Array;
}

/**
 * Asks the handler and waits for the whole answer, so that it can be compressed, tagged and kept, and so that an
 * error half-way is a clean 500 and not half a page. Rejects when the handler throws or breaks off.
 */
export async function capture(handler: PageHandler, request: IncomingMessage): Promise<Captured> {
  const response = new CapturedResponse(request);
  const finished = new Promise<void>((resolve, reject) => response.on('finish', resolve).on('error', reject));
  // A handler that rejects after finishing has answered all the same.
  await Promise.all([
    finished,
    Promise.resolve(handler(request, response as unknown as ServerResponse)).catch((error: Error) =>
      response.destroy(error),
    ),
  ]);
  return { status: response.statusCode, headers: response.headers(), body: response.body() };
}

/** As much of `ServerResponse` as a handler uses. */
class CapturedResponse extends Writable {
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  readonly req: IncomingMessage;
  readonly #headers: Record<string, OutgoingHttpHeader> = {};
  readonly #chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super();
    this.req = request;
  }

  setHeader(name: string, value: OutgoingHttpHeader): this {
    this.#headers[name.toLowerCase()] = value;
    return this;
  }

  getHeader(name: string): OutgoingHttpHeader | undefined {
    return this.#headers[name.toLowerCase()];
  }

  writeHead(status: number, ...rest: (string | OutgoingHttpHeaders | undefined)[]): this {
    this.statusCode = status;
    this.headersSent = true;
    for (const part of rest) {
      if (typeof part !== 'object') continue;
      for (const [name, value] of Object.entries(part)) if (value !== undefined) this.setHeader(name, value);
    }
    return this;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  headers(): OutgoingHttpHeaders {
    const headers = Object.fromEntries(Object.entries(this.#headers).filter(([name]) => !LEFT_OUT.has(name)));
    // Astro names no charset, and an HTML file without one is guessed at.
    if (headers['content-type'] === 'text/html') headers['content-type'] = 'text/html; charset=utf-8';
    return headers;
  }

  body(): Buffer {
    return ownBytes(this.#chunks);
  }
}
