import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentiles, type Latencies } from './measure.ts';
import type { BenchQuery } from './queries.ts';
import { peerTexts } from './texts.ts';

export const hasGroonga = spawnSync('groonga', ['--version']).status === 0;

/**
 * The peer for search: Groonga with an index of pairs of characters over the same texts, as its command line answers it.
 * Asked for the newest 20 with their count; timed by itself.
 */
export async function askGroonga(notices: string, queries: BenchQuery[]): Promise<Latencies> {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-groonga-'));
  const run = (commands: string, ...options: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      'groonga',
      [...options, '--file', join(folder, commands), join(folder, 'notices')],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    if (status !== 0) throw new Error(`groonga: ${stderr}`);
    return stdout.split('\n').filter(Boolean);
  };
  try {
    await writeLoad(notices, join(folder, 'load'));
    writeFileSync(join(folder, 'ask'), asking(queries));
    run('load', '-n');
    // The head of each answer: what was wrong, when it began, how many seconds it took.
    const times = run('ask').map((line) => (JSON.parse(line) as [[number, number, number]])[0][2] * 1_000);
    // The first round only warms.
    return percentiles(times.slice(queries.length));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TABLES = `table_create Notices TABLE_PAT_KEY Int64
column_create Notices text COLUMN_SCALAR LongText
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigramSplitSymbolAlphaDigit --normalizer NormalizerAuto
column_create Terms notices_text COLUMN_INDEX|WITH_POSITION Notices text
load --table Notices
[
`;

async function writeLoad(notices: string, path: string): Promise<void> {
  const file = openSync(path, 'w');
  writeSync(file, TABLES);
  let id = 0;
  for await (const text of peerTexts(notices))
    writeSync(file, `${id === 0 ? '' : ',\n'}${JSON.stringify({ _key: id++, text })}`);
  writeSync(file, '\n]\n');
  closeSync(file);
}

function asking(queries: BenchQuery[]): string {
  const all = queries.map(({ q }) => {
    const words = q.split(' ').map((word) => `text @ ${JSON.stringify(word)}`);
    const filter = words.join(' && ').replaceAll("'", "\\'");
    return `select Notices --filter '${filter}' --sort_keys -_key --limit 20 --output_columns _key`;
  });
  return [...all, ...all].join('\n');
}
