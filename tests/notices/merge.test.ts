import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { mergeReleases } from '../../src/notices/merge.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/data/golden-merge/', import.meta.url));
const there = existsSync(FOLDER);
const read = (name: string) => JSON.parse(readFileSync(FOLDER + name, 'utf8'));

test(
  'the official merge cases compile exactly as OCDS says',
  { skip: there ? false : 'shared/data/golden-merge is not here' },
  () => {
    const cases = readdirSync(FOLDER).filter(
      (name) => /^[a-z-]+\.json$/.test(name) && !/-(compiled|versioned)\.json$/.test(name),
    );
    assert.ok(cases.length >= 9);
    for (const name of cases) {
      assert.deepEqual(mergeReleases(read(name)), read(name.replace('.json', '-compiled.json')), name);
    }
  },
);

test('an earlier release is not altered by merging a later one onto it', () => {
  const first = {
    ocid: 'o',
    id: '1',
    date: '2026-01-01T00:00:00Z',
    tender: { lots: [{ id: '1', title: '标段1' }], roles: ['a'] },
  };
  const before = structuredClone(first);
  mergeReleases([
    first,
    { ocid: 'o', id: '2', date: '2026-01-02T00:00:00Z', tender: { lots: [{ id: '1', title: '标段一' }] } },
  ]);
  assert.deepEqual(first, before);
});
