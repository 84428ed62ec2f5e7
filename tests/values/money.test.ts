import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumOf } from '../../src/registers/ocds.ts';
import { formatFen, formatWan, moneySchema, parseMoney } from '../../src/values/money.ts';

test('amounts are read as Chinese notices print them', () => {
  const fen = (text: string) => parseMoney(text)?.fen;
  assert.equal(fen('0元 人民币'), 0);
  assert.equal(fen('480.000000（万元）'), 480_000_000);
  assert.equal(fen('1,436,000.00元'), 143_600_000);
  assert.equal(fen('¥1,268,000'), 126_800_000);
  assert.equal(fen('88.45 万元'), 88_450_000);
  assert.equal(fen('1.56亿元'), 15_600_000_000);
  assert.equal(fen('3836400.00 元'), 383_640_000);
});

test('what an amount is counted by is kept', () => {
  assert.deepEqual(parseMoney('1,234.5 元/年'), {
    fen: 123_450,
    currency: 'CNY',
    basis: 'per-year',
    printed: '1,234.5 元/年',
  });
  assert.equal(parseMoney('24万元/亩')?.basis, 'per-mu');
  assert.equal(parseMoney('36元/㎡')?.basis, 'per-square-metre');
  assert.equal(parseMoney('286.6元/工日')?.basis, 'per-unit');
});

test('a rate has no sum', () => {
  assert.deepEqual(parseMoney('费率 2.3%'), {
    fen: null,
    currency: 'CNY',
    basis: 'rate',
    rate: 2.3,
    printed: '费率 2.3%',
  });
});

test('a bare number is not guessed to be yuan', () => {
  assert.equal(parseMoney('179.3'), null);
  assert.equal(parseMoney('179.3', { unit: '万元' })?.fen, 179_300_000);
  assert.equal(moneySchema.safeParse('179.3').success, false);
});

test('only whole sums in yuan are compared', () => {
  assert.equal(sumOf(parseMoney('24万元/亩')), null);
  assert.equal(sumOf(parseMoney('100元')), 10_000);
  assert.equal(sumOf(parseMoney('100元', { currency: 'UGX' })), null);
});

test('fen are written with two decimals and commas', () => {
  assert.equal(formatFen(3_214_500_000), '32,145,000.00');
  assert.equal(formatFen(5), '0.05');
  assert.equal(formatWan(480_240_000), '480.24');
  assert.equal(formatWan(4_802_400_000), '4,802.40');
});
