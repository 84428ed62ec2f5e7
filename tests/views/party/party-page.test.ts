import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { saveVerdicts, type VerdictRow } from '../../../src/clock/storage.ts';
import { saveParties, saveRoles } from '../../../src/parties/storage.ts';
import { csvText } from '../../../src/views/list/take-away.ts';
import { partyFace } from '../../../src/views/party/faces.ts';
import { partyPage, type PartyPage } from '../../../src/views/party/party-page.ts';
import { takeRecords } from '../../../src/views/party/records-table.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';
import { CENTRE, COMPANY, RIVAL, idOf, twoRoads } from './world.ts';

function page(portal: Portal, name: string, isUnit = false): PartyPage {
  const found = partyPage(portal, idOf(name), isUnit, null, 'zh');
  assert.ok(found && !('redirect' in found), name);
  return found;
}
const textIn = (grid: { rows: { text: string }[][] }) => grid.rows.map((row) => row.map(({ text }) => text));

test('a company sees by year where it took part, won, and was not chosen', () => {
  const [won] = page(twoRoads(), COMPANY).dealings;
  assert.equal(won!.heading, '中选1个项目，工程建设中标价合计3,214.50万元');
  assert.deepEqual(textIn(won!.grid), [
    ['2026', '1', '1', '0', '0', '3,214.50'],
    ['2025', '1', '0', '1', '0', '—'],
  ]);
  assert.deepEqual(textIn(won!.counterparties!.grid), [[CENTRE, '1', '3,214.50']]);
  assert.deepEqual(
    won!.chart!.bars.map(({ text, value }) => [text, value > 0]),
    [
      ['2025', false],
      ['2026', true],
    ],
  );
});

test('who only bid is told so, without a sum', () => {
  const [won] = page(twoRoads(), '陕西某路桥有限公司').dealings;
  assert.equal(won!.heading, '参加2个项目，未见中选');
  assert.equal(won!.counterparties, null);
});

test('every record says of what its sum is the sum, and whether it is what this party won', () => {
  const { records } = page(twoRoads(), RIVAL);
  assert.deepEqual(
    records.map(({ fen, fenLabel }) => [fen, fenLabel]),
    [
      [3_214_500_000, '中标价（他人中选）'],
      [2_000_000_000, '本主体中选金额'],
    ],
  );
});

test('another spelling of a name stands on the page with the notice and the unit that wrote it', () => {
  const { names, name } = page(twoRoads(), CENTRE, true);
  assert.equal(name, CENTRE);
  const [[written, seen, by]] = names!.rows as [[{ text: string }, { text: string; path: string }, { text: string }]];
  assert.equal(written.text, '天水市某建設管理中心');
  assert.equal(seen.text, '河堤加固工程施工招标公告');
  assert.match(seen.path, /^\/notices\/\d+$/);
  assert.equal(by.text, '天水市某建設管理中心');
});

test('sums of two registers are told apart and never added', () => {
  const database = emptyHouse();
  const id = idOf('天水某综合有限公司');
  const named = { id, name: '天水某综合有限公司', isUnit: false, namedBy: 2, release: 1 };
  const role = { party: id, role: 'supplier', orderKey: 1, year: 2026, basis: 'award' };
  saveParties(database, [named]);
  saveRoles(database, 'a', [{ ...role, ocid: 'a', amount: 100_000_000, register: 'construction' }]);
  saveRoles(database, 'b', [{ ...role, ocid: 'b', amount: 250_000_000, register: 'land', orderKey: 2 }]);
  const [won] = page(portalOver(database), '天水某综合有限公司').dealings;
  assert.equal(won!.heading, '中选2个项目');
  assert.deepEqual(won!.sums, [
    '工程建设中标价合计100.00万元（1个项目的）',
    '土地使用权成交价合计250.00万元（1个项目的）',
  ]);
});

const due: VerdictRow = {
  ocid: 'a',
  rule: 'P15-2',
  triggerRelease: 1,
  register: 'procurement',
  unit: '',
  verdict: 'kept',
  reason: null,
  triggerOn: '2026-09-01',
  targetOn: '2026-09-20',
  targetRelease: 2,
  without: 19,
  inclusive: 20,
  dueOn: '2026-10-10',
  publication: true,
  measured: null,
};
const absent = { verdict: 'running', targetOn: null, targetRelease: null, without: null, inclusive: null } as const;

