import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(ROOT + path, 'utf8');

/** `term` → 中文, from the tables of a dictionary page. */
function terms(page: string): Map<string, string> {
  return new Map(
    [...read(`content/about/${page}.md`).matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map((match) => [
      match[1]!,
      match[2]!.trim(),
    ]),
  );
}

/** Nouns of the domain that are not names in the code: the same thing is said there by a kind or an act. */
const SPOKEN = new Set([
  'feeStandard',
  'withdrawal',
  'mu',
  'premium',
  'grant',
  'assignment',
  'allocation',
  'documentType',
  'amendment',
  'termination',
  'bid',
  'transferee',
]);

test('the dictionary’s common names say the same in both languages', () => {
  assert.deepEqual([...terms('dictionary.en')], [...terms('dictionary')]);
});

test('what the dictionary names is what the code names', () => {
  const code = readdirSync(`${ROOT}src/registers`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(`src/registers/${path}`))
    .join('\n');
  for (const term of terms('dictionary').keys()) {
    if (!SPOKEN.has(term)) assert.match(code, new RegExp(`\\b${term}`), term);
  }
});

test('what a law page was not able to check says so', () => {
  for (const name of readdirSync(`${ROOT}content/laws`)) {
    const text = read(`content/laws/${name}`);
    const provisions = text.match(/^ {2}- article: /gm)!.length;
    assert.equal(
      text.match(/^ {4}verified: (?:true|false)$/gm)!.length,
      provisions + text.match(/^ {2}- name: /gm)!.length,
      name,
    );
  }
});
