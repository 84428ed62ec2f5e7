import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar } from '../../db/seeds/demo/world.ts';
import { stories } from '../../db/seeds/demo/stories.ts';
import { seed } from '../../src/cli/seed.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { listRecords } from '../../src/notices/lists/storage.ts';
import { closingNext, findBySourceKey, findRecord } from '../../src/notices/storage.ts';
import { registers } from '../../src/registers/registers.ts';
import { cityRegions, CITY } from '../../src/values/region.ts';
import { DAY, parseInstant } from '../../src/values/date.ts';

const MONDAY = Date.parse('2026-11-23T10:30:00+08:00');

function seeded(now: number): Database {
  const database = new Database(':memory:');
  migrate(database);
  seed(database, { now, demo: true });
  return database;
}

test('every story is accepted on every day of the week, at night and at the turn of the year', () => {
  for (let day = 0; day < 7; day++) seeded(MONDAY + day * DAY).close();
  for (const moment of ['2026-12-31T23:59:00+08:00', '2027-01-01T00:01:00+08:00', '2028-02-29T12:00:00+08:00'])
    seeded(Date.parse(moment)).close();
});

test('nothing in the demo world is published in the future', () => {
  for (let day = 0; day < 7; day++) {
    const now = Date.parse('2026-11-23T00:10:00+08:00') + day * DAY;
    for (const { id, publishedAt } of stories(now))
      assert.ok(parseInstant(String(publishedAt))! <= now, `${id} ${publishedAt}`);
  }
});

test('a story is told in the order in which it happened', () => {
  for (let day = 0; day < 7; day++) {
    const last = new Map<string, string>();
    for (const { id } of stories(MONDAY + day * DAY)) {
      // What the units in charge say of a project is a story of its own beside that of its tender.
      const story = id.replace(/-\d+$/, '');
      const before = last.get(story) ?? '';
      assert.ok(id > before, `${id} after ${before}`);
      last.set(story, id);
    }
  }
});

test('every body says first that it is fiction or unchecked, and is as long as a notice', () => {
  for (const { id, body } of stories(MONDAY)) {
    assert.ok(/^（演示(?:数据，纯属虚构|數據，純屬虛構|数据，摘自公开资料，未经核对)）/.test(body!), id);
    assert.ok(body!.length >= 120 && body!.length <= 1_200, `${id}: ${body!.length}`);
  }
});

test('four registers and every division of the city have stories', () => {
  const notices = stories(MONDAY);
  assert.deepEqual([...new Set(notices.map(({ register }) => register))].sort(), registers.map(({ id }) => id).sort());
  const told = new Set(notices.map(({ region }) => region));
  for (const { code } of cityRegions()) if (code !== CITY) assert.ok(told.has(code), code);
});

test('whatever the day, something closes this week in more than one register', () => {
  for (let day = 0; day < 7; day++) {
    const now = MONDAY + day * DAY;
    const database = seeded(now);
    const closing = closingNext(database, now, 20).filter(({ deadline }) => deadline! <= now + 7 * DAY);
    assert.ok(closing.length >= 4, `${closing.length}`);
    assert.ok(new Set(closing.map(({ register }) => register)).size >= 3);
    database.close();
  }
});

test('the demo world has records at every stage, and one that is withdrawn', () => {
  const database = seeded(MONDAY);
  const stages = new Set(
    registers.flatMap(({ id }) =>
      listRecords(database, { register: id, facets: {}, limit: 100, now: MONDAY }).records.map(({ stage }) => stage),
    ),
  );
  for (const stage of [
    'planning',
    'prequalification',
    'tender',
    'candidate',
    'award',
    'contract',
    'performance',
    'terminated',
    'withdrawn',
  ]) {
    if (stage !== 'prequalification') assert.ok(stages.has(stage), stage);
  }
  database.close();
});

test('湖滨路改造 is one record: withdrawn call, two sections, the corrected price', () => {
  const database = seeded(MONDAY);
  const { ocid } = findBySourceKey(database, 'demo-hubinlu-01')!;
  for (let ordinal = 2; ordinal <= 9; ordinal++)
    assert.equal(findBySourceKey(database, `demo-hubinlu-0${ordinal}`)!.ocid, ocid);
  const record = findRecord(database, ocid)!;
  assert.equal(record.title, '湖滨路改造工程施工');
  assert.equal(record.stage, 'award');
  assert.equal(record.amount, 3_214_500_000);
  assert.equal(record.compiled.tender!.lots!.length, 2);
  assert.equal(record.compiled.tender!.numberOfTenderers, 7);
  database.close();
});

test('the natural person who bought a parcel is nowhere in the database', () => {
  const told = JSON.stringify(stories(MONDAY));
  assert.ok(told.includes('甲丙丁'));
  const database = seeded(MONDAY);
  for (const { name } of database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_tokens%'",
  )) {
    assert.ok(!JSON.stringify(database.all(`SELECT * FROM "${name}"`)).includes('甲丙丁'), name);
  }
  database.close();
});

test('seeding again, also on a later day, changes nothing', () => {
  const database = seeded(MONDAY);
  const before = database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n;
  assert.deepEqual(seed(database, { now: MONDAY + 3 * DAY, demo: true }), { published: 0, unchanged: before });
  assert.equal(database.get<{ n: number }>('SELECT count(*) AS n FROM releases')!.n, before);
  database.close();
});

test('without demo data nothing is published', () => {
  const database = new Database(':memory:');
  migrate(database);
  assert.deepEqual(seed(database, { now: MONDAY, demo: false }), { published: 0, unchanged: 0 });
  database.close();
});

test('publications fall on working days, deadlines too', () => {
  const on = calendar(Date.parse('2026-11-28T10:00:00+08:00'));
  assert.equal(on.published(0), '2026-11-27 09:00');
  assert.equal(on.published(1), '2026-11-27 09:00');
  assert.equal(on.due(0, '10:00'), '2026-11-30 10:00');
});