test('a unit is told how many notices were due before how many it published, and what is not counted', () => {
  const portal = twoRoads();
  const unit = idOf(CENTRE);
  saveVerdicts(
    portal.database,
    'a',
    [
      due,
      { ...due, triggerRelease: 2, verdict: 'broken' as const, targetOn: '2026-11-01' },
      { ...due, triggerRelease: 3, ...absent },
      { ...due, triggerRelease: 4, ...absent, dueOn: '2027-01-01' },
      { ...due, triggerRelease: 5, ...absent, publication: false },
      { ...due, triggerRelease: 6, ...absent, rule: 'L4', register: 'land' },
    ].map((row) => ({ ...row, unit })),
  );
  const kept = page(portal, CENTRE, true).kept!;
  assert.equal(kept.heading, '应公开3件，本站见到2件');
  assert.deepEqual([kept.inTime, kept.late, kept.unseen], [1, 1, 1]);
  assert.deepEqual(kept.notes.slice(0, 3), [
    '另有1件还没有到期。',
    '另有1件不计：来源没有全部收录，或者公告缺日期。',
    '另有1件不计：所依的规则还没有核对原文。',
  ]);
});

test('nothing is owed where nothing is covered: it says so, and accuses nobody', () => {
  const portal = twoRoads();
  saveVerdicts(portal.database, 'a', [{ ...due, ...absent, unit: idOf(CENTRE), publication: false }]);
  const kept = page(portal, CENTRE, true).kept!;
  assert.deepEqual([kept.due, kept.heading, kept.grid, kept.owed], [0, '没有可以计的', null, null]);
});

test('whoever is described may ask for a correction: the contact that is set, or none', () => {
  const portal = twoRoads();
  assert.equal(page(portal, COMPANY).contact, null);
  const set = { ...portal, settings: { ...portal.settings, footer: { contact: '0938-0000000' } } };
  assert.equal(page(set, COMPANY).contact, '0938-0000000');
  assert.equal(page(portal, COMPANY).address, `https://gongshi.example/parties/${idOf(COMPANY)}`);
});

test('a table of a party has all of its records, though a page shows twenty, and goes on from a key', async () => {
  const database = emptyHouse();
  const many = Array.from({ length: 23 }, (_, at) => ({
    ...tenderNotice,
    id: `street-${at}`,
    number: `TS-GC-2026-1${at}`,
    title: `第${at}街道工程施工招标公告`,
    project: { code: `TS-GC-2026-1${at}`, name: `第${at}街道工程施工` },
  }));
  published(database, ...many);
  const portal = portalOver(database);
  const shown = page(portal, CENTRE, true);
  assert.deepEqual([shown.recordCount, shown.records.length], [23, 20]);
  const rest = partyPage(portal, shown.id, true, shown.next, 'zh') as PartyPage;
  const ocids = [...shown.records, ...rest.records].map(({ ocid }) => ocid);
  const table = takeRecords(portal, shown, { locale: 'zh', isCoded: true, face: 'csv' });
  const text = (await Array.fromAsync(csvText(table, true, 'zh'))).join('');
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
  assert.deepEqual(
    rows.map(({ ocid }) => ocid),
    ocids,
  );
  assert.deepEqual(
    [rows[0]!['roles'], rows[0]!['amount'], rows[0]!['amount_basis'], rows[0]!['winner'], rows[0]!['winner_missing']],
    ['procuringEntity;publisher', '33000000', 'ceiling', '', 'pending'],
  );
});

test('the JSON of a unit says who it is above its rows, and the address of the other kind leads to it', async () => {
  const portal = twoRoads();
  const asked = { id: idOf(CENTRE), search: new URLSearchParams(), face: 'json', locale: 'zh' } as const;
  const json = (await (await partyFace(portal, { ...asked, asUnit: true })).json()) as Record<string, unknown>;
  assert.deepEqual([json['name'], json['recordCount'], json['rowCount']], [CENTRE, 2, 2]);
  const moved = await partyFace(portal, { ...asked, asUnit: false });
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, `/units/${idOf(CENTRE)}.json`]);
});
