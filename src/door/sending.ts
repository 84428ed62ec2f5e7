import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A reader who takes nothing of what stands ready for so long is let go, ms: at least some 2 kB a second. */
export const PATIENCE = 30_000;
/** Of what was made and not yet taken, by all readers of a process; beyond it the one who has kept us longest is let go. */
const MOST_WAITING = 64 * 1024 * 1024;
/** A body goes out in such pieces, so that it is seen how far it has come. */
const PIECE = 64 * 1024;

/** Sends the body without copying it. */
export function sendBody(response: ServerResponse, body: Buffer): void {
  if (body.length <= PIECE) {
    response.end(body);
    return;
  }
  // Who breaks off has ended the response; there is nobody to tell.
  pipeline(Readable.from(pieces(body), { objectMode: true, highWaterMark: 1 }), response).catch(() => {});
}

function* pieces(body: Buffer): Generator<Buffer> {
  for (let at = 0; at < body.length; at += PIECE) yield body.subarray(at, at + PIECE);
}

/** Answers under way whose readers are behind; oldest first. */
const behind = new Map<ServerResponse, number>();
let waiting = 0;

/** How many readers are behind. */
export function readersBehind(): number {
  return behind.size;
}

/** Looks after an answer until its reader has it; `bytes` is what it holds meanwhile. */
export function watch(response: ServerResponse, bytes: number, patience = PATIENCE): void {
  if (response.writableFinished || response.destroyed || behind.has(response)) return;
  if (response.writableEnded && response.writableLength === 0) return;
  const letGo = setTimeout(() => response.destroy(), patience).unref();
  behind.set(response, bytes);
  waiting += bytes;
  response.on('drain', () => letGo.refresh());
  response.once('close', () => {
    clearTimeout(letGo);
    behind.delete(response);
    waiting -= bytes;
  });
  for (const [oldest] of behind) {
    if (waiting <= MOST_WAITING || oldest === response) break;
    oldest.destroy();
  }
}
