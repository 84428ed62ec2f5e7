import { UNKNOWN, type Frequencies } from './frequencies.ts';
import type { Query, Term } from './query.ts';
import { MARK } from './tokens.ts';

/** FTS5 expressions of a query. Tokens hold only letters, digits and our marks, so quoting them is enough. */
export interface Expressions {
  /** Everything wanted, anywhere; null when nothing is wanted. */
  all: string | null;
  /** Everything wanted, the words without a field in the title; null when there are none. */
  title: string | null;
  /** Everything wanted, each word in the title or in a name or code, without `title`. */
  fields: string | null;
  /** `all` without both. */
  rest: string | null;
  /** What to take away when nothing is wanted. */
  excluded: string | null;
}

/**
 * `sure` takes away only what the index alone can tell: an excluded word of several tokens may be a false
 * alarm and would lose a row, so it is left to the pattern. Counts cannot ask the pattern and take `false`.
 * The frequent tokens of a wanted word are left out when it has a rare one.
 */
export function expressions(
  { wanted, excluded }: Query,
  sure: boolean,
  frequencies: Frequencies = UNKNOWN,
): Expressions {
  const without = excluded
    .filter(({ tokens }) => !sure || tokens.length === 1)
    .map((term) => and(marked(term, markOf(term))));
  const free = wanted.filter(({ field }) => field === null);
  const fixed = wanted
    .filter(({ field }) => field !== null)
    .flatMap((term) => telling(term, markOf(term), frequencies));
  const all = [...free.flatMap((term) => telling(term, '', frequencies)), ...fixed];
  const inTitle = and(free.flatMap((term) => telling(term, MARK.title, frequencies)));
  const inFields = and(
    free.flatMap(
      (term) =>
        `(${(['title', 'unit', 'supplier', 'code'] as const).map((field) => and(telling(term, MARK[field], frequencies))).join(' OR ')})`,
    ),
  );
  const title = free.length > 0 ? and([inTitle, ...fixed]) : null;
  return {
    all: all.length > 0 ? minus(and(all), without) : null,
    title: title && minus(title, without),
    fields: title && minus(and([inFields, ...fixed]), [inTitle, ...without]),
    rest: title && minus(and(all), [inFields, ...without]),
    excluded: without.length > 0 ? without.join(' OR ') : null,
  };
}

const quote = (token: string) => `"${token}"`;
const and = (tokens: string[]) => `(${[...new Set(tokens)].join(' AND ')})`;
const minus = (expression: string, without: string[]) =>
  without.length > 0 ? `${expression} NOT (${without.join(' OR ')})` : expression;

const markOf = ({ field }: Term) => (field ? MARK[field] : '');
const marked = ({ tokens }: Term, mark: string) => tokens.map((token) => quote(mark + token));

/** Conditions that all must hold; a word that may be put otherwise is one condition. */
function telling({ tokens, others }: Term, mark: string, frequencies: Frequencies): string[] {
  const ways = [tokens, ...others.map((other) => other.tokens)].map((way) => tellingTokens(way, mark, frequencies));
  return ways.length === 1 ? ways[0]! : [`(${ways.map(and).join(' OR ')})`];
}

function tellingTokens(tokens: string[], mark: string, { often, seldom }: Frequencies): string[] {
  if (!tokens.some((token) => seldom(mark + token))) return tokens.map((token) => quote(mark + token));
  return tokens.filter((token) => !often(mark + token)).map((token) => quote(mark + token));
}
