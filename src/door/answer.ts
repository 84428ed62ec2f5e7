import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { ownBytes } from './own-bytes.ts';
import { sendBody } from './sending.ts';

type Coding = 'br' | 'gzip' | 'identity';

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_024;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|xml|javascript|[\w.-]+\+(?:json|xml)))/;
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** One coding of an answer, ready to be written: headers as Node takes them fastest, name after name and value. */
interface Form {
  headers: string[];
  body: Buffer;
}

/**
 * A whole answer, kept with its compressed forms: each is made once, on first demand, however often it is sent.
 * Header names are in lower case.
 */
export class Answer {
  readonly status: number;
  readonly body: Buffer;
  /** It speaks of time left, and is true for seconds only. */
  readonly clock: boolean;
  readonly #headers: OutgoingHttpHeaders;
  readonly #compressible: boolean;
  readonly #etag: string | undefined;
  readonly #forms = new Map<Coding, Form>();

  constructor(status: number, headers: OutgoingHttpHeaders, body: Uint8Array | string, clock = false) {
    this.status = status;
    this.clock = clock;
    this.body = ownBytes([typeof body === 'string' ? Buffer.from(body) : body]);
    this.#headers = headers;
    this.#compressible = this.body.length >= WORTH_COMPRESSING && COMPRESSIBLE.test(this.header('content-type') ?? '');
    // Weak: the same page in another coding is the same page.
    this.#etag =
      status === 200 && !headers['set-cookie']
        ? `W/"${createHash('sha256').update(this.body).digest('base64url').slice(0, 22)}"`
        : undefined;
  }

  header(name: string): string | undefined {
    return this.#headers[name]?.toString();
  }

  /** The same answer with some headers set. */
  with(headers: OutgoingHttpHeaders): Answer {
    return new Answer(this.status, { ...this.#headers, ...headers }, this.body, this.clock);
  }

  /** Sends it, or 304 to a reader who has it already. A HEAD request gets the same headers and no body. `last`: the connection ends with it. Settles with the bytes of the body. */
  async send(request: IncomingMessage, response: ServerResponse, last = false): Promise<number> {
    await this.#make(this.#codingFor(request));
    return response.destroyed ? 0 : this.sendAtOnce(request, response, last)!;
  }

  /** The same, when it is there in the coding the reader takes; null otherwise. */
  sendAtOnce(request: IncomingMessage, response: ServerResponse, last = false): number | null {
    const form = this.#forms.get(this.#codingFor(request));
    if (!form) return null;
    const known = request.headers['if-none-match'];
    const headers = last ? [...form.headers, 'connection', 'close'] : form.headers;
    if (known !== undefined && this.#etag !== undefined && knows(known, this.#etag)) {
      response.writeHead(304, withoutContent(headers)).end();
      return 0;
    }
    response.writeHead(this.status, headers);
    // Node leaves the body out of an answer to HEAD.
    sendBody(response, form.body);
    return form.body.length;
  }

  #codingFor(request: IncomingMessage): Coding {
    return this.#compressible ? codingFor(request.headers['accept-encoding']) : 'identity';
  }

  async #make(coding: Coding): Promise<void> {
    const body = ownBytes([await compress(this.body, coding)]);
    const headers = Object.entries(this.#headers).flatMap(([name, value]) =>
      [value ?? []].flat().flatMap((one) => [name, String(one)]),
    );
    if (coding !== 'identity') headers.push('content-encoding', coding);
    if (this.#etag !== undefined) headers.push('etag', this.#etag);
    // A 204 or 304 of the handler's own has no body and may not announce one.
    if (this.status !== 204 && this.status !== 304) headers.push('content-length', String(body.length));
    this.#forms.set(coding, { headers, body });
  }
}

function withoutContent(headers: readonly string[]): string[] {
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [[name, headers[index + 1]!]] : []));
  return pairs.filter(([name]) => !/^content-(?:length|encoding|type)$/.test(name!)).flat();
}

function codingFor(accepted: string | undefined): Coding {
  if (!accepted) return 'identity';
  if (accepts(accepted, 'br')) return 'br';
  return accepts(accepted, 'gzip') ? 'gzip' : 'identity';
}

function compress(body: Buffer, coding: Coding): Promise<Buffer> | Buffer {
  if (coding === 'identity') return body;
  if (coding === 'gzip') return toGzip(body);
  return toBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** `br;q=0` means not that one. */
function accepts(accepted: string, coding: string): boolean {
  return accepted.split(',').some((item) => {
    const [name, ...parameters] = item
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return (name === coding || name === '*') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

function knows(ifNoneMatch: string, etag: string): boolean {
  const bare = etag.slice(2);
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}
