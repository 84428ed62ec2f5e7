import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  dayOf,
  dayOrMinuteOf,
  machineTime,
  minuteOf,
  momentsIn,
  parseDay,
  parseDayOrInstant,
  parseInstant,
  startOfDay,
} from '../../src/values/date.ts';

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

test('a moment is kept with its hour only where one is said, and what ends at 24:00 lasts through its day', () => {
  assert.equal(parseDayOrInstant('2026年3月16日'), '2026-03-16');
  assert.equal(parseDayOrInstant('2026年3月16日18时'), Date.UTC(2026, 2, 16, 10));
  assert.equal(parseDayOrInstant('2026-03-16 00:00'), Date.UTC(2026, 2, 15, 16));
  assert.equal(parseDayOrInstant('2026年3月23日24时00分'), '2026-03-23');
  assert.equal(parseDayOrInstant('三月十六日'), null);
  assert.deepEqual(['2026-03-16', Date.UTC(2026, 2, 16, 10)].map(dayOrMinuteOf), ['2026-03-16', '2026-03-16 18:00']);
});

test('a time of day is read however it is printed', () => {
  const at = (text: string) => {
    const instant = parseInstant(text);
    return instant === null ? null : minuteOf(instant);
  };
  for (const [text, minute] of [
    ['2026年3月16日上午9时30分', '2026-03-16 09:30'],
    ['2026年3月16日下午2:30', '2026-03-16 14:30'],
    ['2026年3月16日9点半', '2026-03-16 09:30'],
    ['２０２６年３月１６日９时', '2026-03-16 09:00'],
    ['2026-03-16 12:00 AM', '2026-03-16 00:00'],
    ['2026-03-16 12:00 PM', '2026-03-16 12:00'],
    ['2026-03-16 24:00', '2026-03-17 00:00'],
    ['Mar 16, 2026 9:30:00 AM', '2026-03-16 09:30'],
    ['2026-04-07 09:00（北京时间）', '2026-04-07 09:00'],
  ] as const)
    assert.equal(at(text), minute, text);
  for (const text of ['2026-03-16 25:00', '2026-03-16 24:01', '2026-03-16 9:75', '2026-03-16 13:00 PM'])
    assert.equal(at(text), null, text);
});

test('a number that may be a serial or Unix time, and a year nobody means, are refused', () => {
  for (const text of ['46098', '46098.5', '1774000000', '20260316', '1889-01-01', '2101-01-01', '1026年3月1日'])
    assert.equal(parseInstant(text), null, text);
});

test('moments are found inside a sentence, a day staying a day', () => {
  const text =
    '请于2026年3月16日至2026年3月22日，每天8:00至12:00获取；投标截止时间为2026-04-07 09:00，2026年2月30日无效。';
  assert.deepEqual(
    momentsIn(text).map(({ day, time }) => [day, time]),
    [
      ['2026-03-16', undefined],
      ['2026-03-22', undefined],
      ['2026-04-07', '09:00:00'],
    ],
  );
});

test('days that do not exist are refused', () => {
  assert.equal(parseInstant('2026年2月30日09时30分'), null);
  assert.equal(parseInstant('2026-04-31 10:15'), null);
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
