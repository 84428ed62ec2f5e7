import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../src/locales/labels.ts';
import { findRegister, registers } from '../../src/registers/registers.ts';
import { longDay } from '../../src/views/long-day.ts';
import { counterOf, stageLabel } from '../../src/views/words.ts';

test('a state of any register is a word where all registers are searched', () => {
  for (const { stages } of registers.map(({ labels }) => labels.zh))
    for (const stage of Object.keys(stages)) assert.match(stageLabel(stage, [], 'zh'), /\p{Script=Han}/u, stage);
});

test('a label says one item and two items, and leaves what it was not told', () => {
  const label = '{n} {n:item|items} of {unit}';
  assert.equal(fill(label, { n: 1 }), '1 item of {unit}');
  assert.equal(fill(label, { n: 2, unit: '市住建局' }), '2 items of 市住建局');
  assert.equal(fill(label, { n: '1,001' }), '1,001 items of {unit}');
});

test('the weekday stands after a Chinese day and before an English one', () => {
  assert.equal(longDay('2026-11-28', 'zh'), '2026年11月28日 星期六');
  assert.equal(longDay('2026-11-28', 'en'), 'Saturday 28 November 2026');
});

test('one record of a register is counted as one', () => {
  const register = findRegister('enforcers')!;
  assert.equal(counterOf(register, 1, 'en'), 'unit');
  assert.equal(counterOf(register, 2, 'en'), 'units');
  assert.equal(counterOf(register, 1, 'zh'), '个');
});
