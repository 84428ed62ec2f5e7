import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { electronicPage, electronicTable } from '../../../src/views/procurement/electronic-page.ts';
import { savingsPage, savingsTable } from '../../../src/views/procurement/savings-page.ts';
import { spreadOf } from '../../../src/views/procurement/spread.ts';
import { supervisionPage } from '../../../src/views/supervision/supervision-page.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);

test('a spread says how many, the middle one, and between what the middle half lies; of few it says no more than the middle', () => {
  assert.equal(spreadOf([]), null);
  assert.deepEqual(spreadOf([4, 2, 3]), { n: 3, median: 3, quarters: null });
  assert.deepEqual(spreadOf([1, 2, 3, 4, 5]), { n: 5, median: 3, quarters: [2, 4] });
  assert.deepEqual(spreadOf([-3, 1]), { n: 2, median: -1, quarters: null }, 'above budget is below nothing');
});

test('each purchase has its own share of its own budget; what has no whole sum, or a package that nobody won, has none', () => {
  const page = savingsPage(portal, {}, 'zh');
  assert.ok(page.rows.length > 3);
  const parts = page.rows.filter(({ title }) => title === '张家川县某医院医疗设备采购');
  assert.deepEqual(
    parts.map(({ saved }) => saved),
    [null],
    'its third package failed',
  );
  for (const { budget, award, saved } of page.rows.filter((row) => !parts.includes(row)))
    assert.equal(
      saved,
      budget === null || award === null ? null : Math.round(((budget - award) * 1_000) / budget) / 10,
    );
  assert.equal(page.all!.n + page.without, page.total);
  assert.equal(
    page.byMethod.reduce((sum, { spread }) => sum + spread.n, 0),
    page.all!.n,
    'methods part the same purchases',
  );
  assert.equal(savingsTable(portal, {}, 'zh').rowCount, page.total);
});

test('of the stages that were seen, those with a time are counted; what was not seen counts for nothing', () => {
  const page = electronicPage(portal, {});
  for (const { marks, stamped, seen } of page.rows) {
    const all = Object.values(marks);
    assert.equal(seen, all.filter((mark) => mark !== 'unseen').length);
    assert.ok(stamped <= seen);
  }
  assert.equal(
    page.byStage.reduce((sum, { seen }) => sum + seen, 0),
    page.all!.seen,
  );
  assert.equal(electronicTable(portal, {}, 'zh').rowCount, page.total);
});

test('both stand behind the door 监督', () => {
  const paths = supervisionPage(portal, 'zh').parts.map(({ path }) => path);
  assert.ok(paths.includes('/procurement/savings') && paths.includes('/procurement/electronic'));
});
