import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { recordPage } from '../../src/views/record/record-page.ts';
import { sumsPage } from '../../src/views/supervision/sums-page.ts';
import { supervisionPage } from '../../src/views/supervision/supervision-page.ts';
import { listRecords } from '../../src/notices/lists/storage.ts';
import { refusalsIn } from '../registers/notices.ts';
import { emptyHouse, published } from './lakeside-road.ts';
import { portalOver } from '../views/world.ts';

const AUTHORITY = '武山县某水务局';

function said(id: string, kind: string, at: string, fields: Record<string, unknown>): NoticeInput {
  return {
    id,
    register: 'enforcement',
    kind,
    title: `武山县某村河道无证采砂案 ${kind}`,
    project: { code: 'WS-CF-2026-007', name: '武山县某村河道无证采砂案' },
    region: '620524',
    unit: { name: AUTHORITY },
    publishedAt: at,
    reason: '决定被撤销',
    fields,
  };
}

const penalty = said('sand-1', 'penalty', '2026-10-12 09:00', {
  matter: 'riverSand',
  respondent: '武山某砂石有限公司',
  authority: AUTHORITY,
  place: '某村河段',
  documentNumber: '武水罚〔2026〕7号',
  facts: '没有许可证采砂。',
  breached: '某法第一条',
  basis: '某法第二条',
  penalty: '没收所得四万元，罚款十二万元。',
  found: '40,000元',
  fine: '120,000元',
  decidedOn: '2026-10-09',
  servedOn: '2026-10-10',
  payBy: '2026-10-30',
});
const paid = (id: string, sum: string, on: string, at: string) => said(id, 'treasury', at, { paid: sum, paidOn: on });
const closed = said('sand-4', 'closure', '2026-11-02 09:00', {
  concludedOn: '2026-11-01',
  outcome: '罚没款已经缴清。',
});

/** Publishes, and tells of which record. */
function tell(database: Database, ...notices: NoticeInput[]): string {
  return published(database, ...notices)[0]!.ocid;
}

function columnIn(page: ReturnType<typeof recordPage>, id: string): string | undefined {
  const grid = page!.rights!;
  return grid.rows[0]![grid.columns.findIndex((column) => column.id === id)]?.text;
}

test('a penalty is published, paid and closed: what came in is what was found', () => {
  const database = emptyHouse();
  const portal = portalOver(database);
  const ocid = tell(database, penalty);
  assert.equal(recordPage(portal, ocid, 'zh')!.state.text, '已处罚');
  assert.equal(columnIn(recordPage(portal, ocid, 'zh'), 'open'), '16.00');

  published(database, paid('sand-2', '100,000元', '2026-10-19', '2026-10-20 09:00'));
  const half = recordPage(portal, ocid, 'zh');
  assert.deepEqual(
    [half!.state.text, columnIn(half, 'treasury'), columnIn(half, 'open')],
    ['正在执行', '10.00', '6.00'],
  );
  const open = (money: string) =>
    listRecords(database, { register: 'enforcement', facets: { money }, limit: 9, now: portal.now() }).total;
  assert.deepEqual([open('open'), open('settled')], [1, 0]);

  published(database, paid('sand-3', '60,000元', '2026-10-28', '2026-10-29 09:00'), closed);
  const end = recordPage(portal, ocid, 'zh');
  assert.deepEqual([end!.state.text, columnIn(end, 'open')], ['已结案', '0.00']);
  assert.deepEqual([open('open'), open('settled')], [0, 1]);
  assert.deepEqual(
    end!.clock!.lines.filter(({ verdict }) => verdict !== 'kept').map(({ rule }) => rule),
    [],
    'published, served, paid in time, and no one asks when nothing had to be returned',
  );
});

test('a fine that is paid before the last day of the decision is paid in time, and no day is asked where none is set', () => {
  const database = emptyHouse();
  const ocid = tell(database, penalty, paid('sand-2', '160,000元', '2026-10-19', '2026-10-20 09:00'));
  const lines = recordPage(portalOver(database), ocid, 'zh')!.clock!.lines;
  assert.equal(lines.find(({ rule }) => rule === 'E5')?.verdict, 'kept');
  assert.equal(
    lines.find(({ rule }) => rule === 'E6'),
    undefined,
  );
});

test('a decision that is revoked asks for nothing any more, and says why', () => {
  const database = emptyHouse();
  const revoked = said('sand-5', 'revocation', '2026-11-02 09:00', { revokedOn: '2026-11-01', ground: '事实不清' });
  const ocid = tell(database, penalty, revoked);
  const page = recordPage(portalOver(database), ocid, 'zh');
  assert.deepEqual([page!.state.text, page!.newest.note, columnIn(page, 'open')], ['已撤销', '决定被撤销', undefined]);
});

test('a natural person who is penalised is masked wherever the notice names them', () => {
  const database = emptyHouse();
  const person = { ...penalty.fields, respondent: '张三丰', facts: '张三丰没有许可证采砂。' };
  const ocid = tell(database, { ...penalty, title: '张三丰采砂案行政处罚决定', fields: person });
  assert.ok(!JSON.stringify(recordPage(portalOver(database), ocid, 'zh')).includes('张三丰'));
});

test('a bar on bidding says from when, until when and why, or there is none', () => {
  const barred = (more: object) => refusalsIn({ ...penalty, fields: { ...penalty.fields, ...more } });
  assert.deepEqual(
    barred({ barScope: 'tendering', barFrom: '2026-10-10' }).map(({ code, path }) => `${code} ${path}`),
    ['missing fields.barUntil', 'missing fields.barBasis'],
  );
  const bar = { barScope: 'tendering', barFrom: '2026-10-10', barUntil: '2026-10-09', barBasis: '某法第五十四条' };
  assert.deepEqual(
    barred(bar).map(({ code }) => code),
    ['bar-ends-before'],
  );
});

test('what was found and what came in is added up by matter, place and unit', () => {
  const database = emptyHouse();
  tell(database, penalty, paid('sand-2', '100,000元', '2026-10-19', '2026-10-20 09:00'));
  const [sums] = sumsPage(portalOver(database), 'zh').registers;
  assert.deepEqual(
    sums!.grids.map(({ id, grid }) => [id, ...grid.rows[0]!.map(({ text }) => text)]),
    [
      ['matter', '河道采砂', '1', '4.00', '12.00', '10.00', '本站未见', '6.00'],
      ['place', '武山县', '1', '4.00', '12.00', '10.00', '本站未见', '6.00'],
      ['unit', AUTHORITY, '1', '4.00', '12.00', '10.00', '本站未见', '6.00'],
    ],
  );
});

test('behind the door of supervision stand the registers that watch, with what they said last', () => {
  const database = emptyHouse();
  published(database, penalty);
  const page = supervisionPage(portalOver(database), 'zh');
  assert.match(page.parts.find(({ path }) => path === '/enforcement')!.count, /^1/);
  assert.deepEqual(
    page.latest.map(({ title, state }) => [title, state.text]),
    [['武山县某村河道无证采砂案', '已处罚']],
  );
});
