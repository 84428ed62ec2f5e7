import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import nodeIcal from 'node-ical';
import readXlsxFile from 'read-excel-file/node';
import type { Locale } from '../../../src/locales/labels.ts';
import { calendarPage } from '../../../src/views/calendar/calendar-page.ts';
import { feedAddresses, feedOf } from '../../../src/views/calendar/feeds.ts';
import { readCalendarParameters } from '../../../src/views/calendar/parameters.ts';
import { calendarTable } from '../../../src/views/calendar/table.ts';
import { calendarAddresses } from '../../../src/views/calendar/view.ts';
import { icsOf } from '../../../src/views/clock/ics.ts';
import { csvText, jsonText } from '../../../src/views/list/take-away.ts';
import { workbook } from '../../../src/views/list/workbook.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { lakesideAndSchool, portalOver } from '../world.ts';

const { portal, school } = lakesideAndSchool();
const asked = (query: string) => readCalendarParameters(new URLSearchParams(query)).parameters;
const textOf = async (text: AsyncGenerator<string>) => (await Array.fromAsync(text)).join('');

test('CSV, workbook and JSON have exactly the lines of the page', async () => {
  for (const query of ['', 'region=620503', 'kind=due', 'by=week&register=construction', 'by=day&day=2026-12-25']) {
    const page = calendarPage(portal, asked(query), 'zh');
    const onPage = page.days.flatMap(({ happenings }) => happenings.map(({ ocid, what }) => `${ocid} ${what}`));
    const table = () => calendarTable(portal, asked(query), 'zh');
    const rows = parse(await textOf(csvText(table(), true, 'zh')), { bom: true, columns: true }) as Row[];
    assert.deepEqual(
      rows.map(({ ocid, what }) => `${ocid} ${what}`),
      onPage,
      query,
    );
    const json = JSON.parse(await textOf(jsonText(table(), { asked: {}, dropped: [] }))) as { rows: Row[] };
    assert.deepEqual(
      json.rows.map(({ ocid, what }) => `${ocid} ${what}`),
      onPage,
      query,
    );
    const [, ...cells] = (await readXlsxFile(Buffer.from(await workbook(table(), false, 'zh'))))[0]!.data;
    assert.equal(cells.length, onPage.length, query);
  }
});

test('a column has one type, heads are in the language of the reader, and no cell becomes a formula', async () => {
  const database = emptyHouse();
  published(database, {
    ...tenderNotice,
    project: { code: 'X-1', name: '=1+1' },
    fields: { ...tenderNotice.fields, bidDeadline: '2026-11-25 10:00', openingAt: '2026-11-25 10:00' },
  });
  const csv = (locale: Locale, isCoded: boolean) =>
    textOf(csvText(calendarTable(portalOver(database), asked(''), locale), isCoded, locale));
  const [row] = parse(await csv('en', true), { bom: true, columns: true }) as Row[];
  assert.deepEqual(
    [row!['day'], row!['at'], row!['kind'], row!['state'], row!['amount'], row!['title']],
    ['2026-11-25', '2026-11-25T10:00+08:00', 'closes', 'planned', '33000000', "'=1+1"],
  );
  assert.match(row!['page']!, /^https:\/\/gongshi\.example\/en\/records\//);
  assert.match((await csv('hant', false)).split('\r\n')[0]!, /"時間".*"區縣"/);
});

test('a subscription keeps the filter of the page, is named by what it holds, and tells buyer, sum, place and page', () => {
  const filter = asked('register=construction&region=620503&kind=closes&day=2030-01-01');
  const feed = feedOf(portal, filter, 'zh');
  assert.equal(feed.name, '公示·工程建设·麦积区·投标、报名截止');
  const text = icsOf(feed);
  assert.match(text, /^NAME:公示·工程建设·麦积区/m);
  assert.match(text, /^X-WR-CALNAME:公示·工程建设·麦积区/m);
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
  assert.equal(events.length, 1);
  const [event] = events as unknown as { location: string; description: string; url: string; start: Date }[];
  assert.match(event!.description, /麦积区某学校[\s\S]*¥1,200,000[\s\S]*https:\/\/gongshi\.example\/records\//);
  assert.ok(event!.location.length > 0);
  assert.equal(event!.start.toISOString(), '2026-11-25T02:00:00.000Z');
  assert.ok(text.includes(school));
});

test('every way out of the page keeps what narrows it, in the language of the reader', () => {
  const parameters = asked('by=week&day=2026-12-01&register=land&region=620502&kind=opens');
  const to = calendarAddresses(calendarPage(portal, parameters, 'en'), parameters, 'en');
  const addresses = [
    ...to.faces.map(({ href }) => href),
    ...to.tabs.map(({ href }) => href),
    to.previous.href,
    to.next.href,
    to.today!.href,
    to.dayOf('2026-12-03'),
    feedAddresses(portal, parameters, 'en')[0]!.path,
  ];
  for (const address of addresses) {
    assert.match(address, /^\/en\/calendar/, address);
    assert.match(address, /register=land&region=620502&kind=opens/, address);
  }
  assert.match(to.query, /register=land&region=620502&kind=opens/);
  const [own] = feedAddresses(portal, parameters, 'en');
  assert.equal(own!.address, `https://gongshi.example${own!.path}`);
  assert.equal(own!.webcal, own!.address.replace('https:', 'webcal:'));
});

type Row = Record<string, string>;
