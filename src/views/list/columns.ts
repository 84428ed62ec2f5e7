import { labels, type Locale } from '../../locales/labels.ts';
import { dealtOn } from '../../notices/dealt.ts';
import type { RecordRow } from '../../notices/release.ts';
import { winnerCell } from '../../registers/cells.ts';
import { listOf, wins } from '../../registers/ocds.ts';
import type { Column, Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { deals } from '../../registers/stages.ts';
import { dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { printedSum } from '../printed.ts';
import { orNotSeen, unknownOf, type Unknown } from '../unknown.ts';
import { priceOn, registerLabels } from '../words.ts';
import { isNumeric, labelled, missing, unitOf, unknownAs, type CellContext, type LabelledCell } from './cells.ts';
import { hasSums, sumIn, withoutSum } from './sum.ts';

/** A column of a list's page. */
export interface ListColumn {
  id: string;
  label: string;
  /** Follows the label: （万元）. */
  unit: string;
  numeric: boolean;
  cell(context: CellContext): LabelledCell;
}

/** Who buys, where, what is the register's own, for how much, when it was dealt, who got it. */
export function columnsOf(register: Register, locale: Locale): ListColumn[] {
  const t = labels(locale).list;
  const common = (id: 'region' | 'amount' | 'dealtOn', cell: ListColumn['cell']): ListColumn => ({
    id,
    label: t[id],
    unit: id === 'amount' ? t.wan : '',
    numeric: id === 'amount',
    cell,
  });
  const placed = (place: Column['place']) =>
    register.columns.filter((column) => column.place === place).map((column) => own(column, register, locale));
  return [
    ...placed('buyer'),
    common('region', regionCell),
    ...placed(undefined),
    ...(hasSums(register) ? [common('amount', amountCell)] : []),
    ...(deals(register.stages) ? [common('dealtOn', dealtCell)] : []),
    ...placed('winner'),
  ];
}

function own({ id, holds, cell }: Column, register: Register, locale: Locale): ListColumn {
  return {
    id,
    label: registerLabels(register, locale).columns[id] ?? id,
    unit: unitOf(holds, locale),
    numeric: isNumeric(holds),
    cell: (context) => labelled(cell(context.record.compiled), id, context),
  };
}

function regionCell(context: CellContext): LabelledCell {
  const { region } = context.record;
  return region === '' ? unknownAs('in-text', context) : { type: 'text', text: regionName(region, context.locale) };
}

function amountCell(context: CellContext): LabelledCell {
  const { record, register, locale } = context;
  const sum = sumIn(record, register, locale);
  if (sum) {
    const { list } = labels(locale);
    return {
      type: 'money',
      text: labelled({ type: 'money', fen: sum.fen }, '', context).text,
      sub: [sum.label, withinText(sum.against)].filter(Boolean).join(list.comma),
    };
  }
  const other = withoutSum(record, register);
  if (other === null) return missing('not-applicable', context);
  const cell = labelled(other.cell, other.column, context);
  return cell.type === 'missing'
    ? cell
    : {
        ...cell,
        text: cell.type === 'text' ? printedSum(cell.text, locale) : cell.text,
        // What a contract prints is its price, not the one that was bid.
        sub: isContract(record.compiled)
          ? labels(locale).record.contractPrice
          : (registerLabels(register, locale).columns[other.column] ?? ''),
      };
}

function isContract(record: RecordRow['compiled']): boolean {
  return listOf(record.contracts).some(({ value }) => value) && wins(record).every(({ value }) => !value);
}

/** A label that does not begin a line: its first letter is a small one, in languages that have them. */
function withinText(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** What a line says where it has no sum: a rate as printed and what it is, or why there is none; nothing where none belongs. */
export function insteadOfSum(record: RecordRow, now: number, locale: Locale): string {
  const register = findRegister(record.register);
  if (!register) return '';
  if (hasSums(register)) {
    const { type, text, sub } = amountCell({ record, register, locale, now, isUnit: () => false });
    return type === 'missing' ? text : [sub, text].filter(Boolean).join(labels(locale).record.space);
  }
  return priceOn(record, dayOf(now), locale) ?? '';
}

function dealtCell(context: CellContext): LabelledCell {
  const day = dealtOn(context.record.compiled);
  if (day === null) return unknownAs(whyNotDealt(context), context);
  // Where only the contract says a day, it is that of the contract.
  const isSigned = wins(context.record.compiled).every(({ date }) => date === undefined);
  return { type: 'text', text: day, ...(isSigned && { sub: labels(context.locale).list.signed }) };
}

/** Without a winner there is no day yet, or none will come; with one, no form had to say it: nobody is to blame. */
export function whyNotDealt({ record, now }: Pick<CellContext, 'record' | 'now'>): Unknown {
  if (!deals(findRegister(record.register)?.stages ?? {})) return 'not-applicable';
  const winner = winnerCell(record.compiled);
  return winner.type === 'missing' ? unknownOf(winner.reason, record, now) : orNotSeen('in-text', record);
}

/** What stands under the title: 工业用地·50年·挂牌. */
export function noteOf(context: CellContext): string {
  const { register, locale } = context;
  return register.columns
    .filter(({ place }) => place === 'note')
    .map(({ id, cell }) => labelled(cell(context.record.compiled), id, context))
    .filter(({ type }) => type !== 'missing')
    .flatMap(({ text, sub }) => [text, sub ?? ''])
    .filter(Boolean)
    .join(labels(locale).record.dot);
}
