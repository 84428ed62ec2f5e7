import { fold } from '../../values/script.ts';
import type { FeeItem, FeeLine } from './item-on-day.ts';

/** The item that words mean, or those that come nearest when none is meant for sure. */
export interface Match {
  item: FeeItem | null;
  /** The line that is meant; null when the words name none, or the item has but one. */
  line: FeeLine | null;
  nearest: FeeItem[];
}

/** From here on the words name the item; below, they only resemble it. */
const SURE = 0.9;
const LIKE = 0.3;
const NEAREST = 3;

export function matchItem(words: string, items: readonly FeeItem[]): Match {
  const asked = plain(words);
  if (asked === '') return { item: null, line: null, nearest: [] };
  const scored = items
    .map((item) => ({
      item,
      score: Math.max(
        ...foldedNames(item).map((name) => Math.max(likeness(asked, name.plain), likeness(bare(asked), name.bare))),
      ),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  const nearest = scored
    .filter(({ score }) => score >= LIKE)
    .slice(0, NEAREST)
    .map(({ item }) => item);
  // Two items that the words fit equally well are for the reader to choose from.
  if (!best || best.score < SURE || best.score === second?.score) return { item: null, line: null, nearest };
  return { item: best.item, line: lineMeant(asked, best.item), nearest: [] };
}

/** The line whose name stands in the words, the longest and fullest first; null when two fit equally. */
export function lineMeant(asked: string, item: FeeItem): FeeLine | null {
  const priced = item.lines.filter(({ kind }) => kind !== undefined);
  if (priced.length === 1) return priced[0]!;
  const own = namesOf({ ...item, lines: [] })
    .map(bare)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replace(name, ' '), asked);
  const scored = priced
    .map((line) => ({ line, score: Math.max(...parts(line.name ?? '').map((name) => shared(own, name))) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > 0 && best.score !== second?.score ? best.line : null;
}

interface FoldedName {
  plain: string;
  bare: string;
}

/** Every search asks for the names of every item: each is folded once, as long as its catalogue is kept. */
function foldedNames(item: FeeItem): FoldedName[] {
  let names = folded.get(item);
  if (!names) {
    names = namesOf(item).map((name) => ({ plain: plain(name), bare: bare(name) }));
    folded.set(item, names);
  }
  return names;
}

const folded = new WeakMap<FeeItem, FoldedName[]>();

/** Whether the whole name of the item, or one of its common names, stands in the words. */
export function isNamedIn(words: string, { name, aliases }: FeeItem): boolean {
  return [...parts(name), ...aliases].some((one) => bare(one).length > 1 && plain(words).includes(bare(one)));
}

function namesOf({ name, aliases, lines }: FeeItem): string[] {
  return [...parts(name), ...aliases, ...lines.flatMap((line) => parts(line.name ?? ''))].filter(
    (one) => plain(one).length > 1,
  );
}

/** 车位、车库、储藏间 are three names; what stands in brackets explains. */
function parts(name: string): string[] {
  const whole = fold(name).replace(/\[[^\]]*\]/g, '');
  return [whole, ...whole.split(/[、，,/]/)].filter((part) => part.trim() !== '');
}

/** Folded, without signs and without what brackets explain. */
function plain(name: string): string {
  return fold(name)
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Without the words that every fee ends in. */
function bare(name: string): string {
  return plain(name)
    .replace(/(?:工本)?费$/, '')
    .replace(/案件$/, '');
}

/** Above `SURE` where one holds the other whole, longer names first; else how many pairs of characters they share. */
function likeness(asked: string, name: string): number {
  if (name.length < 2) return 0;
  if (asked === name) return 2;
  if (asked.includes(name)) return 1 + name.length / 100;
  // Half of a name means it; 学费 alone may be that of any school.
  if (asked.length > 1 && name.includes(asked))
    return asked.length * 2 >= name.length
      ? SURE + (asked.length / name.length) * 0.05
      : LIKE + asked.length / name.length;
  const pairs = pairsOf(name);
  const common = pairsOf(asked).filter((pair) => pairs.includes(pair)).length;
  const dice = (2 * common) / (asked.length - 1 + pairs.length || 1);
  return dice >= 0.75 ? SURE : Math.min(dice, SURE - 0.01);
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

/** How much of the name stands in the words: the length of the longest stretch, weighed by its share of the name. */
function shared(words: string, name: string): number {
  for (let length = name.length; length >= 2; length--) {
    for (let start = 0; start + length <= name.length; start++) {
      if (words.includes(name.slice(start, start + length))) return length * (length / name.length);
    }
  }
  return 0;
}
