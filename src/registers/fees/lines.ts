import { canonicalJson } from '../../values/canonical.ts';
import { matchKey } from '../../values/script.ts';
import { figure } from './due.ts';
import type { FeeLine } from './item-on-day.ts';
import type { FeeStandard } from './item.ts';

/** A line's name behind the heads it stands under, unless it names them itself: 财产案件·不超过1万元的. */
export function lineName({ number, name = '' }: FeeStandard, lines: readonly FeeStandard[]): string {
  const parts = number?.split('.') ?? [];
  const heads = parts
    .slice(0, -1)
    .map((_, depth) => lines.find((line) => line.number === parts.slice(0, depth + 1).join('.'))?.name);
  return [...heads.filter((head) => head && !name.includes(head)), name].filter(Boolean).join('·');
}

/** Whether two lists of lines say the same: as many that are charged, each of the same name with the same text or figures. */
export function isSameTable(printed: readonly FeeStandard[], kept: readonly FeeLine[]): boolean {
  const [some, others] = [charged(printed), charged(kept)];
  return (
    some.length === others.length &&
    some.every((line) => {
      const before = beforeOf(line, printed, kept);
      return before !== undefined && isSameLine(line, before);
    })
  );
}

/**
 * The lines that a printed table makes of those kept: what is printed as before keeps all that is known of it (bases,
 * currencies, what is applied), and where no line came or went the heads above them stay.
 */
export function revisedLines(printed: readonly FeeStandard[], kept: readonly FeeLine[]): FeeStandard[] {
  const pairs = charged(printed).map((line) => ({ line, before: beforeOf(line, printed, kept) }));
  const said = asSaid(kept);
  const saidBefore = (before: FeeLine | undefined) => (before ? said[kept.indexOf(before)]! : undefined);
  if (pairs.length === charged(kept).length && pairs.every(({ before }) => before))
    return said.map((line, index) => {
      const pair = pairs.find(({ before }) => before === kept[index]);
      if (!pair || isSameLine(pair.line, kept[index]!)) return line;
      const { number, name } = line;
      return { ...pair.line, ...(number !== undefined && { number }), ...(name !== undefined && { name }) };
    });
  return printed.map((line) => {
    const pair = pairs.find((one) => one.line === line);
    if (!pair?.before || !isSameLine(line, pair.before)) return line;
    return {
      ...saidBefore(pair.before),
      ...(line.number && { number: line.number }),
      ...(line.name && { name: line.name }),
    };
  });
}

/** Lines as a notice says them, without what a day makes of them. */
export function asSaid(lines: readonly FeeLine[]): FeeStandard[] {
  return lines.map(({ depth: _, ended: __, keepsRange: ___, ...line }) => line);
}

function charged<Line extends FeeStandard>(lines: readonly Line[]): Line[] {
  return lines.filter(({ kind }) => kind !== undefined);
}

function beforeOf(line: FeeStandard, printed: readonly FeeStandard[], kept: readonly FeeLine[]): FeeLine | undefined {
  const name = matchKey(lineName(line, printed));
  return charged(kept).find((one) => matchKey(lineName(one, kept)) === name);
}

/** Printed alike, or the same figures in other words. */
function isSameLine(line: FeeStandard, before: FeeLine): boolean {
  const isPrintedAlike =
    line.printed !== undefined &&
    matchKey(line.printed) === matchKey(before.printed ?? '') &&
    (line.unit === undefined || matchKey(line.unit) === matchKey(before.unit ?? ''));
  return isPrintedAlike || canonicalJson(meaning(line)) === canonicalJson(meaning(before));
}

/** A line without its wording. */
function meaning({ kind, amount, lower, upper, unit = '', printed = '' }: FeeStandard): object {
  const isText = kind === 'document' || kind === 'provincial' || kind === 'formula';
  return {
    kind: kind ?? '',
    figures: [amount, lower, upper].map((value) => (value === undefined ? '' : figure(value))),
    unit: matchKey(unit),
    printed: isText ? matchKey(printed) : '',
  };
}
