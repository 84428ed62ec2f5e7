import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { fundPage } from '../../../src/views/funds/fund-page.ts';
import { fundsPage } from '../../../src/views/funds/funds-page.ts';
import { chosenFunds } from '../../../src/views/funds/kept-funds.ts';
import { fundsTable } from '../../../src/views/funds/table.ts';
import { supervisionPage } from '../../../src/views/supervision/supervision-page.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { emptyHouse, NOW } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const database = emptyHouse();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database);

test('the page of a year adds its funds up by county, and the table to take away goes down to the village', async () => {
  const page = fundsPage(portal, {}, 'zh');
  assert.deepEqual(
    page.rows.map(({ year, name }) => `${year} ${name}`),
    ['2026 农村道路养护专项资金', '2026 义务教育学生营养改善补助资金', '2026 临时救助补助资金'],
  );
  const sum = (name: string) => page.places.find((place) => place.name === name)!.allotted;
  assert.equal(sum('清水县'), 6.44e8 + 7.2e8, 'of two funds');
  const { rows, columns } = fundsTable(portal, chosenFunds(portal, {}).kept, 'zh');
  const lines: unknown[][] = [];
  for await (const some of rows) lines.push(...some);
  const village = columns.findIndex(({ name }) => name === 'village');
  assert.ok(lines.some((line) => line[village] === '某某村'));
  assert.equal(lines.length > page.rows.length, true);
});

test('sums that do not fit, and days that passed, are said; what was not seen is never called a violation', () => {
  const words = (code: string) => fundPage(portal, code, 'zh')!.checks.map(({ word, tone }) => `${word} ${tone}`);
  assert.deepEqual(words('zj-2026-jt-01'), ['相符 kept', '相符 kept', '到期未见 border', '未到期 running']);
  assert.equal(words('zj-2026-mz-02')[0], '超出 broken');
  assert.match(
    fundPage(portal, 'zj-2026-mz-02', 'zh')!.checks[0]!.text,
    /412\.00万元，比下达的400\.00万元多12\.00万元/,
  );
});

test('what an audit found stands with its own words, who puts it right, and whether that was seen', () => {
  const { findings, evaluations, years, ocid } = fundPage(portal, 'ZJ-2025-JT-01', 'zh')!;
  assert.ok(ocid, 'a code is found as people type it');
  assert.deepEqual(
    findings.map(({ type, state }) => [type, state.text]),
    [
      ['结余闲置', '过期23天，未见完成'],
      ['挪用', '2026-09-09已核查'],
      ['程序不合规', '未定期限'],
    ],
  );
  assert.match(findings[1]!.quoted!, /挪用/);
  assert.equal(evaluations[0]!.score, 84.5);
  assert.deepEqual(
    years.map(({ year }) => year),
    ['2026', '2025'],
  );
});

test('behind the door 监督 stands every register that declares it, and a search finds what is there', async () => {
  const { parts } = supervisionPage(portal, 'zh');
  assert.deepEqual(
    parts.map(({ path }) => path).filter((path) => path === '/funds' || path === '/owed'),
    ['/funds', '/owed'],
  );
  const { parameters } = readSearchParameters(new URLSearchParams({ q: '农村道路养护专项资金' }));
  const found = await searchPage(portal, parameters, 'zh');
  assert.ok(found.rows.some(({ recordPath }) => recordPath.startsWith('/funds/zj-')));
});
