import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Before what this version sealed; a secret that stands in the clear is base32 and has no colon. */
export const SEALED = 'k1:';
const NONCE = 12;
const TAG = 16;

/**
 * Keeps the secrets of authenticators: sealed by `GONGSHI_KEY` (AES-256-GCM), in the clear where none is set. A secret is
 * sealed to its officer, so that one written into another's row opens nothing.
 */
export class Vault {
  readonly #key: Buffer | undefined;
  readonly #onUnreadable: (officer: string, error: unknown) => void;

  /** `onUnreadable` is told of each secret that another key sealed, or that was tampered with. */
  constructor(key?: string, onUnreadable: (officer: string, error: unknown) => void = () => {}) {
    this.#key = key === undefined ? undefined : Buffer.from(hkdfSync('sha256', key, '', 'gongshi totp secret 1', 32));
    this.#onUnreadable = onUnreadable;
  }

  get hasKey(): boolean {
    return this.#key !== undefined;
  }

  /** As it is stored. */
  seal(officer: string, secret: string): string {
    if (!this.#key) return secret;
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(officer));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return SEALED + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Null when it was sealed by another key, or for another officer. */
  open(officer: string, stored: string): string | null {
    if (!stored.startsWith(SEALED)) return stored;
    try {
      if (!this.#key) throw new Error('the secret is sealed and GONGSHI_KEY is not set');
      const bytes = Buffer.from(stored.slice(SEALED.length), 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(officer))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return cipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + cipher.final('utf8');
    } catch (error) {
      this.#onUnreadable(officer, error);
      return null;
    }
  }
}
