import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../../src/database/database.ts';
import { directoryPage, readDirectoryParameters, type DirectoryOf } from '../../../src/views/party/directory-page.ts';
import { takeDirectory } from '../../../src/views/party/directory-table.ts';
import { rebuild } from '../../../src/notices/rebuild.ts';
import { saveParties } from '../../../src/parties/storage.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { emptyHouse, published, tenderNotice, withdrawalOf } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';
import { CENTRE, COMPANY, RIVAL, idOf, twoRoads } from './world.ts';

const found = (portal: Portal, of: DirectoryOf, query = '') =>
  directoryPage(portal, of, readDirectoryParameters(new URLSearchParams(query)), 'zh');
const names = (portal: Portal, of: DirectoryOf, query = '') => found(portal, of, query).rows.map(({ name }) => name);

test('a directory stands in the order of pinyin and says what one compares by', () => {
  const portal = twoRoads();
  assert.deepEqual(names(portal, 'parties'), [RIVAL, '陕西某路桥有限公司', COMPANY]);
  assert.deepEqual(names(portal, 'units'), [CENTRE]);
  const [, , company] = found(portal, 'parties').rows;
  assert.deepEqual(
    [company!.records, company!.won, company!.newestOn, company!.roles.map(({ text }) => text)],
    [2, 1, '2026-10-23', ['候选人2', '中选人1']],
  );
});

test('somebody is found by a part of the name, traditional characters, pinyin and initials', () => {
  const portal = twoRoads();
  for (const q of ['某建设有限', '某建設有限', 'tianshuimou', 'tsmjs', '天水某建设有限公司'])
    assert.deepEqual(names(portal, 'parties', `q=${q}`), [COMPANY], q);
  assert.deepEqual(names(portal, 'parties', 'q=没有'), []);
  assert.deepEqual(names(portal, 'parties', 'letter=s'), ['陕西某路桥有限公司', COMPANY]);
});

test('a unit is found by the name it bore, and anybody by the beginning of a code', () => {
  const portal = twoRoads();
  const { database } = portal;
  database.run("INSERT INTO units (id, name, region, made_at) VALUES ('u', ?, '620500', 1)", CENTRE);
  database.run("INSERT INTO unit_names (unit, name, until) VALUES ('u', '天水市某市政处', '2019-01-01')");
  database.run("UPDATE parties SET identifier = '91620500MA0000001X' WHERE id = ?", idOf(COMPANY));
  assert.deepEqual(names(portal, 'units', 'q=某市政处'), [CENTRE]);
  assert.deepEqual(names(portal, 'parties', 'q=91620500ma'), [COMPANY]);
});

test('pages of a directory hold everybody once, and the table holds them all', async () => {
  const database = emptyHouse();
  const name = (at: number) => `天水第${at}工程有限公司`;
  saveParties(
    database,
    Array.from({ length: 90 }, (_, at) => ({
      id: idOf(name(at)),
      name: name(at),
      isUnit: false,
      namedBy: 1,
      release: 1,
    })),
  );
  const portal = portalOver(database);
  const seen: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page = found(portal, 'parties', `after=${after}`);
    assert.equal(page.total, 90);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  }
  assert.equal(new Set(seen).size, 90);
  assert.equal(seen.length, 90);
  const table = takeDirectory(portal, 'parties', found(portal, 'parties').parameters, {
    locale: 'zh',
    isCoded: true,
    face: 'csv',
  });
  const rows = (await Array.fromAsync(table.rows)).flat();
  assert.deepEqual(
    rows.map(([id]) => id),
    seen,
  );
});

test('what is counted follows a withdrawal, and a rebuild counts the same', () => {
  const database = emptyHouse();
  published(database, tenderNotice);
  const counts = (of: Database) =>
    of.all('SELECT party, role, records FROM party_tallies WHERE records > 0 ORDER BY party, role');
  assert.ok(counts(database).length > 0);
  published(database, withdrawalOf('lakeside-1'));
  const before = counts(database);
  rebuild(database);
  assert.deepEqual(counts(database), before);
});
