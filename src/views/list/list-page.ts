import { labels as labelsOf, type Locale } from '../../locales/labels.ts';
import { facetValues } from '../../notices/lists/facets/storage.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import { findRecords } from '../../notices/storage.ts';
import type { RecordRow } from '../../notices/release.ts';
import { stateOf, type State } from '../record/state.ts';
import { verdictsOfRecords, type VerdictRow } from '../../clock/storage.ts';
import { findParty } from '../../parties/storage.ts';
import type { Register } from '../../registers/register.ts';
import { countOf, type Count } from '../../search/engine.ts';
import { dayNumber, dayOf, machineTime } from '../../values/date.ts';
import { regionName, regionsIn } from '../../values/region.ts';
import { pathOf } from '../address.ts';
import { NOTABLE, tallyText, verdictLines } from '../clock/verdict-line.ts';
import { labelled, unitOf, type LabelledCell } from './cells.ts';
import type { ListParameters } from './parameters.ts';
import { unknownOf } from '../unknown.ts';
import type { Portal } from '../portal.ts';
import { choiceLabel, registerLabels, stageLabel, stateText } from '../words.ts';

export interface ListRow {
  ocid: string;
  title: string;
  path: string;
  cells: LabelledCell[];
  state: State & { text: string };
  deadline: string | null;
  /** Of the newest release; ISO 8601, Shanghai. */
  updatedAt: string;
  fen: number | null;
  /** 1项违反: statutory periods that deserve a line; '' otherwise. */
  clock: string;
}

export interface Choice {
  name: string;
  label: string;
  values: { value: string; label: string }[];
  chosen: string;
}

/** What a register's list shows, and what its `.json` answers. */
export interface ListResult {
  register: string;
  q: string;
  sort: ListParameters['sort'];
  total: number;
  /** How `total` is known. */
  count: Count;
  /** `unit` follows the label: 起始价（万元）. */
  columns: { id: string; label: string; unit: string; numeric: boolean }[];
  rows: ListRow[];
  next: string | null;
  choices: Choice[];
}

export const PAGE = 20;
export async function listPage(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  locale: Locale,
): Promise<ListResult> {
  const now = portal.now();
  const isPlain = parameters.q === '' && parameters.sort === 'newest';
  const { records, total, count, next } = isPlain
    ? byKey(portal, register, parameters, now)
    : await bySearch(portal, register, parameters, now);
  const labels = registerLabels(register, locale);
  return {
    register: register.id,
    q: parameters.q,
    sort: parameters.sort,
    total,
    count,
    columns: register.columns.map(({ id, numeric = false, cell }) => ({
      id,
      label: labels.columns[id] ?? id,
      unit: unitOf(
        records.map(({ compiled }) => cell(compiled)),
        locale,
      ),
      numeric,
    })),
    rows: rowsOf(portal, records, register, locale, now),
    next,
    choices: choicesOf(portal, register, parameters, locale),
  };
}

interface Found {
  records: RecordRow[];
  total: number;
  count: Count;
  next: string | null;
}

function byKey({ database }: Portal, register: Register, parameters: ListParameters, now: number): Found {
  const { region, stage, facets, before, limit = PAGE } = parameters;
  const key = before === undefined ? undefined : Number(before);
  const page = listRecords(database, {
    register: register.id,
    region,
    stage,
    facets,
    limit,
    now,
    ...(Number.isSafeInteger(key) && { before: key }),
  });
  const { exact, ...found } = page;
  return { ...found, count: countOf(exact, true), next: page.next === null ? null : String(page.next) };
}

/** Search pages looked through for rows that also fall under the register's own facets. */
const MOST_PAGES = 10;

