import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { approvalPage } from '../../../src/views/approvals/approval-page.ts';
import { approvalsPage } from '../../../src/views/approvals/approvals-page.ts';
import { approvalsTable } from '../../../src/views/approvals/table.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);

test('the list stands by unit, by what people come for, and as of any day; the table has the same items', async () => {
  const page = approvalsPage(portal, {}, 'zh');
  assert.equal(page.groups.flatMap(({ rows }) => rows).length, page.total);
  assert.equal(approvalsTable(portal, {}, 'zh').rowCount, page.total);
  const business = approvalsPage(portal, { event: 'business' }, 'zh');
  assert.ok(business.groups.flatMap(({ rows }) => rows).some(({ name }) => name === '食品经营许可'));
  const state = (on?: string) => approvalPage(portal, 'sp-sc-02', on, 'zh')!.row.status;
  assert.deepEqual([state('2025-01-01'), state('2026-11-01')], ['kept', 'cancelled']);
  const since = approvalsPage(portal, { since: '2026-04-01' }, 'zh');
  assert.ok(since.total > 0 && since.total < page.total);
});

test('an item tells where, with what, how long and at what fee; a fee leads to the catalogue', () => {
  const item = approvalPage(portal, 'sp-zr-01', undefined, 'zh')!;
  assert.deepEqual(
    item.charges.map(({ path, name }) => [path, name]),
    [['/fees/zr-01', '不动产登记费']],
  );
  assert.ok(item.facts.some(({ label, text }) => label === '首问负责' && text === '综合受理岗'));
  assert.equal(item.materials.length, 5);
});

test('a joint item has its lead, members, steps and total; an ended one says where it went', () => {
  const joint = approvalPage(portal, 'sp-js-01', undefined, 'zh')!.joint!;
  assert.deepEqual([joint.total, joint.steps.length, joint.members.length], ['28个工作日', 4, 2]);
  const merged = approvalPage(portal, 'sp-js-02', undefined, 'zh')!;
  assert.deepEqual(merged.became, { text: '已并入：建筑工程施工许可证核发', path: '/approvals/sp-js-01' });
});

test('what others published against the rules is told beside the item', () => {
  assert.deepEqual(approvalPage(portal, 'sp-sl-01', undefined, 'zh')!.faults, [
    '承诺时限比法定时限长',
    '写明收费，未对应收费目录',
  ]);
});
