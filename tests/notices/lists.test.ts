import assert from 'node:assert/strict';
import { test } from 'node:test';
import { facetValues, recordCounts, saveFacets } from '../../src/notices/lists/facets/storage.ts';
import { OPEN, type RecordQuery } from '../../src/notices/lists/query.ts';
import { listRecords } from '../../src/notices/lists/storage.ts';
import { saveRecord, type RecordHead } from '../../src/notices/storage.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';

const NOW = Date.UTC(2026, 2, 20);
const database = new Database(':memory:');
migrate(database);

function keep(
  n: number,
  stage: string,
  region: string,
  deadline: number | null,
  facets: { facet: string; value: string }[] = [],
): void {
  const record = {
    ocid: `o${n}`,
    register: 'construction',
    title: `项目${n}`,
    stage,
    region,
    unit: '',
    amount: null,
    deadline,
    orderKey: n,
    releases: 1,
    isOpen: stage === 'tender',
    isReprint: false,
    quietOn: null,
    hasText: true,
    publicityUntil: null,
    dealtOn: null,
  } as RecordHead;
  saveRecord(database, record, '{}');
  saveFacets(database, record, [
    { facet: 'stage', value: stage },
    { facet: 'region', value: region },
    ...(record.isOpen ? [OPEN] : []),
    ...facets,
  ]);
}

/** 12,000 records: every third open or closed tender in two regions, the rest contracts. */
database.transaction(() => {
  for (let n = 1; n <= 12_000; n++) {
    if (n % 3 === 0)
      keep(n, 'tender', n % 2 ? '620502' : '620503', n % 600 === 0 ? NOW + 1 : n % 900 === 0 ? null : NOW - 1);
    else
      keep(n, 'contract', n % 2 ? '620502' : '620503', NOW - 1, n === 7 ? [{ facet: 'method', value: 'invited' }] : []);
  }
});

const list = (query: Partial<RecordQuery>) =>
  listRecords(database, { register: 'construction', facets: {}, limit: 3, now: NOW, ...query });
const keys = (query: Partial<RecordQuery>) => list(query).records.map(({ orderKey }) => orderKey);

test('a list is newest first, with a total from counts', () => {
  assert.deepEqual(keys({}), [12_000, 11_999, 11_998]);
  assert.deepEqual([list({}).total, list({}).exact, list({}).next], [12_000, true, `0..11998.${NOW}`]);
  assert.deepEqual(keys({ before: list({}).next! }), [11_997, 11_996, 11_995]);
  assert.deepEqual([list({ region: '620502' }).total, list({ stage: 'contract' }).total], [6_000, 8_000]);
});

test('an open tender and a closed one are told apart by the clock', () => {
  assert.deepEqual(keys({ stage: 'tender' }), [12_000, 11_700, 11_400]);
  const open = list({ stage: 'tender', limit: 100 });
  assert.deepEqual([open.total, open.exact, open.records.length], [27, true, 27]);
  assert.deepEqual([list({ stage: 'closed' }).total, list({ stage: 'closed' }).exact], [4_000 - 27, true]);
  assert.deepEqual(keys({ stage: 'closed' }), [11_997, 11_994, 11_991]);
  assert.equal(list({ stage: 'tender', region: '620503' }).total, 27);
});

test('conditions that meet rarely are found, and what was not counted to the end says at least', () => {
  assert.deepEqual(keys({ facets: { method: 'invited' }, region: '620502', stage: 'contract' }), [7]);
  assert.deepEqual(list({ facets: { method: 'invited' }, region: '620503' }).total, 0);
  const { total, exact } = list({ region: '620502', stage: 'contract' });
  assert.equal(exact, false);
  assert.ok(total > 3_000 && total < 4_000);
});

test('what changes of a record moves its facets and their counts', () => {
  keep(9, 'award', '620502', null);
  assert.deepEqual([list({ stage: 'award' }).total, list({ stage: 'closed' }).total], [1, 3_972]);
  keep(9, 'tender', '620502', NOW - 1);
  assert.deepEqual([list({ stage: 'award' }).total, list({ stage: 'closed' }).total], [0, 3_973]);
  assert.deepEqual(
    facetValues(database, 'construction', 'stage', 9).map((one) => ({ ...one })),
    [
      { value: 'contract', count: 8_000 },
      { value: 'tender', count: 4_000 },
    ],
  );
  assert.deepEqual(recordCounts(database), []);
});
