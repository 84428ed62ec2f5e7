import type { Locale } from '../../locales/labels.ts';
import type { Count, SearchPage } from '../../search/engine.ts';
import { parseQuery } from '../../search/query.ts';
import { fold } from '../../values/script.ts';
import type { Portal } from '../portal.ts';
import type { Condition } from './facets.ts';
import { readingsWithout, type Forgiven } from './forgive.ts';
import type { SearchParameters } from './parameters.ts';
import type { SearchRow } from './row.ts';
import { rowsOf } from './rows.ts';

/** Rows that hold most of the words. */
export interface Nearest {
  rows: (SearchRow & {
    /** What was typed and does not hold of it. */
    differs: string[];
  })[];
  /** Words that stand nowhere. */
  unknown: string[];
  /** One condition less, and each word as it was typed, where that finds something; with how much. Where nothing holds all of the words. */
  drops: Tried[];
  words: Tried[];
}

interface Tried {
  text: string;
  total: number;
  count: Count;
  parameters: SearchParameters;
}

/** When nothing was found: what else was tried and what would find more. */
export interface Advice {
  /** The words as they were read: wanted, not wanted, and what was looked for besides. */
  read: { wanted: string[]; excluded: string[]; also: string[] };
  /** The words as they were compared, when that is not how they were typed. */
  folded: string | null;
  /** Fewer conditions: how much each would find. */
  without: (Condition & Counted)[];
  /** One word alone. */
  words: ({ word: string } & Counted)[];
}

interface Counted {
  total: number;
  count: Count;
}

/** So many other ways are tried. */
const MOST = 4;

/** Asks for a number alone. */
export type Counting = (asked: SearchParameters) => Promise<Pick<SearchPage, 'total' | 'count'>>;

/** What comes nearest, and other ways to ask where nothing holds all of the words. */
export async function nearestOf(
  portal: Portal,
  { nearest, page, understanding }: Forgiven,
  typed: SearchParameters,
  conditions: Condition[],
  counting: Counting,
  locale: Locale,
  now: number,
): Promise<Nearest | null> {
  if (!nearest || (nearest.hits.length === 0 && page.total > 0)) return null;
  const rows = new Map(rowsOf(portal, nearest, locale, now).map((row) => [row.id, row]));
  return {
    rows: nearest.hits.flatMap(({ id, lacks, fails }) => {
      const row = rows.get(id);
      return row ? [{ ...row, differs: [...lacks, ...fails] }] : [];
    }),
    unknown: nearest.unknown,
    drops:
      page.total === 0
        ? await finding(withoutOne(typed, conditions, understanding), ({ parameters }) => parameters, counting)
        : [],
    words: page.total === 0 ? await finding(wordsAlone(typed), ({ parameters }) => parameters, counting) : [],
  };
}

/** What else may be asked where nothing was found, not even nearly. */
export async function adviceOf(
  parameters: SearchParameters,
  conditions: Condition[],
  counting: Counting,
): Promise<Advice> {
  const folded = fold(parameters.q);
  const { wanted, excluded } = parseQuery(parameters.q);
  const words = wanted.map(({ text }) => ({ word: text }));
  return {
    read: {
      wanted: wanted.map(({ text }) => text),
      excluded: excluded.map(({ text }) => text),
      also: wanted.flatMap(({ others }) => others.map(({ text }) => text)),
    },
    folded: folded === parameters.q ? null : folded,
    without: await finding(conditions, ({ without }) => ({ ...parameters, ...without }), counting),
    words: words.length < 2 ? [] : await finding(words, ({ word }) => ({ ...parameters, q: word }), counting),
  };
}

/** Of a few ways to ask those that find something, with how much. */
async function finding<Way extends object>(
  ways: readonly Way[],
  asked: (way: Way) => SearchParameters,
  counting: Counting,
): Promise<(Way & Counted)[]> {
  const all = ways.slice(0, MOST).map(async (way) => {
    const { total, count } = await counting(asked(way));
    return { ...way, total, count };
  });
  return (await Promise.all(all)).filter(({ total }) => total > 0);
}

/** Without one of the conditions that the reader set, or that were understood. */
function withoutOne(
  typed: SearchParameters,
  conditions: Condition[],
  understanding: Forgiven['understanding'],
): { text: string; parameters: SearchParameters }[] {
  return [
    ...conditions.map(({ text, without }) => ({ text, parameters: { ...typed, ...without } })),
    ...(understanding
      ? readingsWithout(typed, understanding).map(({ text, without }) => ({ text, parameters: without }))
      : []),
  ];
}

/** Each word in quotes, where there are several. */
function wordsAlone(typed: SearchParameters): { text: string; parameters: SearchParameters }[] {
  const words = parseQuery(typed.q).wanted.map(({ text }) => text);
  return words.length < 2 ? [] : words.map((text) => ({ text, parameters: { ...typed, q: `"${text}"` } }));
}
