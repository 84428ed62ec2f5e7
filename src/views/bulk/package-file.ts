import { packageHead } from '../ocds/packages.ts';
import type { OcdsJson } from '../ocds/scope.ts';
import type { Portal } from '../portal.ts';
import { PackedFile } from './packed-file.ts';

/** A package of OCDS that is written item by item. It holds at least one, as the standard asks, or it is not made. */
export class PackageFile {
  readonly #file: PackedFile;
  readonly #head: string;
  #separator = '';

  constructor(path: string, kind: 'records' | 'releases', portal: Portal) {
    this.#file = new PackedFile(path);
    const head = packageHead(portal, `${portal.settings.origin}/data`, portal.now());
    this.#head = `${JSON.stringify(head).slice(0, -1)},"${kind}":[\n`;
  }

  async write(items: readonly OcdsJson[]): Promise<void> {
    for (const item of items) {
      await this.#file.write((this.#separator || this.#head) + JSON.stringify(item));
      this.#separator = ',\n';
    }
  }

  async close(): Promise<void> {
    await this.#file.write(`${this.#separator ? '' : this.#head}\n]}\n`);
    await this.#file.close();
  }
}
