import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, base64url: a session, an invitation, a unit's token. Shown or set once; only its hash is kept. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. A token has 256 bits, so a plain SHA-256 cannot be guessed backwards. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** An id nobody can count up: `o3f9c…`. Not a secret. */
export function newId(letter: string): string {
  return letter + randomBytes(8).toString('hex');
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A code a person copies by hand: `k3m9-x7qa-…`, 31 letters without look-alikes, almost 5 bits each. */
export function newCode(groups: number): string {
  return Array.from({ length: groups }, () => Array.from({ length: 4 }, letter).join('')).join('-');
}

function letter(): string {
  // 248 = 8 × 31: what lies above would make the first letters likelier.
  for (;;) {
    const byte = randomBytes(1)[0]!;
    if (byte < 248) return LETTERS[byte % 31]!;
  }
}
