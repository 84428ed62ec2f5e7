import { argon2, argon2Sync, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { inTurn } from './queue.ts';

/** RFC 9106 and OWASP: 19 MiB, two passes, one lane; 25 ms here. Old hashes keep theirs until the next sign-in. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const LENGTH = 32;

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>;

/** `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Refuses by `Busy` when too many wait. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await inTurn(() => derive('argon2id', parameters(password, nonce, COST)));
  return printed(nonce, hash);
}

/** For the demo accounts of a first start, where nobody waits in a queue. */
export function hashPasswordNow(password: string): string {
  const nonce = randomBytes(16);
  return printed(nonce, argon2Sync('argon2id', parameters(password, nonce, COST)));
}

/** Without a hash (nobody of that name) the same work is done on a dummy, so that the time tells nothing. */
export async function verifyPassword(hash: string | undefined, password: string): Promise<boolean> {
  const { cost, salt, expected } = parsed(hash ?? DUMMY);
  const found = await inTurn(() => derive('argon2id', parameters(password, salt, cost)));
  return timingSafeEqual(found, expected) && hash !== undefined;
}

/** True when the hash was made with other costs than today's. */
export function isOutdated(hash: string): boolean {
  const { cost } = parsed(hash);
  return cost.memory !== COST.memory || cost.passes !== COST.passes || cost.parallelism !== COST.parallelism;
}

const DUMMY = printed(Buffer.alloc(16), Buffer.alloc(LENGTH));

/** The same text typed on another system may have other bytes: NFKC makes them equal (NIST SP 800-63B). */
function parameters(password: string, nonce: Buffer, cost: typeof COST): Argon2Parameters {
  return { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: LENGTH, ...cost };
}

function printed(salt: Buffer, hash: Buffer): string {
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${text(salt)}$${text(hash)}`;
}

function parsed(hash: string) {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  if (!match) throw new Error('a stored password hash is not argon2id');
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number];
  return {
    cost: { memory, passes, parallelism },
    salt: Buffer.from(match[4]!, 'base64'),
    expected: Buffer.from(match[5]!, 'base64'),
  };
}
