import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listRecords } from '../../../src/notices/lists/storage.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { home } from '../../../src/views/home/home-page.ts';
import { happeningsOf } from '../../../src/views/clock/happenings.ts';
import { stateOf } from '../../../src/views/record/state.ts';
import { searchPage } from '../../../src/views/search/search-page.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { DAY } from '../../../src/values/date.ts';
import { emptyHouse, NOW, published } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

/** 乙工程 takes applications until a day before, or after, the day of the stories. */
function applying(deadline: string) {
  const database = emptyHouse();
  published(database, {
    id: 'b',
    register: 'construction',
    kind: 'prequalification',
    title: '乙工程资格预审公告',
    project: { code: 'TS-10', name: '乙工程' },
    region: '620502',
    publishedAt: '2026-11-01',
    firstPublished: { medium: '某网' },
    fields: { procuringEntity: '天水某中心', applicationDeadline: deadline },
  });
  return portalOver(database);
}

async function statesOf(portal: ReturnType<typeof portalOver>) {
  const list = (stage: string) =>
    listRecords(portal.database, { register: 'construction', stage, facets: {}, limit: 5, now: NOW });
  const found = async (query: string) => {
    const { parameters } = readSearchParameters(new URLSearchParams(query));
    return (await searchPage(portal, parameters, 'zh')).total;
  };
  const [record] = listRecords(portal.database, { register: 'construction', facets: {}, limit: 5, now: NOW }).records;
  return {
    badge: stateOf(record!, NOW).code,
    listed: { open: list('prequalification').total, closed: list('closed').total },
    found: {
      open: await found('stage=prequalification'),
      closed: await found('stage=closed'),
      due: await found('due=open'),
    },
    home: home(portal, 'zh').tally.find(({ name }) => name === 'open')!.value,
    calendar: happeningsOf(record!, [], 'zh', NOW)[0]!.at > NOW,
  };
}

test('an application whose deadline has passed is closed on the badge, in the list, in search, at home and in the calendar', async () => {
  assert.deepEqual(await statesOf(applying('2026-11-20 10:00')), {
    badge: 'closed',
    listed: { open: 0, closed: 1 },
    found: { open: 0, closed: 1, due: 0 },
    home: 0,
    calendar: false,
  });
});

test('one that can still be handed in is open in all of them', async () => {
  assert.deepEqual(await statesOf(applying('2026-11-30 10:00')), {
    badge: 'prequalification',
    listed: { open: 1, closed: 0 },
    found: { open: 1, closed: 0, due: 1 },
    home: 1,
    calendar: true,
  });
});

test('time left is told in days, and the last three of them are marked', async () => {
  const { database } = applying('2026-11-30 10:00');
  const [record] = listRecords(database, { register: 'construction', facets: {}, limit: 1, now: NOW }).records;
  assert.deepEqual(
    [0, 4, 6].map((days) => stateOf(record!, NOW + days * DAY)),
    [
      { code: 'prequalification', tone: 'open', days: 7 },
      { code: 'prequalification', tone: 'closing', days: 3 },
      { code: 'prequalification', tone: 'closing', days: 1 },
    ],
  );
});

test('a correction of a result that is not here says who won, and for how much', () => {
  const database = emptyHouse();
  const [release] = published(database, {
    id: 'c',
    register: 'construction',
    kind: 'correction',
    title: '丙工程更正公告',
    project: { code: 'TS-11', name: '丙工程' },
    region: '620502',
    publishedAt: '2026-11-01',
    firstPublished: { medium: '某网' },
    fields: {
      ceilingPrice: '1306万元',
      awards: [{ supplier: '天水某建设有限公司', awardPrice: '1242万元' }],
    },
  });
  const page = recordPage(portalOver(database), release!.ocid, 'zh')!;
  assert.equal(page.newest.who?.name, '天水某建设有限公司');
  assert.match(page.newest.amount!.text, /12,420,000/);
  assert.match(page.state.text, /中标/);
});
