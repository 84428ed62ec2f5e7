import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { Database } from '../../src/database/database.ts';
import type { SearchDocument, SearchFilters, Sort } from '../../src/search/engine.ts';
import { indexDocuments, optimize, removeAll, updateRows } from '../../src/search/storage.ts';
import { parseInstant } from '../../src/values/date.ts';
import { allPages, DOCUMENTS, idOf, nameOf, world, type Engine } from './world.ts';

/** How what is found is narrowed, counted, ordered and paged, whichever engine answers. */
export function lists(engine: Engine): void {
  const city = world({}, undefined, engine);
  const newest = [
    'soon',
    'lakeAward',
    'school',
    'hospital',
    'lakeTender',
    'parcel',
    'withdrawn',
    'mine',
    'lamp',
    'bridge',
    'nothing',
    'ancient',
  ];

  test(`${engine}: without words everything is listed, newest first, and counted exactly`, async () => {
    const page = await city.search('', { limit: 3 });
    assert.deepEqual(
      page.hits.map(({ id }) => nameOf(id)),
      newest.slice(0, 3),
    );
    assert.deepEqual([page.total, page.count, page.cut], [12, 'exact', false]);
    assert.equal(page.hits[1]!.ocid, 'lake');
  });

  test(`${engine}: facets count every value, each without its own filter`, async () => {
    const { facets, total } = await city.search('', {
      facets: true,
      filters: { register: ['procurement'], region: ['620503'] },
    });
    assert.equal(total, 2);
    assert.deepEqual(facets.register, { procurement: 2, construction: 1, land: 1 });
    assert.deepEqual(facets.region, { 620000: 3, 620500: 3, 620503: 2, 620502: 1 });
    assert.deepEqual(facets.unit, { hospital: 2 });
    assert.deepEqual(facets.year, { 2026: 2 });
    const alternatives = await city.search('', { facets: true, filters: { year: ['2019', '2025'] } });
    assert.equal(alternatives.total, 5);
    assert.deepEqual(alternatives.facets.year, { 2026: 7, 2025: 3, 2019: 2 });
  });

  test(`${engine}: facets count what matches the words`, async () => {
    const { facets } = await city.search('湖滨路', { facets: true, filters: { kind: ['award'] } });
    assert.deepEqual(facets.kind, { tender: 2, award: 1, grant: 1 });
    assert.deepEqual(facets.register, { construction: 1 });
    assert.deepEqual(facets.stage, { award: 1 });
  });

  test(`${engine}: of a city what lies in its districts is counted, for that is what its filter shows`, async () => {
    const { facets } = await city.search('', { facets: true });
    assert.deepEqual(facets.region, { 620000: 12, 620500: 12, 620502: 6, 620503: 4, 620522: 1 });
  });

  test(`${engine}: a tender past its deadline is closed`, async () => {
    assert.deepEqual(await city.find('', { filters: { stage: ['closed'] } }), ['parcel']);
    assert.deepEqual(await city.find('', { filters: { stage: ['tender'] } }), ['soon', 'school', 'hospital']);
    assert.deepEqual(await city.find('', { filters: { stage: ['tender'] }, now: parseInstant('2026-03-24')! }), [
      'school',
      'hospital',
    ]);
    assert.deepEqual((await city.search('', { facets: true })).facets.stage, {
      award: 4,
      tender: 3,
      closed: 1,
      withdrawn: 1,
      terminated: 1,
      performance: 1,
      planning: 1,
    });
  });

  test(`${engine}: what is due leaves out what is over`, async () => {
    assert.deepEqual(await city.find('', { filters: { due: 'open' } }), ['soon', 'school', 'hospital']);
    assert.deepEqual(await city.find('', { filters: { due: 'soon' } }), ['soon', 'school']);
  });

  test(`${engine}: days and amounts are ranges with both ends in`, async () => {
    const find = (filters: SearchFilters, q = '') => city.find(q, { filters, sort: 'newest' });
    assert.deepEqual(await find({ from: '2026-03-12', to: '2026-03-15' }), ['lakeAward', 'school', 'hospital']);
    assert.deepEqual(await find({ to: '2019-08-08' }), ['nothing', 'ancient']);
    assert.deepEqual(await find({ from: '2026-03-12' }, '改造'), ['lakeAward']);
    assert.deepEqual(await find({ from: '2027-01-01' }), []);
    assert.deepEqual(await find({ from: '2026-03-12', to: '2026-03-01' }, '改造'), []);
    assert.deepEqual(await find({ min: 321_450_000, max: 480_000_000 }), ['lakeAward', 'hospital', 'lakeTender']);
    assert.deepEqual(await find({ max: 5_000_000 }), ['soon']);
    assert.equal((await find({ from: 'nonsense', to: '2026-02-30' })).length, 12);
  });

  test(`${engine}: values nobody uses find nothing`, async () => {
    assert.deepEqual(await city.find('', { filters: { register: ['fees'] } }), []);
    assert.deepEqual(await city.find('改造', { filters: { year: ['abc'], unit: ['nobody'] } }), []);
  });

  test(`${engine}: closing soonest first, closed ones last`, async () => {
    assert.deepEqual((await city.find('', { sort: 'closing' })).slice(0, 5), [
      'soon',
      'school',
      'hospital',
      'lakeAward',
      'lakeTender',
    ]);
    assert.deepEqual(await city.find('采购', { sort: 'closing' }), ['soon', 'school', 'hospital']);
  });

  test(`${engine}: the greatest amount first, none last`, async () => {
    assert.deepEqual((await city.find('', { sort: 'amount' })).slice(0, 4), [
      'parcel',
      'hospital',
      'lakeTender',
      'lakeAward',
    ]);
    assert.deepEqual(await city.find('改造', { sort: 'amount' }), [
      'lakeTender',
      'lakeAward',
      'lamp',
      'withdrawn',
      'mine',
      'bridge',
    ]);
  });

  const EVERY: { q: string; sort: Sort; collapse?: boolean }[] = (
    ['best', 'newest', 'closing', 'amount'] as const
  ).flatMap((sort) =>
    ['', '改造', '公告', '-公告', '湖滨路 -招标'].flatMap((q) => [
      { q, sort },
      { q, sort, collapse: true },
    ]),
  );

  test(`${engine}: pages neither lose nor repeat a row, in every order`, async () => {
    for (const { q, ...request } of EVERY) {
      const whole = await city.search(q, { ...request, limit: 100 });
      assert.equal(whole.next, null);
      for (const limit of [1, 2, 5])
        assert.deepEqual(
          await allPages(city, q, { ...request, limit }),
          whole.hits.map(({ id }) => id),
          `${q} ${request.sort} ${limit}`,
        );
    }
  });

  test(`${engine}: pages neither lose nor repeat a row while notices are added`, async () => {
    for (const { q, ...request } of EVERY) {
      const growing = world({}, undefined, engine);
      const promised = (await growing.search(q, { ...request, limit: 100 })).hits.map(({ id }) => id);
      let n = 0;
      const found = await allPages(growing, q, { ...request, limit: 2 }, () => {
        n++;
        const more = (day: string, amount: number, title: string) =>
          growing.add({ ...DOCUMENTS['lamp']!, id: idOf(day, 100 + n), ocid: `more-${n}-${day}`, amount, title });
        if (n < 8) {
          more('2026-03-19', 5, '改造工程公告');
          more('2025-12-01', 999_999_999, '其他');
          more('2019-01-01', n, '湖滨路');
        }
      });
      assert.equal(new Set(found).size, found.length, `${q} ${request.sort}`);
      assert.deepEqual(
        found.filter((id) => promised.includes(id)),
        promised,
        `${q} ${request.sort}`,
      );
      growing.database.close();
    }
  });

  test(`${engine}: a tender that closes between two pages is not shown twice`, async () => {
    const first = await city.search('', { sort: 'closing', limit: 1 });
    const later = await city.search('', {
      sort: 'closing',
      limit: 50,
      before: first.next!,
      now: parseInstant('2026-03-30')!,
    });
    assert.deepEqual(
      first.hits.map(({ id }) => nameOf(id)),
      ['soon'],
    );
    assert.ok(!later.hits.some(({ id }) => nameOf(id) === 'soon'));
    assert.equal(later.hits.length, 11);
  });

  test(`${engine}: collapsed, a record stands once, as its newest release that matches`, async () => {
    const collapsed = await city.search('湖滨路改造', { collapse: true, facets: true });
    assert.deepEqual(
      collapsed.hits.map(({ id }) => nameOf(id)),
      ['lakeAward', 'bridge'],
    );
    assert.equal(collapsed.total, 2);
    assert.deepEqual(await city.find('湖滨路改造 招标公告', { collapse: true }), ['lakeTender']);
    assert.deepEqual(
      await city.find('', { collapse: true, filters: { kind: ['tender'], from: '2026-03-01', to: '2026-03-11' } }),
      ['lakeTender'],
    );
    const all = await city.search('', { collapse: true, facets: true, limit: 3 });
    assert.equal(all.total, 11);
    assert.equal(all.facets.register!['construction'], 6);
    assert.equal(all.facets.kind!['award'], 1);
    assert.equal(all.facets.year!['2026'], 6);
  });

  test(`${engine}: a count of nothing but facets needs no page`, async () => {
    const { hits, total } = await city.search('改造', { limit: 0, facets: true });
    assert.deepEqual([hits, total], [[], 6]);
  });

  test(`${engine}: a notice imported late takes its place by date`, async () => {
    const growing = world({}, undefined, engine);
    await growing.find('');
    growing.add(
      { ...DOCUMENTS['lamp']!, id: idOf('2026-01-20', 0), ocid: 'late', title: '迟到的改造公告' },
      { ...DOCUMENTS['lamp']!, id: idOf('2010-01-20', 0), ocid: 'oldest' },
    );
    const names = await growing.find('', { sort: 'newest' });
    assert.deepEqual(names, [
      'soon',
      'lakeAward',
      'school',
      'hospital',
      'lakeTender',
      'parcel',
      String(idOf('2026-01-20', 0)),
      ...newest.slice(6),
      String(idOf('2010-01-20', 0)),
    ]);
    assert.deepEqual(await growing.find('迟到'), [String(idOf('2026-01-20', 0))]);
    assert.equal((await growing.search('', { facets: true })).facets.year!['2010'], 1);
  });

  test(`${engine}: a replaced document is found by its new words only`, async () => {
    const growing = world({}, undefined, engine);
    await growing.find('');
    const replaced: SearchDocument = {
      ...DOCUMENTS['lamp']!,
      ocid: 'lake',
      title: '照明改善',
      text: '无',
      codes: ['NEW-0001'],
      stage: 'contract',
    };
    growing.add(replaced);
    growing.add(replaced);
    assert.deepEqual(await growing.find('路灯'), ['lakeTender']);
    assert.deepEqual(await growing.find('照明改善'), ['lamp']);
    assert.deepEqual(await growing.find('', { filters: { stage: ['contract'] } }), ['lamp']);
    assert.equal((await growing.search('', { collapse: true })).total, 10);
    assert.equal((await growing.search('', {})).total, 12);
  });

  test(`${engine}: a document given twice at once is held as given last`, async () => {
    const growing = world({}, undefined, engine);
    growing.add({ ...DOCUMENTS['lamp']!, title: '第一次' }, { ...DOCUMENTS['lamp']!, title: '第二次' });
    assert.deepEqual(await growing.find('第一次'), []);
    assert.deepEqual(await growing.find('第二次'), ['lamp']);
  });

  test(`${engine}: a new stage changes the row and not its words`, async () => {
    const growing = world({}, undefined, engine);
    await growing.find('');
    updateRows(growing.database, [
      { id: DOCUMENTS['soon']!.id, stage: 'award', deadline: null },
      { id: 12345, stage: 'award' },
      { id: 0, stage: 'x' },
    ]);
    assert.deepEqual(await growing.find('消毒', { filters: { stage: ['award'] } }), ['soon']);
    assert.deepEqual(await growing.find('', { filters: { due: 'soon' } }), ['school']);
    assert.equal((await growing.search('', {})).total, 12);
  });

  test(`${engine}: what another connection commits is seen by the next search, what it takes back is not`, async () => {
    const growing = world({}, undefined, engine);
    assert.equal((await growing.search('')).total, 12);
    const other = new Database(growing.path);
    const late = { ...DOCUMENTS['lamp']!, id: idOf('2026-03-19', 9), ocid: 'lake', title: '另一进程公告' };
    growing.documents.set(late.id, late);
    assert.throws(() =>
      other.transaction(() => {
        indexDocuments(other, [late]);
        throw new Error('refused');
      }),
    );
    assert.equal((await growing.search('')).total, 12);
    other.transaction(() => indexDocuments(other, [late]));
    assert.equal((await growing.search('')).total, 13);
    assert.equal((await growing.search('', { collapse: true })).total, 11);
    assert.deepEqual(await growing.find('另一进程'), [String(late.id)]);
    other.close();
  });

  test(`${engine}: emptied and built again, the index answers the same`, async () => {
    const growing = world({}, undefined, engine);
    const ask = () =>
      Promise.all(EVERY.map(({ q, ...request }) => growing.search(q, { ...request, facets: true, limit: 5 })));
    const before = await ask();
    growing.database.transaction(() => removeAll(growing.database));
    assert.equal((await growing.search('')).total, 0);
    assert.deepEqual(await growing.find('改造'), []);
    for (const document of Object.values(DOCUMENTS)) growing.add(document);
    optimize(growing.database);
    assert.deepEqual(await ask(), before);
    growing.database.transaction(() => {
      removeAll(growing.database);
      indexDocuments(growing.database, Object.values(DOCUMENTS).slice(0, 3));
    });
    assert.equal((await growing.search('')).total, 3);
  });
}
