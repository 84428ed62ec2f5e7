import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeOf, refusalsIn } from './notices.ts';

const told = (fields: Record<string, unknown> = {}, more = {}) =>
  refusalsIn(
    noticeOf(
      'cases',
      'progress',
      {
        itemName: '食品经营许可',
        unitInCharge: '天水市某局',
        acceptedOn: '2026-11-02',
        dueOn: '2026-11-11',
        ...fields,
      },
      { project: { code: 'bj-2026-0001', name: '食品经营许可' }, amends: undefined, ...more },
    ),
  ).map(({ code, path }) => `${code} ${path}`);

test('nobody’s data stand in a case: an identity card or a telephone is refused wherever it is written', () => {
  assert.deepEqual(told(), []);
  assert.deepEqual(told({ itemName: '张某 620502199001011234 食品经营许可' }), ['case-personal fields.itemName']);
  assert.deepEqual(told({}, { body: '联系电话13800138000' }), ['case-personal body']);
  assert.deepEqual(told({}, { title: '受理编号20261102000100010001' }), [], 'a long number is no telephone');
});

test('days before the acceptance, and a decision without its day, are refused', () => {
  assert.deepEqual(told({ dueOn: '2026-10-01' }), ['case-before fields.dueOn']);
  assert.deepEqual(told({ decidedOn: '2026-11-05' }), ['case-result fields.result']);
  assert.deepEqual(told({ result: 'granted' }), ['case-result fields.decidedOn']);
});
