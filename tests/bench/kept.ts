import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';
import { progress } from './measure.ts';
import { benchNotices } from './notices.ts';

/**
 * The notices made and the database they were imported into, in a folder of their own for each number of notices, and
 * whether they are those that this program would make.
 */
export class Kept {
  readonly folder: string;
  /** One notice a line. */
  readonly notices: string;
  /** GONGSHI_DATA. */
  readonly data: string;
  readonly #count: number;

  constructor(root: string, count: number) {
    this.#count = count;
    this.folder = join(root, String(count));
    this.notices = join(this.folder, 'notices.jsonl');
    this.data = join(this.folder, 'data');
    mkdirSync(this.folder, { recursive: true });
  }

  /** Those that are there already, or new ones. */
  async makeNotices(): Promise<void> {
    if (existsSync(this.notices) && this.#isOf('maker')) return;
    this.#sayWhy('maker');
    this.forgetDatabase();
    const tell = progress('notices made', this.#count);
    const begun = `${this.notices}.begun`;
    const stream = createWriteStream(begun);
    let made = 0;
    for (const notice of benchNotices(this.#count)) {
      if (!stream.write(`${JSON.stringify(notice)}\n`)) await once(stream, 'drain');
      tell.update(++made);
    }
    stream.end();
    await once(stream, 'finish');
    tell.end();
    renameSync(begun, this.notices);
    this.#mark('maker');
  }

  hasDatabase(): boolean {
    const isSound = existsSync(this.data) && this.#isOf('schema');
    if (!isSound) this.#sayWhy('schema');
    return isSound;
  }

  /** What was measured on it goes with it. */
  forgetDatabase(): void {
    for (const name of [this.data, join(this.folder, 'schema'), join(this.folder, 'figures.json')])
      rmSync(name, { recursive: true, force: true });
    mkdirSync(this.data);
  }

  /** From now on it may be used again: until then it may be half of one. */
  markDatabase(): void {
    this.#mark('schema');
  }

  #isOf(made: keyof typeof MADE_BY): boolean {
    const path = join(this.folder, made);
    return existsSync(path) && readFileSync(path, 'utf8') === keyOf(made);
  }

  #mark(made: keyof typeof MADE_BY): void {
    writeFileSync(join(this.folder, made), keyOf(made));
  }

  #sayWhy(made: keyof typeof MADE_BY): void {
    if (existsSync(join(this.folder, made)))
      console.log(`${this.folder}: ${MADE_BY[made].join(' or ')} has changed since, made anew`);
  }
}

/** What decides what is in the file of notices, and in the database. */
const MADE_BY = {
  maker: ['tests/bench/notices.ts'],
  schema: ['db/migrations/*.sql', 'src/search/tokens.ts'],
};

function keyOf(made: keyof typeof MADE_BY): string {
  const hash = createHash('sha256');
  for (const path of globSync(MADE_BY[made], { cwd: ROOT }).sort()) hash.update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}
