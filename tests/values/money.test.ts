import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sumOf, sumOfAll } from '../../src/registers/ocds.ts';
import { differsInWords, formatFen, formatWan, parseMoney } from '../../src/values/money.ts';
import { moneySchema } from '../../src/values/money-schema.ts';

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

test('capital numerals are compared with the digits, never multiplied', () => {
  const fen = (text: string) => parseMoney(text)?.fen;
  assert.equal(fen('¥3,214,500.00元（大写：人民币叁佰贰拾壹万肆仟伍佰元整）'), 321_450_000);
  assert.equal(fen('人民币壹佰贰拾万元整（¥1200000.00）'), 120_000_000);
  assert.equal(fen('贰佰元伍角'), 20_050);
  assert.equal(fen('壹亿贰仟万元整'), 12_000_000_000);
  assert.equal(fen('¥1元（大写：壹拾元整）'), null);
  assert.ok(differsInWords(parseMoney('¥1元（大写：壹拾元整）')!));
});

test('a unit is that of its own number', () => {
  const read = (text: string) => {
    const money = parseMoney(text);
    return money && [money.fen, money.currency, money.basis];
  };
  assert.deepEqual(read('98.5万美元'), [98_500_000, 'USD', 'total']);
  assert.deepEqual(read('金额（美元）：300'), [30_000, 'USD', 'total']);
  assert.deepEqual(read('2000日元'), [200_000, 'JPY', 'total']);
  assert.deepEqual(read('12元/万立方米'), [1_200, 'CNY', 'per-unit']);
  assert.deepEqual(read('80千元'), [8_000_000, 'CNY', 'total']);
  assert.deepEqual(read('3百万元'), [300_000_000, 'CNY', 'total']);
  assert.deepEqual(read('513360.00\n元每年'), [51_336_000, 'CNY', 'per-year']);
  assert.deepEqual(read('1,200,000.00元（120万元）'), [120_000_000, 'CNY', 'total']);
  assert.deepEqual(read('3年共90万元'), [90_000_000, 'CNY', 'total']);
  assert.equal(read('12万平方米'), null);
  assert.equal(read('-5万元'), null);
});

test('what is beyond ten trillion is no sum, at the edge and in OCDS', () => {
  assert.equal(parseMoney('99万亿元'), null);
  assert.equal(sumOf({ amount: 99_999_999_999_999, currency: 'CNY' }), null);
  assert.equal(sumOf({ amount: -1, currency: 'CNY' }), null);
  assert.equal(moneySchema.safeParse({ fen: 2 ** 53 - 1, printed: '' }).success, false);
});

test('a whole is the sum of its parts only when each is known', () => {
  const yuan = (amount: number) => ({ amount, currency: 'CNY' });
  assert.equal(sumOfAll([yuan(1), yuan(2)]), 300);
  assert.equal(sumOfAll([yuan(1), undefined]), null);
  assert.equal(sumOfAll([yuan(1), { amount: 2, currency: 'USD' }]), null);
  assert.equal(sumOfAll([]), null);
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
