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

/** The rules of OCDS (schema/merging), a case each. */
const RULES: [rule: string, releases: object[], merged: object][] = [
  [
    'a later value takes the place of an earlier one',
    [{ tender: { title: 'a' } }, { tender: { title: 'b' } }],
    { tender: { title: 'b' } },
  ],
  [
    'members that a later release does not say stay',
    [{ tender: { title: 'a', status: 'active' } }, { tender: { title: 'b' } }],
    { tender: { title: 'b', status: 'active' } },
  ],
  [
    'null takes a value away',
    [{ tender: { title: 'a', status: 'active' } }, { tender: { title: null } }],
    { tender: { status: 'active' } },
  ],
  [
    'items of a list are the same by their id',
    [
      {
        awards: [
          { id: '1', title: 'a' },
          { id: '2', title: 'b' },
        ],
      },
      { awards: [{ id: '2', title: 'c' }, { id: '3' }] },
    ],
    { awards: [{ id: '1', title: 'a' }, { id: '2', title: 'c' }, { id: '3' }] },
  ],
  [
    'an empty list says nothing: what stood stays, however deep',
    [
      {
        awards: [{ id: '1', items: [{ id: 'i' }] }],
        contracts: [{ id: 'c' }],
        tender: { lots: [{ id: 'l', title: '标段1' }], criteria: ['价格'] },
      },
      { awards: [], contracts: [], tender: { lots: [], criteria: [] } },
      { awards: [{ id: '1', items: [] }] },
    ],
    {
      awards: [{ id: '1', items: [{ id: 'i' }] }],
      contracts: [{ id: 'c' }],
      tender: { lots: [{ id: 'l', title: '标段1' }], criteria: ['价格'] },
    },
  ],
  ['a list that was always empty is none', [{ awards: [], tender: { title: 'a' } }], { tender: { title: 'a' } }],
  [
    'a list that is replaced whole can be emptied',
    [
      { parties: [{ id: 'p', roles: ['buyer'], additionalIdentifiers: [{ id: '1' }] }] },
      { parties: [{ id: 'p', roles: [], additionalIdentifiers: [] }] },
    ],
    { parties: [{ id: 'p', roles: [], additionalIdentifiers: [] }] },
  ],
  [
    'an id is the same written as a number and as a text',
    [{ awards: [{ id: 1, title: 'a' }] }, { awards: [{ id: '1', title: 'b' }] }],
    { awards: [{ id: '1', title: 'b' }] },
  ],
  [
    'a list of words is replaced whole',
    [{ tender: { submissionMethod: ['a', 'b'] } }, { tender: { submissionMethod: ['c'] } }],
    { tender: { submissionMethod: ['c'] } },
  ],
  [
    'items without an id are replaced whole',
    [
      { parties: [{ id: 'p', additionalIdentifiers: [{ scheme: 'a', id: '1' }] }] },
      { parties: [{ id: 'p', additionalIdentifiers: [{ scheme: 'b', id: '2' }] }] },
    ],
    { parties: [{ id: 'p', additionalIdentifiers: [{ scheme: 'b', id: '2' }] }] },
  ],
];

for (const [rule, releases, merged] of RULES) {
  test(rule, () => {
    const dated = releases.map((one, index) => ({
      ocid: 'o',
      id: `${index}`,
      date: `2026-01-0${index + 1}T00:00:00Z`,
      tag: ['tender'],
      ...one,
    }));
    const { ocid, id, date, tag, ...rest } = mergeReleases(dated) as Record<string, unknown>;
    assert.deepEqual(rest, merged);
  });
}

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
