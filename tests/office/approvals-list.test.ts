import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operator } from '../../src/accounts/officers/officer.ts';
import { createUnit } from '../../src/accounts/units/unit.ts';
import { compareWithKept, handInList } from '../../src/office/approvals/revise.ts';
import { publish } from '../../src/notices/publish.ts';
import { NOW, value, world } from '../accounts/world.ts';

const HEAD = ['事项编码', '事项名称', '实施单位', '事项类型', '设定依据', '法定时限', '承诺时限', '是否收费'];
const CHANGED = ['sp-js-01', '施工许可证核发', '天水市某住建局', '行政许可', '《建筑法》第七条', '7', '2', '否'];
const NEW = ['', '占道施工许可', '天水市某城管局', '行政许可', '《某条例》第三十一条', '20', '5', '否'];

/** One item is kept; the centre keeps the list for all units. */
function centre() {
  const { database, officer, actor } = world();
  const registers = [{ register: 'approvals', part: 'lead' as const }];
  const unit = value(
    createUnit(database, operator(NOW), { name: '天水市某政务服务中心', region: '620500', registers }, NOW),
  ).id;
  const outcome = publish(
    database,
    {
      id: 'kept',
      register: 'approvals',
      kind: 'entry',
      title: '施工许可证核发列入清单',
      project: { code: 'sp-js-01', name: '施工许可证核发' },
      unit: { name: '天水市某住建局' },
      publishedAt: '2026-03-01',
      fields: {
        name: '施工许可证核发',
        unitInCharge: '天水市某住建局',
        itemKind: 'permit',
        basis: [{ document: '《建筑法》', article: '第七条' }],
        statutoryDays: 7,
        promisedDays: 3,
        materials: [{ name: '申请表' }],
        charged: false,
        listOn: '2026-02-20',
      },
    },
    { actor: 'test', now: NOW },
  );
  assert.equal(outcome.status, 'published');
  return { database, author: actor(officer('centre', unit, ['author'])) };
}

test('a whole list is compared with what is kept, and what is new or changed goes to review, an entry each', () => {
  const { database, author } = centre();
  const revision = { table: [HEAD, CHANGED, NEW], on: '2026-11-01' };
  const compared = value(compareWithKept(database, revision, NOW));
  assert.deepEqual([compared.added.length, compared.changed.length, compared.removed.length], [1, 1, 0]);
  const handed = handInList(database, author, revision, NOW);
  assert.deepEqual(handed, { ok: true, value: 2 });
  const drafts = database.all<{ state: string; content: string }>('SELECT state, content FROM drafts');
  assert.deepEqual(
    drafts.map(({ state }) => state),
    ['submitted', 'submitted'],
  );
  const changed = drafts.map(({ content }) => JSON.parse(content)).find((one) => one.project.code === 'sp-js-01');
  assert.deepEqual(
    [changed.fields.promisedDays, changed.fields.materials[0].name],
    [2, '申请表'],
    'what is not printed stays',
  );
});

test('where one row cannot be taken none is, and the cell is named', () => {
  const { database, author } = centre();
  const late = NEW.with(6, '30');
  const handed = handInList(database, author, { table: [HEAD, CHANGED, late], on: '2026-11-01' }, NOW);
  assert.deepEqual(
    [handed.ok, handed.cells?.map(({ code, row }) => `${row} ${code}`)],
    [false, ['3 approval-promise']],
  );
  assert.equal(database.get<{ n: number }>('SELECT count(*) AS n FROM drafts')!.n, 0);
});
