import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judge, rolled } from '../../src/clock/judge.ts';
import type { Period } from '../../src/clock/period.ts';
import { addWorkingDays, nextDay, workingDays } from '../../src/clock/working-days.ts';
import { DAY, dayOf, startOfDay } from '../../src/values/date.ts';

const CALENDAR = workingDays();
const FIRST = Date.UTC(2025, 0, 1);
const start = fc.integer({ min: 0, max: 540 }).map((n) => dayOf(FIRST + n * DAY));
const limit = (length: number, unit: Period['unit']): Period => ({
  id: 'X',
  law: '某法',
  article: '第一条',
  from: null,
  until: null,
  trigger: 'a',
  target: 'b',
  operator: 'most',
  length,
  unit,
  binds: 'unit',
  verifiedOn: null,
});
const verdict = (rule: Period, from: string, to: string) => judge(rule, { on: from }, { on: to }, CALENDAR).verdict;

test('a limit of working days that begins on a day of rest is kept to its last day: neither way of counting takes it in', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 20 }), (from, length) => {
      fc.pre(CALENDAR.isWorkingDay(from) === false);
      const last = addWorkingDays(CALENDAR, from, length)!;
      assert.equal(verdict(limit(length, 'workingDay'), from, last), 'kept', `${from} +${length}`);
      assert.equal(verdict(limit(length, 'workingDay'), from, nextDay(last)), 'broken', `${from} +${length}`);
    }),
  );
});

test('one that begins on a working day too: the opening day does not count, the last day does', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 20 }), (from, length) => {
      fc.pre(CALENDAR.isWorkingDay(from) === true);
      const rule = limit(length, 'workingDay');
      const last = addWorkingDays(CALENDAR, from, length)!;
      assert.equal(verdict(rule, from, last), 'kept', `${from} +${length}`);
      assert.equal(verdict(rule, from, nextDay(last)), 'broken', `${from} +${length}`);
    }),
  );
});

test('a limit of days is kept on its last day, and its last day rolls over a rest', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), (from, length) => {
      const plain = dayOf(startOfDay(from)! + length * DAY);
      const last = rolled(plain, CALENDAR)!;
      assert.equal(verdict(limit(length, 'day'), from, last), 'kept', `${from} +${length}`);
      assert.equal(verdict(limit(length, 'day'), from, nextDay(last)), 'broken', `${from} +${length}`);
    }),
  );
});

test('a limit of months or years is kept on its last day: a month has no day to count in', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('month', 'year' as const),
      (from, length, unit) => {
        const months = unit === 'month' ? length : 12;
        const [year, month, date] = from.split('-').map(Number) as [number, number, number];
        const end = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
        const plain = new Date(Date.UTC(year, month - 1 + months, Math.min(date, end))).toISOString().slice(0, 10);
        const last = rolled(plain, CALENDAR);
        fc.pre(last !== null);
        const rule = limit(unit === 'month' ? length : 1, unit);
        assert.equal(verdict(rule, from, last!), 'kept', `${from} +${length} ${unit}`);
        assert.equal(verdict(rule, from, nextDay(last!)), 'broken', `${from} +${length} ${unit}`);
      },
    ),
  );
});
