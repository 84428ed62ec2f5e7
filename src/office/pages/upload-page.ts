import { permission } from '../../accounts/permissions.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { findKind, findRegister, registers } from '../../registers/registers.ts';
import type { Refusal } from '../../values/result.ts';
import { sentenceOf, type About } from '../form/sentence.ts';
import { takeRows, type CellRefusal } from '../posting/rows.ts';
import { columnsOf, readTable } from '../posting/table.ts';
import { hidden, shown, textOf, type Answer, type Asked } from './page.ts';

/** Many notices of one kind at once, as rows of a table. */
export interface UploadPage {
  /** Tables that a register takes on a page of its own. */
  tablePages: { path: string; text: string }[];
  taken: string | null;
  cells: CellLine[];
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
  const { taken, refusals, cells } = form
    ? await actOnTable(asked, chosen, form.get('file'))
    : { taken: 0, refusals: [], cells: [] };
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
}

async function actOnTable(
  { office: { database }, actor, locale, now }: Asked,
  chosen: string,
  file: FormDataEntryValue | null,
): Promise<Acted> {
  const refused = (refusals: readonly Refusal[], cells: readonly CellRefusal[] = []) => ({ taken: 0, refusals, cells });
  const about = aboutOf(chosen);
  if (!about) return refused([{ code: 'unknown-kind', found: chosen }]);
  const { register, kind } = about;
  const [, kindId = ''] = chosen.split(' ');
  if (!(file instanceof File) || file.size === 0) return refused([{ code: 'file-empty' }]);
  const table = await readTable(file.name, Buffer.from(await file.arrayBuffer()));
  if (!table.ok) return refused(table.refusals);
  const columns = columnsOf(register, kind, locale);
  const result = takeRows(database, actor, table.value, { register, kind, kindId, columns }, now);
  return result.ok ? { taken: result.value, refusals: [], cells: [] } : refused(result.refusals, result.cells);
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
