import { permission } from '../../accounts/permissions.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { documentsOf } from '../../registers/basis.ts';
import type { Comparison, FieldChange } from '../../registers/approvals/comparison.ts';
import type { CellError } from '../../registers/approvals/printed-list.ts';
import { approvals } from '../../registers/approvals/register.ts';
import { dayOf, parseDay } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { hidden, shown, textOf, type Answer, type Asked } from '../pages/page.ts';
import { cellLines, type CellLine } from '../pages/upload-page.ts';
import { printedCells } from '../posting/printed-cells.ts';
import { compareWithKept, handInList, type ListRevision } from './revise.ts';

/** A printed list of approvals: compared with what is kept, then handed in. */
export interface ListPage {
  taken: string | null;
  cells: CellLine[];
  compared: ComparedView | null;
  on: string;
  /** What the register calls its fields. */
  fields: Record<string, string>;
}

interface ComparedView {
  summary: string;
  added: { title: string; rows: { name: string; row: string; unit: string; basis: string }[] } | null;
  changed: {
    title: string;
    items: { href: string; name: string; row: string; changes: { field: string; before: string; after: string }[] }[];
  } | null;
  removed: { title: string; items: { href: string; name: string; unit: string }[] } | null;
  /** The compared table once more, to be handed in; null where nothing would change. */
  handIn: { on: string; table: string; text: string } | null;
}

export async function listPage(asked: Asked): Promise<Answer<ListPage>> {
  const { actor, locale, now } = asked;
  if (permission(actor, 'draft.write', { unit: actor.unit, register: approvals.id }, now) !== 'granted') return hidden;
  const form = await asked.form();
  const acted: Acted = form ? await actOnList(asked, form) : { refusals: [] };
  const { revision, compared, taken, refusals, cells = [] } = acted;
  return shown(
    {
      taken: taken === undefined ? null : fill(labels(locale).office.approvals.taken, { n: taken }),
      cells: cellLines(cells, locale),
      compared: revision && compared ? comparedView(revision, compared, locale) : null,
      on: revision?.on ?? dayOf(now),
      fields: approvals.labels[language(locale)].fields,
    },
    refusals,
  );
}

interface Acted {
  /** As far as the form could be read. */
  revision?: ListRevision;
  compared?: Comparison;
  taken?: number;
  refusals: readonly Refusal[];
  cells?: readonly CellError[];
}

async function actOnList({ office: { database }, actor, now }: Asked, form: FormData): Promise<Acted> {
  const on = parseDay(textOf(form, 'on').trim());
  if (on === null) return { refusals: [{ code: 'not-a-day', path: 'on', found: textOf(form, 'on') }] };
  const table = await printedCells(form);
  if (!table.ok) return { refusals: table.refusals };
  const revision = { table: table.value, on };
  if (textOf(form, 'act') === 'hand-in') {
    const result = handInList(database, actor, revision, now);
    return result.ok ? { revision, taken: result.value, refusals: [] } : { revision, ...result };
  }
  const result = compareWithKept(database, revision, now);
  return result.ok ? { revision, compared: result.value, refusals: [] } : { revision, ...result };
}

function comparedView(revision: ListRevision, compared: Comparison, locale: Locale): ComparedView {
  const { approvals: t, upload } = labels(locale).office;
  const { added, changed, removed, same } = compared;
  const rowText = (row: number) => fill(upload.row, { n: row });
  const toHandIn = added.length + changed.length;
  return {
    summary: fill(t.summary, {
      added: added.length,
      changed: changed.length,
      removed: removed.length,
      same,
      on: revision.on,
    }),
    added:
      added.length === 0
        ? null
        : {
            title: fill(t.added, { n: added.length }),
            rows: added.map(({ row, fields }) => ({
              name: fields.name,
              row: rowText(row),
              unit: fields.unitInCharge,
              basis: documentsOf(fields.basis).join('；'),
            })),
          },
    changed:
      changed.length === 0
        ? null
        : {
            title: fill(t.changed, { n: changed.length }),
            items: changed.map(({ printed, item, changes }) => ({
              href: `/approvals/${item.code}`,
              name: item.name,
              row: rowText(printed.row),
              changes: changes.map((change) => changeLine(change, locale)),
            })),
          },
    removed:
      removed.length === 0
        ? null
        : {
            title: fill(t.removed, { n: removed.length }),
            items: removed.map(({ code, name, unitInCharge }) => ({
              href: `/approvals/${code}`,
              name,
              unit: unitInCharge,
            })),
          },
    handIn:
      toHandIn === 0
        ? null
        : { on: revision.on, table: JSON.stringify(revision.table), text: fill(t.handIn, { n: toHandIn }) },
  };
}

function changeLine({ field, before, after }: FieldChange, locale: Locale) {
  const own = approvals.labels[language(locale)];
  const { yes, no } = labels(locale).notice;
  const inWords = (value: string) =>
    field === 'itemKind' || field === 'online'
      ? (own.choices[field]![value] ?? value)
      : value === 'true'
        ? yes
        : value === 'false'
          ? no
          : value;
  return { field: own.fields[field] ?? field, before: before === '' ? '' : inWords(before), after: inWords(after) };
}
