import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ROOT } from '../promises/source.ts';
import { KEY, startDouble } from '../search/meilisearch/double.ts';

const double = await startDouble();
const folder = mkdtempSync(join(tmpdir(), 'gongshi-search-cli-'));
after(async () => {
  await double.close();
  rmSync(folder, { recursive: true, force: true });
});

function gongshi(
  words: string[],
  environment: Record<string, string> = {},
): Promise<{ status: number | null; said: string; errors: string }> {
  const { PATH, HOME, NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, ['src/cli/gongshi.ts', ...words], {
    cwd: ROOT,
    env: { PATH, HOME, NODE_COMPILE_CACHE, LANG: 'en_GB.UTF-8', GONGSHI_DATA: folder, ...environment },
  });
  let said = '';
  let errors = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (errors += text));
  return new Promise((resolve) => child.on('exit', (status) => resolve({ status, said, errors })));
}

const SERVER = { MEILI_URL: double.url, MEILI_KEY: KEY };

test('the second engine is built, looked at and compared from the command line', async () => {
  assert.equal((await gongshi(['seed'])).status, 0);
  assert.match((await gongshi(['search', 'status'], SERVER)).said, /State: no index built yet/);
  assert.match((await gongshi(['search', 'rebuild'], SERVER)).said, /^Rebuilt, \d\d+ rows\./);
  assert.match((await gongshi(['search', 'status'], SERVER)).said, /index notices\)[^]*State: up to date/);
  const file = join(folder, 'questions.txt');
  writeFileSync(file, '道路\n招标\n单位:住建局\n');
  assert.match((await gongshi(['search', 'compare', file], SERVER)).said, /^3 queries, in 0 of them/);
  const made = await gongshi(['search', 'compare', '200'], SERVER);
  assert.deepEqual([made.status, /^200 queries, in 0 of them/.test(made.said)], [0, true], made.said);
});

test('two portals on one server have an index each', async () => {
  await gongshi(['search', 'rebuild'], { ...SERVER, MEILI_INDEX: 'another' });
  assert.ok(double.documents('another').length > 0);
  assert.equal(double.documents('another').length, double.documents('notices').length);
});

test('what cannot be done is said in a sentence', async () => {
  const refused: [string[], Record<string, string>, RegExp][] = [
    [['search', 'rebuild'], {}, /MEILI_URL is not set/],
    [['search'], SERVER, /Usage: search status/],
    [['search', 'status'], { MEILI_URL: 'meili:7700/x' }, /MEILI_URL is "meili:7700\/x". Give the address/],
    [
      ['search', 'rebuild'],
      { ...SERVER, MEILI_INDEX: '公告' },
      /MEILI_INDEX is "公告"\. The name of an index has letters/,
    ],
    [['search', 'rebuild'], { ...SERVER, MEILI_KEY: 'wrong' }, /did not finish: .*API key is invalid/],
    [['search', 'compare', join(folder, 'none.txt')], SERVER, /ENOENT/],
  ];
  for (const [words, environment, sentence] of refused) {
    const { status, errors } = await gongshi(words, environment);
    assert.equal(status, 1, words.join(' '));
    assert.match(errors, sentence);
    assert.doesNotMatch(errors, /\n\s+at /);
  }
});
