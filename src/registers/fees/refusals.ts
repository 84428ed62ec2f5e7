import type { Refusal } from '../../values/result.ts';
import type { Notice } from '../notice.ts';
import type { FeeStandard, Family, Level } from './item.ts';

interface Said {
  name?: string;
  family?: Family;
  level?: Level;
  standards?: FeeStandard[];
  effectiveFrom?: string;
  effectiveUntil?: string;
}

/**
 * What no single field can say: that the item may exist at all, and that its lines agree with themselves. Refusals:
 * `fee-code`, `fee-level`, `fee-consultation`, `fee-line-*`, `fee-until`.
 */
export function refusalsOfItem({ kind, project, fields }: Notice): Refusal[] {
  const { name, family, level, standards = [], effectiveFrom, effectiveUntil } = fields as Said;
  const refusals: Refusal[] = [];
  if (!/^[a-z0-9][a-z0-9.-]{2,39}$/i.test(project.code ?? ''))
    refusals.push({ code: 'fee-code', path: 'project.code', found: project.code ?? '' });
  // Cities and counties may set up no item (财综〔2004〕100号; 市委、市政府2012年6月18日实施意见): it can only be cancelled.
  if ((level === 'city' || level === 'county') && kind !== 'cancellation')
    refusals.push({ code: 'fee-level', path: 'fields.level' });
  // 宣传咨询零收费 (the same document).
  if (family === 'administrative' && kind !== 'cancellation' && /咨询|宣传/.test(name ?? ''))
    refusals.push({ code: 'fee-consultation', path: 'fields.name', found: name! });
  if (effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom)
    refusals.push({ code: 'fee-until', path: 'fields.effectiveUntil', found: effectiveUntil, expected: effectiveFrom });
  return [...refusals, ...standards.flatMap((line, index) => refusalsOfLine(line, index, standards))];
}

const PLACE = /^[1-9]\d?(?:\.[1-9]\d?){0,2}$/;

function refusalsOfLine(line: FeeStandard, index: number, all: readonly FeeStandard[]): Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: string, member: keyof FeeStandard, found: unknown = '', expected = '') =>
    refusals.push({ code, path: `fields.standards.${index}.${member}`, found: String(found), expected });
  const { number, kind, printed, amount, lower, upper, applied, appliedReason } = line;

  if (all.length > 1 && number === undefined) refuse('missing', 'number');
  if (all.length > 1 && line.name === undefined) refuse('missing', 'name');
  if (number !== undefined && !PLACE.test(number)) refuse('fee-line-number', 'number', number);
  if (number !== undefined && all.findIndex((other) => other.number === number) !== index)
    refuse('fee-line-twice', 'number', number);
  const head = number?.split('.').slice(0, -1).join('.');
  if (head && !all.some((other) => other.number === head)) refuse('fee-line-orphan', 'number', number, head);

  const heads = number !== undefined && all.some((other) => other.number?.startsWith(`${number}.`));
  if (kind === undefined) {
    if (!heads) refuse('missing', 'kind');
    return refusals;
  }
  if (printed === undefined) refuse('missing', 'printed');
  if (kind === 'fixed' && amount === undefined) refuse('missing', 'amount');
  if ((kind === 'range' || (kind === 'ratio' && amount === undefined)) && upper === undefined)
    refuse('missing', 'upper');
  if (lower !== undefined && upper !== undefined && lower > upper)
    refuse('fee-line-bounds', 'lower', lower, String(upper));
  for (const member of ['amount', 'lower', 'upper', 'applied'] as const)
    if ((line[member] ?? 0) < 0) refuse('fee-line-negative', member, line[member]);
  if (applied === undefined) return refusals;
  if ((lower !== undefined && applied < lower) || (upper !== undefined && applied > upper))
    refuse('fee-line-outside', 'applied', applied, [lower ?? '0', upper].join('—'));
  // 凡收费标准有上下限的，按下限标准收取; an exception says why, with its document.
  if (lower !== undefined && applied !== lower && appliedReason === undefined)
    refuse('fee-line-reason', 'appliedReason', applied, String(lower));
  return refusals;
}
