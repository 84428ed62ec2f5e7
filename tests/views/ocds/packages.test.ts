import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seed } from '../../../src/cli/seed.ts';
import { releasesAfter } from '../../../src/notices/storage.ts';
import { publish } from '../../../src/notices/publish.ts';
import { EXTENSIONS, SHAPES } from '../../../src/views/ocds/extensions.ts';
import { extensionFile } from '../../../src/views/ocds/extension-files.ts';
import {
  packageOfRecord,
  packageOfRelease,
  readCursor,
  recordPackage,
  releasePackage,
  type Page,
} from '../../../src/views/ocds/packages.ts';
import { isOcds } from '../../../src/views/ocds/scope.ts';
import { faultsOf } from '../../../src/views/ocds/faults.ts';
import { qualityPage } from '../../../src/views/ocds/quality-page.ts';
import { lakeRoad, NOW, portal as emptyPortal } from '../../notices/import-world.ts';
import { portalOver } from '../world.ts';
import { examiner, withoutStandard } from './standard.ts';

const { database } = emptyPortal();
seed(database, { now: NOW, demo: true });
const portal = portalOver(database, NOW);

/** All pages, by following the address of the next one. */
function crawl(make: (cursor: { after: number; limit: number }) => Page | null, limit: number): Page[] {
  const pages: Page[] = [];
  for (let query = new URLSearchParams({ limit: String(limit) }); ;) {
    const page = make(readCursor(query)!);
    if (!page) return pages;
    pages.push(page);
    if (!page.next) return pages;
    query = new URL(page.next, 'https://x').searchParams;
  }
}

const ids = (pages: Page[], kind: 'releases' | 'records', id: 'id' | 'ocid') =>
  pages.flatMap(({ json }) => (json[kind] as Record<string, string>[]).map((one) => one[id]!));

test(
  'who follows the cursor gets every release and every record once, in packages that are sound',
  { skip: withoutStandard },
  () => {
    const examine = examiner();
    const releases = crawl((cursor) => releasePackage(portal, cursor), 30);
    const records = crawl((cursor) => recordPackage(portal, cursor), 30);
    const all = releasesAfter(database, 0, 10_000).filter(({ register }) => isOcds(register));
    assert.ok(releases.length > 3);
    assert.deepEqual(
      ids(releases, 'releases', 'id'),
      all.map(({ id }) => String(id)),
    );
    assert.equal(ids(records, 'records', 'ocid').length, new Set(all.map(({ ocid }) => ocid)).size);
    assert.equal(new Set(ids(records, 'records', 'ocid')).size, ids(records, 'records', 'ocid').length);
    for (const { json } of releases) assert.deepEqual(examine.releasePackage(json), []);
    for (const { json } of records) assert.deepEqual(examine.recordPackage(json), []);
    assert.deepEqual(examine.releasePackage(packageOfRelease(portal, all[0]!.id)), []);
    assert.deepEqual(examine.recordPackage(packageOfRecord(portal, all[0]!.ocid)), []);
  },
);

test('a notice of an earlier day that is committed late is in the next page, and its record comes again', () => {
  const { database } = emptyPortal();
  const put = (changes: Record<string, unknown>) =>
    publish(database, lakeRoad(changes) as never, { actor: 'test', now: NOW }).status;
  const portal = portalOver(database, NOW);
  assert.equal(put({}), 'published');
  const end = { after: 1, limit: 10 };
  assert.equal(releasePackage(portal, end), null);
  assert.equal(put({ id: 'earlier', kind: 'award', publishedAt: '2026-02-01 09:00', fields: {} }), 'published');
  const [late, ...others] = releasePackage(portal, end)!.json['releases'] as { date: string }[];
  assert.deepEqual([late!.date, others], ['2026-02-01T09:00:00+08:00', []]);
  assert.equal((recordPackage(portal, end)!.json['records'] as unknown[]).length, 1);
});

test('a cursor that is none is refused, not taken for the beginning', () => {
  for (const after of ['-1', 'x', '1e9', '']) assert.equal(readCursor(new URLSearchParams({ after })), null, after);
});

test('a package names who publishes, under which licence and policy, and extensions that are all to be had here', () => {
  const { json } = releasePackage(portal, { after: 0, limit: 1 })!;
  assert.deepEqual([json['version'], json['publisher']], ['1.1', { name: '公示', uri: 'https://gongshi.example' }]);
  assert.match(String(json['license']), /^https:/);
  const own = (json['extensions'] as string[]).filter((url) => url.startsWith('https://gongshi.example/'));
  assert.deepEqual(
    own,
    EXTENSIONS.map(({ id }) => `https://gongshi.example/api/ocds/extensions/${id}/extension.json`),
  );
  for (const { id, definitions } of EXTENSIONS) {
    const read = (name: string) => extensionFile(portal, id, name)!.text;
    const { schemas, codelists } = JSON.parse(read('extension.json'));
    assert.ok(JSON.parse(read(schemas[0])).definitions);
    for (const list of codelists) assert.match(read(`codelists/${list}`), /^Code,Title,Description\r\n\S/, list);
    for (const members of Object.values(definitions))
      for (const { title, description } of Object.values(members)) assert.ok(title && description);
  }
  assert.ok(extensionFile(portal, 'procedure', 'codelists/%2BpartyRole.csv'));
  assert.equal(extensionFile(portal, 'constructor', 'extension.json'), null);
  assert.equal(extensionFile(portal, 'procedure', 'constructor'), null);
});

test('the portal checks what it sends, release by release, and says what it finds', () => {
  const first = qualityPage(portal, null);
  assert.deepEqual([first.faulty, first.isPlaceholder, first.prefix], [0, true, 'ocds-000000']);
  const next = qualityPage(portal, String(first.before));
  assert.equal(new Set([...first.checked, ...next.checked].map(({ id }) => id)).size, 2 * first.checked.length);
  const { json } = releasePackage(portal, { after: 0, limit: 1 })!;
  const [sound] = json['releases'] as object[];
  const found = (members: object) => faultsOf({ ...sound, ...members }, 'Release', SHAPES);
  assert.deepEqual(found({}), []);
  assert.deepEqual(found({ fen: 1 }), [{ what: 'undeclared', path: '/fen' }]);
  assert.deepEqual(found({ awards: [{ id: '1', status: 'won' }] }), [{ what: 'type', path: '/awards/0/status' }]);
  assert.deepEqual(
    found({ date: '2026-01-01', language: '' }).map(({ what }) => what),
    ['type', 'empty'],
  );
  assert.deepEqual(
    found({ contracts: [{ id: '1' }, { id: '1', awardID: 'a' }] }).map(({ what }) => what),
    ['twice', 'missing'],
  );
});
