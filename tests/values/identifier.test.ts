import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDealCode, checkUscc, mod37 } from '../../src/values/identifier.ts';

/** Vectors of domain.md §2.6. */
test('real social credit codes pass both checks', () => {
  for (const code of [
    '91440101MA5CJQ4N59',
    '913502000728319549',
    '123502001549897397',
    '91350200MA31E12PXF',
    '91110000802100433B',
    '914403001922038216',
  ]) {
    assert.deepEqual(checkUscc(code), { code, shape: true, check: true });
  }
});

test('a wrong check digit is told apart from a wrong shape', () => {
  assert.deepEqual(checkUscc('91440101MA5CJQ4N58'), { code: '91440101MA5CJQ4N58', shape: true, check: false });
  assert.equal(checkUscc('91350100M0001TGQXM').check, false);
  assert.equal(checkUscc('91350100M0001TGQX').shape, false);
  assert.equal(checkUscc('9144O101MA5CJQ4N59').shape, false);
});

test('a code is read in full width, lower case and with spaces', () => {
  assert.equal(checkUscc(' ９１４４０１０１ ma5cjq4n59 ').check, true);
});

test('the MOD 37-2 check character agrees with the standard', () => {
  assert.equal(mod37('G123498654321'), 'H');
});

test('unified deal codes pass with their industry prefix, printed with hyphens or without', () => {
  for (const code of [
    'A01-11620500MA71ABC283-20261123-000001-3',
    'A02-12620500MA71ABC280-20260315-000123-G',
    'D0391620502MA71ABC28P20260911000045P',
  ]) {
    const { shape, check } = checkDealCode(code);
    assert.deepEqual({ shape, check }, { shape: true, check: true }, code);
  }
});

test('without the prefix a deal code cannot be checked, and is not called wrong', () => {
  assert.deepEqual(checkDealCode('11620500MA71ABC283-20261123-000001-3').check, null);
});

test('a deal code of another overflow is shaped right and fails its check', () => {
  assert.deepEqual(checkDealCode('A01-11620500MA71ABC283-20261123-000001-4').check, false);
  assert.equal(checkDealCode('A01-11620500MA71ABC283-20261323-000001-3').shape, false);
});
