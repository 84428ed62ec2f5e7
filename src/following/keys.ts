import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
/** Of a link's proof: 132 bits. */
const PROOF = 22;

/**
 * What `GONGSHI_KEY` does for followers: seals their addresses, names them without telling them, and makes the links that
 * prove who may change or end what. Nothing of it stands in the database, so a copy of that tells nobody's address.
 */
export class FollowerKeys {
  readonly #seal: Buffer;
  readonly #name: Buffer;
  readonly #link: Buffer;

  constructor(key: string) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `gongshi follower ${purpose} 1`, 32));
    this.#seal = derive('address');
    this.#name = derive('fingerprint');
    this.#link = derive('link');
  }

  /** Sealed to the follow, so that one written into another's row opens nothing. */
  seal(follow: string, address: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#seal, nonce, { authTagLength: TAG }).setAAD(Buffer.from(follow));
    const sealed = Buffer.concat([cipher.update(address, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Null when another key sealed it, or it was sealed for another follow. */
  open(follow: string, sealed: string): string | null {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.#seal, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(follow))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return decipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }

  /** The same for the same parts, and nobody without the key can tell of what. */
  fingerprint(...parts: string[]): string {
    return createHmac('sha256', this.#name).update(JSON.stringify(parts)).digest('base64url');
  }

  /** What stands in a follower's links. */
  token(follow: string): string {
    return `${follow}-${this.#proof(follow)}`;
  }

  /** The follow of a link; null for one that this portal never gave. */
  followOf(token: string): string | null {
    const [, follow = '', proof = ''] = new RegExp(`^([a-z0-9]{1,40})-([\\w-]{${PROOF}})$`).exec(token) ?? [];
    const right = Buffer.from(this.#proof(follow));
    const given = Buffer.from(proof);
    return given.length === right.length && timingSafeEqual(given, right) ? follow : null;
  }

  /** By which a receiver knows that a webhook is ours. */
  signingKey(follow: string): string {
    return createHmac('sha256', this.#link).update(`webhook ${follow}`).digest('base64url');
  }

  #proof(follow: string): string {
    return createHmac('sha256', this.#link).update(`link ${follow}`).digest('base64url').slice(0, PROOF);
  }
}
