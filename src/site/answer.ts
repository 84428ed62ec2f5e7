import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Coding = 'br' | 'gzip' | 'identity';

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_024;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|xml|javascript|[\w.-]+\+(?:json|xml)))/;
const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

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
  readonly #etag: string | undefined;
  readonly #forms = new Map<Coding, { headers: OutgoingHttpHeaders; body: Buffer }>();

  constructor(status: number, headers: OutgoingHttpHeaders, body: Buffer | string, clock = false) {
    this.status = status;
    this.clock = clock;
    this.body = typeof body === 'string' ? Buffer.from(body) : body;
    this.#headers = headers;
    // Weak: the same page in another coding is the same page.
    this.#etag = status === 200 && !headers['set-cookie'] ? `W/"${createHash('sha256').update(this.body).digest('base64url').slice(0, 22)}"` : undefined;
  }

  header(name: string): string | undefined {
    return this.#headers[name]?.toString();
  }

  /** The same answer with some headers set. */
  with(headers: OutgoingHttpHeaders): Answer {
    return new Answer(this.status, { ...this.#headers, ...headers }, this.body, this.clock);
  }

  /** Sends it, or 304 to a reader who has it already. `head`: the same headers and no body. */
  async send(request: IncomingMessage, response: ServerResponse, head: boolean): Promise<void> {
    const coding = this.#codingFor(request.headers['accept-encoding']);
    const form = this.#forms.get(coding) ?? (await this.#make(coding));
    if (response.destroyed) return;
    if (this.#etag !== undefined && knows(request.headers['if-none-match'], this.#etag)) {
      const { 'content-length': _length, 'content-encoding': _coding, 'content-type': _type, ...headers } = form.headers;
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(this.status, form.headers);
    response.end(head ? undefined : form.body);
  }

  #codingFor(accepted: string | undefined): Coding {
    if (!accepted || this.body.length < WORTH_COMPRESSING || !COMPRESSIBLE.test(this.header('content-type') ?? '')) return 'identity';
    if (accepts(accepted, 'br')) return 'br';
    return accepts(accepted, 'gzip') ? 'gzip' : 'identity';
  }

  async #make(coding: Coding): Promise<{ headers: OutgoingHttpHeaders; body: Buffer }> {
    const body = await compress(this.body, coding);
    const headers: OutgoingHttpHeaders = { ...this.#headers, 'content-length': body.length };
    if (coding !== 'identity') headers['content-encoding'] = coding;
    if (this.#etag !== undefined) headers['etag'] = this.#etag;
    // A 204 or 304 of the handler's own has no body and may not announce one.
    if (this.status === 204 || this.status === 304) delete headers['content-length'];
    const form = { headers, body };
    this.#forms.set(coding, form);
    return form;
  }
}

function compress(body: Buffer, coding: Coding): Promise<Buffer> | Buffer {
  if (coding === 'identity') return body;
  if (coding === 'gzip') return toGzip(body);
  return toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

/** `br;q=0` means not that one. */
function accepts(accepted: string, coding: string): boolean {
  return accepted.split(',').some((item) => {
    const [name, ...parameters] = item.trim().toLowerCase().split(/\s*;\s*/);
    return (name === coding || name === '*') && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}

function knows(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const bare = etag.slice(2);
  return ifNoneMatch === '*' || ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === bare);
}
