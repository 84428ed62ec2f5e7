import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Refusal } from '../values/result.ts';
import { told } from './refusal.ts';

/** What was wrong with a request that never became one, by Node's name of it. */
export function refusalOfError({ code }: NodeJS.ErrnoException): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 'headers-too-large' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { code: 'request-timeout' };
  return { code: 'bad-request' };
}

/**
 * Answers on the bare connection and ends it: where the next request would begin nobody knows. Nothing is written into
 * an answer that is on its way (`_httpMessage` is how Node's own handler tells), nor to who has gone.
 */
export function refuseConnection(socket: Duplex, refusal: Refusal, always: Record<string, string>): void {
  const { _httpMessage: underWay } = socket as Duplex & { _httpMessage?: ServerResponse | null };
  if (!socket.writable || underWay?.headersSent) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  socket.end(asText(refusal, always), () => socket.destroy());
}

function asText(refusal: Refusal, always: Record<string, string>): string {
  const { status, headers, text } = told(refusal);
  const lines = Object.entries({
    ...always,
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${text}`;
}
