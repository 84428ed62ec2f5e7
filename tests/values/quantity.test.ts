import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay, parseDayOrInstant, parseInstant, minuteOf } from '../../src/values/date.ts';
import { readMoney } from '../../src/values/money.ts';
import { quantityIn, readQuantity } from '../../src/values/quantity.ts';

const read = (text: string, unit?: string, counters?: string) => {
  const result = readQuantity(text, { unit, counters });
  return result.ok ? result.value : result.refusals[0]!.code;
};

test('a quantity is read as people write it, in the unit of its field', () => {
  for (const [text, unit, value] of [
    ['70年', 'year', '70'],
    ['七十年', 'year', '70'],
    ['6个月', 'year', '0.5'],
    ['3.245公顷', 'hectare', '3.245'],
    ['32450.12㎡', 'hectare', '3.245012'],
    [' 32，450.12 平方米 ', 'hectare', '3.245012'],
    ['1.5万亩', 'hectare', '1000'],
    ['60亩', 'hectare', '4'],
    ['0.32平方公里', 'hectare', '32'],
    ['８５公顷', 'square-kilometre', '0.85'],
    ['１２３．４', 'hectare', '123.4'],
    ['１，０００', 'year', '1000'],
    ['2.3％', 'percent', '2.3'],
    ['5‰', 'percent', '0.5'],
  ] as const)
    assert.equal(read(text, unit), value, text);
  assert.equal(read('3家', undefined, '家'), '3');
});

test('what does not divide, counts another thing or is no number is refused, never guessed', () => {
  assert.deepEqual(readQuantity('48.68亩', { unit: 'hectare' }), {
    ok: false,
    refusals: [{ code: 'not-exact', found: '48.68亩', expected: '3.2453 hectare' }],
  });
  assert.equal(read('70年', 'hectare'), 'unit-unfit');
  assert.equal(read('3.2公顷', 'year'), 'unit-unfit');
  assert.equal(read('3个标段', undefined, '家'), 'unit-unfit');
  assert.equal(read('40~70年', 'year'), 'unit-unfit');
  assert.equal(read('约3公顷', 'hectare'), 'not-a-number');
  assert.equal(read('1,00公顷', 'hectare'), 'unit-unfit');
  assert.equal(read('-3公顷', 'hectare'), 'negative-number');
  assert.equal(read('1.2345678901234567公顷', 'hectare'), 'number-too-long');
});

test('a longer text says its area too', () => {
  assert.equal(quantityIn('约32450平方米（合48.67亩）', 'hectare'), 3.245);
  assert.equal(quantityIn('工业用地', 'hectare'), undefined);
});

test('a sum below nothing, or beyond any sum, says what it is, and a fraction of a 分 is noticed', () => {
  assert.equal(readMoney('-5万元'), 'money-negative');
  assert.equal(readMoney('负5万元'), 'money-negative');
  assert.equal(readMoney('99999999999999万元'), 'money-large');
  assert.equal(readMoney('１，０００'), 'not-money');
  const sum = (text: string) => {
    const found = readMoney(text);
    return typeof found === 'string' ? found : [found.money.fen, found.isRounded];
  };
  assert.deepEqual(sum('482.4万元'), [482_400_000, false]);
  assert.deepEqual(sum('480万'), [480_000_000, false]);
  assert.deepEqual(sum('１２３．４万元'), [123_400_000, false]);
  assert.deepEqual(sum('12.345元'), [1_235, true]);
});

test('a day stands alone in numerals, with blanks around or its weekday behind', () => {
  assert.equal(parseDay(' \u3000二〇二六年十二月一日\u00a0 '), '2026-12-01');
  assert.equal(parseDay('二○二六年十月二十五日'), '2026-10-25');
  assert.equal(parseDay('2026.12.1'), '2026-12-01');
  assert.equal(parseDay('2026年12月1日（星期二）'), '2026-12-01');
  assert.equal(minuteOf(parseInstant('2026年12月1日9时30分')!), '2026-12-01 09:30');
  assert.equal(minuteOf(parseInstant('二〇二六年十二月一日上午九时三十分')!), '2026-12-01 09:30');
  assert.equal(minuteOf(parseDayOrInstant('2026-12-1 9:30') as number), '2026-12-01 09:30');
  assert.equal(parseDay('十二月一日'), null);
  assert.equal(parseDay('二〇二六年十三月一日'), null);
});
