import type { NearestPage, SearchEngine, SearchFilters, SearchPage } from '../../search/engine.ts';
import { parseQuery } from '../../search/query.ts';
import { everydayIn } from '../../values/everyday.ts';
import { understand, type Progress, type Understanding } from '../../search/understanding.ts';
import { CLOSED, meaningOf, STAGES } from '../../registers/stages.ts';
import { registers } from '../../registers/registers.ts';
import { FEN_A_WAN } from '../typed.ts';
import type { SearchParameters } from './parameters.ts';

/** A search whose exact words found little, asked again as it was probably meant. */
export interface Forgiven {
  /** What is shown: the parameters as typed, or as they were understood. */
  asked: SearchParameters;
  page: SearchPage;
  /** What was understood and made the difference; null when the words found something as they were typed. */
  understanding: Understanding | null;
  /** What comes nearest, behind what holds all of the words; null when there was no need. */
  nearest: NearestPage | null;
}

/** What is said in words and means a condition. */
const CONDITIONS = ['region', 'days', 'sum', 'state'] as const;

/** What was typed, as it was understood. */
export interface Understood {
  /** The words that are left. */
  words: string;
  /** Conditions that stood in the words, how far a state is understood, and what is asked without each. */
  conditions: { name: (typeof CONDITIONS)[number]; text: string; means?: Progress; without: SearchParameters }[];
  /** What people say, with what was searched for in its place. */
  said: { said: string; means: string[] }[];
}

/** From so many results on nobody needs others. */
const ENOUGH = 3;
const MOST_NEAREST = 10;

/**
 * Asks again where a division or a state stands beside the words, and when the words as typed find nothing: first as they
 * are understood (a question without its question words, a month, a sum, a division, a state as conditions), then for what
 * comes nearest. Words that find something are left alone, and what is written in the signs of search means what it says.
 */
export async function forgive(
  engine: SearchEngine,
  parameters: SearchParameters,
  page: SearchPage,
  ask: (parameters: SearchParameters) => Promise<SearchPage>,
  filtersOf: (parameters: SearchParameters) => SearchFilters,
  now: number,
): Promise<Forgiven> {
  const asTyped: Forgiven = { asked: parameters, page, understanding: null, nearest: null };
  const { q, before, sort, as } = parameters;
  if (q === '' || as === 'typed' || before !== undefined || (sort ?? 'best') !== 'best') return asTyped;
  const understanding = understand(q, now);
  const standsApart = understanding !== null && isConditionBeside(q, understanding);
  if (page.total >= ENOUGH && !standsApart) return asTyped;
  if (!understanding) return asTyped;
  if (page.total === 0 || standsApart) {
    for (const { asked, understood } of readings(parameters, understanding)) {
      const other = await ask(asked);
      // Where only conditions were named, none that meets them is an answer.
      const isAnswer = other.total > 0 || (understanding.words === '' && understanding.state !== null);
      if (isAnswer) return { asked, page: other, understanding: understood, nearest: null };
    }
  }
  if (page.total >= ENOUGH) return asTyped;
  if (parseQuery(understanding.words).wanted.length === 0 || (page.total > 0 && isCode(q))) return asTyped;
  const found = await engine.nearest({
    words: understanding.words,
    filters: filtersOf(parameters),
    preferences: preferencesOf(understanding),
    limit: MOST_NEAREST,
    now,
  });
  const shown = new Set(page.hits.map(({ ocid }) => ocid));
  const nearest = { ...found, hits: found.hits.filter(({ ocid }) => !shown.has(ocid)) };
  return { ...asTyped, understanding: page.total === 0 ? understanding : null, nearest };
}

/**
 * 秦州区 道路, 正在招标 道路: a division or a state that stands as a word of its own is where or how far, not what; few
 * notices say it of themselves.
 */
function isConditionBeside(q: string, { words, fact, region, days, sum, state }: Understanding): boolean {
  if (fact || days) return false;
  const typed = q.trim().split(/\s+/);
  if (state) return words === '' || typed.includes(state.text);
  return region !== null && words !== '' && !sum && typed.includes(region.text);
}

