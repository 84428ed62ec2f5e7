import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchmarkOn } from '../../src/registers/discretion/benchmark.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const project = { code: 'cl-zr-01', name: '擅自采矿' };
const said = (kind: string, fields: Record<string, unknown>, at: string) =>
  noticeOf('discretion', kind, fields, { id: `${kind}-${at}`, publishedAt: at, project, amends: undefined });
const benchmark = (from: string, upper: string, more: Record<string, unknown> = {}) =>
  said(
    'benchmark',
    {
      offence: '擅自采矿',
      domain: '自然资源',
      enforcer: '天水市某局',
      basis: [{ document: '《某条例》', article: '第一条' }],
      steps: [
        { gravity: 'minor', circumstance: '首次', penalty: 'fine', printed: '原文', lower: '1万元', upper, ...more },
      ],
      effectiveFrom: from,
    },
    `${from} 09:00`,
  );
const repeal = said('repeal', { basis: [{ documentNumber: '某号' }], effectiveFrom: '2026-06-01' }, '2026-05-20 09:00');

test('on any day a benchmark is the one in force: not yet, the older, the newer, then ended', () => {
  const { benchmark: told } = compiled(benchmark('2024-01-01', '3万元'), benchmark('2025-01-01', '5万元'), repeal);
  const on = (day: string) => benchmarkOn(told, day)!;
  assert.equal(on('2023-12-31').status, 'notYet');
  assert.deepEqual([on('2024-06-01').status, on('2024-06-01').steps[0]!.upper!.fen], ['inForce', 3_000_000]);
  assert.equal(on('2025-01-01').steps[0]!.upper!.fen, 5_000_000);
  assert.deepEqual([on('2026-06-01').status, on('2026-06-01').until], ['ended', '2026-06-01']);
});

test('a range that is upside down is refused', () => {
  assert.deepEqual(
    refusalsIn(benchmark('2025-01-01', '5千元')).map(({ code, path }) => `${code} ${path}`),
    ['benchmark-range fields.steps.0.lower'],
  );
});
