import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClamdAddress } from '../../values/clamd-address.ts';

/** What clamd says of a file. */
export type Scan =
  | { verdict: 'clean' }
  /** `found`: the name of the signature. */
  | { verdict: 'infected'; found: string }
  /**
   * Larger than its `StreamMaxLength`; or, where `AlertExceedsMax` is on, than what it looks into: asking again does not
   * help.
   */
  | { verdict: 'too-large' }
  /** `why`, for the error log: nobody there, silence, or an error of its own. */
  | { verdict: 'unscanned'; why: string };

/** ms, from connecting to the answer. */
const PATIENCE = 30_000;
const CHUNK = 64 * 1024;
/** Bytes: a longer answer is none of clamd. */
const LONGEST_ANSWER = 4096;

/**
 * Sends a file through `zINSTREAM` (man clamd): chunks with their length before them, an empty one at the end. clamd is
 * told no path, so it needs no right to read the data folder. Never rejects.
 */
export function scanFile(address: ClamdAddress, path: string, patience = PATIENCE): Promise<Scan> {
  const socket = connect(address).setEncoding('utf8');
  let said = '';
  let why = 'the connection ended without an answer';
  const deadline = setTimeout(() => socket.destroy(new Error(`no answer within ${patience} ms`)), patience);
  socket.on('data', (text: string) => {
    said += text;
    // It may answer before the end, where the file is too large.
    if (said.includes('\0') || said.length > LONGEST_ANSWER) socket.destroy();
  });
  socket.on('error', ({ message }) => (why = message));
  // What fails here ends the connection, and that is told below.
  pipeline(Readable.from(framed(path)), socket, { end: false }).catch((error: Error) => socket.destroy(error));
  return new Promise((resolve) => {
    socket.once('close', () => {
      clearTimeout(deadline);
      resolve(read(said) ?? { verdict: 'unscanned', why });
    });
  });
}

async function* framed(path: string): AsyncGenerator<Buffer> {
  yield Buffer.from('zINSTREAM\0');
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    yield lengthOf(chunk);
    yield chunk;
  }
  yield lengthOf(Buffer.alloc(0));
}

function lengthOf({ length }: Buffer): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(length);
  return four;
}

/** Undefined for an answer that is not whole: half of one could say anything. */
function read(said: string): Scan | undefined {
  const end = said.indexOf('\0');
  if (end === -1) return undefined;
  const answer = said.slice(0, end).trim();
  if (answer === 'stream: OK') return { verdict: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  // A limit it came to is no virus, and what lies behind was not looked at.
  if (found?.startsWith('Heuristics.Limits.Exceeded')) return { verdict: 'too-large' };
  if (found !== undefined) return { verdict: 'infected', found: found.slice(0, 200) };
  return /size limit exceeded/i.test(answer)
    ? { verdict: 'too-large' }
    : { verdict: 'unscanned', why: answer.slice(0, 200) };
}
