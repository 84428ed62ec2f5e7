import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, machineTime, minuteOf, parseDay, parseInstant, startOfDay } from '../../src/values/date.ts';

test('instants are read as printed, in Shanghai time where no zone is given', () => {
  const expected = Date.UTC(2026, 3, 8, 1, 30);
  for (const text of [
    '2026-04-08 09:30',
    '2026年04月08日 09点30分',
    '2026年4月8日09时30分00秒',
    '2026-04-08T09:30:00+08:00',
    '2026-04-08T01:30:00Z',
  ]) {
    assert.equal(parseInstant(text), expected, text);
  }
});

test('a day alone is its first moment in Shanghai', () => {
  assert.equal(parseInstant('2017-10-17'), Date.UTC(2017, 9, 16, 16));
  assert.equal(parseDay('2026年3月5日'), '2026-03-05');
});

test('days that do not exist are refused', () => {
  assert.equal(parseDay('2026-02-30'), null);
  assert.equal(parseInstant('2026-13-01 10:00'), null);
  assert.equal(startOfDay('2026-2-3'), null);
});

test('the day turns at midnight in Shanghai, not in London', () => {
  assert.equal(dayOf(Date.UTC(2026, 10, 23, 15, 59)), '2026-11-23');
  assert.equal(dayOf(Date.UTC(2026, 10, 23, 16, 0)), '2026-11-24');
  assert.equal(minuteOf(Date.UTC(2026, 10, 23, 16, 5)), '2026-11-24 00:05');
  assert.equal(machineTime(Date.UTC(2026, 10, 23, 2, 12)), '2026-11-23T10:12+08:00');
});
