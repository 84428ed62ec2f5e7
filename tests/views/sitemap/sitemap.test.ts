import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_IN_FILE, sitemap, sitemapPiece } from '../../../src/views/sitemap/sitemap.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { COMPANY, idOf, twoRoads } from '../party/world.ts';

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);
const filesOf = (portal: Portal, most = MOST_IN_FILE) =>
  locations(sitemap(portal, most)).map((address) => /\/sitemaps\/(.+)\.xml$/.exec(address)![1]!);
const piece = (portal: Portal, file: string, most = MOST_IN_FILE) =>
  locations(sitemapPiece(portal, file, ['tendering-law'], most)!);

test('records stand in the month of their newest notice, notices in their own, each once', () => {
  const portal = twoRoads();
  assert.deepEqual(filesOf(portal), [
    'pages',
    'records-2026-10',
    'records-2025-10',
    'notices-2026-10',
    'notices-2026-09',
    'notices-2025-10',
    'notices-2025-09',
    'units-1',
    'parties-1',
  ]);
  const found = filesOf(portal).flatMap((file) => piece(portal, file));
  for (const path of ['/', '/units', '/parties', '/laws/tendering-law', `/parties/${idOf(COMPANY)}`])
    assert.ok(found.includes(`https://gongshi.example${path}`), path);
  assert.equal(new Set(found).size, found.length);
  assert.equal(piece(portal, 'records-2025-10').length, 1);
});

test('more addresses than one file may hold are several files, which together name each once', () => {
  const portal = twoRoads();
  const dated = (files: string[]) => files.filter((file) => /^(?:records|notices|parties|units)-/.test(file));
  const whole = dated(filesOf(portal)).flatMap((file) => piece(portal, file));
  for (const most of [1, 2]) {
    const files = dated(filesOf(portal, most));
    assert.ok(files.includes('notices-2026-10-2'), files.join());
    const pieces = files.map((file) => piece(portal, file, most));
    for (const one of pieces) assert.ok(one.length >= 1 && one.length <= most);
    assert.deepEqual(pieces.flat().toSorted(), whole.toSorted());
  }
});

test('what the list does not name is no file', () => {
  const portal = twoRoads();
  for (const name of [
    'parties-3',
    'notices-2026-10-9',
    'notices-2026-10-1',
    'records-2026-13',
    'notices-2024-01',
    'items',
    '../x',
  ])
    assert.equal(sitemapPiece(portal, name, []), undefined, name);
});

test('a notice that was restated later is dated by that, not by its own day', () => {
  const portal = twoRoads();
  const dates = portal.database.all<{ id: number; later: number }>(
    'SELECT amends AS id, accepted_at AS later FROM releases WHERE amends IS NOT NULL',
  );
  const [{ id, later } = { id: 0, later: 0 }] = dates;
  const day = new Date(later + 8 * 3_600_000).toISOString().slice(0, 16);
  assert.match(
    sitemapPiece(portal, 'notices-2026-10', [])!,
    new RegExp(`/notices/${id}</loc><lastmod>${day}\\+08:00<`),
  );
});
