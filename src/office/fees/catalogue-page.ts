import { permission } from '../../accounts/permissions.ts';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import type { Comparison, FieldChange } from '../../registers/fees/comparison.ts';
import { FAMILIES } from '../../registers/fees/item.ts';
import type { CellError, PrintedItem } from '../../registers/fees/printed-table.ts';
import { fees } from '../../registers/fees/register.ts';
import { dayOf } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { hidden, shown, textOf, type Answer, type Asked } from '../pages/page.ts';
import { cellLines, type CellLine } from '../pages/upload-page.ts';
import { readRevision } from './form.ts';
import { compareWithInForce, handInRevision, type Kept, type Revision } from './revise.ts';

/** A catalogue of fees as a table: compared with what is in force, then handed in. */
export interface CataloguePage {
  taken: string | null;
  cells: CellLine[];
  compared: ComparedView | null;
  families: Choice[];
  levels: Choice[];
  on: string;
  /** What the register calls its fields. */
  fields: Record<string, string>;
}

interface Choice {
  value: string;
  label: string;
  isChosen: boolean;
}

interface ComparedView {
  summary: string;
  added: { title: string; rows: AddedRow[] } | null;
  changed: { title: string; items: ChangedItem[] } | null;
  /** Each with the notice from which a cancellation of it goes on. */
  removed: { title: string; items: { href: string; name: string; department: string; from: number }[] } | null;
  /** The compared table once more, to be handed in; null where nothing would change. */
  handIn: { family: string; level: string; on: string; table: string; text: string } | null;
}

interface AddedRow {
  name: string;
  row: string;
  department: string;
  standards: string[];
  basis: string[];
}

interface ChangedItem {
  href: string;
  name: string;
  row: string;
  changes: { field: string; before: string; after: string }[];
}

export async function cataloguePage(asked: Asked): Promise<Answer<CataloguePage>> {
  const { actor, locale, now } = asked;
  if (permission(actor, 'draft.write', { unit: actor.unit, register: fees.id }, now) !== 'granted') return hidden;
  const form = await asked.form();
  const acted: Acted = form ? await actOnCatalogue(asked, form) : { refusals: [] };
  const { revision, compared, taken, refusals, cells = [] } = acted;
  const own = fees.labels[language(locale)];
  const choice = (list: string, value: string, chosen: string | null | undefined): Choice => ({
    value,
    label: own.choices[list]![value]!,
    isChosen: value === chosen,
  });
  return shown(
    {
      taken: taken === undefined ? null : fill(labels(locale).office.catalogue.taken, { n: taken }),
      cells: cellLines(cells, locale),
      compared: revision && compared ? comparedView(revision, compared, locale) : null,
      families: FAMILIES.map((family) => choice('family', family, revision?.family ?? 'administrative')),
      levels: ['state', 'province'].map((level) => choice('level', level, revision?.level)),
      on: revision?.on ?? dayOf(now),
      fields: own.fields,
    },
    refusals,
  );
}

interface Acted {
  /** As far as the form could be read. */
  revision?: Revision;
  compared?: Comparison<Kept> & { skipped: number };
  taken?: number;
  refusals: readonly Refusal[];
  cells?: readonly CellError[];
}

async function actOnCatalogue({ office: { database }, actor, now }: Asked, form: FormData): Promise<Acted> {
  const read = await readRevision(form);
  if (!read.ok) return { refusals: read.refusals };
  const revision = read.value;
  if (textOf(form, 'act') === 'hand-in') {
    const result = handInRevision(database, actor, revision, now);
    return result.ok ? { revision, taken: result.value, refusals: [] } : { revision, ...result };
  }
  const result = compareWithInForce(database, revision, now);
  return result.ok ? { revision, compared: result.value, refusals: [] } : { revision, ...result };
}

function comparedView(
  revision: Revision,
  compared: Comparison<Kept> & { skipped: number },
  locale: Locale,
): ComparedView {
  const t = labels(locale).office.catalogue;
  const { added, changed, removed, same, skipped } = compared;
  const toHandIn = added.length + changed.length;
  return {
    summary:
      fill(t.summary, {
        added: added.length,
        changed: changed.length,
        removed: removed.length,
        same,
        on: revision.on,
      }) + (skipped === 0 ? '' : fill(t.skipped, { n: skipped })),
    added:
      added.length > 0
        ? { title: fill(t.added, { n: added.length }), rows: added.map((item) => addedRow(item, locale)) }
        : null,
    changed:
      changed.length > 0
        ? { title: fill(t.changed, { n: changed.length }), items: changed.map((one) => changedItem(one, locale)) }
        : null,
    removed:
      removed.length > 0
        ? {
            title: fill(t.removed, { n: removed.length }),
            items: removed.map(({ code, name, department, release }) => ({
              href: `/fees/${code}`,
              name,
              department,
              from: release,
            })),
          }
        : null,
    handIn:
      toHandIn > 0
        ? {
            family: revision.family,
            level: revision.level ?? '',
            on: revision.on,
            table: JSON.stringify(revision.table),
            text: fill(t.handIn, { n: toHandIn }),
          }
        : null,
  };
}

function addedRow({ row, fields }: PrintedItem, locale: Locale): AddedRow {
  return {
    name: fields.name,
    row: fill(labels(locale).office.upload.row, { n: row }),
    department: fields.department,
    standards: fields.standards.map(({ number, name, printed }) => [number, name, printed].filter(Boolean).join(' ')),
    basis: fields.basis.map((one) => [one.document, one.documentNumber].filter(Boolean).join(' ')),
  };
}

function changedItem({ printed, item, changes }: Comparison['changed'][number], locale: Locale): ChangedItem {
  return {
    href: `/fees/${item.code}`,
    name: item.name,
    row: fill(labels(locale).office.upload.row, { n: printed.row }),
    changes: changes.map((change) => changeLine(change, locale)),
  };
}

function changeLine({ field, before, after }: FieldChange, locale: Locale): ChangedItem['changes'][number] {
  const own = fees.labels[language(locale)];
  const { yes, no } = labels(locale).notice;
  const inWords = (value: string) =>
    field === 'level' || field === 'payer' || field === 'fund'
      ? (own.choices[field]![value] ?? value)
      : value === 'true'
        ? yes
        : value === 'false'
          ? no
          : value;
  return { field: own.fields[field] ?? field, before: before === '' ? '' : inWords(before), after: inWords(after) };
}
