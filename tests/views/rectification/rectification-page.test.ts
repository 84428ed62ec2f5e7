import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { fill } from '../../../src/locales/labels.ts';
import { rectification } from '../../../src/locales/zh/rectification.ts';
import { matterPage } from '../../../src/views/rectification/matter-page.ts';
import { rectificationPage } from '../../../src/views/rectification/rectification-page.ts';
import { rectificationTable } from '../../../src/views/rectification/table.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);

test('what is past its day stands first with the days it is late, and the table has the same matters', () => {
  const page = rectificationPage(portal, {}, 'zh');
  assert.equal(page.rows[0]!.mark!.text, fill(rectification.late, { n: 23 }));
  assert.deepEqual(page.states.find(({ id }) => id === 'overdue')!.count, 1);
  assert.equal(rectificationTable(portal, {}, 'zh').rowCount, page.total);
  assert.equal(rectificationPage(portal, { state: 'checked' }, 'zh').total, 1);
});

test('a low place leads to its correction, or the page says that none was seen', () => {
  const [block] = rectificationPage(portal, { part: 'ratings' }, 'zh').ratings;
  assert.equal(block!.respondents, 2140);
  const low = block!.rows.filter(({ isLow }) => isLow).map(({ unit, file }) => [unit, file!.path !== null, file!.text]);
  assert.deepEqual(low, [
    ['天水市某供水服务中心', true, '评议靠后：答复群众慢'],
    ['天水市某物业管理站', false, rectification.noFile],
  ]);
});

test('a matter is one record for who found it, who puts it right and who looks again', () => {
  const page = matterPage(portal, 'zg-2026-002', 'zh')!;
  assert.deepEqual(
    page.sections.map(({ title }) => title),
    ['查出问题', '整改完成', '整改核查'],
  );
  assert.equal(page.timeline.length, 3);
  assert.ok(page.clock!.lines.some(({ rule, verdict }) => rule === 'R1' && verdict === 'kept'));
});

test('what failed the check was not put right by its day, whatever its unit had said', () => {
  const { clock } = matterPage(portal, 'zg-2026-004', 'zh')!;
  const line = clock!.lines.find(({ rule }) => rule === 'R1')!;
  assert.deepEqual([line.verdict, line.count], ['notApplicable', '核查没有通过，这次完成不算']);
});

test('a published case has its outcome, its day and its source', () => {
  const [row] = rectificationPage(portal, { part: 'exposures' }, 'zh').rows;
  assert.match(row!.decision!, /退还/);
  assert.ok(row!.decidedOn && row!.source.includes('典型案例通报'));
});
