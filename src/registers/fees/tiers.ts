import type { FeeItem, FeeLine } from './item-on-day.ts';

/**
 * A table that is reckoned part by part from a base, as documents print it: 不超过1万元每件50元，超过1万元至10万元的部分
 * 按2.5%. The bounds stand in the names of the lines; a table of which one line cannot be read is no table.
 */
export interface TierTable {
  /** `1` of 1.1, 1.2 …; what is asked for. */
  number: string;
  name: string;
  base: string;
  tiers: { line: FeeLine; above: number; upTo: number | null }[];
  /** Yuan; 最多不超过5000元. */
  most: number | null;
}

export function tierTableOf(item: FeeItem): TierTable | null {
  const head = item.lines.find(
    ({ kind, number }) =>
      kind === undefined &&
      number !== undefined &&
      item.lines.some((line) => isUnder(line, number) && line.kind === 'ratio'),
  );
  if (!head?.number) return null;
  const lines = item.lines.filter((line) => isUnder(line, head.number!));
  const cap = lines.find(({ kind, upper, lower }) => kind === 'range' && upper !== undefined && lower === undefined);
  const tiers = lines.filter((line) => line !== cap).map((line) => ({ line, bounds: boundsIn(line.name ?? '') }));
  if (tiers.some(({ line, bounds }) => bounds === null || line.amount === undefined)) return null;
  return {
    number: head.number,
    name: head.name ?? '',
    base: tiers.find(({ line }) => line.base)?.line.base ?? '',
    tiers: tiers.map(({ line, bounds }) => ({ line, ...bounds! })).toSorted((a, b) => a.above - b.above),
    most: cap?.upper ?? null,
  };
}

/** Fen due for a base in fen. */
export function dueByTiers({ tiers, most }: TierTable, base: number): number {
  let due = 0;
  for (const { line, above, upTo } of tiers) {
    const from = above * 100;
    if (base <= from && from > 0) break;
    const part = Math.min(base, upTo === null ? base : upTo * 100) - from;
    due += line.kind === 'ratio' ? (part * line.amount!) / 100 : line.amount! * 100;
  }
  return Math.round(most === null ? due : Math.min(due, most * 100));
}

export function isUnder({ number }: FeeLine, head: string): boolean {
  return number?.startsWith(`${head}.`) ?? false;
}

const SUM = '(\\d+(?:\\.\\d+)?)(万|亿)?元?';
const BETWEEN = new RegExp(`超过${SUM}(?:至|到|—|-)${SUM}`);
const UP_TO = new RegExp(`不超过${SUM}`);
const ABOVE = new RegExp(`超过${SUM}`);

function boundsIn(name: string): { above: number; upTo: number | null } | null {
  const between = BETWEEN.exec(name);
  if (between) return { above: yuan(between[1]!, between[2]), upTo: yuan(between[3]!, between[4]) };
  const upTo = UP_TO.exec(name);
  if (upTo) return { above: 0, upTo: yuan(upTo[1]!, upTo[2]) };
  const above = ABOVE.exec(name);
  return above && { above: yuan(above[1]!, above[2]), upTo: null };
}

function yuan(figure: string, scale?: string): number {
  return Number(figure) * ({ 万: 1e4, 亿: 1e8 }[scale ?? ''] ?? 1);
}
