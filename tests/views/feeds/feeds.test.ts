import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { DomUtils, parseDocument } from 'htmlparser2';
import { seed } from '../../../src/cli/seed.ts';
import { Answer } from '../../../src/door/answer.ts';
import { publish } from '../../../src/notices/publish.ts';
import { rebuild } from '../../../src/notices/rebuild.ts';
import { findRegister } from '../../../src/registers/registers.ts';
import type { Locale } from '../../../src/locales/labels.ts';
import { owedPage } from '../../../src/views/clock/owed/owed-page.ts';
import type { OwedParameters } from '../../../src/views/clock/owed/parameters.ts';
import { ATOM } from '../../../src/views/faces.ts';
import { catalogueFeed } from '../../../src/views/fees/catalogue-feed.ts';
import { atomText, type Feed } from '../../../src/views/feeds/feed.ts';
import { listFeed } from '../../../src/views/feeds/list-feed.ts';
import { owedFeed } from '../../../src/views/feeds/owed-feed.ts';
import { searchFeed } from '../../../src/views/feeds/search-feed.ts';
import { feeFeed, partyFeed, recordFeed } from '../../../src/views/feeds/single-feeds.ts';
import { feePage } from '../../../src/views/fees/fee-page.ts';
import { readListParameters } from '../../../src/views/list/parameters.ts';
import { partyPage } from '../../../src/views/party/party-page.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { readSearchParameters } from '../../../src/views/search/parameters.ts';
import { NOW, emptyHouse, published, tenderNotice, withdrawalOf } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const construction = findRegister('construction')!;
const { portal, lakeside } = lakesideAndSchool();

const demo = (() => {
  const database = emptyHouse();
  seed(database, { now: NOW, demo: true });
  return portalOver(database, NOW);
})();

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** A feed as a program reads it. */
function read(feed: Feed, of: Portal, locale: Locale = 'zh') {
  const text = atomText(feed, of, locale);
  const [root] = DomUtils.getElementsByTagName('feed', parseDocument(text, { xmlMode: true }));
  const told = (element: Element) => {
    const own = (name: string) =>
      DomUtils.getChildren(element).filter((one): one is Element => 'name' in one && one.name === name);
    const one = (name: string) => own(name).map((found) => DomUtils.textContent(found))[0];
    const link = (rel: string) => own('link').find(({ attribs }) => attribs['rel'] === rel)?.attribs['href'];
    return { one, link, id: one('id')!, title: one('title')!, updated: one('updated')!, summary: one('summary') ?? '' };
  };
  const entries = DomUtils.getElementsByTagName('entry', root!).map(told);
  return { text, feed: told(root!), entries };
}

const list = (query: string, of = portal, locale: Locale = 'zh') =>
  listFeed(of, construction, readListParameters(construction, new URLSearchParams(query)).parameters, locale);

/** A text as the door answers it, to who may have it already. */
async function asked(text: string, known?: string): Promise<{ status: number; etag: string }> {
  const server = createServer((request, response) => {
    void new Answer(200, { 'content-type': ATOM }, text).send(request, response, true);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: known ? { 'if-none-match': known } : {} });
  await answer.text();
  server.close();
  return { status: answer.status, etag: answer.headers.get('etag')! };
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const OWED: OwedParameters = { basis: 'verified', sort: 'longest', skip: 0 };

test('a list is followed by its newest notices, each telling the fact, who and how much', async () => {
  const { feed, entries } = read(await list('region=620502'), portal);
  assert.deepEqual(
    [feed.id, feed.link('self'), feed.link('alternate')],
    [
      'https://gongshi.example/construction.atom?region=620502',
      'https://gongshi.example/construction.atom?region=620502',
      'https://gongshi.example/construction?region=620502',
    ],
  );
  assert.ok(feed.title && INSTANT.test(feed.updated) && feed.one('author'));
  const [award, ...others] = entries;
  assert.deepEqual(others, []);
  assert.match(award!.title, /^中标结果公示（更正）：湖滨路改造工程施工，天水某建设有限公司，¥[\d,.]+$/);
  assert.match(award!.id, /^https:\/\/gongshi\.example\/notices\/\d+$/);
  assert.equal(award!.link('alternate'), award!.id);
  assert.equal(award!.link('related'), `https://gongshi.example/records/${lakeside}`);
});

test('every feed has what RFC 4287 asks for, in every language, under ids that are the same in all', async () => {
  const unit = demo.database.get<{ id: string }>('SELECT id FROM parties WHERE is_unit = 1 ORDER BY id LIMIT 1')!.id;
  const make = async (locale: Locale): Promise<Feed[]> => [
    await list('', demo, locale),
    (await searchFeed(demo, readSearchParameters(new URLSearchParams('q=道路')).parameters, locale)).feed,
    recordFeed(portal, recordPage(portal, lakeside, locale)!, locale),
    partyFeed(demo, partyPage(demo, unit, true, null, locale) as never, null, locale),
    catalogueFeed(demo, {}, locale),
    feeFeed(demo, feePage(demo, 'zr-01', undefined, locale)!, locale),
    owedFeed(demo, OWED, null, locale),
  ];
  const inChinese = await make('zh');
  for (const locale of ['zh', 'hant', 'en'] as const) {
    for (const [at, one] of (await make(locale)).entries()) {
      const { feed, entries } = read(one, demo, locale);
      assert.ok(entries.length > 0, one.page);
      for (const it of [feed, ...entries]) {
        assert.ok(it.title.trim() && it.id.startsWith('https://gongshi.example/'), one.page);
        assert.match(it.updated, INSTANT);
        assert.ok(it.link('alternate')?.startsWith(`https://gongshi.example${locale === 'zh' ? '' : `/${locale}`}/`));
      }
      assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length, one.page);
      assert.deepEqual(
        entries.map(({ id }) => id),
        inChinese[at]!.entries.map(({ id }) => id),
      );
    }
  }
  assert.match(read(inChinese[0]!, demo, 'hant').text, /招標|中標/);
});

