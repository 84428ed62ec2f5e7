import { isEnded, type FeeItem, type FeeLine } from './item-on-day.ts';

/**
 * What should be charged by one line (市委、市政府2012年6月18日实施意见：凡收费标准有上下限的，按下限标准收取). The rule
 * is the city's; the program shows its result beside what is charged and changes neither.
 *
 * - `point`: the standard is one figure.
 * - `lower`: a range, charged at its lower bound.
 * - `excepted`: a range to which the rule was not applied, with the document that says so (domain.md §4.2 b).
 * - `cap`: only an upper limit is set; there is no lower bound, so it is no range (§4.2 a).
 * - `text`: a formula, a provincial standard, a document: not decidable from here.
 */
export interface Due {
  rule: 'point' | 'lower' | 'excepted' | 'cap' | 'text';
  /** Yuan per unit, or percent of the base for a ratio; null where no figure can be named. */
  rate: number | null;
  /** The most that may be charged, where that is all that is known. */
  most: number | null;
  /** What is charged here, where it differs. */
  applied: number | null;
}

export function dueOf(line: FeeLine): Due {
  const { kind, amount, lower, upper, applied = null, appliedReason, keepsRange } = line;
  if (kind === 'fixed') return { rule: 'point', rate: amount ?? null, most: null, applied };
  if (kind !== 'range' && kind !== 'ratio') return { rule: 'text', rate: null, most: null, applied };
  if (kind === 'ratio' && amount !== undefined) return { rule: 'point', rate: amount, most: null, applied };
  if (keepsRange && lower !== undefined && upper !== undefined)
    return { rule: 'excepted', rate: null, most: upper, applied };
  // Zero as a lower bound is a bound: 0—300 means nothing is charged.
  if (lower !== undefined && upper !== undefined && (appliedReason === undefined || applied !== null))
    return { rule: 'lower', rate: lower, most: upper, applied };
  if (appliedReason !== undefined && applied === null)
    return { rule: 'excepted', rate: null, most: upper ?? null, applied };
  return { rule: 'cap', rate: applied, most: upper ?? null, applied };
}

/** Figures as documents print them: 1.7, 100, 0.000019. */
export function figure(value: number): string {
  return Number(value.toFixed(6)).toString();
}

/** `20元/证`, `不超过20%`, `见文件`; what a line costs, in a few words of Chinese. */
export function priceOf(line: FeeLine): string | null {
  if (line.ended) return '不收';
  if (line.kind === undefined) return null;
  const { rule, rate, most } = dueOf(line);
  if (rule === 'cap' && rate === null) return most === null ? '见文件' : `不超过${withUnit(line, most)}`;
  if (rule === 'excepted')
    return most === null
      ? '见文件'
      : line.lower === undefined
        ? `不超过${withUnit(line, most)}`
        : `${figure(line.lower)}—${withUnit(line, most)}`;
  if (rate !== null) return withUnit(line, rate);
  return line.kind === 'provincial' ? '按省定标准' : '见文件';
}

/** The range as printed, where there is one: 50—300元/件. */
export function rangeOf({ lower, upper, ...line }: FeeLine): string | null {
  return lower === undefined || upper === undefined ? null : `${figure(lower)}—${withUnit(line, upper)}`;
}

export function withUnit(
  { kind, unit, currency = 'CNY' }: Pick<FeeLine, 'kind' | 'unit' | 'currency'>,
  value: number,
): string {
  if (kind === 'ratio') return `${figure(value)}%`;
  const money = currency === 'CNY' ? '元' : ` ${currency}`;
  return `${figure(value)}${money}${unit ? `/${unit}` : ''}`;
}

/** The item in a few words for a list: its one price, or the first and how many more. */
export function priceInShort(item: FeeItem): string | null {
  if (item.status !== 'inForce') return isEnded(item) ? '不收' : null;
  const priced = item.lines.filter((line) => line.kind !== undefined && !line.ended);
  const first = priced[0] && priceOf(priced[0]);
  return first == null ? null : priced.length === 1 ? first : `${first}等${priced.length}档`;
}

/** Every document on which the item rests has been repealed. */
export function isBasisDead({ basis }: Pick<FeeItem, 'basis'>, day: string): boolean {
  return basis.length > 0 && basis.every(({ repealedOn }) => repealedOn !== undefined && repealedOn <= day);
}
