import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './source.ts';

/** design.md §2: adding the register "state-owned property" means one folder and one line, and nothing else. */
const TOY = `
import * as z from 'zod';
import { money, party, text } from '../fields.ts';
import { ocdsValue } from '../ocds.ts';
import { declareRegister, kind } from '../register.ts';
import { ROLES } from '../roles.ts';

const words = {
  name: '国有产权', short: '产权', title: '国有产权交易', what: '挂牌披露、交易结果', counter: '项', find: '标的、转让方',
  kinds: { disclosure: '挂牌披露', deal: '交易结果' }, stages: { disclosed: '披露中', closed: '披露期满', dealt: '已成交' }, steps: { disclosed: '披露', dealt: '成交' },
  fields: { subject: '标的', number: '标的编号', floorPrice: '转让底价', custodian: '托管机构', until: '披露至' }, choices: {}, columns: { price: '转让底价' }, facets: {},
  roles: { custodian: '托管机构', supplier: '受让方' },
  subject: { one: '产权标的', title: '标的与成交', startingPrice: '转让底价', dealPrice: '成交价', columns: { number: '标的编号', name: '标的' } },
};

export const stateProperty = declareRegister({
  id: 'state-property',
  stages: { disclosed: { isOpen: true }, dealt: { isDecided: true, head: 'decided' } },
  steps: ['disclosed', 'dealt'],
  roles: { custodian: { isUnit: true }, supplier: ROLES.supplier },
  subject: {
    isOne: ({ property }) => property !== undefined,
    codes: ({ property }) => [property.number],
    prices: ({ property }) => ({ start: property.floor }),
    columns: [
      { id: 'number', cell: ({ property }) => ({ type: 'text', text: property.number }) },
      { id: 'name', cell: ({ title }) => ({ type: 'text', text: title }) },
      'startingPrice', 'dealPrice', 'winner',
    ],
  },
  columns: [{ id: 'price', holds: 'money', place: 'sum', cell: ({ tender }) => ({ type: 'money', fen: tender?.lots?.[0]?.property?.floor?.fen ?? null }) }],
  facets: [],
  labels: { zh: words, en: words },
  kinds: {
    disclosure: kind({
      nationalType: '0501', act: 'state', stage: 'disclosed', tag: 'tender', source: '32号令',
      fields: z.strictObject({ subject: text(), number: text(), floorPrice: money(), custodian: party(), until: text() }),
      fragment: ({ title, fields }) => ({
        parties: fields.custodian ? [{ id: 'custodian', name: fields.custodian.name, roles: ['custodian'] }] : [],
        tender: {
          title, tenderPeriod: { endDate: fields.until },
          lots: [{ id: '1', title: fields.subject, property: { number: fields.number, floor: ocdsValue(fields.floorPrice) } }],
        },
      }),
    }),
    deal: kind({
      nationalType: '0502', act: 'state', stage: 'dealt', tag: 'award', source: '32号令',
      fields: z.strictObject({ supplier: party(), price: money() }),
      fragment: ({ fields }) => ({ awards: [{ id: 'a', status: 'active', value: ocdsValue(fields.price), suppliers: [{ id: 's', name: fields.supplier.name }], relatedLots: ['1'] }] }),
    }),
  },
});
`;

