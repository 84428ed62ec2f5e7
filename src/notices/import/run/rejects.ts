import { randomUUID } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Refusal } from '../../../values/result.ts';
import type { Item } from '../item.ts';

/**
 * The rows of one file that were refused, a JSON object a line: `row`, `problems`, `format`, and the row itself as
 * `notice` (native) or `raw`. Mend the row, import the file: it is recognised. An earlier reject file is never
 * overwritten, it may be half mended: the next gets a number, and one that says the same is not written twice.
 */
export class RejectFile {
  readonly #source: string;
  readonly #folder: string;
  #part: string | undefined;
  #file: number | undefined;

  constructor(source: string, folder?: string) {
    this.#source = basename(source);
    this.#folder = folder ?? writableFolder(dirname(source));
  }

  add(item: Item, problems: readonly Refusal[]): void {
    if (this.#file === undefined) {
      mkdirSync(this.#folder, { recursive: true });
      // Two files of one name, from two folders, are written at the same time.
      this.#part = join(this.#folder, `${this.#source}.${randomUUID()}.part`);
      this.#file = openSync(this.#part, 'wx');
    }
    const row =
      item.format === 'native' && item.notice ? { notice: item.notice } : { format: item.format, raw: item.raw };
    writeSync(this.#file, `${JSON.stringify({ row: item.row, problems, ...row })}\n`);
  }

  /** Where the refused rows stand now; undefined when there are none. */
  finish(): string | undefined {
    if (this.#file === undefined || this.#part === undefined) return undefined;
    closeSync(this.#file);
    this.#file = undefined;
    const stem = this.#source.replace(/\.rejected(?:-\d+)?\.jsonl$/, '');
    for (let number = 1; ; number++) {
      const path = join(this.#folder, `${stem}.rejected${number > 1 ? `-${number}` : ''}.jsonl`);
      if (existsSync(path)) {
        if (basename(path) === this.#source || !sameContent(path, this.#part)) continue;
        rmSync(this.#part);
        return path;
      }
      renameSync(this.#part, path);
      return path;
    }
  }
}

function sameContent(path: string, other: string): boolean {
  return readFileSync(path).equals(readFileSync(other));
}

/** Beside the file; where that may not be written (a mounted disc), in the working directory. */
function writableFolder(folder: string): string {
  try {
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return process.cwd();
  }
}
