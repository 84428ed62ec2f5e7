import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Sealer } from '../accounts/sealer.ts';

/** Of a link's proof: 132 bits. */
const PROOF = 22;

/**
 * What `GONGSHI_KEY` does for followers: seals their addresses, names them without telling them, and makes the links that
 * prove who may change or end what. Nothing of it stands in the database, so a copy of that tells nobody's address.
 */
export class FollowerKeys extends Sealer {
  readonly #link: Buffer;

  constructor(key: string) {
    super(key, 'follower');
    this.#link = Buffer.from(hkdfSync('sha256', key, '', 'gongshi follower link 1', 32));
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
