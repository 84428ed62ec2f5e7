import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../src/views/lost.ts';

test('the words of an unknown address are searched for, without what only programs write', () => {
  assert.equal(wordsOf('/湖滨路改造/中标.html'), '湖滨路改造 中标');
  assert.equal(wordsOf('/%E6%B9%96%E6%BB%A8%E8%B7%AF'), '湖滨路');
  assert.equal(wordsOf('/records/TS-GC-2026-0300'), 'TS GC 2026 0300');
  assert.equal(wordsOf('/index.html'), '');
  assert.equal(wordsOf('/%E6%B9'), '%E6%B9');
});
