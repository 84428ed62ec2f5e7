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
import { kind, type Register } from '../register.ts';

const labels = {
  name: '国有产权', short: '产权', title: '国有产权交易', what: '挂牌披露、交易结果', counter: '项', find: '标的、转让方',
  kinds: { disclosure: '挂牌披露' }, stages: { tender: '披露中', closed: '披露期满' }, steps: { tender: '披露' },
  fields: { subject: '标的', floorPrice: '转让底价', transferor: '转让方' }, choices: {}, columns: { price: '转让底价' }, facets: {}, roles: { transferor: '转让方' },
};

export const stateProperty: Register = {
  id: 'state-property',
  steps: ['tender'],
  columns: [{ id: 'price', numeric: true, cell: ({ tender }) => ({ type: 'money', fen: tender?.value?.fen ?? null }) }],
  facets: [],
  labels: { zh: labels, en: labels },
  kinds: {
    disclosure: kind({
      nationalType: '0501', act: 'state', stage: 'tender', tag: 'tender', source: '32号令',
      fields: z.strictObject({ subject: text(), floorPrice: money(), transferor: party() }),
      fragment: ({ title, fields }) => ({
        parties: fields.transferor ? [{ id: 'transferor', name: fields.transferor.name, roles: ['transferor'] }] : [],
        tender: { title, value: ocdsValue(fields.floorPrice) },
      }),
    }),
  },
};
`;

const USE = `
import assert from 'node:assert/strict';
import { Database } from './src/database/database.ts';
import { migrate } from './src/database/migrate.ts';
import { publish } from './src/notices/publish.ts';
import { releaseText } from './src/notices/search-document.ts';
import { listRecords } from './src/notices/lists/storage.ts';
import { findReleases } from './src/notices/storage.ts';
import { embeddedEngine } from './src/search/embedded-engine.ts';

const database = new Database(':memory:');
migrate(database);
const now = Date.UTC(2026, 10, 23);
const outcome = publish(database, {
  id: 'toy-1', register: 'state-property', kind: 'disclosure', title: '天水某厂房产权转让挂牌披露', publishedAt: '2026-11-20', region: '620502',
  fields: { subject: '厂房', floorPrice: '1,200,000元', transferor: '天水某资产管理公司' },
}, { actor: 'test', now });
assert.equal(outcome.status, 'published', JSON.stringify(outcome));
const { records } = listRecords(database, { register: 'state-property', facets: {}, limit: 20, now });
assert.equal(records.length, 1);
assert.equal(records[0].amount, 120_000_000);
const engine = embeddedEngine(database, (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release)])));
const page = await engine.search({ q: '厂房', filters: { register: ['state-property'] }, sort: 'newest', limit: 20, facets: true, now });
assert.equal(page.hits.length, 1);
console.log('published, listed and found');
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
    assert.match(stdout, /published, listed and found/, stderr);
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
});
