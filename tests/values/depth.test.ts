import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEEPEST, tooDeep } from '../../src/values/depth.ts';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

test('what is as deep as may be is not too deep, one level more is, and a hundred thousand are no trouble', () => {
  assert.equal(tooDeep(nested(DEEPEST)), null);
  assert.equal(tooDeep(nested(DEEPEST + 1)), '0.0.0.0');
  assert.equal(tooDeep({ fields: { parcels: [nested(100_000)] } }), 'fields.parcels.0.0');
  assert.equal(tooDeep('a'), null);
});

test('a wide value is not a deep one', () => {
  assert.equal(tooDeep(Array.from({ length: 10_000 }, () => ({ a: [{}] }))), null);
});
