import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWorkingDays, judge, rolled, standingOf, type Judgement } from '../../src/clock/judge.ts';
import type { Period } from '../../src/clock/period.ts';
import { addWorkingDays, nextDay, workingDays } from '../../src/clock/working-days.ts';

const CALENDAR = workingDays();
const period = (
  operator: Period['operator'],
  length: number,
  unit: Period['unit'],
  more: Partial<Period> = {},
): Period => ({
  id: 'X',
  law: '某法',
  article: '第一条',
  from: null,
  until: null,
  trigger: 'a',
  target: 'b',
  operator,
  length,
  unit,
  binds: 'unit',
  verifiedOn: null,
  ...more,
});
const verdict = (rule: Period, from: string, to: string | null): Judgement =>
  judge(rule, { on: from }, to === null ? null : { on: to }, CALENDAR);

// domain.md §3.6: opening day excluded, make-up days counted.
const VECTORS: [from: string, count: number, day: string][] = [
  ['2026-09-24', 5, '2026-10-09'],
  ['2026-09-28', 5, '2026-10-10'],
  ['2026-02-10', 5, '2026-02-24'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-04-30', 2, '2026-05-07'],
  ['2025-12-31', 1, '2026-01-04'],
  ['2026-09-18', 7, '2026-09-29'],
  ['2026-09-28', 7, '2026-10-13'],
  ['2026-09-28', 2, '2026-09-30'],
];
for (const [from, count, day] of VECTORS)
  test(`${count} working days after ${from} are ${day}`, () =>
    assert.equal(addWorkingDays(CALENDAR, from, count), day));

test('a limit that ends on a holiday rolls to the next working day, a window does not', () => {
  assert.equal(rolled('2026-10-05', CALENDAR), '2026-10-08');
  assert.equal(verdict(period('most', 20, 'day'), '2026-09-15', '2026-10-08').verdict, 'kept');
  assert.equal(verdict(period('most', 20, 'day'), '2026-09-15', '2026-10-09').verdict, 'broken');
  assert.deepEqual(verdict(period('least', 20, 'day'), '2026-09-15', '2026-10-05'), {
    verdict: 'kept',
    without: 20,
    with: 21,
    dueOn: '2026-10-05',
  });
});

// Real notices of September 2026 (domain.md §3.6).
test('real windows are counted by both conventions', () => {
  const counted = (unit: 'workingDay', least: number, from: string, to: string) => {
    const { verdict: word, without, with: inclusive } = verdict(period('least', least, unit), from, to);
    return [word, without, inclusive];
  };
  assert.deepEqual(counted('workingDay', 10, '2026-09-10', '2026-09-23'), ['kept', 10, 11]);
  assert.deepEqual(counted('workingDay', 10, '2026-09-09', '2026-09-21'), ['border', 9, 10]);
  assert.deepEqual(counted('workingDay', 10, '2026-10-30', '2026-11-13'), ['kept', 10, 11]);
  assert.deepEqual(counted('workingDay', 20, '2026-09-11', '2026-10-30'), ['kept', 31, 32]);
});

test('make-up days work, and a day set right in the data stays right', () => {
  for (const day of [
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
    '2005-12-31',
    '2013-04-07',
    '2013-10-12',
  ])
    assert.equal(CALENDAR.isWorkingDay(day), true, day);
  for (const day of ['2026-01-01', '2026-02-23', '2026-06-19', '2026-09-25', '2026-10-07'])
    assert.equal(CALENDAR.isWorkingDay(day), false, day);
});

test('beyond the calendar nothing is guessed', () => {
  assert.deepEqual(
    [CALENDAR.from, CALENDAR.until, CALENDAR.isWorkingDay('2027-01-04'), CALENDAR.isWorkingDay('2003-12-31')],
    ['2004-01-01', '2026-12-31', null, null],
  );
  assert.equal(verdict(period('least', 10, 'workingDay'), '2026-12-25', '2027-01-12').verdict, 'uncovered');
  assert.equal(verdict(period('most', 30, 'day'), '2026-12-15', '2027-01-18').verdict, 'uncovered');
  assert.equal(verdict(period('most', 30, 'day'), '2026-12-15', null).verdict, 'uncovered');
  // Windows of plain days need no calendar.
  assert.equal(verdict(period('least', 20, 'day'), '2026-12-20', '2027-01-12').verdict, 'kept');
  assert.equal(verdict(period('most', 30, 'day'), '2026-12-15', '2027-01-10').verdict, 'kept');
});

test('a limit that runs says when it is due, and is broken once it has run out if a publication is owed', () => {
  const running = verdict(period('most', 10, 'workingDay'), '2026-11-13', null);
  assert.deepEqual(running, { verdict: 'running', without: null, with: null, dueOn: '2026-11-27' });
  assert.deepEqual(
    ['2026-11-27', '2026-11-28'].map((today) => [standingOf(running, true, today), standingOf(running, false, today)]),
    [
      ['running', 'running'],
      ['broken', 'missing'],
    ],
  );
});

test('a second limit runs after the first: thirty days, then two working days', () => {
  const rule = period('most', 30, 'day', { then: { length: 2, unit: 'workingDay' } });
  // 2026-09-05 + 30 = 10-05, a holiday, rolls to 10-08; two working days after it are 10-10.
  assert.equal(verdict(rule, '2026-09-05', null).dueOn, '2026-10-10');
  assert.equal(verdict(rule, '2026-09-05', '2026-10-11').verdict, 'broken');
});

test('bids are opened at the moment they close', () => {
  const rule = period('same', 0, 'day');
  const at = Date.parse('2026-11-20T09:30:00+08:00');
  assert.equal(judge(rule, { at }, { at: at + 30_000 }, CALENDAR).verdict, 'kept');
  assert.equal(judge(rule, { at }, { at: at + 30 * 60_000 }, CALENDAR).verdict, 'broken');
  assert.equal(judge(rule, { at }, null, CALENDAR).verdict, 'missing');
});

test('months end on their last day where they lack the day', () => {
  assert.equal(verdict(period('least', 1, 'month'), '2026-01-31', '2026-02-28').verdict, 'kept');
  assert.equal(verdict(period('least', 1, 'year'), '2024-02-29', '2025-02-27').verdict, 'broken');
});

// ── Properties, over every day of 2026 ─────────────────────────────────────────

const DAYS = Array.from({ length: 330 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
);
const RANK = { broken: 0, border: 1, kept: 2 } as Record<string, number>;

test('the two conventions bracket every count, and differ by the opening day at most', () => {
  for (const start of DAYS.slice(0, 300)) {
    for (const length of [1, 3, 5, 10, 20]) {
      const end = addWorkingDays(CALENDAR, start, length)!;
      const [without, inclusive] = countWorkingDays(CALENDAR, start, end)!;
      assert.equal(without, length, start);
      assert.equal(inclusive - without, CALENDAR.isWorkingDay(start) ? 1 : 0, start);
    }
  }
});

test('a window that ends a day later is never judged worse, a limit that is met a day later never better', () => {
  for (const start of DAYS.filter((_, index) => index % 7 === 0)) {
    for (const unit of ['day', 'workingDay'] as const) {
      let window = -1;
      let limit = 3;
      for (let end = start, step = 0; step < 25 && end <= '2026-12-31'; end = nextDay(end), step++) {
        const next = RANK[verdict(period('least', 10, unit), start, end).verdict]!;
        assert.ok(next >= window, `${unit} ${start} ${end}`);
        window = next;
        const met = RANK[verdict(period('most', 10, unit), start, end).verdict]!;
        assert.ok(met <= limit, `${unit} ${start} ${end}`);
        limit = met;
      }
    }
  }
});

test('a limit is kept on its last day by the lenient count, and broken the day after', () => {
  for (const start of DAYS.slice(0, 300)) {
    for (const unit of ['day', 'workingDay'] as const) {
      const { dueOn } = verdict(period('most', 5, unit), start, null);
      assert.notEqual(verdict(period('most', 5, unit), start, dueOn).verdict, 'broken', start);
      assert.equal(verdict(period('most', 5, unit), start, nextDay(dueOn!)).verdict, 'broken', start);
      assert.equal(CALENDAR.isWorkingDay(dueOn!), true, start);
    }
  }
});

test('shifting both ends of a window of plain days by a day changes nothing', () => {
  for (const start of DAYS.slice(0, 300)) {
    const end = new Date(Date.parse(`${start}T00:00:00Z`) + 14 * 86_400_000).toISOString().slice(0, 10);
    assert.deepEqual(
      verdict(period('least', 15, 'day'), start, end).verdict,
      verdict(period('least', 15, 'day'), nextDay(start), nextDay(end)).verdict,
    );
  }
});