async function bySearch(portal: Portal, register: Register, parameters: ListParameters, now: number): Promise<Found> {
  const { q, region, stage, sort, limit = PAGE } = parameters;
  const wanted = Object.entries(parameters.facets);
  const filters = {
    register: [register.id],
    ...(region && { region: regionsIn(region) }),
    ...(stage && { stage: [stage] }),
  };
  const found: RecordRow[] = [];
  let { before } = parameters;
  for (let pages = 1; ; pages++) {
    const page = await portal.search.search({
      q,
      filters,
      sort,
      before,
      limit: limit - found.length,
      facets: false,
      collapse: true,
      now,
    });
    const records = findRecords(
      portal.database,
      page.hits.map(({ ocid }) => ocid),
    );
    found.push(
      ...records.filter((record) => wanted.every(([facet, value]) => fallsUnder(record, register, facet, value))),
    );
    if (wanted.length === 0) return { records: found, total: page.total, count: page.count, next: page.next };
    if (page.next === null || found.length === limit || pages === MOST_PAGES) {
      const isWhole = page.next === null && parameters.before === undefined;
      return { records: found, total: found.length, count: countOf(isWhole, true), next: page.next };
    }
    before = page.next;
  }
}

function fallsUnder({ compiled }: RecordRow, register: Register, facet: string, value: string): boolean {
  return register.facets
    .find(({ id }) => id === facet)!
    .values(compiled)
    .includes(value);
}

function rowsOf(
  portal: Portal,
  records: readonly RecordRow[],
  register: Register,
  locale: Locale,
  now: number,
): ListRow[] {
  const verdicts = Map.groupBy(
    verdictsOfRecords(
      portal.database,
      records.map(({ ocid }) => ocid),
    ),
    ({ ocid }) => ocid,
  );
  return records.map((record) => rowOf(portal, record, verdicts.get(record.ocid) ?? [], register, locale, now));
}

function rowOf(
  { database }: Portal,
  record: RecordRow,
  verdicts: readonly VerdictRow[],
  register: Register,
  locale: Locale,
  now: number,
): ListRow {
  const state = stateOf(record, now);
  return {
    ocid: record.ocid,
    title: record.title,
    path: pathOf(record),
    cells: register.columns.map((column) =>
      labelled(
        column.cell(record.compiled),
        column.id,
        register,
        locale,
        (id) => findParty(database, id)?.isUnit ?? false,
        (reason) => unknownOf(reason, record, now),
      ),
    ),
    state: { ...state, text: stateText(state, register.id, locale) },
    deadline:
      record.deadline === null || dayNumber(record.deadline) < dayNumber(now) ? null : machineTime(record.deadline),
    updatedAt: machineTime(Date.parse(record.compiled.date)),
    fen: record.amount,
    clock: tallyText(verdictLines(verdicts, dayOf(now), locale), locale, NOTABLE),
  };
}

const MOST_VALUES = 60;

function choicesOf({ database }: Portal, register: Register, parameters: ListParameters, locale: Locale): Choice[] {
  const labels = registerLabels(register, locale);
  const t = labelsOf(locale).list;
  const used = (facet: string) =>
    facetValues(database, register.id, facet, MOST_VALUES)
      .map(({ value }) => value)
      .filter((value) => value !== '');
  const choice = (
    name: string,
    label: string,
    values: string[],
    chosen: string | undefined,
    nameOf: (value: string) => string,
  ): Choice => ({
    name,
    label,
    chosen: chosen ?? '',
    values: [...new Set([...values, ...(chosen ? [chosen] : [])])].map((value) => ({ value, label: nameOf(value) })),
  });
  return [
    choice('region', t.region, used('region').toSorted(), parameters.region, (value) => regionName(value, locale)),
    ...register.facets.map(({ id, list }) =>
      choice(id, labels.facets[id] ?? id, used(id), parameters.facets[id], (value) =>
        choiceLabel(register, list, value, locale),
      ),
    ),
    choice('stage', t.stage, Object.keys(labels.stages), parameters.stage, (value) =>
      stageLabel(value, [register.id], locale),
    ),
  ].filter(({ values }) => values.length > 0);
}
