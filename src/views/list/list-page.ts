import { verdictsOfRecords, type VerdictRow } from '../../clock/storage.ts';
import type { Locale } from '../../locales/labels.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findParty } from '../../parties/storage.ts';
import type { Register } from '../../registers/register.ts';
import type { Count } from '../../search/engine.ts';
import { dayNumber, dayOf, machineTime } from '../../values/date.ts';
import { pathOf } from '../address.ts';
import { verdictLines, violatedText } from '../clock/verdict-line.ts';
import type { Portal } from '../portal.ts';
import { stateOf, type State } from '../record/state.ts';
import { stateText } from '../words.ts';
import type { CellContext, LabelledCell } from './cells.ts';
import { choicesOf, type Choice } from './choices.ts';
import { columnsOf, noteOf, type ListColumn } from './columns.ts';
import { conditionsOf, type Condition } from './conditions.ts';
import { dropsOf, type Drop } from './drops.ts';
import { findList } from './find-list.ts';
import type { ListParameters } from './parameters.ts';

export interface ListRow {
  ocid: string;
  title: string;
  path: string;
  /** Small, under the title. */
  note: string;
  cells: LabelledCell[];
  state: State & { text: string };
  deadline: string | null;
  /** Of the newest release; ISO 8601, Shanghai. */
  updatedAt: string;
  /** 1项违反: statutory periods that deserve a line; '' otherwise. */
  clock: string;
}

/** What the page of a register's list shows. */
export interface ListResult {
  register: string;
  q: string;
  sort: ListParameters['sort'];
  total: number;
  /** How `total` is known. */
  count: Count;
  /** How many stand last because they have nothing to go by. */
  without: number;
  /** Words were found in more records than are looked through. */
  isCut: boolean;
  columns: Omit<ListColumn, 'cell'>[];
  rows: ListRow[];
  next: string | null;
  choices: Choice[];
  conditions: Condition[];
  /** Where nothing was found: one condition less, with how much that finds. */
  drops: Drop[];
}

export async function listPage(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  locale: Locale,
): Promise<ListResult> {
  const { records, ...found } = await findList(portal, register, parameters);
  const columns = columnsOf(register, locale);
  const choices = choicesOf(portal, register, parameters, locale);
  const conditions = conditionsOf(parameters, choices, locale);
  return {
    ...found,
    register: register.id,
    q: parameters.q,
    sort: parameters.sort,
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rowsOf(portal, records, register, columns, locale),
    choices,
    conditions,
    drops: found.total === 0 && !parameters.before ? await dropsOf(portal, register, parameters, conditions) : [],
  };
}

function rowsOf(
  { database, now }: Portal,
  records: readonly RecordRow[],
  register: Register,
  columns: readonly ListColumn[],
  locale: Locale,
): ListRow[] {
  const verdicts = Map.groupBy(
    verdictsOfRecords(
      database,
      records.map(({ ocid }) => ocid),
    ),
    ({ ocid }) => ocid,
  );
  const isUnit = (party: string) => findParty(database, party)?.isUnit;
  return records.map((record) =>
    rowOf({ record, register, locale, now: now(), isUnit }, verdicts.get(record.ocid) ?? [], columns),
  );
}

function rowOf(context: CellContext, verdicts: readonly VerdictRow[], columns: readonly ListColumn[]): ListRow {
  const { record, register, locale, now } = context;
  const state = stateOf(record, now);
  return {
    ocid: record.ocid,
    title: record.title,
    path: pathOf(record),
    note: noteOf(context),
    cells: columns.map(({ cell }) => cell(context)),
    state: { ...state, text: stateText(state, register.id, locale) },
    deadline:
      record.deadline === null || dayNumber(record.deadline) < dayNumber(now) ? null : machineTime(record.deadline),
    updatedAt: machineTime(Date.parse(record.compiled.date)),
    clock: violatedText(verdictLines(verdicts, dayOf(now), locale), locale),
  };
}