/** Letters and digits alone name one thing. */
const isCode = (q: string) => /\d/.test(q) && !/\p{Script=Han}/u.test(q);

/**
 * As parameters, with what is understood by each; conditions that the reader set are kept. A division that is named is where
 * it is; where nothing lies there it is a word like others.
 */
function readings(
  parameters: SearchParameters,
  understanding: Understanding,
): { asked: SearchParameters; understood: Understanding }[] {
  const { words, fact, region, days, sum, state } = understanding;
  const conditions = {
    ...(days && !parameters.from && !parameters.to && { from: days.from, to: days.to }),
    ...(sum && parameters.min === undefined && parameters.max === undefined && sumParameters(sum)),
    ...(state && isFree(parameters) && progress(state.means, parameters)),
  };
  const asked = { ...parameters, ...conditions };
  const found: ReturnType<typeof readings> = [];
  if (region && parameters.region.length === 0)
    found.push({ asked: { ...asked, q: words, region: region.codes }, understood: understanding });
  if (fact || days || sum || state) {
    const withPlace = region ? `${region.text} ${words}`.trim() : words;
    found.push({
      asked: { ...asked, q: withPlace },
      understood: { ...understanding, words: withPlace, region: null },
    });
  }
  return found;
}

/** Where somebody takes part and somebody is chosen: fees and approvals are in force without. */
const TRADED = registers.filter(({ participation }) => participation !== undefined).map(({ id }) => id);

/** How far a record must have come, as conditions. */
const PROGRESS: Record<Progress, { due?: 'open' | 'soon'; stage?: string[]; register?: string[] }> = {
  open: { due: 'open' },
  soon: { due: 'soon' },
  closed: { stage: [CLOSED] },
  decided: { stage: Object.keys(STAGES).filter((stage) => meaningOf(STAGES, stage).isDecided), register: TRADED },
  contracted: { stage: ['contract', 'performance'], register: TRADED },
  failed: { stage: ['terminated'], register: TRADED },
};

/** A register that the reader chose stays chosen. */
function progress(means: Progress, { register }: SearchParameters): Partial<SearchParameters> {
  const { register: traded, ...condition } = PROGRESS[means];
  return { ...condition, ...(traded && register.length === 0 && { register: traded }) };
}

const isFree = ({ due, stage }: SearchParameters) => due === undefined && stage.length === 0;

function sumParameters({ min, max }: { min?: number; max?: number }): Pick<SearchParameters, 'min' | 'max'> {
  return {
    ...(min !== undefined && { min: min / FEN_A_WAN }),
    ...(max !== undefined && { max: max / FEN_A_WAN }),
  };
}

/** The conditions that were understood, by the words they were typed in. */
function preferencesOf({ region, days, sum, state }: Understanding): Record<string, SearchFilters> {
  return {
    ...(region && { [region.text]: { region: region.codes } }),
    ...(days && { [days.text]: { from: days.from, to: days.to } }),
    ...(sum && {
      [sum.text]: { ...(sum.min !== undefined && { min: sum.min }), ...(sum.max !== undefined && { max: sum.max }) },
    }),
    ...(state && { [state.text]: PROGRESS[state.means] }),
  };
}

/** What was understood, with one condition less each time; by the words of that condition. */
export function readingsWithout(parameters: SearchParameters, understanding: Understanding): Understood['conditions'] {
  const conditions = CONDITIONS.filter((name) => understanding[name] !== null);
  return conditions.map((name) => {
    const text = understanding[name]!.text;
    const asked = readings(parameters, { ...understanding, [name]: null })[0]?.asked;
    const means = name === 'state' ? understanding.state?.means : undefined;
    return { name, text, ...(means && { means }), without: asked ?? { ...parameters, q: understanding.words } };
  });
}

/** Null when nothing was understood but the words themselves. */
export function understoodAs(
  typed: SearchParameters,
  understanding: Understanding,
  isNearest: boolean,
): Understood | null {
  const { words, fact } = understanding;
  const conditions = readingsWithout(typed, understanding);
  const said = isNearest ? everydayIn(words) : [];
  return fact || conditions.length + said.length > 0 ? { words, conditions, said } : null;
}