test('who follows next to the end of a list has every record once', async () => {
  const ids: string[] = [];
  for (let query: string | null = 'limit=3'; query !== null;) {
    const { feed, entries } = read(await list(query, demo), demo);
    ids.push(...entries.map((entry) => entry.link('related')!));
    assert.equal(feed.id, 'https://gongshi.example/construction.atom');
    query = feed.link('next') === undefined ? null : new URL(feed.link('next')!).search;
  }
  const all = demo.database.all<{ ocid: string }>("SELECT ocid FROM records WHERE register = 'construction'");
  assert.ok(all.length > 6);
  assert.deepEqual(ids.toSorted(), all.map(({ ocid }) => `https://gongshi.example/records/${ocid}`).toSorted());
});

test('an entry of a fee says the standard that was published', () => {
  const { entries } = feeFeed(demo, feePage(demo, 'zr-01', undefined, 'zh')!, 'zh');
  assert.match(entries.at(-1)!.summary, /住宅 80元\/件/);
});

test('a feed that goes on is the same text an hour later', async () => {
  const later = { ...demo, now: () => NOW + 3_600_000 };
  const search = (of: Portal) =>
    searchFeed(of, readSearchParameters(new URLSearchParams('q=工程&limit=2')).parameters, 'zh');
  assert.deepEqual(
    [await list('limit=3&stage=tender', later), (await search(later)).feed],
    [await list('limit=3&stage=tender', demo), (await search(demo)).feed],
  );
  assert.ok((await search(demo)).feed.next);
});

test('what is owed is followed from the newest, goes on where it stopped, and says the same tomorrow', () => {
  const all = owedPage(demo, OWED, [], 'zh');
  const tomorrow = { ...demo, now: () => NOW + 86_400_000 };
  const ids = (of: Portal) => owedFeed(of, OWED, null, 'zh').entries.map(({ id }) => id);
  assert.equal(ids(demo).length, all.total);
  assert.ok(ids(demo).every((id) => ids(tomorrow).includes(id)));
  const [first, second] = owedFeed(demo, OWED, null, 'zh').entries;
  const { line, dueOn } = all.rows.find(({ line: of }) => first!.id.endsWith(`/${of.release}#owed-${of.rule}`))!;
  assert.equal(owedFeed(demo, OWED, `${dueOn}.${line.release}.${line.rule}`, 'zh').entries[0]?.id, second?.id);
  assert.match(first!.title, /^应公开未公开：/);
});

test('a feed is the same text until something is said, and is then asked for again', async () => {
  const house = emptyHouse();
  const [first] = published(house, tenderNotice);
  const of = portalOver(house);
  const record = () => atomText(recordFeed(of, recordPage(of, first!.ocid, 'zh')!, 'zh'), of, 'zh');
  const before = record();
  rebuild(house);
  assert.equal(record(), before);
  const { etag } = await asked(before);
  assert.equal((await asked(record(), etag)).status, 304);
  published(house, withdrawalOf('lakeside-1'));
  const after = read(recordFeed(of, recordPage(of, first!.ocid, 'zh')!, 'zh'), of);
  assert.match(after.entries[1]!.title, /^已撤回：招标公告：/);
  assert.equal(after.entries[1]!.summary, '附件缺工程量清单');
  assert.equal((await asked(record(), etag)).status, 200);
});

test('a correction of a notice shows in its entry: same id, later moment', () => {
  const house = emptyHouse();
  const [first] = published(house, tenderNotice);
  const of = portalOver(house);
  const entryOf = () => recordFeed(of, recordPage(of, first!.ocid, 'zh')!, 'zh').entries.at(-1)!;
  const before = entryOf();
  const later = { ...tenderNotice, id: 'lakeside-1b', amends: 'lakeside-1', publishedAt: '2026-09-10 09:00' };
  assert.equal(publish(house, later, { actor: 'test', now: NOW + 1_000 }).status, 'published');
  const after = entryOf();
  assert.deepEqual([after.id, after.updated - before.updated], [before.id, 1_000]);
  assert.match(after.title, /^已更正：/);
});

test('signs of XML and characters that it forbids break no feed', () => {
  const house = emptyHouse();
  const [one] = published(house, {
    ...tenderNotice,
    title: '湖滨路<b>&"改造\'施工招标公告',
    project: { code: 'TS-GC-2026-0187', name: '湖滨路<b>&"改造\'\u0001\uFFFE施工' },
  });
  const of = portalOver(house);
  const { entries, text } = read(recordFeed(of, recordPage(of, one!.ocid, 'zh')!, 'zh'), of);
  assert.doesNotMatch(text, /[\u0000-\u0008\uFFFE]|<b>/);
  assert.match(entries[0]!.title, /湖滨路<b>&"改造'施工/);
});
