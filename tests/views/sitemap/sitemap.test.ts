import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitemap, sitemapPiece } from '../../../src/views/sitemap/sitemap.ts';
import { COMPANY, idOf, twoRoads } from '../party/world.ts';

const locations = (xml: string) => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address!);

test('the site map has units, parties and laws beside registers and records', () => {
  const found = locations(sitemap(twoRoads(), ['tendering-law']));
  for (const path of ['/', '/units', '/parties', '/laws/tendering-law', `/parties/${idOf(COMPANY)}`])
    assert.ok(found.includes(`https://gongshi.example${path}`), path);
  assert.equal(new Set(found).size, found.length);
});

test('more addresses than one file may hold are several files, which together name each once', () => {
  const portal = twoRoads();
  const whole = locations(sitemap(portal, []));
  const files = locations(sitemap(portal, [], 2)).map((address) => /\/sitemaps\/(.+)\.xml$/.exec(address)![1]!);
  assert.deepEqual(files, ['pages', 'units-1', 'parties-1', 'parties-2']);
  const pieces = files.flatMap((file) => locations(sitemapPiece(portal, file, [], 2)!));
  assert.deepEqual(pieces, whole);
  assert.equal(sitemapPiece(portal, 'parties-3', [], 2), undefined);
  assert.equal(sitemapPiece(portal, '../x', [], 2), undefined);
});
