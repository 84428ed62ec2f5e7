import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { benchmarkPage, discretionPage } from '../../../src/views/discretion/discretion-page.ts';
import { discretionTable } from '../../../src/views/discretion/table.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);

test('benchmarks are found by all the words asked for, as of the day, and the table has a line a circumstance', () => {
  const found = (q: string, on?: string) =>
    discretionPage(portal, { q, ...(on && { on }) }, 'zh')
      .groups.flatMap(({ rows }) => rows)
      .map(({ offence, steps }) => [offence, steps.length]);
  assert.deepEqual(found('采矿 罚款'), [['未取得采矿许可证擅自采矿', 3]]);
  assert.deepEqual(found('採礦 罰款', '2026-01-01'), [['未取得采矿许可证擅自采矿', 2]], 'the older one, in any script');
  assert.deepEqual(found('采矿 警告'), []);
  assert.equal(discretionTable(portal, { q: '采矿' }, 'zh').rowCount, 3);
});

test('what was repealed is told with its day', () => {
  assert.match(benchmarkPage(portal, 'cl-sc-02', undefined, 'zh')!.state.text, /废止/);
  assert.match(benchmarkPage(portal, 'cl-sc-02', '2026-01-01', 'zh')!.state.text, /起执行/);
});
