import { fold } from '../values/script.ts';
import { synonymsOf } from '../values/synonyms.ts';
import { either } from './pattern.ts';
import { queryTokens, runs, type Field } from './tokens.ts';

/** One condition: a word or phrase, wanted or excluded, anywhere or in one field. */
export interface Term {
  /** As typed, without quotes, minus and field name. */
  text: string;
  field: Exclude<Field, 'title'> | null;
  /** Tokens a document must hold; several of them may stand apart, so the pattern has the last word. */
  tokens: string[];
  /** What means the same and is searched for as well: only of a wanted word that names no field and is not quoted. */
  others: { text: string; tokens: string[] }[];
  pattern: RegExp;
}

/** What a question is cut at. */
export type Limit = 'characters' | 'words';

export interface Query {
  wanted: Term[];
  excluded: Term[];
  limits: Limit[];
}

/** What an index can be asked at once: longer questions are cut, not refused. */
const LONGEST = 100;
const MOST_TERMS = 8;

const FIELDS: Record<string, Term['field']> = {
  单位: 'unit',
  供应商: 'supplier',
  编号: 'code',
  媒介: 'medium',
  unit: 'unit',
  supplier: 'supplier',
  code: 'code',
  medium: 'medium',
};

/** On folded text: full-width spaces, colons and quotes are plain by then, and 單位 is 单位. */
const TERM =
  /\s*([-−]?)(?:(单位|供应商|编号|媒介|unit|supplier|code|medium):\s*)?(?:["“”„「『]([^"“”„」』]*)["“”„」』]?|([^\s"“”„「『]+))/dy;

/**
 * Reads what was typed: words, `"…"`, `-词`, `单位:` `供应商:` `编号:`. Every text is a query; what holds no
 * letter or digit asks for nothing.
 */
export function parseQuery(typed: string): Query {
  const text = shorten(typed.replaceAll('\0', '').normalize('NFC'));
  const folded = fold(text);
  const query: Query = { wanted: [], excluded: [], limits: text.length < typed.length ? ['characters'] : [] };
  TERM.lastIndex = 0;
  for (let match = TERM.exec(folded); match; match = TERM.exec(folded)) {
    const parts = runs(match[3] ?? match[4]!);
    if (parts.length === 0) continue;
    const [start, end] = match.indices![3] ?? match.indices![4]!;
    const isPlain = !match[1] && !match[2] && match[3] === undefined;
    const others = isPlain ? synonymsOf(match[4]!).map((other) => ({ text: other, parts: runs(other) })) : [];
    const term: Term = {
      text: text.slice(start, end),
      field: FIELDS[match[2] ?? ''] ?? null,
      tokens: queryTokens(parts),
      others: others.map((other) => ({ text: other.text, tokens: queryTokens(other.parts) })),
      pattern: either([parts, ...others.map((other) => other.parts)]),
    };
    (match[1] ? query.excluded : query.wanted).push(term);
    if (query.wanted.length + query.excluded.length < MOST_TERMS) continue;
    if (runs(folded.slice(TERM.lastIndex)).length > 0) query.limits.push('words');
    break;
  }
  return query;
}

function shorten(text: string): string {
  const end = text.codePointAt(LONGEST - 1)! > 0xffff ? LONGEST - 1 : LONGEST;
  return text.slice(0, end);
}

/** Whether the index alone can tell what matches: no word has tokens that may stand apart. */
export function isSure({ wanted, excluded }: Query): boolean {
  return [...wanted, ...excluded].every(({ tokens, others }) =>
    [tokens, ...others.map((other) => other.tokens)].every((way) => way.length === 1),
  );
}

/** Words to mark: those typed, and what was searched for in their place. */
export function wordsOf({ wanted }: Query): string[] {
  return wanted.flatMap(({ text, others }) => [text, ...others.map((other) => other.text)]);
}
