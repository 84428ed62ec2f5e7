import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { recordPage, type RecordPage } from '../../../src/views/record/record-page.ts';
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

test('a decision that names its benchmark shows the row it falls under, and whether the fine lies within', () => {
  const record = (code: string) => {
    const { ocid } = database.get<{ ocid: string }>(
      'SELECT ocid FROM record_keys WHERE key = ?',
      `enforcement:code:decision${code}`,
    )!;
    return recordPage(portal, ocid, 'zh') as RecordPage;
  };
  const { benchmark } = record('武水罚202607号');
  assert.equal(benchmark!.held!.offence, '未经许可在河道采砂');
  assert.deepEqual(benchmark!.step, {
    gravity: '较重',
    circumstance: '违法所得3万元以上',
    printed: '处10万元以上30万元以下罚款',
  });
  assert.match(benchmark!.note, /罚款120,000\.00元，在这一档写明的100,000\.00—300,000\.00元之内。按公告计算，仅供参考/);
  assert.equal(record('麦市监罚202614号').benchmark, null, 'which one it would be is not guessed');
});
