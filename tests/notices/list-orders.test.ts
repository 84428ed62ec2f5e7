import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { saveFacets } from '../../src/notices/lists/facets/storage.ts';
import { LIST_ORDERS, OPEN, type ListOrder, type RecordQuery } from '../../src/notices/lists/query.ts';
import { countWithout, listOcids, listRecords } from '../../src/notices/lists/storage.ts';
import { saveRecord, type RecordHead } from '../../src/notices/storage.ts';
import { dayNumber, startOfDay } from '../../src/values/date.ts';
import { firstKeyOf } from '../../src/values/order-key.ts';

const NOW = Date.UTC(2026, 10, 23, 2);
const DAY = 86_400_000;
const MANY = 20_000;
const database = new Database(':memory:');
migrate(database);

/** 20,000 parcels over 200 days: every fifth without a sum, every other without a deal, some open, some without deadline. */
const kept = new Map<string, RecordHead>();
database.transaction(() => {
  for (let n = 0; n < MANY; n++) {
    const isOpen = n % 50 === 0;
    const record = {
      ocid: `o${n}`,
      register: 'land',
      title: `宗地${n}`,
      stage: isOpen ? 'tender' : 'award',
      region: n % 40 === 1 ? '620525' : '620502',
      unit: '',
      amount: n % 5 === 0 ? null : ((n * 7919) % 90_000) * 1_000_000,
      deadline: n % 7 === 0 ? null : NOW + ((n % 90) - 80) * DAY,
      dealtOn: n % 2 ? null : `2026-0${1 + (n % 9)}-1${n % 10}`,
      orderKey: firstKeyOf(dayNumber(NOW) - Math.floor(n / 100)) + (n % 100),
      releases: 1,
      isOpen,
      isReprint: false,
      quietOn: null,
      hasText: true,
      publicityUntil: null,
    } as RecordHead;
    kept.set(record.ocid, record);
    saveRecord(database, record, '{}');
    saveFacets(database, record, [
      { facet: 'stage', value: record.stage },
      { facet: 'region', value: record.region },
      { facet: 'use', value: n % 3 ? 'industrial' : 'housing' },
      ...(isOpen ? [OPEN] : []),
    ]);
  }
});

const asked = (query: Partial<RecordQuery>) => ({ register: 'land', facets: {}, limit: 3_000, now: NOW, ...query });
function allPages(query: Partial<RecordQuery>): RecordHead[] {
  const found: string[] = [];
  for (let before: string | undefined; ;) {
    const page = listRecords(database, { ...asked(query), before });
    found.push(...page.records.map(({ ocid }) => ocid));
    if (page.next === null) return found.map((ocid) => kept.get(ocid)!);
    before = page.next;
  }
}

test('in every order every record stands once, page after page, and a table to take away has the same ones', () => {
  for (const order of LIST_ORDERS) {
    const paged = allPages({ order }).map(({ ocid }) => ocid);
    assert.equal(new Set(paged).size, MANY, order);
    assert.equal(paged.length, MANY, order);
    assert.deepEqual(listOcids(database, asked({ order, limit: MANY })), { ocids: paged, next: null }, order);
  }
});

test('by sum the largest comes first and what has none last, and it is known how many these are', () => {
  const sums = allPages({ order: 'amount' }).map(({ amount }) => amount);
  const known = sums.filter((sum) => sum !== null);
  assert.deepEqual(
    known,
    known.toSorted((a, b) => b - a),
  );
  assert.equal(sums.indexOf(null), known.length);
  assert.equal(countWithout(database, { register: 'land', facets: {}, region: '620525' }, 'amount', NOW), 0);
  assert.ok(countWithout(database, { register: 'land', facets: {}, stage: 'tender' }, 'amount', NOW) > 0);
});

test('by deadline what can still be entered comes first, then what closed last, then what has no deadline', () => {
  const rows = allPages({ order: 'closing' });
  const rank = ({ isOpen, deadline }: RecordHead) => (deadline === null ? 2 : isOpen && deadline >= NOW ? 0 : 1);
  assert.deepEqual(rows.map(rank), rows.map(rank).toSorted());
  const open = rows.filter((row) => rank(row) === 0).map(({ deadline }) => deadline!);
  assert.ok(open.length > 0);
  assert.deepEqual(
    open,
    open.toSorted((a, b) => a - b),
  );
});

test('a range of days and of sums narrows any order, and a record without a sum is in no range', () => {
  const from = '2026-11-20';
  const rows = allPages({ order: 'amount', from, to: '2026-11-21', min: 100_000_000, max: 10_000_000_000 });
  assert.ok(rows.length > 10);
  for (const { amount, orderKey } of rows) {
    assert.ok(amount !== null && amount >= 100_000_000 && amount <= 10_000_000_000);
    assert.ok(orderKey >= firstKeyOf(dayNumber(startOfDay(from)!)));
  }
  const page = listRecords(database, asked({ from, to: '2026-11-21', min: 100_000_000, max: 10_000_000_000 }));
  assert.deepEqual([page.total, page.exact], [rows.length, true]);
});

/** What SQLite would do for each statement of a list. */
function plansOf(query: Partial<RecordQuery>): string[] {
  const plans: string[] = [];
  const watched = new Proxy(database, {
    get(target, name) {
      if (name !== 'all' && name !== 'get') return Reflect.get(target, name) as unknown;
      return (sql: string, ...values: never[]) => {
        plans.push(...target.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row.detail));
        return target[name](sql, ...values);
      };
    },
  });
  listRecords(watched, asked({ limit: 20, ...query }));
  return plans;
}

test('no list of 20,000 reads all of them or sorts more than a few: each order is an index', () => {
  const common: Partial<RecordQuery>[] = [
    {},
    { facets: { use: 'industrial' } },
    { region: '620502' },
    { stage: 'award' },
  ];
  for (const order of LIST_ORDERS satisfies readonly ListOrder[])
    for (const narrowed of [...common, { min: 1 }, { from: '2026-06-01' }]) {
      const plans = plansOf({ order, ...narrowed });
      const name = `${order} ${JSON.stringify(narrowed)}\n${plans.join('\n')}`;
      assert.ok(!plans.some((plan) => /^SCAN (?:r|d|f|records|record_facets)\b/.test(plan)), name);
      assert.ok(!plans.some((plan) => /TEMP B-TREE/.test(plan)), name);
    }
});
