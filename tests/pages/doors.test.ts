import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { capture, type PageHandler } from '../../src/door/page-handler.ts';
import { splitLocale } from '../../src/views/address.ts';
import { routeOf } from '../../src/views/routes.ts';
import { PAGES } from './addresses.ts';
import { asked, builtPages } from './built.ts';
import { addressIn } from './world.ts';

let handler: PageHandler;
let address: (name: string) => string;
const folder = mkdtempSync(join(tmpdir(), 'gongshi-doors-'));
before(async () => {
  const built = await builtPages(folder);
  handler = built.handler;
  address = addressIn(built.path);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const TYPES: Record<string, RegExp> = {
  json: /^application\/(?:[\w.]+\+)?json/,
  csv: /^text\/csv/,
  xlsx: /spreadsheetml/,
  ics: /^text\/calendar/,
  atom: /^application\/atom\+xml/,
};

/** A calendar of a register without a list is that of the calendar page. */
async function followed(door: string) {
  const answer = await capture(handler, asked(encodeURI(decodeURI(door))));
  return answer.status === 302 ? capture(handler, asked(String(answer.headers['location']))) : answer;
}

/** The machine faces to which a page leads: in its head, and where a reader sees them. */
function doorsOf(html: string): string[] {
  const links = html.matchAll(/<(?:a|link)\b[^>]*\bhref="(\/[^"#]*?\.(?:json|csv|xlsx|ics|atom)(?:\?[^"]*)?)"/g);
  return [...new Set([...links].map(([, href]) => href!.replaceAll('&amp;', '&').replaceAll('&#38;', '&')))];
}

test('every table, calendar and feed to which a page leads is there, is what it is called, and tables of a page agree', async () => {
  const met = new Set<string>();
  const wrong: string[] = [];
  for (const page of Object.values(PAGES).flat().map(address)) {
    const { status, body } = await capture(handler, asked(encodeURI(decodeURI(page))));
    if (status !== 200) continue;
    const rows = new Map<string, number>();
    for (const door of doorsOf(new TextDecoder().decode(body))) {
      const [path = '', query = ''] = door.split('?');
      const ending = path.split('.').at(-1)!;
      const route = routeOf(splitLocale(path.slice(0, -ending.length - 1)).path)?.route.path ?? path;
      const kind = `${route}.${ending}${query === '' ? '' : '?'}`;
      if (met.has(kind)) continue;
      met.add(kind);
      const answer = await followed(door);
      const type = String(answer.headers['content-type']);
      if (answer.status !== 200 || !TYPES[ending]!.test(type)) wrong.push(`${page}: ${door} ${answer.status} ${type}`);
      const text = new TextDecoder().decode(answer.body);
      if (ending === 'csv') rows.set(`${path.slice(0, -4)}?${query}`, parse(text, { bom: true }).length - 1);
      const told = ending === 'json' ? (JSON.parse(text) as { rowCount?: number; columns?: unknown[] }) : {};
      const said = told.columns ? told.rowCount : undefined;
      const table = rows.get(`${path.slice(0, -5)}?${query}`);
      if (said !== undefined && table !== undefined && said !== table) wrong.push(`${door}: ${said} and ${table} rows`);
    }
  }
  assert.ok(met.size > 40, String(met.size));
  assert.deepEqual(wrong, []);
});