const USE = `
import assert from 'node:assert/strict';
import { Database } from './src/database/database.ts';
import { migrate } from './src/database/migrate.ts';
import { publish } from './src/notices/publish.ts';
import { textOf } from './src/notices/search-document.ts';
import { listRecords } from './src/notices/lists/storage.ts';
import { embeddedEngine } from './src/search/embedded-engine.ts';
import { readSettings } from './src/values/settings.ts';
import { home } from './src/views/home/home-page.ts';
import { recordPage } from './src/views/record/record-page.ts';

const database = new Database(':memory:');
migrate(database);
const now = Date.UTC(2026, 10, 23);
const said = (notice) => publish(database, { register: 'state-property', project: { code: 'TS-CQ-1', name: '天水某厂房' }, region: '620502', ...notice }, { actor: 'test', now });
const outcome = said({
  id: 'toy-1', kind: 'disclosure', title: '天水某厂房产权转让挂牌披露', publishedAt: '2026-11-20',
  fields: { subject: '厂房', number: 'GZ-2026-7788', floorPrice: '1,200,000元', custodian: '天水某托管中心', until: '2026-11-24T17:00:00+08:00' },
});
assert.equal(outcome.status, 'published', JSON.stringify(outcome));
const portal = { database, search: embeddedEngine(database, textOf(database)), settings: readSettings({}).value, now: () => now };
const list = (stage) => listRecords(database, { register: 'state-property', stage, facets: {}, limit: 20, now });
const find = async (q, filters = {}, at = now) => (await portal.search.search({ q, filters: { register: ['state-property'], ...filters }, sort: 'newest', limit: 20, facets: true, now: at })).hits.length;

// Its own stage takes entries until the deadline, and is closed after it, wherever that is asked.
assert.deepEqual([list('disclosed').total, list('closed').total], [1, 0]);
const after = now + 2 * 86_400_000;
assert.equal(listRecords(database, { register: 'state-property', stage: 'closed', facets: {}, limit: 20, now: after }).total, 1);
assert.equal(await find('厂房', { stage: ['disclosed'] }), 1);
assert.equal(await find('厂房', { stage: ['closed'] }, after), 1);
assert.equal(await find('GZ-2026-7788'), 1);
assert.equal(home(portal, 'zh').tally.find(({ name }) => name === 'open').value, 1);

// Its subject, its sums and its words are on the page.
const page = recordPage(portal, outcome.ocid, 'zh');
assert.equal(page.state.text, '还有1天');
assert.deepEqual(page.rights.columns.map(({ label }) => label), ['标的编号', '标的', '转让底价', '成交价', '受让方']);
assert.deepEqual(page.rights.rows[0].map(({ text }) => text).slice(0, 3), ['GZ-2026-7788', '厂房', '120.00']);
assert.deepEqual([page.newest.amount.label, page.newest.amount.text], ['转让底价', '¥1,200,000.00']);
assert.deepEqual(page.roles.map(({ label, parties }) => [label, parties[0].name, parties[0].path.startsWith('/units/')]), [['托管机构', '天水某托管中心', true]]);
assert.equal(list().records[0].amount, 120_000_000);

said({ id: 'toy-2', kind: 'deal', title: '天水某厂房产权交易结果', publishedAt: '2026-11-22', fields: { supplier: '天水某机械有限公司', price: '1,500,000元' } });
const dealt = recordPage(portal, outcome.ocid, 'zh');
assert.deepEqual([dealt.stage, dealt.newest.word, dealt.newest.who.name, dealt.newest.amount.text], ['dealt', '成交', '天水某机械有限公司', '¥1,500,000.00']);
assert.deepEqual(dealt.steps.map(({ text, tone }) => [text, tone]), [['披露', 'done'], ['成交', 'now']]);
console.log('published, listed, found and shown');
`;

test('a new register is one folder and one line', () => {
  const house = mkdtempSync(join(tmpdir(), 'gongshi-register-'));
  try {
    for (const part of ['src', 'db', 'package.json']) cpSync(join(ROOT, part), join(house, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    mkdirSync(join(house, 'src/registers/state-property'));
    writeFileSync(join(house, 'src/registers/state-property/register.ts'), TOY);
    const table = join(house, 'src/registers/registers.ts');
    const before = readFileSync(table, 'utf8');
    const after = `import { stateProperty } from './state-property/register.ts';\n${before.replace(/(registers: readonly Register\[\] = \[)/, '$1stateProperty, ')}`;
    assert.notEqual(after, before);
    writeFileSync(table, after);
    writeFileSync(join(house, 'use.ts'), USE);
    const { stdout, stderr } = spawnSync(process.execPath, ['use.ts'], { cwd: house, encoding: 'utf8' });
    assert.match(stdout, /published, listed, found and shown/, stderr);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});
