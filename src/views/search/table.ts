import { fill, labels, type Locale } from '../../locales/labels.ts';
import { orNotSeen } from '../unknown.ts';
import { dealtOn } from '../../notices/dealt.ts';
import { findRecords, findReleases } from '../../notices/storage.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { partyNames } from '../../parties/storage.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { machineTime } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { href, noticePath, pathOf, withQuery } from '../address.ts';
import { whyNotDealt } from '../list/columns.ts';
import { sumIn, type ListedSum } from '../list/sum.ts';
import { placedText, reasonText, whyNoSum, yuan, type Missing, type TableHead, type Value } from '../list/table.ts';
import { tableOf, type ColumnOf } from '../list/table-of.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import { stateOf, type State } from '../record/state.ts';
import { kindLabel, registerLabels, stateText } from '../words.ts';
import { searchQuery, type SearchParameters } from './parameters.ts';
import { requestOf, searchPage } from './search-page.ts';

/** Rows of one file; what follows is named by the `Link` header. A workbook is made whole before it is sent. */
const MOST = { csv: 50_000, xlsx: 20_000 };
const A_TIME = 3_000;

/** A result: the notice that was found, and the record it belongs to as it stands. */
interface FoundRow {
  release: Release;
  record: RecordRow;
  register: Register;
  unit: string | null;
  state: State;
  sum: ListedSum | null;
  now: number;
}

/** Exactly what the search finds, in its order, all of it: a row a record, or a notice where the page shows these. */
export async function searchTable(
  portal: Portal,
  parameters: SearchParameters,
  { locale, isCoded, face }: { locale: Locale; isCoded: boolean; face: 'csv' | 'xlsx' },
): Promise<TakenAway> {
  const { asked } = await searchPage(portal, { ...parameters, before: undefined, limit: 1 }, locale);
  const { ids, next, isCut } = await idsOf(portal, { ...asked, ...paging(parameters) }, parameters.limit ?? MOST[face]);
  const names = isCoded ? { names: 'code' } : {};
  const rest =
    next &&
    withQuery(href(locale, `/search.${face}`), {
      ...searchQuery(parameters, { limit: parameters.limit, before: next }),
      ...names,
    });
  return {
    ...tableOf(columnsOf(portal, locale, isCoded), ids, (batch) => rowsOf(portal, batch, locale), rest || null),
    isCut,
  };
}

function paging({ before, limit }: SearchParameters): Pick<SearchParameters, 'before' | 'limit'> {
  return { ...(before !== undefined && { before }), ...(limit !== undefined && { limit }) };
}

async function idsOf(
  portal: Portal,
  asked: SearchParameters,
  most: number,
): Promise<{ ids: number[]; next: string | null; isCut: boolean }> {
  const ids: number[] = [];
  let { before } = asked;
  for (;;) {
    const limit = Math.min(A_TIME, most - ids.length);
    const request = requestOf(portal.database, { ...asked, limit }, portal.now());
    const page = await portal.search.search({ ...request, before, facets: false });
    ids.push(...page.hits.map(({ id }) => id));
    if (page.next === null || ids.length >= most) return { ids, next: page.next, isCut: page.cut };
    before = page.next;
  }
}

function rowsOf({ database, now }: Portal, ids: readonly number[], locale: Locale): FoundRow[] {
  const releases = findReleases(database, ids);
  const records = new Map(
    findRecords(database, [...new Set(releases.map(({ ocid }) => ocid))]).map((record) => [record.ocid, record]),
  );
  const names = partyNames(
    database,
    [...records.values()].map(({ unit }) => unit),
  );
  return releases.flatMap((release) => {
    const record = records.get(release.ocid);
    const register = record && findRegister(record.register);
    if (!record || !register) return [];
    return [
      {
        release,
        record,
        register,
        unit: release.content.unit?.name ?? names.get(record.unit) ?? null,
        state: stateOf(record, now()),
        sum: sumIn(record, register, locale),
        now: now(),
      },
    ];
  });
}

function columnsOf({ settings }: Portal, locale: Locale, isCoded: boolean): ColumnOf<FoundRow>[] {
  const t = labels(locale).list.table;
  const words = { ...t.columns, ...t.found };
  const column = (name: keyof typeof words, type: TableHead['type'], value: (row: FoundRow) => Value) => ({
    name,
    label: words[name],
    type,
    value,
  });
  const missing = (name: keyof typeof words, why: (row: FoundRow) => Missing | null): ColumnOf<FoundRow> => ({
    name: `${name}_missing`,
    label: fill(t.missing, { label: words[name] }),
    type: isCoded ? 'code' : 'text',
    value: (row) => reasonText(why(row), locale, isCoded),
  });
  const address = (path: string) => new URL(href(locale, path), settings.origin).href;
  const placed = (place: 'buyer' | 'winner') => [
    column(place, 'text', ({ record, register }) => placedText(record, register, place, locale)),
  ];
  return [
    column('ocid', 'code', ({ record }) => record.ocid),
    column('title', 'text', ({ record }) => record.title),
    column('register_code', 'code', ({ register }) => register.id),
    column('register', 'text', ({ register }) => registerLabels(register, locale).name),
    column('kind_code', 'code', ({ release }) => release.kind),
    column('kind', 'text', ({ release }) => kindLabel(release.register, release.kind, locale)),
    column('notice', 'number', ({ release }) => release.id),
    column('published_at', 'moment', ({ release }) => machineTime(release.publishedAt)),
    column('unit', 'text', ({ unit }) => unit),
    column('state', 'code', ({ state }) => state.code),
    column('state_label', 'text', ({ state, register }) => stateText(state, register.id, locale)),
    column('region_code', 'code', ({ record }) => record.region || null),
    column('region', 'text', ({ record }) => (record.region ? regionName(record.region, locale) : null)),
    missing('region', ({ record }) => (record.region ? null : orNotSeen('in-text', record))),
    column('amount', 'number', ({ sum }) => yuan(sum?.fen)),
    column('currency', 'code', ({ sum }) => (sum ? 'CNY' : null)),
    column('amount_basis', 'code', ({ sum }) => sum?.basis ?? null),
    column('amount_label', 'text', ({ sum }) => sum?.label ?? null),
    missing('amount', (row) => (row.sum ? null : whyNoSum(row, row.register))),
    column('dealt_on', 'day', ({ record }) => dealtOn(record.compiled)),
    missing('dealt_on', (row) => (dealtOn(row.record.compiled) ? null : whyNotDealt(row))),
    ...placed('buyer'),
    ...placed('winner'),
    column('deadline', 'moment', ({ record }) => (record.deadline === null ? null : machineTime(record.deadline))),
    column('notice_page', 'address', ({ release }) => address(noticePath(release.id))),
    column('page', 'address', ({ record }) => address(pathOf(record))),
  ];
}
