import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { dayIn, moved, monthsOn, weeksOf, withDay, workingOn } from '../../src/office/picker/month.ts';
import { pickerData } from '../../src/office/picker/picker-data.ts';

test('a month begins on its weekday, and weeks begin on Monday', () => {
  const weeks = weeksOf('2026-12-16');
  assert.deepEqual(weeks[0], [
    null,
    '2026-12-01',
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
  ]);
  assert.deepEqual(weeks.at(-1), ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', null, null, null]);
  assert.equal(weeksOf('2027-02-01').length, 4);
});

test('keys lead by days, weeks, months and years, and into the next month', () => {
  assert.equal(moved('2026-12-31', 'ArrowRight', false), '2027-01-01');
  assert.equal(moved('2026-12-01', 'ArrowUp', false), '2026-11-24');
  assert.equal(moved('2026-12-16', 'Home', false), '2026-12-14');
  assert.equal(moved('2026-12-16', 'End', false), '2026-12-20');
  assert.equal(moved('2027-01-31', 'PageDown', false), '2027-02-28');
  assert.equal(moved('2028-02-29', 'PageUp', true), '2027-02-28');
  assert.equal(monthsOn('2100-12-05', 1), '2100-12-05');
  assert.equal(moved('2026-12-16', 'a', false), null);
});

test('a holiday, a made-up day and a weekend are told apart; beyond the known years only weekends are known', () => {
  const years = { '2026': { rest: ['10-01'], work: ['10-10'] } };
  assert.equal(workingOn('2026-10-01', years), 'rest');
  assert.equal(workingOn('2026-10-10', years), 'made-up');
  assert.equal(workingOn('2026-10-11', years), 'weekend');
  assert.equal(workingOn('2026-10-12', years), 'working');
  assert.equal(workingOn('2031-10-01', years), 'working');
});

test('the days off are those of the calendar that verdicts are reckoned by', () => {
  const database = new Database(':memory:');
  migrate(database);
  const { years, today } = pickerData(database, Date.parse('2026-11-27T01:00:00Z'), 'zh');
  assert.equal(today, '2026-11-27');
  assert.ok(years['2026']!.rest.includes('10-01'));
});

test('a box opens the calendar where its text says, however it was written, and keeps its hour', () => {
  assert.equal(dayIn('2026年12月16日上午9时'), '2026-12-16');
  assert.equal(dayIn('12月'), null);
  assert.equal(withDay('2026年12月16日上午9时', '2026-12-17'), '2026-12-17 09:00');
  assert.equal(withDay('2026-12-16', '2026-12-17'), '2026-12-17');
  assert.equal(withDay('没有定', '2026-12-17'), '2026-12-17');
});
