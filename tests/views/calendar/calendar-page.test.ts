import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarPage } from '../../../src/views/calendar/calendar-page.ts';
import { readCalendarParameters } from '../../../src/views/calendar/parameters.ts';
import { daysOf } from '../../../src/views/calendar/span.ts';
import { refusalsOf } from '../../../src/views/list/refusals.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const { portal, school } = lakesideAndSchool();
const asked = (query: string) => readCalendarParameters(new URLSearchParams(query));
const pageOf = (query: string, of = portal) => calendarPage(of, asked(query).parameters, 'zh');
const ocidsOn = (query: string, of = portal) =>
  pageOf(query, of).days.flatMap(({ happenings }) => happenings.map(({ ocid }) => ocid));

test('the calendar begins today, in Shanghai, and leads to the days before without losing one', () => {
  const page = pageOf('');
  assert.deepEqual([page.from, page.to, page.days[0]!.isToday], ['2026-11-23', '2026-12-22', true]);
  // 07:30 in Shanghai is still yesterday in Greenwich.
  const early = portalOver(portal.database, Date.UTC(2026, 10, 23, 23, 30));
  assert.equal(pageOf('', early).from, '2026-11-24');
  for (const by of ['month', 'week', 'day'] as const) {
    for (const day of ['2026-11-23', '2026-03-31', '2026-01-31', '2024-02-29', '2026-03-01', '2026-12-31']) {
      const { from, to, previous, next } = daysOf(day, by);
      assert.equal(from, day);
      assert.ok(
        daysOf(previous, by).to >= new Date(Date.parse(day) - 864e5).toISOString().slice(0, 10),
        `${by} ${day}`,
      );
      assert.equal(Date.parse(next) - Date.parse(to), 864e5, `${by} ${day}`);
    }
  }
});

test('the grid has seven columns in every week, and days without anything are one line', () => {
  const { weeks, days } = pageOf('day=2026-11-26');
  assert.ok(weeks.every(({ before, days: shown, after }) => before + shown.length + after === 7));
  assert.equal(weeks[0]!.before, 3);
  assert.equal(weeks.flatMap(({ days: shown }) => shown).length, days.length);
  const full = pageOf('').days;
  const folded = full.flatMap(({ day, emptySince }) => (emptySince ? [[emptySince, day]] : []));
  const empty = full.filter(({ happenings }) => happenings.length === 0).length;
  const days0 = folded.reduce((sum, [a, b]) => sum + (Date.parse(b!) - Date.parse(a!)) / 864e5 + 1, 0);
  assert.equal(days0, empty);
});

test('a day with more than there is room for says how many more, and its own page has them', () => {
  const database = emptyHouse();
  for (let n = 1; n <= 7; n++) published(database, call(n, '2026-11-25 10:00'));
  const of = portalOver(database);
  const busy = pageOf('', of).days.find(({ day }) => day === '2026-11-25')!;
  assert.deepEqual([busy.happenings.length, busy.more], [3, 4]);
  const [day] = pageOf('by=day&day=2026-11-25', of).days;
  assert.deepEqual([day!.happenings.length, day!.more], [7, 0]);
});

test('a line says what, when, for whom, how much, and what was moved when it was to be', () => {
  const database = emptyHouse();
  published(database, call(1, '2026-11-25 10:00'), {
    ...call(1, '2026-12-01 09:30'),
    id: 'moved-1',
    amends: 'road-1',
    kind: 'postponement',
    title: '第1路改造工程施工延期公告',
    publishedAt: '2026-11-23 08:00',
    fields: {
      changes: [{ item: '投标截止时间', before: '2026-11-25 10:00', after: '2026-12-01 09:30' }],
      bidDeadline: '2026-12-01 09:30',
      openingAt: '2026-12-01 09:30',
    },
  });
  const [one, ...others] = pageOf('kind=closes', portalOver(database)).days.flatMap(({ happenings }) => happenings);
  assert.equal(others.length, 0);
  assert.deepEqual(
    [one!.time, one!.what, one!.buyer?.name, one!.sum?.text, one!.movedFrom, one!.tone],
    ['09:30', '投标截止、开标', '天水市某建设管理中心', '¥33,000,000', Date.parse('2026-11-25T10:00+08:00'), 'open'],
  );
});

test('what stands still, and what came to nothing, says so', () => {
  const database = emptyHouse();
  const ending = (n: number, kind: string, fields: Record<string, string>) => ({
    ...call(n, ''),
    id: `end-${n}`,
    kind,
    amends: `road-${n}`,
    title: `第${n}路改造工程施工公告`,
    publishedAt: '2026-11-21 09:00',
    reason: '规划调整',
    fields,
  });
  published(database, call(1, '2026-11-25 10:00'), ending(1, 'suspension', { suspendedOn: '2026-11-21' }));
  published(database, call(2, '2026-11-25 11:00'), ending(2, 'termination', { terminatedOn: '2026-11-21' }));
  const lines = pageOf('kind=closes', portalOver(database)).days.flatMap(({ happenings }) => happenings);
  assert.deepEqual(
    lines.map(({ halted, tone }) => [halted, tone]),
    [
      ['已暂停', 'ended'],
      ['已终止', 'ended'],
    ],
  );
});

test('register, division with all in it, and kind narrow it; an opening in the minute of the deadline is found as both', () => {
  assert.deepEqual(ocidsOn('region=620503'), [school]);
  assert.ok(ocidsOn('region=620500').includes(school));
  assert.deepEqual(ocidsOn('region=620502&kind=closes'), []);
  assert.deepEqual(ocidsOn('register=land'), []);
  assert.deepEqual(ocidsOn('register=construction&kind=opens'), [school]);
});

test('what cannot be used is said beside its control', () => {
  const { parameters, dropped } = asked('region=nowhere&day=gestern&kind=x&register=y&by=z');
  assert.deepEqual(parameters, { by: 'month' });
  assert.deepEqual(
    refusalsOf(dropped, 'zh').map(({ control }) => control),
    ['by', 'days', 'register', 'region', 'kind'],
  );
  assert.match(refusalsOf(dropped, 'zh').find(({ control }) => control === 'days')!.text, /“gestern”不是日期/);
});

test('where nothing falls on the days, the nearest days are named', () => {
  const { nearest, total } = pageOf('by=day&day=2026-11-24&region=620503');
  assert.deepEqual([total, nearest?.later], [0, '2026-11-25']);
});

/** A call of its own, that closes then. */
function call(n: number, closes: string) {
  return {
    ...tenderNotice,
    id: `road-${n}`,
    title: `第${n}路改造工程施工招标公告`,
    number: `TS-GC-2026-09${n}0-01`,
    project: { code: `TS-GC-2026-09${n}0`, name: `第${n}路改造工程施工` },
    publishedAt: '2026-11-20 09:00',
    fields: { ...tenderNotice.fields, bidDeadline: closes, openingAt: closes },
  };
}
