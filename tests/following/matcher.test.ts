import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { seed } from '../../src/cli/seed.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { listOcids } from '../../src/notices/lists/storage.ts';
import type { Release } from '../../src/notices/release.ts';
import { textOf } from '../../src/notices/search-document.ts';
import { newestReleases } from '../../src/notices/storage.ts';
import { partiesOfRecord } from '../../src/parties/storage.ts';
import { registers } from '../../src/registers/registers.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { Matcher } from '../../src/views/following/matcher.ts';
import { followedSearch, spelled, type Subject } from '../../src/views/following/subject.ts';
import { filterOf } from '../../src/views/list/parameters.ts';
import { filtersOf } from '../../src/views/search/search-page.ts';
import { NOW } from '../stories/lakeside-road.ts';

let database: Database;
let engine: ReturnType<typeof embeddedEngine>;
let releases: Release[];
let words: string[];
let parties: string[];

before(() => {
  database = new Database(':memory:');
  migrate(database);
  seed(database, { now: NOW, demo: true });
  engine = embeddedEngine(database, textOf(database), { clock: () => 0 });
  releases = newestReleases(database, 10_000);
  words = [
    ...new Set(releases.flatMap(({ content: { title } }) => title.match(/\p{Script=Han}{2,6}|[A-Z0-9]{3,}/gu) ?? [])),
  ];
  parties = [...new Set(releases.flatMap(({ ocid }) => partiesOfRecord(database, ocid)))];
});

const some = <Value>(from: readonly Value[]) => fc.constantFrom(...from);
const maybe = <Value>(one: fc.Arbitrary<Value>) => fc.option(one, { nil: undefined, freq: 2 });

/** Words as they stand in titles, parts of them, synonyms, fields and words taken away, with what narrows a search. */
function searches(): fc.Arbitrary<Subject> {
  const word = fc.oneof(
    some(words),
    fc
      .tuple(some(words), fc.nat(4), fc.integer({ min: 1, max: 4 }))
      .map(([one, at, n]) => one.slice(at, at + n) || one),
    some(['学校', '施工', '中标', '采购', '单位:局', '供应商:公司', '"道路"', '医院', '供货商', '-工程', '媒介:中国']),
  );
  return fc
    .record({
      q: fc.array(word, { maxLength: 3 }).map((some) => some.join(' ')),
      register: fc.subarray(
        registers.map(({ id }) => id),
        { maxLength: 2 },
      ),
      kind: fc.oneof(
        fc.constant<string[]>([]),
        some(releases).map(({ kind }) => [kind]),
      ),
      region: fc.oneof(
        fc.constant<string[]>([]),
        some(releases).map(({ content }) => [content.region]),
        fc.constant<string[]>(['620500']),
      ),
      unit: fc.oneof(
        { weight: 4, arbitrary: fc.constant<string[]>([]) },
        some(parties).map((id) => [id]),
      ),
      stage: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        some(['tender', 'award', 'closed', 'withdrawn']).map((one) => [one]),
      ),
      year: fc.oneof({ weight: 3, arbitrary: fc.constant<string[]>([]) }, fc.constant<string[]>(['2026'])),
      min: maybe(fc.nat(500)),
      due: maybe(some(['open', 'soon', 'publicity'] as const)),
    })
    .map(({ min, due, ...asked }) => ({
      what: 'search',
      asked: followedSearch({ ...asked, ...(min !== undefined && { min }), ...(due && { due }) }),
    }));
}

function others(): fc.Arbitrary<Subject> {
  return fc.oneof(
    some(releases).map(({ ocid }): Subject => ({ what: 'record', ocid })),
    some(parties).map((id): Subject => ({ what: 'party', id })),
    fc
      .record({ release: some(releases), q: fc.oneof(fc.constant(''), some(words)), isPlaced: fc.boolean() })
      .map(({ release, q, isPlaced }): Subject => ({
        what: 'list',
        register: release.register,
        asked: { q, facets: {}, ...(isPlaced && { region: release.content.region }) },
      })),
  );
}

/** Whether the page itself shows the notice, or its record: asked as a reader asks, without the matcher. */
async function shows(subject: Subject, release: Release): Promise<boolean> {
  switch (subject.what) {
    case 'search': {
      const page = await engine.search({
        q: subject.asked.q,
        filters: filtersOf(database, subject.asked, NOW),
        sort: 'newest',
        limit: 10_000,
        facets: false,
        now: NOW,
      });
      return page.hits.some(({ id }) => id === release.id);
    }
    case 'list': {
      const { q } = subject.asked;
      const register = registers.find(({ id }) => id === subject.register)!;
      const holding = await engine.search({
        q,
        filters: { register: [register.id] },
        sort: 'newest',
        limit: 10_000,
        facets: false,
        collapse: true,
        now: NOW,
      });
      const among = q === '' ? undefined : holding.hits.map(({ ocid }) => ocid);
      const { ocids } = listOcids(database, { ...filterOf(register, subject.asked), among, limit: 10_000, now: NOW });
      return ocids.includes(release.ocid);
    }
    case 'record':
      return release.ocid === subject.ocid;
    case 'party':
      return partiesOfRecord(database, release.ocid).includes(subject.id);
    default:
      return false;
  }
}

test('who follows a search, a list, a record or a party is told of exactly the notices that the page itself would show', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(searches(), others()), { minLength: 5, maxLength: 40 }),
      fc.array(some(releases), { minLength: 1, maxLength: 4 }),
      async (subjects, some) => {
        const matcher = new Matcher(database, engine);
        matcher.take(subjects.map(spelled));
        for (const release of some) {
          const met = new Set(matcher.meet(release, NOW));
          for (const subject of subjects)
            assert.equal(
              met.has(spelled(subject)),
              await shows(subject, release),
              `${spelled(subject)} ${release.content.title}`,
            );
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('what is followed no more is met no more, and what is new is met at once', () => {
  const [release] = releases;
  const record = spelled({ what: 'record', ocid: release!.ocid });
  const every = spelled({ what: 'search', asked: followedSearch({ ...EVERY, register: [release!.register] }) });
  const matcher = new Matcher(database, engine);
  matcher.take([record]);
  assert.deepEqual(matcher.meet(release!, NOW), [record]);
  matcher.take([every]);
  assert.deepEqual(matcher.meet(release!, NOW), [every]);
});

const EVERY = { q: '', register: [], kind: [], stage: [], region: [], unit: [], year: [] };
