import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitNames } from '../../src/values/unit-names.ts';

test('a department is known by the names it bore before and after the reforms', () => {
  assert.deepEqual(unitNames('天水市国土资源局'), ['天水市自然资源局']);
  assert.deepEqual(unitNames('天水市自然资源局'), ['天水市国土资源局']);
  assert.deepEqual(unitNames('國土資源局'), ['自然资源局']);
  assert.ok(unitNames('市扶贫办').includes('市农业农村局'));
});

test('a name that ends like another is not taken for it, and others have no other name', () => {
  assert.deepEqual(unitNames('麦积区住房和城乡建设局'), ['麦积区建设局']);
  assert.deepEqual(unitNames('天水市某医院'), []);
});
