import * as z from 'zod';
import { permission } from '../../accounts/permissions.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { findKind, findRegister, registers } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { sentenceOf, type About } from '../form/sentence.ts';
import { jsonIn, printedCells } from '../posting/printed-cells.ts';
import { answersTo, takeRows, type CellRefusal } from '../posting/rows.ts';
import { columnsOf } from '../posting/table.ts';
import { hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** Many notices of one kind at once, as rows of a table. */
export interface UploadPage {
  /** Tables that a register takes on a page of its own. */
  tablePages: { path: string; text: string }[];
  taken: string | null;
  cells: CellLine[];
  /** Where all that is wrong with a table is odd only: the table and the answers, to be sent once somebody looked. */
  confirm: { table: string; answers: string } | null;
  groups: { label: string; kinds: { value: string; label: string; isChosen: boolean }[] }[];
  /** `register kind`; empty until one is chosen. */
  chosen: string;
  templates: { xlsx: string; csv: string };
}

/** What is wrong with one cell, in words. */
export interface CellLine {
  row: string;
  column: string;
  text: string;
}

export async function uploadPage(asked: Asked): Promise<Answer<UploadPage>> {
  const { actor, query, locale, now } = asked;
  const own = registers.filter(
    ({ id }) => permission(actor, 'draft.write', { unit: actor.unit, register: id }, now) === 'granted',
  );
  if (own.length === 0) return hidden;
  const form = await asked.form();
  const chosen = form ? textOf(form, 'kind') : (query.get('kind') ?? '');
  const { taken, refusals, cells, confirm }: Acted = form
    ? await actOnTable(asked, chosen, form)
    : { taken: 0, refusals: [], cells: [], confirm: null };
  return shown(
    {
      tablePages: own.flatMap((register) =>
        register.tablePage === undefined
          ? []
          : [
              {
                path: register.tablePage,
                text: fill(labels(locale).office.upload.whole, { name: register.labels[language(locale)].title }),
              },
            ],
      ),
      taken: taken > 0 ? fill(labels(locale).office.upload.taken, { n: taken }) : null,
      cells: cellLines(cells, locale, aboutOf(chosen)),
      confirm,
      groups: own.map((register) => groupOf(register, chosen, locale)),
      chosen,
      templates: { xlsx: templateOf(chosen, 'xlsx'), csv: templateOf(chosen, 'csv') },
    },
    refusals,
  );
}

/** The first of the cells that are wrong: who has more of them starts with these. */
export function cellLines(cells: readonly CellRefusal[], locale: Locale, about?: About): CellLine[] {
  const t = labels(locale).office.upload;
  return cells
    .slice(0, 200)
    .map((cell) => ({ row: fill(t.row, { n: cell.row }), column: cell.column, text: sentenceOf(cell, locale, about) }));
}

interface Acted {
  taken: number;
  refusals: readonly Refusal[];
  cells: readonly CellRefusal[];
  confirm: UploadPage['confirm'];
}

const answersSent = z.record(z.string(), z.record(z.string(), z.string()));

async function actOnTable(
  { office: { database }, actor, locale, now }: Asked,
  chosen: string,
  form: FormData,
): Promise<Acted> {
  const refused = (refusals: readonly Refusal[]): Acted => ({ taken: 0, refusals, cells: [], confirm: null });
  const about = aboutOf(chosen);
  if (!about) return refused([{ code: 'unknown-kind', found: chosen }]);
  const { register, kind } = about;
  const [, kindId = ''] = chosen.split(' ');
  const table = await printedCells(form);
  if (!table.ok) return refused(table.refusals);
  const columns = columnsOf(register, kind, locale);
  const sent = answersSent.safeParse(jsonIn(form, 'answers'));
  const confirmed = new Map(Object.entries(sent.data ?? {}).map(([row, answers]) => [Number(row), answers]));
  const result = takeRows(database, actor, table.value, { register, kind, kindId, columns, confirmed }, now);
  if (result.ok) return { taken: result.value, refusals: [], cells: [], confirm: null };
  const cells = result.cells ?? [];
  const answers = answersTo(cells);
  if (!answers) return { taken: 0, refusals: result.refusals, cells, confirm: null };
  // What was answered already stays answered: a row may have a doubt that only shows once the others are.
  for (const [row, before] of confirmed) answers.set(row, { ...before, ...answers.get(row) });
  const confirm = { table: JSON.stringify(table.value), answers: JSON.stringify(Object.fromEntries(answers)) };
  return { taken: 0, refusals: result.refusals, cells, confirm };
}

function aboutOf(chosen: string): About | undefined {
  const [registerId = '', kindId = ''] = chosen.split(' ');
  const [register, kind] = [findRegister(registerId), findKind(registerId, kindId)];
  return register && kind && { register, kind };
}

function groupOf(register: Register, chosen: string, locale: Locale): UploadPage['groups'][number] {
  const { name, kinds } = register.labels[language(locale)];
  return {
    label: name,
    kinds: Object.keys(register.kinds).map((id) => {
      const value = `${register.id} ${id}`;
      return { value, label: kinds[id] ?? '', isChosen: chosen === value };
    }),
  };
}

function templateOf(chosen: string, format: string): string {
  return `/office/template?kind=${encodeURIComponent(chosen)}&format=${format}`;
}
