import type { MultiSearchQuery } from 'meilisearch';
import { DAY, dayNumber, startOfDay } from '../../values/date.ts';
import { fold } from '../../values/script.ts';
import { firstKeyAt } from '../../values/order-key.ts';
import { CLOSED, NO_NEWS, type SearchFilters, type SearchRequest } from '../engine.ts';
import { FACETS, SOON, type FacetName } from '../filter.ts';
import { parseQuery, type Query } from '../query.ts';
import { markQuery } from './mark.ts';

/** A longer page is bulk, which the database answers. */
const MOST_ROWS = 100;
/** The server reads ten words of a question and drops the rest in silence; its words are mostly of two characters. */
const MOST_CHARACTERS = 20;

/**
 * Whether a question is for the second engine: words without a field, a first page in an order that is by id. Everything
 * else — later pages, bulk, lists without words, orders by date or amount — is answered from the database.
 */
export function suits(request: SearchRequest, query: Query = parseQuery(request.q)): boolean {
  const terms = [...query.wanted, ...query.excluded];
  return (
    request.before === undefined &&
    request.limit <= MOST_ROWS &&
    request.filters.among === undefined &&
    (request.sort === 'best' || request.sort === 'newest') &&
    query.wanted.length > 0 &&
    terms.every(({ field, others }) => field === null && others.length === 0) &&
    terms.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS
  );
}

/** The searches one question takes: by name, for one request to the server. */
export interface Question {
  /** Whose index answers. */
  mark: MultiSearchQuery;
  /** Titles first. */
  title?: MultiSearchQuery;
  all: MultiSearchQuery;
  /** Of facets that are narrowed, each without its own filter. */
  facets: Map<FacetName, MultiSearchQuery>;
  /** By the stage that others have become by now: the server counts them under what they were. */
  become: Map<string, MultiSearchQuery>;
}

export function questionOf(request: SearchRequest, index: string, rows: number): Question {
  const { filters, now, facets, collapse, sort } = request;
  const query = parseQuery(request.q);
  const base = {
    indexUid: index,
    q: phrases(query),
    matchingStrategy: 'all' as const,
    locales: ['cmn' as const],
    attributesToRetrieve: ['id'],
    sort: ['id:desc'],
    limit: rows,
    ...(collapse && { distinct: 'ocid' }),
  };
  const filter = filterOf(filters, now);
  const counted = FACETS.filter((name) => (filters[name] ?? []).length > 0);
  return {
    mark: markQuery(index),
    ...(sort === 'best' && { title: { ...base, filter, attributesToSearchOn: ['title'] } }),
    all: { ...base, filter, ...(facets && { facets: [...FACETS] }) },
    facets: new Map(
      facets
        ? counted.map((name) => [
            name,
            { ...base, limit: 0, filter: filterOf({ ...filters, [name]: undefined }, now), facets: [name] },
          ])
        : [],
    ),
    become: new Map(
      facets
        ? [CLOSED, NO_NEWS].map((stage) => [
            stage,
            { ...base, limit: 0, filter: filterOf({ ...filters, stage: [stage] }, now), facets: ['stage'] },
          ])
        : [],
    ),
  };
}

/** Every word as a phrase of folded text: what was typed stands together. */
function phrases({ wanted, excluded }: Query): string {
  const phrase = (text: string) => `"${fold(text).replaceAll('"', ' ')}"`;
  return [...wanted.map(({ text }) => phrase(text)), ...excluded.map(({ text }) => `-${phrase(text)}`)].join(' ');
}

function filterOf(filters: SearchFilters, now: number): string[] {
  const { from, to, min, max, due, stage } = filters;
  const first = from === undefined ? null : startOfDay(from);
  const last = to === undefined ? null : startOfDay(to);
  return [
    ...FACETS.flatMap((name) =>
      name === 'stage' || !filters[name]?.length ? [] : [`${name} IN [${filters[name].map(quoted).join(', ')}]`],
    ),
    ...(stage?.length ? [stage.map((one) => stageFilter(one, now)).join(' OR ')] : []),
    ...(first === null ? [] : [`id >= ${firstKeyAt(first)}`]),
    ...(last === null ? [] : [`id < ${firstKeyAt(last + DAY)}`]),
    ...(min === undefined ? [] : [`amount >= ${min}`]),
    ...(max === undefined ? [] : [`amount <= ${max}`]),
    ...(due === undefined ? [] : [`deadline >= ${now}`]),
    ...(due === 'soon' ? [`deadline <= ${now + SOON}`] : []),
  ];
}

/** From its deadline on a row is closed, and from its day on quiet; one without stays as it is. */
function stageFilter(stage: string, now: number): string {
  const today = dayNumber(now);
  if (stage === NO_NEWS) return `quietOn <= ${today}`;
  const isHeard = `(quietOn > ${today} OR quietOn IS NULL)`;
  if (stage === CLOSED) return `(deadline < ${now} AND ${isHeard})`;
  return `(stage = ${quoted(stage)} AND (deadline >= ${now} OR deadline IS NULL) AND ${isHeard})`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
