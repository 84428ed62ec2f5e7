import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMoney, type MoneyBasis } from '../../src/values/money.ts';

const amount = fc.integer({ min: 1, max: 99_999_999 });
const between = fc.constantFrom('；', '，', ' ', '至', '~', '、其中', '（大写）');
const unit = fc.constantFrom('元', '万元', '元/年', '%');

test('a line that says two amounts is read as neither', () => {
  fc.assert(
    fc.property(amount, unit, between, amount, unit, (a, first, separator, b, second) => {
      assert.equal(parseMoney(`${a}${first}${separator}${b}${second}`), null);
    }),
  );
});

test('whatever is printed beyond 分 is rounded half up, to the fen, however long', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 9 }), fc.stringMatching(/^\d{0,6}$/), (fen, next, more) => {
      const printed = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}${next}${more}元`;
      assert.equal(parseMoney(printed)!.fen, fen + (next >= 5 ? 1 : 0), printed);
    }),
  );
});

test('万元 and 元 of one sum are the same fen', () => {
  fc.assert(
    fc.property(amount, (fen) => {
      const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
      const wan = (BigInt(fen) * 10n ** 6n).toString().padStart(13, '0');
      assert.equal(parseMoney(`${yuan}元`)!.fen, parseMoney(`${wan.slice(0, -12)}.${wan.slice(-12)}万元`)!.fen);
    }),
  );
});

test('what an amount is counted by is never lost, before the number or after it', () => {
  const BASES: [before: string, after: string, MoneyBasis][] = [
    ['每亩', '/亩', 'per-mu'],
    ['每平方米', '/平方米', 'per-square-metre'],
    ['每公顷', '/公顷', 'per-hectare'],
    ['每年', '/年', 'per-year'],
  ];
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom('元', '万元'),
      fc.constantFrom(...BASES),
      (sum, yuan, [before, after, basis]) => {
        assert.equal(parseMoney(`${before}${sum}${yuan}`)!.basis, basis);
        assert.equal(parseMoney(`${sum}${yuan}${after}`)!.basis, basis);
        assert.equal(parseMoney(`${sum}${yuan}`)!.basis, 'total');
      },
    ),
  );
});
