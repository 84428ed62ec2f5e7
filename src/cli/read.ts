import { existsSync, readFileSync } from 'node:fs';
import { fill, labels } from '../locales/labels.ts';
import { prepare } from '../notices/plan.ts';
import { factsOf } from '../notices/import/read-facts.ts';
import { UnreadableFile, type Item } from '../notices/import/item.ts';
import { readFile } from '../notices/import/read/read-file.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';
import type { Command } from './command.ts';

/**
 * `gongshi read FILE…`: what would be read of each notice, a JSON line each, and what would be refused and why. Nothing is
 * written. Where `FILE.gold.json` lies beside the file (what a person read in the same notices), its ids are used, so
 * that the lines can be compared with it. Exit status 1 when a file cannot be read.
 */
export async function read({ words, locale }: Command): Promise<Result<number>> {
  if (words.length === 0) return refuse({ code: 'no-files' });
  for (const path of words) {
    if (!existsSync(path)) return refuse({ code: 'file-absent', found: path });
    const ids = goldIds(path);
    try {
      for await (const item of readFile(path).items) print(lineOf(item, ids));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const { code, found = '', expected = '' } = error.problem;
      const t = labels(locale).import.problems as Record<string, string>;
      process.stderr.write(`${path}: ${fill(t[code] ?? code, { found, expected })}\n`);
      return done(1);
    }
  }
  return done(0);
}

function lineOf({ row, notice, problems }: Item, ids: ReadonlyMap<string, string>): object {
  const source = notice?.id.replace(/^[a-z]+:/, '') ?? String(row);
  const id = ids.get(source) ?? source;
  if (!notice) return { id, refused: sentences(problems) };
  const prepared = prepare(notice, { now: Date.now() });
  return prepared.ok ? { id, ...factsOf(prepared.value.notice) } : { id, refused: sentences(prepared.refusals) };
}

function sentences(refusals: readonly Refusal[]): string {
  return refusals.map(({ code, path, found }) => [code, path, found].filter(Boolean).join(' ')).join('; ');
}

/** Source id → the id by which a person's reading of the same notice goes. */
function goldIds(path: string): Map<string, string> {
  const beside = path.replace(/\.[^.]+$/, '.gold.json');
  if (!existsSync(beside)) return new Map();
  const { items = [] } = JSON.parse(readFileSync(beside, 'utf8')) as { items?: { id: string; key?: string }[] };
  return new Map(items.flatMap(({ id, key }) => (key === undefined ? [] : [[key, id] as const])));
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
