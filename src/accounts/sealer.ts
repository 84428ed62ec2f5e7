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
    return this.sealBytes(row, Buffer.from(text)).toString('base64url');
  }

  /** Null when another key sealed it, or it was sealed to another row. */
  open(row: string, sealed: string): string | null {
    return this.openBytes(row, Buffer.from(sealed, 'base64url'))?.toString('utf8') ?? null;
  }

  sealBytes(row: string, bytes: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#seal, nonce, { authTagLength: TAG }).setAAD(Buffer.from(row));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  openBytes(row: string, bytes: Uint8Array): Buffer | null {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#seal, bytes.subarray(0, NONCE), { authTagLength: TAG })
        .setAAD(Buffer.from(row))
        .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** As this key seals it, where it does not yet: opened by the key of before. Null where neither opens it. */
  anew(old: Sealer, row: string, sealed: string): string | null {
    if (this.open(row, sealed) !== null) return sealed;
    const text = old.open(row, sealed);
    return text === null ? null : this.seal(row, text);
  }

  bytesAnew(old: Sealer, row: string, sealed: Uint8Array): Uint8Array | null {
    if (this.openBytes(row, sealed) !== null) return sealed;
    const bytes = old.openBytes(row, sealed);
    return bytes === null ? null : this.sealBytes(row, bytes);
  }

  /** The same for the same parts, and nobody without the key can tell of what. */
  fingerprint(...parts: string[]): string {
    return createHmac('sha256', this.#name).update(JSON.stringify(parts)).digest('base64url');
  }
}
