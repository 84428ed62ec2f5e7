import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * Seals what strangers entrust to this portal (AES-256-GCM), by a key made from `GONGSHI_KEY` for one purpose. It is sealed
 * to its row, so that one written into another's opens nothing.
 */
export class Sealer {
  readonly #seal: Buffer;
  readonly #name: Buffer;

  constructor(key: string, purpose: string) {
    const derive = (what: string) => Buffer.from(hkdfSync('sha256', key, '', `gongshi ${purpose} ${what} 1`, 32));
    this.#seal = derive('sealed');
    this.#name = derive('fingerprint');
  }

  seal(row: string, text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#seal, nonce, { authTagLength: TAG }).setAAD(Buffer.from(row));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** Null when another key sealed it, or it was sealed to another row. */
  open(row: string, sealed: string): string | null {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.#seal, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(row))
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
}
