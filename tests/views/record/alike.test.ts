import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike } from '../../../src/views/record/alike.ts';

test('neighbours that say the same stand together, and nothing changes its place', () => {
  assert.deepEqual(
    alike(['更正', '更正', '招标', '更正'], (one) => one),
    [['更正', '更正'], ['招标'], ['更正']],
  );
  assert.deepEqual(
    alike([], () => ''),
    [],
  );
});
