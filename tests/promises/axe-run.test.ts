import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OFFICE, PAGES } from '../pages/addresses.ts';
import { sourcesUnder } from './source.ts';

/** No page without its axe run: tests/pages/accessibility.test.ts visits every address of `PAGES`, office.test.ts of `OFFICE`. */
test('every page has its axe run', () => {
  assert.deepEqual(unvisited(sourcesUnder('src/pages').map(({ path }) => path)), []);
});

test('a page that nobody visits is found', () => {
  assert.deepEqual(unvisited(['src/pages/planted.astro']), ['planted.astro']);
});

function unvisited(paths: string[]): string[] {
  return paths
    .filter((path) => path.endsWith('.astro'))
    .map((path) => path.replace('src/pages/', ''))
    .filter((file) => !(PAGES[file] ?? OFFICE[file])?.length);
}
